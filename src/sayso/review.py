"""A reviewer's walk through the events that need a look, at a terminal: what is claimed, in its words, and keys to decide.

In: events to look at, and lines from the keyboard. Out: decisions in the ledger, and what is shown. A wrong key or a decision that the
ledger refuses is said in one line, and the same event is asked about again; the end of input is the end of the review.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.ledger import LedgerError
from sayso.people_cli import Decided, made
from sayso.views.table import show

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.ledger.asking import Neighbour
    from sayso.ledger.reviewing import Look
    from sayso.model import Claim, Event

KEYS = {
    "a": "accept",
    "c": "correct, such as: c date=2019-03-11 mode=phone",
    "j": "join with another event: its number above, or its id",
    "s": "split: the articles or reports to take out",
    "d": "dismiss",
    "n": "note",
    "u": "undo the last decision of this review",
    "k": "skip (or Enter)",
    "q": "quit",
    "?": "these keys",
}
_KINDS = {
    k: Decided(name)
    for k, name in zip("acjsdn", ("accept", "correct", "join", "split", "dismiss", "note"), strict=True)
}
_ASKED = {"c": "fields, FIELD=VALUE: ", "j": "join with: ", "s": "take out: ", "n": "note: "}
_STAYS = {"c", "n"}  # after these the event is shown again
_AROUND = 160  # characters shown on either side of the words that a claim rests on


class Review:
    """One reviewer's session; ``seen`` events were shown and ``decided`` decisions made and not undone."""

    def __init__(self, book: Ledger, user: str) -> None:
        self.book = book
        self.user = user
        self.seen = 0
        self._made: list[tuple[int, Look]] = []
        self._back: list[Look] = []
        self._console = Console(highlight=False)

    @property
    def decided(self) -> int:
        return len(self._made)

    def run(self, looks: Iterator[Look]) -> None:
        """Ask about each event until there is none left or the reviewer quits."""
        self._say("keys: " + ", ".join(f"{k} {what.split(',')[0].split(':')[0]}" for k, what in KEYS.items()))
        while True:
            look = self._back.pop() if self._back else next(looks, None)
            if look is None:
                self._say("nothing is left to look at")
                return
            if not self._about(look):
                return

    def _about(self, look: Look) -> bool:
        """Show an event and do what the keys say; False to quit."""
        try:
            event = self.book.event(look.event.id)
        except LedgerError:
            return True  # it was joined with one seen before, or another reviewer dismissed it
        self.seen += 1
        self._shown(event, look)
        while True:
            line = self._asked("> ")
            key, _, rest = (line or "q").strip().partition(" ")
            if key == "q":
                return False
            if key in ("", "k") or not line:
                return True
            if key == "?":
                for k, what in KEYS.items():
                    self._say(f"  {k}  {what}")
            elif key == "u":
                if self._undone(look):
                    return True
            elif key in _KINDS:
                if self._did(key, rest.strip(), event, look):
                    if key in _STAYS:
                        self._back.append(look)
                        self.seen -= 1
                    return True
            else:
                self._say(f"{key!r} is no key; ? lists them")

    def _did(self, key: str, rest: str, event: Event, look: Look) -> bool:
        if key in _ASKED and not rest:
            rest = (self._asked(_ASKED[key]) or "").strip()
            if not rest:
                return False
        given = _fields(rest) if key == "c" else rest.split()
        if key == "j":
            given = [_other(look.near, name) for name in given]
        reason = None if key in ("a", "n") else (self._asked("reason: ") or "").strip()
        if reason == "":
            self._say("not done: it needs a reason")
            return False
        try:
            number = made(self.book, self.user, _KINDS[key], event.id, given, reason)
        except LedgerError as error:
            self._say(str(error))
            return False
        self._made.append((number, look))
        self._say(f"decision {number}: {_KINDS[key].value}")
        return True

    def _undone(self, now: Look) -> bool:
        if not self._made:
            self._say("nothing was decided in this review yet; sayso undo takes back older decisions")
            return False
        number, look = self._made[-1]
        try:
            self.book.undo(self.user, number)
        except LedgerError as error:
            self._say(str(error))
            return False
        self._made.pop()
        self._say(f"decision {number} is undone")
        self.seen -= 1
        self._back += [now, look] if look.event.id != now.event.id else [look]
        return True

    def _shown(self, event: Event, look: Look) -> None:
        self._console.print()
        self._console.print(Text(f"{event.id}: {'; '.join(look.reasons)}", "bold"), soft_wrap=True)
        show(self._console, event, explain=False)
        for claim in event.claims:
            self._console.print(self._words(claim), soft_wrap=True)
        for number, n in enumerate(look.near, 1):
            line = Text(f"  {number}  {n.event} ({n.article}), {n.match.score:g} of {n.match.bar:g}: ")
            line.append(", ".join(f"{name} {points:+g}" for name, points in n.match.reasons), "dim")
            self._console.print(line, soft_wrap=True)
            try:
                self._say(f"     “{' '.join(self.book.event(n.event).text.split())}”")
            except LedgerError:
                continue
        for d in self.book.show(event.id).decisions:
            self._say(f"  decision {d.key}: {d.kind} by {d.user}" + (f": {d.reason}" if d.reason else ""))

    def _words(self, c: Claim) -> Text:
        """A claim, and the words it rests on among those around them."""
        line = Text("    ")
        line.append(f"{c.source} {c.stance}, {c.factuality}", "italic")
        line.append(f", in {c.evidence.article}\n      ", "dim")
        text, start, end = self._text(c), c.evidence.start, c.evidence.end
        first, last = max(0, start - _AROUND), end + _AROUND
        before, after = text[first:start], text[end:last]
        before = before.rpartition("\n")[2] if "\n" in before else ("…" if first else "") + before
        after = after.partition("\n")[0] if "\n" in after else after + ("…" if last < len(text) else "")
        line.append(before, "dim")
        line.append(" ".join(c.evidence.text.split()), "bold")
        line.append(after, "dim")
        return line

    def _text(self, c: Claim) -> str:
        """The text that a claim's offsets fit: the latest version's, or an older one's that was edited since."""
        e = c.evidence
        for version in (None, *range(1, 50)):
            try:
                text = self.book.article(e.article, version).text
            except LedgerError:
                break
            if text[e.start : e.end] == e.text:
                return text
        return " " * e.start + e.text

    def _asked(self, prompt: str) -> str | None:
        """A line from the keyboard; None at its end."""
        try:
            return input(prompt) or " "
        except EOFError:
            return None

    def _say(self, text: str) -> None:
        self._console.print(Text(text), soft_wrap=True)


def _fields(words: str) -> list[str]:
    """FIELD=VALUE pairs, whose values may hold spaces: each runs to the next word with an equals sign."""
    found: list[str] = []
    for word in words.split():
        if "=" in word or not found:
            found.append(word)
        else:
            found[-1] += f" {word}"
    return found


def _other(near: list[Neighbour], name: str) -> str:
    """The event of that number in the list shown, or the name itself."""
    return near[int(name) - 1].event if name.isdecimal() and 0 < int(name) <= len(near) else name
