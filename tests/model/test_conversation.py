"""Walking a guide."""

import datetime

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.model.conversation import Conversation
from app.model.ids import RecordId
from app.model.session import AgendaTopic, Answer, Session
from tests.helpers.guides import READ_BACK, data, moment, read

NOW = datetime.datetime(2026, 3, 4, 10, tzinfo=datetime.UTC)


BOARD = moment("sorting", kind="board", stage="sort", scale="doing_ok", for_each="agenda")
PICK = {key: value for key, value in moment("pick", kind="topics").items() if key != "says"}
WALK = read(data(moment("first"), {**PICK, "section": ""}, BOARD, {**READ_BACK, "id": "last"}))


def session(at: str = "", *topics: str, **answers: Answer) -> Session:
    return Session(
        person=RecordId("p"),
        type="review",
        guide="g",
        started=NOW,
        at_moment=at,
        agenda=tuple(AgendaTopic(topic=t) for t in topics),
        answers=answers,
    )


def test_a_moment_for_each_topic_comes_once_for_each_topic_on_the_table() -> None:
    steps = Conversation(WALK, session("first", "food", "money")).steps
    assert [s.key for s in steps] == ["first", "pick", "sorting:food", "sorting:money", "last"]


def test_it_begins_at_the_beginning_and_ends_at_the_end() -> None:
    assert Conversation(WALK, session()).previous is None
    assert Conversation(WALK, session("last")).next is None


def test_a_topic_taken_off_the_table_gives_its_place_to_what_follows() -> None:
    assert Conversation(WALK, session("sorting:food", "money")).step.key == "sorting:money"
    assert Conversation(WALK, session("sorting:food")).step.key == "last"


def test_a_moment_the_guide_no_longer_has_begins_at_the_beginning() -> None:
    assert Conversation(WALK, session("gone")).step.key == "first"


def test_progress_says_done_now_and_to_come() -> None:
    walk = Conversation(WALK, session("sorting:food", "food"))
    assert [(s.id, how) for s, how in walk.progress()] == [("talk", "done"), ("sort", "now")]


def test_a_stage_without_a_step_is_not_on_the_path() -> None:
    walk = Conversation(WALK, session("first"))
    assert [stage.id for stage, _ in walk.progress()] == ["talk"]


def test_not_answering_is_an_answer() -> None:
    walk = Conversation(WALK, session("first", first=Answer(response="not_today")))
    assert walk.refused(walk.step)


@given(st.lists(st.sampled_from(["food", "money", "home"]), unique=True), st.text(max_size=12))
def test_any_place_in_a_session_is_a_step_of_the_conversation(topics: list[str], at: str) -> None:
    walk = Conversation(WALK, session(at, *topics))
    assert walk.step in walk.steps
    assert walk.progress()


def test_a_shared_part_brings_its_stages_and_moments() -> None:
    part = {"stage": [{"id": "hi", "title": "Hi", "picture": "openmoji:2B50"}]}
    part["moment"] = [moment("hello", stage="hi")]
    whole = data({"include": "open"}, moment("a"), READ_BACK)
    whole["stage"] = [{"include": "open"}, *whole["stage"]]
    made = read(whole, parts={"open": part})
    assert [m.id for m in made.moments] == ["hello", "a", "read_back"]
    assert made.stages[0].id == "hi"
    assert made.moments[0].part == "open"


def test_r11_what_was_answered_stays_though_it_is_on_no_list_any_more() -> None:
    views = read(data(moment("view", kind="others_say", for_each="views"), READ_BACK))
    answers = {"view:a": Answer(response="chosen"), "view:b": Answer(response="skip")}
    body = msgspec.structs.replace(session("view:a"), answers=answers)
    walk = Conversation(views, body, {"views": ("b", "c")})
    assert [step.key for step in walk.steps] == ["view:a", "view:b", "view:c", "read_back"]
