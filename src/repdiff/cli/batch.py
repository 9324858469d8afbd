"""The `batch` command: many pairs at once, a page for each and an index of all."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from repdiff.cli.app import SETTINGS, Job, Panels, app
from repdiff.cli.options import (
    MIN_SCORE,
    Color,
    Encoding,
    Ignore,
    Lang,
    MinScore,
    Quiet,
    Section,
    TermsFile,
    refuse,
    terms_of,
    words,
)
from repdiff.cli.screen import say, view_of
from repdiff.cli.settings import own
from repdiff.model.errors import ExitCode, RepdiffError
from repdiff.renderers import Format, render

if TYPE_CHECKING:
    from repdiff.batch.pages import Made
    from repdiff.model.batch import BatchOptions, Pairs

_FEW = 8  # names of files that a line of a message holds
_EXAMPLES = """\
\b
Examples:
  repdiff batch pairs.csv -o pages                 a table with the columns place, old, new
  repdiff batch reports -o pages                   a folder: henan-2020.txt with henan-2021.txt, and so on
  repdiff batch 2020 2021 -o pages                 two folders: files of one name, whatever their years
  repdiff batch pairs.csv -o pages --check         what was promised, and what became of it, besides
  repdiff batch pairs.csv -o pages --jobs 4 --ignore dates
\b
Written into the folder: a page for each pair, index.html, index.xlsx, index.csv, index.json. Files of an earlier run
are replaced; no other file is.
Exit codes: 0 done, 2 bad input or a pair that failed (the others are done), 3 a fault of repdiff.
"""


@app.command("batch", cls=Job, context_settings=SETTINGS, epilog=_EXAMPLES)
def compare_many(
    ctx: typer.Context,
    pairs: Annotated[
        list[str],
        typer.Argument(
            metavar="PAIRS...", help="A table of pairs, a folder of several years, or an old and a new folder."
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Write the pages into this folder.", rich_help_panel=Panels.OUTPUT
        ),
    ] = "",
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Hold the promises of each old text against the new one, too.",
            rich_help_panel=Panels.COMPARED,
        ),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option("--jobs", metavar="N", min=0, show_default=False, help="Pairs at a time (default: processors)."),
    ] = 0,
    section: Section = "",
    ignore: Ignore = "",
    min_score: MinScore = MIN_SCORE,
    terms: TermsFile = "",
    encoding: Encoding = "",
    color: Color = "auto",
    lang: Lang = "",
    quiet: Quiet = False,
) -> int:
    """Compare many pairs of documents: a page for each, and an index that says what was kept, dropped and new in each."""
    from repdiff.batch.pairs import pairs_of
    from repdiff.model.batch import BatchOptions
    from repdiff.model.options import Options

    folder = _folder(pairs, output)
    refuse([terms] if terms else [])
    mine = own(ctx)
    options = BatchOptions(
        options=Options(
            section=section,
            ignore=mine.ignored(words(ignore)),
            terms=terms_of(terms),
            glossary=mine.glossary,
            config=mine.told(ctx, "glossary", "ignore", "words", "dictionary"),
            ignore_patterns=mine.patterns,
            ignore_sections=mine.sections,
            words=mine.words,
        ),
        min_score=min_score,
        lang=lang,
        encoding=encoding,
        check=check,
    )
    found = pairs_of(pairs)
    made = _made(found, folder, options, (jobs, quiet))
    if not quiet:
        from repdiff.files import write

        write.to_stdout(str(render(made.batch, Format.TERMINAL, view_of(color, "", Format.TERMINAL, lang=lang))))
        _say_left(found)
    if made.missing:
        say(made.missing)
    return _code(made)


def _folder(given: list[str], output: str) -> Path:
    """The folder to write into. Raises RepdiffError where none is named, or one that is read."""
    if len(given) > 2:  # noqa: PLR2004
        raise RepdiffError("More than two folders.", "Give a table (.csv), a folder, or an old and a new one.")
    if output in ("", "-"):
        raise RepdiffError("No folder to write into.", "Name one with -o DIR: it is made where it is not there.")
    folder = Path(output)
    if folder.exists() and not folder.is_dir():
        raise RepdiffError(f"{output}: a file, not a folder.", "Name a folder with -o.")
    if any(Path(each).is_dir() and folder.resolve() == Path(each).resolve() for each in given):
        raise RepdiffError(
            f"{output}: is read as an input.", "Name another folder with -o: a later run would read the pages."
        )
    return folder


def _made(pairs: "Pairs", folder: Path, options: "BatchOptions", how: tuple[int, bool]) -> "Made":
    from repdiff.batch.pages import make
    from repdiff.batch.workers import cores
    from repdiff.cli.progress import counted

    jobs, quiet = how
    with _ended_alike(), counted("comparing", len(pairs.rows), quiet=quiet) as tell:
        return make(pairs, folder, options, jobs or cores(), tell)


@contextmanager
def _ended_alike() -> Iterator[None]:
    """Within, being told to end, or losing the terminal, is taken as an interrupt: what is half done is taken away."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {}
    with suppress(ValueError):  # not the main thread
        for number in (getattr(signal, name) for name in names):
            if signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _say_left(pairs: "Pairs") -> None:
    """One line on files that are in no pair."""
    if pairs.notes:
        say(f"{pairs.name}: " + " ".join(map(_short, pairs.notes)))


def _short(note: str) -> str:
    """The note with as many names of files as a line holds."""
    head, _, files = note.partition(": ")
    names = files.rstrip(".").split(", ")
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return f"{head}: {', '.join(names[:_FEW])}{more}."


def _code(made: "Made") -> int:
    """The exit code; one line says which pairs failed."""
    pairs = made.batch.pairs
    failed = [pair.name for pair in pairs if pair.error]
    if not failed:
        return ExitCode.OK
    names = ", ".join(failed[:_FEW]) + (f" and {len(failed) - _FEW} more" if len(failed) > _FEW else "")
    say(f"{made.batch.name}: {len(failed)} of {len(pairs)} pairs failed ({names}). The index says why.")
    return ExitCode.BAD_INPUT
