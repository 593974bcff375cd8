"""An advocate's look at a plan, in the window: with their own key, or beside the keyworker's."""

import datetime

import pytest
from PySide6.QtWidgets import QLineEdit

from app.bootstrap import House
from app.model.agreements import FormalReport
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.sharing import SharedWith, SharingChoice
from app.usecases import advocates, people, statements, worker_roles
from tests.helpers.driver import Driver
from ui.screens.base import Route


@pytest.fixture
def joe(new_notebook: Driver, house: House) -> RecordId:
    """Joe with two kept sentences; Bo, too; Ruth (1357) is an advocate, so far of nobody."""
    driver, ctx = new_notebook, new_notebook.window.ctx
    notebook = ctx.open_notebook

    def make() -> RecordId:
        people_ = [
            people.add_person(
                notebook, preferred_name=name, home_language="en-GB",
                worker=notebook.worker.id, worker_name="Sam", today=ctx.today,
            )
            for name in ("Joe", "Bo")
        ]  # fmt: skip
        joe, by = people_[0].last("person"), people_[0].last("supporter")
        for words in ("I like tea.", "I go out alone."):
            said = statements.say(
                notebook,
                statements.Said(
                    person=joe,
                    words=words,
                    lang="en-GB",
                    section="food",
                    kind="preference",
                    voice="own_spoken",
                    by=by,
                ),
            ).last("statement")
            statements.read_back(
                notebook, statement=said, result="keep", method="heard it", on=ctx.today, by=by
            )
        ruth = house.add_worker(notebook, name="Ruth", secret="1357", kind="pin")
        worker_roles.give(
            notebook, worker=ruth.id, role="advocate", giver=notebook.worker.id, workers=()
        )
        return joe

    return driver.ask(make)


@pytest.fixture
def as_ruth(new_notebook: Driver, house: House, joe: RecordId) -> Driver:
    """Ruth has the notebook open, and speaks up with Joe."""
    driver = new_notebook
    path, ruth = driver.window.ctx.open_notebook.path, ruth_of(driver)
    driver.window.show_route(Route("worker_people", {"worker": ruth}))
    driver.settle()
    driver.press(f"of-{joe}")
    driver.ask(lambda: share_with_advocates(driver, joe))
    driver.window.holding.lock()
    driver.settle()
    opened = driver.ask(lambda: house.open_notebook(path, secret="1357"))
    driver.window.holding.take(opened)
    driver.settle()
    return driver


def share_with_advocates(driver: Driver, person: RecordId) -> None:
    """The person says that whoever speaks up with them may read the plan."""
    notebook, ctx = driver.window.ctx.open_notebook, driver.window.ctx
    with notebook.unit_of_work() as work:
        yes = SharingChoice(
            person=person, to=SharedWith(role="advocate"), parts=("plan",),
            purpose="speaking_up", how=("see_here",), since=ctx.today, choice="yes",
        )  # fmt: skip
        work.records.add(yes, by=person)
        work.commit()


def ruth_of(driver: Driver) -> str:
    house, notebook = driver.window.house, driver.window.ctx.open_notebook
    return driver.ask(lambda: house.workers(notebook))[-1].id


def look(driver: Driver, person: RecordId) -> advocates.Look:
    notebook = driver.window.ctx.open_notebook
    return driver.ask(lambda: advocates.look(notebook, person=person, may_see=lambda _: True))


def alone(driver: Driver) -> None:
    """The person lets their advocate look, and they are alone."""
    driver.press("may-look")
    driver.press("alone")


def write(driver: Driver, name: str, words: str) -> None:
    (line,) = (w for w in driver.window.findChildren(QLineEdit, name) if w.isVisible())
    line.setText(words)


