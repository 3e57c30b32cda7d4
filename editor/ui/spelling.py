"""Spelling in the draft: unknown words underlined where they are in sight, and what to do about one in its menu."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from editor.app.preferences import Preferences
from editor.app.spans import Span
from editor.app.spelling import (
    MOST_SUGGESTIONS,
    Lexicon,
    Misspelt,
    Speller,
    SpellingError,
    add_word,
    known_words,
    open_speller,
)
from editor.app.workspace import Workspace
from editor.model.changes import Change
from editor.model.clause import Clause
from editor.model.edits import Place
from editor.model.resolution import Resolution
from editor.model.text import Run, Text, cut, flatten
from editor.model.tree import find
from editor.ui.draft.layers import Stretch
from editor.ui.draft.surface import Draft
from editor.ui.messages import language_name

Opener = Callable[[str], Speller | None]


class Desk(QObject):
    """Opens dictionaries and looks for suggestions beside the window's own thread, one thing after another.

    `opened` carries a language and its dictionary, None where there is none; `no_library` says that there cannot be
    any; `suggested` carries a language, a word and what may have been meant.
    """

    opened = Signal(str, object)
    no_library = Signal()
    suggested = Signal(str, str, object)

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._own: dict[str, Speller | None] = {}  # a dictionary serves one thread only

    def open(self, language: str) -> None:
        """Open a dictionary of `language`."""
        self._pool.start(_Job(lambda: self._open(language)))

    def suggest(self, language: str, word: str) -> None:
        """Look for words like `word`."""
        self._pool.start(_Job(lambda: self._suggest(language, word)))

    def close(self) -> None:
        """Do nothing more, and wait for what is being done."""
        self._pool.clear()
        self._pool.waitForDone()

    def _open(self, language: str) -> None:
        try:
            self.opened.emit(language, self._opener(language))
        except SpellingError:
            self.no_library.emit()

    def _suggest(self, language: str, word: str) -> None:
        if language not in self._own:
            self._own[language] = self._opener(language)
        speller = self._own[language]
        found = speller.suggest(word)[:MOST_SUGGESTIONS] if speller else []
        self.suggested.emit(language, word, [one.replace("'", "’") for one in found])


class _Job(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


class Spelling(QObject):
    """Marks the unknown words of one draft. `said` carries the sentence that is said where there is no dictionary."""

    said = Signal(str)

    def __init__(
        self,
        draft: Draft,
        workspace: Workspace,
        preferences: Preferences,
        opener: Opener = open_speller,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft, self._workspace = draft, workspace
        self._on = False
        self._barred = False
        self._asked: set[str] = set()
        self._spellers: dict[str, Speller] = {}
        self._lexicon = Lexicon(self._spellers, known_words(workspace.resolution, workspace.template))
        self._read: dict[str, tuple[Text, str, tuple[Misspelt, ...]]] = {}
        self._ignored: set[tuple[str, str]] = set()
        self._suggestions: dict[tuple[str, str], list[str]] = {}
        self._waiting: tuple[QMenu, QAction, str, Misspelt] | None = None
        self._writing = False
        self._written: Place | None = None
        self._desk = Desk(opener, self)
        self._desk.opened.connect(self._opened)
        self._desk.no_library.connect(self._no_library)
        self._desk.suggested.connect(self._suggested)
        workspace.listen(self._on_change)
        draft.caret_moved.connect(self._caret_moved)
        draft.add_menu(self._fill)
        self.follow(preferences)

    def follow(self, preferences: Preferences) -> None:
        """Mark words, or mark none, as `preferences` say."""
        if preferences.spelling != self._on:
            self._on = preferences.spelling
            self._draft.set_layer("spelling", self._stretches if self._on else None)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self._workspace.leave(self._on_change)
        self._draft.caret_moved.disconnect(self._caret_moved)
        self._draft.set_layer("spelling", None)
        self._on = False
        self._desk.close()

    # What is marked

    def _stretches(self, first: int, last: int) -> Iterator[Stretch]:
        for row, clause in enumerate(self._workspace.body[first : last + 1], first):
            for found in self.misspelt(clause):
                if not self._is_being_written(clause, found):
                    yield Stretch(row, found.start, found.end, "spelling")

    def misspelt(self, clause: Clause) -> tuple[Misspelt, ...]:
        """Return the unknown words of `clause`, as far as there are dictionaries."""
        language = self._workspace.resolution.language
        known = self._read.get(clause.id)
        if known is None or known[0] is not clause.text or known[1] != language:
            languages = {piece.language for piece in clause.text if isinstance(piece, Run) and piece.language}
            for one in sorted({language, *languages} - self._asked):
                self._asked.add(one)
                self._desk.open(one)
            known = (clause.text, language, self._lexicon.misspelt(clause.text, language))
            self._read[clause.id] = known
        return tuple(found for found in known[2] if (clause.id, found.word) not in self._ignored)

    def _is_being_written(self, clause: Clause, found: Misspelt) -> bool:
        if self._written is None or self._written[0] != clause.id or self._written != self._draft.caret():
            return False
        return found.start <= self._written[1] <= found.end

    def _caret_moved(self) -> None:
        if self._writing:
            self._written, self._writing = self._draft.caret(), False
        elif self._written is not None and self._written != self._draft.caret():
            self._written = None
            self._draft.refresh_layers()

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        self._writing = who is self._draft
        if after.words != before.words or after.cover is not before.cover:
            known = known_words(after, self._workspace.template)
            if known != self._lexicon.known:
                self._lexicon.known = known
                self._look_again()

    def _look_again(self) -> None:
        self._read.clear()
        self._draft.refresh_layers()

    # Dictionaries

    def _opened(self, language: str, speller: Speller | None) -> None:
        if speller is not None:
            self._spellers[language] = speller
            self._look_again()
        elif language == self._workspace.resolution.language:
            self.said.emit(self._lacking(language))

    def _lacking(self, language: str) -> str:
        known = {one.code: language_name(one) for one in self._workspace.template.file.languages}
        sentence = self.tr(
            "No {language} dictionary is installed, so spelling is not checked; the rest works, and Help tells how"
            " to add one."
        )
        return sentence.format(language=known.get(language, language))

    def _no_library(self) -> None:
        if self._barred:
            return
        self._barred = True
        self.said.emit(
            self.tr(
                "The library for spelling is not installed, so spelling is not checked; the rest works, and Help tells"
                " how to add it."
            )
        )

    # What can be done about a word

    def _fill(self, menu: QMenu, place: Place) -> None:
        clause = find(self._workspace.body, place[0])
        here = (found for found in self.misspelt(clause) if found.start <= place[1] <= found.end)
        found = next(here, None) if self._on else None
        if found is None:
            return
        if not self._workspace.read_only:
            self._offer(menu, clause.id, found)
            menu.addSeparator()
            menu.addAction(self.tr("Add to This Text’s Words"), lambda: self._add(found))
        menu.addAction(self.tr("Ignore Here"), lambda: self._ignore(clause.id, found))

    def _offer(self, menu: QMenu, clause_id: str, found: Misspelt) -> None:
        known = self._suggestions.get((found.language, found.word))
        waiting = menu.addAction(self.tr("Looking for suggestions…"))
        waiting.setEnabled(False)
        self._waiting = (menu, waiting, clause_id, found)
        if known is None:
            self._desk.suggest(found.language, found.word)
        else:
            self._suggested(found.language, found.word, known)

    def _suggested(self, language: str, word: str, suggestions: list[str]) -> None:
        self._suggestions[language, word] = suggestions
        if self._waiting is None:
            return
        menu, waiting, clause_id, found = self._waiting
        if (found.language, found.word) != (language, word) or not isValid(menu):
            return
        self._waiting = None
        for suggestion in suggestions:
            action = QAction(suggestion.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, words=suggestion: self._put(clause_id, found, words))
            menu.insertAction(waiting, action)
        if suggestions:
            menu.removeAction(waiting)
            menu.setActiveAction(menu.actions()[0])
        else:
            waiting.setText(self.tr("No suggestion"))

    def _put(self, clause_id: str, found: Misspelt, words: str) -> None:
        text = find(self._workspace.body, clause_id).text
        if flatten(text)[found.start : found.end] != found.word:
            return
        look = cut(text, found.start, found.start + 1)[0]
        if isinstance(look, Run):
            span = Span((clause_id, found.start), (clause_id, found.end))
            self._draft.commands.replace(span, (replace(look, text=words),))

    def _add(self, found: Misspelt) -> None:
        self._workspace.apply(add_word(self._workspace.resolution, found.word), self)

    def _ignore(self, clause_id: str, found: Misspelt) -> None:
        self._ignored.add((clause_id, found.word))
        self._draft.refresh_layers()
