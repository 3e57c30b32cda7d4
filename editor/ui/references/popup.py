"""A small window over the text with a list of clauses in it, and a foot that names the keys."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.card import SHADOW, Card, Foot
from editor.ui.references.rows import TargetList
from editor.ui.theme import Theme

_WIDTH = 372
_PADDING = 5  # between the card's edge and its rows
_INSET = 12  # between a row's edge and its words
_GAP = 3  # between the caret and the card


class Popup(Card):
    """A list of clauses in a small window; `flags` say what kind of window it is.

    `column` is where the list stands, and what a kind of popup has beside it.
    """

    def __init__(self, theme: Theme, parent: QWidget, flags: Qt.WindowType) -> None:
        super().__init__(theme, parent, flags)
        padding = round(_PADDING * theme.scale)
        self.list = TargetList(theme)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(theme.space(1))
        self.column.addWidget(self.list)
        self._foot = Foot(theme, padding + round(_INSET * theme.scale))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        whole.setSpacing(0)
        whole.addLayout(self.column)
        whole.addWidget(self._foot)
        self.setFixedWidth(round(_WIDTH * theme.scale) + 2 * SHADOW)
        theme.changed.connect(self.update)

    def name(self, title: str, keys: tuple[str, ...]) -> None:
        """Call the list `title`, and say in the foot what `keys` do."""
        self.list.setAccessibleName(title)
        self._foot.set_title(title)
        self._foot.set_keys(keys)

    def place(self, caret: QRect) -> None:
        """Stand under `caret` (in the screen's pixels), over it where there is no room below."""
        self.adjustSize()
        screen = (self.parentWidget() or self).screen().availableGeometry()
        left = min(caret.left() - SHADOW - round(_INSET * self.theme.scale), screen.right() - self.width())
        top = caret.bottom() + _GAP - SHADOW
        if top + self.height() - SHADOW > screen.bottom():
            top = caret.top() - _GAP - self.height() + SHADOW
        self.move(QPoint(max(left, screen.left() - SHADOW), max(top, screen.top() - SHADOW)))
