"""Options that several commands share, and what is refused before any work is done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from repdiff.cli.app import Panels
from repdiff.model.errors import RepdiffError
from repdiff.model.options import IGNORABLE
from repdiff.model.view import LANGUAGES, View
from repdiff.renderers.registry import Format, endings_of, forms_of

if TYPE_CHECKING:
    from repdiff.model.terms import Terms

_COLORS = ("auto", "always", "never")


def listed(value: str, allowed: tuple[str, ...]) -> str:
    """The value of an option, if each of its words is allowed."""
    for word in words(value):
        if word not in allowed:
            raise typer.BadParameter(f"{word!r} is none of {', '.join(allowed)}.")
    return value


def words(value: str) -> frozenset[str]:
    """The words of an option's value, by comma."""
    return frozenset(word.strip() for word in value.split(",") if word.strip())


def _color(value: str) -> str:
    return value if value in _COLORS else listed(value or "''", _COLORS)


def _lang(value: str) -> str:
    return value if value in ("", *LANGUAGES) else listed(value, LANGUAGES)


def _ignored(value: str) -> str:
    return listed(value, IGNORABLE)


def _ignorable(incomplete: str) -> list[str]:
    """The names that complete the last of a list."""
    before, comma, last = incomplete.rpartition(",")
    return [before + comma + name for name in IGNORABLE if name.startswith(last) and name not in words(before)]


Section = Annotated[
    str,
    typer.Option(
        "--section",
        metavar="TEXT",
        help="Only what stands under headings with this text (default: everything).",
        rich_help_panel=Panels.COMPARED,
    ),
]
Ignore = Annotated[
    str,
    typer.Option(
        "--ignore",
        metavar="WHAT",
        callback=_ignored,
        autocompletion=_ignorable,
        help=f"What makes no difference, by comma (default: nothing): {', '.join(IGNORABLE)}.",
        rich_help_panel=Panels.COMPARED,
    ),
]
MIN_SCORE = View().min_score
MinScore = Annotated[
    float,
    typer.Option(
        "--min-score",
        metavar="P",
        min=0,
        max=1,
        help="Pairs of a lower score, from 0 (a guess) to 1 (sure), stand as dropped and added, perhaps reworded; json marks them.",
        rich_help_panel=Panels.SHOWN,
    ),
]
Encoding = Annotated[
    str,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="Encoding of text files (default: guessed from the bytes).",
        rich_help_panel=Panels.COMPARED,
    ),
]
Color = Annotated[
    str,
    typer.Option(
        "--color",
        metavar="auto|always|never",
        callback=_color,
        help="Colour; auto: on a screen, obeying NO_COLOR, FORCE_COLOR and TERM.",
        rich_help_panel=Panels.OUTPUT,
    ),
]
Lang = Annotated[
    str,
    typer.Option(
        "--lang",
        metavar="|".join(LANGUAGES),
        callback=_lang,
        help="Language of the report's own words (default: that of the documents).",
        rich_help_panel=Panels.OUTPUT,
    ),
]


Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help="Print nothing but errors; files are written all the same.",
        rich_help_panel=Panels.SCRIPTS,
    ),
]


TermsFile = Annotated[
    str,
    typer.Option(
        "--terms",
        metavar="FILE",
        help="Your own words about numbers (TOML): synonyms of indicators, directions, units, what counts as about.",
        rich_help_panel=Panels.COMPARED,
    ),
]


Indicator = Annotated[
    str,
    typer.Option(
        "--indicator",
        metavar="TEXT",
        help="Of a table of places: only indicators whose name holds this text.",
        rich_help_panel=Panels.SHOWN,
    ),
]


LaterWins = Annotated[
    bool,
    typer.Option(
        "--later-wins",
        help="Where decisions of several people contradict each other, the file named later holds.",
        rich_help_panel=Panels.COMPARED,
    ),
]


def decisions_option(told: str) -> Any:
    """`--decisions` of a command, which may be given several times."""
    return typer.Option(
        "--decisions",
        metavar="FILE",
        help=f"{told} May be repeated: one file per reviewer.",
        rich_help_panel=Panels.COMPARED,
    )


def terms_of(path: str) -> "Terms | None":
    """The user's own words of a file; None where no file was named."""
    if not path:
        return None
    from repdiff.sources.terms import read_terms

    return read_terms(path)


def format_option(job: str, explained: str = "Default: terminal, or what the name of the output says.") -> Any:
    """`--format` of a command: the forms that reports of its job have, in its help and completed."""
    forms = forms_of(job)

    def one_of(value: str) -> str:
        return listed(value, forms)

    def completed(incomplete: str) -> list[str]:
        return [form for form in forms if form.startswith(incomplete)]

    return typer.Option(
        "--format",
        metavar="|".join(forms),
        callback=one_of,
        autocompletion=completed,
        help=explained,
        rich_help_panel=Panels.OUTPUT,
    )


def table_option(*tables: str) -> Any:
    """`--table` of a command: the tables that its forms for programs can hold, the first where none is named."""

    def one_of(value: str) -> str:
        if value and value not in tables:
            raise typer.BadParameter(f"{value!r} is none of {', '.join(tables)}.")
        return value

    def completed(incomplete: str) -> list[str]:
        return [table for table in tables if table.startswith(incomplete)]

    told = f"The table that csv and parquet hold (default: {tables[0]})."
    return typer.Option(
        "--table",
        metavar="|".join(tables),
        callback=one_of,
        autocompletion=completed,
        help=told,
        rich_help_panel=Panels.OUTPUT,
    )


def refuse_table(table: str, target: Format) -> None:
    """Raise RepdiffError where a table is named for a form that holds none, or all of them."""
    if table and target not in (Format.CSV, Format.PARQUET):
        raise RepdiffError(
            f"--table {table} is for csv and parquet.", "Add --format csv, or name a file .csv or .parquet with -o."
        )


def output_option(job: str) -> Any:
    """`--output` of a command: the endings that imply a form stand in its help."""
    *endings, last = endings_of(job)
    told = f"{', '.join(endings)} or {last}" if endings else last
    return typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=f"Write here (default: to the screen); {told} in the name implies the format.",
        rich_help_panel=Panels.OUTPUT,
    )


def refuse(inputs: Sequence[str], *outputs: str) -> None:
    """Raise RepdiffError where standard input is given twice, or an output is an input or another output."""
    from repdiff.files import write
    from repdiff.sources import file_and_part

    inputs = [file_and_part(given)[0] for given in inputs]
    if inputs.count("-") > 1:
        raise RepdiffError("Standard input can be given once only.", "Name a file for the other.")
    write.refuse_inputs(outputs, inputs)
