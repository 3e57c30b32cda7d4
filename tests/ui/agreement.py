"""What must hold in a window whatever was done in it: every view shows the same text."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from editor.app.copies import CopyError, copy_of
from editor.app.finding import Finder, FindError
from editor.app.outline import Entry, outline
from editor.app.remarks import signs
from editor.checking import check
from editor.compose.compose import compose
from editor.model.clause import DIVIDERS, NESTED, PARAGRAPHS
from editor.model.cover import Person
from editor.model.grammar import check_body
from editor.model.notes import note_places
from editor.model.text import Reference, Run, flatten, length
from editor.numbering import Labels, labels
from editor.paths import fonts_folder
from editor.project.codec import decode, encode
from editor.project.document import ProjectFile
from editor.typeset import load_fonts, typeset
from editor.ui.cover.fields import ChoiceEditor, PersonEditor, TextEditor
from editor.ui.cover.form import CoverForm
from editor.ui.cover.people import PeopleEditor
from editor.ui.draft.formats import INSTANCE, WORDS
from editor.ui.find.bar import FindBar
from editor.ui.notes.strip import NotesStrip
from editor.ui.outline.model import KEY
from editor.ui.remarks.panel import RemarksPanel
from tests.model import invariants
from tests.ui.stage import Stage


def same(found: object, wanted: object, what: str) -> None:
    """Check that `found` is `wanted`; say where they begin to differ."""
    if found != wanted:
        if isinstance(found, list | tuple) and isinstance(wanted, list | tuple):
            at = next((at for at, pair in enumerate(zip(found, wanted, strict=False)) if pair[0] != pair[1]), -1)
            what += f", {len(found)} for {len(wanted)}, differ at {at}"
            found, wanted = found[at:][:2], wanted[at:][:2]
        raise AssertionError(f"{what}: {found!r} for {wanted!r}")


def agree(stage: Stage) -> None:
    """Check everything that is cheap to check."""
    assert not stage.raised, stage.raised[0]
    workspace = stage.workspace
    check_body(workspace.body, workspace.grammar)
    fresh = labels(workspace.body, workspace.scheme)
    counted(stage, fresh)
    draft_shows(stage, fresh)
    outline_shows(stage, fresh)
    notes_show(stage)
    remarks_show(stage)
    history_holds(stage)
    cover_shows(stage)
    assert not stage.session.aids.pages.has_failed, "no pages can be made"


def agree_wholly(stage: Stage) -> None:
    """Check what takes longer: numbers under other schemes, marks, findings, and that a file would hold the text."""
    invariants.check_labels(stage.workspace.body)
    invariants.check_references(stage.workspace.body)
    search_shows(stage)
    checker = stage.session.aids.checker
    checker.look()
    every = check(stage.state, stage.workspace.template)
    same(checker.findings, tuple(one for one in every if one.clause not in checker._written), "findings")
    kept = decode(encode(ProjectFile(stage.state)))
    same(kept.resolution, stage.state, "the file")
    assert not kept.mended


def counted(stage: Stage, fresh: Labels) -> None:
    """Check that the labels kept are those of the body, and that every list counts on by one."""
    kept = stage.workspace.labels
    same(kept.by_place, fresh.by_place, "labels kept")
    same(kept.places, fresh.places, "places kept")
    numbers = {place.note.id: at for at, place in enumerate(note_places(stage.workspace.body), 1)}
    same(stage.workspace.note_numbers, numbers, "numbers of notes")
    restarts = stage.workspace.scheme.restarts
    last: dict[int, int] = {-1: 0}
    for at, clause in enumerate(stage.workspace.body):
        if clause.kind in DIVIDERS and (clause.kind in restarts if clause.restart is None else clause.restart):
            last[-1] = 0
        value = fresh.by_place[at].value
        if value is None or not (clause.kind in PARAGRAPHS or clause.kind in NESTED):
            continue
        owner = fresh.parents[at] if clause.kind in NESTED else -1
        assert value == (int(clause.number) if clause.number else last.get(owner, 0) + 1), clause
        last[owner] = value


# The text


class Painter:
    """Stands for a painter and keeps the words painted, with their heights."""

    def __init__(self) -> None:
        self.words: list[tuple[float, str]] = []

    def drawText(self, point: QPointF, words: str) -> None:  # noqa: N802
        self.words.append((point.y(), words))

    def __getattr__(self, name: str) -> object:
        return lambda *_: None


def draft_shows(stage: Stage, fresh: Labels) -> None:
    """Check that the field has the body's rows, chips their numbers, and the margin paints every label in order."""
    draft, body = stage.draft, stage.workspace.body
    same(draft.rows(), tuple(clause.text for clause in body), "rows of the field")
    same(draft.document().blockCount(), max(1, len(body)), "paragraphs of the field")
    caret = draft.caret()
    assert (caret is None) == (not body)
    assert caret is None or 0 <= caret[1] <= length(body[fresh.places[caret[0]]].text)
    painter = Painter()
    size = draft.document().size()
    draft._margin.paint(painter, draft._metrics, QRectF(0, 0, size.width(), size.height()), draft.row)  # type: ignore[arg-type]
    over = {"Preamble", "Operative part"}
    shown = [words for _, words in painter.words if words not in over]
    same(shown, [label.text for label in fresh.by_place if label.text], "numbers painted")
    assert [height for height, _ in painter.words] == sorted(height for height, _ in painter.words)
    wanted = [
        fresh.reference(piece) if isinstance(piece, Reference) else str(stage.workspace.note_numbers[piece.id])
        for clause in body
        for piece in clause.text
        if not isinstance(piece, Run)
    ]
    same(list(_chips(stage)), wanted, "words of chips")


