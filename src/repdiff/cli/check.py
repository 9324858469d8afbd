"""The `check` command: what was promised, and what became of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from repdiff.cli.app import SETTINGS, Job, app
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
from repdiff.cli.settings import ConfigFile, NoConfig, own
from repdiff.model.errors import ExitCode, RepdiffError
from repdiff.renderers import render

if TYPE_CHECKING:
    from repdiff.model.judgements import PromiseDecisions
    from repdiff.model.options import CheckOptions
    from repdiff.model.places import PlacesCheck
    from repdiff.model.years import Check

_JOB = "promises"
_EXAMPLES = """\
\b
Examples:
  repdiff check 2021.txt 2022.txt                        the table, here
  repdiff check 2021.txt 2022.txt -o promises.html       a page for a browser
  repdiff check 2021.txt 2022.txt --promises-section 重点工作 --results-section 回顾
  repdiff check 2021.txt 2022.txt --format decisions -o decided.json
  repdiff check 2021.txt 2022.txt --decisions decided.json
  repdiff check pairs.csv -o places.html                 many places: a table with the columns place, old, new
  repdiff check both.txt both.txt --promises-section 2022 --results-section 2021
  repdiff check 2021.txt 2022.txt --certain              only what is beyond doubt
\b
Exit codes: 0 done, 2 bad input or no promise found (in any place of a table), 3 a fault of repdiff.
"""


@app.command("check", cls=Job, context_settings=SETTINGS, epilog=_EXAMPLES)
def check_files(
    ctx: typer.Context,
    promises: Annotated[str, typer.Argument(metavar="PROMISES", help="What was promised; - is standard input.")],
    results: Annotated[
        str, typer.Argument(metavar="RESULTS", help="What was reported later; left out after a table of many places.")
    ] = "",
    promises_section: Annotated[
        str, typer.Option("--promises-section", metavar="TEXT", help="Only promises under headings with this text.")
    ] = "",
    results_section: Annotated[
        str, typer.Option("--results-section", metavar="TEXT", help="Only results under headings with this text.")
    ] = "",
    certain: Annotated[
        bool,
        typer.Option("--certain", help="Only verdicts for which all that they rest on agrees; the rest is counted."),
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
    table: Annotated[str, table_option("promises", "unpromised", "suggestions", "places")] = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
    no_config: NoConfig = False,
    config: ConfigFile = "",
) -> int:
    """Hold the promises of one report against the results of a later one: met, missed, undetermined, or silent."""
    from repdiff.model.options import CheckOptions
    from repdiff.model.view import View

    # One file may hold both halves.
    inputs = [promises] if promises == results != "-" else [promises, results]
    refuse([path for path in (*inputs, terms, *(decisions or ())) if path], output)
    told = _of_places(promises, results, decisions, indicator)
    target = target_of(form, output, "places" if told else _JOB)
    refuse_table(table, target)
    options = CheckOptions(
        terms=terms_of(terms),
        glossary=own(ctx).glossary,
        config=own(ctx).told(ctx, "glossary"),
        promises_under=promises_section,
        results_under=results_section,
        certain=certain,
        decisions=_decisions(decisions),
        later_wins=later_wins,
    )
    view = view_of(color, output, target, lang=lang, view=View(table=table))
    if told:
        found = _checked_places(promises, encoding, options, indicator)
        deliver(render(found, target, view), target, output)
        return code_of(found)
    deliver(render(_checked(promises, results, encoding, options), target, view), target, output)
    return ExitCode.OK


def _of_places(promises: str, results: str, decisions: list[str] | None, indicator: str) -> bool:
    """Whether a table of pairs was given. Raises RepdiffError for arguments that do not go together."""
    from repdiff.sources.places import is_table

    if results:
        if indicator:
            raise RepdiffError("--indicator is for a table of places.", "Give a .csv file alone, or leave it out.")
        return False
    if not is_table(promises):
        hint = "Name the later report too, or give a table (.csv) with the columns place, old, new."
        raise RepdiffError("There is nothing to hold the promises against.", hint)
    if decisions:
        raise RepdiffError("--decisions is for one pair of reports.", "Name the two, or leave it out.")
    return True


def _checked_places(table: str, encoding: str, options: "CheckOptions", indicator: str) -> "PlacesCheck":
    from repdiff.cli.progress import progress
    from repdiff.promises import check_places
    from repdiff.sources.places import read_pairs

    with progress("checking"):
        return check_places(read_pairs(table, encoding=encoding or None), options, indicator=indicator)


def _checked(promises: str, results: str, encoding: str, options: "CheckOptions") -> "Check":
    from repdiff.cli.progress import progress
    from repdiff.promises import check
    from repdiff.sources import read

    with progress("checking"):
        sources = (read(promises, encoding=encoding or None), read(results, encoding=encoding or None))
        return check(*sources, options)


def _decisions(paths: list[str] | None) -> "tuple[PromiseDecisions, ...] | None":
    from repdiff.sources.judgements import read_promise_decisions

    return tuple(map(read_promise_decisions, paths)) if paths else None
