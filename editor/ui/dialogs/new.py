"""What a new text shall be."""

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from editor.templating.schema import Template
from editor.ui.cover.plain import Choice, captioned
from editor.ui.dialogs.base import Dialog
from editor.ui.messages import language_name
from editor.ui.theme import Theme


class NewDialog(Dialog):
    """Asks for the kind of paper and the language of a new text."""

    def __init__(self, theme: Theme, templates: dict[str, Template], parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("A new text"), parent)
        self.setObjectName("new")
        self.box.addStrut(round(420 * theme.scale) - 2 * theme.space(5))
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
    def ask(
        cls, theme: Theme, templates: dict[str, Template], parent: QWidget | None
    ) -> tuple[Template, str, str] | None:
        """Return template, kind and language; None if the dialog was closed."""
        dialog = cls(theme, templates, parent)
        begun = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        chosen = (templates[dialog.template.value()], dialog.kind.value(), dialog.language.value())
        return chosen if begun else None
