"""Clauses carry their ids unseen; references are fields that follow them."""

from __future__ import annotations

from msgspec.structs import replace

from editor.compose.composition import Link, LinkPart, Paragraph, Words
from tests.export.docx.reading import Docx, text, written
from tests.export.docx.samples import body, clause, item, line, link


def fields(docx: Docx) -> list[tuple[str, str]]:
    """Return the instruction and the cached result of every field."""
    found: list[tuple[str, str]] = []
    for paragraph in docx.paragraphs():
        state = instruction = result = ""
        for run in paragraph.iter("{*}r"):
            kind = run.find("{*}fldChar")
            if kind is not None:
                state = next(str(value) for name, value in kind.attrib.items() if str(name).endswith("fldCharType"))
                if state == "end":
                    found.append((instruction.strip(), result))
                    instruction = result = ""
            elif state == "begin":
                instruction += "".join(run.xpath("*[local-name()='instrText']/text()"))
            elif state == "separate":
                result += text(run)
        assert state in ("", "end"), "an open field"
    return found


def referring(*spans: Link | Words) -> Paragraph:
    """Return a clause with `spans`."""
    return clause("9.", (Words("In line with "), *spans), counts=False)


def test_every_clause_stands_in_a_hidden_bookmark_with_its_id() -> None:
    docx = written(
        body(clause("1.", anchor="0123456789"), item("a", anchor="abcdefghjk"), line("enacting", "The Assembly:"))
    )
    assert docx.values("//w:bookmarkStart/@w:name") == ["_rc0123456789", "_rcabcdefghjk"]
    assert docx.values("//w:bookmarkStart/@w:id") == docx.values("//w:bookmarkEnd/@w:id")


def test_bookmark_holds_the_words_of_its_clause() -> None:
    (paragraph,) = written(body(clause("1.", "Light;", anchor="0123456789"))).paragraphs()
    names = [str(child.tag).rpartition("}")[2] for child in paragraph]
    assert names == ["pPr", "bookmarkStart", "r", "bookmarkEnd"]


def test_bookmarks_are_names_that_word_takes_whatever_the_id() -> None:
    anchors = ["0123456789", "with space", "x" * 41, "ж", "a-b", "\ud800"]
    docx = written(body(*[clause(f"{number}.", anchor=anchor) for number, anchor in enumerate(anchors, 1)]))
    names = docx.values("//w:bookmarkStart/@w:name")
    assert len(set(names)) == len(anchors)
    for name in names:
        assert len(name) <= 40
        assert name.isascii()
        assert name.replace("_", "").isalnum()


def test_an_id_that_comes_twice_is_marked_once() -> None:
    docx = written(body(clause("1.", anchor="twin000000"), clause("2.", anchor="twin000000")))
    assert len(docx.values("//w:bookmarkStart/@w:name")) == 1


def test_reference_is_a_field_with_the_number_as_it_is() -> None:
    docx = written(body(clause("1.", anchor="one0000000"), referring(link("1", "one0000000"), Words(";"))))
    assert fields(docx) == [("REF _rcone0000000 \\n \\h", "1")]
    assert text(docx.paragraphs()[1]) == "In line with paragraph 1;"


def test_composite_reference_is_a_field_for_each_level() -> None:
    whole = Link(
        "sub0000000", (LinkPart("paragraph "), LinkPart("1", "top0000000"), LinkPart(" "), LinkPart("b", "sub0000000"))
    )
    docx = written(body(clause("1.", anchor="top0000000"), item("a"), item("b", anchor="sub0000000"), referring(whole)))
    assert fields(docx) == [("REF _rctop0000000 \\n \\h", "1"), ("REF _rcsub0000000 \\n \\h", "b")]
    assert text(docx.paragraphs()[3]) == "In line with paragraph 1 b"


def test_reference_to_an_override_in_words_is_live() -> None:
    docx = written(body(clause("1 bis.", anchor="bis0000000"), referring(link("1 bis", "bis0000000"))))
    assert fields(docx) == [("REF _rcbis0000000 \\n \\h", "1 bis")]


def test_number_that_word_would_write_otherwise_leads_there_but_does_not_change() -> None:
    sub_item = clause("(c)", value=3, level=1, anchor="paren00000")
    docx = written(body(clause("1."), sub_item, referring(link("c", "paren00000"))))
    assert fields(docx) == []
    assert docx.values("//w:hyperlink/@w:anchor") == ["_rcparen00000"]
    assert text(docx.paragraphs()[2]) == "In line with paragraph c"


def test_broken_reference_is_plain_words() -> None:
    broken = Link("", (LinkPart("paragraph "), LinkPart("?")))
    gone = link("7", "gone000000")
    docx = written(body(referring(broken, Words(" and "), gone)))
    assert fields(docx) == []
    assert docx.values("//w:hyperlink/@w:anchor") == []
    assert text(docx.paragraphs()[0]) == "In line with paragraph ? and paragraph 7"


def test_words_of_references_have_a_style_of_their_own() -> None:
    docx = written(body(clause("1.", anchor="one0000000"), referring(link("1", "one0000000"))))
    assert len(docx.find("//w:r[w:rPr/w:rStyle/@w:val='ClauseReference']")) == 6


def test_reference_in_a_deleted_clause_is_plain() -> None:
    gone = replace(referring(link("1", "one0000000")), change="deleted")
    docx = written(body(clause("1.", anchor="one0000000"), gone))
    assert docx.find("//w:fldChar") == []
    assert docx.values("//w:delText/text()") == ["In line with ", "paragraph ", "1"]


def test_reference_in_an_inserted_clause_is_inserted_whole() -> None:
    new = replace(referring(link("1", "one0000000")), change="inserted")
    docx = written(body(clause("1.", anchor="one0000000"), new))
    assert fields(docx) == [("REF _rcone0000000 \\n \\h", "1")]
    assert len(docx.find("//w:ins//w:fldChar")) == 3


def test_where_preamble_and_operative_part_begin_is_carried_if_nothing_else_says_it() -> None:
    docx = written(
        body(
            clause("1.", anchor="0123456789", begins="preambular"),
            clause("2.", anchor="abcdefghjk", begins="operative"),
            clause("3.", anchor="mnpqrstvwx"),
        )
    )
    names = docx.values("//w:bookmarkStart/@w:name")
    assert [name.rstrip("0123456789") for name in names] == [
        "_rcPreambular", "_rc", "_rcOperative", "_rcabcdefghjk", "_rcmnpqrstvwx",
    ]  # fmt: skip
