"""The sentences of a plan in one other language, as a list: which are there, and how they stand."""

from app.model.ids import RecordId
from app.model.wording import N_
from app.usecases import translated
from app.usecases.ports import Notebook
from app.usecases.translated import Both, InLanguage
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.in_languages import how_much
from ui.parts.more import more_card
from ui.parts.pressable import Pressable
from ui.parts.refs import ASKED, ONE_BY_ONE
from ui.parts.translation_card import translation_card
from ui.screens.base import Route
from ui.screens.paged import ListScreen

_AT_ONCE = 20


class InLanguageScreen(ListScreen):
    """Pressing a sentence is translating it."""

    title = N_("The languages of my plan")
    kinds = ("statement", "translation")

    def __init__(self, ctx: Context, *, person: RecordId, lang: str) -> None:
        self._lang = lang
        self._shown = 0
        super().__init__(ctx, person=person)

    def way_back(self) -> Button:
        """To all languages."""
        return self.back_button(Route("plan_languages", {"person": self.person_id}))

    def find(self, notebook: Notebook) -> InLanguage:
        """The sentences."""
        return translated.in_language(
            notebook, person=self.person_id, lang=self._lang, guarding=self.ctx.house.guard
        )

    def show_found(self, found: InLanguage) -> None:
        """How much there is, going through the rest, then each sentence."""
        ctx, page = self.ctx, self.page
        self.person = found.person
        page.begin_anew()
        how_much(ctx, page, found)
        first = None
        if found.open and not ctx.open_notebook.read_only:
            words = ctx.t(N_("One after another"))
            first = page.card("one-after-another", words, ONE_BY_ONE, lambda: self._open(None))
        self._add_some(found, 0)
        self.show_page(first)

    def _add_some(self, found: InLanguage, start: int) -> None:
        for each in found.lines[start : start + _AT_ONCE]:
            self._add(each)
        left = len(found.lines) - start - _AT_ONCE
        if left <= 0:
            return
        more = more_card(self.ctx, left)

        def show_more() -> None:
            more.hide()
            self._add_some(found, start + _AT_ONCE)
            self.show_page(None)

        more.clicked.connect(show_more)
        self.page.add(more, more)

    def _add(self, both: Both) -> None:
        ctx, body, there = self.ctx, both.statement.body, both.translated
        missing = ctx.t(N_("not in this language yet")) if there is None else ""
        card = Pressable(
            ctx,
            body.original or ctx.t(N_("Words to be written")),
            picture=ctx.shows_said(body.symbols),
            picture_px=48,
            note=missing,
            note_picture=ASKED if missing else None,
            role=body.voice_group,
            bold=False,
            lang=body.original_lang if body.original else "",
        )
        card.setObjectName(f"line-{both.statement.id}")
        card.clicked.connect(lambda: self._open(both.statement.id))
        self.page.add(card, card)
        for each in (there, both.newer):
            if each is not None:
                other = translation_card(ctx, each, press=lambda: self._open(both.statement.id))
                self.page.add(other, other)

    def _open(self, statement: RecordId | None) -> None:
        about = {"person": self.person_id, "lang": self._lang, "statement": statement}
        self.go.emit(Route("interpreting", about))
