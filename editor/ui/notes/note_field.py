"""The field of one footnote: words with marks, and references as chips."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor

from editor.app.referring import as_read
from editor.app.typography import typed
from editor.app.workspace import Workspace
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, Mark, Reference, Run, Text, cut, flatten, set_mark
from editor.templating.schema import Template
from editor.ui.draft.formats import INSTANCE, Metrics, read_run, run_format
from editor.ui.draft.inline import InlineObjects
from editor.ui.draft.keys import is_words
from editor.ui.notes.field import Field
from editor.ui.notes.slip import NoteText, Slip
from editor.ui.theme import Theme

_MARKS: tuple[tuple[QKeySequence.StandardKey, Mark], ...] = (
    (QKeySequence.StandardKey.Italic, "italic"),
    (QKeySequence.StandardKey.Bold, "bold"),
)


def _font(theme: Theme, template: Template) -> QFont:
    """Return the font of footnotes at the usual zoom."""
    zoom = int(theme.token("size", "draft", "zoom-default"))
    font = Metrics(theme, template, zoom).font
    note = template.file.styles.get("note")
    if note:
        font.setPointSizeF(note.size * zoom / 100.0)
    return font


class NoteField(Field):
    """Shows the text of one note of `workspace`; `put` is called with the new one when somebody changed it.

    `smart` tells whether quotes, spaces and dashes become those of the language.
    """

    def __init__(
        self, workspace: Workspace, theme: Theme, put: Callable[[NoteText], None], smart: Callable[[], bool]
    ) -> None:
        super().__init__(theme, "")
        self.setObjectName("note_text")
        self._workspace = workspace
        self._put = put
        self._smart = smart
        self._fixed: tuple[Resolution, int] | None = None
        self._given: NoteText = ()
        self.document().setDefaultFont(_font(theme, workspace.template))
        self._inline = InlineObjects(theme, self)
        self._inline.register(self.document())
        self._slip = Slip(self.document(), self._words_of)
        self.edited.connect(self._take)
        self.cursorPositionChanged.connect(self._leave_piece)

    def show_text(self, text: NoteText) -> None:
        """Show `text`; the caret goes to what is other than before."""
        self._given = text
        self.showing += 1
        end = self._slip.show(text)
        if end >= 0:
            cursor = self.textCursor()
            cursor.setPosition(end)
            self.setTextCursor(cursor)
        self.showing -= 1

    def refresh(self) -> None:
        """Show the present numbers in references."""
        self.showing += 1
        at = self.textCursor().position()
        self._slip.refresh()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.showing -= 1

    def toggle(self, mark: Mark) -> None:
        """Set or take away `mark` on the selection, or for the words typed next."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        if not cursor.hasSelection():
            run = read_run("", self.currentCharFormat())
            self.setCurrentCharFormat(run_format(QTextCharFormat(), run.marks ^ {mark}, run.language))
            return
        low, high = (self._slip.offset(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        runs = [piece for piece in cut(self._given, low, high) if isinstance(piece, Run)]
        on = not all(mark in run.marks for run in runs)
        text = set_mark(self._given, low, high, mark, on)
        self.jumped.emit()
        self._change(tuple(piece for piece in text if isinstance(piece, Run | Reference)))
        self.jumped.emit()
        self._select(low, high)

    def _select(self, low: int, high: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._slip.position(low))
        cursor.setPosition(self._slip.position(high), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _take(self) -> None:
        text = self._slip.text()
        if text != self._given:
            self._change(text)

    def _change(self, text: NoteText) -> None:
        self.show_text(text)
        self._put(text)

    def _words_of(self, reference: Reference) -> tuple[str, bool]:
        labels = self._workspace.labels
        return labels.reference(reference), not labels.resolves(reference)

    def _leave_piece(self) -> None:
        """Type beside a reference as plain words, not in its format."""
        if not self.textCursor().hasSelection() and self.currentCharFormat().property(INSTANCE) is not None:
            self.setCurrentCharFormat(QTextCharFormat())

    def keeps(self, event: QKeyEvent) -> bool:
        """Keep the keys of the marks: the window's are for the text."""
        return super().keeps(event) or any(event.matches(key) for key, _ in _MARKS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set marks; the rest is as in every field."""
        for key, mark in _MARKS:
            if event.matches(key):
                self.toggle(mark)
                event.accept()
                return
        super().keyPressEvent(event)

    def press(self, event: QKeyEvent) -> None:
        """Put the signs of print in place of those typed; Backspace gives these back."""
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers() and self._take_back():
            return
        revision = self.document().revision()
        super().press(event)
        if self.document().revision() != revision and is_words(event) and self._smart():
            self._fix(event.text())

    def _fix(self, words: str) -> None:
        end = self._slip.offset(self.textCursor().position())
        flat = flatten(self._given)
        start = end - len(words)
        if start < 0 or flat[start:end] != words:
            return
        fix = typed(flat[:start], words, flat[end:], self._workspace.resolution.language)
        if fix:
            self.jumped.emit()
            cursor = self.textCursor()
            cursor.setPosition(self._slip.position(start - fix.back))
            cursor.setPosition(self._slip.position(end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(fix.text)
            self.jumped.emit()
            self._fixed = (self._workspace.resolution, self.textCursor().position())

    def _take_back(self) -> bool:
        """Give back what was typed, if the signs of print have just been put in its place; say whether they had."""
        state, place = self._fixed or (None, -1)
        if state is not self._workspace.resolution or place != self.textCursor().position():
            return False
        self._fixed = None
        self._workspace.undo()
        return True

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Return the selected words, references as they read."""
        cursor = self.textCursor()
        low, high = (self._slip.offset(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        picked: Text = cut(self._given, low, high)
        data = QMimeData()
        data.setText(as_read(picked, self._workspace.labels).replace(LINE_BREAK, "\n"))
        return data

    def focus_end(self) -> None:
        """Take the keyboard, the caret at the end."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
