"""The bundled fonts as Qt draws them."""

import itertools
from typing import Any

import pytest
import uharfbuzz as hb
from PySide6.QtGui import QFont, QTextLayout
from pytestqt.qtbot import QtBot

from app import resources
from ui.theme.fonts import families_for, load_all

URDU = ("شامل", "کاپی", "دوست", "فیملی", "الفاظ", "پہلے", "نستعلیق", "کہیں", "سمجھیں")
SIZE = 1000
"""Px: so large that rounding does not count."""


def places_in_harfbuzz(word: str) -> list[float]:
    """Where each glyph of a word stands, from left to right."""
    face = hb.Face(resources.font("AlongsideNastaliq-Regular.ttf").read_bytes())
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    glyphs: list[Any] = list(buffer.glyph_positions)
    pens = itertools.accumulate((each.x_advance for each in glyphs), initial=0)
    scale = SIZE / float(face.upem)
    return sorted((pen + each.x_offset) * scale for pen, each in zip(pens, glyphs, strict=False))


def places_in_qt(word: str) -> list[float]:
    """The same, as Qt lays it out."""
    font = QFont()
    font.setFamilies(families_for("ur-Aran"))
    font.setPixelSize(SIZE)
    layout = QTextLayout(word, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1_000_000)
    layout.endLayout()
    (run,) = layout.glyphRuns()
    assert run.rawFont().familyName() == "Alongside Nastaliq"
    return sorted(each.x() for each in run.positions())


@pytest.mark.parametrize("word", URDU)
def test_letters_of_nastaliq_stand_beside_each_other_and_not_over_each_other(
    word: str, qtbot: QtBot
) -> None:
    assert qtbot
    load_all()
    assert places_in_qt(word) == pytest.approx(places_in_harfbuzz(word), abs=SIZE / 100)


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("en-GB", "Atkinson Hyperlegible"),
        ("pl", "Atkinson Hyperlegible"),
        ("cy", "Noto Sans"),
        ("uk", "Noto Sans"),
        ("ar", "Noto Sans Arabic"),
        ("ur", "Noto Sans Arabic"),
        ("ur-Aran", "Alongside Nastaliq"),
        ("pa-Arab", "Noto Sans Arabic"),
        ("bn", "Noto Sans Bengali"),
    ],
)
def test_a_language_is_set_in_the_font_of_its_script(lang: str, first: str) -> None:
    assert families_for(lang)[0] == first
