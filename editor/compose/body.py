"""The body's clauses as blocks."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Literal

from editor.compose.composition import (
    Comment,
    LineBreak,
    Link,
    LinkPart,
    ListLabel,
    ListLevel,
    NoteMark,
    NumberedList,
    Paragraph,
    Role,
    Span,
    Style,
    Words,
)
from editor.compose.styles import style_name
from editor.compose.values import inert
from editor.model.clause import DIVIDERS, NESTED, PARAGRAPHS, Body, Clause, Kind
from editor.model.resolution import Remark
from editor.model.scheme import NumberFormat, Scheme
from editor.model.text import LINE_BREAK, Note, Reference, Run, Text
from editor.numbering import Label, Labels

UNNUMBERED_TOP = "unnumbered"
"""The list of sub-items whose top clause has no number, and of whatever else is numbered by hand alone."""

_NO_NUMBER = NumberFormat("none", label="", bare="", word="none")

_ROLES: dict[Kind, Role] = {"enacting": "enacting", "heading": "heading", "part": "heading", "annex": "heading"}


def lists(labels: Labels, styles: dict[str, Style]) -> tuple[NumberedList, ...]:
    """Return the multi-level lists of a body: one for each series of its scheme's paragraphs, parts and annexes."""
    rules = sorted(labels.scheme.rules, key=lambda rule: rule.level)
    below = _levels(labels, "item", styles)[1:]
    found: dict[str, NumberedList] = {}
    for rule in rules:
        name = rule.series or rule.kind
        if rule.kind in PARAGRAPHS and name not in found:
            found[name] = NumberedList(name, (ListLevel(rule.format, style_name(rule.kind, styles)), *below))
    for kind in sorted(DIVIDERS & {rule.kind for rule in rules}):
        found[kind] = NumberedList(kind, _levels(labels, kind, styles))
    top = ListLevel(_NO_NUMBER, style_name("operative", styles))
    found[UNNUMBERED_TOP] = NumberedList(UNNUMBERED_TOP, (top, *below))
    return tuple(found.values())


def _levels(labels: Labels, kind: Kind, styles: dict[str, Style]) -> tuple[ListLevel, ...]:
    """Return the levels of `kind` from 0 to the deepest that is ruled or used; those without a rule print nothing."""
    formats = {rule.level: rule.format for rule in labels.scheme.rules if rule.kind == kind}
    deepest = max((clause.level for clause in labels.body), default=0)
    return tuple(
        ListLevel(formats.get(level, _NO_NUMBER), style_name(kind, styles, level))
        for level in range(max([deepest, *formats]) + 1)
    )


def _own(clause: Clause) -> Text:
    return clause.text


def paragraphs(
    labels: Labels, styles: dict[str, Style], remarks: tuple[Remark, ...] = (), printed: Callable[[Clause], Text] = _own
) -> Iterator[Paragraph]:
    """Yield the body's clauses in order, each with its label, live references and numbered notes.

    `printed` gives a clause's text as the template prints it: with its opening words emphasised where it says so.
    """
    comments = _comments(remarks)
    names = _StyleNames(styles)
    counts = _Counts(labels.scheme)
    beginnings = _beginnings(labels.body)
    notes = 0
    for clause, label in zip(labels.body, labels.by_place, strict=True):
        spans, notes = spans_of(printed(clause), labels, notes)
        yield Paragraph(
            style=names[clause.kind, clause.level],
            spans=spans,
            role=_ROLES.get(clause.kind, "clause"),
            label=counts.label(clause, label),
            anchor=clause.id,
            level=clause.level,
            continues=clause.kind == "closing",
            comments=comments.get(clause.id, ()),
            begins=beginnings.get(clause.id, ""),
            kind=clause.kind,
        )


def _beginnings(body: Body) -> dict[str, Literal["preambular", "operative"]]:
    """Return by id the clauses with which a preamble or an operative part begins that the enacting phrase does not say.

    It does not where there is none, or where it stands before both (United Nations).
    """
    found: dict[str, Literal["preambular", "operative"]] = {}
    division: list[Clause] = []
    for clause in (*body, Clause("", "part")):
        if clause.kind in PARAGRAPHS or clause.kind == "enacting":
            division.append(clause)
        elif clause.kind in DIVIDERS:
            phrase = max((at for at, one in enumerate(division) if one.kind == "enacting"), default=-1)
            said = ["preambular" if at < phrase else "operative" for at in range(len(division))]
            told = all(one.kind in (kind, "enacting") for one, kind in zip(division, said, strict=True))
            if phrase < 0 or not told:
                found |= {id_: kind for kind, id_ in _firsts(division).items()}
            division = []
    return found


