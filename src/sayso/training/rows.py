"""Labelled sentences with two marked mentions and the event between them.

In: JSON lines as ``sayso relate`` reads them with ``event`` beside, or tab-separated lines of event, mode, context and a sentence whose
mentions stand in ``[A …]`` and ``[R …]``. Out: :class:`Row` with offsets into the plain sentence, and a :class:`Problem` for each line
that cannot be used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso import ontology
from sayso.model import Problem, Span

_MARK = re.compile(r"\[([AR]) (.*?)\]")


class Row(msgspec.Struct, frozen=True):
    """One sentence with the event between its two marked mentions."""

    event: str
    mode: str | None
    contexts: tuple[str, ...]
    text: str
    actor: Span
    recipient: Span


def packaged() -> list[Row]:
    """The rows written for this project, in a fixed order."""

    def stop(problem: Problem) -> None:
        raise ValueError(str(problem))

    return [row for path in sorted((Path(__file__).parent / "data").glob("*.tsv")) for row in read(path, stop)]


def read(path: Path, on_problem: Callable[[Problem], None]) -> Iterator[Row]:
    """The rows of a file; a line that cannot be used goes to ``on_problem``, and so does a file that cannot be read."""
    tabs = path.suffix == ".tsv"
    try:
        raw = path.read_bytes()
    except OSError as error:
        on_problem(Problem(str(path), error.strerror or "cannot be read", remedy="give a file of labelled rows"))
        return
    for number, line in enumerate(raw.splitlines(), 1):
        if not line.strip() or (tabs and number == 1):
            continue
        try:
            text = line.decode("utf8").removeprefix("\ufeff")
            yield _of_tabs(text) if tabs else _of_json(text)
        except UnicodeDecodeError:
            on_problem(Problem(str(path), "is not UTF-8", number, "save the file as UTF-8; the line is left out"))
        except ValueError as error:
            on_problem(Problem(str(path), str(error), number, "the line is left out"))


def _of_tabs(line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != 4:
        raise ValueError("write event, mode, contexts and sentence with a tab between them")
    event, mode, contexts, sentence = cells
    spans: dict[str, Span] = {}
    text, at = "", 0
    for mark in _MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        spans[mark[1]] = Span(len(text), len(text) + len(mark[2]))
        text += mark[2]
        at = mark.end()
    text += sentence[at:]
    if set(spans) != {"A", "R"}:
        raise ValueError("mark one mention as [A …] and one as [R …]")
    return Row(*_labels(event, mode, contexts.split("|") if contexts else []), text, spans["A"], spans["R"])


def _of_json(line: str) -> Row:
    try:
        given: Any = json.loads(line)
    except json.JSONDecodeError:
        raise ValueError("this is no JSON object") from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise ValueError("a line needs text, actor, recipient and event")
    spans = []
    for side in ("actor", "recipient"):
        span: Any = given.get(side)
        good = isinstance(span, list) and len(span) == 2 and all(type(x) is int for x in span)
        if not (good and 0 <= span[0] < span[1] <= len(given["text"])):
            raise ValueError(f"{side} must be [start, end] inside the text")
        if not given["text"][span[0] : span[1]].strip():
            raise ValueError(f"{side} marks no word")
        spans.append(Span(*span))
    mode = given.get("mode") or ""
    if isinstance(mode, list):
        mode = mode[0] if mode else ""
    contexts = given.get("context") or []
    labels = _labels(given.get("event"), mode, contexts if isinstance(contexts, list) else [contexts])
    return Row(*labels, given["text"], spans[0], spans[1])


def _labels(event: Any, mode: Any, contexts: list[Any]) -> tuple[str, str | None, tuple[str, ...]]:
    """A row's labels; raises ValueError for what PLOVER does not have."""
    known = ontology.load()
    if isinstance(event, list) and len(event) == 1:
        event = event[0]
    if not isinstance(event, str) or event not in known.types:
        raise ValueError(f"{event!r} is no PLOVER type; write one of {', '.join(known.types)}")
    if mode and (not isinstance(mode, str) or mode not in known.types[event].modes):
        raise ValueError(f"{event} has no mode {mode!r}; use {', '.join(known.types[event].modes) or 'none'}")
    for context in contexts:
        if not isinstance(context, str) or context not in known.contexts:
            raise ValueError(f"{context!r} is no PLOVER context; `sayso ontology` lists what there is")
    return event, mode or None, tuple(contexts)
