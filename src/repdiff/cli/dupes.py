"""The `dupes` command: parse options, make one call, write, return an exit code."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from repdiff.cli.app import SETTINGS, Job, app
from repdiff.cli.options import Color, Lang, Quiet, format_option, listed, output_option, refuse
from repdiff.cli.screen import deliver, target_of, view_of
from repdiff.cli.settings import ConfigFile, NoConfig
from repdiff.model.errors import ExitCode, RepdiffError
from repdiff.renderers.registry import RENDERERS, Format

if TYPE_CHECKING:
    from repdiff.duplicates.search import Search
    from repdiff.duplicates.settings import Level, Settings
    from repdiff.model.findings import Findings
    from repdiff.model.view import View

_JOB = "duplicates"
_LEVELS = ("document", "paragraph", "sentence")
_SHOWN, _SHOWN_ON_PAGE, _SHOWN_IN_BOOK = 8, 200, 5_000
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}
_EXAMPLES = """\
\b
Examples:
  repdiff dupes pages.jsonl.gz                           a summary, here
  repdiff dupes crawl/ -o duplicates.html                a page for a browser
  repdiff dupes pages.jsonl --level sentence -o flags.parquet
  repdiff dupes pages.jsonl --annotate flagged.jsonl     the records again, with flags
  zcat pages.jsonl.gz | repdiff dupes - --format json
