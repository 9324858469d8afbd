"""Tables in text and workbooks: which column is read, what of it, and where it stands."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

import repdiff
from repdiff import Source, What
from repdiff.files.request import Request
from repdiff.model.errors import RepdiffError
from repdiff.sources import read
from repdiff.sources.number_formats import shown_value
from repdiff.sources.tables import read_table
from repdiff.sources.workbook import read_workbook

LONG = "We will build ten schools in the north of the city. Two of them open next year."
OTHER = "The city will plant trees along all of its main roads, and look after them."


def table(text: str, part: str = "") -> Source:
    return read_table(text.encode(), Request("a.csv", None, part))


def rows(source: Source) -> list[tuple[int, str]]:
    return [(mark.level, source.quote(mark.span)) for mark in source.marks if mark.what is What.ROW]


# Which column


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_column_of_texts_is_read_row_by_row_whatever_parts_the_cells(sign: str) -> None:
    lines = [("id", "office", "content"), ("7", "Works", f'"{LONG}"'), ("9", "Parks", f'"{OTHER}"')]
    source = table("\n".join(sign.join(line) for line in lines))
    assert rows(source) == [(2, LONG), (3, OTHER)]
    assert "the column content is read; left out: id, office." in source.notes[-1]
    assert source.places == "row"


@pytest.mark.parametrize(
    "name", ["text", "Content", "正文", "工作內容", "Inhalt", "Contenu", "содержание", "本文", "내용"]
)
def test_the_column_of_texts_is_known_in_many_languages(name: str) -> None:
    assert rows(table(f"office,{name}\nWorks,Build ten schools\nParks,Plant trees\n")) == [
        (2, "Build ten schools"),
        (3, "Plant trees"),
    ]


def test_the_only_column_of_prose_is_read_where_none_is_called_so() -> None:
    assert rows(table(f'1,"{LONG}"\n2,"{OTHER}"\n')) == [(1, LONG), (2, OTHER)]
    assert rows(table(f'who,what for\nWorks,{LONG}\nParks,"{OTHER}"\n')) == [(2, LONG), (3, OTHER)]


def test_a_named_column_is_read_and_a_wrong_name_is_told_with_those_there_are() -> None:
    text = f"office,content\nWorks,{LONG}\n"
    assert rows(table(text, "OFFICE")) == [(2, "Works")]
    assert rows(table(text, "1")) == [(2, "Works")]
    with pytest.raises(RepdiffError, match=r"a\.csv: no column autor\. There are: office, content\."):
        table(text, "autor")


def test_a_table_of_numbers_keeps_its_cells_even_where_a_column_is_called_content() -> None:
    source = table("序号,内容,2020年,2021年\n1,粮食产量,282,281\n2,财政收入,100,105\n")
    assert source.text.split("\n")[1] == "1\t粮食产量\t282\t281"
    assert [mark.what for mark in source.marks if mark.level == 2] == [What.ROW]


def test_a_text_of_several_lines_is_several_paragraphs_of_one_row() -> None:
    source = table(f'id,text\n1,"{LONG}\n\n{OTHER}"\n\n3,{LONG}\n')
    assert rows(source) == [(2, LONG), (2, OTHER), (4, LONG)]
    assert source.number(source.text.rindex("We")) == 4


def test_the_encoding_of_a_table_is_recognised() -> None:
    text = "部门,内容\n发改委,全年完成投资一百亿元，新开工项目二十个。\n教育局,新建学校十所，新增学位五千个。\n"
    for data in (text.encode("gb18030"), b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16")):
        assert rows(read_table(data, Request("a.csv")))[1] == (3, "新建学校十所，新增学位五千个。")


# Comparing


def test_two_tables_are_compared_cell_by_cell_with_the_names_of_row_and_column(tmp_path: Path) -> None:
    old = "Indicator\t2019\t2020\nGrain (tons)\t282\t281\nSchools\t\t1,100\n"
    new = old.replace("281", "289").replace("1,100", "1,150")
    (tmp_path / "a.tsv").write_text(old, encoding="utf-8")
    (tmp_path / "b.tsv").write_text(new, encoding="utf-8")
    told = str(repdiff.compare(read(tmp_path / "a.tsv"), read(tmp_path / "b.tsv")).numbers)
    assert "Grain 2020" in told
    assert "Schools 2020" in told


# Workbooks


def workbook(part: str = "", formula: str = "") -> Source:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Figures"
    for cells in (["Indicator", "2020", "growth"], ["Grain", 282, 0.061], ["secret", 1, 2], ["Roads", 1234.5, 0.05]):
        first.append(cells)
    first.row_dimensions[3].hidden = True
    for at in (2, 4):
        first.cell(at, 2).number_format = "#,##0.0"
        first.cell(at, 3).number_format = "0.0%"
    if formula:
        first["B6"] = formula
    tasks = book.create_sheet("Tasks")
    for cells in (["office", "since", "content"], ["Works", date(2020, 3, 5), LONG], ["Parks", None, OTHER]):
        tasks.append(cells)
    book.create_sheet("Drafts").append(["hidden"])
    book["Drafts"].sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    return read_workbook(stream.getvalue(), Request("a.xlsx", None, part))


def test_sheets_are_read_in_order_below_their_names_as_they_are_shown() -> None:
    source = workbook()
    assert source.text.split("\n") == [
        *("Figures", "Indicator\t2020\tgrowth", "Grain\t282.0\t6.1%", "Roads\t1,234.5\t5.0%", "Tasks", LONG, OTHER),
    ]
    assert [source.quote(mark.span) for mark in source.marks if mark.what is What.HEADING] == ["Figures", "Tasks"]
    assert source.number(source.text.index("Roads")) == 4


def test_hidden_sheets_and_rows_are_left_out_and_told() -> None:
    source = workbook()
    assert [(each.text, each.number) for each in source.left_out] == [("secret\t1\t2", 3), ("hidden", 1)]
    assert any("hidden sheets are left out: Drafts" in note for note in source.notes)
    assert any("hidden rows" in note for note in source.notes)


def test_a_sheet_or_a_column_may_be_named() -> None:
    assert workbook("figures").text.startswith("Indicator\t2020")
    assert workbook("office").text == "Works\nParks"
    with pytest.raises(RepdiffError, match=r"no sheet or column x\. There are: Figures, Tasks, Indicator"):
        workbook("x")


def test_formulas_without_a_value_are_told() -> None:
    assert any(
        "formulas without a saved value are read as empty (1)" in note for note in workbook(formula="=B2+B4").notes
    )


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.061, "0.0%", "6.1%"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (-5, "0;(0)", "(5)"),
        (-1234.5, "_(* #,##0.00_);_(* (#,##0.00);_(@_)", "(1,234.50)"),
        (282, '0"万吨"', "282万吨"),
        (12, "[$¥-804]#,##0.00", "¥12.00"),
        (2.675, "0.00", "2.68"),
        (2, "0.##", "2"),
        (1 / 3, "General", "0.33333333333"),
        (date(2020, 3, 5), 'yyyy"年"m"月"d"日"', "2020年3月5日"),
        (date(2020, 3, 5), "d-mmm-yy", "5-Mar-20"),
        (True, "General", "TRUE"),
        (None, "General", ""),
        (float("nan"), "0", "nan"),
    ],
)
def test_values_are_shown_in_their_formats(value: object, form: str, text: str) -> None:
    assert shown_value(value, form) == text


# Tables as offices write them


def office(year: int, first: str, second: str) -> str:
    return (
        f"Budget of {year},,,\nin million USD,,,\nItem,{year - 1},{year},Growth (%)\n"
        f'Roads (tons),"1,200.0","{first}",{second}\nParks (tons),30.0,(12.5),-3.0\n'
    )


def test_rows_above_the_head_are_no_part_of_the_table(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(office(2023, "1,300.0", "6.0"))
    new.write_text(office(2024, "1,450.0", "7.5"))
    told = str(repdiff.compare(read(old), read(new)).numbers)
    assert "Roads 2023" in told
    assert "Roads Growth" in told
    assert "percent" in told  # the share of a column is no weight, whatever its row is called
    assert "Item" not in told  # years in the head of columns are no measures


def test_a_column_is_called_by_the_head_below_the_title() -> None:
    text = f'Targets of 2023,,\nSource: city office,,\nNo.,Measure,Office\n1,{LONG},Works\n2,"{OTHER}",Parks\n'
    source = table(text, "measure")
    assert rows(source) == [(1, "Targets of 2023"), (2, "Source: city office"), (4, LONG), (5, OTHER)]
    assert source == table(text)
    with pytest.raises(RepdiffError, match="no column Aim") as error:
        table(text, "Aim")
    assert "No., Measure, Office" in str(error.value)


def test_two_columns_of_sentences_are_both_read() -> None:
    text = f"No\tTarget\tResult\n1\tOpen two schools by June.\t{LONG}\n2\tPlant many more trees.\t{OTHER}\n"
    assert "Open two schools by June." in table(text).text
    assert LONG in table(text).text
