"""Each of those who are spoken of together: armies and ministers of two states, persons of one role, two persons as "they"."""

from __future__ import annotations

import pytest

from sayso.annotating import actors, coreference, language
from sayso.model import Settings
from sayso.reading import read_text


def meant(text, words, day="2014-06-12"):
    """The country and sector of each whom the last mention of some words stands for."""
    article = read_text(text, published=day)
    for layer in (language, actors, coreference):
        layer.add(article, Settings())
    named = {a.entity: a for a in reversed(article.actors) if a.kind != "collective"}
    last = max(a.start for a in article.actors if a.text == words)
    found = [a for a in article.actors if a.start == last and a.text == words]
    return {(b.code, b.sector) for a in found for b in ([named[e] for e in a.members] or [a])}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eritrea and Djibouti called a truce. Both armies left the cape.", "Both armies"),
        ("Eritrea and Djibouti called a truce. Their generals met on the border.", "Their generals"),
        ("Eritrea and Djibouti met. Both foreign ministries said their soldiers had held fire.", "their soldiers"),
        ("Eritrean and Djiboutian soldiers met at dawn. Their generals shook hands.", "Their generals"),
    ],
)
def test_both_armies_are_the_army_of_each_state(text, words):
    assert meant(text, words) == {("ERI", "MIL"), ("DJI", "MIL")}


def test_an_army_named_before_is_the_one_meant_again():
    text = "Eritrea's army and Djibouti's army exchanged fire. The two armies buried their dead."
    assert meant(text, "The two armies") == {("ERI", "MIL"), ("DJI", "MIL")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Malawi's foreign minister, Peter Banda, met his Zambian colleague. The ministers spoke of fish.",
            "The ministers",
        ),
        (
            "Malawi's foreign minister met his Zambian counterpart. The two ministers spoke of fish.",
            "The two ministers",
        ),
        ("President Joyce Banda met President Michael Sata. They spoke of fish.", "They"),
        ("Malawi and Zambia quarrel over fish. The two presidents will meet in Lilongwe.", "The two presidents"),
    ],
)
def test_those_of_one_role_are_the_persons_told_of_before(text, words):
    assert meant(text, words, "2013-03-01") == {("MWI", "GOV"), ("ZMB", "GOV")}


def test_three_presidents_are_three_persons_named_in_a_row():
    text = "Paul Kagame, Yoweri Museveni and Uhuru Kenyatta rode the train. The three presidents waved."
    assert {code for code, _ in meant(text, "The three presidents")} == {"RWA", "UGA", "KEN"}


def test_three_americans_are_three_persons_of_that_nation():
    text = "Jimmy Carter, Colin Powell and Sam Nunn flew to Haiti. The three Americans met the generals."
    assert {code for code, _ in meant(text, "The three Americans", "1994-09-18")} == {"USA"}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "The prime minister of Iraq, Nuri al-Maliki, expelled the ambassador of Turkey.",
            "the ambassador of Turkey",
            ("TUR", "GOV"),
        ),
        ("Iraq burned. Turkey's flag flew. Nuri al-Maliki expelled the ambassador.", "the ambassador", ("TUR", "GOV")),
        ("Estonian police made arrests. The embassy in Moscow was stoned.", "The embassy in Moscow", ("EST", "GOV")),
        (
            "Colombian jets crossed over. The army was on alert, President Rafael Correa said.",
            "The army",
            ("ECU", "MIL"),
        ),
        (
            "US envoys flew in. General Raoul Cedras will go when parliament passes an amnesty.",
            "parliament",
            ("HTI", "LEG"),
        ),
        (
            "The army's chief of staff, General Ratko Ilic, spoke in Skopje.",
            "The army's chief of staff, General Ratko Ilic",
            ("MKD", "MIL"),
        ),
        ("The navy said it knew nothing in Lima; police in Quito shot a man.", "a man", ("ECU", "CVL")),
        ("In Minsk, OMON beat marchers. Russia's press kept silent.", "OMON", ("BLR", "COP")),
    ],
)
def test_whose_bodies_of_states_are(text, words, who):
    assert meant(text, words, "2008-03-02") == {who}


@pytest.mark.parametrize(
    "text", ["She was jailed for undermining state security.", "He faces charges of crimes against state security."]
)
def test_what_is_endangered_is_no_service(text):
    article = read_text(text, published="2014-06-12")
    for layer in (language, actors, coreference):
        layer.add(article, Settings())
    assert "SPY" not in {a.sector for a in article.actors}


