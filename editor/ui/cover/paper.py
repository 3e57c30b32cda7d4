"""What a paper says of itself besides its cover's fields: kind, language, original language, revision."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.app.workspace import Workspace
from editor.model.changes import SetPaper, paper_fields
from editor.model.resolution import Resolution
from editor.templating.begin import change_language
from editor.ui.cover.plain import Choice, Line, captioned, side_by_side
from editor.ui.messages import language_name
from editor.ui.theme import Theme


class PaperEditor(QWidget):
    """The languages and the revision of one workspace's paper."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        known = [(language_name(language), language.code) for language in workspace.template.file.languages]
        self.language = Choice(theme, self.tr("Language"), known)
        self.language.setObjectName("paper_language")
        self.original = Choice(theme, self.tr("Original language"), [("", ""), *known])
        self.original.setObjectName("paper_original")
        self.revision = Line(self.tr("Revision"))
        self.revision.setObjectName("paper_revision")
        self.revision.setPlaceholderText(self.tr("none"))
        parts = ((self.language, 4), (self.original, 4), (self.revision, 3))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(
            side_by_side(theme, [(captioned(theme, part.accessibleName(), part), share) for part, share in parts])
        )
        self.language.activated.connect(self._language_chosen)
        self.original.activated.connect(self._edited)
        self.revision.textEdited.connect(self._edited)

    def _language_chosen(self) -> None:
        state = self._workspace.resolution
        if self.language.value() != state.language:
            self._workspace.apply(change_language(state, self._workspace.template, self.language.value()), self)

    def _edited(self) -> None:
        before = paper_fields(self._workspace.resolution)
        after = type(before)(before.kind, before.language, self.original.value(), self.revision.value().strip())
        self._workspace.apply(SetPaper(before, after), self, ("paper", "revision"))

    def show_paper(self, state: Resolution) -> None:
        """Show the languages and the revision of `state`."""
        self.language.show_value(state.language)
        self.original.show_value(state.original_language)
        if self.revision.value().strip() != state.revision:
            self.revision.show_value(state.revision)
