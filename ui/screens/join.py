"""A worker who is new to a person says what they are to them, before anything is written."""

from app.model.change import Change
from app.model.ids import RecordId
from app.model.person import ROLE_WORDS, Person, SupporterRole
from app.model.record import Record
from app.model.wording import N_
from app.usecases import people, worker_roles
from ui.context import Context
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.screens.base import Frame, Route, face_of
from ui.screens.paged import PageScreen


class JoinScreen(PageScreen):
    """One question, asked once for each worker and person."""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 24, 40, 16)))
        self._id = person
        self._joining = False
        self._person: Record[Person] | None = None
        notebook = ctx.open_notebook
        worker = notebook.worker.id

        def read() -> tuple[Record[Person], frozenset[SupporterRole]]:
            return (
                people.person(notebook, person=person),
                worker_roles.may_join_as(notebook, worker=worker),
            )

        ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def frame(self) -> Frame:
        """Back to the people."""
        faces = (face_of(self._person.body),) if self._person is not None else ()
        return Frame(
            title=self.ctx.t(N_("Who are you?")),
            faces=faces,
            buttons=(self.back_button(Route("people")), self.hear_button()),
        )

    def _show(self, person: Record[Person], may_be: frozenset[SupporterRole]) -> None:
        ctx, page, worker = self.ctx, self.page, self.ctx.open_notebook.worker
        self._person = person
        name = person.body.preferred_name
        asked = ctx.t(N_("{worker}, who are you to {name}?"), worker=worker.name, name=name)
        page.say(asked, "question")
        page.begin_row(gap=0, same=False)
        roles = sorted(ROLE_WORDS, key=lambda role: role != "keyworker")
        cards = [page.put(self._card(role)) for role in roles if role in may_be]
        named = N_("Who is a manager or an advocate is said under “Who can open this notebook”.")
        page.say(ctx.t(named), "label", "quiet_ink", bold=False)
        self.show_page(cards[0])

    def _card(self, role: SupporterRole) -> Pressable:
        card = Pressable(self.ctx, self.ctx.t(ROLE_WORDS[role]), size="choice")
        card.setObjectName(f"role-{role}")
        card.clicked.connect(lambda: self._join(role))
        return card

    def _join(self, role: SupporterRole) -> None:
        if self._joining:
            return
        self._joining = True
        notebook, person = self.ctx.open_notebook, self._id
        worker = notebook.worker
        self.ctx.desk.do(
            lambda: people.join(
                notebook,
                person=person,
                worker=worker.id,
                worker_name=worker.name,
                role=role,
            ),
            owner=self,
            then=self._joined,
        )

    def _joined(self, _change: Change) -> None:
        self.go.emit(Route("home", {"person": self._id}))
