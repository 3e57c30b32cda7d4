"""The reference text: its order and wording are met exactly."""

import datetime
import re
from pathlib import Path

from msgspec.structs import replace

from editor.compose.compose import compose
from editor.model.clause import Clause, Kind
from editor.model.cover import Code, Cover, DateRange, Person
from editor.model.resolution import Resolution
from editor.model.text import Run
from tests.compose.reading import lines
from tests.papers import osce

SEED_COVER = Cover(
    (
        ("code", Code((("body", "SC"), ("year", "11"), ("kind", "SI"), ("number", "4")))),
        ("title", "Overall Approach By The OSCE To Promote Cybersecurity"),
        ("sponsor", Person("Mr.", "François-Xavier", "de Donnea", "Belgium")),
        ("venue", "Belgrade"),
        ("dates", DateRange(datetime.date(2011, 7, 6), datetime.date(2011, 7, 10))),
    )
)

_CLAUSE = re.compile(r"(?P<indent> *)(?:- )?(?P<label>\w+\.) (?P<words>.*)")


def _seed_blocks(seed: Path) -> list[str]:
    """Return the blocks of the reference text without its Markdown, wrapped lines of a title joined."""
    text = seed.read_text(encoding="utf-8").replace("**", "").replace("PROMOTE  \n", "PROMOTE ")
    rows = (row.strip() for row in text.splitlines())
    return [re.sub(r"^#+ |^\*|\*$|^- ", "", row) for row in rows if row]


def _seed_body(blocks: list[str]) -> list[Clause]:
    """Return the clauses of the reference text: what has no number goes on with the clause before."""
    clauses: list[Clause] = []
    kind: Kind = "preambular"
    for block in blocks:
        found = _CLAUSE.fullmatch(block)
        if block == "The OSCE Parliamentary Assembly:":
            clauses.append(Clause("say", "enacting", text=(Run(block),)))
            kind = "operative"
        elif found is None:
            (last,) = (piece for piece in clauses[-1].text if isinstance(piece, Run))
            clauses[-1] = replace(clauses[-1], text=(Run(f"{last.text} {block}"),))
        else:
            level = 0 if found["label"][0].isdigit() else 1
            clauses.append(Clause(f"c{len(clauses)}", "item" if level else kind, level, (Run(found["words"]),)))
    return clauses


def test_reference_text_is_met_in_order_and_wording(shared: Path) -> None:
    blocks = _seed_blocks(shared / "seed" / "osce-pa-sc-11-si-4-e.txt")
    start = next(at for at, block in enumerate(blocks) if block.startswith("1. "))
    end = next(at for at, block in enumerate(blocks) if block.startswith("PROPOSED"))
    head = blocks.index("DRAFT RESOLUTION", blocks.index("DRAFT RESOLUTION") + 1)
    clauses = _seed_body(blocks[start:end])
    resolution = Resolution("osce-pa", "supplementary-item", "en", "fr", cover=SEED_COVER, body=tuple(clauses))
    composition = compose(resolution, osce())
    assert lines(composition, "cover") == blocks[:head]
    assert lines(composition, "body")[:3] == blocks[head:start]
    assert lines(composition, "form") == blocks[end:]
    printed = lines(composition, "body")[3:]
    assert " ".join(printed) == " ".join(blocks[start:end])
    assert len(printed) == 18
