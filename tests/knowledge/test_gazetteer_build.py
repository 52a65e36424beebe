"""Building a gazetteer from GeoNames dumps, and what happens with files that are none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from dumps import line, made_up, write
from typer.testing import CliRunner

from sayso.cli import app
from sayso.knowledge.build_gazetteer import build
from sayso.knowledge.gazetteer import Gazetteer, use

ROWS = [
    line(1, "Testville", "Oldtown,ABC,Тест", people=90_000),
    line(2, "Test Area", kind=("A", "ADM1")),
    line(3, "Test Hotel", kind=("S", "HTL")),
    line(4, "Chad", kind=("A", "PCLI"), people=15_000_000),
    line(5, "Test Sea", kind=("H", "SEA"), country=""),
    line(6, "Oldtown", "Vieux Bourg"),
]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write(tmp_path / "TD.zip", ROWS, "TD.txt")


def ids(gazetteer: Gazetteer, name: str) -> list[int | None]:
    return [e.geonameid for e in gazetteer.lookup(name)]


def test_a_dump_is_built_into_a_gazetteer(dump: Path, tmp_path: Path) -> None:
    assert build(dump, tmp_path / "g") == 4
    built = Gazetteer(tmp_path / "g")
    found = built.lookup("Oldtown")[0]
    assert (found.geonameid, found.name, found.country, found.lat, found.lon) == (1, "Testville", "TCD", 10.5, 20.25)
    assert ids(built, "Oldtown") == [1, 6]
    assert ids(built, "Vieux Bourg") == [6]
    assert built.lookup("Test Hotel") == ()
    assert ids(built, "Chad") == [2434508]
    assert built.lookup("Test Sea")[0].country is None
    assert sorted(p.name for p in tmp_path.iterdir()) == ["TD.zip", "g"]


def test_the_text_file_of_a_dump_is_read_like_the_archive(tmp_path: Path) -> None:
    (tmp_path / "TD.txt").write_text("\n".join(ROWS) + "\n", encoding="utf8")
    assert build(tmp_path / "TD.txt", tmp_path / "g") == 4


def test_alternate_names_add_names_and_nothing_else(dump: Path, tmp_path: Path) -> None:
    rows = [
        "1\t6\ten\tNewtown\t\t\t\t1",
        "2\t6\tru\tNovigrad",
        "3\t99\ten\tNowhere",
        "4\t6\t\tOtherburg\t\t\t\t\t\t",
    ]
    names = write(tmp_path / "names.zip", rows, "alternateNamesV2.txt")
    build(dump, tmp_path / "g", other_names=names)
    built = Gazetteer(tmp_path / "g")
    assert [ids(built, n) for n in ("Newtown", "Novigrad", "Nowhere", "Otherburg")] == [[6], [], [], [6]]


def test_building_twice_gives_the_same_bytes(dump: Path, tmp_path: Path) -> None:
    build(dump, tmp_path / "a")
    build(dump, tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (line(7, "North", lat=95.2), "line 7: the latitude 95.2 is out of range"),
        (line(7, "East", lon="-180.5"), "line 7: the longitude -180.5 is out of range"),
        (line(7, "Nowhere", lat="nan"), "line 7: the latitude nan is out of range"),
        (line(7, "Here", lat="here"), "line 7: the latitude is 'here'"),
        (line(7, "Crowd", people="many"), "line 7: the population is 'many'"),
        (line(7, ""), "line 7: it has no number or no name"),
        ("7\tShort\tShort", "line 7: 3 columns instead of 19"),
    ],
)
def test_a_row_that_cannot_be_right_is_left_out_with_one_line(tmp_path: Path, row: str, said: str) -> None:
    problems: list[str] = []
    source = write(tmp_path / "TD.zip", [*ROWS, row, line(8, "Lastville")], "TD.txt")
    assert build(source, tmp_path / "g", problem=problems.append) == 5
    assert len(problems) == 1
    assert said in problems[0]
    built = Gazetteer(tmp_path / "g")
    assert ids(built, "Lastville") == [8]
    assert all(built.lookup(n) == () for n in ("North", "East", "Nowhere", "Here", "Crowd", "Short"))


def _broken(folder: Path, how: str) -> Path:
    whole = write(folder / "whole.zip", [*made_up(3000)])
    data = whole.read_bytes()
    path = folder / f"{how}.zip"
    if how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "damaged":
        middle = len(data) // 2
        path.write_bytes(data[:middle] + bytes(64) + data[middle + 64 :])
    elif how == "noise":
        path.write_bytes(os.urandom(5000))
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "pictures":
        write(path, ["x"], "photo.jpg")
    elif how == "names":
        write(path, ["1\t6\ten\tNewtown\t\t\t\t1"], "alternateNamesV2.txt")
    elif how == "hotels":
        write(path, [line(1, "Inn", kind=("S", "HTL"))], "TD.txt")
    return path


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("cut", "cut short"),
        ("damaged", "damaged or cut short"),
        ("noise", "neither a zip archive nor a text file"),
        ("empty", "neither a zip archive nor a text file"),
        ("pictures", "no table of GeoNames"),
        ("names", "8 columns instead of 19"),
        ("hotels", "no place in it"),
        ("missing", "No such file"),
    ],
)
def test_a_file_that_is_no_dump_is_named_in_one_line_and_nothing_is_built(tmp_path: Path, how: str, said: str) -> None:
    path = _broken(tmp_path, how)
    (tmp_path / "g").write_bytes(b"what was there")
    run = CliRunner().invoke(app, ["gazetteer", "build", str(path), "--out", str(tmp_path / "g")])
    assert run.exit_code == 1
    last = run.stderr.splitlines()[-1]
    assert said in last
    assert path.name in last
    assert how == "damaged" or run.stderr == last + "\n"  # what is damaged may have unreadable rows first
    assert "Traceback" not in run.stderr
    assert (tmp_path / "g").read_bytes() == b"what was there"
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_the_command_builds_beside_the_dump_and_the_index_is_used(dump: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["gazetteer", "build", str(dump)])
    assert run.exit_code == 0, run.stderr
    text = tmp_path / "a.txt"
    text.write_text("Troops took the village of Testville on Sunday.", encoding="utf8")
    try:
        found = CliRunner().invoke(app, ["annotate", str(text), "--gazetteer", str(tmp_path / "TD.gazetteer")])
    finally:
        use(None)
    assert '"geonameid": 1, "lat": 10.5' in found.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no such gazetteer"), (b"no database" * 100, "not a gazetteer"), (b"cut", "cut short")],
)
def test_a_file_that_is_no_gazetteer_ends_the_command(
    dump: Path, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "g"
    if content == b"cut":
        build(dump, path)
        path.write_bytes(path.read_bytes()[:-4096])
    elif content is not None:
        path.write_bytes(content)
    run = CliRunner().invoke(app, ["code", str(dump), "--gazetteer", str(path)])
    assert run.exit_code == 2
    assert said in run.stderr
    assert run.stderr.count("\n") == 1


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_nothing(tmp_path: Path, how: signal.Signals) -> None:
    write(tmp_path / "big.zip", made_up(150_000))
    build = subprocess.Popen(
        [sys.executable, "-m", "sayso", "gazetteer", "build", str(tmp_path / "big.zip")],
        stderr=subprocess.PIPE,
        text=True,
    )
    for _ in range(200):
        if any(p.name.startswith(".") for p in tmp_path.iterdir()):
            break
        time.sleep(0.05)
    time.sleep(0.2)
    build.send_signal(how)
    _, said = build.communicate(timeout=60)
    assert build.returncode == 130
    assert said == "sayso: stopped; nothing was built\n"
    assert [p.name for p in tmp_path.iterdir()] == ["big.zip"]


@pytest.mark.slow
def test_a_large_dump_is_built_and_looked_up_within_bounds(tmp_path: Path) -> None:
    import resource

    source = write(tmp_path / "big.zip", made_up(60_000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert build(source, tmp_path / "g") > 40_000
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 120, f"{grown:.0f} MB"
    built = Gazetteer(tmp_path / "g")
    names = [row.split("\t")[1] for row in made_up(3_000, seed=1)]
    start = time.process_time()
    assert sum(bool(built.lookup(n)) for n in names) > 2_000
    assert (time.process_time() - start) / len(names) < 0.001
