"""What a person decided about pairs is obeyed, found again in changed texts, or named as stale."""

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import repdiff
from repdiff.cli import run
from repdiff.comparison import laws
from repdiff.comparison.rulings import settle
from repdiff.model.decisions import Decision, Decisions, Side, Verdict
from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.links import Comparison, Kind, Link
from repdiff.model.texts import Source, Span
from repdiff.model.view import View
from repdiff.renderers import Format, render
from repdiff.sources.decisions import read_decisions

SEEDS = Path(__file__).parent.parent / "seeds"
PARAGRAPH = "新插入的一段文字，与全文其他内容无关，只为让后面的位置全部后移。\n"


@dataclass(frozen=True)
class Review:
    """A comparison of two real reports and what a person decided on it: pairs of sentence ids."""

    comparison: Comparison
    wrong: tuple[tuple[int, int], ...]
    right: tuple[tuple[int, int], ...]
    path: Path

    @property
    def decisions(self) -> Decisions:
        return read_decisions(str(self.path))

    def spans(self, pair: tuple[int, int]) -> tuple[Span, Span]:
        return self.comparison.old.sentences[pair[0]].span, self.comparison.new.sentences[pair[1]].span


def entry(old: Document, new: Document, pair: tuple[int, int], verdict: str, note: str = "") -> dict[str, Any]:
    """One entry of the file, as the page writes it."""
    spans = old.sentences[pair[0]].span, new.sentences[pair[1]].span
    quotes = old.text(pair[0]), new.text(pair[1])
    return {
        "old": list(spans[0]),
        "new": list(spans[1]),
        "verdict": verdict,
        "quote_old": quotes[0],
        "quote_new": quotes[1],
        "note": note,
    }


def document(old: Source, new: Source, pairs: list[dict[str, Any]]) -> dict[str, Any]:
    sides = {"old": old, "new": new}
    return {"format": 1, "pairs": pairs} | {k: {"name": s.name, "sha256": s.sha256} for k, s in sides.items()}


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """Three links forbidden, of a heading, an equal and a reworded pair; two pairs made that pairing does not make."""
    comparison = repdiff.compare(*(repdiff.read(SEEDS / f"xuchang-{year}.txt") for year in (2020, 2021)))
    old, new = comparison.old, comparison.new
    heading = next(k for k in comparison.links if old.sentences[k.old].role == new.sentences[k.new].role == "heading")
    equal = next(k for k in comparison.links if k.kind is Kind.IDENTICAL and len(old.text(k.old)) > 8)
    reworded = max((k for k in comparison.links if k.kind is Kind.REWORDED and k is not heading), key=lambda k: k.score)
    wrong = [(k.old, k.new) for k in (heading, equal, reworded)]
    long = [i for i in comparison.dropped if len(old.text(i)) > 20]
    fresh = [i for i in comparison.added if len(new.text(i)) > 20]
    split = next(k for k in reversed(comparison.links) if k.kind is Kind.REWORDED and k.score > 0.9)
    right = [(long[3], fresh[-3]), (split.old, fresh[2])]
    pairs = [entry(old, new, pair, "wrong", "不是同一件事") for pair in wrong]
    pairs += [entry(old, new, right[0], "right", "同一承诺"), entry(old, new, right[1], "join")]
    path = tmp_path_factory.mktemp("review") / "review.json"
    path.write_text(json.dumps(document(old.source, new.source, pairs), ensure_ascii=False), encoding="utf-8")
    return Review(comparison, tuple(wrong), tuple(right), path)


@pytest.fixture(scope="module")
def obeyed(review: Review) -> Comparison:
    return compared(review.comparison.old.source, review.comparison.new.source, review.decisions)


def compared(old: Source, new: Source, decisions: Decisions | None) -> Comparison:
    return repdiff.compare(old, new, repdiff.Options(decisions=decisions))


def links(comparison: Comparison) -> dict[tuple[int, int], Link]:
    return {(k.old, k.new): k for k in comparison.links}


def quoted(comparison: Comparison) -> set[tuple[str, str]]:
    """The linked texts."""
    return {(comparison.old.text(k.old), comparison.new.text(k.new)) for k in comparison.links}


def texts(review: Review, pairs: tuple[tuple[int, int], ...]) -> set[tuple[str, str]]:
    return {(review.comparison.old.text(a), review.comparison.new.text(b)) for a, b in pairs}


