"""The names of WordprocessingML, and its simplest values (ECMA-376 part 1, 17 and 22.9)."""

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = f"{W}val"

_MEASURE = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|pi)?")
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "pc": 240.0, "pi": 240.0}
_OFF = frozenset(("0", "false", "off", "none"))


def value(parent: etree._Element | None, name: str, otherwise: str = "") -> str:
    """Return the w:val of the child `name` of `parent`."""
    found = parent.find(W + name) if parent is not None else None
    return otherwise if found is None else found.get(VAL, otherwise)


def number(text: str | None, otherwise: int = 0) -> int:
    """Return a whole number, `otherwise` for what is none."""
    text = (text or "").strip()
    return int(text) if re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else otherwise


def measure(text: str | None) -> int | None:
    """Return a length in twips, None for what is none."""
    found = _MEASURE.fullmatch((text or "").strip())
    return round(float(found[1]) * _TWIPS.get(found[2], 1.0)) if found else None


def is_on(element: etree._Element) -> bool:
    """Return whether a property that is there is switched on."""
    return element.get(VAL, "1") not in _OFF


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """Return whether the child `name` switches a property on or off, None where it says nothing."""
    found = parent.find(W + name) if parent is not None else None
    return None if found is None else is_on(found)
