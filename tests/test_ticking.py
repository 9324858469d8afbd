"""Going through a whole comparison in a real browser: ticking off, undoing, several people, two tabs, signing, paper."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, reopened, settle, until

from repdiff import Comparison, Options, Source, View, compare, read_decisions, render

pytestmark = pytest.mark.xdist_group("browser")

HOSTILE = "</script><img src=x onerror=alert(1)>"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });"
OLD = Source(
    "folder/old.txt",
    "一、工业\n建设智能工厂10家，培育企业20户。\n修建水库三座。\n二、农业\n稳定粮食生产，保障供给。\n发放种子补贴。\n",
    sha256="a" * 64,
)
NEW = Source(
    "folder/new.txt",
    "一、工业\n建设智能工厂12家，培育企业20户。\n二、农业\n推广滴灌技术。\n稳定粮食生产，保障充足供给。\n",
    sha256="b" * 64,
)


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return compare(OLD, NEW)


@pytest.fixture(scope="module")
def address(pair: Comparison, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("ticking") / "report.html"
    path.write_text(str(render(pair, "html", View(lang="en"))), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def nameless(browser: Any, address: str) -> Iterator[Watched]:
    """A tab of somebody whose name is not known yet."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme="dark")
    watched = Watched(context)
    watched.tab.goto(address)
    yield watched
    context.close()
    assert watched.faults == []


def row(tab: Any, text: str) -> Any:
    return tab.locator(".row:not(.cols)", has_text=text).first


def progress(tab: Any) -> str:
    return str(tab.locator("#progress").inner_text())


def export(tab: Any, path: Path) -> Path:
    path.write_text(tab.evaluate("exported()"), encoding="utf-8")
    return path


def test_what_was_dropped_and_what_is_new_is_ticked_off_and_the_shell_tells_it(
    tab: Any, pair: Comparison, tmp_path: Path
) -> None:
    assert progress(tab) == "0 of 5 checked"
    row(tab, "修建水库三座。").locator(".ck").click()
    row(tab, "推广滴灌技术。").locator(".ck").click()
    assert progress(tab) == "2 of 5 checked"
    cells = tab.locator("#signoff .sum td").all_inner_texts()
    assert cells == ["5", "2", "0", "0", "0", "3"]
    file = json.loads(export(tab, tmp_path / "review.json").read_text("utf-8"))
    assert [(m["side"], m["quote"], m["verdict"], m["by"]) for m in file["marks"]] == [
        ("old", "修建水库三座。", "cleared", "Ada"),
        ("new", "推广滴灌技术。", "cleared", "Ada"),
    ]
    assert [file[side]["name"] for side in ("old", "new")] == ["old.txt", "new.txt"], "no folder of a machine"
    found = compare(OLD, NEW, Options(decisions=read_decisions(tmp_path / "review.json")))
    rows = {each["name"]: each for each in json.loads(str(render(found, "json")))["review"]["rows"]}
    assert (rows["Dropped"]["checked"], rows["Dropped"]["open"]) == (1, 1)


def test_a_section_is_ticked_off_as_a_whole_and_it_is_undone(tab: Any) -> None:
    tab.locator(".all-of").nth(1).click()
    assert tab.locator("#state").inner_text() == "3 rows checked; u undoes it."
    assert progress(tab) == "3 of 5 checked"
    tab.keyboard.press("u")
    assert progress(tab) == "0 of 5 checked"
    row(tab, "发放种子补贴。").locator(".ck").click()
    tab.locator("#undo").click()
    assert progress(tab) == "0 of 5 checked"
    assert tab.locator("#undo").is_disabled()


def test_the_key_of_escape_leaves_the_note_for_its_row_and_keeps_what_was_written(tab: Any) -> None:
    row(tab, "发放种子补贴。").evaluate("(r) => goTo(r, 'center')")
    tab.keyboard.press("q")
    tab.keyboard.type("who pays?")
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.matches('.row')")
    assert "who pays?" in row(tab, "发放种子补贴。").locator(".mark").inner_text()
    tab.keyboard.press("u")
    tab.keyboard.press("u")
    assert row(tab, "发放种子补贴。").locator(".mark").count() == 0


def test_only_open_rows_are_shown_and_the_keys_lead_through_them(tab: Any) -> None:
    tab.locator("[data-if=open]").click()
    settle(tab)
    for count in range(1, 6):
        tab.keyboard.press("n")
        tab.keyboard.press("c")
        settle(tab)
        until(tab, f"document.querySelectorAll('.row.open').length === {5 - count}")
    assert tab.evaluate("rows.filter((r) => !r.hidden && !r.closest('[hidden]')).length") == 0
    tab.keyboard.press("n")
    assert tab.locator("#state").inner_text() == "Nothing is open here."


def test_two_sentences_that_stand_alone_are_joined_and_the_shell_obeys(tab: Any, tmp_path: Path) -> None:
    for text in ("发放种子补贴。", "推广滴灌技术。"):
        row(tab, text).evaluate("(r) => goTo(r, 'center')")
        tab.keyboard.press("m")
    assert progress(tab) == "2 of 5 checked"
    found = compare(OLD, NEW, Options(decisions=read_decisions(export(tab, tmp_path / "review.json"))))
    linked = {(found.old.text(link.old), found.new.text(link.new)) for link in found.links if link.decided}
    assert linked == {("发放种子补贴。", "推广滴灌技术。")}


