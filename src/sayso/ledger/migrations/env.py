"""Runs the migrations over the connection that the ledger hands over."""

from alembic import context

from sayso.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table="sayso_version"
)
with context.begin_transaction():
    context.run_migrations()
