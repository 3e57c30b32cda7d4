"""The lists of HTML: which are open, and what number each of their items shows."""

from collections.abc import Mapping

from editor.importing.markers import ALPHABETS
from editor.model.numerals import letters, roman

_LISTS = frozenset({"ol", "ul", "menu"})
_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "lower-latin": "lower-alpha", "upper-latin": "upper-alpha", "decimal-leading-zero": "decimal",
}  # fmt: skip
_COUNTED = frozenset(("decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"))
_HIGHEST = 9999


class _Open:
    """A list, or an item of one: `waiting` is the number that its first words will take."""

    __slots__ = ("count", "deeper", "key", "style", "tag", "waiting")

    def __init__(self, tag: str, key: str, style: str, count: int) -> None:
        self.tag, self.key, self.style, self.count = tag, key, style, count
        self.waiting = ""
        self.deeper = 0


class Lists:
    """The lists that are open, by the tags that open and close them."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._waiting = False
        self._begun = 0

    @property
    def depth(self) -> int:
        """How many lists stand around an item of the innermost one."""
        return max(len(self._open) - 1, 0)

    def open(self, tag: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> None:
        """Take the tag that begins an element."""
        if tag in _LISTS:
            self._begun += 1
            key = self._open[0].key if self._open else f"list {self._begun}"
            start = _number(attributes.get("start", ""), 1)
            self._open.append(_Open(tag, key, _style(tag, attributes, style), start - 1))
            self._waiting = False
        elif tag == "li" and self._open:
            found = self._open[-1]
            found.count = _number(attributes.get("value", ""), found.count + 1)
            said = style.get("list-style-type", "")
            said_level = _number(attributes.get("data-aria-level", attributes.get("aria-level", "")), 0)
            found.deeper = max(min(said_level, 9) - len(self._open), 0)  # Word on the web says levels so, side by side
            found.waiting = _label(_TYPES.get(said, said) or found.style, found.count)
            self._waiting = True

    def close(self, tag: str) -> None:
        """Take the tag that ends an element."""
        if tag in _LISTS and self._open and self._open[-1].tag == tag:
            self._open.pop()
        if tag == "li":
            self._waiting = False

    def take(self) -> tuple[tuple[str, int] | None, str]:
        """Return the list that a block now ended is the first of an item of, with its depth there, and its number."""
        if not self._waiting or not self._open or not self._open[-1].waiting:
            return None, ""
        self._waiting = False
        return (self._open[0].key, len(self._open) - 1 + self._open[-1].deeper), self._open[-1].waiting


def _number(said: str, otherwise: int) -> int:
    said = said.strip()
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else otherwise
    return min(max(number, 0), _HIGHEST)


def _style(tag: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> str:
    said = style.get("list-style-type", "").strip() or style.get("list-style", "").strip().partition(" ")[0]
    said = said or attributes.get("type", "")
    return _TYPES.get(said, said) or ("decimal" if tag == "ol" else "disc")


def _label(style: str, count: int) -> str:
    """Return the number `count` as a list of that style shows it; nothing where it shows none."""
    if style == "none":
        return ""
    if style not in _COUNTED or count < 1:
        return "•"
    if style == "decimal":
        return f"{count}."
    digits = roman(count) if style.endswith("roman") else letters(count, ALPHABETS[0])
    return f"{digits.upper() if style.startswith('upper') else digits}."
