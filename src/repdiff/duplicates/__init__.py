"""The corpus job: which documents, paragraphs and sentences occur more than once, where, and in what runs."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repdiff.duplicates.settings import Settings
    from repdiff.model.findings import Findings


def find_duplicates(
    paths: "str | os.PathLike[str] | Iterable[str | os.PathLike[str]]", settings: "Settings | None" = None
) -> "Findings":
    """Search files and folders for verbatim duplicates: every kind that a comparison reads, each file a document; records of .jsonl,
    .json, .csv, .tsv, .wet (all of them also as .gz, .zst, .bz2, .xz) and .parquet; "-" is standard input. One path alone may be given
    as it is.

    `settings` are `repdiff.duplicates.settings.Settings`. For the flags of each unit, enter
    `repdiff.duplicates.search.searched` and write them with `repdiff.duplicates.flags.write`.

    Raises RepdiffError for what cannot be read, and, unless `settings.keep_going`, for records without a usable text.
    """
    from repdiff.duplicates.findings import findings
    from repdiff.duplicates.search import searched
    from repdiff.duplicates.settings import Settings

    given = [paths] if isinstance(paths, str | os.PathLike) else paths
    with searched(map(os.fsdecode, given), settings or Settings()) as search:
        return findings(search)
