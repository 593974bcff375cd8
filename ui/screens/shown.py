"""What somebody else sees while the person shows it to them: that, and nothing beside it (R7)."""

from app.model.ids import RecordId
from app.model.sharing_rules import Asked
from app.model.wording import N_
from app.usecases import sharing
from app.usecases.sharing import SharedPlan
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.page import Page
from ui.parts.refs import TICK
from ui.parts.statement_card import statement_card
from ui.parts.translation_card import translation_card
from ui.screens.base import Frame, Route
from ui.screens.paged import PageScreen


class ShownScreen(PageScreen):
    """The sentences that this reader may see. Nothing can be changed or undone from here."""

    def __init__(self, ctx: Context, *, whose: RecordId, asked: Asked) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=6))
        self._whose = whose
        self._heading = ""
        notebook, sections = ctx.open_notebook, ctx.house.sections
        guarding = ctx.house.guard
        ctx.desk.do(
            lambda: sharing.shared_plan(
                notebook, person=whose, asked=asked, sections=sections, guarding=guarding
            ),
            owner=self,
            then=self._show,
        )

    def frame(self) -> Frame:
        """That it is over, and hearing it."""
        done = Button(
            name="home",
            words=self.ctx.t(N_("Finished looking")),
            picture=TICK,
            press=lambda: self.go.emit(Route("who_sees", {"person": self._whose})),
        )
        return Frame(title=self._heading, buttons=(done, self.hear_button()))

    def _show(self, shared: SharedPlan) -> None:
        ctx, page, name = self.ctx, self.page, shared.plan.person.body.preferred_name
        self._heading = ctx.t(
            N_("{person} shows this to {name}"), person=name, name=shared.reader.name
        )
        page.say(self._heading, "title")
        for section in shared.plan.sections:
            page.say(ctx.t(section.section.easy), "label", bold=True)
            for line in section.lines:
                card = statement_card(
                    ctx, line.statement, person=name, said_by=line.said_by, view=line.view
                )
                card.clicked.connect(self.hear.emit)
                page.add(card, card)
                for each in line.translated:
                    other = translation_card(ctx, each, press=self.hear.emit)
                    page.add(other, other)
        page.take_keys(self._heading)
        self.show_page(page)
