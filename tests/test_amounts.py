"""Amounts in many languages and scripts: value, sign, unit and bound of every number of a sentence, and none where nothing is counted."""

from pathlib import Path

import pytest

from repdiff.quantities.amount import Amount
from repdiff.quantities.amounts import Clean, clean, find_amounts
from repdiff.report import numbers

CASES = sorted((Path(__file__).parent / "cases" / "amounts").glob("*.txt"))


def described(amount: Amount, tidy: Clean) -> str:
    value = "…".join(numbers.plain(number * amount.unit.scale) for number in amount.numbers)
    bound = f"{amount.bound}, strict" if amount.strict else amount.bound
    written = tidy.shown[amount.start : amount.end].strip()
    return f"  {written} | {f'{value} {amount.unit.base}'.strip()} | {bound}"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_every_number_of_a_sentence_is_found(case: Path) -> None:
    wanted = case.read_text("utf-8").splitlines()
    found: list[str] = []
    for sentence in (line for line in wanted if not line.startswith("  ")):
        tidy = clean(sentence, 0)
        found += [sentence, *(described(amount, tidy) for amount in find_amounts(tidy.text))]
    assert found == wanted
