"""Hostile XML is refused in one sentence, soon, and nothing is fetched."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from editor.app.wording import sentence
from editor.importing import ImportFailure, import_document
from tests.importing.akn.texts import FORMULA, paragraph, united_nations, xml

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))


def _hidden(secret: Path) -> bytes:
    return f'<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode() + xml("", paragraph("1.", "&x;"))


HOSTILE = {
    "entity bomb": (f"<!DOCTYPE akomaNtoso [{ENTITIES}]>".encode() + xml("", paragraph("1.", "&e9;")), "import-xml"),
    "bomb in UTF-16": ((f"<!DOCTYPE akomaNtoso [{ENTITIES}]>" + xml("", "").decode()).encode("utf-16"), "import-xml"),
    "foreign declaration": (b'<!DOCTYPE akomaNtoso SYSTEM "http://127.0.0.1:9/x">' + xml("", ""), "import-xml"),
    "nested": (xml("", "<hcontainer>" * 10_000 + "x" + "</hcontainer>" * 10_000), "import-xml"),
    "nested marks": (xml("", paragraph("1.", "<i>" * 10_000 + "x" + "</i>" * 10_000)), "import-xml"),
    "large": (xml("", paragraph("1.", "x" * 100_000_000)), "import-too-large"),
    "many tags": (xml("", "<p/>" * 1_500_000), "import-too-many"),
    "many attributes": (xml("", "<p " + " ".join(f'a{n}=""' for n in range(400_000)) + "/>"), "import-too-many"),
    "many paragraphs": (xml("", "<p>x</p>" * 30_000), "import-too-many"),
    "cut short": (xml(FORMULA, paragraph("1.", "Ends."))[:-40], "import-xml"),
    "no words": (xml("", ""), "import-empty"),
    "a law": (b"<akomaNtoso><act><body/></act></akomaNtoso>".replace(b"body", b"b"), "import-no-statement"),
    "unknown encoding": (b'<?xml version="1.0" encoding="no-such"?>' + xml("", ""), "import-xml"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_soon_and_in_one_sentence(name: str) -> None:
    data, code = HOSTILE[name]
    start = time.perf_counter()
    with pytest.raises(ImportFailure) as refused:
        import_document(data, united_nations())
    assert refused.value.code == code
    assert time.perf_counter() - start < 20  # the bar is 2 s alone on the machine; this is for what never ends
    said = sentence(refused.value)
    assert said.count("\n") == 0
    assert said.endswith(".")


def test_no_file_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the keeper's key")
    with pytest.raises(ImportFailure) as refused:
        import_document(_hidden(secret), united_nations())
    assert refused.value.code == "import-xml"


def test_words_that_look_like_markup_stay_words() -> None:
    data = xml(FORMULA, paragraph("1.", "&lt;script&gt; &amp;amp; {word.on} ]]&gt; ends."))
    body = import_document(data, united_nations()).resolution.body
    assert [piece.text for piece in body[1].text if hasattr(piece, "text")] == ["<script> &amp; {word.on} ]]> ends."]
