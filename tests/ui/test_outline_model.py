from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.changes import SetPaper, body_change, paper_fields
from editor.model.clause import Clause
from editor.model.text import Run
from editor.ui.outline.badges import Badges
from editor.ui.outline.model import KEY, KIND, OutlineModel
from editor.ui.theme import Theme
from tests.editing import edited
from tests.ui.sample import named

MOVE = Qt.DropAction.MoveAction
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(workspace: Workspace, theme: Theme) -> Iterator[OutlineModel]:
    outline = OutlineModel(workspace, theme)
    yield outline
    outline.detach()


def shown(model: OutlineModel, parent: QModelIndex | None = None) -> list[object]:
    """Return the lines under `parent` as texts, those below a line as a list after it."""
    found: list[object] = []
    for row in range(model.rowCount(parent or QModelIndex())):
        index = model.index(row, 0, parent or QModelIndex())
        found.append(index.data())
        if model.rowCount(index):
            found.append(shown(model, index))
    return found


def said(model: OutlineModel, parent: QModelIndex | None = None) -> list[object]:
    """Return what a screen reader says of all lines, and where their clauses stand."""
    found: list[object] = []
    for row in range(model.rowCount(parent or QModelIndex())):
        index = model.index(row, 0, parent or QModelIndex())
        entry = model.entry(index)
        found += [index.data(SPOKEN), index.data(Qt.ItemDataRole.SizeHintRole), entry and entry.at]
        found += said(model, index)
    return found


def test_numbers_follow_where_a_part_begins_to_count_anew(model: OutlineModel, workspace: Workspace) -> None:
    part = Clause(named("t1"), "part", 0, (Run("Rivers"),))
    workspace.apply(edits.insert(workspace.resolution, workspace.grammar, len(workspace.body), [part]))
    after = Clause(named("w1"), "operative", 0, (Run("Thanks all."),))
    workspace.apply(edits.insert(workspace.resolution, workspace.grammar, len(workspace.body), [after]))
    assert model.index_of(named("w1")).data() == "7. Thanks all."
    workspace.apply(edits.set_restart(workspace.resolution, named("t1"), True))
    assert model.index_of(named("w1")).data() == "1. Thanks all."


def test_shows_parts_clauses_and_sub_items(model: OutlineModel) -> None:
    assert shown(model) == [
        "Cover sheet",
        "Preamble",
        [
            "1. Recalling that rivers know no borders,",
            "2. Bearing in mind the guidance on floods and its use,",
            "3. Noting with concern the floods of this year,",
        ],
        "Operative part",
        [
            "4. Calls on all to apply paragraph 2 in full;",
            "5. Urges participating States to inform:",
            ["a. the upstream States,", "b. the river commission:", ["i. in writing,", "ii. at once;"]],
            "6. Decides to meet again.",
        ],
        "Amendment form",
    ]


