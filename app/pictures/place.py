"""Where the parts of a set lie: a zip or a folder, never looked at outside of it.

A zip may lie about everything: paths that climb out of it, links, a few bytes that unfold to
gigabytes, more parts than anybody can count. None of it is ever unpacked to the disk.
"""

import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

from app.model.errors import BadPictureSetError
from app.model.picture_sets import Reason
from app.model.wording import N_
from app.pictures.found import MOST_PICTURES, LeftOut, LeftOutError
from app.pictures.naming import identifier

_MOST_PARTS = 3 * MOST_PICTURES
_MOST_BYTES = 2_000_000_000
_LARGEST_LIST = 16_000_000
"""Bytes of a zip's own list of its parts, which is read into memory at once."""
_TIGHTEST = 200
"""Drawings become about ten times smaller in a zip; what becomes so much smaller is a trap."""
_SMALL = 1_000_000
_END = b"PK\x05\x06"
_END_BYTES = 22
_LONGEST_NOTE = 65_535
_DRIVE = re.compile(r"[A-Za-z]:")
_LOCKED = 0x1
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_OPENED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

Told = Callable[[], None]
"""Called for each part that is looked at. Whatever it raises stops the looking."""


class Place(Protocol):
    """Somewhere that parts of a set lie.

    Attributes:
        left_out: parts that are not looked at, and why.
        told: to be called wherever looking takes long.
        marks: the paths of all others, with ``/`` between folders, and for each what tells its
            content from any other that the part might have.

    """

    left_out: LeftOut
    told: Told
    marks: Mapping[str, str]

    def source_id(self, part: str) -> str:
        """What tells a part from others, also from what may be under its name the next time."""

    def read(self, part: str, most: int) -> bytes:
        """The bytes of a part.

        Raises:
            LeftOutError: there is no such part, it is damaged, or has more than ``most`` bytes.

        """

    def head(self, part: str) -> bytes:
        """The first bytes of a part; none if it cannot be read."""


class ZipPlace:
    """The parts of a zip.

    Raises:
        BadPictureSetError: it is cut off or damaged, or holds more than can be taken in.

    """

    def __init__(self, file: BinaryIO, told: Told) -> None:
        self.told = told
        _refuse_long_list(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            raise damaged() from error
        infos = [each for each in self._zip.infolist() if each.filename and not each.is_dir()]
        if len(infos) > _MOST_PARTS:
            raise too_many()
        if sum(each.file_size for each in infos) > _MOST_BYTES:
            raise too_much(_MOST_BYTES)
        self.left_out = LeftOut()
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            if reason := _why_not(info):
                self.left_out.leave(reason, info.filename)
            elif not _is_hidden(info.filename):
                self._infos[info.filename] = info
        self.marks: Mapping[str, str] = {
            part: f"{each.file_size}|{each.CRC}" for part, each in self._infos.items()
        }

    def source_id(self, part: str) -> str:
        """The path: another content makes another set."""
        return identifier(part)

    def read(self, part: str, most: int) -> bytes:
        """The bytes of a part, never more than the list of the zip says that there are."""
        self.told()
        info = self._infos.get(part)
        if info is None:
            raise LeftOutError("not_there")
        is_trap = info.file_size > _SMALL and info.file_size > _TIGHTEST * info.compress_size
        if info.file_size > most or is_trap:
            raise LeftOutError("too_large")
        return self._unpacked(info, most + 1)

    def head(self, part: str) -> bytes:
        """The first bytes of a part."""
        self.told()
        try:
            return self._unpacked(self._infos[part], 32)
        except LeftOutError:
            return b""

    def _unpacked(self, info: zipfile.ZipInfo, most: int) -> bytes:
        try:
            with self._zip.open(info) as part:
                return part.read(most)
        except _UNREADABLE as error:
            raise LeftOutError("no_picture") from error


class FolderPlace:
    """The files of a folder and the folders in it; links are not followed.

    Raises:
        BadPictureSetError: it holds more than can be taken in.

    """

    def __init__(self, folder: Path, told: Told) -> None:
        self._folder, self.told = folder, told
        self.left_out = LeftOut()
        marks: dict[str, str] = {}
        size = 0
        for path in _files_in(folder):
            told()
            part = path.relative_to(folder).as_posix()
            if path.is_symlink():
                self.left_out.leave("unsafe_place", part)
            elif path.is_file() and not _is_hidden(part):
                about = path.stat()
                size += about.st_size
                marks[part] = f"{about.st_size}|{about.st_mtime_ns}"
            if len(marks) > _MOST_PARTS:
                raise too_many()
        if size > _MOST_BYTES:
            raise too_much(_MOST_BYTES)
        self.marks: Mapping[str, str] = dict(sorted(marks.items()))

    def source_id(self, part: str) -> str:
        """With how large it is, and since when: tomorrow another picture may be called so."""
        return f"{identifier(part)}|{self.marks[part]}"

    def read(self, part: str, most: int) -> bytes:
        """The bytes of a file."""
        self.told()
        if part not in self.marks:
            raise LeftOutError("not_there")
        data = self._first(part, most + 1)
        if len(data) > most:
            raise LeftOutError("too_large")
        return data

    def head(self, part: str) -> bytes:
        """The first bytes of a file."""
        self.told()
        try:
            return self._first(part, 32)
        except LeftOutError:
            return b""

    def _first(self, part: str, most: int) -> bytes:
        try:
            with (self._folder / part).open("rb") as file:
                return file.read(most)
        except OSError as error:
            raise LeftOutError("no_picture") from error


def damaged() -> BadPictureSetError:
    """The error for a zip that cannot be read to its end."""
    return BadPictureSetError(
        N_("This file is cut off or damaged. Please get a new copy of it. Nothing was taken in.")
    )


def too_many() -> BadPictureSetError:
    """The error for more pictures than anybody could choose from."""
    return BadPictureSetError(
        N_(
            "There are too many pictures in this file: at most {most} can be taken in. "
            "Please choose a smaller set. Nothing was taken in."
        ),
        most=MOST_PICTURES,
    )


def too_much(most: int) -> BadPictureSetError:
    """The error for more bytes than there is room for."""
    return BadPictureSetError(
        N_(
            "The pictures of this file need too much room: at most {most} MB can be taken in. "
            "Please choose a smaller set. Nothing was taken in."
        ),
        most=most // 1_000_000,
    )


def _refuse_long_list(file: BinaryIO) -> None:
    """Refuse a zip whose list of parts alone would fill the memory, before it is read."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_BYTES - _LONGEST_NOTE))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise damaged()
    (length,) = struct.unpack_from("<L", tail, at + 12)
    if length > _LARGEST_LIST:
        raise too_many()
    file.seek(0)


def _why_not(info: zipfile.ZipInfo) -> Reason | None:
    path = info.filename.replace("\\", "/")
    climbs = path.startswith("/") or _DRIVE.match(path) or ".." in path.split("/")
    if climbs or stat.S_ISLNK(info.external_attr >> 16):
        return "unsafe_place"
    if info.flag_bits & _LOCKED:
        return "locked"
    return None if info.compress_type in _OPENED else "no_picture"


def _is_hidden(part: str) -> bool:
    """What computers leave beside pictures without anybody's wish."""
    return any(each.startswith((".", "__MACOSX")) for each in part.split("/"))


def _files_in(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders.sort()
        yield from (Path(parent, each) for each in sorted(files))
        yield from (Path(parent, each) for each in folders if Path(parent, each).is_symlink())
