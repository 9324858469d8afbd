"""Pairs too doubtful to be shown as one: dropped and added, with a "perhaps" between them."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browsing import Watched, settle, shown, until
from hypothesis import given
from hypothesis import strategies as st

import repdiff
from repdiff import Comparison, Options, Source, View, compare, read_decisions, render
from repdiff.cli import run
from repdiff.comparison import laws
from repdiff.comparison.doubt import set_apart
from repdiff.comparison.groups import make_groups
from repdiff.model.links import Kind
from repdiff.report.summary import tally

OLD = """# Roads
We will repair forty bridges on the northern line this year.
We will plant two thousand trees along the ring road.
The ferry to the island runs every hour.
The harbour office is closed on Sundays, and letters are answered within a week.
# Schools
Every school gets a library with trained staff.
Meals are free for pupils of the first three years.
"""
NEW = """# Roads
We will repair sixty bridges on the northern line this year.
We will plant three thousand trees along the ring road and the canal.
The ferry to the island runs every half hour.
The harbour office is closed on Sundays.
Letters are answered within a week.
# Schools
Every school gets a library with trained staff and long hours.
Meals are free for pupils of the first four years.
"""
LOW, HIGH = 0.3, 0.95


def scored(doubtful: Callable[[str, str], bool]) -> Comparison:
    """The two texts compared; the reworded pairs that are called doubtful score low, the others high."""
    found = compare(Source("plan-a.md", OLD, sha256="a" * 64), Source("plan-b.md", NEW, sha256="b" * 64))
    links = tuple(
        replace(link, score=LOW if doubtful(found.old.text(link.old), found.new.text(link.new)) else HIGH)
        if link.kind is Kind.REWORDED
        else link
        for link in found.links
    )
    return replace(found, links=links, groups=make_groups(found.old, found.new, links, found.options))


def trees_and_letters(old: str, new: str) -> bool:
    """One pair alone, and one half of a split."""
    return "trees" in old or new.startswith("Letters")


@pytest.fixture(scope="module")
def doubted() -> Comparison:
    found = scored(trees_and_letters)
    assert sum(link.score == LOW for link in found.links) == 2
    return found


def texts(comparison: Comparison, side: str) -> list[str]:
    document = comparison.old if side == "dropped" else comparison.new
    return [document.text(i) for i in getattr(comparison, side)]


def test_a_doubtful_pair_is_dropped_and_added_and_the_sure_part_of_a_split_stays(doubted: Comparison) -> None:
    made = set_apart(doubted, 0.5)
    assert texts(made, "dropped") == ["We will plant two thousand trees along the ring road."]
    assert texts(made, "added") == [
        "We will plant three thousand trees along the ring road and the canal.",
        "Letters are answered within a week.",
    ]
    office = next(g for g in made.groups if "office" in made.old.text(g.old[0]))
    assert [made.new.text(i) for i in office.new] == ["The harbour office is closed on Sundays."]
    assert office.shape == "one"
    assert laws.every_sentence_once(made) == laws.edits_spell_both_sides(made) == ()


def test_groups_without_doubt_are_not_made_again(doubted: Comparison) -> None:
    made = set_apart(doubted, 0.5)
    before = {id(group.edits) for group in doubted.groups}
    new = [group for group in (*made.groups, *made.doubts) if id(group.edits) not in before]
    assert {made.old.text(group.old[0])[:18] for group in new} == {"The harbour office"}


def test_nothing_is_doubtful_below_zero(doubted: Comparison) -> None:
    assert set_apart(doubted, 0) is doubted
    for form in ("terminal", "markdown", "html"):
        assert "erhaps:" not in re.sub(r"<script.*", "", str(render(doubted, form, View(min_score=0))), flags=re.DOTALL)


def test_what_a_person_decided_is_never_doubtful() -> None:
    found = scored(lambda old, _: "trees" in old)
    decided = replace(found, links=tuple(replace(link, decided=True) for link in found.links))
    assert set_apart(decided, 1.0) is decided


@given(scores=st.lists(st.floats(0, 1), min_size=20, max_size=20), least=st.floats(0, 1))
def test_every_law_holds_whatever_is_set_apart(scores: list[float], least: float) -> None:
    found = BOTH[0]
    links = tuple(replace(link, score=scores[k % 20]) for k, link in enumerate(found.links))
    found = replace(found, links=links, groups=make_groups(found.old, found.new, links, found.options))
    made = set_apart(found, least)
    assert laws.doubt_loses_nothing(found, least) == ()
    assert all(link.score >= least for link in made.links if link.kind is Kind.REWORDED)
    assert [made.perhaps[k] for group in made.doubts for k in group.links] == list(made.perhaps)
    assert laws.edits_spell_both_sides(replace(made, groups=made.doubts)) == ()
    for group in made.doubts:
        assert {made.perhaps[k].old for k in group.links} == set(group.old)
        assert {made.perhaps[k].new for k in group.links} == set(group.new)


BOTH = tuple(
    compare(Source(*a), Source(*b)) for a, b in ((("a.md", OLD), ("b.md", NEW)), (("b.md", NEW), ("a.md", OLD)))
)


@given(least=st.floats(0, 1))
def test_turned_around_the_same_pairs_are_set_apart(least: float) -> None:
    here, there = (set_apart(each, least) for each in BOTH)
    assert {(k.old, k.new) for k in here.perhaps} == {(k.new, k.old) for k in there.perhaps}
    assert (here.dropped, here.added) == (there.added, there.dropped)
    assert {(g.old, g.new) for g in here.doubts} == {(g.new, g.old) for g in there.doubts}


def test_a_list_quotes_the_other_sentence_with_its_place(doubted: Comparison) -> None:
    said = str(render(doubted, "terminal", View(width=0)))
    below = said.split("- dropped 3:1 We will plant two thousand")[1].split("\n")
    assert (
        below[1]
        == "  perhaps: “We will plant three thousand trees along the ring road and the canal.” (3:1, unsure, score 0.30)"
    )
    assert "perhaps: “We will plant two thousand trees along the ring road.” (3:1, unsure, score 0.30)" in said
    letters = said.split("+ added 6:1 ")[1].split("\n")
    assert letters[1].startswith("  perhaps: “The harbour office is closed on Sundays, and letters")
    assert "perhaps also: “Letters are answered within a week.” (6:1, unsure, score 0.30)" in said
    markdown = str(render(doubted, "markdown"))
    assert "**dropped, perhaps reworded** (commitment) 3:1: We will plant two thousand" in markdown
    assert "  - *perhaps: “We will plant three thousand trees" in markdown


def test_the_summary_says_how_many_are_perhaps_reworded(doubted: Comparison) -> None:
    made = set_apart(doubted, 0.5)
    count = tally(made, frozenset(repdiff.Role))
    assert (count.dropped, count.dropped_perhaps, count.added, count.added_perhaps) == (1, 1, 2, 2)
    said = str(render(doubted, view=View(width=0)))
    assert "1 dropped (1 perhaps reworded); 1 new in new (1 perhaps reworded)." in said
    assert "added  perhaps\n" in said  # the last column of the counts
    assert "疑似改写1处" in str(render(doubted, view=View(lang="zh")))
    assert "reformulation possible" in str(render(doubted, view=View(lang="fr", width=0)))


@pytest.mark.parametrize(("only", "rows"), [("perhaps", 4), ("dropped", 1), ("added", 2)])
def test_only_takes_perhaps_as_a_kind(doubted: Comparison, only: str, rows: int) -> None:
    page = str(render(doubted, "html", View(only=frozenset({only}))))
    assert len(re.findall(r'<article class="row', page)) == rows
    targets = set(re.findall(r'class="to" href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page)), "no link leads nowhere"
    assert "thousand trees along the ring road" in page


def test_a_pair_that_is_perhaps_one_is_one_click_apart(doubted: Comparison) -> None:
    page = str(render(doubted, "html"))
    dropped = re.search(r'<article class="row dropped perhaps r-commitment" id="([^"]+)".*?</article>', page, re.DOTALL)
    added = re.search(r'<article class="row added perhaps r-commitment" id="([^"]+)".*?</article>', page, re.DOTALL)
    assert dropped is not None
    assert added is not None
    assert f'href="#{added[1]}"' in dropped[0]
    assert f'href="#{dropped[1]}"' in added[0]
    assert "<del>two</del>" in dropped[0]
    assert "<ins>three</ins>" in dropped[0]
    assert "No sentence of new says this for sure" in dropped[0]


def test_the_table_of_sentences_has_the_other_place_and_the_score(doubted: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(str(render(doubted, "csv", View(table="sentences"))))))
    assert list(rows[0])[-3:] == ["perhaps_place", "perhaps_score", "turned"]
    trees = next(row for row in rows if "two thousand" in row["old"])
    assert (trees["kind"], trees["perhaps_place"], trees["perhaps_score"]) == ("dropped", "3:1", "0.30")
    letters = next(row for row in rows if row["new"].startswith("Letters"))
    assert (letters["kind"], letters["perhaps_place"]) == ("added", "5:1")
    office = next(row for row in rows if row["new"].startswith("The harbour"))
    assert (office["kind"], office["perhaps_place"], office["perhaps_score"]) == ("reworded", "6:1", "0.30")
    assert all(not row["perhaps_place"] for row in rows if "ferry" in row["old"])


def test_json_keeps_every_link_and_marks_the_doubtful_ones(doubted: Comparison) -> None:
    low, none = (json.loads(str(render(doubted, "json", View(min_score=least)))) for least in (0.5, 0))
    assert [link["perhaps"] for link in low["links"]] == [link["score"] == LOW for link in low["links"]]
    marked = [group for group in low["groups"] if group["perhaps"]]
    assert {low["sentences"]["old"][group["old"][0]]["text"][:20] for group in marked} == {
        "We will plant two th",
        "The harbour office i",
    }
    for record in (low, none):
        for entry in (*record["links"], *record["groups"]):
            del entry["perhaps"]
    assert low == none


def test_a_heading_that_is_doubtful_is_renamed_where_its_sections_are_paired() -> None:
    found = scored(lambda old, _: old == "# Traffic and roads")
    assert not found.perhaps
    turned = compare(Source("a.md", OLD.replace("# Roads", "# Traffic and roads")), Source("b.md", NEW))
    links = tuple(replace(k, score=LOW) if turned.old.text(k.old) == "# Traffic and roads" else k for k in turned.links)
    turned = replace(turned, links=links, groups=make_groups(turned.old, turned.new, links, turned.options))
    said = str(render(turned, view=View(width=0)))
    assert "was: Traffic and roads" in said
    assert "only in old" not in said


def test_the_option_reaches_every_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("a.md", OLD), ("b.md", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / "a.md"), str(tmp_path / "b.md")]
    assert run([*files, "--min-score", "1"]) == 0
    strict = capsys.readouterr().out
    assert run([*files, "--min-score", "0"]) == 0
    loose = capsys.readouterr().out
    assert "perhaps: “" in strict
    assert "~ old" not in strict
    assert "perhaps" not in loose
    assert run([*files, "--min-score", "1", "--format", "json"]) == 0
    assert '"perhaps": true' in capsys.readouterr().out
    assert run([*files, "--min-score", "1", "--exit-code"]) == run([*files, "--min-score", "0", "--exit-code"]) == 1
    capsys.readouterr()
    assert run([*files, "--min-score", "1.5"]) != 0
    assert "1.5" in capsys.readouterr().err


@pytest.fixture
def page(doubted: Comparison, watched: Watched, tmp_path: Path) -> Any:
    path = tmp_path / "page.html"
    path.write_text(str(render(doubted, "html", View(lang="en"))), encoding="utf-8")
    watched.tab.goto(path.as_uri())
    return watched.tab


@pytest.mark.xdist_group("browser")
def test_both_texts_stand_beside_each_other_after_one_click(page: Any) -> None:
    row = page.locator(".dropped.perhaps")
    marked = "$('.dropped.perhaps :is(.o del, .maybe ins)').map((e) => getComputedStyle(e).textDecorationLine).join()"
    assert "underline" not in page.evaluate(marked)
    assert "line-through" not in page.evaluate(marked)
    row.locator(".maybe summary").click()
    assert page.evaluate(marked).startswith("line-through,underline")
    boxes = row.locator("> .o > p").bounding_box(), row.locator(".maybe .q").bounding_box()
    assert boxes[1]["x"] > boxes[0]["x"] + boxes[0]["width"]
    assert abs(boxes[1]["y"] - boxes[0]["y"]) < 60
    page.keyboard.press("Escape")
    row.locator(".maybe a").click()
    until(page, "document.activeElement.matches('.added.perhaps')")
    page.keyboard.press("p")
    assert page.locator(".added.perhaps:focus .maybe details[open]").count() == 1


@pytest.mark.xdist_group("browser")
def test_a_link_to_a_row_that_a_filter_hides_shows_it(page: Any) -> None:
    page.locator("[data-show=dropped]").click()
    assert shown(page) == ["row dropped perhaps r-commitment open"]
    page.locator(".dropped.perhaps .maybe a").click()
    until(page, "document.activeElement.matches('.added.perhaps')")
    settle(page)
    assert page.locator(".added.perhaps:focus").is_visible()


@pytest.mark.xdist_group("browser")
def test_the_chip_shows_what_is_perhaps_a_pair(page: Any) -> None:
    assert page.locator("[data-if=perhaps]").inner_text() == "perhaps reworded 4"
    page.locator("[data-if=perhaps]").click()
    assert len(shown(page)) == 4
    page.locator("#q").fill("two thousand")
    until(page, "document.documentElement.dataset.ready === String(turn) && location.hash.includes('two')")
    assert len(shown(page)) == 1, "a search looks at what a row says, not at what it perhaps is"


@pytest.mark.xdist_group("browser")
def test_one_click_says_that_two_belong_together(page: Any, doubted: Comparison, tmp_path: Path) -> None:
    button = page.locator(".dropped.perhaps .as-one")
    button.click()
    other = page.locator(".added.perhaps.r-commitment .as-one")
    assert other.get_attribute("aria-pressed") == "true"
    assert "joined" in page.locator(".dropped.perhaps > .v .mark").inner_text()
    with page.expect_download() as download:
        page.locator("#export").click()
    path = tmp_path / "review.json"
    download.value.save_as(path)
    (pair,) = json.loads(path.read_text("utf-8"))["pairs"]
    assert pair["verdict"] == "join"
    assert pair["quote_old"] == "We will plant two thousand trees along the ring road."
    assert pair["quote_new"] == "We will plant three thousand trees along the ring road and the canal."
    assert doubted.old.source.text[slice(*pair["old"])] == pair["quote_old"]
    again = compare(doubted.old.source, doubted.new.source, Options(decisions=read_decisions(path)))
    assert pair["quote_old"] not in texts(set_apart(again, 1.0), "dropped")
    other.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator(".mark").count() == 0


@pytest.mark.xdist_group("browser")
def test_a_copy_of_a_sentence_alone_has_no_marks(page: Any) -> None:
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.locator(".dropped.perhaps > .v summary").click()
    page.locator(".dropped.perhaps").get_by_role("button", name="Copy as Markdown").click()
    assert "> We will plant two thousand trees along the ring road." in page.evaluate("window.copied")
