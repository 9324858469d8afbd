"""What a person decided against: the pairs that must not come back, for whichever report shows their sentences."""

from collections.abc import Iterable, Iterator

from repdiff.model.links import Comparison
from repdiff.report.passages import place
from repdiff.report.runs import clip
from repdiff.report.words import Words

_QUOTED = 40  # columns of the other sentence that are quoted: enough to know it again


def forbidden(comparison: Comparison, old: Iterable[int], new: Iterable[int], words: Words) -> Iterator[str]:
    """One line per forbidden pair that has one of these sentences, with the place and the beginning of the other one and the note."""
    above = {comparison.old.sentences[i].span for i in old}
    below = {comparison.new.sentences[i].span for i in new}
    for ruling in comparison.rulings:
        if ruling.together or not (ruling.old in above or ruling.new in below):
            continue
        document, span = (comparison.new, ruling.new) if ruling.old in above else (comparison.old, ruling.old)
        text = words["comparison.decided_wrong"].format(
            place=place(document, span.start), text=clip(document.source.shown(span), _QUOTED)
        )
        yield words["text.name"].format(name=text) + ruling.note if ruling.note else text
