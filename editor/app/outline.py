"""The outline of a text: cover sheet, parts, and every clause with its number and first words, as a tree."""

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from editor.app.matching import find, has_number, numbers, wanted
from editor.model.clause import DIVIDERS, NESTED, Body, Clause
from editor.model.clause import Kind as ClauseKind
from editor.model.text import Reference
from editor.numbering import Labels, words

EntryKind = Literal["cover", "preamble", "operative", "clause", "form"]
COVER = "cover"
"""The key of the cover sheet's entry."""
FORM = "form"
"""The key of the entry for the form that the paper carries."""

FIRST = 120
"""How many characters of a clause its entry holds: more than any outline is wide."""


class Entry(Struct):
    """One line of the outline; `key` is the clause's id, or names what has none.

    `at` is the clause's position in the body, for a group the position of its first clause or where one would stand.
    `path` are the numbers from the top clause down as references say them ("6", "b"), `clause` is the clause's kind.
    """

    key: str
    kind: EntryKind
    at: int = 0
    label: str = ""
    words: str = ""
    path: tuple[str, ...] = ()
    level: int = 0
    clause: ClauseKind | None = None
    children: list["Entry"] = []

    def says(self, other: "Entry") -> bool:
        """Return whether a reader finds the same in both."""
        return (self.label, self.words, self.path, self.level, self.clause) == (
            other.label, other.words, other.path, other.level, other.clause,
        )  # fmt: skip


def first_words(clause: Clause, labels: Labels) -> str:
    """Return the beginning of `clause` on one line."""
    return " ".join(words(clause.text, labels)[:FIRST].split())


class Beginnings:
    """The first words of clauses, worked out once for each text; those with references follow every numbering."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[object, str]] = {}

    def __call__(self, clause: Clause, labels: Labels) -> str:
        """Return what `first_words` does."""
        known = self._known.get(clause.id)
        if known is not None and known[0] is clause.text:
            return known[1]
        found = first_words(clause, labels)
        if not any(isinstance(piece, Reference) for piece in clause.text):
            self._known[clause.id] = (clause.text, found)
        return found


def outline(
    labels: Labels,
    parted: bool,
    form: bool = False,
    beginning: Callable[[Clause, Labels], str] = first_words,
) -> list[Entry]:
    """Return the entries of a numbered body.

    `parted` says whether it has a preamble and an operative part, `form` whether the paper carries a form.
    """
    top: list[Entry] = [Entry(COVER, "cover")]
    divisions: list[tuple[int, list[Entry]]] = [(-1, top)]
    groups = _groups("", 0, len(labels.body), labels.body, parted)
    top.extend(groups)
    chain: list[Entry] = []
    phrase = False
    for at, clause in enumerate(labels.body):
        label = labels.by_place[at]
        kind, level = clause.kind, clause.level
        path = (label.bare,) if label.bare else ()
        entry = Entry(clause.id, "clause", at, label.text, beginning(clause, labels), path, level, kind, [])
        if kind in DIVIDERS:
            depth = level if kind == "part" else 0
            while divisions[-1][0] >= depth:
                divisions.pop()
            divisions[-1][1].append(entry)
            divisions.append((depth, entry.children))
            groups = _groups(clause.id, at + 1, _end(labels.body, at + 1), labels.body, parted)
            entry.children.extend(groups)
            phrase, chain = False, []
        elif kind == "enacting":
            phrase, chain = True, []
        elif kind in NESTED and chain:
            del chain[level:]
            chain[-1].children.append(entry)
            entry.path = chain[-1].path + path if path else ()
            chain.append(entry)
        else:
            home = _home(groups, kind, phrase)
            (home.children if home else divisions[-1][1]).append(entry)
            chain = [entry]
    if form:
        top.append(Entry(FORM, "form"))
    return top


def _end(body: Body, start: int) -> int:
    return next((at for at in range(start, len(body)) if body[at].kind in DIVIDERS), len(body))


def _groups(key: str, start: int, end: int, body: Body, parted: bool) -> list[Entry]:
    """Return the two groups of a division, each with the place of its first clause; none where it has no clause."""
    if not parted or (key and not any(clause.kind in {"preambular", "operative"} for clause in body[start:end])):
        return []
    end = min(end, _end(body, start))
    split = next((at for at in range(start, end) if body[at].kind in {"enacting", "operative"}), end)
    after = split + 1 if split < end and body[split].kind == "enacting" else split
    return [
        Entry(f"preamble {key}".strip(), "preamble", start, children=[]),
        Entry(f"operative {key}".strip(), "operative", after, children=[]),
    ]


def _home(groups: list[Entry], kind: ClauseKind, phrase: bool) -> Entry | None:
    if not groups:
        return None
    return groups[1] if kind == "operative" or (phrase and kind == "heading") else groups[0]


# Filtering


def every(entries: list[Entry]) -> Iterator[Entry]:
    """Yield `entries` and all that stand under them, in order."""
    for entry in entries:
        yield entry
        yield from every(entry.children)


def matching(entries: list[Entry], typed: str) -> set[str]:
    """Return the keys of the clauses that `typed` names by words in any order or by number ("6 b")."""
    parts, number = wanted(typed), numbers(typed)
    return {
        entry.key
        for entry in every(entries)
        if entry.kind == "clause"
        and (has_number(entry.path, number) or find(parts, entry.words, entry.label) is not None)
    }


def with_owners(entries: list[Entry], keys: set[str]) -> set[str]:
    """Return `keys` and the keys of all that they stand under."""
    found: set[str] = set()
    for entry in entries:
        below = with_owners(entry.children, keys) if entry.children else set()
        found |= below
        if below or entry.key in keys:
            found.add(entry.key)
    return found
