"""The `config` command: what a file of defaults says, and where."""

import json
from collections.abc import Iterator
from typing import Any

import typer

from repdiff.cli.app import SETTINGS, Job, app
from repdiff.cli.settings import ConfigFile, NoConfig, Own, own
from repdiff.model.errors import ExitCode

_EXAMPLES = """\
\b
A file of defaults, repdiff.toml or [tool.repdiff] of a pyproject.toml:
  lang = "zh"                            # for every command that has --lang
  words = ["专精特新"]                   # never cut apart where words are marked; or dictionary = "userdict.txt"
\b
  [compare]                              # [check], [track], [dupes], [outline]: the options of one command
  min-score = 0.8
  only = ["dropped", "reworded"]
  terms = "terms.toml"                   # paths are relative to the file
\b
  [glossary]                             # names that mean the same: they make no difference
  "Twitter" = "X"
  "发改委" = "发展和改革委员会"
\b
  [ignore]                               # what makes no difference, beside what --ignore names
  dates = true
  patterns = ["第[0-9]+版"]              # in the syntax of RE2
  sections = ["附件"]                    # left out with what stands below such headings
\b
The nearest file from the current folder upwards is obeyed, not beyond the root of a repository. The command line comes first:
--no-numbers turns off what a file turned on. No file sets where a report is written, nor starts anything.
"""


@app.command("config", cls=Job, context_settings=SETTINGS, epilog=_EXAMPLES)
def show_config(ctx: typer.Context, no_config: NoConfig = False, config: ConfigFile = "") -> int:
    """Print which file of defaults is obeyed here, what it says, and in which line."""
    from repdiff.files import write

    write.to_stdout("".join(f"{line}\n" for line in _lines(own(ctx))), utf8=False)
    return ExitCode.OK


def _lines(mine: Own) -> Iterator[str]:
    from repdiff.report.runs import width

    if mine.settings is None:
        yield "No file of defaults: neither a repdiff.toml nor a [tool.repdiff] of a pyproject.toml, from here upwards."
        return
    file = mine.settings.file
    yield file.name
    rows = [*_options(mine), *_tables(mine)]
    longest = max((width(text) for text, _ in rows), default=0)
    yield from (f"  {text}{' ' * (longest - width(text))}  line {line}" for text, line in rows)


def _options(mine: Own) -> Iterator[tuple[str, int]]:
    for each in mine.defaults:
        where = f"[{each.commands[0]}] " if len(each.commands) == 1 else ""
        yield f"{where}{each.name} = {_written(each.value)}", each.line


def _tables(mine: Own) -> Iterator[tuple[str, int]]:
    assert mine.settings is not None
    values, line = mine.settings.values, mine.settings.file.line
    for name in ("words", "dictionary"):
        if name in values:
            yield f"{name} = {_written(values[name])}", line(name)
    for table in ("glossary", "ignore"):
        for name, value in values.get(table, {}).items():
            yield f"[{table}] {_written(name) if table == 'glossary' else name} = {_written(value)}", line(name, table)


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
