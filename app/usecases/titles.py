"""What a record is called where others name it: by what stands in it, else by its kind."""

from collections.abc import Mapping

from app.model.agreements import PlanAgreement
from app.model.decisions import Decision
from app.model.drawn import OwnTopic
from app.model.goals import Goal, GoalStep
from app.model.hard_days import HardDay
from app.model.ids import RecordId
from app.model.kinds import kind_of
from app.model.person import Person, Supporter
from app.model.promises import Promise
from app.model.record import Body
from app.model.restrictions import Restriction
from app.model.risks import RiskPlan
from app.model.session import Session
from app.model.sharing import CopyMade, SharingChoice
from app.model.statement import Statement
from app.model.wording import N_, Phrase, Told
from app.usecases.field_words import name_of_kind


def title_of(body: Body, sentences: Mapping[RecordId, Told]) -> Told:
    """What a record is called.

    Args:
        body: what stands in it.
        sentences: what the sentences it may name are called.

    """
    match body:
        case Person(preferred_name=name) | Supporter(name=name):
            return name
        case Session(started=started):
            return started.astimezone().date()
        case Statement(original=words):
            return Phrase(N_("“{words}”"), (("words", words),))
        case Goal(words=sentence):
            return sentences.get(sentence, name_of_kind("goal"))
    return said_in_it(body) or _of_a_day(body) or name_of_kind(kind_of(body))


def said_in_it(body: Body) -> str:
    """The words of a step, a promise, a topic, a plan for a risk, a limit or a decision."""
    match body:
        case GoalStep(words=words) | Promise(words=words) | OwnTopic(words=words):
            return words
        case RiskPlan(what=words) | Restriction(plain_title=words) | Decision(question=words):
            return words
    return ""


def _of_a_day(body: Body) -> Told:
    match body:
        case SharingChoice(since=day):
            return Phrase(N_("My answer of {day}"), (("day", day),))
        case CopyMade(on=day):
            return Phrase(N_("The copy of {day}"), (("day", day),))
        case HardDay(on=day) if day is not None:
            return Phrase(N_("A hard day: {day}"), (("day", day),))
        case PlanAgreement(on=day):
            return Phrase(N_("What I said to my plan on {day}"), (("day", day),))
    return ""
