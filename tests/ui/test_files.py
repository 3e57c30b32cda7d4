"""Opening, saving, exporting, closing: windows and files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor.app import documents
from editor.app.choices import CopyChoices
from editor.app.documents import Document
from editor.app.exporting import export
from editor.model.text import flatten
from editor.templating.schema import Template
from editor.ui import dialogs
from editor.ui.dialogs import ExportDialog, NewDialog, SaveFile, UnsavedDialog
from editor.ui.program import Program
from editor.ui.theme import Theme
from editor.ui.window.main_window import MainWindow
from tests.ui.sample import sample
from tests.ui.windows import close_all, label, only

CTRL = Qt.KeyboardModifier.ControlModifier
PAPER = "Recalling that rivers know no borders,\n\nThe OSCE Parliamentary Assembly:\n\n1. Decides to meet again.\n"


@pytest.fixture
def program(program: Program, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(UnsavedDialog, "ask", lambda *_: "discard")
    yield program
    close_all(program)


@pytest.fixture
def window(qtbot: QtBot, program: Program, template: Template) -> MainWindow:
    main = program.open_document(Document(sample(), template))
    main.resize(1200, 800)
    main.session.draft.setFocus()
    qtbot.waitUntil(main.session.draft.hasFocus)
    return main


@pytest.fixture
def paper(tmp_path: Path, template: Template) -> Path:
    path = tmp_path / "waters.resolution"
    documents.save_new(path, sample(), template)
    return path


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def first(window: MainWindow) -> str:
    return flatten(window.session.workspace.body[0].text)


def strip(window: MainWindow) -> str:
    return window.shell.strip.sentence()


# Saving


def test_a_text_without_a_file_is_never_called_saved(window: MainWindow) -> None:
    assert window.session.document.path is None
    assert label(window, "status_state") == "Not saved"
    assert not window.isWindowModified()


def test_a_text_is_saved_and_opened_again(
    window: MainWindow, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "waters.resolution"
    monkeypatch.setattr(SaveFile, "ask", lambda *_: path)
    QTest.keyClicks(window.session.draft, "x")
    assert label(window, "status_state") == "Not saved"
    press(window, Qt.Key.Key_S, CTRL)
    assert label(window, "status_state") == "Saved"
    assert not window.isWindowModified()
    words = window.session.workspace.resolution
    assert documents.open_document(path).resolution == words
    window.close()
    other = program.open_document(documents.open_document(path))
    assert other.session.workspace.resolution == words
    assert not other.session.workspace.history.can_undo


def test_a_file_changed_by_others_is_not_overwritten(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "waters.resolution"
    monkeypatch.setattr(SaveFile, "ask", lambda *_: path)
    assert window.files.save()
    path.write_bytes(path.read_bytes() + b" ")
    QTest.keyClicks(window.session.draft, "x")
    assert not window.files.save()
    assert "another program changed this file" in strip(window)
    assert path.read_bytes().endswith(b" ")
    assert window.session.workspace.history.modified


def test_a_text_is_not_saved_over_one_that_another_window_has(
    window: MainWindow, program: Program, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open_document(documents.open_document(paper))
    before = paper.read_bytes()
    monkeypatch.setattr(SaveFile, "ask", lambda *_: paper)
    QTest.keyClicks(window.session.draft, "x")
    assert not window.files.save_as()
    assert strip(window).startswith("waters.resolution is open in another window")
    assert paper.read_bytes() == before


def test_a_saved_text_stands_among_those_opened_lately(
    window: MainWindow, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "waters.resolution"
    monkeypatch.setattr(SaveFile, "ask", lambda *_: path)
    assert window.files.save()
    entry = program.store.recent[0]
    assert (entry.path, entry.title, entry.code) == (str(path), "Early Warning in Shared Basins", "SC (27) SI 4 E")


def test_a_missing_ending_is_added_and_what_stands_there_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "text.v2.pdf"
    taken.write_bytes(b"old")
    asked: list[str] = []
    answers = iter([str(tmp_path / "text.v2"), str(taken)])

    def ask(_parent: QWidget, _title: str, name: str, _filter: str) -> tuple[str, str]:
        asked.append(name)
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert SaveFile.ask(None, "", tmp_path / "a.pdf", "") == taken
    assert asked == [str(tmp_path / "a.pdf"), str(taken)], "the dialog came back with the whole name, and asked of it"


# Opening


def test_a_text_is_opened_in_a_window_of_its_own(window: MainWindow, program: Program, paper: Path) -> None:
    QTest.keyClicks(window.session.draft, "x")
    assert window.files.open_path(paper)
    assert [one.session.document.path for one in program.windows] == [None, paper]
    assert first(window).startswith("x")
    assert program.windows[1].pos() != window.pos(), "both are seen"
    assert program.store.recent[0].path == str(paper)


def test_an_untouched_text_without_a_file_gives_way(window: MainWindow, program: Program, paper: Path) -> None:
    assert window.files.open_path(paper)
    assert only(program) is window
    assert window.session.document.path == paper


def test_a_text_that_a_window_has_is_not_opened_again(
    window: MainWindow, program: Program, paper: Path, tmp_path: Path
) -> None:
    assert window.files.open_path(paper)
    QTest.keyClicks(window.session.draft, "x")
    link = tmp_path / "link.resolution"
    link.symlink_to(paper)
    before = window.session
    assert window.files.open_path(link)
    assert only(program) is window
    assert window.session is before


def test_several_texts_are_opened_at_once(
    window: MainWindow, program: Program, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = paper.with_name("other.resolution")
    other.write_bytes(paper.read_bytes())
    monkeypatch.setattr(dialogs.OpenFiles, "ask", lambda *_: [paper, other])
    press(window, Qt.Key.Key_O, CTRL)
    assert {one.session.document.path for one in program.windows} == {paper, other}


def test_a_damaged_file_leaves_what_is_open(window: MainWindow, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "broken.resolution"
    path.write_bytes(b'{"format": "resolution-editor", "ver')
    before = window.session
    assert not window.files.open_path(path)
    assert only(program).session is before
    assert strip(window).startswith(str(path))
    assert path.read_bytes() == b'{"format": "resolution-editor", "ver'


def test_a_newer_file_can_only_be_read(window: MainWindow, paper: Path) -> None:
    paper.write_bytes(paper.read_bytes().replace(b'"version": 1,', b'"version": 99,'))
    data = paper.read_bytes()
    assert window.files.open_path(paper)
    assert "newer version" in strip(window)
    QTest.keyClicks(window.session.draft, "x")
    assert first(window) == flatten(sample().body[0].text)
    assert not window.files.save()
    assert paper.read_bytes() == data


def test_a_new_text_is_begun(
    window: MainWindow, program: Program, template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewDialog, "ask", lambda *_: (template, "draft-resolution", "fr"))
    QTest.keyClicks(window.session.draft, "x")
    press(window, Qt.Key.Key_N, CTRL)
    new = program.windows[1]
    state = new.session.workspace.resolution
    assert (state.kind, state.language) == ("draft-resolution", "fr")
    assert new.windowTitle() == "Untitled[*]"
    assert program.store.state("language") == "fr"


def test_a_text_begins_as_a_copy_of_last_years(
    window: MainWindow, program: Program, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs.OpenFile, "ask", lambda *_: paper)
    window.files.open_last_year()
    state = only(program).session.workspace.resolution
    assert [flatten(one.text) for one in state.body] == [flatten(one.text) for one in sample().body]
    assert {one.id for one in state.body}.isdisjoint(one.id for one in sample().body)
    assert state.cover.text("title") == "Early Warning in Shared Basins"
    assert not state.cover.code().get("number")
    assert only(program).session.document.path is None
    assert window.isWindowModified(), "whoever closes it is asked"
    assert "copy of waters.resolution" in strip(window)


def test_a_text_file_is_taken_in_with_a_word_on_guesses(window: MainWindow, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(PAPER, encoding="utf-8")
    assert window.files.open_path(path)
    assert only(program) is window
    assert first(window) == "Recalling that rivers know no borders,"
    assert window.isWindowModified()
    assert strip(window).startswith("The words of draft.txt were taken in; the file is unchanged.")
    assert "guessed" in strip(window)
    assert path.read_text(encoding="utf-8") == PAPER


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a.pdf: This is a PDF file"),
        ("b.txt", b"", "b.txt: There are no words in it"),
        ("c.bin", b"PK\x03\x04" + bytes(40), "c.bin: This is no text file"),
    ],
    ids=["PDF", "empty", "no text"],
)
def test_what_is_no_text_is_said(window: MainWindow, tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    before = window.session
    assert not window.files.open_path(path)
    assert strip(window).startswith(words)
    assert window.session is before


def test_a_folder_is_no_text(window: MainWindow, tmp_path: Path) -> None:
    assert not window.files.open_path(tmp_path)
    assert "this is a folder" in strip(window)
    assert not window.files.open_path(tmp_path / "none.txt")
    assert "there is no such file" in strip(window)


def drop(target: QWidget, data: QMimeData) -> bool:
    """Drop `data` on `target`; return whether the widget took it for files."""
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, buttons, keys)
    QApplication.sendEvent(target, enter)
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), actions, data, buttons, keys))
    return enter.isAccepted()


@pytest.mark.parametrize("on_text", [True, False])
def test_a_file_dropped_is_opened(
    window: MainWindow, program: Program, paper: Path, qtbot: QtBot, on_text: bool
) -> None:
    qtbot.waitUntil(lambda: window.findChild(QMenu, "recent_menu") is not None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paper))])
    assert drop(window.session.draft.viewport() if on_text else window, data)
    assert only(program).session.document.path == paper


def test_words_dropped_on_the_text_stay_words(window: MainWindow, program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.findChild(QMenu, "recent_menu") is not None)
    data = QMimeData()
    data.setText("flood ")
    drop(window.session.draft.viewport(), data)
    assert only(program).session.document.path is None
    assert any("flood " in flatten(one.text) for one in window.session.workspace.body)


def test_the_menu_of_texts_opened_lately(window: MainWindow, program: Program, paper: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.findChild(QMenu, "recent_menu") is not None)
    menu = window.findChild(QMenu, "recent_menu")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    program.remember(documents.open_document(paper))
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "&1 Early Warning in Shared Basins  (SC (27) SI 4 E)"
    menu.actions()[0].trigger()
    assert only(program).session.document.path == paper
    menu.actions()[-1].trigger()
    assert program.store.recent == ()


# Copies


@pytest.mark.parametrize(("format_", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!DOCTYPE html>"),
                                                ("txt", b"DRAFT\n")])  # fmt: skip
def test_copies_are_written_as_chosen(
    window: MainWindow, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str, start: bytes
) -> None:
    path = tmp_path / f"copy.{format_}"
    chosen = replace(CopyChoices(), format=format_, watermark="DRAFT", parts=("body",))
    monkeypatch.setattr(ExportDialog, "ask", lambda *_: chosen)
    monkeypatch.setattr(SaveFile, "ask", lambda *_: path)
    window.files.export()
    assert path.read_bytes().startswith(start)
    assert strip(window) == f"The copy is written to {path}."
    seen: list[CopyChoices] = []
    monkeypatch.setattr(ExportDialog, "ask", lambda *asked: seen.append(asked[2]))
    window.files.export()
    assert seen == [chosen], "what was chosen last is offered again"
    assert program.store.state("export")


def test_the_dialog_for_the_place_of_a_copy_says_which_kind(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(SaveFile, "ask", lambda *asked: seen.append(asked[1]))
    for format_ in ("pdf", "docx", "html", "txt", "xml"):
        chosen = replace(CopyChoices(), format=format_)
        monkeypatch.setattr(ExportDialog, "ask", lambda *_, chosen=chosen: chosen)
        window.files.export()
    assert seen[0] == "Export a copy as PDF"
    assert len({"Export a copy", *seen}) == 6


def test_escape_takes_the_message_away(window: MainWindow) -> None:
    window.say("The copy is written.")
    press(window, Qt.Key.Key_Escape)
    assert strip(window) == ""
    assert window.session.draft.hasFocus()


def test_no_copy_is_written_without_a_place_for_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExportDialog, "ask", lambda *_: CopyChoices())
    monkeypatch.setattr(SaveFile, "ask", lambda *_: None)
    window.files.export()
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".pdf"]
    assert strip(window) == ""


def test_a_copy_that_cannot_be_written_is_said(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExportDialog, "ask", lambda *_: CopyChoices())
    monkeypatch.setattr(SaveFile, "ask", lambda *_: tmp_path / "nowhere" / "copy.pdf")
    window.files.export()
    assert "folder does not exist" in strip(window)


def test_the_export_dialog_offers_what_a_format_has(qtbot: QtBot, theme: Theme, template: Template) -> None:
    kind = template.kind("supplementary-item")
    dialog = ExportDialog(theme, kind, CopyChoices(line_numbers="page", watermark="DRAFT", parts=("body",)))
    qtbot.addWidget(dialog)
    form = dialog.form
    assert form.choices() == CopyChoices(line_numbers="page", watermark="DRAFT", parts=("body",))
    assert not form.parts["body"].isEnabled(), "the last part cannot be taken away"
    form.parts["cover"].click()
    form.parts["form"].click()
    assert form.choices().parts == ()
    dialog.format.show_value("txt")
    assert not form.paper.isEnabled()
    assert form.choices().format == "txt"
    assert form.choices().options().line_numbers == ""
    dialog.format.show_value("pdf")
    assert form.choices().options().line_numbers == "page"
    for field in (*form.parts.values(), form.paper, form.watermark, form.notice, form.rows, dialog.format):
        assert field.accessibleName() or getattr(field, "text", str)()


# Closing


@pytest.mark.parametrize(("answer", "closed", "written"), [("save", True, True), ("discard", True, False),
                                                           ("cancel", False, False)])  # fmt: skip
def test_closing_asks_what_becomes_of_the_text(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, closed: bool, written: bool
) -> None:
    path = tmp_path / "waters.resolution"
    monkeypatch.setattr(SaveFile, "ask", lambda *_: path)
    asked: list[str] = []

    def ask(_theme: Theme, title: str, _parent: QWidget) -> str:
        asked.append(title)
        return answer

    monkeypatch.setattr(UnsavedDialog, "ask", ask)
    QTest.keyClicks(window.session.draft, "x")
    assert window.close() is closed
    assert path.exists() is written
    assert asked == ["Early Warning in Shared Basins"]


def test_a_saved_text_is_closed_without_a_word(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UnsavedDialog, "ask", lambda *_: "cancel")
    assert window.close()


def test_quitting_stops_at_the_text_that_is_kept_open(
    window: MainWindow, program: Program, template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = program.open_document(Document(sample(), template))
    QTest.keyClicks(window.session.draft, "x")
    monkeypatch.setattr(UnsavedDialog, "ask", lambda *_: "cancel")
    program.quit()
    assert window.isVisible()
    assert other.isVisible()
    monkeypatch.setattr(UnsavedDialog, "ask", lambda *_: "discard")
    program.quit()
    assert not window.isVisible()
    assert not other.isVisible()


def test_a_word_file_is_taken_in_as_it_was_written(window: MainWindow, template: Template, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    export(sample(), template, path)
    assert window.files.open_path(path)
    body = window.session.workspace.body
    assert [(clause.id, clause.kind, clause.text) for clause in body] == [
        (clause.id, clause.kind, clause.text) for clause in sample().body
    ]
    assert window.isWindowModified()
