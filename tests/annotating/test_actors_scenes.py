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
        ("The Central Committee of Sudan Doctors counted the dead.", "The Central Committee of Sudan Doctors", "MED"),
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
