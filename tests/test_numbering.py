"""Numbering is no wording: an item, a heading or a sentence that only got a new number is identical, and that is said once.

The long run over random lists is `pytest -m benchmark tests/bench_numbering.py`.
"""

from pathlib import Path

import pytest
from renumbered import STYLES, renumbered, with_another_digit
from test_cli import repdiff

from repdiff import Comparison, Kind, Op, Options, Role, Source, View, compare, cut_document, self_check
from repdiff.renderers import Format, render

COUNT = 150
SEVERAL = 4
POLICY = (
    "# Rules of the hall\n\n## 1. Opening hours\n\nThe hall opens at nine.\n\n## 2. Fees\n\n1. Adults pay five pounds.\n"
    "2. Children pay nothing (see section 1).\n\n### 2.1 Refunds\n\nNo fee is paid back.\n"
)
LATER = (
    "# Rules of the hall\n\n## 1. Who may come\n\nGuests of all ages are welcome here.\n\n## 2. Opening hours\n\nThe hall opens at nine."
    "\n\n## 3. Fees\n\n1. Members pay one pound a year.\n2. Adults pay five pounds.\n3. Children pay nothing (see section 2).\n\n"
    "### 3.1 Refunds\n\nNo fee is paid back.\n"
)


def laid(old: str, new: str, ignore: tuple[str, ...] = (), kind: str = "txt") -> Comparison:
    marks = (Source("old", old, kind), Source("new", new, kind))
    return compare(*marks, Options(ignore=ignore))


def fates(found: Comparison) -> list[str]:
    changed = [group for group in found.groups if group.kind is not Kind.IDENTICAL]
    return [found.old.text(group.old[0]) for group in changed] + [found.old.text(each) for each in found.dropped]


def unmatched(seed: int) -> list[str]:
    """What of a random list that was renumbered is not found identical in the new one."""
    pair = renumbered(seed)
    hard = bool(seed % 2)
    found = compare(Source("old", pair.old, hard_lines=hard), Source("new", pair.new, hard_lines=hard))
    same = {link.old for link in found.links if link.kind is Kind.IDENTICAL}
    return [f"{pair.style}: {found.old.text(s.id)}" for s in found.old.sentences if s.id not in same]


def wrongly_identical(seed: int) -> list[str]:
    """The item of a random list that is called identical though one of its digits was changed."""
    changed = with_another_digit(seed)
    if changed is None:
        return []
    found = compare(
        *(Source(name, text, hard_lines=True) for name, text in zip(("old", "new"), changed[:2], strict=True))
    )
    same = {link.new for link in found.links if link.kind is Kind.IDENTICAL}
    return [found.new.text(k) for k in sorted(same) if changed[2] in found.new.text(k)]


def test_no_item_with_another_digit_is_identical() -> None:
    assert [wrong for seed in range(COUNT) for wrong in wrongly_identical(seed)] == []


def test_no_item_of_a_renumbered_list_is_reworded_or_dropped() -> None:
    assert [lost for seed in range(COUNT) for lost in unmatched(seed)] == []


