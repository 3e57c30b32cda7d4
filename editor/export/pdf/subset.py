"""A TrueType font with only the glyphs that a document uses.

Glyphs keep their numbers, so that nothing inside them need change; the others become empty. Source: the OpenType
specification (glyf, loca, cmap format 6) and ISO 32000-1, 9.9 for the tables that an embedded font needs.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping

_MORE, _WORDS, _SCALE, _TWO_SCALES, _MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80
_KEPT = ("cvt ", "fpgm", "maxp", "prep")


def subset(tables: Mapping[str, bytes], codes: Mapping[int, int]) -> bytes:
    """Return a font made of `tables` whose character codes lead to glyphs by `codes`; these are all it draws."""
    (long_offsets,) = struct.unpack_from(">h", tables["head"], 50)
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    form, scale = ("L", 1) if long_offsets else ("H", 2)
    offsets = [offset * scale for offset in struct.unpack(f">{count + 1}{form}", tables["loca"])]
    used = _closed({0, *codes.values()}, tables["glyf"], offsets)
    outlines, places = _glyphs(used, tables["glyf"], offsets)
    made = {tag: tables[tag] for tag in _KEPT if tag in tables}
    made["glyf"] = outlines
    made["loca"] = struct.pack(f">{len(places)}L", *places)
    made["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:50] + b"\x00\x01" + tables["head"][52:]
    made["hhea"] = tables["hhea"]
    made["hmtx"] = _advances(used, tables["hmtx"], struct.unpack_from(">H", tables["hhea"], 34)[0])
    made["cmap"] = _characters(codes)
    return _file(made)


def _closed(glyphs: set[int], outlines: bytes, offsets: list[int]) -> list[int]:
    """Return `glyphs` with those that they are composed of, in order."""
    waiting, known = list(glyphs), set(glyphs)
    while waiting:
        glyph = waiting.pop()
        for part in _parts(outlines[offsets[glyph] : offsets[glyph + 1]]):
            if part not in known:
                known.add(part)
                waiting.append(part)
    return sorted(known)


def _parts(outline: bytes) -> Iterator[int]:
    """Yield the glyphs that a composite glyph is made of."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">2H", outline, at)
        yield glyph
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _glyphs(used: Iterable[int], outlines: bytes, offsets: list[int]) -> tuple[bytes, list[int]]:
    """Return the outlines of the glyphs used, and where the outline of every glyph begins and ends."""
    kept: list[bytes] = []
    places: list[int] = []
    at = 0
    for glyph in used:
        places.extend([at] * (glyph + 1 - len(places)))
        outline = outlines[offsets[glyph] : offsets[glyph + 1]]
        kept.append(outline + bytes(-len(outline) % 4))
        at += len(kept[-1])
    places.extend([at] * (len(offsets) - len(places)))
    return b"".join(kept), places


def _advances(used: Iterable[int], table: bytes, count: int) -> bytes:
    """Return the table of advances with those of unused glyphs made 0, so that it is small when compressed."""
    made = bytearray(len(table))
    for glyph in used:
        if glyph < count:
            made[4 * glyph : 4 * glyph + 4] = table[4 * glyph : 4 * glyph + 4]
    if count and not any(made[4 * count - 4 : 4 * count]):
        made[4 * count - 4 : 4 * count] = table[4 * count - 4 : 4 * count]
    return bytes(made)


def _characters(codes: Mapping[int, int]) -> bytes:
    """Return a cmap with the one subtable that a symbolic font shall have."""
    first, last = min(codes, default=0), max(codes, default=0)
    glyphs = [codes.get(code, 0) for code in range(first, last + 1)]
    head = struct.pack(">2H2HL", 0, 1, 1, 0, 12)
    return head + struct.pack(f">5H{len(glyphs)}H", 6, 10 + 2 * len(glyphs), 0, first, len(glyphs), *glyphs)


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Return `tables` as a font file."""
    count = len(tables)
    power = count.bit_length() - 1
    reach = 16 << power
    head = struct.pack(">L4H", 0x00010000, count, reach, power, 16 * count - reach)
    at = 12 + 16 * count
    rows, bodies = [], []
    for tag in sorted(tables):
        data = tables[tag]
        padded = data + bytes(-len(data) % 4)
        rows.append(struct.pack(">4s3L", tag.encode("ascii"), _sum(padded), at, len(data)))
        bodies.append(padded)
        at += len(padded)
    return head + b"".join(rows) + b"".join(bodies)


def _sum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
