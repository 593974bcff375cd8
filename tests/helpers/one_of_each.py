"""A record of every kind there is, each with words by which it is found again."""

import datetime

from app.model.agreements import AdvocateReview, FourPlusOne, PlanAgreement, Query, RowCheck
from app.model.checked_with import CheckedWith, HardHere
from app.model.choice_sheets import ChoiceSheet, PaperAnswer, PaperChoice, PaperQuestion
from app.model.decisions import Decision
from app.model.drawn import Circle, DayStory, InCircle, OwnTopic, ProfilePick
from app.model.feedback import Feedback, Recognition, SealedBox, SealedNote
from app.model.goals import Goal, GoalRating, GoalStep
from app.model.hard_days import HardDay
from app.model.home_sheets import BoardSheet
from app.model.ids import PictureRef, RecordId, RevisionId
from app.model.packs import Area, PackComment, ReviewPack
from app.model.person import Person, Supporter
from app.model.photo_facts import InPhoto, PhotoFacts
from app.model.picture_said import PictureSaid
from app.model.promises import Promise
from app.model.record import Body
from app.model.recording_removed import RecordingRemoved
from app.model.recordings import sound_ref
from app.model.restrictions import Restriction
from app.model.risks import RiskPlan
from app.model.session import Board, BoardCard, Session
from app.model.sharing import CopyMade, SharedWith, SharingChoice
from app.model.statement import Statement
from app.model.translation import Translation

GONE = RecordId("gone")
"""A record that is not here: whatever names it says so in words."""

SEALED = "Ym94"
"""What stands in the box of the sealed note."""

WITHOUT_WORDS = frozenset(
    {
        "feedback",
        "sealed_note",
        "day_story",
        "four_plus_one",
        "profile_pick",
        "recording_removed",
        "board_sheet",
    }
)
"""Kinds that hold no words of their own: they name something else, or keep their words sealed."""


def one_of_each(
    person: RecordId,
    *,
    by: RecordId,
    now: datetime.datetime,
    sentence: RecordId = GONE,
    goal: RecordId = GONE,
    talk: RecordId = GONE,
    board: RecordId = GONE,
) -> dict[str, Body]:
    """Each kind with one body.

    Args:
        person: whose records they are.
        by: who is named where somebody has to be.
        now: the time of whatever happened.
        sentence: what is named where a sentence has to be; ``goal``, ``talk`` and
            ``board`` likewise.

    """
    whole = SharedWith(organisation="Sharing_choice words")
    return {
        "person": Person(preferred_name="Person words"),
        "supporter": Supporter(person=person, role="friend", name="Supporter words", paid=False),
        "session": Session(
            person=person, type="review", guide="review", started=now, place="Session words"
        ),
        "statement": Statement(
            person=person, section="home", kind="fact", voice="own_spoken",
            original="Statement words",
        ),
        "board": Board(
            person=person, session=talk, moment="sorting:food", topic="food", scale="doing_ok",
            cards=(BoardCard(id="a", words="Board words"),),
        ),
        **_wishes_and_limits(person, by, now.date(), sentence, goal),
        "sharing_choice": SharingChoice(
            person=person, to=whole, parts=("section:home",), since=now.date(), choice="yes"
        ),
        "copy": CopyMade(
            person=person, document="booklet", to=SharedWith(organisation="Copy words"),
            on=now.date(),
        ),
        **_what_was_thought_of_it(person, by, now.date(), sentence),
        "board_sheet": BoardSheet(
            person=person,
            board=board,
            on=now.date(),
            piles=("going_well",),
            cards=(),
            corners=(Area(left=1, bottom=2, wide=3, high=4),),
        ),
        "choice_sheet": ChoiceSheet(
            person=person,
            guide="passport",
            on=now.date(),
            questions=(
                PaperQuestion(
                    moment="say_yes",
                    asked="How do you say yes?",
                    choices=(PaperChoice(id="nod", words="I nod"),),
                    answer=PaperAnswer(
                        brought_by=by, at=now, response="chosen", choices=("nod",),
                        said="Choice_sheet words",
                    ),
                ),
            ),
            lines=(),
            corners=(Area(left=1, bottom=2, wide=3, high=4),),
        ),
        **_drawn(person, sentence, now.date()),
    }  # fmt: skip


