"""What an import gives back: the resolution, and a report of all that was guessed or left out."""

from collections.abc import Iterator

from msgspec import Struct

from editor.model.errors import EditorError
from editor.model.resolution import Resolution

CODES: dict[str, tuple[str, ...]] = {
    "encoding": ("encoding",),
    "damaged": ("count",),
    "quoting": (),
    "mail-header": ("lines",),
    "signature": ("lines",),
    "covering-note": ("lines",),
    "markdown": (),
    "language": ("language",),
    "kind": ("kind",),
    "title": ("text",),
    "recased": ("was", "is"),
    "unread": ("text",),
    "form": ("lines",),
    "furniture": ("text",),
    "phrase-unknown": ("text",),
    "phrase-moved": ("text",),
    "phrase-repeated": ("text",),
    "parts": (),
    "heading": ("text",),
    "closing": (),
    "joined": ("text",),
    "joined-hyphen": ("word",),
    "line-kept": ("text",),
    "split": ("text",),
    "number-lost": (),
    "renumbered": ("was", "is"),
    "number-kept": ("number",),
    "bullets": ("was", "is"),
    "flattened": ("was", "is"),
    "not-an-item": (),
    "table": ("rows", "text"),
    "pictures": ("count",),
    "hidden": ("text",),
    "header-code": ("text",),
    "changes": ("count",),
    "changes-rejected": ("count",),
    "remark-moved": ("author",),
    "language-foreign": ("language",),
}
"""Every code a guess may have, and its parameters.

encoding: bytes that are not Unicode were read as `encoding`. damaged: UTF-8 with `count` bytes that are none. quoting:
the ">" before each line of an e-mail left out; mail-header, signature, covering-note (what stands above or below the
quoted text): left out likewise. markdown: signs of Markdown were taken as type, escapes as the signs themselves.
language, kind: neither given nor on the cover. title: a line before the body taken as title.
recased: capitals on the cover brought to small letters. unread: a cover line that no field took, left out. form: the
blank amendment form at the end, left out. furniture: a running head or page number, left out. phrase-unknown: taken as
an enacting phrase that the template does not know. phrase-moved: the enacting phrase put where the template has it.
phrase-repeated: the phrase said once more, left out. parts: where the operative part begins, told by numbers and end
punctuation. heading: taken as a thematic heading. closing: taken as text that goes on after sub-items. joined: one
clause across a gap or page break, `text` being where it goes on. joined-hyphen: a word joined at its hyphen. line-kept:
a second paragraph of a clause, kept as a new line in it. split: a clause begun where a wrapped line could as well go
on. number-lost: an unnumbered clause among numbered ones. renumbered: the number typed and the one that is printed now.
number-kept: a number outside the series, kept as it is. bullets: dashes became numbered sub-items. flattened: sub-items
deeper than the template allows, by level. not-an-item: a sub-item where the template allows none, made a clause.

Of Word files: table: `rows` of a table read as text. pictures: left out. hidden: words that Word does not show, left
out. header-code: the document code was found in a header or footer. changes, changes-rejected: tracked changes taken as
accepted or as rejected. remark-moved: a comment that stood at no clause, put at the nearest one.

Of Akoma Ntoso files: language-foreign: the text is in a language that the template does not have.
"""


class ImportFailure(EditorError):  # noqa: N818 - a failure of the text, not of the program
    """A text that cannot be read at all.

    Codes: import-empty, import-binary, import-word, import-pdf, import-markup, import-damaged (a Word file),
    import-protected (by a password), import-xml (XML that is damaged, unsafe or nested too deep), import-no-statement
    (Akoma Ntoso without a resolution in it), import-too-large (size, limit, in bytes or characters), import-too-many
    (limit, in paragraphs), import-kind (kind) and import-language (language) for what the template does not have,
    import-no-body (kind) for a kind of paper without a body.
    """


Parameters = tuple[tuple[str, str], ...]


class Guess(Struct, frozen=True):
    """One thing that was guessed: a code of CODES with its parameters, the line of the source (from 1), the clause.

    `clause` is empty where the guess is about no clause of the body; `line` is 0 where it is about the whole text.
    """

    code: str
    parameters: Parameters = ()
    line: int = 0
    clause: str = ""


class Dropped(Struct, frozen=True):
    """Words that stand in no clause: their text, first line, and the reason.

    Reasons: cover (read into the cover's fields), rule (a line of dashes), furniture (of headers and footers as well),
    contents (a list of contents), or the code of the guess that reports it.
    """

    text: str
    line: int
    reason: str


class Source(Struct, frozen=True):
    """Where a clause stood in the source: first and last line (from 1), and its number as typed there."""

    clause: str
    first: int
    last: int
    typed: str = ""


class Report(Struct, frozen=True):
    """All guesses in order of lines, the words left out, and the place of every clause in the source."""

    guesses: tuple[Guess, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    sources: tuple[Source, ...] = ()

    def __iter__(self) -> Iterator[Guess]:
        """Yield the guesses."""
        return iter(self.guesses)

    def __len__(self) -> int:
        """Return how many guesses there are."""
        return len(self.guesses)


class Imported(Struct, frozen=True):
    """A resolution made from a text, and the report on it."""

    resolution: Resolution
    report: Report
