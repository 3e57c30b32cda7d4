"""Hostile and damaged files: refused in one sentence, in little time and memory, and nothing is fetched."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from editor.app.wording import sentence
from editor.importing import ImportFailure, import_document
from editor.importing.word.package import LIMIT, MOST
from tests.importing.outlines import template
from tests.importing.word.making import PHRASE, W, body_tree, docx, p, packed, r, read

TIME = 2.0
MEMORY = 300 * 1024 * 1024


def refusal(data: bytes) -> str:
    """Return the code that `data` is refused under, after at most the time that is allowed."""
    start = time.perf_counter()
    with pytest.raises(ImportFailure) as caught:
        import_document(data, template())
    assert time.perf_counter() - start < TIME
    said = sentence(caught.value)
    assert "{" not in said
    assert said.endswith(".")
    return caught.value.code


def whole(document: str | bytes, **more: str | bytes) -> bytes:
    """Return a file with that document part."""
    return packed({"[Content_Types].xml": "", "word/document.xml": document, **more})


def nested(depth: int, opening: str, closing: str, inside: str = "") -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{opening * depth}{inside}{closing * depth}</w:body></w:document>'


def lying(data: bytes, name: bytes, size: int) -> bytes:
    """Return an archive whose lists say that the file `name` unpacks to `size` bytes."""
    found = bytearray(data)
    for sign, place, length in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = found.find(sign)
        while at >= 0:
            if found[at + length : at + length + len(name)] == name:
                found[at + place : at + place + 4] = size.to_bytes(4, "little")
            at = found.find(sign, at + 4)
    return bytes(found)


def bomb() -> bytes:
    """Return a small file whose document unpacks to 400 MB."""
    buffer = io.BytesIO()
    archive = zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)
    with archive, archive.open("word/document.xml", "w", force_zip64=True) as part:
        for _ in range(400):
            part.write(b" " * 1024 * 1024)
    return buffer.getvalue()


def test_a_part_that_unpacks_to_hundreds_of_megabytes() -> None:
    data = bomb()
    assert len(data) < 1024 * 1024
    assert refusal(data) == "import-too-large"
    assert refusal(lying(data, b"word/document.xml", 1000)) in ("import-too-large", "import-damaged")


def test_parts_that_are_large_together() -> None:
    heavy = f"<x>{'y' * (2 * 1024 * 1024)}</x>" * 9
    assert refusal(docx(p("1. Recalling,"), styles=heavy, numbering=heavy)) == "import-too-large"


def test_elements_and_attributes_without_end() -> None:
    assert refusal(whole(nested(1, "<w:p/>" * 2_000_000, ""))) == "import-too-many"
    attributes = "".join(f" a{at}='1'" for at in range(600_000))
    assert refusal(whole(nested(1, f"<w:p{attributes}>", "</w:p>"))) == "import-too-many"
    assert refusal(docx("<w:p/>" * (MOST + 1))) in ("import-too-many", "import-empty")


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing></w:r></w:p>"),
        ("<w:smartTag>", "</w:smartTag>"),
    ],
)
def test_what_is_nested_ten_thousand_deep(opening: str, closing: str) -> None:
    assert refusal(whole(nested(10_000, opening, closing, p("1. Recalling,")))) == "import-damaged"
    import_document(
        docx(opening * 20 + p("1. Recalling the past,") + closing * 20 + p(PHRASE) + p("2. Ends.")), template()
    )


LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))


def test_entities_and_outside_names() -> None:
    laughs = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
    outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    for declared, named in ((laughs, "&l9;"), (outside, "&f;")):
        text = declared + nested(1, "", "", p(named))
        assert refusal(whole(text)) == "import-damaged"
        assert refusal(whole(f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16"))) == "import-damaged"


def test_utf_16_is_read() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + nested(1, "", "", p("1. Recalling,") + p(PHRASE) + p("2. Ends."))
    assert len(read(whole(text.encode("utf-16"))).imported.resolution.body) == 3


def test_outside_targets_are_not_asked_for() -> None:
    """Templates, pictures and whole parts that stand elsewhere: nothing is looked for there."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{kind}/{name}" Target="file:///etc/passwd" TargetMode="External"/>'
        for name in ("styles", "numbering", "footnotes", "header", "attachedTemplate")
    )
    relations += f'<Relationship Id="rc" Type="{kind}/comments" Target="../../../etc/passwd"/>'
    root = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
    text = nested(1, "", "", p("1. Recalling,") + p(PHRASE) + p("2. Ends."))
    found = read(whole(text, **{"word/_rels/document.xml.rels": root})).imported
    assert len(found.resolution.body) == 3


