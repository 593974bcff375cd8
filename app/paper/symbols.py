"""The pictures of one document: each is put into it once, however often it is drawn."""

import dataclasses
from typing import Any, Protocol

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFZCompress,
)

from app.model.ids import PictureRef
from app.model.pictures import PHOTO, Credit, Picture, PictureSource, has_not, without_not
from app.model.showing import NOT_WORD
from app.model.wording import N_, Wording
from app.paper.photos import Photo, read_photo
from app.paper.svg import Drawing, read_svg
from app.paper.svgpath import BadDrawingError, number

_SYMBOL_BORDER = 0.09
"""OpenMoji draws on a grid of 72 with about 6 left free on each side."""
SOURCE = "en"
"""The language in which every built-in picture has a name."""
_EMOJI_STYLE = "\ufe0f"


@dataclasses.dataclass(frozen=True, slots=True)
class Shown:
    """A picture of this document.

    Attributes:
        name: under which the document holds it, as something that fills a square of 1 by 1.
        aspect: its width for a height of 1.
        border: how much of its height is left white at the top, and again at the bottom.
        denied: the mark for "not" is drawn over it.
        rounded: its corners are round: it is a photo.
        alt: what it shows; empty where it only adorns a page.
        alt_lang: BCP 47 tag of these words; empty where they are in the language of the document.

    """

    name: str
    aspect: float
    border: float = 0.0
    denied: bool = False
    rounded: bool = False
    alt: str = ""
    alt_lang: str = ""

    def called(self, alt: str, *, lang: str = "") -> "Shown":
        """With other words for what it shows, in the language of the document if none is named."""
        return dataclasses.replace(self, alt=alt, alt_lang=lang)

    def within(self, side: float) -> tuple[float, float]:
        """Its width and height where its longer side is ``side``."""
        return (side, side / self.aspect) if self.aspect > 1 else (side * self.aspect, side)


class Holder(Protocol):
    """A document that holds pictures."""

    def hold(self, name: str, content: Any) -> None:
        """Keep a picture under a name."""


class Pictures:
    """Finds pictures, puts them into a document, and remembers those that had to be left out."""

    def __init__(
        self,
        source: PictureSource,
        holder: Holder,
        *,
        words: Wording,
        skin_tone: int | None,
        longest: float,
    ) -> None:
        self._source = source
        self._words = words
        self._holder = holder
        self._skin_tone = skin_tone
        self._longest = longest
        self._known: dict[PictureRef, Shown | None] = {}
        self._left_out: dict[PictureRef, None] = {}
        self._credits: dict[Credit, None] = {}

    @property
    def left_out(self) -> tuple[PictureRef, ...]:
        """The pictures that were asked for and could not be printed."""
        return tuple(self._left_out)

    @property
    def sets(self) -> frozenset[str]:
        """The symbol sets of which something is printed, such as ``openmoji``."""
        return frozenset(
            without_not(ref).partition(":")[0] for ref, shown in self._known.items() if shown
        )

    @property
    def credits(self) -> tuple[Credit, ...]:
        """Whose work the printed pictures of imported sets are."""
        return tuple(self._credits)

    def find(self, ref: PictureRef) -> Shown | None:
        """A picture of the plan; where it cannot be printed it counts as left out."""
        shown = self._find(ref)
        if shown is None:
            self._left_out[ref] = None
        return shown

    def of_sign(self, sign: str) -> PictureRef | None:
        """The picture of an emoji within words, with or without its mark of style."""
        for spelling in dict.fromkeys((sign, sign.replace(_EMOJI_STYLE, ""))):
            if not spelling:
                continue
            ref = PictureRef("openmoji:" + "-".join(f"{ord(c):04X}" for c in spelling))
            if self._find(ref) is not None:
                return ref
        return None

    def ornament(self, ref: PictureRef) -> Shown | None:
        """A picture that the page can do without: nothing is said if there is none."""
        return self._find(ref)

    def _find(self, ref: PictureRef) -> Shown | None:
        if ref not in self._known:
            self._known[ref] = self._read(ref)
        return self._known[ref]

    def _read(self, ref: PictureRef) -> Shown | None:
        if has_not(ref):
            plain = self._find(without_not(ref))
            if plain is None:
                return None
            alt = self._words.t(NOT_WORD, word=plain.alt)
            return dataclasses.replace(plain, denied=True, alt=alt)
        picture = self._source.picture(ref, skin_tone=self._skin_tone)
        if picture is None:
            return None
        shown = self._shown(picture, rounded=ref.startswith(PHOTO))
        if shown is None:
            return None
        if picture.credit is not None:
            self._credits[picture.credit] = None
        return self._told(shown, ref)

    def _told(self, shown: Shown, ref: PictureRef) -> Shown:
        """With what it shows. Whom a photo shows is said beside it, if that is to be said at all.

        Where a picture has no name in the language of the document, its English one is better
        than none.
        """
        t = self._words.t
        if ref.startswith(PHOTO):
            return dataclasses.replace(shown, alt=t(N_("A photo of mine")))
        if alt := self._source.says(ref, self._words.lang):
            return dataclasses.replace(shown, alt=alt)
        if alt := self._source.says(ref, SOURCE):
            return dataclasses.replace(shown, alt=alt, alt_lang=SOURCE)
        return dataclasses.replace(shown, alt=t(N_("Picture")))

    def _shown(self, picture: Picture, *, rounded: bool) -> Shown | None:
        name = f"P{len(self._known)}"
        try:
            if picture.media_type == "image/svg+xml":
                drawing = read_svg(picture.data)
                self._holder.hold(name, drawing_form(drawing))
                return Shown(name, drawing.box[2] / drawing.box[3], _SYMBOL_BORDER)
            photo = read_photo(picture.data, longest=self._longest)
        except BadDrawingError:
            return None
        self._holder.hold(name, _photo_image(photo))
        return Shown(name, photo.width / photo.height, rounded=rounded)


def drawing_form(drawing: Drawing) -> PDFStream:
    """A drawing as a form XObject that fills a square of 1 by 1."""
    left, top, width, height = drawing.box
    states = {
        f"A{fill}_{stroke}": PDFDictionary(
            {"Type": PDFName("ExtGState"), "ca": fill / 1000, "CA": stroke / 1000}
        )
        for fill, stroke in sorted(drawing.alphas)
    }
    resources = {"ExtGState": PDFDictionary(states)} if states else {}
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray([left, top, left + width, top + height]),
        "Matrix": PDFArray(
            [
                _fine(1 / width),
                0,
                0,
                _fine(-1 / height),
                _fine(-left / width),
                _fine(1 + top / height),
            ]
        ),
        "Resources": PDFDictionary(resources),
    }
    stream = PDFStream(dictionary=PDFDictionary(entries), content=drawing.operators)
    stream.filters = [PDFZCompress]
    return stream


def _fine(value: float) -> str:
    number(value)
    return f"{value:.8f}".rstrip("0").rstrip(".")


def _photo_image(photo: Photo) -> PDFStream:
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": photo.width,
        "Height": photo.height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName("DeviceRGB"),
        "Filter": PDFName(photo.filter),
    }
    return PDFStream(dictionary=PDFDictionary(entries), content=photo.content)
