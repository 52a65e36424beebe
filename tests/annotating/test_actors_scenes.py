"""People without a name: the country of the scene, of the sender, of the ship they went down with; who the captives and critics are."""

from __future__ import annotations

import pytest


def coded(article, phrase):
    """Country and sector of every mention with exactly these words."""
    return [(a.code, a.sector) for a in article.actors if a.text == phrase]


@pytest.mark.parametrize(
    ("text", "phrase", "code", "sector"),
    [
        ("Drone strikes hit Mekelle. Survivors fled to a school.", "Survivors", "ETH", "CVL"),
        ("Militiamen fought for the airport of Tripoli, and Italy closed its embassy.", "Militiamen", "LBY", "PRM"),
        ("Kenyan troops crossed the border. The troops shelled Kismayo.", "The troops", "KEN", "MIL"),
        ("Danish lawmakers met. The prime minister apologised to Washington.", "The prime minister", "DNK", "GOV"),
        ("The king of Jordan fled by road to Iraq, and the army took over.", "the army", "JOR", "MIL"),
        ("West African leaders sent a peacekeeping force to Liberia.", "a peacekeeping force", None, "MIL"),
        ("Kosovo Albanians boycotted the vote. Belgrade sent in the army.", "the army", "SCG", "MIL"),
        ("A Peruvian navy ship sank off Chile, killing 12 sailors.", "12 sailors", "PER", "MIL"),
        ("The UN mission in Mali was attacked. Rebels shot two peacekeepers.", "two peacekeepers", "UNO", "MIL"),
        ("A court in The Hague freed the general.", "A court in The Hague", "IGO", "JUD"),
        ("Haitian police arrested two mercenaries. Investigators searched a hotel.", "Investigators", "HTI", "COP"),
        ("Gunmen killed two Swiss tourists in Qabalur.", "Gunmen", None, "UAF"),
    ],
)
def test_people_without_a_name_are_of_the_scene_or_of_who_sent_them(annotated, text, phrase, code, sector):
    assert coded(annotated(text, "2003-05-01"), phrase) == [(code, sector)]


@pytest.mark.parametrize(
    ("text", "phrase", "sector"),
    [
        ("Miners took a deputy minister hostage in La Paz.", "a deputy minister", "GOV"),
        ("Navy snipers shot a pirate off Somalia.", "Navy snipers", "MIL"),
        ("The president of the Chilean Football Association resigned.", "Chilean Football Association", "SOC"),
        ("The Central Committee of Chad Doctors counted the dead.", "The Central Committee of Chad Doctors", "MED"),
        ("Bosnian Serb gunners fired at the market.", "Bosnian Serb gunners", "REB"),
        ("The Pope asked Cuba to free them.", "The Pope", "REL"),
    ],
)
def test_who_somebody_is_lies_in_the_words_around(annotated, text, phrase, sector):
    found = annotated(text, "1995-03-01").actors
    assert sector in {a.sector for a in found if phrase in a.text}


def test_a_nationality_before_backed_is_nobody(annotated):
    assert not coded(annotated("Turkish-backed rebels took Afrin.", "2018-05-01"), "Turkish")


def test_the_mercenary_is_not_her(annotated):
    article = annotated("A colonel killed Benazir Ali in Lahore. Her party blamed the army.", "2007-12-27")
    assert {a.identifier_text for a in article.actors if a.text == "Her"} == {"Benazir Ali"}


def test_whose_victory_it_is_and_whose_release(annotated):
    article = annotated("Anna Weber congratulated Jan Novak on his victory.", "2007-12-27")
    assert {a.identifier_text for a in article.actors if a.text == "his"} == {"Jan Novak"}
    article = annotated("Iranian guards captured 15 Dutch sailors. The Hague demanded their release.", "2007-03-23")
    assert {a.code for a in article.actors if a.text == "their"} == {"NLD"}


def test_a_newspaper_has_an_editor(annotated):
    article = annotated("Turkish police raided a newspaper. Its editor called the raid an attack.", "2016-03-04")
    assert {a.identifier_text for a in article.actors if a.text == "Its"} == {"newspaper"}


@pytest.mark.parametrize(
    ("title", "sector"), [("Lt. Gen.", "MIL"), ("Capt.", "MIL"), ("Rev.", "REL"), ("Sen.", "LEG"), ("Prof.", "EDU")]
)
def test_a_title_cut_short_is_a_title(annotated, title, sector):
    article = annotated(f"{title} Tom Banda left Lusaka. He was ill.", "2015-05-01")
    assert [(a.text, a.sector) for a in article.actors if a.kind == "person"][:1] == [(f"{title} Tom Banda", sector)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Hindu zealots tore down the mosque.", "JRN"),
        ("Rockets fell on the east bank of the Dnipro River.", "BUS"),
        ("The National Cyber Security Centre said so.", "JRN"),
        ("A Federal High Court in Abuja jailed him.", "ARG"),
        ("They escaped by helicopter from Peru.", "MIL"),
    ],
)
def test_words_that_are_only_part_of_another_name_are_nobody(annotated, text, wrong):
    assert wrong not in {x for a in annotated(text, "2015-05-01").actors for x in (a.code, a.sector)}


def test_the_president_of_a_fishermens_association_is_no_statesman(annotated):
    text = "The Mannar Fishermen's Association met in Colombo. Its president, P. Raja, spoke."
    [person] = [a for a in annotated(text, "2015-05-01").actors if a.kind == "person" and "Raja" in a.text]
    assert person.sector != "GOV"


