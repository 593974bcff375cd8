"""A plan as it is said: what is printed, in the order in which it is printed."""

import datetime

from app.model.drawn import Circle, DayStory, InCircle, PartOfDay
from app.model.ids import RecordId
from app.model.statement import ReadBack
from app.model.wording import SourceWording
from app.speech import script
from tests.helpers.printing import DAY, plan, sentence, supporter

TOLD = script.Told(copy_for="Keisha", made_on=DAY, hard_words=(("Advocate", "Speaks up with me."),))
DRAFT = ReadBack()


def said(which, **chosen):
    chapters = script.chapters(which.only_kept(**chosen), TOLD, SourceWording())
    return {each.title: [passage.text for passage in each.passages] for each in chapters}


def test_it_begins_with_whose_it_is_for_whom_and_of_which_day():
    which = plan(sentence("I like tea.", section="who_i_am"))
    assert said(which)["My plan"][:4] == [
        "Marcus",
        "This is my plan. It says what matters to me and how to support me well.",
        "This copy is for Keisha.",
        "Made on Wednesday 4 March 2026.",
    ]


def test_sections_are_chapters_in_the_plans_order_and_advice_comes_last():
    which = plan(
        sentence("Knock first.", section="support_well"),
        sentence("I like tea.", section="who_i_am"),
    )
    assert list(said(which)) == [
        "My plan",
        "Who I am",
        "How to support me well",
        "If something is wrong",
        "What these words mean",
    ]
    assert said(which)["What these words mean"][1:] == ["Advocate: Speaks up with me."]


def test_r1_whose_words_they_are_is_said_before_them():
    which = plan(
        sentence("I like tea."),
        sentence("Two sugars."),
        sentence("He likes it hot.", voice="staff", said_by=RecordId("d")),
        sentence("He likes it sweet.", voice="staff", said_by=RecordId("d")),
        supporters={"d": supporter("Dele")},
    )
    assert said(which)["How to support me well"] == [
        "How to support me well",
        "My words:",
        "I like tea.",
        "Two sugars.",
        "Others add",
        "Dele says:",
        "He likes it hot.",
        "Dele says:",
        "He likes it sweet.",
    ]


def test_r4_drafts_are_not_said_and_private_words_only_when_they_are_asked_for():
    which = plan(
        sentence("I like tea."),
        sentence("A draft.", read_back=DRAFT),
        sentence("Only mine.", private=True),
    )
    section = "How to support me well"
    assert said(which)[section][1:] == ["My words:", "I like tea."]
    asked_for = said(which, with_private=True)
    assert asked_for[section][1:] == ["My words:", "I like tea.", "Only mine."]


def test_r5_the_easy_words_are_said_first_and_then_the_words_as_they_were_said():
    which = plan(sentence("Tea. Two.", easy="I want two sugars in my tea.", easy_ok_by_person=True))
    assert said(which)["How to support me well"][2:] == [
        "I want two sugars in my tea.",
        "My own words:",
        "Tea. Two.",
    ]


def test_r6_different_views_are_said_together_each_with_its_name():
    which = plan(
        sentence("Loud music."),
        sentence("Quiet.", voice="family", said_by=RecordId("m"), conflicts_with=(RecordId("s0"),)),
        supporters={"m": supporter("Mum", "family")},
    )
    assert said(which)["How to support me well"][1:] == [
        "Two different views",
        "My words, Marcus:",
        "Loud music.",
        "Mum says:",
        "Quiet.",
    ]


def test_each_sentence_keeps_its_own_language_and_the_program_speaks_the_copys():
    which = plan(sentence("Lubię herbatę.", original_lang="pl"))
    (_, section, _, _) = script.chapters(which.only_kept(), TOLD, SourceWording())
    assert [each.lang for each in section.passages] == ["en-GB", "en-GB", "pl"]
    assert [each.statement is not None for each in section.passages] == [False, False, True]


def test_a_circle_and_a_day_are_said_in_words():
    which = plan(
        sentence("Tea first."),
        drawn={
            "who_i_am": (
                Circle(
                    person=RecordId("person"),
                    people=(InCircle(name="Ann", ring="love"), InCircle(name="Bo", ring="love")),
                    confirmed=True,
                ),
            ),
            "important_to": (
                DayStory(
                    person=RecordId("person"),
                    which="good",
                    parts=(PartOfDay(time="morning", felt="sun", said=(RecordId("s0"),)),),
                ),
            ),
        },
    )
    assert said(which)["Who I am"][1:] == ["The people in my life", "I love them: Ann, Bo."]
    assert said(which)["What matters to me"][1:] == [
        "A good day",
        "Morning: Sunny",
        "My words:",
        "Tea first.",
    ]


def test_one_section_begins_with_whose_it_is_too_and_holds_nothing_else():
    which = plan(sentence("Knock first."), sentence("I like tea.", section="who_i_am")).only_kept()
    (chapter,) = script.one_section(which, "who_i_am", TOLD, SourceWording())
    words = [each.text for each in chapter.passages]
    assert words[0] == "Marcus"
    assert words[-3:] == ["Who I am", "My words:", "I like tea."]
    assert "Knock first." not in words
    assert script.one_section(which, "important_to", TOLD, SourceWording()) == ()


def test_the_day_of_the_next_review_is_said_while_it_is_to_come():
    due = DAY + datetime.timedelta(days=1)
    told = said(plan(sentence("I like tea."), review_due=due))["My plan"]
    assert "We look at it again on Thursday 5 March 2026." in told


class Urdu(SourceWording):
    """Says everything in Urdu."""

    lang = "ur"

    def t(self, sentence, /, **values):
        return f"اردو: {super().t(sentence, **values)}"


def in_urdu(which, **told):
    chapters = script.chapters(which.only_kept(), for_keisha(told), Urdu())
    return [(each.text, each.lang) for chapter in chapters for each in chapter.passages]


def for_keisha(told):
    return script.Told(copy_for="Keisha", made_on=DAY, **told)


def test_what_is_meant_is_said_in_the_voice_of_its_own_language():
    which = plan(
        sentence(
            "He closes the door.",
            voice="shown_by_behaviour",
            meaning="He wants the quiet room.",
            meaning_confidence="think",
        )
    )
    heard = in_urdu(which)
    assert ("He wants the quiet room.", "en-GB") in heard
    assert ("اردو: We think this means: ", "ur") in heard
