"""A whole resolution drafted as a rapporteur would, by nothing but keys; then a text closed that is not saved.

The program runs by itself on a screen in memory (`make e2e`); what is known of it are the titles of its windows and its
files. `pytest` passes this by, as the file's name is not one that it collects.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2

from editor.app.documents import open_document
from editor.model.text import Note, Run, flatten
from editor.numbering import labels, words
from tests.e2e import meant
from tests.e2e.desk import Desk
from tests.e2e.screen import program, screen
from tests.e2e.writing import (
    begin,
    export,
    fill_the_cover,
    look_over,
    put_in_order,
    reopen,
    write_the_operative_part,
    write_the_preamble,
)
from tests.export.docx.reading import Docx, text, word_labels
from tests.reading import missing

PROGRAM = Path(sys.executable).with_name("resolution-editor")


def test_a_whole_resolution_is_drafted_by_keys_alone(tmp_path: Path) -> None:
    with screen(tmp_path) as on:
        desk = Desk(on, on.home / "heritage.resolution")
        copies = [on.home / f"copy.{ending}" for ending in ("pdf", "docx")]
        with program(on, PROGRAM):
            begin(desk)
            fill_the_cover(desk)
            write_the_preamble(desk)
            write_the_operative_part(desk)
            put_in_order(desk)
            look_over(desk)
            on.key("ctrl+w")
        with program(on, PROGRAM):
            reopen(desk)
            for place, copy in enumerate(copies):
                export(desk, copy, down=place)
            on.key("ctrl+q")
    _compare_the_file(desk)
    _compare_the_copies(desk, *copies)


def _compare_the_file(desk: Desk) -> None:
    told = subprocess.run([PROGRAM, "outline", desk.file, "--json"], capture_output=True, check=True, timeout=60)
    found = json.loads(told.stdout)
    assert [
        meant.Meant(*(clause[key] for key in meant.Meant._fields)) for clause in found["clauses"]
    ] == meant.clauses()
    assert found["cover"] == meant.COVER
    document = open_document(desk.file)
    resolution = document.resolution
    pieces = [piece for clause in resolution.body for piece in clause.text]
    assert tuple(piece.text for piece in pieces if isinstance(piece, Run) and "italic" in piece.marks) == meant.ITALIC
    (note,) = [piece for piece in pieces if isinstance(piece, Note)]
    assert words(note.text, labels(resolution.body, document.template.scheme("en"))) == meant.NOTE
    (remark,) = resolution.remarks
    assert remark.text == meant.REMARK
    (about,) = [clause for clause in resolution.body if clause.id == remark.clause]
    assert flatten(about.text) == meant.clause("39")


def _compare_the_copies(desk: Desk, pdf: Path, docx: Path) -> None:
    document = open_document(desk.file)
    with pypdfium2.PdfDocument(pdf.read_bytes()) as pages:
        printed = "\n".join(page.get_textpage().get_text_range() for page in pages)
    file = Docx(docx.read_bytes())
    rows = zip(word_labels(file), file.paragraphs(), strict=True)
    for found in (printed, "\n".join(f"{label} {text(paragraph)}" for label, paragraph in rows)):
        folded = " ".join(found.split())
        assert missing(found, document.resolution, document.template) == []
        assert folded.startswith(" ".join(meant.PRINTED_COVER))
    assert meant.NOTE in " ".join(printed.split())
    assert " ".join(text(note) for note in file.find("//w:footnote", "word/footnotes.xml")).strip() == meant.NOTE


def test_an_unsaved_text_is_saved_when_closing_asks(tmp_path: Path) -> None:
    file = tmp_path / "short.resolution"
    subprocess.run([PROGRAM, "new", "-o", file, "--set", "title=Short"], check=True, timeout=60)
    with screen(tmp_path) as on, program(on, PROGRAM, file):
        on.wait_for_title("Short")
        on.type("Noting that night falls,")
        on.wait_for_title("Short*")
        on.key("ctrl+w")
        on.wait_for_title("Keep the changes")
        on.key("Escape")
        on.wait_for_title("Short*")
        on.type(" early,")
        on.key("alt+F4")
        on.wait_for_title("Keep the changes")
        on.key("Return")
    body = open_document(file).resolution.body
    assert [flatten(clause.text) for clause in body if clause.kind == "preambular"] == [
        "Noting that night falls, early,"
    ]
