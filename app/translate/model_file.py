"""Reading an ``.argosmodel``: a zip of one folder with a model, its pieces of words and its names.

Such a file comes from a stick and may lie about everything: paths that climb out of it, links, a
few bytes that unfold to gigabytes. It is gone through whole before anything of it is unpacked, and
only the parts that translating needs ever are.
"""

import contextlib
import hashlib
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.model.record import Value
from app.model.text import without_controls
from app.model.wording import N_
from app.translate.errors import (
    BadTranslatorError,
    NotATranslatorError,
    damaged,
    no_translator,
    unsafe,
)

SUFFIX = ".argosmodel"
LARGEST = 1_500_000_000
"""Bytes of all parts; the usual ones have a hundred million."""

_MOST_PARTS = 2_000
_LARGEST_LIST = 1_000_000
"""Bytes of a zip's own list of its parts, which is read into memory at once."""
_LARGEST_METADATA = 100_000
_END = b"PK\x05\x06"
_END_BYTES = 22
_SECOND_END = b"PK\x06\x07"
_SECOND_END_BYTES = 20
"""Of what stands before the end of a zip of four gigabytes, and says of its list what counts."""
_LONGEST_NOTE = 65_535
_LOCKED = 0x1
_OPENED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
_AT_A_TIME = 1 << 20

_METADATA = "metadata.json"
_PIECES = "sentencepiece.model"
_OTHER_PIECES = "bpe.model"
_MODEL = "model/model.bin"
_NEEDED = re.compile(
    r"sentencepiece\.model"
    r"|model/(model\.bin|config\.json|vmap\.txt|(shared|source|target)_vocabulary\.(json|txt))"
)
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")
_LONGEST_NAME = 100


Progress = Callable[[int, int], None]
"""Is told how much is done, of how much; what it raises ends the work."""


class Metadata(msgspec.Struct, frozen=True):
    """What such a file says about itself, as far as it matters here."""

    from_code: str
    to_code: str
    from_name: str = ""
    to_name: str = ""
    package_version: str = ""
    type: str = "translate"
    target_prefix: str = ""


class Details(Value, frozen=True, kw_only=True):
    """What is known of a translator.

    Attributes:
        source: the language that it reads, as a BCP 47 tag; ``target`` the one that it writes.
        name: what it calls itself, such as "English - Welsh".
        version: as it says itself.
        sha256: of the file that it came in, so that a translation says for ever what made it.
        prefix: a piece that begins everything it writes and belongs to no sentence; mostly none.

    """

    source: str
    target: str
    name: str
    version: str
    sha256: str
    prefix: str = ""

    @property
    def id(self) -> str:
        """How it is called on the command line and on the disk: its two languages."""
        return f"{self.source}_{self.target}"

    @property
    def made_with(self) -> str:
        """One line to keep with whatever it translated: name, version, and the file's mark."""
        return f"{self.name} {self.version} ({self.sha256[:12]})"


class ModelFile:
    """An ``.argosmodel`` that was gone through and can be unpacked.

    Attributes:
        details: what it says about itself.

    """

    def __init__(
        self, archive: zipfile.ZipFile, root: str, details: Details, read: "_Read"
    ) -> None:
        self._archive, self._root, self._read = archive, root, read
        self.details = details

    def unpack(self, folder: Path) -> None:
        """Write what translating needs of it into a folder, which is there and empty.

        Raises:
            BadTranslatorError: a part is not what the zip says of it.
            OSError: it cannot be written.

        """
        (folder / "model").mkdir()
        for info in self._archive.infolist():
            part = info.filename.removeprefix(f"{self._root}/")
            if _NEEDED.fullmatch(part):
                with (folder / part).open("xb") as written:
                    for piece in _unpacked(self._archive, info):
                        written.write(piece)
                        self._read.tell(len(piece))


class _Read:
    """How much was read of a file that is gone through once and then unpacked."""

    def __init__(self, archive: zipfile.ZipFile, progress: Progress | None) -> None:
        self._of = 2 * sum(each.file_size for each in archive.infolist())
        self._progress, self._done = progress, 0

    def tell(self, more: int) -> None:
        self._done += more
        if self._progress is not None:
            self._progress(self._done, self._of)


