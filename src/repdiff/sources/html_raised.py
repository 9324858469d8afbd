"""Raised and lowered characters as a text writes them: 10⁵, m², H₂O."""

from typing import Final

_RAISED: Final = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED: Final = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_VARIABLES = "ijkmnpqxy"
"""Letters that stand for numbers rather than ending an ordinal (1e, 2o, 3a) where they are raised behind a figure."""
_LONGEST = 12
"""Code points of the longest exponent or index."""


def raised(text: str, before: str) -> str:
    """A raised text behind another, so that it does not run together with it: in raised characters, else behind a `^` where a figure or
    a single letter is raised to it; letters behind a number or word (1st, Mme) stay as they are.
    """
    sign = text.strip()
    if not sign or len(sign) > _LONGEST:
        return text
    if all(ord(char) in _RAISED for char in sign):
        return text.translate(_RAISED)
    figure = any(map(str.isdigit, sign)) and before[-1:].isalnum()
    variable = before[-1:].isalpha() and not before[-2:-1].isalpha() and before[-1:].islower() and before[-1:].isascii()
    variable = variable or (before[-1:].isdigit() and sign in _VARIABLES)
    return f"^{sign}" if figure or (variable and len(sign) == 1 and sign.isalpha()) else text


def lowered(text: str) -> str:
    """A lowered text: figures in lowered characters, anything else as it is."""
    sign = text.strip()
    return (
        text.translate(_LOWERED) if sign and len(sign) <= _LONGEST and all(ord(c) in _LOWERED for c in sign) else text
    )
