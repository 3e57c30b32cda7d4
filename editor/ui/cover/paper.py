"""What a paper says of itself besides its cover's fields: kind, language, original language, revision."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from editor.app.covering import Mark, change_kind, kinds
from editor.app.workspace import Workspace
from editor.model.changes import SetPaper, paper_fields
from editor.model.resolution import Resolution
from editor.templating.begin import change_language
from editor.templating.schema import Template
from editor.ui.cover.plain import Choice, captioned
from editor.ui.cover.quiet import Quiet
from editor.ui.cover.rows import RowLayout
from editor.ui.messages import found, language_name
from editor.ui.theme import Theme

_NUMBERED = 3
"""Up to which number the marks of revisions are offered."""


class PaperEditor(QWidget):
    """The original language and the revision; the language stands among the parts of the code, the kind at the top.

    Where the code says no language it stands here too.
    """

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._kinds: list[tuple[str, str]] = []
        template = workspace.template
        known = [(language_name(language), language.code) for language in template.file.languages]
        letters = {language.code: language.letter for language in template.file.languages}
        self.language = Choice(theme, self.tr("Language"), known, short=letters)
        self.language.setObjectName("paper_language")
        self.original = Choice(theme, self.tr("Original language"), [("", ""), *known])
        self.original.setObjectName("paper_original")
        marks = [mark for token in template.file.code if token.type == "revision" for mark in token.values]
        revisions = [f"{mark}.{number}" for mark in marks for number in range(1, _NUMBERED + 1)]
        lines = [(self.tr("none"), ""), *((mark, mark) for mark in revisions)]
        self.revision = Choice(theme, self.tr("Revision"), lines, free=True)
        self.revision.setObjectName("paper_revision")
        self.kind = Quiet(theme, self.tr("Kind of paper"))
        self.kind.setObjectName("paper_kind")
        row = RowLayout(self, theme.space(2), theme.space(2))
        self._apart = all(token.type != "language" for token in template.file.code)
        parts = [(self.language, 84, 64)] if self._apart else []
        for part, share, least in (*parts, (self.revision, 112, 84), (self.original, 217, 110)):
            row.add(captioned(theme, part.accessibleName(), part), share, round(least * theme.scale))
        self.language.activated.connect(self._language_chosen)
        self.original.activated.connect(self._edited)
        self.revision.editTextChanged.connect(self._edited)
        self.kind.chosen.connect(self._kind_chosen)
        line = self.revision.lineEdit()
        if line:
            line.editingFinished.connect(workspace.history.close)

    def others(self) -> Sequence[QWidget]:
        """Return what the keyboard goes through after the parts of the code."""
        return (*((self.language,) if self._apart else ()), self.revision, self.original)

    def _language_chosen(self) -> None:
        state = self._workspace.resolution
        if self.language.value() != state.language:
            self._workspace.apply(change_language(state, self._workspace.template, self.language.value()), self)

    def _kind_chosen(self, kind: str) -> None:
        state = self._workspace.resolution
        if kind != state.kind:
            self._workspace.apply(change_kind(state, self._workspace.template, kind), self)

    def _edited(self) -> None:
        before = paper_fields(self._workspace.resolution)
        after = type(before)(before.kind, before.language, self.original.value(), self.revision.value().strip())
        if after != before:
            self._workspace.apply(SetPaper(before, after), self, ("paper", "revision"))

    def show_paper(self, state: Resolution) -> None:
        """Show kind, languages and revision of `state`."""
        self.language.show_value(state.language)
        self.original.show_value(state.original_language)
        blocked = self.revision.blockSignals(True)
        if self.revision.value().strip() != state.revision or not self.revision.currentText():
            self.revision.show_value(state.revision)
        self.revision.blockSignals(blocked)
        lines = [(self._kind_name(kind.name), kind.id) for kind in kinds(state, self._workspace.template)]
        if lines != self._kinds:
            self._kinds = lines
            self.kind.offer(lines)
        self.kind.show_words(next((words for words, kind in lines if kind == state.kind), state.kind), state.kind)
        self.kind.setEnabled(len(lines) > 1)

    def show_mark(self, mark: Mark | None) -> None:
        """Show that the original language is not chosen yet."""
        sentence = found(mark.code, dict(mark.parameters)) if mark else ""
        self.original.mark("asks" if mark else "", sentence)

    def _kind_name(self, key: str) -> str:
        template = self._workspace.template
        return reader_word(template, key) or key


def reader_word(template: Template, key: str) -> str:
    """Return the template's wording `key` in the reader's language, if it has that, else in English."""
    reader = QLocale().name()[:2]
    return template.word(reader, key) or template.word("en", key)
