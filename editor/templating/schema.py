"""What a template says of a body's papers: data only. `templating.load` reads it from TOML and refuses what is wrong.

Every sentence printed is a word list entry by key and language, every length is in millimetres or points as its name
says. Patterns use one small notation: `{name}` or `{name:form}`, read by `templating.patterns`; nothing else in a
template is ever interpreted.
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from editor.model.grammar import Grammar
from editor.model.scheme import Scheme
from editor.templating.wordlist import Lettering, Words

FieldType = Literal["code", "text", "choice", "person", "people", "dates"]
SCHEMA = 1
"""The version of this schema; a template of a newer one is refused."""


class Language(Struct, frozen=True, forbid_unknown_fields=True):
    """A language of the body: two-letter code, letter in document codes, its name in itself and in English."""

    code: str
    letter: str
    name: str
    english: str


class CodeToken(Struct, frozen=True, forbid_unknown_fields=True):
    """One part of a document code.

    `name` is its key; "language" and "revision" are filled from the document. `type` says what stands there: a choice
    among `values` (with `free` also any other word of capital letters), two-digit `year`, `number`, `roman`, free
    `text`, or a `revision` mark, whose `values` are "Rev" and the like. `before` and `after` are literal; `holds` is
    how many of the next parts stand before its `after`: "(05" "/2" ")". `space` says whether a space stands before the
    part, `glue` that none stands after it ("I.2"). `optional` parts may be missing, their literals with them; a
    revision always may. `rare` parts are asked for only by those who want them.
    """

    name: str
    type: Literal["choice", "year", "number", "roman", "text", "language", "revision"]
    values: tuple[str, ...] = ()
    free: bool = False
    before: str = ""
    after: str = ""
    holds: int = 0
    space: bool = True
    glue: bool = False
    optional: bool = False
    rare: bool = False


class CoverField(Struct, frozen=True, forbid_unknown_fields=True, rename={"kind": "type"}):
    """A field of the cover form: its key in the project file, what it holds, the word-list keys of its label and help.

    `choices` are word-list keys for a choice; `printed` is False for what is recorded but stands on no sheet. The field
    of type code is called "code". Fields that follow each other with the same `group`, a word-list key, stand in the
    form side by side under that heading; `place` says of a text that it names a place.
    """

    key: str
    kind: FieldType
    label: str
    required: bool = False
    choices: tuple[str, ...] = ()
    printed: bool = True
    help: str = ""
    group: str = ""
    place: bool = False


class SheetLine(Struct, frozen=True, forbid_unknown_fields=True):
    """A printed line: a pattern, and the name of its style. It is left out where nothing that it asks for has a value.

    Placeholders: {word.KEY}, {KEY} for a cover field, {KEY.name}, {KEY.country} and so on for a person, {code},
    {original}, {page}, {pages}. Forms after a colon: upper, quoted, both as upper+quoted; for dates the name of a date
    pattern. A word may hold all of these but {word.KEY}; `patterns.expand` puts it in. `needs` names a cover field
    without which the line is left out too, as the label above a name is.
    """

    pattern: str
    style: str
    needs: str = ""


class FormTable(Struct, frozen=True, forbid_unknown_fields=True):
    """A table to be filled in by hand: word-list keys of its column heads, shares of the line, empty rows, their mm."""

    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: int
    row_height_mm: float


class FormPart(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of a form: a printed line, or a table where `table` is given."""

    line: SheetLine | None = None
    table: FormTable | None = None


