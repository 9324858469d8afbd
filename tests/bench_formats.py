"""How alike the changes are of two documents saved as page, Word file and PDF, to those of their texts.

    python tests/bench_formats.py OLD NEW [LANG]

LibreOffice and Chromium make the files: PDFs in one column and in two, with running heads and page numbers. Prints a Markdown table: F1,
precision and recall of the links, letters lost and letters that are not the document's. LANG (zh, en) sets the type; default en.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alike import alike, compared
from test_formats import FLOORS, blocks_in, save

import repdiff


def main() -> None:
    old, new, lang = [*sys.argv[1:], "en"][:3]
    with TemporaryDirectory() as folder:
        for side, path in (("old", old), ("new", new)):
            save(tuple(blocks_in(repdiff.cut_document(repdiff.read(path)))), lang, Path(folder) / side)
        sides = [Path(folder) / side for side in ("old", "new")]
        known = compared(*(side / "a.txt" for side in sides))
        print(
            "| saved as | F1 | precision | recall | lost | not its own | letters |\n|---|---:|---:|---:|---:|---:|---:|"
        )
        for kind in FLOORS[lang]:
            found = alike(known, compared(*(side / f"a.{kind}" for side in sides)))
            shares = " | ".join(f"{share:.3f}" for share in (found.f1, found.precision, found.recall))
            print(f"| {kind} | {shares} | {found.lost} | {found.extra} | {found.letters} |")


if __name__ == "__main__":
    main()
