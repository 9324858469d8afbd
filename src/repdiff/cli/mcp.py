"""The `mcp` command: repdiff as tools for agents."""

from typing import Annotated

import typer

from repdiff.cli.app import SETTINGS, app
from repdiff.model.errors import ExitCode

_EXAMPLES = """\
\b
Examples:
  repdiff mcp reports                  serves files in this folder to whoever started it, over stdin and stdout
  repdiff mcp reports drafts
\b
For an agent's configuration: {"command": "repdiff", "args": ["mcp", "/path/to/reports"]}
It needs the official SDK: pip install 'repdiff[mcp]'
Exit codes: 0 done, 2 bad input, 3 a fault of repdiff.
"""


@app.command("mcp", context_settings=SETTINGS, epilog=_EXAMPLES)
def serve_agents(
    folders: Annotated[
        list[str], typer.Argument(metavar="DIR...", help="Folders whose files may be read; nothing else is.")
    ],
) -> int:
    """Serve compare, numbers, check, track and outline as tools of the Model Context Protocol, over stdin and stdout."""
    from repdiff.agents import serve

    serve(folders)
    return ExitCode.OK
