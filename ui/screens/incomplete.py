"""Limits on people whose record is not complete: listed first of all, and counted (rule R10).

It names several people. It is reached from what is due, beside the people, which is behind the PIN.
"""

from app.model.change import Change
from app.model.wording import N_, said
from app.usecases import restrictions
from app.usecases.restrictions import InForce, Lacking
from ui.context import Context
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import LIMIT
from ui.screens.base import Frame, Route
from ui.screens.paged import PageScreen
from ui.screens.people import notebook_name


class IncompleteScreen(PageScreen):
    """How many limits there are, how many are complete, and each that is not."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 22, 40, 16), gap=8))
        self._load()

    def frame(self) -> Frame:
        """Back to what is due."""
        return Frame(
            title=notebook_name(self.ctx),
            buttons=(self.back_button(Route("due")), self.hear_button()),
        )

    def changed(self, change: Change) -> None:
        """A rule was written on, or somebody moved on."""
        if change.kinds & {"restriction", "person"}:
            self._load()

    def _load(self) -> None:
        notebook = self.ctx.open_notebook
        self.ctx.desk.do(lambda: restrictions.in_force(notebook), owner=self, then=self._show)

    def _show(self, found: InForce) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("Rules that are not complete")), "title")
        if not found.incomplete:
            page.say(ctx.t(N_("Everything that has to be known of each rule is written down.")))
        if found.all:
            page.say(
                ctx.words.tn(
                    "{n} rule limits somebody here. Complete: {complete}",
                    "{n} rules limit somebody here. Complete: {complete}",
                    found.all,
                    complete=found.complete,
                ),
                "label",
                bold=False,
            )
        cards = [self._card(each) for each in found.incomplete]
        for card in cards:
            page.add(card, card)
        if not cards:
            page.take_keys(ctx.t(N_("Rules that are not complete")))
        self.show_page(cards[0] if cards else page)

    def _card(self, lacking: Lacking) -> Pressable:
        ctx, person = self.ctx, lacking.person
        missing = said(lacking.missing, ctx.words)
        note = ctx.t(
            N_("{name} · Still missing: {parts}"),
            name=person.body.preferred_name,
            parts=missing,
        )
        card = Pressable(
            ctx,
            lacking.restriction.body.plain_title,
            picture=LIMIT,
            picture_px=56,
            note=note,
            role="stop",
            size="sentence",
            bold=True,
        )
        card.setObjectName(f"incomplete-{lacking.restriction.id}")
        about = {
            "person": person.id, "kind": "restriction", "record": lacking.restriction.id,
            "back": "home",
        }  # fmt: skip
        card.clicked.connect(lambda: self.go.emit(Route("record", about)))
        return card
