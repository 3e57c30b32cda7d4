"""How runs look: what their own properties, their style and that of their paragraph say together (17.7.2)."""

from lxml import etree
from msgspec import Struct

from editor.importing.word.names import VAL, W
from editor.importing.word.styles import Look, Style, StyleSheet, look
from editor.model.text import Mark

_CITED = "clause reference"
"""The character style of this program's references, by name in small letters."""


class RunLook(Struct, frozen=True):
    """Marks and language of a run, whether it is part of a reference of this program's, whether it is hidden."""

    marks: frozenset[Mark]
    language: str | None
    cited: bool
    hidden: bool


class Looks:
    """The looks of runs, each found out but once.

    `rejected` takes them as they were before tracked changes; with `own` marks are what differs from the paragraph's
    style, as this program writes them.
    """

    def __init__(self, sheet: StyleSheet, *, rejected: bool, own: bool) -> None:
        self._sheet = sheet
        self._rejected = rejected
        self._own = own
        self._known: dict[tuple[object, ...], RunLook] = {}

    def of(self, properties: etree._Element | None, style: Style) -> RunLook:
        """Return the look of a run with the w:rPr `properties` in a paragraph of `style`."""
        if properties is not None and self._rejected and properties.find(f"{W}rPrChange") is not None:
            return self._new(properties, style.look)
        key: tuple[object, ...] = (id(style),)
        if properties is not None:
            key += tuple((child.tag, child.get(VAL)) for child in properties)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._new(properties, style.look)
        return found

    def _new(self, properties: etree._Element | None, base: Look) -> RunLook:
        cited = False
        whole = base
        if properties is not None:
            changed = properties.find(f"{W}rPrChange/{W}rPr") if self._rejected else None
            said = properties if changed is None else changed
            named = said.find(f"{W}rStyle")
            if named is not None:
                characters = self._sheet.characters(named.get(VAL, ""))
                cited = _CITED in characters.names
                whole = characters.look.toggling(base)
            whole = look(said).over(whole)
        marks = whole.marks ^ base.marks if self._own else whole.marks
        return RunLook(marks, whole.language, cited, bool(whole.hidden))
