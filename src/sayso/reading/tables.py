"""Tables of articles: CSV and TSV, and Parquet with its own types.

In: a table and which of its columns holds which field (``text=body``); a column named like a field needs no mention.
Out: a Record a row, read in batches. A table without the text's column is one problem.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.reading.jsonl import from_fields, lines
from sayso.reading.plain import SPLIT, too_long
from sayso.reading.problems import UnreadableError
from sayso.reading.records import Input, Record

FIELDS = ("id", "text", "title", "published", "source", "url", "language")


def records(source: Input) -> Iterator[Record]:
    """The rows of a CSV or TSV table, whose first line names the columns."""
    csv.field_size_limit(source.limits.line_bytes)
    texts = _text_lines(source)
    try:
        header_line = next(texts)
    except StopIteration:
        raise UnreadableError("is empty") from None
    delimiter = max("\t,;|", key=lambda d: (header_line.count(d), d == ","))
    try:
        header = next(csv.reader([header_line], delimiter=delimiter), [])
    except csv.Error as error:
        raise UnreadableError(f"is a table whose first line cannot be read ({error})") from None
    columns = _columns([name.strip() for name in header], source.columns)
    rows = csv.reader(texts, delimiter=delimiter)
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            source.problem(f"is not readable as a table row ({error})", line=rows.line_num + 1)
            continue
        if row:
            values = {field: row[at] if at < len(row) else None for field, at in columns.items()}
            yield from _row(values, number, rows.line_num + 1, source)


def parquet_records(source: Input) -> Iterator[Record]:
    """The rows of a Parquet table, a batch at a time."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise UnreadableError("is Parquet", "install sayso[tables] to read it") from None
    try:
        stream = source.stream if source.stream.seekable() else io.BytesIO(source.whole(source.limits.member_bytes))
        file = pq.ParquetFile(stream)
        columns = _columns(file.schema_arrow.names, source.columns)
        wanted = {field: file.schema_arrow.names[at] for field, at in columns.items()}
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=sorted(set(wanted.values()))):
            for row in batch.to_pylist():
                number += 1
                values = {field: _plain(row[column]) for field, column in wanted.items()}
                yield from _row(values, number, None, source)
    except UnreadableError:
        raise
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UnreadableError(f"is Parquet that cannot be read ({str(error).splitlines()[0][:100]})") from None


def _columns(header: list[str], given: Mapping[str, str]) -> dict[str, int]:
    """Where each field stands; raises UnreadableError for a column that is named and not there, and without a text."""
    found: dict[str, int] = {}
    for field in FIELDS:
        column = given.get(field, field)
        if column in header:
            found[field] = header.index(column)
        elif field in given or field == "text":
            names = ", ".join(header[:20])
            raise UnreadableError(
                f"is a table without a column {column!r} (it has: {names})", "name it: --column text=NAME"
            )
    return found


def _row(values: dict[str, Any], number: int, line: int | None, source: Input) -> Iterator[Record]:
    try:
        yield from_fields(
            {field: value for field, value in values.items() if value is not None},
            f"{source.name}:{number}",
            source.limits,
        )
    except UnreadableError as error:
        source.problem(error.what if line else f"row {number} {error.what}", error.remedy, line)


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _text_lines(source: Input) -> Iterator[str]:
    """The table's lines; a line that is not UTF-8 or too long is told and left out."""
    limit = source.limits.line_bytes
    for number, line in enumerate(lines(source.stream, limit), 1):
        if line is None:
            source.problem(too_long(f"over {limit:,} bytes", source.limits), SPLIT, number)
            continue
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        try:
            yield line.decode("utf-8").replace("\0", "")
        except UnicodeDecodeError:
            source.problem("is not valid UTF-8", "save the table as UTF-8", number)
