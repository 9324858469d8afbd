"""Workbooks for readers, and tables for programs as CSV and Parquet: what a spreadsheet and a database find in them."""

import csv
import io
import json
import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from repdiff import (
    Comparison,
    Options,
    Source,
    View,
    check,
    compare,
    cut_document,
    find_duplicates,
    read,
    read_decisions,
    render,
    track,
)
from repdiff.cli import run
from repdiff.model.decisions import Decisions, Side
from repdiff.renderers.sheets import as_csv
from repdiff.renderers.workbook import written
from repdiff.report.sheets import Column, Linked, Sheet, Type
from repdiff.report.words import words_in

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")

OLD = "Plan for 2020\n\n1. Jobs\n\nWe will create 500 jobs in the city. We will plant trees. Rates will rise by 3%.\n"
NEW = (
    "Plan for 2021\n\n1. Jobs\n\nWe will create 650 jobs in the city. Rates will rise by 2.5%.\n\n2. Parks\n\n"
    "We will open between 3 and 5 parks near the river.\n"
)
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+cmd",
    "-2+3",
    "@SUM(A1)",
    "\x08\x1bbell",
    "a\ud800b",
    "_x0041_",
    "\ufffe",
    "http://x.org",
)


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return compare(Source("2020.txt", OLD, sha256="a" * 64), Source("2021.txt", NEW, sha256="b" * 64))


@pytest.fixture(scope="module")
def book(pair: Comparison) -> Any:
    return opened(render(pair, "xlsx"))


def opened(made: str | bytes) -> Any:
    assert isinstance(made, bytes)
    return openpyxl.load_workbook(io.BytesIO(made), rich_text=False)


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


def parquet(made: str | bytes, folder: Path) -> duckdb.DuckDBPyRelation:
    assert isinstance(made, bytes)
    path = folder / "told.parquet"
    path.write_bytes(made)
    return duckdb.sql(f"SELECT * FROM '{path}'")


def test_the_first_sheet_says_what_was_compared(book: Any) -> None:
    assert book.sheetnames == ["About", "Changes", "Numbers", "Sections", "Sentences"]
    facts = {row[0]: row[1:] for row in book["About"].iter_rows(values_only=True) if row[0]}
    assert facts["File"][:2] == ("2020.txt", "2021.txt")
    assert facts["SHA-256"][:2] == ("a" * 64, "b" * 64)
    assert facts["added"][0] >= 1
    text = " ".join(str(cell) for row in book["About"].iter_rows(values_only=True) for cell in row if cell is not None)
    assert "min_score" in text
    assert "link_at_most" in text


def test_the_first_sheet_names_every_option(tmp_path: Path) -> None:
    old, new = Source("2020.txt", OLD), Source("2021.txt", NEW)
    sides = {"old": {"name": "2020.txt", "sha256": "a" * 64}, "new": {"name": "2021.txt", "sha256": "b" * 64}}
    (tmp_path / "mine.json").write_text(json.dumps({"format": 1, "pairs": []} | sides), encoding="utf-8")
    options = Options(
        glossary=(("jobs", "posts"), ("trees", "shrubs")),
        ignore_patterns=("a+", "b"),
        decisions=(read_decisions(tmp_path / "mine.json"),),
    )
    made = opened(render(compare(old, new, options), "xlsx"))
    told = {str(row[1]): str(row[2]) for row in made["About"].iter_rows(values_only=True) if row[1]}
    assert told["glossary"] == "jobs = posts, trees = shrubs"
    assert (told["ignore_patterns"], told["decisions"]) == ("a+, b", "mine.json")


def test_a_change_has_a_row_with_all_that_is_known_of_it(book: Any, pair: Comparison) -> None:
    found = rows(book["Changes"])
    jobs = next(row for row in found if "jobs" in (row["Old text"] or ""))
    assert jobs["Kind"] == "reworded"
    assert jobs["Role"] == "commitment"
    assert jobs["New text"] == "We will create 650 jobs in the city."
    assert jobs["Place in the old text"] == "5:1"
    assert 0 < jobs["Score"] <= 1
    assert "500" in jobs["Numbers"]
    trees = next(row for row in found if "trees" in (row["Old text"] or ""))
    assert (trees["Kind"], trees["New text"]) == ("dropped", None)
    changed = sum(row["Changes"] for row in rows(book["Sections"]))
    assert (
        changed == len(found) == len(pair.dropped) + len(pair.added) + sum(g.kind != "identical" for g in pair.groups)
    )


