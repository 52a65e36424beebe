"""The frames: which words mean which event, who in the sentence did it and to whom, as data that an expert can extend.

In: ``data/frames/*.csv``, one file a PLOVER type with the columns ``trigger,pos,mode,actor,recipient,when,note``, and the
word classes of ``data/classes/*.toml``. Out: :func:`frames`, indexed by the lemma of the trigger's head. ``docs/frames.md``
explains the columns to those who write them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from sayso import ontology, resources

Path = tuple[str, ...]

_VERB_ROLES = ("subj", "obj")
_NOUN_ROLES = ("by|poss|mod|subj", "against|on|of|with|to")


class Condition(msgspec.Struct, frozen=True):
    """``path`` leads to a word of ``words`` (``present``), or must not; without words it only must lead somewhere."""

    path: Path
    words: frozenset[str]
    present: bool = True


class Frame(msgspec.Struct, frozen=True):
    """One sense of a trigger; ``actor`` and ``recipient`` are alternatives of jointly taken role paths, tried in order."""

    event: str
    mode: str | None
    trigger: tuple[frozenset[str], ...]
    pos: str
    actor: tuple[tuple[Path, ...], ...]
    recipient: tuple[tuple[Path, ...], ...]
    when: tuple[Condition, ...]
    note: str
    name: str

    def roles(self, side: str) -> str:
        """The role paths of a side as a file writes them."""
        return _shown(self.actor if side == "actor" else self.recipient)

    def conditions(self) -> str:
        """The conditions, with long word lists cut short."""
        return " & ".join(
            ("" if c.present else "not ")
            + ".".join(c.path)
            + ("=" + "|".join(sorted(c.words)[:6]) + ("…" if len(c.words) > 6 else "") if c.words else "")
            for c in self.when
        )

    @property
    def weight(self) -> tuple[int, int, int]:
        """More of the sentence accounted for is the better reading."""
        words = sum(1 if slot <= _LINKS else 2 for slot in self.trigger)
        conditions = sum(1 if c.words <= _STANDING else 3 for c in self.when if c.present)
        return words + conditions, len(self.when), int(self.mode is not None)


def _shown(roles: tuple[tuple[Path, ...], ...]) -> str:
    return "|".join("+".join(".".join(path) for path in joint) for joint in roles) or "-"


# Words of a trigger that only link the others, and conditions that only ask that somebody stands there.
_LINKS = frozenset(
    "of for to on in with at from against by over into up down out off away back under upon about".split()
)
_STANDING = frozenset({"actor", "place"})


class FrameError(ValueError):
    """A frame file has a row that cannot be used; the message names the file, the line and the remedy."""


@cache
def classes() -> dict[str, frozenset[str]]:
    """The word classes that conditions name with ``@``, merged over the files."""
    merged: dict[str, set[str]] = {}
    for path in resources.names("sayso.coding", "classes", ".toml"):
        for name, words in resources.table("sayso.coding", path).items():
            merged.setdefault(name, set()).update(words)
    return {name: frozenset(words) for name, words in merged.items()}


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """The packaged frames by the lemma of their head."""
    found: list[Frame] = []
    for path in resources.names("sayso.coding", "frames", ".csv"):
        file = path.rsplit("/", 1)[-1]
        found += parse(resources.rows("sayso.coding", path), file.removesuffix(".csv"), file)
    return index(found)


def index(found: Iterable[Frame]) -> dict[str, tuple[Frame, ...]]:
    by_head: dict[str, list[Frame]] = {}
    for frame in found:
        for word in frame.trigger[0]:
            by_head.setdefault(word, []).append(frame)
    return {word: tuple(sorted(rows, key=lambda f: f.weight, reverse=True)) for word, rows in by_head.items()}


def parse(rows: Iterable[dict[str, str]], event: str, file: str) -> list[Frame]:
    """The frames of a file's rows; raises FrameError at the first row that cannot be used."""
    kind = ontology.load().types.get(event)
    if kind is None:
        raise FrameError(f"{file}: {event} is no PLOVER type; name the file after one of the sixteen")
    found = []
    for line, r in enumerate(rows, 2):
        mode = (r["mode"] or "").strip() or None
        if mode is not None and mode not in kind.modes:
            raise FrameError(
                f"{file}, line {line}: {event} has no mode {mode!r}; use {', '.join(kind.modes) or 'none'}"
            )
        if r["pos"] not in ("v", "n"):
            raise FrameError(f"{file}, line {line}: pos is {r['pos']!r}; write v or n")
        if not (r["trigger"] or "").strip():
            raise FrameError(f"{file}, line {line}: there is no trigger")
        default = _VERB_ROLES if r["pos"] == "v" else _NOUN_ROLES
        try:
            found.append(
                Frame(
                    event,
                    mode,
                    tuple(frozenset(w.split("/")) for w in r["trigger"].split()),
                    r["pos"],
                    _roles(r["actor"] or default[0]),
                    _roles(r["recipient"] or default[1]),
                    _conditions(r["when"] or ""),
                    r.get("note") or "",
                    f"{event}:{line} {r['trigger']}",
                )
            )
        except KeyError as error:
            raise FrameError(
                f"{file}, line {line}: there is no word class {error}; define it in data/classes"
            ) from None
    return found


def _roles(text: str) -> tuple[tuple[Path, ...], ...]:
    if text.strip() == "-":
        return ()
    return tuple(
        tuple(tuple(path.strip().split(".")) for path in joint.split("+")) for joint in text.split("|") if joint.strip()
    )


def _conditions(text: str) -> tuple[Condition, ...]:
    return tuple(_condition(part.strip()) for part in text.split("&") if part.strip())


def _condition(text: str) -> Condition:
    if "=" not in text:
        return Condition(tuple(text.lstrip("!").split(".")), frozenset(), not text.startswith("!"))
    path, _, words = text.partition("=")
    present = not path.endswith("!")
    found: set[str] = set()
    for word in words.split("|"):
        word = word.strip()
        found |= classes()[word[1:]] if word.startswith("@") else {word}
    return Condition(tuple(path.rstrip("!").strip().split(".")), frozenset(found), present)
