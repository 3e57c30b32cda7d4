"""The parts of the window side by side: outline at the left, the text, one panel at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QStackedWidget, QVBoxLayout, QWidget

from editor.ui.theme import Theme
from editor.ui.window.bars import Strip
from editor.ui.window.session import Session


class _Handle(QSplitterHandle):
    """One pixel to see; Qt lets the mouse take hold beside it as well."""

    def __init__(self, splitter: "Splitter") -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._theme = splitter.theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("hairline"))
        painter.end()


class Splitter(QSplitter):
    """A row of panes with hairlines between."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme = theme
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802
        """Return a handle of our kind."""
        return _Handle(self)


class Shell(QWidget):
    """The window's middle. The panel at the right shows one thing at a time, or is folded away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.strip = Strip(theme)
        self._splitter = Splitter(theme)
        self._sides = [QStackedWidget(), QStackedWidget(), QStackedWidget()]
        self.outline_pane, self.text_pane, self.panel = self._sides
        for side in self._sides:
            self._splitter.addWidget(side)
        self.panel.hide()
        self.outline_pane.setMinimumWidth(theme.px("window", "outline-min"))
        self.outline_pane.setMaximumWidth(theme.px("window", "outline-max"))
        self.text_pane.setMinimumWidth(theme.px("window", "panel-min"))
        self.panel.setMinimumWidth(theme.px("window", "panel-min"))
        self.panel.setMaximumWidth(theme.px("window", "panel-max"))
        for place in range(3):
            self._splitter.setStretchFactor(place, int(place == 1))
        self._splitter.setSizes([theme.px("window", "outline"), theme.px("window", "outline-folds-below"), 0])
        self._folded = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(self._splitter, 1)

    def take(self, session: Session) -> None:
        """Show the views of `session`."""
        self.outline_pane.addWidget(session.outline)
        self.outline_pane.setCurrentWidget(session.outline)
        self.text_pane.addWidget(session.draft)
        self.text_pane.setCurrentWidget(session.draft)

    def show_panel(self, panel: QWidget | None, width: int = 0) -> None:
        """Open the panel with `panel` in it, `width` pixels wide; None folds it away.

        In a narrow window the outline makes room, and comes back when the panel goes.
        """
        self.panel.setVisible(panel is not None)
        if panel is not None:
            self.panel.addWidget(panel)
            self.panel.setCurrentWidget(panel)
            if self.width() < self._theme.px("window", "outline-folds-below") and not self.outline_pane.isHidden():
                self.outline_pane.hide()
                self._folded = True
            sizes = self._splitter.sizes()
            self._splitter.setSizes([sizes[0], sizes[1] + sizes[2] - width, width])
        elif self._folded:
            self.outline_pane.show()
            self._folded = False

    def show_outline(self, shown: bool) -> None:
        """Show or fold away the outline."""
        self._folded = False
        self.outline_pane.setVisible(shown)

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through: the panes that are open, from left to right."""
        shown = [side.currentWidget() for side in self._sides if not side.isHidden()]
        return [pane for pane in shown if pane is not None]
