"""What several persons say of one thing: whose word holds, and where they contradict each other so that somebody must settle it.

Of one person the later word holds, in whichever file it stands. Words without a name are of one person within a file, and in each file of
another one. A word that settles outdoes all that were said before it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from repdiff.model.decisions import Author
from repdiff.model.errors import RepdiffError

_NAMED = 3  # contradictions that an error names: enough to find them, short enough for a line


class Claim(NamedTuple):
    """One entry: the file that it stands in, its number there (from 1), who wrote it, and what it says."""

    file: str
    number: int
    author: Author
    entry: Any

    @property
    def person(self) -> str:
        """Who said it, for a reader."""
        return self.author.by or f"{self.file}, entry {self.number}"


class Heard(NamedTuple):
    """The claim that holds; those that took the place of contrary ones; and the claims that contradict each other, none where
    it is settled.
    """

    claim: Claim
    outdoing: tuple[Claim, ...] = ()
    against: tuple[Claim, ...] = ()


def heard(claims: Sequence[Claim], contrary: Callable[[Any, Any], bool], *, later_wins: bool = False) -> Heard:
    """Which of the claims on one thing holds; `contrary` says of two entries whether they contradict each other. At least one claim."""
    by: dict[tuple[str, str], Claim] = {}
    outdoing = []
    for claim in claims:
        who = (claim.author.by, "" if claim.author.by else claim.file)
        before = by.get(who)
        if before is not None and claim.author.at < before.author.at:
            continue
        if before is not None and contrary(before.entry, claim.entry):
            outdoing.append(claim)
        by.pop(who, None)
        by[who] = claim
    last = list(by.values())
    settling = max((each for each in last if each.author.settles), key=lambda each: each.author.at, default=None)
    holding = settling or last[-1]
    against = [each for each in last if contrary(holding.entry, each.entry)]
    if settling is not None:
        against = [each for each in against if each.author.at > settling.author.at]
    if not against:
        return Heard(holding, tuple(outdoing))
    if later_wins:
        return Heard(last[-1], (*outdoing, last[-1]))
    return Heard(holding, tuple(outdoing), (*against, holding))


def refuse_contrary(found: Iterable[tuple[str, tuple[Claim, ...]]]) -> None:
    """Raise RepdiffError where claims contradict each other: it names the first places, who says what, and how many more there are."""
    contradictions = list(found)
    if not contradictions:
        return
    told = "; ".join(
        f"{place} ({', '.join(f'{each.person}: {each.entry.verdict}' for each in against)})"
        for place, against in contradictions[:_NAMED]
    )
    more = f"; and {len(contradictions) - _NAMED} more" if len(contradictions) > _NAMED else ""
    raise RepdiffError(
        f"Reviewers contradict each other: {told}{more}.",
        "Import the files on the page and settle it there, or say --later-wins.",
    )
