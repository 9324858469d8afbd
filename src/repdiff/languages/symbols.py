"""What the fonts Symbol and Wingdings show at their own codes: Word files name the sign by font and code."""

from typing import Final

_GREEK: Final = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SMALL: Final = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL: Final = {
    0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xC7: "∩", 0xC8: "∪", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏",
    0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫", 0xA0: "€", 0x40: "≅", 0x7E: "∼",
    0x2D: "−",
}  # fmt: skip
_WINGDINGS: Final = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
    0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x77: "⬥",
    0xA1: "○", 0xA2: "◉", 0xA4: "◉", 0x9E: "·", 0x4A: "☺", 0x28: "☎", 0x2A: "✉", 0xAB: "★", 0xAA: "✦",
}  # fmt: skip
_CIRCLED: Final = {0x81 + n: chr(ord("①") + n) for n in range(10)} | {0x8C + n: chr(ord("❶") + n) for n in range(10)}
_PRIVATE: Final = 0xF000
_BYTE: Final = 0x100
_CHARACTERS: Final = range(ord(" "), 0x110000)
_HALVES: Final = range(0xD800, 0xE000)


def shown_sign(code: int, font: str) -> str:
    """What a font shows for a code, with or without the private area's offset; the character itself in fonts that have no codes of
    their own, and a bullet where the sign has no character.
    """
    own = _PRIVATE <= code < _PRIVATE + _BYTE
    low = code - _PRIVATE if own else code
    if "symbol" in font.lower():
        found = _symbol(low)
    elif "wingdings" in font.lower():
        found = (_WINGDINGS | _CIRCLED).get(low, "")
    else:
        found = "" if own or code not in _CHARACTERS or code in _HALVES else chr(code)
    return found or ("•" if own else "")


def _symbol(low: int) -> str:
    for first, letters in ((ord("A"), _GREEK), (ord("a"), _SMALL)):
        if first <= low < first + len(letters):
            return letters[low - first]
    return _SYMBOL.get(low, chr(low) if ord(" ") <= low < ord("A") else "")
