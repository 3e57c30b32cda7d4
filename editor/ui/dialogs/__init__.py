"""The few dialogs: each is a class with `ask`, which a test can replace."""

from editor.ui.dialogs.base import Dialog
from editor.ui.dialogs.export import ExportDialog
from editor.ui.dialogs.files import OpenFile, OpenFiles, SaveFile
from editor.ui.dialogs.new import NewDialog
from editor.ui.dialogs.unsaved import Answer, UnsavedDialog

__all__ = ["Answer", "Dialog", "ExportDialog", "NewDialog", "OpenFile", "OpenFiles", "SaveFile", "UnsavedDialog"]
