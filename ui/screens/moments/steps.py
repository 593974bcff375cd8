"""Small steps: said like anything else, then who does it, with whom, when, how, and how it goes."""

import functools
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.change import Change
from app.model.goals import Goal, GoalStep
from app.model.halfsaid import by_when_key
from app.model.ids import RecordId
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import goals, steps
from app.usecases.statements import Also, Said
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.goal_words import CELEBRATE, HELPS, STATUSES, STEP, STUCK, WHEN, WHO
from ui.parts.kept_line import KeptLine
from ui.parts.people_row import people_row
from ui.parts.pressable import Pressable
from ui.parts.refs import TICK
from ui.parts.statement_card import heading_card
from ui.parts.strokes import BACKWARD
from ui.parts.words import Words
from ui.screens.moments.asking import AskingView, Part, choice_cards, with_button
from ui.screens.moments.nested import NestedView
from ui.screens.moments.question import QuestionView
from ui.screens.moments.view import View

_WHENS = {
    "today": (N_("Today"), WHEN),
    "tomorrow": (N_("Tomorrow"), WHEN),
    "this_week": (N_("This week"), WHEN),
    "next_week": (N_("Next week"), WHEN),
}


def goal_of(talk: Talk) -> RecordId | None:
    """The goal to which the steps lead; None where they are for the days to come."""
    about = talk.conversation.step.about
    return RecordId(about) if any(each.id == about for each in talk.of(Goal)) else None


def step_card(
    ctx: Context, step: GoalStep, words: str, who: str, *, heading: bool = False
) -> Pressable:
    """A step: its words, who does it, when, and how it goes. One that is done says so quietly."""
    status, mark = STATUSES[step.status]
    parts = [who, step.when, ctx.t(HELPS[step.help_needed][0]) if step.help_needed else ""]
    parts.append(ctx.t(status))
    if step.status == "stuck" and step.stuck_because:
        parts.append(ctx.t(STUCK[step.stuck_because][0]))
    return Pressable(
        ctx,
        words,
        picture=ctx.shows(CELEBRATE if step.status == "done" else STEP),
        picture_px=44 if heading else 52,
        note=ctx.words.beside(parts),
        note_picture=mark,
        role="own" if step.who == step.person else "others",
        size="label" if heading else "sentence",
        bold=False,
    )


