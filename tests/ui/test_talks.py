"""Choosing a talk, ending one early, coming back to what was left, and the story of all talks."""

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.usecases import halfsaid, sessions
from tests.helpers.driver import Driver, begin, talk_together
from tests.helpers.guides import READ_BACK, data, guide, moment, read
from ui.parts.words import Words

CLOSE = {"stage": [], "moment": [READ_BACK]}
GUIDE = read(
    data(moment("first"), moment("second"), moment("third"), {"include": "close"}),
    parts={"close": CLOSE},
)
OFFERED = read(
    {
        **data(moment("first"), moment("second"), {"include": "close"}),
        "guide": {**data()["guide"], "id": "offered", "place": 2, "explain": "To try it."},
    },
    parts={"close": CLOSE},
)


_WAYS = [
    {"id": "hand", "words": "My hand", "picture": "openmoji:270B"},
    {"id": "other", "words": "Something else", "picture": "openmoji:2795", "unsaid": True},
]
SEVERAL = guide(
    moment("stop", kind="choose", section="communication", says="fact", most=2, options=_WAYS),
    moment("own", only_if="stop:other"),
    moment("last"),
)


def open_talk(driver: Driver) -> RecordId:
    notebook, person = driver.window.ctx.open_notebook, driver.person()
    found = driver.ask(lambda: sessions.open_session(notebook, person=person))
    assert found is not None
    return found.id


def say_what_one_thinks(driver: Driver) -> None:
    """As far as the question where the keyworker should be."""
    begin(driver, driver.window.house.guides["feedback"])
    while driver.step != "keyworker_here":
        if driver.step == "ready":
            driver.press("option-ready")
        driver.next()


def test_every_talk_that_is_offered_can_be_begun(own: Driver) -> None:
    own.window.house.guides["offered"] = OFFERED
    own.press("talk")
    assert "To try it." in own.names_said()
    own.press("begin-offered")
    assert own.step == "first"


def test_a_talk_that_was_left_is_the_first_that_is_offered(own: Driver) -> None:
    talk_together(own)
    own.press("back")
    own.press("talk")
    assert "begin-review" not in own.names()
    own.press("carry-on-review")
    assert own.talk.session.id == open_talk(own)


def test_enough_for_today_reads_back_what_was_said_and_keeps_the_rest(own: Driver) -> None:
    begin(own, GUIDE)
    own.write("My bus")
    own.press("stop")
    own.press("wind-up")
    assert own.step == "read_back"
    assert "My bus" in own.seen()
    assert own.talk.session.body.parked == ("second", "third")


def test_what_was_left_comes_back_as_a_card_and_is_carried_on(own: Driver) -> None:
    begin(own, GUIDE)
    own.press("stop")
    own.press("wind-up")
    own.next()
    own.press("home")
    own.press("talk")
    assert "What about first?" in own.names_said()
    own.press("left-g")
    assert own.step == "first"
    assert own.talk.session.body.only == ("first", "second", "third")


def test_all_talks_are_one_story(own: Driver) -> None:
    begin(own, GUIDE)
    own.write("My bus")
    own.press("put-on-card")
    own.press("stop")
    own.press("wind-up")
    own.next()
    own.press("home")
    own.press("talk")
    own.press("story")
    assert "My bus" in own.seen()
    assert "With" in own.seen()


def test_who_was_sent_out_is_not_said_to_be_talking_or_writing(own: Driver) -> None:
    talk_together(own)
    own.next()
    by = own.window.ctx.by
    own.press(f"not_now-{by}")
    own.press(f"gone-{by}")
    assert "are talking" not in own.seen()
    assert "Amina is talking" in own.seen()


def test_r14_what_a_person_thinks_waits_until_who_was_sent_out_has_gone(own: Driver) -> None:
    say_what_one_thinks(own)
    by = own.window.ctx.by
    own.press("option-no")
    own.next()
    assert own.step == "keyworker_here"
    assert "We go on when Sam has gone out, or when you choose that Sam stays." in own.seen()
    gone = own.find(f"gone-{by}")
    assert gone is not None
    assert gone.visibleRegion().boundingRect() == gone.rect()
    own.press(f"gone-{by}")
    assert "Amina is talking" in own.seen()
    assert own.find(f"gone-{by}") is None
    assert "We go on when Sam has gone out" not in own.seen()
    own.next()
    assert own.step == "who_hears"


def test_a_person_can_let_somebody_stay_whom_they_sent_out(own: Driver) -> None:
    say_what_one_thinks(own)
    own.press("option-no")
    own.press("option-yes")
    assert own.find(f"gone-{own.window.ctx.by}") is None
    own.next()
    assert own.step == "who_hears"


def test_where_something_else_is_written_is_said_when_it_is_chosen(own: Driver) -> None:
    begin(own, SEVERAL)
    own.press("option-hand")
    assert "Press Next to write it." not in own.seen()
    own.press("option-other")
    assert "Press Next to write it." in own.seen()
    card = own.find("option-other")
    assert card is not None
    QTest.keyClicks(card, "stamp")
    own.settle()
    assert own.talk.session.body.answers["stop"].choices == ("hand", "other")
    own.next()
    assert own.step == "own"
    assert own.find("put-on-card") is not None


