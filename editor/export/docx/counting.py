"""Which list instance every label belongs to, found by counting as Word will count.

A list of the composition is one definition, and one instance of it goes on counting as long as the composition's
numbers follow. Where they do not (an override in digits, a restart) a new instance of the same definition starts there
with the number wanted, as Word's "Set numbering value" does. A label that Word cannot count at all ("12 bis.") gets a
definition of its own that prints it literally, with levels of its own for the sub-items; the list it stands in goes on
past it.

A file with tracked changes holds two texts: the new one, and the old one that is there again when all is rejected. Each
counts by itself, and where they start anew at the same place with the same number they share the instance.
"""

from collections import Counter, defaultdict
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
    """A w:num: its definition's index, and the level and value it starts at where that is not 1."""

    def __init__(self, number: int, definition: int, start: tuple[int, int] | None) -> None:
        self.number = number
        self.definition = definition
        self.start = start


class _Counts:
    """The running counts of one text: the instance that counts each level of a list, and where it has come to."""

    def __init__(self, current: dict[str, list[Instance]]) -> None:
        self.current = {name: list(instances) for name, instances in current.items()}
        self._counts: dict[int, dict[int, int]] = defaultdict(dict)

    def next(self, instance: Instance, level: int) -> int:
        """Return the value that the next paragraph at `level` will have."""
        begins = instance.start[1] if instance.start is not None and instance.start[0] == level else 1
        return self._counts[instance.number].get(level, begins - 1) + 1

    def count(self, instance: Instance, level: int) -> None:
        """Give the next number at `level` to a paragraph; what is deeper begins anew."""
        counts = self._counts[instance.number]
        counts[level] = self.next(instance, level)
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]


class Numbering:
    """The lists of one file; `place` is to be asked once for every label, in order."""

    def __init__(self, lists: tuple[NumberedList, ...], labels: Iterable[ListLabel], two_texts: bool = False) -> None:
        self.definitions: list[Definition] = []
        self.instances: list[Instance] = []
        self.tied: dict[str, tuple[int, int]] = {}  # style -> the level and the instance it brings to its paragraphs
        self._lists = {list_.name: list_ for list_ in lists}
        self._literals: dict[tuple[str, int, str], Instance] = {}
        uses = Counter(label.list for label in labels)
        opened = {list_.name: self._open(list_) for list_ in sorted(lists, key=lambda list_: -uses[list_.name])}
        self._new = _Counts(opened)
        self._old = _Counts(opened) if two_texts else None
        self._latest: Instance | None = None

    def _open(self, list_: NumberedList) -> list[Instance]:
        """Begin a list; a style can be tied to one level only, and those of the lists most in use come first."""
        number = len(self.instances) + 1
        styles: dict[int, str] = {}
        for level, rule in enumerate(list_.levels[:LEVELS]):
            if rule.format.digits != "none" and rule.style not in self.tied:
                styles[level] = rule.style
                self.tied[rule.style] = (level, number)
        return [self._define(Definition(list_, styles))] * len(list_.levels)

    def place(self, label: ListLabel, style: str, deleted: bool) -> tuple[int, int] | None:
        """Return the level and instance to number a paragraph with, None where its `style` brings them.

        KeyError or IndexError if the composition has no such list or level.
        """
        # Word passes over deleted paragraphs when it counts.
        self._latest = None
        if deleted and self._old is not None:
            return self._placed(label, style, self._instance(label, self._old))
        return self._placed(label, style, self._instance(label, self._new, counts=not deleted))

    def place_former(self, label: ListLabel, style: str) -> tuple[int, int] | None:
        """Return, as `place` does, what numbered the paragraph just placed in the old text.

        `label` and `style` are those it had there; KeyError or IndexError as there.
        """
        return self._placed(label, style, self._instance(label, self._old or self._new))

    def _placed(self, label: ListLabel, style: str, instance: Instance) -> tuple[int, int] | None:
        placed = (min(label.level, LEVELS - 1), instance.number)
        return None if self.tied.get(style) == placed else placed

    def _instance(self, label: ListLabel, text: _Counts, counts: bool = True) -> Instance:
        current, level = text.current[label.list], label.level
        instance = current[level]
        literal = level >= LEVELS or word_label(self._lists[label.list].levels[level], label.value) != label.text
        if literal:
            instance = self._literal(label)
        elif counts and text.next(instance, level) != label.value:
            instance = self._start(instance.definition, (level, label.value or 0))
        if counts:
            text.count(instance, level)
            first = level + 1 if literal else level
            current[first:] = [instance] * (len(current) - first)
        return instance

    def _start(self, definition: int, start: tuple[int, int]) -> Instance:
        """Return an instance that begins here: that of the other text if it has just begun the same one."""
        latest = self._latest
        if latest is None or (latest.definition, latest.start) != (definition, start):
            self._latest = latest = self._add(definition, start)
        return latest

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
