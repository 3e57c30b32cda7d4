"""The few dialogs: each is a class with `ask`, which a test can replace."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.templating.schema import Template
from editor.ui.cover.plain import Choice, captioned
from editor.ui.messages import language_name
from editor.ui.theme import Theme

Answer = Literal["save", "discard", "cancel"]


class Dialog(QDialog):
    """Base of our own dialogs: a heading, what they ask, and a row of buttons at the right."""

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(heading)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(*[theme.space(5)] * 4)
        self.box.setSpacing(theme.space(3))
        title = QLabel(heading)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setFont(theme.font("heading"))
        self.box.addWidget(title)

    def add_sentence(self, sentence: str) -> None:
        """Add a sentence below what is there."""
        words = QLabel(sentence)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.box.addWidget(words)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Add the row of `buttons`; the last one is the main one."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.space(2))
        row.addStretch(1)
        for button in buttons:
            button.setAutoDefault(False)
            row.addWidget(button)
        buttons[-1].setDefault(True)
        buttons[-1].setFocus()
        self.box.addSpacing(self.theme.space(2))
        self.box.addLayout(row)


class UnsavedDialog(Dialog):
    """Asks what becomes of a text that is not saved."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Keep the changes to “{title}”?").format(title=title), parent)
        self.setObjectName("unsaved")
        self.answer: Answer = "cancel"
        self.add_sentence(self.tr("They are not in a file yet and are gone once the text is closed without saving."))
        buttons = (
            (self.tr("Discard"), "discard"),
            (self.tr("Cancel"), "cancel"),
            (self.tr("Save"), "save"),
        )
        self.add_buttons(*[self._button(words, answer) for words, answer in buttons])

    def _button(self, words: str, answer: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"unsaved_{answer}")
        button.clicked.connect(lambda: self._take(answer))
        return button

    def _take(self, answer: str) -> None:
        self.answer = answer  # type: ignore[assignment]
        self.accept()

    @classmethod
    def ask(cls, theme: Theme, title: str, parent: QWidget) -> Answer:
        """Return the answer; closing the dialog is "cancel"."""
        dialog = cls(theme, title, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer


class NewDialog(Dialog):
    """Asks for the kind of paper and the language of a new text."""

    def __init__(self, theme: Theme, templates: dict[str, Template], parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("A new text"), parent)
        self.setObjectName("new")
        self.setMinimumWidth(round(420 * theme.scale))
        self._templates = templates
        known = [(template.file.name, key) for key, template in templates.items()]
        self.template = Choice(theme, self.tr("Body"), known)
        self.kind = Choice(theme, self.tr("Kind of paper"), [])
        self.language = Choice(theme, self.tr("Language"), [])
        for choice in (self.template, self.kind, self.language):
            self.box.addWidget(captioned(theme, choice.accessibleName(), choice))
        self.template.currentIndexChanged.connect(self._show_template)
        self._show_template()
        cancel, begin = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Begin"))
        begin.setObjectName("new_begin")
        cancel.clicked.connect(self.reject)
        begin.clicked.connect(self.accept)
        self.add_buttons(cancel, begin)

    def _show_template(self) -> None:
        template = self._templates[self.template.value()]
        self.kind.clear()
        for kind in template.file.kinds:
            if kind.body:
                self.kind.addItem(template.word("en", kind.name) or kind.id, kind.id)
        self.kind.show_value(template.file.default_kind)
        self.language.clear()
        for language in template.file.languages:
            self.language.addItem(language_name(language), language.code)

    @classmethod
    def ask(cls, theme: Theme, templates: dict[str, Template], parent: QWidget) -> tuple[Template, str, str] | None:
        """Return template, kind and language; None if the dialog was closed."""
        dialog = cls(theme, templates, parent)
        begun = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        chosen = (templates[dialog.template.value()], dialog.kind.value(), dialog.language.value())
        return chosen if begun else None


class OpenFile:
    """Asks for a project to open."""

    @classmethod
    def ask(cls, parent: QWidget, title: str, folder: Path, filter_: str) -> Path | None:
        """Return the chosen file; None if there is none."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), filter_)
        return Path(name) if name else None


class SaveFile:
    """Asks where to write a file."""

    @classmethod
    def ask(cls, parent: QWidget, title: str, suggestion: Path, filter_: str) -> Path | None:
        """Return the chosen file, with the ending of `suggestion` if it has none; None if there is none."""
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), filter_)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(suggestion.suffix)
