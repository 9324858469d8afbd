"""Results as rows for a data frame, and as they are shown in a notebook."""

from importlib import import_module
from typing import Any, ClassVar

from repdiff.model.errors import RepdiffError


class Shown:
    """A result that a notebook shows as a short report."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """A short report as HTML that stands by itself: no script, no address, no text of the documents as markup."""
        # The front door knows how results are told; the model knows nothing of it.
        return str(import_module("repdiff").in_notebook(self))


class Tabular(Shown):
    """A result that has rows."""

    __slots__ = ()
    _columns: ClassVar[str] = ""
    """The keys of each row, in order, each with what its values are behind a colon, where they are no texts: `truth`, `number`, `texts`,
    `span`, `spans`.
    """

    def records(self) -> list[dict[str, Any]]:
        """One dictionary per row, of plain values: texts, numbers, truth values, None, and lists of them."""
        raise NotImplementedError

    def to_pandas(self) -> Any:
        """The rows as a `pandas.DataFrame`. Raises RepdiffError where pandas is not installed."""
        pandas = _package("pandas")
        return pandas.DataFrame(self.records(), columns=[name for name, _ in self._typed()])

    def to_polars(self) -> Any:
        """The rows as a `polars.DataFrame`. Raises RepdiffError where polars is not installed."""
        polars = _package("polars")
        whole, texts = polars.List(polars.Int64), polars.List(polars.String)
        types = {"": polars.String, "truth": polars.Boolean, "number": polars.Float64}
        types |= {"texts": texts, "span": whole, "spans": polars.List(whole)}
        return polars.DataFrame(self.records(), schema={name: types[kind] for name, kind in self._typed()})

    def _typed(self) -> list[tuple[str, str]]:
        return [(name, kind) for name, _, kind in (each.partition(":") for each in self._columns.split())]


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise RepdiffError(f"{name} is not installed.", f"Run: pip install {name}") from error