def test_the_face_of_an_outside_advocate_is_pressed_and_they_are_there_once(
    new_notebook: Driver, joe: RecordId
) -> None:
    driver, notebook = new_notebook, new_notebook.window.ctx.open_notebook
    driver.ask(
        lambda: people.add_supporter(notebook, person=joe, name="Ruth", role="advocate", by=joe)
    )
    outside = driver.ask(lambda: people.supporters(notebook, person=joe))[-1].id
    driver.window.show_route(Route("worker_people", {"worker": ruth_of(driver)}))
    driver.settle()
    driver.press(f"of-{joe}")
    assert "Who is Ruth to Joe?" in driver.seen()
    assert driver.find("is-new") is not None
    driver.press(f"is-{outside}")
    around = driver.ask(lambda: people.supporters(notebook, person=joe))
    assert [(x.id, bool(x.body.worker)) for x in around if x.body.name == "Ruth"] == [
        (outside, True)
    ]
    assert "With whom does Ruth speak up?" in driver.seen()


def test_an_advocate_sees_only_their_people_and_no_way_to_change_anything(
    as_ruth: Driver, joe: RecordId
) -> None:
    assert [n for n in as_ruth.names() if n.startswith("person-")] == [f"person-{joe}"]
    assert as_ruth.find("keeping") is None
    assert as_ruth.find("add-person") is None
    as_ruth.press(f"person-{joe}")
    assert as_ruth.window.route.screen == "advocate_review"
    for name in ("talk", "plan", "print", "likes", "undo"):
        assert as_ruth.find(name) is None
    as_ruth.window.show_route(Route("home", {"person": joe}))
    as_ruth.settle()
    assert as_ruth.window.route.screen == "advocate_review"


def test_the_person_is_asked_before_their_advocate_looks(as_ruth: Driver, joe: RecordId) -> None:
    driver = as_ruth
    driver.press(f"person-{joe}")
    assert "May Ruth look at your plan today?" in driver.seen()
    assert "talk alone." not in driver.seen()
    driver.press("not-now")
    assert driver.window.route.screen == "people"
    assert look(driver, joe).reviews == (), "nothing was begun"


def test_not_now_leads_home_where_the_keyworker_has_the_notebook_open(
    marcus: Record[Person], examples: Driver
) -> None:
    examples.window.show_route(Route("advocate_review", {"person": marcus.id}))
    examples.settle()
    examples.press("not-now")
    assert examples.window.route.screen == "home"


def test_the_keyworker_goes_out_and_each_line_is_marked(as_ruth: Driver, joe: RecordId) -> None:
    driver = as_ruth
    driver.press(f"person-{joe}")
    driver.press("may-look")
    assert "Now Joe and Ruth talk alone." in driver.seen()
    assert "Whoever works here goes out now." in driver.seen()
    driver.press("alone")
    assert "I like tea." in driver.seen()
    driver.press("mark-yes")
    driver.next()
    assert "I go out alone." in driver.seen()
    driver.press("mark-unsure")
    write(driver, "note", "Only to the shop")
    driver.next()
    driver.press("back-in")
    assert "You were alone for" in driver.seen()
    driver.press("end-look")
    assert driver.window.route.screen == "advocate_queries"
    (review,) = look(driver, joe).reviews
    assert [(each.mark, each.note) for each in review.body.lines] == [
        ("yes", ""),
        ("unsure", "Only to the shop"),
    ]
    assert review.body.private_time
    assert review.body.ended_on == driver.window.ctx.today


def test_going_back_shows_what_was_marked_and_changes_nothing(
    as_ruth: Driver, joe: RecordId
) -> None:
    driver = as_ruth
    driver.press(f"person-{joe}")
    driver.press("may-look")
    driver.press("not-alone")
    driver.press("mark-no")
    driver.next()
    before = look(driver, joe).reviews
    driver.press("back")
    card = driver.find("mark-no")
    assert card is not None
    assert "I like tea." in driver.seen()
    driver.next()
    assert look(driver, joe).reviews == before
    assert not before[0].body.private_time


