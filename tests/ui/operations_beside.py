"""What a drafter does beside the text: references, notes, remarks, finding, checks, cover, panels, settings, files."""

from __future__ import annotations

import random
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from editor.app.documents import open_document
from editor.app.store import changed
from editor.ui.checks.panel import ChecksPanel
from editor.ui.cover.form import CoverForm
from editor.ui.cover.people import PeopleEditor
from editor.ui.cover.quiet import Quiet
from editor.ui.find.bar import FindBar
from editor.ui.notes.field import Field
from editor.ui.notes.note_field import NoteField
from editor.ui.palette.palette import Palette
from tests.ui.operations import CTRL, SHIFT, WORDS, Key, put_caret
from tests.ui.stage import NONE, Stage

Part = TypeVar("Part", bound=QWidget)

FIELD_KEYS = (
    (Key.Key_Backspace, NONE), (Key.Key_Backspace, NONE), (Key.Key_Delete, NONE), (Key.Key_Return, NONE),
    (Key.Key_Home, NONE), (Key.Key_End, NONE), (Key.Key_Left, SHIFT), (Key.Key_A, CTRL), (Key.Key_I, CTRL),
    (Key.Key_B, CTRL), (Key.Key_C, CTRL), (Key.Key_X, CTRL), (Key.Key_V, CTRL), (Key.Key_Backspace, CTRL),
    (Key.Key_Left, NONE), (Key.Key_Up, NONE),
)  # fmt: skip

NAMES = (
    "de Vries", "DE LA CRUZ", "Yalçın", "weiß", "", "van HOUTEN", "Ivanov", "Иванов", " ", "O'Neil", "a", "France",
    "pays-bas", "Türkiye", "Deutschland", "Mr.", "Ms", "3 July 2027", "7.7.2027", "2027", "28", "IV", "x y z",
)  # fmt: skip

LISTS = (
    "Ms.\tIlse\tvan HOUTEN\tNetherlands\nMr.\tKarl\tWEISS\tGermany",
    "Country\tName\nFrance\tAnne Martin\nItaly\tPaolo ROSSI",
    "Mr. John Smith (Canada)\nMs. Éliane Vautrin (Luxembourg)",
    "", "nothing\t\t\t\t\t", "\ufeffa,b,c\n1,2,3",
)  # fmt: skip


# Words in fields


def write(stage: Stage, source: random.Random, field: QWidget, keys: int = 3) -> None:
    """Put the keyboard into `field` and type or press some keys there."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    for _ in range(source.randint(1, keys)):
        if source.random() < 0.6:
            stage.type(field, source.choice(WORDS))
        else:
            key, modifier = source.choice(FIELD_KEYS)
            stage.press(field, key, modifier=modifier)


def _shown(parent: QWidget, kind: type[Part], name: str = "") -> list[Part]:
    found = parent.findChildren(kind, name) if name else parent.findChildren(kind)
    return [part for part in found if isinstance(part, kind) and part.isVisibleTo(parent)]


# References and notes


def refer(stage: Stage, source: random.Random) -> None:
    """Put in a reference by the picker, chosen by words or number, or change one's mind."""
    put_caret(stage, source)
    stage.window.commands["reference"].trigger()
    picker = stage.session.aids.references.picker
    if picker is None or not picker.isVisible():
        return
    stage.type(picker.field, source.choice(("", "1", "2 a", "the", "zz", "river")))
    keys = (Key.Key_Return, Key.Key_Return, Key.Key_Tab, Key.Key_Escape, Key.Key_Down)
    stage.press(picker.field, source.choice(keys))
    if picker.isVisible():
        stage.press(picker.field, Key.Key_Escape)


def refer_while_typing(stage: Stage, source: random.Random) -> None:
    """Type "paragraph 1", and take the clause that is offered, or not."""
    stage.write_in_draft()
    put_caret(stage, source)
    stage.type(stage.draft, source.choice((" paragraph ", " paragraphs 1", "subparagraph 2 a")))
    keys = (Key.Key_Tab, Key.Key_Return, Key.Key_Escape, Key.Key_Down, Key.Key_Backspace)
    stage.press(stage.draft, *source.choices(keys, k=2))