def test_numbers_are_numbers_and_lead_to_their_change(book: Any) -> None:
    sheet = book["Numbers"]
    jobs = next(row for row in rows(sheet) if "jobs" in row["Indicator"])
    assert (jobs["Old number"], jobs["New number"], jobs["Difference"]) == (500, 650, 150)
    assert jobs["Change in percent"] == pytest.approx(0.3)
    percent = next(cell for cell in sheet[2] if cell.column == list(jobs).index("Change in percent") + 1)
    assert percent.number_format == "0.0%"
    place = next(cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.hyperlink)
    assert place.hyperlink.target is None
    name, at = place.hyperlink.location.split("!")
    shown = book[name.strip("'")][int(at[1:])]
    assert any("jobs" in str(cell.value) for cell in shown)


def test_a_sheet_can_be_filtered_and_read(book: Any) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])
        assert all(cell.alignment.wrap_text for cell in sheet[2] if isinstance(cell.value, str) and len(cell.value) > 1)
        assert all(7 <= each.width <= 52 for each in sheet.column_dimensions.values())


def test_the_same_tables_make_the_same_bytes(pair: Comparison) -> None:
    one = render(pair, "xlsx")
    assert one == render(pair, "xlsx")
    assert render(pair, "parquet", View(table="changes")) == render(pair, "parquet", View(table="changes"))
    assert isinstance(one, bytes)
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")
        assert not any("externalLink" in name for name in archive.namelist())


def test_a_workbook_speaks_the_language_of_its_documents(pair: Comparison) -> None:
    assert opened(render(pair, "xlsx", View(lang="fr"))).sheetnames[1] == "Changements"
    old, new = Source("a.txt", "一、工作\n建设学校五所。\n"), Source("b.txt", "一、工作\n建设学校六所。\n")
    made = opened(render(compare(old, new), "xlsx"))
    assert made.sheetnames[:2] == ["说明", "变化"]
    assert str(render(compare(old, new), "csv", View(table="changes"))).startswith("kind,moved,verdict,role")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_becomes_anything_but_a_text(text: str) -> None:
    made = compare(Source(text, f"1. {text}\n\n{text} stands here.\n"), Source("b", f"1. {text}\n\nNothing of it.\n"))
    book = opened(render(made, "xlsx"))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all((cell.data_type in "sn" and cell.hyperlink is None) or cell.hyperlink.location for cell in row)
    shown = " ".join(str(cell) for row in book.worksheets[1].iter_rows(values_only=True) for cell in row)
    assert "_x0041_" in shown or "_x0041_" not in text
    for line in csv.reader(io.StringIO(str(render(made, "csv", View(table="changes"))))):
        assert not any(re.match(r"[=+@-](?![\d.]+$)", cell) for cell in line)


def test_long_texts_and_long_tables_are_told(tmp_path: Path) -> None:
    words = words_in("en")
    texts = ("x" * 40_000, "字" * 40_000, "\U0001f600" * 20_000)
    sheet = Sheet("t", "Long [one]: a/b", (Column("c", "C"),), tuple((text,) for text in texts))
    book = opened(written((sheet,), words))
    (page,) = book.worksheets
    for (cell,) in page.iter_rows(min_row=2, values_only=True):
        assert len(cell.encode("utf-16-le")) // 2 <= 32_767
        assert cell.endswith("characters]")
    many = Sheet("many", "Many", (Column("n", "N", Type.WHOLE),), tuple((n,) for n in range(25)))
    first = Sheet("first", "First", (Column("l", "L"),), ((Linked("there", "many", 23),),))
    book = opened(written((first, many), words, most_rows=11))
    assert book.sheetnames == ["First", "Many", "Many (2)", "Many (3)"]
    assert [page.max_row for page in book.worksheets] == [2, 11, 11, 6]
    assert book["First"]["A2"].hyperlink.location == "'Many (3)'!A5"
    assert book["Many (3)"]["A5"].value == 23


def test_words_that_changed_are_marked_in_a_cell(pair: Comparison) -> None:
    made = render(pair, "xlsx")
    assert isinstance(made, bytes)
    book = openpyxl.load_workbook(io.BytesIO(made), rich_text=True)
    rich = [cell.value for row in book["Changes"].iter_rows() for cell in row if isinstance(cell.value, list)]
    struck = [part.text for value in rich for part in value if getattr(getattr(part, "font", None), "strike", False)]
    assert "500" in struck


