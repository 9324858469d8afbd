"""The `track` command: targets and commitments over the years."""

from typing import TYPE_CHECKING, Annotated

import typer

from repdiff.cli.app import SETTINGS, Job, Panels, app
from repdiff.cli.options import (
    Color,
    Encoding,
    Indicator,
    Lang,
    LaterWins,
    TermsFile,
    decisions_option,
    format_option,
    output_option,
    refuse,
    refuse_table,
    table_option,
    terms_of,
)
from repdiff.cli.screen import code_of, deliver, target_of, view_of
from repdiff.cli.settings import own
from repdiff.model.errors import ExitCode, RepdiffError
from repdiff.renderers import Format, render

if TYPE_CHECKING:
    from repdiff.model.judgements import SeriesDecisions
    from repdiff.model.options import TrackOptions
    from repdiff.model.places import PlacesTrack
    from repdiff.model.years import Course, Track

_JOB = "timeline"
_FEWEST = 2
_EXAMPLES = """\
\b
Examples:
  repdiff track 2019.txt 2020.txt 2021.txt               a table with small charts, here
  repdiff track *.txt --sort -o timeline.html            a page, ordered by the years in the names
  repdiff track 2019.txt 2020.txt 2021.txt -o timeline.xlsx
  repdiff track 2019.txt 2020.txt 2021.txt --pairs -o years.html    one page, every comparison in it
  repdiff track 2019.txt 2020.txt 2021.txt --results     each target beside what the next report says of it
  repdiff track 2019.txt 2020.txt 2021.txt --format decisions -o series.json
  repdiff track 2019.txt 2020.txt 2021.txt --decisions series.json
  repdiff track places.csv --indicator GDP               many places: a table with a column place and one per version
\b
Exit codes: 0 done, 2 bad input (of a table: of any place, when the others are done), 3 a fault of repdiff.
"""


@app.command("track", cls=Job, context_settings=SETTINGS, epilog=_EXAMPLES)
def track_files(
    ctx: typer.Context,
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT...", help="Two or more versions, the oldest first; or one table of many places."
        ),
    ],
    sort: Annotated[
        bool,
        typer.Option(
            "--sort", help="Order the versions by the year in their names or titles.", rich_help_panel=Panels.COMPARED
        ),
    ] = False,
    results: Annotated[
        bool,
        typer.Option(
            "--results",
            help="Put beside each target what the report of the year after says of it.",
            rich_help_panel=Panels.SHOWN,
        ),
    ] = False,
    pairs: Annotated[
        bool,
        typer.Option("--pairs", help="Put the comparison of each version with the next into the same page (html)."),
    ] = False,
    indicator: Indicator = "",
    terms: TermsFile = "",
    decisions: Annotated[
        list[str] | None,
        decisions_option("Obey what a person decided: what --format decisions writes, or the page exports."),
    ] = None,
    later_wins: LaterWins = False,
    form: Annotated[str, format_option(_JOB)] = "",
    output: Annotated[str, output_option(_JOB)] = "",
    table: Annotated[str, table_option("points", "series", "commitments", "targets")] = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
) -> int:
    """Follow every target and every commitment through two or more versions of a report."""
    from repdiff.model.options import TrackOptions
    from repdiff.model.view import View

    refuse([*reports, *(path for path in (terms, *(decisions or ())) if path)], output)
    told = _of_places(reports, decisions, indicator, sort)
    target = target_of(form, output, "places" if told else _JOB)
    refuse_table(table, target)
    options = TrackOptions(
        terms=terms_of(terms),
        glossary=own(ctx).glossary,
        config=own(ctx).told(ctx, "glossary"),
        by_year=sort,
        results=results,
        decisions=_decisions(decisions),
        later_wins=later_wins,
    )
    view = view_of(color, output, target, lang=lang, view=View(table=table))
    if pairs and (told or target is not Format.HTML):
        hint = "Name a file .html with -o." if not told else "Compare the pairs of a table with: repdiff batch."
        raise RepdiffError("--pairs is for the page of one place's versions.", hint)
    if told:
        found = _tracked_places(reports[0], encoding, options, indicator)
        deliver(render(found, target, view), target, output)
        return code_of(found)
    tracked = _tracked(reports, encoding, options, pairs=pairs)
    deliver(render(tracked, target, view), target, output)
    return ExitCode.OK


def _of_places(reports: list[str], decisions: list[str] | None, indicator: str, sort: bool) -> bool:
    """Whether a table of places was given. Raises RepdiffError for arguments that do not go together."""
    from repdiff.sources.places import is_table

    if len(reports) >= _FEWEST:
        if indicator:
            raise RepdiffError("--indicator is for a table of places.", "Give a .csv file alone, or leave it out.")
        return False
    if not is_table(reports[0]):
        raise RepdiffError("There is nothing to follow in one version.", "Name two or more reports, the oldest first.")
    if decisions or sort:
        given = "--decisions" if decisions else "--sort"
        raise RepdiffError(f"{given} is for the reports of one place.", "Name them, or leave it out.")
    return True


def _tracked_places(table: str, encoding: str, options: "TrackOptions", indicator: str) -> "PlacesTrack":
    from repdiff.cli.progress import progress
    from repdiff.sources.places import read_versions
    from repdiff.timeline import track_places

    with progress("comparing"):
        return track_places(read_versions(table, encoding=encoding or None), options, indicator=indicator)


def _tracked(reports: list[str], encoding: str, options: "TrackOptions", *, pairs: bool) -> "Track | Course":
    from repdiff.cli.progress import progress
    from repdiff.sources import read
    from repdiff.timeline import course, track

    with progress("comparing"):
        found = track([read(name, encoding=encoding or None) for name in reports], options)
        return course(found) if pairs else found


def _decisions(paths: list[str] | None) -> "tuple[SeriesDecisions, ...] | None":
    from repdiff.sources.judgements import read_series_decisions

    return tuple(map(read_series_decisions, paths)) if paths else None
