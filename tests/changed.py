"""Real sentences with one small change that turns what they say: a digit, a sign, a unit, a qualifier, or a word for no."""

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from repdiff import cut_document, read

ROOT = Path(__file__).parent.parent
TEXTS = sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests" / "cases" / "languages").glob("*.txt"))
NUMBER = re.compile(r"(?<![\w.,\-–−(（])\d[\d.,]*\d|(?<![\w.,\-–−(（])\d")
HAN_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])\d+(?:\.\d+)?")
UNITS = (
    ("万", "亿"),
    ("亿", "万"),
    ("%", "‰"),
    ("公里", "米"),
    ("美元", "欧元"),
    ("亩", "公顷"),
    ("个百分点", "%"),
    (" €", " $"),
    (" Prozent", " Promille"),
)
QUALIFIERS = (
    ("以上", "以下"), ("以内", "以上"), ("左右", "以上"), ("不低于", "不高于"), ("超过", "不足"), ("至少", "至多"),
    ("mindestens", "höchstens"), ("au moins", "au plus"), ("以上の", "以下の"), ("at least", "at most"),
)  # fmt: skip
TURNS = (
    ("增长", "下降"), ("提高", "降低"), ("增加", "减少"), ("要", "不要"), ("是", "不是"), ("能", "不能"), ("确保", "不确保"),
    (" wird ", " wird nicht "), (" sera ", " ne sera pas "), (" will ", " will not "), ("します", "しません"),
)  # fmt: skip
LEAST = 8  # characters of a sentence worth changing


class Changed(NamedTuple):
    """A sentence as it stands, the same with one change, and what was changed."""

    old: str
    new: str
    what: str


@cache
def sentences() -> tuple[str, ...]:
    """The sentences of the texts, on one line each."""
    found = []
    for path in TEXTS:
        document = cut_document(read(path))
        found += [" ".join(document.text(each.id).split()) for each in document.sentences]
    return tuple(dict.fromkeys(each for each in found if len(each) >= LEAST))


def changed(count: int, seed: int) -> list[Changed]:
    """So many changed sentences; the same for the same seed."""
    chance = random.Random(seed)
    found: list[Changed] = []
    while len(found) < count:
        old = chance.choice(sentences())
        what, change = chance.choice(CHANGES)
        new = change(old, chance)
        if new and new != old:
            found.append(Changed(old, new, what))
    return found


def _digit(text: str, chance: random.Random) -> str:
    places = [at for at, char in enumerate(text) if char in "0123456789"]
    if not places:
        return ""
    at = chance.choice(places)
    return text[:at] + chance.choice([char for char in "123456789" if char != text[at]]) + text[at + 1 :]


def _sign(text: str, chance: random.Random) -> str:
    places = [match.start() for pattern in (NUMBER, HAN_NUMBER) for match in pattern.finditer(text)]
    places = [at for at in places if at]  # the number of a list's item has no sign
    if not places:
        return ""
    at = chance.choice(places)
    return text[:at] + chance.choice("-−–±") + text[at:]


def _swap(table: tuple[tuple[str, str], ...]) -> Callable[[str, random.Random], str]:
    def swap(text: str, chance: random.Random) -> str:
        held = [(old, new, match.start()) for old, new in table for match in re.finditer(re.escape(old), text)]
        if not held:
            return ""
        old, new, at = chance.choice(held)
        return text[:at] + new + text[at + len(old) :]

    return swap


CHANGES: tuple[tuple[str, Callable[[str, random.Random], str]], ...] = (
    ("digit", _digit),
    ("sign", _sign),
    ("unit", _swap(UNITS)),
    ("qualifier", _swap(QUALIFIERS)),
    ("turn", _swap(TURNS)),
)


def batches(count: int, seed: int, size: int = 100) -> Iterator[list[Changed]]:
    """So many changed sentences in lists of at most `size`."""
    found = changed(count, seed)
    yield from (found[at : at + size] for at in range(0, count, size))
