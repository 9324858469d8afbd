"""PDF files: what their pages say, in the order in which it is read, and nothing that they only repeat."""

import time
import unicodedata
from collections import Counter
from typing import Any

import pytest
from pdf_making import A4, Put, Rule, pdf, set_in, written

from repdiff.files.request import Request
from repdiff.model.errors import RepdiffError
from repdiff.model.texts import Aside, Placing, Source, What
from repdiff.sources.pdf import read_pdf

VALLEY = (
    "We will build ten new schools in the valley before the end of the year and repair the old bridge over the river "
    "so that buses can cross it again."
)
WATER = (
    "The price of water stays as it is for all households, while large users pay a little more, as the council decided "
    "in its last session of March."
)
FOREST = (
    "Forests on both sides of the river are looked after by four new wardens, who count the trees that fell in storms "
    "and plant young ones where the ground allows it."
)
BODIES = tuple(f"{' '.join((VALLEY + ' ' + WATER).split()[n:][:20])} {n + 100} times." for n in range(6))
CHINESE = (
    "全市生产总值增长百分之六，粮食产量保持稳定，城镇新增就业五万人，新建改建农村公路一百二十公里，群众出行更加方便。"
)


def read(*pages: list[Put | Rule], **options: Any) -> Source:
    return read_pdf(pdf(pages, **options), Request("report.pdf"))


def lines(source):
    return source.text.split("\n")


def marked(source, what):
    return [source.quote(mark.span) for mark in source.marks if mark.what is what]


def left_out(source, why):
    return [each.text for each in source.left_out if each.why is why]


def below(puts, gap=30):
    return max(put.y for put in puts) + gap


def test_a_paragraph_goes_on_over_its_lines_and_begins_at_a_gap():
    first = set_in(VALLEY, 72, 100, 300)
    assert lines(read(first + set_in(WATER, 72, below(first), 300))) == [VALLEY, WATER]


def test_first_lines_that_are_indented_begin_paragraphs():
    first = set_in(VALLEY, 72, 100, 300, indent=22)
    second = set_in(WATER, 72, below(first, 16), 300, indent=22)
    assert lines(read(first + second + set_in(FOREST, 72, below(second, 16), 300, indent=22))) == [
        VALLEY,
        WATER,
        FOREST,
    ]


def test_lines_of_scripts_without_blanks_are_joined_without():
    first = set_in(CHINESE, 72, 100, 220, indent=22)
    assert lines(read(first + set_in(CHINESE[::-1], 72, below(first, 16), 220, indent=22))) == [CHINESE, CHINESE[::-1]]


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_pages_are_told():
    puts = set_in(f"{VALLEY} {WATER} {FOREST}", 72, 700, 300)
    first = [put for put in puts if put.y < 760]
    rest = [put._replace(y=put.y - puts[len(first)].y + 80) for put in puts[len(first) :]]
    source = read(first, rest)
    assert lines(source) == [f"{VALLEY} {WATER} {FOREST}"]
    assert source.places is Placing.PAGES
    assert source.number(0) == 1
    assert source.number(len(source.text) - 5) == 2
    assert source.quote(next(m.span for m in source.marks if m.level == 2)).startswith(rest[0].text)


def test_running_heads_and_page_numbers_are_left_out_and_told():
    pages = [
        [
            Put(200, 40, "Annual report 2024"),
            *set_in(BODIES[n], 72, 100, 300),
            Put(280, 800, f"- {n + 1} -"),
        ]
        for n in range(5)
    ]
    source = read(*pages)
    assert lines(source) == list(BODIES[:5])
    assert left_out(source, Aside.RUNNING_HEAD) == ["Annual report 2024"] * 5
    assert left_out(source, Aside.PAGE_NUMBER) == [f"- {n} -" for n in range(1, 6)]
    assert [each.number for each in source.left_out] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert source.notes == ("report.pdf was read from a PDF of 5 pages: check quotations against them.",)


@pytest.mark.parametrize("form", ["{n}", "第{n}页 共6页", "{n}/6", "Page {n} of 6", "{roman}"])
def test_page_numbers_of_all_kinds_are_left_out(form):
    roman = ["i", "ii", "iii", "iv", "v", "vi"]
    feet = [form.format(n=n + 1, roman=roman[n]) for n in range(6)]
    pages = [[*set_in(BODIES[n], 72, 100, 300), Put(280 if n % 2 else 90, 800, foot)] for n, foot in enumerate(feet)]
    source = read(*pages)
    assert left_out(source, Aside.PAGE_NUMBER) == feet
    assert not any(foot in lines(source) for foot in feet)


def test_a_line_that_only_looks_like_the_others_at_the_head_of_its_page_stays():
    pages = [set_in(f"{n} {name} {VALLEY}", 72, 100, 300) for n, name in ((7, "wells"), (12, "mills"), (15, "weirs"))]
    assert not read(*pages).left_out


