"""Addresses in a text: of pages (`https://...`, `www....`), of mail (`desk@example.org`), and the targets of Markdown links (`](...)`).

A name of a site without `www.` or a scheme is a word like others. What a link shows is wording; where it leads is not.
"""

import re

LINK = "\ue001"
"""What stands for an address where addresses make no difference: a character for private use, which no key leaves out."""
_TARGET = re.compile(r"(?<=\]\()[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?(?=\))")
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,12}://|w{3}\.)[^\s<>\"“”「」（）()，。；、|]+(?<![.,;:!?'*_])|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.I,
)


def without_links(text: str) -> str:
    """The text with one and the same character for every address in it."""
    if "](" in text:
        text = _TARGET.sub(LINK, text)
    return _ADDRESS.sub(LINK, text) if "@" in text or "://" in text or "w." in text.lower() else text
