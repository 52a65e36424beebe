"""Opens a ledger: a SQLite file in WAL mode, or any database by its SQLAlchemy URL.

In: a file's path or a URL. Out: an engine over a database whose schema is the newest; a new one is made, an older one
migrated. Raises LedgerError for another program's database, a newer one, or one that cannot be opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from sayso.ledger.errors import LedgerError, told
from sayso.ledger.refreshing import rebuilt

HEAD = "0002"
_WAIT = 120  # seconds that a writer waits for another
_LOCK = 0x5A750  # PostgreSQL's advisory lock of a ledger's writers


def engine(ledger: str | Path, *, create: bool = True) -> Engine:
    """An engine over the ledger; without ``create``, one that is not there raises LedgerError."""
    name = str(ledger)
    if "://" not in name:
        _check_file(Path(name), create)
        made = create_engine(_file_url(Path(name)), connect_args={"timeout": _WAIT, "check_same_thread": False})
        _in_wal_mode(made)
    else:
        made = _by_url(name)
    with told(shown(name)):
        _ready(made, shown(name))
    return made


def _file_url(path: Path) -> str:
    """The file's URL; of one that may only be read and that nobody writes, without the files that writers share."""
    if not path.exists() or (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        return f"sqlite:///{path}"
    still = "" if path.with_name(path.name + "-wal").exists() else "&immutable=1"
    return f"sqlite:///file:{quote(str(path.absolute()))}?mode=ro{still}&uri=true"


def shown(ledger: str) -> str:
    """The ledger's name without a password."""
    head, mark, tail = ledger.partition("://")
    return f"{head}{mark}{tail.rpartition('@')[2]}"


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder; name a file in it")
    if not path.exists():
        if not create:
            raise LedgerError(f"{path}: there is no such ledger; `sayso add --ledger {path} …` makes one")
        if not path.absolute().parent.is_dir():
            raise LedgerError(f"{path}: its folder does not exist; make it first")


def _by_url(url: str) -> Engine:
    if url.startswith(("postgresql://", "postgres://")):
        url = "postgresql+psycopg://" + url.partition("://")[2]
    try:
        made = create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise LedgerError(f"{shown(url)}: needs the package {error.name}; pip install 'sayso[postgres]'") from error
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise LedgerError(
            f"{shown(url)}: is no database address; give a file or postgresql://user@host/name"
        ) from error
    if made.dialect.name == "sqlite":
        _in_wal_mode(made)
    return made


def _in_wal_mode(made: Engine) -> None:
    @event.listens_for(made, "connect")
    def _connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where the ledger says so
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_WAIT * 1000}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA cache_size = -65536")  # 64 MB: a large ledger's indexes are written all over
        cursor.close()

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("mode", "")
        if mode != "bare":
            connection.exec_driver_sql(f"BEGIN {mode}")


@contextmanager
def writing(made: Engine) -> Iterator[Connection]:
    """One transaction of the only writer; others wait for its end."""
    with made.connect().execution_options(mode="IMMEDIATE") as connection, connection.begin():
        if made.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


@contextmanager
def reading(made: Engine) -> Iterator[Connection]:
    """One transaction that sees the ledger as it stood at its first read."""
    with made.connect() as connection:
        if made.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def bare(made: Engine) -> Iterator[Connection]:
    """A SQLite connection outside of transactions, for what cannot be done in one."""
    with made.connect().execution_options(mode="bare") as connection:
        yield connection


def _ready(made: Engine, name: str) -> None:
    with reading(made) as connection:
        version = _version(connection, name)
    if version == HEAD:
        return
    if made.dialect.name == "sqlite":
        with bare(made) as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with writing(made) as connection:
        version = _version(connection, name)
        if version != HEAD:  # another writer may have made it in the meantime
            _migrate(connection)
            if version is not None:
                rebuilt(connection)


def _version(connection: Connection, name: str) -> str | None:
    """The schema's version; None for an empty database."""
    tables = set(inspect(connection).get_table_names())
    if "sayso_version" not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise LedgerError(f"{name}: is another program's database; name another file")
        if any(t.startswith("sayso_") for t in tables):
            raise LedgerError(f"{name}: has tables of a ledger but no version; restore a backup")
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM sayso_version")).scalar()
    if version is not None and version > HEAD:
        raise LedgerError(f"{name}: was written by a newer sayso (schema {version}); install that version")
    return version


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
