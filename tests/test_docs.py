"""Every `sayso` command that the README and the docs print is run, as printed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMANDS = [
    (page.name, command)
    for page in PAGES
    for command in re.findall(r"^(?:\$ |.*&& )(sayso [^\n#]+)", page.read_text(encoding="utf8"), re.M)
]


def test_the_readme_and_the_docs_have_commands():
    assert [c for page, c in COMMANDS if page == "README.md"]
    assert len(COMMANDS) >= 10


def run(*words):
    """A sayso command in this process, which has its pipeline loaded already."""
    from sayso.cli import app

    found = CliRunner().invoke(app, words)
    assert found.exit_code == 0, f"{found.output}{found.exception or ''}"
    return found.stdout


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_printed_command_runs(page, command, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    made = {name: str(tmp_path / name) for name in ("news.db", "mine.npz", "my-knowledge")}
    words = [made.get(w, w) for w in shlex.split(command)]
    if "mine.npz" in command and words[1] != "train":
        run("train", "examples/rows.jsonl", "--alone", "--output", made["mine.npz"])
    if "news.db" in command and words[1] != "add":
        run("add", "--ledger", made["news.db"], "examples/talks.txt")
    if "my-knowledge" in command and words[1] != "knowledge":
        run("knowledge", "import", "examples/actors.txt", "--out", made["my-knowledge"])
    assert run(*words[1:]) or words[1] in ("add", "knowledge", "train")


def test_the_output_that_the_readme_shows_is_what_comes_out():
    readme = (ROOT / "README.md").read_text(encoding="utf8")
    command, shown = re.search(r"&& sayso (code [^\n]+)\n```\n\n```\n(.*?)\n```", readme, re.S).groups()
    run = subprocess.run(
        [sys.executable, "-m", "sayso", *shlex.split(command)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"COLUMNS": "150"},
    )
    real = {" ".join(line.split()) for line in run.stdout.splitlines()}
    assert [line for line in shown.splitlines() if line != "…" and " ".join(line.split()) not in real] == []


def test_every_command_is_documented():
    from typer.main import get_command

    from sayso.cli import app

    names = set(get_command(app).commands)
    said = " ".join(p.read_text(encoding="utf8") for p in PAGES)
    assert {n for n in names if not re.search(rf"`?sayso {n}\b", said)} == set()
