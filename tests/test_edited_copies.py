"""Edits anywhere, then copies: labels and references are right in every file that comes out."""

import io

import pypdfium2
import pytest
from lxml import html

from editor.app.copies import copy_of
from editor.app.documents import chosen_template
from editor.compose.compose import Options
from editor.model.resolution import Resolution
from editor.model.text import references
from editor.numbering import labels
from tests.editing import edited
from tests.export.docx.reading import Docx, word_labels
from tests.features import everything
from tests.reading import missing
from tests.sample import sample_resolution

TEMPLATE = chosen_template(None)
BODY = Options(parts=("body",))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("start", [sample_resolution("en"), everything()], ids=["sample", "everything"])
def test_copies_of_an_edited_text_are_numbered_as_its_outline(start: Resolution, seed: int) -> None:
    resolution = edited(start, TEMPLATE.file.grammar, seed)
    assert resolution.body != start.body
    words = {
        "pdf": pdf_words(copy_of(resolution, TEMPLATE, "pdf", BODY).data),
        "html": html_words(copy_of(resolution, TEMPLATE, "html", BODY).data),
        "txt": copy_of(resolution, TEMPLATE, "txt", BODY).data.decode(),
    }
    for format_, text in words.items():
        assert missing(text, resolution, TEMPLATE) == [], format_
    outline = [label.text for label in labels(resolution.body, TEMPLATE.scheme("en")).by_place if label.text]
    counted = word_labels(Docx(copy_of(resolution, TEMPLATE, "docx", BODY).data))
    assert [label for label in counted if label] == outline


@pytest.mark.parametrize("seed", range(8))
def test_references_of_an_edited_text_follow_their_targets_into_the_pdf(seed: int) -> None:
    resolution = edited(sample_resolution("en"), TEMPLATE.file.grammar, seed, steps=60)
    labelled = labels(resolution.body, TEMPLATE.scheme("en"))
    said = " ".join(pdf_words(copy_of(resolution, TEMPLATE, "pdf", BODY).data).split())
    for clause in resolution.body:
        for reference in references(clause.text):
            assert labelled.reference(reference) in said


def pdf_words(data: bytes) -> str:
    """Return the words of a PDF."""
    pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        return "\n".join(page.get_textpage().get_text_range().replace("\ufffe", "-") for page in pdf)
    finally:
        pdf.close()


def html_words(data: bytes) -> str:
    """Return the words of a page, its style sheet left out."""
    tree = html.fromstring(data)
    for style in tree.iter("style"):
        style.text = ""
    return str(tree.text_content())
