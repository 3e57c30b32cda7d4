"""The part that defines the lists (ECMA-376 part 1, 17.9), all definitions before their instances."""

import re
import zlib

from editor.compose.composition import ListLevel, Style
from editor.export.docx.counting import LEVELS, Definition, Instance, Numbering
from editor.export.docx.formats import word_number
from editor.export.docx.markup import escape, twips
from editor.export.docx.package import W

_NARROW = frozenset(" .,;:'()/-fijltI")

_NEAREST = {"decimal": "decimal", "letters": "lowerLetter", "roman": "lowerRoman", "none": "none"}
"""What goes on counting in Word where it has no counterpart of a format; labels printed so far are literal there."""


def write_numbering(numbering: Numbering, styles: dict[str, Style], style_ids: dict[str, str]) -> str:
    """Return word/numbering.xml for the lists as they were counted."""
    definitions = (
        _definition(index, definition, styles, style_ids) for index, definition in enumerate(numbering.definitions)
    )
    instances = map(_instance, numbering.instances)
    return f"<w:numbering {W}>{''.join(definitions)}{''.join(instances)}</w:numbering>"


def num_pr(placed: tuple[int, int] | None) -> str:
    """Return the w:numPr for a level and an instance, empty for None."""
    if placed is None:
        return ""
    level, number = placed
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def indents(style: Style, labelled: bool) -> str:
    """Return the w:ind of `style`: its text's edge, from which a label hangs out to the left."""
    right = f' w:right="{twips(style.right)}"' if style.right else ""
    hang = twips(style.hang) if labelled else 0
    label = f' w:hanging="{hang}"' if hang else ' w:firstLine="0"'
    return f'<w:ind w:left="{twips(style.indent)}"{right}{label}/>'


def _definition(index: int, definition: Definition, styles: dict[str, Style], style_ids: dict[str, str]) -> str:
    levels = definition.list.levels
    # Word takes lists with the same nsid for the same list when text is pasted from one document into another.
    seed = f"{index} {definition.list.name} {definition.literal or ''}"
    nsid = f"{zlib.crc32(seed.encode('utf-8', 'replace')) or 1:08X}"
    parts = [
        f'<w:abstractNum w:abstractNumId="{index}"><w:nsid w:val="{nsid}"/>',
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{nsid}"/>',
    ]
    for place in range(LEVELS):
        level = levels[min(place, len(levels) - 1)]  # those that the composition does not use repeat its last
        literal = definition.literal if place == definition.level else None
        style_id = style_ids.get(definition.styles.get(place, ""), "")
        parts.append(_level(place, level, literal, style_id, styles[level.style]))
    return "".join([*parts, "</w:abstractNum>"])


def _level(place: int, level: ListLevel, literal: str | None, style_id: str, style: Style) -> str:
    number, text = _number_format(level), _level_text(place, level, literal)
    tie = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    fits = literal is None or _width(literal) * style.size < style.hang
    suffix = "nothing" if not text else "tab" if style.hang and fits else "space"
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{number}"/>{tie}<w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indents(style, labelled=True)}</w:pPr></w:lvl>"
    )


def _width(label: str) -> float:
    """Return about how wide `label` is with the space after it, as a share of the type size.

    A label too wide for its place is followed by a space: after a tab the text would begin at some later tab stop.
    """
    return 0.25 + sum(0.28 if one in _NARROW else 0.7 if one.isupper() else 0.5 for one in label)


def _number_format(level: ListLevel) -> str:
    word = level.format.word
    return word if word_number(word, 1) else _NEAREST[level.format.digits]


def _level_text(place: int, level: ListLevel, literal: str | None) -> str:
    """Return the w:lvlText, in which %1 to %9 stand for numbers; a word joiner keeps other text from looking so."""
    if literal is None and level.format.digits == "none":
        return ""
    pieces = [re.sub(r"%(?=[0-9])", "%\u2060", piece) for piece in (literal or level.format.label).split("{}")]
    return "{}".join(pieces) if literal is not None else f"%{place + 1}".join(pieces)


def _instance(instance: Instance) -> str:
    override = ""
    if instance.start is not None:
        level, value = instance.start
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{value}"/></w:lvlOverride>'
    return f'<w:num w:numId="{instance.number}"><w:abstractNumId w:val="{instance.definition}"/>{override}</w:num>'
