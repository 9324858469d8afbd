"""The corpus job: which documents, paragraphs and sentences occur more than once, where, and in what runs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repdiff.duplicates.settings import Settings
    from repdiff.model.findings import Findings


def find_duplicates(paths: Iterable[str], settings: "Settings | None" = None) -> "Findings":
    """Search files and folders for verbatim duplicates: .txt, .md, .html, .jsonl (also .gz, .zst), .parquet; "-" is
    standard input.

    `settings` are `repdiff.duplicates.settings.Settings`. For the flags of each unit, enter
    `repdiff.duplicates.search.searched` and write them with `repdiff.duplicates.flags.write`.

    Raises RepdiffError for what cannot be read, and, unless `settings.keep_going`, for records without a usable text.
    """
    from repdiff.duplicates.findings import findings
    from repdiff.duplicates.search import searched
    from repdiff.duplicates.settings import Settings

    with searched(paths, settings or Settings()) as search:
        return findings(search)