def test_a_look_that_was_left_is_carried_on_at_the_first_open_line(
    as_ruth: Driver, joe: RecordId
) -> None:
    driver = as_ruth
    driver.press(f"person-{joe}")
    alone(driver)
    driver.press("mark-yes")
    driver.window.show_route(Route("people"))
    driver.settle()
    driver.press(f"person-{joe}")
    assert "I go out alone." in driver.seen()


def test_a_question_is_answered_by_the_team_and_not_by_the_advocate(
    as_ruth: Driver, house: House, joe: RecordId
) -> None:
    driver = as_ruth
    driver.press(f"person-{joe}")
    alone(driver)
    driver.window.show_route(Route("advocate_queries", {"person": joe}))
    driver.settle()
    write(driver, "question", "Who holds the money?")
    write(driver, "question-due", "tomorrow")
    driver.press("ask")
    assert "Please write the day like this: 31/12/2030." in driver.seen()
    write(driver, "question-due", "31/12/2030")
    driver.press("ask")
    assert "Who holds the money?" in driver.seen()
    assert "It is wanted by" in driver.seen()
    assert not [n for n in driver.names() if n.startswith("answer-")]
    path = driver.window.ctx.open_notebook.path
    driver.window.holding.lock()
    driver.settle()
    driver.window.holding.take(driver.ask(lambda: house.open_notebook(path, secret="2468")))
    driver.settle()
    driver.press(f"person-{joe}")
    driver.window.show_route(Route("advocate_queries", {"person": joe}))
    driver.settle()
    (name,) = (n for n in driver.names() if n.startswith("answer-"))
    write(driver, f"words-{name}", "The bank does.")
    driver.press(name)
    assert "The bank does." in driver.seen()
    assert "Sam answered on" in driver.seen()
    notebook = driver.window.ctx.open_notebook

    def waiting() -> tuple[advocates.OpenQuery, ...]:
        with notebook.unit_of_work() as work:
            return advocates.open_queries(work)

    assert driver.ask(waiting) == ()


def test_the_days_of_a_report_are_kept(as_ruth: Driver, joe: RecordId) -> None:
    driver = as_ruth
    driver.press(f"person-{joe}")
    alone(driver)
    driver.window.show_route(Route("advocate_queries", {"person": joe}))
    driver.settle()
    driver.press("keep-report")
    assert "Please write on which day it was sent." in driver.seen()
    write(driver, "report-sent", "01/03/2026")
    write(driver, "report-due", "2026-03-29")
    driver.press("keep-report")
    sent = look(driver, joe).reviews[-1].body.formal_report
    assert sent is not None
    assert (str(sent.sent_on), str(sent.reply_due), sent.reply_on) == (
        "2026-03-01",
        "2026-03-29",
        None,
    )


def test_who_wrote_the_days_of_a_report_and_when_is_on_screen(
    as_ruth: Driver, joe: RecordId
) -> None:
    driver = as_ruth
    driver.press(f"person-{joe}")
    driver.press("may-look")
    driver.press("alone")
    first = look(driver, joe).reviews[-1].body
    driver.window.show_route(Route("advocate_queries", {"person": joe}))
    driver.settle()
    write(driver, "report-sent", "01/03/2026")
    driver.press("keep-report")
    words = driver.window.ctx.words
    assert f"{words.date(first.on)} · Ruth wrote it down" in driver.seen()


def test_a_question_shows_its_own_day_and_an_earlier_report_can_still_be_answered(
    as_ruth: Driver, joe: RecordId
) -> None:
    driver = as_ruth
    ctx = driver.window.ctx
    notebook = ctx.open_notebook
    driver.press(f"person-{joe}")
    driver.press("may-look")
    driver.press("alone")
    review = look(driver, joe).reviews[-1]
    later = review.body.on + datetime.timedelta(days=9)
    who = review.body.advocate

    def nine_days_later() -> None:
        sent = FormalReport(sent_on=later)
        advocates.ask(notebook, review=review.id, text="Why?", on=later, by=who)
        advocates.report(notebook, review=review.id, report=sent, on=later, by=who)
        now = datetime.datetime.now(datetime.UTC)
        advocates.end(notebook, review=review.id, now=now, by=who)
        advocates.begin(notebook, person=joe, advocate=who, private=False, now=now, by=who)

    driver.ask(nine_days_later)
    driver.window.show_route(Route("advocate_queries", {"person": joe}))
    driver.settle()
    assert f"Ruth asked on {ctx.words.date(later)}: Why?" in driver.seen()
    write(driver, f"report-{review.id}-answered", "01/03/2026")
    driver.press(f"keep-report-{review.id}")
    answered = look(driver, joe).reviews[0].body.formal_report
    assert answered is not None
    assert str(answered.reply_on) == "2026-03-01"


