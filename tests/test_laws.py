"""Each law names what breaks it: the checks that `--self-check` runs are themselves checked on broken comparisons."""

from dataclasses import replace

import repdiff
from repdiff import Source
from repdiff.comparison import laws
from repdiff.model.links import Comparison, Edit, Kind, Op
from repdiff.model.texts import Span
from repdiff.renderers import Format, render


def test_a_sound_comparison_breaks_no_law(small_comparison: Comparison) -> None:
    report = render(small_comparison, Format.JSON)
    assert laws.cutting_loses_nothing(small_comparison.old) == ()
    assert laws.cutting_loses_nothing(small_comparison.new) == ()
    assert laws.every_sentence_once(small_comparison) == ()
    assert laws.edits_spell_both_sides(small_comparison) == ()
    assert laws.quotations_are_verbatim(small_comparison, report) == ()
    assert laws.same_input_same_result(small_comparison, small_comparison) == ()


def test_lost_text_is_quoted(small_comparison: Comparison) -> None:
    old = small_comparison.old
    lost = replace(old, sentences=tuple(s for s in old.sentences if s.id != 3))
    assert "加快发展现代工业" in " ".join(laws.cutting_loses_nothing(lost))
    gap = replace(old, sections=tuple(s for s in old.sections if s.id != 2))
    assert any("section 3 starts at" in violation for violation in laws.cutting_loses_nothing(gap))


def test_a_sentence_twice_or_never_is_named(small_comparison: Comparison) -> None:
    twice = replace(small_comparison, dropped=(*small_comparison.dropped, 3))
    assert any("old sentence 3 is 2 times" in violation for violation in laws.every_sentence_once(twice))
    never = replace(small_comparison, added=())
    assert any("is 0 times" in violation for violation in laws.every_sentence_once(never))


def test_an_edit_too_few_is_spelled_out(small_comparison: Comparison) -> None:
    index, group = next((i, g) for i, g in enumerate(small_comparison.groups) if g.edits)
    broken = [*small_comparison.groups]
    broken[index] = replace(group, edits=group.edits[1:])
    found = laws.edits_spell_both_sides(replace(small_comparison, groups=tuple(broken)))
    assert any(f"group {index}: the edits spell" in violation for violation in found)
    foreign = Edit(Op.INSERT, Span(0, 2), Span(0, 0))
    broken[index] = replace(group, edits=(*group.edits, foreign))
    assert laws.edits_spell_both_sides(replace(small_comparison, groups=tuple(broken)))


def test_changes_within_one_text_are_violations(small_comparison: Comparison) -> None:
    assert laws.same_text_has_no_change(small_comparison)


def test_a_one_sided_link_is_no_mirror(small_comparison: Comparison) -> None:
    turned = _turned(small_comparison)
    assert laws.turned_around_mirrors(small_comparison, turned) == ()
    links = (replace(turned.links[0], kind=Kind.REWORDED), *turned.links[1:])
    assert laws.turned_around_mirrors(small_comparison, replace(turned, links=links))
    assert laws.turned_around_mirrors(small_comparison, replace(turned, dropped=()))


def test_a_false_quotation_is_found(small_comparison: Comparison) -> None:
    report = render(small_comparison, Format.JSON).replace("修建", "修").replace("稳定粮食", "稳住粮食")
    assert any("稳住粮食" in violation for violation in laws.quotations_are_verbatim(small_comparison, report))


OLD = Source("2020.txt", "一、工业\n加快发展现代工业，增长7%。\n二、民生\n新增就业5万人。扩大社保覆盖面。\n")
NEW = Source("2021.txt", "一、制造业\n加快发展先进制造业，增长7.5%。\n二、民生\n新增就业4万人。办好学校。\n")


def test_a_program_can_ask_for_all_laws_at_once() -> None:
    found = repdiff.compare(OLD, NEW)
    assert repdiff.self_check(found) == ()
    lost = replace(found, added=found.added[1:])
    assert any("is 0 times in the result" in violation for violation in repdiff.self_check(lost))


def test_the_laws_hold_for_the_part_that_was_asked_for() -> None:
    """What the options narrowed is compared again with the same options: the rest of the text is not missed."""
    part = repdiff.compare(OLD, NEW, repdiff.Options(section="民生"))
    assert [part.new.text(s.id) for s in part.new.sentences] == ["二、民生", "新增就业4万人。", "办好学校。"]
    assert part.options.section == "民生"
    assert repdiff.self_check(part) == ()


def _turned(comparison: Comparison) -> Comparison:
    return replace(
        comparison,
        old=comparison.new,
        new=comparison.old,
        links=tuple(replace(link, old=link.new, new=link.old) for link in comparison.links),
        dropped=comparison.added,
        added=comparison.dropped,
    )
