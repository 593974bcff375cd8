"""A copy for somebody else: exactly what they get is seen before anything is given (R7)."""

import dataclasses

from app.model.errors import AlongsideError, OwnCopyFirstError
from app.model.ids import RecordId
from app.model.person import Person
from app.model.print_order import Giving, PrintOrder
from app.model.record import Record
from app.model.sharing_rules import Asked
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.own_first import offer_own_copy
from ui.parts.sharing_words import purpose_told
from ui.screens.base import Route
from ui.screens.on_paper import OnPaperScreen


class CopyForScreen(OnPaperScreen):
    """The booklet that this reader gets; nothing is written down until it is given."""

    title = N_("Show it or give a copy")
    of_the_plan = N_("A copy")

    def __init__(
        self, ctx: Context, *, person: RecordId, asked: Asked, own_declined: bool = False
    ) -> None:
        super().__init__(ctx, person=person)
        self._asked = asked
        self._own_declined = own_declined
        notebook = ctx.open_notebook
        ctx.desk.do(lambda: people.person(notebook, person=person), owner=self, then=self._show)

    def way_back(self) -> Button:
        """To what this reader can see."""
        return self.back_button(Route("show_to", {"person": self.person_id, "asked": self._asked}))

    def order(self) -> PrintOrder:
        """What this reader may see today, and not a sentence more."""
        ctx = self.ctx
        if self._asked.on != ctx.today:  # whoever is to be asked each time was not asked today
            self._asked = dataclasses.replace(self._asked, on=ctx.today, asked_now=False)
        assert self.languages is not None
        # Text that is for a machine to read out leaves as a file, all else on paper.
        asked = dataclasses.replace(
            self._asked, how="paper" if self.kind.ending == ".pdf" else "file"
        )
        return PrintOrder(
            kind=self.kind,
            person=self.person_id,
            made_on=asked.on,
            words=self.languages.words,
            second_lang=self.languages.second,
            giving=Giving(asked=asked, by=ctx.writer, own_declined=self._own_declined),
        )

    def refused(self, error: AlongsideError) -> None:
        """The person's own copy is offered before anybody else's (moment Z4)."""
        if not isinstance(error, OwnCopyFirstError):
            super().refused(error)
            return
        assert self.person is not None
        if self.preview is not None:
            self.preview.hide()
            self.preview = None
        self.page.begin_anew()
        mine = offer_own_copy(
            self.ctx,
            self.page,
            owner=self,
            person=self.person,
            had=lambda: self._again(declined=False),
            declined=lambda: self._again(declined=True),
        )
        self.show_page(mine)
        mine.setFocus()

    def _again(self, *, declined: bool) -> None:
        about = {"person": self.person_id, "asked": self._asked, "own_declined": declined}
        self.go.emit(Route("copy_for", about))

    def _show(self, person: Record[Person]) -> None:
        self.person = person
        ctx, page = self.ctx, self.page
        page.say(ctx.t(N_("This copy is for {name}."), name=self._asked.reader.name), "question")
        page.say(purpose_told(ctx, self._asked.purpose), "label", bold=False)
        first = self.put_deeds()
        self.put_documents(reader=self._asked.reader.role, own=False)
        self.show_page(first)
        self.make()
