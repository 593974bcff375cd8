"""The two example plans."""

import datetime
import json
import re
import uuid
from collections import Counter
from typing import Any

import msgspec
import pytest

from app import resources
from app.model import kinds
from app.model.conversation import Conversation
from app.model.ids import RecordId
from app.model.kinds import KINDS, kind_of
from app.model.promises import Promise
from app.model.record import Body
from app.model.restrictions import Restriction
from app.model.session import REFUSALS, Board, Session
from app.model.statement import Statement, voice_group
from tests.helpers.content import (
    CONTRACTIONS,
    LONGEST_IN_WORDS,
    NOT_OUR_WORDS,
    NUMBER_WORDS,
    PUZZLE_PIECE,
    SECTION_ORDER,
    SHIPPED,
    is_drawn,
    the_topics,
)

REVIEW = SHIPPED.shipped_guides["review"]
LISTS = {name: kind_of(body) for name, body in kinds.LISTS.items()}


class Example:
    """One example plan, read as its bodies."""

    def __init__(self, name: str) -> None:
        self.data: dict[str, Any] = json.loads(
            resources.path("examples", f"{name}.json").read_text("utf-8")
        )
        self.entries = [(kind, entry) for key, kind in LISTS.items() for entry in self.data[key]]
        self.bodies: dict[str, Body] = {
            entry["id"]: body_of(kind, entry) for kind, entry in self.entries
        }
        self.statements = self.of(Statement)
        self.sessions = self.of(Session)
        self.boards = self.of(Board)

    def of(self, kind: type[Any]) -> dict[str, Any]:
        return {name: body for name, body in self.bodies.items() if isinstance(body, kind)}

    def walk(self, session: str) -> list[str]:
        return [step.key for step in Conversation(REVIEW, self.sessions[session]).steps]


def fields_of(entry: dict[str, Any]) -> dict[str, Any]:
    about = {"id", "created_at", "created_by", "changed_at", "changed_by", "earlier"}
    return {name: value for name, value in entry.items() if name not in about}


def body_of(kind: str, entry: dict[str, Any]) -> Body:
    return msgspec.convert(fields_of(entry), KINDS[kind])


@pytest.fixture(params=["marcus", "halina"])
def example(request: pytest.FixtureRequest) -> Example:
    return Example(request.param)


def test_an_example_is_a_plan_file_with_one_person_marked_as_an_example(example: Example) -> None:
    assert example.data["format"] == "alongside-plan"
    assert example.data["version"] == 1
    assert [person["example"] for person in example.data["people"]] == [True]


def test_an_example_plan_is_full(example: Example) -> None:
    kept = [s for s in example.statements.values() if s.kept and s.answer_to is None]
    assert len(kept) >= 45
    assert len({s.section for s in kept}) >= 17
    assert {s.section for s in kept} <= set(SECTION_ORDER)


def test_many_voices_speak_in_an_example_and_the_person_most(example: Example) -> None:
    voices = Counter(s.voice for s in example.statements.values())
    assert {
        "own_spoken", "own_choice_symbol", "own_made", "shown_by_behaviour", "joint_wording",
        "family", "staff", "advocate", "professional", "peer",
    } <= set(voices)  # fmt: skip
    groups = Counter(voice_group(s.voice) for s in example.statements.values())
    assert groups["own"] > sum(groups.values()) / 2


def test_marcus_also_signs() -> None:
    assert any(s.voice == "own_signed" for s in Example("marcus").statements.values())


def test_halina_speaks_polish_with_english_beside_it() -> None:
    own = [s for s in Example("halina").statements.values() if s.voice == "own_spoken"]
    polish = [s for s in own if s.original_lang == "pl"]
    assert len(polish) > 0.9 * len(own)
    assert sum(bool(s.easy) for s in polish) > 0.8 * len(polish)
    assert sum(s.easy_ok_by_person for s in polish) >= 10
    assert any(s.interpreter_id for s in polish)


def test_views_that_differ_stand_side_by_side(example: Example) -> None:
    pairs = [s for s in example.statements.values() if s.conflicts_with]
    assert len(pairs) >= 2
    for one in pairs:
        for other in one.conflicts_with:
            assert example.statements[other].section in {one.section, "important_to"}
            assert example.statements[other].voice_group != one.voice_group


