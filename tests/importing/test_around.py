"""What stands around a text: page numbers, the parts of an e-mail, a phrase said more than once."""

import pytest

from editor.importing import Imported, import_text
from editor.model.text import flatten
from tests.importing.outlines import template

TEXT = "1. Recalling the roads,\n\nThe OSCE Parliamentary Assembly:\n\n2. Calls for bridges.\n"
WORDS = ["Recalling the roads,", "The OSCE Parliamentary Assembly:", "Calls for bridges."]


def _words(imported: Imported) -> list[str]:
    return [flatten(clause.text) for clause in imported.resolution.body]


def _dropped(imported: Imported, reason: str) -> list[str]:
    return [piece.text for piece in imported.report.dropped if piece.reason == reason]


@pytest.mark.parametrize("number", ["7", "- 2 -", "– 4 –", "Page 3 of 5", "Seite 3 von 5", "3/5", "стр. 2"])
def test_a_page_number_is_left_out(number: str) -> None:
    imported = import_text(TEXT.replace("\n\n2.", f"\n\n{number}\n\n2."), template())
    assert _words(imported) == WORDS
    assert _dropped(imported, "furniture") == [number]
    assert [guess.line for guess in imported.report if guess.code == "furniture"] == [5]


@pytest.mark.parametrize("number", ["1", "12"])
def test_a_number_before_the_form_is_that_of_a_page(number: str) -> None:
    imported = import_text(f"{TEXT}\n{number}\n\nPROPOSED AMENDMENT to the\nDRAFT RESOLUTION\n", template())
    assert (_words(imported), _dropped(imported, "furniture")) == (WORDS, [number])


def test_a_number_that_the_clauses_miss_is_theirs() -> None:
    imported = import_text(f"{TEXT}\n3\n\nThanks the masons;\n\n4. Ends.\n", template())
    assert _words(imported) == [*WORDS, "Thanks the masons;", "Ends."]
    assert _dropped(imported, "furniture") == []


def test_a_year_on_a_line_of_its_own_is_text() -> None:
    imported = import_text("1. Recalling the roads of\n2011\nand of other years,\n2. Noting them.", template())
    assert _words(imported)[0] == "Recalling the roads of 2011 and of other years,"


def test_an_email_gives_its_quoted_text() -> None:
    head = "From: ada@example.org\nTo: office@example.org\nSubject: roads"
    quoted = "".join(f"> {line}\n" for line in TEXT.splitlines())
    mail = f"{head}\n\nDear all,\n\n{quoted}\nKind regards,\nAda\n\n-- \nAda Quill\n+1 234 567\n"
    imported = import_text(mail, template())
    assert _words(imported) == WORDS
    assert _dropped(imported, "mail-header") == [head]
    assert _dropped(imported, "signature") == ["--\nAda Quill\n+1 234 567"]
    assert _dropped(imported, "covering-note") == ["Dear all,", "Kind regards,\nAda"]
    guesses = [guess.code for guess in imported.report]
    assert guesses[2:] == ["mail-header", "covering-note", "quoting", "covering-note", "signature"]


def test_clauses_below_a_quoted_text_are_kept() -> None:
    quoted = "".join(f"> {line}\n" for line in TEXT.splitlines())
    assert _words(import_text(f"{quoted}\n3. Thanks the masons.\n", template())) == [*WORDS, "Thanks the masons."]


def test_signs_of_an_email_in_a_text_that_is_none_stay() -> None:
    imported = import_text(f"{TEXT}\n3. Notes that\n> is a sign;\n\n--\nAda Quill\n", template())
    assert {guess.code for guess in imported.report} & {"quoting", "mail-header", "signature"} == set()
    assert "> is a sign" in " ".join(_words(imported))


def test_of_several_phrases_that_between_commas_and_semicolons_is_kept() -> None:
    phrase = "The OSCE Parliamentary Assembly:"
    late = f"1. Recalling,\n{phrase}\n2. Noting,\n{phrase}\n3. Calls for roads;\n4. Ends.\n"
    early = f"1. Recalling,\n{phrase}\n2. Calls for roads;\n{phrase}\n3. Calls for bridges;\n4. Ends.\n"
    for text, line in ((late, 2), (early, 4)):
        imported = import_text(text, template())
        kinds = [clause.kind for clause in imported.resolution.body]
        assert kinds.index("enacting") == (2 if text == late else 1)
        assert [guess.line for guess in imported.report if guess.code == "phrase-repeated"] == [line]