def test_the_name_is_asked_once_and_kept(nameless: Watched) -> None:
    tab = nameless.tab
    row(tab, "修建水库三座。").locator(".ck").click()
    tab.keyboard.press("Escape")
    until(tab, "!document.querySelector('#who')")
    assert progress(tab) == "0 of 5 checked", "who gives no answer has decided nothing"
    row(tab, "修建水库三座。").locator(".ck").click()
    tab.fill("#who-name", f"Bea {HOSTILE}")
    tab.keyboard.press("Enter")
    until(tab, "ledger.size === 1")
    row(tab, "发放种子补贴。").locator(".ck").click()
    assert {each["by"] for each in tab.evaluate("everyEntry()")} == {f"Bea {HOSTILE}"}
    tab = reopened(tab)
    until(tab, "ledger.size === 2")
    assert tab.locator("#reviewer").inner_text() == f"Reviewer: Bea {HOSTILE}"
    assert progress(tab) == "2 of 5 checked"
    assert tab.evaluate("document.images.length") == 0
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_two_tabs_lose_nothing_of_each_other(watched: Watched, address: str) -> None:
    first, second = watched.tab, watched.tab.context.new_page()
    for tab in (first, second):
        tab.goto(address)
    row(first, "修建水库三座。").locator(".ck").click()
    row(second, "发放种子补贴。").locator(".ck").click()
    for tab in (first, second):
        until(tab, "ledger.size === 2")
        until(tab, "document.querySelector('#progress').textContent === '2 of 5 checked'")
    until(reopened(first), "document.querySelector('#progress').textContent === '2 of 5 checked'")


