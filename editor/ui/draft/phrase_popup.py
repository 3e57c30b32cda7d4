"""The phrases on offer, in a small window under the words being typed. It never takes the keyboard."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetricsF,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.phrases import Offer
from editor.ui.card import SHADOW, Card, Foot
from editor.ui.theme import Theme

_LEAST_WIDTH, _MOST_WIDTH = 328, 520
_PADDING = 5  # between the card's edge and its rows
_INSET = 12  # between a row's edge and its words
_TYPE = 1.3  # of the rows, as a factor of the interface's
_GAP = 6  # between the caret and the card
_OUTDENT = 15  # how far left of the words the card begins

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Lines(QAbstractListModel):
    """The offers as Qt's model; what is painted is also the accessible text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()

    def take(self, offers: tuple[Offer, ...]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return self.offers[index.row()].words


class _Row(QStyledItemDelegate):
    """Paints a phrase, the letters that were typed in bold."""

    def __init__(self, theme: Theme, lines: _Lines, family: QFont) -> None:
        super().__init__(lines)
        self._theme, self._lines = theme, lines
        self._plain = QFont(family)
        self._plain.setPixelSize(max(1, round(theme.font("base").pixelSize() * _TYPE)))
        self._bold = QFont(self._plain)
        self._bold.setBold(True)

    def width(self, offer: Offer) -> float:
        """Return the pixels that a phrase takes."""
        return sum(QFontMetricsF(font).horizontalAdvance(words) for words, font in self._parts(offer))

    def _parts(self, offer: Offer) -> tuple[tuple[str, QFont], ...]:
        words, start, end = offer.words, offer.start, offer.end
        return (words[:start], self._plain), (words[start:end], self._bold), (words[end:], self._plain)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802, ARG002
        """Return the height of a row."""
        return QSize(1, self._theme.px("control", "row-popup"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row at `index`."""
        row = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if chosen else "hover"))
            radius = self._theme.px("control", "radius-small")
            painter.drawRoundedRect(row, radius, radius)
        painter.setPen(self._theme.colour("on-selected" if chosen else "text"))
        inset = round(_INSET * self._theme.scale)
        room = row.adjusted(inset, 0, -inset, 0)
        for words, font in self._parts(self._lines.offers[index.row()]):
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.setFont(font)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            room.setLeft(room.left() + QFontMetricsF(font).horizontalAdvance(shown))
        painter.restore()


class PhrasePopup(Card):
    """The list of phrases; `taken` says that a row was clicked, `chosen` that another one is the current."""

    taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, family: QFont) -> None:
        super().__init__(theme, parent, Qt.WindowType.ToolTip | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setObjectName("phrases")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._padding = round(_PADDING * theme.scale)
        self.list = QListView()
        self._lines = _Lines(self.list)
        self._row = _Row(theme, self._lines, family)
        self._dress_list()
        rows = QVBoxLayout()
        rows.setContentsMargins(self._padding, self._padding, self._padding, self._padding)
        rows.addWidget(self.list)
        self._foot = Foot(theme, self._padding + round(_INSET * theme.scale))
        self._foot.set_keys((self.tr("Tab takes"), self.tr("Esc closes")))
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        column.setSpacing(0)
        column.addLayout(rows)
        column.addWidget(self._foot)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _dress_list(self) -> None:
        self.list.setModel(self._lines)
        self.list.setItemDelegate(self._row)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(lambda index: self.taken.emit(self._lines.offers[index.row()]))

    def name(self, title: str) -> None:
        """Say which phrases these are."""
        if title != self.accessibleName():
            self.setAccessibleName(title)
            self.list.setAccessibleName(title)
            self._foot.set_title(title)

    def offer(self, offers: tuple[Offer, ...], words: QRect) -> None:
        """Show `offers`, the first of them chosen, for the `words` typed, which stand there in the screen's pixels."""
        self._lines.take(offers)
        self.list.setCurrentIndex(self._lines.index(0))
        self.list.setFixedHeight(self.theme.px("control", "row-popup") * len(offers))
        around = 2 * (self._padding + round(_INSET * self.theme.scale)) + 2
        width = round(max(map(self._row.width, offers))) + around
        scale = self.theme.scale
        width = min(max(width, round(_LEAST_WIDTH * scale)), round(_MOST_WIDTH * scale))
        self.setFixedWidth(width + 2 * SHADOW)
        self.adjustSize()
        self.place(words)
        self.show()

    def place(self, words: QRect) -> None:
        """Stand under `words` (in the screen's pixels), over them where there is no room below."""
        screen = self.screen().availableGeometry()
        left = min(words.left() - SHADOW - round(_OUTDENT * self.theme.scale), screen.right() - self.width())
        top = words.bottom() + _GAP - SHADOW
        if top + self.height() - SHADOW > screen.bottom():
            top = words.top() - _GAP - self.height() + SHADOW
        self.move(QPoint(max(left, screen.left() - SHADOW), max(top, screen.top() - SHADOW)))

    def step(self, rows: int) -> Offer:
        """Choose the row so many further down and return it; the ends hold. A screen reader says it."""
        row = min(max(self.list.currentIndex().row() + rows, 0), len(self._lines.offers) - 1)
        self.list.setCurrentIndex(self._lines.index(row))
        chosen = self.current()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, chosen.words))
        return chosen

    def current(self) -> Offer:
        """Return the phrase that is chosen."""
        return self._lines.offers[self.list.currentIndex().row()]

    def _recolour(self) -> None:
        self.theme.colour_view(self.list, "raised")
        self.update()
