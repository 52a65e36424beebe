"""``sayso train``: weights from a user's labelled rows, for ``sayso relate --weights``.

In: files of labelled rows. Out: a weights file, or with ``--base`` a transformer's folder; a line on standard error for each row left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_FEWEST_TYPES = 2


def register(app: typer.Typer) -> None:
    app.command()(train)


def train(
    rows: Annotated[
        list[str],
        typer.Argument(metavar="ROWS…", help="JSON lines with text, actor, recipient and event; or .tsv."),
    ],
    output: Annotated[str, typer.Option(help="The weights file, or with --base the folder, to write.")] = "weights.npz",
    alone: Annotated[bool, typer.Option("--alone", help="Without the rows that come with sayso.")] = False,
    base: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="Fine-tune the transformer of this local folder instead of the small model."),
    ] = None,
    epochs: Annotated[int, typer.Option(min=1, help="How often a transformer sees the rows.")] = 4,
) -> None:
    """Train the model of `relate` on labelled rows of your own, beside those that come with sayso."""
    from sayso.coding.learned import WeightsError
    from sayso.model import Problem
    from sayso.terminal import say
    from sayso.training.rows import Row, packaged, read

    problems: list[Problem] = []

    def on_problem(problem: Problem) -> None:
        problems.append(problem)
        say(problem)

    own: list[Row] = [row for path in rows for row in read(Path(path), on_problem)]
    used = own if alone else packaged() + own
    if not own or len({row.event for row in used}) < _FEWEST_TYPES:
        say("there is nothing to train on; give rows of two types or more" if own else "no row can be used")
        raise typer.Exit(2)
    say(f"{len(own)} rows" + ("" if alone else f" beside the {len(used) - len(own)} that come with sayso"))
    try:
        _trained(used, Path(output), None if base is None else Path(base), epochs)
    except ImportError:
        say("training needs scikit-learn: pip install 'sayso[training]'")
        raise typer.Exit(2) from None
    except WeightsError as error:
        say(error)
        raise typer.Exit(2) from None
    except OSError as error:
        say(f"{output}: cannot be written ({error.strerror}); choose another --output")
        raise typer.Exit(2) from None
    say(f"wrote {output}; use it with: sayso relate PATH --weights {output}")
    raise typer.Exit(int(bool(problems)))


def _trained(rows: list, target: Path, base: Path | None, epochs: int) -> None:  # type: ignore[type-arg]
    if base is not None:
        from sayso.terminal import say
        from sayso.training import transformer

        transformer.train(rows, base, target, epochs, say)
        return
    import sklearn  # noqa: F401 - so that a missing extra is told before the rows are parsed

    from sayso.training import relations

    relations.train(rows, target)
