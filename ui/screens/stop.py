"""Stop or help: a break, enough for today, somebody to speak up, not safe. One press from anywhere.

None of these asks a question back. What was said is kept in every case.
"""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.ids import RecordId
from app.model.person import Supporter
from app.model.record import Record
from app.model.wording import N_
from app.usecases import people, sessions
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import BREAK, CARRY_ON, GUIDE, NOT_SAFE, SPEAK_UP, TELL, TICK, TODAY
from ui.parts.whom_to_tell import WhomToTell
from ui.screens.base import Frame, Route
from ui.screens.paged import StillPageScreen


class CalmScreen(StillPageScreen):
    """A quiet screen with a few sentences and a few cards.

    Signals:
        carry_on: back to where we were.

    """

    carry_on = Signal()

    def __init__(self, ctx: Context, behind: dict[str, Any], page: Page | None = None) -> None:
        super().__init__(ctx, page)
        self.behind = behind
        self.person: RecordId | None = behind.get("person")
        self.session: RecordId | None = behind.get("session")

    def frame(self) -> Frame:
        """ "Hear it", and help where there is more of it than on this screen."""
        more = () if isinstance(self, StopScreen) else (self.help_button(),)
        return Frame(title=self.ctx.t(N_("Stop or help")), buttons=(self.hear_button(), *more))

    def first_focus(self) -> QWidget | None:
        """The first card."""
        return next((each for each in self.page.read if isinstance(each, Pressable)), None)

    def to(self, screen: str) -> None:
        """On to another of these screens, which knows where we were."""
        self.go.emit(Route(screen, {"behind": self.behind}))

    def carry_on_card(self) -> Pressable:
        """Back to where we were."""
        return self.page.card("carry-on", self.ctx.t(N_("Carry on")), CARRY_ON, self.carry_on.emit)


class StopScreen(CalmScreen):
    """What would you like?"""

    def __init__(self, ctx: Context, *, behind: dict[str, Any], asked_on: str = "") -> None:
        super().__init__(ctx, behind)
        self.page.say(ctx.t(N_("What would you like?")), "question")
        if self.person is not None:
            self.page.card("not-safe", ctx.t(N_("I am not safe")), NOT_SAFE, self._not_safe)
        self.page.card("break", ctx.t(N_("I need a break")), BREAK, self._rest)
        if self.person is not None:
            self.page.card(
                "speak-up",
                ctx.t(N_("I want someone to help me speak up")),
                SPEAK_UP,
                lambda: self.to("speak_up"),
            )
            if not ctx.open_notebook.read_only:
                words = ctx.t(N_("Tell someone else"))
                self.page.card("tell", words, TELL, lambda: self.to("tell"))
        if self.session is not None:
            self.page.card("enough", ctx.t(N_("Stop for today")), TODAY, self._enough)
            self.page.card("wind-up", ctx.t(N_("Finish: read my words to me")), TICK, self._wind_up)
        about = {"behind": behind, "asked_on": asked_on}
        how = ctx.t(N_("How this works"))
        self.page.card("how", how, GUIDE, lambda: self.go.emit(Route("help", about)))
        self._first = self.carry_on_card()
        self.page.fill()

    def first_focus(self) -> QWidget | None:
        """Whoever presses twice by mistake carries on, and has not said that they are not safe."""
        return self._first

    def _rest(self) -> None:
        self._note_pause()
        self.to("rest")

    def _enough(self) -> None:
        self._note_pause()
        self.go.emit(Route("home", {"person": self.person}))

    def _wind_up(self) -> None:
        about = {"session": self.session, "person": self.person, "wind_up": True}
        self.go.emit(Route("talk", about))

    def _note_pause(self) -> None:
        if self.session is None:
            return
        notebook, session = self.ctx.open_notebook, self.session
        by, now = self.ctx.writer, self.ctx.now()
        self.ctx.desk.do(
            lambda: sessions.pause(notebook, session=session, by=by, now=now), owner=self
        )

    def _not_safe(self) -> None:
        ctx, notebook, person = self.ctx, self.ctx.open_notebook, self.person
        if person is not None and ctx.by is not None and not notebook.read_only:
            by, now, guides = ctx.writer, ctx.now(), ctx.house.guides
            ctx.desk.do(
                lambda: sessions.stop_asking(
                    notebook, person=person, by=by, now=now, guides=guides
                ),
                owner=self,
            )
        self.to("not_safe")


