"""What independent readers make of the files: the validators, and LibreOffice as it lays them out.

These need programs that `make conformance` installs, so that plain `pytest` passes them by: the file's name is not one
that it collects. Run them with `pytest tests/export/docx/conformance_word.py`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.app.documents import chosen_template
from editor.compose.composition import Composition, Field, Paragraph, Section, Words
from editor.compose.redline import redline as redline_of
from editor.export.docx import write_docx
from tests.conformance.tools import as_read_by_libreoffice, docx_faults, pdf_words, run
from tests.editing import edited
from tests.export.docx.samples import PAGE, STYLES, body, clause, composition, form_table, full, item, line, link
from tests.export.docx.test_counting import SCHEMES, composed, expected, random_body
from tests.sample import sample_resolution

LIGHT = "Calls on the participating States to keep every light burning whatever the weather may be; "


def read(made: Composition, folder: Path, change: Callable[[str], str] = lambda xml: xml) -> str:
    """Return the words of `made` as LibreOffice prints them, after `change` was done to word/document.xml."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_docx(made))) as source, zipfile.ZipFile(data, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, change(part.decode()).encode() if name == "word/document.xml" else part)
    file = folder / "made.docx"
    file.write_bytes(data.getvalue())
    return as_read_by_libreoffice([file], folder)["made"]


def paragraph(xml: str, words: str) -> str:
    """Return the paragraph that has `words` in it."""
    found: list[str] = re.findall("<w:p>.*?</w:p>", xml)
    return next(one for one in found if words in one)


def redline() -> Composition:
    """Return a paper with tracked changes of every kind."""
    old, new = Words("old", change="deleted"), Words("new", change="inserted")
    return body(
        clause("1.", (Words("Keeps "), old, new), anchor="one0000000"),
        clause("2.", change="deleted"),
        item("a", change="deleted"),
        clause("2.", (link("1", "one0000000"),), change="inserted"),
        clause("3.", change="deleted"),
    )


def compared(seed: int) -> Composition:
    """Return the sample edited at random, compared with itself edited further."""
    template = chosen_template("osce-pa")
    old = edited(sample_resolution("en"), template.file.grammar, seed, steps=10)
    return redline_of(old, edited(old, template.file.grammar, seed + 1000, steps=20), template)


@pytest.mark.parametrize(
    "made", [full(), redline(), compared(4), compared(7), composition(), body(form_table(), form_table())]
)
def test_validators_find_nothing(made: Composition, tmp_path: Path) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(write_docx(made))
    assert docx_faults(file) == []


def test_libreoffice_counts_what_the_outline_has(tmp_path: Path) -> None:
    made = {
        f"{place} {seed}": composed(random_body(seed), scheme)
        for place, scheme in enumerate(SCHEMES.values())
        for seed in range(12)
    }
    files = []
    for name, one in made.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(write_docx(one))
    printed = as_read_by_libreoffice(files, tmp_path)
    for name, one in made.items():
        blocks = [block for block in one.sections[0].blocks if isinstance(block, Paragraph)]
        texts = ["".join(span.text for span in block.spans if isinstance(span, Words)) for block in blocks]
        # A label as wide as its place leaves no space that could be seen.
        lines = [(label + text).replace(" ", "") for label, text in zip(expected(one), texts, strict=True)]
        assert printed[name].replace("\f", "").replace(" ", "").splitlines() == lines, name


FOUR = body(
    clause("1.", "First;", anchor="first00000"),
    clause("2.", "Second;", anchor="second0000"),
    item("a", "letter;"),
    clause("3.", "Third;", anchor="third00000"),
    clause("4.", (Words("Sees "), link("3", "third00000"), Words(";"))),
)


def test_enter_in_word_counts_on(tmp_path: Path) -> None:
    def press_enter(xml: str) -> str:
        found = paragraph(xml, "Second;")
        # Word gives the new paragraph the properties of the old one and leaves the bookmark there.
        new = re.sub("<w:bookmark[^>]*>", "", found).replace("Second;", "New;")
        return xml.replace(found, found + new)

    assert read(FOUR, tmp_path, press_enter).split("\n")[:6] == [
        "1. First;", "2. Second;", "3. New;", "a. letter;", "4. Third;", "5. Sees paragraph 4;",
    ]  # fmt: skip


def test_deleting_in_word_counts_back(tmp_path: Path) -> None:
    printed = read(FOUR, tmp_path, lambda xml: xml.replace(paragraph(xml, "First;"), ""))
    assert printed.split("\n")[:4] == ["1. Second;", "a. letter;", "2. Third;", "3. Sees paragraph 2;"]


def test_tab_in_word_makes_a_sub_item(tmp_path: Path) -> None:
    def press_tab(xml: str) -> str:
        found = paragraph(xml, "Third;")
        return xml.replace(found, found.replace('w:val="Clause"', 'w:val="SubItem"'))

    assert read(FOUR, tmp_path, press_tab).split("\n")[2:4] == ["a. letter;", "b. Third;"]


def test_numbering_goes_on_right_around_an_override_in_words(tmp_path: Path) -> None:
    made = body(clause("1.", "One;"), clause("1 bis.", "Late:"), item("a", "letter;"), clause("2.", "Two;"))
    assert read(made, tmp_path).split("\n")[:4] == ["1. One;", "1 bis. Late:", "a. letter;", "2. Two;"]
    printed = read(made, tmp_path, lambda xml: xml.replace(paragraph(xml, "One;"), paragraph(xml, "One;") * 2))
    assert printed.split("\n")[:5] == ["1. One;", "2. One;", "1 bis. Late:", "a. letter;", "3. Two;"]


