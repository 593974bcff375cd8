"""Everything one moment of a conversation needs, read in one go."""

import dataclasses
from collections.abc import Mapping
from typing import TypeVar

from app.model.agreements import PlanAgreement, RowCheck
from app.model.choice_sheets import ChoiceSheet
from app.model.conversation import Conversation, Step
from app.model.decisions import Decision
from app.model.drawn import Circle, DayStory, OwnTopic, ProfilePick
from app.model.feedback import Recognition, SealedNote
from app.model.goals import Goal, GoalRating, GoalStep
from app.model.guide import Guide, Moment, MomentKind
from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.model.packs import PackComment
from app.model.person import Person, Supporter
from app.model.promises import Promise
from app.model.record import Body, Record
from app.model.restrictions import Restriction
from app.model.risks import RiskPlan
from app.model.session import Answer, Board, Session
from app.model.sharing import SharingChoice
from app.model.statement import Statement
from app.usecases import comments, easy_words, halfsaid, surroundings
from app.usecases.ports import Notebook, UnitOfWork

NEEDED: dict[MomentKind, tuple[type[Body], ...]] = {
    "settings": (Session,),
    "chart_row": (Statement,),
    "row_check": (Statement, RowCheck),
    "circle": (Circle,),
    "day": (DayStory, Statement),
    "profile_pick": (Statement, ProfilePick),
    "pick": (Statement,),
    "ladder": (Goal, Statement),
    "steps": (Goal, GoalStep, Statement),
    "rate": (Goal, GoalRating, Statement),
    "moved": (Goal, GoalRating, Statement),
    "promise": (Promise, Statement),
    "told": (Promise, Statement),
    "due": (
        Promise,
        Goal,
        GoalStep,
        RiskPlan,
        Restriction,
        Decision,
        Statement,
        PackComment,
        Board,
        ChoiceSheet,
    ),
    "others_say": (Statement,),
    "sharing": (SharingChoice, Statement),
    "agree": (PlanAgreement, Statement),
    "recognition": (Recognition,),
    "thanks": (Recognition,),
    "sealed": (SealedNote,),
    "topics": (OwnTopic,),
    "board": (OwnTopic,),
}
"""The kinds of records that a kind of moment shows, beside what was said."""

ARRANGING: frozenset[MomentKind] = frozenset(
    {"settings", "people_here", "recognition", "sealed", "thanks", "copy", "when_next"}
)
"""The kinds of moments at which what is pressed is about the talk: nothing is said with it."""

BodyT = TypeVar("BodyT", bound=Body)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation as it stands at its present step.

    Attributes:
        said: what was said at this step in this session, in order.
        kept: the kept sentences of the step's section, where the step rereads them.
        to_read_back: every sentence the person has not answered, where the step reads back.
        board: the step's sorting board, if it was laid out.
        typing: what stood unfinished in the writing place.
        others: the person's records of every kind that the step's moment needs.
        spoke: whether the person said, chose or sorted anything in this talk, or answered what was
            read back; arranging the talk, and thanks for it, are none of that.
        about: the sentence for which the step is repeated, or that says the goal for which it is.
        easier: sentences whose easier words wait for the person's yes.
        below: what is told of records below their words.

    """

    person: Record[Person]
    supporters: tuple[Record[Supporter], ...]
    session: Record[Session]
    conversation: Conversation
    said: tuple[Record[Statement], ...]
    kept: tuple[Record[Statement], ...]
    to_read_back: tuple[Record[Statement], ...]
    board: Record[Board] | None
    typing: HalfSaid
    others: tuple[Record[Body], ...] = ()
    spoke: bool = False
    about: Record[Statement] | None = None
    easier: tuple[Record[Statement], ...] = ()
    below: Mapping[RecordId, comments.Lines] = dataclasses.field(default_factory=dict)

    def of(self, kind: type[BodyT]) -> tuple[Record[BodyT], ...]:
        """Those of the records that are of this kind, the first first."""
        return tuple(each for each in self.others if isinstance(each.body, kind))  # type: ignore[misc]

    def is_here(self, supporter: RecordId | None) -> bool:
        """Whether somebody is in the room: not one whom the person sent out."""
        return any(each.supporter == supporter for each in self.session.body.attendees)

    def name_of(self, supporter: RecordId | None) -> str:
        """A supporter's name; empty if they are not around this person."""
        return next((s.body.name for s in self.supporters if s.id == supporter), "")


