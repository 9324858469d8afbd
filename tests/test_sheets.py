"""Tables for programs: the sentences of a comparison as CSV, and workbooks."""

import csv
import io
import re
from collections import Counter
from pathlib import Path

import pytest

from repdiff import Comparison, Source, View, compare, render
from repdiff.cli import run
from repdiff.model.errors import RepdiffError
from repdiff.report.runs import visible


def sentences(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(str(render(comparison, "csv", View(table="sentences"))))))


def test_every_sentence_stands_in_one_row(seed_pair: Comparison) -> None:
    rows = sentences(seed_pair)
    for side, document in (("old", seed_pair.old), ("new", seed_pair.new)):
        found = Counter(place for row in rows for place in row[f"{side}_place"].split())
        wanted = Counter("{}:{}".format(*document.source.place(s.span.start)) for s in document.sentences)
        assert found == wanted
        texts = {text for row in rows for text in (row[side], row[side].removeprefix("'"))}
        lone = seed_pair.dropped if side == "old" else seed_pair.added
        assert [document.text(i) for i in lone if visible(document.text(i)) not in texts] == []


def test_a_row_says_what_became_of_a_sentence(small_comparison: Comparison) -> None:
    rows = sentences(small_comparison)
    assert list(rows[0]) == [
        "old", "new", "kind", "role", "section", "old_place", "new_place", "probability", "reason", "note",
        "perhaps_place", "perhaps_score", "turned",
    ]  # fmt: skip
    moved = next(row for row in rows if row["old"] == "稳定粮食生产。")
    assert moved["kind"].split()[-1] == "moved"
    assert moved["reason"]
    assert 0 < float(moved["probability"]) <= 1
    kinds = {word for row in rows for word in row["kind"].split()}
    assert {"reworded", "dropped", "added"} <= kinds
    assert all(not row["new"] and not row["probability"] for row in rows if row["kind"] == "dropped")


def test_no_cell_is_a_formula() -> None:
    old, new = Source("a.txt", "一、重点工作\n=SUM(A1)项目。\n"), Source("b.txt", "一、重点工作\n@x项目。\n-甲。\n")
    for row in sentences(compare(old, new)):
        assert not any(re.match("[=+@-]", cell) for cell in row.values())


def test_a_table_that_is_not_there_is_named(small_comparison: Comparison) -> None:
    with pytest.raises(RepdiffError, match="Ask for changes, numbers, sections or sentences"):
        render(small_comparison, "csv", View(table="words"))


def test_a_workbook_holds_all_tables(small_comparison: Comparison) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    made = render(small_comparison, "xlsx")
    assert isinstance(made, bytes)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["说明", "变化", "数字", "章节", "句子"]
    assert book["句子"].max_row == len(sentences(small_comparison)) + 1


def test_the_command_line_asks_for_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "2020.txt", tmp_path / "2021.txt"
    old.write_text("一、重点工作\n新增就业5万人。\n", "utf-8")
    new.write_text("一、重点工作\n新增就业6万人。\n", "utf-8")
    files = [str(old), str(new)]
    assert run([*files, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("indicator,old,new,difference")
    assert run([*files, "--format", "csv", "--table", "sentences"]) == 0
    assert capsys.readouterr().out.startswith("old,new,kind")
    assert run([*files, "--table", "sentences"]) == 2
    assert "is for csv" in capsys.readouterr().err
    assert run([*files, "--format", "csv", "--table", "words"]) == 2
    assert run([*files, "--format", "xlsx"]) == 2
    assert "Name a file with -o" in capsys.readouterr().err


def test_render_is_public_and_knows_its_results(small_comparison: Comparison) -> None:
    assert str(render(small_comparison, "html")).startswith("<!doctype html>")
    with pytest.raises(RepdiffError, match="There is no report of this kind as jsonl"):
        render(small_comparison, "jsonl")
    with pytest.raises(RepdiffError, match="str is no result"):
        render("text", "html")


def test_a_narrowed_record_says_so() -> None:
    import json

    from repdiff import Options

    text = "一、农业\n建设农田。\n二、工业\n建设园区。\n"
    found = compare(Source("a.txt", text), Source("b.txt", text), Options(section="农业", numbers=False))
    options = json.loads(str(render(found, "json")))["options"]
    assert (options["section"], options["numbers"], options["decisions"]) == ("农业", False, None)
    assert options["link"] == Options().link
