"""An advocate's look at a plan: alone with the person, line by line."""

import dataclasses
from collections.abc import Callable
from typing import Literal, TypeVar

from PySide6.QtWidgets import QWidget

from app.model.agreements import AdvocateReview, MarkedLine
from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import PictureRef, RecordId
from app.model.person import Supporter
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import advocate_keys, advocates, sharing
from app.usecases.advocates import Look
from ui.context import Context
from ui.parts.bars import NEXT, Button
from ui.parts.fields import Field
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import (
    ASKED,
    BACK_AGAIN,
    DISAGREE,
    JUST_ME,
    KEEP,
    TALK,
    TICK,
    TODAY,
    UNSURE,
)
from ui.parts.statement_card import statement_card
from ui.screens.base import Frame, Route, face_of
from ui.screens.paged import PersonPageScreen

T = TypeVar("T")

Mark = Literal["yes", "no", "unsure"]
_MARKS: tuple[tuple[Mark, str, PictureRef], ...] = (
    ("yes", N_("Yes, this is right"), KEEP),
    ("no", N_("No, this is not right"), DISAGREE),
    ("unsure", N_("Not sure"), UNSURE),
)


@dataclasses.dataclass(frozen=True)
class Here:
    """What is shown, and whether the worker is here as an advocate and nothing else."""

    look: Look
    only_looks: bool
    by: RecordId


class AdvocateScreen(PersonPageScreen):
    """What the two screens share: what they read, and the way back."""

    title = N_("My advocate")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 16, 40, 8), gap=8), person=person)
        self.here: Here | None = None
        self._busy = False
        self.load()

    def load(self) -> None:
        """Read everything anew."""
        notebook, person, by = self.ctx.open_notebook, self.person_id, self.ctx.writer
        worker, sections, today = notebook.worker.id, self.ctx.house.sections, self.ctx.today

        def read() -> Here:
            only = advocate_keys.may_only_look(notebook, person=person, worker=worker)
            advocate = by if only else advocates.who_looks(notebook, person=person)
            shared: frozenset[RecordId] = frozenset()
            if advocate is not None:
                shared = sharing.shared_with(
                    notebook, person=person, supporter=advocate, sections=sections, on=today
                )
            look = advocates.look(notebook, person=person, may_see=lambda each: each.id in shared)
            return Here(look, only, by)

        self.ctx.desk.do(read, owner=self, then=self._show)

    def show_all(self, here: Here) -> None:
        """Build the page."""
        raise NotImplementedError

    def do(
        self,
        work: Callable[[], Change],
        *,
        then: Callable[[], None] | None = None,
        field: Field | None = None,
    ) -> None:
        """Write something, then show the page anew; what is refused is said under its field."""
        if self._busy:
            return
        self._busy = True

        def done() -> None:
            self._busy = False
            (then or self.load)()

        def refused(error: AlongsideError) -> None:
            self._busy = False
            said = error.said(self.ctx.words)
            (field.tell if field is not None else self.told.emit)(said)

        self.ctx.desk.do(work, owner=self, then=lambda _: done(), failed=refused)

    def way_back(self) -> Button:
        """Home; for an advocate, the people they speak up with."""
        if self.here is not None and self.here.only_looks:
            return self.back_button(Route("people"))
        return self.home_button(Route("home", {"person": self.person_id}))

    def to(self, screen: str, **about: object) -> None:
        """On to another screen about the same person."""
        self.go.emit(Route(screen, {"person": self.person_id, **about}))

    def _show(self, here: Here) -> None:
        self.here = here
        self.person = here.look.person
        self.page.begin_anew()
        self.show_all(here)

    @property
    def name(self) -> str:
        """The person's name."""
        return self.person.body.preferred_name if self.person is not None else ""


def _who_looks(here: Here) -> Record[Supporter]:
    """The advocate who is here, or who was named first."""
    advocates = here.look.advocates
    return next((each for each in advocates if each.id == here.by), advocates[0])


