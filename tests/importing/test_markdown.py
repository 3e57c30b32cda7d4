import pytest

from editor.importing import import_text
from editor.importing.markdown import heading, looks_like_markdown, read_inline
from editor.model.text import NO_MARKS, Mark, Run, flatten
from tests.importing.outlines import template

BOLD: frozenset[Mark] = frozenset({"bold"})
ITALIC: frozenset[Mark] = frozenset({"italic"})


@pytest.mark.parametrize(
    "line",
    ["# Title", "   ### Title ###", "a **word** here", "1\\. Recalling", "2 \\* 3", "snake\\_case", "\\- no list"],
)
def test_markdown_is_told_by_its_signs(line: str) -> None:
    assert looks_like_markdown(["plain", line])


@pytest.mark.parametrize(
    "line",
    ["#5 is a number", "2 ** 3 ** 4", "* item", "a_b_c", "C:\\temp\\new", "*[Set out text]*", "#", "____", "** no **"],
)
def test_plain_text_is_not_markdown(line: str) -> None:
    assert not looks_like_markdown(["plain", line])


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        ("a **b** c", [("a ", NO_MARKS), ("b", BOLD), (" c", NO_MARKS)]),
        ("*b* and _c_", [("b", ITALIC), (" and ", NO_MARKS), ("c", ITALIC)]),
        ("***b***", [("b", BOLD | ITALIC)]),
        ("**b *c* d**", [("b ", BOLD), ("c", BOLD | ITALIC), (" d", BOLD)]),
        ("__b__", [("b", BOLD)]),
        ("snake_case_word", [("snake_case_word", NO_MARKS)]),
        ("2 * 3 * 4", [("2 * 3 * 4", NO_MARKS)]),
        ("**never closed", [("**never closed", NO_MARKS)]),
        ("*a **b* c**", [("a **b", ITALIC), (" c**", NO_MARKS)]),
        ("\\*no\\* \\1 \\.", [("*no* \\1 .", NO_MARKS)]),
        ("__________", [("__________", NO_MARKS)]),
    ],
)
def test_emphasis_becomes_marks(line: str, runs: list[tuple[str, frozenset[Mark]]]) -> None:
    text = read_inline([line])[0]
    joined: list[tuple[str, frozenset[Mark]]] = []
    for piece in text:
        assert isinstance(piece, Run)
        if joined and joined[-1][1] == piece.marks:
            joined[-1] = (joined[-1][0] + piece.text, piece.marks)
        else:
            joined.append((piece.text, piece.marks))
    assert joined == runs


def test_emphasis_goes_on_over_lines() -> None:
    first, second = read_inline(["**one", "two** three"])
    assert first == (Run("one", BOLD),)
    assert second == (Run("two", BOLD), Run(" three"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("# A", (1, "A")),
        ("### A b ##", (3, "A b")),
        ("####### A", (0, "####### A")),
        ("#A", (0, "#A")),
        ("# C#", (1, "C#")),
    ],
)
def test_headings(line: str, found: tuple[int, str]) -> None:
    assert heading(line) == found


def test_escapes_are_taken_away_only_in_markdown() -> None:
    plain = import_text("1. See C:\\temp\\.new and a\\-b,", template())
    marked = import_text("**Note**\n\n1\\. See 2 \\* 3 and a\\-b,", template())
    assert flatten(plain.resolution.body[0].text) == "See C:\\temp\\.new and a\\-b,"
    assert flatten(marked.resolution.body[0].text) == "See 2 * 3 and a-b,"
    assert [guess.code for guess in plain.report if guess.code == "markdown"] == []
    assert [guess.code for guess in marked.report if guess.code == "markdown"] == ["markdown"]


def test_type_of_a_whole_clause_is_no_emphasis() -> None:
    body = import_text("**1. Recalling all,**\n\n2. *Noting* some,", template()).resolution.body
    assert body[0].text == (Run("Recalling all,"),)
    assert body[1].text == (Run("Noting", ITALIC), Run(" some,"))
