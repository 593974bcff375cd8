"""Goals: begun with the person's words, rated unseen, and what becomes of them."""

import datetime

import pytest

from app.bootstrap import House
from app.model.errors import NotAllowedError
from app.model.goals import Goal, GoalRating, GoalStep
from app.model.ids import RecordId
from app.model.movement import movement, sentences
from app.model.record import Record
from app.model.session import Session
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.usecases import goals, ratings, sessions, statements, steps, surroundings
from tests.helpers.guides import guide, moment

from .conftest import NOW, TODAY, Home

STEP = "rate"


class Talk:
    """A talk with Ann in which a goal can be begun and rated."""

    def __init__(self, home: Home, house: House) -> None:
        self.home, self.notebook = home, home.notebook
        self.session = sessions.start(
            home.notebook, person=home.person, guide=house.guides["review"], by=home.by, now=NOW
        ).last("session")

    @property
    def about(self) -> dict[str, object]:
        return {"session": self.session, "step": STEP, "by": self.home.by}

    @property
    def session_body(self) -> Session:
        return sessions.session(self.notebook, session=self.session).body

    def say(self, words: str = "Bus by myself.", **more: object) -> RecordId:
        given = {
            "person": self.home.person, "words": words, "lang": "en-GB", "section": "goals",
            "kind": "hope", "voice": "own_spoken", "by": self.home.by, "session": self.session,
        }  # fmt: skip
        return statements.say(self.notebook, statements.Said(**(given | more))).last("statement")  # type: ignore[arg-type]

    def goal(self) -> RecordId:
        change = goals.begin(self.notebook, statement=self.say(), at=NOW, **self.about)
        return change.last("goal")

    def agree(self, goal: RecordId) -> RecordId:
        for point, words in (("same", "Dele drives me."), ("hoped", "I go by myself.")):
            goals.agree_words(self.notebook, goal=goal, point=point, words=words, by=self.home.by)
        return goal

    def read(self, goal: RecordId) -> Goal:
        with self.notebook.unit_of_work() as work:
            return work.records.get(goal, Goal).body

    def rate(self, goal: RecordId, value: str) -> None:
        ratings.rate(self.notebook, goal=goal, value=value, at=NOW, today=TODAY, **self.about)

    def rate_as_helper(self, goal: RecordId, value: str | None) -> None:
        ratings.rate_as_supporter(
            self.notebook, goal=goal, value=value, supporter=self.home.by, today=TODAY, **self.about
        )

    def rated(self) -> tuple[Record[GoalRating], ...]:
        with self.notebook.unit_of_work() as work:
            return work.records.find(GoalRating, person=self.home.person)

    def both(self, goal: RecordId) -> ratings.Both:
        return ratings.both(
            self.rated(), goal=goal, session=self.session, step=STEP,
            given=self.session_body.answers.get(STEP),
        )  # fmt: skip


@pytest.fixture
def talk(home: Home, house: House) -> Talk:
    return Talk(home, house)


def test_r1_a_goal_never_begins_with_somebody_elses_words(talk: Talk) -> None:
    staff = talk.say("Ann should lose weight.", voice="staff", said_by=talk.home.by)
    with pytest.raises(NotAllowedError):
        goals.begin(talk.notebook, statement=staff, at=NOW, **talk.about)
    with talk.notebook.unit_of_work() as work:
        assert goals.hopes(work.records.find(Statement)) == ()
        assert work.records.find(Goal) == ()


def test_beginning_with_the_same_hope_again_is_the_same_goal(talk: Talk) -> None:
    said = talk.say()
    first = goals.begin(talk.notebook, statement=said, at=NOW, **talk.about).last("goal")
    goals.begin(talk.notebook, statement=said, at=NOW, **talk.about)
    with talk.notebook.unit_of_work() as work:
        assert [each.id for each in work.records.find(Goal)] == [first]
    assert talk.session_body.answers[STEP].choices == (first,)


def test_taking_another_hope_puts_away_a_goal_about_which_nothing_was_agreed(talk: Talk) -> None:
    untouched = talk.goal()
    goals.choose_another(talk.notebook, **talk.about)
    agreed = talk.agree(talk.goal())
    goals.choose_another(talk.notebook, **talk.about)
    with talk.notebook.unit_of_work() as work:
        left = {each.id for each in work.records.find(Goal)}
    assert (agreed in left, untouched in left) == (True, False)
    assert STEP not in talk.session_body.answers


