import datetime

import msgspec
import pytest

from app.model.agreements import AdvocateReview, FormalReport, MarkedLine, Query
from app.model.errors import BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.person import Supporter, SupporterRole
from app.model.planreading import read_plan_file
from app.usecases import advocate_keys, advocates, people, planfile, statements, undo, worker_roles
from tests.usecases.conftest import NOW, TODAY, Home

LATER = NOW + datetime.timedelta(minutes=25)
WORKERS = ("worker-1", "w-ruth", "w-max")
DUE = TODAY + datetime.timedelta(days=14)


def say(home: Home, words: str, *, keep: bool = True) -> RecordId:
    said = statements.say(
        home.notebook,
        statements.Said(
            person=home.person,
            words=words,
            lang="en-GB",
            section="food",
            kind="preference",
            voice="own_spoken",
            by=home.by,
        ),
    ).last("statement")
    if keep:
        statements.read_back(
            home.notebook, statement=said, result="keep", method="heard it", on=TODAY, by=home.by
        )
    return said


def ruth(home: Home, *, name: str = "Ruth") -> RecordId:
    """Somebody who speaks up with Ann, without a key."""
    people.add_supporter(home.notebook, person=home.person, name=name, role="advocate", by=home.by)
    return people.supporters(home.notebook, person=home.person)[-1].id


def begin(home: Home, *, private: bool = True) -> tuple[RecordId, RecordId]:
    who = ruth(home)
    change = advocates.begin(
        home.notebook, person=home.person, advocate=who, private=private, now=NOW, by=who
    )
    return change.last("advocate_review"), who


def look(home: Home) -> advocates.Look:
    """What an advocate sees with whom everything is shared."""
    return advocates.look(home.notebook, person=home.person, may_see=lambda _: True)


def the_review(home: Home) -> AdvocateReview:
    return look(home).reviews[-1].body


def name_advocate(
    home: Home,
    worker: str = "w-ruth",
    *,
    speaks_up: bool = True,
    giver: str = "worker-1",
    known: RecordId | None = None,
) -> None:
    advocate_keys.name_advocate(
        home.notebook, person=home.person, worker=worker, name="Ruth", speaks_up=speaks_up,
        giver=giver, workers=WORKERS, by=home.by, known=known,
    )  # fmt: skip


def make_advocate(home: Home, worker: str = "w-ruth") -> None:
    worker_roles.give(
        home.notebook, worker=worker, role="advocate", giver="worker-1", workers=("worker-1",)
    )


def let_in(home: Home, worker: str = "w-ruth", *, speaks_up: bool = True) -> None:
    make_advocate(home, worker)
    name_advocate(home, worker, speaks_up=speaks_up)


def may_be(home: Home, worker: str = "w-ruth") -> list[RecordId]:
    found = advocate_keys.without_key(home.notebook, person=home.person, worker=worker)
    return [each.id for each in found]


# What an advocate may open


def test_an_advocate_sees_only_the_people_they_speak_up_with(home: Home) -> None:
    people.add_person(
        home.notebook, preferred_name="Bo", home_language="en", worker="worker-1",
        worker_name="Jo", today=TODAY,
    )  # fmt: skip
    let_in(home)
    theirs = advocate_keys.people_for(home.notebook, worker="w-ruth")
    assert theirs is not None
    assert [each.body.preferred_name for each in theirs] == ["Ann Obi"]
    assert advocate_keys.people_for(home.notebook, worker="worker-1") is None
    assert advocate_keys.may_only_look(home.notebook, person=home.person, worker="w-ruth")


def test_an_advocate_who_speaks_up_with_nobody_sees_nobody(home: Home) -> None:
    let_in(home)
    name_advocate(home, speaks_up=False)
    assert advocate_keys.people_for(home.notebook, worker="w-ruth") == ()
    ruth_ = people.supporters(home.notebook, person=home.person)[-1].body
    assert (ruth_.name, ruth_.worker) == ("Ruth", "")


def test_r14_a_name_makes_nobody_the_advocate_whom_the_person_already_has(home: Home) -> None:
    known = ruth(home)
    let_in(home)
    _, outside, with_key = people.supporters(home.notebook, person=home.person)
    assert (outside.id, outside.body.worker) == (known, "")
    assert (with_key.body.name, with_key.body.worker) == ("Ruth", "w-ruth")


