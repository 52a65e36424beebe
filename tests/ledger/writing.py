"""A program that adds numbered articles to a ledger and prints each number once it is added; tests kill it.

python writing.py LEDGER FIRST LAST
"""

from __future__ import annotations

import sys

from making import article, event, party, put

from sayso.ledger import Ledger

NIGERIA = party("NGA", "CVL", "people")


def add(ledger, n):
    day = 1 + n % 28
    told = event(
        f"a{n}", date=f"2014-05-{day:02}", whom=[NIGERIA], mode=["explosives"], place="Kano", text=f"Blast {day}."
    )
    other = event(f"a{n}", "PROTEST", date=f"2014-05-{day:02}", who=[NIGERIA], n=1)
    return put(ledger, article(f"a{n}", f"2014-05-{day:02}", f"Text of {n}."), told, other)


if __name__ == "__main__":
    name, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with Ledger(name) as book:
        print("open", flush=True)
        for number in range(first, last):
            add(book, number)
            print(number, flush=True)