def test_forbidden_pairs_are_gone_and_decided_ones_are_there(review: Review, obeyed: Comparison) -> None:
    before, after = links(review.comparison), links(obeyed)
    assert all(pair in before and pair not in after for pair in review.wrong)
    assert all(pair not in before and pair in after for pair in review.right)
    first, second = (after[pair] for pair in review.right)
    assert (first.decided, first.note, first.score) == (True, "同一承诺", 1.0)
    assert (first.reason, second.reason) == ("decided by a person: 同一承诺", "decided by a person")
    assert sum(k.decided for k in obeyed.links) == 2
    assert obeyed.notes == ()
    assert laws.decisions_are_obeyed(obeyed) == ()
    assert laws.every_sentence_once(obeyed) == ()
    assert laws.edits_spell_both_sides(obeyed) == ()


def test_other_links_stay(review: Review, obeyed: Comparison) -> None:
    before, after = set(links(review.comparison)) - set(review.wrong), set(links(obeyed)) - set(review.right)
    assert len(before & after) > 0.95 * len(before)
    split = review.right[1][0]
    assert len([pair for pair in links(obeyed) if pair[0] == split]) > 1, "a pinned sentence keeps its other partner"


def test_a_forbidden_heading_does_not_come_back_with_its_section(review: Review, obeyed: Comparison) -> None:
    old, new = (
        review.comparison.old.sentences[review.wrong[0][0]],
        review.comparison.new.sentences[review.wrong[0][1]],
    )
    sections = {(k.old, k.new) for k in review.comparison.section_links}
    assert (old.section, new.section) in sections
    assert (old.section, new.section) not in {(k.old, k.new) for k in obeyed.section_links}


def test_turned_around_the_same_file_gives_the_mirror(review: Review, obeyed: Comparison) -> None:
    """The file names its documents by their digests, so it is known which way round it speaks."""
    old, new = review.comparison.old.source, review.comparison.new.source
    turned = compared(new, old, review.decisions)
    assert laws.turned_around_mirrors(obeyed, turned) == ()
    assert laws.decisions_are_obeyed(turned) == ()
    assert turned.notes == ()
    assert compared(new, old, review.decisions.mirrored()).links == turned.links


def test_decisions_are_found_again_by_quotation_or_named_as_stale(review: Review) -> None:
    old, new = review.comparison.old, review.comparison.new
    gone = old.text(review.right[0][0])
    at = old.source.text.index("\n") + 1
    text = old.source.text[:at] + PARAGRAPH + old.source.text[at:].replace(gone, "")
    changed = replace(old.source, text=text, sha256="1" * 64)
    found = compared(changed, new.source, review.decisions)
    assert not texts(review, review.wrong) & quoted(found)
    assert texts(review, review.right[1:]) <= quoted(found)
    assert sum(k.decided for k in found.links) == 1
    assert laws.decisions_are_obeyed(found) == ()
    assert len(found.notes) == 2
    assert "xuchang-2020.txt has changed since review.json was written" in found.notes[0]
    assert "review.json, entry 4, is stale and left out" in found.notes[1]
    assert gone[:20] in found.notes[1]
    for form, view in ((Format.TERMINAL, View(lang="en", width=0)), (Format.JSON, View())):
        assert f"no longer in {changed.name}" in render(found, form, view)
    assert "第4条已失效" in render(found, Format.TERMINAL, View(lang="zh"))


OLD = "一、工业\n建设智能工厂10家。\n修建水库三座。\n保障供水安全，改造管网。\n二、农业\n建设智能工厂10家。\n稳定粮食生产。\n"
NEW = "一、工业\n建设智能工厂10家。\n建成水库三座，保障供水安全。\n二、农业\n建设智能工厂10家。\n种树。\n"


def small(pairs: list[tuple[str, str, str]], old: str = OLD, new: str = NEW, far: int = 0) -> Comparison:
    """A comparison under decisions on quotations; their spans are where they first stand, or `far` further on."""
    entries = tuple(Decision(span(old, a, far), span(new, b, far), Verdict(verdict), a, b) for a, b, verdict in pairs)
    sources = Source("old.txt", old, sha256="0" * 64), Source("new.txt", new, sha256="2" * 64)
    sides = (Side(source.name, source.sha256) for source in sources)
    return compared(*sources, Decisions("review.json", *sides, entries))


def span(text: str, quote: str, far: int) -> Span:
    start = max(text.find(quote), 0) + far
    return Span(start, start + len(quote))


def test_a_quotation_may_be_a_part_of_a_sentence_or_cover_several() -> None:
    result = small([("修建水库三座。\n保障供水", "水库三座，保障", "right")])
    wanted = {
        ("修建水库三座。", "建成水库三座，保障供水安全。"),
        ("保障供水安全，改造管网。", "建成水库三座，保障供水安全。"),
    }
    assert wanted == {(result.old.text(k.old), result.new.text(k.new)) for k in result.links if k.decided}


