"""The ledger: one event however often it is told, and what was known when.

In: articles with their events, one at a time and in any order. Out: merged events with their claims, status and history, as of any
moment. Reports are kept, append-only; events are derived from them and can be derived again.
"""

from __future__ import annotations

from sayso.ledger.book import Ledger
from sayso.ledger.errors import LedgerError

__all__ = ["Ledger", "LedgerError"]
