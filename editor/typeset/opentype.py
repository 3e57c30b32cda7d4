"""The tables of TrueType files that setting text needs.

An own reader of a few tables takes a millisecond a file, where a font library takes longer to import than a resolution
takes to set. Source of the formats: the OpenType specification (cmap formats 4 and 12, kern format 0). A damaged file
makes these raise struct.error, KeyError or IndexError.
"""

import struct

Pairs = dict[tuple[int, int], int]


def directory(data: bytes) -> dict[str, tuple[int, int]]:
    """Return place and size of every table; `data` is at least the first 4096 bytes of the file."""
    if data[:4] not in (b"\x00\x01\x00\x00", b"true"):
        raise KeyError("glyf")
    (count,) = struct.unpack_from(">H", data, 4)
    rows = struct.iter_unpack(">4s3L", data[12 : 12 + 16 * count])
    return {tag.decode("latin-1"): (offset, size) for tag, _, offset, size in rows}


def tables(data: bytes) -> dict[str, bytes]:
    """Return every table by its tag."""
    return {tag: data[offset : offset + size] for tag, (offset, size) in directory(data[:4096]).items()}


def names(table: bytes) -> dict[int, str]:
    """Return the names by their number, those for Windows in English."""
    _, count, start = struct.unpack_from(">3H", table)
    found = {}
    for platform, _, language, name, size, offset in struct.iter_unpack(">6H", table[6 : 6 + 12 * count]):
        if platform == 3 and language == 0x409:
            found[name] = table[start + offset : start + offset + size].decode("utf-16-be")
    return found


def characters(table: bytes) -> dict[int, int]:
    """Return the glyph of every character, from the subtables for Unicode."""
    glyphs: dict[int, int] = {}
    (count,) = struct.unpack_from(">H", table, 2)
    for platform, encoding, offset in struct.iter_unpack(">2HL", table[4 : 4 + 8 * count]):
        (form,) = struct.unpack_from(">H", table, offset)
        if (platform, encoding) == (3, 1) and form == 4:
            glyphs |= _segments(table, offset)
        elif (platform, encoding) == (3, 10) and form == 12:
            (groups,) = struct.unpack_from(">L", table, offset + 12)
            for first, last, glyph in struct.iter_unpack(">3L", table[offset + 16 : offset + 16 + 12 * groups]):
                glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
    return {character: glyph for character, glyph in glyphs.items() if glyph}


def _segments(table: bytes, offset: int) -> dict[int, int]:
    """Read a subtable of format 4."""
    (doubled,) = struct.unpack_from(">H", table, offset + 6)
    count = doubled // 2
    rows = [struct.unpack_from(f">{count}H", table, offset + 14 + place) for place in (0, doubled + 2, 2 * doubled + 2)]
    reach = offset + 16 + 3 * doubled
    glyphs: dict[int, int] = {}
    for segment, (end, start, delta) in enumerate(zip(*rows, strict=True)):
        (distance,) = struct.unpack_from(">H", table, reach + 2 * segment)
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if distance:
                (glyph,) = struct.unpack_from(">H", table, reach + 2 * segment + distance + 2 * (code - start))
            if glyph or not distance:
                glyphs[code] = (glyph + delta) & 0xFFFF
    return glyphs


def kerning(table: bytes) -> Pairs:
    """Return the kerned pairs of glyphs, from horizontal subtables of format 0."""
    if not table:
        return {}
    (count,) = struct.unpack_from(">H", table, 2)
    pairs: Pairs = {}
    at = 4
    for _ in range(count):
        _, size, coverage = struct.unpack_from(">3H", table, at)
        if coverage & 0xFF07 == 1:
            (number,) = struct.unpack_from(">H", table, at + 6)
            for left, right, amount in struct.iter_unpack(">2Hh", table[at + 14 : at + 14 + 6 * number]):
                pairs[left, right] = amount
        at += size
    return pairs
