"""How well sentences and sections are paired, measured against hand alignments, beside other tools.

    python tests/bench_pairing.py [--leave-out] [--folds] [--baselines] [--gold FOLDER] [--family NAME]

FOLDER holds the alignments (default: ../shared/gold beside the repository, and `more` in it); `../bench/score.py` beside it scores. Those
of tests/gold, on texts of the same place, are measured too. Without FOLDER only the seeds are compared and the laws checked. Prints
Markdown tables:

- per alignment: precision, recall, F1 of the links; F1 of the hard links (texts that differ in more than marks), of the headings of both
  sides and of the section links; how often a found link has the right kind; the expected calibration error of the scores; processor
  seconds of the pairing (of the whole comparison less cutting and word diff) and the peak of its process's memory;
- the calibration: of the links of about one score, which share is right;
- one row per method: links F1.

`--leave-out` measures each alignment also with models that were trained on all others but those of its family (half a minute a family;
`pip install -e '.[train]'`). The vectors of n-grams stay as they are: they were made without alignments.
`--folds` measures the retellings with models that were trained on all but a fifth of them. `--family` measures only one family.
`--baselines` adds other tools (tests/baselines.py) on the same sentences; one whose package is missing is named and left out.
"""

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean
from time import process_time
from types import ModuleType
from typing import Any

import pytest
from baselines import METHODS, Method, Pairs

import repdiff
from repdiff.comparison import laws
from repdiff.renderers import Format, render

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"
PACKAGE = ROOT / "src"
FAMILIES = {
    "xuchang-2020-2021": "Chinese",
    "national-2021-2022": "Chinese",
    "zhejiang-2025-2026": "Chinese",
    "gansu-2025-2026": "provinces",
    "guangdong-2025-2026": "provinces",
    "hainan-2025-2026": "provinces",
    "jilin-2025-2026": "provinces",
    "sichuan-2025-2026": "provinces",
    "xinjiang-2025-2026": "provinces",
    "gwr-en-": "English reports",
    "tiktok-privacy-2023-2024": "English policy",
    "essays-": "essays",
    "plain-german-": "plain German",
    "retellings-": "retellings",
}
"""Prefixes of the names of one family, left out together, and the kind of text it is of."""
OWN = ROOT / "tests" / "gold"
FOLDS = 5
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
COLUMNS = ("precision", "recall", "F1", "hard", "headings old", "new", "sections", "kinds", "ECE", "CPU s", "MB")

# What ru_maxrss says on Linux includes the parent's memory at the time of the fork; VmHWM begins anew with each program.
WORKER = """
import json, pathlib, re, resource, sys, time
import repdiff
from repdiff.cut.document import cut_document
from repdiff.comparison.groups import make_groups
from repdiff.model.options import Options
from repdiff.renderers import Format, render

def cpu(work):
    start = time.process_time()
    work()
    return time.process_time() - start

old, new = (repdiff.read(path) for path in sys.argv[1:3])
found = repdiff.compare(old, new)  # also opens the dictionary
whole = cpu(lambda: repdiff.compare(old, new))
rest = cpu(lambda: (cut_document(old), cut_document(new), make_groups(found.old, found.new, found.links, Options())))
status = pathlib.Path("/proc/self/status")
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text() if status.exists() else "")
other = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)
memory = (int(peak[1]) if peak else other) / 1024
report = json.loads(render(found, Format.JSON))
json.dump({"cpu": whole - rest, "memory": memory, "report": report}, sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A gold file: its path, the prefix of its family's names, its content and the paths of its two texts."""

    path: Path
    family: str
    gold: dict[str, Any]
    texts: tuple[Path, Path]


@dataclass(frozen=True, slots=True)
class Result:
    """One alignment measured: figures by column (None where there is nothing to measure), and (score, right) of each link."""

    figures: dict[str, float | None]
    scores: tuple[tuple[float, bool], ...]


