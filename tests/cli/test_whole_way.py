"""The whole way once, as the command line goes it: a real draft in, numbered copies out."""

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from editor.app.documents import open_document
from editor.cli import main
from tests.reading import missing


def outline(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Return what `outline --json` says of the project `path`."""
    capsys.readouterr()
    assert main(["outline", str(path), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.fixture
def seed(shared: Path, tmp_path: Path) -> Path:
    """Return the reference document as a project."""
    path = tmp_path / "seed.resolution"
    source = shared / "seed" / "osce-pa-sc-11-si-4-e.txt"
    report = tmp_path / "report.txt"
    assert main(["import", str(source), "-o", str(path), "--report", str(report)]) == 0
    assert report.read_text(encoding="utf-8")
    return path


def test_the_reference_document_keeps_its_numbers_and_kinds(seed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clauses = outline(seed, capsys)["clauses"]
    assert [clause["label"] for clause in clauses] == [
        *(f"{n}." for n in range(1, 10)),
        "",
        *("10.", "11.", "a.", "b.", "12.", "a.", "b.", "c."),
    ]
    assert [clause["kind"] for clause in clauses] == [
        *["preambular"] * 9,
        "enacting",
        *("operative", "operative", "item", "item", "operative", "item", "item", "item"),
    ]
    assert clauses[8]["text"].endswith("terrorist activities on the Internet.")
    assert clauses[9]["text"] == "The OSCE Parliamentary Assembly:"
    assert clauses[-1]["text"].startswith("exchanges of information")


def test_the_reference_document_gives_every_cover_field(seed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cover = outline(seed, capsys)["cover"]
    assert cover["code"] == "SC (11) SI 4 E"
    assert cover["kind"] == "supplementary-item"
    assert (cover["language"], cover["original_language"]) == ("en", "fr")
    assert cover["title"] == "Overall Approach By The OSCE To Promote Cybersecurity"
    assert cover["sponsor"] == {
        "honorific": "Mr.",
        "given": "François-Xavier",
        "family": "de Donnea",
        "country": "Belgium",
    }
    assert cover["venue"] == "Belgrade"
    assert cover["dates"] == {"first": "2011-07-06", "last": "2011-07-10"}


def test_the_reference_document_prints_its_cover_in_order(seed: Path, tmp_path: Path) -> None:
    assert main(["export", str(seed), "-o", str(tmp_path / "seed.pdf")]) == 0
    words = pdf_pages(tmp_path / "seed.pdf")
    cover = [
        "SC (11) SI 4 E",
        "Original: FRENCH",
        "SUPPLEMENTARY ITEM",
        "DRAFT RESOLUTION",
        "ON",
        "“OVERALL APPROACH BY THE OSCE TO PROMOTE CYBERSECURITY”",
        "Principal Sponsor",
        "Mr. François-Xavier de Donnea",
        "Belgium",
        "BELGRADE, 6 JULY TO 10 JULY 2011",
    ]
    assert " ".join(words[0].split()) == " ".join(cover)
    head = [
        "DRAFT RESOLUTION",
        "Overall Approach By The OSCE To Promote Cybersecurity",
        "Principal Sponsor: Mr. François-Xavier de Donnea (Belgium)",
        "1. Recognising",
    ]
    assert " ".join(words[1].split()).startswith(" ".join(head))
    form = [
        "PROPOSED AMENDMENT to the DRAFT RESOLUTION",
        "on",
        "“OVERALL APPROACH BY THE OSCE TO PROMOTE CYBERSECURITY”",
        "[Set out text of Amendment here:]",
        "Principal Sponsor:",
        "Mr/Mrs Family Name in Capital Letters Country Signature",
        "Co-sponsored by:",
        "Mr/Mrs Family Name in Capital Letters Country Signature",
    ]
    assert " ".join(words[-1].split()).startswith(" ".join(form))


@pytest.mark.parametrize("format_", ["pdf", "html", "txt"])
def test_copies_of_the_reference_document_are_numbered_as_its_outline(seed: Path, tmp_path: Path, format_: str) -> None:
    target = tmp_path / f"copy.{format_}"
    assert main(["export", str(seed), "-o", str(target), "--parts", "body"]) == 0
    document = open_document(seed)
    words = "\n".join(pdf_pages(target)) if format_ == "pdf" else target.read_text(encoding="utf-8")
    if format_ == "html":
        words = _without_tags(words)
    assert missing(words, document.resolution, document.template) == []


def pdf_pages(path: Path) -> list[str]:
    """Return the words of each page of a PDF."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        pages = []
        for page in pdf:
            text = page.get_textpage()
            pages.append(str(text.get_text_range()).replace("\ufffe", "-"))
            text.close()
            page.close()
        return pages
    finally:
        pdf.close()


def _without_tags(source: str) -> str:
    from lxml import html

    for style in (tree := html.fromstring(source.encode())).iter("style"):
        style.text = ""
    return str(tree.text_content())
