"""What to talk about: a talk that was left, pieces left for another day, or a new one."""

from collections.abc import Callable

from app.model.change import Change
from app.model.guide import Guide
from app.model.ids import PictureRef, RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases import parked, people, sessions, story
from app.usecases.parked import Parked
from app.usecases.story import Offers
from ui.context import Context
from ui.parts.asked import asked_at
from ui.parts.bars import Button
from ui.parts.pressable import Pressable, Role
from ui.parts.refs import FROM_FILE, HISTORY
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class TalksScreen(PersonPageScreen):
    """A card for each talk, what was left first. Nothing on it is owed by the person."""

    title = N_("Talk together")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, person=person)
        self._starting = False
        notebook, guides = ctx.open_notebook, ctx.house.guides

        def read() -> tuple[Record[Person], Offers]:
            whose = people.person(notebook, person=person)
            return whose, story.offers(notebook, person=person, guides=guides)

        ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def way_back(self) -> Button:
        """Home."""
        return self.home_button(Route("home", {"person": self.person_id}))

    def _show(self, person: Record[Person], offers: Offers) -> None:
        self.person = person
        ctx, page = self.ctx, self.page
        page.say(ctx.t(N_("What would you like to talk about?")), "question")
        if offers.unfinished or offers.parked:
            page.say(ctx.t(N_("We stopped here last time")), "label")
            page.begin_row()
            for each in offers.unfinished:
                stopped = asked_at(ctx, each.stopped_at)
                note = ctx.t(N_("You stopped at: {question}"), question=stopped)
                self._card(f"carry-on-{each.guide.id}", each.guide, note, "own").clicked.connect(
                    lambda _=False, session=each.session.id: self._to_talk(session)
                )
            for pieces in offers.parked:
                guide = pieces[0].guide
                note = self._left(pieces)
                self._card(f"left-{guide.id}", guide, note, "own").clicked.connect(
                    lambda _=False, pieces=pieces: self._carry_on(pieces)
                )
            if offers.guides:
                page.say(ctx.t(N_("Or something new")), "label")
                page.begin_row()
        for guide in offers.guides:
            card = self._card(f"begin-{guide.id}", guide, ctx.t(guide.explain), "plain")
            card.clicked.connect(lambda _=False, guide=guide: self._begin(guide))
        page.begin_row(gap=0, same=False)
        had = Pressable(ctx, ctx.t(N_("Our talks so far")), picture=HISTORY, picture_px=34)
        had.setObjectName("story")
        had.clicked.connect(lambda: self.go.emit(Route("story", {"person": self.person_id})))
        page.put(had)
        if not ctx.open_notebook.read_only:
            words = ctx.t(N_("What came back on paper"))
            back = Pressable(ctx, words, picture=FROM_FILE, picture_px=34)
            back.setObjectName("came-back")
            about = {"person": self.person_id, "back": "talks"}
            back.clicked.connect(lambda: self.go.emit(Route("came_back", about)))
            page.put(back)
        self.show_page(next(each for each in page.read if isinstance(each, Pressable)))

    def _card(self, name: str, guide: Guide, note: str, role: Role) -> Pressable:
        card = Pressable(
            self.ctx,
            self.ctx.t(guide.title),
            picture=self.ctx.shows(PictureRef(guide.picture)),
            picture_px=72,
            note=note,
            arrange="above",
            role=role,
            size="button",
            widest=round(300 * max(1.0, self.ctx.look.percent / 125)),
        )
        card.setObjectName(name)
        self.page.put(card)
        return card

    def _left(self, pieces: tuple[Parked, ...]) -> str:
        """What was left for another day, the first piece by its question."""
        first = asked_at(self.ctx, pieces[0].step)
        if pieces[0].half_said:
            first = self.ctx.t(N_("Words that are not finished: {question}"), question=first)
        more = len(pieces) - 1
        if not more:
            return first
        rest = self.ctx.words.tn("and {n} more", "and {n} more", more)
        return f"{first} · {rest}"

    def _begin(self, guide: Guide) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
        self._start(lambda: sessions.start(notebook, person=person, guide=guide, by=by, now=now))

    def _carry_on(self, pieces: tuple[Parked, ...]) -> None:
        ctx, person = self.ctx, self.person_id
        notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
        self._start(lambda: parked.carry_on(notebook, person=person, pieces=pieces, by=by, now=now))

    def _start(self, begin: Callable[[], Change]) -> None:
        """Begin one talk, however often the card is pressed."""
        if self._starting:
            return
        self._starting = True
        self.ctx.desk.do(
            begin, owner=self, then=lambda change: self._to_talk(change.last("session"))
        )

    def _to_talk(self, session: RecordId) -> None:
        self.go.emit(Route("talk", {"session": session, "person": self.person_id}))
