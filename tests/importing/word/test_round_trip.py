"""What this program writes as a Word file, it reads again: text, structure, cover, remarks, ids."""

from __future__ import annotations

import datetime
import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.compose.compose import Options, compose
from editor.export.docx import write_docx
from editor.importing.word import import_word
from editor.model.clause import Clause
from editor.model.resolution import Remark, Resolution
from editor.model.text import LINE_BREAK, NO_MARKS, Note, Reference, Run, Text, normalise
from editor.numbering import Labels, labels
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.schema import Template
from tests import texts
from tests.editing import edited
from tests.features import everything
from tests.papers import osce
from tests.sample import LANGUAGES, sample_resolution
from tests.strategies import texts as any_text

BODY = Options(parts=("body",))
NOON = datetime.datetime(2027, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)


def returned(resolution: Resolution, options: Options | None = None, template: Template | None = None) -> Resolution:
    """Return `resolution` as it comes back from a Word file."""
    under = template or osce()
    found = import_word(write_docx(compose(resolution, under, options or Options(remarks=True))), under)
    assert found.is_own
    return found.imported.resolution


def remarked(resolution: Resolution) -> Resolution:
    """Return `resolution` with remarks: several on one clause, one in two lines, some resolved."""
    places = (0, 3, 3, len(resolution.body) - 1)
    return replace(
        resolution,
        remarks=tuple(
            Remark(f"r{at:09d}", resolution.body[place].id, f"Ann <{at}>", NOON, f"Why & {at}?\u2028So.", at % 2 == 0)
            for at, place in enumerate(places)
        ),
    )


def said(remarks: Sequence[Remark]) -> list[tuple[str, str, datetime.datetime, str, bool]]:
    """Return all of remarks but their ids, which Word does not keep."""
    return [(one.clause, one.author, one.date, one.text, one.resolved) for one in remarks]


def shown(resolution: Resolution) -> list[tuple[str, str, int, str, Text]]:
    """Return id, kind, level, label and text of every clause, references to nothing as the words they print."""
    labelled = labels(resolution.body, osce().scheme(resolution.language))
    return [
        (clause.id, clause.kind, clause.level, label.text, _printed(clause.text, labelled, _is_bold(clause.kind)))
        for clause, label in zip(labelled.body, labelled.by_place, strict=True)
    ]


def _is_bold(kind: str) -> bool:
    """Return whether a clause of `kind` is printed bold anyway: then the mark shows nothing, and Word forgets it."""
    style = osce().file.styles.get(kind)
    return bool(style and style.bold)


def _printed(text: Text, labelled: Labels, bold: bool = False) -> Text:
    return normalise(tuple(_piece(piece, labelled, bold) for piece in text))


def _piece(piece: Run | Reference | Note, labelled: Labels, bold: bool = False) -> Run | Reference | Note:
    if isinstance(piece, Note):
        inside = normalise(tuple(_piece(one, labelled) for one in piece.text))
        return Note(piece.id, tuple(one for one in inside if not isinstance(one, Note)))
    if isinstance(piece, Reference) and not labelled.resolves(piece):
        return Run(labelled.reference(piece))
    return replace(piece, marks=piece.marks - {"bold"}) if bold and isinstance(piece, Run) else piece


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_comes_back(language: str) -> None:
    sample = remarked(sample_resolution(language))
    found = returned(sample)
    assert found.body == sample.body
    assert said(found.remarks) == said(sample.remarks)
    assert (found.kind, found.language, found.original_language) == (sample.kind, language, "fr")
    printed = tuple((key, value) for key, value in sample.cover.fields if key != "cosponsors")
    assert found.cover.fields == printed  # what is not printed is not in the file


def test_everything_comes_back() -> None:
    """Parts, an annex, overrides, restarts, notes with references, closing text, thirty sub-items, foreign words."""
    text = remarked(everything())
    found = returned(text)
    different = {clause.id for clause, other in zip(text.body, found.body, strict=True) if clause != other}
    assert not different - {clause.id for clause in text.body if "i" in clause.id or "l" in clause.id}
    assert [(clause.kind, clause.level, clause.text, clause.number, clause.restart) for clause in found.body] == [
        (clause.kind, clause.level, clause.text, clause.number, clause.restart) for clause in text.body
    ]
    assert said(found.remarks) == said(text.remarks)
    assert (found.revision, found.cover) == (text.revision, text.cover)


@pytest.mark.parametrize(
    "options",
    [
        Options(parts=("body",)),
        Options(large_print=True, watermark="DRAFT", notice="EMBARGO", line_numbers="page", duplex=True),
        Options(paper="letter", form_rows=30),
    ],
)
def test_the_text_comes_back_from_every_kind_of_copy(options: Options) -> None:
    assert returned(sample_resolution(), options).body == sample_resolution().body


