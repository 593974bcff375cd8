"""Guides as talks: each can be refused from its first moment to its last, whoever wrote it."""

import datetime
from pathlib import Path

import pytest

from app.bootstrap import House
from app.model.agreements import FourPlusOne
from app.model.errors import NotAllowedError
from app.model.feedback import Feedback
from app.model.goals import Goal
from app.model.guide import KINDS_OF_MOMENTS, Guide, MomentKind
from app.model.hard_days import HardDay
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.session import REFUSALS, Answer, Response, Session
from app.model.statement import Statement
from app.usecases import (
    going_out,
    homes,
    people,
    plans,
    sessions,
    statements,
    surroundings,
    who_is_here,
)
from tests.helpers import guides
from tests.helpers.content import SHIPPED
from tests.helpers.guides import moment

from .conftest import NOW, TODAY, Home

ALSO_NEEDED: dict[MomentKind, dict[str, object]] = {
    "chart_row": {"about": "from_person", "says": "chart_row", "section": "communication"},
    "day": {"about": "hard", "section": "good_days", "says": "quote"},
    "profile_pick": {"about": "passport"},
    "board": {"scale": "doing_ok", "topic": "food"},
    "scale": {"scale": "sure", "topic": "food"},
    "rate": {"for_each": "goals"},
    "others_say": {"for_each": "views"},
}
OPTIONS = [
    {"id": "thanks", "words": "Tea", "picture": "openmoji:2615"},
    {"id": "none", "words": "Water", "picture": "openmoji:1F6B0"},
]
CHOOSES = {"choose", "thanks", "when_next", "either_or", "order", "body", "recognition"}


def start(home: Home, guide: Guide) -> RecordId:
    started = sessions.start(
        home.notebook, person=home.person, guide=guide, by=home.by, now=NOW
    )  # fmt: skip
    return started.last("session")


def body(home: Home, talk: RecordId) -> Session:
    return sessions.session(home.notebook, session=talk).body


def here(home: Home, talk: RecordId, guide: Guide) -> surroundings.Conversation:
    with home.notebook.unit_of_work() as work:
        return surroundings.conversation(work, guide, body(home, talk))


def give(home: Home, talk: RecordId, step: str, answer: Answer) -> None:
    sessions.answer(home.notebook, session=talk, step=step, answer=answer, by=home.by)


def choose(home: Home, talk: RecordId, step: str, *choices: str) -> None:
    give(home, talk, step, Answer(response="chosen", choices=choices, at=NOW))


def say(home: Home, talk: RecordId, guide: Guide, step: str, words: str) -> RecordId:
    asked = guide.moment(step)
    assert asked is not None
    assert asked.says is not None
    said = statements.say(
        home.notebook,
        statements.Said(
            person=home.person,
            words=words,
            lang="en-GB",
            section=asked.section,
            kind=asked.says,
            voice="own_spoken",
            by=home.by,
            session=talk,
            moment=step,
        ),
    )
    return said.last("statement")


def go_on(home: Home, talk: RecordId, guide: Guide) -> None:
    """On to the next step; whoever goes out before it is left does so."""
    step = here(home, talk, guide).step
    around = people.supporters(home.notebook, person=home.person)
    for each in going_out.who_goes(body(home, talk), step, around):
        who_is_here.gone_out(home.notebook, session=talk, supporter=each.id, by=home.by, at=NOW)
    sessions.go_on(home.notebook, session=talk, guide=guide, step=step, by=home.by, now=NOW)


def go_to(home: Home, talk: RecordId, guide: Guide, name: str) -> None:
    while here(home, talk, guide).step.moment.id != name:
        step = here(home, talk, guide).step
        if step.moment.needs_yes:
            choose(home, talk, step.key, "ready")
        go_on(home, talk, guide)


