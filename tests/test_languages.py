"""Small pairs of yearly programmes in other languages and scripts: cut as a reader would, paired as a reader would, every law held.

`cases/languages/NAME.pairs.txt` holds what belongs together: blocks between blank lines, `- ` before each old sentence, `+ ` before
each new one. A block of one side alone is dropped or added; two sentences on one side are a split or a merge.
"""

import re
from functools import cache
from pathlib import Path

import pytest

import repdiff
from repdiff import Comparison, Document, Kind, Role
from repdiff.comparison import laws
from repdiff.renderers import Format, render

FOLDER = Path(__file__).parent / "cases" / "languages"
NAMES = sorted(path.name.removesuffix(".pairs.txt") for path in FOLDER.glob("*.pairs.txt"))
LEAST = 0.85
NUMBERED = re.compile(r"[1-6１-６]\.? [^.。]+$|[一二三四五六壹貳參]、[^。]+$")


@cache
def compared(name: str) -> Comparison:
    return repdiff.compare(*(repdiff.read(FOLDER / f"{name}.{side}.txt") for side in ("old", "new")))


@cache
def blocks(name: str) -> list[tuple[list[str], list[str]]]:
    """Old and new sentences of each block."""
    text = (FOLDER / f"{name}.pairs.txt").read_text("utf-8").strip()
    lines = [block.split("\n") for block in text.split("\n\n")]
    return [tuple([line[2:] for line in block if line[0] == sign] for sign in "-+") for block in lines]  # type: ignore[misc]


def shown(document: Document, sentence: int) -> str:
    return " ".join(document.text(sentence).split())


@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_cut_as_a_reader_would(name: str) -> None:
    comparison = compared(name)
    for side, document in enumerate((comparison.old, comparison.new)):
        expected = sorted(text for block in blocks(name) for text in block[side])
        assert sorted(shown(document, s.id) for s in document.sentences) == expected


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_found(name: str) -> None:
    """The numbered lines of each case are its headings; a title line may be one."""
    for document in (compared(name).old, compared(name).new):
        headings = {shown(document, s.id) for s in document.sentences if s.role is Role.HEADING}
        lines = [" ".join(line.split()) for line in document.source.text.splitlines()]
        numbered = {line for line in lines if NUMBERED.match(line)}
        assert numbered <= headings
        assert len(headings - numbered) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_what_belongs_together_is_linked(name: str) -> None:
    comparison = compared(name)
    wanted = {(old, new) for olds, news in blocks(name) for old in olds for new in news}
    found = {(shown(comparison.old, k.old), shown(comparison.new, k.new)) for k in comparison.links}
    f1 = 2 * len(wanted & found) / (len(wanted) + len(found))
    assert f1 >= LEAST, f"F1 {f1:.3f}; missed {sorted(wanted - found)}; wrong {sorted(found - wanted)}"


@pytest.mark.parametrize("name", NAMES)
def test_a_sentence_carried_over_to_another_chapter_has_moved(name: str) -> None:
    """Each case holds one sentence that stands word for word in another chapter; the headings of chapters may have moved besides."""
    comparison = compared(name)
    links = [k for k in comparison.links if k.kind is Kind.IDENTICAL and k.moved]
    assert len([k for k in links if comparison.old.sentences[k.old].role is not Role.HEADING]) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_law_holds(name: str) -> None:
    comparison = compared(name)
    assert laws.violations(comparison, render(comparison, Format.JSON)) == ()
