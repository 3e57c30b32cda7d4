"""A text whose preamble has no numbers and stands behind the phrase: begun, typed, shown, filled in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.app import beginning
from editor.app.copies import FORMATS, copy_of
from editor.numbering import labels
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.schema import Template
from editor.ui.program import Program
from editor.ui.window.main_window import MainWindow
from tests.ui.test_emphasis import italic
from tests.ui.windows import close_all

Key = Qt.Key


@pytest.fixture(scope="module")
def un() -> Template:
    return load_template(templates_folder() / "un-ga")


@pytest.fixture(params=["en", "fr", "es", "ru"])
def window(request: pytest.FixtureRequest, qtbot: QtBot, program: Program, un: Template) -> Iterator[MainWindow]:
    found = program.open_document(beginning.empty(un, "draft-resolution", request.param))
    found.resize(1200, 800)
    qtbot.waitExposed(found)
    yield found
    close_all(program)


def test_a_text_is_begun_and_typed(window: MainWindow, un: Template, qtbot: QtBot) -> None:
    session = window.session
    workspace = session.workspace
    _, preambular, operative = workspace.body
    assert [clause.kind for clause in workspace.body] == ["enacting", "preambular", "operative"]
    window.activateWindow()
    session.draft.setFocus()
    qtbot.waitUntil(session.draft.hasFocus)
    session.draft.put_span((preambular.id, 0), (preambular.id, 0))
    QTest.keyClicks(session.draft, "Recalling")
    QTest.keyClick(session.draft, Key.Key_Return)
    QTest.keyClicks(session.draft, "Noting")
    session.draft.put_span((operative.id, 0), (operative.id, 0))
    for words in ("Asks", "Calls", "Urges"):
        QTest.keyClicks(session.draft, words)
        QTest.keyClick(session.draft, Key.Key_Return)
    QTest.keyClick(session.draft, Key.Key_Tab)
    QTest.keyClicks(session.draft, "one")
    printed = labels(workspace.body, un.scheme(workspace.resolution.language)).by_place
    item = "(a)" if workspace.resolution.language == "en" else "a)"
    assert [label.text for label in printed] == ["", "", "", "1.", "2.", "3.", item]
    assert session.draft.rows() == tuple(clause.text for clause in workspace.body)
    opening = italic(session.draft.document().findBlockByNumber(1))
    assert opening == ("Recalling" if workspace.resolution.language == "en" else "")
    for format_ in FORMATS:
        assert copy_of(workspace.resolution, un, format_).data


def test_its_panels_open(window: MainWindow) -> None:
    for name in ("cover", "checks", "remarks"):
        window.open_panel(name)
        assert window.session.panel(name).isVisible()
