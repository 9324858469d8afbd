"""PDF files of many programs: tables without ruled lines, notes at the foot and at the end, titles over columns, lines that run down."""

from typing import Any

from pdf_making import Put, Rule, pdf, set_in

from repdiff.files.request import Request
from repdiff.model.texts import Aside, Source
from repdiff.sources.pdf import read_pdf

VALLEY = (
    "The town will build ten new schools in the valley before the end of the year and mend the bridge over the river."
)
WATER = "The price of water stays as it is for all households, while those who use much of it pay a little more from May on."
BODIES = tuple(f"{' '.join((VALLEY + ' ' + WATER).split()[n:][:20])} {n + 100} times." for n in range(6))
CHINESE = "全市生产总值增长百分之六，粮食产量保持稳定，城镇新增就业五万人，新建改建农村公路一百二十公里。"


def read(*pages: list[Put | Rule], **options: Any) -> Source:
    return read_pdf(pdf(pages, **options), Request("report.pdf"))


def lines(source):
    return source.text.split("\n")


def left_out(source, why):
    return [each.text for each in source.left_out if each.why is why]


def test_rows_of_cells_of_several_lines_are_told_by_their_distances():
    """Cells stand in the middle of their row, as web pages set them: the figures beside the second of three lines."""
    puts = [
        Put(72, 200, "Plant"),
        Put(220, 200, "Power"),
        Put(300, 200, "Output"),
        *(Put(72, 230 + 16 * at, line) for at, line in enumerate(("Heating plant", "of the north,", "with its store"))),
        Put(220, 246, "84"),
        Put(300, 246, "310.4"),
        *(Put(72, 284 + 16 * at, line) for at, line in enumerate(("Wind park on", "the canal"))),
        Put(220, 292, "27"),
        Put(300, 292, "61.2"),
    ]
    source = read(set_in(VALLEY, 72, 100, 300) + puts + set_in(WATER, 72, 340, 300))
    assert lines(source) == [
        VALLEY,
        "Plant\tPower\tOutput",
        "Heating plant of the north, with its store\t84\t310.4",
        "Wind park on the canal\t27\t61.2",
        WATER,
    ]


def test_text_behind_a_table_that_reaches_under_several_columns_is_none_of_its_cells():
    rows = [("区分", "令和4年度", "令和5年度"), ("一般会計", "612億円", "640億円"), ("市債残高", "431億円", "425億円")]
    puts = [
        Put(x, 200 + 18 * at, text) for at, row in enumerate(rows) for x, text in zip((72, 204, 336), row, strict=True)
    ]
    source = read([*puts, Put(72, 278, "持続可能な財政運営に努めてまいります。")])
    assert lines(source) == [*("\t".join(row) for row in rows), "持続可能な財政運営に努めてまいります。"]


def test_figures_beside_names_of_many_lines_are_no_column_of_text():
    puts = []
    for at in range(6):
        y = 100 + 44 * at
        puts += [
            Put(60, y, f"Programme {at} for"),
            Put(60, y + 13, "the roads and bridges"),
            Put(60, y + 26, "of the valley"),
        ]
        puts += [Put(x, y, str(100 * at + x)) for x in (220, 290, 360, 430)]
    assert [line.count("\t") for line in lines(read(puts))] == [4] * 6


def test_a_list_in_a_list_is_no_table():
    puts = [
        *(Put(72, 100 + 16 * at, "•") for at in range(2)),
        Put(90, 100, "Twelve people were hired."),
        Put(90, 116, "Nine people left, of whom"),
        *(Put(100, 132 + 16 * at, "–") for at in range(2)),
        Put(120, 132, "five retired and"),
        Put(120, 148, "four found other work."),
    ]
    assert lines(read(puts)) == [
        "• Twelve people were hired.",
        "• Nine people left, of whom",
        "– five retired and",
        "– four found other work.",
    ]


