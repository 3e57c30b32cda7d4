"""The line at the foot: saved or not, where the caret is, how long the text is, its language, the zoom."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from editor.app.counting import count_clauses, count_words
from editor.app.workspace import Workspace
from editor.model.clause import PARAGRAPHS
from editor.ui.draft.sheet import ZOOM_LEAST, ZOOM_MOST
from editor.ui.messages import language_name
from editor.ui.theme import Theme
from editor.ui.window.actions import Actions
from editor.ui.window.buttons import BarButton
from editor.ui.window.folding import Folding, shown

_PAUSE = 250  # ms after the last key until words are counted


class StatusLine(QWidget):
    """What stands at the foot of the window. `zoom_wanted` carries a zoom in per cent."""

    zoom_wanted = Signal(int)

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("status")
        self._theme = theme
        self._workspace: Workspace | None = None
        self._saved = True
        self._sign, self._state, self._place = QLabel(), self._label("status_state"), self._label("status_place")
        self._clauses, self._words = self._label("status_clauses"), self._label("status_words")
        self._pages = self._label("status_pages")
        self._language_sign, self._language = QLabel(), self._label("status_language")
        self._percent = self._label("status_zoom")
        self._sign.setAccessibleName(self.tr("State"))
        self._language_sign.setAccessibleName(self.tr("Language"))
        self._slider = self._zoom_slider()
        self._counting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._counting.timeout.connect(self._count)
        self.setFixedHeight(theme.px("window", "status"))
        self._arrange(actions)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._theme.font("caption"))
        label.setProperty("role", "caption")
        return label

    def _zoom_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("zoom")
        slider.setAccessibleName(self.tr("Zoom"))
        slider.setRange(ZOOM_LEAST, ZOOM_MOST)
        slider.setFixedWidth(round(96 * self._theme.scale))
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        slider.valueChanged.connect(self.zoom_wanted.emit)
        return slider

    def _arrange(self, actions: Actions) -> None:
        theme = self._theme
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(4), 1, theme.space(3), 0)
        line.setSpacing(theme.space(1))
        line.addWidget(self._sign)
        line.addWidget(self._state)
        line.addSpacing(theme.space(3))
        line.addWidget(self._place)
        line.addStretch(1)
        for part in (self._clauses, self._words, self._pages):
            line.addWidget(part)
            line.addSpacing(theme.space(3))
        line.addWidget(self._language_sign)
        line.addWidget(self._language)
        line.addSpacing(theme.space(3))
        smaller, larger = (BarButton(actions[name], theme, actions.icons[name]) for name in ("zoom_out", "zoom_in"))
        for control in (smaller, self._slider, larger):
            control.setFixedHeight(theme.px("control", "button-small") - 2)
            line.addWidget(control)
        line.addWidget(self._percent)
        less = (self._words, self._clauses, self._slider, self._language_sign, self._language, self._pages)
        Folding(self, [shown(part) for part in (*less, smaller, larger)])

    def show_workspace(self, workspace: Workspace) -> None:
        """Tell of `workspace` from now on."""
        self._workspace = workspace
        self._counting.stop()
        self._count()

    def text_changed(self) -> None:
        """Count again, soon."""
        self._counting.start()

    def show_saved(self, saved: bool) -> None:
        """Say whether the text is in its file."""
        if saved != self._saved or not self._state.text():
            self._saved = saved
            self._state.setText(self.tr("Saved") if saved else self.tr("Not saved"))
            self._recolour()

    def show_pages(self, pages: int) -> None:
        """Say how many pages the text has in print; 0 while that is not known."""
        self._pages.setText("" if pages < 1 else self.tr("1 page") if pages == 1 else self.tr("%n pages", "", pages))

    def show_zoom(self, percent: int) -> None:
        """Show the zoom."""
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(percent)
        self._slider.blockSignals(blocked)
        self._percent.setText(self.tr("{percent} %").format(percent=percent))

    def show_place(self, clause_id: str | None) -> None:
        """Say where the caret is; None stands for the cover sheet."""
        self._place.setText(self._place_words(clause_id))

    def show_refusal(self, sentence: str) -> None:
        """Say why a key did nothing, until the caret moves or the text changes."""
        self._place.setText(sentence)

    def _place_words(self, clause_id: str | None) -> str:
        if clause_id is None or self._workspace is None:
            return self.tr("Cover sheet")
        labels = self._workspace.labels
        at = labels.places.get(clause_id)
        if at is None:
            return ""
        body = self._workspace.body
        if body[at].kind == "enacting":
            return self.tr("Enacting phrase")
        top = sum(clause.kind in PARAGRAPHS for clause in body[: at + 1])
        below = labels.numbers(clause_id)
        inside = " ".join(below[1:]) if below and body[at].kind == "item" else ""
        all_ = count_clauses(body)
        if inside:
            return self.tr("Clause {number} {item} of {all}").format(number=top, item=inside, all=all_)
        return self.tr("Clause {number} of {all}").format(number=top, all=all_)

    def _count(self) -> None:
        if self._workspace is None:
            return
        clauses, words = count_clauses(self._workspace.body), count_words(self._workspace.body)
        self._clauses.setText(self.tr("1 clause") if clauses == 1 else self.tr("%n clauses", "", clauses))
        self._words.setText(self.tr("1 word") if words == 1 else self.tr("%n words", "", words))
        code = self._workspace.resolution.language
        names = (
            language_name(language) for language in self._workspace.template.file.languages if language.code == code
        )
        self._language.setText(next(names, code))

    def _recolour(self) -> None:
        size, ratio = float(self._theme.token("icon", "size-badge")) * self._theme.scale, self.devicePixelRatioF()
        name, role = ("check", "accent") if self._saved else ("pencil", "text-2")
        self._sign.setPixmap(self._theme.pixmap(name, role, size, ratio))
        self._language_sign.setPixmap(self._theme.pixmap("languages", "text-2", size, ratio))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of the line."""
        return QSize(1, self._theme.px("window", "status"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the edge towards the text."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
        painter.end()
