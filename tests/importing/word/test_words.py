"""What stands inside a paragraph: marks, languages, signs, notes, fields and links."""

import pytest

from tests.importing.word.making import PHRASE, body_tree, docx, lists, p, r, read, tree

NUMBERED = lists(('<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>',))


def clauses(*contents: str, **parts: str) -> list[str]:
    """Return what the numbered clauses with these contents become, an enacting phrase before them."""
    body = p(PHRASE) + "".join(p(content, num=(1, 0)) for content in contents)
    return body_tree(body, numbering=NUMBERED, **parts)[1:]


def field(code: str, shown: str) -> str:
    """Return a field as Word writes it, its code in two pieces."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    half = len(code) // 2
    instruction = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>' for part in (code[:half], code[half:])
    )
    return sign.format("begin") + instruction + sign.format("separate") + r(shown) + sign.format("end")


def test_marks_of_every_kind() -> None:
    looks = {
        "italic": "<w:i/>", "bold": "<w:b/>", "line": '<w:u w:val="single"/>',
        "none": '<w:u w:val="none"/><w:b w:val="0"/>',
        "up": '<w:vertAlign w:val="superscript"/>', "down": '<w:vertAlign w:val="subscript"/>',
    }  # fmt: skip
    content = "".join(r(f"{name} ", look) for name, look in looks.items()) + r("end.")
    assert clauses(content) == ["operative 1. *italic ***bold **_line _none ^up ^~down ~end."]


def test_marks_of_styles_turn_each_other_off() -> None:
    """Emphasis inside a style that is bold already: bold in bold is not bold (ECMA-376 part 1, 17.7.3)."""
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="Fat"><w:name w:val="Fat"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    strong = '<w:rStyle w:val="Strong"/>'
    body = p(PHRASE) + p(r("Plain ") + r("strong", strong) + r("."), num=(1, 0))
    body += p(r("Fat ") + r("thin", strong) + r("."), style="Fat", num=(1, 0))
    assert body_tree(body, numbering=NUMBERED, styles=styles)[1:] == [
        "operative 1. Plain **strong**.",
        "operative 2. **Fat **thin**.**",
    ]


def test_languages_of_runs_are_kept_where_they_differ() -> None:
    french = '<w:lang w:val="fr-FR"/>'
    content = r("Quotes ", '<w:lang w:val="en-US"/>') + r("jusqu’à nouvel ordre", french) + r(" once;")
    assert clauses(content, "Ends, in the language of somebody’s Word.") == [
        "operative 1. Quotes fr:jusqu’à nouvel ordre once;",
        "operative 2. Ends, in the language of somebody’s Word.",
    ]


def test_signs_that_are_elements() -> None:
    content = (
        "<w:r><w:t>Co</w:t><w:noBreakHyphen/><w:t>operates</w:t><w:br/><w:t>on a new line</w:t>"
        '<w:sym w:font="Symbol" w:char="F0B7"/><w:br w:type="page"/><w:lastRenderedPageBreak/>'
        '<w:t xml:space="preserve"> and on.</w:t></w:r>'
    )
    assert clauses(content) == ["operative 1. Co\u2011operates // on a new line• and on."]


def test_hidden_words_are_left_out_and_told_of() -> None:
    body = p(PHRASE) + p(r("Calls") + r(" secretly", "<w:vanish/>") + r(" for light."), num=(1, 0))
    found = read(docx(body, numbering=NUMBERED)).imported
    assert tree(found.resolution)[1:] == ["operative 1. Calls for light."]
    assert ("hidden", (("text", " secretly"),), 2) in [
        (guess.code, guess.parameters, guess.line) for guess in found.report
    ]
    assert " secretly" in [piece.text for piece in found.report.dropped]


def test_footnotes_and_endnotes_stand_where_their_marks_do() -> None:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    own = '<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> See </w:t></w:r>'
        "<w:r><w:rPr><w:i/></w:rPr><w:t>the report</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>and its annex.</w:t></w:r></w:p></w:footnote>"
        '<w:footnote w:id="3"><w:p><w:r><w:t>Starred.</w:t></w:r></w:p></w:footnote>'
    )
    ends = '<w:endnote w:id="1"><w:p><w:r><w:t>At the end.</w:t></w:r></w:p></w:endnote>'
    content = r("Notes") + mark.format(2) + r(" this") + end + r(" and that") + own + r(".")
    assert clauses(content, footnotes=notes, endnotes=ends) == [
        "operative 1. Notes[See *the report* // and its annex.] this[At the end.] and that[Starred.].",
    ]


def test_a_note_that_is_not_there_and_one_named_twice() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>Once.</w:t></w:r></w:p></w:footnote>'
    content = r("A") + mark.format(2) + r(" b") + mark.format(9) + r(" c") + mark.format(2) + r(".")
    assert clauses(content, footnotes=notes) == ["operative 1. A[Once.] b c."]


@pytest.mark.parametrize(
    "code", [" REF _Ref12345678 \\r \\h ", " REF _Ref12345678 \\n ", "REF _Ref12345678 \\w \\* MERGEFORMAT"]
)
def test_fields_to_numbers_become_references(code: str) -> None:
    first = '<w:bookmarkStart w:id="0" w:name="_Ref12345678"/>' + r("Calls for light;") + '<w:bookmarkEnd w:id="0"/>'
    later = r("Repeats paragraph ") + field(code, "1") + r(".")
    assert clauses(first, later) == ["operative 1. Calls for light;", "operative 2. Repeats paragraph {number}."]


def test_other_fields_are_the_words_they_showed() -> None:
    inner = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>' + field(
        "PAGE", "9"
    )
    inner += (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("kept") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    gone = field(" REF nowhere \\r ", "14") + r(" ") + field(" REF _Ref1 \\h ", "words")
    simple = '<w:fldSimple w:instr=" DATE ">' + r("1 July") + "</w:fldSimple>"
    assert clauses(r("On ") + simple + r(" ") + inner + r(" ") + gone + r(".")) == [
        "operative 1. On 1 July kept 14 words.",
    ]


def test_a_link_is_its_words_without_the_line_under_them() -> None:
    blue = '<w:u w:val="single"/>'
    link = '<w:hyperlink w:anchor="top">' + r("the report", blue) + "</w:hyperlink>"
    assert clauses(r("Welcomes ") + link + r(".")) == ["operative 1. Welcomes the report."]


def test_formulas_ruby_and_what_else_holds_words() -> None:
    formula = "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"
    ruby = "<w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby>"
    ruby = f"<w:r>{ruby}</w:r>"
    smart = "<w:smartTag>" + r("Dublin") + "</w:smartTag>"
    assert clauses(r("In ") + smart + r(" ") + formula + r(" ") + ruby + r(".")) == ["operative 1. In Dublin E=mc 漢."]


def test_signs_of_markup_and_unwanted_characters_are_words() -> None:
    content = r("Writes &lt;b&gt;this&lt;/b&gt; &amp; {that}; e&#x301;&#xFDD0;.")
    assert clauses(content) == ["operative 1. Writes <b>this</b> & {that}; é\ufffd."]
