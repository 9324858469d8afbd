"""What stands around the rows of a comparison in a browser: head, index, strip, running paragraphs, summary, paper."""

import re
from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, fragment, shown, until

from repdiff import Comparison, Source, View, compare, read, render

pytestmark = pytest.mark.xdist_group("browser")  # one browser is enough for a machine of two cores

FIRST = "document.querySelector('main .row:not(.cols, .head, .identical)').getBoundingClientRect()"


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def made(comparison: Comparison, tab: Any, folder: Path, fragment: str = "") -> None:
    path = folder / "made.html"
    path.write_text(str(render(comparison, "html", View(lang="en"))), encoding="utf-8")
    tab.goto(f"{path.as_uri()}{fragment}")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (900, 900), (390, 844)])
def test_the_first_change_stands_on_the_first_screen(tab: Any, width: int, height: int) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    assert 0 < tab.evaluate(f"{FIRST}.top") < height - 40
    tab.locator(".numbers > summary").click()
    assert tab.locator(".numbers td").first.is_visible(), "nothing of the head is lost"


def test_the_index_counts_the_rows_of_each_section_and_of_those_below_it(tab: Any) -> None:
    entries = tab.evaluate(
        """$("#index a").map((link) => {
          const at = parts.findIndex((p) => p.part.id === link.hash.slice(1));
          const end = parts.findIndex((p, i) => i > at && p.level <= parts[at].level);
          const below = parts.slice(at, end < 0 ? undefined : end).flatMap((p) => p.rows);
          const count = (kind) => below.filter((r) => r.matches(`.${kind}`) && !r.matches(".end")).length;
          return [[...link.querySelectorAll(".n b")].map((b) => b.textContent).join(" "),
            [["\u2212", "dropped"], ["~", "reworded"], ["+", "added"]].map(([s, k]) => count(k) && s + count(k)).filter(Boolean).join(" ")];
        })"""
    )
    assert len(entries) > 30
    assert [told for told, _ in entries] == [counted for _, counted in entries]
    assert "dropped" in tab.locator("#index a .hide").first.text_content()


def test_the_section_in_view_is_marked_and_its_name_stays_in_sight(tab: Any) -> None:
    link = tab.locator("#index a").nth(12)
    link.click()
    until(tab, "$('#index [aria-current]').length === 1 && $('#index a')[12].ariaCurrent === 'location'")
    here = tab.locator("#here")
    assert here.inner_text() == link.locator(".t").inner_text()
    edges = tab.evaluate("[byId('tools'), byId('here').parentElement].map((e) => e.getBoundingClientRect())")
    assert abs(edges[1]["top"] - edges[0]["bottom"]) < 2
    tab.evaluate("document.querySelector($('#index a')[60].hash).scrollIntoView()")
    until(tab, "$('#index a').findIndex((a) => a.ariaCurrent) === 60")
    box, side = tab.locator("[aria-current]").bounding_box(), tab.locator("#index").bounding_box()
    assert side["y"] <= box["y"] <= side["y"] + side["height"], "the index goes along"


