"""How a copy shall be written to a file."""

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from editor.app.choices import CopyChoices
from editor.templating.schema import PaperKind
from editor.ui.cover.plain import Choice, captioned
from editor.ui.dialogs.base import Dialog
from editor.ui.dialogs.copy_form import CopyForm
from editor.ui.dialogs.scroll import Column
from editor.ui.theme import Theme


class ExportDialog(Dialog):
    """Asks for format and content of a copy; where it goes is asked by the system's dialog afterwards."""

    def __init__(self, theme: Theme, kind: PaperKind, choices: CopyChoices, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Export a copy"), parent)
        self.setObjectName("export")
        self.box.addStrut(round(460 * theme.scale) - 2 * theme.space(5))
        formats = (
            (self.tr("PDF, as it prints"), "pdf"),
            (self.tr("Word file"), "docx"),
            (self.tr("Web page (HTML)"), "html"),
            (self.tr("Plain text"), "txt"),
            (self.tr("Akoma Ntoso (XML)"), "xml"),
        )
        self.format = Choice(theme, self.tr("Format"), formats)
        self.format.setObjectName("export_format")
        self.format.show_value(choices.format)
        self.form = CopyForm(theme, kind, choices)
        self.box.addWidget(captioned(theme, self.format.accessibleName(), self.format))
        self.box.addWidget(Column(self.form))
        self.format.currentIndexChanged.connect(lambda _: self.form.show_format(self.format.value()))
        cancel, export = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Export…"))
        cancel.setObjectName("export_cancel")
        export.setObjectName("export_go")
        cancel.clicked.connect(self.reject)
        export.clicked.connect(self.accept)
        self.add_buttons(cancel, export)

    @classmethod
    def ask(cls, theme: Theme, kind: PaperKind, choices: CopyChoices, parent: QWidget | None) -> CopyChoices | None:
        """Return what was chosen, beginning from `choices`; None if the dialog was closed."""
        dialog = cls(theme, kind, choices, parent)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.form.choices() if wanted else None
