"""A user's own knowledge files, laid over the packaged ones."""

from __future__ import annotations

import asyncio
import threading

import pytest

import sayso
from sayso.annotating.actors.lexicon import agents
from sayso.knowledge import lookup, state_name
from sayso.knowledge.names import best
from sayso.knowledge.outlets import outlet_at, outlet_named
from sayso.knowledge.own import current, using, within
from sayso.knowledge.own import own as files_of
from sayso.knowledge.who import who


def test_a_users_row_stands_in_for_the_packaged_rows_of_its_name(own):
    own("groups.csv", "name,aliases,code,sector,from,to\nBoko Haram,BH Sect,NGA,CRM,2003,\n")
    assert [(e.code, e.sector) for e in lookup("Boko Haram", "2015-01-01")] == [("NGA", "CRM")]
    assert lookup("BH Sect")[0].name == "Boko Haram"
    assert "[your groups.csv, line 2]" in who("Boko Haram", "2015-01-01")[1]


def test_a_users_row_may_stand_beside_the_packaged_ones(own):
    own("groups.csv", "name,aliases,code,sector,change\nTaliban,Talebs,AFG,REB,add\n")
    assert best(lookup("Talebs"), "2015-01-01").name == "Taliban"
    assert len(lookup("Taliban")) == 5


def test_a_users_row_may_take_the_packaged_ones_away(own):
    own("groups.csv", "name,change\nBoko Haram,remove\n")
    assert not lookup("Boko Haram")


def test_what_the_user_says_of_a_name_comes_before_what_the_package_says(own):
    own("organizations.csv", "name,code,sector\nWhite House,USA,BUS\n")
    assert best(lookup("White House"), "2015-01-01").sector == "BUS"


def test_a_toml_file_adds_a_group(own):
    own(
        "groups.toml",
        '[[groups]]\nname = "Blue Lance"\naliases = ["Lancers of the Blue"]\ncode = "MLI"\nsector = "REB"\nfrom = 2001-05-03\n',
    )
    assert lookup("Lancers of the Blue")[0].since == "2001-05-03"
    assert lookup("Hamas", "2015-01-01")


def test_a_file_may_lie_in_a_folder_named_after_its_table(own):
    own("officeholders/mine.csv", "person,code,office,sector,from\nAna Corrida,FRA,minister of tides,GOV,2020\n")
    assert lookup("Ana Corrida", "2021")[0].office == "minister of tides"


def test_an_office_holding_may_be_ended_and_the_successor_named(own):
    own(
        "officeholders.csv",
        "person,code,office,sector,from,to\n"
        "Vladimir Putin,RUS,president,GOV,2012-05-07,2030-05-07\nAna Corrida,RUS,president,GOV,2030-05-07,\n",
    )
    assert "until 2030-05-07" in who("Vladimir Putin", "2031")[0]
    assert "Ana Corrida, president" in who("Corrida", "2031")[0]


def test_a_users_state_brings_its_own_code(own):
    files = own("states.csv", "code,name,adjectives\nZZX,Zubrowka,Zubrowkan\n")
    own("groups.csv", "name,code,sector\nZubrowka Front,ZZX,REB\n")
    assert not files.problems
    assert state_name("ZZX") == "Zubrowka"
    assert lookup("Zubrowka Front")[0].code == "ZZX"


def test_a_users_outlet_is_known_by_name_and_address(own):
    own(
        "outlets.csv",
        "name,aliases,code,domain,kind\nThe Daily Lantern,Lantern|D. Lantern,GBR,lantern.example,newspaper\n",
    )
    assert outlet_named("the lantern").name == "The Daily Lantern"
    assert outlet_at("https://news.lantern.example/x").code == "GBR"


def test_a_users_agent_noun_is_known(own):
    own("agents.csv", "noun,sector,kind,stands_for\nlamplighter,LAB,person,self\n")
    assert agents()["lamplighter"].sector == "LAB"
    assert "soldier" in agents()


def test_columns_may_be_parted_by_semicolons_and_begin_with_a_byte_order_mark(own):
    files = own("groups.csv", "\ufeffName;Code;Sector\nBlue Lance;MLI;REB\n")
    assert not files.problems
    assert lookup("Blue Lance")[0].code == "MLI"