@pytest.mark.parametrize("scripts", [True, False])
def test_where_the_window_is_narrow_a_button_opens_the_index(browser: Any, address: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    tab = context.new_page()
    tab.goto(address)
    index, button = tab.locator("#index"), tab.locator(".here button")
    assert not index.is_visible()
    button.click()
    assert index.is_visible()
    tab.keyboard.press("Escape")
    assert not index.is_visible()
    button.click()
    link = index.locator("a").nth(6)
    target = link.get_attribute("href")
    link.click()
    assert index.is_visible() is not scripts
    assert -1 <= tab.locator(target).bounding_box()["y"] < 200
    context.close()


def test_the_strip_shows_where_changes_stand_and_leads_there(tab: Any) -> None:
    units = tab.evaluate(
        """Object.fromEntries($("#strip path[d*=M]").map((p) => [p.getAttribute("class") + p.getAttribute("d")[1],
          [...p.getAttribute("d").matchAll(/v(\\d+)/g)].reduce((sum, [, size]) => sum + Number(size), 0)]))"""
    )
    rows = "[...$('.row.head'), ...rows].filter((r) => r.matches('{}:not(.moved)')).length"
    assert units["b-dropped0"] == tab.evaluate(rows.format(".dropped"))
    assert units["b-added1"] == tab.evaluate(rows.format(".added"))
    assert "b-dropped1" not in units
    assert "b-added0" not in units
    box = tab.locator("#strip").bounding_box()
    tab.evaluate("lines ??= [...placed()]; 0")
    wanted = tab.evaluate("lines.findIndex(({ row }, i) => i > lines.length / 2 && row.matches('.dropped:not(.head)'))")
    at, row = tab.evaluate(f"[(lines[{wanted}].at + 0.5) / total, lines[{wanted}].row.id]")
    tab.mouse.click(box["x"] + 5, box["y"] + at * box["height"])
    until(tab, f"document.activeElement.id === '{row}'")
    until(
        tab, f"byId('{row}').getBoundingClientRect().top > 0 && byId('{row}').getBoundingClientRect().top < innerHeight"
    )
    until(tab, "Math.abs(parseFloat(byId('view').style.top) - 100 * " + str(at) + ") < 5")
    tab.locator("[data-show=dropped]").click()
    count = len(shown(tab))
    assert tab.evaluate("byId('left').getAttribute('d').split('M').length - 1") == count


def test_paragraphs_show_the_new_text_whole_and_in_its_order(
    tab: Any, seed_pair: Comparison, browser: Any, address: str
) -> None:
    told = """[...document.querySelectorAll(".part .row > .n > :is(p, .h)")].filter((p) => p.checkVisibility())
      .map((p) => p.textContent).join("")"""
    tab.locator("#paras").click()
    until(tab, "location.hash.includes('paras=1')")
    new = bare("".join(seed_pair.new.text(s.id) for s in seed_pair.new.sentences))
    assert bare(tab.evaluate(told)) == new
    struck = tab.evaluate("getComputedStyle(document.querySelector('.dropped:not(.head) > .o > p')).textDecorationLine")
    assert struck == "line-through"
    gone = tab.evaluate("[...document.querySelectorAll('main .n [data-d]')].filter((e) => e.checkVisibility()).length")
    assert gone > 300
    assert not tab.locator(".v").first.is_visible()
    tab.keyboard.press("v")
    assert tab.locator(".v").first.is_visible()
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    still = context.new_page()
    still.goto(address)
    still.locator("#running").check()
    assert not still.locator(".row .v").first.is_visible()
    assert still.locator(".fold .row .n p").first.is_visible()
    context.close()


def test_what_is_perhaps_the_same_lights_up_on_both_sides_and_leads_back(tab: Any) -> None:
    box = tab.locator(".dropped .maybe > div:has(a)").first
    row = box.evaluate("(b) => b.closest('.row').id")
    link = box.locator("a")
    other = link.get_attribute("href")[1:]
    box.hover()
    assert set(tab.evaluate("$('.twin').map((r) => r.id)")) == {row, other}
    link.click()
    until(tab, f"document.activeElement.id === '{other}'")
    assert {row, other} <= set(tab.evaluate("$('.twin').map((r) => r.id)"))
    tab.locator(f"#{other} .maybe a[href='#{row}']").click()
    until(tab, f"document.activeElement.id === '{row}'")


def test_numbers_are_drawn_from_zero_on_one_scale_and_doubts_are_hatched(watched: Watched, tmp_path: Path) -> None:
    text = "We will build {} flats in the old harbour. Spending on schools will rise by {} million euros."
    old, new = Source("a.txt", text.format("400", "20")), Source("b.txt", text.format("500", "10"))
    made(compare(old, new), watched.tab, tmp_path)
    charts = watched.tab.evaluate(
        """$(".nums .scale").map((s) => [s.getAttribute("class"), s.ariaLabel, ...$("rect", s).map((r) => r.getAttribute("width"))])"""
    )
    assert charts[0] == ["scale up zero", "400 → 500", "80.0%", "100.0%"]
    assert charts[1][2:] == ["100.0%", "50.0%"]


def test_a_filter_of_the_page_keeps_what_the_head_says(tab: Any) -> None:
    before = tab.locator(".key .more").inner_text()
    assert re.fullmatch(r"\+[\d,]+ −[\d,]+ characters", before)
    tab.locator("[data-show=added]").click()
    shown(tab)
    assert tab.locator(".key .more").inner_text() == before
    assert fragment(tab) == "show=added"


def test_the_name_in_sight_is_the_whole_title_and_a_heading_that_stays_is_said_once(
    watched: Watched, tmp_path: Path
) -> None:
    title = "Everything that the town council of the old harbour and its many offices have in mind for the coming year"
    for k in (2, 3):
        (tmp_path / f"{k}.md").write_text(f"# {title}\n\nWe will build {k} bridges.\n", encoding="utf-8")
    made(compare(*(read(tmp_path / f"{k}.md") for k in (2, 3))), watched.tab, tmp_path)
    until(watched.tab, "byId('here').textContent !== ''")
    assert watched.tab.locator("#here").text_content() == title
    assert watched.tab.locator(".side .title").first.inner_text().endswith("…")
    assert watched.tab.locator(".tally .all-of").is_visible()
    watched.tab.set_viewport_size({"width": 390, "height": 844})
    assert not watched.tab.locator(".head > .o").is_visible()
    assert watched.tab.locator(".head > .n").inner_text() == title


def test_numbers_of_a_text_that_runs_to_the_left_stand_in_the_order_of_the_report(
    watched: Watched, tmp_path: Path
) -> None:
    text = "سيزداد الإنفاق على المدارس بمقدار {} مليون دينار.\n"
    made(compare(Source("a.txt", text.format(20)), Source("b.txt", text.format(30))), watched.tab, tmp_path)
    edges = watched.tab.evaluate("$('.nums b bdi').map((b) => b.getBoundingClientRect().left)")
    assert len(edges) == 2
    assert edges[0] < edges[1]


def test_a_page_of_nothing_has_no_button_that_does_nothing(watched: Watched, tmp_path: Path) -> None:
    made(compare(Source("a.txt", ""), Source("b.txt", "")), watched.tab, tmp_path)
    assert not any(watched.tab.locator(f"#{each}").count() for each in ("fold", "one", "paras", "print-brief"))
    for key in "jkfsvwpn":
        watched.tab.keyboard.press(key)


def test_the_row_that_is_read_stays_where_it_stands_when_others_come_or_go(tab: Any) -> None:
    tab.locator("[data-show=dropped]").click()
    shown(tab)
    tab.evaluate("goTo(rows.filter((r) => !r.hidden)[40], 'center')")
    row = tab.locator(f"#{tab.evaluate('document.activeElement.id')}")
    before = row.bounding_box()["y"]
    for key in "0vvssff":
        tab.keyboard.press(key)
        shown(tab)
        until(tab, f"Math.abs(document.activeElement.getBoundingClientRect().top - {before}) < 60")


def pages_of(tab: Any) -> list[str]:
    """The text of each sheet as it is printed."""
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is missing: pip install -e '.[test]'")
    document = pdfium.PdfDocument(tab.pdf(prefer_css_page_size=True))
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def test_the_summary_is_printed_on_two_sheets(tab: Any, address: str, seed_pair: Comparison, browser: Any) -> None:
    tab.goto(f"{address}?print=summary")
    sheets = pages_of(tab)
    assert len(sheets) == 2
    assert "Of 189 commitments of 2020" in sheets[0]
    assert "Numbers that changed most" in sheets[0]
    assert re.search(r"dropped\s+\d+ of 71", sheets[1])
    assert re.search(r"new\s+\d+ of \d+", sheets[1])
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(f"{address}#brief")
    assert len(pages_of(still)) == 2
    context.close()
    tab.goto(address)
    tab.evaluate("window.print = () => { window.printed = document.body.className; }")
    tab.locator("#print-brief").click()
    assert "only-brief" in tab.evaluate("printed")
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("main").is_visible()


def test_the_whole_is_printed_as_a_book(tab: Any) -> None:
    sheets = pages_of(tab)
    assert len(sheets) <= 34, "46 once"
    assert "Of 189 commitments" in sheets[0]
    assert all("2020 – 2021 · " in text for text in sheets[1:]), "each sheet says what it is of"
    assert not any(word in "".join(sheets) for word in ("Export", "Search both texts", "To the table", "Open folds"))


def test_a_hostile_title_ends_neither_style_nor_string(watched: Watched, tmp_path: Path) -> None:
    title = '# A "quoted" \\ title; } </style><img src=x onerror=alert(1)>'
    old, new = (Source(f"{k}.md", f"{title}\n\nWe will build {k} `</code>` bridges.\n", kind="md") for k in (2, 3))
    made(compare(old, new), watched.tab, tmp_path)
    assert watched.tab.evaluate("document.images.length") == 0
    assert watched.tab.evaluate("document.styleSheets[0].cssRules.length") > 100
    assert watched.tab.evaluate("[...document.styleSheets[0].cssRules].at(-1).cssText").startswith("@page")
