"""Text is data: whatever was typed is kept in the project, and stands in every copy as inert words."""

import datetime
import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree, html
from msgspec.structs import replace

from editor.app.copies import copy_of
from editor.app.documents import chosen_template, open_document, save_new
from editor.compose.compose import Options
from editor.model.cover import Cover
from editor.model.resolution import Remark, Resolution
from editor.model.text import Run, clean
from tests.sample import sample_resolution

TEMPLATE = chosen_template(None)

MARKUP = [
    '<img src="/etc/passwd" onerror="alert(1)">',
    "</w:t></w:r></w:p><w:p/>",
    "<script>alert(1)</script> & &amp; <!-- -->",
    '<a href="javascript:alert(1)">x</a>',
    "{title} {word.on} {0} %1 %s",
    "]]> \\ ) ET Q (",
]
TURNING = "abc\u202edef\u202cghi\u2066jkl\u2069"


def hostile(words: str) -> Resolution:
    """Return the sample with `words` in its title, a clause, a name and a remark."""
    start = sample_resolution("en")
    first = replace(start.body[0], text=(Run(clean(words)),))
    sponsor = start.cover.person("sponsor")
    assert sponsor is not None
    cover: Cover = start.cover.with_value("title", words).with_value("sponsor", replace(sponsor, family=words))
    remark = Remark("r" * 10, first.id, words, datetime.datetime(2027, 7, 3, tzinfo=datetime.UTC), words)
    return replace(start, body=(first, *start.body[1:]), cover=cover, remarks=(remark,))


@pytest.mark.parametrize("words", MARKUP)
def test_markup_in_words_stays_words(words: str) -> None:
    resolution = hostile(words)
    options = Options(remarks=True)
    folded = "".join(words.split())
    assert folded in "".join(copy_of(resolution, TEMPLATE, "txt", options).data.decode().split())
    pdf = pypdfium2.PdfDocument(io.BytesIO(copy_of(resolution, TEMPLATE, "pdf", options).data))
    assert folded in "".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
    pdf.close()
    page = html.fromstring(copy_of(resolution, TEMPLATE, "html", options).data)
    assert not page.xpath("//script|//img|//*[@onerror]|//a[not(starts-with(@href, '#'))]")
    assert folded in "".join(page.text_content().split())
    document = etree.fromstring(part(copy_of(resolution, TEMPLATE, "docx", options).data, "word/document.xml"))
    assert folded in "".join("".join(document.itertext()).split())


@pytest.mark.parametrize("format_", ["pdf", "docx", "html", "txt"])
def test_words_cannot_turn_a_copy_around(format_: str) -> None:
    data = copy_of(hostile(TURNING), TEMPLATE, format_, Options(remarks=True)).data
    text = data.decode() if format_ in ("html", "txt") else all_parts(data) if format_ == "docx" else ""
    if format_ == "pdf":
        pdf = pypdfium2.PdfDocument(io.BytesIO(data))
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
        pdf.close()
    assert "abcdefghijkl" in text
    assert not set("\u202e\u202c\u2066\u2069") & set(text)


def test_a_project_keeps_such_words_as_they_were_typed(tmp_path: Path) -> None:
    for words in (*MARKUP, TURNING):
        resolution = hostile(words)
        path = tmp_path / "hostile.resolution"
        save_new(path, resolution, TEMPLATE, replace=True)
        assert open_document(path).resolution == resolution


@pytest.mark.parametrize("words", ["word " * 200_000, "x" * 1_000_000], ids=["words", "one word"])
def test_a_clause_of_a_megabyte_is_printed(words: str) -> None:
    start = sample_resolution("en")
    long = replace(start, body=(replace(start.body[0], text=(Run(words.strip()),)), *start.body[1:]))
    for format_ in ("pdf", "docx", "html", "txt"):
        assert len(copy_of(long, TEMPLATE, format_).data) > 10_000


def part(data: bytes, name: str) -> bytes:
    """Return one part of a DOCX."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def all_parts(data: bytes) -> str:
    """Return all parts of a DOCX, one after the other."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())