class AdvocateReviewScreen(AdvocateScreen):
    """The keyworker goes out; then each line, yes, no or unsure; then the end."""

    def __init__(self, ctx: Context, *, person: RecordId, line: int | None = None) -> None:
        self._line = line
        self._may_look = False
        self._focus = ""
        self._note: Field | None = None
        self._marked: MarkedLine | None = None
        super().__init__(ctx, person=person)

    def frame(self) -> Frame:
        """Back to the line before, and on to the next."""
        onward: tuple[Button, ...] = ()
        back = self.way_back()
        look = self.here.look if self.here is not None else None
        if look is not None and look.going_on is not None:
            place = self._place(look)
            if place < len(look.lines):
                onward = (self._next(place),)
            if place > 0:
                back = self.back_button(
                    Route("advocate_review", {"person": self.person_id, "line": place - 1})
                )
        return Frame(
            title=self.ctx.t(self.title),
            faces=(face_of(look.person.body),) if look is not None else (),
            buttons=(back, self.hear_button(), self.help_button(), *onward),
        )

    def leave(self) -> None:
        """Keep a note that was written beside a mark."""
        work = self._note_work()
        if work is not None:
            self.ctx.desk.do(work, owner=self)

    def show_all(self, here: Here) -> None:
        """What comes now."""
        self._note = self._marked = None
        look = here.look
        review = look.going_on
        if not look.advocates:
            self._nobody()
        elif review is None and not (self._may_look or self.ctx.open_notebook.read_only):
            self._ask(here)
        elif review is None:
            self._before(here)
        elif self._place(look) < len(look.lines):
            self._one(review, look, self._place(look))
        else:
            self._end(review)

    def _place(self, look: Look) -> int:
        """Which line; where none is named, the first that has no answer."""
        if self._line is not None:
            return min(self._line, len(look.lines))
        review = look.going_on
        marked = {each.statement for each in review.body.lines} if review is not None else set()
        open_ = (n for n, each in enumerate(look.lines) if each.id not in marked)
        return next(open_, len(look.lines))

    def _next(self, place: int) -> Button:
        return Button(
            name="next",
            words=self.ctx.t(N_("Next")),
            picture=NEXT,
            press=lambda: self.to("advocate_review", line=place + 1),
            role="action",
            after=True,
        )

    def _nobody(self) -> None:
        page, ctx = self.page, self.ctx
        page.say(ctx.t(N_("No advocate is named yet.")), "question")
        page.say(ctx.t(N_("An advocate can speak up with you. They do not work here.")))
        self.show_page()

    def _ask(self, here: Here) -> None:
        """May they look today? Nothing is begun before the person said yes."""
        ctx, page = self.ctx, self.page
        name = _who_looks(here).body.name
        page.say(ctx.t(N_("May {name} look at your plan today?"), name=name), "question")
        alone = N_("You choose. {name} sees only what you share, and you can talk alone first.")
        page.say(ctx.t(alone, name=name))

        def yes() -> None:
            self._may_look = True
            self.load()

        page.card("may-look", ctx.t(N_("Yes")), KEEP, yes)
        page.card("not-now", ctx.t(N_("Not now")), TODAY, lambda: self.way_back().press())
        page.begin_row()
        self._to_queries()
        self.show_page()

    def _before(self, here: Here) -> None:
        ctx, page = self.ctx, self.page
        advocate = _who_looks(here)
        said = {"name": self.name, "advocate": advocate.body.name}
        page.say(ctx.t(N_("Now {name} and {advocate} talk alone."), **said), "question")
        out = N_("Whoever works here goes out now. {advocate} says when to come in again.")
        page.say(ctx.t(out, **said))
        page.say(ctx.t(N_("{advocate} reads what {name} shares, and writes nothing in the plan."),
                       **said))  # fmt: skip
        team = N_("The team can read what is marked and asked here, and has to answer.")
        page.say(ctx.t(team), "label", bold=False)

        def begin(private: bool) -> None:
            notebook, person, now = ctx.open_notebook, self.person_id, ctx.now()
            self.do(
                lambda: advocates.begin(
                    notebook, person=person, advocate=advocate.id, private=private, now=now,
                    by=here.by,
                )
            )  # fmt: skip

        if not ctx.open_notebook.read_only:
            first = page.card("alone", ctx.t(N_("We are alone now")), JUST_ME, lambda: begin(True))
            not_alone = ctx.t(N_("Go on without being alone"))
            page.card("not-alone", not_alone, TALK, lambda: begin(False))
        else:
            first = None
        self._to_queries()
        self.show_page(first)

    def _to_queries(self) -> None:
        words = self.ctx.t(N_("Questions and answers"))
        self.page.card("queries", words, ASKED, lambda: self.to("advocate_queries"))

    def _one(self, review: Record[AdvocateReview], look: Look, place: int) -> None:
        """One line of the plan, and what the person says to it."""
        ctx, page, line = self.ctx, self.page, look.lines[place]
        given = next((m for m in review.body.lines if m.statement == line.id), None)
        page.say(ctx.t(N_("Is this right?")), "label")
        page.put(
            statement_card(
                ctx, line, person=self.name, said_by=look.name_of(line.body.said_by), large=True
            )
        )
        page.begin_row(gap=4)
        for mark, words, picture in _MARKS:
            card = page.card(
                f"mark-{mark}", ctx.t(words), picture, self._marker(review, line, mark, given)
            )
            card.choose(given is not None and given.mark == mark)
        if given is not None:
            self._marked = given
            self._review = review.id
            label = ctx.t(N_("What {name} says about it, if anything"), name=self.name)
            self._note = Field(ctx, label, text=given.note)
            self._note.line.setObjectName("note")
            page.add(self._note)
        self.show_page(self.findChild(Pressable, "mark-yes"))

    def _marker(
        self,
        review: Record[AdvocateReview],
        line: Record[Statement],
        mark: Mark,
        given: MarkedLine | None,
    ) -> Callable[[], None]:
        notebook, by = self.ctx.open_notebook, self.ctx.writer

        def press() -> None:
            note = self._note.text.strip() if self._note is not None else ""
            kept = note or (given.note if given is not None and self._note is None else "")
            marked = MarkedLine(statement=line.id, mark=mark, note=kept)
            self._note = None
            self.do(
                lambda: advocates.mark(notebook, review=review.id, line=marked, by=by),
                then=lambda: self._marked_now(line, mark),
            )

        return press

    def _marked_now(self, line: Record[Statement], mark: Mark) -> None:
        """Stay at the line: there may be something to say about it."""
        if self.here is not None:
            self._line = self.here.look.lines.index(line)
        self._focus = f"mark-{mark}"
        self.load()

    def first_focus(self) -> QWidget | None:
        """What was pressed last, or the first card."""
        pressed = self.findChild(Pressable, self._focus) if self._focus else None
        return pressed or super().first_focus()

    def _note_work(self) -> Callable[[], Change] | None:
        if self._note is None or self._marked is None:
            return None
        note = self._note.text.strip()
        if note == self._marked.note:
            return None
        marked = MarkedLine(statement=self._marked.statement, mark=self._marked.mark, note=note)
        notebook, review, by = self.ctx.open_notebook, self._review, self.ctx.writer
        return lambda: advocates.mark(notebook, review=review, line=marked, by=by)

    def _end(self, review: Record[AdvocateReview]) -> None:
        ctx, page = self.ctx, self.page
        notebook, by = ctx.open_notebook, ctx.writer
        none = N_("{name} shares no line of the plan here yet. That is for {name} to choose.")
        lines = self.here.look.lines if self.here is not None else ()
        told = N_("These were all the lines that {name} shares.") if lines else none
        page.say(ctx.t(told, name=self.name), "title")
        body = review.body
        if body.minutes_out is not None:
            alone = ctx.words.tn(
                "You were alone for {n} minute.", "You were alone for {n} minutes.",
                body.minutes_out,
            )  # fmt: skip
            page.say(alone)
        if body.out_at is not None and body.back_at is None:
            page.card(
                "back-in",
                ctx.t(N_("They can come in again")),
                BACK_AGAIN,
                lambda: self.do(
                    lambda: advocates.back_again(notebook, review=review.id, now=ctx.now(), by=by)
                ),
            )
        self._to_queries()
        page.card(
            "end-look",
            ctx.t(N_("End this look at the plan")),
            TICK,
            lambda: self.do(
                lambda: advocates.end(notebook, review=review.id, now=ctx.now(), by=by),
                then=self._ended,
            ),
        )
        self.show_page(next((c for c in page.read if isinstance(c, Pressable)), None))

    def _ended(self) -> None:
        self._line = None
        self.to("advocate_queries")
