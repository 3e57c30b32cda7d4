"""Footnotes and remarks are Word's own."""

from __future__ import annotations

import datetime

from msgspec.structs import replace

from editor.compose.composition import Comment, LineBreak, NoteMark, Words
from tests.export.docx.reading import NAMESPACES, W, text, written
from tests.export.docx.samples import STYLES, body, clause, link, words

FOOTNOTES, COMMENTS, EXTENDED = "word/footnotes.xml", "word/comments.xml", "word/commentsExtended.xml"
NOON = datetime.datetime(2024, 5, 2, 12, 30, 15, 999)


def noted(*spans: Words | LineBreak, number: int = 1) -> NoteMark:
    """Return a footnote of `spans`."""
    return NoteMark(f"note{number}", number, spans)


def test_notes_are_footnotes_in_the_order_of_their_marks() -> None:
    first, second = noted(Words("See the Pilot.")), noted(words("Ibid.", "italic"), number=2)
    docx = written(body(clause("1.", (Words("Light"), first, Words(" and fog"), second))))
    assert docx.values("//w:footnoteReference/@w:id") == ["1", "2"]
    notes = docx.find("//w:footnote[not(@w:type)]", FOOTNOTES)
    assert [text(note) for note in notes] == [" See the Pilot.", " Ibid."]
    assert docx.values("//w:footnoteReference/../w:rPr/w:rStyle/@w:val") == ["FootnoteReference"] * 2
    assert set(docx.values("//w:footnote[not(@w:type)]//w:pStyle/@w:val", FOOTNOTES)) == {"FootnoteText"}
    assert len(docx.find("//w:footnoteRef", FOOTNOTES)) == 2


def test_separators_are_there_and_the_settings_know_them() -> None:
    docx = written(body(clause("1.", (noted(Words("x")),))))
    assert docx.values("//w:footnote[@w:type]/@w:id", FOOTNOTES) == ["-1", "0"]
    assert docx.values("//w:footnotePr/w:footnote/@w:id", "word/settings.xml") == ["-1", "0"]


def test_without_notes_there_is_no_part_for_them() -> None:
    docx = written(body(clause("1.")))
    assert FOOTNOTES not in docx.parts
    assert docx.find("//w:footnotePr", "word/settings.xml") == []


def test_notes_have_references_and_breaks_of_their_own() -> None:
    note = NoteMark("n", 1, (Words("See "), link("1", "one0000000"), LineBreak(), Words("there.")))
    docx = written(body(clause("1.", anchor="one0000000"), clause("2.", (note,))))
    assert docx.values("//w:instrText/text()", FOOTNOTES) == [" REF _rcone0000000 \\n \\h "]
    assert text(docx.find("//w:footnote", FOOTNOTES)[-1]) == " See paragraph 1\u2028there."


def test_note_speaks_its_paragraph_s_language() -> None:
    docx = written(body(clause("1.", (noted(Words("Voir")),), language="fr")))
    assert docx.values("//w:footnote//w:r/w:rPr/w:lang/@w:val", FOOTNOTES) == ["fr-FR"]


def test_hanging_notes_have_their_mark_in_the_margin() -> None:
    styles = {**STYLES, "note": replace(STYLES["note"], indent=14, hang=14)}
    docx = written(body(clause("1.", (noted(Words("x")),)), styles=styles))
    assert len(docx.find("//w:footnote//w:tab", FOOTNOTES)) == 1
    assert docx.values("//w:style[@w:styleId='FootnoteText']//w:ind/@w:hanging", "word/styles.xml") == ["280"]


def test_sheet_without_a_style_for_notes_gets_one() -> None:
    styles = {name: style for name, style in STYLES.items() if name != "note"}
    docx = written(body(clause("1.", (noted(Words("x")),)), styles=styles))
    assert docx.values("//w:style[w:name/@w:val='footnote text']/w:rPr/w:sz/@w:val", "word/styles.xml") == ["20"]


def test_remarks_are_comments_with_author_and_time() -> None:
    remarks = (Comment("Bo de Staff", NOON, "Is this so?\u2028Really?"), Comment("", NOON, "Yes & no."))
    docx = written(body(clause("1.", comments=remarks)))
    found = docx.find("//w:comment", COMMENTS)
    assert [comment.get(f"{W}author") for comment in found] == ["Bo de Staff", ""]
    assert [comment.get(f"{W}initials") for comment in found] == ["BdS", ""]
    assert [comment.get(f"{W}date") for comment in found] == ["2024-05-02T12:30:15Z"] * 2
    assert [text(comment) for comment in found] == ["Is this so?\u2028Really?", "Yes & no."]


def test_time_with_a_zone_is_brought_to_utc() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=2))
    docx = written(body(clause("1.", comments=(Comment("A", NOON.replace(tzinfo=zone), "x"),))))
    assert docx.values("//w:comment/@w:date", COMMENTS) == ["2024-05-02T10:30:15Z"]


def test_remark_encloses_the_words_it_is_about() -> None:
    docx = written(body(clause("1.", "Light;", comments=(Comment("A", NOON, "x"), Comment("B", NOON, "y")))))
    (paragraph,) = docx.paragraphs()
    names = [str(child.tag).rpartition("}")[2] for child in paragraph]
    start, end = ["commentRangeStart"], ["commentRangeEnd", "r"]
    assert names == ["pPr", *start * 2, "r", *end * 2]
    assert docx.values("//w:commentReference/@w:id") == ["0", "1"]


def test_resolved_remarks_are_done() -> None:
    remarks = (Comment("A", NOON, "x", resolved=True), Comment("B", NOON, "y"))
    docx = written(body(clause("1.", comments=remarks)))
    done = {
        found.get(f"{{{NAMESPACES['w15']}}}paraId"): found.get(f"{{{NAMESPACES['w15']}}}done")
        for found in docx.find("//w15:commentEx", EXTENDED)
    }
    assert [done[name] for name in docx.values("//w:comment/w:p/@w14:paraId", COMMENTS)] == ["1", "0"]


def test_without_remarks_there_is_no_part_for_them() -> None:
    docx = written(body(clause("1.")))
    assert COMMENTS not in docx.parts
    assert EXTENDED not in docx.parts


def test_a_note_s_mark_stands_in_a_hidden_bookmark_with_its_id() -> None:
    """A file that comes back is matched by it; shown twice, as in a comparison, the note has its name once."""
    note = noted(Words("See the Pilot."))
    docx = written(body(clause("1.", (Words("Light"), note, Words(" and fog"), note))))
    assert docx.values("//w:bookmarkStart[starts-with(@w:name, '_rn')]/@w:name") == ["_rnnote1"]
    (mark,) = docx.find("//w:bookmarkStart[@w:name='_rnnote1']/following-sibling::w:r[1]/w:footnoteReference")
    assert mark.get(f"{W}id") == "1"
    numbers = docx.values("//w:bookmarkStart/@w:id")
    assert len(set(numbers)) == len(numbers)
    assert sorted(numbers) == sorted(docx.values("//w:bookmarkEnd/@w:id"))
