"""The page in a real browser: filters, keys, jumps, links, printing, and what it must never do."""

import re
from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, current, fragment, settle, shown, until

from repdiff import Comparison, Source, View, compare, render

KINDS = ("dropped", "reworded", "moved", "split", "added", "identical")
CONDITIONS = ("r-commitment", "unsure", "number")
HOSTILE = "</script><img src=x onerror=alert(1)>{{7*7}}\u202e<b>&amp;"

pytestmark = pytest.mark.xdist_group("browser")  # one browser is enough for a machine of two cores


@pytest.mark.parametrize("kind", KINDS)
def test_a_filter_shows_its_kind_and_nothing_else(tab: Any, kind: str) -> None:
    button = tab.locator(f"[data-show={kind}]")
    button.click()
    wanted = {"split": {"split", "merged", "regrouped"}}.get(kind, {kind})
    rows = shown(tab)
    assert len(rows) == int(button.locator("span").inner_text()) > 0
    assert all(wanted & set(row.split()) for row in rows)
    assert button.get_attribute("aria-pressed") == "true"
    assert tab.locator("#state").inner_text().startswith(f"{len(rows)} of ")
    button.click()
    assert len(shown(tab)) == tab.evaluate("rows.length")


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_narrows_a_kind_down(tab: Any, condition: str) -> None:
    tab.locator("[data-show=reworded]").click()
    before = len(shown(tab))
    tab.locator(f"[data-if={condition}]").click()
    rows = shown(tab)
    assert 0 < len(rows) < before
    assert all({"reworded", condition} <= set(row.split()) for row in rows)


def test_a_number_differs_where_it_says_so(tab: Any) -> None:
    tab.locator("[data-if=number]").click()
    shown(tab)
    pairs = tab.evaluate(
        "rows.filter((r) => !r.hidden && r.dataset.o).map((r) => ['o', 'n'].map((s) => sentences(r, s).map((t) => t.text)))"
    )
    assert len(pairs) > 20
    numbers = [[sorted(re.findall(r"\d[\d.]*", " ".join(texts))) for texts in pair] for pair in pairs]
    assert all(old != new for old, new in numbers)


def test_a_section_is_shown_alone_with_what_stands_below_it(tab: Any) -> None:
    options = tab.locator("#in option").all_inner_texts()
    at = next(i for i, text in enumerate(options) if "重点工作" in text or "任务" in text)
    tab.locator("#in").select_option(index=at)
    settle(tab)
    visible = tab.evaluate("parts.filter((p) => !p.part.hidden).map((p) => p.level)")
    assert 1 < len(visible) < tab.evaluate("parts.length")
    assert all(level > visible[0] for level in visible[1:])
    tab.keyboard.press("Escape")


def test_search_looks_in_both_texts_whatever_the_width_of_letters(tab: Any) -> None:
    tab.locator("#q").fill("７％")
    until(tab, "document.querySelectorAll('.row[hidden]').length > 0")
    rows = shown(tab)
    # innerText would be empty for a row that has never been painted.
    texts = tab.evaluate("rows.filter((r) => !r.hidden).map((r) => r.textContent)")
    assert rows
    assert all("7%" in text for text in texts)
    sides = tab.evaluate(
        "['.o', '.n'].map((s) => rows.some((r) => !r.hidden && r.querySelector(s)?.textContent.includes('7%')))"
    )
    assert sides == [True, True]
    assert tab.evaluate("CSS.highlights.get('found').size") >= len(rows)


def test_the_address_holds_the_view(tab: Any, address: str) -> None:
    tab.locator("[data-show=dropped]").click()
    tab.locator("[data-show=moved]").click()
    tab.locator("[data-if=r-commitment]").click()
    tab.locator("#one").click()
    tab.locator("#q").fill("建设")
    until(tab, "location.hash.includes('q=')")
    rows = shown(tab)
    view = fragment(tab)
    tab.goto("about:blank")
    tab.goto(f"{address}#{view}")
    assert shown(tab) == rows
    assert tab.locator("#q").input_value() == "建设"
    assert tab.locator("#one").get_attribute("aria-pressed") == "true"
    assert tab.locator("[data-show=moved]").get_attribute("aria-pressed") == "true"
    tab.keyboard.press("0")
    assert len(shown(tab)) == tab.evaluate("rows.length")


def test_a_link_to_a_row_under_filters_shows_that_row(tab: Any, address: str) -> None:
    row = tab.evaluate("rows.filter((r) => r.matches('.moved[data-o]'))[5].id")
    tab.goto("about:blank")
    tab.goto(f"{address}#show=moved&at={row}")
    until(tab, "document.activeElement.matches('.row')")
    assert current(tab) == row
    assert tab.locator(f"#{row}").evaluate(
        "(r) => r.getBoundingClientRect().top < innerHeight && r.getBoundingClientRect().bottom > 0"
    )
    assert fragment(tab) == f"show=moved&at={row}"