def note(stage: Stage, source: random.Random) -> None:
    """Put in a footnote or go to the one there, and write in it."""
    put_caret(stage, source)
    stage.window.commands["footnote"].trigger()
    field = QApplication.focusWidget()
    if isinstance(field, NoteField):
        write(stage, source, field)
        if source.random() < 0.3:
            stage.press(field, Key.Key_Escape)


def write_note(stage: Stage, source: random.Random) -> None:
    fields = _shown(stage.panel("notes"), NoteField)
    if not fields:
        return
    field = source.choice(fields)
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(source.randrange(field.document().characterCount()))
    if source.random() < 0.3:
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    write(stage, source, field)


def delete_note(stage: Stage, source: random.Random) -> None:
    buttons = _shown(stage.panel("notes"), QAbstractButton, "note_delete")
    if buttons:
        source.choice(buttons).click()


# Remarks


def remark(stage: Stage, source: random.Random) -> None:
    put_caret(stage, source)
    stage.window.commands["remark"].trigger()
    field = QApplication.focusWidget()
    if isinstance(field, Field):
        write(stage, source, field)
        if source.random() < 0.6:
            stage.press(field, Key.Key_Escape)


def use_remark(stage: Stage, source: random.Random) -> None:
    """Resolve, open again, answer, edit or delete some remark; show or hide the resolved ones."""
    panel = stage.panel("remarks")
    names = ("remark_resolve", "remark_reopen", "remark_answer", "remark_edit", "remark_delete", "remarks_resolved")
    buttons = _shown(panel, QAbstractButton, source.choice(names))
    if buttons:
        source.choice(buttons).click()
    field = QApplication.focusWidget()
    if isinstance(field, Field) and panel.isAncestorOf(field):
        write(stage, source, field)


# Finding and checks


def find(stage: Stage, source: random.Random) -> None:
    """Look for something, with or without a pattern, and go from hit to hit."""
    bar = _bar(stage, source)
    for name in source.choices(("go_on", "go_back"), k=2):
        getattr(bar, name)()
    if source.random() < 0.4:
        bar.closed.emit()


def replace(stage: Stage, source: random.Random) -> None:
    bar = _bar(stage, source)
    bar.show_replacing(True)
    bar.replacement.setText(source.choice(("", "x", "e", "Ж", r"$0", r"\1", "\u0301", "a")))
    name = source.choice(("find_replace", "find_replace", "find_all"))
    _shown(bar, QAbstractButton, name)[0].click()


def _bar(stage: Stage, source: random.Random) -> FindBar:
    bar = stage.panel("find")
    assert isinstance(bar, FindBar)
    bar._pattern.setChecked(source.random() < 0.3)
    bar._case.setChecked(source.random() < 0.3)
    bar._whole.setChecked(source.random() < 0.3)
    bar.words.selectAll()
    stage.type(bar.words, source.choice(("the", "e", "[a-c]+", "", "rivers", "(", ".", "a|", '"', "Ж", "^.", "$")))
    return bar


def mend(stage: Stage, source: random.Random) -> None:
    """Go to a finding and mend it, or all of its kind."""
    panel = stage.panel("checks")
    assert isinstance(panel, ChecksPanel)
    rows = panel.lines.rowCount()
    if not rows:
        return
    panel.view.setCurrentIndex(panel.lines.index(source.randrange(rows)))
    panel.go_to()
    for button in _shown(panel, QAbstractButton, source.choice(("checks_fix", "checks_fix_alike"))):
        if button.isEnabled():
            button.click()


def look(stage: Stage, source: random.Random) -> None:  # noqa: ARG001
    """Let the checks look at the text, as they do after a pause."""
    stage.session.aids.checker.look()


# The cover


def cover(stage: Stage, source: random.Random) -> None:
    """Write in some field of the cover, or choose there."""
    form = _form(stage)
    editor = source.choice(list(form.editors.values()))
    inputs = [part for part in editor.inputs() if part.isVisibleTo(form)]
    if isinstance(editor, PeopleEditor) or not inputs:
        return people(stage, source)
    part = source.choice(inputs)
    if isinstance(part, QComboBox):
        _choose(stage, source, part)
    elif isinstance(part, QLineEdit | QPlainTextEdit):
        part.setFocus()
        if source.random() < 0.4:
            part.selectAll()
        if source.random() < 0.5:
            stage.type(part, source.choice(NAMES))
        else:
            write(stage, source, part)
        if source.random() < 0.5:
            stage.press(part, Key.Key_Tab)
    elif isinstance(part, QAbstractButton):
        part.click()
    return None


