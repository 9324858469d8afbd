"""The main job, `repdiff OLD NEW`: parse options, make one call, write, return an exit code."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from repdiff.cli.app import COMMANDS, Panels, app
from repdiff.cli.options import (
    MIN_SCORE,
    Color,
    Encoding,
    Ignore,
    Lang,
    LaterWins,
    MinScore,
    Quiet,
    Section,
    TermsFile,
    decisions_option,
    format_option,
    listed,
    output_option,
    refuse,
    refuse_table,
    table_option,
    terms_of,
    words,
)
from repdiff.cli.screen import deliver, say, target_of, view_of
from repdiff.cli.settings import is_from_file, own
from repdiff.model.errors import ExitCode, RepdiffError
from repdiff.model.options import Options
from repdiff.model.view import View
from repdiff.renderers import Format

if TYPE_CHECKING:
    from repdiff.model.decisions import Decisions
    from repdiff.model.links import Comparison

_TABLES = ("numbers", "changes", "sections", "sentences")
_KINDS = ("added", "dropped", "reworded", "moved", "split", "merged", "identical", "turned", "perhaps")
_ROLES = ("commitment", "statement", "heading", "formula")
_EXAMPLES = """\
\b
Examples:
  repdiff 2020.txt 2021.txt                          the report, here
  repdiff 2020.txt 2021.txt -o report.html           a page for a browser
  repdiff 2020.txt 2021.txt -o changes.docx          the new text with tracked changes
  repdiff 2020.txt 2021.txt --only dropped --roles commitment
  repdiff 2020.txt 2021.txt --section 重点工作       only what stands under this heading
  repdiff old.md new.md --ignore dates,links         what an editor does not want to see
  repdiff old.txt - --exit-code < new.txt            1 when they differ
  repdiff 2020.txt 2021.txt --decisions review.json  with the pairs that you decided
  repdiff 2020.txt 2021.txt --numbers                which targets went up or down
  repdiff 2020.txt 2021.txt --numbers --terms terms.toml
  repdiff 2020.txt 2021.txt --table changes -o changes.csv
  repdiff 2020.txt 2021.txt -o changes.xlsx          a workbook with all of it
  repdiff 2020.txt 2021.txt --stat                   a line per section, with a bar
  repdiff check 2021.txt 2022.txt                    what was promised, and what became of it
  repdiff track 2019.txt 2020.txt 2021.txt           targets and commitments over the years
  repdiff outline 2020.txt                           the headings that were understood
  repdiff batch pairs.csv -o pages                   many pairs: a page for each, an index of all
  repdiff dupes corpus.jsonl                         what occurs twice in a corpus
  repdiff text report.docx                           a document as plain text
  repdiff git-setup                                  git diff of documents
  repdiff config                                     the defaults that a repdiff.toml gives (--help: how to write it)
