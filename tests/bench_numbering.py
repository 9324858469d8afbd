"""Ten thousand lists that were renumbered. Run with `pytest -m benchmark tests/bench_numbering.py`."""

import pytest
from test_numbering import unmatched, wrongly_identical

COUNT = 10_000


@pytest.mark.benchmark
def test_no_item_of_ten_thousand_renumbered_lists_is_reworded_or_dropped() -> None:
    assert [lost for seed in range(1000, 1000 + COUNT) for lost in unmatched(seed)] == []


@pytest.mark.benchmark
def test_no_item_of_ten_thousand_with_another_digit_is_identical() -> None:
    assert [wrong for seed in range(1000, 1000 + COUNT) for wrong in wrongly_identical(seed)] == []
