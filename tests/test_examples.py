"""Every example program runs as its docstring says, and prints what it promises."""

import ast
import csv
import io
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAMS = sorted((ROOT / "examples").glob("*.py"))


def run(program: Path) -> str:
    """The output of the command in a program's docstring."""
    docstring = ast.get_docstring(ast.parse(program.read_text("utf-8"))) or ""
    line = next(line.strip() for line in docstring.splitlines() if line.strip().startswith("python "))
    words = shlex.split(line.split(" > ")[0].split(" | ")[0])[1:]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.stem)
def test_program_runs(program: Path) -> None:
    assert len(run(program).splitlines()) > 5


def test_counts_add_up() -> None:
    first = run(ROOT / "examples" / "compare_two_reports.py").splitlines()[0]
    commitments, kept, dropped, new = (int(part.split()[0]) for part in first.split(", "))
    assert commitments == kept + dropped
    assert new > 0


def test_dropped_commitments_stand_where_the_table_says() -> None:
    text = (ROOT / "seeds" / "xuchang-2020.txt").read_text("utf-8").splitlines()
    rows = list(csv.DictReader(io.StringIO(run(ROOT / "examples" / "dropped_commitments_to_csv.py"))))
    assert rows
    for row in rows:
        assert text[int(row["line"]) - 1][int(row["column"]) - 1 :].startswith(row["text"])


def test_every_heading_is_listed() -> None:
    from repdiff import cut_document, read

    titles = [s.title for s in cut_document(read(ROOT / "seeds" / "xuchang-2020.txt")).sections if s.title]
    output = run(ROOT / "examples" / "moved_sections.py")
    assert all(title in output for title in titles)
