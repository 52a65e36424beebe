"""Wordings of ordinary news: passage barred, bodies that leave, inquiries that find, talks beside a deed, deeds side by side."""

from __future__ import annotations

import pytest
from telling import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A UN patrol was denied passage on Sunday by M23 fighters near Goma.", ("COERCE", "restrict", "COD", "UNO")),
        ("UN monitors were denied access to the village by the Syrian army.", ("COERCE", "withhold", "SYR", "UNO")),
        ("The protesters were removed by Kenyan police after two hours.", ("COERCE", "restrict", "KEN", "KEN")),
        ("Kenyan gunmen stole 200 cattle from Ugandan villagers.", ("COERCE", "seize", "KEN", "UGA")),
        ("Ukrainian troops and separatists were locked in battle near Donetsk.", ("ASSAULT", "UKR+UKR", "")),
        ("Fighting resumed near Goma between Congolese troops and M23 rebels.", ("ASSAULT", "COD+COD", "")),
        ("The Red Cross suspended activities in Afghanistan.", ("SANCTION", "discontinue", "NGO", "AFG")),
        ("The UN said it had withdrawn its staff from Mariupol.", ("SANCTION", "withdraw", "UNO", "UKR")),
        ("The UAE closed its training center in Mogadishu.", ("SANCTION", "withdraw", "ARE", "SOM")),
        (
            "Bulgaria declared two Russian diplomats personae non gratae and gave them 72 hours to leave.",
            ("SANCTION", "expel", "BGR", "RUS"),
        ),
        ("The OSCE sent a team to Donetsk to investigate the shelling.", ("ACCUSE", "investigate", "IGO", "")),
        ("Russia must withdraw its troops from Georgia, Angela Merkel said.", ("REQUEST", "yield", "DEU", "RUS")),
        ("The EU should impose sanctions on Minsk, the Lithuanian president said.", ("REQUEST", "LTU", "EUR")),
        ("Xi Jinping is to meet Vladimir Putin in Moscow.", ("AGREE", "CHN+RUS", "")),
        ('"There will be no talks with Hamas," Israel\'s prime minister said.', ("REJECT", "meet", "ISR", "PSE")),
        ("Hungary is blocking the package of EU sanctions.", ("REJECT", "HUN", "EUR")),
        ("Mali's government lifted its ceasefire with Tuareg rebels.", ("SANCTION", "discontinue", "MLI", "MLI")),
        (
            "Ukraine brought home 60 soldiers in another prisoner exchange with Russia.",
            ("RETREAT", "release", "UKR+RUS", ""),
        ),
        ("Hungary's government said forces loyal to Serbia were responsible.", ("ACCUSE", "allege", "HUN", "SRB")),
    ],
)
def test_ordinary_wordings(coded, text, event):
    assert told(coded(text)) == {event}


def test_an_inquirys_finding_and_the_deed_that_it_found_are_both_told(coded):
    events = told(
        coded("A report by African Union investigators found that Sudanese troops had raped women in Darfur.")
    )
    assert {e[:2] for e in events} == {("ACCUSE", "investigate"), ("ASSAULT", "sexual")}


def test_whoever_acts_in_talks_holds_them(coded):
    events = told(coded("John Kerry, in a phone call with Vladimir Putin on Wednesday, condemned Syria."))
    assert ("CONSULT", "phone", "USA+RUS", "") in events


def test_to_kill_some_and_take_others_is_two_deeds(coded):
    events = coded("Bandits invaded a village in Nigeria, killing four farmers and abducting 17 women.")
    assert sorted(e.mode for e in events if e.event == ["ASSAULT"]) == [[], ["abduct"]]


def test_a_visit_told_again_as_the_first_of_its_kind_is_one(coded):
    events = told(
        coded(
            "Narendra Modi is to visit Sri Lanka from March 13, the first visit by an Indian prime minister since 1987."
        )
    )
    assert events == {("AGREE", "IND", "LKA")}


def test_a_tried_murder_is_the_deed(coded):
    [deed] = [
        e
        for e in coded("Relations cooled after the attempted murder of the Russian spy Sergei Skripal.")
        if e.event == ["ASSAULT"]
    ]
    assert deed.mode == ["targeted"]
    assert deed.auxiliary == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Rwanda said two rockets fired from Congolese territory had landed in Uganda.",
            ("ASSAULT", "heavy-weapons", "COD", "UGA"),
        ),
        ("Women squatted in front of the Sri Lankan embassy.", ("PROTEST", "obstruct", "LKA", "LKA")),
        ("There was no legal basis for the Greek measure, the UN said.", ("ACCUSE", "disapprove", "UNO", "GRC")),
        ("Belarus has been rocked by protests.", ("PROTEST", "demo", "", "BLR")),
    ],
)
def test_wordings_that_the_parser_gets_wrong_or_nobody_acts_in(coded, text, event):
    assert told(coded(text)) == {event}


def test_a_deed_that_is_blamed_in_a_clause_of_its_own_is_told(coded):
    events = told(
        coded(
            "Ties cooled after the attempted murder of the Russian spy Sergei Skripal, which Britain has blamed on Iran."
        )
    )
    assert {e[0] for e in events} == {"ACCUSE", "ASSAULT"}


def test_a_truth_stated_of_a_thing_is_no_judgement_and_a_warning_of_weather_no_threat(coded):
    assert coded("There was a legal basis for the Greek measure, the court said.") == []
    assert coded("Residents can expect heavy rain and wind, the weather office in Nairobi said.") == []
