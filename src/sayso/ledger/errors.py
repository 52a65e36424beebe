"""What can go wrong with a ledger, each said in one line that tells what to do.

In: exceptions of the database and the file system. Out: :class:`LedgerError`, raised in their place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

_TOLD = (
    (
        ("disk is full", "no space left", "could not extend file", "disk i/o error", "disk quota", "file too large"),
        "the disk is full or a quota is used up; make room and run it again: all that was added before is kept",
    ),
    (
        ("readonly database", "read-only", "permission denied"),
        "it may only be read; change its permissions or name another ledger",
    ),
    (("unable to open database file",), "it cannot be opened; its folder must exist and be writable"),
    (
        ("file is not a database", "malformed"),
        "it is no SQLite database, or it is damaged; name another file or restore a backup",
    ),
    (
        ("is locked", "lock timeout", "deadlock"),
        "another program has held it for too long; run it again when that has finished",
    ),
    (
        (
            "could not connect",
            "connection refused",
            "connection failed",
            "server closed",
            "terminating connection",
            "connection is lost",
            "connection is closed",
            "connection already closed",
            "could not translate host",
            "failed to resolve host",
            "shutting down",
            "starting up",
        ),
        "the connection to the server is lost; run it again when the server answers: nothing added before is lost",
    ),
    (
        ("does not exist", "authentication failed"),
        "the server refuses the address; check its database, user and password",
    ),
)


class LedgerError(ValueError):
    """A ledger that cannot be used as asked; the message is one line."""


@contextmanager
def told(ledger: str) -> Iterator[None]:
    """Raise the database's errors as a LedgerError that names the ledger."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"{ledger}: {_meaning(str(error.orig))}") from error
    except SQLAlchemyError as error:
        raise LedgerError(f"{ledger}: {_meaning(str(error))}") from error
    except OSError as error:
        raise LedgerError(f"{ledger}: {_meaning(str(error))}") from error


def _meaning(message: str) -> str:
    low = message.casefold()
    for signs, meaning in _TOLD:
        if any(sign in low for sign in signs):
            return meaning
    return "the database reports: " + " ".join(message.split())[:200]
