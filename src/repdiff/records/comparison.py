"""A comparison for programs: one JSON object, UTF-8, the same bytes for the same input and options.

Spans are `[start, end)` in code points of the decoded text (byte order mark removed, CRLF counted as one newline).
Ids of sections, sentences, links and groups are indices into their lists. `--only` and `--roles` do not apply: a
program filters by itself; `--min-score` marks links and takes none away.

A list of sections, sentences, links or groups has one entry per line.

- `format`: 1; another number where a key changes its meaning or goes away, not where one is added.
- `repdiff`: version of the program.
- `options`: those that made the comparison, by name (see `repdiff.Options`): a report narrowed by `section` says so here; `decisions` is
  the name of the file of decisions, a list where there were several, null without one. `glossary` (an object), `words`,
  `ignore_patterns`, `ignore_sections` and `config` (the file that options were taken from, and which) are absent where they are
  empty. Absent before it was recorded.
- `old`, `new`: `name`, `title`, `encoding`, `assumed` (the encoding was guessed from the bytes), `sha256` of the bytes.
- `counts`: for `all` and for each role: `identical`, `reworded`, `moved`, `split`, `merged`, `dropped` (old sentences),
  `added` (new ones), `renumbered` (identical but for the number that they begin with), `turned` (reworded with the meaning turned).
  The last two are absent before they were counted.
- `notes`: plain sentences: what was assumed, where a stage fell back to something weaker.
- `left_out`: `old` and `new`, each a list of what is no part of the text, as in the record of an outline.
- `sections`: `old` and `new`, each a list of `id`, `title`, `level`, `parent` (id or null), `style`, `span` (of the
  heading), `body` (span of all of it). Level 0 without a title are the opening of a document and text that goes on with
  its `parent` below the last heading within that.
- `section_links`: `old`, `new` (ids), `score`, `renamed`, `moved`, `reason`.
- `sentences`: `old` and `new`, each a list of `id`, `span`, `role`, `why` (evidence for the role), `section` (id),
  `number` (the numbering or bullet that it begins with, as it is shown; empty without one), `place` (line and column from 1),
  `page`, `row` or `paragraph` (its number, where places of such a file are told so), `text`.
- `links`: one per linked pair: `id`, `old`, `new` (spans), `old_id`, `new_id`, `kind`, `moved`, `score`, `reason`,
  `renumbered` (identical but for the number), `old_number`, `new_number` (as shown; empty without one),
  `group` (id), `decided` (true where a person paired the two), `note` (what the person wrote), `perhaps` (true where the score is below
  `--min-score`, so that a report for readers does not show the pair as one: it tells the two as dropped and added, perhaps reworded;
  nothing else in this record depends on that limit), `turned` (whether the meaning of its group turns). Both absent before they were
  recorded.
- `groups`: links joined to what a reader sees beside each other: `id`, `old`, `new` (sentence ids), `links` (ids),
  `kind`, `shape`, `moved`, `score`, `renumbered` (identical but for the number), `recased` (nothing but small and capital letters
  differ), `edits`, `perhaps` (true where one of its links is: readers see less of the group, or nothing), `turned` (where the meaning
  turns, each `[turn, span in old, span in new]`, turn one of negation (a span is empty where it was added or lost), direction, duty,
  opposite). Both absent before they were recorded.
  `restyled` are the words that stayed and are set in another way, no difference of words, each `[before, after, span in old, span in
  new]`, the first two lists of bold, italic, underline, strike, item, `heading 2`; empty for plain. Absent before it was recorded.
- `edits` of a group: `[op, span in old, span in new]`, op one of equal, delete, insert, move_from, move_to; empty
  where the two texts are too unlike to mark words. The numbers that the first sentences begin with are one `equal`, whatever they are.
- `dropped`, `added`: ids of the sentences without a partner, old ones and new ones.
- `review`: only where a file of decisions was obeyed: `files` (`name`, `sha256`), `rows` (for each kind how many there are in `all`, how
  many are `checked`, `wrong` or `overruled`, have `questions`, are `open`), `reviewers` (what each said), `questions` (`place`, `quote`,
  `by`, `note`), `signed` (`by`, `at`, `decisions` and `open` as they were then, `holds`, and why not in `void`).
- `decisions`: what a person decided and was obeyed: `old`, `new` (spans of two sentences), `together` (false: they must not be
  paired), `note`. What could not be obeyed is among the `notes`.
- `numbers`: one per indicator that both sides have a quantity of: `old`, `new` (as written), `old_span`, `new_span`,
  `old_id`, `new_id` (sentences), `old_quantity` and `new_quantity`, `score`, `difference` (new less old in the base unit, by the `signed`
  numbers; a list of that of the lower and that of the higher end where a range changed by other numbers at its ends), `spread` (`wider`,
  `narrower`, or empty: whether one of two ranges lies within the other), `percent` (of old; null between percentages, whose difference is
  in points, between ranges, and where a side is not above zero), `requalified` (`左右` became `以上`), `doubt` (why the two may
  not be comparable; empty where nothing speaks against it).
- a quantity: `value` (one number, or both ends of a range, as written), `scale` and `unit` (times scale it is in this base
  unit), `written` (the unit as written), `bound` (exact, at least, at most, about, between), `qualifier`, `measure` (level,
  growth, increment, base), `direction` (up, down, or empty where no word says it), `signed` (the number in the base unit with the sign that
  its direction gives it, or both ends: a fall by 5 is -5; a deficit is negative where the other side is a surplus), `period` (current,
  past, later), `indicator` (what is measured, in the words of the text) and
  `indicator_span` (of the phrase beside the number).
"""