def test_at_very_large_text_what_is_typed_at_once_is_not_lost_and_comes_into_sight(
    own: Driver,
) -> None:
    window = own.window
    window.use_settings(msgspec.structs.replace(window.ctx.settings, text_percent=200))
    begin(own, GUIDE)
    asked = next(w for w in window.findChildren(Words) if w.words == "What about first?")
    assert not asked.visibleRegion().isEmpty()
    typed_in = window.focusWidget()
    assert isinstance(typed_in, QPlainTextEdit)
    QTest.keyClicks(typed_in, "My bus")
    own.settle()
    assert typed_in.visibleRegion().boundingRect() == typed_in.rect()
    own.press("put-on-card")
    assert [each.body.original for each in own.talk.said] == ["My bus"]


def test_r15_saying_that_one_is_not_safe_shows_whom_to_tell_at_once(own: Driver) -> None:
    own.press("talk")
    own.press("begin-hard_day")
    session = own.talk.session.id
    while own.step != "safe_now":
        if own.step == "ready":
            own.press("option-ready")
        own.next()
    own.press("option-no")
    assert own.window.route.screen == "not_safe"
    notebook = own.window.ctx.open_notebook
    body = own.ask(lambda: sessions.session(notebook, session=session)).body
    assert (body.open, body.stopped_by) == (False, "person")
    assert body.answers["safe_now"].choices == ("no",)


def walk(driver: Driver, guide: str, **pressed: str) -> dict[str, str]:
    """Walk through a talk, pressing nothing but this; what was seen at each step and at its end."""
    begin(driver, driver.window.ctx.house.guides[guide])
    seen = {}
    while driver.window.route.screen == "talk":
        if wanted := ({"ready": "option-ready"} | pressed).get(driver.step):
            driver.press(wanted)
        seen[driver.step] = driver.seen()
        driver.next()
    return {**seen, "end": driver.seen()}


NOTHING = "You said nothing today. That is fine."


def test_r3_who_says_nothing_of_a_hard_day_is_told_nothing_untrue_about_it(own: Driver) -> None:
    seen = walk(own, "hard_day", safe_now="dont_want_to_say", account="dont_know")
    assert NOTHING in seen["read_back"]
    assert NOTHING in seen["what_we_do"]
    assert "You said it." not in seen["what_we_do"]
    assert NOTHING in seen["end"]
    assert "Everything is kept." not in seen["end"]


@pytest.mark.parametrize("who_hears", ["dont_know", "option-just_me"])
def test_r3_who_tells_nobody_what_they_think_is_told_that_this_is_fine(
    own: Driver, who_hears: str
) -> None:
    seen = walk(own, "feedback", keyworker_here="option-yes", who_hears=who_hears)
    assert NOTHING in seen["end"]


def test_what_was_said_in_a_talk_is_said_to_be_kept(own: Driver) -> None:
    seen = walk(own, "hard_day", safe_now="option-yes")
    assert "Everything is kept." in seen["end"]


def test_r1_what_others_saw_is_theirs_and_waits_for_a_name(own: Driver) -> None:
    words = moment("saw", whose="others")
    begin(own, guide(words))
    own.write("He threw a cup.")
    own.press("put-on-card")
    assert own.talk.said == ()
    assert "Please choose whose words these are." in own.seen()


def test_r1_others_words_without_a_name_come_back_when_the_talk_is_over(own: Driver) -> None:
    saw = data(moment("saw", whose="others"), {"include": "close"})
    begin(own, read(saw, parts={"close": CLOSE}))
    own.write("He threw a cup.")
    own.next()
    own.next()
    own.press("home")
    own.press("talk")
    assert "Words that are not finished: " in own.names_said()
    own.press("left-g")
    assert own.step == "saw"
    assert own.talk.typing.words == "He threw a cup."


def test_a_talk_that_is_not_wanted_today_is_over_and_does_not_ask_again(own: Driver) -> None:
    talk_together(own)
    while own.step != "ready":
        own.next()
    own.press("option-not_today")
    assert own.window.route.screen == "home"
    assert "You stopped at" not in own.names_said()
    own.press("talk")
    assert "carry-on-review" not in own.names()


def test_no_card_is_one_stray_press_from_being_chosen(own: Driver) -> None:
    talk_together(own)
    while own.step != "ready":
        own.next()
    focus = own.window.focusWidget()
    assert focus is None or not focus.objectName().startswith("option-")


def test_the_first_talk_shows_all_settings_and_the_next_only_the_way_to_them(own: Driver) -> None:
    talk_together(own, "hard_day")
    assert own.find("theme-white") is not None
    own.press("stop")
    own.press("enough")
    talk_together(own, "profile")
    assert own.find("theme-white") is None
    assert "It is as you chose it last time." in own.seen()
    own.press("change-settings")
    own.press("theme-white")
    own.press("theme-dark")
    assert own.window.ctx.settings.theme == "dark"


def test_words_of_a_talk_that_was_ended_are_told_in_the_story_and_asked_for_nowhere(
    own: Driver,
) -> None:
    begin(own, GUIDE)
    session, notebook, ctx = own.talk.session.id, own.window.ctx.open_notebook, own.window.ctx
    said = HalfSaid(words="He hums.", how="others", said_by=ctx.writer)

    def stop() -> None:
        halfsaid.keep(notebook, session=session, step="first", said=said)
        sessions.stop(notebook, session=session, by=ctx.writer, now=ctx.now())

    own.press("back")
    own.ask(stop)
    own.press("talk")
    assert "left-g" not in own.names()
    own.press("story")
    assert "Words that are not finished: What about first?" in own.seen()
    assert "says: He hums." in own.seen()
    assert "No words were written down." not in own.seen()
