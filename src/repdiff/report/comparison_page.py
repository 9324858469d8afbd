"""What the page of a comparison shows beyond what every report has."""

from collections import Counter
from collections.abc import Sequence

from repdiff.cut.titles import title
from repdiff.model.links import Comparison
from repdiff.model.view import View
from repdiff.report import lengths, numbers, wording
from repdiff.report.bars import bar, counted_roles, most_changed
from repdiff.report.brief import brief
from repdiff.report.index import index, strip, tally
from repdiff.report.judgements import side_entry
from repdiff.report.nouns import Part
from repdiff.report.passages import stands
from repdiff.report.review_files import review_files
from repdiff.report.rows import Rows
from repdiff.report.section_map import Ids, section_maps
from repdiff.report.words import Words


def page(comparison: Comparison, view: View, rows: Rows, parts: Sequence[Part]) -> dict[str, object]:
    """The values of the page's template, by name."""
    words = wording.choose(view, comparison)
    shown = [part for part in parts if part.heads or part.stretches]
    told = numbers.rows(comparison, words)
    tongues = [language.main for language in rows.languages]
    return {
        "data": _data(comparison, words),
        "sides": _sides(comparison, rows, words),
        "sentence": wording.sum_up(words, comparison, counted_roles(comparison)),
        "bar": bar(comparison, words),
        "most_changed": most_changed(comparison, rows.anchors, words),
        "maps": section_maps(comparison, Ids(*rows.anchors, frozenset(part.id for part in shown)), words),
        "counts": _counts(shown),
        "only": _chosen(view, words),
        "index": index(shown, words),
        "strip": strip(shown),
        "tallies": {part.id: _tally(part, tongues, words) for part in shown},
        "length": lengths.in_words(lengths.of_comparison(comparison), tongues, words),
        "brief": brief(comparison, told, rows.languages, words),
        "numbers": told,
        "numbers_sentence": numbers.sentence(comparison, words),
    }


def _tally(part: Part, tongues: Sequence[str], words: Words) -> str:
    """What became of a section: its rows by kind, its words."""
    found = (tally(part, words), lengths.in_words(lengths.of_part(part), tongues, words))
    return " · ".join(each for each in found if each)


def _sides(comparison: Comparison, rows: Rows, words: Words) -> list[dict[str, str]]:
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
        for name, document, language in zip(wording.names(words, comparison), documents, rows.languages, strict=True)
    ]


def _data(comparison: Comparison, words: Words) -> dict[str, object]:
    """What the script needs beyond the rows: whose decisions are kept, how long the lines are, what it says."""
    old, new = comparison.old.source, comparison.new.source
    return {
        "old": side_entry(comparison.old),
        "new": side_entry(comparison.new),
        "reviews": review_files(comparison.options.decisions),
        "names": wording.names(words, comparison),
        "lines": [[len(line) for line in source.text.split("\n")] for source in (old, new)],
        "above": [source.above for source in (old, new)],
        "stands": [stands(source) for source in (old, new)],
        "words": words.for_script(),
    }


def _chosen(view: View, words: Words) -> str:
    """What `view` restricts the page to, in words."""
    named = {"split": words["f_split"], "merged": words["f_split"]}
    found = [named.get(str(name)) or words[str(name)] for name in sorted(view.only) + sorted(view.roles)]
    return words["comma"].join(dict.fromkeys(found))


def _counts(parts: Sequence[Part]) -> Counter[str]:
    """How many rows each filter of the page shows."""
    rows = (row for part in parts for stretch in part.stretches for row in stretch.rows)
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(_filters_of(row.classes))
    return counts


def _filters_of(classes: str) -> set[str]:
    found = set(classes.split())
    if found & {"merged", "regrouped"}:
        found.add("split")
    return found