def test_the_person_replies_to_others_in_their_own_words(example: Example) -> None:
    replies = [s for s in example.statements.values() if s.answer_to]
    assert {s.answer_to.view for s in replies} >= {"agree", "disagree", "part"}
    for reply in replies:
        assert reply.voice_group == "own"
        assert example.statements[reply.answer_to.statement].voice_group == "others"


def test_some_sentences_wait_for_the_persons_answer(example: Example) -> None:
    results = Counter(s.read_back.result for s in example.statements.values())
    assert results["not_done"] >= 5
    assert results["not_sure"] == results["not_mine"] == 1
    assert results["changed_then_keep"] >= 1


def test_what_was_answered_says_when_and_how(example: Example) -> None:
    for s in example.statements.values():
        answered = s.read_back.result != "not_done"
        assert bool(s.read_back.on) == bool(s.read_back.method) == answered, s.original


def test_an_example_has_private_lines_chart_rows_and_agreed_easy_words(example: Example) -> None:
    statements = example.statements.values()
    assert sum(s.private for s in statements) >= 1
    charts = [s for s in statements if s.kind == "chart_row"]
    assert len(charts) >= 2
    assert all(s.chart and s.chart.please_do for s in charts)
    assert sum(s.easy_ok_by_person for s in statements) >= 5
    assert all(s.easy and s.easy_by for s in statements if s.easy_ok_by_person)


def test_most_sentences_of_an_example_have_one_picture(example: Example) -> None:
    statements = example.statements.values()
    assert all(len(s.symbols) <= 1 for s in statements)
    assert sum(bool(s.symbols) for s in statements if not s.answer_to) > 0.8 * len(
        [s for s in statements if not s.answer_to]
    )


def test_every_picture_of_an_example_is_there(example: Example) -> None:
    text = json.dumps(example.data)
    pictures = set(re.findall(r'"(openmoji:[^"]+)"', text))
    assert [ref for ref in pictures if not is_drawn(ref)] == []
    assert PUZZLE_PIECE not in pictures
    assert '"photo:' not in text


def test_others_words_say_whose_they_are_and_own_words_do_not(example: Example) -> None:
    for s in example.statements.values():
        assert bool(s.said_by) == (s.voice_group == "others"), s.original


def test_one_review_of_an_example_is_finished_with_its_moments_answered(example: Example) -> None:
    (name, done), *_ = example.sessions.items()
    assert done.ended
    assert done.next_on
    assert done.at_moment == example.walk(name)[-1]
    assert list(done.answers) == [each for each in example.walk(name) if each in done.answers]


def test_one_review_of_an_example_was_left_half_way_and_can_be_carried_on(
    example: Example,
) -> None:
    (name, session), *more = [each for each in example.sessions.items() if each[1].open]
    assert more == []
    steps = example.walk(name)
    before = steps[: steps.index(session.at_moment)]
    assert list(session.answers) == [each for each in before if each in session.answers]
    assert any(answer.response in REFUSALS for answer in session.answers.values())
    said = [s for s in example.statements.values() if s.session == name]
    assert len(said) >= 5
    assert all(s.read_back.result == "not_done" for s in said)


def test_what_was_said_in_a_session_was_said_at_one_of_its_moments(example: Example) -> None:
    for s in example.statements.values():
        if s.moment:
            assert s.moment in example.walk(s.session)
    for board in example.boards.values():
        assert board.moment in example.walk(board.session)


def test_a_finished_board_became_sentences_word_for_word(example: Example) -> None:
    topics = the_topics()
    finished = [b for b in example.boards.values() if b.confirmed and not b.practice]
    assert finished
    for board in finished:
        piles = {pile.id: pile for pile in topics.scale(board.scale).piles}
        said = {s.original: s for s in example.statements.values() if s.moment == board.moment}
        for card in board.cards:
            pile = piles.get(card.pile)
            if pile and pile.says:
                sentence = said[pile.sentence.format(card=card.words)]
                assert sentence.kind == pile.says
                assert sentence.session == board.session


