"""A comparison as one HTML page, self-contained and readable without script; nothing of the documents is ever taken for markup."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from repdiff.cut.titles import title
from repdiff.model.links import Comparison
from repdiff.model.view import View
from repdiff.render.html.page import Body, Part, plain_text, shown_text
from repdiff.render.html.top import bar, counted_roles, most_changed
from repdiff.report import numbers
from repdiff.report.language import Languages
from repdiff.report.section_map import Ids, section_maps
from repdiff.report.words import wording
from repdiff.report.words.number_phrases import NUMBERS
from repdiff.report.words.wording import Words

if TYPE_CHECKING:
    from jinja2 import Environment

_KINDS = ("dropped", "reworded", "moved", "split", "added", "identical")
_CONDITIONS = ("r-commitment", "unsure", "number")
_STYLES = ("base.css", "tools.css", "compare.css", "map.css", "review.css")
_COMMENTS = re.compile(r"/\*[^*]*\*/\n?|^ *//[^\n]*\n", re.MULTILINE)
_SCRIPTS = ("base.js", "compare.js", "review.js", "copy.js", "start.js")


def render(comparison: Comparison, view: View) -> str:
    """The whole page as text, to be written as UTF-8.

    `view.only`, `view.roles` and `view.context` choose the rows; the counts above them stay those of the whole comparison.
    """
    languages = (Languages(comparison.old.source.text), Languages(comparison.new.source.text))
    words = wording.choose(view, comparison)
    body = Body(comparison, view, words, languages)
    parts = tuple(body.parts())
    roles = counted_roles(comparison)
    return rendered(
        "compare.html.jinja",
        _STYLES,
        words,
        scripts=_SCRIPTS,
        data=_data(comparison, words),
        sides=_sides(comparison, words, languages),
        names=wording.names(words, comparison),
        sentence=wording.sum_up(words, comparison, roles),
        bar=bar(comparison, words),
        most_changed=most_changed(comparison, body.anchors, words),
        maps=section_maps(comparison, Ids(*body.anchors, frozenset(p.id for p in parts)), words),
        parts=parts,
        counts=_counts(parts),
        kinds=_KINDS,
        conditions=_CONDITIONS,
        notes=tuple(words.say(note) for note in comparison.notes),
        only=_chosen(view, words),
        numbers=numbers.rows(comparison, words.tag[:2]),
        numbers_sentence=numbers.sentence(comparison, words.tag[:2]),
        number_words=NUMBERS[words.tag[:2]],
    )


def rendered(
    template: str,
    styles: Iterable[str],
    words: Words,
    *,
    scripts: Iterable[str] = ("base.js", "start.js"),
    **values: object,
) -> str:
    """A page of a template, with its styles and scripts in it and a policy that allows no others."""
    style, script = (Markup("\n".join(_bare(asset(name)) for name in each)) for each in (styles, scripts))
    values = {"data": {"words": words.for_script("js_rows")}} | values
    found = environment().get_template(template)
    return found.render(w=words, lang=words.tag, style=style, script=script, policy=policy(style, script), **values)


def _sides(comparison: Comparison, words: Words, languages: tuple[Languages, Languages]) -> list[dict[str, str]]:
    documents = (comparison.old, comparison.new)
    return [
        {
            "name": name,
            "title": title(document),
            "lang": language.main,
            "file": words["file_assumed" if document.source.assumed else "file"].format(
                name=document.source.name, encoding=document.source.encoding
            ),
            "digest": document.source.sha256[:12],
        }
        for name, document, language in zip(wording.names(words, comparison), documents, languages, strict=True)
    ]


def _data(comparison: Comparison, words: Words) -> dict[str, object]:
    """What the script needs beyond the rows: whose decisions are kept, how long the lines are, what it says."""
    old, new = comparison.old.source, comparison.new.source
    return {
        "old": {"name": old.name, "sha256": old.sha256},
        "new": {"name": new.name, "sha256": new.sha256},
        "names": wording.names(words, comparison),
        "lines": [[len(line) for line in source.text.split("\n")] for source in (old, new)],
        "words": words.for_script(),
    }


def _chosen(view: View, words: Words) -> str:
    """What `view` restricts the page to, in words."""
    named = {"split": words["f_split"], "merged": words["f_split"]}
    found = [named.get(str(name)) or words[str(name)] for name in sorted(view.only) + sorted(view.roles)]
    return words["comma"].join(dict.fromkeys(found))


def _counts(parts: tuple[Part, ...]) -> Counter[str]:
    """How many rows each filter of the page shows."""
    rows = (row for part in parts for run in part.runs for row in run.rows)
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(_filters_of(row.classes))
    return counts


def _filters_of(classes: str) -> set[str]:
    found = set(classes.split())
    if found & {"merged", "regrouped"}:
        found.add("split")
    return found


def _bare(text: str) -> str:
    """A style or script without its comments: the page is read by people, its source hardly ever."""
    return _COMMENTS.sub("", text)


@cache
def asset(name: str) -> str:
    """A file beside this module: style, script or template."""
    return (files(__package__) / name).read_text(encoding="utf-8").strip()


def policy(style: str, script: str) -> str:
    """A Content-Security-Policy under which only the page's own style and script count, and nothing is ever fetched."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def environment() -> "Environment":
    """The templates, escaping everything that is not marked as markup."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.filters["shown"] = shown_text
    environment.filters["shown_plain"] = plain_text
    return environment
