"""Goals, promises and what is due in the window, by pressing alone and with words."""

import datetime

import pytest
from PySide6.QtWidgets import QLineEdit

from app.model.goals import Anchors, Goal, GoalRating, GoalStep
from app.model.ids import RecordId
from app.model.packs import PackComment
from app.model.person import Person, Supporter
from app.model.promises import Promise
from app.model.record import Body, Record
from app.model.session import Answer
from app.model.statement import Statement
from app.usecases import halfsaid, sessions
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.parts.keeping import KEEP_TYPING_MS
from ui.parts.movement import MovementPicture
from ui.screens.base import Route

AFTER = moment("after")
AGREED = Anchors(same="Dele drives me.", getting_there="Dele sits behind.", hoped="I go alone.")


class Marcus:
    """Marcus in the window, and his records."""

    def __init__(self, driver: Driver, person: RecordId) -> None:
        self.driver, self.person = driver, person
        self.notebook = driver.window.ctx.open_notebook
        self.today = driver.window.ctx.today
        self.dele = next(each.id for each in self.all(Supporter) if each.body.role == "keyworker")

    def all(self, kind: type[Body]) -> tuple[Record, ...]:
        def read() -> tuple[Record, ...]:
            with self.notebook.unit_of_work() as work:
                return work.records.find(kind, person=self.person)

        return self.driver.ask(read)

    def add(self, body: Body) -> RecordId:
        def write() -> RecordId:
            with self.notebook.unit_of_work() as work:
                record = work.records.add(body, by=self.dele).id
                work.commit()
                return record

        return self.driver.ask(write)

    def put_away(self, *kinds: type[Body]) -> None:
        """What the example brings of these kinds is none of the test's."""

        def hide() -> None:
            with self.notebook.unit_of_work() as work:
                for kind in kinds:
                    for each in work.records.find(kind, person=self.person):
                        work.records.revise(each.id, each.body, by=self.dele, withdrawn=True)
                work.commit()

        self.driver.ask(hide)

    def goal(self, **more: object) -> RecordId:
        said = Statement(
            person=self.person, section="goals", kind="hope", voice="own_spoken",
            original="Bus to the allotment, alone.",
        )  # fmt: skip
        body = Goal(person=self.person, words=self.add(said), anchors=AGREED, **more)
        return self.add(body)

    def promise(self, **more: object) -> RecordId:
        given = {"person": self.person, "words": "Find the bus times.", "owner": self.dele,
                 "due": self.today}  # fmt: skip
        return self.add(Promise(**(given | more)))  # type: ignore[arg-type]

    def answers(self) -> dict[str, Answer]:
        session = self.driver.talk.session.id
        return self.driver.ask(
            lambda: sessions.session(self.notebook, session=session)
        ).body.answers

    def first(self, begins: str) -> str:
        return next(name for name in self.driver.names() if name.startswith(begins))

    def line(self, name: str) -> QLineEdit:
        (found,) = (
            each for each in self.driver.window.findChildren(QLineEdit, name) if each.isVisible()
        )
        return found


@pytest.fixture
def m(examples: Driver, marcus: Record[Person]) -> Marcus:
    marcus_there = Marcus(examples, marcus.id)
    marcus_there.put_away(Goal, GoalRating, GoalStep, Promise)
    return marcus_there


def test_r2_a_goal_is_agreed_and_begun_by_pressing_alone(m: Marcus) -> None:
    driver = m.driver
    begin(driver, guide(moment("ladder", kind="ladder"), AFTER))
    driver.press(m.first("hope-"))
    driver.press("face-same")
    driver.press("face-hoped")
    driver.press("then")
    driver.press("why-happy")
    driver.press("then")
    driver.press("sure-sure")
    driver.press("then")
    driver.press("start-now")
    (goal,) = m.all(Goal)
    assert goal.body.status == "trying"
    assert goal.body.confidence == "sure"
    assert goal.body.why_matters == "It makes me happy"
    assert "We look at it again" in driver.seen()
    driver.next()
    assert m.answers()["ladder"].choices == (goal.id,)


