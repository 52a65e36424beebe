"""Places in the manner of local papers: small towns with namesakes everywhere, the outlet's home, county or telephone the only clue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.annotating import language, places
from sayso.model import Article, Block, Settings, Source

MARK = re.compile(r"\[([^\]|]+)\|([^\]]*)\]")
FOUND, RIGHT = 0.94, 0.98


def reports() -> list[tuple[Source | None, str, list[tuple[int, int, str]]]]:
    """Each report's source, its text, and its places with country and area."""
    found = []
    source = None
    for line in (Path(__file__).parent / "data" / "local_papers.txt").read_text(encoding="utf8").splitlines():
        if line.startswith("@"):
            name, _, url = line[1:].partition("|")
            source = Source(name.strip() or None, url.strip() or None) if line.strip("@| ") else None
        elif line and not line.startswith("#"):
            text, at, meant = "", 0, []
            for m in MARK.finditer(line):
                text += line[at : m.start()]
                meant.append((len(text), len(text) + len(m[1]), m[2]))
                text, at = text + m[1], m.end()
            found.append((source, text + line[at:], meant))
    return found


def placed(text: str, source: Source | None = None) -> Article:
    article = Article("a", text, blocks=[Block(0, len(text))], source=source)
    language.add(article, Settings())
    places.add(article, Settings())
    return article


def test_towns_of_local_reports_are_found_in_their_own_state() -> None:
    hits = right = found = meant_in_all = 0
    wrong = []
    for source, text, meant in reports():
        article = placed(text, source)
        found, meant_in_all = found + len(article.places), meant_in_all + len(meant)
        for start, end, where in meant:
            p = next((p for p in article.places if p.start < end and start < p.end), None)
            if p is None:
                wrong.append(text[start:end])
                continue
            country, _, admin1 = where.partition(".")
            good = where == "?" or (p.country == country and p.admin1 in (admin1 or p.admin1, None))
            hits, right = hits + 1, right + good
            wrong += [] if good else [f"{text[start:end]} in {p.country}.{p.admin1}"]
    assert 2 * hits / (found + meant_in_all) >= FOUND, wrong
    assert right / hits >= RIGHT, wrong


@pytest.mark.parametrize(
    ("source", "area"),
    [
        (Source("The Paris Post-Intelligencer"), ("USA", "TN")),
        (Source(None, "http://www.theparisnews.com/a"), ("USA", "TX")),
        (Source("The Paris Star"), ("CAN", "08")),
        (None, ("FRA", "11")),
    ],
)
def test_the_home_of_the_paper_tells_which_namesake_is_meant(source: Source | None, area: tuple[str, str]) -> None:
    place = placed("The city council of Paris voted for a new bridge on Tuesday.", source).places[0]
    assert (place.country, place.admin1) == area


def test_a_telephone_number_tells_which_namesake_is_meant() -> None:
    text = "London police ask anyone who saw the crash in London to call 519-555-0142."
    assert {(p.country, p.admin1) for p in placed(text).places} == {("CAN", "08")}


@pytest.mark.parametrize(
    "text",
    [
        "Her father Chad sold the farm.",
        "The choir of St. Paul's Church sang.",
        "The crash happened on N.C. 8 near a gas station.",
        "The coach left for Paris Saint-Germain in June.",
    ],
)
def test_relatives_saints_roads_and_teams_are_no_places(text: str) -> None:
    assert placed(text).places == []
