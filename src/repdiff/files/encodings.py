"""Bytes to text: which encoding is this, and where does it break?

In this order: the encoding the user forces; a byte order mark; NUL bytes, of which only UTF-16, UTF-32 and binary files have many;
UTF-8, which almost nothing else is by chance, but for encodings that are all ASCII (`repdiff.files.escapes`); then the East Asian
encodings, ranked by how much their reading looks like writing (`repdiff.files.writing`); then the single-byte encodings, by which
letters stand beside each other (`repdiff.files.alphabets`). A file that is nearly right in one encoding is damaged, not written in
another: it is refused with the place of the damage, never read as something else; so is one that two encodings explain as well.
"""

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

from repdiff.files.writing import PADDING, REPLACEMENT, is_noise, score, too_many
from repdiff.model.errors import RepdiffError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF16 = ("utf-16-le", "utf-16-be")
_WIDE = ("utf-32-le", "utf-32-be", *_UTF16)

# One family per script and way of coding, narrowest codec first: the narrowest that decodes is the plainest name for
# the same text.
_MULTIBYTE = (
    ("han", ("gb18030",)),
    ("han", ("big5", "cp950", "big5hkscs")),
    ("kana", ("cp932",)),
    ("kana", ("euc_jp", "euc_jis_2004")),
    ("hangul", ("euc_kr", "cp949")),
)
_WRITING = 0.4
"""Score from which a reading is believed: text scores 0.6 to 1, the same bytes in a wrong codec rarely over 0.3."""
_WIDE_SHARE = 4
"""Bytes for each NUL below which a file may be UTF-16."""
_CASED = ("cp1251", "koi8_u", "cp866", "iso8859_5", "cp1253")
"""Codecs of alphabets with case whose words are all bytes above ASCII."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FEW = 48
"""Bytes above ASCII below which words of an alphabet may be East Asian letters by chance."""
_FOREIGN = 0.3
"""Share of bytes other than ASCII letters, digits and spaces from which UTF-16 without a NUL (pure Han) is tried."""
_SAMPLE = 4000
"""Bytes that are read to rank encodings, from the first that is not ASCII: more do not change the verdict."""

# Three or more three-byte characters in a row: no East Asian encoding makes nine such bytes by chance.
_UTF8_RUN = re.compile(rb"(?:[\xe1-\xef][\x80-\xbf]{2}){3}")
_ASCII = bytes(range(0x80))
_ALPHANUMERIC = b" " + bytes(b for b in _ASCII if chr(b).isalnum())
_FIRST_HIGH = re.compile(rb"[\x80-\xff]")
_SHIFTS = re.compile(r"\x1b[$(&]|~\{|\+[A-Za-z0-9+/]{2}")
"""What nearly all ASCII texts are without: signs of the encodings that shift."""
_EAST_ASIAN = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f]+")
_ASCII_WORD = re.compile(r"[A-Za-z]{2,}")
_NEARLY = 0.9
"""Share of the bytes above ASCII in well-formed UTF-8 characters from which a file is damaged UTF-8, nothing else."""
_HALF = 0.5
"""The same for a file that no East Asian encoding explains: accented letters in a row are rarely UTF-8 by chance."""


class Decoded(NamedTuple):
    """Text with its line ends and mark as they were, the Python codec that gave it, and whether it was guessed."""

    text: str
    encoding: str
    assumed: bool


def decode(data: bytes, name: str, forced: str | None = None) -> Decoded:
    """Decode the bytes of the file called `name`, by the codec `forced` or by the one that is recognised.

    Raises RepdiffError, naming line and byte offset where a codec breaks off.
    """
    if forced is not None:
        return _forced(data, name, forced)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, codec, name), codec, False)
    if b"\0" in data:
        return _with_zeros(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, name, error)
    codec = _shifted(data, name) if text.isascii() and _SHIFTS.search(text) else ""
    return Decoded(_strict(data, codec, name), codec, True) if codec else Decoded(text, "utf-8", False)


def _shifted(data: bytes, name: str) -> str:
    from repdiff.files.escapes import shifted

    return shifted(data, name)


def _forced(data: bytes, name: str, forced: str) -> Decoded:
    codec = _lookup(forced)
    try:
        text = data.decode(codec)
        text.encode("utf-8")  # utf-7 and the escape codecs can give half a surrogate pair, which nothing can write
        return Decoded(text, codec, False)
    except UnicodeDecodeError as error:
        raise RepdiffError(_broken(data, codec, name, error), _other_codec(data, name)) from None
    except (LookupError, UnicodeError, ValueError):
        raise RepdiffError(f"{name}: cannot be read as {codec}.", _other_codec(data, name)) from None


def _lookup(forced: str) -> str:
    try:
        codec = codecs.lookup(forced).name
        b"\xff".decode(codec, "replace")  # hex, idna and their like are codecs, but give no text or know no gaps
    except (LookupError, ValueError):
        shown = forced.encode("unicode_escape").decode("ascii")
        raise RepdiffError(
            f'"{shown}" is not the name of a text encoding.',
            "Give one that Python knows, such as utf-8, gb18030, big5, utf-16, shift_jis or cp1252.",
        ) from None
    return codec


def _other_codec(data: bytes, name: str) -> str:
    try:
        found = decode(data, name).encoding
    except RepdiffError:
        return "Give another --encoding, or mend the file there."
    return f"It reads as {found}: leave --encoding out, or give that."


def _with_zeros(data: bytes, name: str) -> Decoded:
    """Read bytes with NULs: UTF-32, UTF-16, a text with a few stray ones or with a padding behind its end, or no text at all."""
    core = data.rstrip(PADDING.encode())
    zeros = core.count(0)
    # In UTF-16, ASCII is NUL by half.
    few = zeros * _WIDE_SHARE < len(core) and not too_many(zeros, len(core))
    if few and _is_plain(core.replace(b"\0", b"")):
        return Decoded(data.decode("utf-8"), "utf-8", False)
    readings = ((codec, _sample(data[:_SAMPLE], codec)) for codec in _WIDE)
    ranked = [(score(text, "any"), -rank, codec) for rank, (codec, text) in enumerate(readings) if "\0" not in text]
    best, _, codec = max(ranked, default=(0.0, 0, ""))
    if best >= _WRITING:
        return Decoded(_strict(data, codec, name), codec, True)
    if not few or is_noise(core.replace(b"\0", b"").decode("latin-1")):
        raise binary(name)
    found = decode(core.replace(b"\0", b" "), name)
    return Decoded(_strict(data, found.encoding, name), found.encoding, True)


def _is_plain(data: bytes) -> bool:
    try:
        return not is_noise(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _not_utf8(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    cut_off = error.reason == "unexpected end of data"
    share = _utf8_share(data[: error.start] if cut_off else data)
    if share >= _NEARLY:
        raise RepdiffError(_broken(data, "utf-8", name, error), _mend("UTF-8", cut_off))
    if _UTF8_RUN.search(data):
        raise RepdiffError(
            f"{_broken(data, 'utf-8', name, error).rstrip('.')}, while other parts of it are.",
            "It mixes encodings or is not text: split it there, or convert its parts to UTF-8 one by one.",
        )
    decoded = _east_asian(data, name)
    if decoded is None and share >= _HALF:
        raise RepdiffError(_broken(data, "utf-8", name, error), _mend("UTF-8", False))
    return decoded or _single_byte(data, name, error)


def _utf8_share(data: bytes) -> float:
    """Share of the bytes above ASCII that belong to well-formed UTF-8 characters."""
    high = len(data.translate(None, _ASCII))
    well_formed = data.decode("utf-8", "ignore").encode("utf-8").translate(None, _ASCII)
    return len(well_formed) / high if high else 0.0


def _east_asian(data: bytes, name: str) -> Decoded | None:
    """Read the bytes by the multi-byte encoding in which they look like writing; None if they do in none."""
    first = _FIRST_HIGH.search(data)
    start = max(first.start() - 1, 0) if first else 0  # with the letter before it, which tells an accented one misread
    sample = data[start : start + _SAMPLE]
    readings = [(script, names, _sample(sample, names[-1])) for script, names in _MULTIBYTE]
    if len(data.translate(None, _ALPHANUMERIC)) > len(data) * _FOREIGN:
        readings += [("any", (codec,), _sample(data[:_SAMPLE], codec)) for codec in _UTF16]
    ranked = [(score(text, script), -rank) for rank, (script, _, text) in enumerate(readings)]
    best, rank = max(ranked)
    if best < _WRITING or _is_scattered(readings[-rank][2]):
        return None
    if len(sample.translate(None, _ASCII)) < _FEW and _is_cased(sample):
        return None
    return _narrowest(data, readings[-rank][1], name)


def _is_scattered(text: str) -> bool:
    """Whether no two East Asian letters stand side by side in a text of other words: two accented letters or signs misread."""
    letters = _EAST_ASIAN.findall(text)
    return bool(letters) and max(map(len, letters)) == 1 and len(_ASCII_WORD.findall(text)) > len(letters)


def _is_cased(sample: bytes) -> bool:
    """Whether a few bytes are whole words of an alphabet with case, written as words are: East Asian letters misread are of mixed case."""
    for codec in _CASED:
        text = sample.decode(codec, "replace")
        letters = all(char.isalpha() for char in text if char >= "\x80")
        if letters and all(word[1:].islower() or word.isupper() for word in _WORDS.findall(text)):
            return True
    return False


def _sample(data: bytes, codec: str) -> str:
    """Decode bytes that may end in the middle of a character; what cannot be decoded becomes U+FFFD."""
    return codecs.getincrementaldecoder(codec)("replace").decode(data)


def _narrowest(data: bytes, family: tuple[str, ...], name: str) -> Decoded:
    for codec in family[:-1]:
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode(codec), codec, True)
    return Decoded(_strict(data, family[-1], name), family[-1], True)


def _single_byte(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    from repdiff.files.alphabets import alphabet

    codec = alphabet(data)
    if codec is None:
        place = _place(data, "utf-8", error)
        raise RepdiffError(
            f"{name}: neither UTF-8 nor another encoding that can be recognised (first at {place}).",
            "If it is text, name its encoding: --encoding NAME.",
        )
    return Decoded(_strict(data, codec, name), codec, True)


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise RepdiffError(_broken(data, codec, name, error), _mend(codec, error.end >= len(data))) from None


def _broken(data: bytes, codec: str, name: str, error: UnicodeDecodeError) -> str:
    return f"{name}: not valid {codec.upper().replace('_', '-')} at {_place(data, codec, error)}."


def _place(data: bytes, codec: str, error: UnicodeDecodeError) -> str:
    """Line, byte offset and bytes of an error, and the last characters before it, which are easier to search for."""
    before = data[: error.start].decode(codec, "replace").replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    tail = "".join(c for c in before[-24:].rpartition("\n")[2] if c.isprintable() and c != REPLACEMENT)[-12:]
    shown = data[error.start : error.end][:4].hex(" ").upper()
    return f"line {line}, byte offset {error.start} ({shown}" + (f', after "{tail}")' if tail else ")")


def _mend(codec: str, cut_off: bool) -> str:
    if cut_off:
        return "The file ends in the middle of a character: fetch it again, it may have been cut off."
    name = codec.upper().replace("_", "-")
    return f"Mend it there, or leave out what is broken: iconv -c -f {name} -t UTF-8 FILE > MENDED."


def binary(name: str) -> RepdiffError:
    """The error for bytes that are no text in any encoding."""
    return RepdiffError(f"{name}: a binary file, not text.", "Save its text as .txt (UTF-8) and give that.")