def test_the_advocate_whose_face_is_pressed_gets_the_key_and_is_there_once(home: Home) -> None:
    outside = ruth(home)
    make_advocate(home)
    assert may_be(home) == [outside]
    name_advocate(home, known=outside)
    _, only = people.supporters(home.notebook, person=home.person)
    assert (only.id, only.body.worker) == (outside, "w-ruth")
    assert may_be(home, "w-max") == []


def test_r14_a_face_that_had_a_key_is_nobody_elses(home: Home) -> None:
    let_in(home)
    name_advocate(home, speaks_up=False)
    make_advocate(home, "w-max")
    before = people.supporters(home.notebook, person=home.person)[-1].id
    assert may_be(home, "w-max") == []
    with pytest.raises(NotAllowedError, match="cannot be chosen"):
        name_advocate(home, "w-max", known=before)


def test_r14_the_face_of_paid_support_is_never_an_advocates(home: Home) -> None:
    outside = ruth(home)
    make_advocate(home)
    with home.notebook.unit_of_work() as work:
        now = work.records.get(outside, Supporter).body
        for role, independent in (("support_worker", False), ("advocate", True)):
            body = msgspec.structs.replace(now, role=role, independent=independent)
            work.records.revise(outside, body, by=home.by)
        work.commit()
    assert may_be(home) == []
    for known in (outside, home.by):
        with pytest.raises(NotAllowedError, match="cannot be chosen"):
            name_advocate(home, known=known)


def test_r14_nobody_who_is_paid_to_support_a_person_speaks_up_with_them(home: Home) -> None:
    outside = ruth(home)
    people.join(
        home.notebook, person=home.person, worker="w-ruth", worker_name="Ruth",
        role="support_worker",
    )  # fmt: skip
    make_advocate(home)
    assert may_be(home) == []
    for known in (None, outside):
        with pytest.raises(NotAllowedError, match="paid to support"):
            name_advocate(home, known=known)


def test_whoever_speaks_up_again_is_the_same_as_before(home: Home) -> None:
    for speaks_up in (True, False, True):
        let_in(home, speaks_up=speaks_up)
    _, only = people.supporters(home.notebook, person=home.person)
    assert only.body.worker == "w-ruth"


def test_r14_where_there_is_a_manager_only_a_manager_makes_an_advocate(home: Home) -> None:
    def give(worker: str, role: SupporterRole, giver: str) -> None:
        worker_roles.give(home.notebook, worker=worker, role=role, giver=giver, workers=WORKERS)

    give("w-max", "manager", "worker-1")
    with pytest.raises(NotAllowedError, match="Only a manager"):
        give("worker-1", "advocate", "worker-1")
    give("w-ruth", "advocate", "w-max")
    with pytest.raises(NotAllowedError, match="Only a manager"):
        name_advocate(home)
    with pytest.raises(NotAllowedError, match="Only a manager"):
        name_advocate(home, known=ruth(home))
    with pytest.raises(NotAllowedError, match="An advocate does not say"):
        name_advocate(home, giver="w-ruth")
    name_advocate(home, giver="w-max")
    assert advocate_keys.may_only_look(home.notebook, person=home.person, worker="w-ruth")


def test_that_somebody_no_longer_speaks_up_is_a_line_of_what_was_done(home: Home) -> None:
    let_in(home)
    name_advocate(home, speaks_up=False)
    worker_roles.give(
        home.notebook, worker="w-ruth", role="other", giver="worker-1", workers=WORKERS
    )
    with home.notebook.unit_of_work() as work:
        done = [(each.what, each.for_whom, each.person) for each in work.events.read()]
    assert done[-3:] == [
        ("role_ended", "advocate", home.person),
        ("role_ended", "advocate", None),
        ("role_given", "other", None),
    ]


def test_nobody_is_made_an_advocate_who_is_none_here(home: Home) -> None:
    with pytest.raises(NotAllowedError):
        name_advocate(home, "worker-2")
    with pytest.raises(NotAllowedError):
        people.join(
            home.notebook, person=home.person, worker="worker-2", worker_name="Eve", role="imca"
        )