def test_beginning_without_the_two_faces_is_refused_in_a_sentence(m: Marcus) -> None:
    begin(m.driver, guide(moment("ladder", kind="ladder"), AFTER))
    m.driver.press(m.first("hope-"))
    m.driver.press("part-start")
    m.driver.press("start-now")
    assert "First agree what two faces mean" in m.driver.seen()
    assert [each.body.status for each in m.all(Goal)] == ["planning"]


def test_words_half_typed_for_a_face_come_back(m: Marcus) -> None:
    driver = m.driver
    begin(driver, guide(moment("ladder", kind="ladder"), AFTER))
    driver.press(m.first("hope-"))
    driver.press("other-words-same")
    m.line("words-same").setText("Dele has to")
    driver.next()
    driver.press("back")
    driver.press("other-words-same")
    driver.settle()
    assert m.line("words-same").text() == "Dele has to"
    driver.press("agree-same")
    assert m.all(Goal)[0].body.anchors.same == "Dele has to"


def test_going_on_without_a_goal_is_a_skip_and_going_back_changes_nothing(m: Marcus) -> None:
    driver = m.driver
    begin(driver, guide(moment("ladder", kind="ladder"), AFTER))
    driver.next()
    assert m.answers()["ladder"].response == "skip"
    driver.press("back")
    driver.press(m.first("hope-"))
    driver.press("face-same")
    before = m.all(Goal)
    driver.next()
    driver.press("back")
    assert m.all(Goal) == before
    assert "It is the same as now." in driver.seen()


def test_a_step_is_said_with_a_picture_and_done_by_whoever_is_pressed(m: Marcus) -> None:
    driver = m.driver
    goal = m.goal()
    begin(driver, guide(AFTER, moment("steps", kind="steps", for_each="goals", most=3)))
    driver.next()
    assert driver.step == f"steps:{goal}"
    driver.press("answer-with-picture")
    driver.press(m.first("picture-"))
    driver.press(m.first("step-"))
    driver.press(f"who-{m.dele}")
    driver.press("part-help")
    driver.press("help-bit_of_help")
    driver.press("then")
    driver.press("status-stuck")
    driver.press("stuck-money")
    (step,) = m.all(GoalStep)
    assert (step.body.goal, step.body.who) == (goal, m.dele)
    assert (step.body.help_needed, step.body.stuck_because) == ("bit_of_help", "money")
    said = next(each.body for each in m.all(Statement) if each.id == step.body.said)
    assert (said.voice, said.kept) == ("own_choice_symbol", False)


def rate_covered(m: Marcus) -> RecordId:
    goal = m.goal(status="trying")
    begin(m.driver, guide(AFTER, moment("rate", kind="rate", for_each="goals"), moment("end")))
    m.driver.next()
    m.driver.press("face-same")
    m.driver.press("further-no")
    return goal


def test_while_the_helper_answers_nothing_of_the_persons_answer_is_there(m: Marcus) -> None:
    driver = m.driver
    rate_covered(m)
    covered = driver.seen() + driver.names_said()
    assert "Marcus’s answer is covered." in covered
    assert not any(each in covered for each in (AGREED.same, "Not yet", "harder"))
    driver.press(f"helper-{m.dele}")
    marked = [each for each in driver.names() if (found := driver.find(each)) and found.isChecked()]
    assert marked == []
    assert driver.find("dont_know") is None
    driver.press("theirs-hoped")
    seen = driver.seen()
    assert AGREED.same in seen
    assert AGREED.hoped in seen
    assert "You see it differently. Both are kept." in seen
    assert [(e.body.rater, e.body.value) for e in m.all(GoalRating)] == [
        ("person", "same"), ("supporter", "hoped"),
    ]  # fmt: skip


def refuse_to_rate(m: Marcus, response: str) -> None:
    m.goal(status="trying")
    begin(m.driver, guide(AFTER, moment("rate", kind="rate", for_each="goals"), moment("end")))
    m.driver.next()
    m.driver.press(response)


