"""Events as CSV rows: one event a row, lists joined by ``;``.

In: Events. Out: rows in the order of :data:`COLUMNS`.
"""

from __future__ import annotations

from sayso.model import Event, ExplainedEvent, Party

COLUMNS = (
    "id",
    "date",
    "enddate",
    "date_text",
    "event",
    "mode",
    "context",
    "auxiliary",
    "actor",
    "actor_code",
    "actor_sector",
    "recipient",
    "recipient_code",
    "recipient_sector",
    "place",
    "place_country",
    "geonameid",
    "lat",
    "lon",
    "dead",
    "injured",
    "arrested",
    "quad_code",
    "event_scale",
    "event_text",
    "status",
    "credibility",
    "sources",
    "stances",
    "articles",
    "independent_sources",
    "text",
    "coder",
)


def row(e: Event) -> list[object]:
    """One event in the order of the columns, and its frames if it is explained; nothing known is an empty cell."""
    place, size = e.event_loc, e.size
    return [
        e.id,
        e.date,
        e.enddate,
        e.date_text,
        _joined(e.event),
        _joined(e.mode),
        _joined(e.context),
        _joined(e.auxiliary),
        *_side(e.actor),
        *_side(e.recipient),
        *((place.name, place.country, place.geonameid, place.lat, place.lon) if place else (None,) * 5),
        *((size.dead, size.injured, size.arrested) if size else (None,) * 3),
        e.quad_code,
        e.event_scale,
        _joined(e.event_text),
        e.status,
        e.credibility,
        _joined([c.source for c in e.claims]),
        _joined([c.stance for c in e.claims]),
        _joined(e.articles),
        e.independent_sources,
        e.text,
        e.cite_info.coder,
        *_frames(e),
    ]


def _frames(e: Event) -> list[str]:
    if not isinstance(e, ExplainedEvent):
        return []
    return [_joined([f"{u.file} line {u.line}: {u.words}" for u in e.grounds.frames])]


def _side(parties: list[Party]) -> tuple[str, str, str]:
    return (
        _joined([p.identifier_text or p.entity_text for p in parties]),
        _joined([p.code or "" for p in parties]),
        _joined([p.sector or "" for p in parties]),
    )


def _joined(values: list[str]) -> str:
    return ";".join(values)
