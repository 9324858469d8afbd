"""Wrap texts whose lines are paragraphs at several widths in several styles, and count the sentences that are still found whole.

Run with `pytest -m benchmark tests/bench_wrapped.py -s`; REPDIFF_TEXTS names a folder of texts (skipped without it).
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest

from repdiff.cut.document import cut_document
from repdiff.cut.lines import columns
from repdiff.model.texts import Source, Span
from repdiff.sources.markdown import marks_of

pytestmark = pytest.mark.benchmark
TEXTS = Path(os.environ.get("REPDIFF_TEXTS", ""))
WIDTHS = (60, 72, 80, 100)
BULLET = re.compile(
    r"\s*(?:[-*•+]|\d{1,3}[.)]|\([a-z0-9]{1,3}\)|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])\s*"
)
LEAST = 0.9
"""What the figures of a whole run are not to fall below."""


def pieces(line: str) -> Iterator[str]:
    """What may not be broken, with the blanks before it: words, single East Asian characters with the marks behind them."""
    yield from re.findall(r"\s*(?:[⺀-〿぀-鿿＀-￯][、。，；：！？）》”」』…]*|[^\s⺀-〿぀-鿿＀-￯]+)", line)


def wrapped(line: str, width: int, first: str, later: str) -> str:
    """The line broken greedily so that none is wider than `width` columns."""
    lines = [first]
    for piece in pieces(line):
        if columns(lines[-1]) + columns(piece) > width and lines[-1].strip():
            lines.append(later + piece.lstrip())
        else:
            lines[-1] += piece if lines[-1].strip() else first[len(lines[-1]) :] + piece.lstrip()
    return "\n".join(lines)


def plain(line: str, width: int) -> str:
    return wrapped(line, width, "", "")


def hanging(line: str, width: int) -> str:
    bullet = BULLET.match(line)
    return wrapped(line[bullet.end() :], width, bullet[0], " " * columns(bullet[0])) if bullet else plain(line, width)


def block(line: str, width: int) -> str:
    return wrapped(line, width, "    ", "    ")


def first(line: str, width: int) -> str:
    return wrapped(line.strip(), width, "　　" if line[:20] > "\u2e80" else "    ", "")


def quoted(line: str, width: int) -> str:
    return wrapped(line, width, "> ", "> ")


STYLES: dict[str, Callable[[str, int], str]] = {
    "plain": plain,
    "hanging": hanging,
    "block": block,
    "first": first,
    "quoted": quoted,
}
IN_MARKDOWN = ("plain", "hanging", "quoted")


def rewrapped(text: str, style: Callable[[str, int], str], width: int, kind: str) -> str:
    """The text with each of its lines wrapped; headings and rows of tables of Markdown stay."""
    return "\n".join(
        line if not line.strip() or (kind == "md" and line.lstrip()[:1] in "#|") else style(line, width)
        for line in text.split("\n")
    )


def sentences(text: str, kind: str) -> list[str]:
    marks = tuple(sorted(set(marks_of(text)))) if kind == "md" else ()
    document = cut_document(Source(f"a.{kind}", text, kind, marks=marks), numbers=False)
    return [re.sub(r"[\s>]+", "", document.source.plain(Span(*s.span))) for s in document.sentences]


def whole(text: str, style: str, width: int, kind: str) -> float:
    """The share of the sentences of a text that are found when it is wrapped."""
    known = Counter(sentences(text, kind))
    found = Counter(sentences(rewrapped(text, STYLES[style], width, kind), kind))
    return (known & found).total() / max(1, known.total())


def one_per_line(text: str) -> bool:
    """Whether the lines of a text are its paragraphs."""
    lengths = [columns(line) for line in text.split("\n") if line.strip()]
    return bool(lengths) and max(lengths) > 160


@pytest.mark.parametrize("style", STYLES)
def test_sentences_are_found_whole(style: str) -> None:
    if not os.environ.get("REPDIFF_TEXTS"):
        pytest.skip("no texts: set REPDIFF_TEXTS to a folder that holds some")
    paths = sorted(p for p in TEXTS.rglob("*") if p.suffix in {".txt", ".md"})
    rows = []
    for path in paths:
        text, kind = path.read_text(encoding="utf-8-sig"), path.suffix[1:]
        if not one_per_line(text) or (kind == "md" and style not in IN_MARKDOWN):
            continue
        rows += [(str(path.relative_to(TEXTS).parent), width, whole(text, style, width, kind)) for width in WIDTHS]
    for folder, group in groupby(sorted(rows), key=lambda row: row[:2]):
        shares = [share for _, _, share in group]
        print(f"{style:8} {folder[1]:4} {folder[0]:24} {sum(shares) / len(shares):.3f}  lowest {min(shares):.3f}")
    mean = sum(row[2] for row in rows) / len(rows)
    print(f"{style:8} all {mean:.4f}")
    assert mean >= LEAST
