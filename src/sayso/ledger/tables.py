"""The ledger's tables: what is kept for ever, and what is derived from it and may be built again.

Kept, append-only: articles in their versions, codings of an article, the events each coding reports, and human decisions.
Derived: anchors (where a report is looked for), bearings (which event a report tells of) and happenings (the merged events).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
_Key = BigInteger().with_variant(Integer, "sqlite")

article = Table(
    "sayso_article",
    metadata,
    Column("key", _Key, primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("address", Text, index=True),  # the url in one spelling
    Column("published", Text),
    Column("moment", Text, nullable=False, index=True),  # published in UTC, "" when unknown: sorts and compares as text
    Column("title", Text),
    Column("source", Text),
    Column("record", LargeBinary, nullable=False),  # the article as JSON
    Column("prints", LargeBinary, nullable=False),  # fingerprints of its paragraphs, for reprints
    Column("added", Text, nullable=False),
    UniqueConstraint("id", "version"),
)
coding = Table(
    "sayso_coding",
    metadata,
    Column("key", _Key, primary_key=True),
    Column("article", _Key, ForeignKey("sayso_article.key"), nullable=False, index=True),
    Column("coder", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("added", Text, nullable=False),
)
report = Table(
    "sayso_report",
    metadata,
    Column("key", _Key, primary_key=True),
    Column("coding", _Key, ForeignKey("sayso_coding.key"), nullable=False, index=True),
    Column("article", _Key, ForeignKey("sayso_article.key"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("record", LargeBinary, nullable=False),  # the event as coded, as JSON
)
decision = Table(
    "sayso_decision",
    metadata,
    Column("key", _Key, primary_key=True),
    Column("made", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reports", Text, nullable=False),  # ids of the reports it concerns, as a JSON list
    Column("value", Text),
    Column("reason", Text),
    Column("undoes", _Key, ForeignKey("sayso_decision.key")),
)
decided = Table(
    "sayso_decided",
    metadata,
    Column("report", Text, primary_key=True),
    Column("decision", _Key, ForeignKey("sayso_decision.key"), primary_key=True),
)

anchor = Table(
    "sayso_anchor",
    metadata,
    Column("report", _Key, nullable=False, index=True),
    Column("block", Text, nullable=False),  # type and a party's or place's code
    Column("broad", Integer, nullable=False),  # 1 when it spans more than NARROW days
    Column("first", Integer, nullable=False),  # proleptic Gregorian ordinals of days
    Column("last", Integer, nullable=False),
    Index("sayso_anchor_where", "block", "broad", "first", "report", "last"),
)
bearing = Table(
    "sayso_bearing",
    metadata,
    Column("report", _Key, primary_key=True, autoincrement=False),
    Column("story", _Key, nullable=False, index=True),
    Column("event", Text, index=True),
)
happening = Table(
    "sayso_happening",
    metadata,
    Column("event", Text, primary_key=True),
    Column("story", _Key, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("country", Text),
    Column("geonameid", Integer),
    Column("status", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index("sayso_happening_when", "first", "event"),
    Index("sayso_happening_where", "country", "first"),
    Index("sayso_happening_place", "geonameid", "first"),
    Index("sayso_happening_kind", "kind", "first"),
)
party = Table(
    "sayso_party",
    metadata,
    Column("event", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),  # a code, or a folded name
    Column("first", Text),
    Index("sayso_party_name", "name", "first", "event"),
)

KEPT = (article, coding, report, decision)
DERIVED = (anchor, bearing, happening, party)
