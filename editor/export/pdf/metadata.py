"""What the file says of itself: the information dictionary, the XMP packet, the colours it means.

Source of the properties: ISO 19005-2, 6.6 (and its annex on extension schemas) and ISO 14289-1, 5. The two sets of
dates and names have to agree.
"""

import base64
from html import escape

from editor import __version__
from editor.compose.composition import Metadata
from editor.export.pdf.objects import Document, text

PRODUCER = f"Resolution Editor {__version__}"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{properties}
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def write_info(document: Document, metadata: Metadata) -> int:
    """Put the information dictionary into the file; return its number."""
    entries = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": _keywords(metadata),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
    }
    written = "".join(f"/{key}{text(value)}" for key, value in entries.items() if value)
    if metadata.date is not None:
        date = f"(D:{metadata.date:%Y%m%d}000000Z)"
        written += f"/CreationDate{date}/ModDate{date}"
    return document.add(f"<<{written}>>")


def write_packet(document: Document, metadata: Metadata, language: str) -> int:
    """Put the XMP packet into the file, uncompressed so that any tool may read it; return its number."""
    properties = [f"<dc:title><rdf:Alt>{_alternative(metadata.title)}</rdf:Alt></dc:title>"]
    if metadata.author:
        properties.append(f"<dc:creator><rdf:Seq><rdf:li>{_clean(metadata.author)}</rdf:li></rdf:Seq></dc:creator>")
    if metadata.subject:
        properties.append(f"<dc:description><rdf:Alt>{_alternative(metadata.subject)}</rdf:Alt></dc:description>")
    if _keywords(metadata):
        properties.append(f"<pdf:Keywords>{_clean(_keywords(metadata))}</pdf:Keywords>")
    if metadata.code:
        properties.append(f"<dc:identifier>{_clean(metadata.code)}</dc:identifier>")
    properties += [
        f"<dc:language><rdf:Bag><rdf:li>{_clean(language)}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>",
    ]
    if metadata.date is not None:
        date = f"{metadata.date.isoformat()}T00:00:00Z"
        properties += [f"<xmp:{name}>{date}</xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate")]
    packet = _PACKET.format(properties="\n".join(properties)).encode()
    return document.add_stream(packet, "/Type/Metadata/Subtype/XML", level=0)


def write_intent(document: Document) -> int:
    """Put the colours that the file means, sRGB, into it; return the number of the output intent."""
    profile = document.add_stream(base64.b64decode(_SRGB), "/N 3")
    name = "(sRGB IEC61966-2.1)"
    return document.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}/DestOutputProfile {profile} 0 R>>"
    )


def _keywords(metadata: Metadata) -> str:
    return metadata.keywords or metadata.code


def _alternative(value: str) -> str:
    return f'<rdf:li xml:lang="x-default">{_clean(value)}</rdf:li>'


def _clean(value: str) -> str:
    """Return `value` as XML takes it: escaped, without the few characters XML has no way to say."""
    return escape("".join(one for one in value if one in "\t\n" or one >= " "), quote=False)


# The profile that Little CMS makes for sRGB ("No copyright, use freely"), with a fixed date.
_SRGB = (
    "AAACTGxjbXMEIAAAbW50clJHQiBYWVogB9AAAQABAAAAAAAAYWNzcEFQUEwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAPbWAAEAAAAA0y1sY2"
    "1zAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAALZGVzYwAAAQgAAAA2Y3BydAAAAUAAAABMd3RwdAAAAYwA"
    "AAAUY2hhZAAAAaAAAAAsclhZWgAAAcwAAAAUYlhZWgAAAeAAAAAUZ1hZWgAAAfQAAAAUclRSQwAAAggAAAAgZ1RSQwAAAggAAAAgYlRSQwAAAg"
    "gAAAAgY2hybQAAAigAAAAkbWx1YwAAAAAAAAABAAAADGVuVVMAAAAaAAAAHABzAFIARwBCACAAYgB1AGkAbAB0AC0AaQBuAABtbHVjAAAAAAAA"
    "AAEAAAAMZW5VUwAAADAAAAAcAE4AbwAgAGMAbwBwAHkAcgBpAGcAaAB0ACwAIAB1AHMAZQAgAGYAcgBlAGUAbAB5WFlaIAAAAAAAAPbWAAEAAA"
    "AA0y1zZjMyAAAAAAABDEIAAAXe///zJQAAB5MAAP2Q///7of///aIAAAPcAADAblhZWiAAAAAAAABvoAAAOPUAAAOQWFlaIAAAAAAAACSfAAAP"
    "hAAAtsNYWVogAAAAAAAAYpcAALeHAAAY2XBhcmEAAAAAAAMAAAACZmYAAPKnAAANWQAAE9AAAApbY2hybQAAAAAAAwAAAACj1wAAVHsAAEzNAA"
    "CZmgAAJmYAAA9c"
)
