"""Inputs that grow without saying more: pages pasted again and again, runs of one character, lines without end."""

import pytest

import repdiff
from repdiff import Comparison, Kind, Source
from repdiff.comparison import laws
from repdiff.model.document import Document
from repdiff.model.links import Ruling
from repdiff.pair.grams import gram_codes
from repdiff.renderers import Format, render
from repdiff.text.clauses import cut_clauses

NOUNS = "harbour school bridge clinic forest library market museum railway stadium theatre tunnel".split()
VERBS = "repair widen finance inspect reopen replace survey extend paint enlarge insulate modernise".split()
COPIES = 20


def page(year: int) -> str:
    """A page of two sections; two years of it share most sentences, some reworded, one dropped and one added."""
    lines = [f"# Plan of {year}", "## What we will do"]
    for number, (noun, verb) in enumerate(zip(NOUNS, VERBS, strict=True)):
        if number != year % 10:
            lines.append(
                f"We will {verb} the old {noun} near quarter {noun[::-1]} and {VERBS[number - 5]} {year - 1900 + number} rooms."
            )
    lines += ["## Whom we thank", *(f"The friends of the {noun} gave time, money and {noun[1:]}." for noun in NOUNS)]
    return "\n\n".join(lines) + "\n\n"


def compared(old: str, new: str) -> Comparison:
    return repdiff.compare(Source("old.md", old, "md"), Source("new.md", new, "md"))


@pytest.fixture(scope="module")
def once() -> Comparison:
    return compared(page(2020), page(2021))


@pytest.fixture(scope="module")
def pasted() -> Comparison:
    return compared(page(2020) * COPIES, page(2021) * COPIES)


def ends(comparison: Comparison) -> list[tuple[int, int, Kind, bool]]:
    return [(link.old, link.new, link.kind, link.moved) for link in comparison.links]


def test_every_copy_of_a_page_is_compared_with_its_own_counterpart(once: Comparison, pasted: Comparison) -> None:
    sizes = len(once.old.sentences), len(once.new.sentences)
    assert len(once.links) > 20
    assert ends(pasted) == [
        (old + copy * sizes[0], new + copy * sizes[1], kind, moved)
        for copy in range(COPIES)
        for old, new, kind, moved in ends(once)
    ]
    assert len(pasted.numbers) == COPIES * len(once.numbers) > 0
    assert len(pasted.section_links) == COPIES * len(once.section_links)


def test_that_a_document_repeats_itself_is_said_in_every_report(pasted: Comparison) -> None:
    assert [note.split(":")[0] for note in pasted.notes] == [
        "old.md repeats itself",
        "new.md repeats itself",
        "Each copy was compared with the same copy on the other side only.",
    ]
    for kind in (Format.TERMINAL, Format.JSON, Format.HTML):
        assert "new.md repeats itself" in render(pasted, kind), kind


def test_a_page_pasted_again_and_again_breaks_no_law() -> None:
    found = compared(page(2020) * 4, page(2021) * 6)
    assert laws.violations(found, render(found, Format.JSON)) == ()


def test_what_changed_in_one_copy_alone_is_seen_there() -> None:
    changed = page(2020).replace("The friends of the forest gave time", "The friends of the forest gave nine days")
    found = compared(page(2020) * COPIES, page(2020) * (COPIES - 1) + changed)
    other = [link for link in found.links if link.kind is not Kind.IDENTICAL]
    assert len(found.links) == len(found.old.sentences) == len(found.new.sentences)
    assert [found.new.text(link.new) for link in other] == [
        "The friends of the forest gave nine days, money and orest."
    ]
    assert all(link.old == link.new for link in found.links)


@pytest.mark.parametrize("count", [40, 1000])
def test_of_identical_lines_only_the_one_that_changed_is_reworded(count: int) -> None:
    line, last = "We will build 10 schools.\n", "We will build 9 schools.\n"
    found = compared(line * count, line * (count - 1) + last)
    assert [(link.old, link.new) for link in found.links] == [(at, at) for at in range(count)]
    assert [link.old for link in found.links if link.kind is Kind.REWORDED] == [count - 1]
    assert any(change.old.sentence == change.new.sentence == count - 1 for change in found.numbers)


def test_a_decision_about_one_copy_holds_for_that_copy_alone(pasted: Comparison) -> None:
    from repdiff.comparison.pairing import pair_documents
    from repdiff.model.options import Options

    size = len(pasted.old.sentences) // COPIES
    link = next(link for link in pasted.links if link.old > 7 * size)
    spans = pasted.old.sentences[link.old].span, pasted.new.sentences[link.new].span
    paired = pair_documents(pasted.old, pasted.new, Options(), (Ruling(*spans, together=False),))
    kept = {(each.old, each.new) for each in paired.links}
    gone = {(each.old, each.new) for each in pasted.links} - kept
    assert (link.old, link.new) in gone
    assert all(old // size == link.old // size for old, _ in gone)


def test_nothing_against_a_page_pasted_again_and_again() -> None:
    found = compared(page(2020) * 8, page(2020) * 12)
    assert len(found.links) == len(found.old.sentences)
    assert len(found.added) == len(found.new.sentences) - len(found.old.sentences)


@pytest.mark.parametrize("mark", ["!", "。", "! ", ";", "——", "?!"])
def test_a_run_of_marks_is_one_clause(mark: str) -> None:
    assert len(cut_clauses(mark * 100_000)) == 1
    assert [key for _, key in cut_clauses(f"Alpha{mark * 50_000}Omega")] == ["Alpha", "Omega"]


@pytest.mark.parametrize("text", ["!" * 200_000, "a" * 300_000, "\n" * 300_000 + "a", "\n \n" * 60_000 + "a"])
def test_a_file_of_one_character_is_compared_with_a_page(text: str) -> None:
    found = compared(text, page(2021))
    assert (len(found.dropped), len(found.links)) == (1, 0)
    assert len(found.added) == len(found.new.sentences)


def test_one_word_as_long_as_a_book_is_reworded() -> None:
    found = compared("a" * 300_000, "a" * 299_999 + "b")
    assert [link.kind for link in found.links] == [Kind.REWORDED]


def test_a_long_key_gives_the_same_n_grams_as_a_short_one() -> None:
    text = "".join(chr(0x4E00 + at * at % 701) + "abcxyz"[at % 6] for at in range(75_000))
    unit, code = gram_codes(["first", text, "last"])
    whole = {*gram_codes([text[:90_000]])[1].tolist(), *gram_codes([text[89_990:]])[1].tolist()}
    assert set(code[unit == 1].tolist()) == whole
    assert set(code[unit == 2].tolist()) == set(gram_codes(["last"])[1].tolist())


def test_the_documents_are_those_that_were_cut(pasted: Comparison) -> None:
    """Folding is for pairing alone: what is shown is every sentence of the file, at its place."""
    documents: tuple[Document, Document] = pasted.old, pasted.new
    for document, year in zip(documents, (2020, 2021), strict=True):
        assert document.source.text == page(year) * COPIES
        assert len(document.sentences) % COPIES == 0


@pytest.mark.parametrize("text", ["", "\n", "a", "a\nb" * 3000, "\n" * 9000, "x" * 4095 + "\n" + "y" * 4096 + "\nz"])
def test_a_place_is_counted_from_the_lines_before_it(text: str) -> None:
    source = Source("a.txt", text)
    for offset in {*range(0, len(text) + 1, 97), len(text), *range(4090, min(4100, len(text)))}:
        before = text[:offset].split("\n")
        assert source.place(offset) == (len(before), len(before[-1]) + 1)
