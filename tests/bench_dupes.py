"""The search for duplicates beside what people use instead, in CPU seconds per CPU second of `cat FILE > /dev/null`.

    python tests/bench_dupes.py [CORPUS.jsonl] [--mb 200] [--memory]

Without a corpus one is made by the maker of corpora, where it is there (`../shared/bench/make_corpus.py`). A corpus may have
its paragraphs beside it, one per line, as `CORPUS.lines.txt`: for `sort | uniq -d`. Each figure is the least of three runs.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MAKER = Path(__file__).parent.parent.parent / "shared" / "bench" / "make_corpus.py"
REPDIFF = f"{sys.executable} -m repdiff dupes"
DICTIONARY = """
import json, sys
first, flags = {}, []
for number, line in enumerate(open(sys.argv[1], encoding="utf-8")):
    start = 0
    for paragraph in json.loads(line)["text"].split("\\n"):
        here = (number, start, start + len(paragraph))
        if first.setdefault(paragraph, here) is not here:
            flags.append((here, first[paragraph]))
        start += len(paragraph) + 1
print(len(flags))
"""


def measured(command: str, runs: int = 3) -> tuple[float, float]:
    """CPU seconds and seconds of the quickest of some runs, children included."""
    found = []
    for _ in range(runs):
        before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, shell=True, stdout=subprocess.DEVNULL, check=True)
        after, seconds = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begin
        found.append((after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, seconds))
    return min(cpu for cpu, _ in found), min(seconds for _, seconds in found)


def peak(command: list[str]) -> float:
    """Most megabytes of memory that the process and its children took together, looked at every twentieth of a second."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(resident, [process.pid, *children(process.pid)])))
        time.sleep(0.05)
    return most


def children(pid: int) -> list[int]:
    """Processes that this one started."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def resident(pid: int) -> float:
    """Megabytes of a process that it does not share with others: its proportional set."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def rows(corpus: Path) -> list[tuple[str, str]]:
    """What is measured: its name and its command."""
    json = f"{corpus} --format json"
    lines = corpus.with_suffix(".lines.txt")
    found = [
        ("repdiff dupes, sentences, folded, spans and runs", f"{REPDIFF} {json} --level sentence"),
        ("the same, one process", f"{REPDIFF} {json} --level sentence --jobs 1"),
        ("repdiff dupes, paragraphs, raw", f"{REPDIFF} {json} --level paragraph --raw"),
        ("the same, one process", f"{REPDIFF} {json} --level paragraph --raw --jobs 1"),
        ("repdiff dupes, all levels, folded", f"{REPDIFF} {json}"),
        ("a plain dictionary of paragraphs, raw", f"{sys.executable} -c '{DICTIONARY}' {corpus}"),
    ]
    if lines.exists():
        found.append(("LC_ALL=C sort | uniq -d: paragraphs, raw, no places", f"LC_ALL=C sort {lines} | uniq -d"))
    return found


def table(corpus: Path, memory: bool) -> None:
    """Print the figures."""
    unit, _ = measured(f"cat {corpus}", 5)
    print(f"{corpus.name}: {corpus.stat().st_size / 1e6:.0f} MB; cat takes {unit:.3f} CPU seconds\n")
    print("| what | CPU seconds | times cat | seconds |\n|---|---|---|---|")
    for name, command in rows(corpus):
        cpu, seconds = measured(command)
        print(f"| {name} | {cpu:.2f} | {cpu / unit:.0f} | {seconds:.2f} |", flush=True)
    if memory:
        command = f"{REPDIFF} {corpus} --format json --memory 500MB".split()
        print(f"\nall levels with --memory 500MB: at most {peak(command):.0f} MB")


def main() -> None:
    """Make a corpus if none is given, and measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--mb", type=float, default=200)
    parser.add_argument("--memory", action="store_true")
    arguments = parser.parse_args()
    if arguments.corpus:
        table(arguments.corpus, arguments.memory)
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "corpus"
        maker = [sys.executable, str(MAKER), "--mb", str(arguments.mb), "--out", str(out), "--txt"]
        subprocess.run(maker, check=True, stdout=subprocess.DEVNULL)
        table(out.with_suffix(".jsonl"), arguments.memory)


if __name__ == "__main__":
    main()
