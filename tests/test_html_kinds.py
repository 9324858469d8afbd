"""Kinds of pages: what programs and sites write, and what is read of it."""

import pages_made
from test_html_pages import PAGE, PARAGRAPHS, inside, left, page

import repdiff
from repdiff.model.texts import Aside


def test_an_element_of_the_page_s_own_making_ends_where_its_end_tag_stands() -> None:
    source = page(PAGE.format("<p>Fares rise by 5%.</p><amp-ad><div>Buy now</div></amp-ad><p>Children go free.</p>"))
    assert source.text.split("\n")[2:] == ["Fares rise by 5%.", "Children go free."]
    assert left(source, Aside.NAVIGATION) == "Buy now"


def test_marks_of_notes_that_say_so_leave_the_sentence() -> None:
    body = (
        '<p>We build 20 homes.<sup id="r:1"><a href="#f:1">[footnote 1]</a></sup> They are small.</p><p>It was so'
        '<sup class="noprint Inline-Template">[<i><a href="/why">citation needed</a></i>]</sup> then.</p>'
        '<div role="doc-endnotes"><ol><li id="f:1"><p>Counted in May. <a href="#r:1">up</a></p></li></ol></div>'
    )
    source = page(PAGE.format(body))
    assert source.text.split("\n")[2:] == ["We build 20 homes. They are small.", "It was so then."]
    assert "Counted in May." in left(source, Aside.FOOTNOTE)


def test_signs_that_link_to_a_heading_are_no_words_of_it_and_its_number_is() -> None:
    body = "".join(
        f"<h2 id={n}>{each}</h2><p>{PARAGRAPHS[0]}</p>"
        for n, each in enumerate(
            ("Fees <a href='#0'>#</a>", "Fines<a class=anchor href='#1'>§</a>", "<a href='#2'>§ 3</a> Aims")
        )
    )
    assert [each for each in inside(body) if each != PARAGRAPHS[0]] == ["Fees", "Fines", "§ 3 Aims"]


def test_style_sheets_hide_by_tag_and_class_by_visibility_and_by_striking_out() -> None:
    body = (
        "<style>p.c1, .c2 {visibility : hidden} .c3{text-decoration:line-through} div.c4{display:none} .c5{opacity:0}</style>"
        "<p class=c1>One.</p><div class=c1>Two.</div><p class=c2>Three.</p><p>Now <span class=c3>four</span> five.</p>"
        "<p class=c4>Six.</p><p class=c5>Seven.</p>"
    )
    source = page(PAGE.format(body))
    assert source.text.split("\n")[2:] == ["Two.", "Now five.", "Six.", "Seven."]
    assert left(source, Aside.HIDDEN).split("\n") == ["One.", "Three.", "four"]


def test_terms_that_only_number_stand_before_what_they_number() -> None:
    body = "<p>Free are</p><dl><dt>1.</dt><dd><div>boats up to 5 m,</div></dd><dt>2.</dt> <dd>rafts.</dd></dl><dl><dt>Raft<dd>A float.</dl>"
    assert inside(body) == ["Free are", "1. boats up to 5 m,", "2. rafts.", "Raft", "A float."]


def test_what_was_filled_in_is_listed_among_what_was_left_out() -> None:
    source = page(
        PAGE.format(f"<p>{PARAGRAPHS[0]}</p><form><input value='Ann Gull'><input type=hidden value=token></form>")
    )
    assert "Ann Gull" in left(source, Aside.NAVIGATION)
    assert "token" not in left(source, Aside.NAVIGATION) + source.text


def test_one_heading_is_the_title_and_leaves_those_that_show_themselves() -> None:
    body = "".join(
        f"<p>{name}</p><p>{each}</p>" for name, each in zip(("一、工作回顾", "二、重点任务"), CHINESE, strict=True)
    )
    titles = [
        [section.title for section in repdiff.compare(each, each).old.sections if section.title]
        for each in (
            page(f"<html><body><h1>二〇二四年工作报告</h1><p>本报记者 王小明</p>{body}</body></html>"),
            page(f"<html><body><p>二〇二四年工作报告</p>{body}</body></html>"),
        )
    ]
    assert titles[0] == titles[1] == ["二〇二四年工作报告", "一、工作回顾", "二、重点任务"]


