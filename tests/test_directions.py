"""Case files of directions: which way a number goes by the words around it, and on which side of zero it lies."""

from pathlib import Path

import pytest

from repdiff import Source, cut_document
from repdiff.report.differences import plain

CASES = sorted((Path(__file__).parent / "cases" / "directions").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_number_goes_where_the_words_around_it_say(case: Path) -> None:
    text, _, wanted = case.read_text("utf-8").partition("---\n")
    document = cut_document(Source("report.txt", text))
    found = [
        f"{document.source.quote(q.span)} | {' to '.join(map(plain, q.signed))} {q.unit}".strip()
        + f" | {q.direction or '-'} | {q.measure}"
        for q in document.quantities
    ]
    assert found == wanted.splitlines()
