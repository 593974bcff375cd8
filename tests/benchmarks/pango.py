"""Paragraphs set by Pango and drawn by cairo, from the libraries of the computer, as PDF pages.

Nothing of this is part of the program; what Pango makes of a text is what ours is held against.
"""

import ctypes
import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

_UNITS = 1024
_ROUNDED = 0.02
"""Points by which a line that just fits seems wider once each of its glyphs is so rounded."""
_NO_HINTS, _METRICS_AS_THEY_ARE = 1, 1


@dataclasses.dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A text to be set.

    Attributes:
        families: names of fonts, those that are tried first in front.
        apart: stretches of the text that try their fonts in another order.
        above: from the top of a line to its baseline, in points; lines are ``line_height`` apart.

    """

    text: str
    lang: str
    rtl: bool
    size: float
    width: float
    families: Sequence[str]
    apart: Sequence[tuple[int, int]]
    families_apart: Sequence[str]
    features: str
    above: float
    line_height: float


class _Pointers(ctypes.CDLL):
    """A library whose functions give pointers unless they are told otherwise."""

    def __getattr__(self, name: str) -> Any:
        found = super().__getattr__(name)
        if not name.startswith("_") and found.restype is ctypes.c_int:
            found.restype = ctypes.c_void_p
        return found


class _Rectangle(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_int) for name in ("x", "y", "width", "height"))


class _Attribute(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_void_p),
        ("start", ctypes.c_uint),
        ("end", ctypes.c_uint),
    )


def draw(
    to: Path,
    paragraphs: Sequence[Paragraph],
    *,
    fonts: Sequence[Path],
    page: tuple[float, float],
    margin: float,
) -> None:
    """Draw paragraphs, each on a page of its own, in these fonts, one of a name, and no others."""
    pango, cairo = _Pointers("libpangocairo-1.0.so.0"), _Pointers("libcairo.so.2")
    surface = ctypes.c_void_p(
        cairo.cairo_pdf_surface_create(str(to).encode(), *map(ctypes.c_double, page))
    )
    pen = ctypes.c_void_p(cairo.cairo_create(surface))
    context = _context(pango, cairo, fonts)
    for each in paragraphs:
        for line, left, baseline in _lines(pango, _layout(pango, context, each), each):
            at = map(ctypes.c_double, (margin + left, margin + baseline))
            cairo.cairo_move_to(pen, *at)
            pango.pango_cairo_show_layout_line(pen, line)
        cairo.cairo_show_page(pen)
    cairo.cairo_destroy(pen)
    cairo.cairo_surface_finish(surface)
    cairo.cairo_surface_destroy(surface)


def _context(pango: _Pointers, cairo: _Pointers, fonts: Sequence[Path]) -> ctypes.c_void_p:
    """What Pango sets text with: these fonts, at their own widths, a unit to the point."""
    fontconfig = _Pointers("libfontconfig.so.1")
    known = ctypes.c_void_p(fontconfig.FcConfigCreate())
    for each in fonts:
        fontconfig.FcConfigAppFontAddFile(known, str(each).encode())
    book = ctypes.c_void_p(pango.pango_cairo_font_map_new())
    _Pointers("libpangoft2-1.0.so.0").pango_fc_font_map_set_config(book, known)
    pango.pango_cairo_font_map_set_resolution(book, ctypes.c_double(72))
    context = ctypes.c_void_p(pango.pango_font_map_create_context(book))
    options = ctypes.c_void_p(cairo.cairo_font_options_create())
    cairo.cairo_font_options_set_hint_style(options, _NO_HINTS)
    cairo.cairo_font_options_set_hint_metrics(options, _METRICS_AS_THEY_ARE)
    pango.pango_cairo_context_set_font_options(context, options)
    pango.pango_context_set_round_glyph_positions(context, 0)
    return context


def _lines(
    pango: _Pointers, layout: ctypes.c_void_p, paragraph: Paragraph
) -> Iterator[tuple[ctypes.c_void_p, float, float]]:
    """The lines that it breaks into, each with the place of its start and of its baseline."""
    for number in range(pango.pango_layout_get_line_count(layout)):
        line = ctypes.c_void_p(pango.pango_layout_get_line_readonly(layout, number))
        reach = _Rectangle()
        pango.pango_layout_line_get_extents(line, None, ctypes.byref(reach))
        left = paragraph.width - reach.width / _UNITS if paragraph.rtl else 0.0
        yield line, left, paragraph.above + number * paragraph.line_height


def _layout(pango: _Pointers, context: ctypes.c_void_p, paragraph: Paragraph) -> ctypes.c_void_p:
    pango.pango_context_set_base_dir(context, int(paragraph.rtl))
    layout = ctypes.c_void_p(pango.pango_layout_new(context))
    written = paragraph.text.encode()
    pango.pango_layout_set_text(layout, written, len(written))
    pango.pango_layout_set_width(layout, round((paragraph.width + _ROUNDED) * _UNITS))
    font = ctypes.c_void_p(
        pango.pango_font_description_from_string(
            f"{','.join(paragraph.families)}, {paragraph.size}".encode()
        )
    )
    pango.pango_layout_set_font_description(layout, font)
    told = ctypes.c_void_p(pango.pango_attr_list_new())
    language = ctypes.c_void_p(pango.pango_language_from_string(paragraph.lang.encode()))
    everywhere = [pango.pango_attr_language_new(language)]
    if paragraph.features:
        everywhere.append(pango.pango_attr_font_features_new(paragraph.features.encode()))
    for each in everywhere:
        pango.pango_attr_list_insert(told, ctypes.c_void_p(each))
    for start, end in paragraph.apart:
        family = pango.pango_attr_family_new(",".join(paragraph.families_apart).encode())
        where = ctypes.cast(family, ctypes.POINTER(_Attribute))[0]
        where.start, where.end = (len(paragraph.text[:at].encode()) for at in (start, end))
        pango.pango_attr_list_insert(told, ctypes.c_void_p(family))
    pango.pango_layout_set_attributes(layout, told)
    return layout
