"""The parts that every file has beside its words: settings, fonts, and what the file says of itself."""

import datetime

from editor import __version__
from editor.compose.composition import Composition, Metadata
from editor.export.docx.markup import escape, language_tag
from editor.export.docx.package import RELATIONS, Part, W, word_part

PROGRAM = "Resolution Editor"

_NO_DATE = datetime.date(2000, 1, 1)
"""Stands in a file whose document has no date: equal input shall give equal bytes."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_HYPHENATION = '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'

_COMPATIBILITY = (
    # A justified line that ends in a line break is not to be stretched.
    "<w:compat><w:doNotExpandShiftReturn/>"
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),  # the layout of Word 2013 and later
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
            ("useWord2013TrackBottomHyphenation", 0),
        )
    )
    + "</w:compat>"
)


def timestamp(metadata: Metadata) -> str:
    """Return the document's date as the time that the file and its changes bear."""
    return f"{(metadata.date or _NO_DATE).isoformat()}T00:00:00Z"


def settings(composition: Composition, notes: bool) -> Part:
    """Return word/settings.xml; `notes` says whether the file has footnotes."""
    hyphenate = any(style.hyphenate for style in composition.styles.values())
    separators = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if notes else ""
    xml = (
        f'<w:settings {W}><w:zoom w:percent="100"/>'
        + '<w:defaultTabStop w:val="284"/>'
        + (_HYPHENATION if hyphenate else "")
        + '<w:characterSpacingControl w:val="doNotCompress"/>'
        + f'{separators}{_COMPATIBILITY}<w:themeFontLang w:val="{escape(language_tag(composition.language))}"/>'
        + '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
    return word_part("settings.xml", "settings", xml)


def font_table(composition: Composition) -> Part:
    """Return word/fontTable.xml: the fonts that Word users have, with those of the same widths as their stand-ins."""
    families = {"serif": "roman", "sans": "swiss"}
    fonts = "".join(
        f'<w:font w:name="{escape(font.word)}">'
        + (f'<w:altName w:val="{escape(font.family)}"/>' if font.family != font.word else "")
        + f'<w:charset w:val="00"/><w:family w:val="{families[role]}"/><w:pitch w:val="variable"/></w:font>'
        for role, font in composition.fonts.items()
    )
    return word_part("fontTable.xml", "fontTable", f"<w:fonts {W}>{fonts}</w:fonts>")


def core_properties(composition: Composition) -> Part:
    """Return docProps/core.xml, dated with the document's own date."""
    metadata, time = composition.metadata, timestamp(composition.metadata)
    values = (
        ("dc:title", metadata.title),
        ("dc:subject", metadata.subject),
        ("dc:creator", metadata.author),
        ("cp:keywords", metadata.keywords),
        ("dc:identifier", metadata.code),
        ("dc:language", composition.language),
        ("cp:lastModifiedBy", metadata.author),
    )
    items = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values if value)
    xml = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'{items}<dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified></cp:coreProperties>'
    )
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    return Part("docProps/core.xml", kind, f"{_PACKAGE}/relationships/metadata/core-properties", xml)


def app_properties() -> Part:
    """Return docProps/app.xml, which names this program; Word reads its version as two numbers."""
    major, minor, patch = (int(number) for number in __version__.split(".")[:3])
    xml = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{PROGRAM}</Application><DocSecurity>0</DocSecurity>"
        f"<AppVersion>{major}.{minor:02}{patch:02}</AppVersion></Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return Part("docProps/app.xml", kind, f"{RELATIONS}/extended-properties", xml)
