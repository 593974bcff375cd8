"""What others have of a plan without a yes, or on paper: part of "Who can see my plan"."""

from collections.abc import Callable

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.person import ROLE_WORDS
from app.model.record import Record
from app.model.sharing import CopyMade, SharedWith, SharingChoice
from app.model.sharing_rules import ELSEWHERE, counts
from app.model.wording import N_
from app.usecases import handing_over, overriding
from app.usecases.sharing import Sharing
from app.usecases.sharing_choices import DOCUMENT_WORDS
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import BY_LAW, CAME_BACK, PAPER
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class SharedAnywayScreen(PersonPageScreen):
    """Tells what was shared without a yes and which copies are out, and writes what came of it."""

    def __init__(self, ctx: Context, *, person: RecordId, at: str) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=6), person=person)
        self._at = at
        self._found: Sharing

    @property
    def _writes(self) -> bool:
        return not self.ctx.open_notebook.read_only

    # Without a yes, and on paper

    def _by_law(self) -> None:
        ctx = self.ctx
        forced = [each for each in self._found.choices if each.body.basis in ELSEWHERE]
        if forced:
            self.page.say(ctx.t(N_("Shared without your yes")), "sentence", bold=True)
            ask_why = N_("You can ask why. You can complain, and somebody can help you with it.")
            self.page.say(ctx.t(ask_why), "label", bold=False)
        for each in forced:
            self._forced(each)
        if self._writes:
            self.page.begin_row(gap=4, same=False)
            law = Pressable(
                ctx,
                ctx.t(N_("When the law or an emergency asks for it")),
                picture=BY_LAW,
                picture_px=30,
                size="note",
                helpers=True,
            )
            law.setObjectName("override")
            law.clicked.connect(lambda: self._to("override"))
            self.page.put(law)

    def _forced(self, choice: Record[SharingChoice]) -> None:
        ctx, body = self.ctx, choice.body
        basis = (
            N_("{name} saw this because of the law: {what}.")
            if body.basis == "legal_duty"
            else N_("{name} saw this because of an emergency: {what}.")
        )
        for reason in body.override:
            said = ctx.t(basis, name=self._name_of(body.to), what=reason.what)
            by = self._found.name_of(SharedWith(supporter=reason.by)) or ctx.t(N_("Someone else"))
            why = ctx.t(
                N_("{name} decided it on {day}, because: {why}"),
                name=by,
                day=ctx.words.date(reason.on),
                why=reason.why,
            )
            self.page.say(f"{said} {why}", "label", bold=False)
            if reason.told_person_on is not None:
                day = ctx.words.date(reason.told_person_on)
                told = ctx.t(N_("You were told on {day}."), day=day)
                self.page.say(told, "label", bold=False)
            elif self._writes:
                self.page.begin_row(gap=4, same=False)
                self._button(
                    f"told-{choice.id}",
                    N_("Now I was told"),
                    CAME_BACK,
                    lambda: self._told_now(choice.id),
                )

    def _paper(self) -> None:
        out = self._found.out_there()
        if not out:
            return
        self.page.say(self.ctx.t(N_("Copies that others have")), "sentence", bold=True)
        for copy in out:
            self._copy(copy)

    def _copy(self, copy: Record[CopyMade]) -> None:
        ctx, body = self.ctx, copy.body
        name = self._name_of(body.to)
        rests = next((x.body for x in self._found.choices if x.id == body.choice), None)
        told = ctx.t(
            N_("{name} has a copy: {document}, from {day}."),
            name=name,
            document=ctx.t(DOCUMENT_WORDS.get(body.document, N_("My plan"))),
            day=ctx.words.date(body.on),
        )
        if rests is not None and not counts(rests, ctx.today):
            told = f"{told} {ctx.t(N_('Please collect it: the yes was taken back or has ended.'))}"
        self._line(
            told,
            f"came-back-{copy.id}",
            N_("It came back"),
            PAPER,
            lambda: self._came_back(copy.id),
        )

    # What every line has

    def _to(self, screen: str, **about: object) -> None:
        self.go.emit(Route(screen, {"person": self.person_id, **about}))

    def _button(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None], note: str = ""
    ) -> Pressable:
        button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=36, note=note)
        button.setObjectName(name)
        button.clicked.connect(press)
        return self.page.put(button)

    # Who sees what

    def _line(
        self, told: str, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> None:
        """A sentence with what can be done about it beside it; for a screen reader both in one."""
        ctx, row = self.ctx, Flow(gap=8)
        said = Words(ctx, told, size="label", bold=False)
        row.addWidget(said)
        self.page.add_row(row)
        self.page.read.append(said)
        if not self._writes:
            return
        button = Pressable(ctx, ctx.t(words), picture=picture, picture_px=30, size="note")
        button.setObjectName(name)
        button.setAccessibleName(f"{ctx.t(words)}. {told}")
        button.clicked.connect(press)
        row.addWidget(button)
        self.page.read.append(button)

    def _name_of(self, to: SharedWith | None) -> str:
        if to is not None and to.role is not None:
            return self.ctx.t(
                N_("Everybody in this role: {role}"), role=self.ctx.t(ROLE_WORDS[to.role])
            )
        return self._found.name_of(to) or self.ctx.t(N_("Someone else"))

    # What is written

    def _do(self, work: Callable[[], Change], at: str) -> None:
        self._at = at
        self.ctx.desk.do(work, owner=self)

    def _told_now(self, choice: RecordId) -> None:
        ctx = self.ctx
        notebook, today, by = ctx.open_notebook, ctx.today, ctx.writer
        self._do(
            lambda: overriding.told_about(notebook, choice=choice, on=today, by=by), "override"
        )

    def _came_back(self, copy: RecordId) -> None:
        ctx = self.ctx
        notebook, today, by = ctx.open_notebook, ctx.today, ctx.writer
        self._do(lambda: handing_over.came_back(notebook, copy=copy, on=today, by=by), "show-to")
