"""What is offered after a crash: seen beside the saved text, restored over its file, set aside, or left for later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.app import recovery
from editor.app.documents import Document, open_document, project_of, save_new
from editor.app.recovery import ASIDE, Kept
from editor.app.store import Store
from editor.model.resolution import Resolution
from editor.model.text import Run
from editor.project.journal import Head
from editor.project.journal_file import JOURNALS, JournalFile
from editor.project.owner import this_program
from editor.templating.schema import Template
from editor.ui.program import Program
from editor.ui.recovery.page import Answer, RecoveryPage
from editor.ui.run import offer_kept
from editor.ui.theme import Theme
from tests.ui.sample import sample
from tests.ui.windows import close_all, label, only

HOSTILE = "Recalling <b>that</b> \u202e& rivers,"


@pytest.fixture
def program(theme: Theme, tmp_path: Path) -> Iterator[Program]:
    found = Program(Store(tmp_path / "settings"), theme, state=tmp_path / "state")
    yield found
    close_all(found)


def typed(resolution: Resolution, words: str = HOSTILE) -> Resolution:
    first, *others = resolution.body
    return replace(resolution, body=(replace(first, text=(Run(words),)), *others))


def leave(program: Program, document: Document, name: str, at: float = 1_790_000_000.0) -> None:
    """Leave a journal behind, as of a program that is dead."""
    file = JournalFile(program.state / JOURNALS / f"{name}.journal")
    head = Head(name, replace(this_program(), started="x"), str(document.path or ""), document.stamp)
    file.write(head, lambda: project_of(document), document.resolution, at)
    file.write(head, lambda: project_of(document), typed(document.resolution), at + 60)


@pytest.fixture
def paper(tmp_path: Path, template: Template) -> Document:
    return save_new(tmp_path / "waters.resolution", sample(), template)


@pytest.fixture
def two(program: Program, paper: Document) -> list[Kept]:
    """Return two texts that were kept, one of them without a file."""
    leave(program, paper, "a")
    leave(program, Document(sample(), paper.template), "b", 1_700_000_000.0)
    return recovery.kept(program.state)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, two: list[Kept]) -> RecoveryPage:
    found = RecoveryPage(theme, two)
    qtbot.addWidget(found)
    found.show()
    return found


def button(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_the_page_shows_what_is_new_in_the_current_text(page: RecoveryPage) -> None:
    shown = page.view.toPlainText()
    assert HOSTILE.replace("\u202e", "") in shown.replace("\u202e", "") or "<b>" in shown, "words are data"
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 1
    said = page.list.lines.data(page.list.lines.index(1))
    assert isinstance(said, str)
    assert "never saved" in said


def test_the_button_says_how_much_it_restores(page: RecoveryPage) -> None:
    restore = button(page, "recovery_restore")
    assert restore.text().replace("&", "") == "Restore both"
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert restore.text().replace("&", "") == "Restore"
    assert [one.id for one in page.list.lines.ticked] == ["b"]
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert not restore.isEnabled()


def test_enter_restores_and_escape_decides_nothing(page: RecoveryPage) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.answer == "restore"
    page.answer = "later"
    page.show()
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert page.answer == "later"
    assert not page.isVisible()


Answers = Callable[..., None]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Return what lays down the answers to the questions to come; each is asked exactly once."""

    def lay(*given: tuple[Answer, str]) -> None:
        left = list(given)

        def ask(_: Theme, kept: list[Kept], __: QWidget | None) -> tuple[Answer, list[Kept]]:
            answer, names = left.pop(0)
            return answer, [one for one in kept if one.id in names]

        monkeypatch.setattr(RecoveryPage, "ask", ask)

    return lay


@pytest.mark.usefixtures("two")
def test_a_restored_text_stands_over_its_file_and_is_recorded_anew(
    program: Program, paper: Document, answers: Answers
) -> None:
    answers(("restore", "a"))
    program.show_start()
    offer_kept(program)
    window = only(program)
    assert window.session.workspace.resolution == typed(paper.resolution)
    assert window.session.document.path == paper.path
    assert label(window, "status_state") == "Not saved"
    assert paper.path is not None
    assert open_document(paper.path).resolution == paper.resolution, "the file is as it was"
    left = {path.stem for path in (program.state / JOURNALS).iterdir()}
    assert "b" in left, "what was not asked for stays"
    assert "a" not in left
    assert len(left) == 2, "the restored text is recorded by its new session"
    window.session.workspace.undo()
    assert window.session.workspace.resolution == paper.resolution
    window.session.workspace.redo()
    assert window.files.save()
    assert open_document(paper.path).resolution == typed(paper.resolution)


@pytest.mark.usefixtures("two")
def test_all_can_be_restored_at_once(program: Program, answers: Answers) -> None:
    answers(("restore", "ab"))
    offer_kept(program)
    assert [window.isVisible() for window in program.windows] == [True, True]
    assert recovery.kept(program.state) == []


@pytest.mark.usefixtures("two")
def test_set_aside_is_kept_elsewhere_and_the_rest_is_asked_for(program: Program, answers: Answers) -> None:
    answers(("aside", "a"), ("later", ""))
    offer_kept(program)
    assert [one.id for one in recovery.kept(program.state)] == ["b"]
    assert [one.id for one in recovery.kept(program.state, ASIDE)] == ["a"]


@pytest.mark.usefixtures("two")
def test_later_leaves_everything(program: Program, answers: Answers) -> None:
    answers(("later", "ab"))
    offer_kept(program)
    assert len(recovery.kept(program.state)) == 2


def test_nothing_is_asked_where_nothing_was_left(program: Program) -> None:
    offer_kept(program)
    assert program.windows == []


def test_a_text_with_other_changes_is_left_alone(program: Program, paper: Document, answers: Answers) -> None:
    leave(program, paper, "a")
    window = program.open_document(paper)
    other = typed(paper.resolution, "Recalling otherwise,")
    window.session.workspace.apply(recovery.change_between(paper.resolution, other))
    answers(("restore", "a"))
    offer_kept(program)
    assert only(program).session.workspace.resolution == other
    assert [one.id for one in recovery.kept(program.state)] == ["a"]


def test_closing_a_window_leaves_no_journal(program: Program, paper: Document, qtbot: QtBot) -> None:
    window = program.open_document(paper)
    qtbot.waitUntil(lambda: window.session._aids is not None)
    other = typed(paper.resolution)
    window.session.workspace.apply(recovery.change_between(paper.resolution, other))
    qtbot.waitUntil(lambda: recovery.any_kept(program.state), timeout=3000)
    assert recovery.kept(program.state) == [], "this program lives"
    close_all(program)
    assert not recovery.any_kept(program.state)
