"""What is told of a name."""

from __future__ import annotations

import re

import pytest

from sayso.knowledge import lookup
from sayso.knowledge.families import by_family_name
from sayso.knowledge.names import best, find
from sayso.knowledge.who import who


def test_who_tells_the_reading_of_the_day_first():
    lines = who("Hamas", "2003-05-01")
    assert lines[0].startswith("Hamas on 2003-05-01: the group Hamas (PSE, REB)")
    assert any(re.search(r"does not hold \[groups.csv, line \d+\]", line) for line in lines[1:])


def test_who_tells_that_a_term_has_ended():
    assert "until 2016-07-13" in who("David Cameron", "2018-01-01")[0]
    assert "GBR" in who("David Cameron", "2018-01-01")[0]


def test_who_knows_a_seat_from_a_body():
    assert "seat of the government of Russia (RUS, GOV)" in who("Kremlin", "2018")[0]
    assert "Pentagon, a body of United States (USA, MIL)" in who("Pentagon", "2018")[0]


def test_who_knows_a_leader_by_family_name():
    assert "Vladimir Putin, president (Russia)" in who("Putin", "2015-02-01")[0]


def test_who_names_what_is_near_an_unknown_name():
    (line,) = who("Hezbolah")
    assert "nothing is known" in line
    assert "Hezbollah" in line


def test_a_family_name_is_that_of_the_office_holder_of_the_day():
    assert by_family_name("Bush", "1991-02-01").name == "George H. W. Bush"
    assert by_family_name("Bush", "2004-02-01").name == "George W. Bush"


def test_a_family_name_that_nobody_in_office_bears_is_nobody():
    assert by_family_name("Xanthippou", "2004-02-01") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ships crossed the South China Sea.", "South China Sea"),
        ("The Donetsk People's Republic fell silent.", "Donetsk People's Republic"),
        ("It was Ban Ki-moon who spoke.", "Ban Ki-moon"),
    ],
)
def test_the_longest_name_is_found(text, name):
    (found,) = find(text)
    assert text[found.start : found.end] == name


def test_of_two_facts_the_one_with_tighter_dates_is_meant():
    assert best(lookup("Belgrade", "1999-04-01"), "1999-04-01").code == "YUG"


def test_before_its_founding_a_group_is_told_with_the_year_of_it():
    assert who("Taliban", "1990")[0].endswith("but only from 1994")


def test_a_month_or_year_asks_for_all_that_held_in_it():
    lines = who("Mike Pompeo", "2018")
    assert "secretary of state" in lines[0]
    assert [line for line in lines[1:] if "CIA director" in line and ": holds" in line]


def test_of_an_adjective_that_states_share_the_most_populous_is_told():
    assert "COD" in who("Congolese", "2015-01-01")[0]


def test_a_ministry_is_known_by_its_noun_and_its_state():
    first, noun, owner = who("the Afghan defence ministry", "2010")
    assert "of Afghanistan" in first
    assert "(AFG, GOV)" in first
    assert re.search(r"\[agents.csv, line \d+\]", noun)
    assert "[states.csv, line 2]" in owner


def test_an_acronym_in_small_letters_is_told_in_capitals():
    assert who("isis", "2015")[:2] == [
        "'isis' is read as a name only in capitals",
        "ISIS in 2015: the group Islamic State (IMG, REB)",
    ]


def test_a_family_name_that_several_bear_and_none_in_office_lists_them_all():
    lines = who("Clinton", "2018")
    assert "a family name of 2 people" in lines[0]
    assert {"Hillary Clinton", "Bill Clinton"} == {line.strip().partition(",")[0] for line in lines[1:]}


def test_a_misspelt_family_name_finds_its_like():
    assert "Netanyahu" in who("Natenyahu")[0]


def test_accents_may_be_left_out_or_put_in():
    assert lookup("Nicolas Maduro") == lookup("Nicolás Maduro") != []


def test_a_day_that_is_none_is_refused_in_words():
    with pytest.raises(ValueError, match="'last May' is no date"):
        who("Hamas", "last May")


def test_a_name_of_no_letters_is_told_so():
    assert who(" ! ") == ["no name was given; write one, as in sayso who Hamas"]


@pytest.mark.parametrize(
    ("name", "code", "sector"),
    [
        ("National Committee for the Salvation of the People", "MLI", "GOV"),
        ("Regional Indigenous Council of Cauca", "COL", "SOC"),
        ("Sudan Doctors Network", "SDN", "LAB"),
        ("Independent Electoral and Boundaries Commission", "KEN", "GOV"),
        ("Imbonerakure", "BDI", "PRM"),
        ("Yacimientos Petroliferos Fiscales Bolivianos", "BOL", "BUS"),
    ],
)
def test_parties_unions_and_bodies_of_many_states_are_known(name, code, sector):
    assert (code, sector) in {(e.code, e.sector) for e in lookup(name)}