def test_every_job_has_a_workbook(tmp_path: Path, pair: Comparison) -> None:
    old, new = Source("2020.txt", OLD), Source("2021.txt", NEW)
    checked = opened(render(check(old, new), "xlsx"))
    promise = rows(checked["Promises"])[0]
    assert promise["Same unit"] in ("same", "not said", "differs", None)
    assert {"Verdict", "Target", "Result", "Target as a number"} <= promise.keys()
    tracked = opened(render(track([old, new]), "xlsx"))
    assert tracked.sheetnames == ["About", "Targets", "All numbers", "Commitments"]
    assert opened(render(cut_document(old), "xlsx")).sheetnames == ["About", "Headings"]
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(OLD * 3, "utf-8")
    found = opened(render(find_duplicates([str(tmp_path)]), "xlsx"))
    assert found.sheetnames == ["About", "Findings", "Counts", "Files"]
    assert run(["dupes", str(tmp_path), "--jobs", "1", "-o", str(tmp_path / "found.xlsx")]) == 0
    finding = rows(opened((tmp_path / "found.xlsx").read_bytes())["Findings"])[0]
    assert isinstance(finding["Characters too many"], int)


@pytest.mark.parametrize("table", ["changes", "numbers", "sections", "sentences"])
def test_parquet_has_the_rows_of_csv_with_types(table: str, pair: Comparison, tmp_path: Path) -> None:
    found = parquet(render(pair, "parquet", View(table=table)), tmp_path)
    lines = list(csv.DictReader(io.StringIO(str(render(pair, "csv", View(table=table))))))
    assert len(found.fetchall()) == len(lines) > 0
    assert [name for name in found.columns if not name.endswith("_high")] == list(lines[0])
    types = dict(zip(found.columns, map(str, found.types), strict=True))
    wanted = {
        "score": "DOUBLE",
        "probability": "DOUBLE",
        "moved": "BOOLEAN",
        "changes": "BIGINT",
        "difference": "DOUBLE",
    }
    assert all(types[name] == kind for name, kind in wanted.items() if name in types)


def test_a_range_takes_two_columns(tmp_path: Path) -> None:
    cells = ((Decimal("3"), Decimal("5")), (Decimal("2.50"),), ())
    sheet = Sheet(
        "t", "T", (Column("n", "N", Type.NUMBERS), Column("N", "again")), tuple((cell, "x") for cell in cells)
    )
    from repdiff.renderers.parquet import as_parquet

    found = parquet(as_parquet(sheet), tmp_path)
    assert found.columns == ["n", "n_high", "N_2"]
    assert [row[:2] for row in found.fetchall()] == [(3.0, 5.0), (2.5, None), (None, None)]
    assert as_csv(sheet).splitlines()[1:] == ["3 / 5,x", "2.5,x", ",x"]


def test_an_empty_comparison_has_typed_tables(tmp_path: Path) -> None:
    nothing = compare(Source("a", ""), Source("b", ""))
    found = parquet(render(nothing, "parquet", View(table="changes")), tmp_path)
    assert (found.fetchall(), dict(zip(found.columns, map(str, found.types), strict=True))["score"]) == ([], "DOUBLE")
    assert opened(render(nothing, "xlsx"))["Changes"].max_row == 1


def test_changes_obey_the_filters_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    (tmp_path / "new.txt").write_text(NEW, "utf-8")
    files = [str(tmp_path / "old.txt"), str(tmp_path / "new.txt")]
    assert run([*files, "--table", "changes", "--format", "csv", "--only", "dropped"]) == 0
    lines = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [line["old"] for line in lines] == ["We will plant trees."]
    assert run([*files, "--format", "parquet"]) == 2
    assert "Name a file with -o" in capsys.readouterr().err
    assert run([*files, "--table", "sections", "-o", str(tmp_path / "s.parquet")]) == 0
    assert duckdb.sql(f"SELECT sum(added) FROM '{tmp_path / 's.parquet'}'").fetchall()[0][0] > 0
    assert run(["check", *files, "--table", "points"]) == 2
    assert run(["track", *files, "--table", "series", "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("indicator,unit,2020,2021,course")


def test_a_real_file_is_named_in_the_workbook(tmp_path: Path) -> None:
    path = tmp_path / "2020.txt"
    path.write_text(OLD, "utf-8")
    about = opened(render(compare(read(path), Source("b", NEW)), "xlsx"))["About"]
    assert any(re.fullmatch("[0-9a-f]{64}", str(row[1])) for row in about.iter_rows(values_only=True))


def test_options_of_any_kind_are_named() -> None:
    decisions = Decisions("review.json", Side("2020.txt", "a" * 64), Side("2021.txt", "b" * 64), ())
    options = Options(glossary=(("Twitter", "X"),), ignore=("dates",), decisions=(decisions,))
    about = opened(render(compare(Source("2020.txt", OLD), Source("2021.txt", NEW), options), "xlsx"))["About"]
    said = [cell for row in about.iter_rows(values_only=True) for cell in row]
    assert {"Twitter = X", "dates", "review.json"} <= set(said)
