"""The flags as a table: one row for each unit that occurs more than once, in the order of the input."""

from pathlib import Path

from repdiff.duplicates.search import Search

_COLUMNS = """
SELECT '{level}' AS level, d.name AS document, f.unit, d.origin + f.lo AS start, d.origin + f.hi AS "end",
  f.grp AS "group", f.copies, f.documents, o.name AS first_document, o.origin + f.first_lo AS first_start,
  o.origin + f.first_hi AS first_end, f.doc = f.first_doc AND f.unit = f.first_unit AS is_first,
  {rank} AS rank, f.doc AS doc
FROM flags_{level} AS f JOIN documents AS d ON d.doc = f.doc JOIN documents AS o ON o.doc = f.first_doc"""
_OPTIONS = {"jsonl": "FORMAT json", "csv": "FORMAT csv, HEADER", "parquet": "FORMAT parquet, COMPRESSION zstd"}


def write(search: Search, form: str, path: Path) -> None:
    """Write the flags to `path` as "jsonl", "csv" or "parquet".

    Columns: level, document (its name), unit (its number on that level, from 0), start, end, group, copies, documents
    (that hold a copy), first_document, first_start, first_end, is_first.
    """
    levels = search.settings.levels
    rows = " UNION ALL ".join(_COLUMNS.format(level=level, rank=rank) for rank, level in enumerate(levels))
    ordered = f"SELECT * EXCLUDE (rank, doc) FROM ({rows}) AS flags ORDER BY rank, doc, unit"
    store = search.store
    store.run("SET preserve_insertion_order = true")
    target = str(path).replace("'", "''")
    store.run(f"COPY ({ordered}) TO '{target}' ({_OPTIONS[form]})")