def test_a_browser_that_keeps_nothing_says_so_and_works(browser: Any, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(BLOCKED)
    watched = Watched(context)
    watched.tab.goto(address)
    assert watched.tab.locator("#kept").is_visible()
    row(watched.tab, "修建水库三座。").locator(".ck").click()
    watched.tab.get_by_role("button", name="Without a name").click()
    until(watched.tab, "ledger.size === 1")
    row(watched.tab, "发放种子补贴。").locator(".ck").click()
    assert progress(watched.tab) == "2 of 5 checked"
    assert json.loads(watched.tab.evaluate("exported()"))["marks"][0]["by"] == ""
    context.close()
    assert watched.faults == []


def others(tab: Any, path: Path, verdict: str, by: str = "Bob", **more: Any) -> Path:
    """What another reviewer says of the first reworded pair."""
    first = "linksOf(pairRows.find((r) => r.matches('.reworded')))[0]"
    link = tab.evaluate(f"[{first}.old.span, {first}.new.span, {first}.old.text, {first}.new.text]")
    said = {"verdict": verdict, "note": "", "by": by, "at": "2026-01-02T10:00:00Z"} | more
    file = {"format": 2, **tab.evaluate("({ old: page.old, new: page.new })"), "marks": []}
    file["pairs"] = [dict(zip(("old", "new", "quote_old", "quote_new"), link, strict=True)) | said]
    path.write_text(json.dumps(file), encoding="utf-8")
    return path


def take_up(tab: Any, *files: Path) -> str:
    tab.evaluate("state.textContent = ''")
    tab.locator("#file").set_input_files(files)
    until(tab, "state.textContent !== '' && byId('file').value === ''")
    return str(tab.locator("#state").inner_text())


def test_contradictions_stand_side_by_side_until_they_are_settled(tab: Any, tmp_path: Path) -> None:
    pair_row = tab.locator(f"#{tab.evaluate('pairRows.find((r) => r.matches(`.reworded`)).id')}")
    pair_row.locator(".ck").click()
    said = take_up(tab, others(tab, tmp_path / "b.json", "wrong", note=f"{HOSTILE}"))
    assert said == "1 decisions read. Contradictions to be settled: 1."
    assert pair_row.get_attribute("data-verdict") == "conflict"
    assert pair_row.locator(".mark").inner_text() == f"Ada: checked\nBob: not the same – {HOSTILE}"
    case = tab.locator("#signoff .against")
    assert case.locator("b").all_inner_texts() == ["Ada", "Bob"]
    assert len(json.loads(tab.evaluate("exported()"))["pairs"]) == 2, "both are exported until it is settled"
    case.get_by_role("button", name="Take this").nth(1).click()
    assert pair_row.get_attribute("data-verdict") == "wrong"
    assert tab.locator("#signoff .against").count() == 0
    found = compare(OLD, NEW, Options(decisions=read_decisions(export(tab, tmp_path / "both.json"))))
    assert [each.together for each in found.rulings] == [False]
    assert tab.evaluate("document.images.length") == 0


def test_of_one_reviewer_the_later_decision_holds(tab: Any, tmp_path: Path) -> None:
    tab.locator(".row.reworded .ck").first.click()
    said = take_up(tab, others(tab, tmp_path / "a.json", "wrong", by="Ada"))
    assert said == "1 decisions read. 1 are older than what the same person decided later, and were left out."
    assert [each["verdict"] for each in tab.evaluate("everyEntry()")] == ["right"]


def test_a_question_stays_open_until_it_is_answered(tab: Any, tmp_path: Path) -> None:
    take_up(tab, others(tab, tmp_path / "b.json", "question", note="which ten?"))
    pair_row = tab.locator(f"#{tab.evaluate('pairRows.find((r) => r.matches(`.reworded`)).id')}")
    assert "Bob – which ten?" in pair_row.locator(".mark").inner_text()
    assert progress(tab) == "0 of 5 checked"
    assert "Bob: question – which ten?" in tab.locator("#signoff .case").inner_text()
    pair_row.locator(".ck").click()
    assert progress(tab) == "1 of 5 checked"
    assert tab.locator("#signoff .case").count() == 0


def test_a_desk_hears_of_each_change_and_gives_back_what_it_saved(tab: Any) -> None:
    tab.evaluate("globalThis.heard = []; document.addEventListener('repdiff:review', (e) => heard.push(e.detail)); 1")
    row(tab, "修建水库三座。").locator(".ck").click()
    row(tab, "发放种子补贴。").locator(".ck").click()
    heard = tab.evaluate("heard")
    assert [len(json.loads(each)["marks"]) for each in heard] == [1, 2]
    assert heard[-1] == tab.evaluate("exported()")
    give_back = "(text) => document.dispatchEvent(new CustomEvent('repdiff:restore', { detail: text }))"
    tab.evaluate(give_back, heard[0])
    assert progress(tab) == "1 of 5 checked", "what was saved takes the place of what was here"
    tab.evaluate(give_back, "")
    assert progress(tab) == "0 of 5 checked"
    tab.evaluate(give_back, "{")
    assert tab.locator("#state").inner_text().startswith("This file holds no decisions")
    assert len(tab.evaluate("heard")) == 2, "who gives back is not told of it"
    tab.evaluate(give_back, heard[1])
    until(reopened(tab), "document.querySelector('#progress').textContent === '2 of 5 checked'")


def test_a_signature_is_void_after_a_change_and_for_other_files(tab: Any, tmp_path: Path) -> None:
    row(tab, "修建水库三座。").locator(".ck").click()
    tab.locator("#sign").click()
    signature = tab.locator(".signature")
    assert "1 decisions, 4 rows open." in signature.inner_text()
    assert tab.locator(".signature.void").count() == 0
    signed = json.loads(export(tab, tmp_path / "signed.json").read_text("utf-8"))
    row(tab, "发放种子补贴。").locator(".ck").click()
    assert "decisions have changed since" in tab.locator(".signature.void").inner_text()
    tab.keyboard.press("u")
    assert tab.locator(".signature.void").count() == 0
    tab.get_by_role("button", name="Take the signature back").click()
    assert signature.count() == 0
    signed["signed"][0]["files"][0] = "c" * 64
    (tmp_path / "other.json").write_text(json.dumps(signed), encoding="utf-8")
    take_up(tab, tmp_path / "other.json")
    assert "signed for other files" in tab.locator(".signature.void").inner_text()


def test_the_same_decisions_are_the_same_bytes(tab: Any, tmp_path: Path) -> None:
    for text in ("发放种子补贴。", "修建水库三座。"):
        row(tab, text).locator(".ck").click()
    once = export(tab, tmp_path / "once.json")
    text = once.read_text("utf-8")
    assert text.index("修建水库三座。") < text.index("发放种子补贴。"), "in the order of the texts"
    tab.evaluate("restore('')")
    assert progress(tab) == "0 of 5 checked"
    take_up(tab, once)
    assert tab.evaluate("exported()") == text
    take_up(tab, once)
    assert tab.evaluate("exported()") == text


def test_a_page_made_with_decisions_shows_who_decided(tab: Any, pair: Comparison, tmp_path: Path) -> None:
    row(tab, "修建水库三座。").locator(".ck").click()
    decided = compare(OLD, NEW, Options(decisions=read_decisions(export(tab, tmp_path / "review.json"))))
    path = tmp_path / "decided.html"
    path.write_text(str(render(decided, "html", View(lang="en"))), encoding="utf-8")
    tab.evaluate("restore('')")
    tab.goto(path.as_uri())
    assert progress(tab) == "1 of 5 checked"
    tab.emulate_media(media="print")
    assert row(tab, "修建水库三座。").locator(".mark").inner_text() == "checked – Ada"
    assert tab.locator("#signoff").is_visible()
    assert not tab.locator("#sign").is_visible()


def test_axe_finds_nothing_in_a_review(tab: Any, nameless: Watched, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    tab.locator(".row.reworded .ck").first.click()
    take_up(tab, others(tab, tmp_path / "b.json", "wrong"))
    row(tab, "修建水库三座。").evaluate("(r) => goTo(r, 'center')")
    tab.keyboard.press("q")
    tab.locator("#sign").click()
    row(nameless.tab, "修建水库三座。").locator(".ck").click()
    for page in (tab, nameless.tab):
        found = axe.Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