from typing import Any

from repdiff.model.document import Document
from repdiff.model.links import Comparison, Group, Link, Ruling, SectionLink
from repdiff.model.quantities import NumberChange
from repdiff.model.texts import Role, Sentence, What
from repdiff.model.version import version
from repdiff.model.view import View
from repdiff.records.entries import (
    document_head,
    left_out_entries,
    number,
    numbers,
    options_entry,
    place_entry,
    quantity_entry,
    section_entry,
)
from repdiff.report.summary import tally
from repdiff.report.words import ENGLISH

FORMAT = 1
_COUNTED = ("identical", "reworded", "moved", "split", "merged", "dropped", "added", "renumbered", "turned")
_DIGITS = 4


def record(comparison: Comparison, least: float = View().min_score) -> dict[str, Any]:
    """The comparison as plain data; the keys are those above. Pairs of a score below `least` are called `perhaps`."""
    group_of = {link: index for index, group in enumerate(comparison.groups) for link in group.links}
    doubtful = {index for index, link in enumerate(comparison.links) if link.is_doubtful(least)}
    sides = (("old", comparison.old), ("new", comparison.new))
    return {
        "format": FORMAT,
        "repdiff": version(),
        "options": options_entry(comparison.options),
        **{side: document_head(document) for side, document in sides},
        "counts": _counts(comparison),
        "notes": list(comparison.notes),
        "left_out": {side: left_out_entries(document.source) for side, document in sides},
        "sections": {side: [section_entry(section) for section in document.sections] for side, document in sides},
        "section_links": [_section_link(link) for link in comparison.section_links],
        "sentences": {side: [_sentence(document, each) for each in document.sentences] for side, document in sides},
        "links": [
            _link(comparison, index, link, group_of[index]) | {"perhaps": index in doubtful}
            for index, link in enumerate(comparison.links)
        ],
        "groups": [
            _group(index, group) | {"perhaps": not doubtful.isdisjoint(group.links)}
            for index, group in enumerate(comparison.groups)
        ],
        "dropped": list(comparison.dropped),
        "added": list(comparison.added),
        "decisions": [_ruling(ruling) for ruling in comparison.rulings],
        "numbers": [_number(comparison, change) for change in comparison.numbers],
    } | _review(comparison)


