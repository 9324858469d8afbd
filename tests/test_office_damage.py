"""Damaged, locked and hostile files of Word and Excel: an error in one line, in bounded time and memory."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import MAIN, WORD, field, item, level, lists, p, row, run, style, styled, table, tc, word, zipped

from repdiff.files import archive
from repdiff.files.request import Request
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Source
from repdiff.sources import read
from repdiff.sources.docx import read_docx
from repdiff.sources.tables import read_table
from repdiff.sources.workbook import read_workbook

READERS = (read_docx, read_table, read_workbook)
WHOLE = word(
    styled("One", "a")
    + item("Two")
    + table(row("a", tc(p("1"), '<w:gridSpan w:val="2"/>')))
    + p(inside=field("TOC x", "y") + run("z", "<w:vanish/>")),
    styles=style("a", "heading 1"),
    numbering=lists(level(0, "decimal", "%1.")),
    footnotes=p("no"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


def document(before: str, inside: str = "&b;", coding: str = "utf-8") -> bytes:
    head = f'<?xml version="1.0" encoding="{coding}"?>'
    text = f'{head}{before}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:body></w:document>'
    return word("", extra={MAIN: text.encode(coding)})


def flagged(data: bytes) -> bytes:
    """The same zip file, its parts said to be locked."""
    found = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = found.find(sign)
        while start >= 0:
            found[start + at] |= 1
            start = found.find(sign, start + 4)
    return bytes(found)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (flagged(WHOLE), "password"),
        (OLE + "WordDocument".encode("utf-16-le"), r"\.doc\b.*\.docx"),
        (b"{\\rtf1 text}", r"RTF.*\.docx"),
        (b"", "empty"),
        (WHOLE[: len(WHOLE) // 2], "damaged"),
        (b"PK\x03\x04" + b"x" * 100, "damaged"),
        (b"just words", "no Word document"),
        (zipped({"a.txt": b"x"}), "document.xml"),
        (zipped({"xl/workbook.xml": b"<a/>"}), "Excel"),
        (zipped({"content.xml": b"<a/>"}), "LibreOffice"),
        (word("", extra={MAIN: b"<a"}), "damaged"),
        (word("", extra={MAIN: b"<a/>"}), "without a body"),
        (word("<w:p>" * 5000 + "</w:p>" * 5000), "depth"),
        (document(LAUGHS), "entities"),
        (document(LAUGHS, coding="utf-16"), "entities"),
        (document(OUTSIDE), "entities"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(RepdiffError, match=rf"^a\.docx: .*{said}") as error:
        read_docx(data, Request("a.docx"))
    assert "\n" not in str(error.value)
    assert error.value.hint


@pytest.mark.parametrize("reader", [read_docx, read_workbook])
def test_what_unpacks_to_more_than_is_read_is_refused(reader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_LARGEST", 10_000)
    huge = word("", extra={MAIN: b" " * 20_000, "xl/workbook.xml": b" " * 20_000})
    lying = huge.replace((20_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    for data in (huge, lying):
        with pytest.raises(RepdiffError, match=r"unpacks to more|cannot be unpacked"):
            reader(data, Request("a.docx"))  # type: ignore[operator]


def test_more_parts_or_tags_than_any_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_TAGS", 1000)
    with pytest.raises(RepdiffError, match="more than is read"):
        read_docx(word(p("x") * 1000), Request("a.docx"))
    monkeypatch.setattr(archive, "_MOST_PARTS", 3)
    with pytest.raises(RepdiffError, match="more than 3 parts"):
        read_docx(WHOLE, Request("a.docx"))


def test_numbers_beyond_all_measure_harm_nothing() -> None:
    body = (
        item("x", 10**20, 10**7)
        + p("y", f'<w:outlineLvl w:val="{10**20}"/>')
        + table(row(tc(p("z"), f'<w:gridSpan w:val="{10**9}"/>'), "b"))
    )
    found = read_docx(
        word(body + item("w"), numbering=lists(level(0, "upperRoman", "%1" * 3000, start=10**9))), Request("a")
    )
    assert len(found.text) < 1000


def test_fields_and_notes_without_number_take_no_time() -> None:
    body = p(inside=field("REF x", "y", ended=False) * 3000 + '<w:r><w:footnoteReference w:id="2"/></w:r>' * 3000)
    found = read_docx(word(body, footnotes=f'<w:footnote w:id="2">{p("x" * 9999)}</w:footnote>'), Request("a"))
    assert (len(found.text), len(found.left_out)) == (3000, 1)


def test_macros_are_not_run_and_the_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docm"
    path.write_bytes(word(p("Text."), extra={"word/vbaProject.bin": b"\0"}))
    assert read(path).text == "Text."


@pytest.mark.parametrize("reader", READERS)
@given(data=st.one_of(st.binary(max_size=300), st.binary(max_size=300).map(lambda data: b"PK\x03\x04" + data)))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_source_or_an_error(reader: object, data: bytes) -> None:
    tried(reader, data)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_file_with_wrong_bytes_is_a_source_or_an_error(wrong: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, byte in wrong:
        data[at] = byte
    tried(read_docx, bytes(data))


TAGS = st.sampled_from(
    "p r t tab br pPr rPr numPr numId ilvl pStyle tbl tr tc tcPr gridSpan vMerge sdt sdtPr sdtContent fldChar instrText ins del "
    "moveFrom hyperlink drawing pict txbxContent sym ruby rubyBase footnoteReference framePr outlineLvl vanish".split()
)
TREES = st.recursive(
    st.tuples(TAGS, st.sampled_from(["", "x", "1", "begin", "end", "separate", "-5", "continue"])).map(
        lambda found: (
            f'<w:{found[0]} w:val="{found[1]}" w:fldCharType="{found[1]}" w:id="{found[1]}">{found[1]}</w:{found[0]}>'
        )
    ),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(
        lambda found: f"<w:{found[0]}>{''.join(found[1])}</w:{found[0]}>"
    ),
    max_leaves=25,
)


@given(st.lists(TREES, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_elements_in_any_order_are_a_source_or_an_error(trees: list[str]) -> None:
    tried(read_docx, word("".join(trees), styles="".join(trees), numbering="".join(trees), footnotes="".join(trees)))


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_workbook_with_wrong_bytes_is_a_source_or_an_error(wrong: list[tuple[int, int]]) -> None:
    parts = workbook_parts()
    names = sorted(parts)
    for at, byte in wrong:
        data = bytearray(parts[names[at % len(names)]])
        data[at % len(data)] = byte
        parts[names[at % len(names)]] = bytes(data)
    tried(read_workbook, zipped(parts))


def workbook_parts() -> dict[str, bytes]:
    openpyxl = pytest.importorskip("openpyxl")
    book, stream = openpyxl.Workbook(), BytesIO()
    for cells in (["Name", "Value"], ["Grain", 0.061]):
        book.active.append(cells)
    book.save(stream)
    with zipfile.ZipFile(stream) as found:
        return {name: found.read(name) for name in found.namelist()}


def tried(reader: object, data: bytes) -> None:
    try:
        found = reader(data, Request("a.docx"))  # type: ignore[operator]
    except RepdiffError:
        return
    assert isinstance(found, Source)
    assert all(0 <= mark.span.start <= mark.span.end <= len(found.text) for mark in found.marks)
    assert all(0 <= each.span.start <= each.span.end <= len(found.text) for each in found.left_out)