def test_not_to_know_is_covered_too(m: Marcus) -> None:
    refuse_to_rate(m, "dont_know")
    assert [each.body.value for each in m.all(GoalRating)] == ["no_answer"]
    assert "is covered" in m.driver.seen()
    assert m.driver.find("dont_know") is None


def test_r3_whoever_does_not_want_to_say_is_asked_what_now_and_no_helper_answers(
    m: Marcus,
) -> None:
    driver = m.driver
    refuse_to_rate(m, "dont_want_to_say")
    assert [each.body.value for each in m.all(GoalRating)] == ["no_answer"]
    assert "is covered" not in driver.seen()
    assert "The helper did not answer." not in driver.seen()
    assert driver.find(f"helper-{m.dele}") is None
    no = driver.find("dont_want_to_say")
    assert no is not None
    assert not no.isChecked()
    driver.press("dont_want_to_say")
    again = driver.find("dont_want_to_say")
    assert again is not None
    assert again.isChecked()


def _lit(m: Marcus) -> bool:
    button = m.driver.find("dont_want_to_say")
    assert button is not None
    return button.isChecked()


def test_a_refusal_of_the_first_question_is_not_lit_at_the_second(m: Marcus) -> None:
    m.goal(status="trying")
    begin(m.driver, guide(AFTER, moment("rate", kind="rate", for_each="goals"), moment("end")))
    m.driver.next()
    m.driver.press("dont_want_to_say")
    assert not _lit(m)
    m.driver.press("dont_want_to_say")
    assert _lit(m)
    m.driver.press("dont_want_to_say")
    assert not _lit(m)


def test_pressing_the_first_face_asks_whether_it_is_harder_than_before(m: Marcus) -> None:
    m.goal(status="trying")
    begin(m.driver, guide(AFTER, moment("rate", kind="rate", for_each="goals"), moment("end")))
    m.driver.next()
    m.driver.press("face-same")
    m.driver.press("further-harder")
    assert [each.body.value for each in m.all(GoalRating)] == ["harder"]


def test_a_goal_is_let_go_with_a_reason_and_the_talk_stays_there(m: Marcus) -> None:
    driver = m.driver
    goal = rate_covered(m)
    driver.press("uncover")
    driver.press("now-let_go")
    assert driver.step == f"rate:{goal}"
    driver.press("because-not_now")
    body = m.all(Goal)[0].body
    assert (body.status, body.let_go_because) == ("let_go", "not_now")
    driver.next()
    assert driver.step == "end"
    driver.press("back")
    assert AGREED.same in driver.seen()


def test_a_goal_that_was_reached_can_be_celebrated(m: Marcus) -> None:
    rate_covered(m)
    m.driver.press("uncover")
    m.driver.press("now-reached")
    m.driver.press("celebrate")
    body = m.all(Goal)[0].body
    assert (body.status, body.celebrated) == ("reached", True)


def test_goals_one_after_another_where_the_moment_is_not_repeated(m: Marcus) -> None:
    for _ in range(2):
        m.goal(status="trying")
    begin(m.driver, guide(moment("rate", kind="rate"), AFTER))
    m.driver.press("face-getting_there")
    m.driver.press("uncover")
    m.driver.press("next-goal")
    m.driver.press("face-hoped")
    m.driver.press("further-no")
    assert [each.body.value for each in m.all(GoalRating)] == ["getting_there", "hoped"]


def test_how_a_goal_moved_is_a_picture_that_also_says_it_without_a_number_of_it(
    m: Marcus,
) -> None:
    goal = m.goal(status="trying")
    for days, value in ((60, "same"), (2, "hoped")):
        on = m.today - datetime.timedelta(days=days)
        m.add(GoalRating(person=m.person, goal=goal, on=on, rater="person", value=value))
    m.driver.window.show_route(Route("goals", {"person": m.person}))
    m.driver.settle()
    m.driver.press(f"moved-{goal}")
    picture = m.driver.window.findChild(MovementPicture)
    assert picture is not None
    said = picture.accessibleName()
    assert said.index("Not yet.") < said.index("What I hoped.")
    assert m.driver.window.ctx.words.date(on) in said