def test_columns_are_read_one_after_the_other_and_a_heading_over_both_first():
    left = set_in(f"{VALLEY} {WATER}", 60, 140, 200)
    right = set_in(f"{FOREST} {VALLEY}", 320, 140, 200)
    source = read([Put(60, 90, "Work of the past year and what is planned for the next", 16, True), *left, *right])
    assert lines(source)[0] == "Work of the past year and what is planned for the next"
    assert lines(source)[1].startswith(VALLEY)
    assert lines(source)[-1].endswith(VALLEY)
    assert source.text.index(WATER) < source.text.index(FOREST)


def test_items_hang_and_stay_apart():
    puts = []
    for text in (VALLEY, WATER, "Short one"):
        body = set_in(text, 90, below(puts, 16) if puts else 100, 250)
        puts += [Put(72, body[0].y, "•"), *body]
    source = read(puts)
    assert lines(source) == [f"• {VALLEY}", f"• {WATER}", "• Short one"]
    assert marked(source, What.ITEM) == lines(source)


def test_a_number_at_the_beginning_of_a_line_is_no_item_in_the_middle_of_a_sentence():
    puts = [
        Put(72, 100, "The council met for the first time in the year"),
        Put(72, 116, "12. It had been chosen in May by all."),
    ]
    assert len(lines(read(puts))) == 1


def test_hyphens_at_line_ends_go_where_the_document_knows_the_whole_word():
    puts = [
        Put(72, 100, "The programme has many low-cost homes and its develop-"),
        Put(72, 116, "ment goes on with more of the homes that are low-"),
        Put(72, 132, "cost for all, and the development of the region."),
    ]
    assert "its development goes on" in read(puts).text
    assert "are low-cost for all" in read(puts).text


def test_ruled_tables_become_rows_of_cells():
    rows = [
        ("Indicator", "2023", "2024"),
        ("New roads, among them those of the valley", "45.5", "48.1"),
        ("Schools", "12", "14"),
    ]
    xs, y, puts = (72, 220, 300, 380), 100, []
    for name, *numbers in rows:
        cell = set_in(name, 76, y + 14, 130)
        puts += [
            Rule(xs[0], y, xs[-1], y),
            *cell,
            *(Put(x + 4, y + 14, n) for x, n in zip(xs[1:], numbers, strict=False)),
        ]
        y += 8 + 16 * len(cell)
    puts += [Rule(xs[0], y, xs[-1], y), *(Rule(x, 100, x, y) for x in xs)]
    source = read([*puts, *set_in(VALLEY, 72, y + 40, 300)])
    assert lines(source) == ["\t".join(row) for row in rows] + [VALLEY]
    assert marked(source, What.CELL) == [cell for row in rows for cell in row]


def test_tables_without_rules_are_known_by_where_their_cells_stand():
    rows = [
        ("Programme", "Planned", "Spent"),
        ("Roads and bridges", "1,200", "1,150"),
        ("Schools", "900", "905"),
        ("Health", "300", "320"),
    ]
    puts = [
        Put(x, 200 + 18 * at, text) for at, row in enumerate(rows) for x, text in zip((72, 220, 300), row, strict=True)
    ]
    source = read(set_in(VALLEY, 72, 100, 300) + puts)
    assert lines(source) == [VALLEY, *("\t".join(row) for row in rows)]


def test_footnotes_are_left_out_and_their_marks_are_raised_figures():
    text = set_in(VALLEY, 72, 100, 300)
    last = text[-1]
    mark = Put(last.x + len(last.text) * 5.5, last.y - 4, "1", 7)
    note = [Rule(72, 740, 150, 740), Put(72, 752, "1", 6), Put(78, 755, "As the council said in May.", 8)]
    source = read([*text, mark, *note])
    assert source.text == f"{VALLEY}¹"
    assert [each.text.lstrip("1¹ ") for each in source.left_out if each.why is Aside.FOOTNOTE] == [
        "As the council said in May."
    ]


def test_small_type_without_a_mark_stays():
    small = [Put(72, 700, "Printed in small type for no reason at all.", 8)]
    assert "no reason" in read(set_in(VALLEY, 72, 100, 300) + small).text


def test_contents_pages_are_left_out():
    entries = [
        f"{n}. Chapter of {what} {'.' * 40} {n * 3}" for n, what in enumerate(("roads", "schools", "water", "woods"), 1)
    ]
    contents = [Put(72, 80, "Contents", 16), *(Put(72, 120 + 18 * at, entry) for at, entry in enumerate(entries))]
    source = read(contents, set_in(VALLEY, 72, 100, 300))
    assert source.text == VALLEY
    assert left_out(source, Aside.CONTENTS) == ["Contents", *entries]


