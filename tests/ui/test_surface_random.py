"""Whatever is done to the text, by keys or by others: the field shows the body, and undo leads back to the start."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor.app.workspace import Workspace
from editor.model.changes import body_change
from editor.model.grammar import check_body
from editor.model.resolution import Resolution
from editor.ui.draft.surface import Draft
from tests.editing import edited

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier

KEYS = (
    [(Key.Key_Return, NONE)] * 6
    + [(Key.Key_Backspace, NONE), (Key.Key_Delete, NONE)] * 4
    + [(Key.Key_Tab, NONE), (Key.Key_Backtab, SHIFT)] * 3
    + [(Key.Key_Return, SHIFT), (Key.Key_Backspace, CTRL), (Key.Key_Delete, CTRL)]
    + [(Key.Key_C, CTRL), (Key.Key_X, CTRL), (Key.Key_V, CTRL), (Key.Key_V, CTRL)]
    + [(Key.Key_Left, NONE), (Key.Key_Home, CTRL), (Key.Key_End, NONE)]
)
WORDS = ("a", " ", "Ж", "é", "\u00a0", "😀", "e\u0301")


def check(draft: Draft, workspace: Workspace) -> None:
    assert draft.rows() == tuple(clause.text for clause in workspace.body)
    assert draft.document().blockCount() == max(1, len(workspace.body))
    check_body(workspace.body, workspace.grammar)


def select(draft: Draft, source: random.Random) -> None:
    cursor = draft.textCursor()
    last = draft.document().characterCount() - 1
    cursor.setPosition(source.randint(0, last))
    if source.random() < 0.3:
        cursor.setPosition(source.randint(0, last), QTextCursor.MoveMode.KeepAnchor)
    draft.setTextCursor(cursor)


def step(draft: Draft, workspace: Workspace, source: random.Random) -> None:
    choice = source.random()
    if choice < 0.25:
        select(draft, source)
    elif choice < 0.5:
        draft.commands.type_words(source.choice(WORDS))
    elif choice < 0.85:
        QTest.keyClick(draft, *source.choice(KEYS))
    elif choice < 0.9:
        draft.commands.move(source.choice((-1, 1)))
    elif choice < 0.93:
        draft.commands.toggle(source.choice(("italic", "bold")))
    elif choice < 0.96:
        workspace.undo()
    elif choice < 0.98:
        workspace.redo()
    else:
        after = edited(workspace.resolution, workspace.grammar, source.randrange(1000), 3)
        workspace.apply(body_change(workspace.body, after.body))


@pytest.mark.parametrize("seed", range(6))
def test_field_shows_the_body_after_every_step(
    draft: Draft, workspace: Workspace, resolution: Resolution, seed: int
) -> None:
    source = random.Random(seed)
    for _ in range(300):
        step(draft, workspace, source)
        check(draft, workspace)
    end, steps = workspace.resolution, 0
    while workspace.history.can_undo:
        workspace.undo()
        steps += 1
        check(draft, workspace)
    assert workspace.resolution == resolution
    for _ in range(steps):
        workspace.redo()
    check(draft, workspace)
    assert workspace.resolution == end
