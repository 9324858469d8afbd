"""repdiff for agents: its jobs as tools of the Model Context Protocol, with small answers that can be cited. A program of its own."""

from collections.abc import Sequence

from repdiff.model.errors import RepdiffError


def serve(folders: Sequence[str]) -> None:
    """Answer over standard input and output until the former ends; only files in these folders are read.

    Raises RepdiffError where one is no folder, or the SDK is not installed.
    """
    from importlib.util import find_spec

    from repdiff.agents.folders import Folders

    found = Folders(folders)
    if find_spec("mcp") is None:
        raise RepdiffError("Serving agents needs more than is installed.", "pip install 'repdiff[mcp]'")
    from repdiff.agents.server import server_of

    server_of(found).run("stdio")
