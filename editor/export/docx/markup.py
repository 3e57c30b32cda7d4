"""The smallest pieces of WordprocessingML: text, measures, languages."""

import datetime
import re

from editor.compose.composition import ChangeKind

# Everything that XML or Word does not take as a plain character; XML 1.0 section 2.2 names what is legal.
_ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_SPECIAL = re.compile(f'[&<>"\t\n\r\u2028\u2029\u00ad\u2011{_ILLEGAL}]')
_ELEMENTS = re.compile("([\t\n\u2028\u2029\u00ad\u2011])")
_NOT_XML = re.compile(f"[{_ILLEGAL}]")
_AS_ELEMENT = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\u2028": "<w:br/>",
    "\u2029": "<w:br/>",
    "\u00ad": "<w:softHyphen/>",
    "\u2011": "<w:noBreakHyphen/>",
}

TWIPS = 20
"""Twentieths of a point, Word's measure of length."""

_REGIONS = {
    "ar": "ar-SA", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-GB", "es": "es-ES",
    "et": "et-EE", "fi": "fi-FI", "fr": "fr-FR", "hu": "hu-HU", "it": "it-IT", "ja": "ja-JP", "kk": "kk-KZ",
    "ko": "ko-KR", "nl": "nl-NL", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sr": "sr-Cyrl-RS",
    "sv": "sv-SE", "tr": "tr-TR", "uk": "uk-UA", "zh": "zh-CN",
}  # fmt: skip
_EAST_ASIAN = ("ja", "ko", "zh")
_COMPLEX = ("ar", "fa", "he", "ur")


def escape(text: str) -> str:
    """Return `text` for use in XML, in an element or an attribute; what XML cannot hold becomes U+FFFD."""
    if _SPECIAL.search(text) is None:
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _NOT_XML.sub("\ufffd", text)


def characters(text: str, change: ChangeKind | None = None) -> str:
    """Return the content of a run: `text`, with Word's own elements for tabs, line breaks and special hyphens."""
    element = "w:delText" if change == "deleted" else "w:t"
    if _SPECIAL.search(text) is None:
        return f'<{element} xml:space="preserve">{text}</{element}>'
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pieces = [
        _AS_ELEMENT.get(piece) or f'<{element} xml:space="preserve">{escape(piece)}</{element}>'
        for piece in _ELEMENTS.split(text)
        if piece
    ]
    return "".join(pieces)


def twips(points: float) -> int:
    """Return `points` in twentieths of a point."""
    return round(points * TWIPS)


def switch(element: str, value: bool, inherited: bool = False) -> str:
    """Return the element that turns a property on or off, nothing where that is inherited."""
    return "" if value == inherited else f"<w:{element}/>" if value else f'<w:{element} w:val="0"/>'


def language_tag(language: str) -> str:
    """Return `language` with a region: Word has dictionaries for regions, not for languages."""
    return _REGIONS.get(language, language)


def language(language: str) -> str:
    """Return the element that sets a run's language, in the attribute that its script is looked up in."""
    tag = escape(language_tag(language))
    family = language.partition("-")[0].lower()
    extra = f' w:eastAsia="{tag}"' if family in _EAST_ASIAN else f' w:bidi="{tag}"' if family in _COMPLEX else ""
    return f'<w:lang w:val="{tag}"{extra}/>'


def utc(moment: datetime.datetime) -> str:
    """Return `moment` as Word writes it: to the second, in UTC where its zone is known."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(datetime.UTC)
    return f"{moment.replace(tzinfo=None, microsecond=0).isoformat()}Z"
