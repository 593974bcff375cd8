"""Questions of a talk that go home on paper together: which of them, and the file to print."""

import functools

from app.model import home_questions
from app.model.guide import Guide, Moment
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.deeds import main_deed
from ui.parts.pressable import Pressable
from ui.parts.refs import SAVE
from ui.parts.saving import save_questions, tell_where
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class QuestionsHomeScreen(PersonPageScreen):
    """A card for each question that can go; the one it was opened from is chosen already.

    Args:
        person: who ticks them.
        session: the talk to go back to.
        guide: of that talk.
        offered: the questions of it that can go.
        first: the one at which the talk stands.

    """

    title = N_("Questions to tick at home")

    def __init__(
        self,
        ctx: Context,
        *,
        person: RecordId,
        session: RecordId,
        guide: Guide,
        offered: tuple[Moment, ...],
        first: str,
    ) -> None:
        super().__init__(ctx, person=person)
        self._session, self._guide, self._offered = session, guide, offered
        self._chosen = {first}
        self._cards: dict[str, Pressable] = {}
        notebook = ctx.open_notebook
        ctx.desk.do(lambda: people.person(notebook, person=person), owner=self, then=self._show)

    def way_back(self) -> Button:
        """To the talk."""
        about = {"session": self._session, "person": self.person_id}
        return self.back_button(Route("talk", about))

    def _show(self, person: Record[Person]) -> None:
        self.person = person
        ctx, page = self.ctx, self.page
        page.say(ctx.t(N_("Press each question that goes home.")), "question")
        self._save = main_deed(ctx, "save", ctx.t(N_("Save this page")), SAVE, self._keep)
        page.put(self._save)
        page.begin_row()
        for each in self._offered:
            card = Pressable(ctx, ctx.t(each.prompt), size="button")
            card.setObjectName(f"home-{each.id}")
            card.clicked.connect(functools.partial(self._press, each.id))
            self._cards[each.id] = card
            page.put(card)
        self._mark()
        self.show_page(self._save)

    def _press(self, name: str) -> None:
        self._chosen ^= {name}
        self._mark()

    def _mark(self) -> None:
        """Show what is chosen; a page without a question is not made."""
        for name, card in self._cards.items():
            card.choose(name in self._chosen)
        self._save.setEnabled(bool(self._chosen))

    def _keep(self) -> None:
        names = [each.id for each in self._offered if each.id in self._chosen]
        save_questions(
            self.ctx,
            owner=self,
            person=self.person_id,
            questions=home_questions.of_guide(self._guide, names),
            then=tell_where(self.ctx, self.told.emit),
        )
