"""What all our own dialogs have in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.ui.theme import Theme


class Dialog(QDialog):
    """Base of our own dialogs: a heading, what they ask, and a row of buttons at the right."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(heading)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(*[theme.space(5)] * 4)
        self.box.setSpacing(theme.space(3))
        title = QLabel(heading)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setFont(theme.font("heading"))
        self.box.addWidget(title)

    def add_sentence(self, sentence: str) -> None:
        """Add a sentence below what is there."""
        words = QLabel(sentence)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.box.addWidget(words)

    def add_buttons(self, *buttons: QPushButton, first: QWidget | None = None) -> None:
        """Add the row of `buttons`; the last one is the main one. `first` stands at the other end of it."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.space(2))
        if first:
            row.addWidget(first)
        row.addStretch(1)
        for button in buttons:
            button.setAutoDefault(False)
            row.addWidget(button)
        buttons[-1].setDefault(True)
        buttons[-1].setFocus()
        self.box.addSpacing(self.theme.space(2))
        self.box.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as all that is in it, where the screen allows: Qt takes two thirds of the screen at most.

        Sentences of several lines may need more at this width than Qt's first guess, which is for another one.
        """
        super().showEvent(event)
        high = min(self.sizeHint().height(), round(self.screen().availableSize().height() * 0.9))
        self.resize(self.width(), max(self.height(), high, self.box.minimumHeightForWidth(self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press at Enter the button that has the keyboard; Qt would press the main one."""
        button = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)
