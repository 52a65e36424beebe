"""What is told of a name, and a user's own files laid over the packaged ones."""

from __future__ import annotations

import pytest

from sayso.knowledge import lookup, names
from sayso.knowledge.names import best, by_family_name, find
from sayso.knowledge.who import who


@pytest.fixture
def own(tmp_path):
    """A function that writes a user's file and lays its folder over the packaged ones; taken off after the test."""

    def lay(file: str, text: str) -> None:
        (tmp_path / file).write_text(text, encoding="utf8")
        names.use(tmp_path)

    yield lay
    names.use(None)


def test_who_tells_the_reading_of_the_day_first():
    lines = who("Hamas", "2003-05-01")
    assert lines[0].startswith("Hamas on 2003-05-01: the group Hamas (PSE, REB)")
    assert any("does not hold [groups.csv]" in line for line in lines[1:])


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
    assert "hezbollah" in line


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


def test_a_users_row_replaces_the_packaged_rows_of_its_name(own):
    own("groups.csv", "name,aliases,code,sector,from,to\nBoko Haram,BH Sect,NGA,CRM,2003,\n")
    assert [(e.code, e.sector) for e in lookup("Boko Haram", "2015-01-01")] == [("NGA", "CRM")]
    assert lookup("BH Sect")[0].name == "Boko Haram"
    assert "[your groups]" in who("Boko Haram", "2015-01-01")[1]


def test_a_users_toml_file_adds_a_group(own):
    own(
        "groups.toml",
        '[[groups]]\nname = "Blue Lance"\naliases = ["Lancers of the Blue"]\ncode = "MLI"\nsector = "REB"\n',
    )
    assert lookup("Lancers of the Blue")[0].name == "Blue Lance"
    assert lookup("Hamas", "2015-01-01")


def test_a_users_files_are_taken_off_again(own):
    own("outlets.csv", "name,code\nThe Daily Lantern,GBR\n")
    assert lookup("Daily Lantern")
    names.use(None)
    assert not lookup("Daily Lantern")


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("groups.csv", "name,code\nBlue Lance,MLI\nRed Lance,XXQ\n", "groups.csv:3: unknown code 'XXQ'"),
        ("groups.csv", "name,sector\nBlue Lance,ARMY\n", "groups.csv:2: unknown sector 'ARMY'"),
        ("groups.csv", "name,colour\nBlue Lance,blue\n", "groups.csv:1: unknown column 'colour'"),
        ("groups.csv", "name,from\nBlue Lance,May 2001\n", "groups.csv:2: 'May 2001' is no date"),
        ("groups.csv", "name,from,to\nBlue Lance,2004,2001\n", "groups.csv:2: ends (2001) before it begins (2004)"),
        ("officeholders.csv", "person,code,office\nAna Vale,FRA,\n", "officeholders.csv:2: office is empty"),
        ("groups.toml", '[[groups]]\nname = "Blue"\n\n[[groups]]\ncode = "MLI"\n', "groups.toml:4: name is empty"),
        ("people.csv", "name\nAna Vale\n", "not a knowledge file"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(own, file, text, says):
    with pytest.raises(ValueError, match=r".") as error:
        own(file, text)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_bad_file_leaves_what_was_laid_before(own, tmp_path):
    own("groups.csv", "name,code\nBlue Lance,MLI\n")
    with pytest.raises(ValueError, match="unknown code"):
        own("outlets.csv", "name,code\nLantern,QQQ\n")
    assert lookup("Blue Lance")
