"""The file as a container: nothing in it that is not ours, and the same bytes every time."""

from __future__ import annotations

import datetime
import io
import zipfile

import docx as python_docx
import pytest
from lxml import etree
from msgspec.structs import replace

from editor.compose.composition import Metadata
from editor.export.docx import write_docx
from tests.export.docx.reading import NAMESPACES, Docx, text, written
from tests.export.docx.samples import METADATA, body, clause, composition, full, line

CORE = "docProps/core.xml"


def test_the_same_composition_gives_the_same_bytes() -> None:
    assert write_docx(full()) == write_docx(full())


def test_zip_tells_nothing_of_when_and_where_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(full()))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}
    assert entries[0].filename == "[Content_Types].xml"


def test_a_plain_paper_has_these_parts_and_no_others() -> None:
    assert sorted(written(body(clause("1."))).parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_every_part_has_a_type_and_a_relationship() -> None:
    docx = written(full())
    typed = {name.removeprefix("/") for name in docx.values("//ct:Override/@PartName", "[Content_Types].xml")}
    related = {f"word/{target}" for target in docx.values("//@Target", "word/_rels/document.xml.rels")}
    related |= set(docx.values("//@Target", "_rels/.rels"))
    parts = {name for name in docx.parts if not name.endswith((".rels", "Types].xml"))}
    assert typed == parts
    assert related == parts


def test_references_in_the_text_lead_to_parts() -> None:
    docx = written(full())
    known = docx.values("//@Id", "word/_rels/document.xml.rels")
    assert len(known) == len(set(known))
    assert set(docx.values("//@r:id")) <= set(known)


def test_properties_are_the_document_s_own() -> None:
    docx = written(full())
    tree = docx.tree(CORE)
    assert tree.xpath("string(dc:title)", namespaces=NAMESPACES) == METADATA.title
    assert tree.xpath("string(dc:creator)", namespaces=NAMESPACES) == "Ms. Ana Example"
    assert tree.xpath("string(dc:subject)", namespaces=NAMESPACES) == "Draft resolution"
    assert tree.xpath("string(cp:keywords)", namespaces=NAMESPACES) == "harbours, lighthouses"
    assert tree.xpath("string(dc:identifier)", namespaces=NAMESPACES) == "SC (24) SI 7 E"
    assert tree.xpath("string(dc:language)", namespaces=NAMESPACES) == "en"
    assert docx.values("//dcterms:*/text()", CORE) == ["2024-06-29T00:00:00Z"] * 2
    assert b"Resolution Editor" in docx.parts["docProps/app.xml"]
    assert b"python" not in docx.parts[CORE] + docx.parts["docProps/app.xml"]


def test_a_document_without_a_date_has_a_fixed_one() -> None:
    docx = written(composition(metadata=Metadata("")))
    assert docx.values("//dcterms:*/text()", CORE) == ["2000-01-01T00:00:00Z"] * 2


@pytest.mark.parametrize("sections", [0, 1])
def test_an_empty_document_has_a_page(sections: int) -> None:
    docx = written(composition() if sections == 0 else body())
    assert len(docx.paragraphs()) == 1
    assert len(docx.find("//w:body/w:sectPr")) == 1


HOSTILE = "<b>&amp;]]>\"'\x00\x08\ufffe\uffff\ud800 \u202edesrever\u202c {w:p} %1 \U0010ffff"


def test_hostile_words_stay_words() -> None:
    shown = HOSTILE.translate({0: 0xFFFD, 8: 0xFFFD, 0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD, 0xD800: 0xFFFD})
    docx = written(body(clause("1.", HOSTILE)))
    assert [text(paragraph) for paragraph in docx.paragraphs()] == [shown]


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    strange = replace(METADATA, title=HOSTILE, author=HOSTILE, keywords=HOSTILE, subject=HOSTILE, code=HOSTILE)
    made = replace(full(), metadata=strange, watermark=HOSTILE, language=HOSTILE)
    for section in made.sections:
        assert section.blocks
    docx = written(replace(made, sections=(*made.sections, *body(clause(HOSTILE, anchor=HOSTILE)).sections)))
    for name in docx.parts:
        assert docx.tree(name) is not None, name


def test_white_space_and_special_hyphens_are_kept() -> None:
    words = "  two  spaces\tand a\u2028break, co\u00adoperate\u2011now\u00a0\u2009. "
    docx = written(body(clause("1.", words)))
    assert text(docx.paragraphs()[0]) == words
    assert set(docx.values("//w:t/@xml:space")) == {"preserve"}


def test_long_words_are_kept_whole() -> None:
    words = "light " * 200_000
    assert text(written(body(line("form", words))).paragraphs()[0]) == words


def test_python_docx_reads_what_was_written() -> None:
    document = python_docx.Document(io.BytesIO(write_docx(full())))
    assert document.core_properties.title == METADATA.title
    assert document.core_properties.created == datetime.datetime(2024, 6, 29, tzinfo=datetime.UTC)
    assert len(document.sections) == 3
    assert len(document.tables) == 2
    clauses = [paragraph for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == "Clause"]
    assert len(clauses) == 10


def test_written_parts_are_xml_of_their_own() -> None:
    docx = Docx(write_docx(full()))
    for name, data in docx.parts.items():
        assert data.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'), name
        assert etree.fromstring(data).getroottree().docinfo.doctype == ""
