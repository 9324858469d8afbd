"""Packed files: gzip, Zstandard, bzip2 and xz, unpacked block by block, so that what unpacks to gigabytes takes no memory."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from typing import IO

from repdiff.model.errors import RepdiffError

PACKED = (".gz", ".zst", ".bz2", ".xz")
"""Endings of packed files, in small letters."""
_STARTS = ((b"\x1f\x8b\x08", ".gz"), (b"\x28\xb5\x2f\xfd", ".zst"), (b"BZh", ".bz2"), (b"\xfd7zXZ\x00", ".xz"))
_BLOCK = 2**17
"""Bytes that are read, and at most given out, at a time."""
_ZSTD_PIECE = 2**11
"""Packed bytes that are unpacked at a time: four of Zstandard's can stand for 128 KiB, so these stand for 64 MiB at most."""
_XZ_MEMORY = 2**27
"""Bytes that an xz file may ask for: twice what `xz -9` does."""
_BZIP2_BLOCKS = (b"1AY&SY", b"\x17rE8P\x90")
"""What follows the sign of a bzip2 file and its level: a first block, or the end. Three letters alone also begin a text."""


def packing(start: bytes) -> str:
    """The ending that files with these first bytes have, such as ".gz"; empty where they are not packed."""
    found = next((ending for sign, ending in _STARTS if start.startswith(sign)), "")
    return found if found != ".bz2" or start[4:10] in _BZIP2_BLOCKS else ""


def inner(path: str) -> str:
    """The path without the ending of a packed file: `page.html.gz` is `page.html`."""
    return path[: -len(PurePath(path).suffix)] if PurePath(path).suffix.lower() in PACKED else path


def blocks(file: IO[bytes], ending: str) -> Iterator[bytes]:
    """The bytes of a packed file (`ending` is one of PACKED), some at a time, of all parts that were packed one behind the other.

    Raises ValueError, EOFError or OSError where the file is damaged, cut off or asks for too much memory; what it held up to there has
    been given by then.
    """
    if ending == ".gz":
        yield from _gzip(file)
    elif ending == ".bz2":
        import bz2

        with bz2.BZ2File(file) as unzipped:
            while block := unzipped.read(_BLOCK):
                yield block
    elif ending == ".xz":
        yield from _xz(file)
    else:
        yield from _zstd(file)


def unpacked(data: bytes, ending: str, name: str, limit: int) -> bytes:
    """What the bytes of a packed file hold. Raises RepdiffError where it is damaged, or more than `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    try:
        for block in blocks(BytesIO(data), ending):
            parts.append(block)
            size += len(block)
            if size > limit:
                raise RepdiffError(
                    f"{name}: unpacks to more than {limit // 2**20} MiB.", "Give the text of one document."
                )
    except (EOFError, OSError, ValueError) as error:
        raise RepdiffError(
            f"{name}: {damage(error)}", "Fetch it again, or unpack it and look at what is inside."
        ) from None
    return b"".join(parts)


def damage(error: Exception) -> str:
    """An error of `blocks` in words."""
    return f"the compressed file is damaged or cut off ({str(error).rstrip('.').lower() or 'no reason given'})."


def _gzip(file: IO[bytes]) -> Iterator[bytes]:
    import gzip
    import zlib

    with gzip.GzipFile(fileobj=file) as unzipped:
        try:
            while block := unzipped.read1(_BLOCK):
                yield block
        except zlib.error as error:
            raise ValueError(str(error)) from None


def _xz(file: IO[bytes]) -> Iterator[bytes]:
    import lzma

    engine = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
    data = file.read(_BLOCK)
    try:
        while data or not engine.eof:
            if engine.eof:  # further parts may follow, zero bytes between them
                data = (data.lstrip(b"\0") or file.read(_BLOCK)).lstrip(b"\0")
                if not data:
                    return
                engine = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
            if engine.needs_input and not data:
                raise EOFError("it ends within a block")
            yield engine.decompress(data, _BLOCK)
            data = engine.unused_data if engine.eof else file.read(_BLOCK) if engine.needs_input else b""
    except lzma.LZMAError as error:
        raise ValueError(str(error)) from None


def _zstd(file: IO[bytes]) -> Iterator[bytes]:
    import zstandard

    engine = zstandard.ZstdDecompressor()
    frame = engine.decompressobj()
    while data := file.read(_ZSTD_PIECE):
        while data:
            frame = engine.decompressobj() if frame.eof else frame
            try:
                yield frame.decompress(data)
            except zstandard.ZstdError as error:
                raise ValueError(str(error)) from None
            data = frame.unused_data if frame.eof else b""
    if not frame.eof:
        raise EOFError("it ends within a frame")
