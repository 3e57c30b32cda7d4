"""One editor for each type of cover field. Each shows a value and says when somebody changed it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.model.cover import Code, CoverValue, Person
from editor.templating.codes import compose_code
from editor.templating.people import honorifics
from editor.templating.schema import CodeToken, CoverField, Template
from editor.ui.cover.plain import Choice, Line, captioned, label, side_by_side
from editor.ui.theme import Theme


class FieldEditor(QWidget):
    """Base of the editors: `edited` carries the new value (None for an empty field)."""

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.space(2))

    def show_value(self, value: CoverValue | None) -> None:
        """Show `value`, None for an empty field."""
        raise NotImplementedError


class TextEditor(FieldEditor):
    """A field of plain text."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self._line = Line(name)
        self.setFocusProxy(self._line)
        self.box.addWidget(self._line)
        self._line.textEdited.connect(lambda _: self.edited.emit(self._line.value() or None))

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
        self._choice.activated.connect(lambda _: self.edited.emit(self._choice.value() or None))

    def show_value(self, value: CoverValue | None) -> None:
        """Show the chosen words."""
        self._choice.show_value(value if isinstance(value, str) else "")


class PersonEditor(FieldEditor):
    """A field with one member: form of address, names, country."""

    def __init__(self, theme: Theme, name: str, template: Template, language: str) -> None:
        super().__init__(theme)
        self._person = Person()
        words = template.words.get(language)
        countries = sorted(words.countries.names.values()) if words else []
        known = words.honorifics if words and words.honorifics else honorifics(template)
        self._honorific = Choice(theme, self.tr("Form"), [(form, form) for form in ("", *known)], free=True)
        self._given = Line(self.tr("Given name"))
        self._family = Line(self.tr("Family name"))
        self._country = Choice(
            theme, self.tr("Country"), [(country, country) for country in ("", *countries)], free=True
        )
        self.setFocusProxy(self._honorific)
        self.setAccessibleName(name)
        parts = ((self._honorific, 3), (self._given, 5), (self._family, 5), (self._country, 6))
        self.box.addWidget(
            side_by_side(theme, [(captioned(theme, part.accessibleName(), part), share) for part, share in parts])
        )
        for choice in (self._honorific, self._country):
            choice.editTextChanged.connect(self._edited)
        for line in (self._given, self._family):
            line.textEdited.connect(self._edited)

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


class CodeEditor(FieldEditor):
    """The parts of the document's code, and how it reads."""

    def __init__(self, theme: Theme, name: str, template: Template) -> None:
        super().__init__(theme)
        self._template = template
        self._code = Code()
        self._paper = ("", "")
        self._result = label(theme, "")
        self._result.setFont(theme.font("display"))
        self._result.setProperty("role", "text")
        self._result.setObjectName("code_result")
        self._result.setAccessibleName(name)
        self.box.addWidget(self._result)
        self._parts: dict[str, Line | Choice] = {}
        shown: list[tuple[QWidget, int]] = []
        for token in template.file.code:
            if token.type not in {"language", "revision"}:
                part = self._parts[token.name] = self._part(theme, token)
                shown.append((captioned(theme, part.accessibleName(), part), 4 if token.type == "choice" else 3))
        self.box.addWidget(side_by_side(theme, shown))
        if self._parts:
            self.setFocusProxy(next(iter(self._parts.values())))

    def _part(self, theme: Theme, token: CodeToken) -> Line | Choice:
        name = self._token_name(token.name)
        if token.type == "choice":
            values = ("", *token.values) if token.optional else token.values
            choice = Choice(theme, name, [(value, value) for value in values], free=token.free)
            changed = choice.editTextChanged if token.free else choice.currentTextChanged
            changed.connect(self._edited)
            return choice
        line = Line(name)
        line.textEdited.connect(self._edited)
        return line

    def _token_name(self, name: str) -> str:
        known = {
            "body": self.tr("Body"),
            "year": self.tr("Year"),
            "meeting": self.tr("Meeting"),
            "kind": self.tr("Kind"),
            "committee": self.tr("Committee"),
            "number": self.tr("Number"),
            "session": self.tr("Session"),
        }
        return known.get(name, name.replace("_", " ").capitalize())

    def _edited(self) -> None:
        known = {name: part.value().strip() for name, part in self._parts.items()}
        others = tuple(pair for pair in self._code.parts if pair[0] not in known)
        code = Code(tuple(pair for pair in known.items() if pair[1]) + others)
        if code != self._code:
            self._code = code
            self._show_result()
            self.edited.emit(code)

    def show_value(self, value: CoverValue | None) -> None:
        """Show the code's parts."""
        self._code = value if isinstance(value, Code) else Code()
        for name, part in self._parts.items():
            blocked = part.blockSignals(True)
            part.show_value(self._code.get(name))
            part.blockSignals(blocked)
        self._show_result()

    def show_paper(self, language: str, revision: str) -> None:
        """Show the code of a paper in `language` with this `revision`."""
        self._paper = (language, revision)
        self._show_result()

    def _show_result(self) -> None:
        code = compose_code(self._template, self._code, *self._paper)
        self._result.setText(code or self.tr("No code yet"))


def choices(field: CoverField, template: Template, language: str) -> list[tuple[str, str]]:
    """Return the words to choose from in `field`, each with what the project file holds for it."""
    return [(template.word(language, key), key) for key in field.choices]
