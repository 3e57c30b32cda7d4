"""Opening words on the drafting surface look as they print, and the text knows nothing of it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.changes import SetPaper, paper_fields
from editor.model.resolution import Resolution
from editor.model.text import Run, cut, flatten
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.openings import printed
from editor.templating.schema import Template
from editor.ui.draft.surface import Draft
from editor.ui.theme import Theme
from tests.ui.sample import named

Key = Qt.Key


@pytest.fixture(scope="module")
def emphasised(tmp_path_factory: pytest.TempPathFactory) -> Template:
    folder = Path(shutil.copytree(templates_folder() / "osce-pa", tmp_path_factory.mktemp("own") / "osce-pa"))
    path = folder / "template.toml"
    path.write_text('emphasis = "italic"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    return load_template(folder)


@pytest.fixture
def draft(qtbot: QtBot, resolution: Resolution, emphasised: Template, theme: Theme) -> Draft:
    field = Draft(Workspace(resolution, emphasised), theme)
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    field.setFocus()
    return field


def italic(block: QTextBlock) -> str:
    """Return the words of a row that are shown in italics."""
    found = ""
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        if fragment.charFormat().fontItalic():
            found += fragment.text()
        walk += 1
    return found


def check(draft: Draft) -> None:
    """Hold the surface against the print: the same words in italics, and no marks in the text that are not its own."""
    workspace = draft.workspace
    assert draft.rows() == tuple(clause.text for clause in workspace.body)
    for row, clause in enumerate(workspace.body):
        text = printed(clause, workspace.template, workspace.resolution.language)
        wanted = "".join(piece.text for piece in text if isinstance(piece, Run) and "italic" in piece.marks)
        assert italic(draft.document().findBlockByNumber(row)) == wanted


def test_opening_words_are_shown_as_they_print(draft: Draft) -> None:
    check(draft)
    rows = [italic(draft.document().findBlockByNumber(row)) for row in range(7)]
    assert rows == ["Recalling", "Bearing in mind", "Noting with concern", "", "Calls on", "Urges", ""]


def test_they_follow_what_is_typed(draft: Draft) -> None:
    draft.put_span((named("v2"), 0), (named("v2"), 5))
    for words in ("Call", "s", " on", " us"):
        QTest.keyClicks(draft, words)
        check(draft)
    for _ in range(8):
        QTest.keyClick(draft, Key.Key_Backspace)
        check(draft)
    draft.workspace.undo()
    check(draft)


def test_they_follow_what_a_clause_becomes(draft: Draft) -> None:
    draft.put_span((named("v2"), 3), (named("v2"), 3))
    draft.commands.enter()
    check(draft)
    draft.workspace.undo()
    draft.put_span((named("v3"), 0), (named("v3"), 0))
    draft.commands.indent()
    check(draft)
    draft.commands.outdent()
    check(draft)


def test_they_follow_the_language(draft: Draft) -> None:
    before = paper_fields(draft.workspace.resolution)
    draft.workspace.apply(SetPaper(before, replace(before, language="fr")))
    check(draft)
    assert italic(draft.document().findBlockByNumber(0)) == ""
    draft.workspace.undo()
    check(draft)
    assert italic(draft.document().findBlockByNumber(0)) == "Recalling"


def test_marks_of_ones_own_stand(draft: Draft) -> None:
    draft.put_span((named("p3"), 0), (named("p3"), 6))
    draft.commands.toggle("italic")
    check(draft)
    assert italic(draft.document().findBlockByNumber(2)) == "Noting"
    draft.commands.toggle("italic")
    check(draft)
    assert italic(draft.document().findBlockByNumber(2)) == "Noting with concern"


def test_random_edits_keep_surface_and_print_together(draft: Draft) -> None:
    chance = random.Random(7)
    words = ["Recalling ", "Calls on", "also ", "𝒜", "Urges", " ", "noting with concern", "x"]
    for _ in range(250):
        body = draft.workspace.body
        clause = chance.choice([one for one in body if one.kind != "enacting"])
        size = len(flatten(clause.text))
        low, high = sorted(chance.randint(0, min(size, 12)) for _ in range(2))
        match chance.randrange(6):
            case 0 | 1 | 2:
                text = (*cut(clause.text, 0, low), Run(chance.choice(words)), *cut(clause.text, high))
                draft.workspace.apply(edits.set_text(draft.workspace.resolution, clause.id, text))
            case 3:
                draft.workspace.undo()
            case 4:
                draft.workspace.redo()
            case _:
                draft.put_span((clause.id, low), (clause.id, high))
                draft.commands.toggle(chance.choice(["italic", "bold"])) if low < high else draft.commands.enter()
        check(draft)