def _firsts(clauses: list[Clause]) -> dict[Literal["preambular", "operative"], str]:
    """Return the id of the first clause of either kind of paragraph."""
    found: dict[Literal["preambular", "operative"], str] = {}
    for clause in clauses:
        if clause.kind == "preambular" or clause.kind == "operative":
            found.setdefault(clause.kind, clause.id)
    return found


class _StyleNames(dict[tuple[Kind, int], str]):
    """The styles of clauses by kind and level, each looked for but once."""

    def __init__(self, styles: dict[str, Style]) -> None:
        super().__init__()
        self._styles = styles

    def __missing__(self, key: tuple[Kind, int]) -> str:
        name = self[key] = style_name(key[0], self._styles, key[1])
        return name


class _Counts:
    """Places labels in their lists, and counts along as such lists count by themselves."""

    def __init__(self, scheme: Scheme) -> None:
        self._names = {
            rule.kind: rule.kind if rule.kind in DIVIDERS else rule.series or rule.kind for rule in scheme.rules
        }
        self._counted: dict[str, list[int]] = {}
        self._above = UNNUMBERED_TOP  # the list that sub-items stand in

    def label(self, clause: Clause, label: Label) -> ListLabel | None:
        """Return the label of the next clause with its place in a list, None if it has none."""
        name = self._above
        if clause.kind not in NESTED:
            name = self._names.get(clause.kind, UNNUMBERED_TOP) if label.text else UNNUMBERED_TOP
            self._above = name if clause.kind in PARAGRAPHS else UNNUMBERED_TOP
        if not label.text:
            return None
        follows = self._follows(name, clause.level, label.value)
        return ListLabel(label.text, name, clause.level, label.value, follows)

    def _follows(self, name: str, level: int, value: int | None) -> bool:
        """Count a label in; return whether its value is the one that follows in its list."""
        counted = self._counted.setdefault(name, [])
        del counted[level + 1 :]
        counted += [0] * (level + 1 - len(counted))
        if value is None:
            return False
        follows = value == counted[level] + 1
        counted[level] = value
        return follows


def _comments(remarks: tuple[Remark, ...]) -> dict[str, tuple[Comment, ...]]:
    found: dict[str, tuple[Comment, ...]] = {}
    for remark in remarks:
        comment = Comment(inert(remark.author), remark.date, inert(remark.text), remark.resolved)
        found[remark.clause] = (*found.get(remark.clause, ()), comment)
    return found


def spans_of(text: Text, labels: Labels, notes: int) -> tuple[tuple[Span, ...], int]:
    """Return `text` as spans, and how many notes there were up to its end."""
    spans: list[Span] = []
    for piece in text:
        if isinstance(piece, Note):
            notes += 1
            inside = chain.from_iterable(_plain_spans(inner, labels) for inner in piece.text)
            spans.append(NoteMark(piece.id, notes, tuple(inside)))
        else:
            spans += _plain_spans(piece, labels)
    return tuple(spans), notes


def _plain_spans(piece: Run | Reference, labels: Labels) -> list[Words | LineBreak | Link]:
    if isinstance(piece, Reference):
        return [link(piece, labels)]
    text = inert(piece.text)
    if LINE_BREAK not in text:
        return [Words(text, piece.marks, piece.language)] if text else []
    spans: list[Words | LineBreak | Link] = []
    for place, line in enumerate(text.split(LINE_BREAK)):
        if place:
            spans.append(LineBreak())
        if line:
            spans.append(Words(line, piece.marks, piece.language))
    return spans


def link(reference: Reference, labels: Labels) -> Link:
    """Return `reference` with each number of its words pointing at its own clause: "paragraph " 11 " " a."""
    target = reference.target if labels.resolves(reference) else ""
    return Link(target, tuple(LinkPart(words, clause) for words, clause in labels.pieces(reference)))