CHINESE = (
    "过去一年，全市新建学校十二所，改造老旧小区三十个，城乡居民收入稳步提高，群众满意度明显上升。",
    "今年要继续抓好重点项目建设，新增公园绿地二十公顷，进一步改善人居环境，让群众生活更加美好。",
)


def test_labels_set_as_the_paragraphs_of_the_text_are_the_document_s_own() -> None:
    text = "".join(f"<p>{each * 2}</p>" for each in CHINESE)
    own = page(f"<html><body><h1>工作报告</h1><p>来源：某某日报</p>{text}</body></html>")
    sites = page(f"<html><body><h1>工作报告</h1><p class=info>来源：某某日报</p>{text}</body></html>")
    assert "来源：某某日报" in own.text
    assert "来源：某某日报" in left(sites, Aside.NAVIGATION)


def test_what_stands_below_an_imprint_in_one_block_goes_with_it() -> None:
    text = "".join(f"<p>{each * 2}</p>" for each in CHINESE)
    source = page(
        f"<html><body><table><tr><td>{text}</td></tr></table><table><tr><td>版权所有：某县人民政府<br>地址：人民路1号</td></tr></table></body></html>"
    )
    assert "人民路" not in source.text
    assert "地址：人民路1号" in left(source, Aside.NAVIGATION)


def test_the_title_above_contents_is_none_of_them() -> None:
    body = "".join(f"<h1 id=c{n}>Part {n}</h1><p>{PARAGRAPHS[n]}</p>" for n in range(3))
    links = "".join(f"<li><a href='#c{n}'>Part {n}</a></li>" for n in range(3))
    source = page(
        f"<html><body><header><h1>The plan</h1></header><nav id=TOC><ul>{links}</ul></nav>{body}</body></html>"
    )
    assert source.text.startswith("The plan\nPart 0\n")
    assert "The plan" not in left(source, Aside.CONTENTS)


def test_names_that_can_be_linked_to_by_themselves_are_no_contents() -> None:
    terms = "".join(
        f"<dt id=o{n}><a href='#o{n}'>--option{n}</a></dt><dd>What {n} does is told here.</dd>" for n in range(2)
    )
    source = page(
        PAGE.format(
            f"<h2>Options</h2><dl><dt id=v><a href='#v'>-v</a></dt><dt id=w><a href='#w'>-w</a></dt>{terms}</dl>"
        )
    )
    assert {"Options", "-v", "-w", "--option0"} <= set(source.text.split("\n"))


def test_code_with_a_button_stays() -> None:
    source = page(
        PAGE.format(
            f"<p>{PARAGRAPHS[0]}</p><pre><code>make all</code><button>copy</button></pre><p>{PARAGRAPHS[1]}</p>"
        )
    )
    assert "make all" in source.text
    assert "copy" not in source.text


def test_paragraphs_with_links_beside_the_document_s_largest_part_stay() -> None:
    opening = (
        "The port has a <a href='/m'>map</a> of all its basins, which shows where each of the ships may lie at night."
    )
    body = "".join(f"<p>{each}</p>" * 9 for each in PARAGRAPHS)
    source = page(f"<html><body><div id=doc><p>{opening}</p><div><h2>Text</h2>{body}</div></div></body></html>")
    assert source.text.startswith("The port has a map of all its basins")


def test_of_a_short_text_the_main_part_that_the_page_names_is_the_document() -> None:
    made = pages_made.policy(
        "The rules of the park", ["Dogs are kept on a lead.", "Cars stay outside of it.", "Fires are lit by the lake."]
    )
    source = page(made)
    assert source.text.startswith("The rules of the park\nDogs are kept on a lead.\n")
    assert "Contact the webmaster" not in source.text


def test_a_long_title_is_none_of_the_text_and_what_stands_below_it_is_judged() -> None:
    title = (
        "What the council of the harbour plans to do about its three old basins, how it will pay for that, and when. "
        * 2
    )
    made = pages_made.portal(title, PARAGRAPHS)
    source = page(made)
    assert [each for each in pages_made.JUNK if each in source.text] == []
    assert all(each in source.text for each in PARAGRAPHS)
