"""The form of the cover sheet: a section for each field of the kind of paper, all on the text's own undo."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.app.workspace import Workspace
from editor.model.changes import Change, SetCover, paper_fields
from editor.model.cover import Code, CoverValue, Person
from editor.model.resolution import Resolution
from editor.templating.schema import CoverField
from editor.ui.cover.dates import DatesEditor
from editor.ui.cover.fields import ChoiceEditor, CodeEditor, FieldEditor, PersonEditor, TextEditor, choices
from editor.ui.cover.paper import PaperEditor
from editor.ui.cover.people import PeopleEditor
from editor.ui.cover.plain import label
from editor.ui.theme import Theme


class CoverForm(QScrollArea):
    """The cover of one workspace's paper."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAccessibleName(self.tr("Cover sheet"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._workspace = workspace
        self._theme = theme
        self._shape: tuple[str, str] = ("", "")
        self.editors: dict[str, FieldEditor] = {}
        self._paper: PaperEditor | None = None
        self._build()
        workspace.listen(self._on_change)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self._workspace.leave(self._on_change)

    def focus_first(self) -> None:
        """Go to the first field."""
        for editor in self.editors.values():
            editor.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def _build(self) -> None:
        """Make the form for the present kind of paper and language."""
        state = self._workspace.resolution
        self._shape = (state.kind, state.language)
        theme = self._theme
        page = QWidget()
        page.setObjectName("cover_page")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(5))
        column.setSpacing(theme.space(2))
        self.editors = {}
        self._paper = PaperEditor(self._workspace, theme)
        fields = self._workspace.template.kind(state.kind).fields
        if not any(field.kind == "code" for field in fields):
            column.addWidget(self._paper)
        for field in fields:
            if column.count():
                column.addSpacing(theme.space(3))
            name = self._name(field)
            editor = self._editor(field, name)
            editor.setObjectName(f"cover_{field.key}")
            editor.edited.connect(lambda value, key=field.key: self._edited(key, value))
            column.addWidget(label(theme, name, editor, strong=field.kind != "code"))
            column.addWidget(editor)
            if field.kind == "code":
                column.addWidget(self._paper)
            self.editors[field.key] = editor
        column.addStretch(1)
        before = self.takeWidget()
        if before:
            before.deleteLater()  # the form may be built anew from one of its own signals
        self.setWidget(page)
        self._show(state)

    def _name(self, field: CoverField) -> str:
        """Return the caption of `field` in the reader's language, if the template has that, else in English."""
        template = self._workspace.template
        reader = QLocale().name()[:2]
        language = reader if template.word(reader, field.label) else "en"
        return template.word(language, field.label) or field.key

    def _editor(self, field: CoverField, name: str) -> FieldEditor:
        template, language = self._workspace.template, self._workspace.resolution.language
        match field.kind:
            case "code":
                return CodeEditor(self._theme, name, template)
            case "choice":
                return ChoiceEditor(self._theme, name, choices(field, template, language))
            case "person":
                return PersonEditor(self._theme, name, template, language)
            case "people":
                return PeopleEditor(self._theme, name, template)
            case "dates":
                return DatesEditor(self._theme, name)
            case _:
                return TextEditor(self._theme, name)

    def _edited(self, key: str, value: CoverValue | None) -> None:
        cover = self._workspace.resolution.cover
        step = ("cover", key, _words(value)) if isinstance(value, str | Person | Code) else None
        self._workspace.apply(SetCover(cover, cover.with_value(key, value)), self, step)

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:  # noqa: ARG002
        if (after.kind, after.language) != self._shape:
            self._build()
        elif after.cover is not before.cover or paper_fields(after) != paper_fields(before):
            self._show(after)

    def _show(self, state: Resolution) -> None:
        for key, editor in self.editors.items():
            editor.show_value(state.cover.get(key))
            if isinstance(editor, CodeEditor):
                editor.show_paper(state.language, state.revision)
        if self._paper:
            self._paper.show_paper(state)


def _words(value: str | Person | Code) -> str:
    """Return how many words `value` has: with the next one begins a new step of undo."""
    if isinstance(value, Person):
        value = f"{value.honorific} {value.given} {value.family} {value.country}"
    return str(len(value.split())) if isinstance(value, str) else ""
