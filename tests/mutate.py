"""Break the package in small ways, one at a time, and see whether the tests notice.

    python tests/mutate.py --sample 100 --seed 1

Each mutant is one changed token or two (a comparison, a number, `and` for `or`, a `not` less, the end of a slice) in a copy of the
package, which the fast tests of its room then read. Prints a table of killed and survived by room, and the survivors with their
line as it was and as it is. The figure is an estimate from the sample; the same seed draws the same mutants from the same tree.
"""

import argparse
import ast
import os
import queue
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "repdiff"
PATIENCE = 5  # a mutant may take so many times as long as the package as it is, and half a minute
# The fast tests of each room, the quickest and most telling first; a pattern without a file is no error.
TESTS = {
    "cut": (
        "test_sentences",
        "test_roles",
        "test_sections",
        "test_marks*",
        "test_passages",
        "test_languages",
        "test_repeats",
        "test_notes",
        "test_laws",
    ),
    "quantities": (
        "test_quantities",
        "test_numbers*",
        "test_doubts*",
        "test_verdicts*",
        "test_series*",
        "test_years",
    ),
    "pair": (
        "test_words",
        "test_alignment",
        "test_pair_cases",
        "test_reasons",
        "test_repeats",
        "test_links",
        "test_languages",
        "test_pairing",
        "test_decisions",
    ),
    "promises": ("test_verdicts*", "test_promises*", "test_check*", "test_years"),
    "timeline": ("test_series*", "test_timeline*", "test_track*", "test_years"),
}
COMPARED = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
}
COUNTED = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.FloorDiv: "*"}
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """A file of the package with the code from `start` to `end` (offsets in its bytes) replaced."""

    path: Path
    start: int
    end: int
    code: str

    @property
    def room(self) -> str:
        """The folder or file at the top of the package."""
        return self.path.relative_to(PACKAGE).parts[0].removesuffix(".py")

    def source(self) -> bytes:
        """The whole mutated file."""
        text = self.path.read_bytes()
        return text[: self.start] + self.code.encode() + text[self.end :]

    def shown(self) -> str:
        """Where it is, the line as it was and as it is."""
        before, after = self.path.read_bytes(), self.source()
        number = before.count(b"\n", 0, self.start)
        lines = [text.decode().split("\n")[number].strip() for text in (before, after)]
        return f"{self.path.relative_to(ROOT)}:{number + 1}\n    - {lines[0]}\n    + {lines[1]}"


class Fate(Enum):
    """What the tests said of a mutant; one that never ends is noticed too."""

    KILLED = "killed"
    SURVIVED = "survived"
    ENDLESS = "timed out"


class Places:
    """Offsets in the bytes of a file of what the syntax tree gives as lines and columns."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self._lines = [0]
        for line in text.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def start(self, node: ast.expr) -> int:
        """Where the node begins."""
        return self._lines[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr) -> int:
        """Where the node ends."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._lines[node.end_lineno - 1] + node.end_col_offset

    def code(self, node: ast.expr) -> str:
        """The node as written."""
        return self.text[self.start(node) : self.end(node)].decode()


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a file, in reading order."""
    places = Places(path.read_bytes())
    found = set()
    for node in spoken(ast.parse(places.text)):
        for start, end, code in (*operators(node, places), *values(node, places)):
            found.add(Mutant(path, start, end, code))
    yield from sorted(found)


def spoken(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run: annotations, decorators and what is there for the type checker alone are left out."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "keywords") and not isinstance(node, ast.Call):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from spoken(child)


def operators(node: ast.AST, at: Places) -> Iterator[tuple[int, int, str]]:
    """Other operators for one node: from where to where, and into what."""
    match node:
        case ast.Compare(left, [operator, *_], [right, *_]) if type(operator) in COMPARED:
            yield at.end(left), at.start(right), between(at, left, right, COMPARED[type(operator)])
        case ast.BoolOp(operator, [first, second, *_]):
            word = "or" if isinstance(operator, ast.And) else "and"
            yield at.end(first), at.start(second), between(at, first, second, word)
        case ast.BinOp(left, operator, right) if type(operator) in COUNTED and not texts(left, right):
            yield at.end(left), at.start(right), between(at, left, right, COUNTED[type(operator)])
        case ast.UnaryOp(ast.Not()):
            yield at.start(node), at.start(node) + len("not"), ""
        case ast.IfExp(test):
            yield at.start(test), at.end(test), f"not ({at.code(test)})"


def values(node: ast.AST, at: Places) -> Iterator[tuple[int, int, str]]:
    """Other values for one node: from where to where, and into what."""
    match node:
        case ast.Constant(bool(value)):
            yield at.start(node), at.end(node), str(not value)
        case ast.Constant(int(value) | float(value)):
            for other in numbers(value):
                yield at.start(node), at.end(node), other
        case ast.Call(ast.Name(name), args) if name in SWAPPED and args:
            yield at.start(node.func), at.end(node.func), SWAPPED[name]
        case ast.Subscript(_, ast.Slice(lower, upper)):
            for bound in (lower, upper):
                if bound is not None and not isinstance(bound, ast.Constant):
                    yield at.start(bound), at.end(bound), f"({at.code(bound)}) + 1"


def texts(*nodes: ast.expr) -> bool:
    """Whether one of them is a string: joined, not added."""
    return any(
        isinstance(node, ast.JoinedStr | ast.List) or isinstance(getattr(node, "value", 0), str) for node in nodes
    )


def between(at: Places, left: ast.expr, right: ast.expr, operator: str) -> str:
    """The code between two operands with another operator; parentheses and line ends stay."""
    gap = at.text[at.end(left) : at.start(right)].decode()
    return re.sub(r"not\s+in\b|is\s+not\b|[^\s()]+", operator, gap, count=1)


def numbers(value: float) -> Iterator[str]:
    """Other values of a number: one more of a count; half and twice a measure."""
    if isinstance(value, int):
        yield str(value + 1)
    else:
        yield repr(value * 2 if value else 1.0)
        yield repr(value / 2 if value else -1.0)


def tests_of(room: str) -> list[str]:
    """The test files of a room that are there."""
    folder = ROOT / "tests"
    found = (path for stem in TESTS[room] for path in sorted(folder.glob(f"{stem}.py")))
    return [str(path.relative_to(ROOT)) for path in dict.fromkeys(found)]


def run_tests(copy: Path, room: str, seconds: float | None = None) -> subprocess.CompletedProcess[str]:
    """Run the tests of a room on a copy of the package; raises `subprocess.TimeoutExpired` after so many seconds."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests_of(room)]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=seconds, check=False
    )


