"""Names of elements and attributes, of languages, and what marks this program's own files (see `export.akn`)."""

from collections.abc import Iterator

from lxml import etree

OWN = "urn:resolution-editor:akn:1"
"""The namespace of what this program adds to a file; the writer uses the same."""

XML = "{http://www.w3.org/XML/1998/namespace}"

LANGUAGES = {
    "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh", "chi": "zh",
    "deu": "de", "ger": "de", "ita": "it",
}  # fmt: skip
"""Two-letter codes by those of ISO 639-2, in which these files name their language."""


def local(element: etree._Element) -> str:
    """Return the name of `element` without its namespace."""
    return etree.QName(element).localname


def below(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements directly in `element`."""
    return (child for child in element if isinstance(child.tag, str))


def child(element: etree._Element, *names: str) -> etree._Element | None:
    """Return the first element directly in `element` with one of `names`."""
    return next((one for one in below(element) if local(one) in names), None)


def every(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the elements called `name` anywhere in `element`, in order."""
    if element is not None:
        yield from (one for one in element.iter(f"{{*}}{name}"))


def words(element: etree._Element | None) -> str:
    """Return the words in `element` on one line, empty where there is none."""
    return "" if element is None else " ".join("".join(str(text) for text in element.itertext()).split())
