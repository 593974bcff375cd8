"""Our talks so far: every talk with the person as one story, the latest first."""

from app.model.halfsaid import OTHERS
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import people, story
from app.usecases.story import LeftWords, TalkHad
from ui.context import Context
from ui.parts.asked import asked_at
from ui.parts.bars import Button
from ui.parts.more import more_card
from ui.parts.pressable import Pressable
from ui.parts.statement_card import statement_card
from ui.parts.translation_card import shown_in, translation_card
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen

_AT_ONCE = 6
_FIRST_WORDS = 3


class StoryScreen(PersonPageScreen):
    """A few talks at a time, each with its day, who was there, and what was said first."""

    title = N_("Our talks so far")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, person=person)
        self._shown = 0
        self._talks: tuple[TalkHad, ...] = ()
        self._more: Pressable | None = None
        notebook, guides, guarding = ctx.open_notebook, ctx.house.guides, ctx.house.guard

        def read() -> tuple[Record[Person], tuple[TalkHad, ...]]:
            whose = people.person(notebook, person=person)
            return whose, story.talks_had(notebook, person=person, guides=guides, guarding=guarding)

        ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def way_back(self) -> Button:
        """The talks."""
        return self.back_button(Route("talks", {"person": self.person_id}))

    def _show(self, person: Record[Person], talks: tuple[TalkHad, ...]) -> None:
        self.person, self._talks = person, talks
        if not talks:
            self.page.say(self.ctx.t(N_("There was no talk yet.")), "question")
            self.show_page()
            return
        self._show_some()

    def _show_some(self) -> None:
        """The next few talks, and a way to those before them."""
        page = self.page
        if self._more is not None:
            self._more.hide()
        first = len(page.read)
        for each in self._talks[self._shown : self._shown + _AT_ONCE]:
            self._tell(each)
        self._shown += _AT_ONCE
        older = len(self._talks) - self._shown
        if older > 0:
            self._more = more_card(self.ctx, older)
            self._more.clicked.connect(self._show_some)
            page.begin_row()
            page.put(self._more)
        pressable = (each for each in page.read[first:] if isinstance(each, Pressable))
        self.show_page(next(pressable, None))

    def _tell(self, had: TalkHad) -> None:
        ctx, page, body = self.ctx, self.page, had.session.body
        day = ctx.words.date(body.started.astimezone().date())
        title = ctx.t(had.guide.title) if had.guide is not None else ctx.t(N_("A talk"))
        page.say(f"{day}. {title}", "title")
        if had.who:
            page.say(
                ctx.t(N_("With {names}"), names=ctx.words.listed(had.who)), "label", bold=False
            )
        if body.open:
            page.say(ctx.t(N_("This talk is not finished.")), "label", bold=False)
        if not had.said and not had.left:
            page.say(ctx.t(N_("No words were written down.")), "label", bold=False)
        for each in had.said[:_FIRST_WORDS]:
            self._say(had, each)
        rest = len(had.said) - _FIRST_WORDS
        if rest > 0:
            page.say(ctx.words.tn("and {n} more", "and {n} more", rest), "label", bold=False)
        for left in had.left:
            self._tell_left(had, left, title)

    def _say(self, had: TalkHad, each: Record[Statement]) -> None:
        """A sentence in the languages in which the person reads it."""
        assert self.person is not None
        ctx, home = self.ctx, self.person.body.home_language
        shown = shown_in(ctx, each.body, had.translated.get(each.id, ()), home=home)
        before = [translation_card(ctx, x, press=self.hear.emit, first=True) for x in shown.before]
        after = [translation_card(ctx, x, press=self.hear.emit) for x in shown.after]
        said: list[Pressable] = []
        if shown.original:
            said = [statement_card(ctx, each, person=self._name)]
            said[0].clicked.connect(self.hear.emit)
        for card in (*before, *said, *after):
            self.page.add(card, card)

    def _tell_left(self, had: TalkHad, left: LeftWords, title: str) -> None:
        """Words that nobody finished, where they were written, and nothing asked about them."""
        ctx, said = self.ctx, left.said
        asked = asked_at(ctx, left.step) if left.step is not None else title
        words = ctx.t(N_("Words that are not finished: {question}"), question=asked)
        self.page.say(words, "label", bold=False)
        told = said.words.strip()
        if said.how == OTHERS:
            who = had.names.get(said.said_by, "") if said.said_by is not None else ""
            name = who or ctx.t(N_("Someone else"))
            told = ctx.t(N_("{name} says: {told}"), name=name, told=told)
        self.page.say(told)

    @property
    def _name(self) -> str:
        return self.person.body.preferred_name if self.person is not None else ""