def test_emphasis_that_the_template_gives_is_no_mark_of_the_text() -> None:
    template = load_template(templates_folder() / "osce-pa")
    template = replace(
        template, file=replace(template.file, emphasis="italic"), openings={"en": ("Recalling", "Urges")}
    )
    marked = frozenset({"italic"})
    body = (
        Clause("c000000001", "preambular", 0, (Run("Recalling the past,"),)),
        Clause("c000000002", "preambular", 0, (Run("Recalling"), Run(" this", marked), Run(" most,"))),  # type: ignore[arg-type]
        Clause("c000000003", "enacting", 0, (Run("The OSCE Parliamentary Assembly:"),)),
        Clause("c000000004", "operative", 0, (Run("Urges all to go on."),)),
    )
    text = replace(sample_resolution(), body=body)
    assert returned(text, template=template).body == body


@pytest.mark.parametrize("kinds", ["ppp", "ooo", "po", "o", "p"])
def test_a_text_without_an_enacting_phrase(kinds: str) -> None:
    """Nothing in the words says what they are: the file does."""
    body = tuple(
        Clause(f"c{at:09d}", "preambular" if kind == "p" else "operative", 0, (Run(f"Notes matter {at}."),))
        for at, kind in enumerate(kinds)
    )
    text = replace(sample_resolution(), body=body)
    assert returned(text).body == body


def test_a_preamble_behind_the_phrase() -> None:
    """As in papers of the United Nations."""
    file = osce().file
    template = replace(
        osce(),
        file=replace(file, grammar=replace(file.grammar, phases=("enacting", "preambular", "operative"))),
    )
    body = (
        Clause("c000000001", "enacting", 0, (Run("The General Assembly,"),)),
        Clause("c000000002", "preambular", 0, (Run("Recalling the past,"),)),
        Clause("c000000003", "operative", 0, (Run("Decides to go on."),)),
    )
    assert returned(replace(sample_resolution(), body=body), template=template).body == body


@settings(max_examples=60)
@given(st.sampled_from(["en", "ru", "all"]), st.integers(0, 10**6))
def test_edited_texts_come_back(which: str, seed: int) -> None:
    start = everything() if which == "all" else sample_resolution(which)
    text = edited(start, osce().file.grammar, seed)
    text = replace(text, body=tuple(_with_id(clause) for clause in text.body))
    assert shown(returned(text, BODY)) == shown(text)


_IDS = str.maketrans("ilou", "1100")


def _with_id(clause: Clause) -> Clause:
    """Return `clause` with ids as the program makes them: the sample of everything has some with other letters."""

    def fitting(piece: Run | Reference | Note) -> Run | Reference | Note:
        if isinstance(piece, Reference):
            return replace(piece, target=piece.target.translate(_IDS))
        if isinstance(piece, Note):
            inside = (fitting(one) for one in piece.text)
            return replace(piece, text=tuple(one for one in inside if not isinstance(one, Note)))
        return piece

    return replace(clause, id=clause.id.translate(_IDS), text=tuple(fitting(piece) for piece in clause.text))


_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@settings(max_examples=100)
@given(st.lists(any_text, min_size=1, max_size=5))
def test_any_words_come_back(found: list[Text]) -> None:
    """Of any script, with any marks; but for signs that turn the direction, which no copy has."""
    body = tuple(Clause(f"c{at:09d}", "operative", 0, _plain(text)) for at, text in enumerate(found))
    text = replace(sample_resolution(), body=body)
    back = returned(text, BODY).body
    assert [clause.id for clause in back] == [clause.id for clause in body]
    assert [_plain(clause.text) for clause in back] == [_plain(clause.text) for clause in body]


def _plain(text: Text) -> Text:
    """Return `text` without references and notes, which need an aim, as a copy can have it: breaks have no look."""
    pieces = [piece for piece in text if isinstance(piece, Run)]
    runs = [
        Run(part, *((NO_MARKS, None) if part == LINE_BREAK else (piece.marks, piece.language)))
        for piece in pieces
        for part in re.split(f"({LINE_BREAK})", piece.text)
    ]
    return normalise(
        tuple(
            Run(
                _TURNING.sub("", run.text),
                run.marks - ({"subscript"} if "superscript" in run.marks else set()),
                None if run.language == "en" else run.language,
            )
            for run in runs
        )
    )


def test_a_thousand_clauses_in_a_second() -> None:
    text = texts.resolution(1000)
    data = write_docx(compose(text, osce()))
    start = time.perf_counter()
    found = import_word(data, osce()).imported.resolution
    assert time.perf_counter() - start < 1
    assert found.body == text.body
