"""Words of every script on screen: drawn with letters of ours, copied and pasted unchanged."""

import pytest
from PySide6.QtGui import QGuiApplication, QRawFont, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from tests.helpers.driver import Driver
from tests.test_every_script import SAID


@pytest.mark.parametrize("script", SAID)
def test_words_are_copied_and_pasted_unchanged(own: Driver, script: str) -> None:
    _, words, _ = SAID[script]
    one, other = QPlainTextEdit(words), QPlainTextEdit()
    one.selectAll()
    one.copy()
    assert QGuiApplication.clipboard().text() == words
    other.paste()
    assert other.toPlainText() == words
    one.deleteLater()
    other.deleteLater()


@pytest.mark.parametrize("script", SAID)
def test_words_are_drawn_with_letters_of_ours(own: Driver, script: str) -> None:
    lang, words, _ = SAID[script]
    laid = QTextLayout(words, own.window.ctx.look.font("sentence", lang=lang))
    laid.beginLayout()
    laid.createLine().setLineWidth(100_000)
    laid.endLayout()
    fonts: list[QRawFont] = [run.rawFont() for run in laid.glyphRuns()]
    assert fonts
    ours = ("Atkinson Hyperlegible", "Noto Sans", "Alongside")
    assert all(font.familyName().startswith(ours) for font in fonts)
    assert not any(0 in run.glyphIndexes() for run in laid.glyphRuns())
