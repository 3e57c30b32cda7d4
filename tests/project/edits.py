"""Random lives of a text: what a session does to it between two flushes of its journal, undo and redo among it."""

from __future__ import annotations

import random

from msgspec.structs import replace

from editor.app.workspace import Workspace
from editor.model.changes import PaperFields, SetCover, SetPaper, SetRemarks, SetWords, body_change, paper_fields
from editor.model.clause import Clause
from editor.model.ids import new_id
from editor.model.resolution import Remark
from editor.model.text import Run
from tests.project.samples import REMARKS


def edit(workspace: Workspace, source: random.Random) -> None:
    """Do something to the text."""
    now = workspace.resolution
    match source.randrange(9):
        case 0:
            workspace.undo()
        case 1:
            workspace.redo()
        case 2:
            changed = replace(now.cover, fields=(*now.cover.fields[:1], ("title", f"Title {source.random()} «ж»")))
            workspace.apply(SetCover(now.cover, changed))
        case 3:
            remarks: tuple[Remark, ...] = source.choice(((), REMARKS, REMARKS[:1]))
            workspace.apply(SetRemarks(now.remarks, remarks))
        case 4:
            workspace.apply(SetWords(now.words, source.choice(((), ("Ouchy",), ("Ouchy", "Élan")))))
        case 5:
            paper = PaperFields("amendment", source.choice(("en", "fr")), "", f"Rev.{source.randrange(3)}")
            workspace.apply(SetPaper(paper_fields(now), paper))
        case _:
            _edit_body(workspace, source)


def _edit_body(workspace: Workspace, source: random.Random) -> None:
    body = workspace.body
    at = source.randint(0, len(body))
    match source.randrange(4):
        case 0:  # deep places are left alone: what is under a clause must keep it
            words = f"Encourages all\nto \\ listen, \U0001f6a6 {source.random()};"
            new = Clause(
                new_id(), "operative", 0, (Run(words.replace("\n", "\u2028")),), source.choice((None, "7 bis"))
            )
            workspace.apply(body_change(body, (*body, new)))
        case 1:
            workspace.apply(body_change(body, body[: max(4, len(body) - 2)]))
        case _:
            far = {source.randrange(len(body)) for _ in range(source.choice((1, 1, 3)))} | {min(at, len(body) - 1)}
            typed = (Run(f"Word {source.random()}, und — ĳ"),)
            after = tuple(replace(one, text=typed) if place in far else one for place, one in enumerate(body))
            workspace.apply(body_change(body, after))