def test_wide_marks_before_a_gap_part_no_cells():
    text = ("全市坚持稳中求进工作总基调，", "统筹推进各项工作，", "经济社会发展取得新成效，")
    puts = [Put(x, 100 + 20 * at, part) for at in range(4) for x, part in zip((72, 240, 352), text, strict=True)]
    assert "\t" not in read(puts).text


def test_a_short_title_over_both_columns_parts_what_is_read_before_it():
    def half(x: float, y: float, what: str) -> list[Put]:
        return [Put(x, y + 14 * at, f"{what} line {at} goes on and on here") for at in range(6)]

    upper = half(60, 100, "first") + half(320, 100, "second")
    lower = half(60, 240, "third") + half(320, 240, "fourth")
    text = read([*upper, Put(60, 205, "Chapter two of it", 16, True), *lower]).text
    order = [text.index(word) for word in ("first", "second", "Chapter", "third", "fourth")]
    assert order == sorted(order)


def test_notes_in_type_of_the_text_below_a_short_rule_are_footnotes():
    text = set_in(VALLEY, 72, 100, 300)
    mark = Put(text[-1].x + len(text[-1].text) * 5.5, text[-1].y - 4, "1", 7)
    note = [Rule(72, 740, 190, 740), Put(72, 752, "1", 7), Put(80, 756, "Own count of the town.")]
    source = read([*text, mark, *note])
    assert source.text == f"{VALLEY}¹"
    assert left_out(source, Aside.FOOTNOTE) == ["¹ Own count of the town."]


def test_notes_at_the_end_below_a_rule_are_left_out_where_the_text_refers_to_each():
    def marked_text(text: str, number: str) -> list[Put]:
        puts = set_in(text, 72, 100, 300)
        return [*puts, Put(puts[-1].x + len(puts[-1].text) * 5.5, puts[-1].y - 4, number, 7)]

    notes = [Rule(72, 300, 372, 300), Put(72, 320, "1. Own count."), Put(72, 336, "2. As the council said.")]
    source = read(marked_text(VALLEY, "1"), [*marked_text(WATER, "2"), *notes])
    assert lines(source) == [f"{VALLEY}¹", f"{WATER}²"]
    assert left_out(source, Aside.FOOTNOTE) == ["1. Own count.\n2. As the council said."]
    assert "1. Own count." in read(set_in(VALLEY, 72, 100, 300), [*set_in(WATER, 72, 100, 300), *notes]).text


def test_a_narrow_blank_in_a_title_of_a_script_without_blanks_is_one():
    assert read([Put(72, 100, "第一章", 14), Put(72 + 3 * 14 + 5, 100, "基本方针", 14)]).text == "第一章 基本方针"


def test_text_that_pages_repeat_closely_above_their_text_stays():
    pages = [
        [
            Put(72, 40, "Report of the town"),
            Put(72, 80, "and the same line begins all of these pages"),
            *set_in(BODIES[n], 72, 96, 300),
        ]
        for n in range(4)
    ]
    source = read(*pages)
    assert left_out(source, Aside.RUNNING_HEAD) == ["Report of the town"] * 4
    assert source.text.count("the same line begins") == 4


def test_the_number_of_the_only_page_is_left_out():
    source = read([*set_in(VALLEY, 72, 100, 300), Put(290, 800, "1")])
    assert source.text == VALLEY
    assert source.notes == ("report.pdf was read from a PDF of one page: check quotations against it.",)


def test_lines_from_top_to_bottom_are_read_from_the_right():
    """Marks stand in the upper right corner of their squares. The blank keeps pdfium from dropping letters that stand alone."""
    puts = [
        Put(300 - 18 * at + (6 if char == "，" else 0), 100 + 12 * n, f"{char} ", 12)
        for at, column in enumerate((CHINESE[:20], CHINESE[20:40]))
        for n, char in enumerate(column)
    ]
    assert read(puts).text == CHINESE[:40]