def test_j_and_k_walk_through_the_changes(tab: Any) -> None:
    changes = tab.evaluate("rows.filter((r) => !r.matches('.identical:not(.moved)')).map((r) => r.id)")
    tab.keyboard.press("j")
    first = changes.index(current(tab))
    for _ in range(3):
        tab.keyboard.press("j")
    assert current(tab) == changes[first + 3]
    tab.keyboard.press("k")
    assert current(tab) == changes[first + 2]
    tab.locator("#next").click()
    assert tab.evaluate("document.activeElement.getBoundingClientRect().top") < 900
    tab.keyboard.press("2")
    shown(tab)
    tab.keyboard.press("j")
    assert "reworded" in tab.evaluate("document.activeElement.className")


@pytest.mark.parametrize(("key", "kind"), list(zip("123456", KINDS, strict=True)))
def test_digits_press_the_filters(tab: Any, key: str, kind: str) -> None:
    tab.keyboard.press(key)
    settle(tab)
    assert fragment(tab) == f"show={kind}"
    tab.keyboard.press(key)
    settle(tab)
    assert fragment(tab) == ""


def test_the_other_keys(tab: Any) -> None:
    tab.keyboard.press("/")
    assert current(tab) == "q"
    tab.keyboard.type("fj")
    tab.keyboard.press("Escape")
    assert tab.locator("#q").input_value() == "fj", "letters in a field are letters"
    tab.keyboard.press("0")
    assert tab.locator("#q").input_value() == ""
    tab.keyboard.press("s")
    assert tab.evaluate("document.body.classList.contains('one')")
    cells = tab.evaluate(
        "['.o', '.n'].map((s) => document.querySelector(`.row.reworded:not(.head) > ${s}`).getBoundingClientRect().left)"
    )
    assert cells[0] == cells[1]
    tab.keyboard.press("s")
    assert not tab.evaluate("document.body.classList.contains('one')")
    tab.keyboard.press("f")
    settle(tab)
    assert tab.evaluate("document.querySelectorAll('.fold:not([open])').length") == 0
    tab.keyboard.press("f")
    settle(tab)
    assert tab.evaluate("document.querySelectorAll('.fold[open]').length") == 0
    tab.keyboard.press("?")
    assert tab.locator("dialog").is_visible()
    tab.keyboard.press("j")
    assert current(tab) != "row", "keys rest while the help is open"
    tab.keyboard.press("Escape")
    assert not tab.locator("dialog").is_visible()
    tab.locator("#help").click()
    tab.locator("dialog button").click()
    assert not tab.locator("dialog").is_visible()


def test_jumps_from_one_end_of_a_move_to_the_other_and_back(tab: Any) -> None:
    end = tab.locator(".row.end.moved:has(div.o) a.to").first
    target = end.get_attribute("href")[1:]
    end.click()
    until(tab, "document.activeElement.matches('.row')")
    assert current(tab) == target
    back = tab.locator(f"#{target} .o a.to").first
    origin = back.get_attribute("href")[1:]
    back.click()
    until(tab, f"document.activeElement.id === '{origin}'")


def test_a_jump_to_a_filtered_row_shows_it(tab: Any) -> None:
    tab.locator("[data-show=identical]").click()
    shown(tab)
    tab.evaluate("location.hash = rows.find((r) => r.hidden).id")
    until(tab, "document.querySelectorAll('.row[hidden]').length === 0")


def test_the_map_leads_to_sections(tab: Any) -> None:
    tab.locator(".maps > summary").click()
    chart = tab.locator(".chart").first
    assert chart.locator("path").count() > 5
    link = chart.locator("ol.n a").nth(9)
    link.click()
    top = tab.locator(link.get_attribute("href")).evaluate("(e) => e.getBoundingClientRect().top")
    assert 0 <= top < 300
    tab.locator(".all > summary").click()
    full = tab.locator(".all .chart")
    assert full.locator("ol.o li").count() > chart.locator("ol.o li").count()
    heights = full.evaluate("(c) => ['ol.o', 'svg'].map((s) => c.querySelector(s).getBoundingClientRect().height)")
    assert heights[1] >= heights[0] * 0.99


def test_it_prints_on_a4(watched: Watched, small_comparison: Comparison, tmp_path: Path) -> None:
    path, tab = tmp_path / "small.html", watched.tab
    path.write_text(render(small_comparison, "html", View(lang="en")), encoding="utf-8")
    tab.goto(path.as_uri())
    pdf = tab.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)
    assert boxes
    assert {(round(float(w)), round(float(h))) for w, h in boxes} <= {(595, 842), (596, 842)}
    tab.emulate_media(media="print")
    assert not tab.locator("#tools").is_visible()
    assert not tab.locator(".ck").first.is_visible()


