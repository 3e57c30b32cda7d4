import codecs

import pytest

from editor.importing import LIMIT, ImportFailure, import_text
from editor.importing.decode import decode
from editor.model.text import flatten
from tests.importing.outlines import template

FRENCH = "Considérant l’été, la forêt et l’œuvre déjà commencée, …"
RUSSIAN = "учитывая важность малых рек и озер,"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, "大会，"])
def test_unicode_is_read_without_a_guess(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding)) == (text, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == (FRENCH, ())


def test_a_few_zero_bytes_are_no_text() -> None:
    with pytest.raises(ImportFailure) as failure:
        decode(b"x\0\1\2")
    assert failure.value.code == "import-binary"


@pytest.mark.parametrize(("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN.upper(), "cp1251")])
def test_old_code_pages_are_a_guess(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text
    report = import_text(text.encode(encoding), template()).report
    assert [dict(guess.parameters) for guess in report if guess.code == "encoding"] == [{"encoding": encoding}]


def test_a_byte_that_no_code_page_has_is_shown_not_raised() -> None:
    assert decode(b"caf\xe9 \x81 " + b"a" * 200)[0].startswith("café \ufffd")


@pytest.mark.parametrize("data", ["", b"", "  \n\t\n", b"\xef\xbb\xbf", "\ufeff", "\u2028 \u00a0"])
def test_nothing_to_read_is_refused(data: str | bytes) -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text(data, template())
    assert failure.value.code == "import-empty"


@pytest.mark.parametrize("damage", [b"\xff", b"\xe9 caf\xe9 \x80"])
def test_a_few_bad_bytes_do_not_make_unicode_an_old_code_page(damage: bytes) -> None:
    text, guesses = decode(b"Noting " + damage + f", {FRENCH}".encode())
    assert text.endswith(FRENCH)
    assert [guess.code for guess in guesses] == ["damaged"]
    assert dict(guesses[0].parameters) == {"count": str(text.count("\ufffd"))}


def test_controls_that_a_word_processor_leaves_are_shown_or_break_lines() -> None:
    imported = import_text(b"1. Noting\x0bline two,\n2. Noting a note\x02 here,\x07", template())
    assert [flatten(clause.text) for clause in imported.resolution.body] == [
        "Noting\u2028line two,",
        "Noting a note\ufffd here,\ufffd",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "import-binary"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(50), "import-binary"),
        (b"1. Noting\0 a zero byte,", "import-binary"),
        (b"\1\2\3\4\5 and more", "import-binary"),
        (b"PK\x03\x04\x14\x00" + bytes(20) + b"word/document.xml", "import-word"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "import-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "import-word"),
        (b"{\\rtf1\\ansi 1. Noting,}", "import-word"),
        (b"%PDF-1.7\n" + bytes(range(0, 256, 3)) * 9, "import-pdf"),
        (b"%PDF-1.4\n1 0 obj\n", "import-pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<p>1. Noting,", "import-markup"),
        (b"<?xml version='1.0'?>\n<a>1. Noting,</a>", "import-markup"),
        ("<html lang='en'>\n1. Noting,".encode("utf-16"), "import-markup"),
        (b"<p class='x'>1. Noting,</p>\n<p>2. Aware,</p>\n", "import-markup"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text(data, template())
    assert failure.value.code == code


@pytest.mark.parametrize("text", ["1. Noting <b> and a < b > c,", "<Draft>\n1. Noting x < 4,", "< 5 > 3</p> x,"])
def test_a_few_angle_brackets_are_text(text: str) -> None:
    imported = import_text(text.encode(), template())
    kept = [flatten(clause.text) for clause in imported.resolution.body]
    kept += [piece.text for piece in imported.report.dropped]
    assert "".join(kept).count("<") == text.count("<")


@pytest.mark.parametrize("data", ["a" * (LIMIT + 1), b"a" * (LIMIT + 1)])
def test_what_is_too_large_is_refused_with_the_limit(data: str | bytes) -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text(data, template())
    assert failure.value.code == "import-too-large"
    assert failure.value.parameters == {"size": LIMIT + 1, "limit": LIMIT}


@pytest.mark.parametrize(("kind", "code"), [("amendment-form", "import-no-body"), ("poem", "import-kind")])
def test_a_kind_of_paper_without_a_body_is_refused(kind: str, code: str) -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text("1. Text.", template(), kind=kind)
    assert (failure.value.code, failure.value.parameters) == (code, {"kind": kind})


def test_a_language_that_the_template_has_not_is_refused() -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text("1. Text.", template(), language="ja")
    assert (failure.value.code, failure.value.parameters) == ("import-language", {"language": "ja"})
