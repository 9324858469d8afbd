"""What stands in a document and is no part of what it says: found, left out of the comparison, listed, and nothing else."""

import cProfile
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import repdiff
from repdiff.comparison import laws
from repdiff.cut.document import cut_document
from repdiff.files.request import Request
from repdiff.model.document import Document
from repdiff.model.links import Comparison
from repdiff.model.texts import Mark, Placing, Source, Span, What
from repdiff.model.years import Check, Track
from repdiff.renderers import render
from repdiff.sources.markdown import read_markdown

CASES = sorted(path for path in (Path(__file__).parent / "cases" / "asides").iterdir() if path.name != "README.md")
SHARED = Path(__file__).parent.parent.parent / "shared"
SITE = (
    "下载\n打印\n【字号：加大 还原】\n某市政府工作报告\n各位代表：\n"
    + "二、{year}年重点工作\n今年新建学校{count}所，改造老旧小区三十个，居民收入与经济增长同步。\n"
)


def parts_of(path: Path) -> tuple[str, list[str], list[str]]:
    """The document of a case, what is left out of it, and the sentences that come whole."""
    text, left, *whole = path.read_bytes().decode().replace("=== whole\n", "=== left out\n").split("=== left out\n")
    return text, left.splitlines(), "".join(whole).splitlines()


def cut(path: Path, text: str) -> Document:
    if path.suffix == ".md":
        return cut_document(read_markdown(text.encode(), Request(path.name)))
    return cut_document(Source(path.name, text))


