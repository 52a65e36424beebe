"""The ledger's tables: what is kept for ever, and what is derived from it and may be built again.

Kept, append-only: articles in their versions, codings of an article, the events each coding reports, and human decisions.
Derived: anchors (where a report is looked for), bearings (which event a report tells of), happenings (the merged events) and
headings (the names under which these are found).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
_Key = BigInteger().with_variant(Integer, "sqlite")
_Text = Text().with_variant(Text(collation="C"), "postgresql")  # sorts by code points, as SQLite and Python do

article = Table(
    "sayso_article",
    metadata,
    Column("key", _Key, primary_key=True),
    Column("id", _Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("address", _Text, index=True),  # the url in one spelling
    Column("published", Text),
    Column(
        "moment", _Text, nullable=False, index=True
    ),  # published in UTC, "" when unknown: sorts and compares as text
    Column("title", Text),
    Column("source", Text),
    Column("record", LargeBinary, nullable=False),  # the article as JSON
    Column("prints", LargeBinary, nullable=False),  # fingerprints of its paragraphs, for reprints
    Column("added", _Text, nullable=False),
    UniqueConstraint("id", "version"),
)
coding = Table(
    "sayso_coding",
    metadata,
    Column("key", _Key, primary_key=True),
    Column("article", _Key, ForeignKey("sayso_article.key"), nullable=False, index=True),
    Column("coder", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("added", _Text, nullable=False, index=True),
)
report = Table(
    "sayso_report",
    metadata,
    Column("key", _Key, primary_key=True),
    Column("coding", _Key, ForeignKey("sayso_coding.key"), nullable=False, index=True),
    Column("article", _Key, ForeignKey("sayso_article.key"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("id", _Text, nullable=False, index=True),
    Column("record", LargeBinary, nullable=False),  # the event as coded, as JSON
)
decision = Table(
    "sayso_decision",
    metadata,
    Column("key", _Key, primary_key=True),
    Column("made", _Text, nullable=False),
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
    Column("report", _Text, primary_key=True),
    Column("decision", _Key, ForeignKey("sayso_decision.key"), primary_key=True),
)

anchor = Table(
    "sayso_anchor",
    metadata,
    Column("block", _Text, primary_key=True),  # type and a party's or place's code
    Column("broad", Integer, primary_key=True),  # 1 when it spans more than NARROW days
    Column("first", Integer, primary_key=True),  # proleptic Gregorian ordinals of days
    Column("report", _Key, primary_key=True),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,  # the table is its index
)
bearing = Table(
    "sayso_bearing",
    metadata,
    Column("report", _Key, primary_key=True, autoincrement=False),
    Column("story", _Key, nullable=False, index=True),
    Column("event", _Text, index=True),  # of a report whose coding was replaced, none
    Column("facts", LargeBinary, nullable=False),  # what matching compares
)
happening = Table(
    "sayso_happening",
    metadata,
    Column("event", _Text, primary_key=True),
    Column("story", _Key, nullable=False, index=True),
    Column("first", _Text, nullable=False),  # "" for an undated one
    Column("last", _Text, nullable=False),
    Column("reach", Integer, nullable=False),  # the class of its span, see searching
    Column("oldest", _Text, nullable=False),  # when its first and last reports were published, "~" for unknown
    Column("newest", _Text, nullable=False),
    Column("headings", Text, nullable=False),  # the names under which it is found, as a JSON list
    Column("record", LargeBinary),  # nothing for one that is gone: edited away or dismissed
)
heading = Table(
    "sayso_heading",
    metadata,
    Column("name", _Text, primary_key=True),
    Column("reach", Integer, primary_key=True),
    Column("first", _Text, primary_key=True),
    Column("event", _Text, primary_key=True),
    sqlite_with_rowid=False,
)

KEPT = (article, coding, report, decision)
DERIVED = (anchor, bearing, happening, heading)
