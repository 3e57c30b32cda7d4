"""The parts of the window side by side: outline at the left, the text with its strips, one panel at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
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
        self.outline_pane, self._drafts, self.panel = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self._text = QWidget()
        self._text_box = QVBoxLayout(self._text)
        self._text_box.setContentsMargins(0, 0, 0, 0)
        self._text_box.setSpacing(0)
        self._text_box.addWidget(self._drafts, 1)
        for place, side in enumerate((self.outline_pane, self._text, self.panel)):
            self._splitter.addWidget(side)
            self._splitter.setStretchFactor(place, int(place == 1))
        self.panel.hide()
        self.outline_pane.setMinimumWidth(theme.px("window", "outline-min"))
        self.outline_pane.setMaximumWidth(theme.px("window", "outline-max"))
        least = min(theme.px("window", "panel-min"), self.screen().availableSize().width() // 2 - theme.space(2))
        self._text.setMinimumWidth(least)  # with large type a window must still go on the screen
        self.panel.setMinimumWidth(least)
        self.panel.setMaximumWidth(theme.px("window", "panel-max"))
        self._splitter.setSizes([theme.px("window", "outline"), theme.px("window", "outline-folds-below"), 0])
        self._folded = False
        self._widths: dict[str, int] = {}
        self._strips: dict[str, QWidget] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(self._splitter, 1)

    def take(self, session: Session) -> None:
        """Show the views of `session`; those of the one before are its own to take away."""
        self.show_panel(None)
        self._strips.clear()
        self.outline_pane.addWidget(session.pane)
        self.outline_pane.setCurrentWidget(session.pane)
        self._drafts.addWidget(session.draft)
        self._drafts.setCurrentWidget(session.draft)

    # Panels

    def show_panel(self, panel: QWidget | None, width: int = 0) -> None:
        """Open the panel with `panel` in it, `width` pixels wide where nobody drew it wider; None folds it away.

        In a narrow window the outline makes room, and comes back when the panel goes.
        """
        before = self.panel.currentWidget()
        if before and not self.panel.isHidden():
            self._widths[before.objectName()] = self.panel.width()
        self.panel.setVisible(panel is not None)
        if panel is not None:
            self.panel.addWidget(panel)
            self.panel.setCurrentWidget(panel)
            self._make_room()
            width = self._widths.get(panel.objectName(), width)
            sizes = self._splitter.sizes()
            self._splitter.setSizes([sizes[0], sizes[1] + sizes[2] - width, width])
        elif self._folded:
            self.outline_pane.show()
            self._folded = False

    def _make_room(self) -> None:
        narrow = self.width() < self._theme.px("window", "outline-folds-below")
        if narrow and not self.outline_pane.isHidden():
            self.outline_pane.hide()
            self._folded = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the outline back where the window has become wide enough for it."""
        super().resizeEvent(event)
        if self._folded and event.size().width() >= self._theme.px("window", "outline-folds-below"):
            self.outline_pane.show()
            self._folded = False

    def open_panel(self) -> str:
        """Return the name of the panel that is open, an empty string if none is."""
        panel = self.panel.currentWidget()
        return panel.objectName() if panel and not self.panel.isHidden() else ""

    def show_outline(self, shown: bool) -> None:
        """Show or fold away the outline."""
        self._folded = False
        self.outline_pane.setVisible(shown)

    # Strips under the text

    def show_strip(self, strip: QWidget) -> None:
        """Show `strip` under the text, below those that are there."""
        if strip.objectName() not in self._strips:
            self._strips[strip.objectName()] = strip
            self._text_box.addWidget(strip)
        strip.show()

    # The keyboard's way

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through: the panes and strips that are open, from left to right."""
        strips = [strip for strip in self._strips.values() if not strip.isHidden()]
        sides = (self.outline_pane, self._drafts, self.panel)
        outline, draft, panel = (None if side.isHidden() else side.currentWidget() for side in sides)
        return [pane for pane in (outline, draft, *strips, panel) if pane is not None]

    # What is remembered

    def widths(self) -> dict[str, int]:
        """Return the width of the outline and of every panel that was open."""
        name = self.open_panel()
        found = dict(self._widths)
        if name:
            found[name] = self.panel.width()
        if not self.outline_pane.isHidden():
            found["outline"] = self.outline_pane.width()
        return found

    def set_widths(self, widths: dict[str, int]) -> None:
        """Give the outline, and panels when they open, these widths."""
        self._widths = {name: width for name, width in widths.items() if name != "outline"}
        if "outline" in widths:
            sizes = self._splitter.sizes()
            self._splitter.setSizes([widths["outline"], sizes[0] + sizes[1] - widths["outline"], sizes[2]])
