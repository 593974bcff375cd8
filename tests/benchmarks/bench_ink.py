"""How much of the ink of our text engine lies where Pango puts it, in every language.

``python -m tests.benchmarks.bench_ink [LANG...]``. Prints JSON. Pango and cairo are those of the
computer; the program itself has nothing to do with them.

Sentences of each catalog, as paragraphs of several lines in the program's fonts, regular and bold,
are drawn at 200 dots an inch. The ink of each that has some of the other's within one dot is
counted, and the smaller of the two shares told; the whole paragraph may be moved by less than a
dot either way. A paragraph whose lines end elsewhere counts as it is.

What is measured is ink, and where lines end. Pango is told what we decide otherwise:

- it would end a line at a hyphen, where we keep the word whole (easy-read rule L06);
- it takes the fonts of a line in one order, where Latin words among those of another script have
  an order of their own; such sentences are told apart (``mixed``);
- it would move a line that holds a second font down or up, since each font has its own reach:
  ours are as far apart as those of the whole paragraph need, so its lines are put there.

It cannot be told that some Nastaliq letters step back: Pango makes every width less than nothing
into one more than nothing, and HarfBuzz, of any age, does as the font says. That counts as it is.
"""

import functools
import io
import json
import re
import statistics
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from babel.messages.pofile import read_po
from PIL import Image, ImageChops

from app import resources
from app.model.wording import Wording
from app.paper.sheet import Paper, Sheets
from app.paper.text.layout import SetText, Setting, Typesetter
from app.words.languages import Catalogs
from tests.benchmarks import pango
from tests.helpers.printing import DAY, font_file, fonts

