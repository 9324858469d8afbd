"""Law 7: two texts that differ in a digit, a sign, a unit, a qualifier or a word that turns the meaning are never called identical.

Real sentences, each with one such change, in random order; the long run is `pytest -m benchmark tests/bench_number_law.py`.
"""

from changed import CHANGES, Changed, batches, changed

from repdiff import Kind, Source, compare
from repdiff.text.keys import identity

COUNT = 300


def called_identical(pairs: list[Changed]) -> list[Changed]:
    """Those of the changed sentences whose lines a comparison calls identical, whole."""
    old, new = ("\n\n".join(getattr(pair, side) for pair in pairs) for side in ("old", "new"))
    found = compare(Source("old.txt", old, hard_lines=True), Source("new.txt", new, hard_lines=True))
    same = {link.old: link.new for link in found.links if link.kind is Kind.IDENTICAL}
    wrong = []
    at = [0, 0]
    for pair in pairs:
        spans = [(start, start + len(text)) for start, text in zip(at, (pair.old, pair.new), strict=True)]
        inside = [
            [s.id for s in document.sentences if span[0] <= s.span.start < span[1]]
            for document, span in zip((found.old, found.new), spans, strict=True)
        ]
        if inside[0] and [same.get(each) for each in inside[0]] == inside[1]:
            wrong.append(pair)
        at = [start + len(text) + 2 for start, text in zip(at, (pair.old, pair.new), strict=True)]
    return wrong


def test_the_changes_are_of_every_kind() -> None:
    assert {pair.what for pair in changed(COUNT, 1)} == {what for what, _ in CHANGES}


def test_no_changed_sentence_is_identical() -> None:
    assert [pair for pair in changed(COUNT, 1) if identity(pair.old) == identity(pair.new)] == []
    assert [pair for batch in batches(COUNT, 1) for pair in called_identical(batch)] == []
