"""Numerals of many scripts: what they count."""

from typing import Final

HAN_YEAR_DIGITS: Final = str.maketrans("○〇零ОO０一二三四五六七八九", "000000123456789")
"""The digits of a year in Han numerals, the zeros that scraping leaves among them (二O二一年)."""
