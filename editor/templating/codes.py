"""Document codes: composed from their parts, and read from every spelling that papers show.

Domain facts: "SC (11) SI 4 E", "AS(10)DRS 1 E", "SC (05/2) 13E", "PA (05) I.2 E", "AS (12) D E" are codes of OSCE PA
papers; spaces are unstable there. Revision marks ("Rev.1", "Corr.1") stand before or after the language letter.
"""

from collections.abc import Iterator

from msgspec import Struct

from editor.model.cover import Code
from editor.templating.schema import CodeToken, Template

LONGEST = 80
"""Characters beyond which a text is no code."""

LONGEST_FREE = 6
"""Letters that a word outside the template's choice may have."""

_ROMAN = "IVXLCDM"


class ParsedCode(Struct, frozen=True):
    """A code read from a text: its parts, the language (two letters), the revision mark in its one spelling."""

    code: Code
    language: str
    revision: str = ""


def compose_code(template: Template, code: Code, language: str, revision: str = "") -> str:
    """Return the code as printed; an empty string while a part that may not be missing has no value.

    `language` is the two-letter code of the document's language, which stands in the code as its letter.
    """
    given = {"language": _letter(template, language), "revision": revision}
    printed = ""
    glued = True
    held: list[tuple[int, str]] = []
    for at, token in enumerate(template.file.code):
        value = given[token.type] if token.type in given else code.get(token.name)
        if not value and not token.optional and token.type != "revision":
            return ""
        if value:
            space = " " if token.space and not glued else ""
            printed += space + token.before + value + ("" if token.holds else token.after)
            glued = token.glue
            if token.holds:
                held.append((at + token.holds, token.after))
        printed += "".join(after for end, after in held if end == at)
    return printed


def _letter(template: Template, language: str) -> str:
    return next((known.letter for known in template.file.languages if known.code == language), "")


def parse_code(template: Template, text: str) -> ParsedCode | None:
    """Return the code that `text` is, whatever its spaces and case; None if it is none of this template."""
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return None
    found = _Reader(template, text).read(0, 0, "")
    if found is None:
        return None
    tokens = template.file.code
    letter = next((found[token.name] for token in tokens if token.type == "language" and token.name in found), "")
    language = next((known.code for known in template.file.languages if known.letter == letter), "")
    names = [token.name for token in tokens if token.type not in ("language", "revision")]
    parts = tuple((name, found[name]) for name in names if name in found)
    return ParsedCode(Code(parts), language, found.get("", ""))


def fits(token: CodeToken, value: str) -> bool:
    """Return whether `value` may stand at `token` of a code, in this very spelling."""
    return any(read == value and end == len(value) for read, end in _readings(token, value, 0, (), ()))


def wrong_parts(code: Code, template: Template) -> tuple[CodeToken, ...]:
    """Return the parts of the template's code that hold what may not stand there, as a year of three figures."""
    tokens = (token for token in template.file.code if token.type not in ("language", "revision"))
    return tuple(token for token in tokens if code.get(token.name) and not fits(token, code.get(token.name)))


