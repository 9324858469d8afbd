"""Numerals of many scripts: what they count."""

from itertools import pairwise
from typing import Final

COUNTING: Final = "一二三四五六七八九十"
"""The numerals of short lists; inside of a character class."""
FORMAL: Final = "壹贰叁肆伍陆柒捌玖拾貳參参陸佰"
"""The numerals of cheques, which number the parts of some reports; inside of a character class."""
HAN_DIGITS: Final = {char: number for number, char in enumerate("零一二三四五六七八九")} | {
    char: number for number, char in enumerate("〇壹贰叁肆伍陆柒捌玖")
} | {"貳": 2, "參": 3, "参": 3, "陸": 6, "两": 2, "兩": 2}  # fmt: skip
HAN_POWERS: Final = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
    "兆": 10**12,
}
HAN_COUNTS: Final = f"{COUNTING}两兩百千"
"""The numerals that a number begins with."""
HAN_NUMERALS: Final = "".join([*HAN_DIGITS, "十拾百佰"])
"""The numerals of headings, which hardly count to a thousand; inside of a character class."""
COUNTED_DIGITS: Final = "一二三四五六七八九十两零〇"
"""The digits of amounts, ten among them; inside of a character class."""
AMOUNT_POWERS: Final = "十百千万亿兆"
"""The powers of amounts, the smallest first; inside of a character class."""
ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
CIRCLED: Final = "①-⑳"
"""Inside of a character class."""
LISTED: Final = "①-⑳㈠-㈩⑴-⒛"
"""Numerals with a circle, brackets or a stop of their own; inside of a character class."""

ZEROS: Final = "٠۰०০੦૦୦௦౦೦൦๐໐༠၀០"
"""The noughts of the scripts whose digits are not our own; the other nine follow each."""
HAN_YEAR_DIGITS: Final = str.maketrans("○〇零ОO０一二三四五六七八九", "000000123456789")
"""The digits of a year in Han numerals, the zeros that scraping leaves among them (二O二一年)."""
HAN_YEAR: Final = r"[一二][○〇零ОO０0九][○〇零ОO０0一二三四五六七八九]{2}(?=年)"
"""Pattern of such a year."""
YEAR: Final = r"(?<!\d)(?:19|20)\d\d(?!\d)"
"""Pattern of a year in digits."""
YEAR_SIGN: Final = r"\s?[年년]度?"
"""Pattern of the sign for a year that may stand behind it."""

_MYRIAD = 10**4


def han_value(text: str) -> int:
    """What a number in Han numerals counts: powers multiply, digits without powers are read one by one (一二 is 12)."""
    total = part = digit = 0
    last = 0
    for char in text:
        if char in HAN_DIGITS:
            digit = 10 * digit + HAN_DIGITS[char]
            continue
        power = HAN_POWERS[char]
        if power < _MYRIAD:
            part += (digit or 1) * power
        elif total and (power > last or not part + digit):  # 万亿, 亿亿
            total = (total + part + digit) * power
            part, last = 0, power
        else:
            total += (part + digit or 1) * power
            part, last = 0, power
        digit = 0
    return total + part + digit


def roman_value(text: str) -> int:
    """What a Roman numeral in letters counts, up to the hundreds. Raises KeyError for another letter."""
    values = [ROMAN[char.lower()] for char in text] + [0]
    return sum(-value if value < after else value for value, after in pairwise(values))


def circled_value(char: str) -> int:
    """What a circled numeral counts; 0 where the character is none."""
    return ord(char) - ord("①") + 1 if "①" <= char <= "⑳" else 0
