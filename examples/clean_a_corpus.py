"""A step in front of a training or search pipeline: keep the first copy of everything, drop what is boilerplate.

    python examples/clean_a_corpus.py seeds > clean.jsonl

`repdiff dupes --annotate` writes each document with its flags and removes nothing: what to keep is decided here, by a
rule that a reviewer can read. Whole copies go; of the others, sentences that stand earlier in the corpus are cut out,
by their spans in the original text. What is left is one JSON object per line: `id`, `text`, `kept` (share of the characters).
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

LEAST = 200
"""Characters below which what is left of a document is not worth a place in an index."""


def annotated(paths: list[str]) -> list[dict]:
    """The documents of the corpus with their flags."""
    with tempfile.TemporaryDirectory() as folder:
        flagged = Path(folder) / "flagged.jsonl"
        command = [sys.executable, "-m", "repdiff", "dupes", *paths, "--annotate", str(flagged), "--format", "json"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return [json.loads(line) for line in flagged.read_text("utf-8").splitlines()]


def first_copies(document: dict) -> str:
    """The text without the sentences that stand earlier in the corpus; spans count from the file's beginning."""
    origin, text = document.get("start", 0), document["text"]
    kept, done = [], 0
    for flag in document["duplicates"]["sentences"]:
        if flag["first"] is not None:
            kept.append(text[done : flag["start"] - origin])
            done = flag["end"] - origin
    return "".join([*kept, text[done:]]).strip()


def main() -> None:
    """Print the documents that are left."""
    for document in annotated(sys.argv[1:]):
        copy_of = (document["duplicates"]["document"] or {}).get("first")
        text = "" if copy_of else first_copies(document)
        if len(text) >= LEAST:
            kept = round(len(text) / len(document["text"]), 3)
            print(json.dumps({"id": document["id"], "text": text, "kept": kept}, ensure_ascii=False))


if __name__ == "__main__":
    main()
