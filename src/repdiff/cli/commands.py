"""The commands by name: what each is for, and which module it is in."""

from typing import Final

COMMANDS: Final = {
    "batch": "Compare many pairs: a page for each, and an index of all.",
    "check": "What was promised, and what became of it in a later report.",
    "config": "Which file of defaults is obeyed here, and what it says.",
    "desk": "A page in the browser to drop files on.",
    "dupes": "What occurs twice in a corpus.",
    "git-setup": "Let git show documents by repdiff.",
    "mcp": "Serve repdiff to agents, as tools.",
    "outline": "The headings that are understood in a document.",
    "text": "The text of a document.",
    "track": "Targets and commitments over several years.",
}
"""What each command is for. Its module is loaded when it runs: the help of all, and a comparison, start without."""
FILES: Final = {"git-diff": "git", "git-text": "git", "git-view": "git"}
"""Modules that hold several commands; those that git calls are told to nobody else."""
