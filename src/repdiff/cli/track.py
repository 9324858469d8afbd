"""The `track` command: targets and commitments over the years."""

from typing import TYPE_CHECKING, Annotated

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.cli.options import Color, Encoding, Lang, TermsFile, format_option, output_option, refuse, terms_of
from repdiff.cli.screen import deliver, target_of, view_of
from repdiff.model.errors import ExitCode, RepdiffError

if TYPE_CHECKING:
    from repdiff.model.judgements import SeriesDecisions

_JOB = "timeline"
_FEWEST = 2
_EXAMPLES = """\
\b
Examples:
  repdiff track 2019.txt 2020.txt 2021.txt               a table with small charts, here
  repdiff track *.txt --sort -o timeline.html            a page, ordered by the years in the names
  repdiff track 2019.txt 2020.txt 2021.txt -o timeline.xlsx
  repdiff track 2019.txt 2020.txt 2021.txt --format decisions -o series.json
  repdiff track 2019.txt 2020.txt 2021.txt --decisions series.json
\b
Exit codes: 0 done, 2 bad input, 3 a fault of repdiff.
"""


@app.command("track", context_settings=SETTINGS, epilog=_EXAMPLES)
def track_files(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Two or more versions, the oldest first.")],
    sort: Annotated[
        bool, typer.Option("--sort", help="Order the versions by the year in their names or titles.")
    ] = False,
    terms: TermsFile = "",
    decisions: Annotated[
        str,
        typer.Option("--decisions", metavar="FILE", help="Obey what a person decided: what --format decisions writes."),
    ] = "",
    form: Annotated[str, format_option(_JOB)] = "",
    output: Annotated[str, output_option(_JOB)] = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
) -> int:
    """Follow every target and every commitment through two or more versions of a report."""
    from repdiff.cli.progress import progress
    from repdiff.model.options import TrackOptions
    from repdiff.renderers import render
    from repdiff.sources import read
    from repdiff.timeline import track

    refuse([*reports, *(path for path in (terms, decisions) if path)], output)
    target = target_of(form, output, _JOB)
    if len(reports) < _FEWEST:
        raise RepdiffError("There is nothing to follow in one version.", "Name two or more reports, the oldest first.")
    options = TrackOptions(terms=terms_of(terms), by_year=sort, decisions=_decisions(decisions))
    with progress("comparing"):
        found = track([read(name, encoding=encoding or None) for name in reports], options)
    deliver(render(found, target, view_of(color, output, target, lang=lang)), target, output)
    return ExitCode.OK


def _decisions(path: str) -> "SeriesDecisions | None":
    if not path:
        return None
    from repdiff.sources.judgements import read_series_decisions

    return read_series_decisions(path)