def _review(comparison: Comparison) -> dict[str, Any]:
    """What persons said, where a file of decisions was obeyed."""
    from repdiff.report.reviews import entry, of_comparison

    return {} if comparison.review is None else {"review": entry(of_comparison(comparison, ENGLISH))}


def _counts(comparison: Comparison) -> dict[str, dict[str, int]]:
    wanted = {"all": frozenset(Role), **{role.value: frozenset({role}) for role in Role}}
    counts = {name: tally(comparison, roles) for name, roles in wanted.items()}
    return {name: {field: getattr(count, field) for field in _COUNTED} for name, count in counts.items()}


def _section_link(link: SectionLink) -> dict[str, Any]:
    return {
        "old": link.old,
        "new": link.new,
        "score": round(link.score, _DIGITS),
        "renamed": link.renamed,
        "moved": link.moved,
        "reason": link.reason,
    }


def _sentence(document: Document, sentence: Sentence) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "span": list(sentence.span),
        "role": sentence.role,
        "why": sentence.why,
        "section": sentence.section,
        "number": document.number(sentence.id),
        **place_entry(document.source, sentence.span.start),
        "text": document.source.quote(sentence.span),
    }


def _link(comparison: Comparison, index: int, link: Link, group: int) -> dict[str, Any]:
    return {
        "id": index,
        "old": list(comparison.old.sentences[link.old].span),
        "new": list(comparison.new.sentences[link.new].span),
        "old_id": link.old,
        "new_id": link.new,
        "kind": link.kind,
        "moved": link.moved,
        "score": round(link.score, _DIGITS),
        "reason": link.reason,
        "renumbered": comparison.groups[group].renumbered,
        "old_number": comparison.old.number(link.old),
        "new_number": comparison.new.number(link.new),
        "group": group,
        "decided": link.decided,
        "note": link.note,
        "turned": bool(comparison.groups[group].turned),
    }


def _ruling(ruling: Ruling) -> dict[str, Any]:
    return {"old": list(ruling.old), "new": list(ruling.new), "together": ruling.together, "note": ruling.note}


def _group(index: int, group: Group) -> dict[str, Any]:
    return {
        "id": index,
        "old": list(group.old),
        "new": list(group.new),
        "links": list(group.links),
        "kind": group.kind,
        "shape": group.shape,
        "moved": group.moved,
        "score": round(group.score, _DIGITS),
        "renumbered": group.renumbered,
        "recased": group.recased,
        "edits": [[edit.op, list(edit.old), list(edit.new)] for edit in group.edits],
        "turned": [[each.turn, list(each.old), list(each.new)] for each in group.turned],
        "restyled": [
            [_look(each.before), _look(each.after), list(each.old), list(each.new)] for each in group.restyled
        ],
    }


def _look(look: tuple[tuple[What, int], ...]) -> list[str]:
    return [f"{what} {level}" if level else what.value for what, level in look]


def _number(comparison: Comparison, change: NumberChange) -> dict[str, Any]:
    old, new = comparison.old.source, comparison.new.source
    return {
        "old": old.quote(change.old.span),
        "new": new.quote(change.new.span),
        "old_span": list(change.old.span),
        "new_span": list(change.new.span),
        "old_id": change.old.sentence,
        "new_id": change.new.sentence,
        "old_quantity": quantity_entry(old, change.old) | {"signed": numbers(change.signed[0])},
        "new_quantity": quantity_entry(new, change.new) | {"signed": numbers(change.signed[1])},
        "score": round(change.score, _DIGITS),
        "difference": numbers(change.differences),
        "spread": change.spread,
        "percent": None if change.percent is None else number(change.percent),
        "requalified": change.requalified,
        "doubt": change.doubt,
    }
