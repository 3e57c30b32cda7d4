"""One editor for each type of cover field. Each shows a value and says when somebody changed it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.app.countries import CountryNames, countries
from editor.app.covering import Mark
from editor.model.cover import CoverValue, Person
from editor.templating.people import honorifics
from editor.templating.schema import CoverField, Template
from editor.ui.cover.plain import Choice, Line, captioned
from editor.ui.cover.rows import RowLayout
from editor.ui.cover.trouble import Trouble
from editor.ui.cover.wrapping import Wrapping
from editor.ui.messages import found
from editor.ui.theme import Theme

Input = Line | Choice | Wrapping
_EMPTY = frozenset({"required", "person-incomplete", "code-incomplete"})
"""Findings of what is not filled in yet: the empty inputs show that themselves."""


class FieldEditor(QWidget):
    """Base of the editors.

    `edited` carries the new value (None for an empty field), `left` says that an input was left: the step of undo ends.
    `wrong` is True while words stand in the field that its value cannot take: the text, and so its checks, do not have
    them.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.wrong = False
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.space(1))
        self.trouble = Trouble(theme)

    def inputs(self) -> Sequence[QWidget]:
        """Return what the keyboard goes through, in reading order."""
        raise NotImplementedError

    def show_value(self, value: CoverValue | None) -> None:
        """Show `value`, None for an empty field."""
        raise NotImplementedError

    def show_mark(self, mark: Mark | None) -> None:
        """Show what is to mend in the field, None where all is in order."""
        sentence = found(mark.code, dict(mark.parameters)) if mark else ""
        empty = mark is not None and mark.code in _EMPTY
        for field in self.wanted():
            asks = empty and not field.value()
            field.mark("asks" if asks else "", sentence if asks else "")
        self.trouble.say("" if empty or not mark else sentence, mark.severity if mark else "error")

    def wanted(self) -> Sequence[Input]:
        """Return the inputs that must not stay empty in a field that is wanted."""
        return [field for field in self.inputs() if isinstance(field, Line | Choice | Wrapping)]


class TextEditor(FieldEditor):
    """A field of plain text."""

    def __init__(self, theme: Theme, name: str, icon: str = "") -> None:
        super().__init__(theme)
        self._line = Line(theme, name, icon) if icon else Wrapping(theme, name)
        self.setFocusProxy(self._line)
        self.box.addWidget(self._line)
        self.box.addWidget(self.trouble)
        self._line.textEdited.connect(lambda _: self.edited.emit(self._line.value() or None))
        self._line.editingFinished.connect(self.left)

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self._line,)

    def show_value(self, value: CoverValue | None) -> None:
        """Show the text."""
        self._line.show_value(value if isinstance(value, str) else "")


class ChoiceEditor(FieldEditor):
    """A field with one of the template's own words."""

    def __init__(self, theme: Theme, name: str, lines: list[tuple[str, str]]) -> None:
        super().__init__(theme)
        self._choice = Choice(theme, name, [("", ""), *lines])
        self.setFocusProxy(self._choice)
        self.box.addWidget(self._choice)
        self.box.addWidget(self.trouble)
        self._choice.activated.connect(lambda _: self.edited.emit(self._choice.value() or None))

    def inputs(self) -> Sequence[QWidget]:
        """Return the list."""
        return (self._choice,)

    def show_value(self, value: CoverValue | None) -> None:
        """Show the chosen words."""
        self._choice.show_value(value if isinstance(value, str) else "")


class PersonEditor(FieldEditor):
    """A field with one member: form of address, names, country."""

    def __init__(self, theme: Theme, name: str, template: Template, language: str) -> None:
        super().__init__(theme)
        self._person = Person()
        self._names = CountryNames(template)
        self._language = language
        self._honorific = Choice(theme, self.tr("Form"), same(("", *forms(template, language))), free=True)
        self._given = Line(theme, self.tr("Given name"))
        self._family = Line(theme, self.tr("Family name"))
        self._country = Choice(theme, self.tr("Country"), same(("", *countries(template, language))), free=True)
        self.setFocusProxy(self._honorific)
        self.setAccessibleName(name)
        row = QWidget()
        layout = RowLayout(row, theme.space(2), theme.space(2))
        scale = theme.scale
        for part, share, least in (
            (self._honorific, 74, 64), (self._given, 106, 96), (self._family, 133, 100), (self._country, 138, 120)
        ):  # fmt: skip
            layout.add(captioned(theme, part.accessibleName(), part), share, round(least * scale))
        self.box.addWidget(row)
        self.box.addWidget(self.trouble)
        for choice in (self._honorific, self._country):
            choice.editTextChanged.connect(self._edited)
        for line in (self._given, self._family):
            line.textEdited.connect(self._edited)
            line.editingFinished.connect(self.left)
        for choice, leave in ((self._honorific, self.left.emit), (self._country, self._tidy)):
            field = choice.lineEdit()
            if field:
                field.editingFinished.connect(leave)

    def inputs(self) -> Sequence[QWidget]:
        """Return the four parts."""
        return (self._honorific, self._given, self._family, self._country)

    def wanted(self) -> Sequence[Input]:
        """Return name and country."""
        return (self._family, self._country)

    def _tidy(self) -> None:
        """Write the country as the text's language calls it."""
        written = self._country.value()
        name = self._names.name(written, self._language)
        if name != written:
            self._country.show_value(name)
        self.left.emit()

    def _edited(self) -> None:
        person = Person(
            self._honorific.value(),
            self._given.value(),
            self._family.value(),
            self._country.value(),
            self._person.capitals if self._family.value() == self._person.family else "",
            self._person.extra,
        )
        if person != self._person:
            self._person = person
            self.edited.emit(person)

    def show_value(self, value: CoverValue | None) -> None:
        """Show the member."""
        self._person = value if isinstance(value, Person) else Person()
        person = self._person
        for field, words in (
            (self._honorific, person.honorific),
            (self._given, person.given),
            (self._family, person.family),
            (self._country, person.country),
        ):
            blocked = field.blockSignals(True)
            field.show_value(words)
            field.blockSignals(blocked)


def forms(template: Template, language: str) -> tuple[str, ...]:
    """Return the honorifics of a text in `language`, all there are where the template names none."""
    words = template.words.get(language)
    return words.honorifics if words and words.honorifics else honorifics(template)


def choices(field: CoverField, template: Template, language: str) -> list[tuple[str, str]]:
    """Return the words to choose from in `field`, each with what the project file holds for it."""
    return [(template.word(language, key), key) for key in field.choices]


def same(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Return lines of a choice whose words are their value."""
    return [(line, line) for line in lines]
