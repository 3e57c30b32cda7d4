"""Offering at the start what was kept, and doing what is answered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from editor.app import recovery
from editor.app.recovery import Kept
from editor.model.errors import EditorError
from editor.ui.messages import said
from editor.ui.opening import Opening
from editor.ui.program import Program

if TYPE_CHECKING:
    from editor.ui.window.main_window import MainWindow


def offer(program: Program, window: QWidget | None, opening: Opening) -> None:
    """Ask what shall become of the texts that dead programs left, until nothing is left to decide on."""
    left = recovery.kept(program.state)
    while left:
        from editor.ui.recovery.page import RecoveryPage

        answer, chosen = RecoveryPage.ask(program.theme, left, window)
        if answer == "later" or not chosen:
            return
        for one in chosen:
            if answer == "restore":
                restore(opening, one)
            else:
                _set_aside(opening, one)
        if answer == "restore":
            return
        left = [one for one in left if one not in chosen]


def restore(opening: Opening, one: Kept) -> "MainWindow | None":
    """Open the text `one` over its file, with what was kept as changes that are not saved; None if that cannot be.

    Its journal goes once the text is recorded anew.
    """
    try:
        document, change = recovery.restored(one)
    except EditorError as error:
        opening.say(said(error))
        return None
    known = opening.program.window_on(document.path) if document.path else None
    if known is not None and known.session.workspace.history.modified:
        words = _tr("This text has other changes that are not saved; what was kept is offered again at the next start.")
        known.say(words)
        return None
    if known is not None:
        known.show_document(document)
    window = known or opening.show(document)
    workspace = window.session.workspace
    workspace.apply(change)
    if workspace.history.modified and window.session.aids.recorder.flush():
        recovery.forget(one)
    window.say(_sentence(one))
    return window


def _sentence(one: Kept) -> str:
    if one.standing == "changed":
        return _tr(
            "What was kept is here again. Another program changed the file meanwhile; neither text was overwritten, so"
            " compare them or save under a new name."
        )
    if one.standing == "gone":
        return _tr("What was kept is here again. Its file is not there any more, so save it under a name.")
    if one.standing == "never-saved":
        return _tr("What was kept is here again; it has no file yet, so save it under a name.")
    return _tr("What was kept is here again and not saved yet; Undo leads back to the saved text.")


def _set_aside(opening: Opening, one: Kept) -> None:
    try:
        recovery.set_aside(one, opening.program.state)
    except OSError as error:
        words = _tr("“{title}” could not be set aside ({reason}); it stays where it is.")
        opening.say(words.format(title=one.title, reason=error.strerror))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Recovery", words)
