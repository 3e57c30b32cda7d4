"""What an e-mail puts around a text: the head, the signs of quoting, the signature."""

import re
from collections.abc import Sequence

from editor.importing.markers import read_marker
from editor.importing.report import Dropped, Guess

_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_HEAD = re.compile(r"(?P<name>[^\W\d_][\w -]{0,20})\s?:(?:\s|$)")
_SENDER = frozenset("from von de da от".split())
_NAMES = _SENDER | frozenset(
    "to cc bcc subject date sent reply-to an betreff datum gesendet à objet envoyé a oggetto inviato data para asunto "
    "enviado fecha кому тема дата копия".split()
)
"""The names of the head's lines in the languages of the templates, in small letters."""

_LONGEST_HEAD = 12
_LONGEST_SIGNATURE = 15
_MOST = 0.5
"""The share of lines with words that must be quoted for the signs to be those of an e-mail without a head."""


class Mail:
    """The lines of an e-mail's text, those of its head and signature empty: no line changes its place."""

    def __init__(self, texts: Sequence[str], numbers: Sequence[int]) -> None:
        self.texts = list(texts)
        self.dropped: list[Dropped] = []
        self.guesses: list[Guess] = []
        self._numbers = numbers
        quoted = self._unquote()
        headed = self._drop("mail-header", 0, self._head())
        if quoted or headed:
            start = self._signature()
            self._drop("signature", start, len(self.texts))

    def _unquote(self) -> bool:
        found = [_QUOTE.match(text[:200]) for text in self.texts]
        count = sum(one is not None for one in found)
        fewest = 1 if self._head() else max(1, _MOST * sum(bool(text.strip()) for text in self.texts))
        if count <= fewest:
            return False
        first = next(at for at, one in enumerate(found) if one)
        self.guesses.append(Guess("quoting", (), self._numbers[first]))
        last = len(found) - next(at for at, one in enumerate(reversed(found)) if one)
        self._note(0, first)
        self._note(last, len(found))
        for at, one in enumerate(found):
            self.texts[at] = self.texts[at][one.end() :] if one else self.texts[at]
        return True

    def _note(self, start: int, end: int) -> None:
        """Leave out what was written above or below a quoted text, unless it has clauses of its own."""
        start = start or self._head()
        end = self._signature() if end == len(self.texts) else end
        if not any(read_marker(text.strip()[:60]) for text in self.texts[start:end]):
            self._drop("covering-note", start, end)

    def _head(self) -> int:
        """Return how many lines from the start are a head: the sender's and at least one more."""
        names: list[str] = []
        start = next((at for at, text in enumerate(self.texts) if text.strip()), 0)
        end = start
        for text in self.texts[start : start + _LONGEST_HEAD]:
            found = _HEAD.match(text)
            if found is None or found["name"].strip().casefold() not in _NAMES:
                break
            names.append(found["name"].strip().casefold())
            end += 1
        return end if len(names) > 1 and _SENDER & set(names) else 0

    def _signature(self) -> int:
        """Return where the signature begins, the number of lines if there is none."""
        starts = [at for at, text in enumerate(self.texts) if text.rstrip() == "--"]
        near = starts and len(self.texts) - starts[-1] <= _LONGEST_SIGNATURE
        return starts[-1] if near else len(self.texts)

    def _drop(self, reason: str, start: int, end: int) -> bool:
        texts = [text.strip() for text in self.texts[start:end]]
        if not any(texts):
            return False
        first = start + next(at for at, text in enumerate(texts) if text)
        words = "\n".join(text for text in texts if text)
        self.dropped.append(Dropped(words, self._numbers[first], reason))
        lines = str(sum(map(bool, texts)))
        self.guesses.append(Guess(reason, (("lines", lines),), self._numbers[first]))
        self.texts[start:end] = [""] * (end - start)
        return True
