"""Writers that are run, and killed, beside the tests: they add articles that were coded before, numbered and of every kind.

Of ten articles nine tell blasts and protests, four articles a day of them, and one is the edited version of the one before it.
"""

from __future__ import annotations

import os
import sys
from datetime import date, timedelta

from making import article, event, party, put

from sayso.ledger import Ledger

NIGERIA = party("NGA", "CVL", "people")


def add(ledger, n):
    day = (date(2014, 1, 1) + timedelta(n // 4)).isoformat()
    edit = n % 10 == 9
    name = f"a{n - edit}"
    told = event(
        name, date=day, whom=[NIGERIA], mode=["explosives"], place="Kano", text=f"Blast of {day}.", dead=3 + n % 2
    )
    other = event(name, "PROTEST", date=day, who=[NIGERIA], n=1)
    return put(
        ledger, article(name, f"{day}T{n % 24:02}:00:00Z", f"Text of {n}."), *([told] if edit else [told, other])
    )


def names(count):
    """Ids and versions of the articles that the first so many numbers make."""
    return sorted((f"a{n - (n % 10 == 9)}", 1 + (n % 10 == 9)) for n in range(count))


def write(place, first, last, say):
    """Add the articles of these numbers and say each number once it is added."""
    with Ledger(place) as book:
        for number in range(first, last):
            add(book, number)
            say(f"{number}\n".encode())


def forked(place, first, last):
    """Start a writer in a process of its own; its id, and the end of a pipe from which its numbers are read."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        return child, ours
    try:
        write(place, first, last, lambda said: os.write(theirs, said))
    finally:
        os._exit(0)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), lambda said: os.write(1, said))
