"""A redline with all its tracked changes taken or refused, as Word does it (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from tests.export.docx.reading import Docx, W

_PLAIN = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


def applied(docx: Docx, accept: bool) -> Docx:
    """Return `docx` with every change accepted, or every one rejected."""
    found = Docx.__new__(Docx)
    found.__dict__.update(
        parts=docx.parts, _trees={name: deepcopy(docx.tree(name)) for name in docx.parts if _is_text(name)}
    )
    for tree in found._trees.values():
        _apply(tree, accept)
    return found


def _is_text(name: str) -> bool:
    return name.startswith(("word/document", "word/footnotes", "word/header", "word/footer"))


def _apply(tree: etree._Element, accept: bool) -> None:
    gone, kept = ("del", "ins") if accept else ("ins", "del")
    ended: list[etree._Element] = []
    for mark in tree.findall(f".//{W}pPr/{W}rPr/{W}{gone}"):
        ended += list(mark.iterancestors(f"{W}p"))[:1]
    for mark in tree.findall(f".//{W}pPr/{W}rPr/{W}{gone}") + tree.findall(f".//{W}pPr/{W}rPr/{W}{kept}"):
        _remove(mark)
    for element in list(tree.iter(f"{W}{gone}")):
        _remove(element)
    for element in list(tree.iter(f"{W}{kept}")):
        _unwrap(element)
    for element in list(tree.iter(*_PLAIN)):
        element.tag = _PLAIN[str(element.tag)]
    for change in list(tree.iter(f"{W}pPrChange", f"{W}rPrChange")):
        if accept:
            _remove(change)
        else:
            _restore(change)
    for paragraph in ended:
        _join(paragraph)


def _restore(change: etree._Element) -> None:
    """Put the properties that `change` keeps in place of those it stands in."""
    properties = change.getparent()
    assert properties is not None
    (former,) = change
    stay = [child for child in properties if child.tag in (f"{W}rPr", f"{W}sectPr")]
    for child in list(properties):
        properties.remove(child)
    properties.extend([*former, *stay])


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _join(paragraph: etree._Element) -> None:
    """Let what is left of a paragraph whose end is gone stand at the beginning of the next one."""
    following = paragraph.getnext()
    assert following is not None, "a paragraph that may go is never the last one"
    assert following.tag == f"{W}p"
    rest = [child for child in paragraph if child.tag != f"{W}pPr"]
    at = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
    following[at:at] = rest
    _remove(paragraph)
