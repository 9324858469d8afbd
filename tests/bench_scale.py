"""What a comparison of two long documents costs: 1 MB each, made of a report's many editions. Run with `pytest -m benchmark FILE -s`.

python tests/bench_scale.py [MEGABYTES]
"""

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
MOST_SECONDS = 60.0
MOST_MEGABYTES = 1500.0
STEEPEST = 3.0  # times the cost for twice the text: what grows with the square alone takes 4

WORKER = """
import json, pathlib, re, resource, sys, time
import repdiff
from repdiff.cut.document import cut_document
from repdiff.comparison.groups import make_groups
from repdiff.model.options import Options
old, new = (repdiff.read(path) for path in sys.argv[1:3])
start = time.process_time()
found = repdiff.compare(old, new)
whole = time.process_time() - start
start = time.process_time()
cut_document(old), cut_document(new)
cut = time.process_time() - start
start = time.process_time()
make_groups(found.old, found.new, found.links, Options())
words = time.process_time() - start
status = pathlib.Path("/proc/self/status")
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text() if status.exists() else "")
other = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)
counts = len(found.old.sentences), len(found.new.sentences), len(found.links)
json.dump([*counts, cut, whole - cut - words, words, (int(peak[1]) if peak else other) / 1024], sys.stdout)
"""


def editions(text: str, size: int, seed: int) -> str:
    """The text again and again, each time with other figures and some other characters, up to `size` bytes of UTF-8."""
    dice = random.Random(seed)
    letters = [chr(c) for c in range(0x4E00, 0x9FA6)]
    parts: list[str] = []
    have = 0
    while have < size:
        swapped = dice.sample(letters, len(letters) // 2)
        table = {ord(one): other for one, other in zip(swapped, dice.sample(swapped, len(swapped)), strict=True)}
        part = re.sub(r"\d", lambda _: dice.choice("123456789"), text).translate(table)
        parts.append(part)
        have += len(part.encode())
    return "\n".join(parts).encode()[:size].decode("utf-8", "ignore")


def measured(folder: Path, size: int) -> tuple[float, ...]:
    """Sentences of both sides, links, processor seconds of cutting, pairing and words, megabytes at the peak."""
    paths = []
    for year in (2020, 2021):
        paths.append(folder / f"{year}.txt")
        report = (SEEDS / f"xuchang-{year}.txt").read_text("utf-8-sig")
        paths[-1].write_text(editions(report, size, 1), "utf-8")  # one seed: both years' editions swap alike
    command = [sys.executable, "-c", WORKER, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(map(float, done.stdout.strip("[]").split(",")))


def told(size: int, figures: tuple[float, ...]) -> str:
    old, new, links, cut, pair, words, memory = figures
    return (
        f"{size / 1e6:.2f} MB each: {old:.0f} and {new:.0f} sentences, {links:.0f} links; processor seconds: cutting {cut:.1f}, "
        f"pairing {pair:.1f}, words {words:.1f}; {memory:.0f} MB at the peak"
    )


@pytest.mark.benchmark
def test_a_megabyte_on_each_side(tmp_path: Path) -> None:
    """Within a minute and 1.5 GB, and twice the text takes less than three times as long."""
    half, whole = (measured(tmp_path, size) for size in (500_000, 1_000_000))
    print(f"\n{told(500_000, half)}\n{told(1_000_000, whole)}")
    assert sum(whole[3:6]) < MOST_SECONDS
    assert whole[6] < MOST_MEGABYTES
    assert sum(whole[3:6]) < STEEPEST * sum(half[3:6])


if __name__ == "__main__":
    import tempfile

    bytes_ = int(1_000_000 * float(sys.argv[1] if len(sys.argv) > 1 else 1))
    with tempfile.TemporaryDirectory() as scratch:
        print(told(bytes_, measured(Path(scratch), bytes_)))
