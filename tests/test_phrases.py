"""Both languages say the same things: every phrase, every placeholder, every sentence that a stage can say."""

import ast
import copy
import pickle
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from repdiff.report.words.phrases import CHINESE, ENGLISH, counted, language_of, say

from repdiff.model.document import Document
from repdiff.model.links import Comparison
from repdiff.model.said import Said
from repdiff.model.texts import Role, Source
from repdiff.model.view import View
from repdiff.render import Format, render
from repdiff.report.summary import sentence
from repdiff.report.words import phrases

PACKAGE = Path(__file__).parent.parent / "src" / "repdiff"


def holes(text: str) -> set[str]:
    """Names of the placeholders."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def texts(value: object) -> Iterator[str]:
    """Every phrase under one name of the table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from (text for part in value for text in texts(part))
    elif isinstance(value, dict):
        yield from (text for key in sorted(value) for text in texts(value[key]))


def said() -> set[str]:
    """The templates that stand in the code: the first argument of every `Said`."""
    calls = [
        node
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Said"
    ]
    assert all(isinstance(call.args[0], ast.Constant) for call in calls), "a template is written out where it is said"
    return {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}


@pytest.mark.parametrize("name", [name for name in ENGLISH._fields if name != "said" and not name.startswith("mark_")])
def test_the_languages_have_the_same_phrases_with_the_same_placeholders(name: str) -> None:
    one, other = getattr(ENGLISH, name), getattr(CHINESE, name)
    assert isinstance(other, type(one))
    if isinstance(one, dict):
        assert one.keys() == other.keys()
    assert [holes(text) for text in texts(one)] == [holes(text) for text in texts(other)]
    assert [bool(text) for text in texts(one)] == [bool(text) for text in texts(other)]


def test_whatever_a_stage_says_has_its_chinese() -> None:
    assert said() == CHINESE.said.keys()
    assert all(holes(template) == holes(text) for template, text in CHINESE.said.items())


def test_the_marks_stay_the_same_in_both_languages() -> None:
    assert [sign[0] for sign in ENGLISH.signs] == [sign[0] for sign in CHINESE.signs]
    for name in ("mark_delete", "mark_insert", "mark_move"):
        one, other = getattr(ENGLISH, name), getattr(CHINESE, name)
        assert (one[:2], one[-2:]) == (other[:2], other[-2:])


def test_what_was_said_is_a_plain_sentence_and_can_be_said_again() -> None:
    reason = Said("{what}; {place}", what=Said("same text"), place=Said("in another section"))
    assert reason == "same text; in another section"
    for twin in (reason, copy.deepcopy(reason), pickle.loads(pickle.dumps(reason))):
        assert say(twin, CHINESE) == "文字相同；位于其他章节"
        assert say(twin, ENGLISH) == reason
    assert say("as it stands {so}", CHINESE) == "as it stands {so}"
    assert say(Said("modal: {words}", words="{要}"), CHINESE) == "情态词：{要}"


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        ("加快发展现代工业，增长7%。GDP。", "各位代表！", "zh"),
        ("加快發展現代工業。", "加快发展。", "zh"),
        ("加快发展现代工业。", "We will build schools.", "en"),
        ("We will build schools.", "We build schools 学校.", "en"),
        ("経済財政運営と改革の基本方針を実現する。", "経済財政運営と改革の基本方針を実現した。", "en"),
        ("2020", "2021", "en"),
    ],
)
def test_the_documents_choose_the_language(first: str, second: str, lang: str) -> None:
    documents = [Document(Source("a", text), (), ()) for text in (first, second)]
    assert language_of(*documents) == lang
    assert language_of(*reversed(documents)) == lang
    assert phrases.phrases_for(View(), *documents).lang == lang
    assert phrases.phrases_for(View(lang="en"), *documents) is ENGLISH


def test_numbers_agree_with_their_nouns() -> None:
    assert (counted(ENGLISH, 1, "sentence"), counted(ENGLISH, 2, "sentence")) == ("1 sentence", "2 sentences")
    assert counted(CHINESE, 2, "commitment") == "2项承诺"


def test_the_summary_in_chinese(small_comparison: Comparison) -> None:
    assert sentence(small_comparison, CHINESE) == (
        "2020年的7项承诺中，未变1项（其中移动1项），改写4项（其中把握较低2项），删除2项；2021年新增1项。"
    )


def test_the_summary_counts_the_pairs_that_the_page_calls_low_confidence(small_comparison: Comparison) -> None:
    from repdiff.report.words.wording import is_unsure

    promising = {s.id for s in small_comparison.old.sentences if s.role is Role.COMMITMENT}
    unsure = [i for group in small_comparison.groups if is_unsure(group) for i in group.old if i in promising]
    assert f"({len(unsure)} of low confidence)" in sentence(small_comparison, ENGLISH)
    assert f"把握较低{len(unsure)}项" in sentence(small_comparison, CHINESE)
    assert ">low confidence " in render(small_comparison, Format.HTML, View(lang="en"))


def test_a_chinese_report_has_no_english_of_its_own(small_comparison: Comparison) -> None:
    shown = render(small_comparison, Format.TERMINAL, View(lang="zh", width=0))
    own = [line for line in shown.splitlines() if "plan-" not in line and "bold" not in line and "x1b" not in line]
    assert not [line for line in own if any(c.isascii() and c.isalpha() for c in line)]
