"""Every threshold and choice that decides a result has a name here, a default, and a sentence that says why."""

from dataclasses import dataclass

from repdiff.model.decisions import Decisions
from repdiff.model.judgements import PromiseDecisions, SeriesDecisions
from repdiff.model.terms import Terms


@dataclass(frozen=True, slots=True)
class PairingOptions:
    """What decides which sentences are paired, in every job: the same input and the same options give the same result."""

    link: float = 0.15
    """Least probability of a link, however doubtful all pairs of two documents are. Below one half, because a missed pair shows as
    dropped and added, which readers take for fact."""
    link_at_most: float = 0.5
    """Probability from which a pair is a link in any documents. Between the two the limit is half of the F1 that can be expected."""
    further: float = 0.1
    """How much more probable each partner after the first must be: splits and merges are rarer than pairs."""
    least_shared: float = 0.04
    """Content that two sentences must share, in units of a usual sentence's content: with less, a pair looks silly even where
    its place speaks for it."""
    later_wins: bool = False
    """Whether of decisions by which persons contradict each other the later holds, that of the file named later; else that is an error."""
    terms: Terms | None = None
    """The user's own words (`read_terms`): synonyms, directions, units, what counts as about."""
    glossary: tuple[tuple[str, str], ...] = ()
    """Names and, for each, the other one that means the same (`(("Twitter", "X"),)`): sentences that differ in them alone are identical."""
    config: str = ""
    """The file that options were taken from and the names of these, as a note says it; empty without one."""


IGNORABLE = ("numbering", "dates", "links")
"""What a comparison can be told to ignore (`Options.ignore`)."""


@dataclass(frozen=True, slots=True)
class Options(PairingOptions):
    """What decides a comparison."""

    section: str = ""
    """Compare only what stands under headings that contain this text, with its partners elsewhere; empty compares everything."""
    decisions: Decisions | tuple[Decisions, ...] | None = None
    """What a person, or several, decided about pairs (`read_decisions`): obeyed whatever the texts say."""
    readable: float = 0.2
    """Share of characters in common below which a pair is shown as two texts: a word diff of less reads as confetti."""
    ignore: tuple[str, ...] = ()
    """What makes no difference, of `IGNORABLE`. `numbering`: no word is said of new numbers of items, which are no wording anyhow. `dates`:
    sentences that only differ in dates are identical (`repdiff.text.dates` says what is one). `links`: those that only differ in
    addresses of pages and mail, and in the targets of Markdown links."""
    ignore_patterns: tuple[str, ...] = ()
    """Patterns (the syntax of RE2) of what makes no difference, beside what `ignore` names."""
    ignore_sections: tuple[str, ...] = ()
    """Headings that contain one of these texts are left out with what stands under them."""
    words: tuple[str, ...] = ()
    """Words that a word diff never cuts apart, beside those of the dictionary of Chinese words."""
    numbers: bool = True
    """Whether quantities are found and paired: a tenth of the time, which a report without numbers saves."""


@dataclass(frozen=True, slots=True)
class CheckOptions(PairingOptions):
    """What decides how promises are held against results."""

    promises_under: str = ""
    """Take only promises under headings that contain this text: a file may hold both a review and a plan."""
    results_under: str = ""
    """Take only results under headings that contain this text."""
    decisions: PromiseDecisions | tuple[PromiseDecisions, ...] | None = None
    """What a person decided about verdicts and results (`read_promise_decisions`): obeyed whatever the texts say."""
    certain: bool = False
    """Keep only verdicts whose conditions all agree: a list to publish from rather than one to look through."""


@dataclass(frozen=True, slots=True)
class TrackOptions(PairingOptions):
    """What decides how targets and commitments are followed over the years."""

    labels: tuple[str, ...] = ()
    """Names of the versions, in the order given; without them, the years in their file names or titles, else the names, else numbers."""
    by_year: bool = False
    """Whether the versions are ordered by their years first."""
    results: bool = False
    """Whether each target is held against the result that the version of the year after reports: twice the time."""
    decisions: SeriesDecisions | tuple[SeriesDecisions, ...] | None = None
    """What a person decided about series (`read_series_decisions`): obeyed whatever the texts say."""