@pytest.mark.parametrize("style", [name for name, _ in STYLES])
def test_numbers_of_every_style_are_left_out_and_shown(style: str) -> None:
    number = dict(STYLES)[style]
    text = "\n".join(number(n) + item for n, item in enumerate(("Dig a well.", "Mend the roof.", "Paint the gate."), 1))
    found = cut_document(Source("list", text, hard_lines=True))
    assert [found.number(s.id) for s in found.sentences if found.number(s.id)] == [
        number(n).strip(" \n　#") for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "marks", [("Step 1: ", "Step 2: ", "Step 3: "), ("가. ", "나. ", "다. "), ("一．", "二．", "三．")]
)
def test_steps_and_the_letters_and_stops_of_other_scripts_are_numbering(marks: tuple[str, str, str]) -> None:
    items = ("修路十公里。", "植树一万棵。") if marks[0][0] == "一" else ("Dig a well.", "Mend the roof.")
    old = "\n".join(mark + item for mark, item in zip(marks, items, strict=False))
    new = "\n".join(mark + item for mark, item in zip(marks[1:], items, strict=False))
    assert fates(laid(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2025年建成三所学校。", "2026年建成三所学校。"),
        ("5个公园今年开放。", "6个公园今年开放。"),
        ("3.5% of all roads are mended.", "3.6% of all roads are mended."),
        ("1.5 million trees are planted.", "1.6 million trees are planted."),
        ("12 schools will open in May.", "13 schools will open in May."),
        ("Article 5 applies to all lakes.", "Article 6 applies to all lakes."),
        ("The fee is set in Article 5.", "The fee is set in Article 6."),
        ("2. 100 homes are built.", "2. 120 homes are built."),
        ("Top 10 cities are named.", "Top 20 cities are named."),
        ("3. Mai ist ein Feiertag.", "4. Mai ist ein Feiertag."),
        ("1. Quartal: der Umsatz steigt.", "2. Quartal: der Umsatz steigt."),
        ("1、2号线今年开通。", "1、3号线今年开通。"),
        ("一、二期工程全面开工。", "一、三期工程全面开工。"),
        ("第三条跑道今年开工。", "第四条跑道今年开工。"),
        ("第三季度开工建设。", "第四季度开工建设。"),
        ("-5 degrees were measured.", "5 degrees were measured."),
        ("§ 12 gilt auch hier.", "§ 13 gilt auch hier."),
        ("5. Klasse und Hort bleiben.", "6. Klasse und Hort bleiben."),
    ],
)
def test_a_digit_that_is_no_numbering_is_never_identical(old: str, new: str) -> None:
    for around in ("{}", "The town hall is mended.\n\n{}\n\nThe well is deep."):
        assert fates(laid(around.format(old), around.format(new))) or laid(around.format(old), around.format(new)).added


def test_a_policy_with_a_section_put_in_front_has_only_the_reference_reworded() -> None:
    found = laid(POLICY, LATER, kind="md")
    assert fates(found) == ["2. Children pay nothing (see section 1)."]
    assert not any(link.renamed for link in found.section_links)
    assert [note for note in found.notes if "new number" in note] == [
        "Sentences that only got a new number (1. → 2.) count as unchanged: 4."
    ]
    assert self_check(found) == ()


def test_the_number_of_a_reworded_item_is_spelled_and_not_marked() -> None:
    found = laid(POLICY, LATER, kind="md")
    reworded = next(group for group in found.groups if group.kind is Kind.REWORDED)
    first = reworded.edits[0]
    assert (first.op, found.old.source.quote(first.old), found.new.source.quote(first.new)) == (Op.EQUAL, "2. ", "3. ")
    shown = render(found, Format.TERMINAL, View(lang="en", width=0))
    assert "2. Children pay nothing (see section [-1-])." in shown
    assert "3. Children pay nothing (see section {+2+})." in shown


def test_numbers_that_only_one_text_has_are_no_change() -> None:
    bare = (
        POLICY.replace("## 1. ", "## ")
        .replace("## 2. ", "## ")
        .replace("2.1 ", "")
        .replace("\n1. ", "\n")
        .replace("\n2. ", "\n\n")
    )
    found = laid(POLICY, bare)
    assert fates(found) == []
    assert not found.added
    assert any("in one text only" in note for note in found.notes)


def test_points_inside_running_text_are_numbered() -> None:
    old = "要做好三件事。一是修桥铺路。二是植树造林。三是开办学校。"
    new = "要做好四件事。一是疏通河道。二是修桥铺路。三是植树造林。四是开办学校。"
    assert fates(laid(old, new)) == ["要做好三件事。"]


def test_a_changed_bullet_is_not_even_told() -> None:
    found = laid("- Dig a well.\n- Mend the roof.\n", "● Dig a well.\n● Mend the roof.\n")
    assert fates(found) == []
    assert found.notes == ()


def test_numbers_are_told_for_programs() -> None:
    import json

    report = json.loads(render(laid(POLICY, LATER, kind="md"), Format.JSON, View()))
    told = [(link["old_number"], link["new_number"]) for link in report["links"] if link["renumbered"]]
    assert told == [("1.", "2."), ("2.", "3."), ("1.", "2."), ("2.1", "3.1")]
    assert report["counts"]["all"]["renumbered"] == SEVERAL
    assert sum(group["renumbered"] for group in report["groups"]) == SEVERAL


