"""Words of human languages stand in `languages/` alone, and in what the reports say; a language is one file and its cases."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from repdiff.languages import all_languages, spoken
from repdiff.languages.han import folded
from repdiff.languages.numerals import circled_value, han_value, roman_value
from repdiff.languages.scripts import BLANKS, ZERO_WIDTH

PACKAGE = Path(__file__).parent.parent / "src" / "repdiff"
FILES = sorted(PACKAGE.rglob("*.py"))
# What reports say by themselves, in several languages: words for readers.
SAID_TO_READERS = ("report/words/", "cli/")
ALGORITHMS = ("text/", "cut/", "quantities/", "pair/", "promises/", "timeline/", "duplicates/")
NO_WORDS = {"http", "https", "www", "version"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """The string constants of a module but for docstrings, those of attributes among them."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


def is_foreign(char: str) -> bool:
    return char.isalpha() and char > "\u024f"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_letters_of_other_scripts_stand_with_the_languages(path: Path) -> None:
    if name_of(path).startswith(("languages/", *SAID_TO_READERS)):
        pytest.skip("holds words")
    found = [
        f"line {each.lineno}: {each.value[:40]!r}"
        for each in strings(ast.parse(path.read_text("utf-8")))
        if any(map(is_foreign, each.value))
    ]
    assert not found, "\n".join(["these belong in languages/:", *found])


def in_patterns(tree: ast.Module) -> Iterator[ast.Constant]:
    """String constants in calls of `re`, in constants that such calls name, and in tables that are split into words."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    patterns = [call for call in calls if isinstance(call.func.value, ast.Name) and call.func.value.id == "re"]  # type: ignore[attr-defined]
    used: set[str] = set()
    roots: list[ast.AST] = [argument for call in patterns for argument in call.args[:1]]
    while roots:
        root = roots.pop()
        yield from strings(root)
        named = {node.id for node in ast.walk(root) if isinstance(node, ast.Name)} - used
        used |= named
        roots += [
            node.value
            for node in tree.body
            if isinstance(node, ast.Assign) and {t.id for t in node.targets if isinstance(t, ast.Name)} & named
        ]
    yield from (
        call.func.value for call in calls if call.func.attr == "split" and isinstance(call.func.value, ast.Constant)
    )  # type: ignore[attr-defined]


def words_of(pattern: str) -> list[str]:
    """Latin words of three letters or more in a regular expression; names of groups, classes of characters and escapes are none."""
    bare = re.sub(r"\\u[0-9a-f]{4}|\(\?P[<=]\w+[>)]?|\\.|\[(?:\\.|[^\]])*\]|\(\?[a-z]+[:)]", " ", pattern)
    return [word for word in re.findall(r"[^\W\d_]{3,}", bare) if word not in NO_WORDS]


@pytest.mark.parametrize("path", [path for path in FILES if name_of(path).startswith(ALGORITHMS)], ids=name_of)
def test_no_pattern_of_an_algorithm_spells_a_word(path: Path) -> None:
    found = {
        f"line {each.lineno}: {word}"
        for each in in_patterns(ast.parse(path.read_text("utf-8")))
        for word in words_of(str(each.value))
    }
    assert not found, "\n".join(["these belong in languages/:", *sorted(found)])


def test_every_language_says_what_it_is() -> None:
    tags = [language.tag for language in all_languages()]
    assert len(set(tags)) == len(tags) > 5
    files = {path.stem for path in (PACKAGE / "languages").glob("*.py") if "LANGUAGE: Final" in path.read_text("utf-8")}
    assert len(files) == len(tags), "a language without its record, or two in one file"


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("推进5G和GDP统计", "zh"),
        ("保育所を整備します", "ja zh"),
        ("We will build.", "en fr"),
        ("推进smart city建设", "en zh"),
        ("", ""),
        ("12.5% — 3", ""),
    ],
)
def test_only_languages_whose_scripts_have_words_are_asked(text: str, tags: str) -> None:
    found = {language.tag for language in spoken(text)}
    assert set(tags.split()) <= found
    assert ("en" in found) == ("en" in tags.split())
    assert ("zh" in found) == ("zh" in tags.split())


def test_traditional_characters_are_folded_in_place() -> None:
    text = "農村居民收入增長5%，著力擴大開放。"
    assert folded(text) == "农村居民收入增长5%，着力扩大开放。"
    assert len(folded(text)) == len(text)
    assert folded("乾坤 plan") == "乾坤 plan"


def test_long_texts_are_folded_as_short_ones() -> None:
    text = "推進農村建設，這是我們的國家戰略。" * 300
    assert folded(text) == folded(text[:17]) * 300


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三", 3),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("一二", 12),
        ("三千五百", 3500),
        ("两万", 20000),
        ("拾壹", 11),
    ],
)
def test_han_numerals_count(numeral: str, value: int) -> None:
    assert han_value(numeral) == value


def test_other_numerals_count() -> None:
    assert [roman_value(each) for each in ("III", "iv", "XLII")] == [3, 4, 42]
    assert [circled_value(each) for each in "①⑳A"] == [1, 20, 0]


def test_characters_without_room_are_the_same_in_both_forms() -> None:
    blank = re.compile(f"[{BLANKS}]")
    assert all(blank.fullmatch(char) for char in ZERO_WIDTH)


def test_no_other_file_names_a_language() -> None:
    """A language is its file: found where it lies, asked by its record."""
    names = {path.stem for path in (PACKAGE / "languages").glob("*.py") if "LANGUAGE: Final" in path.read_text("utf-8")}
    for path in FILES:
        for name in names:
            assert f"languages.{name}" not in path.read_text("utf-8"), f"{name_of(path)} names {name}"
