"""A redline as a composition: every writer shows what came and went from the same marks."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from editor.app.copies import write
from editor.app.documents import chosen_template
from editor.compose.compose import compose
from editor.compose.composition import Composition, Link, NoteMark, Paragraph, Words
from editor.compose.redline import redline
from editor.export.text import words
from editor.model.resolution import Resolution
from editor.model.text import Note, Reference, Run
from editor.paths import fonts_folder
from editor.templating.schema import Template
from editor.typeset import load_fonts, typeset
from editor.typeset.layout import Layout
from tests.bodies import body
from tests.editing import edited
from tests.sample import sample_resolution


@pytest.fixture(scope="module")
def template() -> Template:
    return chosen_template("osce-pa")


OLD = """
    p pre: Recalling the past of all,
    ! say: The Assembly:
    o one: Calls on States:
      - a: to meet every year,
      - b: to report on it as {two} says;
    o two: Urges members to pay;
    o three: Decides to remain seized^n(as in May).
"""


def paper(picture: str) -> Resolution:
    return replace(sample_resolution("en"), body=body(picture))


def clauses(made: Composition) -> list[Paragraph]:
    (section,) = [section for section in made.sections if section.name == "body"]
    return [block for block in section.blocks if isinstance(block, Paragraph) and block.role not in ("title", "head")]


def read(new: str, template: Template) -> list[str]:
    """Return the clauses of the redline of OLD with `new`, marked as [-gone-] and {+come+}."""
    found = []
    for paragraph in clauses(redline(paper(OLD), paper(new), template)):
        line = "".join(_sign(span) for span in paragraph.spans if isinstance(span, Words | Link | NoteMark))
        label = paragraph.label.text if paragraph.label else ""
        signs = {"inserted": "+ ", "deleted": "- ", None: ""}
        found.append(f"{signs[paragraph.change]}{label} {line}".strip())
    return found


def _sign(span: Words | Link | NoteMark) -> str:
    text = f"({_inner(span)})" if isinstance(span, NoteMark) else span.text
    return {"inserted": f"{{+{text}+}}", "deleted": f"[-{text}-]", None: text}[span.change]


def _inner(note: NoteMark) -> str:
    return "".join(_sign(span) for span in note.spans if isinstance(span, Words | Link))


def test_equal_texts_have_no_marks(template: Template) -> None:
    made, plain = redline(paper(OLD), paper(OLD), template), compose(paper(OLD), template)
    assert made.sections == plain.sections


def test_clauses_and_words_are_marked(template: Template) -> None:
    new = OLD.replace("every year", "every month").replace("    o two: Urges members to pay;\n", "")
    assert read(new, template)[2:] == [
        "2. Calls on States:",
        "a. to meet every [-year-]{+month+},",
        "b. to report on it as [-paragraph 3-]{+paragraph ?+} says;",
        "- 3. Urges members to pay;",
        "3. Decides to remain seized(as in May).",
    ]


def test_a_reference_that_follows_its_number_is_not_marked(template: Template) -> None:
    new = OLD.replace("    o two", "    o new: Welcomes it all;\n    o two")
    assert "b. to report on it as paragraph 4 says;" in read(new, template)
    assert "+ 3. Welcomes it all;" in read(new, template)


def test_a_moved_clause_is_shown_where_it_was_and_where_it_is(template: Template) -> None:
    line = "    o two: Urges members to pay;\n"
    made = redline(paper(OLD), paper(OLD.replace(line, "").replace("    o one", line + "    o one")), template)
    moved = [paragraph for paragraph in clauses(made) if paragraph.moved]
    assert [(paragraph.change, paragraph.anchor, words(paragraph.spans)) for paragraph in moved] == [
        ("inserted", "two", "Urges members to pay;"),
        ("deleted", "", "Urges members to pay;"),
    ]


def test_words_of_a_note_change_inside_it(template: Template) -> None:
    new = OLD.replace("as in May", "as in June")
    assert read(new, template)[-1] == "4. Decides to remain seized(as in [-May-]{+June+})."


def test_a_level_that_changed_is_said_beside_the_new_one(template: Template) -> None:
    made = redline(paper(OLD), paper(OLD.replace("  - b: to", "o b: to")), template)
    (found,) = [paragraph for paragraph in clauses(made) if paragraph.reset]
    assert found.former is not None
    assert found.former.label is not None
    assert (found.label and found.label.text, found.former.label.text) == ("3.", "b.")


def test_marks_of_the_same_words_are_kept_as_they_were(template: Template) -> None:
    made = redline(paper(OLD), paper(OLD.replace("remain seized", "remain *seized*")), template)
    spans = clauses(made)[-1].spans
    (changed,) = [span for span in spans if isinstance(span, Words) and span.former is not None]
    assert (changed.text, changed.marks) == ("seized", frozenset({"italic"}))
    assert changed.former == frozenset()


def test_notes_of_both_places_have_names_of_their_own(template: Template) -> None:
    line = "    o three: Decides to remain seized^n(as in May).\n"
    made = redline(paper(OLD), paper(OLD.replace(line, "").replace("    o one", line + "    o one")), template)
    names = [span.id for paragraph in clauses(made) for span in paragraph.spans if isinstance(span, NoteMark)]
    assert len(names) == 2
    assert len(set(names)) == 2


@pytest.mark.parametrize("seed", range(8))
def test_html_and_text_lead_to_either_text(seed: int, template: Template) -> None:
    old = edited(sample_resolution("en"), template.file.grammar, seed, steps=8)
    new = edited(old, template.file.grammar, seed + 500, steps=10)
    made = redline(old, new, template)
    assert write(made, "txt").data == write(compose(new, template), "txt").data
    for gone, kept, side in (("del", "ins", new), ("ins", "del", old)):
        html = re.sub(f"<{gone}[^>]*>.*?</{gone}>", "", write(made, "html").data.decode(), flags=re.S)
        html = re.sub(f"</?{kept}[^>]*>", "", html)
        plain = write(compose(side, template), "html").data.decode()
        assert _sentences(html) == _sentences(plain)


def _sentences(html: str) -> list[str]:
    """Return the words of the paragraphs of `html`, without numbers: those of an old text stand in its own copy."""
    body_ = html.split("</head>")[1].split('<section class="notes"')[0]
    found = re.findall(r'<(p|h\d) class="s-[^>]*>(.*?)</\1>', body_, re.S)
    plain = (
        re.sub("<[^>]*>", "", re.sub(r'<span class="n">.*?</span>|<sup>.*?</sup>|<a .*?</a>', "", one, flags=re.S))
        for _, one in found
    )
    return [line for line in (re.sub(r"paragraph [\d? a-z]+|\s+", " ", one).strip() for one in plain) if line]


def laid_out(made: Composition) -> Layout:
    return typeset(made, load_fonts(fonts_folder()))


def test_a_bar_stands_beside_what_changed_alone(template: Template) -> None:
    new = OLD.replace("every year", "every month")
    plain, marked = laid_out(compose(paper(new), template)), laid_out(redline(paper(OLD), paper(new), template))
    rules = [
        [rule for page in layout.pages for rule in page.rules if rule.x == rule.to_x < made.page.left]
        for layout, made in ((plain, compose(paper(new), template)), (marked, compose(paper(new), template)))
    ]
    assert [len(found) for found in rules] == [0, 1]
    (place,) = [place for place in marked.places if place.clause == "a"]
    assert place.top - 1 <= rules[1][0].y < rules[1][0].to_y <= place.bottom + 1


def test_pdf_has_the_inks_of_a_redline_and_the_same_bytes_again(template: Template) -> None:
    from editor.export.pdf import write_pdf

    old, new = paper(OLD), paper(OLD.replace("every year", "every month"))
    made = redline(old, new, template)
    data = write_pdf(made, laid_out(made), compress=False)
    assert b"0.078 0.396 0.227 rg" in data
    assert b"0.639 0.149 0.114 RG" in data
    assert data == write_pdf(made, laid_out(made), compress=False)
    plain = compose(new, template)
    assert b" rg" not in write_pdf(plain, laid_out(plain), compress=False).replace(b" RG", b"")


def test_a_kind_or_language_the_template_lacks_is_shown_under_the_new_one(template: Template) -> None:
    old = replace(paper(OLD), kind="leaflet", language="xx")
    assert len(clauses(redline(old, paper(OLD), template))) == 7


def test_broken_references_and_empty_notes_are_taken(template: Template) -> None:
    odd = replace(
        paper(OLD), body=tuple(replace(c, text=(Run("x"), Reference("gone"), Note("e"))) for c in paper(OLD).body)
    )
    redline(paper(OLD), odd, template)
    redline(odd, paper(OLD), template)