class PaperKind(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of paper: its cover fields in order, the lines of its cover, of its second-page heading, of its form.

    `name` is a word-list key, `code` the parts of the code that the kind decides, by token.
    """

    id: str
    name: str
    code: dict[str, str]
    fields: tuple[CoverField, ...]
    cover: tuple[SheetLine, ...]
    head: tuple[SheetLine, ...]
    form: tuple[FormPart, ...] = ()
    body: bool = True


class StyleSheet(Struct, frozen=True, forbid_unknown_fields=True):
    """A paragraph style; lengths in points unless their name ends in _mm."""

    word: str
    font: Literal["serif", "sans"] = "serif"
    size: float = 12.0
    leading: float = 14.5
    bold: bool = False
    italic: bool = False
    align: Literal["left", "right", "centre", "justify"] = "left"
    before: float = 0.0
    after: float = 0.0
    indent_mm: float = 0.0
    hang_mm: float = 0.0
    right_mm: float = 0.0
    keep_with_next: bool = False
    keep_together: bool = False
    hyphenate: bool = False
    outline: int | None = None


class PageSheet(Struct, frozen=True, forbid_unknown_fields=True):
    """The sheet ("a4" or "letter") and its margins in millimetres."""

    paper: Literal["a4", "letter"] = "a4"
    top_mm: float = 25.0
    right_mm: float = 25.0
    bottom_mm: float = 25.0
    left_mm: float = 25.0
    header_mm: float = 12.5
    footer_mm: float = 12.5


class FontChoice(Struct, frozen=True, forbid_unknown_fields=True):
    """A font by the name of its shipped family and the one that Word users have."""

    family: str
    word: str


class Punctuation(Struct, frozen=True, forbid_unknown_fields=True):
    """How clauses end, by role; each a tuple of what is accepted, the house style's own first."""

    preambular: tuple[str, ...] = (",",)
    last_preambular: tuple[str, ...] = (",", ".")
    operative: tuple[str, ...] = (";",)
    last: tuple[str, ...] = (".",)
    introducing: tuple[str, ...] = (":",)
    item: tuple[str, ...] = (",", ";")


class TemplateFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A body's template.toml.

    `numbering` serves every language that gives none of its own. `styles` are named by what they are for: a clause is
    set in "clause", sub-items in "item-1", "item-2"..., closing text in "closing-0", "closing-1"... by the level of the
    clause it goes on, and "enacting", "heading", "part", "annex", "note", "header", "footer" likewise. `emphasis` is
    how the opening words of preambular and operative clauses are printed; with `later_forms` a second clause with the
    same opening is offered as "Also ...". The phrase banks (`templating.phrases`) say which words these are.
    """

    schema: int
    id: str
    revision: int
    name: str
    default_kind: str
    languages: tuple[Language, ...]
    code: tuple[CodeToken, ...]
    kinds: tuple[PaperKind, ...]
    grammar: Grammar
    numbering: Scheme
    page: PageSheet
    fonts: dict[Literal["serif", "sans"], FontChoice]
    styles: dict[str, StyleSheet]
    header: tuple[SheetLine, ...] = ()
    footer: tuple[SheetLine, ...] = ()
    punctuation: Punctuation = Punctuation()
    emphasis: Literal["", "italic", "bold"] = ""
    later_forms: bool = False


class Template(Struct, frozen=True, omit_defaults=True):
    """A whole template: the file, and the words of each of its languages by two-letter code.

    `openings` are the opening words of each language's phrase bank, held only where the file emphasises such words: a
    copy without the bank prints the same then.
    """

    file: TemplateFile
    words: dict[str, Words]
    openings: dict[str, tuple[str, ...]] = {}

    @property
    def id(self) -> str:
        """The template's id, also the name of its folder."""
        return self.file.id

    def kind(self, kind_id: str) -> PaperKind:
        """Return the kind of paper `kind_id`; KeyError if there is none."""
        for kind in self.file.kinds:
            if kind.id == kind_id:
                return kind
        raise KeyError(kind_id)

    def scheme(self, language: str) -> Scheme:
        """Return how a body in `language` is numbered."""
        words = self.words.get(language)
        if words is None:
            return self.file.numbering
        scheme = words.numbering or self.file.numbering
        if words.reference:
            scheme = replace(scheme, reference=words.reference)
        return _lettered(scheme, words.lettering[words.letters]) if words.letters else scheme

    def word(self, language: str, key: str) -> str:
        """Return the wording `key` in `language`; an empty string where the template has none."""
        words = self.words.get(language)
        entry = words.words.get(key) if words else None
        return entry.text if entry else ""


def _lettered(scheme: Scheme, lettering: Lettering) -> Scheme:
    """Return `scheme` with the alphabet of `lettering` on its lettered sub-items."""
    rules = tuple(
        replace(rule, format=replace(rule.format, alphabet=lettering.alphabet, word=lettering.word))
        if rule.kind == "item" and rule.format.digits == "letters"
        else rule
        for rule in scheme.rules
    )
    return replace(scheme, rules=rules)
