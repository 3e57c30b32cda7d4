"""The start page: everything by keyboard, everything said, and what becomes of texts that are gone."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor.app import documents
from editor.app.recent import Standing
from editor.app.store import Recent
from editor.model.text import flatten
from editor.templating.schema import Template
from editor.ui import dialogs
from editor.ui.program import Program
from editor.ui.start import templates as template_list
from editor.ui.start.window import StartWindow
from editor.ui.start.words import place_words, tag_words, text_words, when_words
from editor.ui.theme import Theme
from tests.ui.sample import sample
from tests.ui.windows import close_all, only

SOME = datetime.datetime(2027, 5, 28, 14, 5, tzinfo=datetime.UTC)


@pytest.fixture
def program(program: Program) -> Iterator[Program]:
    yield program
    close_all(program)


@pytest.fixture
def papers(program: Program, template: Template, tmp_path: Path) -> list[Path]:
    """Return a draft, an issued paper and a damaged one, remembered with one that is gone; the draft is the latest."""
    paths = [tmp_path / f"{name}.resolution" for name in ("gone", "damaged", "issued", "draft")]
    paths[1].write_bytes(b"{")
    documents.save_new(paths[2], replace(sample(), revision="Rev.1"), template)
    documents.save_new(paths[3], sample(), template)
    for path in paths:
        program.store.add_recent(path, f"On the {path.stem} one", "SC (27) SI 4 E")
    return paths


def shown(program: Program, qtbot: QtBot) -> StartWindow:
    start = program.show_start()
    start.page.templates.setFocus()
    qtbot.waitUntil(start.page.templates.hasFocus)
    return start


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def said(start: StartWindow, row: int) -> str:
    return str(start.page.recent.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_text_is_begun_by_keyboard(program: Program, qtbot: QtBot) -> None:
    start = shown(program, qtbot)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    state = only(program).session.workspace.resolution
    assert (state.kind, state.language) == ("draft-resolution", "en")
    assert not start.isVisible(), "the page goes when a text has come"


def test_a_text_is_begun_by_a_click(program: Program, qtbot: QtBot) -> None:
    start = shown(program, qtbot)
    listed = start.page.templates
    at = listed.visualRect(listed.model().index(1, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert only(program).session.workspace.resolution.kind == "supplementary-item"


def test_the_name_of_a_body_cannot_be_chosen(program: Program, qtbot: QtBot) -> None:
    start = shown(program, qtbot)
    listed = start.page.templates
    assert listed.model().index(0, 0).data() == "OSCE Parliamentary Assembly"
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    press(Qt.Key.Key_Up)
    assert listed.currentIndex().row() == 1
    assert start.isVisible()
    assert program.windows == []


def test_a_text_begins_in_the_language_begun_in_last(program: Program, qtbot: QtBot) -> None:
    program.store.set_state("language", "fr")
    shown(program, qtbot)
    press(Qt.Key.Key_Return)
    assert only(program).session.workspace.resolution.language == "fr"


def test_the_menu_of_a_kind_offers_its_languages(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Menu(QMenu):
        def exec(self, *_: object) -> None:  # type: ignore[override]
            actions = {action.text(): action for action in self.actions()}
            actions["Begin in German"].trigger()

    monkeypatch.setattr(template_list, "QMenu", Menu)
    start = shown(program, qtbot)
    listed = start.page.templates
    at = listed.visualRect(listed.model().index(2, 0)).center()
    listed._offer_languages(2, at)
    state = only(program).session.workspace.resolution
    assert (state.kind, state.language) == ("draft-resolution", "de")


def test_tab_walks_down_both_columns(program: Program, papers: list[Path], qtbot: QtBot) -> None:
    start = shown(program, qtbot)
    names = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.objectName())
        press(Qt.Key.Key_Tab)
    assert papers
    assert names == ["start_templates", "start_last_year", "start_import", "start_recent", "start_open", "start_sample"]
    parts = [*start.findChildren(QAbstractButton), start.page.templates, start.page.recent]
    assert all(part.accessibleName() for part in parts if part.isVisible())


def test_tab_into_the_texts_opened_lately_shows_which_one_enter_would_open(
    program: Program, papers: list[Path], qtbot: QtBot
) -> None:
    start = shown(program, qtbot)
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    assert papers
    assert start.page.recent.hasFocus()
    assert [index.row() for index in start.page.recent.selectedIndexes()] == [0]


def test_texts_opened_lately_are_told_with_what_became_of_them(
    program: Program, papers: list[Path], qtbot: QtBot
) -> None:
    start = shown(program, qtbot)
    qtbot.waitUntil(lambda: "not there" in said(start, 3))
    assert papers
    now = datetime.datetime.now().astimezone().strftime("%H:%M")
    for row, (name, state) in enumerate(
        (("draft", "draft"), ("issued", "issued, Rev.1"), ("damaged", "cannot be read"))
    ):
        assert said(start, row).startswith(f"On the {name} one, SC (27) SI 4 E  ·  ")
        assert f", {state}, today, {now[:2]}" in said(start, row)
    assert "the file is not there" in said(start, 3)
    interface = QAccessible.queryAccessibleInterface(start.page.recent)
    assert interface is not None
    assert interface.child(0).text(QAccessible.Text.Name) == said(start, 0)


def test_a_text_opened_lately_is_opened_by_keyboard(program: Program, papers: list[Path], qtbot: QtBot) -> None:
    start = shown(program, qtbot)
    start.page.recent.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert only(program).session.document.path == papers[2]
    assert program.store.recent[0].path == str(papers[2])


@pytest.mark.parametrize(("row", "words"), [(2, "damaged.resolution"), (3, "there is no such file")])
def test_a_text_that_cannot_be_opened_is_said(
    program: Program, papers: list[Path], qtbot: QtBot, row: int, words: str
) -> None:
    start = shown(program, qtbot)
    start.page.recent.setFocus()
    for _ in range(row):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert words in start.strip.sentence()
    assert start.isVisible()
    assert papers


def test_texts_are_forgotten(program: Program, papers: list[Path], qtbot: QtBot) -> None:
    start = shown(program, qtbot)
    start.page.recent.setFocus()
    press(Qt.Key.Key_Delete)
    assert [entry.path for entry in program.store.recent] == [str(path) for path in papers[2::-1]]
    clear = start.findChild(QAction, "action_clear_recent")
    assert isinstance(clear, QAction)
    clear.trigger()
    empty = start.findChild(QLabel, "start_empty")
    assert isinstance(empty, QLabel)
    assert empty.isVisible()
    assert empty.text() == "Texts you open will be listed here."
    assert not start.page.recent.isVisible()


def test_a_text_with_changes_in_another_window_is_marked(program: Program, papers: list[Path], qtbot: QtBot) -> None:
    window = program.open_document(documents.open_document(papers[3]))
    QTest.keyClicks(window.session.draft, "x")
    start = shown(program, qtbot)
    assert ", not saved, " in said(start, 0)
    assert window.files.save()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    start.activateWindow()
    qtbot.waitUntil(lambda: ", draft, " in said(start, 0))


def test_who_comes_back_sees_what_is_there_now(program: Program, papers: list[Path], qtbot: QtBot) -> None:
    start = shown(program, qtbot)
    qtbot.waitUntil(lambda: "not there" in said(start, 3))
    papers[0].write_bytes(papers[3].read_bytes())
    other = program.open_document(documents.open_document(papers[3]))
    qtbot.waitUntil(other.isActiveWindow)
    start.activateWindow()
    qtbot.waitUntil(lambda: ", draft, " in said(start, 3))


def test_the_sample_and_last_years_text(
    program: Program, papers: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = shown(program, qtbot)
    start.page.sample.setFocus()
    press(Qt.Key.Key_Space)
    window = only(program)
    assert window.session.document.path is None
    assert len(window.session.workspace.body) > 5
    window.close()
    monkeypatch.setattr(dialogs.OpenFile, "ask", lambda *_: papers[3])
    shown(program, qtbot).page.last_year.click()
    assert only(program).isWindowModified()
    assert only(program).session.workspace.resolution.cover.text("title") == "Early Warning in Shared Basins"


def test_a_text_file_is_imported(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("The OSCE Parliamentary Assembly:\n\n1. Decides to meet again.\n", encoding="utf-8")
    monkeypatch.setattr(dialogs.OpenFile, "ask", lambda *_: path)
    shown(program, qtbot).page.import_text.click()
    window = only(program)
    assert "Decides to meet again." in [flatten(one.text) for one in window.session.workspace.body]
    assert "draft.txt" in window.shell.strip.sentence()


def test_of_several_files_the_page_tells_which_could_not_be_opened(
    program: Program, papers: list[Path], qtbot: QtBot
) -> None:
    start = shown(program, qtbot)
    assert not start.opening.open_paths([papers[3], papers[1]])
    assert only(program).session.document.path == papers[3]
    assert start.isVisible()
    assert "damaged.resolution" in start.strip.sentence()
    assert start.opening.open_paths([papers[2]])
    assert not start.isVisible()


def test_colours_are_chosen_in_the_menu(program: Program, qtbot: QtBot) -> None:
    start = shown(program, qtbot)
    dark = start.findChild(QAction, "action_colours_dark")
    assert isinstance(dark, QAction)
    dark.trigger()
    assert program.theme.scheme == "dark"
    image = start.page.grab().toImage()
    assert image.pixelColor(image.width() - 3, image.height() - 3).name() == program.theme.hex("surface").lower()


def test_each_kind_of_paper_has_a_page_of_its_own(program: Program, qtbot: QtBot, theme: Theme) -> None:
    listed = shown(program, qtbot).page.templates
    pages: list[QImage] = []
    for row in (1, 2):
        rect = listed.visualRect(listed.model().index(row, 0))
        image = listed.viewport().grab(rect).toImage().copy(0, 0, round(66 * theme.scale), rect.height())
        marks = {image.pixelColor(x, y).lightness() < 200 for x in range(image.width()) for y in range(image.height())}
        assert marks == {True, False}, "there are words on the page"
        pages.append(image)
    assert pages[0] != pages[1]
    assert [str(listed.model().index(row, 0).data()) for row in (1, 2)] == [
        "Supplementary item, OSCE Parliamentary Assembly: Cover sheet, draft resolution, amendment form",
        "Draft resolution, OSCE Parliamentary Assembly: Numbered preamble and operative part",
    ]


@pytest.mark.parametrize("size", [(760, 480), (1280, 690), (1920, 1080)])
def test_nothing_is_cut_where_there_is_little_room(program: Program, qtbot: QtBot, size: tuple[int, int]) -> None:
    start = shown(program, qtbot)
    start.resize(*size)
    QApplication.processEvents()
    frame = start.page.rect()
    for part in (start.page.last_year, start.page.import_text, start.page.open, start.page.sample):
        corner = part.mapTo(start.page, QPoint())
        assert frame.contains(part.rect().translated(corner)), part.objectName()
        assert part.width() >= part.sizeHint().width()


def test_rows_are_painted_in_every_scheme(program: Program, papers: list[Path], qtbot: QtBot) -> None:
    start = shown(program, qtbot)
    qtbot.waitUntil(lambda: "not there" in said(start, 3))
    listed: QWidget = start.page.recent.viewport()
    for scheme in ("dark", "contrast", "light"):
        program.theme.fix(scheme)
        image = listed.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        wanted = ("surface", "insertion" if scheme == "contrast" else "insertion-soft")
        assert {QColor(program.theme.hex(role)).name() for role in wanted} <= seen
    assert papers


def test_words_for_when() -> None:
    cases = {
        SOME: "today, 14:05",
        SOME - datetime.timedelta(days=1): "yesterday",
        SOME - datetime.timedelta(days=6): "22 May",
        SOME.replace(year=2026, month=7, day=3): "3 July 2026",
    }
    assert {when: when_words(when, SOME) for when in cases} == cases


def test_words_for_places() -> None:
    home = Path("/home/anna")
    entry = Recent(str(home / "Documents" / "Tallinn" / "a.resolution"), "", "SC (27) SI 4 E", SOME)
    assert place_words(entry, Standing(), home) == "SC (27) SI 4 E  ·  Documents / Tallinn"
    assert place_words(entry, Standing(missing="folder"), home).endswith("Tallinn, the folder is not there")
    away = replace(entry, path=os.fspath(Path("/media/anna/STICK/papers/a.resolution")), code="")
    assert place_words(away, Standing(missing="drive"), home) == "STICK, not connected"


def test_words_for_states(template: Template) -> None:
    assert tag_words(Standing("draft"), unsaved=True) == "not saved"
    assert tag_words(Standing("newer"), unsaved=False) == "newer version"
    assert tag_words(Standing(), unsaved=False) == ""
    bare = replace(template.file.numbering, rules=template.file.numbering.rules[1:])
    other = replace(template, file=replace(template.file, numbering=bare))
    assert text_words(template) == "Numbered preamble and operative part"
    assert text_words(other) == "Preamble without numbers, numbered operative part"
