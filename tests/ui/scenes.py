"""The windows of the program, one after the other, as tests of all of them see them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from editor.app import documents
from editor.app.choices import CopyChoices
from editor.templating.schema import Template
from editor.ui.dialogs import ExportDialog, NewDialog, UnsavedDialog
from editor.ui.dialogs.number import NumberDialog
from editor.ui.printing.preview import PrintPreview
from editor.ui.program import Program
from editor.ui.window.main_window import MainWindow

PANELS = ("preview", "cover", "checks", "remarks")
STRIPS = ("find", "notes")


def settle() -> None:
    """Let everything happen that waits for its turn."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.sendPostedEvents()  # what the last of it asked for


def main_scenes(window: MainWindow) -> Iterator[str]:
    """Yield the names of what `window` shows, each while it is shown."""
    body = window.session.workspace.body
    window.session.draft.go_to(next(clause.id for clause in body if clause.kind == "operative"))
    settle()
    yield "text"
    for name in PANELS:
        window.open_panel(name)
        if name == "remarks":
            window.commands["remark"].trigger()
        settle()
        yield name
    window.fold_panel()
    for command in ("replace", "footnote"):
        window.commands[command].trigger()
    settle()
    yield "strips"
    for name in STRIPS:
        window.session.panel(name).hide()
    window.say(
        "The disk is full, so the file was not written; your text is kept, so free some space or save elsewhere."
    )
    settle()
    yield "message"
    window.say("")


def palette(window: MainWindow) -> QWidget:
    """Return the palette, open with a word typed."""
    window.commands["palette"].trigger()
    found = window.findChild(QWidget, "palette")
    assert found is not None
    settle()
    QTest.keyClicks(found.focusWidget() or found, "move")
    settle()
    return found


def dialogs(program: Program, window: MainWindow) -> Iterator[QWidget]:
    """Yield the dialogs of `window`, each while it is shown; none asks for an answer."""
    templates, _ = documents.library()
    template: Template = window.session.workspace.template
    kind = template.kind(window.session.workspace.resolution.kind)
    for dialog in (
        NewDialog(program.theme, templates, window),
        UnsavedDialog(program.theme, "Early Warning in Shared Basins", window),
        ExportDialog(program.theme, kind, CopyChoices(), window),
        NumberDialog(program.theme, "12.", None, window),
        PrintPreview(program.theme, window.session.workspace, CopyChoices(), window),
    ):
        dialog.show()
        settle()
        yield dialog
        dialog.close()
        dialog.deleteLater()
    for command, name in (("settings", "settings"), ("keyboard", "keyboard_map")):
        window.commands[command].trigger()
        page = window.findChild(QWidget, name, Qt.FindChildOption.FindDirectChildrenOnly)
        assert page is not None
        settle()
        yield page
        page.close()
