"""The index of many pairs, and the page of several versions with their comparisons, in a real browser."""

from typing import Any

import pytest
from browsing import Watched, fragment, until

from repdiff import View, read, track
from repdiff.model.batch import Batch, Compared, Counts
from repdiff.renderers import render
from repdiff.timeline import course

pytestmark = pytest.mark.xdist_group("browser")
HOSTILE = "</script></noscript><img src=x onerror=alert(1)>'\"&amp;{{7*7}}\u202e=1+1"
TEXTS = {
    "2019": "# Plan 2019\n\n## Schools\n\nWe will build 12 schools.\n\nWe will plant 300 trees.\n",
    "2020": f"# Plan 2020\n\n## Schools\n\nWe will build 14 schools.\n\nWe will open a library. {HOSTILE}\n",
    "2021": "# Plan 2021\n\n## Schools\n\nWe will build 15 schools.\n\n## Roads\n\nWe will repair nine bridges.\n",
}


def pair(name: str, dropped: int, up: int) -> Compared:
    counts = Counts(5, 1, dropped, 2, 1200, 11, 3, 4, up, 1, 0, (1, 0, 0, 2))
    return Compared(name, "a.txt", "b.txt", "p.html", "p-promises.html", differs=True, counts=counts, lang="en")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an index of four pairs, one of which failed."""
    failed = Compared("gone", "a.txt", "c.txt", error="c.txt: no such file.")
    pairs = (pair("West 10", 3, 7), pair("West 9", 20, 0), failed, pair(HOSTILE, 3, 2))
    path = tmp_path_factory.mktemp("index") / "index.html"
    path.write_text(str(render(Batch("pairs.csv", pairs), "html")), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page of three versions."""
    folder = tmp_path_factory.mktemp("years")
    for year, text in TEXTS.items():
        (folder / f"{year}.md").write_text(text, "utf-8")
    found = course(track([read(folder / f"{year}.md") for year in TEXTS]))
    path = folder / "years.html"
    path.write_text(str(render(found, "html", View(lang="en"))), "utf-8")
    return path.as_uri()


def names(tab: Any) -> list[str]:
    """The names of the pairs that are shown, in order."""
    found: list[str] = tab.evaluate(
        "[...document.querySelectorAll('tbody tr:not([hidden])')].map((r) => r.querySelector('.name').firstChild.textContent)"
    )
    return [name if len(name) < 20 else "hostile" for name in found]


def sums(tab: Any, key: str) -> str:
    return str(tab.text_content(f"tfoot td[data-k={key}]"))


def test_the_table_is_sorted_by_pointer_and_keyboard(watched: Watched, index: str) -> None:
    tab = watched.tab
    tab.goto(index)
    assert names(tab) == ["West 10", "West 9", "gone", "hostile"]
    tab.click("th[data-k=dropped] button")
    assert names(tab) == [
        "West 9",
        "West 10",
        "hostile",
        "gone",
    ]  # the largest first, equal ones as they stood, none last
    assert tab.get_attribute("th[data-k=dropped]", "aria-sort") == "descending"
    assert fragment(tab) == "sort=dropped-down"
    tab.keyboard.press("Enter")
    assert names(tab) == ["West 10", "hostile", "West 9", "gone"]
    tab.keyboard.press("Enter")
    assert names(tab) == ["West 10", "West 9", "gone", "hostile"]
    assert tab.get_attribute("th[data-k=dropped]", "aria-sort") is None
    tab.focus("th[data-k=name] button")
    tab.keyboard.press("Space")
    assert names(tab)[-2:] == ["West 9", "West 10"]  # by the number, not by the digit


def test_the_filter_narrows_the_sums_and_the_address_keeps_it(watched: Watched, index: str) -> None:
    tab = watched.tab
    tab.goto(index)
    assert (sums(tab, "dropped"), sums(tab, "old_sentences")) == ("26", "3,600")
    tab.keyboard.press("/")
    tab.keyboard.type("west")
    assert names(tab) == ["West 10", "West 9"]
    assert (sums(tab, "dropped"), sums(tab, "old_sentences")) == ("23", "2,400")
    assert tab.text_content("#state") == tab.text_content("#sum") == "2 of 4 pairs"
    tab.click("th[data-k=up] button")
    tab.goto("about:blank")
    tab.goto(f"{index}#sort=up&q=west")
    assert names(tab) == ["West 9", "West 10"]
    assert tab.input_value("#q") == "west"


