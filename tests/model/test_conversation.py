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


TEA = {"id": "tea", "words": "Tea", "picture": "openmoji:2615"}
ASKED = {**moment("here", kind="choose", options=[TEA])}


def test_it_ends_where_nothing_follows_whatever_is_answered() -> None:
    which = moment("which", only_if="here:tea")
    asked = read(data(moment("first"), {**READ_BACK, "id": "last"}, ASKED, which))
    said_no, said_tea = Answer(response="skip"), Answer(response="chosen", choices=("tea",))
    for answers in ({}, {"here": said_no}):
        walk = Conversation(asked, session("here", **answers))
        assert walk.next is None
        assert not walk.ends_here
    assert not Conversation(asked, session("here", here=said_tea)).ends_here
    assert Conversation(asked, session("which", here=said_tea)).ends_here


def test_it_ends_though_a_moment_is_left_out_that_no_answer_here_can_bring() -> None:
    each = moment("each", for_each="answer:here", only_if="first:skip")
    asked = read(data(moment("first"), ASKED, READ_BACK, moment("which", only_if="here:tea"), each))
    answers = {"here": Answer(response="skip"), "first": Answer(response="skip")}
    assert Conversation(asked, session("read_back", **answers)).ends_here


def test_a_piece_left_for_another_day_brings_what_hangs_on_its_answer() -> None:
    asked = read(data(ASKED, moment("which", only_if="here:tea"), moment("other"), READ_BACK))
    body = session("here", here=Answer(response="chosen", choices=("tea",)))
    walk = Conversation(asked, msgspec.structs.replace(body, only=("here",)))
    assert [step.key for step in walk.steps] == ["here", "which", "read_back"]