def test_is_a_model_that_qt_accepts_after_any_edit(
    model: OutlineModel, workspace: Workspace, theme: Theme, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    for seed in range(12):
        after = edited(workspace.resolution, workspace.grammar, seed, 4)
        workspace.apply(body_change(workspace.body, after.body))
        fresh = OutlineModel(workspace, theme)
        assert shown(model) == shown(fresh)
        assert said(model) == said(fresh)
        fresh.detach()
    while workspace.history.can_undo:
        workspace.undo()
    assert shown(model)[0] == "Cover sheet"


def test_typing_renews_one_line(model: OutlineModel, workspace: Workspace) -> None:
    news: list[object] = []
    model.dataChanged.connect(lambda first, last: news.append((first.data(KEY), last.data(KEY))))
    workspace.apply(edits.set_text(workspace.resolution, named("v3"), (Run("Resolves to meet again."),)))
    assert news == [(named("v3"), named("v3"))]
    assert model.index_of(named("v3")).data() == "6. Resolves to meet again."


def test_unmoved_lines_keep_their_place_in_the_view(model: OutlineModel, workspace: Workspace) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(model.index_of(named("a2")))
    workspace.apply(edits.split(workspace.resolution, workspace.grammar, named("p1"), 9))
    assert kept.isValid()
    assert kept.data(KEY) == named("a2")
    assert model.index_of(named("v3")).data() == "7. Decides to meet again."


@pytest.mark.parametrize(
    ("dragged", "parent", "row", "order"),
    [
        ("v3", "operative", 0, "v3 v1 v2 a1 a2 b1 b2"),
        ("v2", "operative", -1, "v1 v3 v2 a1 a2 b1 b2"),
        ("v3", "v2", 0, "v1 v2 v3 a1 a2 b1 b2"),
        ("a2", "operative", 1, "v1 a2 b1 b2 v2 a1 v3"),
        ("p3", "v1", -1, "v1 p3 v2 a1 a2 b1 b2 v3"),
    ],
)
def test_drop_moves_clauses_with_their_sub_items(
    model: OutlineModel, workspace: Workspace, dragged: str, parent: str, row: int, order: str
) -> None:
    data = model.mimeData([model.index_of(named(dragged))])
    above = model.index_of(parent if parent == "operative" else named(parent))
    assert model.canDropMimeData(data, MOVE, row, 0, above)
    assert model.dropMimeData(data, MOVE, row, 0, above)
    ids = [clause.id for clause in workspace.body]
    assert ids[ids.index(named("e1")) + 1 :] == [named(name) for name in order.split()]


def test_drop_over_the_phrase_changes_the_kind(model: OutlineModel, workspace: Workspace) -> None:
    data = model.mimeData([model.index_of(named("v1"))])
    assert model.dropMimeData(data, MOVE, 0, 0, model.index_of("preamble"))
    assert workspace.body[0].id == named("v1")
    assert workspace.body[0].kind == "preambular"


@pytest.mark.parametrize(("dragged", "parent"), [("v2", "a1"), ("v2", "b2"), ("p1", "cover")])
def test_drop_is_not_offered_where_nothing_can_go(model: OutlineModel, dragged: str, parent: str) -> None:
    data = model.mimeData([model.index_of(named(dragged))])
    above = model.index_of(parent if parent == "cover" else named(parent))
    assert not model.canDropMimeData(data, MOVE, -1, 0, above)
    assert not model.dropMimeData(data, MOVE, -1, 0, above)


def test_only_clauses_can_be_dragged(model: OutlineModel) -> None:
    kinds = {
        kind: bool(model.index_of(key).flags() & Qt.ItemFlag.ItemIsDragEnabled)
        for kind, key in (("clause", named("p1")), ("preamble", "preamble"), ("cover", "cover"))
    }
    assert kinds == {"clause": True, "preamble": False, "cover": False}
    assert model.index_of("cover").data(KIND) == "cover"


def test_number_level_and_words_are_spoken(model: OutlineModel, workspace: Workspace) -> None:
    assert model.index_of(named("b2")).data(SPOKEN) == "Clause 5 b ii, level 3: at once;"
    assert model.index_of("preamble").data(SPOKEN) == "Preamble"
    workspace.apply(edits.split(workspace.resolution, workspace.grammar, named("p1"), 9))
    assert model.index_of(named("b2")).data(SPOKEN) == "Clause 6 b ii, level 3: at once;"
    workspace.apply(edits.set_text(workspace.resolution, named("v3"), ()))
    assert model.index_of(named("v3")).data(SPOKEN) == "Clause 7, level 1: empty"


def test_lines_that_stay_as_they_are_are_not_told_of(model: OutlineModel, workspace: Workspace) -> None:
    news: list[tuple[object, object]] = []
    model.dataChanged.connect(lambda first, last: news.append((first.data(KEY), last.data(KEY))))
    workspace.apply(edits.split(workspace.resolution, workspace.grammar, named("v3"), 7))
    assert news == [(named("v3"), named("v3"))]


def test_another_language_or_kind_of_paper_is_followed(model: OutlineModel, workspace: Workspace) -> None:
    paper = paper_fields(workspace.resolution)
    kinds = [kind.id for kind in workspace.template.file.kinds if kind.body]
    for kind in [kind for kind in kinds if kind != paper.kind]:
        workspace.apply(SetPaper(paper, replace(paper, kind=kind)))
        carries = bool(workspace.template.kind(kind).form)
        assert (shown(model)[-1] == "Amendment form") == carries
        workspace.undo()
    assert "paragraph 2" in model.index_of(named("v1")).data()
    workspace.apply(SetPaper(paper, replace(paper, language="ru")))
    assert "пункт 2" in model.index_of(named("v1")).data()


def test_badges_are_read_and_stay_with_a_clause_that_moves(model: OutlineModel, workspace: Workspace) -> None:
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    badges = Badges(model)
    assert badges.set("remark", {named("a1"): "Who are they?"})
    assert not badges.set("remark", {named("a1"): "Who are they?"})
    badges.set("advice", {named("b1"): "A comma is usual here.", named("a1"): "Shorter?"})
    assert model.index_of(named("a1")).data(role) == "Shorter? Who are they?"
    workspace.apply(edits.move_by(workspace.resolution, workspace.grammar, [named("a1")], 1))
    assert model.index_of(named("a1")).data(role) == "Shorter? Who are they?"
    folded = badges.shown(model.index_of(named("v2")), folded=True)
    assert [(look.kind, look.words) for look in folded] == [
        ("advice", "A comma is usual here.\nShorter?"),
        ("remark", "Who are they?"),
    ]
    assert badges.shown(model.index_of(named("v2")), folded=False) == []
    badges.set("remark", {})
    assert model.index_of(named("a1")).data(role) == "Shorter?"
