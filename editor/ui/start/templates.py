"""The list of what a new text can be: bodies as captions, their kinds of paper below, each with its little page."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QMenu, QStyledItemDelegate, QStyleOptionViewItem

from editor.templating.schema import PaperKind, Template
from editor.ui.messages import language_name
from editor.ui.start.lists import Index, RowList, Rows, paint_ground, row_roles
from editor.ui.start.thumbnail import HIGH, WIDE, paint_thumbnail
from editor.ui.start.words import kind_name, parts_words, text_words
from editor.ui.theme import Theme

ROW = 92
_CAPTION = 40
_INSET = 12
_TEXT = 80
_LARGER = 1.12  # what a kind is called, beside the base size


class Row(NamedTuple):
    """A body, or one of its kinds of paper, with what is said of that; `text` shows its text, not its cover sheet."""

    template: Template
    kind: PaperKind | None = None
    words: str = ""
    text: bool = False


class TemplateList(RowList):
    """The kinds of paper of all templates; `wanted` carries template, kind and, where one was chosen, the language."""

    wanted = Signal(object, str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "start_templates", self.tr("Kinds of paper for a new resolution"))
        self._lines: Rows[Row] = Rows(self)
        self.setModel(self._lines)
        self.setItemDelegate(RowDelegate(theme, self))
        self.chosen.connect(lambda row: self._want(row, ""))

    def show_templates(self, templates: Mapping[str, Template]) -> None:
        """Show the kinds of paper that have a text."""
        rows: list[tuple[Row, str, bool]] = []
        for template in templates.values():
            rows.append((Row(template), template.file.name, False))
            for row in _kinds(template):
                name = kind_name(template, row.kind) if row.kind else ""
                rows.append((row, f"{name}, {template.file.name}: {row.words}", True))
        self._lines.show_rows(rows)
        self.take_first()
        self.updateGeometry()

    def row(self, index: Index) -> Row:
        """Return what stands at `index`."""
        return self._lines.rows[index.row()]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the languages in which a text of the row can begin."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if index.isValid() and self.row(index).kind:
            self.setCurrentIndex(index)
            at = self.visualRect(index).center() if keyboard else event.pos()
            self._offer_languages(index.row(), at)

    def _offer_languages(self, row: int, at: QPoint) -> None:
        menu = QMenu(self)
        for language in self._lines.rows[row].template.file.languages:
            action = QAction(self.tr("Begin in {language}").format(language=language_name(language)), menu)
            action.triggered.connect(lambda _=False, code=language.code: self._want(row, code))
            menu.addAction(action)
        menu.exec(self.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _want(self, row: int, language: str) -> None:
        template, kind, _, _ = self._lines.rows[row]
        if kind is not None:
            self.wanted.emit(template, kind.id, language)


def _kinds(template: Template) -> Iterator[Row]:
    """Yield a row for each kind of paper that has a text: by its parts, and where those are another's, by its text."""
    known: set[str] = set()
    for kind in template.file.kinds:
        if not kind.body:
            continue
        parts = parts_words(kind)
        as_text = parts in known or not kind.cover
        known.add(parts)
        yield Row(template, kind, text_words(template) if as_text else parts, as_text)


class RowDelegate(QStyledItemDelegate):
    """Paints the rows in the colours of `theme`."""

    def __init__(self, theme: Theme, view: TemplateList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return the height of a row; it takes what width there is."""
        if self._view.row(index).kind:
            return QSize(1, round(ROW * self._theme.scale))
        return QSize(1, round(_CAPTION * self._theme.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row `index`."""
        row = self._view.row(index)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is None:
            self._paint_caption(painter, rect, row.template.file.name)
        else:
            selected = paint_ground(painter, self._theme, self._view, option)
            self._paint_kind(painter, rect, row, row.kind, selected)
        painter.restore()

    def _paint_caption(self, painter: QPainter, rect: QRectF, words: str) -> None:
        scale = self._theme.scale
        painter.setFont(self._theme.font("part"))
        painter.setPen(self._theme.colour("text-2"))
        room = rect.adjusted(_INSET * scale, 0, 0, -5 * scale)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)

    def _paint_kind(self, painter: QPainter, rect: QRectF, row: Row, kind: PaperKind, selected: bool) -> None:
        theme, scale = self._theme, self._theme.scale
        top = rect.top() + (rect.height() - HIGH * scale) / 2
        corner = QRectF(rect.left() + _INSET * scale, top, WIDE * scale, HIGH * scale)
        paint_thumbnail(painter, corner, theme, row.template, kind, sheet_of_text=row.text)
        room = rect.adjusted(_TEXT * scale, 0, -_INSET * scale, 0)
        name = QFont(theme.font("base"))
        name.setPixelSize(round(name.pixelSize() * _LARGER))
        name.setWeight(QFont.Weight.Medium)
        loud, quiet = row_roles(theme, selected)
        middle = rect.center().y()
        for font, role, line_top, words in (
            (name, loud, middle - 23 * scale, kind_name(row.template, kind)),
            (theme.font("base"), quiet, middle + scale, row.words),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            line = QRectF(room.left(), line_top, room.width(), 22 * scale)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
