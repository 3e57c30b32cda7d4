"""Two programs on one file, a file changed from outside, and earlier states: no text takes the place of another."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.app.documents import Document, open_document, save_document, save_new
from editor.app.locking import Holder
from editor.app.recovery import change_between
from editor.app.states import states_of
from editor.app.store import Store
from editor.model.resolution import Resolution
from editor.model.text import Run
from editor.project.lock import Lock, lock_path
from editor.project.owner import this_program
from editor.templating.schema import Template
from editor.ui.dialogs import SaveFile
from editor.ui.dialogs.earlier import Earlier, EarlierDialog
from editor.ui.dialogs.held import HeldDialog
from editor.ui.program import Program
from editor.ui.run import Beginning
from editor.ui.theme import Theme
from editor.ui.window.main_window import MainWindow
from tests.ui.sample import sample
from tests.ui.windows import close_all, only

LONG_AGO = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def program(theme: Theme, tmp_path: Path) -> Iterator[Program]:
    found = Program(Store(tmp_path / "settings"), theme, state=tmp_path / "state")
    yield found
    close_all(found)


@pytest.fixture
def paper(tmp_path: Path, template: Template) -> Document:
    (tmp_path / "share").mkdir()
    return save_new(tmp_path / "share" / "waters.resolution", sample(), template)


@pytest.fixture
def path(paper: Document) -> Path:
    assert paper.path is not None
    return paper.path


def typed(resolution: Resolution, words: str) -> Resolution:
    first, *others = resolution.body
    return replace(resolution, body=(replace(first, text=(Run(words),)), *others))


def type_(window: MainWindow, words: str) -> Resolution:
    workspace = window.session.workspace
    after = typed(workspace.resolution, words)
    workspace.apply(change_between(workspace.resolution, after))
    return after


def lay(path: Path, **owner: object) -> None:
    """Lay down the lock of another program."""
    lock = Lock("Petra Novák", replace(this_program(), **owner), at=1.0)
    lock_path(path).write_bytes(msgspec.json.encode(lock))


def answer(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setattr(HeldDialog, "ask", lambda *_: said)


def strip(window: MainWindow) -> str:
    return window.shell.strip.sentence()


def test_a_file_is_locked_while_it_is_open(program: Program, path: Path) -> None:
    assert Beginning(program).open_path(path)
    assert lock_path(path).exists()
    only(program).close()
    assert not lock_path(path).exists()


def test_saving_under_another_name_moves_the_lock(
    program: Program, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Beginning(program).open_path(path)
    other = path.with_name("other.resolution")
    monkeypatch.setattr(SaveFile, "ask", lambda *_: other)
    assert only(program).files.save_as()
    assert not lock_path(path).exists()
    assert lock_path(other).exists()


def test_one_who_reads_along_changes_nothing(program: Program, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(path, host="TABLE-2")
    before = path.read_bytes()
    answer(monkeypatch, "read")
    Beginning(program).open_path(path)
    window = only(program)
    assert "Petra Novák has this file open on TABLE-2" in strip(window)
    assert type_(window, "Typed,") != window.session.workspace.resolution
    assert not window.files.save()
    assert "Petra Novák" in strip(window)
    window.close()
    assert path.read_bytes() == before
    assert lock_path(path).exists(), "another's lock stays"


def test_a_copy_has_no_file(program: Program, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(path, host="TABLE-2")
    answer(monkeypatch, "copy")
    Beginning(program).open_path(path)
    window = only(program)
    assert window.session.document.path is None
    assert window.session.workspace.history.modified
    assert type_(window, "Typed,") == window.session.workspace.resolution


def test_a_lock_is_taken_over_when_the_user_says_so(
    program: Program, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(path, host="TABLE-2")
    answer(monkeypatch, "over")
    Beginning(program).open_path(path)
    window = only(program)
    text = type_(window, "Typed,")
    assert window.files.save()
    assert open_document(path).resolution == text


def test_nothing_is_opened_by_one_who_would_not(program: Program, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(path, host="TABLE-2")
    answer(monkeypatch, "cancel")
    assert not Beginning(program).open_path(path)
    assert program.windows == []


def test_the_lock_of_a_dead_program_is_taken_over_and_it_is_said(program: Program, path: Path) -> None:
    lay(path, started="long ago")
    Beginning(program).open_path(path)
    assert "stopped had this file open" in strip(only(program))
    assert this_program() == msgspec.json.decode(lock_path(path).read_bytes(), type=Lock).owner


def test_nothing_is_written_to_a_file_that_another_opened_meanwhile(
    program: Program, paper: Document, path: Path
) -> None:
    window = program.open_document(paper)
    type_(window, "Typed,")
    lay(path, host="TABLE-2")
    before = path.read_bytes()
    assert not window.files.save()
    assert "Petra Novák" in strip(window)
    assert path.read_bytes() == before


def test_a_file_changed_from_outside_is_not_overwritten(program: Program, path: Path) -> None:
    Beginning(program).open_path(path)
    window = only(program)
    text = type_(window, "Typed,")
    theirs = typed(sample(), "Theirs,")
    save_document(replace(open_document(path), resolution=theirs), path)
    assert not window.files.save()
    assert "neither text was overwritten" in strip(window)
    assert open_document(path).resolution == theirs
    assert window.session.workspace.resolution == text


@pytest.mark.parametrize("person", ["Petra Novák", ""])
def test_the_question_offers_taking_over_only_where_nothing_is_certain(
    qtbot: QtBot, theme: Theme, path: Path, person: str
) -> None:
    for certain in (True, False):
        dialog = HeldDialog(theme, path.name, Holder(person, "TABLE-2", LONG_AGO, certain))
        qtbot.addWidget(dialog)
        names = {button.objectName() for button in dialog.findChildren(QPushButton)}
        assert ("held_over" in names) is not certain
        assert {"held_read", "held_copy", "held_cancel"} <= names


# Earlier states


def test_an_earlier_state_comes_back_as_a_change(program: Program, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Beginning(program).open_path(path)
    window = only(program)
    texts = [sample()]
    for words in ("One,", "Two,"):
        texts.append(type_(window, words))
        assert window.files.save()
    offered: list[list[Earlier]] = []

    def ask(_: object, states: list[Earlier], __: object) -> Earlier:
        offered.append(states)
        return states[-1]

    monkeypatch.setattr(EarlierDialog, "ask", ask)
    window.commands["earlier"].trigger()
    assert len(offered[0]) == 2
    assert window.session.workspace.resolution == texts[0]
    assert window.session.workspace.history.modified
    assert open_document(path).resolution == texts[2], "the file is as it was"
    window.session.workspace.undo()
    assert window.session.workspace.resolution == texts[2]


def test_the_list_says_when_and_how_long(program: Program, path: Path, qtbot: QtBot, theme: Theme) -> None:
    Beginning(program).open_path(path)
    type_(only(program), "One,")
    only(program).files.save()
    dialog = EarlierDialog(theme, [*states_of(path, program.state)])
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 1
    assert "words" in dialog.list.item(0).text()
    empty = EarlierDialog(theme, [])
    qtbot.addWidget(empty)
    assert empty.list.count() == 0