class _Reader:
    """One reading of one text: goes through the tokens, taking back what leads nowhere."""

    def __init__(self, template: Template, text: str) -> None:
        self.text = text
        self.steps = _steps(template.file.code)
        self.letters = tuple(language.letter for language in template.file.languages)
        self.marks = tuple(mark for token in template.file.code if token.type == "revision" for mark in token.values)
        self.dead: set[tuple[int, int, str]] = set()

    def read(self, step: int, at: int, revision: str) -> dict[str, str] | None:
        """Return the values by token name from `step` and place `at` on, the revision mark under ""."""
        if (step, at, revision) in self.dead:
            return None
        found = self._read(step, self._skip(at), revision)
        if found is None:
            self.dead.add((step, at, revision))
        return found

    def _read(self, step: int, at: int, revision: str) -> dict[str, str] | None:
        if step and not revision:
            for mark, end in _revisions(self.text, at, self.marks):
                found = self.read(step, end, mark)
                if found is not None:
                    return found
        if step == len(self.steps):
            return {"": revision} if at == len(self.text) else None
        token = self.steps[step]
        if isinstance(token, str):
            return self.read(step + 1, at + len(token), revision) if self.text.startswith(token, at) else None
        for value, end in self._values(token, at):
            found = self.read(step + 1, end, revision)
            if found is not None:
                return {**found, token.name: value}
        if token.optional or token.type == "revision":
            return self.read(step + 1, at, revision)
        return None

    def _values(self, token: CodeToken, at: int) -> Iterator[tuple[str, int]]:
        if token.type == "revision" or not self.text.startswith(token.before.strip(), at):
            return
        start = self._skip(at + len(token.before.strip()))
        after = "" if token.holds else token.after.strip()
        for value, end in _readings(token, self.text, start, self.letters, self.marks):
            end = self._skip(end) if after else end
            if self.text.startswith(after, end):
                yield value, end + len(after)

    def _skip(self, at: int) -> int:
        while at < len(self.text) and self.text[at] == " ":
            at += 1
        return at


def _steps(tokens: tuple[CodeToken, ...]) -> tuple[CodeToken | str, ...]:
    """Return `tokens` with each `after` that encloses further parts as a step of its own."""
    steps: list[CodeToken | str] = []
    for at, token in enumerate(tokens):
        steps.append(token)
        openers = (before for place, before in enumerate(tokens) if before.holds and place + before.holds == at)
        steps.extend(before.after.strip() for before in openers)
    return tuple(steps)


def _readings(
    token: CodeToken, text: str, at: int, letters: tuple[str, ...], marks: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    """Yield what may stand at `token` from `at` on, with the place after it: the likeliest first."""
    match token.type:
        case "choice":
            yield from _listed(token.values, text, at)
            if token.free:
                yield from _words(text, at, letters, marks)
        case "language":
            yield from _listed(letters, text, at)
        case "year":
            if len(digits := _run(text, at, "0123456789")) == 2:
                yield digits, at + 2
        case "number":
            if digits := _run(text, at, "0123456789"):
                yield digits.lstrip("0") or "0", at + len(digits)
        case "roman":
            if number := _run(text, at, _ROMAN):
                yield number, at + len(number)
        case "text":
            longest = len(text[at:].split(" ")[0])
            yield from ((text[at : at + size], at + size) for size in range(longest, 0, -1))


def _listed(values: tuple[str, ...], text: str, at: int) -> Iterator[tuple[str, int]]:
    for value in sorted(values, key=len, reverse=True):
        if text[at : at + len(value)].upper() == value.upper():
            yield value, at + len(value)


def _words(text: str, at: int, letters: tuple[str, ...], marks: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield the word at `at`, and what is left of it where a language's letter is stuck to its end."""
    word = _run(text, at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    ends = text[at + len(word) : at + len(word) + 1] in ("", " ")
    for ending in ("", *letters) if ends else ("",):
        found = word.removesuffix(ending)
        stuck = not ending or found != word
        if stuck and 0 < len(found) <= LONGEST_FREE and found not in {mark.upper() for mark in marks}:
            yield found, at + len(found)


def _run(text: str, at: int, allowed: str) -> str:
    end = at
    while end < len(text) and text[end].upper() in allowed:
        end += 1
    return text[at:end].upper()


def _revisions(text: str, at: int, marks: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield the revision mark at `at`, spelt "Rev.1", "Rev. 1", "Rev 1.", "REV1" or "/Rev.1"."""
    if text.startswith("/", at):
        at += 2 if text.startswith(" ", at + 1) else 1
    for mark, end in _listed(marks, text, at):
        while end < len(text) and text[end] in ". ":
            end += 1
        if number := _run(text, end, "0123456789"):
            end += len(number)
            end += text.startswith(".", end)
            yield f"{mark}.{number.lstrip('0') or '0'}", end
