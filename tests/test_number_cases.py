"""Case files of numbers: two small texts, and the rows that a report shows of their numbers."""

import re
from pathlib import Path

import pytest

from repdiff import Source, compare
from repdiff.report import numbers
from repdiff.report.words import words_in

CASES = sorted((Path(__file__).parent / "cases" / "numbers").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_numbers_of_two_texts_are_told_as_a_reader_would(case: Path) -> None:
    texts, _, rows = case.read_text("utf-8").rpartition("--- rows ")
    _, old, new = re.split(r"^--- (?:old|new)\n", texts, flags=re.MULTILINE)
    lang, _, wanted = rows.partition("\n")
    found = compare(Source("old.txt", old), Source("new.txt", new))
    told = [" | ".join((r.sign, r.name, r.old, r.new, r.change)).rstrip() for r in numbers.rows(found, words_in(lang))]
    assert told == wanted.splitlines()
