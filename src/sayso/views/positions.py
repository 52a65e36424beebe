"""Positions for people and spreadsheets: the matrix of issues and sides.

In: the ledger's Stands. Out: a table on a console, or CSV rows in the order of :data:`COLUMNS`.
"""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.ledger.positions import Stand

COLUMNS = ("issue", "actor", "position", "words", "toward", "since", "until", "told", "sources", "articles", "evidence")
_STYLE = {
    "demands": "yellow",
    "insists on": "bold yellow",
    "offers": "green",
    "accepts": "bold green",
    "rejects": "bold red",
}


def table(console: Console, stands: list[Stand]) -> None:
    """Print the matrix, a section an issue."""
    made = Table(box=None, pad_edge=False)
    for column in ("issue", "side", "position", "words", "since", "until", "according to", "told in"):
        made.add_column(column, overflow="fold")
    last = None
    for s in stands:
        position = Text(s.position, "dim" if s.until else _STYLE[s.position])
        since = s.since or (f"by {s.told}" if s.told else "")
        sources = ", ".join(dict.fromkeys("its reporter" if x.source == "author" else x.source for x in s.said))
        articles = ", ".join(dict.fromkeys(x.article for x in s.said))
        made.add_row(
            s.issue if s.issue != last else "", s.actor, position, s.words, since, s.until or "", sources, articles
        )
        last = s.issue
    console.print(made)


def row(s: Stand) -> list[object]:
    """One position in the order of the columns."""
    return [
        s.issue, s.actor, s.position, s.words, ";".join(s.toward), s.since, s.until, s.told,
        ";".join(dict.fromkeys(x.source for x in s.said)), ";".join(dict.fromkeys(x.article for x in s.said)),
        ";".join(" ".join(x.text.split()) for x in s.said),
    ]  # fmt: skip