def test_two_titles_of_one_person_are_not_two():
    text = 'The permanent secretary, Major Ilaisa Kovo, spoke in Suva. "They stopped the money," he said.'
    article = read_text(text, published="2009-05-15")
    for layer in (language, actors, coreference):
        layer.add(article, Settings())
    assert not [a for a in article.actors if a.text == "They" and len(a.members) > 1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peru's army and Ecuador's army fought. Ecuador's army said the other side had begun.", ("PER", "MIL")),
        ("Peru and Ecuador signed a truce. Ecuador's president said the other side had broken it.", ("PER", "GOV")),
    ],
)
def test_the_other_side_is_the_opponent_of_who_speaks(text, who):
    assert meant(text, "the other side") == {who}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Farmers and Carabinieri officers fought in Naples. The former threw tyres.", "The former", ("ITA", "AGR")),
        ("Soldiers stood by in Quito. The army told marchers that they could go home.", "they", ("ECU", "CVL")),
        ("Austria expelled two Iranian diplomats. The minister said the men were spies.", "the men", ("IRN", "GOV")),
        ("Angela Merkel met Donald Trump. The American said he would go.", "The American", ("USA", "GOV")),
        ("Angela Merkel met Donald Trump. The German said she would go.", "she", ("DEU", "GOV")),
        ("The German embassy in Juba was looted. The embassy's staff had left.", "The embassy's staff", ("DEU", "GOV")),
        ("Mali's defence ministry said its soldiers had won.", "its soldiers", ("MLI", "MIL")),
        ("Jordan's defence ministry said its bombers had been hit by jets.", "its bombers", ("JOR", "MIL")),
        ("The Tunisian party Ennahda lost. Its supporters wept.", "Its supporters", ("TUN", "CVL")),
    ],
)
def test_who_is_told_of_again_is_the_one_told_of_before(text, words, who):
    assert meant(text, words, "2018-04-12") == {who}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Hezbollah shelled Metula. The Lebanese group denied it.", "The Lebanese group", ("LBN", "REB")),
        ("Boko Haram burned a town. The Nigerian group said so.", "The Nigerian group", ("NGA", "REB")),
        (
            "Volkswagen closed a plant in Puebla. The German carmaker regretted it.",
            "The German carmaker",
            ("MNC", "BUS"),
        ),
        ("UNMISS spokesman Tom Orr spoke in Juba. The mission's gates were shut.", "The mission", ("UNO", "MIL")),
        (
            "Taiwanese pilots took off. Chinese warships turned; the mainland kept silent.",
            "the mainland",
            ("CHN", "GOV"),
        ),
        ("Somali elders wept. Kenya's army did not warn its neighbour.", "its neighbour", ("SOM", "GOV")),
        ("Seoul sent rice. A Northern envoy took it.", "A Northern envoy", ("PRK", "GOV")),
        ("MINUSMA lost two soldiers at Aguelhok. The force's commander flew there.", "The force", ("UNO", "MIL")),
        ("The Arab League suspended Syria. The League will meet.", "The League", ("IGO", None)),
        (
            "The Taliban said so. A provincial spokesman, Omar Zwak, counted the dead.",
            "A provincial spokesman, Omar Zwak",
            ("AFG", "GOV"),
        ),
        ("Police in Kinshasa fired. The rebel council met in Goma.", "The rebel council", ("COD", "REB")),
    ],
)
def test_a_group_or_state_is_meant_by_what_it_is(text, words, who):
    assert meant(text, words) == {who}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Chile and Bolivia quarrel over the river. The United States said it took no position and urged both sides to talk.",
            "both sides",
            {("CHL", "GOV"), ("BOL", "GOV")},
        ),
        (
            "Chile and Bolivia quarrel over the river. Peru had offered to send a mediator. "
            "The pope urged both sides to talk.",
            "both sides",
            {("CHL", "GOV"), ("BOL", "GOV")},
        ),
        (
            "Police in Accra used tear gas against villagers. The bishop urged both sides to be calm.",
            "both sides",
            {("GHA", "COP"), ("GHA", "CVL")},
        ),
        (
            "Chile's army accused Bolivian forces of a raid. Peru expressed its solidarity with Chile. The two countries' "
            "ministers met in Quito.",
            "The two countries",
            {("CHL", "GOV"), ("BOL", "MIL")},
        ),
        (
            "Mali's president, Modibo Keita, told the army to wait. He will fly to Lome for talks with his Togolese "
            "counterpart. The two will discuss cotton.",
            "The two",
            {("MLI", "GOV"), ("TGO", "GOV")},
        ),
    ],
)
def test_two_sides_are_those_who_face_each_other_and_not_who_speaks_to_them(text, words, who):
    assert meant(text, words) == who


def test_all_parties_are_nobody_in_particular_where_no_two_face_each_other():
    text = "Kenya's opposition and the ministry waited. The Swiss embassy in Nairobi called on all parties to be calm."
    assert {code for code, _ in meant(text, "all parties")} <= {None, "KEN"}
