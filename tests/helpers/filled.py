"""PDFs with fields, as somebody fills them in on screen."""

import io
from collections.abc import Mapping

import pypdf
from pypdf.generic import NameObject, TextStringObject


def filled(pdf: bytes, words: Mapping[str, str], *ticked: str) -> bytes:
    """A document with words in its fields, and squares ticked, each by its name."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for page in writer.pages:
        for each in page.get("/Annots", ()):
            field = each.get_object()
            if field["/T"] in words:
                field[NameObject("/V")] = TextStringObject(words[field["/T"]])
            if field["/T"] in ticked:
                field[NameObject("/V")] = field[NameObject("/AS")] = NameObject("/Yes")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