def test_on_paper_the_numbers_stand_open_and_nothing_is_cut_off(tab: Any) -> None:
    """What a reader would have to open on the screen cannot be opened on paper."""
    assert not tab.locator(".numbers td").first.is_visible()
    tab.set_viewport_size({"width": 688, "height": 1000})  # A4 between its margins
    tab.emulate_media(media="print")
    assert tab.locator(".numbers td").first.is_visible()
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sides = tab.evaluate(
        "['.o', '.n'].map((s) => document.querySelector(`.row.reworded:not(.head) > ${s}`).getBoundingClientRect().left)"
    )
    assert sides[0] < sides[1], "old stands beside new"


def test_without_scripts_everything_is_there(browser: Any, address: str, seed_pair: Comparison) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    tab.goto(address)
    text = re.sub(r"\s", "", tab.locator("main").text_content())
    for document in (seed_pair.old, seed_pair.new):
        assert all(re.sub(r"\s", "", document.text(s.id)) in text for s in document.sentences)
    assert not tab.locator("#tools").is_visible(), "what cannot work is not offered"
    assert not tab.locator(".ck").first.is_visible()
    tab.locator(".maps > summary").click()
    assert tab.locator(".chart").first.is_visible()
    context.close()


def test_hostile_text_stays_text(watched: Watched, tmp_path: Path) -> None:
    old = Source(
        "old.txt",
        f"# 一、甲{HOSTILE}\n推进{HOSTILE}建设三万人。\n# 二、乙\n{HOSTILE}。\n" + "a" * 10_000 + "\n",
        sha256=HOSTILE,
    )
    new = Source(
        f"{HOSTILE}.txt", f"# 一、甲{HOSTILE}\n加快推进{HOSTILE}建设三万人工作。\n# 三、丙\n" + "长" * 10_000 + "\n"
    )
    path = tmp_path / "hostile.html"
    path.write_text(render(compare(old, new), "html", View(lang="en")), encoding="utf-8")
    watched.tab.on("dialog", lambda dialog: watched.faults.append("a dialog opened"))
    watched.tab.goto(path.as_uri())
    assert watched.tab.evaluate("document.images.length") == 0
    assert watched.tab.evaluate("page.old.sha256") == HOSTILE
    assert "49" not in watched.tab.locator("main").inner_text()
    assert watched.tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    watched.tab.locator("#q").fill("<img src=x")
    until(watched.tab, "location.hash.includes('q=')")
    assert shown(watched.tab)
    watched.tab.evaluate("pairRows.forEach(furnish)")
    quotes = watched.tab.evaluate("rows.flatMap((r) => [...sentences(r, 'o')].map((s) => [s.span, s.text]))")
    assert quotes
    assert all(old.text[slice(*span)] == text for span, text in quotes)


@pytest.mark.parametrize(("scheme", "lang"), [("light", "en"), ("dark", "zh")])
def test_axe_finds_nothing(browser: Any, small_comparison: Comparison, tmp_path: Path, scheme: str, lang: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    path = tmp_path / "report.html"
    path.write_text(render(small_comparison, "html", View(lang=lang)), encoding="utf-8")
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(path.as_uri())
    for prepare in (
        "document.querySelectorAll('details').forEach((d) => { d.open = true; })",
        "byId('keys').showModal()",
        "byId('keys').close(); toggle(byId('paras'))",
        "location.hash = 'brief'",
    ):
        tab.evaluate(prepare)
        tab.wait_for_timeout(50)
        found = axe.Axe().run(tab).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    context.close()


@pytest.mark.parametrize("width", [1440, 900, 390])
def test_nothing_overflows_sideways(tab: Any, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.evaluate("document.querySelectorAll('.over details').forEach((d) => { d.open = true; })")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.evaluate("toggle(byId('paras'))")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.evaluate("location.hash = 'brief'")
    until(tab, "byId('brief').getBoundingClientRect().height > 0")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_twice_the_size_still_fits(browser: Any, address: str) -> None:
    """200 % zoom halves the width that a page has."""
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    tab = context.new_page()
    tab.goto(address)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tools = tab.locator("#tools").bounding_box()
    assert tools
    context.close()


def test_the_page_speaks_chinese(watched: Watched, small_comparison: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "zh.html"
    path.write_text(render(small_comparison, "html", View(lang="zh")), encoding="utf-8")
    watched.tab.goto(path.as_uri())
    assert watched.tab.locator("html").get_attribute("lang") == "zh-Hans"
    text = watched.tab.locator("body").inner_text()
    assert not re.search(r"\b(dropped|reworded|section|checked|Search)\b", text)
    assert "已核对0/" in text
