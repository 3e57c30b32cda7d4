"""The strip below the text: every footnote a row, written there and kept by the text's own undo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.app.spans import Span
from editor.app.workspace import Workspace
from editor.model.changes import Change
from editor.model.edits import Place
from editor.model.errors import EditError
from editor.model.ids import new_id
from editor.model.notes import delete_note, find_note, note_at, set_note
from editor.model.resolution import Resolution
from editor.model.text import Note, Run
from editor.model.tree import find
from editor.ui.draft.surface import Draft
from editor.ui.notes.rows import NoteRows
from editor.ui.notes.slip import NoteText
from editor.ui.theme import Theme


class NotesStrip(QWidget):
    """The footnotes of one workspace; `closed` says that somebody closed the strip."""

    closed = Signal()

    def __init__(self, workspace: Workspace, draft: Draft, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes")
        self.setAccessibleName(self.tr("Footnotes"))
        self._workspace, self._draft, self._theme = workspace, draft, theme
        self._numbers: dict[str, int] | None = None
        self._empty = QLabel(self.tr("No footnotes in this text."))
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("role", "caption")
        self._empty.setContentsMargins(theme.space(4), 0, theme.space(4), theme.space(2))
        self._rows = NoteRows(workspace, theme, self._put, self._drop, lambda: draft.commands.smart_typing)
        self._rows.left.connect(self.back)
        self._rows.orphaned.connect(draft.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._empty)
        column.addWidget(self._rows)
        workspace.listen(self._on_change)
        draft.caret_moved.connect(self._follow_caret)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._show_notes()

    def _head(self) -> QWidget:
        theme = self._theme
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(theme.space(4), theme.space(1), theme.space(2), 0)
        title = QLabel(self.tr("Footnotes"))
        title.setFont(theme.font("part"))
        title.setProperty("role", "caption")
        hint = QLabel(self.tr("Esc goes back to the text"))
        hint.setFont(theme.font("caption"))
        hint.setProperty("role", "caption")
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setObjectName("notes_close")
        self._close.setAccessibleName(self.tr("Close the footnotes"))
        self._close.setToolTip(self._close.accessibleName())
        self._close.clicked.connect(self.closed)
        line.addWidget(title, 1)
        line.addWidget(hint)
        line.addWidget(self._close)
        return head

    def detach(self) -> None:
        """Follow the workspace no more."""
        self._workspace.leave(self._on_change)
        self._draft.caret_moved.disconnect(self._follow_caret)

    # Where one is

    def focus_first(self) -> None:
        """Go to the note at the caret, else to the first."""
        rows = list(self._rows.by_id.values())
        row = next((row for row in rows if row.current), rows[0] if rows else None)
        (row.field.focus_end if row else self._close.setFocus)()

    def open_note(self, note_id: str) -> None:
        """Go to the note `note_id`, if it is there."""
        row = self._rows.by_id.get(note_id)
        if row:
            self._rows.show_current(note_id)
            row.field.focus_end()

    def footnote(self) -> None:
        """Do what the key for footnotes stands for: write one at the caret, and in the strip go back to the text.

        Behind a mark it goes to that note.
        """
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.back()
            return
        span = self._draft.span()
        note = self._note_at(span.end) if span else None
        if note:
            self.open_note(note.id)
        elif not self._workspace.read_only:
            self._add(span.end if span else None)

    def _add(self, place: Place | None) -> None:
        note = Note(new_id())
        if place:
            self._draft.commands.replace(Span(place, place), (note,))
        else:
            self._draft.commands.put((note,))
        self.open_note(note.id)

    def back(self) -> None:
        """Go back to the text, behind the mark of the note one is in."""
        note_id = self._rows.focused()
        if note_id:
            place = find_note(self._workspace.body, note_id)
            spot = (place.clause, place.offset + 1)
            self._draft.put_span(spot, spot)
        self._draft.setFocus()

    def _note_at(self, place: Place) -> Note | None:
        return note_at(find(self._workspace.body, place[0]).text, place[1])

    def _follow_caret(self) -> None:
        place = self._draft.caret()
        if place is None or place[0] not in self._workspace.labels.places:
            self._rows.show_current(None)
            return
        text = find(self._workspace.body, place[0]).text
        near = self._note_at(place) or next((piece for piece in text if isinstance(piece, Note)), None)
        self._rows.show_current(near.id if near else None)

    # What is written

    def _put(self, note_id: str, text: NoteText) -> None:
        count = sum(len(piece.text.split()) if isinstance(piece, Run) else 1 for piece in text)
        key = ("note", note_id, str(count))
        try:
            self._workspace.apply(set_note(self._workspace.resolution, note_id, text), self, key)
        except EditError as error:
            self._draft.refuse(error)

    def _drop(self, note_id: str) -> None:
        place = find_note(self._workspace.body, note_id)
        self._workspace.apply(delete_note(self._workspace.resolution, note_id), self)
        self._draft.put_span((place.clause, place.offset), (place.clause, place.offset))
        self._draft.setFocus()

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        if self._numbers is not self._workspace.note_numbers:
            self._show_notes()
        else:
            self._rows.show_references()

    def _show_notes(self) -> None:
        self._numbers = self._workspace.note_numbers
        self._rows.show_notes()
        self._empty.setVisible(not self._numbers)
        self._follow_caret()

    # Look

    def _recolour(self) -> None:
        self._close.setIcon(self._theme.icon("x", 15 * self._theme.scale))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the hairline over the strip."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
        painter.end()