def test_missing_parts() -> None:
    text = nested(1, "", "", p("1. Recalling the past,") + p(PHRASE) + p("2. Ends.", style="Gone", num=(7, 3)))
    assert len(read(whole(text)).imported.resolution.body) == 3
    assert refusal(packed({"word/styles.xml": "<x/>"})) == "import-damaged"
    assert refusal(whole("")) == "import-damaged"
    assert refusal(whole("<w:document")) == "import-damaged"
    assert refusal(docx("")) == "import-empty"


def test_what_is_no_archive_or_a_broken_one() -> None:
    data = docx(p("1. Recalling,"))
    assert refusal(b"PK\x03\x04word/" + bytes(2000)) == "import-damaged"
    for end in (len(data) // 2, len(data) - 10, len(data) - 30):
        assert refusal(data[:end]) in ("import-damaged", "import-word")
    for at in range(40, len(data) - 40, 37):
        broken = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        with contextlib.suppress(ImportFailure):  # nothing else may be raised
            import_document(broken, template())


def test_a_list_of_files_without_end() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for at in range(5000):
            archive.writestr(f"word/{at}", "")
    assert refusal(buffer.getvalue()) == "import-too-large"
    assert refusal(docx(p("1. Recalling,")) + bytes(LIMIT)) == "import-too-large"


def test_methods_of_packing_that_no_word_file_has() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert refusal(buffer.getvalue()) == "import-damaged"


def test_old_and_protected_files() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert refusal(compound) == "import-word"
    assert refusal(compound + "EncryptedPackage".encode("utf-16-le") + bytes(500)) == "import-protected"


def test_styles_and_lists_that_name_each_other() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:basedOn w:val="s{(at + 1) % 3}"/></w:style>'
        for at in range(3)
    )
    styles += (
        '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbers = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p("1. Recalling the past,", style="s0") + p(PHRASE) + p("2. Ends.", num=(1, 0))
    assert body_tree(body, styles=styles, numbering=numbers)[-1] == "operative 2. Ends."


def test_one_note_named_a_hundred_thousand_times() -> None:
    notes = f'<w:footnote w:id="1">{p("n" * 100_000)}</w:footnote>'
    marks = '<w:r><w:footnoteReference w:id="1"/></w:r>' * 50_000
    start = time.perf_counter()
    read(docx(p(r("1. Recalling,") + marks) + p(PHRASE) + p("2. Ends."), footnotes=notes))
    assert time.perf_counter() - start < TIME


def test_numbers_beyond_all_bounds() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="%1."/></w:lvl>'
    for format_ in ("decimal", "lowerLetter", "upperRoman", "chicago"):
        for start in ("99999999999999999999", "-5", "999999999", "x"):
            numbers = f'<w:abstractNum w:abstractNumId="0">{level.format(0, start, format_)}</w:abstractNum>'
            numbers += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            body = p("Recalling,", '<w:ind w:left="999999999999"/>', num=(1, 0)) + p(PHRASE) + p("Ends.", num=(1, 0))
            assert body_tree(body, numbering=numbers)[-1].endswith("Ends.")


_CHILD = """
import re, sys
from pathlib import Path
from editor.importing import ImportFailure, import_document
from tests.importing.outlines import template
under = template()
try:
    import_document(Path(sys.argv[1]).read_bytes(), under)
except ImportFailure as failure:
    pass
print(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


def test_memory(tmp_path: Path) -> None:
    """The heaviest files that come as far as the parser, each read in a process of its own."""
    if not Path("/proc/self/status").exists():
        return  # other systems do not tell so simply
    files = {
        "bomb": bomb(),
        "elements": whole(nested(1, "<w:p/>" * 299_000, "")),
        "attributes": whole(nested(1, "<w:p" + "".join(f" a{at}='1'" for at in range(499_000)) + ">", "</w:p>")),
        "words": whole(nested(1, "", "", p("1. Recalling " + "word " * 1_900_000) * 3)),
    }
    for name, data in files.items():
        path = tmp_path / name
        path.write_bytes(data)
        done = subprocess.run([sys.executable, "-c", _CHILD, str(path)], capture_output=True, text=True, check=True)
        assert int(done.stdout) * 1024 < MEMORY, name


def test_unpacking_stops_where_the_archive_lies() -> None:
    """A part that says it is small and is not."""
    data = whole("<w:document/>" + " " * 100_000)
    assert refusal(lying(data, b"word/document.xml", 20)) == "import-damaged"