def test_a_promise_takes_a_name_and_a_day(m: Marcus) -> None:
    driver = m.driver
    begin(driver, guide(moment("said"), moment("promise", kind="promise"), AFTER))
    driver.write("Supper at 8.")
    driver.press("put-on-card")
    driver.next()
    driver.press(m.first("said-"))
    driver.press("make-promise")
    assert "A promise needs a name." in driver.seen()
    driver.press(f"owner-{m.dele}")
    driver.press("make-promise")
    assert "A promise needs a day." in driver.seen()
    assert m.all(Promise) == ()
    driver.press("day-7")
    driver.press("make-promise")
    (made,) = m.all(Promise)
    assert (made.body.owner, made.body.words) == (m.dele, "Supper at 8.")
    assert made.body.due == m.today + datetime.timedelta(days=7)
    driver.press(f"take-back-{made.id}")
    assert m.all(Promise) == ()
    assert "promise" not in m.answers()


def at_the_promise(m: Marcus, *said: str) -> None:
    """A talk in which these words were said, at the moment in which a promise is made of them."""
    begin(m.driver, guide(moment("said"), moment("promise", kind="promise"), AFTER))
    for words in said:
        m.driver.write(words)
        m.driver.press("put-on-card")
    m.driver.next()


def test_a_promise_half_written_survives_a_power_cut(m: Marcus) -> None:
    driver = m.driver
    at_the_promise(m, "Supper at 8.")
    session, notebook = driver.talk.session.id, driver.window.ctx.open_notebook
    driver.press(m.first("said-"))
    driver.press(f"owner-{m.dele}")
    driver.press("day-7")
    driver.press("theme-food")
    m.line("words-promise").setText("Dele asks the coo")
    driver.qtbot.wait(KEEP_TYPING_MS + 100)
    (kept,) = driver.ask(lambda: halfsaid.read(notebook, session=session, step="promise")).promises
    assert (kept.words, kept.owner, kept.theme) == ("Dele asks the coo", m.dele, "food")
    assert kept.due == m.today + datetime.timedelta(days=7)
    driver.window.show_route(Route("home", {"person": m.person}))
    driver.settle()
    driver.window.show_route(Route("talk", {"session": session, "person": m.person}))
    driver.settle()
    assert m.line("words-promise").text() == "Dele asks the coo"
    m.line("words-promise").setText("Dele asks the cook.")
    driver.press("make-promise")
    (made,) = m.all(Promise)
    assert (made.body.words, made.body.owner) == ("Dele asks the cook.", m.dele)
    left = driver.ask(lambda: halfsaid.read(notebook, session=session, step="promise"))
    assert left.nothing_stands


def test_a_promise_half_written_is_carried_on_in_another_talk(m: Marcus) -> None:
    driver = m.driver
    at_the_promise(m, "Supper at 8.")
    driver.press(m.first("said-"))
    m.line("words-promise").setText("Dele asks the cook.")
    while driver.window.route.screen == "talk":
        driver.next()
    driver.window.show_route(Route("talks", {"person": m.person}))
    driver.settle()
    driver.press("left-g")
    while driver.step != "promise":
        driver.next()
    assert m.line("words-promise").text() == "Dele asks the cook."


def test_next_writes_a_promise_that_says_who_what_and_by_when(m: Marcus) -> None:
    at_the_promise(m, "Supper at 8.")
    m.driver.press(m.first("said-"))
    m.driver.press(f"owner-{m.dele}")
    m.driver.press("day-7")
    m.line("words-promise").setText("Dele asks the cook.")
    m.driver.next()
    assert [each.body.words for each in m.all(Promise)] == ["Dele asks the cook."]
    assert m.answers()["promise"].response == "chosen"


