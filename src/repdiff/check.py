"""Was what one document promised kept, by what another one reports?"""

from typing import TYPE_CHECKING

from repdiff.model import Source
from repdiff.options import Options

if TYPE_CHECKING:
    from repdiff.years import Check


def check(
    promises: Source,
    results: Source,
    options: Options | None = None,
    *,
    promises_under: str = "",
    results_under: str = "",
) -> "Check":
    """Hold the promises of one source against the results of another: each is met, missed, undetermined or silent.

    `promises_under` and `results_under` keep only what stands under headings that contain the text: a file may hold both a review
    and a plan. Raises RepdiffError when there is no such heading.

    >>> found = repdiff.check(repdiff.read("2021.txt"), repdiff.read("2022.txt"))
    >>> [found.promised.source.quote(p.quantity.span) for p in found.promises if p.verdict is repdiff.Outcome.MISSED]
    """
    from repdiff.promises import hold

    return hold(promises, results, options or Options(), promises_under=promises_under, results_under=results_under)