def said(*arguments: str, code: int = 0) -> str:
    """What the program prints."""
    environment = os.environ | {"COLUMNS": "200", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "repdiff", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    return (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_no_part_of_the_text_is_left_out_and_nothing_else(path: Path) -> None:
    text, left, whole = parts_of(path)
    document = cut(path, text)
    found = [f"{each.why} | {each.text.replace(chr(10), ' / ')}" for each in document.source.left_out]
    assert found == left
    shown = [" ".join(document.shown(each.id).split()) for each in document.sentences]
    assert [each for each in whole if each not in shown] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nothing_else_is_lost(path: Path) -> None:
    document = cut(path, parts_of(path)[0])
    assert laws.cutting_loses_nothing(document) == ()
    for each in document.source.left_out:
        assert document.source.quote(each.span) == each.text


def test_a_comparison_says_what_was_left_out_and_is_not_about_it(tmp_path: Path) -> None:
    old, new = tmp_path / "2020.txt", tmp_path / "2021.txt"
    old.write_text(SITE.format(year=2020, count=10).removeprefix("下载\n打印\n"), "utf-8")
    new.write_text(SITE.format(year=2021, count=12), "utf-8")
    report = " ".join(said(str(old), str(new), "--lang", "en").split())
    assert "Left out of" in report
    assert "1 passage of a site's buttons and data (listed by: repdiff outline --left-out FILE)" in report
    assert "下载" not in report
    record = json.loads(said(str(old), str(new), "--format", "json"))
    assert [each["why"] for each in record["left_out"]["new"]] == ["navigation"]
    assert not any("下载" in each["text"] for each in record["sentences"]["new"])


@pytest.mark.parametrize("form", ["terminal", "markdown", "csv", "json"])
def test_what_was_left_out_is_listed(form: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SITE.format(year=2021, count=12), "utf-8")
    listed = said("outline", "--left-out", str(path), "--format", form, "--lang", "en")
    assert "下载" in listed
    assert "还原" in listed
    if form == "json":
        assert json.loads(listed)["left_out"][0]["place"] == [1, 1]
    else:
        assert "1:1" in listed


PAGED = """Plan of the harbour

The port has eleven quays and two basins, and in this year it will build and
- 3 -
open 14 new sheds, of which nine stand in the north. The rest is open and
will be built later, as the council said in May of last year, when it had
- 4 -
heard the masters of the port.
"""


def test_a_number_of_a_page_is_no_number_of_the_text() -> None:
    document = cut_document(Source("a", PAGED))
    assert [document.source.quote(each.span) for each in document.quantities if each.numbers[0] in (3, 4)] == []
    other = cut_document(Source("b", PAGED.replace("- 3 -\n", "").replace("- 4 -\n", "")))
    assert document.keys == other.keys


def test_sentences_over_the_end_of_a_page_are_identical_to_those_that_are_not() -> None:
    old = PAGED.replace("- 3 -\n", "").replace("- 4 -\n", "")
    new = PAGED.replace("- 3 -\n", "\nPage 3 of 9\n\n").replace("- 4 -", "Page 4 of 9")
    comparison = repdiff.compare(Source("a", old), Source("b", new))
    assert {link.kind for link in comparison.links} == {"identical"}
    assert not comparison.dropped
    assert not comparison.added


@pytest.mark.parametrize(
    ("places", "mark", "told"),
    [(Placing.PAGES, What.PAGE, "p. 7"), (Placing.ROWS, What.ROW, "row 7"), (Placing.PARAGRAPHS, None, "¶ 5")],
)
def test_places_are_told_by_what_the_file_has(places: Placing, mark: What | None, told: str) -> None:
    def source(name: str, year: int) -> Source:
        text = (
            f"{year}年工作报告\n一、{year - 1}年工作回顾\n去年新建学校{year - 2005}所，生产总值增长6%。\n"
            f"二、{year}年重点工作\n今年新建学校{year - 2004}所，生产总值增长7%以上。"
        )
        marks = (Mark(Span(0, 0), mark, 7),) if mark else ()
        return Source(name, text, "pdf", marks=marks, hard_lines=True, places=places)

    comparison = repdiff.compare(source("a", 2020), source("b", 2021))
    check = repdiff.check(source("a", 2020), source("b", 2021))
    for result in (comparison, check, repdiff.track([source("a", 2020), source("b", 2021)])):
        assert told in str(render(result, "terminal"))
        assert "5:1" not in str(render(result, "terminal"))
    page = str(render(check, "html"))
    assert told in page
    assert "第5行" not in page
    assert json.dumps(told)[1:-1] in str(render(comparison, "html"))


def made(command: tuple[str, ...], old: Source, new: Source) -> Comparison | Check | Track:
    if command == ("check",):
        return repdiff.check(old, new)
    return repdiff.track([old, new]) if command else repdiff.compare(old, new)


@pytest.mark.parametrize("command", [(), ("check",), ("track",)])
@pytest.mark.parametrize("form", ["terminal", "html", "json"])
def test_a_document_without_sentences_says_so(command: tuple[str, ...], form: str, tmp_path: Path) -> None:
    path = tmp_path / "2021.txt"
    path.write_text(SITE.format(year=2021, count=12), "utf-8")
    empty, full = Source("2020.txt", ""), repdiff.read(path)
    for old, new in ((empty, full), (full, empty)):
        result = made(command, old, new)
        assert "2020.txt" in str(render(result, form))
        assert any(str(note) == "2020.txt holds no sentences." for note in result.notes)
    assert "holds no sentences" in str(render(cut_document(empty), "terminal"))


@pytest.mark.skipif(not SHARED.exists(), reason="the texts of ../shared are not there")
def test_no_sentence_of_a_report_is_left_out() -> None:
    """Whatever is left out of the texts at hand is short and ends no sentence, but for a site's own."""
    texts = sorted(
        path for path in (SHARED / "texts").rglob("*") if path.suffix in (".txt", ".md") and path.name != "SOURCES.md"
    )
    for path in texts[:: max(1, len(texts) // 60)]:
        for each in cut_document(repdiff.read(path), numbers=False).source.left_out:
            assert all(len(line) < 60 and not line.rstrip().endswith(("。", ".")) for line in each.text.splitlines()), (
                path,
                each,
            )


def test_twice_the_notes_take_no_more_than_about_twice_the_work() -> None:
    """Counted in calls of functions, which no other work on the machine changes."""

    def calls(count: int) -> int:
        said = "\n".join(f"We say this here.[^{number}]" for number in range(count))
        notes = "\n".join(f"[^{number}]: See there." for number in range(count))
        profile = cProfile.Profile()
        profile.runcall(cut_document, repdiff.Source("a.md", f"{said}\n\n{notes}"), numbers=False)
        return sum(entry.callcount for entry in profile.getstats())

    calls(10)
    assert calls(200) < 2.5 * calls(100)


def test_a_text_with_notes_cut_again_is_the_same() -> None:
    """Marks of notes are found once, however often a source is cut."""
    text = "Schools open at eight.① Pupils pay nothing.② The canteen is free.\n\n① On weekdays.\n② In the town.\n"
    once = cut_document(Source("notes.txt", text))
    assert cut_document(once.source) == once
    assert len(once.source.marks) == len(set(once.source.marks)) > 0
