"""What is done with a file that somebody else has open."""

from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from editor.app.locking import Holder
from editor.ui.dialogs.base import Dialog
from editor.ui.theme import Theme

HeldAnswer = Literal["read", "copy", "over", "cancel"]


class HeldDialog(Dialog):
    """Asks what is done with the file `name` that `holder` has open."""

    def __init__(self, theme: Theme, name: str, holder: Holder, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("{name} is open elsewhere").format(name=name), parent)
        self.setObjectName("held")
        self.box.addStrut(round(460 * theme.scale) - 2 * theme.space(5))
        self.answer: HeldAnswer = "cancel"
        self.add_sentence(held_sentence(holder))
        if not holder.certain:
            words = self.tr("Whether that program still runs cannot be seen from here; if it does not, open it anyway.")
            self.add_sentence(words)
        buttons: list[tuple[str, HeldAnswer]] = [
            (self.tr("Cancel"), "cancel"),
            (self.tr("Work on a &copy"), "copy"),
            (self.tr("&Read along"), "read"),
        ]
        if not holder.certain:
            buttons.insert(1, (self.tr("Open &anyway"), "over"))
        self.add_buttons(*[self._button(words, answer) for words, answer in buttons])

    def _button(self, words: str, answer: HeldAnswer) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"held_{answer}")
        button.clicked.connect(lambda: self._take(answer))
        return button

    def _take(self, answer: HeldAnswer) -> None:
        self.answer = answer
        self.accept()

    @classmethod
    def ask(cls, theme: Theme, name: str, holder: Holder, parent: QWidget | None) -> HeldAnswer:
        """Return the answer; closing the dialog is "cancel"."""
        dialog = cls(theme, name, holder, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer


def held_sentence(holder: Holder) -> str:
    """Return who has a file open, and what can be done."""
    if not holder.person:
        return _tr("Another program has this file open; that text is untouched, so read along or work on a copy.")
    words = _tr("{person} has this file open on {host}; that text is untouched, so read along or work on a copy.")
    return words.format(person=holder.person, host=holder.host)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Held", words)