def test_natives_are_of_the_country_around_them(annotated):
    text = "Bolivian soldiers shot Indians on the road to El Alto. The vice-president resigned."
    article = annotated(text, "2003-10-12")
    assert coded(article, "Indians") == [("BOL", "CVL")]
    assert coded(article, "The vice-president") == [("BOL", "GOV")]


def test_officers_of_a_nation_are_soldiers_and_students_are_not_their_university(annotated):
    assert coded(annotated("Chadian officers annulled the vote.", "2015-05-01"), "Chadian officers") == [("TCD", "MIL")]
    article = annotated("Gunmen massacred students at Garissa University.", "2015-05-01")
    assert [a.sector for a in article.actors if a.text.startswith("students")] == ["CVL"]


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        (
            "Dutch engineers were kidnapped in Pakistan's tribal areas. The militants wanted money.",
            "The militants",
            "PAK",
        ),
        ("Kenyan tanks crossed into Somalia after gunmen kidnapped a tourist.", "gunmen", "SOM"),
        ("Belgian troops set up a camp in Rwanda. Militiamen fled.", "Militiamen", "RWA"),
        ("Israeli jets bombed a camp near Damascus. The foreign ministry complained.", "The foreign ministry", "SYR"),
        ("A mob stoned a bus in Ramallah. Helicopters rocketed a police station.", "Helicopters", "ISR"),
        ("Chinese students stoned the British embassy. The ambassador hid.", "The ambassador", "GBR"),
        ("Iraq invaded Kuwait. The emir escaped.", "The emir", "KWT"),
        ("Ukraine's president asked the US Congress for jets. Lawmakers cheered.", "Lawmakers", "USA"),
        ("Bahraini police and Saudi soldiers cleared the square of marchers.", "marchers", "BHR"),
    ],
)
def test_those_who_are_abroad_say_little_of_the_people_around(annotated, text, phrase, code):
    assert [c for c, _ in coded(annotated(text, "1990-08-10" if "emir" in text else "2015-05-01"), phrase)] == [code]


def test_themselves_are_the_subject_and_it_is_not_the_one_who_accuses(annotated):
    article = annotated("Rebels seized a school in Beslan. Parents armed themselves.", "2004-09-02")
    assert {a.identifier_text for a in article.actors if a.text == "themselves"} == {"Parents"}
    article = annotated("Egypt and its allies cut ties with Qatar, accusing it of lies.", "2017-06-05")
    assert {a.code for a in article.actors if a.text == "it"} == {"QAT"}


def test_of_a_victim_nothing_else_is_known_than_that_he_is_a_civilian(annotated):
    article = annotated("Police in Ferguson shot Mike Pell. Pell was 18.", "2014-08-10")
    assert {a.sector for a in article.actors if a.kind == "person"} == {"CVL"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("It is not known which side fired first.", "side"), ("Rebels camped north of the city of Goma.", "city")],
)
def test_a_side_asked_for_and_a_piece_of_ground_are_nobody(annotated, text, wrong):
    assert not [a.text for a in annotated(text, "2015-05-01").actors if wrong in a.text]


def test_a_city_that_acts_is_somebody(annotated):
    assert coded(annotated("The city banned marches.", "2015-05-01"), "The city") == [(None, "GOV")]


@pytest.mark.parametrize(
    ("phrase", "side"),
    [
        ("The rebels' spokesman", "Free Aceh Movement"),
        ("A rebel spokesman", "Free Aceh Movement"),
        ("Rebel commander Amri Wahab", "Free Aceh Movement"),
    ],
)
def test_who_speaks_for_rebels_is_on_their_side(annotated, phrase, side):
    text = f"Free Aceh Movement rebels freed two soldiers. {phrase} said they were well."
    assert [a.side for a in annotated(text, "2003-12-01").actors if a.text == phrase] == [side]


def test_the_rebels_office_is_the_rebels(annotated):
    text = "Separatists shelled Luhansk. The separatists' press office denied it."
    assert coded(annotated(text, "2014-08-01"), "The separatists' press office") == [("UKR", "REB")]


def test_both_capitals_are_the_two_governments(annotated):
    found = annotated("Chad and Niger closed their border. Both capitals denied it.", "2003-12-01").actors
    assert [len(a.members) for a in found if a.text == "Both capitals"] == [2]
    assert not coded(annotated("Rebels marched on the capital.", "2003-12-01"), "the capital")


def test_commanders_of_two_armies_are_of_both(annotated):
    article = annotated("Generals from the Thai and Lao armies met at a bridge.", "2003-12-01")
    assert sorted((a.code, a.identifier_text) for a in article.actors if a.text == "Generals") == [
        ("LAO", "Generals of Lao armies"),
        ("THA", "Generals of Thai armies"),
    ]


def test_who_owns_to_a_deed_of_soldiers_is_of_their_state(annotated):
    article = annotated(
        "Peru's navy seized a boat off Arica in Chile, a government spokeswoman confirmed.", "2003-12-01"
    )
    assert [a.code for a in article.actors if a.text == "a government spokeswoman"] == ["PER"]


def test_whose_trucks_they_are_is_not_who_took_them(annotated):
    text = "Boko Haram held two elders. They asked about flour on six U.N. trucks that the group seized."
    article = annotated(text, "2015-12-01")
    assert [a.identifier_text for a in article.actors if a.text == "the group"] == ["Boko Haram"]


def test_whom_somebody_tells_is_not_whom_he_tells_of(annotated):
    text = "The UN mission in Mali counted ten men. The army told Radio Tombouctou that the mission was mistaken."
    article = annotated(text, "2015-12-01")
    assert [a.identifier_text for a in article.actors if a.text == "the mission"] == ["United Nations"]
