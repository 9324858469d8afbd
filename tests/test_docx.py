"""Word files: what of them is read, what is left out, and how."""

import pytest
from word_files import field, formula, item, level, lists, p, row, run, sign, style, styled, table, tc, word

import repdiff
from repdiff import Source, What
from repdiff.files.request import Request
from repdiff.model.texts import Aside
from repdiff.sources.docx import read_docx

HEADINGS = style("a1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style("a2", "heading 2", based="a1")


def read(body: str, **parts: str) -> Source:
    return read_docx(word(body, **parts), Request("a.docx"))


def lines(body: str, **parts: str) -> list[str]:
    return read(body, **parts).text.split("\n")


def marked(source: Source, what: What) -> list[tuple[int, str]]:
    return [(mark.level, source.quote(mark.span)) for mark in source.marks if mark.what is what]


def left_out(source: Source) -> list[tuple[str, str, int]]:
    return [(each.why.value, each.text, each.span.start) for each in source.left_out]


# Paragraphs and runs


def test_a_paragraph_is_a_line_and_its_runs_are_one_text() -> None:
    assert lines(p(inside=run("The ci") + run("ty grew", "<w:b/>") + run(".")) + p() + p("Next.")) == [
        "The city grew.",
        "Next.",
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:tab/><w:t>3</w:t></w:r>", "one\ttwo\t3"),
        ("<w:r><w:t>One.</w:t><w:br/><w:t>Two.</w:t><w:cr/><w:t>Three.</w:t></w:r>", "One.\nTwo.\nThree."),
        ("<w:r><w:t>a line that only</w:t><w:br/><w:t>goes on</w:t></w:r>", "a line that only goes on"),
        ('<w:r><w:t>One.</w:t><w:br w:type="page"/><w:t>Two.</w:t></w:r>', "One.\nTwo."),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>eration</w:t></w:r>", "co-operation"),
        ("<w:r><w:t>co\u00adoperation</w:t></w:r>", "cooperation"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5 %</w:t></w:r>', "≥5 %"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> done</w:t></w:r>', "✓ done"),
        (run("10") + run("5", '<w:vertAlign w:val="superscript"/>') + run(" people"), "10⁵ people"),
        (run("It grew.") + run("3", '<w:vertAlign w:val="superscript"/>'), "It grew.³"),
        (run("the 1") + run("st", '<w:vertAlign w:val="superscript"/>') + run(" year"), "the 1st year"),
        (run("small capitals", "<w:caps/>"), "small capitals"),
        (f'<w:hyperlink r:id="r1">{run("the site")}</w:hyperlink>', "the site"),
        (f'<w:smartTag w:element="x">{run("Paris")}</w:smartTag>', "Paris"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('controlled')}</w:sdtContent></w:sdt>", "controlled"),
        (f"<w:r><w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>", "漢"),
        (f"<m:oMath>{formula('E=m')}<m:sSup><m:e>{formula('c')}</m:e><m:sup>{formula('2')}</m:sup></m:sSup></m:oMath>", "E=mc²"),
        (f"<m:oMath><m:f><m:num>{formula('1')}</m:num><m:den>{formula('2')}</m:den></m:f></m:oMath>", "1/2"),
        (f'{run("See ")}{field("REF a", "section 3")}{run(".")}', "See section 3."),
        (f'<w:fldSimple w:instr="HYPERLINK x">{run("link")}</w:fldSimple>', "link"),
        (field("EQ \\o\\ac(○,3)") + run("项"), "③项"),
    ],
)  # fmt: skip
def test_what_a_run_shows(inside: str, text: str) -> None:
    assert read(p(inside=inside)).text == text


def test_a_large_first_letter_belongs_to_its_word() -> None:
    assert lines(p("T", '<w:framePr w:dropCap="drop" w:lines="3"/>') + p("he city grew.")) == ["The city grew."]


def test_tabs_behind_a_written_number_are_blanks() -> None:
    assert lines(p(inside="<w:r><w:t>1.</w:t><w:tab/><w:t>We collect data.</w:t></w:r>")) == ["1. We collect data."]