def refuse_everything(home: Home, guide: Guide, response: Response) -> tuple[Session, list[str]]:
    """Answer each moment by not answering it; where the talk waits for a yes, press that."""
    talk, passed = start(home, guide), []
    while body(home, talk).open:
        step = here(home, talk, guide).step
        passed.append(step.moment.kind)
        if response != "skip":
            give(home, talk, step.key, Answer(response=response, at=NOW))
        if step.moment.needs_yes:
            with pytest.raises(NotAllowedError):
                go_on(home, talk, guide)
            choose(home, talk, step.key, step.moment.options[0].id)
        go_on(home, talk, guide)
    return body(home, talk), passed


def written(home: Home) -> set[str]:
    return {each.kind for each in home.notebook.revisions}


@pytest.mark.parametrize("response", sorted(REFUSALS))
@pytest.mark.parametrize("name", sorted(SHIPPED.shipped_guides))
def test_r3_every_guide_ends_politely_when_everything_is_refused(
    home: Home, name: str, response: Response
) -> None:
    guide = SHIPPED.shipped_guides[name]
    done, passed = refuse_everything(home, guide, response)
    assert done.ended == NOW
    assert done.stopped_by == ""
    assert len(passed) >= 5
    yes = {each.id for each in guide.moments if each.needs_yes}
    assert {answer.response for key, answer in done.answers.items() if key not in yes} == {response}
    assert written(home) == {"person", "supporter", "session"}


@pytest.fixture
def every_kind() -> Guide:
    """A guide that nobody here wrote, with each kind of moment that there is."""
    moments = []
    for kind in sorted(KINDS_OF_MOMENTS - {"read_back"}):
        more = {"options": OPTIONS} if kind in CHOOSES else {}
        moments.append(moment(kind, kind=kind, **more, **ALSO_NEEDED.get(kind, {})))
    return guides.guide(*moments)


@pytest.mark.parametrize("response", sorted(REFUSALS))
def test_r3_a_guide_with_every_kind_of_moment_can_be_refused_to_its_end(
    home: Home, every_kind: Guide, response: Response
) -> None:
    with home.notebook.unit_of_work() as work:
        view = Statement(
            person=home.person, section="goals", kind="worry", voice="family",
            original="I worry.", said_by=home.by,
        )  # fmt: skip
        said = work.records.add(view, by=home.by)
        work.records.add(Goal(person=home.person, words=said.id), by=home.by)
        work.commit()
    before = len(home.notebook.revisions)
    done, passed = refuse_everything(home, every_kind, response)
    assert set(passed) == KINDS_OF_MOMENTS
    assert done.ended == NOW
    assert {each.kind for each in home.notebook.revisions[before:]} == {"session"}


def test_what_is_looked_at_closely_is_kept_with_what_was_tried_and_learned(home: Home) -> None:
    guide = SHIPPED.shipped_guides["review"]
    talk = start(home, guide)
    line = say(home, talk, guide, "tried", "Supper is too early.")
    go_to(home, talk, guide, "look_closer")
    choose(home, talk, "look_closer", line)
    go_to(home, talk, guide, "learned")
    told = say(home, talk, guide, "learned", "I am hungry at 7.")
    go_on(home, talk, guide)
    with home.notebook.unit_of_work() as work:
        (found,) = work.records.find(FourPlusOne, session=talk)
    assert found.body.about == line
    assert found.body.learned == (told,)


def test_without_a_line_to_look_at_closely_nothing_is_asked_about_it(home: Home) -> None:
    guide = SHIPPED.shipped_guides["review"]
    talk = start(home, guide)
    go_to(home, talk, guide, "look_closer")
    go_on(home, talk, guide)
    assert here(home, talk, guide).step.moment.id == "better_week"


def test_each_person_whose_view_is_wanted_is_heard_for_themselves(home: Home) -> None:
    guide = SHIPPED.shipped_guides["review"]
    talk = start(home, guide)
    go_to(home, talk, guide, "ask_whom")
    choose(home, talk, "ask_whom", home.by, "keisha")
    keys = [step.key for step in here(home, talk, guide).steps]
    assert {f"their_view:{home.by}", "their_view:keisha"} <= set(keys)


