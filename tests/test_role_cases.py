"""Roles by case files: `cases/roles/README.md` says how they are written."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from repdiff.cut.roles import assign_roles
from repdiff.model.texts import Section, Source, Span

CASES = sorted((Path(__file__).parent / "cases" / "roles").glob("*.txt"))


class Case(NamedTuple):
    """One sentence under one heading: what it does, and a part of the evidence for it."""

    line: int
    heading: str
    role: str
    sentence: str
    evidence: str


def cases(path: Path) -> Iterator[Case]:
    heading = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("=="):
            heading = line[2:].strip()
        elif line.strip() and not line.startswith("#"):
            role, _, rest = line.partition(" ")
            sentence, _, evidence = rest.partition(" | ")
            yield Case(number, heading, role, sentence, evidence)


def said_of(case: Case) -> str | None:
    """What is wrong with the role of a sentence, in a line for a reader; None where it is right."""
    text = f"{case.heading}\n{case.sentence}"
    end = len(case.heading)
    section = Section(0, 1, case.heading, Span(0, end), Span(0, len(text)), None, "#")
    ((role, why),) = assign_roles(Source("a", text), (section,), ((Span(end + 1, len(text)), 0),))
    if role == case.role and case.evidence in why:
        return None
    wanted = f"{case.role} ({case.evidence})" if case.evidence else case.role
    return f"line {case.line}: {case.sentence!r} under {case.heading!r} is {wanted}; found {role.value} ({why})"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_sentence_does_what_the_case_file_says(path: Path) -> None:
    found = list(cases(path))
    assert {case.role for case in found} <= {"commitment", "statement", "formula"}
    wrong = [told for told in map(said_of, found) if told]
    assert found
    assert not wrong, "\n".join([f"{len(wrong)} of {len(found)} sentences of {path.name}:", *wrong])