@contextlib.contextmanager
def opened(path: Path, *, progress: Progress | None = None) -> Iterator[ModelFile]:
    """A file as a translator, as long as it is wanted.

    Args:
        path: the file; it is only read.
        progress: told how far reading and unpacking it is.

    Raises:
        BadTranslatorError: it cannot be read, is something else, is damaged or unsafe, or needs
            what Alongside does not have. The sentence says which.

    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise BadTranslatorError(
            N_("{file} cannot be read. Please check its name and place."), file=path.name
        ) from error
    with file:
        try:
            archive = _archive(file)
            root = _root(archive.infolist())
            read = _Read(archive, progress)
            _refuse_damaged(archive, read)
            metadata = _metadata(archive, root)
            _refuse_unusable(metadata, {each.filename for each in archive.infolist()}, root)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:  # the stick was pulled out
            raise damaged() from error
        except NotATranslatorError as error:
            if path.suffix.lower() != SUFFIX:
                raise
            raise unsafe() from error  # to choose one that is called so would be no advice
        yield ModelFile(archive, root, _details(metadata, sha256), read)


def _archive(file: BinaryIO) -> zipfile.ZipFile:
    size = file.seek(0, 2)
    if size > LARGEST:
        raise _too_large()
    file.seek(max(0, size - _SECOND_END_BYTES - _END_BYTES - _LONGEST_NOTE))
    tail = file.read()
    at = tail.rfind(_END)
    file.seek(0)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise damaged() if file.read(4) == b"PK\x03\x04" else no_translator()
    has_second = tail[:at][-_SECOND_END_BYTES:].startswith(_SECOND_END)
    if has_second or struct.unpack_from("<L", tail, at + 12)[0] > _LARGEST_LIST:
        raise unsafe()
    try:
        return zipfile.ZipFile(file)
    except (*_UNREADABLE, NotImplementedError) as error:
        raise damaged() from error


def _root(parts: list[zipfile.ZipInfo]) -> str:
    """The one folder in which everything lies."""
    if len(parts) > _MOST_PARTS or len({each.filename for each in parts}) < len(parts):
        raise unsafe()
    if sum(each.file_size for each in parts) > LARGEST:
        raise _too_large()
    for each in parts:
        is_link = stat.S_ISLNK(each.external_attr >> 16)
        if is_link or not _stays_inside(each.filename) or each.compress_type not in _OPENED:
            raise unsafe()
        if each.flag_bits & _LOCKED:
            raise BadTranslatorError(
                N_("This file is locked with a password. Please get one that is not.")
            )
    roots = {each.filename.partition("/")[0] for each in parts}
    if len(roots) != 1 or not all("/" in each.filename for each in parts):
        raise no_translator()
    return roots.pop()


def _too_large() -> BadTranslatorError:
    return BadTranslatorError(
        N_(
            "This translator is too large: at most {most} MB can be taken in. "
            "Please choose a smaller one. Nothing was taken in."
        ),
        most=LARGEST // 1_000_000,
    )


def _stays_inside(name: str) -> bool:
    parts = name.removesuffix("/").split("/")
    return "\\" not in name and ":" not in name and not {"", ".", ".."} & set(parts)


def _refuse_damaged(archive: zipfile.ZipFile, read: _Read) -> None:
    """Read every part to its end and compare its sum, without keeping any of it."""
    for info in archive.infolist():
        for piece in _unpacked(archive, info):
            read.tell(len(piece))


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part, piece by piece; never more than the zip's list says that there is."""
    try:
        with archive.open(info) as part:
            while piece := part.read(_AT_A_TIME):
                yield piece
    except _UNREADABLE as error:
        raise damaged() from error


def _metadata(archive: zipfile.ZipFile, root: str) -> Metadata:
    try:
        info = archive.getinfo(f"{root}/{_METADATA}")
    except KeyError:
        raise no_translator() from None
    if info.file_size > _LARGEST_METADATA:
        raise no_translator()
    try:
        return msgspec.json.decode(b"".join(_unpacked(archive, info)), type=Metadata)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise no_translator() from error


def _refuse_unusable(metadata: Metadata, names: set[str], root: str) -> None:
    codes = (metadata.from_code, metadata.to_code)
    if metadata.type != "translate" or not all(_CODE.fullmatch(each) for each in codes):
        raise no_translator()
    if codes[0] == codes[1] or f"{root}/{_MODEL}" not in names:
        raise no_translator()
    if f"{root}/{_PIECES}" not in names:
        if f"{root}/{_OTHER_PIECES}" not in names:
            raise no_translator()
        raise BadTranslatorError(
            N_(
                "This translator cuts words in a way (BPE) that Alongside cannot read. "
                "Please get one that has a sentencepiece.model. Nothing was taken in."
            )
        )


def _details(metadata: Metadata, sha256: str) -> Details:
    names = (metadata.from_name or metadata.from_code, metadata.to_name or metadata.to_code)
    return Details(
        source=metadata.from_code.replace("_", "-"),
        target=metadata.to_code.replace("_", "-"),
        name=" - ".join(_short(each) for each in names),
        version=_short(metadata.package_version),
        sha256=sha256,
        prefix=metadata.target_prefix,
    )


def _short(text: str) -> str:
    return " ".join(without_controls(text).split())[:_LONGEST_NAME]