def test_a_hard_day_is_kept_as_it_was_told_and_stands_in_no_plan(home: Home, house: House) -> None:
    guide = SHIPPED.shipped_guides["hard_day"]
    talk = start(home, guide)
    go_to(home, talk, guide, "account")
    told = say(home, talk, guide, "account", "Too loud. I ran.")
    go_to(home, talk, guide, "safe_now")
    choose(home, talk, "safe_now", "yes")
    go_to(home, talk, guide, "helped")
    helped = say(home, talk, guide, "helped", "The garden.")
    go_on(home, talk, guide)
    with home.notebook.unit_of_work() as work:
        (day,) = work.records.find(HardDay, session=talk)
    assert (day.body.account, day.body.safe_now, day.body.helped) == ((told,), "yes", (helped,))
    plan = plans.plan(
        home.notebook, person=home.person, sections=house.sections, today=TODAY
    )  # fmt: skip
    assert [line.statement.id for line in plan.lines] == [helped]


def test_r15_after_i_do_not_feel_safe_nothing_is_asked(home: Home) -> None:
    guide = SHIPPED.shipped_guides["hard_day"]
    talk = start(home, guide)
    go_to(home, talk, guide, "safe_now")
    choose(home, talk, "safe_now", "no")
    go_on(home, talk, guide)
    assert not body(home, talk).open


def test_feedback_in_the_open_keeps_who_hears_it_and_until_when_it_is_answered(home: Home) -> None:
    guide = SHIPPED.shipped_guides["feedback"]
    talk = start(home, guide)
    go_to(home, talk, guide, "who_hears")
    choose(home, talk, "who_hears", "open")
    go_to(home, talk, guide, "about")
    choose(home, talk, "about", "other")
    go_to(home, talk, guide, "tell_more")
    told = say(home, talk, guide, "tell_more", "The bus was late.")
    go_to(home, talk, guide, "wants_answer")
    choose(home, talk, "wants_answer", "yes")
    go_to(home, talk, guide, "answer_by")
    choose(home, talk, "answer_by", "in_2_weeks")
    go_on(home, talk, guide)
    with home.notebook.unit_of_work() as work:
        (found,) = work.records.find(Feedback, session=talk)
    assert (found.body.route, found.body.about, found.body.words) == ("open", "other", (told,))
    assert found.body.reply_by == TODAY + datetime.timedelta(days=14)


@pytest.mark.parametrize(
    ("route", "follows"),
    [
        ("manager_sealed", ["sealed", "thanks"]),
        ("advocate_sealed", ["sealed", "thanks"]),
        ("just_me", ["thanks"]),
    ],
)
def test_r14_feedback_for_the_manager_or_an_advocate_asks_nothing_in_the_open(
    home: Home, route: str, follows: list[str]
) -> None:
    guide = SHIPPED.shipped_guides["feedback"]
    talk = start(home, guide)
    go_to(home, talk, guide, "who_hears")
    choose(home, talk, "who_hears", route)
    to_come = here(home, talk, guide)
    after = [step.moment.kind for step in to_come.steps[to_come.position + 1 :]]
    assert after == follows


def test_a_talk_whose_guide_is_gone_waits_in_the_notebook_until_it_is_back(
    home: Home, every_kind: Guide, house: House
) -> None:
    talk = start(home, every_kind)
    without = homes.home(home.notebook, person=home.person, guides=house.guides)
    assert without.open_session is None
    assert body(home, talk).open
    again = {**house.guides, every_kind.id: every_kind}
    found = homes.home(home.notebook, person=home.person, guides=again)
    assert found.open_session is not None
    assert found.open_session.id == talk


def test_a_guide_of_ones_own_is_walked_like_any_other(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "guides"
    folder.mkdir()
    text = guides.as_toml(guides.data(moment("music"), guides.READ_BACK))
    (folder / "music.toml").write_text(text, "utf-8")
    guide = House(tmp_path, tmp_path).guides["g"]
    done, passed = refuse_everything(home, guide, "dont_know")
    assert passed == ["question", "read_back"]
    assert done.ended == NOW
    assert people.person(home.notebook, person=home.person).body.preferred_name
    with home.notebook.unit_of_work() as work:
        assert len(work.records.find(Person)) == len(work.records.find(Supporter)) == 1
