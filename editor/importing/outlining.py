"""From paragraphs to an outline: which are clauses, sub-items and at what level, closing texts, headings, phrases.

Nothing here knows the preamble from the operative part; `parts` does that.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from editor.importing.drafts import Draft, Role
from editor.importing.joining import Paragraph
from editor.importing.levels import Lists
from editor.importing.pieces import first_words, joint
from editor.importing.shape import Sayings, finished, introduces, is_name, is_title, starts_small
from editor.model.grammar import Grammar
from editor.model.text import LINE_BREAK, Run


def outline(paragraphs: Sequence[Paragraph], phrases: Sayings, grammar: Grammar) -> list[Draft]:
    """Return the clauses of `paragraphs` in order; `phrases` are the enacting phrases that are known.

    Phrases and parts are looked for only where `grammar` has them.
    """
    outliner = _Outliner(paragraphs, phrases, grammar)
    for at in range(len(paragraphs)):
        outliner.take(at)
    return outliner.drafts


class _Outliner:
    def __init__(self, paragraphs: Sequence[Paragraph], phrases: Sayings, grammar: Grammar) -> None:
        self.drafts: list[Draft] = []
        self._paragraphs = paragraphs
        has_phrase = "enacting" in grammar.phases
        self._divides = "part" in grammar.divisions
        self._phrases = phrases if has_phrase else Sayings(())
        self._lists = Lists(paragraphs)
        self._known = not has_phrase or any(self._is_phrase(paragraph) for paragraph in paragraphs)
        self._upcoming = list(_upcoming(paragraphs))
        endings = [finished(paragraph.words) for paragraph in paragraphs]
        self._punctuated = 2 * sum(endings) > len(endings)
        self._last_clause = max((at for at, ended in enumerate(endings) if ended), default=-1)

    def take(self, at: int) -> None:
        """Take the next paragraph."""
        paragraph = self._paragraphs[at]
        if paragraph.marker:
            self._numbered(at, paragraph)
        elif self._is_phrase(paragraph):
            self._open(paragraph, "enacting")
        elif paragraph.heading:
            self._open(paragraph, "heading")
        elif self.drafts and self.drafts[-1].role in ("clause", "item", "closing"):
            self._unnumbered(at, paragraph, self.drafts[-1])
        elif not self._unknown_phrase(at, paragraph) and not self._heading(at, paragraph):
            self._clause(paragraph, lost=self._lists.top is not None)

    def _is_phrase(self, paragraph: Paragraph) -> bool:
        return not paragraph.marker and paragraph.words in self._phrases

    def _open(self, paragraph: Paragraph, role: Role) -> Draft:
        draft = Draft(paragraph, role)
        self.drafts.append(draft)
        self._lists.interrupt(clause=role == "clause")
        return draft

    def _numbered(self, at: int, paragraph: Paragraph) -> None:
        """Take a paragraph with a number: a clause, or a sub-item of what stands before."""
        if self._is_section(at, paragraph):
            return
        parent = self.drafts[-1] if self.drafts else None
        nested = parent is not None and parent.role in ("clause", "item", "closing")
        introduced = parent is not None and nested and introduces(parent.words)
        level = self._lists.place(at, nested, introduced, parent.indent if parent else 0)
        self.drafts.append(Draft(paragraph, "item" if level else "clause", level))

    def _unnumbered(self, at: int, paragraph: Paragraph, before: Draft) -> None:
        """Take a paragraph without a number after a clause, sub-item or closing text."""
        if not before.words:
            before.join_paragraph(paragraph, "")
        elif self._lists.top is None:
            self._in_unnumbered_text(at, paragraph, before)
        elif not before.is_finished and self._number_is_missing(at) is not True:
            if starts_small(paragraph.words) or finished(paragraph.words) or not self._heading(at, paragraph):
                self._go_on(paragraph, before)
        elif starts_small(paragraph.words):
            self._after_end(paragraph, before)
        else:
            self._new_start(at, paragraph, before)

    def _in_unnumbered_text(self, at: int, paragraph: Paragraph, before: Draft) -> None:
        """Take a paragraph of a text whose clauses have no numbers (the preamble of UN resolutions)."""
        small = starts_small(paragraph.words)
        if not before.is_finished and (small or paragraph.page):
            self._go_on(paragraph, before)
        elif before.role == "item" and small and not starts_small(self._lists.opening):
            self._closing(paragraph)
        elif not self._unknown_phrase(at, paragraph) and not self._heading(at, paragraph):
            self._clause(paragraph, lost=False)

    def _go_on(self, paragraph: Paragraph, before: Draft) -> None:
        before.join_paragraph(paragraph, joint(before.words, paragraph.words))

    def _after_end(self, paragraph: Paragraph, before: Draft) -> None:
        """Take a paragraph that goes on in small letters after a clause or sub-item has ended."""
        outward = (
            paragraph.indent < before.indent if before.role == "closing" else paragraph.indent <= before.indent + 1
        )
        if before.role != "clause" and outward:
            self._closing(paragraph)
        else:
            self._go_on(paragraph, before)

    def _new_start(self, at: int, paragraph: Paragraph, before: Draft) -> None:
        """Take a paragraph that begins a sentence among numbered clauses."""
        missing = self._number_is_missing(at)
        if missing is None and (self._unknown_phrase(at, paragraph) or self._heading(at, paragraph)):
            return
        if missing:
            self._clause(paragraph, lost=True)
        elif paragraph.indent > before.indent + 1:
            before.join_paragraph(paragraph, LINE_BREAK)
        elif before.role == "item" and (missing is False or paragraph.indent > self._lists.indent + 1):
            self._closing(paragraph)
        elif self._unknown_phrase(at, paragraph) or self._heading(at, paragraph):
            return
        elif missing is False:
            before.join_paragraph(paragraph, LINE_BREAK)
        else:
            self._clause(paragraph, lost=True)

    def _number_is_missing(self, at: int) -> bool | None:
        """Return whether the numbers around say that one was lost here; None where they say nothing."""
        following, last = self._upcoming[at], self._lists.top
        if following is None or last is None or not last < following <= last + 2:
            return None
        return following == last + 2

    def _clause(self, paragraph: Paragraph, lost: bool) -> None:
        draft = self._open(paragraph, "clause")
        self._lists.opening = self._lists.opening or paragraph.words[:40]
        if lost:
            self._lists.skip()
            draft.guess("number-lost")

    def _closing(self, paragraph: Paragraph) -> None:
        draft = Draft(paragraph, "closing", self._lists.closing_level(paragraph.indent))
        draft.guess("closing")
        self.drafts.append(draft)

    def _heading(self, at: int, paragraph: Paragraph) -> bool:
        """Take a short line without a clause's end as heading, if clauses follow and mostly have such ends."""
        if not self._is_heading(at, paragraph):
            return False
        self._open(paragraph, "heading").guess("heading", 0, (("text", first_words(paragraph.text)),))
        return True

    def _is_section(self, at: int, paragraph: Paragraph) -> bool:
        """Take "II. A title" as a part, as heading with its number in it where the grammar has no parts."""
        marker = paragraph.marker
        if marker is None or not marker.readings[0].upper or marker.dress != "." or not paragraph.words:
            return False
        if self._divides and marker.readings[0].digits == "roman" and self._is_heading(at, paragraph):
            self._open(paragraph, "part")
            self._lists.divide()
            return True
        titled = replace(paragraph, text=(Run(f"{marker.typed} "), *paragraph.text), marker=None)
        return self._heading(at, replace(titled, words=f"{marker.typed} {paragraph.words}"))

    def _is_heading(self, at: int, paragraph: Paragraph) -> bool:
        return is_title(paragraph.words) and self._punctuated and at < self._last_clause

    def _unknown_phrase(self, at: int, paragraph: Paragraph) -> bool:
        """Take the name of an organ on a line of its own as enacting phrase, if the text has none that is known."""
        words = paragraph.words
        if self._known or len(self._paragraphs) - at < 2 or not is_name(words):
            return False
        if not (introduces(words) or words.rstrip().endswith(",")):
            return False
        self._known = True
        self._open(paragraph, "enacting").guess("phrase-unknown", 0, (("text", first_words(paragraph.text, 12)),))
        return True


def _upcoming(paragraphs: Sequence[Paragraph]) -> Iterator[int | None]:
    """Yield the next arabic number after each paragraph."""
    found: list[int | None] = []
    value: int | None = None
    for paragraph in reversed(paragraphs):
        found.append(value)
        if paragraph.marker and paragraph.marker.is_decimal and not paragraph.marker.suffix:
            value = paragraph.marker.value
    return reversed(found)
