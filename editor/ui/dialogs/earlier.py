"""Which of its earlier states a text shall have again, or which of the texts set aside shall be opened."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QPushButton, QWidget

from editor.app.counting import count_words
from editor.app.recovery import Kept
from editor.app.states import State, read_state
from editor.model.errors import EditorError
from editor.ui.dialogs.base import Dialog
from editor.ui.recovery import words
from editor.ui.theme import Theme

Earlier = State | Kept

_SHOWN = 8
"""Rows that are seen at once."""


class EarlierDialog(Dialog):
    """Asks for one of `states` of a text, or of the texts set aside."""

    def __init__(self, theme: Theme, states: list[Earlier], parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Earlier states"), parent)
        self.setObjectName("earlier")
        self.box.addStrut(round(460 * theme.scale) - 2 * theme.space(5))
        self.list = QListWidget()
        self.list.setObjectName("earlier_list")
        self.list.setAccessibleName(self.tr("Earlier states"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTabKeyNavigation(False)
        theme.colour_view(self.list, "field")
        bring, cancel = QPushButton(self.tr("&Bring back")), QPushButton(self.tr("Cancel"))
        bring.setObjectName("earlier_bring")
        cancel.clicked.connect(self.reject)
        bring.clicked.connect(self.accept)
        if states:
            self.add_sentence(
                self.tr(
                    "What is brought back is a change like any other: Undo takes it away, and files stay as they are."
                )
            )
            self.list.addItems([_said(state) for state in states])
            high = theme.px("control", "row-popup")
            for row in range(len(states)):
                self.list.item(row).setSizeHint(QSize(1, high))
            self.list.setCurrentRow(0)
            self.list.setFixedHeight(min(len(states), _SHOWN) * high + 2 * self.list.frameWidth())
            self.list.itemActivated.connect(lambda _: self.accept())
            self.box.addWidget(self.list)
            self.add_buttons(cancel, bring)
            self.list.setFocus()
        else:
            self.add_sentence(self.tr("The states of a text are kept from its second save on, the last ten of them."))
            bring.hide()
            self.add_buttons(cancel)

    @classmethod
    def ask(cls, theme: Theme, states: list[Earlier], parent: QWidget | None) -> Earlier | None:
        """Return what was chosen; None if nothing was."""
        dialog = cls(theme, states, parent)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted and bool(states)
        row = dialog.list.currentRow()
        dialog.deleteLater()
        return states[row] if chosen and row >= 0 else None


def _said(state: Earlier) -> str:
    """Return when a state was, and how long it is."""
    if isinstance(state, Kept):
        said = _tr("Set aside: {title}, {day}, {time}")
        return said.format(title=words.title(state), day=words.day(state.last), time=words.clock(state.last))
    try:
        length = _tr("{count} words").format(count=count_words(read_state(state).body))
    except EditorError:
        length = _tr("cannot be read")
    said = _tr("Until {day}, {time} · {length}")
    return said.format(day=words.day(state.when), time=words.clock(state.when), length=length)


def _tr(said: str) -> str:
    return QCoreApplication.translate("Earlier", said)
