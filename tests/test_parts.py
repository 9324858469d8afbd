"""A file that holds several documents: one of them is named behind a `#`, by its number or its title, in every command."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import repdiff
from repdiff.cut.document import cut_document
from repdiff.model.errors import RepdiffError
from repdiff.sources.parts import documents

SHARED = Path(__file__).parent.parent.parent / "shared"


def report(year: int) -> str:
    """A report of eight lines, long enough to be a document."""
    works = "".join(f"新建学校{year - 2000 + n}所，改造老旧小区{2 * n + 3}个，惠及居民三千户以上。\n" for n in range(8))
    return f"一、{year}年重点工作\n今年生产总值增长{year - 2014}%以上。\n{works}"


RULED = "".join(f"==========\n{year}年某市工作报告\n==========\n{report(year)}\n" for year in (2019, 2020, 2021))
HEADED = "".join(
    f"标题：{year}年{what}工作报告\n发布日期：{year}-01-20\n{report(year)}\n"
    for year, what in ((2020, "甲市"), (2020, "乙县"), (2021, "甲市"))
)
LISTED = "".join(f"-\n{year}年某市工作报告\n{report(year)}{year}-02-03\n" for year in (2020, 2021)) + "- 联系我们\n"
PROSE = "The office will widen two quays and buy three cranes, and it will train forty people in the town. " * 4


def said(*arguments: str, code: int = 0) -> str:
    environment = os.environ | {"COLUMNS": "200", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "repdiff", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    return (done.stdout + done.stderr).decode()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(RULED, "utf-8")
    return path


@pytest.mark.parametrize(("text", "count"), [(RULED, 3), (HEADED, 3), (LISTED, 2)], ids=["ruled", "headed", "listed"])
def test_documents_are_told_apart(text: str, count: int) -> None:
    found = documents(text)
    assert len(found) == count
    assert all(text[start:end].count("重点工作") == 1 for start, end in found)


@pytest.mark.parametrize(
    "text",
    [
        "Plan\n" + "".join(f"==========\n{title}\n==========\n{PROSE}\n" for title in ("Quays", "Cranes", "Staff")),
        "".join(
            f"Question: What about {what}?\nAnswer: All is well.\n{PROSE}\n" for what in ("quays", "cranes", "staff")
        ),
        "".join(f"{title}\n----------\n{PROSE}\n" for title in ("Chapter 1", "Chapter 2", "Chapter 3")),
        f"Title: Plan of the harbour\n{PROSE}\n{PROSE}",
    ],
    ids=["chapters", "questions", "underlined", "one"],
)
def test_one_document_is_one(text: str) -> None:
    assert documents(text) == [(0, len(text))]


@pytest.mark.parametrize(("name", "year"), [("1", 2019), ("3", 2021), ("2020年某市工作报告", 2020), ("2021", 2021)])
def test_a_document_is_named_by_number_or_title(name: str, year: int, page: Path) -> None:
    source = repdiff.read(f"{page}#{name}")
    assert source.text.startswith(f"{year}年某市工作报告")
    assert source.text.count("重点工作") == 1
    assert source.name == f"{page}#{name}"


def test_places_are_those_of_the_file(page: Path) -> None:
    source = repdiff.read(f"{page}#3")
    line = RULED.split("\n").index("2021年某市工作报告") + 1
    assert source.place(0) == (line, 1)
    entry = json.loads(said("outline", f"{page}#3", "--format", "json"))["sections"][-1]
    assert RULED.split("\n")[entry["place"][0] - 1] == entry["title"]
    assert source.text[slice(*entry["span"])].startswith(entry["title"])


@pytest.mark.parametrize("name", ["4", "0", "2022", "某市", ""])
def test_an_unknown_or_ambiguous_name_lists_the_documents(name: str, page: Path) -> None:
    with pytest.raises(RepdiffError) as caught:
        repdiff.read(f"{page}#{name or '?'}")
    message = str(caught.value)
    assert all(f"#{n + 1} {year}年某市工作报告" in message for n, year in enumerate((2019, 2020, 2021)))
    assert "\n" not in message


def test_every_command_reads_a_part(page: Path) -> None:
    old, new = f"{page}#2019", f"{page}#2020"
    assert "2019" in said(old, new)
    assert "page.txt#2020" in said("check", old, new)
    assert "2019" in said("track", old, new, f"{page}#3")
    assert "#2 2020年某市工作报告" in said("outline", str(page))


def test_a_file_of_several_says_so_where_it_is_read_whole(page: Path) -> None:
    assert "holds 3 documents" in said(str(page), f"{page}#1", "--lang", "en", "--format", "markdown").replace("\\", "")
    listed = json.loads(said("outline", str(page), "--format", "json"))["documents"]
    assert [(each["number"], each["title"]) for each in listed] == [
        (n + 1, f"{y}年某市工作报告") for n, y in enumerate((2019, 2020, 2021))
    ]
    assert "holds" not in said("outline", f"{page}#1", "--lang", "en")


def test_a_name_with_the_sign_in_it_is_a_file(page: Path) -> None:
    odd = page.with_name("page.txt#1")
    odd.write_text("Another text. It is short.\n", "utf-8")
    assert repdiff.read(odd).text.startswith("Another")
    assert "no such file" in said("outline", str(page.with_name("absent.txt#1")), code=2)


def test_the_file_of_a_part_is_not_written_over(page: Path) -> None:
    assert "input" in said("outline", f"{page}#1", "-o", str(page), code=2)
    assert page.read_text("utf-8") == RULED


def test_a_part_keeps_what_is_known_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(
        "".join(
            f"==========\n**{year}年某市工作报告**\n==========\n## 工作{year}\n{report(year)}\n"
            for year in (2020, 2021)
        ),
        "utf-8",
    )
    source = repdiff.read(f"{path}#2")
    assert all(0 <= mark.span.start <= mark.span.end <= len(source.text) for mark in source.marks)
    assert "工作2021" in [section.title for section in cut_document(source).sections]


@pytest.mark.skipif(not SHARED.exists(), reason="the seeds of ../shared are not there")
def test_the_seeds_are_parted_as_known() -> None:
    for name, known in json.loads((SHARED / "gold" / "documents.json").read_text("utf-8")).items():
        found = repdiff.read(SHARED / name).parts
        assert [(part.title, *part.span) for part in found] == [
            (each["title"], each["start"], each["end"]) for each in known
        ]


def test_a_number_of_no_document_is_an_error_and_no_part_of_a_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rules of 2023\n\nThe fee is 20 euro a day.\n", encoding="utf-8")
    with pytest.raises(RepdiffError, match="no document called '2'"):
        repdiff.read(tmp_path / "a.txt#2")
    assert repdiff.read(tmp_path / "a.txt#2023").text.startswith("Rules of 2023")