def test_next_makes_no_promise_of_nobody_and_its_words_stay(m: Marcus) -> None:
    at_the_promise(m, "Supper at 8.")
    m.driver.press(m.first("said-"))
    m.line("words-promise").setText("Ask the cook")
    m.driver.next()
    assert m.all(Promise) == ()
    m.driver.press("back")
    assert m.line("words-promise").text() == "Ask the cook"


def test_what_was_written_for_one_sentence_stays_while_another_is_looked_at(m: Marcus) -> None:
    driver = m.driver
    at_the_promise(m, "Supper at 8.", "A lock on my door.")
    supper, lock = (name for name in driver.names() if name.startswith("said-"))
    driver.press(supper)
    m.line("words-promise").setText("Ask the cook")
    driver.press("another-sentence")
    driver.press(lock)
    assert m.line("words-promise").text() == "A lock on my door."
    driver.press("another-sentence")
    driver.press(supper)
    assert m.line("words-promise").text() == "Ask the cook"


def test_another_day_is_written_in_numbers(m: Marcus) -> None:
    driver = m.driver
    begin(driver, guide(moment("said"), moment("promise", kind="promise"), AFTER))
    driver.write("Supper at 8.")
    driver.press("put-on-card")
    driver.next()
    driver.press(m.first("said-"))
    driver.press(f"owner-{m.dele}")
    line = m.line("day-other")
    line.setText("soon")
    line.editingFinished.emit()
    driver.settle()
    assert "Please write the day in numbers" in driver.seen()
    line.setText("24/12/2099")
    line.editingFinished.emit()
    driver.settle()
    driver.press("make-promise")
    assert m.all(Promise)[0].body.due == datetime.date(2099, 12, 24)


def test_the_person_is_told_when_they_say_what_they_think_of_it(m: Marcus) -> None:
    driver = m.driver
    m.promise(response="we_did", what_changed="Dele has the times.")
    begin(driver, guide(moment("told", kind="told"), AFTER))
    assert "Dele has the times." in driver.seen()
    driver.press("not_today")
    assert m.all(Promise)[0].body.told_on is None
    driver.press("reaction-like")
    driver.press("impact-better")
    body = m.all(Promise)[0].body
    assert (body.told_on, body.reaction, body.impact_by_person) == (m.today, "like", "better")
    assert body.closed_on == m.today
    driver.press("for-the-wall")
    assert m.all(Promise)[0].body.public_ok
    driver.press("for-the-wall")
    assert not m.all(Promise)[0].body.public_ok
    driver.next()
    driver.press("back")
    assert "Dele has the times." in driver.seen()
    driver.press("not-told")
    assert m.all(Promise)[0].body.to_be_told
    assert "told" not in m.answers()


def test_r13_what_is_missing_is_said_under_its_line_and_nothing_is_written(m: Marcus) -> None:
    driver = m.driver
    promise = m.promise()
    driver.window.show_route(Route("yswd", {"person": m.person}))
    driver.settle()
    driver.press("promises")
    driver.press(f"promise-{promise}")
    driver.press("response-could_not_change")
    m.line("because_plain").setText("The council decides.")
    driver.press("save-answer")
    seen = driver.seen()
    assert "Please choose what kept you from it." in seen
    assert "Please write what can be done instead." in seen
    assert "Please write what Marcus can do if they do not agree." in seen
    assert "Please write why it could not be changed" not in seen
    assert m.all(Promise)[0].body.response == "we_will"
    driver.press("because-not_our_decision")
    assert m.line("because_plain").text() == "The council decides."
    driver.press("nothing-yet")
    m.line("how_to_challenge").setText("Ask Ruth.")
    driver.press("save-answer")
    body = m.all(Promise)[0].body
    assert (body.response, body.instead) == ("could_not_change", "Nothing yet")
    assert driver.window.route.screen == "promises"


def test_each_thing_that_is_due_has_three_answers_of_its_own(m: Marcus) -> None:
    driver = m.driver
    first, second = m.promise(), m.promise(words="Ask the cook.")
    begin(driver, guide(moment("due", kind="due"), AFTER))
    driver.press(f"not_today-{first}")
    driver.press(f"day-{second}")
    driver.press("book-14")
    choices = set(m.answers()["due"].choices)
    day = m.today + datetime.timedelta(days=14)
    assert choices == {f"not_today:{first}", f"day:{second}:{day}"}
    assert not any("renew" in name for name in driver.names())


