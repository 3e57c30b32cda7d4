"""A strict reader of HTML: every tag closed in order, no attribute twice, nothing that HTML would mend by itself."""

from collections.abc import Iterator
from html.parser import HTMLParser

from editor.compose.compose import Options, compose
from editor.export.html import write_html
from editor.model.resolution import Resolution
from editor.templating.schema import Template
from tests.papers import osce

VOID = frozenset({"meta", "br", "col"})
PHRASES = frozenset({"a", "b", "i", "u", "sup", "sub", "span", "ins", "del", "br", "time"})
BLOCKS_OF_PHRASES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "aside", *PHRASES})


class Element:
    """An element: its tag, attributes, and in order the words and elements in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.inside: list[Element | str] = []

    @property
    def children(self) -> list["Element"]:
        return [one for one in self.inside if isinstance(one, Element)]

    @property
    def words(self) -> str:
        """Return the words in it, as a reader sees them: a new line for a line break."""
        if self.tag == "br":
            return "\n"
        return "".join(one if isinstance(one, str) else one.words for one in self.inside)

    def all(self, *tags: str) -> Iterator["Element"]:
        """Yield the elements in it, in order; only those with one of `tags` if any are given."""
        for child in self.children:
            if not tags or child.tag in tags:
                yield child
            yield from child.all(*tags)

    def one(self, tag: str) -> "Element":
        (found,) = self.all(tag)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Element("", {})
        self.open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"<{tag}> has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(html: bytes) -> Element:
    """Return what is in a file; AssertionError if it is not as strict as this reader."""
    reader = _Reader()
    reader.feed(html.decode())
    reader.close()
    assert reader.open == [reader.top], "something was left open"
    for element in reader.top.all():
        _check_content(element)
    return reader.top.one("html")


def _check_content(element: Element) -> None:
    tags = {child.tag for child in element.children}
    if element.tag == "ol":
        assert tags <= {"li"}
        assert not "".join(one for one in element.inside if isinstance(one, str)).strip()
    if "li" in tags:
        assert element.tag == "ol"
    if element.tag in BLOCKS_OF_PHRASES:
        assert tags <= PHRASES, f"<{element.tag}> holds {sorted(tags)}"


def page(resolution: Resolution, template: Template | None = None, options: Options | None = None) -> Element:
    """Return what is in the file of a text, of its body alone unless `options` say otherwise."""
    return read(write_html(compose(resolution, template or osce(), options or Options(parts=("body",)))))


def by_id(page_: Element) -> dict[str, Element]:
    """Return the elements that have an id, those of clauses by the id of the clause."""
    return {one.attributes["id"].removeprefix("c-"): one for one in page_.all() if "id" in one.attributes}


def lines(html: bytes) -> str:
    """Return the words of the page, a line for each paragraph, heading and cell."""
    body = read(html).one("body")
    return "\n".join(one.words for one in body.all("p", "h1", "h2", "h3", "h4", "h5", "h6", "aside"))


def counted(page_: Element) -> dict[str, int]:
    """Return the number that HTML itself gives each list item that has an id."""
    numbers: dict[str, int] = {}
    for listing in page_.all("ol"):
        number = int(listing.attributes.get("start", "1"))
        for item in listing.children:
            number = int(item.attributes.get("value", number))
            if "id" in item.attributes:
                numbers[item.attributes["id"]] = number
            number += 1
    return numbers
