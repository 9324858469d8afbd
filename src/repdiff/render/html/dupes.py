"""The duplicates of a corpus as one HTML page, in the style of the comparison's: self-contained, readable without script."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from repdiff.model.findings import Findings, Place
from repdiff.model.version import version
from repdiff.model.view import View
from repdiff.render.dupes.story import Part, headline, rows
from repdiff.render.html import rendered
from repdiff.render.html.passage import shown_text
from repdiff.report.bars import Segment, stacked
from repdiff.report.language import Languages
from repdiff.report.words import page_words
from repdiff.report.words.phrases import phrases_for_texts
from repdiff.report.words.wording import Words

_STYLES = ("base.css", "tools.css", "dupes.css")
_QUOTE = 160
"""Characters of a text that are shown: enough to know it again."""
_FILES = 20
_LEVELS = ("document", "paragraph", "sentence")


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding in words, and the beginning of the text that it is about."""

    level: str
    text: str
    quote: str
    lang: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of one kind that are shown, and how many there are."""

    kind: str
    title: str
    findings: tuple[Finding, ...]
    total: int


def render(
    findings: Findings, told: Iterable[Part], texts: Mapping[Place, str], files: Sequence[str], view: View
) -> str:
    """The whole page as text, to be written as UTF-8; `texts` holds what stands at the places that are quoted."""
    words = page_words.choose(page_words.DUPES, phrases_for_texts(view, texts.values()))
    languages = Languages("\n".join(texts.values()))
    sections = tuple(_section(part, texts, words, languages) for part in told)
    return rendered(
        "dupes.html.jinja",
        _STYLES,
        words,
        heading=files[0] if files else words["corpus"],
        sentence=words.say(headline(findings)),
        table=[[words.say(cell) for cell in row] for row in rows(findings)],
        bars=_bars(findings, words),
        parts=sections,
        levels=_levels(sections),
        problems=findings.problems,
        searched=_searched(files, words),
        version=version(),
    )


def _searched(files: Sequence[str], words: Words) -> Markup:
    named = Markup(words["list"]).join(map(shown_text, files[:_FILES]))
    more = words["and_more"].format(count=len(files) - _FILES) if len(files) > _FILES else ""
    return Markup("{}{}").format(named, more)


def _levels(sections: Iterable[Section]) -> list[tuple[str, int]]:
    counts = Counter(found.level for section in sections for found in section.findings)
    return [(level, counts[level]) for level in _LEVELS if counts[level]]


def _bars(findings: Findings, words: Words) -> list[tuple[str, tuple[Segment, ...]]]:
    """A bar per level: what is there once, the first of equal texts, and their further copies."""
    return [
        (
            words[level],
            stacked(
                (
                    ("identical", words["once"], count.distinct - count.groups),
                    ("moved", words["first"], count.groups),
                    ("dropped", words["further"], count.removable),
                )
            ),
        )
        for level, count in findings.levels.items()
    ]


def _section(part: Part, texts: Mapping[Place, str], words: Words, languages: Languages) -> Section:
    found = []
    for item in part.items:
        text = " ".join(texts[item.quoted].split()) if item.quoted else ""
        language = languages.of(text[:_QUOTE])
        found.append(Finding(item.level, words.say(item.text), text[:_QUOTE], language, len(text) > _QUOTE))
    return Section(part.kind, words.say(part.title), tuple(found), part.total)
