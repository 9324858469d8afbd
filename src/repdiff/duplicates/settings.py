"""What decides a search for duplicates: the same input and the same settings give the same result."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How large the units are that are compared."""

    DOCUMENT = "document"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


ALL_LEVELS = (Level.DOCUMENT, Level.PARAGRAPH, Level.SENTENCE)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice has a default and a sentence that says why."""

    levels: tuple[Level, ...] = ALL_LEVELS
    """Which units to compare; each further level costs about as much as the first."""
    min_chars: int = 1
    """Shorter paragraphs and sentences are no units; counted without white space."""
    raw: bool = False
    """Compare texts as they stand, instead of their Unicode form NFKC without white space."""
    near: bool = False
    """Also pair documents that have most of their sentences and clauses in common."""
    split: bool = True
    """Cut a scraped file that holds several documents into them."""
    text_field: str = "text"
    """The field of a JSON record, or the column of a Parquet file, that holds the text."""
    id_field: str = "id"
    """The field that names a record; records without it are named by file and line."""
    site_field: str = "url"
    """The field whose host tells which site a record is from; files are told apart by their folder."""
    encoding: str | None = None
    """Codec of text files; None recognises it from the bytes."""
    keep_going: bool = False
    """Report a record that cannot be used and go on, instead of stopping there."""
    memory: int = 1_000_000_000
    """Bytes that the process may take at most, as a whole; what does not fit is spilled to temporary files."""
    jobs: int = 0
    """Processes that cut texts, and threads that group them; 0 takes one per core."""
    few: int = 20
    """A unit on fewer documents than this is evidence that two documents share a passage; one on more is boilerplate
    and counts only beside others."""
    boilerplate: int = 10
    """Pages of one site on which a line must stand to be called its boilerplate."""
    alike: float = 0.5
    """Least share of text in common of two near-duplicate documents."""
