"""Formats of the drafting surface: what a run, a reference, a note and a row look like, and how to read them back.

What the model must get back stands in properties of its own, never in how something looks.
"""

from typing import cast

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextFormat

from editor.model.text import NO_MARKS, Mark, Run
from editor.templating.schema import Template
from editor.ui.draft.looks import Look
from editor.ui.theme import Theme

_OWN = QTextFormat.Property.UserProperty.value
INSTANCE = _OWN + 1
"""A number of its own for each reference and note, or Qt would take equal neighbours for one."""
WORDS = _OWN + 2
"""The words that a reference or note mark shows."""
BROKEN = _OWN + 3
"""Whether a reference has lost its target."""
MARKS = _OWN + 4
LANGUAGE = _OWN + 5

REFERENCE = QTextFormat.ObjectTypes.UserObject.value + 1
NOTE = QTextFormat.ObjectTypes.UserObject.value + 2

_DRAWN_ZOOM = 108.0
"""The zoom, in per cent, at which the tokens' measures of the draft hold."""


class Metrics:
    """The measures of the surface in pixels, for one theme, template and zoom (per cent)."""

    def __init__(self, theme: Theme, template: Template, zoom: int) -> None:
        self._theme = theme
        self._styles = template.file.styles
        clause = self._styles.get("clause")
        self.size = (clause.size if clause else 12.0) * zoom / 100.0
        family = template.file.fonts["serif"].family if "serif" in template.file.fonts else "Liberation Serif"
        self.font = QFont([family, "Liberation Serif", "Tinos", "Times New Roman", "serif"])
        self.font.setPointSizeF(self.size)
        self.scale = zoom / _DRAWN_ZOOM
        metrics = QFontMetricsF(self.font)
        em = self.size * metrics.fontDpi() / 72.0
        self.line_height = em * float(theme.token("type", "draft", "line"))
        self.line_percent = 100.0 * self.line_height / max(metrics.height(), 1.0)
        self.sign_height = self.draft("item-indent") + 12.0 * self.scale

    def draft(self, name: str) -> float:
        """Return the token [size.draft] `name` at this zoom."""
        return float(self._theme.token("size", "draft", name)) * self.scale

    def first_row(self, looks: tuple[Look, ...]) -> int:
        """Return the room needed over the first row: Qt leaves out the gap there."""
        return round(self.sign_height) if looks and looks[0].sign else 0

    def row(self, look: Look) -> QTextBlockFormat:
        """Return the format of a row with `look`."""
        gap = self.sign_height if look.sign else self.draft(f"{look.gap}-gap")
        block = QTextBlockFormat()
        block.setTopMargin(round(gap))
        block.setLeftMargin(round(look.indent * self.draft("item-indent")))
        block.setLineHeight(self.line_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return block

    def words(self, look: Look) -> QTextCharFormat:
        """Return the format of words without marks in a row with `look`."""
        found = QTextCharFormat()
        style = self._styles.get(look.style)
        if style and style.bold:
            found.setFontWeight(QFont.Weight.Bold)
        if style and style.italic:
            found.setFontItalic(True)
        return found


def run_format(
    base: QTextCharFormat, marks: frozenset[Mark], language: str | None, shown: frozenset[Mark] = NO_MARKS
) -> QTextCharFormat:
    """Return the format of a run in a row whose plain words are in `base`; `shown` are marks it looks to have too."""
    found = QTextCharFormat(base)
    if marks:
        found.setProperty(MARKS, " ".join(sorted(marks)))
    if marks or shown:
        _show_marks(found, marks | shown)
    if language is not None:
        found.setProperty(LANGUAGE, language)
    return found


def _show_marks(found: QTextCharFormat, marks: frozenset[Mark]) -> None:
    if "bold" in marks:
        found.setFontWeight(QFont.Weight.Bold)  # also where the style is bold, as in print
    if "italic" in marks:
        found.setFontItalic(not found.fontItalic())
    if "underline" in marks:
        found.setFontUnderline(True)
    if "superscript" in marks:
        found.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif "subscript" in marks:
        found.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)


def object_format(kind: int, instance: int, words: str, broken: bool) -> QTextCharFormat:
    """Return the format of a reference or note mark that shows `words`."""
    found = QTextCharFormat()
    found.setObjectType(kind)
    found.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    found.setProperty(INSTANCE, instance)
    found.setProperty(WORDS, words)
    found.setProperty(BROKEN, broken)
    return found


def read_run(text: str, found: QTextCharFormat) -> Run:
    """Return the run that stands in the document as `text` with format `found`."""
    marks = str(found.property(MARKS) or "").split()
    language = found.property(LANGUAGE)
    return Run(text, frozenset(cast(list[Mark], marks)), None if language is None else str(language))
