"""Words from other programs become clauses and sub-items where the caret is: one change, whatever they hold.

One line goes into the line. Several become clauses at their levels, their typed numbers taken away; where the grammar
has no room for them so, they come as plain clauses, and at last as lines of one clause: no word is lost.
"""

from msgspec import Struct
from msgspec.structs import replace

from editor.app.drafting import delete, type_text
from editor.app.placing import as_lines, numbered, placed, top_kind, whole_text
from editor.app.spans import Edit, Span
from editor.importing.decode import LIMIT
from editor.importing.fragment import Piece, Told, known_phrases, read_fragment, read_words
from editor.importing.report import ImportFailure
from editor.importing.source import SourceText
from editor.model import edits, tree
from editor.model.changes import apply, compound
from editor.model.clause import Body
from editor.model.edits import Place
from editor.model.ids import NewId, new_id
from editor.model.resolution import Resolution
from editor.model.text import Run, flatten, length, normalise
from editor.templating.schema import Template

MOST_LINES = 5_000
"""The most paragraphs that are pasted at once: twenty times those of the longest text."""

MOST_WORDS = 1_000_000
"""The most characters that are pasted at once."""


LONGEST_WORD = 20_000
"""The most characters without a space: laying out one word takes the square of its length."""


class Pasted(Struct, frozen=True):
    """The edit that pastes, and what was guessed with how often (see `sentences.pastes`)."""

    edit: Edit
    told: Told = ()


def paste_text(resolution: Resolution, template: Template, span: Span, text: str, fresh: NewId = new_id) -> Pasted:
    """Put the plain words `text` in place of the selection; ImportFailure "import-too-large" for more than fits."""
    check_size(text)
    if not text.strip() or len(text.strip("\r\n").splitlines()) == 1:
        found = _one_line(resolution, template, span, text, fresh)
        if found:
            return found
    source, told = read_words(text, _vocabulary(resolution))
    pasted = _paste(resolution, template, span, source, fresh)
    if pasted is None:
        return Pasted(type_text(resolution, template.file.grammar, span, text.strip()))
    return replace(pasted, told=_sum((*told, *pasted.told)))


def paste_html(
    resolution: Resolution, template: Template, span: Span, page: str, text: str, fresh: NewId = new_id
) -> Pasted:
    """Put the words of the HTML `page` in place of the selection; `text` is what the same says as plain words.

    Plain words are taken where the page says no more than they. ImportFailure "import-too-large" as with `paste_text`.
    """
    from editor.importing.clipboard_html import read_html

    if len(page) > LIMIT:
        raise ImportFailure("import-too-large", size=len(page), limit=LIMIT)
    source = read_html(page, known_phrases(template), fresh)
    if not source.lines or (text.strip() and _says_nothing_more(source)):
        return paste_text(resolution, template, span, text, fresh)
    check_size(" ".join(line.words for line in source.lines))
    pasted = _paste(resolution, template, span, source, fresh, edges=text)
    return pasted or paste_text(resolution, template, span, text or source.lines[0].words, fresh)


def check_size(text: str) -> None:
    """Raise ImportFailure "import-too-large" for more than can be pasted: words, lines, or one word too long."""
    if len(text) > MOST_WORDS:
        raise ImportFailure("import-too-large", size=len(text), limit=MOST_WORDS)
    lines = text.count("\n") + text.count("\r")
    if lines > 2 * MOST_LINES:
        raise ImportFailure("import-too-large", size=lines, limit=2 * MOST_LINES)
    longest = max(map(len, text.split()), default=0) if len(text) > LONGEST_WORD else 0
    if longest > LONGEST_WORD:
        raise ImportFailure("import-too-large", size=longest, limit=LONGEST_WORD)


def _says_nothing_more(source: SourceText) -> bool:
    """Return whether there are only lines without marks, some broken by a width: what a viewer of pages copies."""
    if len(source.lines) == 1:
        return not any(isinstance(piece, Run) and piece.marks for piece in source.lines[0].text) and not source.guesses
    broken = any(not line.whole for line in source.lines)
    plain = all(not line.label and not line.heading for line in source.lines)
    runs = [piece for line in source.lines for piece in line.text]
    return broken and plain and all(isinstance(piece, Run) and not piece.marks for piece in runs)


def _vocabulary(resolution: Resolution) -> frozenset[str]:
    words = " ".join(flatten(clause.text) for clause in resolution.body)
    return frozenset(words.casefold().translate(_NO_SIGNS).split())


_NO_SIGNS = {ord(sign): " " for sign in ".,;:!?()[]«»“”„\u2028\u00a0\ufffc"}


