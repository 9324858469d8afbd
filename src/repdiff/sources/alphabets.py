"""Single-byte encodings: Western European known by its characters, the others by charset-normalizer."""

import codecs
import re

from repdiff.languages.frequent import WESTERN_LETTERS, WESTERN_SIGNS
from repdiff.sources.writing import is_noise

_ALPHABETS = (
    "cp1252",
    "cp1250",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "iso8859_5",
    "mac_roman",
)
# What Western European text in cp1252 does not hold: other characters above ASCII, four such letters in a row (another
# alphabet misread), an õ that is not Portuguese (Hungarian ő misread).
_NOT_WESTERN = re.compile(rf"[^\x00-\x7f{WESTERN_LETTERS}{WESTERN_SIGNS}]|[^\W\d_a-zA-Z]{{4}}|õ(?!e)")


def alphabet(data: bytes) -> str | None:
    """The Python codec of bytes in a single-byte encoding; None where none gives a text.

    Western European is tried first and by itself: on a few words the detector takes it for Central European.
    """
    if not _NOT_WESTERN.search(data.decode("cp1252", "replace")):
        return "cp1252"
    from charset_normalizer import from_bytes

    match = from_bytes(data, cp_isolation=list(_ALPHABETS), preemptive_behaviour=False).best()
    return None if match is None or is_noise(str(match)) else codecs.lookup(match.encoding).name