def _chips(stage: Stage) -> Iterator[str]:
    block = stage.draft.document().begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            shown = walk.fragment().charFormat()
            if shown.property(INSTANCE) is not None:
                yield from [str(shown.property(WORDS))] * len(walk.fragment().text())
            walk += 1
        block = block.next()


# The outline


def outline_shows(stage: Stage, fresh: Labels) -> None:
    """Check that the outline's lines are those that the text has, in its order."""
    workspace, lines = stage.workspace, stage.session.outline.lines
    phases = workspace.grammar.phases
    parted = "preambular" in phases and "operative" in phases
    form = bool(workspace.template.kind(stage.state.kind).form)
    wanted = outline(fresh, parted, form)

    def follow(parent: QModelIndex, entries: list[Entry]) -> None:
        shown = [lines.index(row, 0, parent) for row in range(lines.rowCount(parent))]
        same([index.data(KEY) for index in shown], [entry.key for entry in entries], "lines of the outline")
        for index, entry in zip(shown, entries, strict=True):
            same(index.data(), lines.saying.shown(entry), "line of the outline")
            same(index.data(Qt.ItemDataRole.AccessibleTextRole), lines.saying.spoken(entry), "line as it is spoken")
            known = lines.entry(index)
            assert known is not None
            same((known.at, known.level, known.clause), (entry.at, entry.level, entry.clause), "entry of the outline")
            follow(index, entry.children)

    follow(QModelIndex(), wanted)


# Beside the text


def notes_show(stage: Stage) -> None:
    """Check that the strip has a row for every note, with its number and words."""
    strip = stage.session.made("notes")
    assert isinstance(strip, NotesStrip)
    places = note_places(stage.workspace.body)
    rows = strip._rows
    same(list(rows.by_id), [place.note.id for place in places], "rows of the notes")
    for at, place in enumerate(places):
        row = rows.by_id[place.note.id]
        same((rows._column.indexOf(row), row.number), (at, at + 1), "place and number of a note")
        same(row.field._slip.text(), place.note.text, "words of a note")
        same(row.field.document().toRawText(), flatten(place.note.text), "characters of a note")
    assert rows._column.count() == len(places)


def remarks_show(stage: Stage) -> None:
    """Check the signs beside the text, and in the panel, where it can be seen, the cards."""
    aids = stage.session.aids
    same(dict(aids.remarks.clauses()), dict(signs(stage.state)), "signs of remarks")
    panel = stage.session.made("remarks")
    assert isinstance(panel, RemarksPanel)
    if not panel.isVisible():
        return
    shown = panel._fold.isChecked()
    wanted = {remark.id for remark in stage.state.remarks if shown or not remark.resolved}
    same(set(panel._threads.cards), wanted | ({panel._new.id} if panel._new else set()), "cards of remarks")


def cover_shows(stage: Stage) -> None:
    """Check that the fields of the form hold what the cover does."""
    form, state = stage.session.made("cover"), stage.state
    assert isinstance(form, CoverForm)
    kind = stage.workspace.template.kind(state.kind)
    same(list(form.editors), [field.key for field in kind.fields], "fields of the cover")
    same(form._page.paper.language.value(), state.language, "language")
    same(form._page.paper.original.value(), state.original_language, "original language")
    same(form._page.paper.revision.value().strip(), state.revision, "revision")
    for key, editor in form.editors.items():
        value = state.cover.get(key)
        if isinstance(editor, TextEditor):
            same(editor._line.value(), value or "", key)
        elif isinstance(editor, ChoiceEditor):
            same(editor._choice.value(), value or "", key)
        elif isinstance(editor, PeopleEditor):
            same(editor.members.people(), value or (), key)
        elif isinstance(editor, PersonEditor):
            person = value if isinstance(value, Person) else Person()
            shown = tuple(part.value() for part in editor.inputs())
            same(shown, (person.honorific, person.given, person.family, person.country), key)


def search_shows(stage: Stage) -> None:
    """Check that the search, if one is on, has the hits of the present text."""
    bar = stage.session.made("find")
    assert isinstance(bar, FindBar)
    search = bar.search
    if search._finder is None:
        assert search.hits == ()
        return
    try:
        wanted = Finder(search._finder.query).hits(stage.state)
    except FindError:
        return
    same(search.hits, wanted, "hits")


def history_holds(stage: Stage) -> None:
    """Check that the state is the one that its place in the history had, and that "saved" is true of it alone."""
    history = stage.workspace.history
    assert stage.depths.get(stage.depth) == hash(stage.state), "the history does not have this state here"
    assert history.can_undo == (stage.depth > 0)
    if not history.modified:
        assert stage.saved == hash(stage.state), "called saved, but the file has another state"
    assert stage.window.commands["undo"].isEnabled() == history.can_undo
    assert stage.window.commands["redo"].isEnabled() == history.can_redo
    assert stage.window.isWindowModified() == history.modified


def prints(stage: Stage) -> None:
    """Check that every format can be written, and that the preview gets to the pages that the PDF has."""
    state, template, pages = stage.state, stage.workspace.template, stage.session.aids.pages
    for format_ in ("docx", "html", "txt"):
        try:
            copy_of(state, template, format_)
        except CopyError:
            assert not pages.has_words, "nothing to print"
    stage.panel("preview")
    until = time.monotonic() + 20
    while not pages.current and not pages.has_failed and time.monotonic() < until:
        QTest.qWait(5)
    assert pages.current, "the pages do not follow"
    assert pages.pages is not None
    made = typeset(compose(state, template), load_fonts(fonts_folder()))
    same(pages.pages.count, len(made.pages), "pages")
