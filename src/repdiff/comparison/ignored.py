"""What a comparison is told to ignore: dates and links make no difference, and a note says of how many sentences that decided."""

from collections.abc import Iterable
from dataclasses import replace

from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.links import Group, Kind
from repdiff.model.options import IGNORABLE, Options
from repdiff.model.said import Said
from repdiff.model.texts import Span
from repdiff.text.keys import identity


def ignoring(document: Document, ignore: tuple[str, ...]) -> Document:
    """The document with keys in which what is ignored makes no difference. Raises RepdiffError for what cannot be ignored."""
    for name in ignore:
        if name not in IGNORABLE:
            raise RepdiffError(f"{name!r} cannot be ignored.", f"Ignore any of {', '.join(IGNORABLE)}.")
    if not {"dates", "links"} & set(ignore):
        return document
    keys = (_key(document, sentence, ignore) for sentence in range(len(document.sentences)))
    return replace(document, keys=tuple(keys))


def _key(document: Document, sentence: int, ignore: tuple[str, ...]) -> str:
    from repdiff.text.dates import without_dates
    from repdiff.text.links import without_links

    text = plain = document.source.plain(document.wording(sentence))
    if "links" in ignore:
        text = without_links(text)
    if "dates" in ignore:
        text = without_dates(text)
    return document.keys[sentence] if text == plain else identity(text)


def notes(
    sides: tuple[Document, Document], whole: tuple[Document, Document], found: Iterable[Group], options: Options
) -> tuple[Said, ...]:
    """What is said of numbers that are no wording, and of what was ignored; `whole` are the two documents with nothing ignored."""
    groups = [group for group in found if group.kind is Kind.IDENTICAL]
    return (
        *_renumbered(sides, [group for group in groups if group.renumbered]),
        *_ignored(sides, whole, groups, options),
    )


def _renumbered(sides: tuple[Document, Document], groups: list[Group]) -> Iterable[Said]:
    examples = [(sides[0].number(group.old[0]), sides[1].number(group.new[0])) for group in groups]
    both = [(old, new) for old, new in examples if _counts(old) and _counts(new)]
    if both:
        old, new = both[0]
        yield Said(
            "Sentences that only got a new number ({old} → {new}) count as unchanged: {count}.",
            count=len(both),
            old=old,
            new=new,
        )
    if len(both) < len(examples):
        number = next(old if _counts(old) else new for old, new in examples if not (_counts(old) and _counts(new)))
        yield Said(
            "Sentences that have a number in one text only ({number}) count as unchanged: {count}.",
            count=len(examples) - len(both),
            number=number,
        )


def _counts(number: str) -> bool:
    """Whether a number is more than a bullet."""
    return any(map(str.isalnum, number))


def _ignored(
    sides: tuple[Document, Document], whole: tuple[Document, Document], groups: list[Group], options: Options
) -> Iterable[Said]:
    wanted = {"dates", "links"} & set(options.ignore)
    if not wanted:
        return
    keys = tuple(_by_span(document) for document in whole)
    count = sum(
        [keys[0][sides[0].sentences[k].span] for k in group.old]
        != [keys[1][sides[1].sentences[k].span] for k in group.new]
        for group in groups
    )
    if wanted == {"dates", "links"}:
        yield Said("Sentences that only differ in dates or links count as unchanged, as asked: {count}.", count=count)
    elif "dates" in wanted:
        yield Said("Sentences that only differ in dates count as unchanged, as asked: {count}.", count=count)
    else:
        yield Said("Sentences that only differ in links count as unchanged, as asked: {count}.", count=count)


def _by_span(document: Document) -> dict[Span, str]:
    return {sentence.span: document.keys[sentence.id] for sentence in document.sentences}
