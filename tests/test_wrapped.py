"""Wrapped text: lines are joined as their indent says, and complete lines stay lines, in many scripts."""

import re
from pathlib import Path

import pytest
from bench_wrapped import wrapped

from repdiff.cut.document import cut_document
from repdiff.cut.paragraphs import cut_paragraphs
from repdiff.model.texts import Source

CASES = Path(__file__).parent / "cases"
PARAGRAPHS = {
    path.stem: path.read_text(encoding="utf-8").strip().split("\n")
    for path in sorted((CASES / "wrapped").glob("*.txt"))
}
LISTS = {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted((CASES / "lines").glob("*.txt"))}
INDENTS = {
    "hyphen": ("- ", "  "),
    "star": ("*   ", "    "),
    "bullet": ("• ", "  "),
    "number": ("12. ", "    "),
    "letter": ("(a) ", "    "),
    "nested": ("    - ", "      "),
    "first": ("    ", ""),
}
UNSPACED = {"th", "my", "km"}


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def paragraphs(text: str) -> list[str]:
    return [bare(text[start:end]) for start, end in cut_paragraphs(text)]


@pytest.mark.parametrize("style", INDENTS)
@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("language", sorted(PARAGRAPHS.keys() - UNSPACED))
def test_an_indent_says_what_belongs_together(language: str, width: int, style: str) -> None:
    first, later = INDENTS[style]
    for gap in ("\n", "\n\n"):
        text = gap.join(wrapped(each, width, first, later) for each in PARAGRAPHS[language])
        assert paragraphs(text) == [bare(first + each) for each in PARAGRAPHS[language]]


@pytest.mark.parametrize(("first", "later"), [("", ""), ("    ", "    "), ("        ", "        ")])
@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("language", sorted(PARAGRAPHS.keys() - UNSPACED))
def test_a_block_is_one_paragraph_whatever_its_indent(language: str, width: int, first: str, later: str) -> None:
    text = "\n\n".join(wrapped(each, width, first, later) for each in PARAGRAPHS[language])
    assert paragraphs(text) == [bare(each) for each in PARAGRAPHS[language]]


@pytest.mark.parametrize("name", LISTS)
def test_complete_lines_without_a_full_stop_stay_lines(name: str) -> None:
    assert paragraphs(LISTS[name]) == [bare(line) for line in LISTS[name].split("\n")]


def test_a_quotation_is_joined_behind_its_signs() -> None:
    text = "> The board met in May and agreed that the harbour\n> must be dredged before the winter, and that the cost\n> is shared."
    assert len(paragraphs(text)) == 1


def test_parts_that_a_sentence_counts_off_are_no_items() -> None:
    text = (
        "The lease ends where (a) the tenant leaves the house, or\n(b) the owner needs it for himself and has said so, or\n"
        "(c) both agree in writing that it ends."
    )
    assert len(paragraphs(text)) == 1
    items = "(a) the tenant leaves the house for more than half a year;\n(b) the owner needs it for himself and has said so."
    assert len(paragraphs(items)) == 2


def test_a_wrapped_document_is_the_document() -> None:
    texts = [each for language in ("de", "ru", "ja", "ko") for each in PARAGRAPHS[language]]
    whole = "\n\n".join(texts)
    keys = cut_document(Source("a.txt", whole), numbers=False).keys
    for width in (60, 76, 100):
        text = "\n\n".join(wrapped(each, width, "", "") for each in texts)
        assert cut_document(Source("a.txt", text), numbers=False).keys == keys
