"""Derived tables that are found through headings; those of before go, and what is kept fills the new ones when it is opened."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_BEFORE = ("anchor", "bearing", "happening", "party")


def upgrade() -> None:
    for name in _BEFORE:
        op.execute(f"DROP TABLE IF EXISTS sayso_{name}")
    op.create_index("ix_sayso_coding_added", "sayso_coding", ["added"])
    op.create_table(
        "sayso_anchor",
        sa.Column("block", _TEXT, primary_key=True),
        sa.Column("broad", sa.Integer, primary_key=True),
        sa.Column("first", sa.Integer, primary_key=True),
        sa.Column("report", _KEY, primary_key=True),
        sa.Column("last", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sayso_bearing",
        sa.Column("report", _KEY, primary_key=True, autoincrement=False),
        sa.Column("story", _KEY, nullable=False, index=True),
        sa.Column("event", _TEXT, index=True),
        sa.Column("facts", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "sayso_happening",
        sa.Column("event", _TEXT, primary_key=True),
        sa.Column("story", _KEY, nullable=False, index=True),
        sa.Column("first", _TEXT, nullable=False),
        sa.Column("last", _TEXT, nullable=False),
        sa.Column("reach", sa.Integer, nullable=False),
        sa.Column("oldest", _TEXT, nullable=False),
        sa.Column("newest", _TEXT, nullable=False),
        sa.Column("headings", sa.Text, nullable=False),
        sa.Column("record", sa.LargeBinary),
    )
    op.create_table(
        "sayso_heading",
        sa.Column("name", _TEXT, primary_key=True),
        sa.Column("reach", sa.Integer, primary_key=True),
        sa.Column("first", _TEXT, primary_key=True),
        sa.Column("event", _TEXT, primary_key=True),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for name in ("anchor", "bearing", "happening", "heading"):
        op.drop_table(f"sayso_{name}")
    op.drop_index("ix_sayso_coding_added", "sayso_coding")
