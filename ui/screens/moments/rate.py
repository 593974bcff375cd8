"""How a goal is going: the person answers first, a helper unseen, then both are side by side."""

import functools
from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.change import Change
from app.model.goals import FACE_PICTURES, FACES, Goal, GoalRating, Point
from app.model.ids import PictureRef, RecordId
from app.model.movement import meaning
from app.model.record import Record
from app.model.refusals import REFUSAL_PICTURES, REFUSAL_WORDS
from app.model.session import Response
from app.model.statement import Statement
from app.model.wording import N_, said
from app.usecases import goals, ratings
from app.usecases.goals import Aim
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.goal_words import AGAIN, COVERED, FURTHER, FURTHER_WORDS
from ui.parts.pressable import Pressable
from ui.parts.refs import LOOK
from ui.parts.statement_card import heading_card
from ui.parts.strokes import ONWARD
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.pixmaps import face_picture
from ui.screens.moments.asking import begin_anew
from ui.screens.moments.side_by_side import SideBySide
from ui.screens.moments.view import View
from ui.screens.moments.what_now import WhatNow

_WHAT_NOW = "what_now:"
"""Begins how a refusal of the second question, what now, is kept in the answer to the step."""


class RateView(View):
    """One goal at a time. While a helper answers, nothing of the person's answer is here."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._further = ""
        self._helper: RecordId | None = None
        self._goal: RecordId | None = None
        self._first: QWidget | None = None
        self._refusing: list[Pressable] = []
        self._column = self.page()
        self._aims = self._all_aims()
        self._begin_with(next((a for a in self._aims if not self._both(a).person), None))

    def first_focus(self) -> QWidget | None:
        """The first answer."""
        return self._first

    def carry_over(self, old: View) -> None:
        """The same goal, and whether it is asked further or a helper's turn."""
        if not isinstance(old, RateView) or old.goal is None:
            return
        aim = next((each for each in self._aims if each.goal.id == old.goal), None)
        if aim is not None:
            self._further, self._helper = old.turn
            if self._both(aim).supporter is not None:
                self._helper = None
            self._begin_with(aim)

    @property
    def goal(self) -> RecordId | None:
        """The goal on screen."""
        return self._goal

    @property
    def turn(self) -> tuple[str, RecordId | None]:
        """What is asked further, and whose turn it is among the helpers."""
        return self._further, self._helper

    def helpers_words(self) -> tuple[str, ...]:
        """A reminder to look away, where the guide has no other."""
        look_away = N_("Look away while the answer is chosen. Yours comes after.")
        return super().helpers_words() or (self.ctx.t(look_away),)

    def _all_aims(self) -> tuple[Aim, ...]:
        found = goals.aims(
            self.talk.of(Goal), self.talk.of(Statement), ratings=self.talk.of(GoalRating)
        )
        about = self.step.about
        if about:
            return tuple(each for each in found if each.goal.id == about)
        return tuple(
            each for each in found if each.goal.body.open or self._both(each).person is not None
        )

    def _both(self, aim: Aim) -> ratings.Both:
        return ratings.both(
            aim.ratings,
            goal=aim.goal.id,
            session=self.session,
            step=self.step.key,
            given=self.talk.session.body.answers.get(self.step.key),
        )

    # What is on screen

    def _begin_with(self, aim: Aim | None) -> None:
        aim = aim or next(iter(self._aims), None)
        begin_anew(self._column)
        if not self.ctx.look.roomy:
            self._refusing, self.quiet = [], None
        self._read, self._first = [], None
        self._goal = aim.goal.id if aim is not None else None
        if aim is None:
            self._column.add(self.question())
            self._say(N_("There are no goals yet."))
        else:
            self._show(aim, self._both(aim))
        if self._covered and not self.ctx.look.roomy:
            self._column.fill()
        else:
            self.end_page(self._column)
        for each in (*self._refusing, self.quiet):
            if each is not None:
                each.setVisible(not self._covered)
        if self._goal is not None:
            self._light_refusals()

    def _light_refusals(self) -> None:
        """A refusal shows on the question that it was given to, not on the next one."""
        given = self.talk.session.body.answers.get(self.step.key)
        choices = given.choices if given is not None else ()
        for button in self._refusing:
            button.choose(_no_to_what_now(button.objectName()) in choices)

    @property
    def _covered(self) -> bool:
        """Whether the person's answer must not be seen now: their refusals would tell of it."""
        aim = next((each for each in self._aims if each.goal.id == self._goal), None)
        return aim is not None and self._both(aim).covered and not self._further

    def _show(self, aim: Aim, now: ratings.Both) -> None:
        if now.person is None:
            self._ask_person(aim)
        elif self._further:
            self._ask_further(aim)
        elif now.covered and self._helper is not None:
            self._ask_helper(aim, self._helper)
        elif now.covered:
            self._cover(aim)
        else:
            self._side_by_side(aim, now)

    def _again(self, aim: Aim) -> None:
        """Show another side of the same moment, without anything being written."""
        self._begin_with(aim)
        follow_layout(self)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str, *, size: str = "sentence", **values: object) -> None:
        words = Words(self.ctx, self.ctx.t(sentence, **values), size=size, bold=False)
        self._read.append(words)
        self._column.add(words)

    def _card_of(self, aim: Aim) -> None:
        card = heading_card(self.ctx, aim.said.body)
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        self._column.add(card)

    # The person

    def _ask_person(self, aim: Aim) -> None:
        self._column.add(self.question(picture_px=64))
        self._card_of(aim)
        self._add_faces(aim, "face", self._rate)

    def _add_faces(self, aim: Aim, name: str, press: Callable[[Point], None]) -> None:
        """The faces of this goal with the agreed words, in the person's own order."""
        body = aim.goal.body
        points = FACES[body.scale_shown]
        ladder = body.scale_shown == "ladder5"
        if ladder or self.ctx.settings.scale_flip:
            points = tuple(reversed(points))
        row = QVBoxLayout() if ladder else Flow(gap=4, same=True)
        for point in points:
            card = self._face_card(aim, point, ladder=ladder)
            card.setObjectName(f"{name}-{point}")
            card.clicked.connect(functools.partial(press, point))
            self._first = self._first or card
            self._read.append(card)
            row.addWidget(card)
        self._column.add_row(row)

    def _face_card(self, aim: Aim, point: Point, *, ladder: bool = False) -> Pressable:
        return Pressable(
            self.ctx,
            said(meaning(point, aim.goal.body.anchors), self.ctx.words),
            picture=FACE_PICTURES[point],
            picture_px=52 if ladder else 84,
            arrange="beside" if ladder else "above",
            size="choice",
            widest=0 if ladder else round(330 * max(1.0, self.ctx.look.percent / 125)),
        )

    def _rate(self, point: Point) -> None:
        faces = self._aim().goal.body.scale_shown == "faces3"
        self._further = point if faces and point in FURTHER else ""
        self._keep(point)

    def _keep(self, value: Point | Response) -> None:
        by, session, step, at = self.ctx.writer, self.session, self.step.key, self.now()
        goal, today = self._aim().goal.id, self.ctx.today
        self.do(
            lambda: ratings.rate(
                self.notebook, goal=goal, value=value, session=session, step=step, by=by, at=at,
                today=today,
            )
        )  # fmt: skip

    def _ask_further(self, aim: Aim) -> None:
        asked, further, no = FURTHER[self._further]
        picture = FACE_PICTURES[further[0]]
        self._column.add(self.question(self.ctx.t(asked), picture, picture_px=64))
        self._card_of(aim)
        row = Flow(gap=4, same=True)
        for point in further:
            card = self._big(self.ctx.t(FURTHER_WORDS[point]), FACE_PICTURES[point])
            card.setObjectName(f"further-{point}")
            card.clicked.connect(functools.partial(self._go_further, point))
            row.addWidget(card)
            self._first = self._first or card
        like = self._further
        stay = self._big(self.ctx.t(no), FACE_PICTURES["same" if like == "same" else "hoped"])
        stay.setObjectName("further-no")

        def go_on() -> None:
            self._further = ""
            self._again(aim)

        stay.clicked.connect(go_on)
        row.addWidget(stay)
        self._column.add_row(row)

    def _go_further(self, point: Point) -> None:
        self._further = ""
        self._keep(point)

    def _big(self, words: str, picture: PictureRef) -> Pressable:
        card = Pressable(
            self.ctx, words, picture=picture, picture_px=84, arrange="above", size="choice",
            widest=round(300 * max(1.0, self.ctx.look.percent / 125)),
        )  # fmt: skip
        self._read.append(card)
        return card

    # The helper

    def _cover(self, aim: Aim) -> None:
        """Nothing of the person's answer is on this screen, nor in what a screen reader says."""
        words = self.ctx.t(N_("Now the helper. {name}’s answer is covered."), name=self.name)
        self._column.add(self.question(words, COVERED))
        self._card_of(aim)
        row = Flow(gap=4, same=True)
        for supporter in self._here():
            name = supporter.body.name
            card = self._big(
                self.ctx.t(N_("{name} answers"), name=name),
                face_picture(supporter.body.photo, name),
            )
            card.setObjectName(f"helper-{supporter.id}")
            card.clicked.connect(functools.partial(self._take_turn, aim, supporter.id))
            row.addWidget(card)
            self._first = self._first or card
        show = self._big(self.ctx.t(N_("Show {name}’s answer now"), name=self.name), LOOK)
        show.setObjectName("uncover")
        show.clicked.connect(lambda: self._do(ratings.uncover))
        again = self._big(self.ctx.t(N_("{name} answers again"), name=self.name), AGAIN)
        again.setObjectName("answer-again")
        again.clicked.connect(lambda: self._do(ratings.answer_again))
        row.addWidget(show)
        row.addWidget(again)
        self._first = self._first or show
        self._column.add_row(row)

    def _here(self) -> list[Record]:
        here = {each.supporter for each in self.talk.session.body.attendees} | {self.ctx.writer}
        return [each for each in self.talk.supporters if each.id in here]

    def _take_turn(self, aim: Aim, supporter: RecordId) -> None:
        self._helper = supporter
        self._again(aim)

    def _ask_helper(self, aim: Aim, supporter: RecordId) -> None:
        name = self.talk.name_of(supporter)
        words = self.ctx.t(N_("{name}, how do you think it is going?"), name=name)
        self._column.add(self.question(words, COVERED, picture_px=64))
        self._card_of(aim)
        self._add_faces(aim, "theirs", self._rate_as_helper)
        row = Flow()
        none = Pressable(
            self.ctx, self.ctx.t(REFUSAL_WORDS["dont_know"]),
            picture=REFUSAL_PICTURES["dont_know"], picture_px=30,
        )  # fmt: skip
        none.setObjectName("theirs-none")
        none.clicked.connect(lambda: self._rate_as_helper(None))
        row.addWidget(none)
        self._column.add_row(row)

    def _rate_as_helper(self, point: Point | None) -> None:
        supporter = self._helper
        assert supporter is not None
        by, session, step = self.ctx.writer, self.session, self.step.key
        goal, today = self._aim().goal.id, self.ctx.today
        self.do(
            lambda: ratings.rate_as_supporter(
                self.notebook, goal=goal, value=point, supporter=supporter, session=session,
                step=step, by=by, today=today,
            )
        )  # fmt: skip

    # Both

    def _side_by_side(self, aim: Aim, now: ratings.Both) -> None:
        words = self.ctx.t(N_("This is how it is going."))
        self._column.add(self.question(words, picture_px=64))
        self._card_of(aim)
        both = SideBySide(self, aim, now)
        self._read += both.read
        self._column.add(both)
        self._ask_what_now(aim)

    def _ask_what_now(self, aim: Aim) -> None:
        now = WhatNow(self, aim, decided=self._decided(aim))
        self._first = now.first
        self._read += now.read
        self._column.add(now)
        self._add_ways()

    def _decided(self, aim: Aim) -> bool:
        """Whether it was said in this talk: what stood before is not an answer to it."""
        changed = aim.goal.changed_at >= self.talk.session.body.started
        return changed or not aim.goal.body.open

    def _add_ways(self) -> None:
        row = Flow(gap=4)
        again = Pressable(
            self.ctx, self.ctx.t(N_("Both answer again")), picture=AGAIN, picture_px=30
        )
        again.setObjectName("answer-again")
        again.clicked.connect(lambda: self._do(ratings.answer_again))
        row.addWidget(again)
        left = [each for each in self._aims if self._both(each).person is None]
        if left:
            onward = Pressable(
                self.ctx, self.ctx.t(N_("The next goal")), picture=ONWARD, picture_px=30, after=True
            )
            onward.setObjectName("next-goal")
            onward.clicked.connect(lambda: self._again(left[0]))
            row.addWidget(onward)
        self._column.add_row(row)

    # What is written

    def _aim(self) -> Aim:
        return next(each for each in self._aims if each.goal.id == self._goal)

    def _do(self, work: Callable[..., Change]) -> None:
        """Uncover the answer, or have both answered again."""
        goal, session, step, by = self._goal, self.session, self.step.key, self.ctx.writer
        self._helper = None
        self.do(lambda: work(self.notebook, goal=goal, session=session, step=step, by=by))

    # Not answering

    def refusals(self) -> Flow:
        """They stay at hand while the person is asked; while an answer is covered they are not."""
        row = super().refusals()
        for index in range(row.count()):
            item = row.itemAt(index)
            button = item.widget() if item is not None else None
            if isinstance(button, Pressable):
                self._refusing.append(button)
        return row

    def refuse(self, response: Response) -> None:
        """No answer to how it goes; once that is answered, no answer to what now."""
        if self._goal is None:
            super().refuse(response)
            return
        now = self._both(self._aim())
        if now.person is None or self._further:
            self._further = ""
            self._keep(response)
            return
        given = self.talk.session.body.answers.get(self.step.key)
        assert given is not None
        kept = tuple(each for each in given.choices if not each.startswith(_WHAT_NOW))
        again = _no_to_what_now(response) in given.choices
        choices = kept if again else (*kept, _no_to_what_now(response))
        self.give_answer(msgspec.structs.replace(given, choices=choices), focus=response)


def _no_to_what_now(response: str) -> str:
    return f"{_WHAT_NOW}{response}"
