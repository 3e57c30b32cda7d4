"""Word's words and those of web pages come in as clauses."""

from __future__ import annotations

from html import escape

import pytest

from editor.model.resolution import Resolution
from editor.model.text import Note, Run, flatten
from tests.app.pastes import PAGE_LINES, at, end, html_in, new_rows, rows, text_in

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
<!--StartFragment-->
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>6.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><i>Urges</i>
all<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> States:<o:p></o:p></p>
<p style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>(a)<span>&nbsp; </span></span><![endif]>to <b>act</b> at 10 m<sup>3</sup>;</p>
<p style='margin-left:108.0pt;mso-list:l0 level3 lfo1'><span style='mso-list:Ignore'>§<span>&nbsp;
</span></span>now;</p>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>7.<span>&nbsp; </span></span>Decides<br>
to meet.</p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"
name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Adopted in Vienna.</p></div></div>
</body></html>"""


def test_word_s_lists_marks_and_notes_are_read(resolution: Resolution) -> None:
    found, told = html_in(resolution, end(resolution, "v3"), WORD)
    assert new_rows(found) == [
        "0 operative Urges all\ufffc States:",
        "1 item to act at 10 m3;",
        "2 item now;",
        "0 operative Decides\u2028to meet.",
    ]
    assert told == "One footnote was read."
    urges, act = found.body[11], found.body[12]
    assert urges.text[0] == Run("Urges", frozenset({"italic"}))
    assert [piece.text for piece in urges.text if isinstance(piece, Note)] == [(Run("Adopted in Vienna."),)]
    assert Run("act", frozenset({"bold"})) in act.text
    assert Run("3", frozenset({"superscript"})) in act.text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<ol start=6><li><p>Urges:</p><ol type=a><li><p>one,</p></li><li>two,</li></ol></li><li>Decides.</li></ol>",
            ["0 Urges:", "1 one,", "1 two,", "0 Decides."],
        ),
        ("<p>6. Urges:</p><ul><li>one,</li><li>two,</li></ul><p>7. Decides.</p>",
         ["0 Urges:", "1 one,", "1 two,", "0 Decides."]),
        ("<ol><li>Urges<ul><li>x;<ol type=i><li>deep;</li></ol></li></ul></li></ol>", ["0 Urges", "1 x;", "2 deep;"]),
        ("<table><tr><td>1.</td><td>Urges a;</td></tr><tr><td>2.</td><td>Urges b.</td></tr></table>",
         ["0 Urges a;", "0 Urges b."]),
        ("<div>Noting a;</div><div><div>Noting&nbsp;b&amp;c &lt;d&gt;.</div></div>",
         ["0 Noting a;", "0 Noting\u00a0b&c <d>."]),
        ("<p>Urges a;</p><script>alert(1)</script><p style='display:none'>no</p><p>Urges b.</p>",
         ["0 Urges a;", "0 Urges b."]),
        ("<pre>1. Urges a;\n2. Urges b.</pre>", ["0 Urges a;", "0 Urges b."]),
        ("<p>1. Urges a;<br>2. Urges b.</p>", ["0 Urges a;", "0 Urges b."]),
        ("<ul style='list-style-type:none'><li>(a) Urges a;</li><li>(b) Urges b.</li></ul>",
         ["1 Urges a;", "1 Urges b."]),
    ],
)  # fmt: skip
def test_lists_tables_and_paragraphs_of_the_web(resolution: Resolution, page: str, expected: list[str]) -> None:
    found, _ = html_in(resolution, end(resolution, "v3"), page)
    assert rows(found)[11:] == expected


def test_words_of_a_page_go_into_the_line_with_their_marks(resolution: Resolution) -> None:
    found, told = html_in(resolution, at("v3", 7), "<meta charset=utf-8><span> <b>now</b></span>", " now")
    assert found.body[-1].text == (Run("Decides "), Run("now", frozenset({"bold"})), Run(" to meet again."))
    assert told == ""


def test_what_a_viewer_of_pages_copies_is_read_as_plain_lines(resolution: Resolution) -> None:
    page = "<span>" + "<br>".join(escape(line) for line in PAGE_LINES.split("\n")) + "</span>"
    assert html_in(resolution, end(resolution, "v3"), page, PAGE_LINES) == text_in(
        resolution, end(resolution, "v3"), PAGE_LINES
    )


@pytest.mark.parametrize(
    ("page", "mark", "note"),
    [
        (
            '<p>Recalls x<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>;</p>'
            '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>A '
            "text.</p></div>",
            "Recalls x\ufffc;",
            "A text.",
        ),
        (
            '<p>Recalls x<a href="#fn1" id="fnref1"><sup>1</sup></a>;</p><p>Urges.</p><hr><ol><li id="fn1"><p>A text. '
            '<a href="#fnref1">↩</a></p><p>More.</p></li></ol>',
            "Recalls x\ufffc;",
            "A text.\u2028More.",
        ),
        ('<p>Recalls x<sup><a href="#top">1</a></sup>;</p><p id="top">Urges.</p>', "Recalls x1;", ""),
    ],
)
def test_footnotes_are_read_where_links_lead_there_and_back(
    resolution: Resolution, page: str, mark: str, note: str
) -> None:
    found, _ = html_in(resolution, end(resolution, "v3"), page + "<p>Decides.</p>")
    new = found.body[11]
    assert flatten(new.text) == mark
    notes = [flatten(piece.text) for piece in new.text if isinstance(piece, Note)]
    assert notes == ([note] if note else [])
