"""What stands in a file that came back: pictures of its pages, and what was filled in on screen."""

import contextlib
import ctypes
import dataclasses
import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from app.model.packs import MARKS, Mark
from app.readback.protocol import Field, Reason, Ticked

LARGEST_FILE = 200_000_000
MOST_PAGES = 400
_MOST_DOTS = 170_000_000
"""Phones make photos of 108 million; Pillow opens none of more than 179 million."""
_LONGEST_SIDE = 6_000
_DOTS = 200 / 72
_PDF = b"%PDF-"
_BEFORE_PDF = 1024
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_CODE = "([23456789CDFHJKMNPRTVWXY]{8})"
_FIELD = re.compile(rf"{_CODE}(?:\.({'|'.join(MARKS)}))?")
_WORDS = "words"
_SHEET_FIELD = re.compile(rf"{_CODE}\.([1-9][0-9]{{0,3}})\.([1-9][0-9]?|{_WORDS})")


class UnreadableError(Exception):
    """A file that cannot be read.

    Attributes:
        reason: why, in one word.

    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclasses.dataclass(frozen=True, slots=True)
class _Filled:
    """A field with what stands in it."""

    name: str
    value: str
    ticked: bool

    @property
    def is_filled(self) -> bool:
        """Whether anything does."""
        return self.ticked or (self._is_text and bool(self.value.strip()))

    @property
    def _is_text(self) -> bool:
        on_sheet = _SHEET_FIELD.fullmatch(self.name)
        if on_sheet:
            return on_sheet[3] == _WORDS
        sentence = _FIELD.fullmatch(self.name)
        return sentence is not None and sentence[2] is None


class PdfFile:
    """A PDF, as long as it is read."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        document.init_forms()

    def __len__(self) -> int:
        """How many pages it has."""
        return len(self._document)

    def pictures(self) -> Iterator[Image.Image]:
        """Its pages in greys, with what was filled in."""
        for page in self._document:
            wide, high = page.get_size()
            scale = min(_DOTS, _LONGEST_SIDE / max(wide, high, 1.0))
            bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=True)
            yield bitmap.to_pil().convert("L")
            bitmap.close()
            page.close()

    def filled(self) -> tuple[_Filled, ...]:
        """Every field that was filled in on screen."""
        found: list[_Filled] = []
        for page in self._document:
            found += (each for each in _fields_of(self._document, page) if each.is_filled)
            page.close()
        return tuple(found)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[PdfFile | Image.Image]:
    """A file that came back, as long as it is wanted: a PDF, or one picture in greys.

    Raises:
        UnreadableError: it is not there, is something else, is broken, locked or far too large.

    """
    try:
        with path.open("rb") as file:
            yield from _opened(file)
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableError("not_there" if not path.is_file() else "damaged") from error


def _opened(file: BinaryIO) -> Iterator[PdfFile | Image.Image]:
    size = file.seek(0, 2)
    file.seek(0)
    if size > LARGEST_FILE:
        raise UnreadableError("too_large")
    head = file.read(_BEFORE_PDF)
    file.seek(0)
    if not head:
        raise UnreadableError("empty")
    if head.startswith(_PICTURES):
        yield _picture(file)
    elif _PDF in head:
        with contextlib.closing(_pdf(file)) as document:
            yield PdfFile(document)
    else:
        raise UnreadableError("unknown")


def _picture(file: BinaryIO) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            opened = Image.open(file, formats=("PNG", "JPEG"))
        except UnidentifiedImageError as error:
            raise UnreadableError("damaged") from error
        except Image.DecompressionBombError as error:
            raise UnreadableError("too_large") from error
        if opened.width * opened.height > _MOST_DOTS:
            raise UnreadableError("too_large")
        opened.draft("L", (_LONGEST_SIDE, _LONGEST_SIDE))
        if opened.mode in {"RGBA", "LA", "PA"} or "transparency" in opened.info:
            paper = Image.new("RGBA", opened.size, "white")
            paper.alpha_composite(opened.convert("RGBA"))
            grey = paper.convert("L")
        else:
            grey = opened.convert("L")
        upright = ImageOps.exif_transpose(grey)
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return upright


def _pdf(file: BinaryIO) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise UnreadableError("locked" if locked else "damaged") from error
    if len(document) > MOST_PAGES:
        document.close()
        raise UnreadableError("too_large")
    return document


def of_sentences(filled: Iterable[_Filled]) -> tuple[Field, ...]:
    """What was filled in for each code of a sentence."""
    words: dict[str, str] = {}
    marks: dict[str, list[Mark]] = {}
    for each in filled:
        name = _FIELD.fullmatch(each.name)
        mark = next((mark for mark in MARKS if name and mark == name[2]), None)
        if name and mark is None:
            words[name[1]] = each.value
        elif name and mark is not None:
            marks.setdefault(name[1], []).append(mark)
    return tuple(
        Field(code, tuple(marks.get(code, ())), words.get(code, ""))
        for code in dict.fromkeys((*words, *marks))
    )


def of_sheets(filled: Iterable[_Filled]) -> tuple[Ticked, ...]:
    """What was filled in for each line of a sheet."""
    words: dict[tuple[str, int], str] = {}
    squares: dict[tuple[str, int], list[int]] = {}
    for each in filled:
        name = _SHEET_FIELD.fullmatch(each.name)
        if name is None:
            continue
        line = name[1], int(name[2])
        if name[3] == _WORDS:
            words[line] = each.value
        else:
            squares.setdefault(line, []).append(int(name[3]) - 1)
    return tuple(
        Ticked(*line, squares=tuple(squares.get(line, ())), words=words.get(line, ""))
        for line in dict.fromkeys((*words, *squares))
    )


def _fields_of(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[_Filled]:
    """The fields of a page, with what stands in them."""
    form = document.formenv
    if form is None:
        return
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        field = pdfium.FPDFPage_GetAnnot(page, number)
        name = _text(pdfium.FPDFAnnot_GetFormFieldName, form, field)
        if name:
            value = _text(pdfium.FPDFAnnot_GetFormFieldValue, form, field)
            yield _Filled(name, value, bool(pdfium.FPDFAnnot_IsChecked(form, field)))
        pdfium.FPDFPage_CloseAnnot(field)


def _text(ask: object, form: object, field: object) -> str:
    size = ask(form, field, None, 0)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(size)
    ask(form, field, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)  # type: ignore[operator]
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