def test_after_use_the_packaged_files_are_back(own, tmp_path):
    (tmp_path / "outlets.csv").write_text("name,code\nThe Daily Lantern,GBR\n")
    with using(tmp_path):
        assert outlet_named("Daily Lantern")
    assert not lookup("Daily Lantern")
    assert not outlet_named("Daily Lantern")


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("groups.csv", "name,code\nBlue Lance,MLI\nRed Lance,XXQ\n", "groups.csv, line 3: unknown code 'XXQ'"),
        ("groups.csv", "name,sector\nBlue Lance,ARMY\n", "groups.csv, line 2: unknown sector 'ARMY'"),
        (
            "groups.csv",
            "name,alias\nBlue Lance,BL\n",
            "groups.csv, line 1: unknown column 'alias'; 'aliases' is meant?",
        ),
        ("groups.csv", "code\nMLI\n", "groups.csv, line 1: has no column name"),
        ("groups.csv", "name,from\nBlue Lance,May 2001\n", "groups.csv, line 2: 'May 2001' is no date"),
        ("groups.csv", "name,from\nBlue Lance,2001-02-30\n", "'2001-02-30' is no date"),
        ("groups.csv", "name,from,to\nBlue Lance,2004,2001\n", "line 2: ends (2001) before it begins (2004)"),
        (
            "groups.csv",
            "name\nBlue Lance\nblue lance\n",
            "line 3: says of 'blue lance' at the same time what groups.csv, line 2",
        ),
        (
            "groups.csv",
            "name,change\nBoko Harm,remove\n",
            "removes what the package does not have; nearest is 'boko haram'",
        ),
        ("groups.csv", "name,change\nBlue Lance,delete\n", "change is 'delete'; write replace or add or remove"),
        ("groups.csv", "name,code\nBlue Lance,MLI,REB\n", "line 2: has 3 cells for 2 columns"),
        ("groups.csv", "name,code\n,MLI\n", "line 2: name is empty"),
        ("groups.csv", "", "groups.csv, line 1: is empty"),
        ("groups.csv", "name,code\n", "holds no rows"),
        ("groups.csv", "name\nBlue\nGr\u00fcn".encode("latin-1"), "groups.csv, line 3: is not UTF-8 text"),
        ("groups.csv", 'name\n"Blue'.encode("utf-16"), "is not UTF-8 text"),
        (
            "groups.toml",
            '[[groups]]\nname = "Blue"\n\n[[groups]]\ncode = "MLI"\n',
            "groups.toml, line 4: name is empty",
        ),
        ("groups.toml", "[[groups]\n", "groups.toml: is no TOML"),
        ("states.csv", "code,name\nFRN,France\n", "unknown code 'FRN'"),
        ("agents.csv", "noun,kind\nlamplighter,human\n", "kind is 'human'; write person or spokesperson or body"),
        ("people.csv", "name\nAna Corrida\n", "people.csv: is not a knowledge file"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_and_the_rest_is_used(own, tmp_path, file, text, says):
    (tmp_path / "organizations.csv").write_text("name,code\nTide Council,IGO\n")
    (problem,) = own(file, text).problems
    assert says in str(problem)
    assert "\n" not in str(problem)
    assert lookup("Tide Council")


@pytest.mark.parametrize("make", [lambda p: p / "nowhere", lambda p: p], ids=["missing", "empty"])
def test_a_directory_without_files_is_refused(tmp_path, make):
    with pytest.raises(ValueError, match=r"there is no such directory|holds no knowledge files"):
        files_of(make(tmp_path))


TEXT = "The Blue Lance attacked the town of Gao on Friday. The Blue Lance killed three soldiers."


@pytest.fixture
def two(tmp_path):
    """Two directories that say different things of one name."""
    for name, code, sector in (("one", "MLI", "REB"), ("two", "NER", "PRM")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "groups.csv").write_text(f"name,code,sector\nBlue Lance,{code},{sector}\n")
    return tmp_path / "one", tmp_path / "two"


def _coded(directory) -> set[tuple[str | None, str | None]]:
    events = sayso.code(TEXT, published="2018-10-14", knowledge=directory)
    assert events
    return {(a.code, a.sector) for e in events for a in e.actor if a.identifier_text == "Blue Lance"}


def test_two_directories_are_told_apart_in_one_process(two):
    one, other = two
    assert _coded(one) == {("MLI", "REB")}
    assert _coded(other) == {("NER", "PRM")}
    assert _coded(one) == {("MLI", "REB")}
    assert ("MLI", "REB") not in _coded(None)


def test_an_edited_file_is_read_again(two):
    one, _ = two
    assert _coded(one) == {("MLI", "REB")}
    (one / "groups.csv").write_text("name,code,sector\nBlue Lance,TCD,REB\n")
    assert _coded(one) == {("TCD", "REB")}


def test_threads_and_tasks_use_their_own_directory(two):
    seen: dict[str, str | None] = {}

    def look(directory) -> None:
        with using(directory):
            seen[directory.name] = lookup("Blue Lance")[0].code

    threads = [threading.Thread(target=look, args=(d,)) for d in two]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

    async def later(directory) -> str | None:
        with using(directory):
            await asyncio.sleep(0)
            return lookup("Blue Lance")[0].code

    async def both() -> list[str | None]:
        return list(await asyncio.gather(*(later(d) for d in two)))

    assert seen == {"one": "MLI", "two": "NER"}
    assert asyncio.run(both()) == ["MLI", "NER"]


def test_whoever_takes_items_does_not_see_the_files_they_were_made_with(two):
    for item in within(two[0], (lookup("Blue Lance") for _ in range(2))):
        assert item
        assert current().digest == ""


def test_events_name_the_users_knowledge_by_its_content(two, tmp_path):
    def coder(directory) -> str:
        return sayso.code(TEXT, published="2018-10-14", knowledge=directory)[0].cite_info.coder

    same = tmp_path / "elsewhere"
    same.mkdir()
    (same / "groups.csv").write_bytes((two[0] / "groups.csv").read_bytes())
    assert " knowledge:" in coder(two[0])
    assert coder(two[0]) == coder(same) != coder(two[1])
    assert "knowledge" not in coder(None)


def test_the_python_functions_warn_of_a_bad_line_and_use_the_rest(two):
    (two[0] / "groups.csv").write_text("name,code,sector\nRed Lance,QQR,REB\nBlue Lance,MLI,REB\n")
    with pytest.warns(UserWarning, match=r"line 2: unknown code 'QQR'"):
        assert _coded(two[0]) == {("MLI", "REB")}


def test_a_missing_directory_is_refused_in_python(tmp_path):
    with pytest.raises(ValueError, match="there is no such directory"):
        sayso.relate(TEXT, (0, 14), (24, 35), knowledge=tmp_path / "nowhere")
