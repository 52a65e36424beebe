"""What reports of incidents between states and armed groups taught: who says it at the end of a sentence, whose men they are, at what
hour, what is handed over and where soldiers are sent."""

from __future__ import annotations

import pytest
from telling import told

from sayso.model import Settings
from sayso.pipeline import articles_of

PUBLISHED = "2012-10-27"  # a Saturday


def events(text: str):
    return [
        e for _, found in articles_of(f"{text}\n\nNothing else happened.", Settings(published=PUBLISHED)) for e in found
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peru freed two Chilean sailors on Monday, Defence Minister Ana Rios told parliament on Friday.", "Ana Rios"),
        ("Hezbollah freed two Danes on Monday close to the village of Qana, a shopkeeper told The Star.", "shopkeeper"),
        (
            "ANKARA, Oct 27 (AA) Peru extradited rebel leader Jo Paz to Chile on Monday, Justice Minister Eva Sol said.",
            "Eva Sol",
        ),
    ],
)
def test_who_says_it_at_the_end_of_the_sentence_is_the_source(text, speaker):
    assert [c.source for c in events(text)[0].claims] == [speaker]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Syrian jets bombed a village in Lebanon on Friday, the Lebanese army said in a statement. "
            "Two helicopters fired rockets at the village, the statement said.",
            "Lebanon",
        ),
        (
            "Hamas freed two Danish nurses on Friday, said an email signed by Hamas spokesman Sami Zuhri.",
            "Palestine",
        ),
    ],
)
def test_a_statement_speaks_for_whoever_made_it(text, side):
    assert {c.side for e in events(text) for c in e.claims} == {side}


def test_an_hour_alone_is_of_the_day_that_the_story_tells_of():
    found = events(
        "Syrian jets bombed a village in Lebanon on Tuesday. Two helicopters fired on the camp at around 2 p.m."
    )
    assert {e.date for e in found} == {"2012-10-23"}


def test_an_hour_alone_without_a_story_is_of_the_day_of_publication():
    assert events("A bomb killed five people in Kano at 8 a.m.")[0].date == PUBLISHED


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Bulgaria gave Syria 40 howitzers.", ("AID", "BGR", "SYR")),
        ("Bulgaria handed Syria 14 tanks.", ("AID", "BGR", "SYR")),
        ("Rifles went from Bulgaria to Syria.", ("AID", "BGR", "SYR")),
        ("Turkey flew five wounded Syrians to a hospital in Adana.", ("AID", "TUR", "SYR")),
        ("Chad sent 300 soldiers to its frontier with Sudan.", ("MOBILIZE", "troops", "TCD", "SDN")),
        ("Chad sent 300 men to the border.", ("MOBILIZE", "troops", "TCD", "")),
        ("Chadian soldiers were sent into a Sudanese village.", ("MOBILIZE", "troops", "TCD", "SDN")),
        ("Turkey admitted that its jets had bombed a village in Iraq.", ("ASSAULT", "aerial", "TUR", "IRQ")),
        ("Madrid, 27 Oct (EFE).- Chad sent 300 soldiers to the border on Friday.", ("MOBILIZE", "troops", "TCD", "")),
    ],
)
def test_what_is_handed_over_flown_out_and_sent(text, event):
    assert event in told(events(text))


def test_those_whom_an_ambulance_takes_to_hospital_are_not_abducted():
    assert not events("Ambulances took the wounded soldiers to a hospital.")


def test_a_day_before_the_speaker_is_that_of_the_deed():
    found = events(
        "Chad sent 300 soldiers into the Sudanese town, near the river, on Tuesday, a Sudanese minister said on Friday."
    )
    assert (found[0].date, found[0].claims[0].said_on) == ("2012-10-23", "2012-10-26")


def test_the_men_of_one_who_speaks_for_a_group_are_the_group():
    found = events(
        "FARC fighters captured two soldiers in Cali on Friday. "
        '"Our men took them on the road," Ramón Díez, a spokesman for the group, told reporters.'
    )
    assert told(found) == {("ASSAULT", "abduct", "COL", "COL")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Yemen freed four Omani sailors on Friday. Rebels captured the four near Aden.",
            ("ASSAULT", "abduct", "YEM", "OMN"),
        ),
        (
            "Gunmen kidnapped six Indian sailors on Monday. The army freed all six on Friday.",
            ("RETREAT", "release", "", "IND"),
        ),
        (
            "Peru seized a Chinese trawler on Monday. The vessel was released on Friday.",
            ("RETREAT", "release", "", "CHN"),
        ),
    ],
)
def test_the_four_and_the_vessel_are_those_told_of_before(text, event):
    assert any(e[: len(event) - 2] == event[:-2] and e[-1] == event[-1] for e in told(events(text)))


def test_what_lies_with_somebody_is_no_lie():
    found = events(
        '"Peru expelled our consul. The responsibility for our reply lies with them," a Chilean minister said.'
    )
    assert {c.stance for e in found for c in e.claims} == {"asserts"}


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "The ELN claimed responsibility for a grenade attack on a bar in Arauca, in which seven people have now died.",
            7,
        ),
        (
            "Rebels attacked a bar in Lira on Monday, killing five people. A sixth victim, a cook, died in hospital on Tuesday.",
            6,
        ),
        (
            "Thai guns shelled a Cambodian post on Monday. A third soldier died on Wednesday, so that the dead now number three.",
            3,
        ),
        ("Gunmen attacked a bus in Quetta on Monday. The death toll stands at nine.", 9),
        ("Gunmen attacked a bus in Quetta on Monday. The number of dead is now eleven.", 11),
        ("Gunmen attacked a bus in Quetta on Monday. Two of the wounded died overnight, bringing the toll to nine.", 9),
    ],
)
def test_a_toll_grows_with_what_is_told_later(coded, text, dead):
    assert {e.size.dead for e in coded(text) if e.event == ["ASSAULT"] and e.size} == {dead}


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("Rebels seized three Czech engineers in Bria on Monday.", "ASSAULT", "abduct"),
        ("ELN guerrillas took three Ecuadorean policemen from a checkpoint on Tuesday.", "ASSAULT", "abduct"),
        (
            "The Iranian navy captured a launch of the Kuwaiti coastguard and its three-man crew on Sunday.",
            "COERCE",
            "seize",
        ),
        ("The Kenyan navy stopped a Somali dhow on Sunday.", "COERCE", "seize"),
    ],
)
def test_outlaws_abduct_people_and_a_state_seizes_boats(coded, text, event, mode):
    assert [(e.event, e.mode) for e in coded(text) if e.event[0] in ("ASSAULT", "COERCE")] == [([event], [mode])]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Iranian boats seized a Kuwaiti coastguard launch on Sunday.", {"KWT"}),
        ("Nigerian troops shelled a Cameroonian army post on Monday.", {"CMR"}),
        ("Rwandan soldiers fired on a Congolese police jeep on Monday.", {"COD"}),
    ],
)
def test_a_nationality_before_a_bodys_thing_is_the_bodys(coded, text, whom):
    assert {p.code for e in coded(text) for p in e.recipient} == whom
