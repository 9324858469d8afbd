"""A real browser for the tests of the page, and a tab that notes what a page must not do. Fixtures reach the tests through conftest.py."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from repdiff import Comparison, View, compare, read, render

CHROMIUM = Path("/usr/bin/chromium")
SEEDS = Path(__file__).parent.parent / "seeds"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"
).split()

# Whoever decides first is asked for a name: here it is known already.
NAMED = """addEventListener('DOMContentLoaded', () => {
  if (typeof reviewer === 'undefined') return;
  reviewer ??= 'Ada';
  showReviewer();
  refresh();
});"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is missing: pip install -e '.[test]'")
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not there: apt-get install chromium")
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def seed_pair() -> Comparison:
    return compare(read(SEEDS / "xuchang-2020.txt"), read(SEEDS / "xuchang-2021.txt"))


@pytest.fixture(scope="session")
def address(seed_pair: Comparison, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "report.html"
    # Pairs of every sureness, whatever the usual limit is: some that are shown as unsure, some that are shown as doubt.
    path.write_text(render(seed_pair, "html", View(lang="en", min_score=0.5)), encoding="utf-8")
    return path.as_uri()


class Watched:
    """A tab that notes what a page must not do: fail, be refused something by its policy, or ask for anything but itself."""

    def __init__(self, context: Any) -> None:
        self.tab = context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.tab.on("pageerror", lambda error: self.faults.append(str(error)))
        self.tab.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)
        self.tab.on("request", lambda request: self.requests.append(request.url))


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    context.set_default_timeout(30_000)
    context.add_init_script(NAMED)
    watched = Watched(context)
    yield watched
    context.close()
    assert watched.faults == []
    assert all(url.startswith(("file:", "blob:null")) for url in watched.requests), watched.requests


@pytest.fixture
def tab(watched: Watched, address: str) -> Any:
    watched.tab.goto(address)
    return watched.tab


def until(tab: Any, condition: str) -> None:
    """Wait until an expression is true. Playwright's own waiting evaluates a string in the page, which the page's policy forbids."""
    for _ in range(1_500):
        if tab.evaluate(condition):
            return
        tab.wait_for_timeout(20)
    raise AssertionError(f"never came true: {condition}")


def reopened(tab: Any) -> Any:
    """Another tab with the same page. What the first one keeps reaches it for certain, while a reload may outrun the browser's writing."""
    other = tab.context.new_page()
    other.goto(tab.url)
    return other


def settle(tab: Any) -> None:
    """Wait until the last filter has run."""
    until(tab, "document.documentElement.dataset.ready === String(turn)")


def shown(tab: Any) -> list[str]:
    """Classes of the rows that are not hidden."""
    settle(tab)
    found: list[str] = tab.evaluate("rows.filter((r) => !r.hidden && !r.closest('[hidden]')).map((r) => r.className)")
    return found


def fragment(tab: Any) -> str:
    return str(tab.evaluate("location.hash.slice(1)"))


def current(tab: Any) -> str:
    return str(tab.evaluate("document.activeElement.id"))
