"""Looking for what must not be in a PDF, in every byte of it and in all that a reader is told."""

import io
import re
from collections.abc import Iterator

import pypdf
import pypdfium2
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject, TextStringObject

_HEXADECIMAL = re.compile(rb"<((?:[0-9A-Fa-f]{4})+)>")


def told(pdf: bytes) -> str:
    """All that any program finds in a PDF, with no blanks and no case.

    The words of its pages by their glyphs' own letters; every text of its objects, which is what
    pictures are read out as, what sentences say, bookmarks, title and metadata; the bytes of every
    stream as they are after they were unpacked, and the words that are written there in hexadecimal
    digits.
    """
    found = "".join((*_pages(pdf), *_objects(pdf), pdf.decode("latin-1")))
    return "".join(found.split()).casefold()


def pictures(pdf: bytes) -> list[bytes]:
    """What each picture of a PDF is made of."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return [each.get_data() for each in _all(reader) if isinstance(each, StreamObject)]


def _pages(pdf: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page.get_textpage().get_text_range()
    document.close()
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        yield page.extract_text()


def _objects(pdf: bytes) -> Iterator[str]:
    for each in _all(pypdf.PdfReader(io.BytesIO(pdf))):
        yield from _texts(each)
        if isinstance(each, StreamObject):
            data = each.get_data()
            yield data.decode("latin-1")
            yield data.decode("utf-8", "replace")
            yield data.decode("utf-16-be", "replace")
            for digits in _HEXADECIMAL.findall(data):
                yield bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _all(reader: pypdf.PdfReader) -> Iterator[object]:
    for number in range(1, reader.trailer["/Size"]):
        each = reader.get_object(number)
        if each is not None:
            yield each


def _texts(value: object) -> Iterator[str]:
    match value:
        case TextStringObject():
            yield str(value)
        case DictionaryObject():
            for inner in value.values():
                yield from _texts(inner)
        case ArrayObject():
            for inner in value:
                yield from _texts(inner)
