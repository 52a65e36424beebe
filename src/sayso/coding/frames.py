"""The frames: which words mean which event, who in the sentence did it and to whom, as data that an expert can extend.

In: ``data/frames/*.csv``, one file a PLOVER type with the columns ``trigger,pos,mode,actor,recipient,when,note``, and the
word classes of ``data/classes/*.toml``. Out: :func:`packaged`, and :func:`index` by the lemma of the trigger's head.
``coding.own_frames`` lays a user's files over them; ``docs/frames.md`` explains the columns to those who write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from sayso import ontology, resources

Path = tuple[str, ...]

_VERB_ROLES = ("subj", "obj")
_NOUN_ROLES = ("by|poss|mod|subj", "against|on|of|with|to")


class Condition(msgspec.Struct, frozen=True):
    """One of ``paths`` leads to a word of ``words`` (``present``), or none may; without words one only must lead somewhere."""

    paths: tuple[Path, ...]
    words: frozenset[str]
    present: bool = True


class Frame(msgspec.Struct, frozen=True):
    """One sense of a trigger; ``actor`` and ``recipient`` are alternatives of jointly taken role paths, tried in order.

    ``file`` and ``line`` are where it is written, ``own`` whether a user wrote it.
    """

    event: str
    mode: str | None
    trigger: tuple[frozenset[str], ...]
    pos: str
    actor: tuple[tuple[Path, ...], ...]
    recipient: tuple[tuple[Path, ...], ...]
    when: tuple[Condition, ...]
    note: str
    file: str
    line: int
    own: bool = False

    @property
    def words(self) -> str:
        """The trigger as a file writes it."""
        return " ".join("/".join(sorted(slot)) for slot in self.trigger)

    @property
    def sense(self) -> tuple[object, ...]:
        """What makes two rows the same row."""
        return self.trigger, self.pos, self.when, self.actor, self.recipient

    def roles(self, side: str) -> str:
        """The role paths of a side as a file writes them."""
        return _shown(self.actor if side == "actor" else self.recipient)

    def conditions(self) -> str:
        """The conditions, with long word lists cut short."""
        return " & ".join(
            ("" if c.present else "not ")
            + "|".join(".".join(path) for path in c.paths)
            + ("=" + "|".join(sorted(c.words)[:6]) + ("…" if len(c.words) > 6 else "") if c.words else "")
            for c in self.when
        )

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """More of the sentence accounted for is the better reading; of equals a user's."""
        words = sum(1 if slot <= _LINKS else 2 for slot in self.trigger)
        conditions = sum(
            1 if c.words <= _STANDING and c.paths not in ((REFUSED,), (DENIED,)) else 3 for c in self.when if c.present
        )
        return words + conditions, len(self.when), int(self.own), int(self.mode is not None)


def _shown(roles: tuple[tuple[Path, ...], ...]) -> str:
    return "|".join("+".join(".".join(path) for path in joint) for joint in roles) or "-"


# Words of a trigger that only link the others, and conditions that only ask that somebody stands there.
_LINKS = frozenset(
    "of for to on in with at from against by over into up down out off away back under upon about".split()
)
_STANDING = frozenset({"actor", "place", "civil", "armed", "outlaw", "law", "anybody", "statesman", "two_sides"})
# The condition that the text says of the trigger that it will not be.
REFUSED: Path = ("refused",)
DENIED: Path = ("denied",)


class FrameError(ValueError):
    """A row that cannot be used; the message says what is wrong with it and what to write."""


Classes = Mapping[str, frozenset[str]]


@cache
def classes() -> Classes:
    """The word classes that conditions name with ``@``, merged over the files."""
    merged: dict[str, set[str]] = {}
    for path in resources.names("sayso.coding", "classes", ".toml"):
        for name, words in resources.table("sayso.coding", path).items():
            merged.setdefault(name, set()).update(words)
    return {name: frozenset(words) for name, words in merged.items()}


