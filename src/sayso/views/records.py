"""Articles and events as the contract's JSON objects, and the JSON Schema of each.

In: an annotated Article, an Event, or a relation. Out: plain dicts in the contract's field order; :func:`schema` describes them.
"""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from sayso.model import (
    Actor,
    Article,
    Attribution,
    Event,
    ExplainedEvent,
    Party,
    Place,
    Precision,
    Sentence,
    Source,
    Time,
)

_ACTOR = (
    "start",
    "end",
    "text",
    "identifier_text",
    "identifier_id",
    "code",
    "sector",
    "other_sectors",
    "office",
    "entity",
)
_TIME = ("start", "end", "text", "type", "value")
_PLACE = ("start", "end", "text", "name", "geonameid", "lat", "lon", "country")
_PARTY = ("code", "sector", "entity_text", "identifier_text", "identifier_id", "office")


def event(e: Event) -> dict[str, Any]:
    """One event as ``sayso code`` prints it."""
    record: dict[str, Any] = msgspec.to_builtins(e)
    record["actor"] = [_picked(p, _PARTY) for p in e.actor]
    record["recipient"] = [_picked(p, _PARTY) for p in e.recipient]
    del record["issues"]  # sayso positions prints them
    return record


def article(a: Article, events: list[Event], explain: bool = False) -> dict[str, Any]:
    """One article as ``sayso annotate`` prints it; to explain is to add the candidates of each place."""
    return {
        "id": a.id,
        "title": a.title,
        "published": a.published,
        "precision": a.precision,
        "offset_inferred": a.offset_inferred,
        "source": {"name": a.source.name, "url": a.source.url} if a.source else None,
        "credits": a.credits,
        "dateline": dateline(a),
        "language": a.language,
        "text": a.text,
        "sentences": [{"start": s.start, "end": s.end, "body": s.body} for s in a.sentences],
        "actors": [_picked(x, _ACTOR) for x in a.actors],
        "times": [_picked(x, _TIME) for x in a.times],
        "places": [_place(x, explain) for x in a.places],
        "attributions": [_attribution(x) for x in a.attributions],
        "events": [event(e) for e in events],
    }


def dateline(a: Article) -> dict[str, Any] | None:
    """The article's dateline: its extent, its place with the words that name it, its day."""
    line = a.dateline
    if line is None:
        return None
    place = line.place and {"start": line.place.start, "end": line.place.end, "text": line.place.of(a.text)}
    return {"start": line.start, "end": line.end, "place": place, "day": line.day}


def _place(p: Place, explain: bool) -> dict[str, Any]:
    found = _picked(p, _PLACE)
    return found | {"candidates": msgspec.to_builtins(p.candidates)} if explain else found


def _attribution(a: Attribution) -> dict[str, Any]:
    def spans(of: list[Any]) -> list[list[int]]:
        return [[s.start, s.end] for s in of]

    return {
        "source": spans(a.source),
        "cue": spans(a.cue),
        "content": spans(a.content),
        "speaker": a.speaker,
        "stance": a.stance,
        "quoted": a.quoted,
    }


def _picked(x: Actor | Time | Place | Party, names: tuple[str, ...]) -> dict[str, Any]:
    return {n: getattr(x, n) for n in names}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of ``code``'s or ``annotate``'s objects."""
    events = _without(_inlined(Event), "issues")
    for side in ("actor", "recipient"):
        events["properties"][side]["items"] = _only(Party, _PARTY)
    if name == "code":
        # With --explain there are also the grounds.
        grounds = _inlined(ExplainedEvent)["properties"]["grounds"]
        events = {**events, "properties": {**events["properties"], "grounds": grounds}}
        return {"$schema": _DRAFT, "title": "sayso code: one event a line", **events}
    pairs = {"type": "array", "items": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}}
    text_or_null = {"type": ["string", "null"]}
    stance = _inlined(Attribution)["properties"]["stance"]
    places = _only(Place, _PLACE)
    places["properties"]["candidates"] = _inlined(Place)["properties"]["candidates"]  # only where asked to explain
    fields: dict[str, Any] = {
        "id": {"type": "string"},
        "title": text_or_null,
        "published": text_or_null,
        "precision": {"enum": [*get_args(Precision), None]},
        "offset_inferred": {"type": "boolean"},
        "source": _or_null(_only(Source, ("name", "url"))),
        "credits": {"type": "array", "items": {"type": "string"}},
        "dateline": _or_null(
            _closed(
                {**_POINTS, "place": _or_null(_closed({**_POINTS, "text": {"type": "string"}})), "day": text_or_null}
            )
        ),
        "language": text_or_null,
        "text": {"type": "string"},
        "sentences": {"type": "array", "items": _only(Sentence, ("start", "end", "body"))},
        "actors": {"type": "array", "items": _only(Actor, _ACTOR)},
        "times": {"type": "array", "items": _only(Time, _TIME)},
        "places": {"type": "array", "items": places},
        "attributions": {
            "type": "array",
            "items": _closed(
                {
                    "source": pairs,
                    "cue": pairs,
                    "content": pairs,
                    "speaker": text_or_null,
                    "stance": stance,
                    "quoted": {"type": "boolean"},
                }
            ),
        },
        "events": {"type": "array", "items": events},
    }
    return {"$schema": _DRAFT, "title": "sayso annotate: one article a line", **_closed(fields)}


_DRAFT = "https://json-schema.org/draft/2020-12/schema"


_NOTES = ("$defs", "default", "description", "title")


_POINTS = {"start": {"type": "integer"}, "end": {"type": "integer"}}


def _or_null(shape: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [shape, {"type": "null"}]}


def _closed(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _without(shape: dict[str, Any], name: str) -> dict[str, Any]:
    return _closed({k: v for k, v in shape["properties"].items() if k != name})


def _only(kind: type, names: tuple[str, ...]) -> dict[str, Any]:
    properties = _inlined(kind)["properties"]
    return _closed({n: properties[n] for n in names})


def _inlined(kind: type) -> dict[str, Any]:
    """A struct's schema without references, every field required and no other allowed."""
    root = msgspec.json.schema(kind)
    definitions = root.get("$defs", {})

    def resolve(node: Any) -> Any:
        if isinstance(node, list):
            return [resolve(x) for x in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return resolve(definitions[node["$ref"].rsplit("/", 1)[-1]])
        if "properties" in node:
            node = {"type": "object", "properties": {k: resolve(v) for k, v in node["properties"].items()}}
        made = {k: v if k == "properties" else resolve(v) for k, v in node.items() if k not in _NOTES}
        if "properties" in made:
            made["required"] = list(made["properties"])
            made["additionalProperties"] = False
        return made

    found: dict[str, Any] = resolve(root)
    return found
