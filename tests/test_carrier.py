"""Changes in a copy of the user's own Word file: accepted they give the new file, rejected the old text."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from making import OFFICE
from revised import MAIN, W, accepted, part, rejected
from settling import Settled, settle
from word_files import field, formula, item, level, lists, p, row, run, style, styled, table, tc, word

import repdiff
from repdiff import Source, View
from repdiff.cli import run as command
from repdiff.files.request import Request
from repdiff.report.carried import carried
from repdiff.sources.docx import read_docx
from repdiff.sources.markdown import read_markdown

STYLES = style("a1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style("a2", "heading 2", based="a1")
LISTS = lists(level(0, "decimal", "%1.")) + lists(level(0, "bullet", "•"), key=2)
NOTES = '<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
PICTURE = {"word/media/image1.png": b"\x89PNG not really"}


def document(*blocks: str) -> bytes:
    return word(
        "".join(blocks), styles=STYLES, numbering=LISTS, footnotes=NOTES, header=p("Running head"), extra=PICTURE
    )


def text(data: bytes) -> str:
    return read_docx(data, Request("a.docx")).text


def written(old: Source | bytes, new: bytes) -> bytes:
    before = old if isinstance(old, Source) else read_docx(old, Request("old.docx"))
    comparison = repdiff.compare(before, read_docx(new, Request("new.docx")))
    made = repdiff.render(comparison, "docx", View(carrier=new))
    assert isinstance(made, bytes)
    return made


def comments(data: bytes) -> list[str]:
    root = etree.fromstring(part(data, "word/comments.xml"))
    return ["".join(paragraph.itertext()) for paragraph in root.iter(f"{W}p")]


def body(data: bytes) -> list[tuple[str, str, str]]:
    """Each paragraph: its properties, its text, and the properties of its runs, those that follow each other as one; no comments."""
    found = []
    for paragraph in etree.fromstring(part(data)).iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        looks: list[str] = []
        for each in paragraph.iter(f"{W}r"):
            look = etree.tostring(each.find(f"{W}rPr")).decode() if each.find(f"{W}rPr") is not None else ""
            if each.find(f"{W}commentReference") is None and looks[-1:] != [look]:
                looks.append(look)
        own = (
            "".join(etree.tostring(each).decode() for each in properties if each.tag != f"{W}rPr")
            if properties is not None
            else ""
        )
        found.append((own, "".join(each.text or "" for each in paragraph.iter(f"{W}t")), " ".join(looks)))
    return found


CITY = (
    styled("Plan of the city", "a1"),
    p("We will build 300 homes by 2025. The council supports this plan in full."),
    p("The park stays open all year round for everybody."),
    p("This one will be dropped because nobody wanted it any more."),
    item("Clean the river of the old town."),
    item("Plant trees along the main road."),
    table(row("Name", "Homes", "Trees"), row("Town", "300", "20"), row("Village by the lake", "20", "5")),
    p("Trams run every ten minutes at night."),
)
TOWN = (
    styled("Plan of the town", "a1"),
    p(
        inside=run("We will ", "<w:i/>")
        + run("build 400 homes by 2026", "<w:b/>")
        + run(". The council supports this plan in full.")
    ),
    p(inside=run("A wholly new paragraph") + NOTE + run(" about schools and teachers.")),
    p("The park stays open all year round for everybody."),
    item("Buy ten new buses for the night lines."),
    item("Clean the river of the old town."),
    item("Plant trees along the main road."),
    table(row("Name", "Homes", "Trees"), row("Town", "350", "20"), row("Harbour", "7", "8")),
    p("Trams run every ten minutes at night. Buses, too, run all night."),
    p("A new last paragraph with words."),
)
PARK, TRAMS = "The park stays open all year.", "The trams run every ten minutes."
HOMES = table(row("Name", "Homes"), row("Town", "300"))
BREAK = "<w:r><w:t>One thing is here.</w:t><w:br/><w:t>{}</w:t></w:r>"
LINK = f'<w:hyperlink r:id="r9">{run("new report on the site")}</w:hyperlink>'
CASES = {
    "much": (CITY, TOWN),
    "much, the other way": (TOWN, CITY),
    "a link": (
        [p("We publish the report on the site of the city.")],
        [p(inside=run("We publish the ") + LINK + run(" of the town."))],
    ),
    "a field": (
        [p("See chapter 4 for the numbers of homes.")],
        [p(inside=run("See ") + field("REF a", "chapter 5") + run(" for the numbers of homes."))],
    ),
    "a control": (
        [p("The city is Paris today and always."), p(PARK)],
        [f"<w:sdt><w:sdtPr/><w:sdtContent>{p('The city is London today and always.')}</w:sdtContent></w:sdt>", p(PARK)],
    ),
    "a line in a paragraph": ([p(inside=BREAK.format("Two are there."))], [p(inside=BREAK.format("Three are there."))]),
    "parted": ([p(f"{PARK} {TRAMS}")], [p(PARK), p(), p(TRAMS)]),
    "joined": ([p(PARK), p(TRAMS)], [p(f"{PARK} {TRAMS}")]),
    "all of it": ([p("Nothing of this is the same.")], [p("Completely different words."), p("In two paragraphs now.")]),
    "from nothing": ([p()], [p(PARK), p(TRAMS)]),
    "the last": ([p(PARK), p(TRAMS), p("This last one is dropped.")], [p(PARK), p(TRAMS)]),
    "the first": ([p("This first one is dropped."), p(PARK), p(TRAMS)], [p(PARK), p(TRAMS)]),
    "in front of a table": ([p(PARK), p("This one is dropped here."), HOMES], [p(PARK), HOMES]),
    "new in front of a table": ([p(PARK), HOMES], [p(PARK), p("This one is new here."), HOMES]),
    "a table": ([p(PARK), p(TRAMS)], [p(PARK), HOMES, p(TRAMS)]),
    "a table gone": ([p(PARK), HOMES, p(TRAMS)], [p(PARK), p(TRAMS)]),
    "the last row": ([table(row("Name", "Homes"), row("Town", "300"), row("Lake", "2"))], [HOMES]),
    "an empty cell": ([table(row("Name", "H", "T"), row("Town", "3", "9"))], [table(row("Name", "H", "T"), row("Town", "", "9"))]),
    "text in cells": (
        [table(row(tc(p(f"{PARK} It is.") + p(TRAMS)), tc(p("Right cell text. It has."))))],
        [table(row(tc(p("The park stays open all night. It is.") + p("New here. It is.") + p(TRAMS)), tc(p("Right cell text. It has."))))],
    ),
    "a list no more": ([item(PARK, 2), item(TRAMS, 2)], [p(PARK), p(TRAMS)]),
    "a list": ([p(PARK), p(TRAMS)], [item(PARK), item(TRAMS)]),
    "the rest of an item": (
        [item("The park stays open", 2), p("all year round for you."), item("The trams run, and", 2), item("they run all day.", 2)],
        [item("The park stays open all year round for you.", 2), item("The trams run, and they run all day.", 2)],
    ),
    "an item that was the beginning of a paragraph": (
        [p(f"{PARK} New schools get large gardens."), p(TRAMS)],
        [item(f"{PARK} We plant trees in it.", 2), p("New schools get large gardens."), p(TRAMS)],
    ),
    "an item that stands for another one": (
        [p(TRAMS), item(f"{TRAMS} 公园全年开放。 We plant trees along each road."), p(PARK), p(TRAMS)],
        [item(f"{TRAMS} 公园全年开放。 We plant trees along each road."), p(PARK), p("Trams every minutes at")],
    ),
    "rows that were a paragraph": (
        [p("New schools get large gardens."), p("The old bridge is painted blue."), p(TRAMS)],
        [table(row("New schools", "The old bridge", "Trams"), row("Lake", "2", "3")), p("The bridge is painted."), p(TRAMS)],
    ),
    "signs": ([p("It was &lt;b&gt;bold&lt;/b&gt; &amp; =cmd|x here.")], [p("It was &lt;script&gt;&lt;/script&gt; &amp; =cmd|y here.")]),
    "another script": ([p("نزرع مئة شجرة في المدينة هذا العام.")], [p(inside=run("نزرع مئتي شجرة في المدينة هذا العام.", "<w:rtl/>"))]),
    "chapters that changed places": (
        [styled("Traffic", "a1"), p(TRAMS), styled("Housing", "a1"), p("We build 300 homes there.")],
        [styled("Housing", "a1"), p("We build 300 homes there."), styled("Traffic", "a1"), p(TRAMS)],
    ),
    "soft hyphens": ([p("The co\u00adoperation is good.")], [p("  The co\u00adoperation of  towns is very good.")]),
    "a formula": ([p("The energy is small.")], [p(inside=run("The energy ") + f"<m:oMath>{formula('E=m')}</m:oMath>" + run(" is large."))]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_accepted_it_is_the_new_file_rejected_the_old_text(name: str) -> None:
    old, new = (document(*blocks) for blocks in CASES[name])
    made = written(old, new)
    assert text(made) == text(new), "changes are read as accepted"
    assert text(accepted(made)) == text(new)
    assert body(accepted(made)) == body(new)
    assert text(rejected(made)).replace("energy ", "energy") == text(old).replace("energy ", "energy")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_accepts_and_rejects_it(tmp_path: Path) -> None:
    names = ("much", "much, the other way", "in front of a table", "the last", "parted", "the rest of an item")
    pairs = [tuple(document(*blocks) for blocks in CASES[name]) for name in names]
    files = [tmp_path / f"{at}.docx" for at in range(2 * len(names))]
    for file, data in zip(files, (data for old, new in pairs for data in (written(old, new), new)), strict=True):
        file.write_bytes(data)
    found = settle(files, tmp_path)
    for (old, _), (changes, gone), (new, _) in zip(pairs, found[::2], found[1::2], strict=True):
        assert _seen(changes) == _seen(new)
        assert [text for _, text in _seen(gone)] == [text for _, text, _ in body(old) if text]


def _seen(paragraphs: list[Settled]) -> list[tuple[str, str]]:
    """Those with text, without the number of the note, which LibreOffice shows in some of them."""
    return [(each.style, each.text.replace("paragraph1", "paragraph")) for each in paragraphs if each.text]


def test_everything_else_of_the_file_stays_as_it_was() -> None:
    old, new = document(*CITY), document(*TOWN)
    made = written(old, new)
    changed = {MAIN, "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    with zipfile.ZipFile(BytesIO(new)) as before, zipfile.ZipFile(BytesIO(made)) as after:
        assert set(after.namelist()) - set(before.namelist()) == {"word/comments.xml"}
        assert all(before.read(name) == after.read(name) for name in before.namelist() if name not in changed)
        assert b'PartName="/word/comments.xml"' in after.read("[Content_Types].xml")
    ids = [each.get(f"{W}id") for each in etree.fromstring(part(made)).iter(f"{W}ins", f"{W}del", f"{W}pPrChange")]
    assert len(ids) == len(set(ids)) > 10
    assert made == written(old, new)


def test_words_keep_how_they_are_set_and_what_is_gone_is_set_as_its_neighbour() -> None:
    root = etree.fromstring(part(written(document(*CITY), document(*TOWN))))
    came = {"".join(each.itertext()): each for each in root.iter(f"{W}ins") if "".join(each.itertext())}
    gone = {"".join(each.itertext()): each for each in reversed(list(root.iter(f"{W}del"))) if "".join(each.itertext())}
    assert came["400"].find(f"{W}r/{W}rPr/{W}b") is not None
    assert gone["300"].find(f"{W}r/{W}rPr/{W}b") is not None
    dropped = next(each.getparent() for text, each in gone.items() if text.startswith("This one"))
    assert dropped.find(f"{W}pPr/{W}rPr/{W}del") is not None


def test_old_text_of_any_kind_is_written_in_its_paragraphs() -> None:
    new = document(*TOWN)
    written_so = f"# Plan of the **city**\n\n{PARK}\n\n* Clean the river.\n\n{TRAMS}\n"
    old = read_markdown(written_so.encode(), Request("old.md"))
    assert text(rejected(written(old, new))).split("\n") == [
        "Plan of the city",
        PARK,
        "1. Clean the river.",  # an item of the list beside it, which the program numbers
        TRAMS,
    ]


def test_changes_that_were_tracked_before_are_accepted_and_told() -> None:
    deleted = '<w:del w:id="1" w:author="Ann"><w:r><w:delText>300</w:delText></w:r></w:del>'
    before = f'<w:ins w:id="2" w:author="Ann">{run("400")}</w:ins>'
    new = document(p(inside=run("The council builds ") + deleted + before + run(" homes by the lake.")))
    made = written(document(p("The council builds 300 homes by the river.")), new)
    assert b"Ann" not in part(made)
    assert text(rejected(made)) == "The council builds 300 homes by the river."
    assert "The changes that were tracked in this file before are accepted here: 2." in comments(made)


def test_what_has_no_place_is_told() -> None:
    half = run("The energy ") + f"<m:oMath>{formula('E=m')}</m:oMath>" + run(" is large.")
    more = half.replace("E=m", "E=mc")
    made = written(document(p(inside=half)), document(p(inside=more)))
    assert any("has no place for it: E=mc" in line for line in comments(made))
    last = written(
        document(p(PARK), p("The trams and the harbour.")), document(p(PARK), table(row("The trams", "harbour.")))
    )
    assert any("has no place for it: The trams harbour." in line for line in comments(last))
    listed = written(document(*CITY), document(*TOWN))
    assert any("number the program makes" in line for line in comments(listed))


def test_comments_of_the_file_stay_before_ours() -> None:
    own = '<w:comment w:id="4" w:author="Ann"><w:p><w:r><w:t>Mine.</w:t></w:r></w:p></w:comment>'
    new = word(p(PARK.replace("year", "night")), comments=own)
    found = etree.fromstring(part(written(word(p(PARK)), new), "word/comments.xml"))
    assert [each.get(f"{W}id") for each in found][:2] == ["4", "5"]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"word/settings.xml": f'<w:settings xmlns:w="{W[1:-1]}"><w:documentProtection w:enforcement="1"/></w:settings>'}, "protected"),
        ({"_xmlsignatures/sig1.xml": "<x/>"}, "signed"),
    ],
)  # fmt: skip
def test_a_file_that_must_not_be_changed_is_left_alone(
    more: dict[str, str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = word(p(PARK), extra={name: inside.encode() for name, inside in more.items()})
    made = written(word(p(TRAMS)), new)
    assert any(why in line for line in comments(made)), "in a file of our own"
    (tmp_path / "old.docx").write_bytes(word(p(TRAMS)))
    (tmp_path / "new.docx").write_bytes(new)
    assert (
        command([str(tmp_path / name) for name in ("old.docx", "new.docx")] + ["-o", str(tmp_path / "out.docx")]) == 0
    )
    told = capsys.readouterr().err
    assert (why in told, told.count("\n")) == (True, 1)


def test_the_command_writes_into_a_copy_unless_it_is_told_not_to(tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(document(*CITY))
    (tmp_path / "new.docx").write_bytes(document(*TOWN))
    both = [str(tmp_path / name) for name in ("old.docx", "new.docx")]
    assert command([*both, "-o", str(tmp_path / "copy.docx")]) == 0
    assert command([*both, "--fresh", "-o", str(tmp_path / "fresh.docx")]) == 0
    copy, fresh = ((tmp_path / name).read_bytes() for name in ("copy.docx", "fresh.docx"))
    assert b"footnoteReference" in part(copy)
    assert b"footnoteReference" not in part(fresh)


def test_lines_that_were_only_wrapped_are_no_paragraphs() -> None:
    line = "The council of the town and of all villages around it will go on to build homes for\n"
    old = Source("a.txt", (line * 6).strip() + ".\n\nA second paragraph of the plan stands below it.\n")
    new = read_docx(
        word(p((line * 6).replace("\n", " ").strip() + ".") + p("A second paragraph of the plan stands below it.")),
        Request("b"),
    )
    found = carried(repdiff.compare(old, new))
    assert (found.came, found.gone) == ((), ())
