"""Whether a picture made of dots holds anything besides: where it was taken, by whom, words."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB"})
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC8})
"""How its dots are packed, tables for that among it."""
_TABLES = frozenset({0xDB, 0xDD})
_SCAN, _END, _FORM, _COLOURS = 0xDA, 0xD9, 0xE0, 0xEE
_FORM_BYTES, _COLOURS_BYTES = 16, 14
"""So long is what says how dots and colours are meant, with nothing added to it."""
_WITHIN_SCAN = frozenset({0x00, *range(0xD0, 0xD8)})


def holds_only_dots(data: bytes) -> bool:
    """Whether a PNG or JPEG file holds what is needed to show it, and nothing else."""
    if data.startswith(_PNG):
        return _is_plain_png(data)
    return data.startswith(_JPEG) and _is_plain_jpeg(data)


def _is_plain_png(data: bytes) -> bool:
    at, name = len(_PNG), b""
    while name != b"IEND":
        if len(data) < at + 12:
            return False
        length, name = struct.unpack_from(">L4s", data, at)
        if name not in _CHUNKS:
            return False
        at += 12 + length
    return at == len(data) and length == 0


def _is_plain_jpeg(data: bytes) -> bool:
    at = len(_JPEG)
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if not _is_needed(marker, length):
            return False
        at += 2 + length
        if marker == _SCAN:
            at = _end_of_scan(data, at)
        if data[at : at + 2] == bytes((0xFF, _END)):
            return at + 2 == len(data)
    return False


def _is_needed(marker: int, length: int) -> bool:
    if marker == _FORM:
        return length == _FORM_BYTES
    if marker == _COLOURS:
        return length == _COLOURS_BYTES
    return marker in _FRAMES or marker in _TABLES or marker == _SCAN


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next thing after packed dots begins."""
    while (at := data.find(b"\xff", at)) >= 0 and data[at + 1 : at + 2]:
        if data[at + 1] not in _WITHIN_SCAN:
            return at
        at += 2
    return len(data)
