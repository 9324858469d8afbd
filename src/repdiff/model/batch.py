"""The nouns of many comparisons at once: the pairs, how they are to be compared, and what came of each."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from repdiff.model.options import Options
from repdiff.model.view import View


class Pair(NamedTuple):
    """Two documents to compare: what the pair is called, and the paths of both; `error` says why they cannot be, empty where they can."""

    name: str
    old: str
    new: str
    error: str = ""


class Pairs(NamedTuple):
    """Pairs in the order of their table or by name: what that is called, and notes on files that are in no pair."""

    name: str
    rows: tuple[Pair, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How all pairs are compared and shown. `encoding` is the codec of the documents, empty where it is to be guessed; `check` says whether
    the promises of the old text are held against the new one too; `min_score` and `lang` are those of a View.
    """

    options: Options = field(default_factory=Options)
    min_score: float = View().min_score
    lang: str = ""
    encoding: str = ""
    check: bool = False


class Counts(NamedTuple):
    """What a comparison comes to. `kept` (unchanged), `reworded`, `dropped` and `added` count commitments; `up` and `down` numbers whose
    change is not doubtful; `doubts` what a person must look at: pairs of low confidence, sentences that are perhaps a pair, numbers
    that may not measure the same. `verdicts` are met, missed, undetermined, silent; empty where nothing was promised or asked.
    """

    kept: int
    reworded: int
    dropped: int
    added: int
    old_sentences: int
    new_sentences: int
    old_sections: int
    new_sections: int
    up: int
    down: int
    doubts: int
    verdicts: tuple[int, ...] = ()


class Dropped(NamedTuple):
    """A commitment that is gone: its section, text and place (line:column), and what it perhaps became with the place of that."""

    section: str
    text: str
    place: str
    perhaps: str = ""
    perhaps_place: str = ""


class Rows(NamedTuple):
    """Rows below their columns, both as they stand in a sheet of a report."""

    columns: tuple[Any, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of one pair. `old` and `new` are the names of its files, `page` and `promises` those of the pages beside the index, empty
    where there is none; `error` says why there is nothing else. `differs` is false where nothing changed. `numbers` are those of both
    texts, `verdicts` the promises; `lang` is the language that both texts are in, `notes` what was said about them.
    """

    name: str
    old: str
    new: str
    page: str = ""
    promises: str = ""
    error: str = ""
    differs: bool = False
    counts: Counts | None = None
    dropped: tuple[Dropped, ...] = ()
    numbers: Rows = field(default_factory=Rows)
    verdicts: Rows = field(default_factory=Rows)
    lang: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Many pairs compared, in their order; `name` is what they were read from, `notes` what was said about that."""

    name: str
    pairs: tuple[Compared, ...]
    notes: tuple[str, ...] = ()
    options: BatchOptions = field(default_factory=BatchOptions)
