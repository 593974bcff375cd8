"""A PDF made smaller: what is not drawn goes into compressed streams, a third of a tagged file.

ReportLab writes every object openly. Where they lie it knows, so nothing has to be read again.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import format as as_pdf

_TOGETHER = 200
"""Objects in one stream: readers open a stream as a whole."""
_OBJECT = re.compile(rb"\d+ 0 obj\n(.*)\nendobj\n", re.DOTALL)
_OPEN, _PACKED = 1, 2


def packed(pdf: bytes, document: Any) -> bytes:
    """The same document, smaller.

    Args:
        pdf: as ReportLab saved it.
        document: what ReportLab saved it from.

    """
    numbers = sorted(document.numberToId)
    starts = [document.idToOffset[document.numberToId[number]] for number in numbers]
    out = bytearray(pdf[: starts[0]])
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFF)}
    small: list[tuple[int, bytes]] = []
    for number, start, end in zip(
        numbers, starts, [*starts[1:], pdf.rindex(b"xref\n0 ")], strict=True
    ):
        found = _OBJECT.fullmatch(pdf, start, end)
        if found is None or found[1].endswith(b"endstream"):
            places[number] = (_OPEN, len(out), 0)
            out += pdf[start:end]
        else:
            small.append((number, found[1]))
    last = numbers[-1]
    for group in _groups(small):
        last += 1
        places[last] = (_OPEN, len(out), 0)
        places |= {number: (_PACKED, last, at) for at, (number, _) in enumerate(group)}
        out += _together(last, group)
    return bytes(out + _table(last + 1, places, len(out), _trailer(document)))


def _groups(small: Sequence[tuple[int, bytes]]) -> Iterator[Sequence[tuple[int, bytes]]]:
    for at in range(0, len(small), _TOGETHER):
        yield small[at : at + _TOGETHER]


def _together(number: int, group: Sequence[tuple[int, bytes]]) -> bytes:
    """One stream of objects: at its head where each of them begins."""
    head, body = [], bytearray()
    for each, content in group:
        head.append(b"%d %d" % (each, len(body)))
        body += content + b"\n"
    first = b" ".join(head) + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(group), len(first))
    return _stream(number, entries, first + bytes(body))


def _table(
    number: int, places: dict[int, tuple[int, int, int]], start: int, trailer: bytes
) -> bytes:
    """Where every object is, and where the document begins."""
    places[number] = (_OPEN, start, 0)
    rows = b"".join(
        kind.to_bytes(1, "big") + where.to_bytes(4, "big") + nth.to_bytes(1, "big")
        for kind, where, nth in (places[each] for each in range(number + 1))
    )
    entries = b"/Type/XRef/Size %d/W[1 4 1]%b" % (number + 1, trailer)
    return _stream(number, entries, rows) + b"startxref\n%d\n%%%%EOF\n" % start


def _trailer(document: Any) -> bytes:
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    return b"/Root %b/Info %b/ID %b" % tuple(
        as_pdf(each, document) for each in (root, info, document.ID())
    )


def _stream(number: int, entries: bytes, content: bytes) -> bytes:
    content = zlib.compress(content, 9)
    return b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\nendobj\n" % (
        number,
        entries,
        len(content),
        content,
    )
