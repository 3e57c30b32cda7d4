"""Phrases at the start of a clause: offered while its first words are typed, taken by Tab or Right.

They advise and are never in the way: no other key does anything else than without them, Esc closes them for the clause
until its opening words are gone, and nothing is shown where no phrase begins with what was typed.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from editor.app.spans import Span
from editor.model.clause import Clause
from editor.model.text import Run, flatten
from editor.templating.faults import TemplateError
from editor.ui.draft.surface import Draft
from editor.ui.theme import Theme

if TYPE_CHECKING:
    from editor.app.lexicon import Lexicon
    from editor.app.phrases import Offer, Surroundings
    from editor.templating.phrasebank import PhraseBank, Role
    from editor.ui.draft.phrase_popup import PhrasePopup

_Key = Qt.Key
_HANDLED = {_Key.Key_Tab, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Escape}
_LEAVING = {
    QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowDeactivate,
}  # fmt: skip


class Memory(Protocol):
    """What remembers how often phrases were taken; the program's store is one."""

    @property
    def words(self) -> Mapping[str, int]:
        """How often each phrase was taken."""

    def count_word(self, phrase: str) -> None:
        """Remember that `phrase` was taken once more."""


class Completer(QObject):
    """Offers the phrases of the text's template on one drafting surface, while `wanted` says so.

    `broken` carries the TemplateError of a phrase bank that cannot be read, once; there are no offers then.
    """

    broken = Signal(object)

    def __init__(self, draft: Draft, theme: Theme, memory: Memory, wanted: Callable[[], bool]) -> None:
        super().__init__(draft)
        self._draft, self._theme, self._memory, self._wanted = draft, theme, memory, wanted
        self._popup: PhrasePopup | None = None
        self._banks: dict[str, PhraseBank | None] = {}
        self._lexicons: dict[tuple[str, Role], Lexicon | None] = {}
        self._around: Surroundings | None = None
        self._shown: tuple[Clause, int] | None = None
        self._refused: set[str] = set()
        draft.add_key_filter(self._take_key)
        draft.typed.connect(self._words_typed)
        draft.caret_moved.connect(self._caret_moved)
        draft.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def visible(self) -> bool:
        """Whether phrases are offered now."""
        return self._shown is not None

    def prepare(self) -> None:
        """Read the phrases and make the window for them, at leisure: the first key need not wait then."""
        if self._wanted() and not self._draft.isReadOnly():
            self._lexicon("preambular")
            self._lexicon("operative")
            self._window()

    def close(self) -> None:
        """Offer nothing, until the next words are typed."""
        if self._popup and self._shown:
            self._shown = self._around = None
            self._draft.removeEventFilter(self)
            self._draft.window().removeEventFilter(self)
            self._popup.hide()
            self._draft.suggest("")

    # What happens on the surface

    def _words_typed(self, words: str) -> None:  # noqa: ARG002
        if self._wanted():
            self._offer()

    def _caret_moved(self) -> None:
        if self._refused:
            self._forgive()
        if self.visible:
            self._offer()

    def _forgive(self) -> None:
        """Offer phrases again in a clause that has no opening words any more."""
        place = self._draft.caret()
        if place and place[1] == 0 and place[0] in self._refused:
            workspace = self._draft.workspace
            words = flatten(workspace.body[workspace.labels.places[place[0]]].text[:1])
            if not words or words[0].isspace():
                self._refused.discard(place[0])

    def _scrolled(self) -> None:
        if self._popup and self._shown:
            if self._draft.viewport().rect().intersects(self._draft.cursorRect()):
                self._popup.place(self._words_rect())
            else:
                self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """While phrases are shown: go when the text is left, and keep their keys from the window's actions."""
        kind = event.type()
        if kind in _LEAVING or (isinstance(event, QInputMethodEvent) and event.preeditString()):
            self.close()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if not self._popup or not self._shown or not _is_ours(event):
            return False
        match event.key():
            case _Key.Key_Up | _Key.Key_Down:
                self._draft.suggest(self._popup.step(-1 if event.key() == _Key.Key_Up else 1).rest)
            case _Key.Key_Escape:
                self._refused.add(self._shown[0].id)
                self.close()
            case _Key.Key_Right if not self._draft.textCursor().atBlockEnd():
                return False
            case _:
                self._take(self._popup.current())
        return True

    # Offering and taking

    def _offer(self) -> None:
        spot = self._spot()
        if spot is None:
            self.close()
            return
        clause, offset, lexicon, typed = spot
        if self._shown and self._shown[0] is clause and self._shown[1] == offset:
            return
        from editor.app.phrases import offers, surroundings

        workspace = self._draft.workspace
        if self._around is None or self._shown is None or self._shown[0].id != clause.id:
            self._around = surroundings(lexicon, workspace.body, workspace.labels.places[clause.id])
        later = workspace.template.file.later_forms
        found = offers(lexicon, typed, self._around, self._memory.words, later=later)
        if found:
            self._show(found, clause, offset)
        else:
            self.close()

    def _spot(self) -> tuple[Clause, int, "Lexicon", str] | None:
        """Return the clause, the caret's offset, the phrases and the words typed, None where nothing is offered."""
        draft = self._draft
        cursor = draft.textCursor()
        place = draft.caret()
        if place is None or draft.isReadOnly() or cursor.hasSelection() or place[0] in self._refused:
            return None
        if cursor.block().layout().preeditAreaText():
            return None
        from editor.app.phrases import opening_typed, role_of

        clause = draft.workspace.body[draft.workspace.labels.places[place[0]]]
        role = role_of(clause)
        lexicon = self._lexicon(role) if role else None
        if lexicon is None or place[1] > lexicon.longest:
            return None
        typed = opening_typed(clause, place[1])
        return (clause, place[1], lexicon, typed) if typed and lexicon.knows(typed) else None

    def _lexicon(self, role: "Role") -> "Lexicon | None":
        """Return the phrases for clauses of `role` in the text's language, read when they are first wanted."""
        language = self._draft.workspace.resolution.language
        if (language, role) not in self._lexicons:
            from editor.app.lexicon import Lexicon

            bank = self._bank(language)
            self._lexicons[language, role] = Lexicon(bank, role) if bank and bank.phrases(role) else None
        return self._lexicons[language, role]

    def _bank(self, language: str) -> "PhraseBank | None":
        if language not in self._banks:
            from editor.app.phrases import find_bank

            try:
                self._banks[language] = find_bank(self._draft.workspace.template.id, language)
            except TemplateError as error:
                self._banks[language] = None
                self.broken.emit(error)
        return self._banks[language]

    def _show(self, found: "tuple[Offer, ...]", clause: Clause, offset: int) -> None:
        popup = self._window()
        if self._shown is None:
            self._draft.installEventFilter(self)
            self._draft.window().installEventFilter(self)
        self._shown = (clause, offset)
        popup.name(self._title(clause))
        popup.offer(found, self._words_rect())
        self._draft.suggest(found[0].rest)

    def _window(self) -> "PhrasePopup":
        if self._popup is None:
            from editor.ui.draft.phrase_popup import PhrasePopup

            self._popup = PhrasePopup(self._theme, self._draft, self._draft.document().defaultFont())
            self._popup.taken.connect(self._take)
        return self._popup

    def _title(self, clause: Clause) -> str:
        if clause.kind == "preambular":
            return self.tr("Preambular phrases")
        return self.tr("Operative phrases") if clause.kind == "operative" else self.tr("Phrases")

    def _words_rect(self) -> QRect:
        """Return where the words from the clause's start to the caret are, in the screen's pixels."""
        caret = self._draft.cursorRect()
        cursor = self._draft.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        rect = caret.united(self._draft.cursorRect(cursor))
        return QRect(self._draft.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _take(self, offer: "Offer") -> None:
        """Put a phrase in place of the words typed, the caret behind the space after it: one step of undo."""
        if self._shown is None:
            return
        clause, offset = self._shown
        self.close()
        after = flatten(clause.text)[offset : offset + 1]
        end = offset + (after == " ")
        like = clause.text[0]
        words = offer.words if after and after != " " else offer.words + " "
        run = replace(like, text=words) if isinstance(like, Run) else Run(words)
        self._draft.commands.replace(Span((clause.id, 0), (clause.id, end)), (run,))
        self._memory.count_word(offer.key)


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() in _HANDLED and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