def test_what_came_back_from_an_advocate_is_answered_by_the_person(m: Marcus) -> None:
    driver = m.driver
    said = m.all(Statement)[0]
    comment = m.add(
        PackComment(
            person=m.person, statement=said.id, version=said.revision, words="Is that so?",
            on=m.today,
        )
    )  # fmt: skip
    begin(driver, guide(moment("due", kind="due"), AFTER))
    assert f"answer-{comment}" not in driver.names()
    driver.press(f"now-{comment}")
    driver.press(f"answer-{comment}")
    assert "There are no words yet." in driver.seen()
    line = driver.window.findChild(QLineEdit, f"reply-{comment}")
    assert line is not None
    line.setText("Yes, it is.")
    driver.press(f"answer-{comment}")
    (kept,) = (each.body for each in m.all(PackComment) if each.id == comment)
    assert (kept.status, kept.reply, kept.reply_on) == ("answered", "Yes, it is.", m.today)
    assert f"answer-{comment}" not in driver.names()


def test_what_is_due_leads_from_the_people_to_a_home(m: Marcus) -> None:
    driver = m.driver
    promise = m.promise(due=m.today)
    driver.window.show_route(Route("people"))
    driver.settle()
    driver.press("due")
    assert "Today" in driver.seen()
    driver.press(f"promise-{promise}")
    assert driver.window.route == Route("home", {"person": m.person})


def test_the_calendar_says_what_sort_of_thing_by_whom_and_for_whom(m: Marcus) -> None:
    m.promise(due=m.today, words="Find the bus times.")
    m.driver.window.show_route(Route("due"))
    m.driver.settle()
    seen = m.driver.seen()
    assert "A promise by Dele, for Marcus" in seen
    assert "Find the bus times." not in seen


def test_r13_a_promise_whose_day_is_over_is_said_to_be_late(m: Marcus) -> None:
    driver = m.driver
    late = "This should have been done by "
    m.promise(due=m.today - datetime.timedelta(days=3))
    begin(driver, guide(moment("told", kind="told"), AFTER))
    assert late in driver.seen()
    m.promise(response="we_did", what_changed="The cook was asked.")
    m.promise(response="trying", due=m.today, words="Bus pass.")
    driver.next()
    driver.press("back")
    assert "The cook was asked." in driver.seen()
    assert driver.seen().count(late) == 1
    driver.window.show_route(Route("yswd", {"person": m.person}))
    driver.settle()
    assert driver.seen().count(late) == 1


def test_what_came_of_a_late_promise_is_said_in_the_talk(m: Marcus) -> None:
    driver = m.driver
    m.promise(due=m.today + datetime.timedelta(days=3), words="Bus pass.")
    late = m.promise(due=m.today - datetime.timedelta(days=3))
    begin(driver, guide(moment("told", kind="told"), AFTER))
    seen = driver.seen()
    assert "There is nothing new to tell you today." not in seen
    assert seen.index("Find the bus times.") < seen.index("Bus pass.")
    driver.press(f"could_not_change-{late}")
    button = driver.find("response-could_not_change")
    assert button is not None
    assert button.isChecked()
    driver.press("back")
    assert driver.step == "told"
    driver.press(f"we_did-{late}")
    (answered,) = (each.body for each in m.all(Promise) if each.body.response == "we_did")
    assert answered.words == "Find the bus times."
    assert "What do you think of it?" in driver.seen()


def test_a_late_promise_that_is_due_is_said_so_in_the_talk(m: Marcus) -> None:
    m.promise(due=m.today - datetime.timedelta(days=3))
    m.promise(words="Ask the cook.")
    begin(m.driver, guide(moment("due", kind="due"), AFTER))
    said = m.driver.names_said()
    assert said.count("A promise by Dele") == 2
    assert said.count("This should have been done by ") == 1