def test_headings_are_larger_or_named_by_the_outline():
    def page(text: str, title: str, size: float) -> list[Put]:
        return [Put(72, 80, title, size, size > 11), *set_in(text, 72, 120, 300)]

    source = read([Put(72, 50, "The Year", 20), *page(VALLEY, "Schools", 14)], page(WATER, "Water", 14))
    levels = [(source.quote(m.span), m.level) for m in source.marks if m.what is What.HEADING]
    assert levels == [("The Year", 1), ("Schools", 2), ("Water", 2)]
    named = read(page(VALLEY, "Schools", 11), page(WATER, "Water", 11), outline=[("Schools", 0, 1), ("Water", 1, 1)])
    assert marked(named, What.HEADING) == ["Schools", "Water"]


def test_bold_words_and_sentences_in_the_text_are_no_headings():
    puts = [Put(72, 100, "Everything is new.", 11, True), *set_in(VALLEY, 72, 116, 300)]
    assert not marked(read(puts), What.HEADING)


def test_bold_letters_that_are_drawn_twice_stand_once():
    twice = [Put(72.3, 100, "Schools and roads"), Put(72, 100, "Schools and roads")]
    assert read(twice).text == "Schools and roads"


def test_ligatures_are_letters():
    assert read([Put(72, 100, "oﬃcial ﬁgures ﬂow")]).text == "official figures flow"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_text_is_read(turn):
    starts = {90: (100, 700), 180: (500, 500), 270: (300, 100)}
    step = {90: (16, 0), 180: (0, -16), 270: (-16, 0)}
    puts = []
    for at, put in enumerate(set_in(VALLEY, 0, 0, 300)):
        (x, y), (dx, dy) = starts[turn], step[turn]
        puts.append(put._replace(x=x + at * dx, y=y + at * dy, turn=turn))
    assert read(puts).text == VALLEY


def test_pages_that_are_shown_turned_are_read():
    assert read(set_in(VALLEY, 72, 100, 300), rotate=90).text == VALLEY


def test_text_from_right_to_left_is_read_in_its_order():
    words = "בשנה הבאה תפתח העירייה 12 גני ילדים".split()
    x, puts = 400.0, []
    for word in words:  # as programs write it: each word backwards, from the right
        drawn = word if word.isdecimal() else word[::-1]
        x -= 5.5 * len(word)
        puts.append(Put(x, 100, drawn))
        x -= 4
    assert read(puts).text == " ".join(words)


def test_letters_that_their_font_does_not_tell_are_counted():
    source = read([Put(72, 100, "Schoolz")], unmapped="z")
    assert source.text == "School\ufffd"
    assert "one letter could not be read" in source.notes[1]


def test_invisible_text_under_a_scan_is_read():
    assert read([put._replace(mode=3) for put in set_in(VALLEY, 72, 100, 300)]).text == VALLEY


def test_pages_without_text_are_told():
    source = read(set_in(VALLEY, 72, 100, 300), [], [])
    assert "2 of 3 pages hold no text that can be read (p. 2-3;" in source.notes[1]


def letters(text):
    return Counter(unicodedata.normalize("NFKC", "".join(char for char in text if char.isalnum())))


def test_every_letter_of_a_page_is_in_the_text_or_left_out():
    pages = [
        [
            Put(60, 40, "Head of all pages"),
            *set_in(f"{VALLEY} {WATER}", 60, 140, 200),
            *set_in(f"{FOREST} {CHINESE}", 320, 140, 200),
            *(Put(60 + 90 * (at % 3), 500 + 18 * (at // 3), f"cell{at}") for at in range(12)),
            Put(20, 300, "beside", turn=90),
            Put(60, 760, "1 A note at the foot of it", 8),
            Put(280, 810, str(n)),
        ]
        for n in (1, 2, 3)
    ]
    source = read(*pages)
    given = letters("".join(put.text for page in pages for put in page))
    assert letters(source.text + "".join(each.text for each in source.left_out)) == given


LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (b"5a" * 32, b"a5" * 32)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\nnothing", "broken"),
        (b"hello", "no PDF"),
        (pdf([]), "no page"),
        (pdf([[Rule(0, 0, 100, 100)]]), "holds no text"),
        (pdf([[Put(60, 60, "Secret")]]).replace(b"trailer <<", b"trailer << " + LOCKED), "needs a password"),
    ],
)
def test_what_cannot_be_read_is_said(data, said):
    with pytest.raises(RepdiffError, match=said):
        read_pdf(data, Request("report.pdf"))


def test_a_page_tree_that_lies_about_its_size_takes_no_time():
    for count in (1_000_000, 2_000_000_000):
        tree = b"<< /Type /Pages /Count %d /Kids [3 0 R] >>" % count
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
        start = time.perf_counter()
        with pytest.raises(RepdiffError):
            read_pdf(written([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page]), Request("report.pdf"))
        assert time.perf_counter() - start < 5


def test_a_page_of_too_many_letters_is_refused():
    line = "x" * 2000
    with pytest.raises(RepdiffError, match="more than"):
        read([Put(0, at * 7, line, 0.5) for at in range(110)], size=A4)
