"""repdiff compares two yearly versions of a long document.

    import repdiff

    comparison = repdiff.compare(repdiff.read("2020.txt"), repdiff.read("2021.txt"))
    for group in comparison.groups:
        print(group.kind, group.score, comparison.old.text(group.old[0]))

    kept = repdiff.check(repdiff.read("2021.txt"), repdiff.read("2022.txt"))
    print([promise.verdict for promise in kept.promises])

    years = repdiff.track([repdiff.read(name) for name in ("2019.txt", "2020.txt", "2021.txt")])
    print([series.name for series in years.series])

    page = repdiff.render(comparison, "html")

    found = repdiff.find_duplicates(["pages.jsonl"])
    print(found.levels["paragraph"].removable)

The names below are the whole public interface. Importing them is cheap: what a comparison needs is loaded when it runs.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from repdiff.comparison import compare, self_check
from repdiff.cut.document import cut_document
from repdiff.duplicates import find_duplicates
from repdiff.model.decisions import Decision, Decisions, Verdict
from repdiff.model.document import Document
from repdiff.model.errors import RepdiffError
from repdiff.model.judgements import PromiseDecision, PromiseDecisions, Quoted, SeriesDecision, SeriesDecisions
from repdiff.model.links import Comparison, Edit, Group, Kind, Link, Op, Ruling, SectionLink, Shape
from repdiff.model.options import CheckOptions, Options, PairingOptions, TrackOptions
from repdiff.model.quantities import Bound, Direction, Measure, NumberChange, Period, Quantity
from repdiff.model.terms import OwnUnit, Terms, Way
from repdiff.model.texts import Aside, LeftOut, Mark, Placing, Role, Section, Sentence, Source, Span, What
from repdiff.model.view import View
from repdiff.promises import check, check_places
from repdiff.renderers import render as _rendered
from repdiff.sources import read
from repdiff.timeline import track, track_places

if TYPE_CHECKING:
    from repdiff.model.places import (
        CheckedPlace,
        CommonIndicator,
        Place,
        Places,
        PlacesCheck,
        PlacesTrack,
        TrackedPlace,
    )
    from repdiff.model.years import Check, Fate, Life, Outcome, Point, Promise, Result, Series, Stage, Suggestion, Track
    from repdiff.sources.decisions import read_decisions
    from repdiff.sources.judgements import read_promise_decisions, read_series_decisions
    from repdiff.sources.places import read_pairs, read_versions
    from repdiff.sources.terms import read_terms

__all__ = [
    "Aside",
    "Bound",
    "Check",
    "CheckOptions",
    "CheckedPlace",
    "CommonIndicator",
    "Comparison",
    "Decision",
    "Decisions",
    "Direction",
    "Document",
    "Edit",
    "Fate",
    "Group",
    "Kind",
    "LeftOut",
    "Life",
    "Link",
    "Mark",
    "Measure",
    "NumberChange",
    "Op",
    "Options",
    "Outcome",
    "OwnUnit",
    "PairingOptions",
    "Period",
    "Place",
    "Places",
    "PlacesCheck",
    "PlacesTrack",
    "Placing",
    "Point",
    "Promise",
    "PromiseDecision",
    "PromiseDecisions",
    "Quantity",
    "Quoted",
    "RepdiffError",
    "Result",
    "Role",
    "Ruling",
    "Section",
    "SectionLink",
    "Sentence",
    "Series",
    "SeriesDecision",
    "SeriesDecisions",
    "Shape",
    "Source",
    "Span",
    "Stage",
    "Suggestion",
    "Terms",
    "Track",
    "TrackOptions",
    "TrackedPlace",
    "Verdict",
    "View",
    "Way",
    "What",
    "check",
    "check_places",
    "compare",
    "cut_document",
    "find_duplicates",
    "read",
    "read_decisions",
    "read_pairs",
    "read_promise_decisions",
    "read_series_decisions",
    "read_terms",
    "read_versions",
    "render",
    "self_check",
    "track",
    "track_places",
]


def render(result: Any, form: str = "terminal", view: View | None = None) -> str | bytes:
    """The report of a result in one form: text that ends with a newline, or bytes of a form that is no text.

    `result` is a Comparison, a Check, a Track, the Findings of a search for duplicates, or a Document, whose outline is told. Pairs of a
    comparison that score less than `view.min_score` are shown to readers as dropped and added, perhaps reworded; JSON keeps and marks them.
    Raises RepdiffError where there is no such form of it.

    >>> repdiff.render(comparison, "html", repdiff.View(min_score=0.6))
    """
    view = view or View()
    # Only a page shows what would have changed between two sentences that are not a pair.
    shown = result if form == "json" else _for_readers(result, view, marked=form == "html")
    return _rendered(shown, form, view)


def in_notebook(result: Any) -> str:
    """A short report of a result as HTML for a notebook: what `result` shows there by itself. It has no script and no address."""
    from repdiff.model.view import Facet
    from repdiff.renderers import notebook
    from repdiff.report import tell

    view = View(facets=frozenset({Facet.LIST}))
    return notebook.render(tell(_for_readers(result, view, marked=False), view))


def _for_readers(result: Any, view: View, *, marked: bool) -> Any:
    """The result without the pairs that are too doubtful to be shown as such."""
    if not isinstance(result, Comparison):
        return result
    from repdiff.comparison.doubt import set_apart

    return set_apart(result, view.min_score, marked=marked)


_LATER: Final[Mapping[str, str]] = {
    "CheckedPlace": "repdiff.model.places",
    "CommonIndicator": "repdiff.model.places",
    "Place": "repdiff.model.places",
    "Places": "repdiff.model.places",
    "PlacesCheck": "repdiff.model.places",
    "PlacesTrack": "repdiff.model.places",
    "TrackedPlace": "repdiff.model.places",
    "read_decisions": "repdiff.sources.decisions",
    "read_pairs": "repdiff.sources.places",
    "read_terms": "repdiff.sources.terms",
    "read_versions": "repdiff.sources.places",
    "read_promise_decisions": "repdiff.sources.judgements",
    "read_series_decisions": "repdiff.sources.judgements",
}
"""What few callers need -> its module."""


def __getattr__(name: str) -> Any:
    """The nouns of several versions, loaded when they are asked for: a comparison of two needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATER.get(name, "repdiff.model.years")), name)
