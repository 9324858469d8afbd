"""Word files with tracked changes: whoever accepts all has the new text, whoever rejects all the old one."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from lxml import etree
from making import OFFICE
from settling import settle
from test_revision import _TEXTS, SEEDS, TEXTS, compared

import repdiff
from repdiff.model.links import Comparison
from repdiff.model.view import View

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE, CAME = ("del", "moveFrom"), ("ins", "moveTo")
ANNOTATED = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "moveFromRangeStart", "moveToRangeStart")
ENGLISH = (
    "# Plan\n\n## Schools\nWe will build 30 schools.  Each has a garden.\n\tIt opens in May.\n\nThe old fort stays closed until 1912.\n"
    "The new hospital in the north gets forty beds and two ambulances.\n\n## Water\nThe river is cleaned.\nThe harbour is dredged.\n",
    "# Plan\n\n## Water and waste\nThe river is cleaned.\nWe collect glass in every village.\n\nA third truck is bought.\nThe harbour is"
    " dredged.\n\n## Schools\nWe will build 40 schools.  Each has a large garden.\n\tIt opens in June.\n"
    "The new hospital in the north gets forty beds and two ambulances.",
)
ARABIC = (
    "تقرير الحكومة\nنزرع مئة شجرة على ضفة النهر.\nنبني 30 مدرسة في الشمال.\n",
    "تقرير الحكومة\nنبني 40 مدرسة في الشمال.\nنفتح مكتبة جديدة.\nنزرع مئة شجرة على ضفة النهر.\n",
)
HOSTILE = (
    "A\x0cB one two three.\n<w:del/> & ]]> stay.\n=cmd|' /C calc'!A0\n",
    "A\x0cB one two four.\n<w:del/> & ]]> stay\x1b[31m.\nlone \ufffe half\n",
)
SMALL = {
    "english": ENGLISH,
    "arabic": ARABIC,
    "hostile": HOSTILE,
    "grown": ("", "一句话。\n两句话。\n"),
    "gone": ("One.\n\nTwo.\n", ""),
}


def word(comparison: Comparison, moves: bool = False) -> bytes:
    made = repdiff.render(comparison, "docx", View(moves=moves))
    assert isinstance(made, bytes)
    return made


def part(made: bytes, name: str = "document") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def lines(text: str) -> list[str]:
    """The paragraphs of a text, with what XML can hold of it."""
    held = "".join("\ufffd" if char in "\x1b\ufffe" else " " if char == "\x0c" else char for char in text)
    return held.removesuffix("\n").split("\n")


def left(made: bytes, gone: tuple[str, ...]) -> list[tuple[str, str]]:
    """The paragraphs, each with its style, that are left without what stands in the elements that are gone."""
    found, text = [], ""
    for paragraph in part(made).iter(f"{W}p"):
        for each in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab"):
            if not any(above.tag in [W + name for name in gone] for above in each.iterancestors()):
                text += each.text or "\t"
        if any(paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in gone):
            continue
        properties = paragraph.find(f"{W}pPr")
        before = properties.find(f"{W}pPrChange/{W}pPr") if properties is not None and gone == CAME else None
        style = (properties if before is None else before).find(f"{W}pStyle") if properties is not None else None
        found.append(("" if style is None else style.get(f"{W}val"), text))
        text = ""
    assert not text
    return found


def check(made: bytes, comparison: Comparison) -> None:
    assert [text for _, text in left(made, GONE)] == lines(comparison.new.source.text)
    assert [text for _, text in left(made, CAME)] == lines(comparison.old.source.text)
    document = part(made)
    ids = [each.get(f"{W}id") for name in ANNOTATED for each in document.iter(W + name)]
    comments = [each.get(f"{W}id") for each in part(made, "comments")]
    assert len(set(ids + comments)) == len(ids + comments)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(each.get(f"{W}id") for each in document.iter(W + name)) == sorted(comments)
    names = [
        sorted(each.get(f"{W}name") for each in document.iter(f"{W}{move}RangeStart"))
        for move in ("moveFrom", "moveTo")
    ]
    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0])
    for move in ("moveFrom", "moveTo"):
        ends = [
            (each.tag.removeprefix(W + move), each.get(f"{W}id"))
            for each in document.iter(f"{W}{move}RangeStart", f"{W}{move}RangeEnd")
        ]
        assert all(
            one == ("RangeStart", two[1]) and two[0] == "RangeEnd"
            for one, two in zip(ends[::2], ends[1::2], strict=True)
        )
        for each in document.iter(W + move):
            before = each.xpath(
                f"count(preceding::w:{move}RangeStart) - count(preceding::w:{move}RangeEnd)", namespaces={"w": W[1:-1]}
            )
            assert before == 1 or each.getparent().tag == f"{W}rPr", "what moved stands in a range"


@pytest.mark.parametrize("moves", [False, True])
@pytest.mark.parametrize("name", SMALL)
def test_small_texts_come_out_on_both_sides(name: str, moves: bool) -> None:
    comparison = compared(*SMALL[name], "md" if name == "english" else "txt")
    check(word(comparison, moves), comparison)


@given(_TEXTS, _TEXTS)
@examples(max_examples=60)
def test_any_texts_come_out_on_both_sides(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    comparison = compared(*("".join(map("".join, each)) for each in (old, new)))
    check(word(comparison, True), comparison)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, Comparison]]:
    """The small texts, seeds, and texts of others where they are, as files with and without moves."""
    pairs = {name: compared(*texts, "md" if name == "english" else "txt") for name, texts in SMALL.items()}
    files = sorted(SEEDS.glob("xuchang-20*.txt"))[-2:]
    shared = [("national-2021.txt", "national-2022.txt"), ("tiktok-privacy-2023.md", "tiktok-privacy-2024.md")]
    for old, new in [files, *((TEXTS / a, TEXTS / b) for a, b in shared)]:
        if old.exists():
            pairs[old.stem] = repdiff.compare(repdiff.read(str(old)), repdiff.read(str(new)))
    return {
        f"{name}{'-moves' if moves else ''}": (word(comparison, moves), comparison)
        for name, comparison in pairs.items()
        for moves in (False, True)
        if len(comparison.new.source.text) < 30_000 or moves
    }


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_in_libreoffice_all_accepted_is_the_new_text_and_all_rejected_the_old(
    made: dict[str, tuple[bytes, Comparison]], tmp_path: Path
) -> None:
    files = []
    for name, (data, _) in made.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(data)
    for (name, (_, comparison)), (accepted, rejected) in zip(made.items(), settle(files, tmp_path), strict=True):
        assert [each.text for each in accepted] == lines(comparison.new.source.text), name
        assert [each.text for each in rejected] == lines(comparison.old.source.text), name
        if name == "english":
            # What is a heading in a text is one in the style of headings, whether it came or stayed.
            wanted = [("Heading 1", "# Plan"), ("Heading 2", "## Water and waste"), ("Heading 2", "## Schools")]
            assert [each for each in accepted if each.style != "Standard"] == wanted


def test_real_texts_come_out_on_both_sides(made: dict[str, tuple[bytes, Comparison]]) -> None:
    for data, comparison in made.values():
        check(data, comparison)
