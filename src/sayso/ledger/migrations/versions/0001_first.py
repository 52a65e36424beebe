"""What is kept: articles, their codings, the reports of these, and decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "sayso_article",
        sa.Column("key", _KEY, primary_key=True),
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("address", _TEXT, index=True),
        sa.Column("published", sa.Text),
        sa.Column("moment", _TEXT, nullable=False, index=True),
        sa.Column("title", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("prints", sa.LargeBinary, nullable=False),
        sa.Column("added", _TEXT, nullable=False),
        sa.UniqueConstraint("id", "version"),
    )
    op.create_table(
        "sayso_coding",
        sa.Column("key", _KEY, primary_key=True),
        sa.Column("article", _KEY, sa.ForeignKey("sayso_article.key"), nullable=False, index=True),
        sa.Column("coder", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("added", _TEXT, nullable=False),
    )
    op.create_table(
        "sayso_report",
        sa.Column("key", _KEY, primary_key=True),
        sa.Column("coding", _KEY, sa.ForeignKey("sayso_coding.key"), nullable=False, index=True),
        sa.Column("article", _KEY, sa.ForeignKey("sayso_article.key"), nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("id", _TEXT, nullable=False, index=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "sayso_decision",
        sa.Column("key", _KEY, primary_key=True),
        sa.Column("made", _TEXT, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("reports", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("undoes", _KEY, sa.ForeignKey("sayso_decision.key")),
    )
    op.create_table(
        "sayso_decided",
        sa.Column("report", _TEXT, primary_key=True),
        sa.Column("decision", _KEY, sa.ForeignKey("sayso_decision.key"), primary_key=True),
    )


def downgrade() -> None:
    for name in ("decided", "decision", "report", "coding", "article"):
        op.drop_table(f"sayso_{name}")
