"""A whole review in the window, and what happens when it is refused, left or cut off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.bootstrap import House
from app.model.record import Record
from app.model.session import REFUSALS
from app.model.statement import Statement
from app.usecases import people, plans, sessions
from tests.helpers.driver import Driver
from ui.parts import saving
from ui.parts.writing import KEEP_TYPING_MS


@pytest.fixture
def own(open_window: Callable[..., Driver], house: House) -> Driver:
    """A new notebook with one person, on their home."""
    driver = open_window()
    notebook = house.create_notebook(
        house.notebook_path("Our notebook"), worker_name="Sam", secret="2468", kind="pin"
    )
    driver.window._opened(notebook)
    driver.settle()
    change = driver.ask(
        lambda: people.add_person(
            notebook,
            preferred_name="Amina",
            home_language="en-GB",
            worker=notebook.worker.id,
            worker_name=notebook.worker.name,
            today=driver.window.ctx.today,
        )
    )
    driver.press(f"person-{change.last('person')}")
    return driver


def say(driver: Driver, words: str) -> None:
    driver.write(words)
    driver.press("put-on-card")


def go_to(driver: Driver, step: str) -> None:
    while driver.step != step:
        driver.next()


def lines(driver: Driver) -> tuple[Record[Statement], ...]:
    notebook, house = driver.window.ctx.open_notebook, driver.window.house
    person = driver.ask(lambda: people.everyone(notebook))[0].id
    plan = driver.ask(
        lambda: plans.plan(
            notebook, person=person, sections=house.sections, today=driver.window.ctx.today
        )
    )
    return tuple(line.statement for line in plan.lines)


def test_a_review_is_carried_through_and_printed(
    own: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.press("talk")
    go_to(own, "topics")
    own.press("topic-food")
    go_to(own, "important")
    say(own, "My cat sleeps on my bed.")
    own.next()
    assert own.step == "sorting:food"
    board = own.talk.board
    assert board is not None
    good = next(name for name in own.names() if name.startswith("pile-"))
    for card in board.body.cards:
        own.press(f"card-{card.id}")
        own.press(good)
    own.press("right")
    go_to(own, "read_back")
    while own.find("keep"):
        own.press("keep")
    go_to(own, "copy")
    booklet = tmp_path / "plan.pdf"
    monkeypatch.setattr(
        saving.QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(booklet), "")
    )
    own.press("make-copy")
    while own.window.route.screen == "talk":
        own.next()
    assert own.window.route.screen == "thank_you"
    text = "".join(page.extract_text() for page in PdfReader(booklet).pages)
    assert "My cat sleeps on my bed." in " ".join(text.split())
    assert all(line.body.kept for line in lines(own))


def test_r2_every_moment_has_something_the_person_can_press(own: Driver) -> None:
    own.press("talk")
    while own.window.route.screen == "talk":
        frame = {"back", "hear", "stop", "next", "put-on-card"}
        persons = [n for n in own.names() if n not in frame and not n.startswith("how-")]
        assert persons or own.step == "read_back", own.step
        own.next()


def test_r3_refusing_everything_finishes_politely_and_each_refusal_is_kept(own: Driver) -> None:
    own.press("talk")
    session = own.talk.session.id
    refusals = ["dont_know", "not_today", "dont_want_to_say"]
    while own.window.route.screen == "talk":
        wanted = refusals[0]
        if own.find(wanted):
            own.press(wanted)
            refusals.append(refusals.pop(0))
        own.next()
    assert "Thank you for talking." in own.seen()
    notebook = own.window.ctx.open_notebook
    body = own.ask(lambda: sessions.session(notebook, session=session)).body
    assert not body.open
    given = {answer.response for answer in body.answers.values()}
    assert given <= REFUSALS
    assert {"dont_know", "not_today", "dont_want_to_say"} <= given
    assert lines(own) == ()


def test_r4_what_is_said_is_a_draft_until_it_is_read_back_and_kept(own: Driver) -> None:
    own.press("talk")
    go_to(own, "important")
    say(own, "Bus 55 to the allotment.")
    assert [line.body.kept for line in lines(own)] == [False]
    go_to(own, "read_back")
    own.press("not_sure")
    assert [line.body.kept for line in lines(own)] == [False]


def test_r5_saying_it_differently_keeps_the_first_words(own: Driver) -> None:
    own.press("talk")
    go_to(own, "important")
    say(own, "Tea at 4.")
    go_to(own, "read_back")
    own.press("change")
    field = own.window.findChild(object, "new-words")
    field.setPlainText("Tea at 5.")
    own.press("say-so")
    own.press("keep")
    (line,) = lines(own)
    assert line.body.read_back.result == "changed_then_keep"
    notebook = own.window.ctx.open_notebook

    def originals() -> list[str]:
        with notebook.unit_of_work() as work:
            history = work.records.history(line.id)
        return [r.body.original for r in history if isinstance(r.body, Statement)]

    assert own.ask(originals)[0] == "Tea at 4."


def test_r11_a_conversation_left_anywhere_is_carried_on_there(own: Driver) -> None:
    own.press("talk")
    go_to(own, "important")
    own.write("I want to phone my sister on Su")
    own.qtbot.wait(KEEP_TYPING_MS + 100)
    own.press("stop")
    own.press("enough")
    assert own.window.route.screen == "home"
    own.press("talk")
    assert own.step == "important"
    assert own.talk.typing == "I want to phone my sister on Su"


def test_r15_not_safe_ends_the_questions_and_shows_who_to_tell(own: Driver) -> None:
    own.press("talk")
    go_to(own, "important")
    own.press("stop")
    own.press("not-safe")
    assert "?" not in own.seen()
    assert "999" in own.seen()
    own.press("home")
    assert own.window.route.screen == "home"
    assert "You stopped at" not in own.seen()


def test_not_today_at_the_start_goes_home_and_nothing_is_lost(own: Driver) -> None:
    own.press("talk")
    go_to(own, "ready")
    ends = next(o.id for o in own.talk.conversation.step.moment.options if o.ends)
    own.press(f"option-{ends}")
    assert own.window.route.screen == "home"
    assert own.find("talk") is not None


def test_empty_and_far_too_long_words_get_one_plain_sentence(own: Driver) -> None:
    own.press("talk")
    go_to(own, "important")
    say(own, "   ")
    assert "There are no words yet." in own.seen()
    say(own, "x" * 100_000)
    assert "too long to read back" in own.seen()
    assert lines(own) == ()


def test_words_in_any_script_are_kept_as_they_were_said(own: Driver) -> None:
    own.press("talk")
    go_to(own, "important")
    said = ["مجھے چائے پسند ہے۔", "👩🏽‍🦽🏳️‍🌈👨‍👩‍👧", "tea\x00 \x07at 4"]
    for words in said:
        say(own, words)
    assert [line.body.original for line in lines(own)] == [said[0], said[1], "tea at 4"]


def test_a_photo_that_is_none_is_refused_in_plain_words(own: Driver, tmp_path: Path) -> None:
    own.press("talk")
    go_to(own, "important")
    broken = tmp_path / "photo.jpg"
    broken.write_bytes(b"not a photo")
    own.press("answer-with-picture")
    own.window.screen._picker.take_photo(broken)
    own.settle()
    notice = own.find("notice")
    assert notice is not None
    assert "photo" in notice.words or "picture" in notice.words


def test_a_picture_alone_is_an_answer_in_the_persons_own_voice(own: Driver) -> None:
    own.press("talk")
    go_to(own, "important")
    own.press("answer-with-picture")
    picture = next(name for name in own.names() if name.startswith("picture-"))
    own.press(picture)
    (line,) = lines(own)
    assert line.body.voice == "own_choice_symbol"
    assert line.body.symbols


def test_staff_words_need_a_name_and_do_not_become_own_words(own: Driver) -> None:
    own.press("talk")
    go_to(own, "important")
    own.press("how-others")
    say(own, "She needs her tablets at 8.")
    assert "whose words" in own.seen()
    own.press(f"said-by-{own.window.ctx.writer}")
    own.press("put-on-card")
    (line,) = lines(own)
    assert line.body.voice_group == "others"


def test_what_was_seen_needs_how_sure_we_are(own: Driver) -> None:
    own.press("talk")
    go_to(own, "important")
    own.press("how-shown_by_behaviour")
    say(own, "She turns to the window.")
    assert "how sure" in own.seen()
    own.press("sure-guess")
    own.press("put-on-card")
    (line,) = lines(own)
    assert line.body.meaning_confidence == "guess"


def test_going_back_keeps_every_answer(own: Driver) -> None:
    own.press("talk")
    go_to(own, "feeling_now")
    option = own.talk.conversation.step.moment.options[0].id
    own.press(f"option-{option}")
    own.next()
    own.press("back")
    assert own.step == "feeling_now"
    assert own.talk.session.body.answers["feeling_now"].choices == (option,)


def test_a_second_conversation_is_not_started_beside_an_open_one(own: Driver) -> None:
    own.press("talk")
    first = own.talk.session.id
    own.press("back")
    own.press("talk")
    assert own.talk.session.id == first
