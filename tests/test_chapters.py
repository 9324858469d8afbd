"""Which chapters a document has, which way each looks, and what its sentences do: `cases/chapters/README.md` says how it is written."""

from pathlib import Path

import pytest

from repdiff.cut.document import cut_document
from repdiff.cut.outlook import outlooks
from repdiff.cut.titles import own_year
from repdiff.languages import spoken
from repdiff.languages.han import folded
from repdiff.model.texts import Source

CASES = sorted((Path(__file__).parent / "cases" / "chapters").glob("*.txt"))


def read(path: Path) -> tuple[str, list[str], list[str]]:
    text, _, wanted = path.read_text("utf-8").partition("=== chapters\n")
    chapters, _, roles = wanted.partition("=== roles\n")
    return text, chapters.splitlines(), roles.splitlines()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_chapter_is_found_and_looks_the_way_it_should(path: Path) -> None:
    text, wanted, _ = read(path)
    document = cut_document(Source("a", text), numbers=False)
    times = outlooks(folded(text), document.sections, spoken(text), own_year(document.source, document.sections))
    found = [
        f"{time.value} {section.title}" for section, time in zip(document.sections, times, strict=True) if section.title
    ]
    assert found == wanted


@pytest.mark.parametrize("path", [path for path in CASES if read(path)[2]], ids=lambda path: path.stem)
def test_a_sentence_does_what_its_chapter_and_its_passage_say(path: Path) -> None:
    text, _, wanted = read(path)
    document = cut_document(Source("a", text), numbers=False)
    roles = {document.source.text[s.span.start : s.span.end]: s.role.value for s in document.sentences}
    assert [f"{roles.get(line.split(' ', 1)[1])} {line.split(' ', 1)[1]}" for line in wanted] == wanted