def test_widths_and_line_breaks_do_not_hide_a_quotation() -> None:
    result = small([("稳定 粮食\n生产．", "种树!", "join")])
    assert [(result.old.text(k.old), result.new.text(k.new)) for k in result.links if k.decided] == [
        ("稳定粮食生产。", "种树。")
    ]


def test_of_equal_quotations_the_nearest_is_meant() -> None:
    """A forbidden pair of equal texts frees both for their other counterparts."""
    text = "建设智能工厂10家。"
    near = small([(text, text, "wrong")])
    pairs = {(k.old, k.new) for k in near.links if near.old.text(k.old) == text}
    assert (1, 1) not in pairs
    assert laws.decisions_are_obeyed(near) == ()
    second = OLD.rindex(text) - OLD.index(text)
    far = small([(text, text, "wrong")], far=second - 2)
    assert {r.old.start for r in far.rulings} == {OLD.rindex(text)}
    assert (1, 1) in {(k.old, k.new) for k in far.links}


def test_a_later_entry_outdoes_an_earlier_one_and_says_so() -> None:
    pair = ("稳定粮食生产。", "种树。")
    result = small([(*pair, "wrong"), (*pair, "join")])
    assert [r.together for r in result.rulings] == [True]
    assert any("entry 2, contradicts an earlier entry" in note for note in result.notes)


IDS = st.tuples(st.integers(0, 6), st.integers(0, 5), st.sampled_from(["right", "wrong", "join"]))


@settings(max_examples=30, deadline=None)
@given(st.lists(IDS, max_size=12))
def test_whatever_is_decided_is_obeyed_both_ways(chosen: list[tuple[int, int, str]]) -> None:
    sides = OLD.splitlines(), NEW.splitlines()
    result = small([(sides[0][a], sides[1][b], verdict) for a, b, verdict in chosen])
    assert len(result.rulings) == len({(sides[0][a], sides[1][b]) for a, b, _ in chosen})
    for check in (laws.decisions_are_obeyed, laws.every_sentence_once, laws.edits_spell_both_sides):
        assert check(result) == ()
    old, new = result.old.source, result.new.source
    rulings = tuple(replace(each, old=each.new, new=each.old) for each in result.rulings)
    entries = tuple(
        Decision(r.old, r.new, Verdict.JOIN if r.together else Verdict.WRONG, new.quote(r.old), old.quote(r.new))
        for r in rulings
    )
    turned = compared(new, old, Decisions("review.json", Side("", new.sha256), Side("", old.sha256), entries))
    assert laws.turned_around_mirrors(result, turned) == ()


def test_an_entry_that_is_gone_on_both_sides_is_one_note() -> None:
    result = small([("没有这句。", "也没有这句。", "wrong")])
    assert [note for note in result.notes if "stale" in note] == [result.notes[-1]]
    assert result.rulings == ()


def test_the_law_finds_what_was_not_obeyed(obeyed: Comparison) -> None:
    decided = next(k for k in obeyed.links if k.decided)
    undecided = replace(obeyed, links=tuple(replace(k, decided=False) if k is decided else k for k in obeyed.links))
    assert laws.decisions_are_obeyed(undecided)
    linked = obeyed.links[0]
    spans = obeyed.old.sentences[linked.old].span, obeyed.new.sentences[linked.new].span
    ruling = replace(obeyed.rulings[0], old=spans[0], new=spans[1], together=False)
    assert laws.decisions_are_obeyed(replace(obeyed, rulings=(ruling,)))


def test_notes_stand_in_every_format(obeyed: Comparison, review: Review) -> None:
    report = json.loads(render(obeyed, Format.JSON))
    assert [link["note"] for link in report["links"] if link["decided"]].count("同一承诺") == 1
    assert len(report["decisions"]) == 5
    assert [each["note"] for each in report["decisions"] if not each["together"]] == ["不是同一件事"] * 3
    shown = render(obeyed, Format.TERMINAL, View(lang="zh", width=0))
    assert "人工判定：同一承诺" in shown
    assert shown.count("不对应：不是同一件事") >= 3
    assert "decided by a person: 同一承诺" in render(obeyed, Format.TERMINAL, View(lang="en", width=0))


def test_a_section_alone_obeys_too(review: Review) -> None:
    old, new = review.comparison.old.source, review.comparison.new.source
    options = repdiff.Options(decisions=review.decisions, section="工作")
    part = repdiff.compare(old, new, options)
    assert laws.decisions_are_obeyed(part) == ()


