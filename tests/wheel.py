"""Run every command of an installed repdiff on the seeds, from where no source lies: what the wheel forgot would be missing.

    cd EMPTY-FOLDER && VENV/bin/python CHECKOUT/tests/wheel.py

Exit code 0 when every command gives a report; the first that does not is told, with what it said.
"""

import json
import subprocess
import sys
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
OLD, NEW = (str(SEEDS / f"xuchang-{year}.txt") for year in (2020, 2021))
PAGES = [{"id": path.name, "text": path.read_text("utf-8")} for path in sorted((SEEDS / "found").glob("*.txt"))]
# Each command with what its report must hold.
RUNS = {
    (OLD, NEW): "xuchang-2021.txt",
    (OLD, NEW, "--format", "html"): "</html>",
    (OLD, NEW, "--format", "json"): '"links"',
    (OLD, NEW, "--format", "csv"): "%",
    (OLD, NEW, "--self-check"): "xuchang-2021.txt",
    ("check", OLD, NEW): "承诺",
    ("check", OLD, NEW, "--format", "html"): "</html>",
    ("track", OLD, NEW): "2021",
    ("track", OLD, NEW, "--format", "html"): "</html>",
    ("outline", OLD): "一、",
    ("dupes", "pages.jsonl"): "",
    ("dupes", "pages.jsonl", "--format", "html"): "</html>",
    ("--version",): "repdiff",
}


def fault(command: tuple[str, ...], wanted: str) -> str:
    """What is wrong with a run of the program; empty where nothing is. 0 and 1 say what was found, and are no faults."""
    program = Path(sys.executable).parent / "repdiff"
    done = subprocess.run([program, *command], capture_output=True, check=False)
    report = done.stdout.decode()
    if done.returncode in (0, 1) and report and wanted in report:
        return ""
    return f"repdiff {' '.join(command)}: exit code {done.returncode}\n{report[:500]}\n{done.stderr.decode()[-2000:]}"


def main() -> int:
    """The exit code."""
    import repdiff

    home = Path(repdiff.__file__)
    if Path(sys.prefix) not in home.parents:
        print(f"{home} is not the installed package: run from a folder of its own, without PYTHONPATH.")
        return 1
    Path("pages.jsonl").write_text("".join(json.dumps(page, ensure_ascii=False) + "\n" for page in PAGES), "utf-8")
    for command, wanted in RUNS.items():
        if told := fault(command, wanted):
            print(told)
            return 1
    print(f"{len(RUNS)} commands of {home.parent} work.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