def read_alignments(folder: Path, wanted: str = "") -> Iterator[Alignment]:
    """The alignments whose texts are there, family by family."""
    for family in FAMILIES:
        if not family.startswith(wanted):
            continue
        for path in sorted(path for place in (folder, folder / "more", OWN) for path in place.glob(f"{family}*.json")):
            gold = json.loads(path.read_text("utf-8"))
            texts = (folder.parent / gold["old"], folder.parent / gold["new"])
            if all(text.exists() for text in texts):
                yield Alignment(path, family, gold, texts)


def load_scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder.parent / "bench" / "score.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def compared(alignment: Alignment, package: Path) -> dict[str, Any]:
    """What a process of its own found with the given copy of the package, and what it cost."""
    env = os.environ | {"PYTHONPATH": str(package), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-c", WORKER, *map(str, alignment.texts)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def measured(alignment: Alignment, found: dict[str, Any], scorer: ModuleType) -> Result:
    report = found["report"]
    texts = [scorer.read(path) for path in alignment.texts]
    figures = scorer.score(alignment.gold, report, *texts)[0]
    scores, kinds = _links(alignment.gold, report["links"], scorer)
    values = {
        "precision": figures["links"]["precision"],
        "recall": figures["links"]["recall"],
        "F1": figures["links"]["f1"],
        "hard": figures["links_hard"]["f1"],
        "headings old": figures.get("headings_old", {}).get("f1"),
        "new": figures.get("headings_new", {}).get("f1"),
        "sections": figures.get("section_links", {}).get("f1"),
        "kinds": mean(kinds) if kinds else None,
        "ECE": calibration_error(scores),
        "CPU s": found["cpu"],
        "MB": found["memory"],
    }
    return Result(values, scores)


def _links(
    gold: dict[str, Any], links: Iterable[dict[str, Any]], scorer: ModuleType
) -> tuple[tuple[tuple[float, bool], ...], list[bool]]:
    """Score and rightness of each link inside the scope, and whether the strong ones among the right have the right kind."""
    index, scope = scorer.Index(gold["links"]), gold["scope"]
    scores, kinds = [], []
    for link in links:
        if not (scorer.inside(link["old"], scope["old"]) and scorer.inside(link["new"], scope["new"])):
            continue
        hits = {hit["kind"] for hit in index.match(link)}
        scores.append((link["score"], bool(hits)))
        kinds += [link["kind"] in hits] if hits - {"weak"} else []
    return tuple(scores), kinds


def binned(scores: Iterable[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    bins: list[list[tuple[float, bool]]] = [[] for _ in BINS[1:]]
    for score, right in scores:
        bins[next(k for k, top in enumerate(BINS[1:]) if score < top)].append((score, right))
    return bins


def calibration_error(scores: Sequence[tuple[float, bool]]) -> float | None:
    """Mean distance between the score and the share of right links, over bins by score, each bin by its links."""
    apart = [abs(sum(score - right for score, right in found)) for found in binned(scores)]
    return sum(apart) / len(scores) if scores else None


def by_family(alignments: Sequence[Alignment], values: Sequence[float | None]) -> dict[str, float]:
    """Mean of the values of each family that has some."""
    found: dict[str, list[float]] = {}
    for alignment, value in zip(alignments, values, strict=True):
        if value is not None:
            found.setdefault(FAMILIES[alignment.family], []).append(value)
    return {family: mean(some) for family, some in found.items()}


def shown(value: float | None, column: str = "") -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if column == "MB" else f"{value:.2f}" if column == "CPU s" else f"{value:.3f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def detail_table(alignments: Sequence[Alignment], results: Sequence[Result]) -> str:
    """One row per alignment; families of several short ones as their mean."""
    rows = []
    for family in FAMILIES:
        mine = [r.figures for a, r in zip(alignments, results, strict=True) if a.family == family]
        if mine:
            name = family if len(mine) == 1 else f"{family}* (mean of {len(mine)})"
            rows.append([name, *(shown(_mean(f[c] for f in mine), c) for c in COLUMNS)])
    return table(("links", *COLUMNS), rows)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return mean(known) if known else None


def calibration_table(alignments: Sequence[Alignment], results: Sequence[Result]) -> str:
    """For each bin of scores: mean score, share right and number of links, by family."""
    families = list(dict.fromkeys(FAMILIES.values()))
    pooled = {family: binned(()) for family in families}
    for alignment, result in zip(alignments, results, strict=True):
        for scores, more in zip(pooled[FAMILIES[alignment.family]], binned(result.scores), strict=True):
            scores.extend(more)
    rows = []
    for k, (low, high) in enumerate(pairwise(BINS)):
        cells = [_right(pooled[family][k]) for family in families]
        rows.append([f"{low:.1f} – {min(high, 1.0):.1f}", *cells])
    return table(("score", *families), rows)


def _right(found: Sequence[tuple[float, bool]]) -> str:
    return f"{mean(right for _, right in found):.2f} ({len(found)})" if found else "–"


def left_out(
    alignments: Sequence[Alignment], texts: Path, scratch: Path, folds: int = 1
) -> Iterator[tuple[Alignment, Path]]:
    """Each alignment with a copy of the package whose models were trained on the others but those of its family; with `folds`, but those of
    its part of the family.
    """
    from repdiff.train import read_lesson, train

    every = [*read_alignments(texts / "gold")]
    lessons = {a.path: read_lesson(a.path, texts) for a in every}
    for family in dict.fromkeys(a.family for a in alignments):
        mine = [a for a in alignments if a.family == family]
        for fold in range(folds):
            apart = {a.path for a in mine[fold::folds]}
            copy = scratch / f"{family.strip('-')}-{fold}"
            shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", ".*"))
            models = train(
                [lessons[a.path] for a in every if a.path not in apart and (folds > 1 or a.family != family)]
            )
            (copy / "repdiff" / "pair" / "weights.json").write_text(json.dumps(models), "utf-8")
            yield from ((a, copy) for a in mine[fold::folds])


def baseline_rows(
    alignments: Sequence[Alignment], reports: Sequence[dict[str, Any]], scorer: ModuleType
) -> Iterator[tuple[str, list[float | None], float]]:
    """Name, links F1 per alignment and processor seconds of each method whose package is there."""
    for name, method in METHODS:
        start = process_time()
        try:
            figures = [_baseline(method, *pair, scorer) for pair in zip(alignments, reports, strict=True)]
        except ImportError as missing:
            print(f"{name}: left out, {missing}", file=sys.stderr)
            continue
        yield name, figures, process_time() - start


def _baseline(method: Method, alignment: Alignment, report: dict[str, Any], scorer: ModuleType) -> float:
    """Links F1 of a method on all sentences of the two files, as we cut them."""
    sentences = report["sentences"]
    pairs: Pairs = method(*([s["text"] for s in sentences[side]] for side in ("old", "new")))
    links = [{"old": sentences["old"][i]["span"], "new": sentences["new"][j]["span"]} for i, j in pairs]
    figure: float = scorer.score(alignment.gold, {"links": links}, *(scorer.read(path) for path in alignment.texts))[0][
        "links"
    ]["f1"]
    return figure


def method_table(alignments: Sequence[Alignment], rows: Iterable[tuple[str, list[float | None], float]]) -> str:
    families = list(dict.fromkeys(FAMILIES.values()))
    cells = []
    for name, figures, seconds in rows:
        means = by_family(alignments, figures)
        cells.append([name, *(shown(means.get(family)) for family in families), f"{seconds:.1f}"])
    return table(("links F1", *families, "CPU s, all"), cells)


def run(folder: Path, what: argparse.Namespace, say: Callable[[str], None] = print) -> list[Result]:
    """Measure and print; the results are those of the models as shipped."""
    scorer, alignments = load_scorer(folder), list(read_alignments(folder, what.family))
    found = [compared(a, PACKAGE) for a in alignments]
    results = [measured(a, f, scorer) for a, f in zip(alignments, found, strict=True)]
    rows = [_row("repdiff, as shipped", results)]
    say("## As shipped: trained on all of these alignments\n\n" + detail_table(alignments, results))
    say("Share of right links (number of links) by score\n\n" + calibration_table(alignments, results))
    if what.leave_out:
        with tempfile.TemporaryDirectory() as scratch:
            copies = left_out(alignments, folder.parent, Path(scratch))
            apart = [measured(a, compared(a, copy), scorer) for a, copy in copies]
        say("## Left out: trained without the alignment, or without its family\n\n" + detail_table(alignments, apart))
        say("Share of right links (number of links) by score\n\n" + calibration_table(alignments, apart))
        rows.append(_row("repdiff, left out", apart))
    if what.folds:
        retold = list(read_alignments(folder, "retellings"))
        with tempfile.TemporaryDirectory() as scratch:
            copies = left_out(retold, folder.parent, Path(scratch), FOLDS)
            figures = [measured(a, compared(a, copy), scorer).figures["F1"] or 0.0 for a, copy in copies]
        say(f"Retellings, trained on all but a fifth of them: F1 {mean(figures):.3f}\n")
    if what.baselines:
        rows += baseline_rows(alignments, [f["report"] for f in found], scorer)
    say("## Methods\n\n" + method_table(alignments, rows))
    return results


def _row(name: str, results: Sequence[Result]) -> tuple[str, list[float | None], float]:
    return name, [r.figures["F1"] for r in results], sum(r.figures["CPU s"] or 0.0 for r in results)


def run_on_seeds(say: Callable[[str], None] = print) -> None:
    """Without alignments: compare two seeds and hold the comparison to the laws."""
    say(
        "No hand alignments: only the seeds are compared and the laws checked; nothing is said about right and wrong.\n"
    )
    old, new = (repdiff.read(ROOT / "seeds" / f"xuchang-{year}.txt") for year in (2020, 2021))
    start = process_time()
    comparison = repdiff.compare(old, new)
    seconds = process_time() - start
    broken = laws.violations(comparison, render(comparison, Format.JSON))
    counts = (len(comparison.links), len(comparison.dropped), len(comparison.added), len(broken), f"{seconds:.2f}")
    say(
        table(
            ("seeds", "links", "dropped", "added", "broken laws", "CPU s"), [["xuchang 2020, 2021", *map(str, counts)]]
        )
    )
    if broken:
        raise SystemExit("\n".join(broken))


@pytest.mark.benchmark
def test_hand_alignments_are_found_again() -> None:
    """As shipped: the means of the kinds stay by the published figures. Skipped without the alignments."""
    if not (GOLD.parent / "bench" / "score.py").exists():
        pytest.skip("the hand alignments (../shared) do not lie beside this repository")
    nothing_more = argparse.Namespace(leave_out=False, folds=False, baselines=False, family="")
    results = run(GOLD, nothing_more)
    figures = [r.figures["F1"] or 0.0 for r in results]
    means = by_family(list(read_alignments(GOLD)), figures)
    assert means["Chinese"] >= 0.92
    assert means["English policy"] >= 0.99
    assert means["essays"] >= 0.975
    assert means["plain German"] >= 0.96


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--leave-out", action="store_true", help="also with weights trained without each alignment")
    parser.add_argument("--baselines", action="store_true", help="also other tools on the same sentences")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of alignments")
    parser.add_argument("--folds", action="store_true", help="also the retellings by folds")
    parser.add_argument("--family", default="", help="only the alignments whose names begin so")
    arguments = parser.parse_args()
    if (arguments.gold.parent / "bench" / "score.py").exists() and any(read_alignments(arguments.gold)):
        run(arguments.gold, arguments)
    else:
        run_on_seeds()


if __name__ == "__main__":
    main()
