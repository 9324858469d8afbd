"""Refuse a commit that drops commitments: each is named with its place in the version before. The hook of pre-commit-config.yaml.

python refuse_dropped_commitments.py report.md plan.docx
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import repdiff


def before(path: str) -> bytes | None:
    """The file as it was committed last; None for one that is new."""
    done = subprocess.run(["git", "show", f"HEAD:./{path}"], capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None


def dropped(path: str) -> list[str]:
    """The commitments that the file had and has no more; a pair that is perhaps one is no dropped commitment."""
    content = before(path)
    if content is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / Path(path).name
        old.write_bytes(content)
        comparison = repdiff.compare(repdiff.read(old), repdiff.read(path))
    return [
        f"{path}: {row['old_places'][0]} of the version before: {' '.join(row['old_text'].split())}"
        for row in comparison.records()
        if row["kind"] == "dropped" and row["roles"] == ["commitment"]
    ]


def main() -> int:
    found = []
    for path in sys.argv[1:]:
        try:
            found += dropped(path)
        except repdiff.RepdiffError as error:
            print(f"not compared: {error}", file=sys.stderr)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
