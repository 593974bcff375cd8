"""The mark for "not": a bar over a picture, the same on the screen and on paper.

A bar alone leaves more of the picture to be seen than a cross or a ring. Its light edge keeps it
apart from the picture where there is no colour.
"""

from typing import Final

BEGINS: Final = 0.08
"""How far from the top left corner, as a part of the side; it ends as far from the other one."""
WIDE: Final = 0.09
EDGED: Final = 0.16
"""Its width with its light edge."""
INK: Final = "#9B1C1C"
EDGE: Final = "#FFFFFF"

STROKES: Final = ((EDGE, EDGED), (INK, WIDE))
"""Colour and width of what is drawn, one over the other."""
