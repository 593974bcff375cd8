"""Draws Alongside Signs: ``signs.py TO.ttf``. The few signs of our sentences that no font here has.

Without them a computer would take them from whatever font it finds, or show boxes. Needs fontTools
(tried with 4.68), which the program does not.
"""

import math
import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

UPEM = 1000
Point = tuple[float, float]

TICK: list[list[Point]] = [
    [(90, 330), (170, 400), (300, 240), (600, 700), (690, 640), (310, 60)],
]
DOT: list[list[Point]] = [
    [
        (350 + 270 * math.cos(turn * math.pi / 24), 350 - 270 * math.sin(turn * math.pi / 24))
        for turn in range(48)
    ]
]
CURSOR: list[list[Point]] = [[(0, -200), (0, 900), (90, 900), (90, -200)]]
OPENING: list[list[Point]] = [
    [
        (80, -150),
        (80, 800),
        (330, 800),
        (330, 740),
        (150, 740),
        (150, -90),
        (330, -90),
        (330, -150),
    ],
    [(200, -90), (200, 740), (260, 740), (260, -90)],
]
CLOSING = [[(410 - x, y) for x, y in reversed(outline)] for outline in OPENING]

SIGNS = {
    "tick": (0x2713, 760, TICK),
    "dot": (0x25CF, 700, DOT),
    "cursor": (0x258F, 120, CURSOR),
    "opening": (0x27E6, 410, OPENING),
    "closing": (0x27E7, 410, CLOSING),
}


def glyph(outlines: list[list[Point]]) -> object:
    """What is filled within these outlines, which go round clockwise."""
    pen = TTGlyphPen(None)
    for first, *others in outlines:
        pen.moveTo((round(first[0]), round(first[1])))
        for x, y in others:
            pen.lineTo((round(x), round(y)))
        pen.closePath()
    return pen.glyph()


def main() -> None:
    """Make the font."""
    font = FontBuilder(UPEM, isTTF=True)
    box = [
        [(60, 0), (60, 700), (540, 700), (540, 0)],
        [(120, 60), (480, 60), (480, 640), (120, 640)],
    ]
    font.setupGlyphOrder([".notdef", *SIGNS])
    font.setupCharacterMap({code: name for name, (code, _, _) in SIGNS.items()})
    drawn = {name: glyph(outlines) for name, (_, _, outlines) in SIGNS.items()}
    font.setupGlyf({".notdef": glyph(box), **drawn})
    widths = {name: (width, 0) for name, (_, width, _) in SIGNS.items()}
    font.setupHorizontalMetrics({".notdef": (600, 0), **widths})
    font.setupHorizontalHeader(ascent=950, descent=-250)
    font.setupNameTable(
        {
            "familyName": "Alongside Signs",
            "styleName": "Regular",
            "psName": "AlongsideSigns-Regular",
            "fullName": "Alongside Signs",
            "licenseDescription": "SIL Open Font License 1.1",
        }
    )
    font.setupOS2(sTypoAscender=950, sTypoDescender=-250, usWinAscent=950, usWinDescent=250)
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = 0
    font.font.recalcTimestamp = False
    font.save(sys.argv[1])


if __name__ == "__main__":
    main()