@cache
def packaged() -> tuple[Frame, ...]:
    """The frames that come with sayso."""
    found: list[Frame] = []
    for path in resources.names("sayso.coding", "frames", ".csv"):
        file = path.rsplit("/", 1)[-1]
        for line, row in enumerate(resources.rows("sayso.coding", path), 2):
            try:
                found.append(frame({**row, "event": file.removesuffix(".csv")}, file, line, classes()))
            except FrameError as error:
                raise FrameError(f"{file}, line {line}: {error}") from None
    return tuple(found)


def index(found: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    """The frames by each lemma of their head, the more telling first."""
    by_head: dict[str, list[Frame]] = {}
    for f in found:
        for word in f.trigger[0]:
            by_head.setdefault(word, []).append(f)
    return {word: tuple(sorted(rows, key=lambda f: f.weight, reverse=True)) for word, rows in by_head.items()}


def frame(row: Mapping[str, str | None], file: str, line: int, known: Classes, own: bool = False) -> Frame:
    """A row as a frame; raises FrameError when it cannot be used."""
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    kind = ontology.load().types.get(cells["event"])
    if kind is None:
        types = ", ".join(ontology.load().types)
        raise FrameError(f"{cells['event'] or 'nothing'!r} is no PLOVER type; write one of {types}")
    mode = cells["mode"] or None
    if mode is not None and mode not in kind.modes:
        raise FrameError(f"{kind.name} has no mode {mode!r}; use {', '.join(kind.modes) or 'none'}")
    if not cells["trigger"]:
        raise FrameError("there is no trigger; write the lemmas of its words, the head first")
    if cells["pos"] not in ("v", "n"):
        raise FrameError(f"pos is {cells['pos']!r}; write v or n")
    default = _VERB_ROLES if cells["pos"] == "v" else _NOUN_ROLES
    return Frame(
        kind.name,
        mode,
        tuple(frozenset(w.split("/")) for w in cells["trigger"].split()),
        cells["pos"],
        _roles(cells["actor"] or default[0]),
        _roles(cells["recipient"] or default[1]),
        tuple(_condition(part.strip(), known) for part in cells["when"].split("&") if part.strip()),
        cells["note"],
        file,
        line,
        own,
    )


COLUMNS = ("event", "trigger", "pos", "mode", "actor", "recipient", "when", "note")


@cache
def _roles(text: str) -> tuple[tuple[Path, ...], ...]:
    if text == "-":
        return ()
    return tuple(tuple(_path(path) for path in joint.split("+")) for joint in text.split("|") if joint.strip())


@cache
def _path(text: str) -> Path:
    path = tuple(step.strip() for step in text.split("."))
    for step in path:
        if step not in _steps():
            raise FrameError(
                f"no frame has a role {step!r}; use {', '.join(resources.table('sayso.coding', 'roles.toml')['roles'])}"
                " or a preposition such as with, against, from"
            )
    return path


@cache
def _steps() -> frozenset[str]:
    known = resources.table("sayso.coding", "roles.toml")
    return frozenset(known["roles"]) | frozenset(known["prepositions"]["words"])


def _condition(text: str, known: Classes) -> Condition:
    """A condition: ``to``, ``!to``, ``obj=offer|@proposal``, ``obj!=…``, ``in|obj.in=place``."""
    head, equals, listed = text.partition("=")
    present = not (head.endswith("!") if equals else head.startswith("!"))
    paths = tuple(_path(p) for p in head.strip("! ").split("|"))
    words: set[str] = set()
    for word in (w.strip() for w in listed.split("|") if w.strip()):
        if word.startswith("@") and word[1:] not in known:
            raise FrameError(f"there is no word class {word}; define it under [classes] in a TOML file of yours")
        words |= known[word[1:]] if word.startswith("@") else {word}
    if equals and not words:
        raise FrameError(f"the condition {text!r} names no words; write some after =, or only the role")
    return Condition(paths, frozenset(words), present)
