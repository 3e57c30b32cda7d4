"""Asks for a number that the counting would not give."""

from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from editor.ui.cover.plain import Line, captioned
from editor.ui.dialogs.base import Dialog
from editor.ui.theme import Theme


class NumberAnswer(NamedTuple):
    """The number that was asked for; None counts again."""

    number: str | None


class NumberDialog(Dialog):
    """Asks for the number of a clause, which is counted as `counted` or, if set by hand, `number`."""

    def __init__(self, theme: Theme, counted: str, number: str | None, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Number of this clause"), parent)
        self.setObjectName("number")
        self.box.addStrut(round(380 * theme.scale) - 2 * theme.space(5))
        self.add_sentence(
            self.tr("Digits go on counting from there. Other signs, as in “12 bis”, stand outside the count.")
        )
        self.answer: NumberAnswer | None = None
        self.line = Line(theme, self.tr("Number"))
        self.line.show_value(number if number is not None else counted)
        self.line.selectAll()
        self.box.addWidget(captioned(theme, self.line.accessibleName(), self.line))
        cancel, count, take = (QPushButton(words) for words in (self.tr("Cancel"), self.tr("Count"), self.tr("Set")))
        count.setObjectName("number_count")
        count.setToolTip(self.tr("Give the clause the number that counting gives"))
        count.setEnabled(number is not None)
        take.setObjectName("number_set")
        cancel.clicked.connect(self.reject)
        count.clicked.connect(lambda: self._take(None))
        take.clicked.connect(lambda: self._take(self.line.value()))
        self.add_buttons(cancel, count, take)
        self.line.setFocus()

    def _take(self, number: str | None) -> None:
        self.answer = NumberAnswer(number)
        self.accept()

    @classmethod
    def ask(cls, theme: Theme, counted: str, number: str | None, parent: QWidget | None) -> NumberAnswer | None:
        """Return the answer; None if the dialog was closed."""
        dialog = cls(theme, counted, number, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.answer
        dialog.deleteLater()
        return answer if accepted else None
