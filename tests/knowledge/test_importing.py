"""Actors and agents dictionaries of older coders become knowledge files of a user's own."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import sayso
from sayso.knowledge import lookup
from sayso.knowledge.importing import convert
from sayso.knowledge.names import best
from sayso.knowledge.own import using
from sayso.knowledge.petrarch import iso
from sayso.knowledge.spelling import spelled
from sayso.knowledge.who import who

ACTORS = """
# A project's actors
<!-- over
two lines -->
KENYA_ [KEN]
+KENIA_
+KISUMU_
JOMO_KARANJA_ ; a note
+MINISTER_KARANJA_
\t[KENELI 650101-130409]
\t[KENGOV 130409-20170825]
\t[KENELI]
BLUE_LANCE_FRONT_(BLF)_ [KENREB]  # a note
SCARLET_BAND_ [SASREB Dec 1990 - Jan 1994]
LAKE_ACCORD_SECRETARIAT_\t[IGOUNO < 950601][IGOWSTNAT >19950601] ; a note
FAR_PARTY_ [KENOPP] [---]
HAMID_KARZAI_
\t[AFGGOV >011222]
"""
AGENTS = """
!PERSON! = MAN, WOMAN
CATTLE_GUARDS!PERSON! [~COP]
CHAMBER_OF_TRADE {CHAMBERS_OF_TRADE} [~BUS]
FIGHTER [~UAF]
DEMONSTRATOR [~OPP]
MINISTER [~GOV]
"""


@pytest.fixture
def imported(tmp_path):
    """A function that imports dictionaries and gives what was done, the rows of a table, and the directory."""

    def run(**texts: str | bytes):
        paths = []
        for name, text in texts.items():
            paths.append(tmp_path / f"{name}.txt")
            paths[-1].write_bytes(text if isinstance(text, bytes) else text.encode())
        done = convert(paths, tmp_path / "out")

        def rows(table: str) -> list[dict[str, str]]:
            path = tmp_path / "out" / f"{table}.csv"
            return list(csv.DictReader(path.open(encoding="utf8"))) if path.exists() else []

        return done, rows, tmp_path / "out"

    return run


def said(done) -> list[str]:
    return [str(p).partition(", ")[2] for p in done.problems]


def test_actors_keep_their_restrictions_of_dates(imported):
    done, rows, _ = imported(actors=ACTORS)
    assert not done.problems
    karanja = [
        (r["code"], r["sector"], r["from"], r["to"]) for r in rows("officeholders") if r["person"] == "Jomo Karanja"
    ]
    assert karanja == [
        ("KEN", "ELI", "", "2013-04-09"),
        ("KEN", "GOV", "2013-04-09", "2017-08-25"),
        ("KEN", "ELI", "2017-08-25", ""),
    ]
    assert [(r["code"], r["from"], r["to"]) for r in rows("organizations") if r["name"].startswith("Lake")] == [
        ("UNO", "", "1995-06-01"),
        ("IGO", "1995-06-01", ""),
    ]


def test_names_find_their_table_and_the_spelling_of_texts(imported):
    _, rows, _ = imported(actors=ACTORS)
    assert [(r["name"], r["acronyms"], r["code"], r["sector"], r["from"], r["to"]) for r in rows("groups")] == [
        ("Blue Lance Front", "BLF", "KEN", "REB", "", ""),
        ("Scarlet Band", "", "IMG", "REB", "1990-12", "1994-01"),
    ]
    assert [(r["name"], r["names"]) for r in rows("states")] == [("Kenya", "Kenia")]  # Kisumu is left to the gazetteer
    assert rows("organizations")[-1]["name"] == "Far Party"
    assert rows("organizations")[-1]["sector"] == "PTY"


def test_a_person_whom_sayso_knows_keeps_the_office(imported):
    _, rows, _ = imported(actors=ACTORS)
    assert [r["office"] for r in rows("officeholders") if r["person"] == "Hamid Karzai"] == ["president"]


def test_agents_become_nouns_with_sets_plurals_and_other_sectors(imported):
    done, rows, _ = imported(agents=AGENTS)
    assert [(r["noun"], r["sector"], r["kind"]) for r in rows("agents")] == [
        ("cattle guardsman", "COP", "person"),
        ("cattle guardswoman", "COP", "person"),
        ("chamber of trade", "BUS", "body"),
        ("chambers of trade", "BUS", "body"),
        ("fighter", "UAF", "person"),
    ]
    assert done.known == 2


def test_what_was_imported_is_used_by_who_and_by_coding(imported):
    _, _, directory = imported(actors=ACTORS, agents=AGENTS)
    text = "BLF fighters killed a cattle guardsman in Kisumu on Monday, Minister Karanja said."
    with using(directory):
        assert who("Jomo Karanja", "2015-01-01")[0].endswith("(KEN, GOV)")
        assert best(lookup("Jomo Karanja"), "2018-01-01").sector == "ELI"
    events = sayso.code(text, published="2015-06-03", knowledge=directory)
    assert [(e.event[0], e.actor[0].identifier_text, e.recipient[0].sector) for e in events] == [
        ("ASSAULT", "Blue Lance Front", "COP")
    ]
    assert events[0].claims[0].source == "Jomo Karanja"


def test_each_line_that_cannot_be_carried_over_is_named_and_the_rest_imported(imported):
    bad = (
        "GREY_CO_ [XQZREB]\nRIVER_ [KENGOV 2004017-20061201]\nNOTHING_\nSTONE_BAND_ [KENREB\n+\nGOOD_FRONT_ [KENREB]\n"
    )
    done, rows, _ = imported(actors=bad, agents="WIZARD!FOLK! [~CVL]\nHUT [KEN]\nBOAT_GUARD [~COP]\nSEA_WATCH [IGO~]\n")
    assert [s.partition(";")[0] for s in said(done)] == [
        "line 1: unknown code 'XQZ' in XQZREB",
        "line 2: [KENGOV 2004017-20061201]: '2004017' is no date",
        "line 3: 'NOTHING' has no code",
        "line 4: a bracket that does not end",
        "line 5: a + without a name",
        "line 1: 'WIZARD!FOLK!': the set !FOLK! is not defined",
        "line 2: 'HUT' has no agent's code",
        "line 4: IGO~ says no sector, only the code IGO",
    ]
    assert [r["name"] for r in rows("groups")] == ["Good Front"]
    assert [r["noun"] for r in rows("agents")] == ["boat guard"]


def test_a_line_that_is_no_utf8_is_named_and_the_rest_imported(imported):
    done, rows, _ = imported(actors=b"CAF\xe9_BAND_ [FRAREB]\nGOOD_FRONT_ [KENREB]\n")
    assert said(done) == ["line 1: is not UTF-8 text; save the file as UTF-8; it is left out"]
    assert len(rows("groups")) == 1


def test_entries_that_contradict_each_other_are_named(imported):
    done, rows, _ = imported(one="GREY_BAND_ [KENREB]\nGREY_BAND_ [UGAREB]\nGREY_BAND_ [KENREB]\n+GREYS_\n")
    assert len(done.problems) == 1
    assert "'Grey Band' at the same time otherwise than" in str(done.problems[0])
    assert [(r["code"], r["aliases"]) for r in rows("groups")] == [("KEN", "Greys")]


def test_nothing_is_written_where_something_is_or_where_nothing_can_be(imported, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.csv").write_text("x")
    with pytest.raises(ValueError, match="is there already"):
        imported(actors=ACTORS)
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["mine.csv"]
    with pytest.raises(ValueError, match="nothing is written"):
        convert([tmp_path / "actors.txt", tmp_path / "absent.txt"][1:], tmp_path / "other")
    assert not (tmp_path / "other").exists()
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_a_dictionary_of_verbs_is_named(imported):
    verbs = "--- GIVE [070] ---\nGIVE\n- * AID [071]\n- * ARMS [072]\n- * LOAN [071]\n"
    done, rows, _ = imported(verbs=verbs, actors="GOOD_FRONT_ [KENREB]\n")
    assert "is a dictionary of verbs" in str(done.problems[0])
    assert len(rows("groups")) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("930101", "1993-01-01"),
        ("300101", "2030-01-01"),
        ("19930101", "1993-01-01"),
        ("1993", "1993"),
        ("1993-05-02", "1993-05-02"),
        ("Dec 1990", "1990-12"),
        ("15 Dec. 1990", "1990-12-15"),
    ],
)
def test_dates_are_read_in_every_shape(written, meant):
    assert iso(written) == meant


@pytest.mark.parametrize("written", ["2004017", "20100931", "soon", "930001"])
def test_what_is_no_date_is_refused(written):
    with pytest.raises(ValueError, match="is no d"):
        iso(written)


@pytest.mark.parametrize(
    ("capitals", "name", "acronyms"),
    [
        ("KURDISTAN_WORKERS'_PARTY_(PKK)_", "Kurdistan Workers' Party", ["PKK"]),
        ("DIRECT_ACTION_(GREECE)_", "Direct Action", []),
        ("THE_LEAGUE_OF_THE_LAKE_", "League of the Lake", []),
        ("THOMAS_P._O'NEILL,_JR._", "Thomas P. O'Neill, Jr.", []),
        ("U.N._ENVOY", "U.N. Envoy", []),
        ("JOHN_MCCAIN", "John McCain", []),
    ],
)
def test_names_in_capitals_are_spelled_as_texts_do(capitals, name, acronyms):
    assert spelled(capitals) == (name, acronyms)


def test_the_examples_of_the_docs_are_read_without_fault(tmp_path):
    examples = Path(__file__).parents[2] / "examples"
    assert not convert([examples / "actors.txt", examples / "agents.txt"], tmp_path / "out").problems
