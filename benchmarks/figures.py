"""Every figure of the project in one run, and whether any fell below its floor.

    python benchmarks/figures.py            measure and print
    python benchmarks/figures.py --check    exit 1 when a figure is below its floor by more than the allowance
    python benchmarks/figures.py --raise    write better figures into floors.toml

The evaluation sets are not part of the project: they are looked for in ``../shared`` beside it, and what is not there is
left out with a word about it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
FLOORS = HERE / "floors.toml"
ALLOWANCE = 0.005
TASKS = ("relations", "attributions", "places", "times")


def scored(task: str) -> dict[str, float]:
    """The figures that the scorer prints for a task: F1 of each row, or the value of a plain line."""
    out = _run([sys.executable, SHARED / "bench" / "score.py", task, SHARED / "data"])
    found: dict[str, float] = {}
    for line in out.splitlines():
        if (row := re.match(r"(\w+)\s+P [\d.]+\s+R [\d.]+\s+F1 ([\d.]+)", line)) or (
            row := re.match(r"(\w+) ([\d.]+)$", line)
        ):
            found[row[1]] = float(row[2])
    return {k: v for k, v in found.items() if not k.isupper()}


def first_case() -> dict[str, float]:
    """How many rows of the first case come out."""
    out = _run([sys.executable, SHARED / "seed" / "check.py", "--quiet"], fails=True)
    found = re.search(r"rows (\d+) of (\d+)", out)
    return {"rows": float(found[1])} if found else {}


def stories() -> dict[str, float]:
    """How well the ledger tells the stories: events, and the share of its checks that hold."""
    out = _run([sys.executable, SHARED / "bench" / "stories.py", SHARED / "stories"])
    events = re.search(r"events_f1 ([\d.]+)", out)
    checks = re.search(r"ledger_checks (\d+) of (\d+)", out)
    return (
        {"events_f1": float(events[1]), "checks": round(int(checks[1]) / int(checks[2]), 3)}
        if events and checks
        else {}
    )


def held(name: str, *parts: str) -> dict[str, float]:
    """What a benchmark of the project's own finds on what is held back: ``own_stories``, ``short_cases``, ``articles``, ``reactions``."""
    out = _run([sys.executable, HERE / f"{name}.py", *parts])
    return {m[1]: float(m[2]) for m in re.finditer(r"^(\w+) ([\d.]+)$", out, re.M)}


def stances() -> dict[str, float]:
    """Stance and factuality on the half of the project's own passages that is held back."""
    out = _run([sys.executable, HERE / "stances.py"])
    return {f"held_back_{m[1]}": float(m[2]) for m in re.finditer(r"^held_back (\w+) ([\d.]+)$", out, re.M)}


def _run(command: list[object], fails: bool = False) -> str:
    run = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    if run.returncode and not fails:
        sys.exit(f"{command}: {run.stdout[-500:]}{run.stderr[-1500:]}")
    return run.stdout


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true")
    options.add_argument("--raise", action="store_true", dest="raised")
    chosen = options.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf8"))
    if not SHARED.is_dir():
        print("the evaluation sets are not here; no figure was measured")
        return
    found = (
        {"seed": first_case(), "stories": stories(), "stances": stances()}
        | {"own_stories": held("own_stories", "held", "later"), "short_cases": held("short_cases", "held")}
        | {"articles": held("articles", "held", "later"), "reactions": held("reactions")}
        | {task: scored(task) for task in TASKS if (SHARED / "data" / f"{task}.gold.jsonl").is_file()}
    )
    low = []
    for task, figures in found.items():
        for name, floor in floors.get(task, {}).items():
            value = figures.get(name)
            print(f"{task:14} {name:28} {value if value is not None else 'missing'}  (floor {floor})")
            if value is None or value < floor - ALLOWANCE:
                low.append(f"{task} {name}: {value} is below its floor {floor}")
    if chosen.raised:
        lines = ["# The best figure reached on each set; CI fails below it (0.005 is allowed for noise)."]
        for task, figures in found.items():
            kept = {n: max(v, figures.get(n, 0.0)) for n, v in floors.get(task, {}).items()} or figures
            lines += ["", f"[{task}]", *(f"{n} = {v:g}" for n, v in kept.items())]
        FLOORS.write_text("\n".join(lines) + "\n", encoding="utf8")
    if low and chosen.check:
        sys.exit("\n".join(low))


if __name__ == "__main__":
    main()
