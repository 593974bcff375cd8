"""Makes Alongside Nastaliq from Noto Nastaliq Urdu: ``nastaliq.py FROM.ttf TO.ttf``.

Noto Nastaliq Urdu says of some anchors, where letters join, which point of the outline they are
(GPOS AnchorFormat 2), beside their coordinates. Qt 6.11 finds the wrong place when it is asked for
such a point, and draws letters over one another: of "شامل" no Alef is left. Without the points it
goes by the coordinates, as everybody else does.

It has another name, because Qt takes a font of the same name that is installed on the computer
before the one that the program brings. The bold letters say of themselves that they are as heavy
as the others (OS/2 usWeightClass 400): here they say 700. Needs fontTools (tried with 4.68), the
program does not.
"""

import sys

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

OLD, NEW = "Noto Nastaliq Urdu", "Alongside Nastaliq"
NAMES = (1, 3, 4, 6, 16)
BOLD, BOLD_WEIGHT = 1 << 0, 700


def anchors(table: object) -> "list[otTables.Anchor]":
    """Every anchor below a table."""
    if isinstance(table, otTables.Anchor):
        return [table]
    if isinstance(table, list):
        return [found for each in table for found in anchors(each)]
    if not hasattr(table, "__dict__"):
        return []
    if hasattr(table, "ensureDecompiled"):
        table.ensureDecompiled()
    parts = (part for name, part in vars(table).items() if name not in {"reader", "font"})
    return [found for part in parts for found in anchors(part)]


def main() -> None:
    """Make the font."""
    _, old, new = sys.argv
    font = TTFont(old, recalcTimestamp=False)
    for anchor in anchors(font["GPOS"].table):
        if anchor.Format == 2:
            anchor.Format = 1
            del anchor.AnchorPoint
    for record in font["name"].names:
        if record.nameID in NAMES:
            told = str(record).replace(OLD, NEW)
            record.string = told.replace(OLD.replace(" ", ""), NEW.replace(" ", ""))
    if font["head"].macStyle & BOLD:
        font["OS/2"].usWeightClass = BOLD_WEIGHT
    font.save(new)


if __name__ == "__main__":
    main()