def boxes(folder: Path) -> dict[str, tuple[float, float]]:
    """Return the left and upper edge of the first of each word in made.pdf, in points."""
    found: dict[str, tuple[float, float]] = {}
    for x, y, word in re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" [^>]*>([^<]+)<', run(["pdftotext", "-bbox", str(folder / "made.pdf"), "-"])
    ):
        found.setdefault(word, (float(x), float(y)))
    return found


def test_measures_in_print_are_the_sheet_s(tmp_path: Path) -> None:
    made = body(
        clause("1.", "Alpha " + "and " * 40 + "omega"),
        item("a", "Beta"),
        line("enacting", "Gamma", role="enacting"),
        clause("2.", "Delta"),
    )
    read(made, tmp_path)
    at = boxes(tmp_path)
    clause_style, item_style = STYLES["clause"], STYLES["item-1"]
    assert at["1."][0] == pytest.approx(PAGE.left, abs=0.5)
    assert at["Alpha"][0] == pytest.approx(PAGE.left + clause_style.indent, abs=0.5)
    assert at["a."][0] == pytest.approx(PAGE.left + item_style.indent - item_style.hang, abs=0.5)
    assert at["Beta"][0] == pytest.approx(PAGE.left + item_style.indent, abs=0.5)
    lines = round((at["omega"][1] - at["Alpha"][1]) / clause_style.leading)
    assert lines > 1
    assert at["omega"][1] - at["Alpha"][1] == pytest.approx(lines * clause_style.leading, abs=0.2)
    # Of two spaces the larger counts: 6 and 0, 4 and 12, 12 and 0.
    assert at["Beta"][1] - at["omega"][1] == pytest.approx(clause_style.leading + clause_style.after, abs=0.2)
    assert at["Gamma"][1] - at["Beta"][1] == pytest.approx(clause_style.leading + 12, abs=0.2)
    assert at["Delta"][1] - at["Gamma"][1] == pytest.approx(clause_style.leading + 12, abs=0.2)


FOOTER = (Paragraph("footer", (Words("Page "), Field("page"), Words(" of "), Field("pages")), "furniture"),)


@pytest.mark.parametrize("cover", [True, False])
def test_pages_are_counted_from_the_body_on(cover: bool, tmp_path: Path) -> None:
    text = tuple(clause(f"{number}.", LIGHT * 4) for number in range(1, 40))
    sections = (
        Section("cover", (line("kind", "COVER"),), numbered=False),
        Section("body", text, footer=FOOTER),
        Section("form", (form_table(),), numbered=False),
    )
    pages = read(composition(*sections[0 if cover else 1 :]), tmp_path).split("\f")
    counted = [found for page in pages for found in re.findall(r"Page (\d+) of (\d+)", page)]
    assert len(counted) > 2
    assert counted == [(str(number), str(len(counted))) for number in range(1, len(counted) + 1)]


def sheets(made: Composition, folder: Path) -> list[str]:
    """Return the words of `made` page by page as LibreOffice prints them, pages that it puts in itself among them."""
    file = folder / "made.docx"
    file.write_bytes(write_docx(made))
    target = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    run(["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(folder), str(file)])
    return pdf_words(folder / "made.pdf").split("\f")[:-1]


@pytest.mark.parametrize("clauses", [1, 12, 20])
def test_sections_begin_on_the_front_of_a_sheet_where_asked(clauses: int, tmp_path: Path) -> None:
    sections = (
        Section("cover", (line("kind", "COVER"),), numbered=False),
        Section("body", tuple(clause(f"{number}.", LIGHT * 4) for number in range(1, clauses + 1)), footer=FOOTER),
        Section("form", (line("form", "FORM"),), numbered=False),
    )
    pages = sheets(composition(*sections, duplex=True), tmp_path)
    last = next(place for place, page in enumerate(pages) if "FORM" in page)
    counted = [re.findall(r"Page (\d+) of (\d+)", page) for page in pages]
    body = [place for place, found in enumerate(counted) if found]
    assert "COVER" in pages[0]
    assert pages[1].strip() == ""
    assert body[0] == 2
    assert last % 2 == 0
    assert last - body[-1] == 1 + len(body) % 2
    assert [counted[place] for place in body] == [[(str(n), str(len(body)))] for n in range(1, len(body) + 1)]


def test_headers_and_notes_are_where_they_belong(tmp_path: Path) -> None:
    cover, text, form = read(full(), tmp_path).split("\f")[:3]
    assert "Page" not in cover
    assert "Page 1 of 1" in text
    assert "SC (24) SI 7 E" in text
    assert re.search(r"1\s*See paragraph 2 & the Pilot\.", text)
    assert "Page" not in form
    assert form.count("Family Name in Capital Letters") == 2


def test_lines_of_the_body_are_numbered(tmp_path: Path) -> None:
    made = replace(full(), watermark="")
    read(made, tmp_path)
    layout = run(["pdftotext", "-layout", str(tmp_path / "made.pdf"), "-"])
    cover, text, form = layout.split("\f")[:3]
    assert re.findall(r"^ *(\d+) ", text, re.MULTILINE)[:12] == [str(number) for number in range(1, 13)]
    assert re.findall(r"^ *(\d+) ", cover + form, re.MULTILINE) == []
