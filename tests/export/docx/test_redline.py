"""A redline in Word: all changes accepted it is the new text, all rejected the old one, numbers and looks included."""

from __future__ import annotations

import datetime

import pytest
from lxml import etree
from msgspec.structs import replace

from editor.app.documents import chosen_template
from editor.comparing.mending import mend
from editor.compose.compose import Options, compose
from editor.compose.composition import Hand
from editor.compose.redline import redline
from editor.export.docx import write_docx
from editor.export.docx.formats import cited
from editor.model.clause import Clause
from editor.model.resolution import Resolution
from editor.model.text import Run
from editor.templating.schema import Template
from tests.editing import edited
from tests.export.docx.applying import applied
from tests.export.docx.reading import NAMESPACES, Docx, W, text, word_labels, written
from tests.sample import sample_resolution

HAND = Hand("Committee Secretariat", datetime.datetime(2027, 7, 3, 9, 30, tzinfo=datetime.UTC))


@pytest.fixture(scope="module")
def template() -> Template:
    return chosen_template("osce-pa")


def shown(docx: Docx) -> list[tuple[str, ...]]:
    """Return every paragraph with words: its label, style, words with references as Word updates them, and looks."""
    found: list[tuple[str, ...]] = []
    labels = word_labels(docx)
    numbers = {
        name: cited(label)
        for paragraph, label in zip(docx.paragraphs(), labels, strict=True)
        for name in paragraph.xpath(".//w:bookmarkStart/@w:name", namespaces=NAMESPACES)
    }
    for paragraph, label in zip(docx.paragraphs(), labels, strict=True):
        words = _words(paragraph, numbers)
        if words:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            found.append((label, "" if style is None else style.get(f"{W}val", ""), words, _looks(paragraph)))
    return found


def _words(paragraph: etree._Element, numbers: dict[str, str]) -> str:
    pieces: list[str] = []
    inside = False
    for run in paragraph.iter(f"{W}r"):
        kinds = [sign.get(f"{W}fldCharType") for sign in run.iter(f"{W}fldChar")]
        code = "".join(found.text or "" for found in run.iter(f"{W}instrText")).split()
        if "begin" in kinds or "end" in kinds:
            inside = "begin" in kinds
        elif code:
            pieces.append(numbers[code[1]] if code[0] == "REF" else code[0])
        elif not inside:
            note = run.find(f"{W}footnoteReference")
            pieces.append("<note>" if note is not None else text(run))
    return "".join(pieces)


def _looks(paragraph: etree._Element) -> str:
    """Return which letters are italic or bold, as one sign a letter; nothing where references are among them."""
    if paragraph.find(f".//{W}rPr/{W}rStyle") is not None:
        return ""
    signs = []
    for run in paragraph.iter(f"{W}r"):
        look = "".join(name for name in ("b", "i", "u") if run.find(f"{W}rPr/{W}{name}") is not None)
        signs += [look or "."] * len("".join(found.text or "" for found in run.iter(f"{W}t")))
    return "".join(signs)


def notes(docx: Docx) -> list[str]:
    """Return the words of the footnotes that the body still has marks of, in their order."""
    part = "word/footnotes.xml"
    if part not in docx.parts:
        return []
    words = {note.get(f"{W}id"): text(note) for note in docx.find("//w:footnote", part)}
    return [words[mark] for mark in docx.values("//w:footnoteReference/@w:id")]


def both(old: Resolution, new: Resolution, template: Template, options: Options | None = None) -> None:
    """Assert that the redline of two texts leads to either."""
    marked = written(redline(old, new, template, options, HAND))
    for accept, side in ((True, new), (False, old)):
        plain, taken = written(compose(side, template, options)), applied(marked, accept)
        assert shown(taken) == shown(plain), "accepted" if accept else "rejected"
        assert notes(taken) == notes(plain)
        for name in plain.parts:
            if name.startswith(("word/header", "word/footer")):
                assert [text(line) for line in taken.tree(name)] == [text(line) for line in plain.tree(name)]


@pytest.mark.parametrize("seed", range(25))
def test_either_text_comes_out_of_the_redline(seed: int, template: Template) -> None:
    old = edited(sample_resolution("en"), template.file.grammar, seed, steps=10)
    both(old, edited(old, template.file.grammar, seed + 1000, steps=1 + seed), template)


