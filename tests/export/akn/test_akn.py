"""Akoma Ntoso written by this program: well formed, and the same text when it is read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from editor.compose.compose import Options, compose
from editor.export.akn import write_akn
from editor.importing import import_document
from editor.model.resolution import Resolution
from editor.model.text import Note, Reference, Text, normalise
from editor.numbering import labels
from editor.paths import templates_folder
from editor.templating.begin import new_resolution
from editor.templating.load import load_template
from editor.templating.schema import Template
from tests.editing import edited
from tests.features import everything
from tests.papers import SHORT, osce, paper, remark
from tests.sample import LANGUAGES, sample_resolution
from tests.texts import resolution as long_text

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def _united_nations() -> Template:
    return load_template(templates_folder() / "un-ga")


def _back(resolution: Resolution, template: Template) -> Resolution:
    imported = import_document(write_akn(compose(resolution, template)), template)
    return imported.resolution


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_comes_back_equal(language: str) -> None:
    assert _back(sample_resolution(language), osce()) == sample_resolution(language)


def test_everything_there_is_comes_back_equal() -> None:
    assert _back(everything(), osce()) == everything()


def test_a_long_text_comes_back_equal() -> None:
    assert _back(long_text(300), osce()) == long_text(300)


@pytest.mark.parametrize("kind", [kind.id for kind in _united_nations().file.kinds])
@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_an_empty_paper_of_the_united_nations_comes_back_equal(kind: str, language: str) -> None:
    begun = new_resolution(_united_nations(), kind, language)
    assert _back(begun, _united_nations()) == begun


SECTIONS = """
    ! org: The General Assembly,
    p pre: Recalling the sea,
      - p1: its depth,
      ~ p2: and its salt,
    # hd1: Lamps
    o op1: Asks, as in {#op2}:
      - i1: one;
        - i2: two;
        ~ i3: and so on;
      - i4: three;
    o op2=2 bis.: Asks  twice^nt1(see {op1} and *Argo*);
    $ sec: Second part
    ! or2: The General Assembly,
    p pr2: Noting the wind,
    p pr3: Noting:
      - p31: the tide,
    o op3: Asks;
    # hd2: Oil
    o op4: Ends.
    @ ann: Annex of *lamps*
    o an1: One;
    o an2: Two.
"""


def test_sections_preambles_and_annexes_come_back_equal() -> None:
    template = _united_nations()
    resolution = replace(
        paper(SECTIONS), template=template.id, kind="resolution", cover=replace(paper().cover, fields=())
    )
    assert _back(resolution, template) == resolution


@settings(max_examples=40)
@given(st.booleans(), st.integers(0, 10**6))
def test_edited_texts_come_back(united_nations: bool, seed: int) -> None:
    template = _united_nations() if united_nations else osce()
    start = replace(paper(SECTIONS), template=template.id, kind="resolution") if united_nations else everything()
    text = _without_broken(edited(start, template.file.grammar, seed), template)
    assert _shown(_back(text, template), template) == _shown(text, template)


def _without_broken(resolution: Resolution, template: Template) -> Resolution:
    """Return `resolution` without references to clauses that are gone or have no number: a file says these in words."""
    labelled = labels(resolution.body, template.scheme(resolution.language))

    def mended(text: Text) -> Text:
        kept = (piece for piece in text if not isinstance(piece, Reference) or labelled.resolves(piece))
        inside = (replace(piece, text=mended(piece.text)) if isinstance(piece, Note) else piece for piece in kept)
        return normalise(tuple(inside))

    return replace(resolution, body=tuple(replace(one, text=mended(one.text)) for one in resolution.body))


def _shown(resolution: Resolution, template: Template) -> list[object]:
    """Return the clauses with their printed numbers: how an override is put that prints the same does not count."""
    labelled = labels(resolution.body, template.scheme(resolution.language))
    return [
        (clause.id, clause.kind, clause.level, label.text, clause.text)
        for clause, label in zip(resolution.body, labelled.by_place, strict=True)
    ]


HOSTILE = """
    p one: <script>alert(1)</script> & ]]> <!-- --> &amp;,
    ! say: </p></formula>:
    o two:  spaces at both ends  and   between :
      - a: ", ', «, ”, \u00a0, 漢字, …
"""


def test_hostile_words_and_spaces_come_back_as_they_were() -> None:
    hostile = paper(HOSTILE, {"title": '</docTitle> & "{page}"\u2028next', "venue": " <b> "})
    assert _back(hostile, osce()) == hostile


def test_it_is_well_formed_and_says_what_the_parts_are() -> None:
    root = etree.fromstring(write_akn(compose(sample_resolution("en"), osce())))
    assert root.tag == f"{AKN}akomaNtoso"
    assert [etree.QName(one).localname for one in root[0]] == ["meta", "coverPage", "preface", "preamble", "mainBody"]
    names = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(names) == len(set(names))
    targets = {one.get("href", "")[1:] for one in root.iter(f"{AKN}ref")}
    assert targets
    assert targets <= set(names)


def test_remarks_and_what_only_pages_have_stay_out() -> None:
    drafted = paper(SHORT, remarks=(remark("one", "Why ever?"),))
    data = write_akn(compose(drafted, osce(), Options(remarks=True, watermark="DRAFT", line_numbers="page")))
    assert b"Why ever" not in data
    assert b"DRAFT<" not in data


def test_equal_texts_give_equal_bytes() -> None:
    first, second = (write_akn(compose(everything(), osce())) for _ in range(2))
    assert first == second
