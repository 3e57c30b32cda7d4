"""JSON read strictly, and written compactly.

Stricter than the standard library: no duplicate keys, no NaN or Infinity. Numbers keep every digit (a Decimal where an
int or float would not), so that what this version does not know is written back as it was.
"""

import codecs
import decimal
import json
import re
from collections.abc import Iterable

import msgspec

from editor.project import limits
from editor.project.document import FORMAT
from editor.project.errors import ProjectError

_HEAD = 4096  # the marks of a project stand at its start
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_LONE = re.compile("[\ud800-\udfff]")
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def parse(data: bytes) -> dict[str, object]:
    """Return the JSON object in `data` (UTF-8, no byte order mark); ProjectError with the reason if it is none.

    Lone surrogates, which JSON can spell and no text can hold, become U+FFFD.
    """
    text = _decoded(data)
    try:
        tree = _DECODER.decode(text)
        if "\\" in text and "\\u" in text:
            tree = scrubbed(tree)
    except json.JSONDecodeError as error:
        raise _damage(text, error) from None
    except ValueError:  # an integer of more than 4300 digits, at which Python stops
        raise ProjectError("bad-number") from None
    except RecursionError:
        raise ProjectError("too-deep", limit=limits.NESTING) from None
    if not isinstance(tree, dict):
        raise ProjectError("not-a-project")
    return tree


def _decoded(data: bytes) -> str:
    if not data[:_HEAD].strip(b"\0 \t\r\n") and not data.strip(b"\0 \t\r\n"):
        raise ProjectError("empty")
    if data.startswith(_UTF16):
        raise ProjectError("wrong-encoding", position=0)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if FORMAT.encode() in data[:_HEAD]:
            raise ProjectError("wrong-encoding", position=error.start) from None
        raise ProjectError("not-a-project") from None


def _damage(text: str, error: json.JSONDecodeError) -> ProjectError:
    """Say what became of a file that is no JSON (any more)."""
    if FORMAT not in text[:_HEAD]:
        return ProjectError("not-a-project")
    conflict = _CONFLICT.search(text)
    if conflict:
        return ProjectError("merge-conflict", line=text.count("\n", 0, conflict.start()) + 1)
    kept = text.rstrip()
    if error.pos >= len(kept) or not kept.endswith("}"):
        return ProjectError("truncated")
    return ProjectError("damaged", line=error.lineno, column=error.colno)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise ProjectError("duplicate-key", key=next(name for name in names if names.count(name) > 1))
    return found


def _real(text: str) -> decimal.Decimal:
    try:
        return decimal.Decimal(text)
    except decimal.InvalidOperation:  # an exponent of more digits than a Decimal takes
        raise ProjectError("bad-number") from None


def _constant(_: str) -> object:
    raise ProjectError("bad-number")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_real, parse_constant=_constant)


def scrubbed(value: object) -> object:
    """Return the JSON `value` with U+FFFD for every lone surrogate; RecursionError if it is nested too deeply."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, dict):
        return _object([(str(scrubbed(key)), scrubbed(inner)) for key, inner in value.items()])
    if isinstance(value, list):
        return [scrubbed(inner) for inner in value]
    return value


def compact(value: object) -> str:
    """Return the JSON `value` as text of one line; ProjectError "too-deep" beyond the limit."""
    if _deeper(value, limits.NESTING):
        raise ProjectError("too-deep", limit=limits.NESTING)
    return _ENCODER.encode(value).decode()


def _deeper(value: object, limit: int) -> bool:
    """Return whether brackets in `value` stand more than `limit` deep."""
    layer = [value]
    for _ in range(limit):
        layer = [
            inner
            for outer in layer
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not layer:
            return False
    return any(isinstance(inner, dict | list) for inner in layer)


def lines(values: Iterable[object]) -> bytes:
    """Return `values` as compact JSON, one a line, each line with its end."""
    listed = list(values)
    try:
        return _ENCODER.encode_lines(listed)
    except UnicodeEncodeError:  # nothing in the model should hold a surrogate, but what was written must not be lost
        return _ENCODER.encode_lines([scrubbed(value) for value in listed])


def raw(text: str) -> msgspec.Raw:
    """Return kept JSON `text` as a value for `lines`; line ends in it, which JSON has between values only, go."""
    return msgspec.Raw(text.replace("\n", " ").encode())