def _sum(told: Told) -> Told:
    """Return what was told, each once, without what never happened."""
    sums: dict[str, int] = {}
    for code, count in told:
        sums[code] = sums.get(code, 0) + count
    return tuple((code, count) for code, count in sums.items() if count)


# One line


def _one_line(resolution: Resolution, template: Template, span: Span, text: str, fresh: NewId) -> Pasted | None:
    """Return the paste of one line as it is; None where it begins an empty clause with a number."""
    words = text.strip("\r\n")
    source, told = read_words(words, frozenset())
    pieces = read_fragment(source, template, resolution.language, "operative", fresh).pieces
    if told or (len(pieces) == 1 and _drops(pieces[0], _is_blank(resolution.body, span))):
        return None
    if pieces and any(isinstance(piece, Run) and piece.marks for piece in pieces[0].text):
        return None
    return Pasted(type_text(resolution, template.file.grammar, span, words or " "))


def _is_blank(body: Body, span: Span) -> bool:
    """Return whether nothing is left of the clause when the selection is gone."""
    words = tree.find(body, span.start[0]).text
    return span.start[1] == 0 and span.end == (span.start[0], length(words))


def _drops(piece: Piece, blank: bool) -> bool:
    """Return whether the number of a lone line goes: in an empty clause, if it is no initial ("I. Smith")."""
    marker = piece.marker
    if marker is None or not blank:
        return False
    return marker.is_decimal or marker.is_bullet or marker.dress != "." or not marker.readings[0].upper


def _inline(state: Resolution, template: Template, place: Place, piece: Piece, edges: str) -> Pasted:
    """Put the words of one clause into the line, with the spaces that `edges` has around them."""
    target = tree.find(state.body, place[0])
    drops = piece.listed or _drops(piece, not target.text)
    text = piece.text if drops else numbered(piece)
    one = "\n" not in edges.strip("\r\n")
    if place[1] and one and edges[:1].isspace() and edges.strip():
        text = (Run(" "), *text)
    if one and edges.strip() and edges[-1:] in (" ", "\u00a0"):
        text = (*text, Run(" "))
    text = normalise(text)
    if all(isinstance(part, Run) and not part.marks for part in text):
        return _told_inline(type_text(state, template.file.grammar, Span(place, place), flatten(text)), piece, drops)
    change = edits.replace_range(state, template.file.grammar, place, place, text)
    return _told_inline(Edit(change, (place[0], place[1] + length(text))), piece, drops)


def _told_inline(edit: Edit, piece: Piece, drops: bool) -> Pasted:
    removed = piece.marker is not None and drops and not piece.listed
    code = "bullets" if piece.marker and piece.marker.is_bullet else "numbers"
    return Pasted(edit, ((code, int(removed)),))


# Several clauses


def _paste(
    resolution: Resolution, template: Template, span: Span, source: SourceText, fresh: NewId, edges: str = ""
) -> Pasted | None:
    """Put what `source` holds in place of the selection; None if it holds no words."""
    if len(source.lines) > MOST_LINES:
        raise ImportFailure("import-too-large", size=len(source.lines), limit=MOST_LINES)
    cleared = delete(resolution, template.file.grammar, span) if not span.empty else None
    state = apply(resolution, cleared.change) if cleared else resolution
    place = cleared.caret if cleared else span.start
    pasted = _pasted(state, template, place, source, fresh, edges)
    if pasted is None or cleared is None:
        return pasted
    return replace(pasted, edit=Edit(compound(cleared.change, pasted.edit.change), pasted.edit.caret))


def _pasted(
    state: Resolution, template: Template, place: Place, source: SourceText, fresh: NewId, edges: str
) -> Pasted | None:
    at = tree.position(state.body, place[0])
    if len(source.lines) > 1:
        draft = whole_text(state, template, at, source, fresh)
        if draft:
            return Pasted(draft[0], _sum(draft[1]))
    top = top_kind(state.body, at, template.file.grammar)
    found = read_fragment(source, template, state.language, top, fresh)
    if not found.clauses:
        return None
    if len(found.clauses) == 1:
        inline = _inline(state, template, place, found.pieces[0], edges)
        kept = tuple(one for one in found.told if one[0] in ("lines", "hyphens", "notes", "markdown"))
        return replace(inline, told=_sum((*inline.told, *kept)))
    edit = placed(state, template, place, found, top)
    if edit:
        return Pasted(edit, _sum(found.told))
    kept = tuple(one for one in found.told if one[0] in ("notes", "markdown"))
    return Pasted(as_lines(state, template.file.grammar, place, found), _sum(kept))
