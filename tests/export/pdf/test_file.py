"""The file itself: metadata, colours, the same bytes every time."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pikepdf
from msgspec.structs import replace

from editor.compose.composition import (
    Metadata,
    Section,
)
from editor.export.pdf import Memo, write_pdf
from editor.typeset import Cache, load_fonts, typeset
from tests.conftest import ROOT
from tests.export.pdf.reading import opened, pdf_of
from tests.typeset.compositions import clause, clauses, composition, fonts, plain


def test_metadata_agrees_in_both_places() -> None:
    pdf = opened(composition(clause(1, "One")))
    assert str(pdf.docinfo.Title) == "On Examples"
    assert str(pdf.docinfo.CreationDate) == "D:20300706000000Z"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "On Examples"
        assert xmp["dc:creator"] == ["Ms. Ana Example"]
        assert xmp["pdf:Keywords"] == str(pdf.docinfo.Keywords) == "SC (30) SI 1 E"
        assert xmp["xmp:CreateDate"] == "2030-07-06T00:00:00Z"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked


def test_a_hostile_title_is_a_title() -> None:
    title = "A <b>&amp; ]]> (title) \\ with \u202e “all” 議"
    pdf = opened(replace(composition(clause(1, "One")), metadata=Metadata(title)))
    assert str(pdf.docinfo.Title) == title
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == title
    assert "/CreationDate" not in pdf.docinfo


def test_colours_are_named() -> None:
    pdf = opened(composition(clause(1, "One")))
    (intent,) = pdf.Root.OutputIntents
    profile = intent.DestOutputProfile.read_bytes()
    assert len(profile) == int.from_bytes(profile[:4], "big")
    assert profile[16:20] == b"RGB "
    assert profile[36:40] == b"acsp"


def test_the_same_document_gives_the_same_bytes() -> None:
    made = replace(composition(plain("title", "Draft"), *clauses(12)), watermark="DRAFT", line_numbers="page")
    first = pdf_of(made)
    again = load_fonts(ROOT / "resources" / "fonts")
    typeset(composition(clause(1, "Something else that was set before; Яблоко")), again)
    assert write_pdf(made, typeset(made, again)) == first
    assert pdf_of(composition(clause(1, "Another"))) != first


def test_the_same_document_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys, hashlib; from tests.export.pdf.reading import pdf_of; "
        "from tests.typeset.compositions import *; "
        "sys.stdout.write(hashlib.sha256(pdf_of(composition(*clauses(5)))).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_an_empty_document_is_a_file() -> None:
    made = replace(composition(), sections=(Section("body", ()),))
    assert len(opened(made).pages) == 1


def test_every_object_is_where_the_table_says() -> None:
    data = pdf_of(composition(*clauses(5)))
    assert pikepdf.open(BytesIO(data)).check_pdf_syntax() == []
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    rows = data[start:].split(b"\n")[3:]
    for number, row in enumerate(rows, 1):
        if not row.endswith(b" n "):
            break
        at = int(row[:10])
        assert data[at:].startswith(b"%d 0 obj" % number)


def test_viewers_call_the_pages_by_their_printed_numbers() -> None:
    sections = (
        Section("cover", (plain("title", "Cover"),), numbered=False),
        Section("body", tuple(clauses(12))),
        Section("form", (plain("title", "Form"),), numbered=False),
    )
    pdf = opened(replace(composition(), sections=sections))
    assert [page.label for page in pdf.pages] == ["i", "1", "2", "ii"]


def test_a_memo_changes_nothing_but_the_time() -> None:
    memo, cache = Memo(), Cache()
    before = composition(*clauses(12))
    after = composition(*clauses(3), clause(99, "Recalling “what” François (Łukasz) typed"), *clauses(12)[3:])
    for made in (before, after, before):
        layout = typeset(made, fonts(), cache)
        assert write_pdf(made, layout, memo=memo) == pdf_of(made)


def test_a_memo_keeps_no_codes_that_only_one_file_knows() -> None:
    memo, cache = Memo(), Cache()
    made = composition(clause(1, "Recalling Āda, Ēva and Ūna of Rīga, who typed this"), *clauses(3)[1:])
    for _ in range(2):
        assert write_pdf(made, typeset(made, fonts(), cache), memo=memo) == pdf_of(made)


def test_a_file_to_be_thrown_away_draws_the_same() -> None:
    made = composition(*clauses(3))
    layout = typeset(made, fonts())
    quick, whole = write_pdf(made, layout, compress=False), write_pdf(made, layout)
    assert len(quick) > len(whole)
    with pikepdf.open(BytesIO(quick)) as one, pikepdf.open(BytesIO(whole)) as other:
        assert one.pages[0].Contents.read_bytes() == other.pages[0].Contents.read_bytes()
