"""HTML of other programs as lines: lists with their numbers and levels, marks, line breaks, indents."""

from __future__ import annotations

import pytest

from editor.importing.clipboard_html import read_html
from editor.importing.fragment import SOFT, read_words
from editor.importing.shape import Sayings
from editor.importing.source import Line
from editor.model.text import Mark, Run

PHRASES = Sayings(["The Council of Things:"])


def lines(page: str) -> tuple[Line, ...]:
    return read_html(page, PHRASES).lines


def levels(page: str) -> list[tuple[str, int | None, str]]:
    return [(line.label, line.level, line.words) for line in lines(page)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ol start=9><li>a<li value=12>b</ol>", [("9.", 0, "a"), ("12.", 0, "b")]),
        ("<ol type=A><li>a</ol>", [("A.", 0, "a")]),
        ("<ol style='list-style-type:lower-roman'><li>a<li>b</ol>", [("i.", 0, "a"), ("ii.", 0, "b")]),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", [("1.", 0, "a"), ("•", 1, "b"), ("2.", 0, "c")]),
        ("<ol><li>a<ol><li>b</ol></li></ol><p>x</p>", [("1.", 0, "a"), ("1.", 1, "b"), ("", None, "x")]),
        ("<p>Urges:<ol><li>a</ol>", [("", None, "Urges:"), ("1.", 1, "a")]),
        ("<p>The Council of Things:<ol><li>a</ol>", [("", None, "The Council of Things:"), ("1.", 0, "a")]),
        ("<p>One;<ul><li>a</ul><p>Two;<ul><li>b</ul>",
         [("", None, "One;"), ("•", 1, "a"), ("", None, "Two;"), ("•", 1, "b")]),
        ("<ul style='list-style:none'><li>(a) x</ul>", [("", None, "(a) x")]),
        ("<ul><li>(a) x</ul>", [("", 0, "(a) x")]),
        ("<p style='mso-list:l1 level1 lfo1'><span style='mso-list:Ignore'>o&nbsp; </span>x", [("•", 0, "x")]),
        ("<p style='mso-list:l1 level1 lfo1'><span style='mso-list:Ignore'>Article 1&nbsp; </span>x",
         [("Article 1", None, "x")]),
    ],
)  # fmt: skip
def test_lists_have_their_numbers_and_levels(page: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert levels(page) == expected


@pytest.mark.parametrize(
    ("page", "marks"),
    [
        ("<b>x</b>", {"bold"}),
        ("<span style='font-weight:700;font-style:italic'>x</span>", {"bold", "italic"}),
        ("<b style='font-weight:normal'>x</b>", set()),
        ("<i><em style='font-style:normal'>x</em></i>", set()),
        ("<u>x</u>", {"underline"}),
        ("<a href='http://a/b'><u>x</u></a>", {"underline"}),
        ("<a href='http://a/b' style='text-decoration:underline'>x</a>", set()),
        ("<sup>x</sup>", {"superscript"}),
        ("<span style='vertical-align:sub'>x</span>", {"subscript"}),
    ],
)
def test_marks_are_read_from_tags_and_styles(page: str, marks: set[Mark]) -> None:
    (line,) = lines(f"<p>{page} y</p>")
    assert line.text[0] == Run("x" if marks else "x y", frozenset(marks))


def test_spaces_are_one_and_the_one_that_does_not_break_is_kept() -> None:
    (line,) = lines("<p>\n &nbsp; dit&nbsp;: \n  <b> oui</b> &nbsp; ; <o:p>&nbsp;</o:p></p>")
    assert line.words == "dit\u00a0: oui ;"


def test_line_breaks_are_meant_where_no_width_made_them() -> None:
    assert [(line.words, line.breaks) for line in lines("<p>a<br>b<br><br>c")] == [
        ("a", True), ("b", True), ("c", False),
    ]  # fmt: skip
    wide = "<br>".join(["words of some length that fill the line of a page to its very end"] * 4)
    assert [line.breaks for line in lines(f"<p>{wide}</p>")] == [False] * 4


def test_indents_are_columns() -> None:
    assert [line.indent for line in lines("<p style='margin-left:36pt'>a<p style='margin:0 0 0 1in'>b<p>c")] == [
        4,
        8,
        0,
    ]


def test_short_cells_are_one_line_and_long_ones_their_own() -> None:
    assert [line.words for line in lines("<table><tr><td>1.<td>a<tr><td>2.<td>" + "b" * 80 + "</table>")] == [
        "1. a", "2.", "b" * 80,
    ]  # fmt: skip


def test_headings_are_known_by_their_tags() -> None:
    assert [(line.words, line.heading) for line in lines("<h2>Title<b>s</b></h2><p>a</p>")] == [("Titles", 2), ("a", 0)]


def test_what_is_not_seen_is_not_read() -> None:
    page = "<head><title>t</title></head><style>s</style><script>x</script><template>y</template><p hidden>a"
    assert [line.words for line in lines(page + "<span style='display: none'>n</span><!-- c --></p>")] == ["a"]


@pytest.mark.parametrize("page", ["", " ", "<", "<p></p>", "<!-- x", "\x00", "\ud800<p>", "<![CDATA[", "<?xml ?>"])
def test_scraps_are_no_failure(page: str) -> None:
    assert all(line.words.strip("\ufffd<") == "" for line in lines(page))


def test_hyphens_at_line_ends_are_soft_where_a_word_goes_on() -> None:
    text = "an inter-\nnational, a multi-\nethnic, a non-\nproliferation\nand 2011-\n2014, Anglo-\nSaxon"
    source, told = read_words(text, frozenset({"multi-ethnic"}))
    ends = [line.words[-1] for line in source.lines]
    assert ends == [SOFT, "-", "-", "n", "-", "-", "n"]
    assert told == (("hyphens", 1),)