# Headings


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Heading1", "heading 1"),
        ("a3", "标题 1"),
        ("berschrift1", "Überschrift 1"),
        ("10", "Заголовок 1"),
        ("x", "見出し 1"),
        ("t", "Titre 1"),
    ],
)
def test_a_heading_is_known_by_the_name_of_its_style_in_any_language(key: str, name: str) -> None:
    source = read(styled("Results", key) + p("Text."), styles=style(key, name))
    assert marked(source, What.HEADING) == [(1, "Results")]


def test_a_heading_is_known_by_its_outline_through_the_styles_it_is_based_on() -> None:
    styles = (
        HEADINGS
        + style("own", "My style", based="a2")
        + style("Body", "Body Text", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "a1")
    )
    body = (
        styled("One", "a1")
        + styled("Two", "own")
        + p("Three", '<w:outlineLvl w:val="2"/>')
        + styled("no", "Body")
        + styled("no", "a1", '<w:outlineLvl w:val="9"/>')
    )
    assert marked(read(body, styles=styles), What.HEADING) == [(1, "One"), (2, "Two"), (3, "Three")]


def test_a_style_of_headings_without_a_level_is_the_highest_and_makes_none_of_those_based_on_it() -> None:
    styles = style("H", "Heading") + style("C", "Caption", based="H")
    assert marked(read(styled("One", "H") + styled("Two", "C"), styles=styles), What.HEADING) == [(1, "One")]


def test_styles_that_are_based_on_each_other_end() -> None:
    assert read(styled("One", "a"), styles=style("a", "A", based="b") + style("b", "B", based="a")).text == "One"


def test_a_heading_of_two_lines_is_one() -> None:
    body = p(inside="<w:r><w:t>Report</w:t><w:br/><w:t>for 2020</w:t></w:r>", properties='<w:outlineLvl w:val="0"/>')
    assert marked(read(body), What.HEADING) == [(1, "Report for 2020")]


# Numbering


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("decimal", "%1.", ["1. a", "2. a", "3. a"]),
        ("upperRoman", "%1.", ["I. a", "II. a", "III. a"]),
        ("lowerRoman", "(%1)", ["(i) a", "(ii) a", "(iii) a"]),
        ("upperLetter", "%1)", ["A) a", "B) a", "C) a"]),
        ("lowerLetter", "%1)", ["a) a", "b) a", "c) a"]),
        ("chineseCounting", "%1、", ["一、a", "二、a", "三、a"]),
        ("chineseCountingThousand", "（%1）", ["（一）a", "（二）a", "（三）a"]),
        ("japaneseCounting", "第%1章", ["第一章a", "第二章a", "第三章a"]),
        ("ideographTraditional", "%1、", ["甲、a", "乙、a", "丙、a"]),
        ("decimalEnclosedCircle", "%1", ["① a", "② a", "③ a"]),
        ("decimalZero", "%1.", ["01. a", "02. a", "03. a"]),
        ("russianLower", "%1)", ["а) a", "б) a", "в) a"]),
        ("none", "", ["a", "a", "a"]),
        ("nobody knows", "%1.", ["1. a", "2. a", "3. a"]),
        ("bullet", "\uf0b7", ["• a", "• a", "• a"]),
        ("bullet", "–", ["– a", "– a", "– a"]),
    ],
)
def test_automatic_numbers_stand_in_front_as_a_reader_sees_them(form: str, text: str, labels: list[str]) -> None:
    assert lines(item("a") * 3, numbering=lists(level(0, form, text))) == labels


def test_a_circled_number_has_a_gap_only_where_its_sign_is_narrow() -> None:
    more = '<w:suff w:val="nothing"/>'
    assert lines(item("a"), numbering=lists(level(0, "decimal", "%1.", more))) == ["1.a"]


def test_numbers_of_several_levels_restart_below_a_higher_one() -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)"))
    body = "".join(item("x", level=at) for at in (0, 1, 1, 2, 0, 1, 2))
    assert lines(body, numbering=lists(*levels)) == ["1 x", "1.1 x", "1.2 x", "a) x", "2 x", "2.1 x", "a) x"]