def test_the_cards_of_a_board_are_those_of_its_topic_and_the_persons_own(example: Example) -> None:
    topics = the_topics()
    for board in example.boards.values():
        topic = topics.topic(board.topic)
        assert topic is not None
        ours = {(card.id, card.words, card.picture) for card in topic.cards}
        assert {(c.id, c.words, c.symbol) for c in board.cards if not c.added} == ours


def test_marcus_left_a_board_half_made() -> None:
    example = Example("marcus")
    (half,) = (board for board in example.boards.values() if not board.confirmed)
    assert example.sessions[half.session].at_moment == half.moment
    assert {bool(card.pile) for card in half.cards} == {True, False}


def test_everything_an_example_points_at_is_in_it(example: Example) -> None:
    known = set(example.bodies)
    pointing = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
    assert set(pointing.findall(json.dumps(example.data))) == known
    for kind, entry in example.entries:
        assert entry["created_by"] in known
        if kind != "person":
            assert entry["person"] == example.data["people"][0]["id"]


def test_identifiers_are_time_ordered_and_shared_by_nobody() -> None:
    names: list[str] = []
    for person in ("marcus", "halina"):
        for _, entry in Example(person).entries:
            made = datetime.datetime.fromisoformat(entry["created_at"])
            assert made.tzinfo is not None
            name = uuid.UUID(entry["id"])
            assert (name.version, name.variant) == (7, uuid.RFC_4122)
            assert name.int >> 80 == int(made.timestamp() * 1000)
            names.append(entry["id"])
    assert len(set(names)) == len(names)


def test_what_was_written_later_stands_later(example: Example) -> None:
    made_at = datetime.datetime.fromisoformat(example.data["made_at"])
    for key in LISTS:
        times = [datetime.datetime.fromisoformat(e["created_at"]) for e in example.data[key]]
        assert times == sorted(set(times)), key
        assert all(each < made_at for each in times)


def test_the_first_words_of_a_changed_sentence_are_kept(example: Example) -> None:
    changed = [e for e in example.data["statements"] if "earlier" in e]
    assert changed
    for entry in changed:
        (first,) = entry["earlier"]
        assert first["at"] == entry["created_at"]
        assert first["at"] < entry["changed_at"]
        assert {first["by"], entry["changed_by"]} <= set(example.bodies)
        before = {name: value for name, value in first.items() if name not in {"at", "by"}}
        old = msgspec.convert(fields_of(entry) | before, Statement)
        assert old.original != entry["original"]
        assert old.read_back.result == "not_done"
        assert entry["read_back"]["result"] == "changed_then_keep"


def test_words_written_about_somebody_are_respectful(example: Example) -> None:
    for s in example.statements.values():
        words = s.easy if s.voice_group == "own" else f"{s.original} {s.easy} {s.meaning}"
        assert not NOT_OUR_WORDS.search(words), words


def test_easy_words_of_an_example_are_easy(example: Example) -> None:
    for s in example.statements.values():
        for sentence in re.split(r"(?<=[.?!])\s+", s.easy):
            assert len(sentence.split()) <= LONGEST_IN_WORDS, sentence
            assert not CONTRACTIONS.search(sentence), sentence
            assert not NUMBER_WORDS.search(sentence), sentence


def test_each_example_person_has_settings_of_their_own() -> None:
    marcus, halina = (Example(name).data["people"][0]["ui"] for name in ("marcus", "halina"))
    assert marcus["text_percent"] == 125
    assert halina["text_percent"] == 150
    assert halina["speech_rate"] < 1


def test_every_entry_of_an_example_is_written_back_unchanged(example: Example) -> None:
    for kind, entry in example.entries:
        body = example.bodies[RecordId(entry["id"])]
        again = msgspec.convert(json.loads(msgspec.json.encode(body)), KINDS[kind])
        assert again == body


def test_an_example_has_every_kind_of_record_that_a_life_has(example: Example) -> None:
    kept = {kind for kind, _ in example.entries}
    assert {
        "goal", "goal_rating", "step", "promise", "risk_plan", "restriction", "decision",
        "sharing_choice", "feedback", "hard_day", "agreement", "row_check", "circle", "day_story",
    } <= kept  # fmt: skip
    promises = {each.response for each in example.of(Promise).values()}
    assert {"we_did", "could_not_change"} <= promises
    limits = {each.status for each in example.of(Restriction).values()}
    assert {"incomplete", "active"} <= limits
