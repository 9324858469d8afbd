"""The oldest versions that pyproject.toml allows, as constraints for pip: `>=x` becomes `==x`.

    python tests/lowest.py xlsx test > lowest.txt && pip install -c lowest.txt '.[xlsx,test]'

Names of extras may follow; what other packages bring is not constrained.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
BOUND = re.compile(r"(?P<name>[\w.-]+)>=(?P<version>[\w.]+)(?:,.*)?")


def constraints(extras: Iterable[str]) -> Iterator[str]:
    """A line for each direct dependency. Raises ValueError where one has no lower bound, KeyError for an unknown extra."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    lines = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    for line in dict.fromkeys(lines):
        bound = BOUND.fullmatch(line)
        if bound is None:
            raise ValueError(f"{line}: no lower bound")
        yield f"{bound['name']}=={bound['version']}"


if __name__ == "__main__":
    print("\n".join(constraints(sys.argv[1:])))