class RestScreen(CalmScreen):
    """A calm screen that keeps the conversation where it was, as long as it takes (rule R11)."""

    def __init__(self, ctx: Context, *, behind: dict[str, Any]) -> None:
        super().__init__(ctx, behind)
        self.page.say(ctx.t(N_("Take your time.")), "question")
        self.page.say(ctx.t(N_("Everything is kept.")))
        self.carry_on_card()
        self.page.fill()


class SpeakUpScreen(CalmScreen):
    """Who can speak up with me."""

    def __init__(self, ctx: Context, *, behind: dict[str, Any]) -> None:
        super().__init__(ctx, behind)
        self.page.say(ctx.t(N_("Someone to help you speak up")), "question")
        self._load()

    def _load(self) -> None:
        notebook, person = self.ctx.open_notebook, self.person
        assert person is not None
        self.ctx.desk.do(
            lambda: people.supporters(notebook, person=person), owner=self, then=self._show
        )

    def _show(self, supporters: tuple[Record[Supporter], ...]) -> None:
        ctx = self.ctx
        advocates = [s.body.name for s in supporters if s.body.role in {"advocate", "imca"}]
        for name in advocates:
            self.page.say(ctx.t(N_("{name} is your advocate. Ask to talk to {name}."), name=name))
        if advocates:
            words = ctx.t(N_("My advocate looks at my plan"))
            about = Route("advocate_review", {"person": self.person})
            self.page.card("advocate_review", words, SPEAK_UP, lambda: self.go.emit(about))
        else:
            self.page.say(ctx.t(N_("An advocate can speak up with you. They do not work here.")))
        self.page.say(ctx.t(N_("You can ask for somebody else to be here. You can wait for them.")))
        self.carry_on_card()
        self.page.fill()
        self.framed.emit()


class NotSafeScreen(CalmScreen):
    """Who to tell, said honestly. There is no question on it and none after it (rule R15)."""

    def __init__(self, ctx: Context, *, behind: dict[str, Any]) -> None:
        super().__init__(ctx, behind, Page(ctx, margins=(26, 14, 26, 6), gap=2))
        self.page.say(ctx.t(N_("Thank you for saying so.")), "title")
        self.page.say(ctx.t(N_("You are not in trouble.")))
        whom = ctx.t(N_("You can tell any of these people:"))
        self.page.say(whom)
        self.page.take_keys(whom)
        self._passed_on = False
        house, notebook, person = ctx.house, ctx.open_notebook, self.person
        if person is None:
            self._show((), passed_on=False)
            return

        def known() -> tuple[tuple[Record[Supporter], ...], bool]:
            readers = house.note_readers(notebook, person=person)
            return people.supporters(notebook, person=person), any(readers.values())

        ctx.desk.do(known, owner=self, then=lambda found: self._show(found[0], passed_on=found[1]))

    def _show(self, supporters: tuple[Record[Supporter], ...], *, passed_on: bool) -> None:
        ctx, self._passed_on = self.ctx, passed_on
        told = WhomToTell(ctx, ctx.house.contacts, supporters)
        self.page.add(told, *told.read)
        honest = N_("Staff may have to pass on what you tell them, to keep people safe.")
        self.page.say(ctx.t(honest), "label", bold=False)
        self.page.fill()
        self.framed.emit()

    def _tell_button(self) -> Button:
        """Words for one reader, for whoever wants to say more. Nobody asks for them."""
        words = self.ctx.t(N_("Tell someone else"))
        tell = Route("tell", {"behind": self.behind, "may_stay": False})
        return Button(name="tell", words=words, picture=TELL, press=lambda: self.go.emit(tell))

    def frame(self) -> Frame:
        """Home, "Hear it", and telling somebody in sealed words where somebody can open them."""
        buttons = [self.hear_button()]
        if self.person is not None:
            buttons.append(self.home_button(Route("home", {"person": self.person})))
            if self._passed_on and not self.ctx.open_notebook.read_only:
                buttons.append(self._tell_button())
        return Frame(title=self.ctx.t(N_("Stop or help")), buttons=tuple(buttons))
