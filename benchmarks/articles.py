"""How well whole articles are coded: 60 invented ones in the manner of as many outlets, each with every event it tells.

    python benchmarks/articles.py [develop] [held] [later] [--errors N]

In: ``tests/coding/data/articles/NN.txt`` and ``NN.json`` beside each; of 01 to 24 the even numbers are held back for the figure, and so
are those of 37 to 60, which were written later; all others are for development. Out, for each part: the F1 of events (type, told in
these words), of those found the share with the right actors, recipients, both, mode, and day, and the F1 of their claims (who, with
what stance). Events marked optional count neither way.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.model import Event, Settings
from sayso.pipeline import coded

DATA = Path(__file__).parent.parent / "tests" / "coding" / "data" / "articles"

PARTS = {"held": range(2, 25, 2), "later": range(38, 61, 2)}
"""The numbers that are held back; every other article is for development."""

_AFFIRMS = ("asserts", "confirms", "claims responsibility", "demands", "offers", "promises", "threatens")
_KIND = dict.fromkeys(_AFFIRMS, "affirms")
_SMALL = {"the", "a", "an", "of", "for", "in", "mr"}


def paths(part: str) -> list[Path]:
    """The articles of a part."""
    return [p for p in sorted(DATA.glob("*.txt")) if _part(int(p.stem)) == part]


def _part(number: int) -> str:
    return next((part for part, numbers in PARTS.items() if number in numbers), "develop")


def pairs(path: Path) -> tuple[list[tuple[dict[str, Any], Event | None]], list[Event]]:
    """Each wanted event of an article with the one found for it, and those found that nothing wants."""
    wanted = json.loads(path.with_suffix(".json").read_text("utf8"))
    settings = Settings(published=wanted["published"])
    ((article, events),) = coded([str(path)], settings, print)
    spans = {id(w): [_span(article.text, q) for q in (w["quote"], *w.get("also", []))] for w in wanted["events"]}
    scored = sorted(
        ((_fit(w, spans[id(w)], e), -n, -k) for n, w in enumerate(wanted["events"]) for k, e in enumerate(events)),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for score, n, k in scored:
        if score > 0 and -n not in taken and -k not in taken.values():
            taken[-n] = -k
    used = set(taken.values())
    # What tells a wanted event a second time is neither found nor false.
    extra = [
        e
        for k, e in enumerate(events)
        if k not in used and not any(_again(w, spans[id(w)], e) for w in wanted["events"])
    ]
    return [(w, events[taken[n]] if n in taken else None) for n, w in enumerate(wanted["events"])], extra


def _span(text: str, quote: str) -> tuple[int, int]:
    at = text.index(quote)
    return at, at + len(quote)


def _fit(w: dict[str, Any], spans: list[tuple[int, int]], e: Event) -> float:
    """How well a record answers: of the type, and told in the wanted words; more for the same parties."""
    if e.event != [w["event"]]:
        return 0.0
    told = [(c.evidence.start, c.evidence.end) for c in e.claims]
    near = any(a < hi and lo < b for a, b in told for lo, hi in spans)
    return near * (
        1.0 + _same(w["actor"], e.actor) + _same(w["recipient"], e.recipient) + bool(set(w["mode"]) & set(e.mode)) / 2
    )


def _again(w: dict[str, Any], spans: list[tuple[int, int]], e: Event) -> bool:
    """Whether a record tells a wanted event once more, in these words or of the same parties."""
    same = e.event == [w["event"]] and _same(w["actor"], e.actor) == 1 and _same(w["recipient"], e.recipient) == 1
    return same or _fit(w, spans, e) > 0


def _codes(parties: list[str]) -> set[str]:
    return {p.split(":")[0] for p in parties}


def _same(wanted: list[str], got: list[Any]) -> float:
    """Whether the parties are those wanted, by country."""
    left, right = _codes(wanted) - {"UNK"}, {p.code for p in got} - {None}
    return len(left & right) / len(left | right) if left | right else 1.0


def _sources(w: dict[str, Any], e: Event) -> tuple[int, int, int]:
    """Claims wanted, given and right: a source by its words (the author's own as ``outlet``), with its kind of stance.

    Of words told as an event ("X accused Y") the speaker and the author are both right.
    """
    wanted = {(s["who"].lower(), _KIND.get(s["stance"], s["stance"])) for s in w["sources"]}
    given = {
        (("outlet" if c.source == "author" else c.source).lower(), _KIND.get(c.stance, c.stance)) for c in e.claims
    }
    right = 0
    for who, stance in wanted:
        words = set(who.split()) - _SMALL
        if any(
            s == stance and (who == g or words & set(g.split()) or (g == "outlet" and e.quad_code in (1, 3)))
            for g, s in given
        ):
            right += 1
    return len(wanted), max(len(given), right), right


def figures(part: str, errors: int = 0) -> dict[str, float]:
    """The figures of one part, by name."""
    n: Counter[str] = Counter()
    for path in paths(part):
        found, extra = pairs(path)
        n["extra"] += len(extra)
        lines = [f"{path.stem} FALSE  {_told(e)}" for e in extra]
        for w, e in found:
            if w.get("optional"):
                continue
            n["wanted"] += 1
            if e is None:
                lines.append(f"{path.stem} MISSED {_asked(w)}")
                continue
            n["found"] += 1
            actors, recipients = _same(w["actor"], e.actor) == 1, _same(w["recipient"], e.recipient) == 1
            day = _day(w) is None or e.date is None or e.date == _day(w)
            mode = set(w["mode"]) == set(e.mode)
            n.update(
                {"actors": actors, "recipients": recipients, "both": actors and recipients, "mode": mode, "day": day}
            )
            asked, given, right = _sources(w, e)
            n.update({"claims asked": asked, "claims given": given, "claims right": right})
            if not (actors and recipients and day and mode and right == asked):
                lines.append(f"{path.stem} OTHER  {_asked(w)}\n             {_told(e)}")
        if errors:
            print("\n".join(lines[:errors]))
            errors = max(errors - len(lines), 0)
    shares = {name: n[name] / max(n["found"], 1) for name in ("actors", "recipients", "both", "mode", "day")}
    return {
        "events_f1": 2 * n["found"] / max(n["wanted"] + n["found"] + n["extra"], 1),
        "recall": n["found"] / max(n["wanted"], 1),
        "precision": n["found"] / max(n["found"] + n["extra"], 1),
        **shares,
        "claims_f1": 2 * n["claims right"] / max(n["claims asked"] + n["claims given"], 1),
    }


def _day(w: dict[str, Any]) -> str | None:
    day: str | list[str] | None = w["date"]
    return day[0] if isinstance(day, list) else day


def _asked(w: dict[str, Any]) -> str:
    who = "; ".join(f"{s['who']}: {s['stance']}" for s in w["sources"])
    return (
        f"{w['event']} {w['mode']} {w['actor']} -> {w['recipient']} {w['date']} @{w['place']} | {who} | {w['quote']!r}"
    )


def _told(e: Event) -> str:
    sides = [[f"{p.code}:{p.sector} {p.entity_text!r}" for p in side] for side in (e.actor, e.recipient)]
    who = "; ".join(f"{c.source}: {c.stance}" for c in e.claims)
    return (
        f"{e.event} {e.mode} {sides[0]} -> {sides[1]} {e.date} @{e.event_loc and e.event_loc.name} | {who} | {e.text!r}"
    )


def main() -> None:
    """Prints the figures of the parts asked for."""
    asked = argparse.ArgumentParser()
    asked.add_argument("parts", nargs="*", default=["develop", *PARTS])
    asked.add_argument("--errors", type=int, default=0)
    given = asked.parse_args()
    for part in given.parts:
        for name, value in figures(part, given.errors).items():
            print(f"{part}_{name} {value:.3f}")


if __name__ == "__main__":
    main()
