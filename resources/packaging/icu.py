"""The data of ICU without what Qt never asks it for, which is nine tenths of them.

Qt for Linux links ICU for one thing that this program uses: sorting names in the file dialog. It
has dates, numbers, names of languages and letters of old code pages of its own. What ICU ships is
one library with one symbol, a table of contents and the files behind it; the same is made anew with
the files that are needed.
"""

import re
import struct
from collections.abc import Set
from pathlib import Path

from resources.packaging import assembling

_FORMAT = b"CmnD"
_FORMAT_AT = 12  # in the header: size of it, magic number, and what ICU says of itself
_ENTRY = struct.Struct("<II")  # where the name begins, where the data begins
_COUNT = struct.Struct("<I")
_ALIGNED = 16
_IN_NO_FOLDER = re.compile(
    r"[^/]+\.(?:icu|nrm|spp|cfu)|(?:pool|root|res_index|zoneinfo64|[a-z]+[A-Z]\w+)\.res"
)
_SORTING = re.compile(r"coll/(?:ucadata\.icu|(?:root|res_index)\.res)")
_SORTING_OF = re.compile(r"coll/([a-z]{2,3})(?:_\w+)?\.res")

_SOURCE = """
    .section .rodata, "a"
    .balign 4096
    .globl {symbol}
    .type {symbol}, %object
{symbol}:
    .incbin "{data}"
    .size {symbol}, . - {symbol}
    .section .note.GNU-stack, "", %progbits
"""


def is_needed(name: str, spoken: Set[str]) -> bool:
    """Whether a file of the data is needed: how letters are made and sorted in these languages."""
    if _IN_NO_FOLDER.fullmatch(name) or _SORTING.fullmatch(name):
        return True
    sorting = _SORTING_OF.fullmatch(name)
    return sorting is not None and sorting[1] in spoken


def contents(data: bytes) -> dict[str, bytes]:
    """The files of a package of ICU data, by their names with the package's before them."""
    (header,) = struct.unpack_from("<H", data)
    (count,) = _COUNT.unpack_from(data, header)
    entries = [
        _ENTRY.unpack_from(data, header + _COUNT.size + _ENTRY.size * each) for each in range(count)
    ]
    ends = [begins for _, begins in entries[1:]] + [len(data) - header]
    found = {}
    for (named, begins), ends_at in zip(entries, ends, strict=True):
        name = data[header + named : data.index(b"\0", header + named)].decode()
        found[name] = data[header + begins : header + ends_at]
    return found


def package(header: bytes, files: dict[str, bytes]) -> bytes:
    """The same form with these files; ICU looks names up by halves, so they are sorted."""
    ordered = sorted((name.encode() + b"\0", body) for name, body in files.items())
    first_name = _COUNT.size + _ENTRY.size * len(ordered)
    first_body = first_name + sum(len(name) for name, _ in ordered)
    padding = -first_body % _ALIGNED
    listed, names, bodies = bytearray(), bytearray(), bytearray(padding)
    for name, body in ordered:
        listed += _ENTRY.pack(first_name + len(names), first_body + len(bodies))
        names += name
        bodies += body + bytes(-len(body) % _ALIGNED)
    return header + _COUNT.pack(len(ordered)) + listed + names + bodies


def smaller(library: Path, spoken: Set[str], folder: Path) -> Path:
    """Make the library anew in a folder, with the files that are needed.

    Raises:
        ValueError: this is no library of ICU data.
        subprocess.CalledProcessError: the assembler or the linker could not do it.

    """
    whole = library.read_bytes()
    begins = whole.index(_FORMAT) - _FORMAT_AT
    data = whole[begins:]
    (size,) = struct.unpack_from("<H", data)
    files = {
        name: body
        for name, body in contents(data).items()
        if is_needed(name.partition("/")[2], spoken)
    }
    made = folder / library.name
    return _linked(package(data[:size], files), made, symbol=f"icudt{_version(library)}_dat")


def _version(library: Path) -> str:
    found = re.search(r"\.so\.(\d+)", library.name)
    if found is None:
        raise ValueError(library.name)
    return found[1]


def _linked(data: bytes, made: Path, *, symbol: str) -> Path:
    blob = made.with_suffix(".dat")
    blob.parent.mkdir(parents=True, exist_ok=True)
    blob.write_bytes(data)
    return assembling.library(_SOURCE.format(symbol=symbol, data=blob.name), made)
