"""Events for people at a terminal: one readable line each, and under ``explain`` every claim with the words it rests on.

In: Events. Out: Rich renderables, printed to a console as they come.
"""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from sayso.model import Claim, Event, ExplainedEvent, Party

_STATUS = {
    "confirmed_by_all": "bold green",
    "confirmed_by_one": "green",
    "reported": "cyan",
    "unconfirmed": "yellow",
    "disputed": "bold yellow",
    "denied": "red",
    "retracted": "bold red",
}
_AFFIRMS = {1: "green", 2: "green", 3: "red", 4: "bold red"}


def show(console: Console, event: Event, explain: bool) -> None:
    """Print one event."""
    line = Text(overflow="fold")
    line.append(f"{_when(event):<23} ", "dim")
    line.append(_names(event.actor) or "?", "bold")
    if event.recipient:
        line.append(" → ")
        line.append(_names(event.recipient), "bold")
    line.append("  ")
    line.append("/".join(event.event) + "".join(f" {m}" for m in event.mode), _AFFIRMS[event.quad_code])
    if event.auxiliary:
        line.append(f" ({', '.join(event.auxiliary)})", "magenta")
    size = event.size
    counted = (
        [f"{n} {k}" for k, n in (("dead", size.dead), ("injured", size.injured), ("arrested", size.arrested)) if n]
        if size
        else []
    )
    if counted:
        line.append(f" [{', '.join(counted)}]")
    if event.event_loc:
        line.append(f"  {event.event_loc.name}", "blue")
    line.append("  ")
    line.append(event.status.replace("_", " "), _STATUS[event.status])
    console.print(line, soft_wrap=True)
    if isinstance(event, ExplainedEvent):
        for use in event.grounds.frames:
            console.print(
                Text(f"    frame {use.file} line {use.line}: {use.words} ({use.trigger})", "dim"), soft_wrap=True
            )
        if said := ", ".join(f"{u.context} by {u.word}" for u in event.grounds.contexts):
            console.print(Text(f"    context {said}", "dim"), soft_wrap=True)
    if explain:
        for claim in event.claims:
            console.print(_claim(claim), soft_wrap=True)


def _claim(c: Claim) -> Text:
    line = Text("    ")
    line.append(" ← ".join(reversed(c.chain)) or "author", "italic")
    if c.source not in c.chain:
        line.append(f" ({c.source})", "dim")
    line.append(f" {c.stance}, {c.factuality}")
    if c.said_on:
        line.append(f", on {c.said_on}", "dim")
    words = " ".join(c.evidence.text.split())
    line.append(f"\n      “{words}”", "dim")
    return line


def _names(parties: list[Party]) -> str:
    return ", ".join(
        f"{p.identifier_text or p.entity_text} [{'-'.join(x for x in (p.code, p.sector) if x) or '?'}]" for p in parties
    )


def _when(e: Event) -> str:
    if not e.date:
        return e.date_text or "undated"
    return e.date if e.date == e.enddate else f"{e.date}..{e.enddate}"
