"""Comments as remarks: who said what and when, and whether it is dealt with ([MS-DOCX] 2.5)."""

import datetime
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from editor.importing.word.names import W14, W15, W
from editor.importing.word.package import Package
from editor.model.text import LINE_BREAK, clean

_UNKNOWN = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_ON = ("1", "true", "on")
_LONGEST = 100_000


class Comment(Struct, frozen=True):
    """A comment: author, time, words, whether it or the one it answers is resolved."""

    author: str
    date: datetime.datetime
    text: str
    resolved: bool


def read_comments(package: Package) -> dict[str, Comment]:
    """Return the file's comments by w:id; one without a date has that of the file."""
    root = package.first("comments")
    if root is None:
        return {}
    done = _resolved(package.first("commentsExtended"))
    otherwise = moment(_modified(package)) or _UNKNOWN
    return {
        element.get(f"{W}id", ""): _comment(element, done, otherwise) for element in root.iterchildren(f"{W}comment")
    }


def moment(text: str) -> datetime.datetime | None:
    """Return a time as Word writes it, None for what is none."""
    try:
        return datetime.datetime.fromisoformat(text[:40])
    except ValueError:
        return None


def _comment(element: etree._Element, done: Mapping[str, bool], otherwise: datetime.datetime) -> Comment:
    paragraphs = list(element.iter(f"{W}p"))
    words = clean(LINE_BREAK.join(map(_words, paragraphs))[:_LONGEST]).strip()
    names = (paragraph.get(f"{W14}paraId", "").upper() for paragraph in paragraphs)
    resolved = any(done.get(name, False) for name in names)
    date = moment(element.get(f"{W}date", "")) or otherwise
    return Comment(clean(element.get(f"{W}author", "")), date, words, resolved)


def _words(paragraph: etree._Element) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": LINE_BREAK, f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
    pieces = (
        (found.text or "") if found.tag == f"{W}t" else signs.get(str(found.tag), "")
        for found in paragraph.iter(f"{W}t", *signs)
    )
    return "".join(pieces)


def _resolved(root: etree._Element | None) -> dict[str, bool]:
    """Return which paragraphs of comments are dealt with; an answer is if what it answers is."""
    if root is None:
        return {}
    found = list(root.iter(f"{W15}commentEx"))
    done = {one.get(f"{W15}paraId", "").upper(): one.get(f"{W15}done", "0") in _ON for one in found}
    for one in found:
        above = one.get(f"{W15}paraIdParent", "").upper()
        if done.get(above, False):
            done[one.get(f"{W15}paraId", "").upper()] = True
    return done


def _modified(package: Package) -> str:
    properties = package.core()
    return (properties.findtext(_MODIFIED) or "") if properties is not None else ""
