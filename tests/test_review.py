"""Judging pairs on the page, and copying them."""

import json
from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, reopened, settle, until

from repdiff import Comparison, Options, compare, read_decisions

pytestmark = pytest.mark.xdist_group("browser")


def rows_to_judge(tab: Any, count: int) -> list[str]:
    """Ids of reworded pairs of one sentence with one."""
    single = "r.matches('.reworded') && !(r.dataset.n + r.dataset.o).includes(' ')"
    found: list[str] = tab.evaluate(f"pairRows.filter((r) => {single}).slice(0, {count}).map((r) => r.id)")
    return found


def test_review_is_kept_exported_and_imported(
    tab: Any, watched: Watched, seed_pair: Comparison, tmp_path: Path
) -> None:
    right, wrong, noted = rows_to_judge(tab, 3)
    total = tab.evaluate("dueRows.length")
    tab.locator(f"#{right} .ck").click()
    tab.locator(f"#{wrong} > .v summary").click()
    tab.get_by_role("button", name="Wrong: not the same").click()
    assert "not the same" in tab.locator(f"#{wrong} .mark").text_content()
    tab.locator(f"#{noted} > .v summary").click()
    assert tab.locator(f"#{noted} textarea").is_disabled()
    tab.locator(f"#{noted} .does").get_by_role("button", name="Checked").click()
    tab.locator(f"#{noted} textarea").fill("ask the finance bureau <b>")
    tab.locator(f"#{noted} textarea").blur()
    dropped, added = (tab.evaluate(f"rows.find((r) => r.matches('.{kind}')).id") for kind in ("dropped", "added"))
    tab.locator(f"#{dropped} > .v summary").click()
    tab.locator(f"#{dropped}").get_by_role("button", name="Join with another").click()
    tab.locator(f"#{added} > .v summary").click()
    tab.locator(f"#{added}").get_by_role("button", name="Join here").click()
    assert "joined" in tab.locator(f"#{dropped} .mark").text_content()
    assert tab.locator("#progress").inner_text() == f"5 of {total} checked"

    with tab.expect_download() as download:
        tab.locator("#export").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    file = json.loads(path.read_text("utf-8"))
    assert list(file) == ["format", "old", "new", "pairs", "marks", "signed"]
    assert file["format"] == 2
    assert file["old"] == {"name": "xuchang-2020.txt", "sha256": seed_pair.old.source.sha256}, "no folder of a machine"
    assert sorted(pair["verdict"] for pair in file["pairs"]) == ["join", "right", "right", "wrong"]
    for pair in file["pairs"]:
        assert set(pair) == {"old", "new", "verdict", "quote_old", "quote_new", "note", "by", "at"}
        assert pair["by"] == "Ada"
        assert seed_pair.old.source.text[slice(*pair["old"])] == pair["quote_old"]
        assert seed_pair.new.source.text[slice(*pair["new"])] == pair["quote_new"]
    assert [pair["note"] for pair in file["pairs"] if pair["note"]] == ["ask the finance bureau <b>"]

    again = compare(seed_pair.old.source, seed_pair.new.source, Options(decisions=read_decisions(path)))
    pinned, forbidden = (
        {(tuple(pair["old"]), tuple(pair["new"])) for pair in file["pairs"] if (pair["verdict"] == "wrong") is apart}
        for apart in (False, True)
    )
    linked = {(again.old.sentences[k.old].span, again.new.sentences[k.new].span) for k in again.links}
    assert pinned <= linked
    assert not forbidden & linked
    assert "ask the finance bureau <b>" in {k.note for k in again.links}

    tab = reopened(tab)
    until(tab, "ledger.size > 0")
    assert tab.locator("#progress").inner_text() == f"5 of {total} checked"
    tab.evaluate("restore('')")
    assert tab.locator("#progress").inner_text() == f"0 of {total} checked"
    tab.locator("#file").set_input_files(path)
    until(tab, "state.textContent !== ''")
    assert tab.locator("#state").inner_text() == "4 decisions read."
    assert tab.locator("#progress").inner_text() == f"5 of {total} checked"
    assert tab.locator(f"#{wrong}").get_attribute("data-verdict") == "wrong"
    tab.locator(f"#{right} .ck").click()
    assert tab.locator("#progress").inner_text() == f"4 of {total} checked"


def test_decisions_on_other_files_are_found_by_quotation_and_stale_ones_counted(tab: Any, tmp_path: Path) -> None:
    (row,) = rows_to_judge(tab, 1)
    tab.locator(f"#{row} .ck").click()
    file = json.loads(tab.evaluate("exported()"))
    file["old"]["sha256"] = "0" * 64
    known, gone = dict(file["pairs"][0]), dict(file["pairs"][0])
    known["old"], gone["quote_old"] = [0, 1], "no such sentence"
    path = tmp_path / "shifted.json"
    path.write_text(json.dumps(file | {"pairs": [known, gone]}), encoding="utf-8")
    tab.evaluate("ledger.clear(); push()")
    tab.locator("#file").set_input_files(path)
    until(tab, "state.textContent !== ''")
    assert tab.locator("#state").inner_text() == "1 decisions read; 1 no longer found in these texts."
    assert tab.evaluate("everyEntry()[0].old") == file["pairs"][0]["old"]


@pytest.mark.parametrize(
    "text", ["not json", "{}", '{"format": 3, "pairs": []}', '{"format": 1, "pairs": [{"old": "x"}]}', "null"]
)
def test_a_file_that_holds_no_decisions_changes_nothing(tab: Any, tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    tab.locator("#file").set_input_files(path)
    until(tab, "state.textContent !== ''")
    assert tab.locator("#state").inner_text().startswith("This file holds no decisions")
    assert tab.evaluate("ledger.size") == 0


def test_keys_judge_the_pair_at_hand(tab: Any) -> None:
    tab.keyboard.press("2")
    settle(tab)
    tab.keyboard.press("j")
    tab.keyboard.press("c")
    assert tab.evaluate("everyEntry().every((p) => p.verdict === 'right') && ledger.size > 0")
    tab.keyboard.press("x")
    assert tab.evaluate("everyEntry().every((p) => p.verdict === 'wrong')")
    tab.keyboard.press("x")
    assert tab.evaluate("ledger.size") == 0
    tab.keyboard.press("w")
    assert tab.evaluate("thisRow().querySelector('details').open")


def test_a_pair_is_copied_with_its_place(tab: Any, watched: Watched, seed_pair: Comparison) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    (row,) = rows_to_judge(tab, 1)
    tab.locator(f"#{row} > .v summary").click()
    tab.get_by_role("button", name="Copy as text").click()
    until(tab, "state.textContent === 'Copied.'")
    text = tab.evaluate("navigator.clipboard.readText()")
    start = int(tab.locator(f"#{row}").get_attribute("data-o").split("-")[0])
    line, column = seed_pair.old.source.place(start)
    assert f"2020 (line {line}, column {column}): " in text
    assert "2021 (line " in text
    tab.evaluate("state.textContent = ''")
    tab.get_by_role("button", name="Copy as Markdown").click()
    until(tab, "state.textContent === 'Copied.'")
    markdown = tab.evaluate("navigator.clipboard.readText()")
    assert "> — 2020, line " in markdown
    assert "~~" in markdown
    tab.get_by_role("button", name="Copy link").click()
