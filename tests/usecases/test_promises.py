"""You said, we will; you said, we did: nobody's promise, no bare no, nobody left untold."""

import datetime

import pytest

from app.bootstrap import House
from app.model.errors import BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.promises import Promise
from app.usecases import promises, sessions
from app.usecases.promises import REASONS, MissingReasonError

from .conftest import NOW, TODAY, Home

DAY = TODAY + datetime.timedelta(days=7)
REASON = {
    "could_not_because": "law",
    "because_plain": "The law says so.",
    "instead": "nothing yet",
    "how_to_challenge": "Ask Ruth.",
}


def promise(home: Home, **more: object) -> RecordId:
    given = {
        "person": home.person, "words": "Supper at 8.", "said": None, "owner": home.by, "due": DAY,
        "today": TODAY, "by": home.by,
    }  # fmt: skip
    return promises.promise(home.notebook, **(given | more)).last("promise")  # type: ignore[arg-type]


def read(home: Home, which: RecordId) -> Promise:
    with home.notebook.unit_of_work() as work:
        return work.records.get(which, Promise).body


def answer(home: Home, which: RecordId, response: str, **more: object) -> None:
    promises.answer(home.notebook, promise=which, response=response, by=home.by, **more)  # type: ignore[arg-type]


def tell(home: Home, which: RecordId, reaction: str | None = "like", **more: object) -> None:
    promises.tell(
        home.notebook, promise=which, reaction=reaction, told_how="aloud", today=TODAY, by=home.by,
        **more,
    )  # type: ignore[arg-type] # fmt: skip


@pytest.mark.parametrize(
    ("lacking", "error"),
    [
        ({"owner": None}, NotAllowedError),
        ({"due": None}, NotAllowedError),
        ({"due": TODAY - datetime.timedelta(days=1)}, NotAllowedError),
        ({"words": " "}, BadWordsError),
    ],
)
def test_a_promise_of_nobody_or_without_a_day_is_refused(
    home: Home, lacking: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        promise(home, **lacking)
    with home.notebook.unit_of_work() as work:
        assert work.records.find(Promise) == ()


@pytest.mark.parametrize("lacking", list(REASONS))
def test_r13_we_could_not_is_refused_without_each_of_its_reasons(home: Home, lacking: str) -> None:
    which = promise(home)
    before = len(home.notebook.revisions)
    blank = None if lacking == "could_not_because" else "  "
    with pytest.raises(MissingReasonError) as refused:
        answer(home, which, "could_not_change", **(REASON | {lacking: blank}))
    assert refused.value.fields == (lacking,)
    assert len(home.notebook.revisions) == before
    answer(home, which, "could_not_change", **REASON)
    assert read(home, which).to_be_told


def test_r13_a_promise_is_closed_only_when_the_person_was_told(home: Home) -> None:
    which = promise(home)
    answer(home, which, "could_not_change", **REASON)
    about = {"promise": which, "today": TODAY, "by": home.by}
    with pytest.raises(NotAllowedError):
        promises.say_impact(home.notebook, impact="same", **about)
    tell(home, which)
    assert read(home, which).closed_on is None
    promises.say_impact(home.notebook, impact="same", **about)
    body = read(home, which)
    assert (body.told_on, body.closed_on, body.impact_by_person) == (TODAY, TODAY, "same")


def test_nothing_can_be_told_before_something_came_of_it(home: Home) -> None:
    which = promise(home)
    with pytest.raises(NotAllowedError):
        tell(home, which)
    assert read(home, which).told_on is None


def test_what_is_still_tried_stays_open_after_it_was_told(home: Home) -> None:
    which = promise(home)
    answer(home, which, "trying", what_changed="We asked the cook.")
    tell(home, which)
    promises.say_impact(home.notebook, promise=which, impact="better", today=TODAY, by=home.by)
    assert read(home, which).closed_on is None


def test_another_answer_is_told_anew(home: Home) -> None:
    which = promise(home)
    answer(home, which, "trying")
    tell(home, which, "do_not_like")
    assert not read(home, which).to_be_told
    answer(home, which, "we_did", what_changed="Supper is at 8 now.")
    body = read(home, which)
    assert body.to_be_told
    assert (body.told_on, body.reaction, body.impact_by_person) == (None, None, "not_asked")


def test_a_reason_goes_when_it_was_done_after_all(home: Home) -> None:
    which = promise(home)
    answer(home, which, "could_not_change", **REASON)
    answer(home, which, "we_did")
    body = read(home, which)
    assert (body.could_not_because, body.because_plain, body.instead) == (None, "", "")


@pytest.fixture
def talk(home: Home, house: House) -> RecordId:
    return sessions.start(
        home.notebook, person=home.person, guide=house.guides["review"], by=home.by, now=NOW
    ).last("session")


def test_what_was_told_stays_on_the_table_of_that_talk_and_can_be_taken_back(
    home: Home, talk: RecordId
) -> None:
    which = promise(home)
    answer(home, which, "we_did")
    tell(home, which, session=talk, step="told", at=NOW)
    found = promises.of_person(home.notebook, person=home.person).promises
    assert promises.to_tell(found) == ()
    assert [each.id for each in promises.to_tell(found, session=talk)] == [which]
    promises.not_told(home.notebook, promise=which, session=talk, step="told", by=home.by)
    assert read(home, which).to_be_told
    assert "told" not in sessions.session(home.notebook, session=talk).body.answers


def test_the_last_promise_taken_back_takes_the_answer_with_it(home: Home, talk: RecordId) -> None:
    made = [promise(home, session=talk, step="promise", at=NOW) for _ in range(2)]
    for which in made:
        answers = sessions.session(home.notebook, session=talk).body.answers
        assert "promise" in answers
        promises.take_back(home.notebook, promise=which, session=talk, step="promise", by=home.by)
    assert "promise" not in sessions.session(home.notebook, session=talk).body.answers


@pytest.mark.parametrize(
    ("response", "days", "late"),
    [
        ("we_will", -1, True), ("trying", -1, True), ("not_yet", -1, True), ("we_did", -1, False),
        ("we_will", 0, False),
    ],
)  # fmt: skip
def test_a_promise_is_late_when_its_day_is_over_and_it_is_still_to_be_done(
    home: Home, response: str, days: int, late: bool
) -> None:
    due = TODAY + datetime.timedelta(days=days)
    body = Promise(person=home.person, words="Tea", owner=home.by, due=due, response=response)  # type: ignore[arg-type]
    assert body.late(TODAY) is late
