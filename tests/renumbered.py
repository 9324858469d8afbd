"""Random documents with lists and chapters in many styles of numbering, and the same with one item put in front: every number moves on."""

import random
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple
from unicodedata import digit

from changed import sentences

HAN = "零一二三四五六七八九"
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
MARKS = re.compile(
    r"[^\w\s，,。.：:；;、（）()“”%％-]|^\W|^.{0,7}[.、)）]|^第|^[一二三四五六七八九十\d]|^\W*[\d]|\.\S|\b[A-Z]\."
)


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (HAN[ones] if ones or not tens else "")


STYLES: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("1. ", lambda n: f"{n}. "),
    ("1) ", lambda n: f"{n}) "),
    ("(1) ", lambda n: f"({n}) "),
    ("（1）", lambda n: f"（{n}）"),
    ("1、", lambda n: f"{n}、"),
    ("（一）", lambda n: f"（{_han(n)}）"),
    ("一、", lambda n: f"{_han(n)}、"),
    ("①", lambda n: chr(ord("①") + n - 1)),
    ("a) ", lambda n: f"{chr(96 + n)}) "),
    ("(a) ", lambda n: f"({chr(96 + n)}) "),
    ("(iv) ", lambda n: f"({ROMAN[n]}) "),
    ("3.1 ", lambda n: f"3.{n} "),
    ("3.1.1 ", lambda n: f"3.1.{n} "),
    ("Article 1\n", lambda n: f"Article {n}\n"),
    ("Art. 1 ", lambda n: f"Art. {n} "),
    ("第一条　", lambda n: f"第{_han(n)}条　"),
    ("第1条 ", lambda n: f"第{n}条 "),
    ("§ 1 ", lambda n: f"§ {n} "),
    ("제1조 ", lambda n: f"제{n}조 "),
    ("- ", lambda n: "- "),
    ("## 1. ", lambda n: f"## {n}. "),
)
LEAST, MOST = 3, 9


class Renumbered(NamedTuple):
    """A text with a list, the same with one item put in front, that item, and the name of the style."""

    old: str
    new: str
    item: str
    style: str


def renumbered(seed: int) -> Renumbered:
    """A pair of texts; the same for the same seed."""
    chance = random.Random(seed)
    usable = _usable()
    style, number = chance.choice(STYLES)
    count = chance.randint(LEAST, MOST)
    title, first, *items = chance.sample(usable, count + 2)
    texts = [[number(n) + item for n, item in enumerate(each, 1)] for each in (items, [first, *items])]
    old, new = ("\n".join([title, *each]) + "\n" for each in texts)
    return Renumbered(old, new, first, style)


def with_another_digit(seed: int) -> tuple[str, str, str] | None:
    """A list, the same with its numbers moved on and one digit of an item changed, and that item; None where no item has a digit."""
    chance = random.Random(seed)
    pair = renumbered(seed)
    items = [item for item in _usable() if item in pair.old and any(map(str.isdigit, item))]
    if not items:
        return None
    item = chance.choice(sorted(items))
    at = chance.choice([at for at, char in enumerate(item) if char.isdigit()])
    other = item[:at] + chance.choice([char for char in "123456789" if int(char) != digit(item[at])]) + item[at + 1 :]
    return pair.old, pair.new.replace(item, other), other


@cache
def _usable() -> tuple[str, ...]:
    """Plain sentences: none that begins with something like a number, none that may be cut in two."""
    return tuple(
        each
        for each in sentences()
        if not MARKS.search(each) and each[-1] in "。." and len(re.findall("[。.]", each)) == 1
    )