def test_an_advocate_says_of_nobody_what_they_are_here(home: Home) -> None:
    let_in(home)
    with pytest.raises(NotAllowedError):
        worker_roles.give(
            home.notebook, worker="w-ruth", role="manager", giver="w-ruth", workers=()
        )


def test_r7_an_advocate_reads_what_was_kept_and_is_shared_with_them_and_no_more(
    home: Home,
) -> None:
    say(home, "Tea")
    say(home, "A draft", keep=False)
    soup = say(home, "Soup")
    chosen = advocates.look(
        home.notebook, person=home.person, may_see=lambda each: each.id == soup
    ).lines
    assert [each.id for each in chosen] == [soup]


def test_r7_what_a_question_is_about_is_not_told_when_it_is_shared_no_more(home: Home) -> None:
    tea, (review, who) = say(home, "Tea"), begin(home)
    advocates.ask(home.notebook, review=review, text="Why?", about=tea, on=TODAY, by=who)
    assert look(home).about == {tea: "Tea"}
    unshared = advocates.look(home.notebook, person=home.person, may_see=lambda _: False)
    assert unshared.about == {}
    assert unshared.lines == ()


def test_the_advocate_of_the_look_that_goes_on_is_the_one_who_looks(home: Home) -> None:
    assert advocates.who_looks(home.notebook, person=home.person) is None
    first = ruth(home)
    review, second = begin(home)
    assert advocates.who_looks(home.notebook, person=home.person) == second
    advocates.end(home.notebook, review=review, now=LATER, by=second)
    assert advocates.who_looks(home.notebook, person=home.person) == first


# The look


def test_the_private_time_is_kept_with_how_long_the_keyworker_was_out(home: Home) -> None:
    review, who = begin(home)
    assert the_review(home).minutes_out is None
    advocates.back_again(home.notebook, review=review, now=LATER, by=who)
    body = the_review(home)
    assert (body.private_time, body.minutes_out) == (True, 25)


def test_a_look_that_ends_while_the_keyworker_is_out_ends_the_private_time_too(home: Home) -> None:
    review, who = begin(home)
    advocates.end(home.notebook, review=review, now=LATER, by=who)
    assert the_review(home).minutes_out == 25
    line = MarkedLine(statement=say(home, "Tea"), mark="no")
    with pytest.raises(NotAllowedError):
        advocates.mark(home.notebook, review=review, line=line, by=who)


def test_each_line_has_one_mark_the_last_with_its_note(home: Home) -> None:
    tea, (review, who) = say(home, "Tea"), begin(home)
    for mark, note in (("yes", ""), ("unsure", "only in the morning")):
        line = MarkedLine(statement=tea, mark=mark, note=note)  # type: ignore[arg-type]
        advocates.mark(home.notebook, review=review, line=line, by=who)
    (line,) = the_review(home).lines
    assert (line.mark, line.note) == ("unsure", "only in the morning")


def test_nothing_of_a_look_can_be_undone_by_the_team(home: Home) -> None:
    tea, (review, who) = say(home, "Tea"), begin(home)
    before = undo.next_undo(home.notebook, person=home.person)
    line = MarkedLine(statement=tea, mark="no")
    advocates.mark(home.notebook, review=review, line=line, by=who)
    advocates.ask(home.notebook, review=review, text="Why?", on=TODAY, by=who)
    assert undo.next_undo(home.notebook, person=home.person) == before


def test_the_plan_is_as_it_was_whatever_the_advocate_marks(home: Home) -> None:
    tea, (review, who) = say(home, "Tea"), begin(home)
    before = look(home).lines
    line = MarkedLine(statement=tea, mark="no", note="never")
    advocates.mark(home.notebook, review=review, line=line, by=who)
    assert look(home).lines == before


# Questions and answers


def waiting(home: Home) -> tuple[advocates.OpenQuery, ...]:
    with home.notebook.unit_of_work() as work:
        return advocates.open_queries(work, person=home.person)


