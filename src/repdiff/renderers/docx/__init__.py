"""Word files: a comparison as the new text with its changes tracked or as a table of both texts, and the reports of other jobs."""

from repdiff.model.errors import RepdiffError
from repdiff.report.nouns import Report


def render(report: Report) -> bytes:
    """A report as a Word file; of a comparison the text itself, with its changes tracked, in a copy of the user's own file where the view
    has that.

    Raises RepdiffError where the package for it is missing.
    """
    _require()
    from repdiff.renderers.docx import listing, manuscript

    if report.manuscript is None:
        return listing.write(report)
    if report.carried is None:
        return manuscript.write(report.manuscript, report.title)
    from repdiff.renderers.docx import carrier

    written, note = carrier.write(report)
    first, *others = report.manuscript.remarks
    told = report.manuscript._replace(remarks=((*first, note), *others))
    return written or manuscript.write(told, report.title)


def table(report: Report) -> bytes:
    """A comparison as a Word file with both texts side by side in a table.

    Raises RepdiffError where the package for it is missing.
    """
    _require()
    from repdiff.renderers.docx import columns

    return columns.write(report)


def _require() -> None:
    from importlib.util import find_spec

    if find_spec("lxml") is None:
        raise RepdiffError("docx needs a package that is not installed.", "Run: pip install 'repdiff[docx]'")
