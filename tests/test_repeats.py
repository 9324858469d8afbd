"""Lines that say the same: page footers, cells of a table, salutations. Each pairs with its own counterpart, in order."""

import pytest

import repdiff
from repdiff import Comparison, Kind, Role, Source

COUNT, GONE = 30, range(12, 17)


def body(number: int) -> str:
    """A sentence of its own for every repeated line, so that the place of each is known; no two share words or length."""
    letters = "".join(
        chr(0x4E00 + (number * 977 + at * 131) % 20000) for at in range(200 if not number else 12 + number * 7 % 30)
    )
    return f"{letters}，{letters[::-2]}。"


def compared(line: str, numbered: bool = False) -> tuple[Comparison, list[int], list[int]]:
    """A document and the same without five of its repeated lines; the repeated sentences of both."""
    lines = [f"{line}{number + 1}" if numbered else line for number in range(COUNT)]
    old = "\n".join(f"{body(number)}\n{lines[number]}" for number in range(COUNT))
    new = "\n".join(body(number) + ("" if number in GONE else f"\n{lines[number]}") for number in range(COUNT))
    comparison = repdiff.compare(Source("old.txt", old), Source("new.txt", new))
    repeated = [
        [s.id for s in document.sentences if document.text(s.id) in lines]
        for document in (comparison.old, comparison.new)
    ]
    return comparison, repeated[0], repeated[1]


@pytest.mark.parametrize(
    "line", ["许昌市人民政府办公室", "false", "| 合计 | 0 | 0 |", "各位代表！", "Back to the table of contents"]
)
def test_of_thirty_identical_lines_those_that_stayed_pair_in_order(line: str) -> None:
    comparison, old, new = compared(line)
    assert (len(old), len(new)) == (COUNT, COUNT - len(GONE))
    links = [(k.old, k.new) for k in comparison.links if k.old in old]
    kept = [at for number, at in enumerate(old) if number not in GONE]
    assert links == list(zip(kept, new, strict=True))
    assert comparison.dropped == tuple(old[number] for number in GONE)
    assert comparison.added == ()
    assert all(k.kind is Kind.IDENTICAL and not k.moved for k in comparison.links)


def test_identical_lines_that_stand_together_pair_in_order() -> None:
    """A column of a table, without anything between: which ones are gone cannot be known, but the order holds."""
    head, tail = "\n".join(body(n) for n in range(8)), "\n".join(body(n) for n in range(8, 16))
    texts = [f"{head}\n" + "false\n" * count + tail for count in (COUNT, COUNT - len(GONE))]
    comparison = repdiff.compare(Source("old.txt", texts[0]), Source("new.txt", texts[1]))
    links = [(k.old, k.new) for k in comparison.links]
    assert links == sorted(links)
    assert [new for _, new in links] == sorted({new for _, new in links})
    assert len(comparison.dropped) == len(GONE)
    assert comparison.added == ()


def test_formulas_pair_by_position() -> None:
    """A salutation in a new wording pairs with the one at its own place, not with its like elsewhere."""
    old, new = "各位代表！", "各位代表，同志们！"
    texts = ["\n".join(f"{body(n)}\n{body(n + 10)}\n{salute}" for n in range(5)) for salute in (old, new)]
    comparison = repdiff.compare(Source("old.txt", texts[0]), Source("new.txt", texts[1]))
    formulas = [s.id for s in comparison.old.sentences if s.role is Role.FORMULA]
    assert len(formulas) == 5
    links = [(k.old, k.new) for k in comparison.links if k.old in formulas or comparison.new.text(k.new) == new]
    assert links == [(at, at) for at in formulas]


def test_a_formula_without_counterpart_at_its_place_stays_alone() -> None:
    """Of four salutations the third went: the others keep theirs."""
    places = (0, 1, 2, 3)
    old = "\n".join(f"{body(n)}\n{body(n + 10)}\n各位代表！" for n in places)
    new = "\n".join(f"{body(n)}\n{body(n + 10)}" + ("\n各位代表！" if n != 2 else "") for n in places)
    comparison = repdiff.compare(Source("old.txt", old), Source("new.txt", new))
    assert [comparison.old.text(at) for at in comparison.dropped] == ["各位代表！"]
    assert comparison.dropped == (8,)
    assert comparison.added == ()
