"""What tags and styles of HTML say of the words inside them: marks, and how far they are set in."""

import re
from collections.abc import Mapping

from editor.model.text import Mark

_TAG_MARKS: dict[str, Mark] = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "dfn": "italic", "var": "italic",
    "u": "underline", "ins": "underline", "sup": "superscript", "sub": "subscript",
}  # fmt: skip
_STYLE = re.compile(r"([a-z-]{1,30})\s*:\s*([^;]{1,200})")
_LENGTH = re.compile(r"(-?\d{1,4}(?:\.\d{1,4})?)(pt|px|in|cm|mm|em|rem)")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "em": 12.0, "rem": 12.0}
_COLUMN = 9.0
"""Points of a margin that count as one column of indent: half an inch is four of them."""


def read_style(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the style that an element has of its own, in small letters; only the start of a very long one is read."""
    return dict(_STYLE.findall(attributes.get("style", "")[:2000].lower()))


def margin_of(style: Mapping[str, str]) -> float:
    """Return how far an element is set in from the one around it, in columns."""
    margin = _LENGTH.search(style.get("margin-left", "") or _left(style.get("margin", "")))
    return float(margin[1]) * _POINTS[margin[2]] / _COLUMN if margin else 0.0


def _left(margin: str) -> str:
    """Return the left one of the lengths in a style's `margin`."""
    parts = margin.split()
    return parts[3] if len(parts) == 4 else parts[1] if len(parts) in (2, 3) else ""


def marks_of(tag: str, style: Mapping[str, str], above: frozenset[Mark], linked: bool) -> frozenset[Mark]:
    """Return the marks of words inside `tag`: what it stands for, then what its style says."""
    found = set(above)
    if tag in _TAG_MARKS:
        found.add(_TAG_MARKS[tag])
    weight, slope = style.get("font-weight", "").strip(), style.get("font-style", "").strip()
    line = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    raised = style.get("vertical-align", "").strip()
    _set(found, "bold", weight in ("bold", "bolder", "600", "700", "800", "900"), bool(weight))
    _set(found, "italic", slope.startswith(("italic", "oblique")), bool(slope))
    _set(found, "underline", "underline" in line and not linked and tag != "a", bool(line))
    _set(found, "superscript", raised == "super", bool(raised))
    _set(found, "subscript", raised == "sub", bool(raised))
    if {"superscript", "subscript"} <= found:
        found.discard("superscript" if "subscript" not in above else "subscript")
    return frozenset(found)


def _set(found: set[Mark], mark: Mark, on: bool, said: bool) -> None:
    if on:
        found.add(mark)
    elif said:
        found.discard(mark)
