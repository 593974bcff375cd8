"""A row of languages, each in its own name; pressing one changes the window at once."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.model.help import NOBODY_CHECKED
from app.model.wording import N_, SourceWording
from app.words.languages import Language
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import LANGUAGES

_MANY = 150
"""Percent of text from which all languages would leave no room for anything else."""


def language_row(ctx: Context, chosen: Callable[[str], None]) -> Flow:
    """Cards for the languages the program speaks; ``chosen`` gets the tag."""
    row = Flow(gap=0)
    for language in ctx.house.languages_offered(ctx.words.lang):
        card = language_card(ctx, language)
        card.clicked.connect(lambda _=False, tag=language.tag: chosen(tag))
        row.addWidget(card)
    return row


class FirstLanguages(QWidget):
    """The languages where nobody has chosen one yet: always in sight, first of everything.

    In large words one row of them is, and a globe that brings the others.
    """

    def __init__(self, ctx: Context, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._row = language_row(ctx, chosen)
        self._cards = self._row.widgets()
        self._more = Pressable(ctx, "", picture=LANGUAGES, picture_px=48)
        self._more.setObjectName("more-languages")
        self._more.setAccessibleName(ctx.t(N_("Another language")))
        self._more.setToolTip(self._more.accessibleName())
        self._more.clicked.connect(self._show_all)
        self._row.addWidget(self._more)
        self.setLayout(self._row)
        self._all = ctx.look.percent < _MANY
        self._more.setVisible(not self._all)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as stand in one row."""
        super().resizeEvent(event)
        used = self._more.sizeHint().width()
        for card in self._cards:
            used += card.sizeHint().width()
            card.setVisible(self._all or used <= self.width())

    def _show_all(self) -> None:
        self._all = True
        self._more.hide()
        for card in self._cards:
            card.show()
        self._cards[0].setFocus()


def language_card(ctx: Context, language: Language, *, note: str = "") -> Pressable:
    """One language, in its own name."""
    card = Pressable(ctx, language.own_name, size="choice", lang=language.tag, note=note)
    card.setObjectName(f"language-{language.tag}")
    card.choose(language.tag == ctx.words.lang)
    return card


def not_checked(ctx: Context) -> str:
    """That nobody checked the words of the window's language, if so; empty else."""
    facts = ctx.house.catalogs.facts.of(ctx.words.lang)
    if ctx.words.lang == SourceWording.lang or facts.checked:
        return ""
    return ctx.t(NOBODY_CHECKED)


def checked(ctx: Context, language: Language) -> str:
    """Who checked the words of a language; empty where nobody did."""
    names = [each.by for each in language.facts.checked]
    if not names:
        return ""
    return ctx.t(N_("Checked by {names}"), names=ctx.words.listed(names))
