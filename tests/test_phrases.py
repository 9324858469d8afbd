"""All languages say the same things: every text, every placeholder, every sentence that a stage can say."""

import ast
import copy
import pickle
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from repdiff import render
from repdiff.model.document import Document
from repdiff.model.links import Comparison
from repdiff.model.said import Said
from repdiff.model.texts import Role, Source
from repdiff.model.view import LANGUAGES, View
from repdiff.renderers import Format
from repdiff.report.summary import sentence
from repdiff.report.words import ENGLISH, language_of, words_for, words_in

PACKAGE = Path(__file__).parent.parent / "src" / "repdiff"
OTHERS = [lang for lang in LANGUAGES if lang != "en"]
# Keys that are made where they are used, `words[f"kinds.{kind}"]`: of the members of an enumeration, and of names that stand there.
OF_MEMBERS = ("bounds", "conditions", "fates", "kinds", "outcomes", "roles", "shapes", "units")
OF_NAMES = ("batch", "columns", "dupes", "marks", "nouns", "page", "places", "script", "sheets", "text")


def holes(text: str) -> set[str]:
    """Names of the placeholders."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def forms(value: str | tuple[str, str]) -> tuple[str, ...]:
    """The texts under one key."""
    return (value,) if isinstance(value, str) else value


@cache
def sources() -> tuple[str, ...]:
    """What is written in the modules and templates of the program, catalogues apart."""
    found = (path for kind in ("*.py", "*.jinja", "*.js") for path in PACKAGE.rglob(kind))
    return tuple(path.read_text(encoding="utf-8") for path in found if path.stem not in LANGUAGES)


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


@pytest.mark.parametrize("lang", OTHERS)
def test_the_languages_have_the_same_texts_with_the_same_placeholders(lang: str) -> None:
    words = words_in(lang)
    assert list(words.texts) == list(ENGLISH.texts)
    for key, text in ENGLISH.texts.items():
        others = forms(words.texts[key])
        assert [bool(each) for each in others] == [bool(each) for each in forms(text)], key
        if not key.startswith("marks."):
            assert [holes(each) for each in others] == [holes(each) for each in forms(text)], key


@pytest.mark.parametrize("lang", OTHERS)
def test_whatever_a_stage_says_is_translated(lang: str) -> None:
    words = words_in(lang)
    assert said() == words.said.keys()
    assert all(holes(template) == holes(text) for template, text in words.said.items())


def test_every_key_that_is_asked_for_is_there_and_every_text_is_asked_for() -> None:
    groups = {key.partition(".")[0] for key in ENGLISH.texts}
    written = "\n".join(sources())
    key = rf"""["']((?:{"|".join(groups)})\.[a-z_]+)["']"""
    asked = set(re.findall(rf"(?:[Ww]ords|ENGLISH|w)(?:\[|\.count\()(?:[^\[\]()]* if [^\[\]]* else )?{key}", written))
    asked |= set(re.findall(key, written)) & ENGLISH.texts.keys()
    assert len(asked) > 50
    assert asked <= ENGLISH.texts.keys()
    for name in ENGLISH.texts.keys() - asked:
        last = name.rpartition(".")[2]
        group = name.partition(".")[0]
        if group in OF_MEMBERS:
            continue
        assert group in OF_NAMES, f"nobody says {name}"
        stems = {
            last,
            last.removeprefix("h_"),
            last.removeprefix("f_"),
            last.removeprefix("is_"),
            last.removeprefix("off_"),
            last.removeprefix("kind_"),
        }
        assert any(re.search(rf"\b{stem}\b", written) for stem in stems), f"nobody says {name}"


@pytest.mark.parametrize("lang", OTHERS)
def test_the_marks_stay_the_same_in_all_languages(lang: str) -> None:
    words = words_in(lang)
    for name in ("reworded", "added", "dropped", "moved"):
        assert words[f"marks.{name}"][:2] == ENGLISH[f"marks.{name}"][:2]
    for name in ("delete", "insert", "move"):
        one, other = ENGLISH[f"marks.{name}"], words[f"marks.{name}"]
        assert (one[:2], one[-2:]) == (other[:2], other[-2:])


def test_what_was_said_is_a_plain_sentence_and_can_be_said_again() -> None:
    chinese = words_in("zh")
    reason = Said("{what}; {place}", what=Said("same text"), place=Said("in another section"))
    assert reason == "same text; in another section"
    for twin in (reason, copy.deepcopy(reason), pickle.loads(pickle.dumps(reason))):
        assert chinese.say(twin) == "文字相同；位于其他章节"
        assert ENGLISH.say(twin) == reason
        assert words_in("fr").say(twin) == "même texte\u00a0; dans une autre section"
    assert chinese.say("as it stands {so}") == "as it stands {so}"
    assert chinese.say(Said("modal: {words}", words="{要}")) == "情态词：{要}"


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        ("加快发展现代工业，增长7%。GDP。", "各位代表！", "zh"),
        ("加快發展現代工業。", "加快发展。", "zh"),
        ("加快发展现代工业。", "We will build schools.", "en"),
        ("We will build schools.", "We build schools 学校.", "en"),
        ("経済財政運営と改革の基本方針を実現する。", "経済財政運営と改革の基本方針を実現した。", "en"),
        ("2020", "2021", "en"),
        ("Nous allons créer des emplois dans la ville.", "Nous avons créé des emplois pour les jeunes.", "fr"),
        ("Nous allons créer des emplois dans la ville.", "We will create jobs in the city.", "en"),
        ("Nous allons créer des emplois dans la ville.", "加快发展现代工业。", "en"),
        ("Wir werden die Schulen der Stadt sanieren.", "Wir haben die Schulen der Stadt saniert.", "en"),
    ],
)
def test_the_documents_choose_the_language(first: str, second: str, lang: str) -> None:
    documents = [Document(Source("a", text), (), ()) for text in (first, second)]
    assert language_of(first, second) == language_of(second, first) == lang
    assert words_for(View(), *documents).lang == lang
    assert words_for(View(lang="en"), *documents) is ENGLISH


