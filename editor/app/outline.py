"""The outline of a text: cover sheet, parts, and every clause with its number and first words, as a tree."""

from typing import Literal

from msgspec import Struct

from editor.model.clause import DIVIDERS, NESTED, Body, Clause
from editor.numbering import Labels, words

EntryKind = Literal["cover", "preamble", "operative", "clause"]
COVER = "cover"
"""The key of the cover sheet's entry."""

FIRST = 120
"""How many characters of a clause its entry holds: more than any outline is wide."""


class Entry(Struct):
    """One line of the outline; `key` is the clause's id, or names what has none.

    `at` is the clause's position in the body, for a group the position of its first clause or where one would stand.
    """

    key: str
    kind: EntryKind
    at: int = 0
    label: str = ""
    words: str = ""
    children: list["Entry"] = []


def first_words(clause: Clause, labels: Labels) -> str:
    """Return the beginning of `clause` on one line."""
    return " ".join(words(clause.text, labels)[:FIRST].split())


def outline(labels: Labels, parted: bool) -> list[Entry]:
    """Return the entries of a numbered body; `parted` says whether it has a preamble and an operative part."""
    top: list[Entry] = [Entry(COVER, "cover")]
    divisions: list[tuple[int, list[Entry]]] = [(-1, top)]
    groups = _groups("", 0, len(labels.body), labels.body, parted)
    top.extend(groups)
    chain: list[list[Entry]] = []
    phrase = False
    for at, clause in enumerate(labels.body):
        entry = Entry(clause.id, "clause", at, labels.by_place[at].text, first_words(clause, labels), [])
        if clause.kind in DIVIDERS:
            depth = clause.level if clause.kind == "part" else 0
            while divisions[-1][0] >= depth:
                divisions.pop()
            divisions[-1][1].append(entry)
            divisions.append((depth, entry.children))
            groups = _groups(clause.id, at + 1, _end(labels.body, at + 1), labels.body, parted)
            entry.children.extend(groups)
            phrase, chain = False, []
        elif clause.kind == "enacting":
            phrase, chain = True, []
        elif clause.kind in NESTED and chain:
            del chain[clause.level :]
            chain[-1].append(entry)
            chain.append(entry.children)
        else:
            home = _home(groups, clause, phrase)
            (home.children if home else divisions[-1][1]).append(entry)
            chain = [entry.children]
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


def _home(groups: list[Entry], clause: Clause, phrase: bool) -> Entry | None:
    if not groups:
        return None
    return groups[1] if clause.kind == "operative" or (phrase and clause.kind == "heading") else groups[0]
