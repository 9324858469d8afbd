"""Records as JSON: one object, UTF-8, the same bytes for the same record. What the keys mean stands in `repdiff.records`."""

import json
from typing import Any


def dump(value: Any) -> str:
    """One item of the outer lists per line: small enough to load, and a `diff` of two reports stays readable."""
    parts = [f"{json.dumps(name)}: {_value(part)}" for name, part in value.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def spread(value: Any) -> str:
    """The same with a key of each item per line: for people who read it and mend it by hand."""
    parts = [f"{json.dumps(name)}: {_spread(part)}" for name, part in value.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _spread(part: Any) -> str:
    if not isinstance(part, list) or not all(isinstance(item, dict) for item in part):
        return _line(part)
    items = (",\n  ".join(f"{json.dumps(name)}: {_nested(value)}" for name, value in item.items()) for item in part)
    return "[" + ",".join(f"\n {{{item}}}" for item in items) + "\n]"


def _nested(part: Any) -> str:
    if isinstance(part, list) and part and all(isinstance(item, dict) for item in part):
        return "[\n   " + ",\n   ".join(map(_line, part)) + "]"
    return _line(part)


def _value(part: Any) -> str:
    if isinstance(part, list) and part:
        return "[\n" + ",\n".join(_line(item) for item in part) + "\n]"
    if isinstance(part, dict) and any(isinstance(inner, list) for inner in part.values()):
        inner = ",\n".join(f"{json.dumps(name)}: {_value(value)}" for name, value in part.items())
        return "{" + inner + "}"
    return _line(part)


def _line(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    # A lone surrogate is legal in a Python string and in JSON's escapes, not in UTF-8.
    return text if text.isascii() or _encodable(text) else json.dumps(value)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
