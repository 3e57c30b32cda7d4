"""What becomes of a text that is not saved."""

from typing import Literal

from PySide6.QtWidgets import QPushButton, QWidget

from editor.ui.dialogs.base import Dialog
from editor.ui.theme import Theme

Answer = Literal["save", "discard", "cancel"]


class UnsavedDialog(Dialog):
    """Asks what becomes of a text that is not saved."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Keep the changes to “{title}”?").format(title=title), parent)
        self.setObjectName("unsaved")
        self.answer: Answer = "cancel"
        self.add_sentence(self.tr("They are not in a file yet and are gone once the text is closed without saving."))
        buttons: tuple[tuple[str, Answer], ...] = (
            (self.tr("&Discard"), "discard"),
            (self.tr("Cancel"), "cancel"),
            (self.tr("&Save"), "save"),
        )
        self.add_buttons(*[self._button(words, answer) for words, answer in buttons])

    def _button(self, words: str, answer: Answer) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"unsaved_{answer}")
        button.clicked.connect(lambda: self._take(answer))
        return button

    def _take(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()

    @classmethod
    def ask(cls, theme: Theme, title: str, parent: QWidget | None) -> Answer:
        """Return the answer; closing the dialog is "cancel"."""
        dialog = cls(theme, title, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer
