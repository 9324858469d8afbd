"""What a comparison is told to ignore: names of the glossary, dates, links and the user's own patterns make no difference, sections are
left out; and notes say of how many sentences that decided.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from repdiff.cut.document import keep, standing_under
from repdiff.cut.hyphens import unbroken_words
from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.links import Group, Kind
from repdiff.model.options import IGNORABLE, Options, PairingOptions
from repdiff.model.said import Said
from repdiff.model.texts import Aside, LeftOut, Section, Span
from repdiff.text.keys import identity
from repdiff.text.renaming import renaming


def ignoring(document: Document, options: PairingOptions) -> Document:
    """The document with keys in which what is ignored makes no difference, nor which name of the glossary a thing has.

    Raises RepdiffError for what cannot be ignored.
    """
    steps = tuple(_steps(options))
    if not steps:
        return document
    whole = unbroken_words(document.source.text)
    plain = [whole(document.source.plain(document.wording(sentence.id))) for sentence in document.sentences]
    texts = plain
    for step in steps:
        texts = step(texts)
    keys = (
        key if before == after else identity(after)
        for key, before, after in zip(document.keys, plain, texts, strict=True)
    )
    return replace(document, keys=tuple(keys))


def _steps(options: PairingOptions) -> Iterator[Callable[[list[str]], list[str]]]:
    """What is done to the texts of all sentences, in turn."""
    if options.glossary:
        meant = renaming(options.glossary).meant
        yield lambda texts: list(map(meant, texts))
    if not isinstance(options, Options):
        return
    for name in options.ignore:
        if name not in IGNORABLE:
            raise RepdiffError(f"{name!r} cannot be ignored.", f"Ignore any of {', '.join(IGNORABLE)}.")
    if "links" in options.ignore:
        from repdiff.text.links import without_links

        yield lambda texts: list(map(without_links, texts))
    if "dates" in options.ignore:
        from repdiff.text.dates import without_dates

        yield lambda texts: list(map(without_dates, texts))
    if options.ignore_patterns:
        from repdiff.text.ignorable import fault, without

        for found in filter(None, map(fault, options.ignore_patterns)):
            raise RepdiffError(f"ignore: {found.what}", found.hint)
        yield lambda texts: without(texts, options.ignore_patterns)


def without_sections(document: Document, titles: tuple[str, ...]) -> Document:
    """The document without what stands under headings that contain one of the titles, which is told among what is left out of it."""
    out = set().union(*(standing_under(document, title) for title in titles))
    if not out:
        return document
    kept = keep(document, (sentence.id for sentence in document.sentences if sentence.id not in out))
    sections = dict.fromkeys(document.sentences[k].section for k in sorted(out))
    source = document.source
    told = [LeftOut(Aside.ASKED, source.quote(span), span) for span in (document.sections[k].span for k in sections)]
    new = [each for each in told if each not in source.left_out]
    return replace(kept, source=replace(source, left_out=(*source.left_out, *new)))


def notes_on_sections(sides: tuple[Document, Document], options: Options) -> tuple[Said, ...]:
    """How many sections were left out on either side, and which titles no heading of both contains; `sides` are whole."""
    if not options.ignore_sections:
        return ()
    old, new = (_count(side, options.ignore_sections) for side in sides)
    said = []
    if old or new:
        said.append(Said("Sections left out as asked: {old} of the old text, {new} of the new one.", old=old, new=new))
    said += [
        Said("No heading contains “{title}”: nothing is left out for it.", title=title)
        for title in options.ignore_sections
        if not any(standing_under(side, title) for side in sides)
    ]
    return tuple(said)


def _count(document: Document, titles: tuple[str, ...]) -> int:
    """How many sections stand under such headings, each heading with what is below it counted once."""
    wanted = [title.casefold() for title in titles]
    found = [section for section in document.sections if any(each in section.title.casefold() for each in wanted)]
    inner = {section.id for section in found}
    return sum(not any(above in inner for above in _above(document, section)) for section in found)


def _above(document: Document, section: Section) -> Iterator[int]:
    while section.parent is not None:
        section = document.sections[section.parent]
        yield section.id


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
    if not wanted and not options.glossary and not options.ignore_patterns:
        return
    own = [_by_span(document) for document in whole]
    named = [_by_span(ignoring(document, PairingOptions(glossary=options.glossary))) for document in whole]
    by_names = sum(_differ(sides, own, group) and not _differ(sides, named, group) for group in groups)
    count = sum(_differ(sides, named, group) for group in groups)
    if options.glossary:
        yield Said("Sentences that only differ in names of the glossary count as unchanged: {count}.", count=by_names)
    if options.ignore_patterns:
        yield Said("Sentences that only differ in what is ignored count as unchanged, as asked: {count}.", count=count)
    elif wanted == {"dates", "links"}:
        yield Said("Sentences that only differ in dates or links count as unchanged, as asked: {count}.", count=count)
    elif "dates" in wanted:
        yield Said("Sentences that only differ in dates count as unchanged, as asked: {count}.", count=count)
    elif wanted:
        yield Said("Sentences that only differ in links count as unchanged, as asked: {count}.", count=count)


def _differ(sides: tuple[Document, Document], keys: list[dict[Span, str]], group: Group) -> bool:
    """Whether the sentences of a group have other keys, those of either side given by their spans."""
    old = [keys[0][sides[0].sentences[k].span] for k in group.old]
    return old != [keys[1][sides[1].sentences[k].span] for k in group.new]


def _by_span(document: Document) -> dict[Span, str]:
    return {sentence.span: document.keys[sentence.id] for sentence in document.sentences}