def fate(mutant: Mutant, copies: "queue.Queue[Path]", seconds: float) -> Fate:
    """Put the mutant into a free copy of the package, run the tests of its room, and mend the copy."""
    copy = copies.get()
    broken = copy / mutant.path.relative_to(PACKAGE.parent)
    try:
        broken.write_bytes(mutant.source())
        return Fate.KILLED if run_tests(copy, mutant.room, seconds).returncode else Fate.SURVIVED
    except subprocess.TimeoutExpired:
        return Fate.ENDLESS
    finally:
        shutil.copyfile(mutant.path, broken)
        copies.put(copy)


def drawn(rooms: list[str], sample: int, seed: int) -> list[Mutant]:
    """A sample of all mutants of the rooms that still are Python, in reading order; 0 draws all."""
    paths = [path for room in rooms for path in sorted((PACKAGE / room).rglob("*.py"))]
    every = [mutant for path in paths for mutant in mutants(path) if compiles(mutant)]
    print(f"{len(every)} mutants in {len(paths)} files", flush=True)
    return sorted(random.Random(seed).sample(every, min(sample or len(every), len(every))))


def compiles(mutant: Mutant) -> bool:
    """Whether the mutated file is Python at all."""
    try:
        ast.parse(mutant.source())
    except SyntaxError:
        return False
    return True


def report(fates: dict[Mutant, Fate]) -> float:
    """Print the table and the survivors; the share of mutants that were noticed, 0..1."""
    counts = Counter((mutant.room, fate) for mutant, fate in fates.items())
    print(f"\n{'room':<12}{'killed':>10}{'timed out':>10}{'survived':>10}{'noticed':>10}")
    rows = [(room, [counts[room, fate] for fate in (Fate.KILLED, Fate.ENDLESS, Fate.SURVIVED)]) for room in TESTS]
    rows.append(("all", [sum(row[column] for _, row in rows) for column in range(3)]))
    for room, row in rows:
        if sum(row):
            print(f"{room:<12}{row[0]:>10}{row[1]:>10}{row[2]:>10}{(row[0] + row[1]) / sum(row):>10.0%}")
    print("\nSurvivors:")
    for mutant, found in fates.items():
        if found is Fate.SURVIVED:
            print(mutant.shown())
    return sum(found is not Fate.SURVIVED for found in fates.values()) / max(1, len(fates))


def main() -> int:
    """Exit code 0; 1 when less than the share --least is noticed, 2 when the tests fail on the package as it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sample", type=int, default=200, help="how many mutants; 0 is all of them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", action="append", choices=list(TESTS), help="only this room; may be given twice")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--least", type=float, default=0.0, help="the share that must be noticed, 0..1")
    said = parser.parse_args()
    rooms = said.room or [room for room in TESTS if (PACKAGE / room).exists()]
    with tempfile.TemporaryDirectory() as folder:
        copies: queue.Queue[Path] = queue.Queue()
        for number in range(said.processes):
            copy = Path(folder) / str(number)
            shutil.copytree(PACKAGE, copy / "repdiff", ignore=shutil.ignore_patterns("__pycache__"))
            copies.put(copy)
        patience = {}
        for room in rooms:
            begun = time.monotonic()
            first = run_tests(Path(folder) / "0", room)
            patience[room] = PATIENCE * (time.monotonic() - begun) + 30
            if first.returncode:
                print(f"The tests of {room} fail on the package as it is:\n{first.stdout[-2000:]}")
                return 2
        fates: dict[Mutant, Fate] = {}
        sample = drawn(rooms, said.sample, said.seed)
        with ThreadPoolExecutor(said.processes) as pool:
            for mutant, found in zip(
                sample, pool.map(lambda one: fate(one, copies, patience[one.room]), sample), strict=True
            ):
                fates[mutant] = found
                print({Fate.KILLED: ".", Fate.SURVIVED: "S", Fate.ENDLESS: "t"}[found], end="", flush=True)
    return 1 if report(fates) < said.least else 0


if __name__ == "__main__":
    sys.exit(main())
