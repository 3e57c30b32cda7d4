import codecs

import pytest

from editor.importing import LIMIT, ImportFailure, import_text
from editor.importing.decode import decode
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
    assert decode(mark + text.encode(encoding)) == (text, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == (FRENCH, "")


@pytest.mark.parametrize(("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN.upper(), "cp1251")])
def test_old_code_pages_are_a_guess(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)
    report = import_text(text.encode(encoding), template()).report
    assert [dict(guess.parameters) for guess in report if guess.code == "encoding"] == [{"encoding": encoding}]


def test_a_byte_that_no_code_page_has_is_shown_not_raised() -> None:
    assert decode(b"caf\xe9 \x81 " + b"a" * 200)[0].startswith("café \ufffd")


@pytest.mark.parametrize("data", ["", b"", "  \n\t\n", b"\xef\xbb\xbf", "\ufeff", "\u2028 \u00a0"])
def test_nothing_to_read_is_refused(data: str | bytes) -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text(data, template())
    assert failure.value.code == "import-empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(50),
        b"%PDF-1.7\n" + bytes(range(0, 256, 3)) * 9,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text(data, template())
    assert failure.value.code == "import-binary"


@pytest.mark.parametrize("data", ["a" * (LIMIT + 1), b"a" * (LIMIT + 1)])
def test_what_is_too_large_is_refused_with_the_limit(data: str | bytes) -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text(data, template())
    assert failure.value.code == "import-too-large"
    assert failure.value.parameters == {"size": LIMIT + 1, "limit": LIMIT}


@pytest.mark.parametrize("kind", ["amendment-form", "poem"])
def test_a_kind_of_paper_without_a_body_is_refused(kind: str) -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text("1. Text.", template(), kind=kind)
    assert (failure.value.code, failure.value.parameters) == ("import-kind", {"kind": kind})


def test_a_language_that_the_template_has_not_is_refused() -> None:
    with pytest.raises(ImportFailure) as failure:
        import_text("1. Text.", template(), language="ja")
    assert (failure.value.code, failure.value.parameters) == ("import-language", {"language": "ja"})
