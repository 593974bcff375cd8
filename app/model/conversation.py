"""Walking a guide: which moment is on screen, what comes next, how far we are.

The engine holds nothing of its own. Where a conversation stands is in its session record, so it
can be left at any moment and carried on there, by anyone, after any interruption (rule R11).
"""

import dataclasses
from collections.abc import Mapping
from typing import Literal

from app.model.guide import Guide, Moment, Stage
from app.model.session import REFUSALS, Session

Progress = Literal["done", "now", "to_come"]

Around = Mapping[str, tuple[str, ...]]
"""What moments are repeated for, beside what the session itself says: the records of each sort
(``goals``, ``views``), by identifier."""


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """One moment as it comes up in one conversation.

    Attributes:
        key: names the step in the session's answers: the moment, and what it is repeated for.
        about: what it is repeated for: a topic of the agenda, a goal, a choice made earlier.

    """

    moment: Moment
    about: str = ""

    @property
    def key(self) -> str:
        """``important``, or ``sorting:food`` for a moment that comes once for each topic."""
        return f"{self.moment.id}:{self.about}" if self.about else self.moment.id


class Conversation:
    """One guide as one session walks it.

    Attributes:
        steps: the moments in order, repeated ones spread out over the topics on the table.

    """

    def __init__(self, guide: Guide, session: Session, around: Around | None = None) -> None:
        self.guide = guide
        self.session = session
        self.steps = tuple(_spread(guide, session, around or {}))

    @property
    def position(self) -> int:
        """Where the conversation stands, as an index into :attr:`steps`.

        A step that is no longer there (a topic was taken off the table, the guide was changed)
        gives its place to the next one of the guide that is.
        """
        keys = [step.key for step in self.steps]
        if self.session.at_moment in keys:
            return keys.index(self.session.at_moment)
        lost = self.session.at_moment.partition(":")[0]
        order = [moment.id for moment in self.guide.moments]
        if lost in order:
            still_to_come = set(order[order.index(lost) :])
            for index, step in enumerate(self.steps):
                behind = step.moment.id == lost and step.key in self.session.answers
                if step.moment.id in still_to_come and not behind:
                    return index
            return len(self.steps) - 1
        return 0

    @property
    def step(self) -> Step:
        """The step on screen."""
        return self.steps[self.position]

    @property
    def turn(self) -> tuple[int, int]:
        """Which of the times that its moment is asked the step is, and how often that is."""
        keys = [each.key for each in self.steps if each.moment.id == self.step.moment.id]
        return keys.index(self.step.key) + 1, len(keys)

    @property
    def next(self) -> Step | None:
        """The step after this one; None at the end."""
        following = self.position + 1
        return self.steps[following] if following < len(self.steps) else None

    @property
    def ends_here(self) -> bool:
        """Whether nothing follows this step, whatever is answered at it."""
        if self.next is not None:
            return False
        here = self.step.moment
        later = self.guide.moments[self.guide.moments.index(here) + 1 :]
        return not any(_belongs(each, self.session) and self._may_come(each) for each in later)

    def _may_come(self, moment: Moment) -> bool:
        """Whether an answer at this step, the last one now, may bring a later moment.

        What hangs on one that may come needs no look: that one may come itself.
        """
        here = self.step.moment.id
        if moment.only_if and moment.wanted[0] == here:
            return True
        if moment.only_if and not _is_wanted(moment, self.session):
            return False
        return moment.for_each != "" and moment.repeats_answer_of in {"", here}

    @property
    def previous(self) -> Step | None:
        """The step before this one; None at the beginning."""
        return self.steps[self.position - 1] if self.position else None

    def progress(self) -> tuple[tuple[Stage, Progress], ...]:
        """The row of pictures along the top: each stage that has a step, and how it stands."""
        order = list(dict.fromkeys(step.moment.stage for step in self.steps))
        now = order.index(self.step.moment.stage)
        return tuple(
            (
                self.guide.stage(name),
                "done" if place < now else "now" if place == now else "to_come",
            )
            for place, name in enumerate(order)
        )

    def refused(self, step: Step) -> bool:
        """Whether the person answered this step by not answering it, which is an answer (R3)."""
        answer = self.session.answers.get(step.key)
        return answer is not None and answer.response in REFUSALS


def _spread(guide: Guide, session: Session, around: Around) -> list[Step]:
    steps: list[Step] = []
    for moment in guide.moments:
        if not _belongs(moment, session):
            continue
        if moment.only_if and not _is_wanted(moment, session):
            continue
        if moment.for_each:
            steps += [Step(moment, each) for each in _repeats(moment, session, around)]
        else:
            steps.append(Step(moment))
    return steps


def _belongs(moment: Moment, session: Session) -> bool:
    """Whether a moment is of what the session is about; one that hangs on such a one is too.

    Who goes out before it is asked each time (rule R14): what follows is not theirs to hear.
    """
    if not session.only or moment.part or moment.kind == "read_back" or moment.sends_out:
        return True
    return moment.id in session.only or moment.wanted[0] in session.only


def _is_wanted(moment: Moment, session: Session) -> bool:
    name, answers = moment.wanted
    given = session.answers.get(name)
    return given is not None and bool(answers & {*given.choices, given.response})


def _repeats(moment: Moment, session: Session, around: Around) -> tuple[str, ...]:
    if moment.repeats_answer_of:
        given = session.answers.get(moment.repeats_answer_of)
        return given.choices if given is not None else ()
    if moment.for_each == "agenda":
        return tuple(topic.topic for topic in session.agenda)
    return _with_answered(moment, session, around.get(moment.for_each, ()))


def _with_answered(moment: Moment, session: Session, now: tuple[str, ...]) -> tuple[str, ...]:
    """What it is repeated for, and what it was repeated for when that was answered in this talk.

    An answer may be what takes it from the list; whoever goes back still finds it, in the order in
    which it was first written (identifiers tell that).
    """
    answered = {key.partition(":")[2] for key in session.answers if key.startswith(f"{moment.id}:")}
    return now if answered <= set(now) else tuple(sorted({*now, *answered}))
