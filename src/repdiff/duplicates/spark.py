"""The same search on Spark: the same map function, by mapInArrow, and the same SQL, on a session of the user's choice.

Only the documents' names and places, and in the end the flags, come to the driver. The workers must see the files
under the same paths and have repdiff installed; packed and Parquet files are read by the driver.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from repdiff.duplicates.inputs import Chunk, Source, chunks
from repdiff.duplicates.records import Mapped, map_chunk
from repdiff.duplicates.settings import Settings
from repdiff.duplicates.sql import tables
from repdiff.duplicates.store import Store, opened
from repdiff.model.errors import RepdiffError

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

_SCHEMA = "chunk INT, level STRING, doc INT, unit INT, lo INT, hi INT, h1 BIGINT, h2 BIGINT, documents BINARY"
_COLUMNS = ("doc", "unit", "lo", "hi", "h1", "h2")
_PARTITION = 16 * 2**20
"""Bytes of text whose units are grouped by one task."""
_KEPT = ("sizes_", "groups_", "heads_", "flags_", "runs_", "sites_", "near")
"""Tables that the reports ask: they are fetched from Spark."""


def computed(
    found: tuple[Source, ...], settings: Settings, folder: Path, master: str, tell: Callable[[str, int, int], None]
) -> Store:
    """A store with the tables of a search, computed by Spark at `master` ("" for all cores of this machine).

    Raises RepdiffError when pyspark is not installed, does not start or runs out of memory, and for records that cannot be used.
    """
    session = _session(settings, master, folder, sum(source.size for source in found))
    try:
        tell("starting Spark", 0, 0)
        store = opened(settings, folder, settings.jobs or 1)
        tell("reading with Spark", 0, 0)
        mapped = _mapped(session, found, settings)
        bases = _take_documents(store, mapped, chunks(found, settings), found)
        store.check(found, settings)
        _define_inputs(session, store, mapped, bases)
        tell("grouping with Spark", 0, 0)
        for name, query in tables(settings):
            # A checkpoint forgets how a table came to be: the plans of the last tables would fill the memory otherwise.
            frame = session.sql(query).localCheckpoint()
            frame.createOrReplaceTempView(name)
            if name.startswith(_KEPT):
                store.fetched(name, frame.toArrow())
        return store
    except Exception as error:
        if "OutOfMemoryError" not in str(error):
            raise
        given = settings.memory // 10**6
        raise RepdiffError(f"Spark ran out of the {given}MB that it may take.", "Give it more with --memory.") from None
    finally:
        # Out of memory, the engine may be gone already.
        with suppress(OSError):
            session.stop()


def _session(settings: Settings, master: str, folder: Path, size: int) -> "SparkSession":
    try:
        import pyarrow  # noqa: F401
        from pyspark.sql import SparkSession
    except ImportError:
        raise RepdiffError("--engine spark needs pyspark.", "pip install 'repdiff[spark]'") from None
    # A worker is started with this variable, whatever the configuration says; else it is a `python3` that knows nothing of repdiff.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("repdiff dupes").master(master or f"local[{settings.jobs or '*'}]")
    options = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_quiet(folder)}",
        "spark.driver.memory": f"{max(settings.memory // 2**20, 512)}m",
        "spark.driver.maxResultSize": "0",
        "spark.sql.maxPlanStringLength": "1000",
        "spark.sql.shuffle.partitions": str(min(max(size // _PARTITION, 2), 2000)),
        "spark.local.dir": str(folder),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.pyspark.python": sys.executable,
        "spark.pyspark.driver.python": sys.executable,
    }
    for key, value in options.items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except Exception as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise RepdiffError(
            f"Spark does not start: {reason}.", "It needs Java 17 or newer, and a --master it can reach."
        ) from None


def _quiet(folder: Path) -> Path:
    """A configuration by which Spark's log tells errors alone: standard error is for what concerns the user."""
    path = folder / "log4j2.properties"
    path.write_text(
        "rootLogger.level = error\nrootLogger.appenderRef.stderr.ref = stderr\nappender.stderr.type = Console\n"
        "appender.stderr.name = stderr\nappender.stderr.target = SYSTEM_ERR\nappender.stderr.layout.type = PatternLayout\n"
        "appender.stderr.layout.pattern = %m%n\n",
        encoding="utf-8",
    )
    return path


def _mapped(session: "SparkSession", found: tuple[Source, ...], settings: Settings) -> "DataFrame":
    work = [
        (number, pickle.dumps((chunk, found[chunk.source]))) for number, chunk in enumerate(chunks(found, settings))
    ]
    frame = session.createDataFrame(work, "chunk INT, work BINARY").repartition(max(len(work) // 4, 2), "chunk")
    return frame.mapInArrow(_mapper(settings), _SCHEMA).localCheckpoint()


def _mapper(settings: Settings) -> "Callable[[Iterable[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]":
    """The map function of the search in the form that Spark calls: batches of chunks to batches of units."""

    def run(batches: "Iterable[pyarrow.RecordBatch]") -> "Iterator[pyarrow.RecordBatch]":
        for batch in batches:
            for number, work in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                chunk, source = pickle.loads(work)
                yield from _batches(number, map_chunk(chunk, source, settings))

    return run


def _batches(number: int, mapped: Mapped) -> "Iterator[pyarrow.RecordBatch]":
    """One batch per level, and one row with all that is no unit."""
    import numpy as np
    import pyarrow as pa

    names = [part.split()[0] for part in _SCHEMA.split(", ")]
    for level, rows in mapped.units.items():
        size = len(rows.doc)
        columns = [getattr(rows, name) for name in _COLUMNS]
        head = [pa.array(np.full(size, number, np.int32)), pa.array([level] * size, pa.string())]
        yield pa.record_batch([*head, *map(pa.array, columns), pa.nulls(size, pa.binary())], names=names)
    rest = pickle.dumps(replace(mapped, units={}))
    types = {"h1": pa.int64(), "h2": pa.int64()}
    nothing = [pa.nulls(1, types.get(name, pa.int32())) for name in _COLUMNS]
    head = [pa.array([number], pa.int32()), pa.array([""], pa.string())]
    yield pa.record_batch([*head, *nothing, pa.array([rest], pa.binary())], names=names)


def _take_documents(
    store: Store, mapped: "DataFrame", work: Iterable[Chunk], found: tuple[Source, ...]
) -> list[tuple[int, int]]:
    """Put the documents into the store; return the number of the first document of each chunk."""
    rows = mapped.where("level = ''").select("chunk", "documents").collect()
    contents: dict[int, Any] = {row["chunk"]: row["documents"] for row in rows}
    bases = []
    for number, chunk in enumerate(work):
        bases.append((number, store.documents))
        store.add(number, chunk, pickle.loads(contents[number]), found)
    return bases


def _define_inputs(session: "SparkSession", store: Store, mapped: "DataFrame", bases: list[tuple[int, int]]) -> None:
    mapped.createOrReplaceTempView("mapped")
    session.createDataFrame(bases, "chunk INT, base INT").createOrReplaceTempView("bases")
    documents = store.engine.sql("SELECT doc, site, chars FROM documents ORDER BY doc").to_arrow_table()
    session.createDataFrame(documents).createOrReplaceTempView("documents")
    for level in store.levels:
        session.sql(
            "SELECT m.doc + b.base AS doc, m.unit, m.lo, m.hi, m.h1, m.h2 "
            f"FROM mapped AS m JOIN bases AS b ON b.chunk = m.chunk WHERE m.level = '{level}'"
        ).localCheckpoint().createOrReplaceTempView(f"units_{level}")
