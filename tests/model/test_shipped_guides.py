"""The guides of the program."""

import itertools

import pytest

from app import resources
from app.model.guide import Guide, Moment
from tests.helpers.content import SHIPPED, asked, the_guides, the_moments, the_sections

MODEL_QUESTIONS = {"What feels important this month?", "What would make next week better?"}
FACTS_ABOUT_LIFE = {"question", "observe", "photo", "drawing", "voice", "day", "chart_row"}


@pytest.fixture(params=[guide.id for guide in the_guides()])
def guide(request: pytest.FixtureRequest) -> Guide:
    return SHIPPED.shipped_guides[request.param]


def names(guide_id: str) -> list[str]:
    return [moment.id for moment in SHIPPED.shipped_guides[guide_id].moments]


def moment(guide_id: str, name: str) -> Moment:
    found = SHIPPED.shipped_guides[guide_id].moment(name)
    assert found is not None
    return found


def test_the_review_goes_from_hello_to_when_next() -> None:
    assert names("review") == [
        "settings", "people_here", "ready", "for_your_time", "feeling_now", "speak_up", "topics",
        "practice",
        "what_changed", "important", "sorting", "ask_whom", "their_view", "my_answer",
        "look_closer", "tried", "learned", "pleased", "worried", "what_next",
        "how_far", "better_week", "what_i_do", "due_now", "support_well", "worse", "helps",
        "read_back", "what_we_do", "who_sees", "copy", "how_was_this", "listened",
        "tell_someone_else", "thanks", "when_next",
    ]  # fmt: skip


def test_the_guides_are_offered_in_their_order_the_review_first() -> None:
    offered = sorted((each for each in the_guides() if each.place), key=lambda each: each.place)
    assert [each.id for each in offered] == [
        "review", "first_plan", "profile", "passport", "path", "hard_day", "feedback",
    ]  # fmt: skip
    assert len({each.place for each in offered}) == len(offered)


def test_each_guide_says_what_it_is_for(guide: Guide) -> None:
    assert guide.explain


def test_the_two_model_questions_are_asked() -> None:
    assert {each.prompt for each in SHIPPED.shipped_guides["review"].moments} >= MODEL_QUESTIONS
    assert {each.prompt for each in SHIPPED.shipped_guides["first_plan"].moments} >= MODEL_QUESTIONS
    of_sections = {prompt for section in the_sections() for prompt in section.prompts}
    assert of_sections >= MODEL_QUESTIONS


def test_nobody_is_asked_whether_they_are_happy_with_their_plan() -> None:
    for file in resources.path().rglob("*"):
        if file.suffix in {".toml", ".json"}:
            assert "happy with your plan" not in file.read_text("utf-8").lower(), file.name


def test_every_moment_can_be_asked_in_other_ways(guide: Guide) -> None:
    for each in guide.moments:
        assert 2 <= len(each.others) <= 4, each.id
        assert len(set(asked(each))) == len(each.others) + 1, each.id
        assert each.helper, each.id


def test_the_row_of_pictures_goes_one_way(guide: Guide) -> None:
    order = [stage for stage, _ in itertools.groupby(each.stage for each in guide.moments)]
    assert order == [stage.id for stage in guide.stages]


def test_every_guide_begins_with_how_to_talk_and_whether_to_start(guide: Guide) -> None:
    first = [each.kind for each in guide.moments[:3]]
    assert first[0] == "settings"
    assert any(each.needs_yes for each in guide.moments[:3])


def test_only_the_start_can_be_put_off_and_nothing_else_is_ended_by_an_answer() -> None:
    ending = {
        (each.id, option.id)
        for each in the_moments()
        for option in each.options
        if option.ends
    }  # fmt: skip
    assert ending == {("ready", "not_today")}


def test_what_is_said_is_read_back_after_it_was_said(guide: Guide) -> None:
    kinds = [each.kind for each in guide.moments]
    assert kinds.count("read_back") == 1
    says = [place for place, each in enumerate(guide.moments) if each.section and not each.practice]
    assert max(says, default=0) < kinds.index("read_back")


def test_the_thank_you_depends_on_no_answer(guide: Guide) -> None:
    (thanks,) = (each for each in guide.moments if each.kind == "thanks")
    assert thanks.explain == "This is yours, whatever you said today."
    assert {"thanks", "none"} <= {option.id for option in thanks.options}
    assert not thanks.only_if or guide.id == "hard_day"


