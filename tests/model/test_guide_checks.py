"""What is wrong with a guide is said in plain words, with the line in which it is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import filling
from app.model.errors import BadDataError
from app.model.guide import Guide
from app.model.guide_advice import advice
from app.model.guide_file import Fault, GuideFile
from app.model.guide_reading import check_guide
from app.model.halfsaid import KEPT_APART
from app.model.ids import RecordId
from app.model.kinds import KINDS, write_body
from tests.helpers import guides
from tests.helpers.content import SHIPPED, is_drawn, the_guides
from tests.helpers.guides import KNOWN, READ_BACK, moment

OPTION = {"id": "tea", "words": "Tea", "picture": "openmoji:2615"}
OTHER = {"id": "water", "words": "Water", "picture": "openmoji:1F6B0"}


def bare(name: str, **more: object) -> dict[str, object]:
    """A moment that says nothing in the plan."""
    plain = {key: value for key, value in moment(name).items() if key not in {"section", "says"}}
    return {**plain, "kind": "choose", "options": [OPTION, OTHER], **more}


def without_options(name: str, **more: object) -> dict[str, object]:
    return {key: value for key, value in bare(name, **more).items() if key != "options"}


def faults_of(text: str) -> list[Fault]:
    file = GuideFile(text, name="g.toml")
    return check_guide(file, parts=SHIPPED.guide_parts, known=KNOWN)[1]


def told(*moments: dict[str, object]) -> list[str]:
    return [each.words for each in faults_of(guides.as_toml(guides.data(*moments, READ_BACK)))]


@pytest.mark.parametrize(
    ("moments", "problem"),
    [
        ([moment("a"), moment("a")], "moment 'a': two moments are called so"),
        ([moment("not_safe")], "kept for the program"),
        *(([moment(name)], "kept for the program") for name in sorted(KEPT_APART)),
        ([moment("a", stage="tlk")], "no stage is called 'tlk' (did you mean 'talk'?)"),
        ([moment("a", section="")], "needs a section"),
        ([moment("a", section="", practice=True)], "'practice' is for a board"),
        ([bare("a", kind="order", practice=True)], "'practice' is for a board"),
        ([moment("a", section="hom")], "no section 'hom' (did you mean 'home'?)"),
        ([{k: v for k, v in moment("a").items() if k != "says"}], "needs 'says'"),
        ([moment("a", kind="qestion")], "cannot be 'qestion' (did you mean 'question'?)"),
        ([moment("a", promt="What?")], "there is no field 'promt' (did you mean 'prompt'?)"),
        ([moment("a", part="open")], "there is no field 'part'"),
        ([moment("a", prompt=3)], "'prompt' must be words in quotes, and it is a whole number"),
        ([moment("a", most="3")], "'most' must be a whole number, and it is words in quotes"),
        ([moment("a", others="What?")], "'others' must be a list in square brackets"),
        ([moment("a", prompt=" ")], "it asks nothing"),
        ([moment("a", others=["Are you happy with your plan?"])], "ask something open"),
        ([{"include": "opn"}], "no part called 'opn' to include (did you mean 'open'?)"),
        ([{"include": "open", "without": ["topcs"]}], "to leave out (did you mean 'topics'?)"),
        ([{"include": "open", "without": "topics"}], "must be a list of names"),
        ([{"include": "open", "id": "a"}], "an include has no field 'id'"),
        ([moment("a", fills="hard_dy.before")], "(did you mean 'hard_day'?)"),
        ([moment("a", fills="hard_day.befor")], "to fill (did you mean 'before'?)"),
        ([moment("a", fills="goal.words")], "names no record that a talk can fill"),
        ([moment("a", fills="hard_day.person")], "has no field 'person' to fill"),
        ([bare("a", fills="hard_day.safe_now")], "'safe_now' cannot be 'tea'"),
        ([bare("a", kind="thanks")], "nobody is given 'tea' for their time"),
        ([bare("a", options=[{**OPTION, "days": 800}])], "from 0 to 366"),
        ([bare("a", options=[OPTION, OPTION])], "two options are called 'tea'"),
        ([bare("a", options=[{**OPTION, "id": "skip"}])], "one press away on every screen"),
        ([moment("a", picture="openmoji:1F9E9")], "the puzzle piece is never shown"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(
    moments: list[dict[str, object]], problem: str
) -> None:
    assert any(problem in words for words in told(*moments)), told(*moments)


@pytest.mark.parametrize(
    ("moments", "problem"),
    [
        ([without_options("a")], "a choose needs options"),
        ([bare("a", options=[{**OPTION, "ends": True}])], "every option ends the talk"),
        ([bare("a", kind="either_or", options=[OPTION])], "needs two options"),
        ([bare("a", needs_yes=True)], "nobody could say no"),
        (
            [bare("a", kind="order", options=[{**OPTION, "stays": True}])],
            "asked to go out at a order",
        ),
        ([moment("a", needs_yes=True)], "there is no yes to press at a question"),
        ([bare("a", most=-1)], "'most' is below 0"),
        ([without_options("a", kind="scale")], "needs a scale"),
        ([without_options("a", kind="scale", scale="shure")], "(did you mean 'sure'?)"),
        ([moment("a", kind="board", scale="sure")], "there is no topic ''"),
        ([moment("a", kind="board", scale="sure", topic="foood")], "(did you mean 'food'?)"),
        ([moment("a", kind="board", scale="sure", for_each="agenda")], "no topics are picked"),
        ([moment("a", kind="board", scale="sure", for_each="goals")], "repeated for 'agenda'"),
        ([without_options("a", kind="rate", for_each="views")], "repeated for 'goals'"),
        ([moment("a"), moment("b", for_each="answer:a")], "nothing is chosen at 'a'"),
        ([moment("a", for_each="answer:b"), bare("b")], "no moment before it is called 'b'"),
        ([moment("a", for_each="gaols")], "(did you mean 'goals'?)"),
        ([bare("a"), moment("b", only_if="a:coffee")], "'a' has no answer 'coffee'"),
        ([bare("a"), moment("b", only_if="a")], "'only_if' says no answer"),
        ([moment("a"), moment("b", only_if="a:chosen")], "'a' has no answer 'chosen'"),
        ([bare("a", for_each="goals"), moment("b", only_if="a:tea")], "it would never come"),
        ([without_options("a", kind="pick")], "needs the section"),
        ([moment("a", kind="day", section="good_days")], "is 'about' good or hard"),
        ([moment("a", kind="day", about="good")], "belongs in the section 'good_days'"),
        ([bare("a", most=2, options=[OPTION, {**OTHER, "ends": True}])], "leave out 'most'"),
        ([bare("a", most=2, options=[{**OPTION, "something_else": True}])], "make it 'unsaid'"),
        (
            [bare("a", options=[OPTION, {**OTHER, "unsaid": True}])],
            "nothing asks more after 'water'",
        ),
        ([bare("a", most=2, fills="hard_day.safe_now")], "'safe_now' takes one answer"),
        ([moment("a", again="b")], "no moment before it is called 'b'"),
    ],
)
def test_r2_a_moment_that_no_person_can_answer_is_refused(
    moments: list[dict[str, object]], problem: str
) -> None:
    assert any(problem in words for words in told(*moments)), told(*moments)


def test_r2_an_answer_that_ends_the_talk_brings_no_later_moment() -> None:
    asked = bare("a", options=[OPTION, {**OTHER, "ends": True}])
    (words,) = told(asked, moment("b", only_if="a:water"))
    assert "'a' has no answer 'water', so it would never come" in words


def test_r2_a_guide_that_may_have_no_moment_at_all_is_refused() -> None:
    rate = without_options("a", kind="rate", for_each="goals")
    (fault,) = faults_of(guides.as_toml(guides.data(rate)))
    assert "no moment of it comes in any case" in fault.words


def test_r2_a_board_whose_topic_has_no_cards_is_refused() -> None:
    topics = KNOWN.topics
    bare_topic = type(topics.topics[0])(
        id="bare", words="Bare", picture=topics.topics[0].picture, cards=()
    )
    known = type(KNOWN)(KNOWN.sections, type(topics)(topics=(bare_topic,), scales=topics.scales))
    text = guides.as_toml(
        guides.data(moment("a", kind="board", scale="sure", topic="bare"), READ_BACK)
    )
    _, faults = check_guide(GuideFile(text, name="g.toml"), parts={}, known=known)
    assert ["has no cards" in each.words for each in faults] == [True]


def test_an_answer_may_also_be_that_there_was_none() -> None:
    assert told(moment("a"), moment("b", only_if="a:dont_know|skip")) == []


def test_a_field_is_filled_once_unless_only_one_of_two_moments_can_come() -> None:
    first = moment("b", fills="hard_day.before", only_if="a:tea")
    again = moment("c", fills="hard_day.before", only_if="a:water")
    assert told(bare("a"), first, again) == []
    (words,) = told(bare("a"), first, {**again, "only_if": "a:tea"})
    assert "is filled at 'b' already" in words
    (words,) = told(moment("b", fills="hard_day.before", for_each="goals"))
    assert "would take the place of the time before" in words


def test_a_pick_fills_what_holds_sentences() -> None:
    picked = without_options("a", kind="pick", section="goals")
    assert told({**picked, "fills": "four_plus_one.about"}) == []
    (words,) = told({**picked, "fills": "hard_day.place"})
    assert "takes no sentences" in words


def test_what_is_said_has_to_be_read_back() -> None:
    faults = faults_of(guides.as_toml(guides.data(moment("a"))))
    assert ["nothing is read back" in each.words for each in faults] == [True]


def test_everything_that_is_wrong_is_said_at_once_each_with_its_own_line() -> None:
    text = guides.as_toml(
        guides.data(
            moment("a", kind="qestion", most="2"),
            bare("b", options=[OPTION, {**OTHER, "wrds": "Water"}]),
            READ_BACK,
        )
    )
    lines = text.splitlines()
    found = {lines[each.line - 1].split(" ")[0] for each in faults_of(text)}
    assert found == {"kind", "most", "options"}


def test_the_line_of_an_option_is_its_own() -> None:
    text = guides.as_toml(guides.data(bare("a"), READ_BACK)).replace(", { id", ",\n  { id")
    text = text.replace('words = "Water"', 'words = ""')
    (fault,) = faults_of(text)
    assert "Water" not in text
    assert text.splitlines()[fault.line - 1].strip().startswith('{ id = "water"')


def test_options_may_be_blocks_of_their_own() -> None:
    asked = {key: value for key, value in bare("a").items() if key != "options"}
    whole = guides.as_toml(guides.data(asked, READ_BACK))
    option = '[[moment.options]]\nid = "tea"\nwords = "Tea"\npicture = "openmoji:2615"\ndays = -1\n'
    head, _, tail = whole.partition('[[moment]]\nid = "read_back"')
    text = f'{head}{option}\n[[moment]]\nid = "read_back"{tail}'
    (fault,) = faults_of(text)
    assert text.splitlines()[fault.line - 1] == "[[moment.options]]"


def test_what_stands_in_a_text_of_several_lines_is_no_block() -> None:
    text = guides.as_toml(guides.data(moment("a", section="hom"), READ_BACK))
    text = text.replace('prompt = "What about a?"', 'prompt = """What\n[[moment]]\nsection = 1"""')
    (fault,) = faults_of(text)
    assert text.splitlines()[fault.line - 1] == 'section = "hom"'


def test_a_fault_of_a_part_is_told_with_the_file_of_the_part() -> None:
    part = GuideFile(guides.as_toml({"moment": [moment("p", section="hom")]}), name="part.toml")
    file = GuideFile(
        guides.as_toml(guides.data({"include": "part"}, READ_BACK)), name="g.toml"
    )  # fmt: skip
    _, (fault,) = check_guide(file, parts={"part": part}, known=KNOWN)
    assert (fault.file, fault.line) == ("part.toml", 7)


def test_a_condition_of_an_include_holds_for_each_of_its_moments_without_one() -> None:
    part = {"moment": [moment("p"), moment("q", only_if="a:water")]}
    made = guides.read(
        guides.data(bare("a"), {"include": "part", "only_if": "a:tea"}, READ_BACK),
        parts={"part": part},
    )
    assert [each.only_if for each in made.moments] == ["", "a:tea", "a:water", ""]


def test_a_question_without_other_ways_to_ask_has_those_of_its_section() -> None:
    made = guides.guide(moment("a", section="home"), moment("b", others=["What else?"]))
    assert made.moments[0].others == KNOWN.sections["home"].others
    assert made.moments[1].others == ("What else?",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "there is nothing in it"),
        (" \n\n", "there is nothing in it"),
        ("[guide", "this is not written as TOML wants it"),
        ("a = " + "[" * 5000, "far too many brackets"),
        (f"a = {'9' * 5000}", "this is not written as TOML wants it"),
        ("[[moment]]\nid = 'a'\n", "it has no [guide] block"),
        ("guide = 3\n", "it has no [guide] block"),
        ("[guide]\nid = 'a'\n", "the field 'title' is missing"),
        ("moment = 3\n", "each moment is a block of its own: [[moment]]"),
        ("stage = [3]\n", "each stage is a block of its own: [[stage]]"),
        ("colour = 3\n", "there is no place for 'colour'"),
    ],
)
def test_a_file_that_is_no_guide_says_so(text: str, words: str) -> None:
    assert any(words in each.words for each in faults_of(text)), faults_of(text)


def test_a_guide_of_this_name_or_with_no_moments_is_refused() -> None:
    content = guides.data(READ_BACK)
    content["guide"]["id"] = "../review"
    assert any(
        "letters without accents" in each.words for each in faults_of(guides.as_toml(content))
    )
    content = guides.data()
    assert any("no moments" in each.words for each in faults_of(guides.as_toml(content)))


def test_a_wrong_guide_cannot_be_read_and_says_where() -> None:
    with pytest.raises(BadDataError) as refused:
        guides.guide(moment("a", section="hom"))
    assert "g.toml" in str(refused.value)
    assert "no section 'hom'" in str(refused.value)


@settings(max_examples=60)
@given(st.data())
def test_whatever_is_cut_out_of_a_guide_there_is_an_answer_and_no_crash(
    data: st.DataObject,
) -> None:
    lines = guides.as_toml(guides.data(moment("a"), bare("b", only_if="a:skip"), READ_BACK)).split(
        "\n"
    )
    first = data.draw(st.integers(0, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    text = "\n".join(lines[:first] + lines[last:])
    file = GuideFile(text, name="g.toml")
    guide, faults = check_guide(file, parts={}, known=KNOWN)
    assert isinstance(guide, Guide) or faults
    assert all(0 <= each.line <= len(lines) and each.words for each in faults)


WHERE = bare("where", kind="either_or", options=[{**OPTION, "stays": True}, OTHER])
READY = bare("ready", needs_yes=True, options=[OPTION, {**OTHER, "ends": True}])


@pytest.mark.parametrize(
    ("moments", "refused"),
    [
        ([moment("a")], True),
        ([moment("a"), WHERE, moment("b")], True),
        ([READY, {**WHERE, "only_if": "ready:tea"}, moment("a")], True),
        ([WHERE, moment("a")], False),
        ([READY, WHERE, moment("a")], False),
    ],
)
def test_r14_a_guide_without_the_keyworker_asks_first_that_they_go_out(
    moments: list[dict[str, object]], refused: bool
) -> None:
    content = guides.data(*moments, READ_BACK)
    content["guide"]["without_keyworker"] = True
    faults = [each.words for each in faults_of(guides.as_toml(content))]
    assert any("nobody is asked to go out" in each for each in faults) is refused
    assert len(faults) == int(refused)


def test_every_record_that_a_guide_may_fill_can_begin_with_one_answer() -> None:
    for kind in filling.fillable():
        assert write_body(filling.begun(KINDS[kind], RecordId("p"), RecordId("s")))


# --- what could be better


def advised(*moments: dict[str, object]) -> list[str]:
    return [each.words for each in advice(guides.guide(*moments), is_drawn=is_drawn)]


def test_long_sentences_and_missing_ways_to_ask_are_pointed_out_and_not_refused() -> None:
    long = " ".join(["word"] * 16) + "."
    found = advised(bare("a", explain=f"Short. {long}"), bare("b", others=["Why not?"]))
    assert any("16 words in one sentence" in each for each in found)
    assert any("moment 'a': it has no other ways to ask" in each for each in found)
    assert any("ask without 'Why'" in each for each in found)
    assert any("no quiet word to whoever helps" in each for each in found)
    assert any("no moment belongs to the stage 'sort'" in each for each in found)


def test_a_picture_that_is_not_there_is_pointed_out() -> None:
    found = advised(moment("a", picture="openmoji:NONE"))
    assert "moment 'a': there is no picture 'openmoji:NONE'" in found


def test_what_is_said_after_the_read_back_is_pointed_out() -> None:
    late = guides.read(guides.data(READ_BACK, moment("late", others=["What else?"])))
    assert any("after the read back" in each.words for each in advice(late, is_drawn=is_drawn))


def test_there_is_nothing_to_say_about_the_guides_of_the_program() -> None:
    assert [each.words for guide in the_guides() for each in advice(guide, is_drawn=is_drawn)] == []