@pytest.mark.parametrize("seed", range(12))
def test_it_does_so_under_a_template_whose_body_ends_the_file(seed: int) -> None:
    template = chosen_template("un-ga")
    sample = replace(sample_resolution("en"), template="un-ga", kind=template.file.kinds[0].id)
    old = edited(replace(sample, body=mend(sample.body, template.file.grammar)), template.file.grammar, seed, steps=10)
    both(old, edited(old, template.file.grammar, seed + 1000, steps=15), template)


def test_a_text_without_changes_has_no_tracked_ones(template: Template) -> None:
    same = sample_resolution("en")
    docx = written(redline(same, same, template))
    assert docx.find("//w:ins | //w:del | //w:pPrChange | //w:rPrChange") == []
    both(same, same, template)


def test_cover_title_and_code_change_as_words(template: Template) -> None:
    old = sample_resolution("en")
    cover = old.cover.with_value("title", "Early Warning").with_value("venue", None)
    both(old, replace(old, cover=cover, revision="Rev.1"), template)


def test_overrides_and_levels_are_right_on_both_sides(template: Template) -> None:
    old = sample_resolution("en")
    body = list(old.body)
    for at, number in ((11, "20"), (16, "12 bis"), (18, "3")):
        body[at] = replace(body[at], number=number)
    body[13] = replace(body[13], kind="operative", level=0)
    numbered = replace(old, body=tuple(body))
    both(old, numbered, template)
    both(numbered, old, template)
    both(numbered, replace(numbered, body=(*body[:11], *body[15:])), template)


def test_formatting_is_tracked_apart_from_words(template: Template) -> None:
    old = sample_resolution("en")
    first = old.body[0]
    assert isinstance(first.text[0], Run)
    words = first.text[0].text
    halves = (Run(words[:9], frozenset({"bold"})), Run(words[9:]))
    new = replace(old, body=(replace(first, text=halves), *old.body[1:]))
    docx = written(redline(old, new, template))
    assert len(docx.find("//w:rPrChange")) == 1
    assert docx.find("//w:ins | //w:del") == []
    both(old, new, template)


def test_changes_bear_the_hand_s_name_and_time(template: Template) -> None:
    old = sample_resolution("en")
    new = replace(old, body=(*old.body[:3], *old.body[4:]))
    docx = written(redline(old, new, template, hand=HAND))
    tracked = docx.find("//w:ins | //w:del | //w:pPrChange")
    assert {one.get(f"{W}author") for one in tracked} == {HAND.author}
    assert {one.get(f"{W}date") for one in tracked} == {"2027-07-03T09:30:00Z"}


def test_no_change_stands_in_another_and_deleted_words_are_delText(template: Template) -> None:  # noqa: N802
    old = sample_resolution("en")
    docx = written(redline(old, edited(old, template.file.grammar, 7, steps=30), template))
    assert docx.find("//w:ins//w:ins | //w:ins//w:del | //w:del//w:ins | //w:del//w:del") == []
    assert docx.find("//w:del//w:t | //w:del//w:instrText") == []
    assert docx.find("//w:delText") != []


def test_a_new_text_and_an_emptied_one(template: Template) -> None:
    old = sample_resolution("en")
    empty = replace(old, body=())
    both(empty, old, template)
    both(old, empty, template)


def test_the_same_texts_give_the_same_bytes(template: Template) -> None:
    old = sample_resolution("en")
    new = edited(old, template.file.grammar, 3, steps=12)
    assert write_docx(redline(old, new, template)) == write_docx(redline(old, new, template))


def test_a_clause_that_came_back_with_another_id_keeps_its_words(template: Template) -> None:
    old = sample_resolution("en")
    renamed = {clause.id: f"back{at:06d}" for at, clause in enumerate(old.body)}
    body = tuple(Clause(renamed[one.id], one.kind, one.level, one.text) for one in old.body if one.id != "waters0004")
    docx = written(redline(old, replace(old, body=body), template))
    assert len(docx.find("//w:body//w:p/w:pPr/w:rPr/w:del")) == 1