def test_what_people_get_is_offered_before_the_work_where_there_is_much_to_do() -> None:
    for name in ("review", "first_plan", "profile", "passport", "path"):
        kinds = [each.kind for each in SHIPPED.shipped_guides[name].moments]
        said = [place for place, kind in enumerate(kinds) if kind in FACTS_ABOUT_LIFE]
        assert kinds.index("recognition") < said[0], name


def test_when_next_offers_days_that_can_be_counted_or_the_person_says() -> None:
    found = [each for each in the_moments() if each.kind == "when_next"]
    assert found
    for when in found:
        assert all(bool(option.days) != option.something_else for option in when.options)


def test_a_question_that_follows_from_an_answer_comes_after_somebody_was_chosen_to_say_it() -> None:
    for name in ("review", "profile"):
        order = names(name)
        said = next(
            each for each in SHIPPED.shipped_guides[name].moments if each.for_each[:6] == "answer"
        )
        assert order.index("ask_whom") < order.index(said.id) < order.index("my_answer")


def test_the_person_tells_a_hard_day_before_anybody_else_is_heard() -> None:
    order = names("hard_day")
    told = [each.id for each in SHIPPED.shipped_guides["hard_day"].moments if not each.part]
    assert told[:2] == ["ready", "account"]
    assert order.index("account") < order.index("others_saw") < order.index("telling_us")


def test_r15_whoever_is_not_safe_after_a_hard_day_is_asked_nothing_more() -> None:
    day = SHIPPED.shipped_guides["hard_day"]
    after = day.moments[names("hard_day").index("safe_now") + 1 :]
    still_come = [each for each in after if not each.only_if or "no" in each.wanted[1]]
    assert still_come == []
    (no,) = (each for each in moment("hard_day", "safe_now").options if each.id == "no")
    assert no.not_safe


def test_r14_what_is_for_the_manager_or_the_advocate_goes_nowhere_but_into_a_sealed_note() -> None:
    talk = SHIPPED.shipped_guides["feedback"]
    assert talk.without_keyworker
    assert moment("feedback", "tell_sealed").wanted == (
        "who_hears",
        {"manager_sealed", "advocate_sealed"},
    )
    told = names("feedback")[names("feedback").index("who_hears") + 1 : -1]
    in_the_open = [each for each in told if each not in {"tell_sealed", "answer_by"}]
    assert in_the_open
    assert all(moment("feedback", each).only_if == "who_hears:open" for each in in_the_open)


def test_the_passport_has_rows_both_ways_and_a_week_to_try_them() -> None:
    talk = SHIPPED.shipped_guides["passport"]
    rows = [each.about for each in talk.moments if each.kind == "chart_row"]
    assert rows == ["from_person", "to_person"]
    assert names("passport").index("was_it_right") > names("passport").index("how_to_tell_me")


@pytest.mark.parametrize("sign", ["yes", "no", "stop", "hurt", "enough", "happy"])
def test_r2_how_something_is_shown_is_pressed_or_told_in_any_other_way(sign: str) -> None:
    asked, told = moment("passport", f"say_{sign}"), moment("passport", f"say_{sign}_own")
    *signs, other = asked.options
    assert 2 <= len(signs) <= 4
    assert asked.several
    assert asked.most == len(asked.options)
    assert all(option.sentence.startswith(("I ", "My ")) for option in signs)
    assert other.unsaid
    assert (told.kind, told.only_if) == ("question", f"say_{sign}:{other.id}")
    assert (told.section, told.says) == (asked.section, asked.says) == ("communication", "fact")


def test_each_part_of_a_first_plan_can_be_a_visit_of_its_own() -> None:
    parts = {option.id for option in moment("first_plan", "today").options}
    own = [each for each in SHIPPED.shipped_guides["first_plan"].moments if not each.part]
    asked_for = {part for each in own if each.wanted[0] == "today" for part in each.wanted[1]}
    assert asked_for == parts
    followed = {"today": "today", "they_add": "ask_whom"}
    for each in own:
        assert each.wanted[0] == "today" or each.id in followed, each.id


def test_the_sections_that_every_plan_needs_can_be_filled_by_the_first_plan() -> None:
    reached = {each.section for each in SHIPPED.shipped_guides["first_plan"].moments}
    needed = {"who_i_am", "important_to", "communication", "support_well", "worse_better", "goals"}
    assert needed | {"sharing"} <= reached


def test_every_kind_of_moment_that_a_review_of_the_field_needs_is_in_one_of_the_guides() -> None:
    used = {each.kind for each in the_moments()}
    assert {"told", "rate", "steps", "due", "promise", "sharing", "sealed", "recognition"} <= used
    assert {"agree", "row_check", "profile_pick", "circle", "body", "day", "ladder"} <= used