\b
Exit codes: 0 done, 1 duplicates (with --exit-code), 2 bad input, 3 a fault of repdiff.
"""


def _level(value: str) -> str:
    return listed(value, (*_LEVELS, "all"))


def _engine(value: str) -> str:
    return listed(value, ("local", "spark"))


def _memory(value: str) -> str:
    _bytes(value)
    return value


def _bytes(value: str) -> int:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMG]?)i?B?", value.strip(), re.IGNORECASE)
    if not found:
        raise typer.BadParameter(f"{value!r} is no amount of memory such as 500MB or 2GB.")
    return int(float(found[1]) * _UNITS[found[2].upper()])


@app.command("dupes", cls=Job, context_settings=SETTINGS, epilog=_EXAMPLES)
def dupes(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders; - is standard input.")],
    level: Annotated[
        str,
        typer.Option(
            "--level", metavar="document|paragraph|sentence|all", callback=_level, help="What to compare, by comma."
        ),
    ] = "all",
    min_chars: Annotated[
        int, typer.Option("--min-chars", metavar="N", min=0, help="Pass over shorter paragraphs and sentences.")
    ] = 0,
    raw: Annotated[bool, typer.Option("--raw", help="Compare texts as they stand: widths and spaces count.")] = False,
    near: Annotated[bool, typer.Option("--near", help="Also pair documents with most clauses in common.")] = False,
    form: Annotated[
        str, format_option(_JOB, "A summary, or (jsonl, csv, parquet) a row per flagged unit (default: terminal).")
    ] = "",
    output: Annotated[str, output_option(_JOB)] = "",
    annotate: Annotated[
        str,
        typer.Option("--annotate", metavar="FILE", help="Write all records again with flags, as .jsonl (.gz, .zst)."),
    ] = "",
    engine: Annotated[
        str, typer.Option("--engine", metavar="local|spark", callback=_engine, help="What groups the units.")
    ] = "local",
    master: Annotated[str, typer.Option("--master", metavar="URL", help="Spark master (default: local[*]).")] = "",
    memory: Annotated[
        str, typer.Option("--memory", metavar="SIZE", callback=_memory, help="Most memory that the process takes.")
    ] = "1GB",
    jobs: Annotated[
        int, typer.Option("--jobs", metavar="N", min=0, help="Processes and threads (default: one per core).")
    ] = 0,
    text_field: Annotated[
        str, typer.Option("--text-field", metavar="NAME", help="Where a record has its text.")
    ] = "text",
    id_field: Annotated[str, typer.Option("--id-field", metavar="NAME", help="Where a record has its name.")] = "id",
    no_split: Annotated[
        bool, typer.Option("--no-split", help="Take each text file as one document, whatever it holds.")
    ] = False,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Pass over what cannot be read, instead of stopping there.")
    ] = False,
    encoding: Annotated[
        str, typer.Option("--encoding", metavar="NAME", help="Encoding of text files, where the guess is wrong.")
    ] = "",
    color: Color = "auto",
    lang: Lang = "",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when anything occurs twice.")] = False,
    quiet: Quiet = False,
    no_config: NoConfig = False,
    config: ConfigFile = "",
) -> int:
    """Flag verbatim duplicates in a corpus: which documents, paragraphs and sentences occur twice, where, and in what
    runs.
    """
    from repdiff.duplicates.settings import Settings
    from repdiff.files import write

    settings = Settings(
        levels=_levels(level),
        min_chars=max(min_chars, 1),
        raw=raw,
        near=near,
        split=not no_split,
        text_field=text_field,
        id_field=id_field,
        encoding=encoding or None,
        keep_going=keep_going,
        memory=_bytes(memory),
        jobs=jobs,
    )
    refuse(paths, output, annotate)
    if master and engine != "spark":
        raise RepdiffError(f"--master {master} is for Spark.", "Add --engine spark.")
    target = target_of(form, output, _JOB)
    if target is Format.PARQUET and (not output or output == "-") and write.on_terminal():
        raise RepdiffError("Parquet is not for a terminal.", "Name a file with -o.")
    return _run(paths, settings, (engine, master), (target, output, annotate, (color, lang)), (exit_code, quiet))


def _levels(value: str) -> "tuple[Level, ...]":
    from repdiff.duplicates.settings import ALL_LEVELS

    words = {word.strip() for word in value.split(",")}
    return tuple(level for level in ALL_LEVELS if level in words or "all" in words)


def _run(
    paths: list[str],
    settings: "Settings",
    where: tuple[str, str],
    wanted: tuple[Format, str, str, tuple[str, str]],
    scripted: tuple[bool, bool],
) -> int:
    from repdiff.cli.progress import measured
    from repdiff.duplicates.search import searched

    target, output, annotate, (color, lang) = wanted
    exit_code, quiet = scripted
    with measured(quiet=quiet) as tell, searched(paths, settings, tell, where) as search:
        if annotate:
            from repdiff.duplicates.annotate import annotated

            tell("annotating", 0, 0)
            annotated(search, Path(annotate))
        duplicates = _deliver(search, target, output, (color, lang), quiet=quiet)
        _tell_problems(search, quiet=quiet)
    return ExitCode.DIFFERENCES if exit_code and duplicates else ExitCode.OK


def _deliver(search: "Search", target: Format, output: str, looks: tuple[str, str], *, quiet: bool) -> bool:
    """Write the report, or the flags; return whether anything occurs twice."""
    from repdiff.duplicates.findings import findings
    from repdiff.model.view import View

    shown = {Format.HTML: _SHOWN_ON_PAGE, Format.XLSX: _SHOWN_IN_BOOK}.get(target, _SHOWN)
    streamed = _JOB in RENDERERS[target].streamed
    found = findings(search, 0 if streamed or target is Format.JSON else shown)
    if quiet and output in ("", "-"):
        return found.any
    if streamed:
        _write_table(search, target, output)
    else:
        view = view_of(looks[0], output, target, lang=looks[1], view=View(findings=shown))
        deliver(_report(search, found, target, view), target, output)
    return found.any


def _report(search: "Search", found: "Findings", target: Format, view: "View") -> str | bytes:
    from repdiff.duplicates.findings import quotes
    from repdiff.renderers import render
    from repdiff.report.duplicates import quoted

    if target is Format.JSON:
        return render(found, target, view)
    return render(replace(found, texts=quotes(search, quoted(found, view.findings))), target, view)


def _write_table(search: "Search", target: Format, output: str) -> None:
    from repdiff.duplicates import flags
    from repdiff.files import write

    if output and output != "-":
        with write.beside(Path(output)) as part:
            flags.write(search, target, part)
        return
    part = search.folder / "flags"
    flags.write(search, target, part)
    write.copy_to_stdout(part)


def _tell_problems(search: "Search", *, quiet: bool) -> None:
    from repdiff.report.runs import visible

    for problem in (*search.store.problems, *(() if quiet else search.store.notes)):
        print(f"repdiff: {visible(problem)}", file=sys.stderr)
