"""Tracked changes: what came and went, so that Word can take either side."""

from __future__ import annotations

from typing import Literal

import pytest

from editor.compose.composition import Field, LineBreak, Metadata, NoteMark, Paragraph, Section, Words
from tests.export.docx.reading import W, text, word_labels, written
from tests.export.docx.samples import body, clause, composition, item

OLD, NEW = Words("old", change="deleted"), Words("new", change="inserted")


def test_words_are_inserted_and_deleted() -> None:
    docx = written(body(clause("1.", (Words("Calls for "), OLD, NEW, Words(" light;")))))
    assert docx.values("//w:del//w:delText/text()") == ["old"]
    assert docx.values("//w:ins//w:t/text()") == ["new"]
    assert docx.find("//w:del//w:t") == [], "Word takes no w:t in w:del"
    assert text(docx.paragraphs()[0]) == "Calls for new light;"


@pytest.mark.parametrize(("change", "element"), [("inserted", "ins"), ("deleted", "del")])
def test_a_clause_comes_and_goes_with_its_end(change: Literal["inserted", "deleted"], element: str) -> None:
    spans = (Words("Light"), LineBreak(), NoteMark("n", 1, (Words("a note"),)))
    docx = written(body(clause("1.", spans, change=change)))
    (paragraph,) = docx.paragraphs()
    assert paragraph.find(f"{W}pPr/{W}rPr/{W}{element}") is not None
    runs = list(paragraph.iter(f"{W}r"))
    assert len(runs) == 3
    assert all(run.getparent().tag == f"{W}{element}" for run in runs)  # type: ignore[union-attr]


def test_one_change_does_not_stand_in_another() -> None:
    docx = written(body(clause("1.", (OLD, NEW, Words("rest")), change="inserted")))
    assert docx.find("//w:ins//w:del | //w:del//w:ins") == []
    assert docx.values("//w:delText/text()") == ["old"]


def test_changes_bear_the_document_s_author_and_date() -> None:
    docx = written(body(clause("1.", (OLD, NEW), change="inserted")))
    changes = docx.find("//w:ins | //w:del")
    assert {change.get(f"{W}author") for change in changes} == {"Ms. Ana Example"}
    assert {change.get(f"{W}date") for change in changes} == {"2024-06-29T00:00:00Z"}


def test_changes_of_nobody_bear_the_program_s_name() -> None:
    docx = written(body(clause("1.", (NEW,)), metadata=Metadata("")))
    assert docx.values("//w:ins/@w:author") == ["Resolution Editor"]


def test_changes_and_bookmarks_have_numbers_of_their_own() -> None:
    docx = written(body(*[clause(f"{n}.", (OLD, NEW), anchor=f"id{n}00000000") for n in (1, 2, 3)]))
    numbers = docx.values("//w:ins/@w:id | //w:del/@w:id | //w:bookmarkStart/@w:id")
    assert len(numbers) == 9
    assert len(set(numbers)) == 9


def test_numbers_are_as_if_the_changes_were_accepted() -> None:
    docx = written(
        body(
            clause("1."),
            clause("2.", change="deleted"),
            item("a", change="deleted"),
            clause("2.", change="inserted"),
            item("a", change="inserted"),
            clause("3."),
            clause("3 bis.", change="deleted"),
            clause("4."),
        )
    )
    assert word_labels(docx) == ["1.", "", "", "2.", "a.", "3.", "", "4."]
    assert docx.starts() == {}


def test_deleted_fields_are_deleted_whole() -> None:
    footer = Paragraph("footer", (Words("Page "), Field("page")), change="deleted")
    docx = written(composition(Section("body", (clause("1."),), footer=(footer,))))
    assert docx.values("//w:delInstrText/text()", "word/footer1.xml") == [" PAGE "]
    assert docx.values("//w:delText/text()", "word/footer1.xml") == ["Page ", "1"]
    assert docx.find("//w:instrText | //w:t", "word/footer1.xml") == []
