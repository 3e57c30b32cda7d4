"""When typing asks for a reference: the offer opens behind "paragraph ", follows the digits, and gives way."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from editor.app.referring import Asked, Target, asked, numbered, targets
from editor.app.spans import Span
from editor.app.workspace import Workspace
from editor.model.edits import Place
from editor.model.text import Reference, flatten
from editor.model.tree import find
from editor.ui.draft.surface import Draft
from editor.ui.theme import Theme

if TYPE_CHECKING:
    from editor.ui.references.offer import Offer

_TAKE = {Qt.Key.Key_Tab, Qt.Key.Key_Right}
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LEAVE = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OWN = {*_TAKE, *_STEPS, Qt.Key.Key_Escape}
_LEFT = {QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowDeactivate}


class Offering(QObject):
    """Watches what is typed in one draft; `wanted` tells whether to offer anything."""

    def __init__(self, draft: Draft, workspace: Workspace, theme: Theme, wanted: Callable[[], bool]) -> None:
        super().__init__(draft)
        self._draft, self._workspace, self._theme = draft, workspace, theme
        self._wanted = wanted
        self.popup: Offer | None = None
        self._refused: Place | None = None
        self._known: tuple[object, str, tuple[Target, ...]] | None = None
        draft.add_key_filter(self._key)
        draft.typed.connect(self._typed)
        draft.caret_moved.connect(self._caret_moved)
        draft.verticalScrollBar().valueChanged.connect(self.close)

    @property
    def open(self) -> bool:
        """Whether the offer is on the screen."""
        return self.popup is not None and self.popup.isVisible()

    def close(self) -> None:
        """Take the offer away."""
        if self.popup and self.open:
            self._draft.removeEventFilter(self)
            self._draft.window().removeEventFilter(self)
            self.popup.hide()

    def asked(self) -> Asked | None:
        """Return what the words before the caret ask for."""
        span = self._draft.span()
        if span is None or not span.empty:
            return None
        clause_id, offset = span.start
        before = flatten(find(self._workspace.body, clause_id).text)[:offset]
        return asked(before, self._workspace.scheme)

    def _typed(self, _: str) -> None:
        if self._wanted() and not self._draft.isReadOnly():
            self._update()

    def _caret_moved(self) -> None:
        if self.open:
            self._update()

    def _update(self) -> None:
        found, caret = self.asked(), self._draft.caret()
        if found is None or caret is None:
            self._refused = None
            self.close()
        elif (caret[0], found.start) != self._refused:
            self._show(numbered(self._targets(caret[0]), found.typed))

    def _targets(self, clause_id: str) -> tuple[Target, ...]:
        """Return what can be referred to from a clause, worked out once while only that clause's words change."""
        numbers = self._workspace.labels.by_place
        if self._known is None or self._known[0] is not numbers or self._known[1] != clause_id or not self.open:
            self._known = (numbers, clause_id, targets(self._workspace.labels, clause_id))
        return self._known[2]

    def _show(self, present: tuple[Target, ...]) -> None:
        if not present:
            self.close()
            return
        if self.popup is None:
            from editor.ui.references.offer import Offer

            self.popup = Offer(self._theme, self._draft)
            self.popup.taken.connect(self._take)
        if not self.open:
            self._draft.installEventFilter(self)
            self._draft.window().installEventFilter(self)
        self.popup.offer(present, caret_rect(self._draft))

    def _take(self, target: Target | None) -> None:
        found, caret = self.asked(), self._draft.caret()
        self.close()
        if target and found and caret:
            span = Span((caret[0], found.start), caret)
            self._draft.commands.replace(span, (Reference(target.clause, found.form),))

    def _refuse(self) -> None:
        found, caret = self.asked(), self._draft.caret()
        self._refused = (caret[0], found.start) if found and caret else None
        self.close()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if not self.open or self.popup is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _TAKE:
            self._take(self.popup.list.current())
        elif key in _STEPS:
            self.popup.list.step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self._refuse()
        elif key in _LEAVE:
            self.close()
        return key in _OWN

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Close the offer when the text is left; keep for it the keys that a shortcut would take."""
        composing = isinstance(event, QInputMethodEvent) and bool(event.preeditString())
        if event.type() in _LEFT or composing:
            self.close()
        elif watched is self._draft and isinstance(event, QKeyEvent) and self._keeps(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _keeps(self, event: QKeyEvent) -> bool:
        own = event.key() in _OWN and not event.modifiers()
        return own and event.type() == QEvent.Type.ShortcutOverride


def caret_rect(field: Draft) -> QRect:
    """Return where the caret of `field` is, in the screen's pixels."""
    rect = field.cursorRect()
    return QRect(field.viewport().mapToGlobal(rect.topLeft()), rect.size())
