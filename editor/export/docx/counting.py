"""Which list instance every label belongs to, found by counting as Word will count.

A list of the composition is one definition, and one instance of it goes on counting as long as the composition's
numbers follow. Where they do not (an override in digits, a restart) a new instance of the same definition starts there
with the number wanted, as Word's "Set numbering value" does. A label that Word cannot count at all ("12 bis.") gets a
definition of its own that prints it literally, with levels of its own for the sub-items; the list it stands in goes on
past it.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from editor.compose.composition import ListLabel, NumberedList
from editor.export.docx.formats import word_label

LEVELS = 9
"""A list in Word has nine levels; labels below them are literal and stand in the ninth."""


class Definition(Struct, frozen=True):
    """A w:abstractNum: its list, the styles tied to its levels, and the label that `level` prints literally, if any."""

    list: NumberedList
    styles: dict[int, str]
    level: int = 0
    literal: str | None = None


class Instance:
    """A w:num: its definition's index, the level and value it starts at where that is not 1, and its running counts."""

    def __init__(self, number: int, definition: int, start: tuple[int, int] | None) -> None:
        self.number = number
        self.definition = definition
        self.start = start
        self._counts = {} if start is None else {start[0]: start[1] - 1}

    def next(self, level: int) -> int:
        """Return the value that the next paragraph at `level` will have."""
        return self._counts.get(level, 0) + 1

    def count(self, level: int) -> None:
        """Give the next number at `level` to a paragraph; what is deeper begins anew."""
        self._counts[level] = self.next(level)
        for deeper in [other for other in self._counts if other > level]:
            del self._counts[deeper]


class Numbering:
    """The lists of one file; `place` is to be asked once for every label, in order."""

    def __init__(self, lists: tuple[NumberedList, ...], labels: Iterable[ListLabel]) -> None:
        self.definitions: list[Definition] = []
        self.instances: list[Instance] = []
        self.tied: dict[str, tuple[int, int]] = {}  # style -> the level and the instance it brings to its paragraphs
        self._lists = {list_.name: list_ for list_ in lists}
        self._current: dict[str, list[Instance]] = {}  # list -> the instance that counts each of its levels
        self._literals: dict[tuple[str, int, str], Instance] = {}
        uses = Counter(label.list for label in labels)
        for list_ in sorted(lists, key=lambda list_: -uses[list_.name]):
            self._open(list_)

    def _open(self, list_: NumberedList) -> None:
        """Begin a list; a style can be tied to one level only, and those of the lists most in use come first."""
        number = len(self.instances) + 1
        styles: dict[int, str] = {}
        for level, rule in enumerate(list_.levels[:LEVELS]):
            if rule.format.digits != "none" and rule.style not in self.tied:
                styles[level] = rule.style
                self.tied[rule.style] = (level, number)
        self._current[list_.name] = [self._define(Definition(list_, styles))] * len(list_.levels)

    def place(self, label: ListLabel, style: str, deleted: bool) -> tuple[int, int] | None:
        """Return the level and instance to number a paragraph with, None where its `style` brings them.

        KeyError or IndexError if the composition has no such list or level.
        """
        # Word passes over deleted paragraphs when it counts.
        instance = self._instance(label, counts=not deleted)
        placed = (min(label.level, LEVELS - 1), instance.number)
        return None if self.tied.get(style) == placed else placed

    def _instance(self, label: ListLabel, counts: bool) -> Instance:
        current, level = self._current[label.list], label.level
        instance = current[level]
        literal = level >= LEVELS or word_label(self._lists[label.list].levels[level], label.value) != label.text
        if literal:
            instance = self._literal(label)
        elif counts and instance.next(level) != label.value:
            instance = self._add(instance.definition, (level, label.value or 0))
        if counts:
            instance.count(level)
            first = level + 1 if literal else level
            current[first:] = [instance] * (len(current) - first)
        return instance

    def _literal(self, label: ListLabel) -> Instance:
        key = (label.list, label.level, label.text)
        if key not in self._literals:
            list_ = self._lists[label.list]
            level = min(label.level, LEVELS - 1)
            self._literals[key] = self._define(Definition(list_, {}, level, label.text))
        return self._literals[key]

    def _define(self, definition: Definition) -> Instance:
        self.definitions.append(definition)
        return self._add(len(self.definitions) - 1, None)

    def _add(self, definition: int, start: tuple[int, int] | None) -> Instance:
        self.instances.append(Instance(len(self.instances) + 1, definition, start))
        return self.instances[-1]
