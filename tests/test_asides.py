"""What stands in a document and is no part of what it says: found, left out of the comparison, listed, and nothing else."""

import json
from pathlib import Path

import pytest

import repdiff
from conftest import run
from repdiff.comparison.laws import broken
from repdiff.cut.asides import without_furniture
from repdiff.cut.document import cut_document
from repdiff.model.texts import Source
from repdiff.sources.markdown import read_markdown
from repdiff.sources.request import Request

CASES = sorted(path for path in (Path(__file__).parent / "cases" / "asides").iterdir() if path.name != "README.md")