def test_numbers_agree_with_their_nouns() -> None:
    chinese, french = words_in("zh"), words_in("fr")
    assert [ENGLISH.count("nouns.sentence", n) for n in (0, 1, 2)] == ["0 sentences", "1 sentence", "2 sentences"]
    assert [french.count("nouns.sentence", n) for n in (0, 1, 2)] == ["0 phrase", "1 phrase", "2 phrases"]
    assert chinese.count("nouns.commitment", 2) == "2项承诺"
    assert (ENGLISH.number(12_345), french.number(12_345)) == ("12,345", "12\u202f345")
    assert (ENGLISH.percent(0.1234, 1), french.percent(0.1234, 1)) == ("12.3%", "12,3\u00a0%")


def test_a_key_has_a_text_or_two_forms() -> None:
    with pytest.raises(KeyError):
        ENGLISH["nouns.sentence"]
    with pytest.raises(KeyError):
        ENGLISH.count("text.comma", 1)
    with pytest.raises(KeyError):
        ENGLISH["no_such_text"]
    assert ENGLISH["skip"] == "To the table"
    assert ENGLISH.within("page.dupes")["skip"] == "To the findings"


def test_the_summary_in_chinese_and_french(small_comparison: Comparison) -> None:
    assert sentence(small_comparison, words_in("zh")) == (
        "2020年的7项承诺中，未变1项（其中移动1项），改写4项（其中把握较低2项），删除2项；2021年新增1项。"
    )
    assert sentence(small_comparison, words_in("fr")).replace("\u00a0", " ") == (
        "Sur 7 engagements (2020), inchangés : 1 (dont déplacés : 1), reformulés : 4 (dont peu sûrs : 2), "
        "supprimés : 2 ; nouveaux (2021) : 1."
    )


def test_the_summary_counts_the_pairs_that_the_page_calls_low_confidence(small_comparison: Comparison) -> None:
    from repdiff.report.wording import is_unsure

    promising = {s.id for s in small_comparison.old.sentences if s.role is Role.COMMITMENT}
    unsure = [i for group in small_comparison.groups if is_unsure(group) for i in group.old if i in promising]
    assert f"({len(unsure)} of low confidence)" in sentence(small_comparison, ENGLISH)
    assert f"把握较低{len(unsure)}项" in sentence(small_comparison, words_in("zh"))
    assert ">low confidence " in str(render(small_comparison, Format.HTML, View(lang="en", min_score=0)))


def own_lines(comparison: Comparison, lang: str) -> Iterator[str]:
    """The lines of a report that quote no document."""
    shown = str(render(comparison, Format.TERMINAL, View(lang=lang, width=0)))
    return (line for line in shown.splitlines() if not any(part in line for part in ("plan-", "bold", "x1b")))


def test_a_chinese_report_has_no_english_of_its_own(small_comparison: Comparison) -> None:
    assert not [line for line in own_lines(small_comparison, "zh") if any(c.isascii() and c.isalpha() for c in line)]
