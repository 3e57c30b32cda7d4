"""The quiet offer: while "paragraph 1" is typed, the clauses it may mean. It never takes the keyboard."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from editor.app.referring import Target
from editor.ui.references.popup import Popup
from editor.ui.theme import Theme


class Offer(Popup):
    """The clauses on offer; `taken` carries the one that was clicked."""

    taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(theme, parent, flags)
        self.setObjectName("reference_offer")
        self.setAccessibleName(self.tr("Clauses to refer to"))
        self.name(self.tr("Clauses"), (self.tr("Tab takes"), self.tr("Esc closes")))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._clicked)

    def offer(self, targets: tuple[Target, ...], caret: QRect) -> None:
        """Show `targets` under `caret`, in the screen's pixels."""
        self.list.take(targets)
        self.list.fit(len(targets))
        self.place(caret)
        self.show()

    def _clicked(self, index: QModelIndex) -> None:
        self.taken.emit(self.list.targets[index.row()])
