"""How much of the ink of our text engine lies where Pango puts it, in every language.

``python -m tests.benchmarks.bench_ink PYTHON [LANG...]``. Prints JSON. PYTHON is one that has
WeasyPrint installed, which sets its text with Pango; the program itself has nothing to do with it.

Sentences of each catalog, as paragraphs of several lines in the program's fonts, regular and bold,
are drawn at 200 dots an inch. The ink of each that has some of the other's within one dot is
counted, and the smaller of the two shares told; the whole paragraph may be moved by less than a
dot either way. A paragraph whose lines end elsewhere counts as it is.

Pango would end a line at a hyphen, where we keep the word whole (easy-read rule L06), and takes
the fonts of a line in one order: both are told to it. Words in Latin letters among those of another
script are told apart (``mixed``): CSS moves a line that holds a second font up or down by a little.
"""

import functools
import html
import io
import json
import re
import statistics
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pypdfium2
from babel.messages.pofile import read_po
from PIL import Image, ImageChops

from app import resources
from app.model.wording import Wording
from app.paper.sheet import Paper, Sheets
from app.paper.text.layout import SetText, Setting, Typesetter
from app.words.languages import Catalogs
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
_WEASYPRINT = "import sys; from weasyprint import HTML; HTML(sys.argv[1]).write_pdf(sys.argv[2])"
_PAGE = """<!doctype html><html lang="{lang}" dir="{way}"><head><meta charset="utf-8"><style>
{faces}
@page {{ size: {wide}pt {high}pt; margin: {margin}pt }}
body {{ margin: 0; font: {weight} {size}pt {families}; font-feature-settings: {features} }}
p {{ margin: 0; break-after: page }} b {{ font: inherit; font-family: {latin} }}
</style></head><body>{paragraphs}</body></html>"""


def main() -> None:
    """Measure and print."""
    python, *wanted = sys.argv[1:]
    catalogs = Catalogs(resources.root() / "translations")
    tags = wanted or [*(each.tag for each in catalogs.available()), "ur-Aran"]
    told = {tag: _language(python, catalogs.wording(tag), tag) for tag in tags}
    least = min(found["share"] for each in told.values() for found in each.values())
    print(json.dumps({"least": least, "goal": _GOAL, "languages": told}, indent=1))


def _language(python: str, words: Wording, tag: str) -> dict[str, dict[str, float]]:
    texts = _sentences(tag.partition("-")[0])
    told = {}
    for name, bold in (("regular", False), ("bold", True)):
        drawn = _drawn(python, words, tag, texts, bold=bold)
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
    python: str, words: Wording, tag: str, texts: Sequence[str], *, bold: bool
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
        page, theirs = Path(folder, "page.html"), Path(folder, "theirs.pdf")
        written = _as_html(words, tag, texts, ours, paper, bold=bold)
        page.write_text(written, "utf-8")
        subprocess.run([python, "-c", _WEASYPRINT, page, theirs], check=True, capture_output=True)
        for a, b in zip(_pages(sheets.finished()), _pages(theirs.read_bytes()), strict=True):
            yield a, b, words.right_to_left


def _as_html(
    words: Wording,
    tag: str,
    texts: Sequence[str],
    ours: Sequence[SetText],
    paper: Paper,
    *,
    bold: bool,
) -> str:
    """The same paragraphs in the same fonts, their lines as far apart."""
    data = tomllib.loads(resources.path("fonts", "fonts.toml").read_text("utf-8"))
    script = data["written_in"].get(tag.partition("-")[0], "Latn")
    style = "Aran" if "Aran" in tag else script
    scripts, languages = data["scripts"], data["languages"]
    order = dict.fromkeys(
        (*scripts.get(style, ()), *languages.get(words.lang, ()), *scripts["default"])
    )
    weight = "bold" if bold else "regular"
    faces = "".join(
        f'@font-face {{ font-family: "own {name}"; font-weight: {"bold" if bold else "normal"}; '
        f'src: url("{font_file(data["families"][name][weight]).as_uri()}") }}\n'
        for name in order
    )
    return _PAGE.format(
        lang=words.lang,
        way="rtl" if words.right_to_left else "ltr",
        faces=faces,
        wide=paper.size[0],
        high=paper.size[1],
        margin=_MARGIN,
        weight="bold" if bold else "normal",
        size=_SIZE,
        families=_families(order),
        latin=_families(
            dict.fromkeys((*languages.get(words.lang, ()), *scripts["default"], *order))
        ),
        features='"liga" 0, "dlig" 0' if script == "Arab" else "normal",
        paragraphs="".join(
            f'<p style="line-height: {each.line_height}pt">{_marked(text, script)}</p>'
            for text, each in zip(texts, ours, strict=True)
        ),
    )


def _families(names: Iterable[str]) -> str:
    return ", ".join(f'"own {name}"' for name in names)


def _marked(text: str, script: str) -> str:
    """Told what we decide otherwise: no word ends at a hyphen, and Latin words have their font."""
    escaped = html.escape(text.replace("-", f"-{_JOINER}"), quote=False)
    return escaped if script == "Latn" else _LATIN.sub(r"<b>\g<0></b>", escaped)


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