def test_a_question_is_open_until_the_team_answers_it_with_a_day(home: Home) -> None:
    review, who = begin(home)
    advocates.ask(
        home.notebook, review=review, text=" Who has the key? ", due=DUE, on=TODAY, by=who
    )
    (query,) = waiting(home)
    assert (query.text, query.due, query.asked_on) == ("Who has the key?", DUE, TODAY)
    advocates.reply(home.notebook, review=review, place=query.place, text="Jo.", on=DUE, by=home.by)
    assert waiting(home) == ()
    (answered,) = the_review(home).queries
    assert (answered.reply, answered.reply_on, answered.replied_by) == ("Jo.", DUE, home.by)


def test_who_wrote_a_question_down_is_kept_with_it(home: Home) -> None:
    review, who = begin(home)
    for by in (who, home.by):
        advocates.ask(home.notebook, review=review, text="Why?", on=TODAY, by=by)
    assert [each.asked_by for each in the_review(home).queries] == [who, home.by]


def test_a_question_is_as_old_as_the_day_on_which_it_was_asked(home: Home) -> None:
    review, who = begin(home)
    advocates.ask(home.notebook, review=review, text="Why?", on=DUE, by=who)
    assert [each.asked_on for each in waiting(home)] == [DUE]


def test_a_question_of_an_older_notebook_is_as_old_as_the_look(home: Home) -> None:
    review, who = begin(home)
    older = msgspec.structs.replace(the_review(home), queries=(Query(text="Why?"),))
    with home.notebook.unit_of_work() as work:
        work.records.revise(review, older, by=who)
        work.commit()
    assert [each.asked_on for each in waiting(home)] == [TODAY]


def test_who_wrote_the_days_of_a_report_down_is_kept_with_them(home: Home) -> None:
    review, who = begin(home)
    sent = FormalReport(sent_on=TODAY)
    advocates.report(home.notebook, review=review, report=sent, on=TODAY, by=who)
    advocates.report(home.notebook, review=review, report=sent, on=DUE, by=home.by)
    kept = the_review(home).formal_report
    assert kept is not None
    assert (kept.written_by, kept.written_on, kept.sent_on) == (home.by, DUE, TODAY)


def test_a_question_stays_open_when_the_look_is_over(home: Home) -> None:
    review, who = begin(home)
    advocates.ask(home.notebook, review=review, text="Why?", on=TODAY, by=who)
    advocates.end(home.notebook, review=review, now=LATER, by=who)
    assert len(waiting(home)) == 1


def test_what_has_a_day_comes_first_and_a_report_waits_for_the_council(home: Home) -> None:
    review, who = begin(home)
    advocates.ask(home.notebook, review=review, text="Some day", on=TODAY, by=who)
    advocates.ask(home.notebook, review=review, text="Soon", due=DUE, on=TODAY, by=who)
    sent = FormalReport(sent_on=TODAY, meeting_on=DUE, reply_due=TODAY)
    advocates.report(home.notebook, review=review, report=sent, on=TODAY, by=who)
    assert [(each.place, each.text) for each in waiting(home)] == [
        (-1, ""),
        (1, "Soon"),
        (0, "Some day"),
    ]
    answered = msgspec.structs.replace(sent, reply_on=DUE)
    advocates.report(home.notebook, review=review, report=answered, on=TODAY, by=who)
    assert [each.place for each in waiting(home)] == [1, 0]


@pytest.mark.parametrize("words", ["", "  ", "a" * 2_001])
def test_questions_and_answers_have_words(home: Home, words: str) -> None:
    review, who = begin(home)
    with pytest.raises(BadWordsError):
        advocates.ask(home.notebook, review=review, text=words, on=TODAY, by=who)
    advocates.ask(home.notebook, review=review, text="Why?", on=TODAY, by=who)
    with pytest.raises(BadWordsError):
        advocates.reply(home.notebook, review=review, place=0, text=words, on=TODAY, by=who)
    with pytest.raises(NotAllowedError):
        advocates.reply(home.notebook, review=review, place=7, text="Yes", on=TODAY, by=who)
    assert len(waiting(home)) == 1


def test_a_look_goes_into_a_plan_file_and_comes_out_of_it(home: Home) -> None:
    review, who = begin(home)
    advocates.back_again(home.notebook, review=review, now=LATER, by=who)
    data = planfile.export_plan(home.notebook, person=home.person, at=NOW)
    (entry,) = read_plan_file(data).lists["advocate_reviews"]
    assert entry.versions[-1].body == the_review(home)
