"""Small promises with what was reported of them, and small plans of three years: the cases under `cases/verdicts` and `cases/series`."""

from pathlib import Path

import pytest

from repdiff import Source, check, track

CASES = Path(__file__).parent / "cases"
VERDICTS = [
    pytest.param(block, id=f"{path.stem}-{number}")
    for path in sorted((CASES / "verdicts").glob("*.txt"))
    for number, block in enumerate(path.read_text("utf-8").strip().split("\n\n"), 1)
]


@pytest.mark.parametrize("block", VERDICTS)
def test_a_promise_gets_the_verdict_that_its_result_allows(block: str) -> None:
    *given, wanted = block.splitlines()
    said = dict(line.split(": ", 1) for line in given)
    known = f"一、工作回顾\n{said['known']}\n" if "known" in said else ""
    plan = Source("plan.txt", f"{known}一、重点工作\n{said['promised']}\n")
    (promise,) = check(plan, Source("review.txt", f"一、工作回顾\n{said['reported']}\n")).promises
    assert f"{promise.verdict}: {promise.reason}" == wanted


@pytest.mark.parametrize("path", sorted((CASES / "series").glob("*.txt")), ids=lambda path: path.stem)
def test_a_series_holds_the_numbers_of_one_target_and_no_other(path: Path) -> None:
    texts, _, wanted = path.read_text("utf-8").partition("---\n")
    plans = [version.partition("\n") for version in texts.split("# ")[1:]]
    found = track([Source(f"{year}.txt", f"{year}年计划\n一、重点工作\n{text}") for year, _, text in plans])
    assert found.labels == tuple(year for year, _, _ in plans)
    lines = []
    for series in found.series:
        held = {point.version: point.quantity for point in series.points if point.quantity is not None}
        quotes = [
            found.documents[n].source.quote(quantity.span) if (quantity := held.get(n)) else "-"
            for n in range(len(plans))
        ]
        lines.append(" | ".join((series.name, *quotes)))
    assert lines == wanted.splitlines()
