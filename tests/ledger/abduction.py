"""Sixty articles about one abduction, with two unrelated ones among them: the case in which counting reports goes most wrong.

Reprints of two wire stories, own reporting with differing tolls and place names, later mentions as background, anniversaries.
"""

from __future__ import annotations

from datetime import date, timedelta

from making import article, claim, event, party

GROUP = party("NGA", "REB", "Boko Haram")
GUNMEN = party("NGA", "UAF", "gunmen")
GIRLS = party("NGA", "EDU", "schoolgirls", "Nigeria")
STUDENTS = party("NGA", "CVL", "students", "Nigeria")
PRIEST = party("NGA", "REL", "priest")
ENGINEERS = party("NGA", "LAB", "engineers")
DAY = date(2014, 4, 14)
WIRES = (
    "Gunmen took more than one hundred girls from a boarding school in the north east of the country on Monday night, a teacher and two "
    "parents said.\n\nThe men came in trucks and told the pupils that they were soldiers, one of those who got away said.",
    "The army took back on Friday a statement that most of the pupils had been freed, after the head of their school contradicted it.\n\n"
    "Parents went into the forest on motorcycles to look for their daughters and turned back when villagers warned them.",
)


def articles():
    """Pairs of an article and its events: 58 tell the abduction, 2 the others."""
    made = [*_reprints(), *_own(), *_background(), *_anniversaries()]
    made.append(
        _told(
            "other-1", 3, text="Kidnappers took a priest in Lagos.", whom=[PRIEST], place="Lagos", at=DAY + timedelta(2)
        )
    )
    made.append(
        _told(
            "other-2",
            9,
            text="Three engineers were seized in Kano.",
            whom=[ENGINEERS],
            place="Kano",
            at=DAY + timedelta(8),
        )
    )
    return made


def _told(
    id,
    days,
    *,
    text,
    at=DAY,
    until=None,
    who=(GUNMEN,),
    whom=(GIRLS,),
    place="Chibok",
    auxiliary=(),
    claims=None,
    body=None,
):
    published = (DAY + timedelta(days)).isoformat()
    first, last = (at.isoformat(), (until or at).isoformat()) if at else (None, None)
    told = event(
        id,
        date=first,
        enddate=last,
        who=who,
        whom=whom,
        mode=["abduct"],
        place=place,
        auxiliary=auxiliary,
        text=text,
        claims=claims,
    )
    return article(id, published, body or f"{text} {_own_words(id)}", source=f"Paper {id}"), told


def _own_words(id):
    """What no other article says: thirty words that stand for its own reporting."""
    return " ".join(f"{id.replace('-', '')}{n}" for n in range(30))


def _reprints():
    for n in range(24):
        wire = WIRES[n % 2]
        at = DAY if n % 3 else None
        yield _told(f"wire-{n:02}", 1 + 3 * (n % 2), text=wire.split("\n\n")[0], at=at, body=f"{wire}\n\nPaper {n}")


def _own():
    where = ("Chibok", "Borno", "Nigeria", None)
    for n in range(14):
        claims = [claim(f"own-{n:02}", "Boko Haram", "Boko Haram", "claims responsibility")] if n == 13 else None
        who = (GROUP,) if n % 2 else (GUNMEN,)
        whom = (GIRLS,) if n % 3 else (STUDENTS,)
        text = f"Witness {n} told this paper how {100 + 13 * n} pupils were led away."
        yield _told(f"own-{n:02}", 1 + n, text=text, who=who, whom=whom, place=where[n % 4], claims=claims)


def _background():
    april = (date(2014, 4, 1), date(2014, 4, 30))
    for n in range(14):
        text = f"In April the group seized schoolgirls in the same region, background {n}."
        yield _told(
            f"back-{n:02}",
            30 + 5 * n,
            text=text,
            at=april[0],
            until=april[1],
            who=(GROUP,),
            place="Borno" if n % 2 else None,
        )


def _anniversaries():
    for n in range(6):
        text = f"Anniversary {n}: parents remember the girls taken on 14 April 2014."
        yield _told(f"year-{n}", 365 * (1 + n // 2) + n, text=text, who=(GROUP,), auxiliary=["historical"])
