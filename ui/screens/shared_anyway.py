"""What others saw of a plan without a yes: part of "Who can see my plan"."""

from collections.abc import Callable

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.person import ROLE_WORDS
from app.model.record import Record
from app.model.sharing import SharedWith, SharingChoice
from app.model.sharing_rules import ELSEWHERE
from app.model.wording import N_
from app.usecases import overriding
from app.usecases.sharing import Sharing
from ui.context import Context
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import BY_LAW, CAME_BACK
from ui.parts.told_line import Deed, told_line
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class SharedAnywayScreen(PersonPageScreen):
    """Tells what was shared without a yes, and writes that the person was told."""

    def __init__(self, ctx: Context, *, person: RecordId, at: str) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=6), person=person)
        self._at = at
        self._found: Sharing

    @property
    def _writes(self) -> bool:
        return not self.ctx.open_notebook.read_only

    # Without a yes

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
        deed = Deed(name, words, picture, press) if self._writes else None
        told_line(self.ctx, self.page, told, deed)

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
