"""How much was written and how much was struck out, in words; of scripts that are written without blanks, in characters."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from repdiff.languages.scripts import UNSPACED_LETTERS
from repdiff.model.links import Comparison, Kind, Op
from repdiff.model.texts import Source, Span
from repdiff.report.nouns import Part, Row
from repdiff.report.words import Words

_WRITTEN = frozenset({"delete", "insert"})
_UNSPACED = frozenset({"zh-Hans", "zh-Hant", "ja", "th"})
_MINUS = "\u2212"


class Lengths(NamedTuple):
    """How many words only the new text has, and how many only the old one; those that stand elsewhere are neither."""

    added: int = 0
    dropped: int = 0

    def __add__(self, other: "Lengths") -> "Lengths":  # type: ignore[override]
        """Both together."""
        return Lengths(self.added + other.added, self.dropped + other.dropped)


@cache
def _word() -> re.Pattern[str]:
    letter = rf"(?:(?![{UNSPACED_LETTERS}])\w)"
    return re.compile(rf"[{UNSPACED_LETTERS}]|{letter}+(?:[.,'’\-]{letter}+)*")


def length(text: str) -> int:
    """How many words a text has: each letter of a script without blanks is one, each run of others, each number."""
    return len(_word().findall(text))


def of_comparison(comparison: Comparison) -> Lengths:
    """What was added to the whole text and dropped from it."""
    old, new = comparison.old, comparison.new
    added = sum(length(new.shown(s)) for s in comparison.added)
    dropped = sum(length(old.shown(s)) for s in comparison.dropped)
    for group in comparison.groups:
        if group.kind is Kind.IDENTICAL:
            continue
        if not group.edits:
            added += sum(length(new.shown(s)) for s in group.new)
            dropped += sum(length(old.shown(s)) for s in group.old)
        added += _of((edit.new for edit in group.edits if edit.op is Op.INSERT), new.source)
        dropped += _of((edit.old for edit in group.edits if edit.op is Op.DELETE), old.source)
    return Lengths(added, dropped)


def _of(spans: Iterable[Span], source: Source) -> int:
    return sum(length(source.shown(span)) for span in spans)


def of_part(part: Part) -> Lengths:
    """The same of what a page shows below one heading; what only points to another place is counted there."""
    found = Lengths()
    for row in (*part.heads, *(row for stretch in part.stretches for row in stretch.rows)):
        if row.kind != Kind.IDENTICAL and not row.pointer[0]:
            found += Lengths(_of_side(row, 1), _of_side(row, 0))
    return found


def _of_side(row: Row, side: int) -> int:
    runs = [run for passage in (row.old, row.new)[side] for run in passage.runs]
    whole = row.apart or not (row.old and row.new)
    return sum(length(run.text) for run in runs if whole or run.style in _WRITTEN)


def in_words(lengths: Lengths, languages: Iterable[str], words: Words) -> str:
    """`+412 −389 words`; characters where both texts are written without blanks. Empty for none."""
    if not any(lengths):
        return ""
    key = "length_characters" if all(tag in _UNSPACED for tag in languages) else "length_words"
    added, dropped = words.number(lengths.added), words.number(lengths.dropped)
    return words[key].format(added=f"+{added}", dropped=f"{_MINUS}{dropped}")
