"""What can go wrong through the user's input, and the exit codes of the command line."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the `repdiff` command."""

    OK = 0
    DIFFERENCES = 1
    BAD_INPUT = 2
    BUG = 3


class RepdiffError(Exception):
    """An input that repdiff cannot use.

    `message` says what and where in one line, `hint` what to do next; both are plain text.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint
