"""What the mouse meets on the drafting surface: signs, references and note marks, and the menu of a place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip

from editor.model.edits import Place
from editor.model.text import Note, Reference, Run, cut
from editor.model.tree import find

if TYPE_CHECKING:
    from editor.ui.draft.surface import Draft


class Pointer:
    """Follows the mouse on one surface; `tips` and `menus` are what others have to say of a place."""

    def __init__(self, draft: "Draft") -> None:
        self._draft = draft
        self.tips: list[Callable[[Place], str]] = []
        self.menus: list[Callable[[QMenu, Place], None]] = []

    def piece_at(self, point: QPoint) -> tuple[Place, Reference | Note] | None:
        """Return the reference or note at `point` of the viewport, and its place."""
        draft = self._draft
        position = draft.cursorForPosition(point).position()
        for start in (position, position - 1):
            place = draft.projection.place(start) if start >= 0 else None
            if place is None or not any(rect.contains(QPointF(point)) for rect in draft.rects_of(start, start + 1)):
                continue
            found = cut(find(draft.workspace.body, place[0]).text, place[1], place[1] + 1)
            if found and not isinstance(found[0], Run):
                return place, found[0]
        return None

    def click(self, event: QMouseEvent) -> None:
        """Tell of what was clicked."""
        sign = self._draft.sign_at(event.position())
        piece = self.piece_at(event.position().toPoint())
        if sign:
            self._draft.sign_chosen.emit(sign[0], sign[1])
        elif piece:
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._draft.piece_clicked.emit(*piece, held)

    def move(self, event: QMouseEvent) -> None:
        """Give the pointer a shape."""
        if event.buttons():
            return
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        chosen = self._draft.sign_at(event.position()) or (held and self.piece_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if chosen else Qt.CursorShape.IBeamCursor
        self._draft.viewport().setCursor(shape)

    def tell(self, event: QHelpEvent) -> bool:
        """Show what is to be said of what lies under the pointer."""
        words = self._words_at(event.pos())
        if words:
            QToolTip.showText(event.globalPos(), _plain(words), self._draft.viewport())
        else:
            QToolTip.hideText()
        return True

    def _words_at(self, point: QPoint) -> str:
        sign = self._draft.sign_at(QPointF(point))
        if sign:
            return sign[2]
        piece = self.piece_at(point)
        place = piece[0] if piece else self._draft.projection.place(self._draft.cursorForPosition(point).position())
        said = (tip(place) for tip in self.tips) if place else iter(())
        return next((words for words in said if words), "")

    def open_menu(self, event: QContextMenuEvent) -> None:
        """Open the menu: what others have for the place, then the surface's own actions."""
        draft = self._draft
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            cursor = draft.cursorForPosition(event.pos())
            selected = draft.textCursor()
            if not selected.selectionStart() <= cursor.position() <= selected.selectionEnd():
                draft.setTextCursor(cursor)
        menu = self.menu_of(draft.caret())
        below = draft.viewport().mapToGlobal(draft.cursorRect().bottomLeft())
        menu.popup(event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else below)

    def menu_of(self, place: Place | None) -> QMenu:
        """Return the menu for `place`; it goes when it closes."""
        menu = QMenu(self._draft)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for fill in self.menus if place else ():
            before = len(menu.actions())
            fill(menu, place)  # type: ignore[arg-type]
            if len(menu.actions()) > before:
                menu.addSeparator()
        menu.addActions(self._draft.actions())
        return menu


def _plain(words: str) -> str:
    """Return `words` as a tooltip that is read as they are: Qt would take some texts for markup."""
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{safe}</qt>"