def test_with_nothing_but_new_numbers_the_exit_code_says_so_unless_they_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("1. Dig a well.\n2. Mend the roof.\n", "utf-8")
    (tmp_path / "new.txt").write_text("2. Dig a well.\n3. Mend the roof.\n", "utf-8")
    first = repdiff(tmp_path, "old.txt", "new.txt", "--exit-code", "--self-check")
    assert first.returncode == 1
    assert "only got a new number (1. → 2.)" in first.stdout
    second = repdiff(tmp_path, "old.txt", "new.txt", "--exit-code", "--ignore", "numbering")
    assert second.returncode == 0
    assert "number (" not in second.stdout


def test_a_numbered_item_is_not_measured_by_its_number() -> None:
    found = cut_document(Source("list", "Plan\n\n(3) We will build 5 schools.\n(4) We will plant 900 trees.\n"))
    assert [
        (q.numbers[0], found.source.quote(q.indicator))
        for q in found.quantities
        if "(" in found.source.quote(q.indicator)
    ] == []
    assert [int(q.numbers[0]) for q in found.quantities] == [5, 900]
    assert [s.role for s in found.sentences[1:]] == [Role.COMMITMENT, Role.COMMITMENT]


CHANGED = (
    ("dates", "Last updated: 3 May 2023.", "Last updated: 12 June 2024."),
    ("dates", "本办法自2023年5月3日起施行。", "本办法自2024年6月12日起施行。"),
    ("dates", "Stand der Liste: 03.05.2023.", "Stand der Liste: 12.06.2024."),
    ("links", "Ask for a copy at https://example.org/a now.", "Ask for a copy at https://example.org/b/c now."),
    ("links", "Write to desk@example.org for a copy.", "Write to front.desk@example.com for a copy."),
)
KEPT = (
    ("dates", "By 2025 we will build a bridge.", "By 2030 we will build a bridge."),
    ("dates", "到2025年建成新桥。", "到2030年建成新桥。"),
    ("dates", "We build 5 bridges by 3 May 2023.", "We build 6 bridges by 3 May 2024."),
    ("dates", "Version 2.1.3 is used here.", "Version 2.1.4 is used here."),
    ("links", "The ratio is 3:1 at the lake.", "The ratio is 2:1 at the lake."),
)
BESIDE = "\n\nThe old mill becomes a museum.\n"


@pytest.mark.parametrize(("what", "old", "new"), CHANGED)
def test_what_is_ignored_makes_no_difference_and_is_counted(what: str, old: str, new: str) -> None:
    assert fates(laid(old + BESIDE, new + BESIDE))
    found = laid(old + BESIDE, new + BESIDE, (what,))
    assert fates(found) == []
    assert [note for note in found.notes if note.endswith("as asked: 1.")]
    assert self_check(found) == ()


@pytest.mark.parametrize(("what", "old", "new"), KEPT)
def test_what_is_no_date_and_no_link_is_not_ignored(what: str, old: str, new: str) -> None:
    found = laid(old + BESIDE, new + BESIDE, (what,))
    assert fates(found)


def test_what_cannot_be_ignored_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("A well.\n", "utf-8")
    found = repdiff(tmp_path, "old.txt", "old.txt", "--ignore", "dates,colours")
    assert found.returncode == 2
    assert "numbering, dates, links" in found.stderr


def test_capitals_set_in_small_letters_are_one_pair_and_told() -> None:
    old = "Terms\n\nThe well is deep.\n\nNO WATER IS SOLD AFTER SUNSET.\n"
    found = laid(old, old.replace("NO WATER IS SOLD AFTER SUNSET", "No water is sold after sunset"))
    assert fates(found) == ["NO WATER IS SOLD AFTER SUNSET."]
    assert not found.dropped
    assert found.groups[-1].recased
    page = render(found, Format.HTML, View(lang="en"))
    assert "only the case of letters" in page