def _wishes_and_limits(
    person: RecordId, by: RecordId, today: datetime.date, sentence: RecordId, goal: RecordId
) -> dict[str, Body]:
    return {
        "translation": Translation(
            person=person, source=sentence, source_version=1, lang="pl", text="Translation words",
            method="bilingual_staff",
        ),
        "goal": Goal(person=person, words=sentence, why_matters="Goal words"),
        "goal_rating": GoalRating(
            person=person, goal=goal, on=today, rater="person", value="getting_there",
            words="Goal_rating words",
        ),
        "step": GoalStep(person=person, goal=goal, words="Step words", who=person),
        "promise": Promise(person=person, words="Promise words", owner=by, due=today),
        "risk_plan": RiskPlan(person=person, what="Risk_plan words"),
        "restriction": Restriction(person=person, plain_title="Restriction words"),
        "decision": Decision(person=person, question="Decision words"),
    }  # fmt: skip


def _what_was_thought_of_it(
    person: RecordId, by: RecordId, today: datetime.date, sentence: RecordId
) -> dict[str, Body]:
    box = SealedBox(key="manager-1", sealed=SEALED)
    return {
        "feedback": Feedback(person=person, about="session", face="like"),
        "sealed_note": SealedNote(person=person, to="manager", on=today, boxes=(box,)),
        "recognition": Recognition(person=person, for_what="Recognition words"),
        "hard_day": HardDay(person=person, on=today, place="Hard_day words"),
        "agreement": PlanAgreement(
            person=person, on=today, agrees="part", how="said", not_agreed=("Agreement words",)
        ),
        "advocate_review": AdvocateReview(
            person=person, advocate=by, on=today, queries=(Query(text="Advocate_review words"),)
        ),
        "four_plus_one": FourPlusOne(person=person, tried=(sentence,)),
        "row_check": RowCheck(
            person=person, statement=sentence, on=today, result="right", note="Row_check words"
        ),
    }


def _drawn(person: RecordId, sentence: RecordId, today: datetime.date) -> dict[str, Body]:
    return {
        "circle": Circle(person=person, people=(InCircle(name="Circle words", ring="love"),)),
        "day_story": DayStory(person=person, which="good"),
        "own_topic": OwnTopic(person=person, words="Own_topic words"),
        "profile_pick": ProfilePick(person=person, picks=(sentence,)),
        "review_pack": ReviewPack(
            person=person,
            to=SharedWith(organisation="Review_pack words"),
            on=today,
            page_matrix=Area(left=1, bottom=2, wide=3, high=4),
        ),
        "pack_comment": PackComment(
            person=person,
            statement=sentence,
            version=RevisionId(sentence),
            words="Pack_comment words",
            on=today,
        ),
        "recording_removed": RecordingRemoved(
            person=person, recording=sound_ref(b"deleted"), on=today
        ),
        "photo_facts": PhotoFacts(
            person=person,
            picture=PictureRef("openmoji:1F4F7"),
            who=(InPhoto(name="Photo_facts words", agreed="no"),),
            on=today,
        ),
        "checked_with": CheckedWith(
            person=person,
            named="Sam",
            on=today,
            lang="en-GB",
            read=("0123456789abcdef",),
            hard=(HardHere(statement=sentence, said="Checked_with words"),),
        ),
        "picture_said": PictureSaid(
            person=person,
            picture=PictureRef("openmoji:2615"),
            clear="not_clear",
            word="Picture_said words",
            on=today,
        ),
    }