def test_without_a_key_an_advocate_looks_beside_the_keyworkers(marcus, examples: Driver) -> None:
    examples.ask(lambda: share_with_advocates(examples, marcus.id))
    examples.press("stop")
    examples.press("speak-up")
    examples.press("advocate_review")
    assert "May Ruth look at your plan today?" in examples.seen()
    alone(examples)
    assert examples.find("mark-yes") is not None
    examples.press("home" if examples.find("home") else "back")
    assert examples.window.route.screen == "home"


def test_r7_an_advocate_reads_nothing_that_the_person_did_not_share(
    new_notebook: Driver, house: House, joe: RecordId
) -> None:
    driver, ruth = new_notebook, ruth_of(new_notebook)
    path = driver.window.ctx.open_notebook.path
    driver.window.show_route(Route("worker_people", {"worker": ruth}))
    driver.settle()
    driver.press(f"of-{joe}")
    driver.window.holding.lock()
    driver.settle()
    driver.window.holding.take(driver.ask(lambda: house.open_notebook(path, secret="1357")))
    driver.settle()
    driver.press(f"person-{joe}")
    alone(driver)
    assert "I like tea." not in driver.names_said()
    assert "Joe shares no line of the plan here yet." in driver.seen()


def test_r7_beside_the_keyworkers_key_too_only_what_is_shared_with_the_advocate_is_read(
    as_ruth: Driver, house: House, joe: RecordId
) -> None:
    driver = as_ruth
    take_back_as_sam(driver, house)
    driver.ask(lambda: hide_from_advocates(driver, joe))
    driver.press(f"person-{joe}")
    driver.window.show_route(Route("advocate_review", {"person": joe}))
    driver.settle()
    alone(driver)
    assert "I like tea." not in driver.seen()
    assert "Joe shares no line of the plan here yet." in driver.seen()


def test_what_the_keyworker_writes_down_for_the_advocate_says_so(
    as_ruth: Driver, house: House, joe: RecordId
) -> None:
    driver = as_ruth
    driver.press(f"person-{joe}")
    alone(driver)
    driver.window.show_route(Route("advocate_queries", {"person": joe}))
    driver.settle()
    write(driver, "question", "Who holds the money?")
    driver.press("ask")
    assert "Ruth asked on" in driver.seen()
    assert "wrote it down" not in driver.seen()
    take_back_as_sam(driver, house)
    driver.press(f"person-{joe}")
    driver.window.show_route(Route("advocate_queries", {"person": joe}))
    driver.settle()
    write(driver, "question", "Is all well?")
    driver.press("ask")
    assert driver.seen().count("Sam wrote it down") == 1


def take_back_as_sam(driver: Driver, house: House) -> None:
    """The keyworker has the notebook open again."""
    path = driver.window.ctx.open_notebook.path
    driver.window.holding.lock()
    driver.settle()
    driver.window.holding.take(driver.ask(lambda: house.open_notebook(path, secret="2468")))
    driver.settle()


def hide_from_advocates(driver: Driver, person: RecordId) -> None:
    """The person shares nothing with whoever speaks up with them any more."""
    notebook = driver.window.ctx.open_notebook
    with notebook.unit_of_work() as work:
        (yes,) = work.records.find(SharingChoice, person=person)
        work.records.revise(yes.id, yes.body, by=person, withdrawn=True)
        work.commit()
