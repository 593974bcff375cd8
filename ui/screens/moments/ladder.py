"""A goal: from a hope the person said to agreed words for the faces, why, how sure, and trying."""

import functools

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.goals import FACE_PICTURES, FACE_WORDS, FACES, Goal, Point
from app.model.halfsaid import face_key, why_key
from app.model.ids import RecordId
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import goals
from app.usecases.goals import Aim
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.goal_words import AGAIN, FACE, LATER, START, SURE, SURES, WHO, WHY
from ui.parts.kept_line import KeptLine
from ui.parts.pressable import Pressable
from ui.parts.refs import TICK, WRITE
from ui.parts.statement_card import heading_card, statement_card
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.moments.asking import AskingView, Part, choice_cards, with_button
from ui.screens.moments.nested import NestedView
from ui.screens.moments.question import QuestionView
from ui.screens.moments.view import View

_WAYS: dict[str, str] = {
    "faces3": N_("3 faces"),
    "faces5": N_("5 faces"),
    "ladder5": N_("A ladder"),
}


def goal_here(talk: Talk) -> RecordId | None:
    """The goal that this step is about: what it is repeated for, or what was chosen at it."""
    step = talk.conversation.step
    if step.about:
        return RecordId(step.about)
    given = talk.session.body.answers.get(step.key)
    return RecordId(given.choices[0]) if given is not None and given.choices else None


def aim_of(talk: Talk, goal: RecordId | None) -> Aim | None:
    """That goal with its sentence, if it is there."""
    found = goals.aims(talk.of(Goal), talk.of(Statement))
    return next((each for each in found if each.goal.id == goal), None)