class StepsView(NestedView):
    """The list of steps, and one of them when it was pressed."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._open: RecordId | None = None
        self._show_list()

    def carry_over(self, old: View) -> None:
        """The step that was open stays open."""
        if isinstance(old, StepsView) and old._open is not None:  # noqa: SLF001 - its own kind
            self._show_step(old._open)  # noqa: SLF001
        super().carry_over(old)

    def _show_list(self) -> None:
        self._open = None
        view = _StepList(self.ctx, self.talk)
        view.chosen = self._show_step
        self.show_inner(view)

    def _show_step(self, step: RecordId) -> None:
        record = next((each for each in self.talk.of(GoalStep) if each.id == step), None)
        if record is not None:
            self._open = step
            view = _OneStep(self.ctx, self.talk, record, back=self._back)
            self.show_inner(view)
            if (first := view.first_focus()) is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        last = self._open
        self._show_list()
        card = self.findChild(Pressable, f"step-{last}")
        if card is not None:
            card.setFocus()


class _StepList(QuestionView):
    """The goal, its steps, and the place to say another."""

    usual = ("goals", "hope")

    def first_focus(self) -> QWidget | None:
        """The first step, or the place to write one."""
        return self._cards[0] if self._cards else super().first_focus()

    def chosen(self, step: RecordId) -> None:
        """A step was pressed."""

    def write_down(self, said: Said, *, finishes_typing: bool, then: Also | None) -> Change:
        """A sentence and the step it is, in one go; what is enough for one time is enough."""
        return steps.say(
            self.notebook,
            said,
            goal=goal_of(self.talk),
            most=self.moment.most,
            at=self.now(),
            finishes_typing=finishes_typing,
            then=then,
        )

    def _person_side(self) -> QWidget:
        self._cards: list[Pressable] = []
        ctx, talk = self.ctx, self.talk
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 18, 24, 8)
        column.setSpacing(2)
        column.addWidget(self.question())
        if (explained := self.explanation()) is not None:
            column.addWidget(explained)
        goal = goal_of(talk)
        said = talk.of(Statement)
        aim = next((a for a in goals.aims(talk.of(Goal), said) if a.goal.id == goal), None)
        if aim is not None:
            card = heading_card(ctx, aim.said.body)
            card.clicked.connect(self.hear.emit)
            self._read.append(card)
            column.addWidget(card)
        for each in self._steps():
            column.addWidget(self._step(each, said))
        told = Words(ctx, ctx.t(N_("Press a step to say more about it.")), ink="quiet_ink")
        if self._cards:
            column.addWidget(told)
        column.addStretch(1)
        if not ctx.look.roomy:
            column.addWidget(self._ways())
        return side

    def _steps(self) -> list[Record[GoalStep]]:
        """Those of the goal; without one, those that lead to no goal and are still open or new."""
        goal = goal_of(self.talk)
        found = steps.standing(self.talk.of(GoalStep), self.talk.of(Statement), goal=goal)
        if goal is not None:
            return list(found)
        return [
            each
            for each in found
            if each.body.goal is None
            and (each.body.session == self.session or each.body.status in {"to_do", "doing"})
        ]

    def _step(self, record: Record[GoalStep], said: tuple[Record[Statement], ...]) -> Pressable:
        who = record.body.who
        name = self.name if who == self.talk.person.id else self.talk.name_of(who)
        card = step_card(self.ctx, record.body, steps.words_of(record.body, said), name)
        card.setObjectName(f"step-{record.id}")
        card.clicked.connect(lambda: self.chosen(record.id))
        self._read.append(card)
        self._cards.append(card)
        self._newest = card
        return card


class _OneStep(AskingView):
    """Who, with whom, when, how much help, how it goes: one at a time."""

    def __init__(
        self, ctx: Context, talk: Talk, record: Record[GoalStep], *, back: Callable[[], None]
    ) -> None:
        super().__init__(ctx, talk)
        self._record, self._step, self._back = record, record.body, back
        self.begin()

    def head(self) -> Pressable:
        """The step; pressing it goes back to the list."""
        who = self._step.who
        name = self.name if who == self.talk.person.id else self.talk.name_of(who)
        words = steps.words_of(self._step, self.talk.of(Statement))
        card = step_card(self.ctx, self._step, words, name, heading=True)
        card.clicked.connect(self.hear.emit)
        return card

    def parts(self) -> tuple[Part, ...]:
        """Five small questions."""
        t, step = self.ctx.t, self._step
        new = step.session == self.session
        return (
            Part("who", t(N_("Who")), t(N_("Who does it?")), WHO, not new, self._who),
            Part("with", t(N_("With whom")), t(N_("Who is with you?")), STEP,
                 bool(step.with_whom) or not new, self._with),
            Part("when", t(N_("When")), t(N_("When?")), WHEN, bool(step.when), self._when),
            Part("help", t(N_("Help")), t(N_("How much help do you want?")),
                 HELPS["bit_of_help"][1], step.help_needed is not None, self._help),
            Part("going", t(N_("How it goes")), t(N_("How is it going?")), STATUSES["doing"][1],
                 False, self._going),
        )  # fmt: skip

    def ways_out(self) -> tuple[Pressable, ...]:
        """Back to the list."""
        words = self.ctx.t(N_("All the steps"))
        back = Pressable(self.ctx, words, picture=BACKWARD, picture_px=28)
        back.setObjectName("all-steps")
        back.clicked.connect(self._back)
        return (back,)

    def _who(self, column: Column) -> QWidget:
        row, faces = people_row(
            self.ctx, self.talk.person, self.talk.supporters, chosen=(self._step.who,),
            pick=lambda who: self._change(f"who-{who}", who=who), name="who",
        )  # fmt: skip
        column.add_row(row)
        self._read += faces
        return faces[0]

    def _with(self, column: Column) -> QWidget | None:
        now = self._step.with_whom

        def pick(who: RecordId) -> None:
            left = tuple(each for each in now if each != who)
            self._change(f"with-{who}", with_whom=left if who in now else (*now, who))

        row, faces = people_row(
            self.ctx, None, self.talk.supporters, chosen=now, pick=pick, name="with"
        )
        column.add_row(row)
        self._read += faces
        return faces[0] if faces else None

    def _when(self, column: Column) -> QWidget:
        ctx, now = self.ctx, self._step.when
        ready = {ctx.t(words): each for each, (words, _) in _WHENS.items()}
        row, cards = choice_cards(
            ctx, _WHENS, chosen=ready.get(now), name="when",
            pick=lambda each: self._change(f"when-{each}", when=ctx.t(_WHENS[each][0])),
        )  # fmt: skip
        column.add_row(row)
        self._read += cards
        line = KeptLine(
            ctx, ctx.t(N_("Or in other words")), place=self.session,
            key=by_when_key(self._record.id), text="" if now in ready else now,
        )  # fmt: skip
        line.line.setObjectName("words-when")
        self.lines.append(line)
        done = Pressable(
            ctx, ctx.t(N_("Say it like this")), picture=TICK, picture_px=28, role="action"
        )
        done.setObjectName("say-when")

        def keep() -> None:
            line.forget()
            self._change("say-when", when=line.text.strip())

        done.clicked.connect(keep)
        line.line.returnPressed.connect(keep)
        column.add_row(with_button(self.ctx, line, done))
        return cards[0]

    def _help(self, column: Column) -> QWidget:
        now = self._step.help_needed

        def pick(each: str) -> None:
            self._change(f"help-{each}", help_needed=None if each == now else each)

        row, cards = choice_cards(
            self.ctx, HELPS, chosen=now, pick=pick, name="help", picture_px=84
        )
        column.add_row(row)
        self._read += cards
        return cards[0]

    def _going(self, column: Column) -> QWidget:
        ctx, step = self.ctx, self._step
        row, cards = choice_cards(
            ctx, STATUSES, chosen=step.status, pick=self._go, name="status", widest=200
        )
        column.add_row(row)
        self._read += cards
        if step.status == "stuck":
            asked = Words(ctx, ctx.t(N_("What keeps it?")), size="label")
            column.add(asked)
            self._read.append(asked)
            why, reasons = choice_cards(
                ctx, STUCK, chosen=step.stuck_because, name="stuck", flat=True,
                pick=lambda each: self._change(f"stuck-{each}", stuck_because=each),
            )  # fmt: skip
            column.add_row(why)
            self._read += reasons
        if step.status == "done":
            well = Words(ctx, ctx.t(N_("That is done. Well done, {name}."), name=self.name))
            column.add(well)
            self._read.append(well)
        return cards[0]

    def _go(self, status: str) -> None:
        by, session, key = self.ctx.writer, self.session, self.step.key
        today, at, record = self.ctx.today, self.now(), self._record.id
        self.do(
            lambda: steps.go(
                self.notebook, step=record, status=status, today=today, by=by, session=session,
                answers=key, at=at,
            ),
            focus=f"status-{status}",
        )  # fmt: skip

    def _change(self, focus: str, **fields: object) -> None:
        by, session, record = self.ctx.writer, self.session, self._record.id
        do = functools.partial(
            steps.change, self.notebook, step=record, by=by, session=session, **fields
        )
        self.do(do, focus=focus)
