"""How long the whole process takes, beside a Python that only imports what every run needs. Run with `pytest -m benchmark FILE -s`.

Seconds say little on a shared machine, so each command's median is divided by that of the imports, all measured in turn.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pytest

from repdiff import cut_document, read

SEEDS = Path(__file__).parent.parent / "seeds"
ROUNDS = 9
REPDIFF = [sys.executable, "-c", "from repdiff.cli import main; main()"]
COMMANDS = {
    "imports": [sys.executable, "-c", "import typer, rich.console, rapidfuzz"],
    "comparison": [*REPDIFF, str(SEEDS / "xuchang-2020.txt"), str(SEEDS / "xuchang-2021.txt")],
    "help": [*REPDIFF, "--help"],
}
MOST = {"comparison": 6.0, "help": 2.5}


def seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


@pytest.mark.benchmark
def test_a_process_takes_a_few_times_the_imports() -> None:
    """The main job at most 6 times the imports, the help 2.5 times: medians of interleaved runs with a warm file cache."""
    for command in COMMANDS.values():
        seconds(command)  # files and compiled modules into the cache
    rounds = [{name: seconds(command) for name, command in COMMANDS.items()} for _ in range(ROUNDS)]
    medians = {name: median(times[name] for times in rounds) for name in COMMANDS}
    ratios = {name: medians[name] / medians["imports"] for name in MOST}
    print(
        f"\nimports {medians['imports']:.3f} s", *(f"{name} {ratio:.2f} x" for name, ratio in ratios.items()), sep=", "
    )
    assert {name: ratio for name, ratio in ratios.items() if ratio > MOST[name]} == {}


@pytest.mark.benchmark
def test_stages_stay_within_their_budget(tmp_path: Path) -> None:
    """CPU seconds of reading a report of unknown encoding and of cutting it: the least of some runs."""
    path = tmp_path / "report.txt"
    path.write_bytes((SEEDS / "xuchang-2020.txt").read_text("utf-8").encode("gb18030"))
    source = read(path)
    stages = {"reading": (lambda: read(path), 0.05), "cutting": (lambda: cut_document(source), 0.3)}
    for name, (stage, most) in stages.items():
        taken = []
        for _ in range(ROUNDS):
            start = process_time()
            stage()
            taken.append(process_time() - start)
        print(f"{name} {min(taken):.3f} s")
        assert min(taken) < most
