"""The desk in a real browser: files are dropped, decisions saved, nothing leaves the machine."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, until
from desks import NEW, OLD, Served, serving

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("desk") / "kept") as served:
        yield served


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("files")
    for name, text in (("plan-2020.txt", OLD), ("plan-2021.txt", NEW)):
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in ("plan-2021.txt", "plan-2020.txt")]


@pytest.fixture
def tab(browser: Any, desk: Served) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    context.set_default_timeout(30_000)
    watched = Watched(context)
    watched.tab.goto(desk.address)
    yield watched.tab
    context.close()
    assert [fault for fault in watched.faults if "422" not in fault] == []
    assert {url.split("/")[2] for url in watched.requests if not url.startswith("blob:")} == {
        desk.address.split("/")[2]
    }


def begin(tab: Any, files: list[str]) -> None:
    tab.set_input_files("#pick", files)
    until(tab, "!document.getElementById('go').disabled")
    tab.click("#go")
    tab.wait_for_selector(".desk-bar")


def dropped(tab: Any, *files: tuple[str, str]) -> None:
    """Drop files as a hand does: one event with all of them."""
    data = tab.evaluate_handle("() => new DataTransfer()")
    for name, text in files:
        data.evaluate("(data, [name, text]) => { data.items.add(new File([text], name)); }", [name, text])
    tab.dispatch_event("body", "dragenter", {"dataTransfer": data})
    tab.dispatch_event("body", "drop", {"dataTransfer": data})


def test_chosen_files_are_ordered_by_year_and_become_a_page(tab: Any, files: list[str], desk: Served) -> None:
    begin(tab, files)
    assert "15" in tab.locator("main").inner_text()
    assert tab.title() == "Plan for 2020 – Plan for 2021"
    assert tab.evaluate("scrollY") == 0
    with tab.expect_download() as waiting:
        tab.click(".desk-bar summary")
        tab.click(".desk-get >> text=.xlsx")
    assert waiting.value.suggested_filename == "plan-2021 comparison.xlsx"
    tab.click(".desk-bar > a")
    assert "plan-2020.txt → plan-2021.txt" in tab.locator(".cases").inner_text()


def test_files_are_dropped_swapped_and_taken_away(tab: Any) -> None:
    dropped(tab, ("b 2021.txt", NEW), ("a 2020.txt", OLD))
    until(tab, "!document.getElementById('go').disabled")
    places = tab.locator("#files .name")
    assert places.all_inner_texts() == ["a 2020.txt", "b 2021.txt"]
    assert tab.locator("#files .place").all_inner_texts() == ["older", "newer"]
    tab.click("#swap")
    assert places.all_inner_texts() == ["b 2021.txt", "a 2020.txt"]
    assert "Check the order" in tab.locator("#order").inner_text()
    dropped(tab, ("c.txt", NEW))
    until(tab, "document.querySelectorAll('#files li').length === 3 && !document.getElementById('go').disabled")
    assert tab.locator("[name=job]:checked").get_attribute("value") == "timeline", "three files are followed"
    assert tab.locator("[name=job]:disabled").count() == 2
    tab.locator("#files li button", has_text="Take away").first.click()
    assert places.all_inner_texts() == ["a 2020.txt", "c.txt"]
    assert tab.evaluate("document.activeElement.tagName") in ("BUTTON", "INPUT"), "the focus is not lost"


def test_a_file_that_cannot_be_read_says_so_and_does_no_harm(tab: Any) -> None:
    dropped(tab, ("<img src=x onerror=alert(1)>.pdf", "%PDF-1.7 broken"), ("a 2020.txt", OLD), ("b 2021.txt", NEW))
    until(tab, "!document.getElementById('go').disabled")
    assert "<img src=x" in tab.locator("#files .name").last.inner_text()
    assert tab.locator("#files .bad").count() == 1
    tab.click("#go")
    tab.wait_for_selector(".desk-bar")


def test_keys_alone_are_enough(tab: Any, files: list[str]) -> None:
    tab.set_input_files("#pick", files)
    until(tab, "!document.getElementById('go').disabled")
    seen = []
    for _ in range(12):
        tab.keyboard.press("Tab")
        seen.append(
            tab.evaluate(
                "document.activeElement.id || document.activeElement.value || document.activeElement.innerText"
            )
        )
        if seen[-1] == "comparison":
            tab.keyboard.press("ArrowDown")
            assert tab.locator("[name=job]:checked").get_attribute("value") == "promises"
            tab.keyboard.press("ArrowUp")
        if seen[-1] == "go":
            break
    assert seen[:2] != seen[2:4]
    assert {"swap", "comparison", "go"} <= set(seen)
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".desk-bar")


def test_decisions_are_saved_restored_and_applied(tab: Any, files: list[str], desk: Served) -> None:
    tab.add_init_script("document.addEventListener('repdiff:restore', (event) => { window.restored = event.detail; });")
    tab.evaluate("localStorage.setItem('repdiff reviewer', 'Ada')")
    begin(tab, files)
    assert tab.evaluate("window.restored") == ""
    again = tab.locator(".desk-again")
    assert again.is_disabled()
    pair = tab.evaluate("rows.find((row) => row.matches('.reworded[data-o][data-n]')).id")
    tab.locator(f"#{pair}").evaluate("(row) => { goTo(row, 'center'); }")
    tab.keyboard.press("x")
    if "ledger" not in tab.content():  # a page that does not say what was decided on it
        tab.evaluate("document.dispatchEvent(new CustomEvent('repdiff:review', { detail: exported() }))")
    until(tab, "document.querySelector('.desk-state').textContent.includes('decisions: 1')")
    place = max((path for path in desk.folder.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime_ns)
    saved = (place / "review.json").read_text(encoding="utf-8")
    assert json.loads(saved)["pairs"][0]["verdict"] == "wrong"
    tab.reload()
    assert tab.evaluate("window.restored") == saved
    assert not again.is_disabled(), "it is saved, not yet applied"
    tab.click(".desk-again")
    tab.wait_for_selector(f"body:not(:has(#{pair}.reworded)) .desk-again[disabled]")
    assert "decisions: 1" in tab.locator(".desk-state").inner_text()


def test_two_windows_on_one_case_agree(tab: Any, files: list[str], desk: Served) -> None:
    begin(tab, files)
    other = tab.context.new_page()
    other.add_init_script(
        "document.addEventListener('repdiff:restore', (event) => { window.restored = event.detail; });"
    )
    other.goto(tab.url)
    sides = {side: {"name": side, "sha256": "0" * 64} for side in ("old", "new")}
    note = json.dumps({"format": 1, **sides, "pairs": []})
    tab.evaluate("(text) => { document.dispatchEvent(new CustomEvent('repdiff:review', { detail: text })); }", note)
    until(other, "Boolean(window.restored)")
    assert other.evaluate("window.restored") == note
    other.evaluate(
        "(text) => { document.dispatchEvent(new CustomEvent('repdiff:review', { detail: text })); }", note + "\n"
    )
    until(tab, "document.querySelector('.desk-fault').textContent === ''")
    until(other, "!document.querySelector('.desk-again').disabled")
    assert other.locator(".desk-fault").inner_text() == ""


def test_what_cannot_be_saved_is_said(tab: Any, files: list[str]) -> None:
    begin(tab, files)
    tab.evaluate("document.dispatchEvent(new CustomEvent('repdiff:review', { detail: '{}' }))")
    until(tab, "document.querySelector('.desk-fault').textContent.startsWith('Not saved: review.json')")


def test_files_of_the_command_line_are_decided_on_where_they_lie(
    browser: Any, files: list[str], tmp_path: Path
) -> None:
    from repdiff.desk.case import Case
    from repdiff.desk.job import JOBS
    from repdiff.desk.shelf import beside

    paths = []
    for file in reversed(files):
        paths.append(tmp_path / Path(file).name)
        paths[-1].write_bytes(Path(file).read_bytes())
    given = Case("given", JOBS["promises"], tuple(paths), beside(paths[-1]))
    with serving(tmp_path / "kept", given) as desk:
        context = browser.new_context(locale="en-GB")
        tab = context.new_page()
        tab.goto(f"{desk.address}c/given/")
        tab.wait_for_selector(".desk-bar")
        tab.evaluate("document.dispatchEvent(new CustomEvent('repdiff:review', { detail: exported() }))")
        until(tab, "!document.querySelector('.desk-again').disabled")
        context.close()
    assert json.loads((tmp_path / "plan-2021.txt.review.json").read_bytes())["verdicts"]
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_overflows(browser: Any, files: list[str], desk: Served, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    context = browser.new_context(color_scheme=scheme, locale="en-GB")
    tab = context.new_page()
    failed = desk.compare("promises", ("a.txt", "The sky was blue.\n"), ("b.txt", "The sea was green.\n"))
    desk.settled(failed)
    done = desk.compare()
    desk.settled(done)
    for path in ("", failed, done, "nothing"):
        tab.goto(desk.address + path)
        if not path:
            tab.set_input_files("#pick", files)
            until(tab, "!document.getElementById('go').disabled")
        tab.evaluate("document.querySelectorAll('.desk-bar details').forEach((each) => { each.open = true; })")
        found = axe.Axe().run(tab).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], path
        for width in (1440, 900, 390):
            tab.set_viewport_size({"width": width, "height": 800})
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
    context.close()
