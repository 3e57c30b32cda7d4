"""The footnotes of a text one under the other, scrolled where they are many."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.app.workspace import Workspace
from editor.model.notes import note_places
from editor.ui.notes.note_field import NoteField
from editor.ui.notes.row import NoteRow
from editor.ui.notes.slip import NoteText
from editor.ui.theme import Theme

_HEIGHT = 168
"""How high the rows may get before they scroll, at the drawn size."""


class NoteRows(QScrollArea):
    """A row for every note of `workspace`; `put` and `drop` are called with a note's id, `smart` as `NoteField` says.

    `left` says that somebody wants to go back to the text, `orphaned` that the row with the keyboard is gone.
    """

    left = Signal()
    orphaned = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        put: Callable[[str, NoteText], None],
        drop: Callable[[str], None],
        smart: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._workspace, self._theme = workspace, theme
        self._put, self._drop, self._smart = put, drop, smart
        self.by_id: dict[str, NoteRow] = {}
        self._labels: object = None
        self._current: str | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, theme.space(1))
        self._column.setSpacing(0)
        self._list.installEventFilter(self)
        self.setWidget(self._list)

    def show_notes(self) -> None:
        """Show the notes as they are now."""
        places = note_places(self._workspace.body)
        self._current = None
        present = {place.note.id for place in places}
        for note_id in [known for known in self.by_id if known not in present]:
            self._take_away(self.by_id.pop(note_id))
        for at, (_, _, note) in enumerate(places):
            row = self.by_id.get(note.id) or self._add(note.id)
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
                row.show()
            row.show_number(at + 1)
            row.field.show_text(note.text)
        self.by_id = {note.id: self.by_id[note.id] for _, _, note in places}
        self.setVisible(bool(places))
        self.show_references()
        self._fit()

    def show_references(self) -> None:
        """Show the present numbers in the notes' references."""
        if self._labels is not self._workspace.labels.by_place:
            self._labels = self._workspace.labels.by_place
            for row in self.by_id.values():
                row.field.refresh()

    def show_current(self, note_id: str | None) -> None:
        """Show that the caret is at the note `note_id`."""
        if note_id == self._current:
            return
        self._current = note_id
        for known, row in self.by_id.items():
            row.show_current(known == note_id)
            if known == note_id:
                self.ensureWidgetVisible(row, 0, 0)

    def focused(self) -> str | None:
        """Return the id of the note that has the keyboard."""
        focus = QApplication.focusWidget()
        held = (known for known, row in self.by_id.items() if focus is not None and row.isAncestorOf(focus))
        return next(held, None)

    def _add(self, note_id: str) -> NoteRow:
        field = NoteField(self._workspace, self._theme, lambda text: self._put(note_id, text), self._smart)
        row = NoteRow(self._theme, field, lambda: self._drop(note_id))
        row.set_read_only(self._workspace.read_only)
        row.field.left.connect(self.left)
        row.field.jumped.connect(self._workspace.history.close)
        row.field.installEventFilter(self)
        self.by_id[note_id] = row
        return row

    def _take_away(self, row: NoteRow) -> None:
        focus = QApplication.focusWidget()
        held = focus is not None and row.isAncestorOf(focus)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if held:
            self.orphaned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Be as high as the rows need; show which field has the keyboard."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._list:
            QTimer.singleShot(0, self, self._fit)
        elif event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut} and isinstance(watched, QWidget):
            row = watched.parentWidget()
            if row:
                row.update()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        height = self._list.sizeHint().height()
        self.setFixedHeight(min(height, round(_HEIGHT * self._theme.scale)))
