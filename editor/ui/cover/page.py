"""The page of the form: which editor stands where, by the fields that the template gives a kind of paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.app.covering import groups
from editor.app.workspace import Workspace
from editor.templating.schema import CoverField
from editor.ui.cover.code import CodeEditor
from editor.ui.cover.dates import DatesEditor
from editor.ui.cover.fields import ChoiceEditor, FieldEditor, PersonEditor, TextEditor, choices
from editor.ui.cover.paper import PaperEditor, reader_word
from editor.ui.cover.people import PeopleEditor
from editor.ui.cover.plain import captioned, label
from editor.ui.cover.rows import RowLayout
from editor.ui.cover.thumbnail import Thumbnail
from editor.ui.theme import Theme

_SHARES = {"text": 148, "dates": 318}
_LEAST = {"text": 120, "dates": 272}


class CoverPage(QWidget):
    """The editors of one kind of paper in one language: `editors` by the key of their field, and those of the paper."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("cover_page")
        state = workspace.resolution
        self._template, self._language = workspace.template, state.language
        self._theme = theme
        self.editors: dict[str, FieldEditor] = {}
        self.paper = PaperEditor(workspace, theme)
        self.thumbnail = Thumbnail(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.space(2))
        kind = next((one for one in self._template.file.kinds if one.id == state.kind), None)
        fields = kind.fields if kind else ()
        code = next((field for field in fields if field.kind == "code"), None)
        self._column.addWidget(self._header(code))
        for group in groups(field for field in fields if field is not code):
            self._column.addSpacing(theme.space(4) - 1)
            self._add_group(self._column, group)
        self._column.addStretch(1)

    def people(self) -> PeopleEditor | None:
        """Return the first list of members, if there is one."""
        return next((editor for editor in self.editors.values() if isinstance(editor, PeopleEditor)), None)

    def stops(self) -> Sequence[QWidget]:
        """Return what Tab goes through, as it is read."""
        stops: list[QWidget] = [self.paper.kind]
        if not any(isinstance(editor, CodeEditor) for editor in self.editors.values()):
            stops += [self.paper.language, *self.paper.others()]
        for editor in self.editors.values():
            stops += editor.inputs()
        return stops

    def leave_room(self, bar: int) -> None:
        """Leave the same room at both sides, `bar` pixels of which at the right are a scroll bar's."""
        side = self._theme.space(5) - 2
        self._column.setContentsMargins(side, self._theme.space(4) + 4, side - bar, self._theme.space(5))

    def _header(self, field: CoverField | None) -> QWidget:
        """Return the top of the form: the page in small, the code and what else the paper says of itself."""
        theme = self._theme
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(4) + 4)
        row.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(theme.space(2))
        line.addWidget(label(theme, self._name(field) if field else ""), 0)
        line.addStretch(1)
        line.addWidget(self.paper.kind)
        column.addLayout(line)
        if field:
            editor = CodeEditor(theme, self._name(field), self._template, self.paper)
            self._keep(field, editor)
            column.addWidget(editor)
        else:
            column.addSpacing(theme.space(2))
            column.addWidget(captioned(theme, self.paper.language.accessibleName(), self.paper.language))
            column.addSpacing(theme.space(2))
            column.addWidget(self.paper)
        column.addStretch(1)
        row.addLayout(column, 1)
        return head

    def _add_group(self, column: QVBoxLayout, group: tuple[CoverField, ...]) -> None:
        theme, first = self._theme, group[0]
        if len(group) == 1 and not first.group:
            name = self._name(first)
            editor = self._editor(first, name)
            if not isinstance(editor, PeopleEditor):  # that has its count beside the heading
                column.addWidget(label(theme, name, editor, strong=True))
            self._keep(first, editor)
            column.addWidget(editor)
            return
        template = self._template
        column.addWidget(label(theme, reader_word(template, first.group), strong=True))
        row = QWidget()
        layout = RowLayout(row, theme.space(2), theme.space(2))
        for field in group:
            name = self._name(field)
            editor = self._editor(field, name)
            self._keep(field, editor)
            cell = (
                editor
                if isinstance(editor, DatesEditor | PersonEditor | PeopleEditor)
                else captioned(theme, name, editor)
            )
            layout.add(cell, _SHARES.get(field.kind, 318), round(_LEAST.get(field.kind, 272) * theme.scale))
        column.addWidget(row)

    def _name(self, field: CoverField) -> str:
        """Return the caption of `field` in the reader's language, if the template has that, else in English."""
        return reader_word(self._template, field.label) or field.key

    def _editor(self, field: CoverField, name: str) -> FieldEditor:
        template, language = self._template, self._language
        match field.kind:
            case "choice":
                return ChoiceEditor(self._theme, name, choices(field, template, language))
            case "person":
                return PersonEditor(self._theme, name, template, language)
            case "people":
                return PeopleEditor(self._theme, name, template, language)
            case "dates":
                return DatesEditor(self._theme, name, template, language)
            case _:
                return TextEditor(self._theme, name, "map-pin" if field.place else "")

    def _keep(self, field: CoverField, editor: FieldEditor) -> None:
        """Give the inputs names that outlive the page."""
        editor.setObjectName(f"cover_{field.key}")
        for number, part in enumerate(editor.inputs()):
            if not part.objectName():
                part.setObjectName(f"cover_{field.key}_{number}")
        self.editors[field.key] = editor