def _choose(stage: Stage, source: random.Random, part: QComboBox) -> None:
    part.setFocus()
    line = part.lineEdit()
    if line and source.random() < 0.6:
        line.selectAll()
        stage.type(line, source.choice(NAMES))
        completer = part.completer()
        offers = completer.popup() if completer else None
        if offers:
            offers.hide()
        line.editingFinished.emit()
    elif part.count():
        part.setCurrentIndex(source.randrange(part.count()))
        part.activated.emit(part.currentIndex())


def paper(stage: Stage, source: random.Random) -> None:
    """Choose another language, original language, revision or kind of paper."""
    form = _form(stage)
    name = source.choice(("paper_language", "paper_language", "paper_original", "paper_revision", "paper_kind"))
    part = form.findChild(QWidget, name)
    if isinstance(part, QComboBox):
        _choose(stage, source, part)
    elif isinstance(part, Quiet) and part.isEnabled() and part.menu().actions():
        source.choice(part.menu().actions()).trigger()


def people(stage: Stage, source: random.Random) -> None:
    """Do something to a list of members."""
    editors = [editor for editor in _form(stage).editors.values() if isinstance(editor, PeopleEditor)]
    if not editors:
        return
    editor = source.choice(editors)
    members, table = editor.members, editor.table
    rows = members.rowCount()
    if rows:
        table.selectRow(source.randrange(rows))
    match source.choice(("add", "paste", "sort", "cell", "cell", "remove", "up", "down", "copy")):
        case "add":
            editor.add()
            field = QApplication.focusWidget()
            if isinstance(field, QLineEdit):
                stage.type(field, source.choice(NAMES))
                stage.press(field, source.choice((Key.Key_Tab, Key.Key_Return, Key.Key_Escape)))
        case "paste" if rows < 12:
            QApplication.clipboard().setText(source.choice(LISTS))
            editor.paste()
        case "sort":
            editor.sort(source.choice(("country", "name")))
        case "cell" if rows:
            members.setData(members.index(source.randrange(rows), source.randrange(4)), source.choice(NAMES))
        case "remove":
            table.remove()
        case "up" | "down" as way:
            table.move_rows(-1 if way == "up" else 1)
        case "copy":
            table.copy()


def _form(stage: Stage) -> CoverForm:
    form = stage.panel("cover")
    assert isinstance(form, CoverForm)
    return form


# Window, settings, files


def show_panel(stage: Stage, source: random.Random) -> None:
    stage.window.commands[source.choice(("preview", "preview", "cover", "checks", "remarks"))].trigger()


def go_around(stage: Stage, source: random.Random) -> None:
    names = ("next_pane", "last_pane", "outline", "filter", "find_next", "find_last", "spelling", "about")
    name = source.choice(names)
    stage.window.commands[name].trigger()
    if name == "filter":
        stage.type(stage.session.pane.field, source.choice(("1", "the", "zz", "2 a", "")))
        if source.random() < 0.6:
            stage.session.pane.field.clear()


def close_strip(stage: Stage, source: random.Random) -> None:
    stage.session.panel(source.choice(("notes", "find"))).closed.emit()  # type: ignore[attr-defined]


def open_palette(stage: Stage, source: random.Random) -> None:  # noqa: ARG001
    stage.window.commands["palette"].trigger()
    for palette in stage.window.findChildren(Palette):
        palette.close_palette()


def prefer(stage: Stage, source: random.Random) -> None:
    now = stage.program.preferences
    stage.program.set_preferences(
        changed(now, smart_typing=source.random() < 0.8, phrases=source.random() < 0.8, offers=source.random() < 0.8)
    )


def save(stage: Stage, source: random.Random) -> None:  # noqa: ARG001
    """Write the file, which then holds the present text."""
    assert stage.window.files.save()
    stage.saved = hash(stage.state)
    path = stage.session.document.path
    assert path is not None
    assert open_document(path).resolution == stage.state


def wait(stage: Stage, source: random.Random) -> None:
    """Let some timers end."""
    QTest.qWait(source.choice((1, 5, 20)))
    QCoreApplication.processEvents()
    assert stage.window.isVisible()
