"""In which language a document is printed, and in which other one its sentences stand too."""

from PySide6.QtCore import QObject, Qt, Signal

from app.model.person import Person
from app.model.translation import same_language
from app.model.wording import N_, Wording
from ui.context import Context
from ui.parts.more import more_card
from ui.parts.page import Page
from ui.parts.pressable import Pressable


class PrintLanguages(QObject):
    """Two rows of languages; the second one where the plan is kept in more than one.

    Those of the window and of the person are there at first, the others when they are asked for.

    Args:
        ctx: what every part is handed.
        page: where they stand.
        person: whose plan it is.

    Attributes:
        second: the tag of the other language; empty for none.

    Signals:
        chosen: another language was chosen.

    """

    chosen = Signal()

    def __init__(self, ctx: Context, page: Page, person: Person) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        self._lang, self.second = ctx.words.lang, ""
        spoken = [each.code for each in person.languages]
        offered = [each.tag for each in ctx.house.languages_offered(ctx.words.lang, *spoken)]
        self._in = self._row(N_("In which language?"), "print-in", offered)
        self._offer_others([ctx.words.lang, *spoken])
        self._also: dict[str, Pressable] = {}
        if len(kept := person.plan_languages) > 1:
            self._also = self._row(N_("Also in another language?"), "print-also-in", ["", *kept])
        for lang, card in self._in.items():
            card.clicked.connect(lambda _=False, lang=lang: self._choose(lang))
        for lang, card in self._also.items():
            card.clicked.connect(lambda _=False, lang=lang: self._choose_second(lang))
        self._show()

    @property
    def words(self) -> Wording:
        """The language that was chosen; the window's with its letters and digits as they are."""
        ctx = self._ctx
        return ctx.words if self._lang == ctx.words.lang else ctx.house.wording(self._lang)

    def _row(self, asked: str, name: str, langs: list[str]) -> dict[str, Pressable]:
        ctx, page = self._ctx, self._page
        page.say(ctx.t(asked), "label")
        page.begin_row(gap=0, same=False)
        cards = {}
        for lang in langs:
            words = ctx.house.language_name(lang) if lang else ctx.t(N_("No"))
            card = Pressable(ctx, words, lang=lang)
            card.setObjectName(f"{name}-{lang}" if lang else f"{name}-none")
            cards[lang] = page.put(card)
        return cards

    def _offer_others(self, near: list[str]) -> None:
        """Hide the languages that nobody here speaks behind a card that brings them up."""
        others = [
            card
            for lang, card in self._in.items()
            if not any(same_language(lang, each) for each in near)
        ]
        if len(others) <= 1:
            return
        more = self._page.put(more_card(self._ctx, len(others)))
        more.setObjectName("more-languages")

        def show() -> None:
            for card in others:
                card.show()
            others[0].setFocus(Qt.FocusReason.OtherFocusReason)
            more.hide()

        for card in others:
            card.hide()
        more.clicked.connect(show)

    def _choose(self, lang: str) -> None:
        self._lang = lang
        if self.second and same_language(self.second, lang):
            self.second = ""
        self._show()
        self.chosen.emit()

    def _choose_second(self, lang: str) -> None:
        self.second = lang
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        """Show what is chosen; the language that it is in already is not offered beside it."""
        for lang, card in self._in.items():
            card.choose(lang == self._lang)
        for lang, card in self._also.items():
            card.choose(lang == self.second)
            card.setVisible(not lang or not same_language(lang, self._lang))
