"""Train the models of pairing, or the vectors of n-grams, and write them where repdiff reads them.

    python -m repdiff.train GOLD.json... [--texts FOLDER] [--leave-out FAMILY] [-o weights.json]
    python -m repdiff.train --vectors TEXT... [-o vectors.npy]
    python -m repdiff.train --table

The packages that only training needs: `pip install 'repdiff[train]'`.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from repdiff.model.errors import RepdiffError
from repdiff.train.lessons import family, read_lesson

_BAD_INPUT = 2
_PLACE = Path(__file__).parent.parent / "pair"


def main() -> int:
    """Train on the files named on the command line and write the result; returns the exit code, 2 for bad input."""
    try:
        _run(_parser().parse_args())
    except RepdiffError as error:
        print(f"{error}", file=sys.stderr)
        return _BAD_INPUT
    except ModuleNotFoundError as missing:
        print(f"{missing.name} is missing. Install it with: pip install 'repdiff[train]'", file=sys.stderr)
        return _BAD_INPUT
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m repdiff.train", description="Train the models of pairing.")
    parser.add_argument("files", nargs="*", type=Path, help="hand alignments (JSON); with --vectors, texts")
    parser.add_argument("--leave-out", default="", metavar="FAMILY", help="leave out the gold files of this family")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="where the texts of the alignments lie")
    parser.add_argument("--vectors", action="store_true", help="train the vectors of n-grams from texts instead")
    parser.add_argument("--table", action="store_true", help="show which evidence decides, and how much")
    parser.add_argument("-o", "--output", type=Path, help="where to write, instead of into the package")
    return parser


def _run(arguments: argparse.Namespace) -> None:
    if arguments.table:
        from repdiff.train.table import tabulate

        print(tabulate())
    elif arguments.vectors:
        from repdiff.train.vectors import write_vectors

        print(write_vectors(arguments.files, arguments.output or _PLACE / "vectors.npy"), file=sys.stderr)
    else:
        paths = [path for path in arguments.files if family(path.stem) != arguments.leave_out]
        if not paths or (arguments.leave_out and len(paths) == len(arguments.files)):
            left = f" but those of {arguments.leave_out!r}" if arguments.leave_out else ""
            raise RepdiffError(f"No such alignments to train on{left}.", "Name gold files; see --help.")
        _write_weights(paths, arguments.texts, arguments.output or _PLACE / "weights.json")


def _write_weights(paths: Sequence[Path], texts: Path | None, output: Path) -> None:
    from repdiff.train import train

    lessons = [read_lesson(path, texts) for path in paths]
    provenance = {"command": "python -m repdiff.train GOLD.json...", "data": [lesson.name for lesson in lessons]}
    output.write_text(laid_out(provenance | train(lessons)), "utf-8")
    print(f"{output}: trained on {len(lessons)} pairs", file=sys.stderr)


def laid_out(data: dict[str, Any]) -> str:
    """JSON with a line for each name of the first levels: long, but a reader sees what changed."""
    lines = [f' "{name}": {_inner(value)}' for name, value in data.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _inner(value: Any) -> str:
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return "{\n" + ",\n".join(f'  "{k}": {json.dumps(v, ensure_ascii=False)}' for k, v in value.items()) + "\n }"


if __name__ == "__main__":
    sys.exit(main())
