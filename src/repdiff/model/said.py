"""What a stage says about what it found."""

from typing import Any, Self


class Said(str):
    """A sentence that a stage says about what it found: an English text that remembers what it was made of.

    `template` has the names of `values` in braces. It is also the key under which another language keeps the same sentence, so that a
    reporter can say it in the reader's language; everywhere else it is a plain string.
    """

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, **values: Any) -> Self:
        """The template with its values filled in."""
        said = super().__new__(cls, template.format(**values) if values else template)
        said.template, said.values = template, values
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """What a copy is made of."""
        return (self.template,), self.values
