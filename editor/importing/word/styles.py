"""The style sheet of a Word file, as far as it says what a paragraph is (ECMA-376 part 1, 17.7)."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from editor.importing.word.names import W, measure, number, switched, value
from editor.model.text import NO_MARKS, Mark

_HEADING = "heading "
_TITLES = {"title": 1, "subtitle": 2}
_LONGEST_CHAIN = 30
_TOGGLES: tuple[tuple[str, Mark], ...] = (("b", "bold"), ("i", "italic"))
_VERTICAL: dict[str, Mark] = {"superscript": "superscript", "subscript": "subscript"}


class Look(Struct, frozen=True):
    """What properties say of a run: None where they say nothing. `vertical` is empty for neither up nor down."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    vertical: str | None = None
    language: str | None = None
    hidden: bool | None = None

    def over(self, below: "Look") -> "Look":
        """Return this look where it says something, else `below`."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.underline if self.underline is None else self.underline,
            below.vertical if self.vertical is None else self.vertical,
            self.language or below.language,
            below.hidden if self.hidden is None else self.hidden,
        )

    def toggling(self, below: "Look") -> "Look":
        """Return the look of a character style in a paragraph of `below`: bold in bold is not bold (17.7.3)."""
        found = self.over(below)
        turned = {
            name: not getattr(below, name)
            for _, name in _TOGGLES
            if getattr(self, name) and getattr(below, name) is not None
        }
        return replace(found, **turned) if turned else found

    @property
    def marks(self) -> frozenset[Mark]:
        """The marks that a text has for it."""
        if self == _PLAIN:
            return NO_MARKS
        found: set[Mark] = {name for _, name in _TOGGLES if getattr(self, name)}
        if self.underline:
            found.add("underline")
        if self.vertical in _VERTICAL:
            found.add(_VERTICAL[self.vertical])
        return frozenset(found)


_PLAIN = Look()


def look(properties: etree._Element | None) -> Look:
    """Return what the w:rPr `properties` say."""
    if properties is None or not len(properties):
        return _PLAIN
    line = value(properties, "u")
    return Look(
        switched(properties, "b"),
        switched(properties, "i"),
        line not in ("none", "0") if line else None,
        value(properties, "vertAlign") or None,
        value(properties, "lang").partition("-")[0].lower() or None,
        switched(properties, "vanish"),
    )


class Layout(Struct, frozen=True):
    """What properties say of a paragraph: its list (w:numId and w:ilvl), edges in twips, level in the outline.

    `first` is where its first line begins, from the left edge: below 0 where that hangs out.
    """

    list: int | None = None
    level: int | None = None
    left: int | None = None
    first: int | None = None
    outline: int | None = None

    def over(self, below: "Layout") -> "Layout":
        """Return this layout where it says something, else `below`."""
        return Layout(*(
            ours if ours is not None else theirs
            for ours, theirs in (
                (self.list, below.list), (self.level, below.level), (self.left, below.left), (self.first, below.first),
                (self.outline, below.outline),
            )
        ))  # fmt: skip


def layout(properties: etree._Element | None) -> Layout:
    """Return what the w:pPr `properties` say."""
    if properties is None:
        return Layout()
    numbered = properties.find(f"{W}numPr")
    list_ = level = None
    if numbered is not None:
        list_ = number(value(numbered, "numId", "0")) if numbered.find(f"{W}numId") is not None else None
        level = number(value(numbered, "ilvl", "0")) if numbered.find(f"{W}ilvl") is not None else None
    left, first = edges(properties.find(f"{W}ind"))
    outline = properties.find(f"{W}outlineLvl")
    return Layout(list_, level, left, first, None if outline is None else number(value(properties, "outlineLvl"), 9))


def edges(indents: etree._Element | None) -> tuple[int | None, int | None]:
    """Return the left edge and the start of the first line from it that a w:ind says."""
    if indents is None:
        return None, None
    left = measure(indents.get(f"{W}start", indents.get(f"{W}left")))
    hanging = measure(indents.get(f"{W}hanging"))
    return left, -hanging if hanging is not None else measure(indents.get(f"{W}firstLine"))


class Style(Struct, frozen=True):
    """A style with what it inherits; `names` are its own name and those of the styles below it, in small letters."""

    names: tuple[str, ...] = ()
    look: Look = _PLAIN
    layout: Layout = Layout()

    @property
    def heading(self) -> int:
        """Its rank as a heading, 0 for text."""
        for name in self.names:
            if name in _TITLES:
                return _TITLES[name]
            if name.startswith(_HEADING) and name.removeprefix(_HEADING).isdigit():
                return int(name.removeprefix(_HEADING))
        outline = self.layout.outline
        return 0 if outline is None or outline > 8 else outline + 1


class StyleSheet:
    """The styles by id; one that is not there is as the default one."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self.paragraph = ""
        self._base = _PLAIN
        for element in root.iter(f"{W}style") if root is not None else ():
            name = element.get(f"{W}styleId", "")
            self._elements.setdefault(name, element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default", "0") in ("1", "true", "on"):
                self.paragraph = self.paragraph or name
        if root is not None:
            self._base = look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    @property
    def language(self) -> str:
        """The language that words have of which nothing else is said, empty where that is not said either."""
        return self._base.language or ""

    def style(self, name: str) -> Style:
        """Return the paragraph style `name` over the document's defaults."""
        if name not in self._known:
            self._known[name] = self._merged(name, Style((), self._base))
        return self._known[name]

    def characters(self, name: str) -> Style:
        """Return the character style `name` alone."""
        key = f"\0{name}"
        if key not in self._known:
            self._known[key] = self._merged(name, Style())
        return self._known[key]

    def _merged(self, name: str, base: Style) -> Style:
        names: list[str] = []
        found, placed = base.look, base.layout
        for element in reversed(list(self._chain(name or self.paragraph))):
            names.append(value(element, "name").casefold())
            found = look(element.find(f"{W}rPr")).over(found)
            placed = layout(element.find(f"{W}pPr")).over(placed)
        return Style(tuple(reversed(names)), found, placed)

    def _chain(self, name: str) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on."""
        seen: set[str] = set()
        while name in self._elements and name not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(name)
            yield self._elements[name]
            name = value(self._elements[name], "basedOn")