def test_a_level_may_go_on_counting_and_show_only_figures() -> None:
    levels = (level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>'))
    body = "".join(item("x", level=at) for at in (0, 1, 0, 1))
    assert lines(body, numbering=lists(*levels)) == ["I x", "1.1 x", "II x", "2.2 x"]


def test_a_list_may_start_anew_or_at_another_number() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    shared = '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    letters = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1.")}</w:lvlOverride>'
    own = f'<w:num w:numId="4"><w:abstractNumId w:val="1"/>{letters}</w:num>'
    numbering = lists(level(0, "decimal", "%1.", start=5)) + again + shared + own
    body = item("a") + item("b") + item("c", 2) + item("d", 3) + item("e", 4)
    assert lines(body, numbering=numbering) == ["5. a", "6. b", "1. c", "2. d", "c. e"]


def test_a_deeper_level_first_counts_the_levels_above_it() -> None:
    assert lines(item("x", level=1), numbering=lists(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))) == [
        "1.1 x"
    ]


def test_numbering_that_stands_only_in_styles() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("h1", "heading 1", numbered) + style("h2", "heading 2", numbered)
    levels = (
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'),
    )
    body = (
        styled("总体要求", "h1")
        + styled("基本原则", "h2")
        + styled("工作重点", "h1")
        + styled("前言", "h1", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    source = read(body, styles=styles, numbering=lists(*levels))
    assert source.text.split("\n") == ["一、总体要求", "（一）基本原则", "二、工作重点", "前言"]
    assert marked(source, What.HEADING) == [
        (1, "一、总体要求"),
        (2, "（一）基本原则"),
        (1, "二、工作重点"),
        (1, "前言"),
    ]


def test_a_list_that_only_names_a_style_of_lists() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>' + lists(level(0, "upperLetter", "%1."))
    )
    styles = style("L", "List", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    assert lines(item("x", 9) * 2, numbering=numbering, styles=styles) == ["A. x", "B. x"]


def test_a_bullet_of_a_font_of_signs_and_one_that_is_a_picture() -> None:
    wings = level(0, "bullet", "l", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')
    assert lines(item("x"), numbering=lists(wings)) == ["● x"]
    assert lines(item("x"), numbering=lists(level(0, "bullet", "", '<w:lvlPicBulletId w:val="0"/>'))) == ["• x"]
    assert lines(item("x"), numbering=lists(level(0, "bullet", "o"))) == ["• x"]


def test_items_are_marked_and_numbered_lines_may_be_headings_where_the_file_marks_none() -> None:
    numbering = lists(level(0, "decimal", "%1."), level(1, "bullet", "•"))
    body = item("First") + item("Second", level=1)
    assert marked(read(body, numbering=numbering), What.ITEM) == [(2, "• Second")]
    source = read(styled("Top", "a1") + body, numbering=numbering, styles=HEADINGS)
    assert marked(source, What.ITEM) == [(1, "1. First"), (2, "• Second")]


# What is left out


def test_tracked_changes_are_read_as_accepted() -> None:
    inside = run("We ") + f"<w:del>{run('will').replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"
    inside += (
        f"<w:ins>{run('shall')}</w:ins>"
        + run(" pay.")
        + f"<w:moveFrom>{run(' Gone.')}</w:moveFrom><w:moveTo>{run(' Come.')}</w:moveTo>"
    )
    source = read(p(inside=inside))
    assert source.text == "We shall pay. Come."
    assert left_out(source) == [("hidden", "will", 3), ("hidden", " Gone.", 13)]
    assert "tracked changes" in source.notes[0]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    assert lines(p("One ", "<w:rPr><w:del/></w:rPr>") + p("and two.") + p("Three.")) == ["One and two.", "Three."]


def test_hidden_text_is_left_out_by_run_and_by_style() -> None:
    styles = style("h", "Hidden", "<w:rPr><w:vanish/></w:rPr>") + style(
        "c", "Secret", "<w:rPr><w:vanish/></w:rPr>", kind="character"
    )
    inside = (
        run("Seen")
        + run("one", "<w:vanish/>")
        + run("two", '<w:rStyle w:val="c"/>')
        + run(" too", '<w:vanish w:val="0"/>')
    )
    source = read(p(inside=inside) + styled("three", "h"), styles=styles)
    assert source.text == "Seen too"
    assert left_out(source) == [("hidden", "onetwo", 4), ("hidden", "three", 8)]
    assert "hidden text" in source.notes[0]


def test_comments_and_notes_are_left_out_and_their_marks_are_no_numbers() -> None:
    inside = (
        run("In 2020")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + run(" we grew")
        + '<w:r><w:endnoteReference w:id="3"/></w:r>'
    )
    inside += '<w:r><w:commentReference w:id="4"/></w:r>' + run(".")
    inside += '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>'
    footnotes = f'<w:footnote w:type="separator" w:id="0">{p("no")}</w:footnote>'
    footnotes += f'<w:footnote w:id="2">{p("By count.")}</w:footnote><w:footnote w:id="5">{p("Star.")}</w:footnote>'
    source = read(
        p(inside=inside),
        footnotes=footnotes,
        endnotes=f'<w:endnote w:id="3">{p("Later.")}</w:endnote>',
        comments=f'<w:comment w:id="4">{p("Sure?")}</w:comment>',
    )
    assert source.text == "In 2020 we grew."
    assert left_out(source) == [
        ("footnote", "By count.", 7),
        ("footnote", "Later.", 15),
        ("comment", "Sure?", 15),
        ("footnote", "Star.", 16),
    ]


def test_the_number_of_a_page_is_one_where_none_was_saved() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    number = f"{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{end}"
    source = read(p("Text."), footer=p(inside=run("— ") + number + run(" —")))
    assert [each.why for each in source.left_out] == [Aside.PAGE_NUMBER]


def test_headers_and_footers_are_left_out_once() -> None:
    footer = p(inside=run("Page ") + field("PAGE", "3") + run(" of ") + field("NUMPAGES", "9"))
    source = read(p("Text."), header=p("City report 2020"), footer=footer)
    assert (source.text, left_out(source)) == (
        "Text.",
        [("running head", "City report 2020", 0), ("page number", "Page 3 of 9", 0)],
    )


def test_a_contents_page_is_left_out_by_field_style_or_control() -> None:
    styles = HEADINGS + style("T1", "toc 1") + style("T0", "TOC Heading")
    by_style = styled("Contents", "T0") + styled("Aims 3", "T1")
    named = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    gallery = f"<w:sdt>{named}<w:sdtContent>{p('Contents')}{p('Aims 3')}</w:sdtContent></w:sdt>"
    by_field = p(inside=field("TOC x", "Aims 3", ended=False)) + p("Means 5") + p(inside=sign("end"))
    for contents in (by_style, gallery, by_field):
        source = read(contents + styled("Aims", "a1") + p("Text."), styles=styles)
        assert source.text == "Aims\nText."
        assert {each.why for each in source.left_out} == {Aside.CONTENTS}


def test_a_field_that_never_ends_swallows_no_document() -> None:
    unended = p(inside=field("TOC x", "Aims 3", ended=False))
    assert lines(unended + styled("Aims", "a1") + p("Text."), styles=HEADINGS) == ["Aims", "Text."]
    assert lines(p(inside="<w:r><w:fldChar w:fldCharType='begin'/></w:r>") + p("Text.")) == ["Text."]


def test_what_only_asks_to_be_filled_in_is_left_out() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    source = read(p(inside=run("Name: ") + control))
    assert (source.text, left_out(source)) == ("Name:", [("navigation", "Click here", 5)])


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    newer = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    older = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    drawn = f"<w:r><mc:AlternateContent>{newer}{older}</mc:AlternateContent></w:r>"
    assert lines(p(inside=run("Around.") + f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"))[1:] == [
        "In a box."
    ]
    assert lines(p(inside=run("Around.") + drawn)) == ["Around.", "In a box."]


def test_parts_in_other_files_are_told() -> None:
    assert "other files" in read(p("Text.") + '<w:altChunk r:id="x"/>').notes[0]
    assert "1 charts or diagrams" in read(p("Text."), chart="").notes[0]


# Tables


def test_the_cells_of_a_row_stand_in_one_line_with_a_place_for_each() -> None:
    wide = tc(p("2020"), '<w:gridSpan w:val="2"/>')
    source = read(
        p("Above.") + table(row("Name", wide), row("Grain", "282", "2.1%"), row(tc(p(), "<w:vMerge/>"), "281", ""))
    )
    assert source.text.split("\n") == ["Above.", "Name\t2020\t", "Grain\t282\t2.1%", "\t281\t"]
    assert [text for _, text in marked(source, What.CELL)] == ["Name", "2020", "Grain", "282", "2.1%", "281"]


def test_a_cell_that_holds_text_is_a_paragraph_below_its_row() -> None:
    text = "We will build more. And we will pay for it."
    assert lines(table(row("Schools", "10", text), row("Roads", "5", "none"))) == [
        "Schools\t10\t",
        text,
        "Roads\t5\tnone",
    ]


def test_a_table_that_lays_out_a_page_is_none() -> None:
    framed = table(row(tc(p("Framed text. And more of it.") + p("Second."))))
    nested = table(row(tc(table(row("a", "1"), row("b", "2"))), "side"))
    assert (lines(framed), read(framed).marks) == (["Framed text. And more of it.", "Second."], ())
    assert lines(nested) == ["a\t1", "b\t2", "side"]
    headed = read(table(row(tc(styled("Aims", "a1") + p("Text.")), "side")), styles=HEADINGS)
    assert marked(headed, What.HEADING) == [(1, "Aims")]


def test_rows_that_are_hidden_or_deleted_are_left_out() -> None:
    source = read(
        table(
            row("a", "1"), row("b", "2", properties="<w:del/>"), row("c", "3", properties="<w:hidden/>"), row("d", "4")
        )
    )
    assert source.text == "a\t1\nd\t4"
    assert [text for _, text, _ in left_out(source)] == ["b", "2", "c", "3"]


# Other programs


def test_strict_files_are_read_too() -> None:
    source = read_docx(word(styled("Aims", "a1") + p("Text."), strict=True, styles=HEADINGS), Request("a.docx"))
    assert (source.text, marked(source, What.HEADING)) == ("Aims\nText.", [(1, "Aims")])


def test_places_are_paragraphs() -> None:
    source = read(p("One.") + p() + p("Two."))
    assert (source.places, source.number(5), source.kind) == ("paragraph", 2, "docx")


def test_numbers_of_a_table_are_called_by_heads_of_two_rows_and_by_merged_names() -> None:
    def report(grain: str, area: str) -> str:
        heads = row("Name", tc(p("2020"), '<w:gridSpan w:val="2"/>')) + row(tc(p(), "<w:vMerge/>"), "plan", "actual")
        figures = table(heads, row("Grain (tons)", "280", grain), row("Roads (km)", "50", "52"))
        merged = table(
            row(tc(p("Farms"), '<w:vMerge w:val="restart"/>'), "area (hectares)", area),
            row(tc(p(), "<w:vMerge/>"), "herds", "12"),
        )
        return p("The city tells its figures in the table below.") + figures + p("And in this one.") + merged

    pair = [read(report("282", "100")), read(report("289", "120"))]
    told = str(repdiff.compare(*pair).numbers)
    for name in ("Grain 2020 actual", "Grain 2020 plan", "Farms area", "Farms herds"):
        assert name in told


def test_a_list_of_the_titles_of_chapters_is_a_contents_page_where_it_is_called_so() -> None:
    titles = ("Roads and bridges", "Parks", "Schools for all", "Water")
    bullet = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    numbering = bullet + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    text = "The city spent more than in the year before. It will go on to do so until the end of the next year."
    chapters = "".join(p(title, '<w:outlineLvl w:val="0"/>') + p(text) for title in titles)
    source = read(p("Contents") + "".join(map(item, titles)) + chapters, numbering=numbering)
    document = repdiff.cut_document(source)
    assert [each.why for each in document.source.left_out] == [Aside.CONTENTS]
    others = read(p("City report") + "".join(map(item, titles)) + chapters, numbering=numbering)
    assert not repdiff.cut_document(others).source.left_out
