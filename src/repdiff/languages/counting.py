"""How programs write the numbers of lists in many scripts: the formats of numbering in Word files (ECMA-376, ST_NumberFormat).

Letters are told one after another; a digit stands at the place of its value.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

_LONGEST: Final = 20
"""How often a letter is repeated for the numbers behind the last one (`aa`, `bbb`): more is a damaged file."""
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LAST_ROMAN: Final = 3999
_PLAIN: Final = "〇一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_OLD: Final = "零壹貳參肆伍陸柒捌玖"
_LEGAL_JAPANESE: Final = "〇壱弐参四伍六七八九"
_KOREAN: Final = "영일이삼사오육칠팔구"
_POWERS: Final = ("", "十", "百", "千")
_LEGAL_POWERS: Final = ("", "拾", "佰", "仟")
_KOREAN_POWERS: Final = ("", "십", "백", "천")
_MYRIAD: Final = 10**4
_TEN: Final = 10


def written(number: int, style: str) -> str:
    """A number from 0 up in a format of numbering, by its name in small letters; in our digits where the format cannot write it."""
    form = FORMS.get(style.lower())
    return (form(number) if form and number > 0 else "") or str(number)


def _letters(letters: str, number: int) -> str:
    """The letters in order, behind the last one doubled, tripled and so on."""
    times, at = divmod(number - 1, len(letters))
    return letters[at] * (times + 1) if times < _LONGEST else ""


def _one(signs: str, number: int) -> str:
    """One sign for each number, and nothing behind the last."""
    return signs[number - 1] if number <= len(signs) else ""


def _ranges(starts: tuple[tuple[int, int, int], ...], number: int) -> str:
    """Signs whose code points follow each other: the first number, the last, the code point of the first."""
    return next((chr(at + number - first) for first, last, at in starts if first <= number <= last), "")


def _digits(digits: str, number: int) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _cycle(first: str, second: str, number: int) -> str:
    """The sixty pairs of the calendar."""
    return first[(number - 1) % len(first)] + second[(number - 1) % len(second)]


def _roman(number: int) -> str:
    if number > _LAST_ROMAN:
        return ""
    found = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found


def _counted(digits: str, powers: tuple[str, ...], ones: bool, number: int) -> str:
    """With powers (二百三十); `ones` where a one is written in front of them all, else in front of none but inner ones (一百一十)."""
    if number >= _MYRIAD:
        return ""
    found, gap = "", False
    for place, digit in enumerate(map(int, reversed(str(number)))):
        if digit:
            found = digits[digit] + powers[place] + ("" if not (gap and found) else digits[0]) + found
        gap = not digit
    first = digits[1] + powers[1]
    return found[1:] if not ones and number < 2 * _TEN and found.startswith(first) else found


def _no_zero(digits: str, powers: tuple[str, ...], number: int) -> str:
    """With powers, no zero between them, and no one in front of them (Japanese, Korean: 百一)."""
    if number >= _MYRIAD:
        return ""
    found = ""
    for place, digit in enumerate(map(int, reversed(str(number)))):
        if digit:
            found = ("" if digit == 1 and place else digits[digit]) + powers[place] + found
    return found


def _then_digits(number: int) -> str:
    """十, 十一, 九十九; from a hundred on digit by digit."""
    return _counted(_PLAIN, _POWERS, False, number) if number < _TEN**2 else _digits(_PLAIN, number)


_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_AIUEO: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA: Final = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_HEBREW: Final = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC_ALPHA: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_THAI: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_GANADA: Final = "가나다라마바사아자차카타파하"
_CHOSUNG: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_HINDI_CONSONANTS: Final = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
_HINDI_VOWELS: Final = "अआइईउऊऋएऐओऔ"
_CIRCLED: Final = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_HAN: Final = partial(_counted, _PLAIN.replace("〇", "零"), _POWERS, False)
_FORMAL: Final = partial(_counted, _LEGAL, _LEGAL_POWERS, True)
_FORMAL_OLD: Final = partial(_counted, _LEGAL_OLD, _LEGAL_POWERS, True)
_JAPANESE: Final = partial(_no_zero, _PLAIN, _POWERS)

FORMS: Final[dict[str, Callable[[int], str]]] = {
    "aiueo": partial(_letters, _AIUEO),
    "aiueofullwidth": partial(_letters, _AIUEO),
    "arabicabjad": partial(_letters, _ARABIC_ABJAD),
    "arabicalpha": partial(_letters, _ARABIC_ALPHA),
    "chinesecounting": _then_digits,
    "chinesecountingthousand": _HAN,
    "chineselegalsimplified": _FORMAL,
    "chosung": partial(_letters, _CHOSUNG),
    "decimalenclosedcircle": partial(_ranges, _CIRCLED),
    "decimalenclosedcirclechinese": partial(_ranges, _CIRCLED),
    "decimalenclosedfullstop": partial(_ranges, ((1, 20, 0x2488),)),
    "decimalenclosedparen": partial(_ranges, ((1, 20, 0x2474),)),
    "decimalfullwidth": partial(_digits, "０１２３４５６７８９"),
    "decimalfullwidth2": partial(_digits, "０１２３４５６７８９"),
    "decimalzero": lambda number: f"{number:02d}",
    "ganada": partial(_letters, _GANADA),
    "hebrew1": partial(_letters, _HEBREW),
    "hebrew2": partial(_letters, _HEBREW),
    "hex": lambda number: f"{number:X}",
    "hindiconsonants": partial(_letters, _HINDI_CONSONANTS),
    "hindinumbers": partial(_digits, "".join(chr(ord("०") + n) for n in range(_TEN))),
    "hindivowels": partial(_letters, _HINDI_VOWELS),
    "ideographdigital": partial(_digits, _PLAIN),
    "ideographenclosedcircle": partial(_ranges, ((1, 10, 0x3280),)),
    "ideographlegaltraditional": _FORMAL_OLD,
    "ideographtraditional": partial(_one, _STEMS),
    "ideographzodiac": partial(_one, _BRANCHES),
    "ideographzodiactraditional": partial(_cycle, _STEMS, _BRANCHES),
    "iroha": partial(_letters, _IROHA),
    "irohafullwidth": partial(_letters, _IROHA),
    "japanesecounting": _JAPANESE,
    "japanesedigitaltenthousand": partial(_digits, _PLAIN),
    "japaneselegal": partial(_no_zero, _LEGAL_JAPANESE, _LEGAL_POWERS),
    "koreancounting": partial(_no_zero, _KOREAN, _KOREAN_POWERS),
    "koreandigital": partial(_digits, _KOREAN),
    "koreandigital2": partial(_digits, _PLAIN),
    "lowerletter": partial(_letters, _LATIN),
    "lowerroman": _roman,
    "numberindash": lambda number: f"- {number} -",
    "russianlower": partial(_letters, _CYRILLIC),
    "russianupper": partial(_letters, _CYRILLIC.upper()),
    "taiwanesecounting": _then_digits,
    "taiwanesecountingthousand": _HAN,
    "taiwanesedigital": partial(_digits, _PLAIN),
    "thaicounting": partial(_digits, "".join(chr(ord("๐") + n) for n in range(_TEN))),
    "thailetters": partial(_letters, _THAI),
    "thainumbers": partial(_digits, "".join(chr(ord("๐") + n) for n in range(_TEN))),
    "upperletter": partial(_letters, _LATIN.upper()),
    "upperroman": lambda number: _roman(number).upper(),
}
"""What writes a number, by the name of the format in small letters; it gives nothing where it cannot."""

OPEN_DOCUMENT: Final[dict[str, str]] = {
    "1": "decimal",
    "a": "lowerletter",
    "A": "upperletter",
    "i": "lowerroman",
    "I": "upperroman",
    "01, 02, 03, ...": "decimalzero",
    "": "none",
    "一, 二, 三, ...": "chinesecountingthousand",
    "一, 二, 三, ... (ja)": "japanesecounting",
    "一, 二, 三, ... (ko)": "koreandigital2",
    "壹, 贰, 叁, ...": "chineselegalsimplified",
    "壹, 貳, 參, ...": "ideographlegaltraditional",
    "甲, 乙, 丙, ...": "ideographtraditional",
    "子, 丑, 寅, ...": "ideographzodiac",
    "①, ②, ③, ...": "decimalenclosedcircle",
    "１, ２, ３, ...": "decimalfullwidth",
    "ア, イ, ウ, ...": "aiueo",
    "ｱ, ｲ, ｳ, ...": "aiueo",
    "イ, ロ, ハ, ...": "iroha",
    "ｲ, ﾛ, ﾊ, ...": "iroha",
    "가, 나, 다, ...": "ganada",
    "ㄱ, ㄴ, ㄷ, ...": "chosung",
    "일, 이, 삼, ...": "koreandigital",
    "أ, ب, ت, ...": "arabicalpha",
    "أ, ب, ج, ...": "arabicabjad",
    "א, ב, ג, ...": "hebrew1",
    "ก, ข, ค, ...": "thailetters",
    "๑, ๒, ๓, ...": "thainumbers",
    "क, ख, ग, ...": "hindiconsonants",
    "१, २, ३, ...": "hindinumbers",
    "А, Б, .., Аа, Бб, ... (ru)": "russianupper",
    "А, Б, .., Аа, Аб, ... (ru)": "russianupper",
    "а, б, .., аа, бб, ... (ru)": "russianlower",
    "а, б, .., аа, аб, ... (ru)": "russianlower",
}
"""The formats of numbering in OpenDocument files (1.3, 20.322, and the names that LibreOffice adds), by the name that Word gives them."""