class LadderView(NestedView):
    """First which hope, then what is to be agreed about it."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        aim = aim_of(talk, goal_here(talk))
        self.show_inner(_HopesView(ctx, talk) if aim is None else _GoalView(ctx, talk, aim))

    def carry_over(self, old: View) -> None:
        """Another goal than before begins at its first question."""
        if isinstance(old, LadderView) and goal_here(old.talk) == goal_here(self.talk):
            super().carry_over(old)


class _HopesView(QuestionView):
    """The hopes the person said, each to be pressed; a new one is said as at any question."""

    usual = ("goals", "hope")

    def first_focus(self) -> QWidget | None:
        """The first hope, if there is one."""
        return self._cards[0] if self._cards else super().first_focus()

    def _person_side(self) -> QWidget:
        self._cards: list[Pressable] = []
        ctx = self.ctx
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 18, 24, 8)
        column.setSpacing(2)
        column.addWidget(self.question())
        if (explained := self.explanation()) is not None:
            column.addWidget(explained)
        found = goals.hopes(self.talk.of(Statement))
        words = N_("Press the one to begin with.") if found else N_("Say what you hope for.")
        told = Words(ctx, ctx.t(words), size="label", ink="quiet_ink")
        self._read.append(told)
        column.addWidget(told)
        for each in reversed(found):
            column.addWidget(self._hope(each))
        column.addStretch(1)
        if not ctx.look.roomy:
            column.addWidget(self._ways())
        return side

    def _hope(self, record: Record[Statement]) -> Pressable:
        new = record.body.session == self.session and record.body.moment == self.step.key
        card = statement_card(self.ctx, record, person=self.name, new=new)
        card.setObjectName(f"hope-{record.id}")
        card.clicked.connect(lambda: self._begin(record.id))
        self._read.append(card)
        self._cards.append(card)
        if new:
            self._newest = card
        return card

    def _begin(self, statement: RecordId) -> None:
        by, at, session, step = self.ctx.writer, self.now(), self.session, self.step.key
        self.do(
            lambda: goals.begin(
                self.notebook, statement=statement, session=session, step=step, by=by, at=at
            )
        )


class _GoalView(AskingView):
    """What the faces mean, why it matters, how sure the person feels, and whether to try it."""

    def __init__(self, ctx: Context, talk: Talk, aim: Aim) -> None:
        super().__init__(ctx, talk)
        self._aim = aim
        self._goal = aim.goal.body
        self.begin()

    def head(self) -> Pressable:
        """The hope, in the words in which it was said."""
        card = heading_card(self.ctx, self._aim.said.body)
        card.clicked.connect(self.hear.emit)
        return card

    def parts(self) -> tuple[Part, ...]:
        """Four small questions; the faces come first."""
        t, goal = self.ctx.t, self._goal
        return (
            Part("faces", t(N_("What the faces mean")), t(N_("What does each face mean for this?")),
                 FACE, goal.can_be_tried, self._faces),
            Part("why", t(N_("Why it matters")), t(N_("Why does it matter to you?")),
                 WHY, bool(goal.why_matters), self._why),
            Part("sure", t(N_("How sure I feel")), t(N_("How sure do you feel?")),
                 SURE, goal.confidence is not None, self._sure),
            Part("start", t(N_("Begin")), t(N_("Shall we begin to try it?")),
                 START, goal.status == "trying", self._start),
        )  # fmt: skip

    def ways_out(self) -> tuple[Pressable, ...]:
        """Another hope, unless the moment is about this goal."""
        if self.step.about:
            return ()
        words = self.ctx.t(N_("Another hope"))
        another = Pressable(self.ctx, words, picture=AGAIN, picture_px=28)
        another.setObjectName("another-hope")
        another.clicked.connect(self._choose_another)
        return (another,)

    # What the faces mean

    def _faces(self, column: Column) -> QWidget | None:
        points = FACES[self._goal.scale_shown]
        if self._goal.scale_shown == "ladder5":
            points = tuple(reversed(points))
        first: QWidget | None = None
        for point in points:
            face = self._face(column, point)
            first = first or face
        row = Flow(gap=0)
        for scale, words in _WAYS.items():
            way = Pressable(self.ctx, self.ctx.t(words), role="quiet", size="helper")
            way.setObjectName(f"scale-{scale}")
            way.choose(scale == self._goal.scale_shown)
            way.clicked.connect(functools.partial(self._choose_faces, scale))
            row.addWidget(way)
        column.add_row(row)
        return first

    def _face(self, column: Column, point: Point) -> QWidget:
        """One face: what was agreed, and ready words to press where nothing was."""
        ctx, agreed = self.ctx, self._goal.anchors.at(point)
        line = KeptLine(
            ctx,
            ctx.t(FACE_WORDS[point]),
            place=self.session,
            key=face_key(self._aim.goal.id, point),
            text=agreed,
        )
        line.line.setObjectName(f"words-{point}")
        keep = functools.partial(self._agree, point, line)
        line.line.returnPressed.connect(keep)
        self.lines.append(line)
        face = Pressable(
            ctx, agreed or ctx.t(_READY[point], hope=self._aim.said.body.original),
            picture=FACE_PICTURES[point], picture_px=52, size="label",
            note=ctx.t(FACE_WORDS[point]), dashed=not agreed,
        )  # fmt: skip
        face.setObjectName(f"face-{point}")
        face.choose(bool(agreed))
        face.clicked.connect(functools.partial(self._press_face, point, face.words))
        self._read.append(face)
        other = Pressable(
            ctx, ctx.t(N_("In other words")), picture=WRITE, picture_px=26, size="note", bold=False
        )
        other.setObjectName(f"other-words-{point}")
        other.setAccessibleName(f"{other.words}: {ctx.t(FACE_WORDS[point])}")
        done = Pressable(
            ctx, ctx.t(N_("Say it like this")), picture=TICK, picture_px=28, role="action"
        )
        done.setObjectName(f"agree-{point}")
        done.clicked.connect(keep)
        row = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)()
        row.setSpacing(0)
        row.addWidget(face, 1)
        row.addWidget(other)
        column.add_row(row)
        column.add_row(with_button(ctx, line, done))
        line.hide()
        done.hide()

        def open_line() -> None:
            line.show()
            done.show()
            follow_layout(self)
            line.line.setFocus()

        other.clicked.connect(open_line)
        return face

    def _press_face(self, point: Point, words: str) -> None:
        """Ready words become what was agreed; pressing again takes them back."""
        taken = self._goal.anchors.at(point)
        self._keep_words(point, "" if taken else words)

    def _agree(self, point: Point, line: KeptLine) -> None:
        line.forget()
        self._keep_words(point, line.text)

    def _keep_words(self, point: Point, words: str) -> None:
        by, session, goal = self.ctx.writer, self.session, self._aim.goal.id
        self.do(
            lambda: goals.agree_words(
                self.notebook, goal=goal, point=point, words=words, by=by, session=session
            ),
            focus=f"face-{point}",
        )

    def _choose_faces(self, scale: str) -> None:
        by, session, goal = self.ctx.writer, self.session, self._aim.goal.id
        self.do(
            lambda: goals.choose_faces(
                self.notebook, goal=goal, scale=scale, by=by, session=session
            ),
            focus=f"scale-{scale}",
        )

    def _choose_another(self) -> None:
        by, session, step = self.ctx.writer, self.session, self.step.key
        self.do(lambda: goals.choose_another(self.notebook, session=session, step=step, by=by))

    # Why, how sure, begin

    def _why(self, column: Column) -> QWidget:
        line = KeptLine(
            self.ctx,
            self.ctx.t(N_("{name} says"), name=self.name),
            place=self.session,
            key=why_key(self._aim.goal.id),
            text=self._goal.why_matters,
        )
        line.line.setObjectName("words-why")
        self.lines.append(line)
        done = Pressable(
            self.ctx, self.ctx.t(N_("Say it like this")), picture=TICK, picture_px=34,
            role="action", size="choice",
        )  # fmt: skip
        done.setObjectName("say-why")

        def keep(words: str) -> None:
            line.forget()
            by, session, goal = self.ctx.writer, self.session, self._aim.goal.id
            self.do(
                lambda: goals.say_why(
                    self.notebook, goal=goal, words=words, by=by, session=session
                ),
                focus="say-why",
            )

        done.clicked.connect(lambda: keep(line.text))
        line.line.returnPressed.connect(lambda: keep(line.text))
        ready, _cards = choice_cards(
            self.ctx,
            _WHYS,
            chosen=next(
                (k for k, (w, _) in _WHYS.items() if self.ctx.t(w) == self._goal.why_matters), None
            ),
            pick=lambda each: keep(self.ctx.t(_WHYS[each][0])),
            name="why",
            widest=230,
        )
        column.add_row(ready)
        column.add_row(with_button(self.ctx, line, done))
        return _cards[0]

    def _sure(self, column: Column) -> QWidget:
        row, cards = choice_cards(
            self.ctx,
            SURES,
            chosen=self._goal.confidence,
            pick=self._keep_sure,
            name="sure",
            picture_px=84,
        )
        column.add_row(row)
        self._read += cards
        return cards[0]

    def _keep_sure(self, sure: str) -> None:
        by, session, goal = self.ctx.writer, self.session, self._aim.goal.id
        taken = None if self._goal.confidence == sure else sure
        self.do(
            lambda: goals.say_how_sure(
                self.notebook, goal=goal, sure=taken, by=by, session=session
            ),
            focus=f"sure-{sure}",
        )

    def _start(self, column: Column) -> QWidget:
        trying = self._goal.status == "trying"
        row, cards = choice_cards(
            self.ctx,
            _STARTS,
            chosen="now" if trying else None,
            pick=self._keep_start,
            name="start",
            picture_px=84,
        )
        column.add_row(row)
        self._read += cards
        if trying and self._goal.review_due is not None:
            told = Words(
                self.ctx,
                self.ctx.t(
                    N_("We look at it again: {day}."),
                    day=self.ctx.words.date(self._goal.review_due),
                ),
                size="label",
            )
            self._read.append(told)
            column.add(told)
        return cards[0]

    def _keep_start(self, when: str) -> None:
        by, session, goal, today = (
            self.ctx.writer, self.session, self._aim.goal.id, self.ctx.today,
        )  # fmt: skip
        self.do(
            lambda: goals.start(
                self.notebook, goal=goal, now=when == "now", today=today, by=by, session=session
            ),
            focus=f"start-{when}",
        )


_READY: dict[Point, str] = {
    "harder": N_("It is harder than now."),
    "same": N_("It is the same as now."),
    "getting_there": N_("It happens sometimes."),
    "hoped": N_("It is as I said: {hope}"),
    "better": N_("It is even better than I said."),
}

_WHYS = {
    "happy": (N_("It makes me happy"), FACE_PICTURES["better"]),
    "myself": (N_("I want to do it myself"), SURES["sure"][1]),
    "people": (N_("I want to be with people"), WHO),
    "well": (N_("I feel well with it"), WHY),
}

_STARTS = {
    "now": (N_("Yes, we begin"), START),
    "later": (N_("Later"), LATER),
}
