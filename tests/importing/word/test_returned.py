"""This program's own files after a colleague has edited them in Word: ids stay with their clauses, never doubled."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from editor.compose.compose import compose
from editor.export.docx import write_docx
from editor.importing.word import WordImport
from editor.model.grammar import check_body
from editor.model.resolution import Resolution
from editor.numbering import labels, words
from tests.importing.outlines import template
from tests.importing.word.making import W, read
from tests.papers import paper

SPACE = {"w": W}
BODY = """
    p one: Recalling the past,
    p two: Noting the present,
    ! say: The OSCE Parliamentary Assembly:
    o three: Calls on States:
      - a: to act,
      - b: to report;
    o four: Invites parliaments to listen;
    o five: Ends.
"""


class File:
    """A file of this program's, to be edited as Word would."""

    def __init__(self, text: Resolution) -> None:
        with zipfile.ZipFile(io.BytesIO(write_docx(compose(text, template())))) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = etree.fromstring(self.parts["word/document.xml"])

    def clause(self, words_: str) -> etree._Element:
        """Return the paragraph that has `words_` in it, the last one: covers and heads stand before."""
        found = [one for one in self.document.iter(f"{{{W}}}p") if words_ in "".join(one.itertext())]
        return found[-1]

    def bytes(self) -> bytes:
        """Return the file as it is now."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in self.parts.items():
                archive.writestr(name, etree.tostring(self.document) if name == "word/document.xml" else content)
        return buffer.getvalue()


def edited(edit: Callable[[File], object]) -> tuple[Resolution, WordImport]:
    """Return a text and how it comes back after `edit`."""
    text = paper(BODY)
    file = File(text)
    edit(file)
    found = read(file.bytes())
    assert found.is_own
    check_body(found.imported.resolution.body, template().file.grammar)
    return text, found


def rows(text: Resolution) -> list[tuple[str, str, str]]:
    """Return label, words and id of every clause."""
    labelled = labels(text.body, template().scheme("en"))
    return [
        (label.text, words(clause.text, labelled), clause.id)
        for clause, label in zip(text.body, labelled.by_place, strict=True)
    ]


def without_names(paragraph: etree._Element) -> etree._Element:
    """Return a copy of `paragraph` as Word makes one: without bookmarks."""
    made = copy.deepcopy(paragraph)
    for name in ("bookmarkStart", "bookmarkEnd"):
        for one in made.findall(f"w:{name}", SPACE):
            made.remove(one)
    return made


def set_words(paragraph: etree._Element, text: str) -> None:
    first, *others = paragraph.findall(".//w:t", SPACE)
    first.text = text
    for one in others:
        one.text = ""


def test_words_that_were_changed() -> None:
    text, found = edited(lambda file: set_words(file.clause("Invites"), "Invites everybody to listen;"))
    before, after = rows(text), rows(found.imported.resolution)
    assert [row[2] for row in after] == [row[2] for row in before]
    assert [row for row in after if row not in before] == [("4.", "Invites everybody to listen;", before[6][2])]


def test_a_clause_added_with_enter() -> None:
    def add(file: File) -> None:
        made = without_names(file.clause("Invites"))
        set_words(made, "Thanks them;")
        file.clause("Invites").addnext(made)

    text, found = edited(add)
    before, after = rows(text), rows(found.imported.resolution)
    assert [row[:2] for row in after][6:] == [
        ("4.", "Invites parliaments to listen;"), ("5.", "Thanks them;"), ("6.", "Ends."),
    ]  # fmt: skip
    assert [row[2] for row in after if row[1] != "Thanks them;"] == [row[2] for row in before]
    assert len({row[2] for row in after}) == len(after)
    assert all(clause.number is None for clause in found.imported.resolution.body)


def test_a_clause_pasted_without_a_style() -> None:
    def add(file: File) -> None:
        last = file.clause("Invites")
        for typed in ("5. Thanks them:", "(a) for listening,", "and says so;"):
            made = etree.fromstring(f'<w:p xmlns:w="{W}"><w:r><w:t>{typed}</w:t></w:r></w:p>')
            last.addnext(made)
            last = made

    _, found = edited(add)
    assert [row[:2] for row in rows(found.imported.resolution)][6:] == [
        ("4.", "Invites parliaments to listen;"),
        ("5.", "Thanks them:"),
        ("a.", "for listening,"),
        ("6.", "and says so;"),
        ("7.", "Ends."),
    ]


def test_clauses_deleted_and_moved() -> None:
    def move(file: File) -> None:
        file.clause("Ends").addnext(file.clause("Invites"))
        file.clause("Recalling").getparent().remove(file.clause("Recalling"))  # type: ignore[union-attr]

    text, found = edited(move)
    known = {row[1]: row[2] for row in rows(text)}
    after = rows(found.imported.resolution)
    assert [row[:2] for row in after] == [
        ("1.", "Noting the present,"),
        ("", "The OSCE Parliamentary Assembly:"),
        ("2.", "Calls on States:"),
        ("a.", "to act,"),
        ("b.", "to report;"),
        ("3.", "Ends."),
        ("4.", "Invites parliaments to listen;"),
    ]
    assert all(known[row[1]] == row[2] for row in after)


def test_a_clause_moved_over_the_phrase_changes_its_kind() -> None:
    _, found = edited(lambda file: file.clause("Recalling").addprevious(file.clause("Invites")))
    assert [clause.kind for clause in found.imported.resolution.body][:3] == ["preambular"] * 3


def test_a_copied_bookmark_is_no_second_id() -> None:
    text, found = edited(lambda file: file.clause("Ends").addnext(copy.deepcopy(file.clause("Invites"))))
    ids = [clause.id for clause in found.imported.resolution.body]
    assert len(set(ids)) == len(ids) == len(text.body) + 1
    assert set(ids) > {clause.id for clause in text.body}


def test_two_clauses_joined() -> None:
    """Word keeps both bookmarks: the first id survives."""

    def join(file: File) -> None:
        second = file.clause("Ends")
        for child in list(second)[1:]:
            file.clause("Invites").append(child)
        second.getparent().remove(second)  # type: ignore[union-attr]

    text, found = edited(join)
    last = rows(found.imported.resolution)[-1]
    assert last == ("4.", "Invites parliaments to listen;Ends.", text.body[6].id)


def test_enter_at_the_very_start_leaves_the_id_with_the_words() -> None:
    """An empty paragraph that the bookmark begins in, before the words that it holds."""

    def part(file: File) -> None:
        paragraph = file.clause("Invites")
        empty = copy.deepcopy(paragraph)
        for child in list(empty)[2:]:
            empty.remove(child)
        assert empty[1].tag == f"{{{W}}}bookmarkStart"
        paragraph.remove(paragraph.findall("w:bookmarkStart", SPACE)[0])
        paragraph.addprevious(empty)

    text, found = edited(part)
    assert rows(found.imported.resolution) == rows(text)


def test_an_empty_paragraph_is_no_clause() -> None:
    def add(file: File) -> None:
        made = without_names(file.clause("Invites"))
        set_words(made, "")
        file.clause("Invites").addnext(made)

    text, found = edited(add)
    assert rows(found.imported.resolution) == rows(text)


def test_a_sub_item_drawn_out_and_one_pushed_too_deep() -> None:
    def level(file: File) -> None:
        act, report = file.clause("to act"), file.clause("to report")
        style = file.clause("Invites").find("w:pPr/w:pStyle", SPACE)
        assert style is not None
        act.find("w:pPr/w:pStyle", SPACE).set(f"{{{W}}}val", style.get(f"{{{W}}}val", ""))  # type: ignore[union-attr]
        number = '<w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr>'
        report[0].append(etree.fromstring(number.replace("<w:numPr", f'<w:numPr xmlns:w="{W}"', 1)))

    _, found = edited(level)
    body = found.imported.resolution.body
    assert [(clause.kind, clause.level) for clause in body][3:6] == [("operative", 0), ("operative", 0), ("item", 1)]


def test_tracked_changes_of_a_colleague_keep_ids_in_both_readings() -> None:
    by = 'w:id="900" w:author="Ann" w:date="2027-05-06T07:08:09Z"'

    def track(file: File) -> None:
        content = etree.tostring(file.document).decode()
        content = content.replace(
            '<w:t xml:space="preserve">Invites parliaments to listen;</w:t></w:r>',
            '<w:t xml:space="preserve">Invites </w:t></w:r>'
            f'<w:del {by}><w:r><w:delText xml:space="preserve">parliaments</w:delText></w:r></w:del>'
            f"<w:ins {by}><w:r><w:t>all</w:t></w:r></w:ins>"
            '<w:r><w:t xml:space="preserve"> to listen;</w:t></w:r>',
        )
        file.document = etree.fromstring(content)

    text = paper(BODY)
    file = File(text)
    track(file)
    found = read(file.bytes(), "apart")
    assert found.before is not None
    assert rows(found.before.resolution) == rows(text)
    assert [row for row in rows(found.imported.resolution) if row not in rows(text)] == [
        ("4.", "Invites all to listen;", text.body[6].id)
    ]


def test_another_template_has_other_styles_but_the_ids_are_kept() -> None:
    file = File(paper(BODY))
    styles = file.parts["word/styles.xml"].decode()
    file.parts["word/styles.xml"] = re.sub(
        r'<w:name w:val="(Clause|Sub-item|Enacting)', r'<w:name w:val="House \1', styles
    ).encode()
    found = read(file.bytes()).imported.resolution
    assert [(clause.id, clause.kind, clause.level) for clause in found.body] == [
        (clause.id, clause.kind, clause.level) for clause in paper(BODY).body
    ]
