"""The settings as a page: each takes effect as it is set, so there is nothing to confirm."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.app.preferences import Preferences
from editor.ui.cover.plain import Choice, Line, captioned, label
from editor.ui.dialogs.scroll import Column
from editor.ui.program import Program

_ZOOMS = (80, 90, 100, 120, 140, 160, 200)
_WIDTH = 520


class SettingsPage(QDialog):
    """The settings of `program`, shown as they are and changed where they stand."""

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self._program, self._theme = program, program.theme
        self._choices: dict[str, Choice] = {}
        self._ticks: dict[str, QCheckBox] = {}
        theme = self._theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[theme.space(5)] * 4)
        whole.setSpacing(theme.space(3))
        column = QWidget()
        self._box = QVBoxLayout(column)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.space(3))
        heading = QLabel(self.tr("Settings"))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setFont(theme.font("heading"))
        whole.addWidget(heading)
        whole.addWidget(Column(column), 1)
        self._add_look()
        self._add_writing()
        self._add_remarks()
        self._add_copies()
        self._box.addStretch(1)
        whole.addLayout(self._buttons())
        self._box.addStrut(round(_WIDTH * theme.scale) - 2 * theme.space(5))
        program.preferences_changed.connect(self._show)
        self._show()
        self.resize(self.sizeHint())

    # The parts

    def _add_look(self) -> None:
        self._add_heading(self.tr("Look"))
        schemes = (
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
            (self.tr("High contrast"), "contrast"),
        )
        usual = int(self._theme.token("size", "draft", "zoom-default"))
        sizes = [(self.tr("Usual ({percent} %)").replace("{percent}", str(usual)), "0")]
        sizes += [(f"{percent} %", str(percent)) for percent in _ZOOMS]
        self._add_row(
            self._choice("scheme", self.tr("Colours"), schemes, str),
            self._choice("zoom", self.tr("Size of the text"), sizes, int),
        )

    def _add_writing(self) -> None:
        self._add_heading(self.tr("Writing"))
        ticks = (
            ("smart_typing", self.tr("Set quotation marks, spaces and dashes as the language has them")),
            ("phrases", self.tr("Offer phrases at the start of a clause")),
            ("offers", self.tr("Offer clauses to refer to after “paragraph”")),
            ("spelling", self.tr("Mark words that the dictionary does not know")),
        )
        for name, words in ticks:
            tick = QCheckBox(words)
            tick.setObjectName(f"settings_{name}")
            tick.toggled.connect(lambda on, name=name: self._set(name, on))
            self._ticks[name] = tick
            self._box.addWidget(tick)

    def _add_remarks(self) -> None:
        self._add_heading(self.tr("Remarks"))
        self.name = Line(self._theme, self.tr("Your name"))
        self.name.setObjectName("settings_name")
        self.name.setPlaceholderText(self.tr("Colleagues see it beside your remarks"))
        self.name.textEdited.connect(lambda _: self._set("name", self.name.value().strip()))
        self._box.addWidget(captioned(self._theme, self.tr("Your name"), self.name))

    def _add_copies(self) -> None:
        self._add_heading(self.tr("Copies"))
        papers = (
            (self.tr("As the template says"), "template"),
            (self.tr("A4"), "a4"),
            (self.tr("Letter"), "letter"),
        )
        self._add_row(self._choice("paper", self.tr("Paper of new copies"), papers, str))

    def _buttons(self) -> QHBoxLayout:
        reset, close = QPushButton(self.tr("Reset")), QPushButton(self.tr("Close"))
        reset.setObjectName("settings_reset")
        reset.setToolTip(self.tr("Set everything here as it was at first; your name stays"))
        close.setObjectName("settings_close")
        reset.clicked.connect(self._reset)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(2))
        row.addWidget(reset)
        row.addStretch(1)
        row.addWidget(close)
        for button in (reset, close):
            button.setAutoDefault(False)
        return row

    # What they are made of

    def _add_heading(self, words: str) -> None:
        self._box.addSpacing(self._theme.space(1))
        self._box.addWidget(label(self._theme, words, strong=True))

    def _add_row(self, *fields: Choice) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(3))
        for field in fields:
            row.addWidget(captioned(self._theme, field.accessibleName(), field), 1)
        if len(fields) == 1:
            row.addStretch(1)
        self._box.addLayout(row)

    def _choice(self, name: str, words: str, lines: Iterable[tuple[str, str]], read: Callable[[str], object]) -> Choice:
        choice = Choice(self._theme, words, lines)
        choice.setObjectName(f"settings_{name}")
        choice.currentIndexChanged.connect(lambda _: self._set(name, read(choice.value())))
        self._choices[name] = choice
        return choice

    # What they do

    def _set(self, name: str, value: object) -> None:
        self._program.set_preferences(replace(self._program.preferences, **{name: value}))

    def _reset(self) -> None:
        self._program.set_preferences(Preferences(name=self._program.preferences.name))

    def _show(self) -> None:
        """Show the settings as they are; nothing is set by it."""
        preferences = self._program.preferences
        for name, choice in self._choices.items():
            value = str(getattr(preferences, name))
            before = choice.blockSignals(True)
            if name == "zoom" and choice.findData(value) < 0:
                choice.addItem(f"{value} %", value)
            choice.show_value(value)
            choice.blockSignals(before)
            choice.update()
        for name, tick in self._ticks.items():
            before = tick.blockSignals(True)
            tick.setChecked(bool(getattr(preferences, name)))
            tick.blockSignals(before)
        self.name.show_value(preferences.name)

    @classmethod
    def ask(cls, program: Program, parent: QWidget) -> "SettingsPage":
        """Show the settings beside `parent` and return them; they go when they are closed."""
        page = cls(program, parent)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.show()
        return page
