"""A column that is shown whole where the screen has room for it, and scrolls where not: small screens, large type."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_AROUND = 16  # lines of the interface's type that window frame, heading, buttons and the system's bars take


class Column(QScrollArea):
    """Shows `content`; the keyboard brings into sight what it comes to (Qt sees to that)."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the content, as far as the screen has room."""
        return self._fitted(self._content.sizeHint())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the width of the content, and a height in which some of it is read."""
        least = self._fitted(self._content.minimumSizeHint())
        return QSize(least.width(), min(least.height(), 8 * self.fontMetrics().lineSpacing()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Ask for room again when the content does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _fitted(self, size: QSize) -> QSize:
        room = self.screen().availableSize().height() - _AROUND * self.fontMetrics().lineSpacing()
        if self._content.sizeHint().height() <= room:
            return size
        return QSize(size.width() + self.verticalScrollBar().sizeHint().width(), max(min(size.height(), room), 1))
