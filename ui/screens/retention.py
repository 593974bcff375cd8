"""How long words are kept after somebody moved on: asked of the service, never decided here."""

from PySide6.QtWidgets import QWidget

from app.model.wording import N_
from app.usecases import moving_on
from app.usecases.moving_on import Due
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.refs import PERSON
from ui.screens.base import Frame, Route
from ui.screens.paged import PageScreen


class RetentionScreen(PageScreen):
    """The question, its answers, and whose time it is to look at."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._load()

    def frame(self) -> Frame:
        """Back to keeping the notebook safe."""
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            buttons=(self.back_button(Route("keeping")), self.hear_button()),
        )

    def first_focus(self) -> QWidget | None:
        """The answer that holds now."""
        return next((each for each in self.findChildren(Pressable) if each.isChecked()), None)

    def _load(self) -> None:
        notebook, today = self.ctx.open_notebook, self.ctx.today

        def read() -> tuple[int | None, tuple[Due, ...]]:
            return moving_on.keep_years(notebook), moving_on.due(notebook, today=today)

        self.ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def _show(self, years: int | None, due: tuple[Due, ...]) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(
            ctx.t(N_("When somebody has moved on, how long do you keep their words?")), "title"
        )
        page.say(ctx.t(N_("Your manager knows what the law and your contracts ask for.")))
        page.say(
            ctx.t(N_("When that time is over, it is shown here. Nothing is ever erased by itself."))
        )
        for choice in (None, *ctx.house.retention_years):
            self._choice(choice, chosen=choice == years)
        for each in due:
            self._reminder(each)
        self.show_page()

    def _choice(self, years: int | None, *, chosen: bool) -> None:
        ctx = self.ctx
        words = ctx.t(N_("Not decided yet"))
        if years is not None:
            words = ctx.words.tn("{n} year", "{n} years", years)
        card = Pressable(ctx, words, size="choice")
        card.setObjectName(f"years-{years or 0}")
        card.choose(chosen)
        card.setEnabled(not ctx.open_notebook.read_only)
        card.clicked.connect(lambda: self._decide(years))
        self.page.put(card)

    def _reminder(self, due: Due) -> None:
        ctx, left_on = self.ctx, due.person.body.left_on
        assert left_on is not None
        name = due.person.body.preferred_name
        self.page.say(
            ctx.t(
                N_("{name} moved on: {day}. It is time to look at whether to keep it."),
                name=name,
                day=ctx.words.date(left_on),
            )
        )
        to_person = Route("home", {"person": due.person.id})
        words = ctx.t(N_("To {name}"), name=name)
        self.page.card(f"due-{due.person.id}", words, PERSON, lambda: self.go.emit(to_person))

    def _decide(self, years: int | None) -> None:
        notebook = self.ctx.open_notebook
        self.ctx.desk.do(
            lambda: moving_on.decide_keep_years(notebook, years=years),
            owner=self,
            then=lambda _: self._load(),
        )