def test_without_digests_the_direction_is_found_by_the_quotations(review: Review) -> None:
    decisions, old, new = review.decisions, review.comparison.old, review.comparison.new
    unknown = decisions._replace(old=Side("", "3" * 64), new=Side("", "4" * 64))
    straight, turned = settle(unknown, old, new), settle(unknown, new, old)
    assert {(r.old, r.new) for r in straight.rulings} == {(r.new, r.old) for r in turned.rulings}
    assert len(straight.rulings) == len(decisions.pairs)


GOOD: dict[str, Any] = {
    "format": 1,
    "old": {"name": "a", "sha256": "0" * 64},
    "new": {"name": "b", "sha256": "0" * 64},
    "pairs": [{"old": [0, 4], "new": [0, 4], "verdict": "wrong", "quote_old": "建设", "quote_new": "建设"}],
}


def with_pair(**changes: Any) -> dict[str, Any]:
    return GOOD | {"pairs": [GOOD["pairs"][0], GOOD["pairs"][0] | changes]}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "review.json: no JSON (line 1)"),
        ("\xff", "review.json: no JSON"),
        ("[" * 100_000, "review.json: no JSON"),
        ("[]", "review.json: not a file of decisions"),
        (GOOD | {"format": 3}, "format 3 is unknown"),
        (GOOD | {"pairs": {}}, "pairs is no list"),
        (GOOD | {"old": "a"}, "review.json: old has no name"),
        (GOOD | {"new": {"name": "b", "sha256": "zz"}}, "review.json: new has no sha256"),
        (GOOD | {"pairs": [3]}, "review.json, entry 1: no object"),
        (
            with_pair(verdict="maybe"),
            'review.json, entry 2: verdict "maybe" is unknown. Write one of right, wrong, join',
        ),
        (with_pair(verdict=["right"]), "review.json, entry 2: verdict"),
        (with_pair(old=[4, 4]), "review.json, entry 2: old is no span"),
        (with_pair(new=[0, 2.5]), "review.json, entry 2: new is no span"),
        (with_pair(new=[True, 4]), "review.json, entry 2: new is no span"),
        (with_pair(new="0-4"), "review.json, entry 2: new is no span"),
        (with_pair(quote_old="，。"), "review.json, entry 2: quote_old holds no words"),
        (with_pair(quote_new=None), "review.json, entry 2: quote_new holds no words"),
        (with_pair(note=7), "review.json, entry 2: note is no text"),
    ],
)
def test_a_bad_file_is_named_with_the_entry_and_what_to_do(content: Any, words: str, tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="latin-1")
    with pytest.raises(RepdiffError) as refused:
        read_decisions(str(path))
    assert words in str(refused.value)
    assert refused.value.hint.endswith(".")
    assert "\n" not in str(refused.value)


def test_keys_that_are_not_known_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    path.write_text(json.dumps(with_pair(id="g-1", checked=True) | {"program": "x"}), encoding="utf-8-sig")
    assert [each.verdict for each in read_decisions(str(path)).pairs] == [Verdict.WRONG] * 2


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", "from repdiff.cli import main; main()"]
    return subprocess.run([*program, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_the_command_obeys_and_proves_it(review: Review) -> None:
    files = [str(SEEDS / f"xuchang-{year}.txt") for year in (2020, 2021)]
    done = command(review.path.parent, *files, "--decisions", "review.json", "--format", "json", "--self-check")
    assert done.returncode == 0
    assert done.stderr == "repdiff: self-check: every law holds\n"
    report = json.loads(done.stdout)
    spans = {(tuple(link["old"]), tuple(link["new"])): link["decided"] for link in report["links"]}
    assert [spans[review.spans(pair)] for pair in review.right] == [True, True]
    assert not any(review.spans(pair) in spans for pair in review.wrong)


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "no such file"), ("{", "no JSON"), (json.dumps(with_pair(old=[9, 1])), "entry 2: old is no span")],
)
def test_the_command_refuses_a_bad_file_in_one_line(content: str | None, words: str, tmp_path: Path) -> None:
    for name, text in (("a.txt", OLD), ("b.txt", NEW), ("bad.json", content)):
        if text is not None:
            (tmp_path / name).write_text(text, encoding="utf-8")
    done = command(tmp_path, "a.txt", "b.txt", "--decisions", "bad.json", "-o", "report.json")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "bad.json" in done.stderr
    assert words in done.stderr
    assert not (tmp_path / "report.json").exists()


def test_decisions_and_a_document_cannot_both_be_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-", str(SEEDS / "huiji-2022.txt"), "--decisions", "-"]) == 2
    assert "Standard input can be given once only" in capsys.readouterr().err