def test_a_goal_is_tried_only_when_its_two_faces_have_words(talk: Talk) -> None:
    goal = talk.goal()
    with pytest.raises(NotAllowedError):
        goals.start(talk.notebook, goal=goal, now=True, today=TODAY, by=talk.home.by)
    assert talk.read(goal).status == "planning"
    talk.agree(goal)
    goals.start(talk.notebook, goal=goal, now=True, today=TODAY, by=talk.home.by)
    body = talk.read(goal)
    assert (body.status, body.started, body.review_due) == (
        "trying", TODAY, TODAY + datetime.timedelta(weeks=6),
    )  # fmt: skip
    with pytest.raises(NotAllowedError):
        goals.agree_words(talk.notebook, goal=goal, point="hoped", words=" ", by=talk.home.by)
    assert talk.read(goal).anchors.hoped


def test_letting_go_keeps_why_and_keeping_on_forgets_it(talk: Talk) -> None:
    goal = talk.agree(talk.goal())
    about = {"goal": goal, "today": TODAY, "by": talk.home.by}
    goals.decide(talk.notebook, status="let_go", because="not_now", **about)
    assert (talk.read(goal).let_go_because, talk.read(goal).open) == ("not_now", False)
    goals.decide(talk.notebook, status="trying", **about)
    assert (talk.read(goal).let_go_because, talk.read(goal).open) == (None, True)


def test_a_helper_rates_only_after_the_person_and_unseen(talk: Talk) -> None:
    goal = talk.goal()
    with pytest.raises(NotAllowedError):
        talk.rate_as_helper(goal, "hoped")
    assert talk.rated() == ()
    talk.rate(goal, "same")
    assert talk.both(goal).covered
    talk.rate_as_helper(goal, "hoped")
    now = talk.both(goal)
    assert (now.person.body.value, now.supporter.body.value) == ("same", "hoped")
    assert not now.covered
    assert not now.supporter.body.seen_other_first


def test_r3_a_refusal_is_kept_as_no_answer_and_counts_as_given(talk: Talk) -> None:
    goal = talk.goal()
    talk.rate(goal, "dont_know")
    assert talk.session_body.answers[STEP].response == "dont_know"
    talk.rate_as_helper(goal, None)
    now = talk.both(goal)
    assert (now.person.body.value, now.supporter.body.value) == ("no_answer", "no_answer")


@pytest.mark.parametrize("no", ["dont_want_to_say", "not_today"])
def test_no_helper_answers_about_a_goal_that_the_person_would_not_talk_about(
    talk: Talk, no: str
) -> None:
    goal, other = talk.goal(), talk.goal()
    talk.rate(other, "hoped")
    talk.rate(goal, no)
    assert not talk.both(goal).covered
    assert talk.both(other).covered
    with pytest.raises(NotAllowedError):
        talk.rate_as_helper(goal, "hoped")


def test_a_person_who_said_no_can_answer_after_all_and_then_the_helper(talk: Talk) -> None:
    goal = talk.goal()
    talk.rate(goal, "dont_want_to_say")
    ratings.answer_again(talk.notebook, goal=goal, **talk.about)
    talk.rate(goal, "same")
    talk.rate_as_helper(goal, "hoped")
    assert talk.both(goal).supporter is not None


def test_once_an_answer_was_shown_no_helper_can_rate(talk: Talk) -> None:
    goal = talk.goal()
    talk.rate(goal, "same")
    ratings.uncover(talk.notebook, goal=goal, **talk.about)
    assert not talk.both(goal).covered
    with pytest.raises(NotAllowedError):
        talk.rate_as_helper(goal, "hoped")
    assert talk.both(goal).supporter is None


def test_after_both_the_person_cannot_rate_having_seen_but_both_can_answer_again(
    talk: Talk,
) -> None:
    goal = talk.goal()
    talk.rate(goal, "same")
    talk.rate_as_helper(goal, "hoped")
    with pytest.raises(NotAllowedError):
        talk.rate(goal, "hoped")
    ratings.answer_again(talk.notebook, goal=goal, **talk.about)
    assert talk.rated() == ()
    assert STEP not in talk.session_body.answers


def test_going_further_changes_the_same_rating(talk: Talk) -> None:
    goal = talk.goal()
    talk.rate(goal, "same")
    talk.rate(goal, "harder")
    assert [each.body.value for each in talk.rated()] == ["harder"]


def test_one_step_about_several_goals_keeps_an_answer_while_any_is_rated(talk: Talk) -> None:
    first, second = talk.goal(), talk.goal()
    talk.rate(first, "hoped")
    talk.rate(second, "not_today")
    assert talk.session_body.answers[STEP].response == "chosen"
    ratings.answer_again(talk.notebook, goal=second, **talk.about)
    assert STEP in talk.session_body.answers
    ratings.answer_again(talk.notebook, goal=first, **talk.about)
    assert STEP not in talk.session_body.answers


