"""What a file says of itself: title, language and day, and not who was at the keyboard."""

import datetime
import html
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFObject, PDFString

_ABOUT = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class Info(PDFInfo):  # type: ignore[misc]
    """The title and the day, as readers' own windows show them."""

    def __init__(self, title: str, day: datetime.date) -> None:
        super().__init__()
        self.title = title
        self._day = day

    def format(self, document: Any) -> Any:
        """As PDF."""
        day = PDFString(f"D:{self._day:%Y%m%d}")
        entries = {"Title": PDFString(self.title), "CreationDate": day, "ModDate": day}
        return PDFDictionary(entries).format(document)


class Described(PDFObject):  # type: ignore[misc]
    """The same as XMP, and that the file is made to be read aloud (PDF/UA-1)."""

    def __init__(self, title: str, lang: str) -> None:
        self._about = _ABOUT.format(title=html.escape(title), lang=html.escape(lang)).encode(
            "utf-8"
        )

    def format(self, _document: Any) -> bytes:
        """As PDF; a stream of ReportLab's names an empty list of filters, which hides it."""
        return (
            b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n" % len(self._about)
            + self._about
            + b"\nendstream\n"
        )
