"""The lists of words that inputs offer while one types: dressed like every other popup."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QMoveEvent, QPainter, QPainterPath, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from editor.ui.theme import Theme

MOST_ROWS = 7
"""How many rows are seen at once; the rest is scrolled to."""

_PADDING = 5  # between the popup's edge and its rows, at the drawn size as all that follow
_GAP = 4  # between the input and the popup, a part of its window in which nothing is painted
_INSET = 10  # between a row's edge and its words
_WIDEST = 360
_Index = QModelIndex | QPersistentModelIndex


def meant(typed: str, offers: Iterable[str]) -> str:
    """Return the one of `offers` that was typed, or else that alone begins so, "" if there is none: "Swe" is Sweden."""
    words = typed.strip().casefold()
    begun = [offer for offer in offers if words and offer.casefold().startswith(words)]
    same = [offer for offer in begun if offer.casefold() == words]
    return (same or begun)[0] if same or len(begun) == 1 else ""


def dress(completer: QCompleter, theme: Theme) -> "Offers":
    """Give `completer` a list in the colours of `theme`, which finds the typed words wherever they stand."""
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(MOST_ROWS)
    offers = Offers(theme)
    completer.setPopup(offers)
    offers.serve(completer)
    return offers


class _Row(QStyledItemDelegate):
    """Paints a row as the lists of phrases and of clauses have them."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802, ARG002
        return QSize(1, self._theme.px("control", "row-popup"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state: QStyle.StateFlag = option.state
        row = QRectF(option.rect)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            outlined = self._theme.outlined and not chosen
            painter.setPen(QPen(self._theme.colour("focus"), 1) if outlined else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if chosen else "hover"))
            radius = self._theme.px("control", "radius-small")
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5) if outlined else row, radius, radius)
        inset = round(_INSET * self._theme.scale)
        room = row.adjusted(inset, 0, -inset, 0)
        font = self._theme.font("base")
        words = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setFont(font)
        painter.setPen(self._theme.colour("on-selected" if chosen else "text"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()


class Offers(QListView):
    """The popup of a completer, in a window of its own. It is as wide as its longest words, as high as its rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shaped = QGuiApplication.platformName() == "xcb"  # nothing may shine through there: see `Card`
        self.setObjectName("offers")
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._shaped)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self._dress)
        self._dress()

    def serve(self, completer: QCompleter) -> None:
        """Show what `completer` finds."""
        self.setItemDelegate(_Row(self._theme, self))  # a completer gives its popup one that is not ours
        metrics = QFontMetrics(self._theme.font("base"))
        source = completer.model()
        words = (str(source.index(row, 0).data()) for row in range(source.rowCount()))
        around = 2 * round((_INSET + _PADDING) * self._theme.scale) + round(16 * self._theme.scale)
        widest = max(map(metrics.horizontalAdvance, words), default=0) + around
        self.setMinimumWidth(min(widest, round(_WIDEST * self._theme.scale)))
        found = completer.completionModel()
        found.modelReset.connect(self._fit)
        found.layoutChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows, before the completer asks where so much room is."""
        rows = min(max(self.model().rowCount(), 1), MOST_ROWS)
        edge = round(_PADDING * self._theme.scale) + self._theme.px("control", "border") + _GAP
        self.setFixedHeight(rows * self._theme.px("control", "row-popup") + 2 * edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the window's shape that of the popup, where nothing may stand around it."""
        super().resizeEvent(event)
        if self._shaped:
            path = QPainterPath()
            radius = self._theme.px("control", "radius-large")
            path.addRoundedRect(QRectF(self.rect()).adjusted(0, _GAP, 0, -_GAP), radius, radius)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def event(self, event: QEvent) -> bool:
        """Paint border and ground around the rows: a style sheet paints neither where the window is translucent."""
        if event.type() != QEvent.Type.Paint:
            return super().event(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("hairline"), self._theme.px("control", "border")))
        painter.setBrush(self._theme.colour("raised"))
        radius = self._theme.px("control", "radius-large")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, _GAP + 0.5, -0.5, -_GAP - 0.5), radius, radius)
        painter.end()
        return True

    def moveEvent(self, event: QMoveEvent) -> None:
        """Stay on the screen: the completer thinks of the input's width only."""
        super().moveEvent(event)
        room = self.screen().availableGeometry()
        left = max(room.left(), min(self.x(), room.right() + 1 - self.width()))
        if left != self.x():
            self.move(left, self.y())

    def _dress(self) -> None:
        theme = self._theme
        theme.colour_view(self, "raised")
        padding = round(_PADDING * theme.scale) + theme.px("control", "border")
        self.setStyleSheet(
            f"QListView#offers {{ background: transparent; border: none; margin: {_GAP}px 0; padding: {padding}px; }}"
        )
