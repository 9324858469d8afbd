"""The pages of promises, years and duplicates in a real browser: filters, search, address, keys, no scripts, both schemes."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, current, fragment, settle, shown, until

from repdiff import Place, Places, Source, View, check, check_places, find_duplicates, read, track
from repdiff.cli import run
from repdiff.renderers import render

SEEDS = Path(__file__).parent.parent / "seeds"
HOSTILE = "</script><img src=x onerror=alert(1)>{{7*7}}\u202e<b>&amp;"
NAMES = ("check", "track", "dupes")
# A filter of each page, another that adds to it, and a word to search.
FILTERS = {
    "check": ("met", "missed", "新增"),
    "track": ("ended", "back", "建设"),
    "dupes": ("copy", "repeat", "#3"),
}

pytestmark = pytest.mark.xdist_group("browser")  # one browser is enough for a machine of two cores


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], str]:
    """The address of a page, made once, by its name and language."""
    folder = tmp_path_factory.mktemp("pages")

    def address(name: str, lang: str = "en") -> str:
        path = folder / f"{name}-{lang}.html"
        if not path.exists():
            MAKERS[name](path, lang)
        return path.as_uri()

    return address


def make_check(path: Path, lang: str) -> None:
    found = check(read(SEEDS / "xuchang-2021.txt"), read(SEEDS / "xuchang-2022-review.txt"))
    path.write_text(str(render(found, "html", View(lang=lang))), encoding="utf-8")


def make_track(path: Path, lang: str) -> None:
    found = track([read(SEEDS / f"xuchang-{year}.txt") for year in (2017, 2020, 2021)])
    path.write_text(str(render(found, "html", View(lang=lang))), encoding="utf-8")


def make_dupes(path: Path, lang: str) -> None:
    assert run(["dupes", str(SEEDS / "found"), "--near", "--lang", lang, "-o", str(path)]) == 0


def make_places(path: Path, lang: str) -> None:
    old, new, later = (read(SEEDS / f"xuchang-{name}.txt") for name in ("2020", "2021", "2022-review"))
    rows = (Place("2020", (old, new)), Place("2021", (new, later)), Place("2022", (None, None), "gone.txt"))
    found = check_places(Places("years.csv", ("old", "new"), rows))
    path.write_text(str(render(found, "html", View(lang=lang))), encoding="utf-8")


MAKERS = {"check": make_check, "track": make_track, "dupes": make_dupes, "places": make_places}


@pytest.mark.parametrize("name", NAMES)
def test_every_filter_shows_as_many_rows_as_it_says(
    watched: Watched, pages: Callable[[str, str], str], name: str
) -> None:
    tab = watched.tab
    tab.goto(pages(name, "en"))
    whole = tab.evaluate("rows.length")
    for button in tab.locator("[data-show]").all():
        kind, count = button.get_attribute("data-show"), int(button.locator("span").inner_text().replace(",", ""))
        button.click()
        rows = shown(tab)
        assert len(rows) == count > 0
        assert all(kind in row.split() for row in rows)
        assert fragment(tab) == f"show={kind}"
        button.click()
    assert len(shown(tab)) == whole


@pytest.mark.parametrize("name", NAMES)
def test_filters_add_up_search_narrows_and_the_address_keeps_both(
    watched: Watched, pages: Callable[[str, str], str], name: str
) -> None:
    first, second, word = FILTERS[name]
    tab = watched.tab
    tab.goto(pages(name, "en"))
    tab.locator(f"[data-show={first}]").click()
    tab.locator(f"[data-show={second}]").click()
    both = shown(tab)
    assert {kind for row in both for kind in row.split()} >= {first, second}
    tab.keyboard.press("/")
    assert current(tab) == "q"
    tab.keyboard.type(word)
    until(tab, "location.hash.includes('q=')")
    rows = shown(tab)
    assert 0 < len(rows) < len(both)
    texts = tab.evaluate("rows.filter((r) => !r.hidden).map((r) => r.textContent)")
    assert all(word in text for text in texts)
    view = fragment(tab)
    tab.goto("about:blank")
    tab.goto(f"{pages(name, 'en')}#{view}")
    assert shown(tab) == rows
    assert tab.locator("#q").input_value() == word
    tab.keyboard.press("0")
    assert len(shown(tab)) == tab.evaluate("rows.length")


def test_findings_are_narrowed_down_by_their_level(watched: Watched, pages: Callable[[str, str], str]) -> None:
    """Kinds add up with kinds and levels with levels; a kind and a level must both be true."""
    tab = watched.tab
    tab.goto(pages("dupes", "en"))
    tab.locator("[data-show=group]").click()
    every = shown(tab)
    tab.locator("[data-show=sentence]").click()
    rows = shown(tab)
    assert 0 < len(rows) < len(every)
    assert all({"group", "sentence"} <= set(row.split()) for row in rows)
    tab.locator("[data-show=paragraph]").click()
    assert len(shown(tab)) == len(every)


@pytest.mark.parametrize("name", NAMES)
def test_keys_walk_through_the_rows(watched: Watched, pages: Callable[[str, str], str], name: str) -> None:
    tab = watched.tab
    tab.goto(pages(name, "en"))
    tab.keyboard.press("2")
    settle(tab)
    ids = tab.evaluate("rows.filter((r) => !r.hidden && !r.closest('[hidden]')).map((r) => r.id)")
    for wanted in ids[:3]:
        tab.keyboard.press("j")
        assert current(tab) == wanted
        assert tab.evaluate("document.activeElement.getBoundingClientRect().bottom > 0")
    tab.keyboard.press("?")
    assert tab.locator("dialog").is_visible()


def test_what_is_folded_opens_when_it_is_searched(watched: Watched, pages: Callable[[str, str], str]) -> None:
    tab = watched.tab
    tab.goto(pages("track", "en"))
    assert not tab.evaluate("document.querySelector('.fold').open")
    text = tab.evaluate("document.querySelector('.fold .row .t').textContent")
    tab.locator("#q").fill(text)
    until(tab, "document.querySelector('.fold').open")
    assert shown(tab)


@pytest.mark.parametrize("name", [*NAMES, "places"])
def test_without_scripts_everything_is_there(browser: Any, pages: Callable[[str, str], str], name: str) -> None:
    contents = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        tab = context.new_page()
        tab.goto(pages(name, "en"))
        if scripts:  # what a person does on the page needs them
            tab.evaluate("$('.decide, .ck').forEach((tool) => tool.remove())")
        contents.append(tab.locator("main").text_content())
        assert tab.locator("#tools").is_visible() is scripts, "what cannot work is not offered"
        context.close()
    assert contents[0] == contents[1]
    assert len(contents[0]) > 500


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "lang"), [("check", "en"), ("track", "zh"), ("dupes", "zh"), ("places", "en")])
def test_axe_finds_nothing(browser: Any, pages: Callable[[str, str], str], name: str, lang: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(pages(name, lang))
    prepared = ("$('details').slice(0, 30).forEach((d) => { d.open = true; })", "byId('keys').showModal()")
    for prepare in prepared:
        tab.evaluate(prepare)
        tab.wait_for_timeout(50)
        found = axe.Axe().run(tab).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    context.close()


@pytest.mark.parametrize("name", [*NAMES, "places"])
def test_nothing_overflows_sideways(browser: Any, pages: Callable[[str, str], str], name: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(pages(name, "zh"))
    for width in (1440, 900, 390):
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    context.close()


@pytest.mark.parametrize("name", [*NAMES, "places"])
def test_the_pages_speak_chinese(watched: Watched, pages: Callable[[str, str], str], name: str) -> None:
    watched.tab.goto(pages(name, "zh"))
    assert watched.tab.locator("html").get_attribute("lang") == "zh-Hans"
    watched.tab.evaluate("$('script').forEach((script) => script.remove())")
    text = watched.tab.locator("body").text_content()
    text = re.sub(r"\{.*\}|seeds/\S+|repdiff|SHA-256 \w+|--\w+ ?\w*", "", text.partition('{"words"')[0])
    assert not re.search(
        r"\b(met|missed|dropped|kept|reworded|promised|first|copies|documents|Search|Keys|line)\b", text
    )


def test_hostile_text_stays_text(watched: Watched, tmp_path: Path) -> None:
    plans = [Source(f"{HOSTILE}.txt", f"一、重点{HOSTILE}\n建设{HOSTILE}项目{n}个。\n{HOSTILE}\n") for n in (5, 6)]
    corpus = tmp_path / "a.jsonl"
    corpus.write_text(
        "".join(f'{{"id": "{n}", "text": "{HOSTILE}重复的一段话。"}}\n' for n in range(2)), encoding="utf-8"
    )
    assert find_duplicates([str(corpus)]).any
    assert run(["dupes", str(corpus), "-o", str(tmp_path / "dupes.html")]) == 0
    (tmp_path / "check.html").write_text(str(render(check(*plans), "html")), encoding="utf-8")
    (tmp_path / "track.html").write_text(str(render(track(plans), "html")), encoding="utf-8")
    places = check_places(Places(HOSTILE, ("old", "new"), (Place(HOSTILE, tuple(plans)),)), indicator="项目")
    (tmp_path / "places.html").write_text(str(render(places, "html")), encoding="utf-8")
    watched.tab.on("dialog", lambda dialog: watched.faults.append("a dialog opened"))
    for name in (*NAMES, "places"):
        watched.tab.goto((tmp_path / f"{name}.html").as_uri())
        assert watched.tab.evaluate("document.images.length") == 0
        assert "onerror=alert(1)" in watched.tab.locator("main").text_content()
        assert watched.tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
