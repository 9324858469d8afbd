"""A source that was cut: its sections, its sentences, its quantities."""

from dataclasses import dataclass

from repdiff.model.frames import Shown
from repdiff.model.quantities import Quantity
from repdiff.model.said import Said
from repdiff.model.texts import Section, Sentence, Source, Span


@dataclass(frozen=True, slots=True)
class Document(Shown):
    """A source cut into sections and sentences, both in the order of the text.

    `keys` are what is compared of each sentence (see `repdiff.text.keys`), one per sentence; `quantities` the numbers of all sentences
    but headings, in the order of the text, none where they were not asked for. `notes` say in plain sentences what was assumed or found
    on the way here, those of the source first.
    """

    source: Source
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    keys: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    notes: tuple[Said, ...] = ()

    def text(self, sentence: int) -> str:
        """The sentence's own characters, with blanks for what stands in it and is no part of it."""
        span = self.sentences[sentence].span
        return self.source.bare[span.start : span.end]

    def plain(self, sentence: int) -> str:
        """What is compared of the sentence: its characters, with blanks for the signs of the format."""
        return self.source.plain(self.sentences[sentence].span)

    def shown(self, sentence: int) -> str:
        """What a reader is shown of the sentence: its characters without the signs of the format."""
        return self.source.shown(self.sentences[sentence].span)

    def number(self, sentence: int) -> str:
        """The number or bullet that the sentence begins with, as a reader is shown it; empty where there is none."""
        start, _ = self.sentences[sentence].span
        length = self.sentences[sentence].numbering
        shown = self.source.shown(Span(start, start + length)).strip() if length else ""
        return shown.strip("#*_ \t\u3000") or shown

    def wording(self, sentence: int) -> Span:
        """The span of the sentence without its number; of one that is nothing but a number, the whole."""
        each = self.sentences[sentence]
        start = each.span.start + each.numbering
        return Span(start, each.span.end) if start < each.span.end else each.span

    def depth(self, section: int) -> int:
        """How many sections enclose a section."""
        depth = 0
        while (parent := self.sections[section].parent) is not None:
            section, depth = parent, depth + 1
        return depth

    def chapter(self, section: int) -> Section:
        """The section under whose heading the text of a section stands: itself, or the one that an untitled section goes on with."""
        found = self.sections[section]
        while not found.title and found.parent is not None:
            found = self.sections[found.parent]
        return found