_SIZE, _WIDTH, _MARGIN, _SPARE = 16.0, 300.0, 40.0, 80.0
_DOTS, _FINER = 200, 4
_IS_INK = [255 * (value >= 128) for value in range(256)]
_MOVES = sorted(
    ((x, y) for x in range(-_FINER // 2, _FINER // 2) for y in range(-_FINER // 2, _FINER // 2)),
    key=lambda move: abs(move[0]) + abs(move[1]),
)
_SENTENCES, _MIXED, _SHORTEST, _LONGEST = 24, 6, 60, 240
_A4_START = 25 * 72 / 25.4
_GOAL = 0.99
_JOINER = "\u2060"
_NO_MORE_LATIN = "\u0250"
_LATIN = re.compile(r"[A-Za-z](?:\W|[0-9A-Za-z_])*")
"""Words in Latin letters, with the signs after them, among those of another script."""


def main() -> None:
    """Measure and print."""
    wanted = sys.argv[1:]
    catalogs = Catalogs(resources.root() / "translations")
    tags = wanted or [*(each.tag for each in catalogs.available()), "ur-Aran"]
    told = {tag: _language(catalogs.wording(tag), tag) for tag in tags}
    least = min(found["share"] for each in told.values() for found in each.values())
    print(json.dumps({"least": least, "goal": _GOAL, "languages": told}, indent=1))


def _language(words: Wording, tag: str) -> dict[str, dict[str, float]]:
    texts = _sentences(tag.partition("-")[0])
    told = {}
    for name, bold in (("regular", False), ("bold", True)):
        drawn = _drawn(words, tag, texts, bold=bold)
        shares = [(_share(*each), text) for each, text in zip(drawn, texts, strict=True)]
        told[name] = _told([share for share, text in shares if not _is_mixed(text)])
        if mixed := [share for share, text in shares if _is_mixed(text)]:
            told[name]["mixed"] = _told(mixed)["share"]
    return told


def _is_mixed(text: str) -> bool:
    """Whether it has Latin letters among those of another script."""
    letters = [each for each in text if each.isalpha()]
    latin = sum(each < _NO_MORE_LATIN for each in letters)
    return 0 < latin < len(letters)


def _told(shares: Sequence[tuple[float, int]]) -> dict[str, float]:
    """All the ink together, and the worst paragraph."""
    dots = sum(each for _, each in shares)
    return {
        "share": round(sum(share * each for share, each in shares) / dots, 5),
        "worst": round(min(share for share, _ in shares), 5),
        "median": round(statistics.median(share for share, _ in shares), 5),
        "paragraphs": len(shares),
    }


@functools.cache
def _sentences(lang: str) -> tuple[str, ...]:
    """Some of the catalog, long enough for several lines, spread over all that there are."""
    own = lang == "en"
    folder = resources.root() / "translations" / ("cy" if own else lang)
    with (folder / "LC_MESSAGES" / "alongside.po").open("rb") as file:
        catalog = read_po(file)
    said = (each.id if own else each.string for each in catalog if each.id)
    fit = sorted(
        {
            each
            for each in said
            if isinstance(each, str)
            and _SHORTEST < len(each) < _LONGEST
            and not set("{}<>&\n") & set(each)
        }
    )
    pure, mixed = ([each for each in fit if _is_mixed(each) is which] for which in (False, True))
    return (*_some(pure, _SENTENCES), *_some(mixed, _MIXED))


def _some(texts: Sequence[str], most: int) -> Sequence[str]:
    return texts[:: max(1, len(texts) // most)][:most]


def _drawn(
    words: Wording, tag: str, texts: Sequence[str], *, bold: bool
) -> Iterator[tuple[Image.Image, Image.Image, bool]]:
    """Each paragraph by us and by Pango, finer than it is compared, and whether from the right."""
    setter = Typesetter(fonts())
    setting = Setting(size=_SIZE, width=_WIDTH, lang=tag, rtl=words.right_to_left, bold=bold)
    ours = [setter.set(text, setting) for text in texts]
    high = max(each.height for each in ours) + 2 * _MARGIN + _SPARE
    paper = Paper((_WIDTH + 2 * _MARGIN, high), _MARGIN, _MARGIN, _MARGIN, _MARGIN)
    sheets = Sheets(title="", lang=words.lang, rtl=words.right_to_left, day=DAY, paper=paper)
    for each in ours:
        sheets.words(each, start=_A4_START, top=_MARGIN, colour="#000000")
        sheets.showPage()
    with tempfile.TemporaryDirectory() as folder:
        theirs = Path(folder, "theirs.pdf")
        told = _for_pango(words, tag, texts, ours)
        pango.draw(theirs, told, fonts=_files(bold), page=paper.size, margin=_MARGIN)
        for a, b in zip(_pages(sheets.finished()), _pages(theirs.read_bytes()), strict=True):
            yield a, b, words.right_to_left


def _for_pango(
    words: Wording, tag: str, texts: Sequence[str], ours: Sequence[SetText]
) -> list[pango.Paragraph]:
    """The same paragraphs in the same fonts, their lines as far apart."""
    data = _data()
    script = data["written_in"].get(tag.partition("-")[0], "Latn")
    style = "Aran" if "Aran" in tag else script
    latin = (*data["languages"].get(words.lang, ()), *data["scripts"]["default"])
    order = dict.fromkeys((*data["scripts"].get(style, ()), *latin))
    return [
        pango.Paragraph(
            text=text,
            lang=tag,
            rtl=words.right_to_left,
            size=_SIZE,
            width=_WIDTH,
            families=_names(order),
            apart=[] if script == "Latn" else [found.span() for found in _LATIN.finditer(text)],
            families_apart=_names(dict.fromkeys((*latin, *order))),
            features="liga=0, dlig=0" if script == "Arab" else "",
            above=each.above,
            line_height=each.line_height,
        )
        for text, each in zip(map(_whole, texts), ours, strict=True)
    ]


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.path("fonts", "fonts.toml").read_text("utf-8"))


def _files(bold: bool) -> list[Path]:
    weight = "bold" if bold else "regular"
    return [font_file(family[weight]) for family in _data()["families"].values()]


def _names(order: Iterable[str]) -> list[str]:
    return [_data()["families"][each]["name"] for each in order]


def _whole(text: str) -> str:
    """No word ends at a hyphen."""
    return text.replace("-", f"-{_JOINER}")


def _pages(pdf: bytes) -> Iterator[Image.Image]:
    """Ink is white here, so that it can be counted."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    for page in document:
        drawn = page.render(scale=_DOTS * _FINER / 72, grayscale=True).to_pil()
        yield ImageChops.invert(drawn.convert("L"))
    document.close()


def _share(ours: Image.Image, theirs: Image.Image, from_right: bool) -> tuple[float, int]:
    """The best share over all moves by less than a dot, and how many dots of ink there are."""
    size = (theirs.width // _FINER * _FINER, theirs.height // _FINER * _FINER)
    a, b = _corner(ours, from_right), _corner(theirs, from_right)
    fixed = _dots(theirs.crop((0, 0, *size)))
    near = _spread(fixed)
    best = 0.0
    for x, y in _MOVES:
        left, top = a[0] - b[0] + x, a[1] - b[1] + y
        moved = _dots(ours.crop((left, top, left + size[0], top + size[1])))
        best = max(best, min(_covered(moved, near), _covered(fixed, _spread(moved))))
        if best == 1:
            break
    return best, _count(fixed)


def _corner(image: Image.Image, from_right: bool) -> tuple[int, int]:
    """Where the ink begins."""
    left, top, right, _ = image.point(_IS_INK).getbbox() or (0, 0, 0, 0)
    return (right if from_right else left), top


def _dots(image: Image.Image) -> Image.Image:
    return image.reduce(_FINER).point(_IS_INK)


def _spread(ink: Image.Image) -> Image.Image:
    """All within one dot of the ink."""
    for way in ((1, 0), (0, 1)):
        there, back = (ImageChops.offset(ink, *(sign * each for each in way)) for sign in (1, -1))
        ink = ImageChops.lighter(ink, ImageChops.lighter(there, back))
    return ink


def _covered(ink: Image.Image, near: Image.Image) -> float:
    """The share of the ink that lies near the other's."""
    return _count(ImageChops.darker(ink, near)) / max(1, _count(ink))


def _count(image: Image.Image) -> int:
    return image.histogram()[255]


if __name__ == "__main__":
    main()
