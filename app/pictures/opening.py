"""Opening a file as a set of pictures: what it is shows in what it holds, not in its name."""

import contextlib
import functools
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from app.model.errors import BadPictureSetError
from app.model.picture_sets import SetDetails
from app.model.wording import N_
from app.pictures import arasaac, boards, data, files, plain
from app.pictures.found import LARGEST_PHOTO, Found, LeftOut, LeftOutError, OpenedSet
from app.pictures.naming import identifier, spoken, title
from app.pictures.place import FolderPlace, Place, Told, ZipPlace, damaged

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"BM",
    b"<svg",
    b"<?xml",
    b"II*\0",
    b"MM\0*",
)
_PHONE = b"ftyp"
"""What stands in a photo of a phone from its fourth byte on; whether it is one shows later."""
_BLANK = b"\xef\xbb\xbf \t\r\n"
_LARGEST_FILE = 2_000_000_000
_PACKED = frozenset({".zip", ".obz"})


@contextlib.contextmanager
def opened_set(path: Path, *, lang: str = "", told: Told = lambda: None) -> Iterator[OpenedSet]:
    """A file or folder as a set of pictures, as long as it is wanted.

    Args:
        path: a zip or folder of pictures, boards, pictures of ARASAAC with their data, or one
            picture.
        lang: the language of names that do not say theirs.
        told: called for each part that is looked at. Whatever it raises stops the looking.

    Raises:
        BadPictureSetError: it cannot be read, is no set of pictures, or is far too large.

    """
    with contextlib.ExitStack() as open_files:
        try:
            opened = _opened(path, open_files, lang, told)
        except OSError as error:
            raise BadPictureSetError(
                N_("{file} cannot be read. Please check its name and place."), file=path.name
            ) from error
        if not opened.pictures and not opened.left_out:
            raise _no_set()
        if not opened.pictures and set(opened.left_out) == {"locked"}:
            raise BadPictureSetError(
                N_(
                    "This file is locked with a password. Please unpack it, and choose the "
                    "folder with the pictures."
                )
            )
        yield opened


def _opened(path: Path, open_files: contextlib.ExitStack, lang: str, told: Told) -> OpenedSet:
    if path.is_dir():
        where = os.fsencode(path.resolve())
        details = _details(path.resolve().name, hashlib.sha256(b"folder|" + where).hexdigest())
        return _in_place(details, FolderPlace(path, told), lang)
    file = open_files.enter_context(path.open("rb"))
    head = file.read(32)
    if head.startswith(_ZIP):
        place = ZipPlace(file, told)
        return _in_place(_details(path.name, files.fingerprint(place)), place, lang)
    if path.suffix.casefold() in _PACKED:
        raise damaged()
    return _alone(path, head, lang)


def _in_place(details: SetDetails, place: Place, lang: str) -> OpenedSet:
    return (
        boards.read(place, details, lang=lang)
        or arasaac.read(place, details, lang=lang)
        or plain.read(place, details, lang=lang)
    )


def _alone(path: Path, head: bytes, lang: str) -> OpenedSet:
    """One board, or one picture."""
    if path.stat().st_size > _LARGEST_FILE:
        raise _no_set()
    start = head.lstrip(_BLANK)
    if start.startswith(b"{"):
        content = path.read_bytes() if path.stat().st_size <= data.LARGEST else b""
        board = data.read_json(content)
        if not boards.is_board(board):
            raise _no_set()
        details = _details(path.name, hashlib.sha256(content).hexdigest())
        return boards.read_one(board, details, lang=lang)
    if not start.startswith(_PICTURES) and head[4:8] != _PHONE:
        raise _no_set()
    with path.open("rb") as file:
        details = _details(path.name, hashlib.file_digest(file, "sha256").hexdigest())
    picture = Found(
        source_id=identifier(path.name),
        file=path.name,
        names={lang: (spoken(path.stem) or identifier(path.stem),)},
        read=functools.partial(_whole, path),
        is_drawing=start.startswith(b"<"),
    )
    return OpenedSet(details=details, pictures=(picture,), left_out=LeftOut(), told_of=False)


def _whole(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            read = file.read(LARGEST_PHOTO + 1)
    except OSError as error:
        raise LeftOutError("not_there") from error
    if len(read) > LARGEST_PHOTO:
        raise LeftOutError("too_large")
    return read


def _details(file_name: str, fingerprint: str) -> SetDetails:
    source = identifier(file_name)
    name = title(Path(file_name).stem) or source
    return SetDetails(id=fingerprint, name=name, author="", licence="", source=source)


def _no_set() -> BadPictureSetError:
    return BadPictureSetError(
        N_(
            "There are no pictures in this file that can be taken in. Please choose a zip or "
            "folder of pictures, or boards that another program saved (.obz)."
        )
    )
