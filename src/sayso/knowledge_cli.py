"""The command for a project's own knowledge: dictionaries of older coders turned into sayso's files.

In: actors and agents dictionaries. Out: a directory for ``--knowledge``, whole or not at all; what could not be carried over, a line each,
on standard error.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(no_args_is_help=True, help="Bring a project's own knowledge of actors.")
    group.callback()(lambda: None)
    group.command("import")(import_)
    app.add_typer(group, name="knowledge")


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="Actors and agents dictionaries of PETRARCH, Phoenix or TABARI."),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The new directory, for --knowledge.")],
) -> None:
    """Turn actors and agents dictionaries into knowledge files; they appear whole or not at all."""
    from sayso.knowledge.importing import convert, told
    from sayso.terminal import say

    try:
        done = convert(files, out)
    except ValueError as error:
        say(error)
        raise typer.Exit(1) from None
    for problem in done.problems:
        say(problem)
    say(told(done, out))
    if done.problems:
        raise typer.Exit(1)
