"""What can be done to clauses in the outline: each command builds a change for the chosen ones and applies it."""

from collections.abc import Callable, Iterable
from typing import Literal, Protocol

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from editor.app import arranging, clipboard
from editor.app.copied_page import page
from editor.app.spans import Edit
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.changes import Change
from editor.model.errors import EditError, EditorError
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution

Builder = Callable[[Resolution, Grammar, Iterable[str]], Change]


class Chooser(Protocol):
    """Where clauses are chosen; the outline is one."""

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen clauses."""

    def choose(self, ids: Iterable[str]) -> None:
        """Choose the clauses `ids`, the first of which the text then shows."""

    def refuse(self, error: EditError) -> None:
        """Say that an edit is not possible here."""

    def write(self) -> None:
        """Give the keyboard to the text."""


class Commands:
    """The commands of one outline on one workspace; `who` makes the changes.

    `tell` is called with one sentence on what a paste guessed, or why it did not.
    """

    def __init__(self, workspace: Workspace, chooser: Chooser, who: QObject) -> None:
        self._workspace, self._chooser, self._who = workspace, chooser, who
        self.tell: Callable[[str], None] = _say_nothing

    # Places and levels

    def move(self, step: Literal[-1, 1]) -> None:
        """Move the chosen clauses up (-1) or down (1), with all below them."""
        self._arrange(lambda state, grammar, ids: edits.move_by(state, grammar, ids, step))

    def move_up(self) -> None:
        """Move the chosen clauses up."""
        self.move(-1)

    def move_down(self) -> None:
        """Move the chosen clauses down."""
        self.move(1)

    def indent(self) -> None:
        """Make the chosen clauses sub-items of what stands before them."""
        self._arrange(edits.indent)

    def outdent(self) -> None:
        """Take the chosen clauses one level out."""
        self._arrange(edits.outdent)

    def can(self, command: Literal["move_up", "move_down", "indent", "outdent"]) -> bool:
        """Return whether the grammar lets the chosen clauses do that."""
        builders: dict[str, Builder] = {
            "move_up": lambda state, grammar, ids: edits.move_by(state, grammar, ids, -1),
            "move_down": lambda state, grammar, ids: edits.move_by(state, grammar, ids, 1),
            "indent": edits.indent,
            "outdent": edits.outdent,
        }
        try:
            builders[command](self._workspace.resolution, self._workspace.grammar, self._chooser.chosen())
        except EditError:
            return False
        return True

    # Adding and taking away

    def add_clause(self) -> None:
        """Begin a clause after the last chosen one, and go to the text."""
        ids = self._chooser.chosen()
        if ids:
            self._do(lambda state, grammar: arranging.add_after(state, grammar, ids[-1]), write=True)

    def add_to_part(self, at: int, kind: Literal["preambular", "operative"]) -> None:
        """Begin a clause of `kind` before position `at`, and go to the text."""
        self._do(lambda state, grammar: arranging.add_at(state, grammar, at, kind), write=True)

    def delete(self) -> None:
        """Take the chosen clauses out of the text with all below them."""
        ids = self._chooser.chosen()
        if ids:
            self._do(
                lambda state, grammar: Edit(
                    edits.delete(state, grammar, ids), (arranging.beside(self._workspace.body, ids), 0)
                )
            )

    def duplicate(self) -> None:
        """Put copies of the chosen clauses after them."""
        ids = self._chooser.chosen()
        if not ids:
            return
        try:
            edit, heads = arranging.duplicate(self._workspace.resolution, self._workspace.grammar, ids)
        except EditError as error:
            self._chooser.refuse(error)
            return
        self._apply(edit.change, heads)

    # Clipboard

    def copy(self) -> None:
        """Put the chosen clauses on the clipboard with all below them."""
        self._put_on_clipboard(moved=False)

    def cut(self) -> None:
        """Put the chosen clauses on the clipboard and take them out of the text."""
        if not self._workspace.read_only and self._put_on_clipboard(moved=True):
            self.delete()

    def _put_on_clipboard(self, *, moved: bool) -> bool:
        ids = self._chooser.chosen()
        if not ids:
            return False
        piece = arranging.picked(self._workspace.body, ids, moved=moved)
        data = QMimeData()
        data.setData(clipboard.MIME, QByteArray(clipboard.encode(piece)))
        data.setText(clipboard.plain(piece, self._workspace.labels))
        data.setHtml(page(piece, self._workspace.labels, self._workspace.resolution.language))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def can_paste(self) -> bool:
        """Return whether there are clauses or words on the clipboard, and a clause to put them after."""
        data = QGuiApplication.clipboard().mimeData()
        return bool(self._chooser.chosen() and data and (data.hasFormat(clipboard.MIME) or data.hasText()))

    def paste(self) -> None:
        """Put what is on the clipboard after the last chosen clause: our own clauses, else words of other programs."""
        ids, data = self._chooser.chosen(), QGuiApplication.clipboard().mimeData()
        if not ids or not data or self._workspace.read_only:
            return
        piece = clipboard.decode(bytes(data.data(clipboard.MIME).data())) if data.hasFormat(clipboard.MIME) else None
        if piece:
            found = piece
            self._do(lambda state, grammar: arranging.paste_after(state, grammar, ids[-1], found))
        elif data.hasHtml() or data.text():
            self._read(ids[-1], data.html() if data.hasHtml() else "", data.text())

    def _read(self, clause_id: str, page: str, words: str) -> None:
        """Paste words of other programs, and tell what was guessed."""
        from editor.app.telling import told_sentence
        from editor.app.wording import sentence

        template, state = self._workspace.template, self._workspace.resolution
        try:
            pasted = arranging.read_after(state, template, clause_id, page, words)
        except EditError as error:
            self._chooser.refuse(error)
            return
        except EditorError as failure:
            self.tell(sentence(failure, QCoreApplication.translate))
            return
        self._apply(pasted.edit.change, (pasted.edit.caret[0],))
        told = told_sentence(pasted.told, QCoreApplication.translate)
        if told:
            self.tell(told)

    # The common way

    def _arrange(self, build: Builder) -> None:
        ids = self._chooser.chosen()
        if not ids:
            return
        try:
            change = build(self._workspace.resolution, self._workspace.grammar, ids)
        except EditError as error:
            self._chooser.refuse(error)
            return
        self._apply(change, ids)

    def _do(self, build: Callable[[Resolution, Grammar], Edit], *, write: bool = False) -> None:
        try:
            edit = build(self._workspace.resolution, self._workspace.grammar)
        except EditError as error:
            self._chooser.refuse(error)
            return
        self._apply(edit.change, (edit.caret[0],))
        if write:
            self._chooser.write()

    def _apply(self, change: Change, ids: Iterable[str]) -> None:
        """Apply `change` as a step of its own, then choose the clauses `ids`."""
        self._workspace.history.close()
        self._workspace.apply(change, self._who)
        self._chooser.choose(ids)


def _say_nothing(sentence: str) -> None:
    """Take a sentence that nobody wants."""
