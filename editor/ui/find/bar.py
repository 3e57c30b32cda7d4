"""The bar of finding and replacing: a strip at the text, no dialog."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from editor.app.finding import FindError, Query
from editor.app.workspace import Workspace
from editor.model.text import LINE_BREAK, OBJECT, flatten
from editor.model.tree import find
from editor.ui.cover.plain import Line
from editor.ui.draft.surface import Draft
from editor.ui.find.search import Search
from editor.ui.theme import Theme
from editor.ui.window.buttons import BarButton

_Key = Qt.Key


class SmallButton(BarButton):
    """A button as high as the small controls."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a small button."""
        side = self._theme.px("control", "button-small")
        return QSize(side + self._theme.space(1), side)


class _Short(QLabel):
    """A few words on one line, cut where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find_state")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("888 of 888"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.end()


class FindBar(QFrame):
    """Looks for words in one workspace and puts others in their place.

    `closed` says that the bar wants to go. `reveal` carries a hit in a note or on the cover that is to be shown.
    """

    closed = Signal()
    reveal = Signal(object)

    def __init__(self, workspace: Workspace, draft: Draft, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAccessibleName(self.tr("Find and replace"))
        self._workspace, self._draft, self._theme = workspace, draft, theme
        self.search = Search(workspace, draft, self)
        self.words = self._field(self.tr("Find"), "find_words")
        self.replacement = self._field(self.tr("Replace with"), "find_replacement")
        self._state = _Short(self)
        self._sentence = QLabel()
        self._sentence.setObjectName("find_sentence")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._case = self._option("case", self.tr("Match Case"))
        self._whole = self._option("whole", self.tr("Whole Words"))
        self._pattern = self._option("pattern", self.tr("Regular Expression"))
        self._replacing = QWidget()
        self._lay_out()
        self.words.textEdited.connect(self._look)
        self.search.changed.connect(self._show_state)
        self.search.reached.connect(self._reached)
        theme.changed.connect(self.update)
        self.show_replacing(False)
        self._show_state()

    def _lay_out(self) -> None:
        theme = self._theme
        find, replace = QHBoxLayout(), QHBoxLayout(self._replacing)
        for line in (find, replace):
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(theme.space(1))
        for action, icon in ((self._case, "case-sensitive"), (self._whole, "whole-word"), (self._pattern, "regex")):
            find.addWidget(SmallButton(action, theme, icon))
        find.addSpacing(theme.space(1))
        for name, words, icon, act in (
            ("previous", self.tr("Previous (Shift+F3)"), "chevron-up", self.go_back),
            ("next", self.tr("Next (F3)"), "chevron-down", self.go_on),
        ):
            find.addWidget(SmallButton(self._action(name, words, act), theme, icon))
        find.addSpacing(theme.space(2))
        find.addWidget(self._state, 1)
        find.addWidget(SmallButton(self._action("close", self.tr("Close (Esc)"), self.closed.emit), theme, "x"))
        one = self._button(self.tr("&Replace"), "find_replace")
        every = self._button(self.tr("Replace &All"), "find_all")
        one.clicked.connect(self._replace)
        every.clicked.connect(self._replace_all)
        for button in (one, every):
            button.setDisabled(self._workspace.read_only)
            replace.addWidget(button)
        replace.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.space(3), theme.space(2), theme.space(2), theme.space(2))
        grid.setSpacing(theme.space(2))
        grid.addWidget(self.words, 0, 0)
        grid.addLayout(find, 0, 1)
        grid.addWidget(self.replacement, 1, 0)
        grid.addWidget(self._replacing, 1, 1)
        grid.addWidget(self._sentence, 2, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        QWidget.setTabOrder(self.words, self.replacement)

    def _field(self, name: str, object_name: str) -> Line:
        field = Line(self._theme, name)
        field.setObjectName(object_name)
        field.setPlaceholderText(name)
        field.setMinimumWidth(round(120 * self._theme.scale))
        field.setMaximumWidth(round(360 * self._theme.scale))
        return field

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _action(self, name: str, words: str, act: Callable[[], object] | None = None) -> QAction:
        action = QAction(words, self)
        action.setObjectName(f"action_find_{name}")
        if act is not None:
            action.triggered.connect(lambda: act())
        return action

    def _option(self, name: str, words: str) -> QAction:
        action = self._action(name, words)
        action.setCheckable(True)
        action.toggled.connect(self._look)
        return action

    # What others call

    def open(self, *, replacing: bool = False) -> None:
        """Begin: with the selected words, if any, as those to look for."""
        self.show_replacing(replacing or not self._replacing.isHidden())
        selected = self._selected()
        if selected:
            self.words.setText(selected)
        self._look()
        self.focus_first()

    def show_replacing(self, shown: bool) -> None:
        """Show or hide the line of replacing."""
        self.replacement.setVisible(shown)
        self._replacing.setVisible(shown)

    def focus_first(self) -> None:
        """Go to the words to look for."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def go_on(self) -> None:
        """Go to the next hit."""
        self._go(1)

    def go_back(self) -> None:
        """Go to the hit before."""
        self._go(-1)

    def _go(self, step: Literal[-1, 1]) -> None:
        if not self.search.hits:
            self.search.begin(self._query())
        self.search.go(step)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self.search.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the marks away, and leave the current hit selected in the text."""
        hit = self.search.current
        self.search.end()
        if hit and hit.where == "text" and not event.spontaneous():
            self._draft.put_span((hit.clause, hit.start), (hit.clause, hit.end))
        super().hideEvent(event)

    # Looking

    def _selected(self) -> str:
        span = self._draft.span()
        if span is None or span.empty or span.start[0] != span.end[0]:
            return ""
        words = flatten(find(self._workspace.body, span.start[0]).text)[span.start[1] : span.end[1]]
        return "" if OBJECT in words or LINE_BREAK in words else words

    def _query(self) -> Query:
        return Query(self.words.text(), self._case.isChecked(), self._whole.isChecked(), self._pattern.isChecked())

    def _look(self) -> None:
        """Look for what the field says, and lead to the hit at the present one's place or after the caret."""
        before = self.search.current
        if before and before.where == "text":
            self._draft.put_span((before.clause, before.start), (before.clause, before.start))
        elif (span := self._draft.span()) and not span.empty:
            self._draft.put_span(span.start, span.start)
        self.search.begin(self._query())
        self.search.lead_from_caret()

    def _replace(self) -> None:
        self.search.replace(self.replacement.text(), self)

    def _replace_all(self) -> None:
        count = self.search.replace_all(self.replacement.text(), self)
        if count == 1:
            self._tell(self.tr("1 place replaced; Ctrl+Z takes it back."))
        elif count:
            self._tell(self.tr("{count} places replaced; Ctrl+Z takes them back.").format(count=count))

    def _reached(self, hit: object) -> None:
        if getattr(hit, "where", "text") != "text":
            self.reveal.emit(hit)

    # What is said

    def _show_state(self) -> None:
        words = self._words()
        self._state.setText(words)
        self._state.setAccessibleName(words)
        self._state.setToolTip(words)
        self._tell(self._trouble(self.search.trouble) if self.search.trouble else "")
        wrong = self.search.trouble is not None
        if bool(self.words.property("wrong")) != wrong:
            self.words.setProperty("wrong", wrong)
            self.words.style().polish(self.words)

    def _tell(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self._sentence.setVisible(bool(sentence))

    def _words(self) -> str:
        search = self.search
        if search.trouble or not self.words.text():
            return ""
        if not search.hits:
            return self.tr("Nothing found")
        hit = search.current
        if hit is None:
            return self.tr("{count} found").format(count=len(search.hits))
        said = self.tr("{at} of {count}").format(at=search.at + 1, count=len(search.hits))
        edges = {"top": self.tr("again from the top"), "end": self.tr("again from the end")}
        number = self._workspace.note_numbers.get(hit.note, "")
        places = {"note": self.tr("in note {number}").format(number=number), "cover": self.tr("on the cover")}
        return ", ".join(filter(None, (said, places.get(hit.where), edges.get(search.edge))))

    def _trouble(self, error: FindError) -> str:
        if error.code == "too-slow":
            return self.tr("This pattern takes too long, so nothing was looked for; make it simpler.")
        sentence = self.tr("This pattern is not complete at sign {at}, so nothing was looked for: {reason}.")
        return sentence.format(**error.parameters)

    # Keys and look

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Return and F3, back with Shift, replace with Return in the other field, close with Esc."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        returned = event.key() in {_Key.Key_Return, _Key.Key_Enter}
        if event.key() == _Key.Key_Escape:
            self.closed.emit()
        elif returned and self.replacement.hasFocus() and not self._workspace.read_only:
            self._replace()
        elif event.key() == _Key.Key_F3 or (returned and self.words.hasFocus()):
            self._go(-1 if back else 1)
        elif returned and isinstance(button := self.focusWidget(), QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the edge towards the text."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("window"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
        painter.end()
