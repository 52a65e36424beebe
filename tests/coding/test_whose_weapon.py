"""Whose a weapon is, to whom something is promised or given, and wordings of deeds that news use beside the plain ones."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "A rocket launched by Hezbollah struck a dairy in Haifa on Monday.",
            ("ASSAULT", "heavy-weapons", "LBN", "ISR"),
        ),
        ("A drone launched from Iran struck a tanker off Mumbai on Monday.", ("ASSAULT", "drone", "IRN", "IND")),
        (
            "A missile from the rebels' lines brought down a Ukrainian transport.",
            ("ASSAULT", "heavy-weapons", "UKR", "UKR"),
        ),
        (
            "Three Lebanese guards were killed when mortar shells fired from Syria hit their post.",
            ("ASSAULT", "heavy-weapons", "SYR", "LBN"),
        ),
        (
            "Nine Iraqis were killed and ten wounded when rockets launched from Turkey landed on a market.",
            ("ASSAULT", "heavy-weapons", "TUR", "IRQ"),
        ),
        ("A missile launched from Iran fell near Erbil.", ("ASSAULT", "heavy-weapons", "IRN", "IRQ")),
        ("French and Belgian jets and frigates struck Libyan bases.", ("ASSAULT", "heavy-weapons", "BEL+FRA", "LBY")),
    ],
)
def test_a_weapon_is_whoevers_who_sent_it(coded, text, event):
    assert event in told(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "Three Lebanese guards were killed when mortar shells fired from Syria hit their post.",
        "Two Kenyan soldiers were killed and three wounded when rebels ambushed a patrol near Lamu.",
        "Six people died when a rocket fired by militants hit a bus near Jalalabad.",
    ],
)
def test_those_killed_and_what_killed_them_are_one_deed(coded, text):
    assert len(coded(text)) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Four people were killed and a dozen wounded in shelling from Lebanon.", None),
        ("Shells fired from Afghanistan landed on a post in Rukanzai.", None),
        ("A drone launched from Yemen struck Eilat on Monday.", "ISR"),
    ],
)
def test_those_hit_are_not_of_where_it_was_fired_from(coded, text, code):
    (event,) = coded(text)
    assert {p.code for p in event.recipient} <= {code}


def test_a_drone_of_nobody_named_is_not_the_country_s_it_hits(coded):
    (event,) = coded("Drones hit a depot in Bryansk in Russia on Monday.")
    assert not event.actor


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Bosnia promised the European Union on Monday to hold talks.", ("AGREE", "BIH", "EUR")),
        ("Libya has told Egypt that it will abandon its missile programme.", ("CONCEDE", "LBY", "EGY")),
        ("Oman has agreed to let British jets use an airfield.", ("AGREE", "OMN", "GBR")),
        ("Niger has lifted the fuel blockade that it laid on Benin in May.", ("CONCEDE", "NER", "BEN")),
        ("Chile has dropped its demand that Peru close the port.", ("CONCEDE", "CHL", "PER")),
        ("Kenya has given Malawi six ferries for the lake.", ("AID", "KEN", "MWI")),
        ("Fiji extradited a banker accused of fraud to Australia on Monday.", ("COOPERATE", "FJI", "AUS")),
    ],
)
def test_to_whom_it_is_promised_told_granted_or_given(coded, text, event):
    assert event in told(coded(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Japan paid Samoa the first 3 million of a grant on Monday.", ("AID", "JPN", "WSM")),
        ("Jordan has let Polish transports cross its airspace since May.", ("COOPERATE", "JOR", "POL")),
        ("Mali's army took 300 soldiers out of Niger's capital.", ("RETREAT", "withdraw", "MLI", "NER")),
        ("India waived the fines of 12 Pakistani fishermen.", ("CONCEDE", "IND", "PAK")),
        ("Libyan guards bussed 90 Ghanaian migrants to the border.", ("COERCE", "deport", "LBY", "GHA")),
        ("Iranian hackers broke into Albania's tax network.", ("COERCE", "cyber", "IRN", "ALB")),
        ("Turkey sent four military drones over Nicosia.", ("MOBILIZE", "weapons", "TUR", "CYP")),
        ("Ugandan soldiers fired from a boat on a Congolese police launch.", ("ASSAULT", "firearms", "UGA", "COD+COD")),
        ("Panama has struck nine Iranian tankers from its register.", ("SANCTION", "discontinue", "PAN", "IRN")),
        ("Chad revoked the visas of four French delegates.", ("REJECT", "meet", "TCD", "FRA")),
        ("A Turkish plane carrying tents landed in Benghazi on Monday.", ("AID", "TUR", "LBY")),
        ("Two Danish frigates were sent to the coast of Iceland on Monday.", ("MOBILIZE", "weapons", "DNK", "ISL")),
        (
            "Mali told Niger on Monday that it would cut the power line if the debt was not paid.",
            ("THREATEN", "restrict", "MLI", "NER"),
        ),
        ("Norway's foreign minister went to Tbilisi last Wednesday.", ("CONSULT", "visit", "NOR", "GEO")),
    ],
)
def test_wordings_beside_the_plain_ones(coded, text, event):
    assert event in told(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "China gave Nepal a warning on Monday.",
        "The band let its fans use the stage.",
        "Spain gave Morocco three goals to chase.",
        "The thieves broke into a bank in Lagos.",
        "Police fired at random.",
        "The airline flew 200 passengers to Tokyo.",
        "Trucks loaded with soldiers rolled into Goma.",
        "The president went to Paris for treatment.",
        "The minister went to church.",
    ],
)
def test_what_is_no_aid_passage_visit_or_cyber_attack(coded, text):
    assert not {"AID", "COOPERATE", "CONSULT"} & {t for e in coded(text) for t in e.event}
    assert all("cyber" not in e.mode for e in coded(text))


def test_who_gives_something_in_return_is_who_it_is_agreed_with(coded):
    assert ("AGREE", "ERI", "USA") in told(
        coded("Eritrea has agreed to stop its missile tests in return for American food.")
    )


def test_the_staff_of_a_world_body_are_its(coded):
    [event] = coded("The Houthis arrested nine Yemeni employees of United Nations agencies.")
    assert [p.code for p in event.recipient] == ["UNO"]