def talk(notebook: Notebook, *, session: RecordId, guides: dict[str, Guide]) -> Talk:
    """Read a conversation where it stands.

    Raises:
        NotFoundError: there is no such session.
        KeyError: its guide is not among ``guides``.

    """
    with notebook.unit_of_work() as work:
        record = work.records.get(session, Session)
        body = record.body
        conversation = surroundings.conversation(work, guides[body.guide], body)
        step = conversation.step
        statements = work.records.find(Statement, person=body.person)
        boards = work.records.find(Board, session=session)
        return Talk(
            person=work.records.get(body.person, Person),
            supporters=work.records.find(Supporter, person=body.person),
            session=record,
            conversation=conversation,
            said=tuple(
                each
                for each in statements
                if each.body.session == session and each.body.moment == step.key
            ),
            kept=tuple(
                each
                for each in statements
                if step.moment.shows_kept
                and each.body.kept
                and each.body.section == step.moment.section
                and each.body.kind == step.moment.says
                and each.body.session != session
            ),
            to_read_back=unanswered(statements),
            board=next((each for each in boards if each.body.moment == step.key), None),
            typing=halfsaid.at(work, session=session, step=step.key),
            others=tuple(
                each
                for kind in NEEDED.get(step.moment.kind, ())
                for each in work.records.find(kind, person=body.person)
            ),
            spoke=_any_said(statements, boards, record)
            or any(_says(conversation.guide, key, answer) for key, answer in body.answers.items()),
            about=_sentence_about(work, statements, step),
            easier=easy_words.waiting(statements),
            below=(
                comments.told_below(work, person=body.person) if step.moment.kind == "due" else {}
            ),
        )


def _any_said(
    statements: tuple[Record[Statement], ...],
    boards: tuple[Record[Board], ...],
    session: Record[Session],
) -> bool:
    since = session.body.started.date()
    said = any(
        (each.body.session == session.id and each.body.voice_group != "others")
        or (each.body.read_back.on is not None and each.body.read_back.on >= since)
        for each in statements
    )
    laid_out = (each.body.cards for each in boards if not each.body.practice)
    return said or any(card.pile for cards in laid_out for card in cards)


def _says(guide: Guide, key: str, answer: Answer) -> bool:
    """Whether an answer says something: own words do anywhere, what was pressed not everywhere."""
    moment = next((each for each in guide.moments if each.id == key.partition(":")[0]), None)
    pressed = answer.response == "chosen" and not (moment is not None and arranges(moment))
    return pressed or answer.response == "said"


def arranges(moment: Moment) -> bool:
    """Whether what is pressed there only says how the talk goes on, and nothing of the person."""
    return (
        moment.kind in ARRANGING
        or moment.needs_yes
        or moment.practice
        or moment.fills == "feedback.route"
        or any(option.stays for option in moment.options)
    )


def _sentence_about(
    work: UnitOfWork, statements: tuple[Record[Statement], ...], step: Step
) -> Record[Statement] | None:
    about = step.about
    if about and step.moment.for_each == "goals":
        about = work.records.get(RecordId(about), Goal).body.words
    return next((each for each in statements if each.id == about), None)


def unanswered(statements: tuple[Record[Statement], ...]) -> tuple[Record[Statement], ...]:
    """Sentences to read back: new ones first, then those about which the person was not sure."""
    new = [each for each in statements if each.body.read_back.result == "not_done"]
    unsure = [each for each in statements if each.body.read_back.result == "not_sure"]
    return (*new, *unsure)
