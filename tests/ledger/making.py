"""Articles with events made by hand, so that the ledger is tested without the parser."""

from __future__ import annotations

import re

from sayso.model import Article, CiteInfo, Claim, Event, Evidence, Location, Party, Size, Source, TextInfo

PLACES = {
    "Chibok": Location("Chibok", "NGA", None, 10.87, 12.85),
    "Borno": Location("Borno", "NGA", 2346794, 11.5, 13.0),
    "Nigeria": Location("Nigeria", "NGA", 2328926, 10.0, 8.0),
    "Kano": Location("Kano", "NGA", 2335204, 12.0, 8.52),
    "Lagos": Location("Lagos", "NGA", 2332459, 6.45, 3.39),
    "Nairobi": Location("Nairobi", "KEN", 184745, -1.28, 36.82),
    "Bali": Location("Bali", "IDN", None, -8.5, 115.0),
}


def party(code, sector, name, side=None):
    return Party(code, sector, name, name, side=side or name)


def claim(article, source="author", side=None, stance="asserts", factuality="CT+", said_on=None, start=0):
    side = side or (None if source in ("author", "unnamed") else source)  # whoever is named speaks for himself at least
    return Claim(
        [source], source, side, stance, factuality, said_on, None, False, Evidence(article, start, start + 5, "x")
    )


def event(article, kind="ASSAULT", *, date=None, enddate=None, place=None, dead=None, claims=None, n=0, **more):
    """An event; ``more`` are who, whom, mode, auxiliary and text."""
    text = more.get("text", "It happened.")
    return Event(
        id=f"{article}-{n}",
        date=date,
        enddate=enddate or date,
        date_text=None,
        event=[kind],
        mode=list(more.get("mode", ())),
        context=[],
        auxiliary=list(more.get("auxiliary", ())),
        actor=list(more.get("who", ())),
        recipient=list(more.get("whom", ())),
        event_loc=PLACES.get(place),
        size=Size(dead=dead) if dead else None,
        quad_code=4,
        event_scale=-9.0,
        event_text=["did"],
        status="reported",
        credibility=3,
        claims=claims or [claim(article)],
        articles=[article],
        independent_sources=1,
        text=text,
        text_info=TextInfo(article, 0, 0, len(text)),
        cite_info=CiteInfo(None, None, None, "en", "test"),
    )


def article(id, published, text=None, source=None, url=None):
    return Article(
        id, text or f"The text of {id}.", published=published, source=Source(source) if source else None, url=url
    )


def paragraphs(text):
    return [(words := re.findall(r"\w+", p.lower()), float(len(words))) for p in text.split("\n\n")]


def put(ledger, art, *events, coder="test 1"):
    return ledger.add(art, list(events), paragraphs(art.text), coder)
