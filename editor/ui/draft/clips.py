"""What the clipboard and other programs take from the drafting surface, and what it takes from them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from editor.app import clipboard, drafting
from editor.app.copied_page import page
from editor.app.moving import carry
from editor.app.spans import Edit, Span, whole_clauses
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.edits import Place
from editor.model.errors import EditError, EditorError
from editor.ui.draft.doing import Doing, Hand


class Clips(Doing):
    """Copying, cutting and pasting; `tell` is called with one sentence on what a paste guessed, or why it did not."""

    def __init__(self, workspace: Workspace, hand: Hand) -> None:
        super().__init__(workspace, hand)
        self.tell: Callable[[str], None] = _say_nothing

    def copy(self) -> None:
        """Put the selection on the clipboard."""
        data = self.copied()
        if data:
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Put the selection on the clipboard and take it out of the text: whole clauses go as such."""
        data = self.copied(moved=True)
        if not data:
            return
        QGuiApplication.clipboard().setMimeData(data)
        span = self._span()
        ids = whole_clauses(self._workspace.body, span)
        if ids:
            self._do(lambda state, grammar: Edit(edits.delete(state, grammar, ids), self._beside(ids)))
        else:
            self._do(lambda state, grammar: drafting.delete(state, grammar, span))

    def paste_clipboard(self) -> None:
        """Put what is on the clipboard in place of the selection."""
        data = QGuiApplication.clipboard().mimeData()
        if data:
            self.paste(data)

    def select_all(self) -> None:
        """Select the whole text."""
        self._hand.selectAll()

    def copied(self, *, moved: bool = False) -> QMimeData | None:
        """Return the selection for the clipboard, None if nothing is selected."""
        span = self._hand.span()
        if span is None or span.empty:
            return None
        piece = clipboard.snippet(self._workspace.body, span, moved=moved)
        data = QMimeData()
        data.setData(clipboard.MIME, QByteArray(clipboard.encode(piece)))
        data.setText(clipboard.plain(piece, self._workspace.labels))
        data.setHtml(page(piece, self._workspace.labels, self._workspace.resolution.language))
        return data

    def _beside(self, ids: tuple[str, ...]) -> Place:
        """Return where the caret goes when the clauses `ids` are taken away."""
        body = self._workspace.body
        at = next(at for at, clause in enumerate(body) if clause.id == ids[0])
        after = body[at + len(ids) : at + len(ids) + 1] or body[max(at - 1, 0) : at]
        return (after[0].id, 0) if after else (ids[0], 0)

    def paste(self, data: QMimeData) -> None:
        """Put what `data` holds in place of the selection: our own clauses, a page's or Word's words, or plain ones."""
        span = self._span()
        piece = clipboard.decode(bytes(data.data(clipboard.MIME).data())) if data.hasFormat(clipboard.MIME) else None
        if piece:
            self._do(lambda state, grammar: clipboard.paste(state, grammar, span, piece))
        elif data.hasHtml() or data.text():
            self._read(span, data.html() if data.hasHtml() else "", data.text())

    def takes(self, data: QMimeData) -> bool:
        """Return whether `data` holds words; files are for the window to open."""
        if data.hasFormat(clipboard.MIME) or data.hasHtml():
            return True
        return data.hasText() and not any(url.isLocalFile() for url in data.urls())

    def carry(self, span: Span, place: Place, *, copy: bool) -> None:
        """Move or copy what `span` selects to `place`, and select it there if it stands in one line."""
        try:
            carried = carry(self._workspace.resolution, self._workspace.grammar, span, place, copy=copy)
        except EditError as error:
            self._hand.refuse(error)
            return
        if carried:
            self._do(lambda *_: carried.edit)
            self._hand.put_span(carried.start, carried.edit.caret)

    def put_caret(self, place: Place) -> None:
        """Put the caret at `place`, where something is dropped."""
        self.caret_jumped()
        self._hand.put_span(place, place)

    def paste_words(self) -> None:
        """Put the clipboard's plain words in place of the selection as they are: no number, level or mark is read."""
        words = QGuiApplication.clipboard().text()
        if not words:
            return
        from editor.app.pasting import check_size

        span = self._span()
        with self._telling():
            check_size(words)
            self._do(lambda state, grammar: clipboard.paste_plain(state, grammar, span, words))

    def _read(self, span: Span, page: str, words: str) -> None:
        """Paste words of other programs, and tell what was guessed."""
        from editor.app.pasting import paste_html, paste_text
        from editor.app.telling import told_sentence

        template, state = self._workspace.template, self._workspace.resolution
        with self._telling():
            pasted = (
                paste_html(state, template, span, page, words) if page else paste_text(state, template, span, words)
            )
            self._do(lambda *_: pasted.edit)
            told = told_sentence(pasted.told, QCoreApplication.translate)
            if told:
                self.tell(told)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell why a paste could not be; what the grammar forbids is refused as with any key."""
        from editor.app.wording import sentence

        try:
            yield
        except EditError as error:
            self._hand.refuse(error)
        except EditorError as failure:
            self.tell(sentence(failure, QCoreApplication.translate))


def _say_nothing(sentence: str) -> None:
    """Take a sentence that nobody wants."""
