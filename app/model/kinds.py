"""The kinds of record there are, and how their bodies are written and read."""

import msgspec

from app.model.agreements import AdvocateReview, FourPlusOne, PlanAgreement, RowCheck
from app.model.checked_with import CheckedWith
from app.model.choice_sheets import ChoiceSheet
from app.model.decisions import Decision
from app.model.drawn import Circle, DayStory, OwnTopic, ProfilePick
from app.model.feedback import Feedback, Recognition, SealedNote
from app.model.goals import Goal, GoalRating, GoalStep
from app.model.hard_days import HardDay
from app.model.home_sheets import BoardSheet
from app.model.packs import PackComment, ReviewPack
from app.model.person import Person, Supporter
from app.model.photo_facts import PhotoFacts
from app.model.picture_said import PictureSaid
from app.model.promises import Promise
from app.model.record import Body
from app.model.recording_removed import RecordingRemoved
from app.model.restrictions import Restriction
from app.model.risks import RiskPlan
from app.model.session import Board, Session
from app.model.sharing import CopyMade, SharingChoice
from app.model.statement import Statement
from app.model.translation import Translation

KINDS: dict[str, type[Body]] = {
    "person": Person,
    "supporter": Supporter,
    "session": Session,
    "statement": Statement,
    "board": Board,
    "translation": Translation,
    "goal": Goal,
    "goal_rating": GoalRating,
    "step": GoalStep,
    "promise": Promise,
    "risk_plan": RiskPlan,
    "restriction": Restriction,
    "decision": Decision,
    "sharing_choice": SharingChoice,
    "copy": CopyMade,
    "feedback": Feedback,
    "sealed_note": SealedNote,
    "recognition": Recognition,
    "hard_day": HardDay,
    "agreement": PlanAgreement,
    "advocate_review": AdvocateReview,
    "four_plus_one": FourPlusOne,
    "row_check": RowCheck,
    "circle": Circle,
    "day_story": DayStory,
    "own_topic": OwnTopic,
    "profile_pick": ProfilePick,
    "photo_facts": PhotoFacts,
    "checked_with": CheckedWith,
    "picture_said": PictureSaid,
    "recording_removed": RecordingRemoved,
    "review_pack": ReviewPack,
    "pack_comment": PackComment,
    "board_sheet": BoardSheet,
    "choice_sheet": ChoiceSheet,
}

LISTS: dict[str, type[Body]] = {
    "people": Person,
    "supporters": Supporter,
    "sessions": Session,
    "statements": Statement,
    "boards": Board,
    "translations": Translation,
    "goals": Goal,
    "goal_ratings": GoalRating,
    "steps": GoalStep,
    "promises": Promise,
    "risk_plans": RiskPlan,
    "restrictions": Restriction,
    "decisions": Decision,
    "sharing_choices": SharingChoice,
    "copies": CopyMade,
    "feedback": Feedback,
    "sealed_notes": SealedNote,
    "recognitions": Recognition,
    "hard_days": HardDay,
    "agreements": PlanAgreement,
    "advocate_reviews": AdvocateReview,
    "four_plus_ones": FourPlusOne,
    "row_checks": RowCheck,
    "circles": Circle,
    "day_stories": DayStory,
    "own_topics": OwnTopic,
    "profile_picks": ProfilePick,
    "photo_facts": PhotoFacts,
    "checked_with": CheckedWith,
    "pictures_said": PictureSaid,
    "recordings_removed": RecordingRemoved,
    "review_packs": ReviewPack,
    "pack_comments": PackComment,
    "board_sheets": BoardSheet,
    "choice_sheets": ChoiceSheet,
}
"""The lists of a plan file and what stands in each, in the order in which they are taken in."""

SCHEMA: dict[str, int] = dict.fromkeys(KINDS, 1)
"""The version of each body's form that this program writes."""

_NAMES = {body: kind for kind, body in KINDS.items()}
_encoder = msgspec.json.Encoder(order="deterministic")
_decoders = {kind: msgspec.json.Decoder(body) for kind, body in KINDS.items()}


def kind_of(body: Body | type[Body]) -> str:
    """The name of a body's kind."""
    return _NAMES[body if isinstance(body, type) else type(body)]


def write_body(body: Body) -> bytes:
    """A body as JSON, the same bytes for the same body, checked by reading it back.

    Raises:
        msgspec.ValidationError: a field holds what its type does not allow.

    """
    data = _encoder.encode(body)
    _decoders[kind_of(body)].decode(data)
    return data


def read_body(kind: str, data: bytes) -> Body:
    """The body that :func:`write_body` wrote.

    Raises:
        KeyError: no such kind.
        msgspec.ValidationError: it is not a body of this kind.

    """
    body: Body = _decoders[kind].decode(data)
    return body