def test_a_goal_that_was_let_go_in_a_talk_stays_a_step_of_it(talk: Talk) -> None:
    walk = guide(moment("rate", kind="rate", for_each="goals"), moment("after"))
    goal = talk.agree(talk.goal())
    step = f"rate:{goal}"
    ratings.rate(
        talk.notebook, goal=goal, value="same", session=talk.session, step=step, by=talk.home.by,
        at=NOW, today=TODAY,
    )  # fmt: skip
    goals.decide(talk.notebook, goal=goal, status="let_go", today=TODAY, by=talk.home.by)
    with talk.notebook.unit_of_work() as work:
        here = surroundings.conversation(work, walk, talk.session_body)
    assert step in [each.key for each in here.steps]


def test_how_a_goal_moved_is_a_line_for_each_and_never_merged(talk: Talk) -> None:
    days = [TODAY, TODAY + datetime.timedelta(days=30)]
    rated = [
        GoalRating(
            person=talk.home.person, goal=RecordId("g"), on=on, rater=rater, value=value,
            by=talk.home.by if rater == "supporter" else None,
        )
        for on, rater, value in (
            (days[1], "person", "hoped"),
            (days[0], "person", "same"),
            (days[0], "supporter", "getting_there"),
            (days[1], "supporter", "no_answer"),
        )
    ]  # fmt: skip
    mine, theirs = movement(rated)
    assert [mark.value for mark in mine.marks] == ["same", "hoped"]
    assert (theirs.by, [mark.value for mark in theirs.marks]) == (talk.home.by, ["getting_there"])
    said = [each.said(SourceWording()) for each in sentences(mine)]
    assert said[0] == "Wednesday 4 March 2026: Not yet."


def say_step(talk: Talk, words: str, *, most: int = 0) -> RecordId:
    return steps.say(
        talk.notebook,
        statements.Said(
            person=talk.home.person, words=words, lang="en-GB", section="goals", kind="hope",
            voice="own_spoken", session=talk.session, moment="steps", by=talk.home.by,
        ),
        goal=None, most=most, at=NOW,
    ).last("step")  # fmt: skip


def read_step(talk: Talk, step: RecordId) -> GoalStep:
    with talk.notebook.unit_of_work() as work:
        return work.records.get(step, GoalStep).body


def test_a_step_is_the_persons_unless_they_choose_somebody(talk: Talk) -> None:
    step = say_step(talk, "Look up the bus.")
    assert read_step(talk, step).who == talk.home.person
    steps.change(talk.notebook, step=step, who=talk.home.by, when="Saturday", by=talk.home.by)
    assert (read_step(talk, step).who, read_step(talk, step).when) == (talk.home.by, "Saturday")


def test_more_than_enough_asks_are_refused_and_nothing_of_them_is_written(talk: Talk) -> None:
    for number in range(3):
        say_step(talk, f"Step {number}.", most=3)
    before = len(talk.notebook.revisions)
    with pytest.raises(NotAllowedError):
        say_step(talk, "One more.", most=3)
    assert len(talk.notebook.revisions) == before


def test_what_kept_a_step_belongs_to_being_stuck_alone(talk: Talk) -> None:
    step = say_step(talk, "Look up the bus.")
    about = {"step": step, "today": TODAY, "by": talk.home.by}
    steps.go(talk.notebook, status="stuck", **about)
    steps.change(talk.notebook, step=step, stuck_because="money", by=talk.home.by)
    steps.go(talk.notebook, status="done", **about)
    body = read_step(talk, step)
    assert (body.status, body.stuck_because, body.done_on) == ("done", None, TODAY)
    steps.go(talk.notebook, status="doing", **about)
    assert read_step(talk, step).done_on is None


def test_a_step_says_the_words_as_they_were_put_when_read_back_and_goes_when_disowned(
    talk: Talk,
) -> None:
    step = read_step(talk, say_step(talk, "Look up the bus."))
    statements.change_words(
        talk.notebook, statement=step.said, words="Look up bus 55.", by=talk.home.by
    )
    with talk.notebook.unit_of_work() as work:
        said = work.records.find(Statement)
    assert steps.words_of(step, said) == "Look up bus 55."
    statements.read_back(
        talk.notebook, statement=step.said, result="not_mine", method="", on=TODAY, by=talk.home.by
    )
    with talk.notebook.unit_of_work() as work:
        left = steps.standing(work.records.find(GoalStep), work.records.find(Statement))
    assert left == ()
