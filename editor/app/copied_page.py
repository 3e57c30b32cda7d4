"""Copied clauses as HTML for word processors: numbers as visible words, marks kept, footnotes as Word reads them."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from editor.app.clipboard import Snippet, shown_labels
from editor.model.text import LINE_BREAK, Mark, Note, Reference, Run, Text
from editor.numbering import Labels

_TAGS: tuple[tuple[Mark, str], ...] = (
    ("bold", "b"), ("italic", "i"), ("underline", "u"), ("superscript", "sup"), ("subscript", "sub"),
)  # fmt: skip
_INDENT = 36
"""Points that each level is set in, as in the plain text two spaces."""


def page(piece: Snippet, labels: Labels, language: str) -> str:
    """Return `piece` as a page of HTML: a paragraph a clause, words of a single one as part of a line.

    `language` is that of the document. Nothing in the words is taken for markup; characters that HTML may not hold are
    none that the model holds.
    """
    writer = _Writer(labels)
    shown = shown_labels(piece, labels)
    if len(piece.clauses) == 1 and not piece.whole:
        body = f"<span>{writer.text(piece.clauses[0].text)}</span>"
    else:
        body = "\n".join(
            f'<p dir="auto" style="margin:0 0 6pt {clause.level * _INDENT}pt">{_number(label)}'
            f"{writer.text(clause.text)}</p>"
            for clause, label in zip(piece.clauses, shown, strict=True)
        )
    return (
        f'<html lang="{escape(language)}"><head><meta charset="utf-8"></head><body><!--StartFragment-->{body}'
        f"<!--EndFragment-->{writer.notes()}</body></html>"
    )


def _number(label: str) -> str:
    return f"{escape(label)}&#160;" if label else ""


class _Writer:
    """Writes the texts of one page, and keeps the footnotes for its end."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._notes: list[Note] = []

    def text(self, text: Text) -> str:
        """Return `text` as HTML."""
        return "".join(self._pieces(text))

    def _pieces(self, text: Iterable[Run | Reference | Note]) -> Iterator[str]:
        for piece in text:
            if isinstance(piece, Run):
                yield _run(piece)
            elif isinstance(piece, Reference):
                yield escape(self._labels.reference(piece))
            else:
                self._notes.append(piece)
                number = len(self._notes)
                yield (
                    f'<a style="mso-footnote-id:ftn{number}" href="#_ftn{number}" name="_ftnref{number}">'
                    f"<sup>[{number}]</sup></a>"
                )

    def notes(self) -> str:
        """Return the footnotes in the form in which Word makes footnotes of them again."""
        if not self._notes:
            return ""
        found = (
            f'<div style="mso-element:footnote" id="ftn{number}"><p><a style="mso-footnote-id:ftn{number}" '
            f'href="#_ftnref{number}" name="_ftn{number}"><sup>[{number}]</sup></a> '
            f"{''.join(self._pieces(note.text))}</p></div>"
            for number, note in enumerate(tuple(self._notes), 1)
        )
        return f'<div style="mso-element:footnote-list"><hr>{"".join(found)}</div>'


def _run(run: Run) -> str:
    words = _spaced(escape(run.text, quote=False)).replace(LINE_BREAK, "<br>")
    for mark, tag in _TAGS:
        if mark in run.marks:
            words = f"<{tag}>{words}</{tag}>"
    if run.language:
        words = f'<span lang="{escape(run.language)}">{words}</span>'
    return words


def _spaced(words: str) -> str:
    """Return `words` with the spaces that HTML would run together, or drop, made ones that stay."""
    words = re.sub(" (?= )", "\u00a0", words.replace("\t", "  "))
    return words.replace("\u00a0", "&#160;").replace("\u202f", "&#8239;")
