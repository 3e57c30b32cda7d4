"""What is copied, as a page: read back it says the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from editor.app.clipboard import Snippet, plain, snippet
from editor.app.copied_page import page
from editor.app.spans import Span
from editor.importing.clipboard_html import read_html
from editor.importing.shape import Sayings
from editor.model.clause import Clause
from editor.model.resolution import Resolution
from editor.model.text import Note, Run, Text, flatten
from editor.numbering import labels
from editor.templating.schema import Template
from tests import strategies
from tests.schemes import CONTINUOUS
from tests.ui.sample import named

NOTHING = Sayings(())


def between(start: str, low: int, end: str, high: int) -> Span:
    return Span((named(start), low), (named(end), high))


def test_numbers_stand_as_words_and_levels_are_set_in(resolution: Resolution, template: Template) -> None:
    numbered = labels(resolution.body, template.scheme("en"))
    piece = snippet(resolution.body, between("v1", 0, "v3", 0))
    tree = html.document_fromstring(page(piece, numbered, "en"))
    assert tree.get("lang") == "en"
    rows = [one.text_content() for one in tree.iter("p")]
    assert rows == [line.strip().replace(" ", "\u00a0", 1) for line in plain(piece, numbered).splitlines()]
    margins = [str(one.get("style")).split()[-1] for one in tree.iter("p")]
    assert margins == ["0pt", "0pt", "36pt", "36pt", "72pt", "72pt"]


def test_marks_and_notes_are_kept(resolution: Resolution, template: Template) -> None:
    numbered = labels(resolution.body, template.scheme("en"))
    note = Note("n" * 10, (Run("See <b> & A.", frozenset({"italic"})),))
    marked = Clause(
        "c" * 10, "operative", 0, (Run("Urges", frozenset({"bold", "italic"})), Run(" m\u2028x"), note, Run(","))
    )
    found = page(Snippet((marked,), begun=True), numbered, "en")
    assert "<i><b>Urges</b></i> m<br>x<a " in found
    (first, second) = read_html(found, NOTHING).lines
    assert first.text == (Run("Urges", frozenset({"bold", "italic"})), Run(" m"))
    (back,) = [piece for piece in second.text if isinstance(piece, Note)]
    assert back.text == note.text


def test_words_of_one_line_are_no_paragraph(resolution: Resolution, template: Template) -> None:
    numbered = labels(resolution.body, template.scheme("en"))
    piece = snippet(resolution.body, between("p1", 0, "p1", 9))
    assert "<p" not in page(piece, numbered, "en")
    assert "<span>Recalling</span>" in page(piece, numbered, "en")


@given(st.lists(strategies.texts, min_size=1, max_size=4))
def test_no_word_is_taken_for_markup(texts: list[Text]) -> None:
    clauses = tuple(Clause(f"c{at:09d}", "operative", 0, text) for at, text in enumerate(texts))
    numbered = labels(clauses, CONTINUOUS)
    found = page(Snippet(clauses, whole=True), numbered, 'e"n>')
    tags = {one.tag for one in html.document_fromstring(found).iter() if isinstance(one.tag, str)}
    assert tags <= set("html head meta body p span b i u sup sub br a div hr".split())
    shown = "".join(
        sign for text in texts for piece in text if isinstance(piece, Run) for sign in piece.text if sign.isalpha()
    )
    back = "".join(sign for line in read_html(found, NOTHING).lines for sign in flatten(line.text) if sign.isalpha())
    there = iter(back)
    assert all(sign in there for sign in shown)
