"""Law 7 over ten thousand changed sentences. Run with `pytest -m benchmark tests/bench_number_law.py`."""

import pytest
from changed import batches, changed
from test_number_law import called_identical

from repdiff.text.keys import identity

COUNT = 10_000


@pytest.mark.benchmark
def test_no_changed_sentence_of_ten_thousand_is_identical() -> None:
    assert [pair for pair in changed(COUNT, 2) if identity(pair.old) == identity(pair.new)] == []
    assert [pair for batch in batches(COUNT, 2) for pair in called_identical(batch)] == []
