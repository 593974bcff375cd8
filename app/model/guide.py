"""Guides: conversations as data (domain section C).

A guide is an ordered list of moments. One moment is one screen. Nothing here knows how a moment
is drawn; a new conversation is a new file, and needs no code.
"""

import typing
from collections.abc import Iterable
from typing import Literal

from app.model.ids import PictureRef
from app.model.record import Value
from app.model.session import SessionType
from app.model.statement import StatementKind

MomentKind = Literal[
    # the frame of every conversation
    "settings", "people_here", "choose", "topics", "read_back", "copy", "thanks", "when_next",
    # asking
    "question", "either_or", "scale", "board", "order", "observe", "photo", "drawing", "voice",
    "pick", "pick_people",
    # laying out
    "circle", "body", "day", "chart_row", "row_check", "profile_pick",
    # what is wanted, and what follows
    "ladder", "steps", "rate", "moved", "promise", "told", "due",
    # who says what, who sees what, and agreeing
    "others_say", "sharing", "agree", "recognition", "sealed",
]  # fmt: skip

KINDS_OF_MOMENTS: frozenset[str] = frozenset(typing.get_args(MomentKind))

PART_OF = frozenset({"open", "close"})
"""The shared parts: they belong to every visit, also to one that only carries on."""


class Option(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Something that can be pressed.

    Attributes:
        ends: pressing it ends the conversation politely ("Not today").
        not_safe: pressing it says that the person is not safe: every question stops, and whom to
            tell is shown (rule R15).
        stays: pressing it lets whoever supports the person day by day stay. Where a moment has such
            an option, they go out before anything follows, unless it was pressed.
        something_else: it opens a place for the person's own words.
        unsaid: pressing it says nothing in the plan: a moment that comes only then asks for it.
        days: how many days from today it means, for "when next".
        sentence: how choosing it is said in the plan, where the moment has a section; the words
            of the option where it is empty.

    """

    id: str
    words: str
    picture: PictureRef
    ends: bool = False
    not_safe: bool = False
    stays: bool = False
    something_else: bool = False
    unsaid: bool = False
    days: int = 0
    sentence: str = ""


class Stage(Value, frozen=True, kw_only=True):
    """One step of the row of pictures that shows where the conversation is."""

    id: str
    title: str
    picture: PictureRef


class Moment(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One screen of a conversation.

    Attributes:
        prompt: the one question.
        others: other ways to ask the same.
        helper: a quiet word to whoever helps.
        section: where in the plan the answers belong, and ``says`` what kind they are.
        whose: ``others`` where somebody else is asked: whose words they are is chosen first, and
            the person's own voice is not (rule R1).
        shows_kept: the section's kept sentences are shown with the new ones (reread).
        needs_yes: nothing follows until the person pressed an answer that does not end it.
        most: how many answers at most, 0 for any number; at a choice among options, 0 for one.
        field: the field of record D5 that the answer fills.
        fills: the record and field that the answer fills beside it, as ``hard_day.before``.
        options: what can be pressed; of a scale, the one thing that is placed on it.
        scale: the scale of a board, or of one thing placed on it.
        for_each: what the moment is repeated for: ``agenda`` each topic the person picked,
            ``goals`` each goal that is wanted, ``views`` each sentence of somebody else that
            waits for the person's answer, ``answer:MOMENT`` each thing or person chosen at an
            earlier moment.
        only_if: it comes only where an earlier moment was answered so: ``MOMENT:ANSWER``, several
            answers parted by ``|``.
        again: an earlier moment that this one asks the other way round; whether the two agree is
            kept with what was said there.
        about: which of several the moment is about, where its kind has several: ``good`` or
            ``hard`` for a day, a document for what stands on one page.
        practice: a practice run, whose result counts for nothing.
        part: the shared part it comes from, if from one; set on reading.

    """

    id: str
    kind: MomentKind
    stage: str
    prompt: str
    picture: PictureRef
    others: tuple[str, ...] = ()
    explain: str = ""
    helper: str = ""
    section: str = ""
    says: StatementKind | None = None
    whose: Literal["", "others"] = ""
    shows_kept: bool = False
    options: tuple[Option, ...] = ()
    needs_yes: bool = False
    most: int = 0
    field: str = ""
    fills: str = ""
    scale: str = ""
    topic: str = ""
    for_each: str = ""
    only_if: str = ""
    again: str = ""
    about: str = ""
    practice: bool = False
    part: str = ""

    @property
    def sends_out(self) -> bool:
        """Whether somebody goes out here, unless the person chose that they stay."""
        return any(option.stays for option in self.options)

    def lets_stay(self, chosen: Iterable[str]) -> bool:
        """Whether nobody is asked to go out here, or the person chose that they stay."""
        staying = {option.id for option in self.options if option.stays}
        return not staying or not staying.isdisjoint(chosen)

    @property
    def wanted(self) -> tuple[str, frozenset[str]]:
        """The earlier moment that decides whether this one comes, and the answers that bring it."""
        moment, _, answers = self.only_if.partition(":")
        return moment, frozenset(answers.split("|")) if answers else frozenset()

    @property
    def several(self) -> bool:
        """Whether several of its options may be chosen, where one is the rule."""
        return self.kind == "choose" and self.most > 1

    @property
    def repeats_answer_of(self) -> str:
        """The earlier moment for whose choices this one is repeated; empty if for none."""
        source, _, moment = self.for_each.partition(":")
        return moment if source == "answer" else ""


class Guide(Value, frozen=True, kw_only=True):
    """A conversation from its first moment to its last.

    Attributes:
        explain: what it is for, in a sentence, where it is offered.
        place: where it stands among what is offered; 0 where it is not offered by itself.
        without_keyworker: it is not for the keyworker's ears: the first moment after the start
            lets them stay only where the person wants it.

    """

    id: str
    version: int
    title: str
    type: SessionType
    picture: PictureRef
    stages: tuple[Stage, ...]
    moments: tuple[Moment, ...]
    explain: str = ""
    place: int = 0
    without_keyworker: bool = False

    def stage(self, name: str) -> Stage:
        """The stage of this name.

        Raises:
            KeyError: there is none.

        """
        for stage in self.stages:
            if stage.id == name:
                return stage
        raise KeyError(name)

    def moment(self, name: str) -> Moment | None:
        """The moment of this name, if there is one."""
        return next((each for each in self.moments if each.id == name), None)
