"""The numbers that Word gives to paragraphs by itself, counted as Word counts them (ECMA-376 part 1, 17.9)."""

import re

from lxml import etree
from msgspec import Struct

from editor.importing.markers import ALPHABETS
from editor.importing.word.names import W, number, value
from editor.importing.word.styles import StyleSheet, edges
from editor.model.numerals import letters, roman

BULLET = "•"
_LEVELS = 9
_HOPS = 5
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ALPHABETS = {"Letter": ALPHABETS[0], "russian": _RUSSIAN, "arabicAlpha": ALPHABETS[3]}
_LARGEST = 32767
_LONGEST = 100
"""Characters of a label that are read: what stands in a margin has few."""


class Level(Struct, frozen=True):
    """One level of a list: what it counts in, how a number is dressed, where it starts and begins again.

    `restart` is the level after which it begins again (0 is never, None after every higher one).
    """

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    style: str = ""
    legal: bool = False
    left: int | None = None
    first: int | None = None


class Number(Struct, frozen=True):
    """A paragraph's number: as printed, its value (None where the label is fixed words), its list and level there.

    `begins` says that its level of the list starts here, or starts anew.
    """

    text: str
    value: int | None
    list: str
    level: int
    rule: Level
    begins: bool = False

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign instead of a number."""
        return self.rule.format == "bullet"


class _Instance(Struct, frozen=True):
    """A w:num: its definition, the levels it defines itself, the numbers it starts levels with."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a file, and their counts so far; `place` is to be asked once for every paragraph, in order."""

    def __init__(self, root: etree._Element | None, sheet: StyleSheet) -> None:
        self._definitions: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._instances: dict[int, _Instance] = {}
        self._sheet = sheet
        for element in root.iterchildren(f"{W}abstractNum") if root is not None else ():
            name = element.get(f"{W}abstractNumId", "")
            self._definitions[name] = dict(_level(found) for found in element.iterchildren(f"{W}lvl"))
            self._links[name] = value(element, "numStyleLink")
        for element in root.iterchildren(f"{W}num") if root is not None else ():
            self._instances[number(element.get(f"{W}numId"))] = _instance(element)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def restart(self) -> None:
        """Forget all counts."""
        self._counts, self._begun = {}, set()

    def level_of(self, list_: int, style: str) -> int:
        """Return the level of list `list_` that the style `style` is tied to, 0 where none is."""
        _, levels = self._definition(list_)
        return next((level for level, rule in levels.items() if style and rule.style == style), 0)

    def rule(self, list_: int, level: int) -> Level | None:
        """Return how the list `list_` is at `level`."""
        instance = self._instances.get(list_)
        if instance is None:
            return None
        return instance.levels.get(level) or self._definition(list_)[1].get(level)

    def place(self, list_: int, level: int) -> Number | None:
        """Return the number of the next paragraph in `list_` at `level`, None where there is no such list."""
        level = min(max(level, 0), _LEVELS - 1)
        rule = self.rule(list_, level)
        if rule is None:
            return None
        name, _ = self._definition(list_)
        counts = self._counts.setdefault(name, {})
        begins = level not in counts
        start = self._instances[list_].starts.get(level)
        if start is not None and (list_, level) not in self._begun:
            self._begun.add((list_, level))
            counts[level] = start - 1
            begins = True
        counts[level] = counts.get(level, rule.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            below = self.rule(list_, deeper)
            if below is None or below.restart is None or level < below.restart:
                del counts[deeper]
        is_counted = f"%{level + 1}" in rule.text and rule.format != "bullet"
        return Number(
            self._label(list_, rule, counts), counts[level] if is_counted else None, name, level, rule, begins
        )

    def _label(self, list_: int, rule: Level, counts: dict[int, int]) -> str:
        if rule.format == "bullet":
            return BULLET

        def written(found: re.Match[str]) -> str:
            level = int(found[1]) - 1
            other = self.rule(list_, level)
            count = counts.get(level, other.start if other else 1)
            return digits(count, "decimal" if rule.legal or other is None else other.format)

        return re.sub("%([1-9])", written, rule.text).replace("%\u2060", "%").strip()

    def _definition(self, list_: int) -> tuple[str, dict[int, Level]]:
        """Return the definition of `list_`: that of the list that its style is tied to where it only names a style."""
        for _ in range(_HOPS):
            instance = self._instances.get(list_)
            if instance is None:
                break
            link = self._links.get(instance.definition, "")
            if not link:
                return instance.definition, self._definitions.get(instance.definition, {})
            list_ = self._sheet.style(link).layout.list or 0
        return "", {}


def _level(element: etree._Element) -> tuple[int, Level]:
    restart = element.find(f"{W}lvlRestart")
    left, first = edges(element.find(f"{W}pPr/{W}ind"))
    return number(element.get(f"{W}ilvl")), Level(
        next((found.get(f"{W}val", "") for found in element.iter(f"{W}numFmt")), "decimal"),
        value(element, "lvlText")[:_LONGEST],
        number(value(element, "start"), 1),
        None if restart is None else number(value(element, "lvlRestart")),
        value(element, "pStyle"),
        element.find(f"{W}isLgl") is not None,
        left,
        first,
    )


def _instance(element: etree._Element) -> _Instance:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(f"{W}lvlOverride"):
        place = number(override.get(f"{W}ilvl"))
        own = override.find(f"{W}lvl")
        if own is not None:
            levels[place] = _level(own)[1]
        if override.find(f"{W}startOverride") is not None:
            starts[place] = number(value(override, "startOverride"), 1)
    return _Instance(value(element, "abstractNumId"), levels, starts)


def digits(count: int, kind: str) -> str:
    """Return `count` as a list of the format `kind` (a w:numFmt) shows it; as figures where it has others."""
    if kind == "none":
        return ""
    if kind == "decimalZero":
        return f"{count:02}"
    if not 0 < count <= _LARGEST:
        return str(count)
    found = next((alphabet for name, alphabet in _ALPHABETS.items() if name in kind), "")
    if kind.endswith("Roman"):
        text = roman(count)
    elif found and count <= 30 * len(found):
        text = letters(count, found)
    else:
        return str(count)
    return text.upper() if kind.startswith("upper") or kind.endswith("Upper") else text
