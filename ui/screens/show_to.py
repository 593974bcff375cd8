"""Show this to somebody: the chosen reader sees what they may see, and not a line more (R7)."""

import dataclasses
from collections.abc import Callable
from typing import get_args

from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.sharing import Purpose
from app.model.sharing_rules import REASONS, Asked, Reader
from app.model.wording import N_
from app.usecases import handing_over, sharing
from app.usecases.sharing import SharedPlan, Sharing
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.deeds import main_deed
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import ASK_ME, KEEP, NOT_MINE, PAPER, SHOW, SOUND
from ui.parts.sharing_words import PURPOSE_WORDS, face_card, photos_of, purpose_told
from ui.parts.statement_card import statement_card
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen

_ASKED = N_("You said: ask me each time. Can {name} see it this time?")


class ShowToScreen(PersonPageScreen):
    """Whom, what for, what they would see; then showing it, or a copy on paper.

    Before anything is shown the person sees what it would be.
    """

    title = N_("Show it or give a copy")

    def __init__(self, ctx: Context, *, person: RecordId, asked: Asked | None = None) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16), gap=6), person=person)
        self._asked = asked
        notebook = ctx.open_notebook
        ctx.desk.do(lambda: sharing.sharing(notebook, person=person), owner=self, then=self._found)

    def way_back(self) -> Button:
        """Back to who sees what."""
        return self.back_button(Route("who_sees", {"person": self.person_id}))

    def first_focus(self) -> QWidget | None:
        """What the page begins with."""
        return self.page.first

    # Whom and what for

    def _found(self, found: Sharing) -> None:
        """Whom it is for is asked, unless somebody comes back to what one reader can see."""
        self._sharing, self.person = found, found.person
        if self._asked is None:
            self._choose(found)
        else:
            self._ask(dataclasses.replace(self._asked, how="see_here"))

    def _choose(self, found: Sharing) -> None:
        ctx = self.ctx
        self.page.begin_anew()
        self.page.say(ctx.t(N_("Who is it for?")), "question")
        self.page.begin_row(gap=4, same=False)
        photos = photos_of(found.supporters)
        cards = [
            self.page.put(face_card(ctx, each, photos, self._asker(each)))
            for each in (*found.readers, *self._outside())
        ]
        if not cards:
            self.page.say(ctx.t(N_("There is nobody around you in this notebook yet.")))
        self.show_page(cards[0] if cards else None)

    def _outside(self) -> tuple[Reader, ...]:
        """Organisations about which something was said."""
        names = dict.fromkeys(
            each.body.to.organisation
            for each in self._sharing.standing(self.ctx.today)
            if each.body.to.organisation
        )
        return tuple(Reader(name=each, organisation=each) for each in names)

    def _asker(self, reader: Reader) -> Callable[[], None]:
        return lambda: self._ask(
            Asked(
                reader=reader,
                purpose=sharing.usual_purpose(reader.role),
                on=self.ctx.today,
            )
        )

    def _ask(self, asked: Asked) -> None:
        """Read what this reader may see for this purpose."""
        ctx, person = self.ctx, self.person_id
        notebook, sections = ctx.open_notebook, ctx.house.sections
        self._asked = asked
        ctx.desk.do(
            lambda: sharing.shared_plan(notebook, person=person, asked=asked, sections=sections),
            owner=self,
            then=self._preview,
        )

    # What they would see

    def _preview(self, shared: SharedPlan) -> None:
        assert self._asked is not None
        assert self.person is not None
        ctx, name, asked = self.ctx, shared.reader.name, self._asked
        self.page.begin_anew()
        asks = any(each.why == "ask_first" for each in shared.verdicts.values())
        seen = len(shared.plan.lines)
        if seen:
            told = ctx.words.tn(
                "{name} can see {n} sentence.", "{name} can see {n} sentences.", seen, name=name
            )
            self.page.say(told, "question")
        elif asks:  # neither a no, nor that nobody was asked
            self.page.say(ctx.t(_ASKED, name=name), "question")
        else:
            self.page.say(ctx.t(N_("{name} cannot see anything of it."), name=name), "question")
            self._say_reason(shared)
        self._purposes(asked)
        if asks and seen:
            self.page.say(ctx.t(_ASKED, name=name), "sentence", bold=True)
        first = self._ask_now(asked) if asks else self._ways(shared)
        for line in shared.plan.lines:
            self._line(shared, line.statement.id)
        self.show_page(first)

    def _say_reason(self, shared: SharedPlan) -> None:
        assert self.person is not None
        self.page.say(
            self.ctx.t(
                REASONS[shared.main_reason],
                person=self.person.body.preferred_name,
                name=shared.reader.name,
            )
        )

    def _purposes(self, asked: Asked) -> None:
        ctx = self.ctx
        self.page.say(purpose_told(ctx, asked.purpose), "label", bold=False)
        other = Pressable(ctx, ctx.t(N_("For another reason")), size="note")
        other.setObjectName("other-purpose")
        other.clicked.connect(lambda: self._other_purpose(asked))
        self.page.begin_row(gap=0, same=False)
        self.page.put(other)

    def _other_purpose(self, asked: Asked) -> None:
        ctx = self.ctx
        self.page.begin_anew()
        self.page.say(ctx.t(N_("What is it for?")), "question")
        self.page.begin_row(gap=4, same=False)
        cards = []
        for purpose in get_args(Purpose):
            card = Pressable(ctx, ctx.t(PURPOSE_WORDS[purpose]))
            card.setObjectName(f"purpose-{purpose}")
            card.choose(purpose == asked.purpose)
            wanted = dataclasses.replace(asked, purpose=purpose, asked_now=False)
            card.clicked.connect(lambda _=False, wanted=wanted: self._ask(wanted))
            cards.append(self.page.put(card))
        self.show_page(cards[0])

    def _ask_now(self, asked: Asked) -> Pressable:
        """Where the person wants to be asked each time, ask now."""
        self.page.begin_row(gap=4, same=False)
        yes = self._button(
            "ask-yes",
            N_("Yes, this time"),
            ASK_ME,
            lambda: self._ask(dataclasses.replace(asked, asked_now=True)),
        )
        self._button("ask-no", N_("No"), NOT_MINE, lambda: self.go.emit(self._way_out()))
        return yes

    def _way_out(self) -> Route:
        return Route("who_sees", {"person": self.person_id})

    def _ways(self, shared: SharedPlan) -> Pressable | None:
        """Show it now, or a copy on paper; where nothing may be seen, to choosing that."""
        if not shared.plan.lines:
            route = Route(
                "share_with", {"person": self.person_id, "reader": shared.reader.supporter}
            )
            if shared.reader.supporter is None:
                return None
            self.page.begin_row(gap=4, same=False)
            return self._button(
                "choose", N_("Choose what they can see"), KEEP, lambda: self.go.emit(route)
            )
        self.page.begin_row(gap=4, same=False)
        show = main_deed(self.ctx, "show", self.ctx.t(N_("Show it now")), SHOW, self._show)
        self.page.put(show)
        self._button("paper", N_("A copy on paper"), PAPER, self._paper)
        sound = Route("plan_sound", {"person": self.person_id, "asked": self._asked})
        self._button("as-sound", N_("As sound"), SOUND, lambda: self.go.emit(sound))
        return show

    def _button(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=40)
        button.setObjectName(name)
        button.clicked.connect(press)
        return self.page.put(button)

    def _line(self, shared: SharedPlan, statement: RecordId) -> None:
        assert self.person is not None
        line = next(x for x in shared.plan.lines if x.statement.id == statement)
        card = statement_card(
            self.ctx,
            line.statement,
            person=self.person.body.preferred_name,
            said_by=line.said_by,
            view=line.view,
        )
        self.page.add(card, card)

    # Showing it

    def _show(self) -> None:
        """It is asked once more, written down, and only then shown."""
        assert self._asked is not None
        ctx, person, asked = self.ctx, self.person_id, self._asked
        notebook, house, by = ctx.open_notebook, ctx.house, ctx.writer

        def work() -> Change:
            shared = handing_over.allowed(
                notebook, person=person, asked=asked, sections=house.sections, guides=house.guides
            )
            return handing_over.give(notebook, shared=shared, asked=asked, by=by, put=lambda: None)

        route = Route("shown", {"whose": person, "asked": asked})
        ctx.desk.do(work, owner=self, then=lambda _: self.go.emit(route))

    # On paper

    def _paper(self) -> None:
        """It is seen before it is given."""
        assert self._asked is not None
        asked = dataclasses.replace(self._asked, how="paper")
        self.go.emit(Route("copy_for", {"person": self.person_id, "asked": asked}))
