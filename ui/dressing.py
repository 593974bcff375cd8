"""The window as one person likes it: language, direction, theme, size, pictures."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from app.model.person import Settings
from app.model.wording import Wording, set_as
from ui.context import Context
from ui.qt_words import QtWords
from ui.theme.now import LookNow
from ui.theme.style import palette, style_sheet


def dress(window: QMainWindow, ctx: Context, settings: Settings, *, lang: str) -> None:
    """Apply a person's settings to the window and to what every screen is handed.

    Args:
        window: the one window.
        ctx: what every screen is handed; its settings, words, look and pictures are changed.
        settings: how the person likes things.
        lang: BCP 47 tag of the language to show.

    """
    ctx.settings = settings
    ctx.words = (ctx.checking or ctx.house).wording(lang)
    ctx.look = LookNow(
        ctx.house.look,
        theme=settings.theme,
        percent=settings.text_percent,
        lang=set_as(ctx.words),
        pictures=settings.picture_size,
    )
    ctx.pixmaps.skin_tone = settings.skin_tone
    ctx.pixmaps.tile = ctx.look.theme.dark
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(palette(ctx.look))
    app.setFont(ctx.look.font("helper"))
    QLocale.setDefault(QLocale(ctx.words.lang))
    _qt_speaks(app, ctx.words)
    direction = Qt.LayoutDirection
    app.setLayoutDirection(
        direction.RightToLeft if ctx.words.right_to_left else direction.LeftToRight
    )
    window.setStyleSheet(style_sheet(ctx.look))


def _qt_speaks(app: QApplication, words: Wording) -> None:
    """Let Qt say its own words in this language; whoever shows them is told by Qt."""
    there = app.findChild(QtWords)
    said = there or QtWords(app)
    if said.speak(words) or there is None:
        app.removeTranslator(said)
        app.installTranslator(said)