def test_the_index_is_a_plain_table_without_scripts(browser: Any, index: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(index)
    assert tab.locator("tbody tr").count() == 4
    assert tab.locator("button:visible, input:visible").count() == 0
    assert tab.get_attribute("tbody tr:first-child a", "href") == "p.html"
    context.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_index_never_scrolls_sideways_as_a_whole(browser: Any, index: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    tab = context.new_page()
    tab.goto(index)
    until(tab, "document.querySelector('.wide').matches('.fits, .boxed')")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", ["index", "years"])
def test_axe_finds_nothing(browser: Any, request: pytest.FixtureRequest, page: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(request.getfixturevalue(page))
    assert [(found["id"], found["nodes"][0]["html"]) for found in axe.Axe().run(tab).response["violations"]] == []
    context.close()


def inner(tab: Any) -> Any:
    """The page that is shown within the page, when it is ready."""
    until(tab, "Boolean(frameOf(shown)?.contentDocument?.body?.classList.contains('js'))")
    return tab.query_selector("section:not([hidden]) iframe").content_frame()


def test_a_bar_leads_from_year_to_year_and_back(watched: Watched, years: str) -> None:
    tab = watched.tab
    tab.goto(years)
    assert "Targets" in inner(tab).text_content("main")
    tab.click("nav a >> text=2020 → 2021")
    assert "nine bridges" in inner(tab).text_content("main")
    assert (fragment(tab), tab.get_attribute("nav [aria-current]", "href")) == ("2020-2021", "#2020-2021")
    assert tab.title() == "Plan 2020 – Plan 2021"
    tab.keyboard.press("[")
    until(tab, "location.hash === '#2019-2020'")
    assert "300 trees" in inner(tab).text_content("main")
    tab.go_back()
    until(tab, "location.hash === '#2020-2021'")
    assert tab.locator("section:not([hidden])").get_attribute("id") == "2020-2021"
    assert len(watched.requests) == 1


def test_a_filter_within_a_year_stands_in_the_address(watched: Watched, years: str) -> None:
    tab = watched.tab
    tab.goto(f"{years}#2020-2021")
    frame = inner(tab)
    frame.click("[data-show=added]")
    until(tab, "location.hash === '#2020-2021:show=added'")
    shown = frame.evaluate("rows.filter((r) => !r.hidden).every((r) => r.matches('.added'))")
    assert shown
    tab.click("nav a >> nth=1")
    inner(tab)
    tab.click("nav a >> nth=2")
    until(tab, "location.hash === '#2020-2021:show=added'")
    tab.goto("about:blank")
    tab.goto(f"{years}#2020-2021:show=added")
    assert inner(tab).get_attribute("[data-show=added]", "aria-pressed") == "true"


def test_a_link_within_a_year_stays_in_it(watched: Watched, years: str) -> None:
    tab = watched.tab
    tab.goto(f"{years}#2020-2021")
    frame = inner(tab)
    anchor = frame.evaluate("document.querySelector('.row[id]').id")
    frame.evaluate(
        "(id) => { const a = document.createElement('a'); a.href = `#${id}`; document.body.append(a); a.click(); }",
        anchor,
    )
    until(tab, f"location.hash === '#2020-2021:{anchor}'")
    assert frame.evaluate("document.activeElement.id") == anchor


def test_review_is_kept_for_each_year_apart(watched: Watched, years: str) -> None:
    tab = watched.tab
    tab.goto(f"{years}#2019-2020")
    frame = inner(tab)
    frame.click(".ck >> nth=0")
    tab.reload()
    frame = inner(tab)
    assert frame.get_attribute(".ck >> nth=0", "aria-pressed") == "true"
    tab.click("nav a >> nth=2")
    assert inner(tab).locator(".ck[aria-pressed=true]").count() == 0


def test_what_is_printed_is_the_shown_year(watched: Watched, years: str) -> None:
    tab = watched.tab
    tab.goto(f"{years}#2020-2021")
    inner(tab)
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "nine bridges" in tab.inner_text("body > body main")
    assert not tab.is_visible("body > main")
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("body > body").count() == 0
    assert tab.is_visible("section:not([hidden]) iframe")


def test_without_scripts_every_year_stands_below_the_other(browser: Any, years: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(years)
    assert tab.locator("iframe").count() == 3
    assert [link.get_attribute("href") for link in tab.query_selector_all("nav a")] == [
        "#timeline",
        "#2019-2020",
        "#2020-2021",
    ]
    for number, text in enumerate(("Targets", "300 trees", "nine bridges")):
        assert text in tab.frame_locator("iframe").nth(number).locator("main").text_content() if number else True
    assert tab.locator("img").count() == 0
    context.close()
