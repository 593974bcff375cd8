"""One record of any kind, whole: everything that it holds, in plain words."""

from typing import Literal

from app.model.change import Change
from app.model.ids import RecordId
from app.model.wording import N_, said
from app.usecases import plan_cards
from app.usecases.plan_cards import Whole
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.page import Page
from ui.parts.record_card import FactLines, StatusLine
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class RecordScreen(PersonPageScreen):
    """What it is, where it stands and what is missing, then fact by fact. Nothing is changed."""

    title = N_("My plan")

    def __init__(
        self,
        ctx: Context,
        *,
        person: RecordId,
        kind: str,
        record: RecordId,
        back: Literal["plan", "home"] = "plan",
    ) -> None:
        super().__init__(ctx, Page(ctx, margins=(60, 22, 60, 16), gap=6), person=person)
        self._kind = kind
        self._record = record
        self._back = back
        self._section = ""
        self._load()

    def way_back(self) -> Button:
        """To where it stands in the plan; home for whoever came from a list of several people."""
        if self._back == "home" or not self._section:
            return self.home_button(Route("home", {"person": self.person_id}))
        about = {"person": self.person_id, "section": self._section, "at": self._record}
        return self.back_button(Route("plan", about))

    def changed(self, change: Change) -> None:
        """It was written anew."""
        if any(each.record == self._record for each in change.touched):
            self._load()

    def _load(self) -> None:
        notebook, house = self.ctx.open_notebook, self.ctx.house
        kind, record = self._kind, self._record
        self.ctx.desk.do(
            lambda: plan_cards.whole(
                notebook,
                kind=kind,
                record=record,
                sections=house.sections,
                topics=house.topics,
                guides=house.guides,
            ),
            owner=self,
            then=self._show,
        )

    def _show(self, found: Whole) -> None:
        ctx, page = self.ctx, self.page
        self.person = found.person
        self._section = found.section
        page.begin_anew()
        kind, title = found.kind.said(ctx.words), said(found.title, ctx.words)
        if title != kind:
            page.say(kind, "label", "quiet_ink")
        page.say(title, "title")
        if found.card is not None:
            status = StatusLine(ctx, found.card)
            page.add(status, *status.read)
        if found.card is not None and found.card.missing:
            page.say(
                ctx.t(N_("A rule like this limits somebody. Everybody has to know these things.")),
                "label",
                bold=False,
            )
        page.take_keys(title)
        for fact in found.facts:
            lines = FactLines(ctx, fact)
            page.add(lines, *lines.read)
        self.show_page(page)
