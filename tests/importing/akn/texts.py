"""Akoma Ntoso as the United Nations publish it, with words written for these tests."""

from functools import cache

from editor.importing import Imported, import_document
from editor.model.text import LINE_BREAK, Note, Reference, Run, Text
from editor.numbering import labels
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.schema import Template

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

MASTHEAD = """
<meta><identification source="#x"><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<workflow source="#un"><step outcome="draftResolution" as="A/90/L.7" by="Freedonia and Ruritania"/></workflow></meta>
<coverPage><p class="upperRight"><docNumber refersTo="#symbol">A/RES/90/17</docNumber></p>
<p><docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
<p><docStatus>Distr.: General</docStatus></p>
<p><docDate date="2035-11-05" refersTo="#dateOfIssuance">5 November 2035</docDate></p>
<p><session value="90">Ninetieth session</session></p>
<p><inline name="agenda item">Agenda item 28 (b)</inline></p>
<p><inline name="agenda item name">Care of lighthouses</inline></p>
<p><docProponent>[without reference to a Main Committee (<inline>A/90/L.7</inline>)]</docProponent></p></coverPage>
<preface><p><docNumber>90/17.</docNumber><docTitle><span class="bold">	Keepers of
   lighthouses</span></docTitle></p></preface>
"""

TAIL = """<conclusions><p><event><location>12th plenary meeting</location><eol/>
<docDate date="2035-10-30" refersTo="#adoptionDate">30 October 2035</docDate></event></p></conclusions>"""


@cache
def united_nations() -> Template:
    """Return the template of the General Assembly."""
    return load_template(templates_folder() / "un-ga")


def xml(preamble: str, body: str, *, name: str = "resolution", around: str = MASTHEAD) -> bytes:
    """Return a whole file."""
    return (
        f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="{name}">{around}<preamble>{preamble}</preamble>'
        f"<mainBody>{body}</mainBody>{TAIL}</statement></akomaNtoso>"
    ).encode()


def paragraph(number: str, words: str) -> str:
    """Return an operative paragraph; without `number` it has none."""
    num = f"<num>	{number}</num>" if number else ""
    return f'<paragraph>{num}<content><p xml:space="preserve">\n   {words}</p></content></paragraph>'


def container(words: str) -> str:
    """Return a preambular paragraph."""
    return f'<container name="x"><p xml:space="preserve">\n     {words}\n</p></container>'


FORMULA = '<formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>'


def read(preamble: str, body: str, template: Template | None = None) -> Imported:
    """Return what is read of a file with this preamble and body."""
    return import_document(xml(preamble, body), template or united_nations())


def shown(imported: Imported, template: Template | None = None) -> list[str]:
    """Return the clauses a line each: level, kind, label and words, marked ones between stars."""
    resolution = imported.resolution
    labelled = labels(resolution.body, (template or united_nations()).scheme(resolution.language))
    return [
        " ".join(filter(None, ("  " * clause.level + clause.kind, label.text, words(clause.text))))
        for clause, label in zip(resolution.body, labelled.by_place, strict=True)
    ]


def words(text: Text) -> str:
    """Return `text` with its marks, notes and references to be seen."""
    return "".join(map(_piece, text)).replace(LINE_BREAK, " // ")


def _piece(piece: Run | Reference | Note) -> str:
    if isinstance(piece, Note):
        return f"^({words(piece.text)})"
    if isinstance(piece, Reference):
        return f"{{{piece.target} {piece.form}}}"
    return f"*{piece.text}*" if piece.marks else piece.text


def codes(imported: Imported) -> list[str]:
    """Return the codes of what was guessed."""
    return [guess.code for guess in imported.report]
