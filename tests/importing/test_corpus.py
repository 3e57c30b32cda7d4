"""Published texts of the United Nations, whose structure their markup says: written out as text and read again."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

import pytest
from lxml import etree
from msgspec.structs import replace

from editor.importing import import_text
from editor.model.grammar import Grammar
from editor.model.text import clean, flatten
from editor.templating.schema import Template
from tests.importing.outlines import template

Row = tuple[str, int, str, str]
"""Kind, level, typed number and words."""


def _united_nations() -> Template:
    file = template().file
    rules = tuple(rule for rule in file.numbering.rules if rule.kind not in ("preambular", "part"))
    grammar = Grammar(phases=("enacting", "preambular", "operative"))
    return replace(template(), file=replace(file, grammar=grammar, numbering=replace(file.numbering, rules=rules)))


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _find(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (found for found in element.iter() if isinstance(found.tag, str) and _local(found) == name)


def _words(element: etree._Element) -> str:
    return " ".join(clean("".join(str(text) for text in element.itertext())).replace("\u2028", " ").split())


def _paragraphs(element: etree._Element) -> list[str]:
    return [words for paragraph in _find(element, "p") if (words := _words(paragraph))]


class _Rows:
    """The clauses of one document, a number without a text going to the next one that has none."""

    def __init__(self, root: etree._Element) -> None:
        self.rows: list[Row] = []
        self._number = ""
        for note in list(_find(root, "authorialNote")):
            tail = note.tail
            note.clear()
            note.tail = tail
        for part in next(_find(root, "preamble")):
            kind = "enacting" if _local(part) == "formula" else "preambular"
            self.rows += [(kind, 0, "", words) for words in _paragraphs(part)]
        for part in next(_find(root, "mainBody")):
            self._walk(part, 0)

    def _walk(self, element: etree._Element, level: int) -> None:
        for part in element:
            if _local(part) == "num":
                self._number = _words(part)
            elif _local(part) == "point":
                self._walk(part, level + 1)
            elif _local(part) in ("list", "sublist"):
                self._walk(part, level)
            else:
                self._take(part, level)

    def _take(self, part: etree._Element, level: int) -> None:
        for words in _paragraphs(part):
            self.rows.append(("item" if level else "operative", level, self._number, words))
            self._number = ""


def _written(title: str, rows: list[Row], width: int) -> str:
    lines = [title]
    for _, level, number, words in rows:
        indent, label = "   " * level, f"{number} " if number else ""
        hang = indent + " " * len(label)
        text = fill(words, width, initial_indent=indent + label, subsequent_indent=hang, break_on_hyphens=False)
        lines.append(text if width < 1000 else indent + label + words)
    return "\n\n".join(lines)


@pytest.mark.parametrize(("width", "at_least"), [(72, 0.9), (10_000, 0.95)])
def test_english_resolutions_are_read_as_their_markup_has_them(shared: Path, width: int, at_least: float) -> None:
    under = _united_nations()
    exact, count = 0, 0
    for path in sorted((shared / "corpus" / "un-akn4un" / "english").glob("*.xml")):
        root = etree.parse(path).getroot()
        rows = _Rows(root).rows
        title = next((_words(found) for found in _find(root, "docTitle")), "")
        body = import_text(_written(title, rows, width), under).resolution.body
        read = [(clause.kind, clause.level, flatten(clause.text)) for clause in body]
        exact += read == [(kind, level, words) for kind, level, _, words in rows]
        count += 1
    assert count == 48
    assert exact >= at_least * count