\b
A long report opens in $PAGER (less) on a terminal: q leaves it; PAGER=cat prints.
Exit codes: 0 done, 1 differences (with --exit-code), 2 bad input, 3 a fault of repdiff.
A file that is named like a command: ./outline
"""


def _kinds(value: str) -> str:
    return listed(value, _KINDS)


def _roles(value: str) -> str:
    return listed(value, _ROLES)


def _show_version(value: bool) -> None:
    if value:
        from repdiff.model.version import version

        typer.echo(f"repdiff {version()}")
        raise typer.Exit


def _commands(incomplete: str) -> list[str]:
    """Commands and files that begin so; nothing where no command does: then the shell completes files in its own way."""
    names = [name for name in COMMANDS if name.startswith(incomplete)]
    return [*names, *_files(incomplete)] if names else []


def _files(incomplete: str) -> list[str]:
    import os

    try:
        with os.scandir() as entries:
            found = sorted((entry.name, entry.is_dir()) for entry in entries)
    except OSError:
        return []
    shown = ((name, folder) for name, folder in found if not name.startswith("."))
    return [f"{name}/" if folder else name for name, folder in shown if name.startswith(incomplete)]


@app.callback(epilog=_EXAMPLES)
def compare_files(
    ctx: typer.Context,
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The older version; - is standard input.", autocompletion=_commands)
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer version.")],
    form: Annotated[
        str,
        format_option(
            "comparison",
            "Default: terminal, or what the name of the output says; csv and parquet hold one table, xlsx all.",
        ),
    ] = "",
    output: Annotated[str, output_option("comparison")] = "",
    only: Annotated[
        str,
        typer.Option(
            "--only",
            metavar="KINDS",
            callback=_kinds,
            help=f"Only these, by comma (default: all but unchanged text): {', '.join(_KINDS)}.",
            rich_help_panel=Panels.SHOWN,
        ),
    ] = "",
    section: Section = "",
    context: Annotated[
        int,
        typer.Option(
            "--context",
            metavar="N",
            min=0,
            help="Besides, N unchanged sentences around each change.",
            rich_help_panel=Panels.SHOWN,
        ),
    ] = 0,
    roles: Annotated[
        str,
        typer.Option(
            "--roles",
            metavar="ROLES",
            callback=_roles,
            help=f"Only these, by comma (default: all): {', '.join(_ROLES)}.",
            rich_help_panel=Panels.SHOWN,
        ),
    ] = "",
    ignore: Ignore = "",
    numbers: Annotated[
        bool,
        typer.Option(
            "--numbers",
            help="A table of what became of the numbers instead of the texts.",
            rich_help_panel=Panels.SHOWN,
        ),
    ] = False,
    stat: Annotated[
        bool,
        typer.Option(
            "--stat",
            help="One line per section with its counts and a bar instead of the texts.",
            rich_help_panel=Panels.SHOWN,
        ),
    ] = False,
    min_score: MinScore = MIN_SCORE,
    table: Annotated[str, table_option(*_TABLES)] = "",
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            metavar="N",
            min=0,
            help="Most characters of Markdown: what is least important is left out, and counted; 0 shows all.",
            rich_help_panel=Panels.SHOWN,
        ),
    ] = View().limit,
    fresh: Annotated[
        bool,
        typer.Option(
            "--fresh",
            help="Write a Word file anew, even where NEW is one: not into a copy of it.",
            rich_help_panel=Panels.OUTPUT,
        ),
    ] = False,
    moves: Annotated[
        bool,
        typer.Option(
            "--moves",
            help="In a Word file, track whole sentences that changed places as moved.",
            rich_help_panel=Panels.OUTPUT,
        ),
    ] = False,
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
    decisions: Annotated[
        list[str] | None,
        decisions_option("Obey what a person decided: the JSON file that the page exports."),
    ] = None,
    later_wins: LaterWins = False,
    terms: TermsFile = "",
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code",
            help="Exit with 1 when there are differences, new numbers of items among them.",
            rich_help_panel=Panels.SCRIPTS,
        ),
    ] = False,
    quiet: Quiet = False,
    self_check: Annotated[
        bool,
        typer.Option(
            "--self-check", help="Prove the result: check every law of repdiff on it.", rich_help_panel=Panels.SCRIPTS
        ),
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> int:
    """Compare two yearly versions of a report: which commitments stand, which were reworded, moved or dropped, which
    are new.
    """
    from repdiff import render
    from repdiff.model.texts import Role
    from repdiff.report.summary import has_changes

    refuse([path for path in (old, new, *(decisions or ()), terms) if path], output)
    target = target_of(form, output, "comparison")
    refuse_table(table, target)
    chosen = View(
        only=words(only),
        roles=frozenset(map(Role, words(roles))),
        context=context,
        min_score=min_score,
        numbers=numbers,
        stat=stat,
        table=table,
        limit=limit,
        moves=moves,
    )
    _refuse_form(ctx, chosen, target)
    mine = own(ctx)
    options = Options(
        section=section,
        ignore=mine.ignored(words(ignore)),
        decisions=_decisions(decisions),
        later_wins=later_wins,
        terms=terms_of(terms),
        glossary=mine.glossary,
        config=mine.told(ctx, "glossary", "ignore", "words", "dictionary"),
        ignore_patterns=mine.patterns,
        ignore_sections=mine.sections,
        words=mine.words,
    )
    comparison = _compare((old, new), encoding, options, quiet=quiet)
    if target is Format.DOCX and not fresh:
        chosen = replace(chosen, carrier=_carrier(new, comparison, moves))
    view = view_of(color, output, target, lang=lang, view=chosen)
    if not quiet or output not in ("", "-"):
        deliver(render(comparison, target, view), target, output)
    if self_check and not _lawful(comparison, quiet=quiet):
        return ExitCode.BUG
    return ExitCode.DIFFERENCES if exit_code and has_changes(comparison) else ExitCode.OK


def _refuse_form(ctx: typer.Context, view: View, target: Format) -> None:
    """Raise RepdiffError where the form of the report has no room for what is asked of it; a file of defaults asks nothing of a form."""
    if view.stat and (view.numbers or target not in (Format.TERMINAL, Format.MARKDOWN)):
        other = "--numbers" if view.numbers else target
        raise RepdiffError(f"--stat does not go with {other}.", "Leave one of the two out.")
    narrowed = [name for name in ("only", "roles", "numbers") if getattr(view, name)]
    if target is Format.DOCX and not all(is_from_file(ctx, name) for name in narrowed):
        raise RepdiffError(
            "docx is the whole text with its changes, it leaves nothing out.", "Say --format docx-table for a choice."
        )
    if view.moves and target is not Format.DOCX:
        raise RepdiffError("--moves is for docx.", "Add --format docx, or name a file .docx with -o.")


def _decisions(paths: list[str] | None) -> "tuple[Decisions, ...] | None":
    from repdiff.sources.decisions import read_decisions

    return tuple(map(read_decisions, paths)) if paths else None


def _compare(paths: tuple[str, str], encoding: str, options: "Options", *, quiet: bool) -> "Comparison":
    from repdiff.cli.progress import progress
    from repdiff.comparison import compare
    from repdiff.sources import read

    with progress("comparing", quiet=quiet):
        old, new = (read(path, encoding=encoding or None) for path in paths)
        return compare(old, new, options)


def _carrier(new: str, comparison: "Comparison", moves: bool) -> bytes:
    """The new file, where it is a Word file that changes can be written into a copy of; a line says why where it cannot."""
    from pathlib import PurePath

    source = comparison.new.source
    if source.kind != "docx" or PurePath(new).suffix.lower() != ".docx":
        return b""
    from repdiff.files.paths import read_bytes
    from repdiff.renderers.docx.carrier import refusal

    data = read_bytes(new)
    if why := refusal(data, source.name):
        say(f"{source.name}: {why}, so the changes are in a Word file of repdiff's own, not in a copy of it.")
        return b""
    if moves:
        say("--moves: in a copy of NEW what moved is taken out and put in; --fresh tracks it as moved.")
    return data


def _lawful(comparison: "Comparison", *, quiet: bool) -> bool:
    from repdiff import render
    from repdiff.cli.progress import progress
    from repdiff.comparison import self_check

    with progress("checking", quiet=quiet):
        found = self_check(comparison, str(render(comparison, Format.JSON)))
    for violation in found:
        say(f"self-check: {violation}")
    if not found and not quiet:
        say("self-check: every law holds")
    return not found
