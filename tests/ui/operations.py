"""What a drafter does to the text, one operation a function: each draws what it needs from its own random source."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.model import edits
from editor.model.changes import body_change
from editor.model.errors import EditError
from editor.model.text import Run, cut, length
from editor.ui.dialogs.number import NumberAnswer
from tests.editing import edited
from tests.ui.stage import NONE, Stage

Operation = Callable[[Stage, random.Random], object]

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
Action = Qt.DropAction

MOST_CLAUSES, LONGEST = 45, 600
"""How large a text may get before it is cut back, in clauses and in characters of one clause."""

WORDS = (
    "a", "e", " ", " ", "the ", "Ж", "é", "\u00a0", "😀", "e\u0301", "\u0301", "\u202e", "«", "ß", "İ",
    '"', "'", "--", "...", " - ", "'s ", '"no" ', "1998-2001", "paragraph 1", "see paragraph 2 a ", "[and]",
    "Urging ", "recall", "colour ", "f(", ") ", ":", ";", ",", ".", "aujourd'hui ! ", "x" * 40,
)  # fmt: skip

PAGES = (
    "<p>Recalling <i>that</i> rivers<br>know no <b>borders</b>,</p><p>Noting</p>",
    "<ol><li>Urges<ol type=a><li>one,</li><li>two;</li></ol></li><li>Decides.</li></ol>",
    "<table><tr><td>Left</td><td>right</td></tr></table>",
    "<span>now</span>",
    '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span>&nbsp;</span>'
    '</span>Calls on all;</p><p class=MsoListParagraph style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">'
    "a.<span>&nbsp;</span></span>at once,</p>",
    "<p></p>",
)

LINES = (
    "plain words", "two\nlines", "1. Urges all;\n(a) one,\n(b) two;\n2. Thanks all.", "\n\n", " ", "a\u2028b",
    "Recalling peace,\nNoting war,\nThe Assembly:\n1. Calls;", "— dash\n• bullet\n• bullet", "12 bis. Stays;", "\ta\tb",
)  # fmt: skip

KEYS = (
    [(Key.Key_Return, NONE)] * 6
    + [(Key.Key_Backspace, NONE), (Key.Key_Delete, NONE)] * 5
    + [(Key.Key_Tab, NONE), (Key.Key_Backtab, SHIFT)] * 4
    + [(Key.Key_Return, SHIFT), (Key.Key_Backspace, CTRL), (Key.Key_Delete, CTRL), (Key.Key_Escape, NONE)]
    + [(Key.Key_C, CTRL), (Key.Key_X, CTRL), (Key.Key_V, CTRL), (Key.Key_V, CTRL | SHIFT)]
    + [(Key.Key_Left, NONE), (Key.Key_Home, CTRL), (Key.Key_End, NONE), (Key.Key_Up, NONE), (Key.Key_Down, NONE)]
    + [(Key.Key_Left, SHIFT), (Key.Key_Right, CTRL | SHIFT), (Key.Key_Down, SHIFT), (Key.Key_PageUp, NONE)]
)

OPENINGS = ("rec", "Call", "u", "Not", "exp", "Dec", "also c", "Bea", "wel", "q")


# The caret


def put_caret(stage: Stage, source: random.Random) -> None:
    start = end = stage.place(source)
    if source.random() < 0.3:
        end = stage.place(source) if source.random() < 0.5 else (start[0], start[1] + source.randint(1, 8))
    stage.draft.put_span(start, end)


def click(stage: Stage, source: random.Random) -> None:
    port = stage.draft.viewport()
    at = QPoint(source.randrange(port.width()), source.randrange(port.height()))
    (QTest.mouseDClick if source.random() < 0.2 else QTest.mouseClick)(port, LEFT, NONE, at)


# Words


def type_words(stage: Stage, source: random.Random) -> None:
    stage.write_in_draft()
    for _ in range(source.randint(1, 3)):
        stage.type(stage.draft, source.choice(WORDS))


def compose(stage: Stage, source: random.Random) -> None:
    """Type by an input method, at times over words that are there."""
    stage.write_in_draft()
    QApplication.sendEvent(stage.draft, QInputMethodEvent(source.choice(("k", "か", "")), []))
    event = QInputMethodEvent("", [])
    event.setCommitString(source.choice(("ô", "漢字", "", "か")), -source.randint(0, 2), source.randint(0, 2))
    QApplication.sendEvent(stage.draft, event)


def press_key(stage: Stage, source: random.Random) -> None:
    stage.write_in_draft()
    key, modifier = source.choice(KEYS)
    if key == Key.Key_V and _full(stage):
        return trim(stage, source)
    stage.press(stage.draft, key, modifier=modifier)
    return None


def take_phrase(stage: Stage, source: random.Random) -> None:
    """Begin a clause with words of the phrase bank, and take what is offered or refuse it."""
    if _full(stage):
        return trim(stage, source)
    stage.write_in_draft()
    clause = source.choice([clause for clause in stage.workspace.body if clause.kind != "enacting"] or [None])
    if clause is not None:
        stage.draft.put_span((clause.id, length(clause.text)), (clause.id, length(clause.text)))
    stage.press(stage.draft, Key.Key_Return)
    stage.type(stage.draft, source.choice(OPENINGS))
    answers = (Key.Key_Tab, Key.Key_Right, Key.Key_Escape, Key.Key_Down, Key.Key_Up, Key.Key_Backspace)
    stage.press(stage.draft, *source.choices(answers, k=source.randint(1, 3)))
    return None


def mark(stage: Stage, source: random.Random) -> None:
    stage.window.commands[source.choice(("italic", "bold", "superscript"))].trigger()


def zoom(stage: Stage, source: random.Random) -> None:
    stage.window.commands[source.choice(("zoom_in", "zoom_out", "zoom_reset"))].trigger()


def write_from_outside(stage: Stage, source: random.Random) -> None:
    """Write into the field as a screen reader does, past all keys."""
    cursor = QTextCursor(stage.draft.document())
    cursor.setPosition(source.randrange(stage.draft.document().characterCount()))
    if source.random() < 0.5:
        cursor.insertText(source.choice(("x", "a b", "\n", "é")))
    else:
        cursor.deleteChar()
    stage.settle()


# Clipboard


def paste_lines(stage: Stage, source: random.Random) -> None:
    data = QMimeData()
    data.setText(source.choice(LINES))
    _paste(stage, source, data)


def paste_page(stage: Stage, source: random.Random) -> None:
    data = QMimeData()
    data.setHtml(source.choice(PAGES))
    data.setText(source.choice(LINES))
    _paste(stage, source, data)


def paste_clauses(stage: Stage, source: random.Random) -> None:
    """Copy some clauses, go elsewhere, paste them."""
    first = source.randrange(len(stage.workspace.body))
    last = min(first + source.randrange(4), len(stage.workspace.body) - 1)
    body = stage.workspace.body
    stage.draft.put_span((body[first].id, 0), (body[last].id, length(body[last].text)))
    data = stage.draft.commands.copied(moved=source.random() < 0.3)
    put_caret(stage, source)
    if data:
        _paste(stage, source, data)


def paste_words(stage: Stage, source: random.Random) -> None:
    QApplication.clipboard().setText(source.choice(LINES))
    stage.write_in_draft()
    if not _full(stage):
        stage.window.commands["paste_words"].trigger()


def cut_clauses(stage: Stage, source: random.Random) -> None:
    """Cut and paste at once, so that ids are kept."""
    stage.write_in_draft()
    put_caret(stage, source)
    stage.window.commands["cut"].trigger()
    put_caret(stage, source) if stage.workspace.body else None
    if not _full(stage):
        stage.window.commands["paste"].trigger()


def _paste(stage: Stage, source: random.Random, data: QMimeData) -> None:
    if _full(stage):
        trim(stage, source)
    else:
        stage.draft.commands.paste(data)


# Clauses


def move(stage: Stage, source: random.Random) -> None:
    name = source.choice(("move_up", "move_down", "indent", "outdent", "to_operative", "add_clause"))
    if name != "add_clause" or not _full(stage):
        stage.window.commands[name].trigger()


def begin(stage: Stage, source: random.Random) -> None:
    """Begin a heading, closing text, part or annex."""
    if not _full(stage):
        stage.window.commands[source.choice(("add_heading", "add_closing", "add_part", "add_annex"))].trigger()


def number(stage: Stage, source: random.Random) -> None:
    wanted = (None, None, None, "12", "1", "12 bis", "", "007", "99999", "iv)", "*", "\u2028", "x" * 30)
    stage.number = NumberAnswer(source.choice(wanted))
    stage.window.commands["number"].trigger()


def restart(stage: Stage, source: random.Random) -> None:
    try:
        change = edits.set_restart(stage.state, stage.clause(source).id, source.choice((None, True, False)))
    except EditError:
        return
    stage.workspace.apply(change)


def choose_lines(stage: Stage, source: random.Random) -> tuple[str, ...]:
    ids = tuple(stage.clause(source).id for _ in range(source.choice((1, 1, 1, 2, 3))))
    stage.session.outline.choose(ids)
    return ids


def arrange(stage: Stage, source: random.Random) -> None:
    """Do to chosen lines of the outline what its keys do."""
    names = ("move_up", "move_down", "indent", "outdent", "copy", "cut", "paste", "duplicate", "delete", "add_clause")
    name = source.choice(names)
    if name in {"paste", "duplicate", "add_clause"} and _full(stage):
        return trim(stage, source)
    choose_lines(stage, source)
    getattr(stage.session.outline.commands, name)()
    return None


def drop_lines(stage: Stage, source: random.Random) -> None:
    """Drop lines of the outline where its model lets them go, or does not."""
    lines = stage.session.outline.lines
    ids = choose_lines(stage, source)
    data = lines.mimeData([lines.index_of(key) for key in ids])
    indexes = _all_indexes(lines, QModelIndex())
    parent = source.choice(indexes)
    row = source.randint(-1, lines.rowCount(parent))
    if lines.canDropMimeData(data, Action.MoveAction, row, 0, parent):
        lines.dropMimeData(data, Action.MoveAction, row, 0, parent)


def _all_indexes(lines: object, parent: QModelIndex) -> list[QModelIndex]:
    found = [parent]
    for row in range(lines.rowCount(parent)):  # type: ignore[attr-defined]
        found += _all_indexes(lines, lines.index(row, 0, parent))  # type: ignore[attr-defined]
    return found


def drag_lines(stage: Stage, source: random.Random) -> None:
    """Carry lines of the outline over it as the system does, and let them fall."""
    view = stage.session.outline
    ids = choose_lines(stage, source)
    data = view.lines.mimeData([view.lines.index_of(key) for key in ids])
    port = view.viewport()
    point = QPoint(source.randrange(max(port.width(), 1)), source.randrange(max(port.height(), 1)))
    QApplication.sendEvent(port, QDragEnterEvent(point, Action.MoveAction, data, LEFT, NONE))
    QApplication.sendEvent(port, QDragMoveEvent(point, Action.MoveAction, data, LEFT, NONE))
    stage.settle()
    QApplication.sendEvent(port, QDropEvent(QPointF(point), Action.MoveAction, data, LEFT, NONE))


def drag_words(stage: Stage, source: random.Random) -> None:
    """Carry selected words elsewhere in the text, or out of it."""
    draft = stage.draft
    put_caret(stage, source)
    if not draft.textCursor().hasSelection():
        return
    both = Action.CopyAction | Action.MoveAction
    port = draft.viewport()
    at = QPoint(source.randrange(port.width()), source.randrange(port.height()))
    action = source.choice((Action.MoveAction, Action.CopyAction))
    falls_here = source.random() < 0.8 and not _full(stage)

    def fall(drag: QDrag) -> Qt.DropAction:
        if not falls_here:
            return source.choice((Action.MoveAction, Action.IgnoreAction))
        QApplication.sendEvent(port, QDragEnterEvent(at, both, drag.mimeData(), LEFT, NONE))
        event = QDropEvent(QPointF(at), both, drag.mimeData(), LEFT, NONE)
        event.setDropAction(action)
        QApplication.sendEvent(port, event)
        return event.dropAction() if event.isAccepted() else Action.IgnoreAction

    stage.drop = fall
    cursor = QTextCursor(draft.document())
    cursor.setPosition(draft.textCursor().selectionStart() + 1)
    start = draft.cursorRect(cursor).center() - QPoint(2, 0)
    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, start + QPoint(40, 0))
    QTest.mouseRelease(port, LEFT, NONE, start + QPoint(40, 0))
    stage.drop = None


def trim(stage: Stage, source: random.Random) -> None:
    """Cut a text back that has become too large: clauses and words go."""
    body = stage.workspace.body
    for clause in body:
        if length(clause.text) > LONGEST:
            short = cut(clause.text, 0, 60)
            stage.workspace.apply(edits.set_text(stage.state, clause.id, short or (Run("x"),)))
    if len(body) > MOST_CLAUSES:
        ids = [clause.id for clause in source.sample(body, len(body) // 2) if clause.kind != "enacting"]
        try:
            stage.workspace.apply(edits.delete(stage.state, stage.workspace.grammar, ids))
        except EditError:
            stage.workspace.apply(edits.delete(stage.state, stage.workspace.grammar, [clause.id for clause in body]))


def _full(stage: Stage) -> bool:
    body = stage.workspace.body
    return len(body) > MOST_CLAUSES or any(length(clause.text) > LONGEST for clause in body)


# What others do, and the way back


def others(stage: Stage, source: random.Random) -> None:
    """Change several clauses at once, as no view here did."""
    if _full(stage):
        return trim(stage, source)
    after = edited(stage.state, stage.workspace.grammar, source.randrange(1000), 3)
    stage.workspace.apply(body_change(stage.workspace.body, after.body))
    return None


def undo(stage: Stage, source: random.Random) -> None:
    for _ in range(source.choice((1, 1, 1, 2, 5, 20))):
        _back(stage, "undo")


def redo(stage: Stage, source: random.Random) -> None:
    for _ in range(source.choice((1, 1, 2, 5, 20))):
        _back(stage, "redo")


def _back(stage: Stage, way: Literal["undo", "redo"]) -> None:
    stage.window.commands[way].trigger()
    known = stage.depths.get(stage.depth)
    assert known is None or known == hash(stage.state), f"{way} leads to another state than was there"


def empty(stage: Stage, source: random.Random) -> None:
    """Select everything and take it out, or put something else there."""
    stage.write_in_draft()
    stage.window.commands["select_all"].trigger()
    source.choice((lambda: stage.press(stage.draft, Key.Key_Delete), lambda: stage.type(stage.draft, "x"),
                   lambda: stage.window.commands["cut"].trigger()))()  # fmt: skip
