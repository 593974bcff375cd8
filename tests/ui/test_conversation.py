"""A whole review in the window, and what happens when it is refused, left or cut off."""

from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.model.pictures import has_not
from app.model.record import Record
from app.model.session import REFUSALS
from app.model.statement import Statement
from app.model.text import LONGEST_SENTENCE
from app.usecases import halfsaid, people, plans, sessions
from tests.helpers.driver import Driver, talk_together
from ui.parts.keeping import KEEP_TYPING_MS
from ui.screens.base import Route


def say(driver: Driver, words: str) -> None:
    driver.write(words)
    driver.press("put-on-card")


def go_to(driver: Driver, step: str) -> None:
    while driver.step != step:
        if driver.step == "ready":
            driver.press("option-ready")
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


def test_a_review_is_carried_through_and_printed(own: Driver, tmp_path: Path) -> None:
    talk_together(own)
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
    own.press("make-copy")
    own.choose(tmp_path)
    (booklet,) = tmp_path.glob("*.pdf")
    while own.window.route.screen == "talk":
        own.next()
    assert own.window.route.screen == "thank_you"
    text = "".join(page.extract_text() for page in PdfReader(booklet).pages)
    assert "My cat sleeps on my bed." in " ".join(text.split())
    assert all(line.body.kept for line in lines(own))


def test_r3_refusing_everything_finishes_politely_and_each_refusal_is_kept(own: Driver) -> None:
    talk_together(own)
    session = own.talk.session.id
    go_to(own, "ready")
    own.press("option-ready")
    own.next()
    refusals = ["dont_know", "not_today", "dont_want_to_say", "skip"]
    while own.window.route.screen == "talk":
        if own.find(refusals[0]):
            own.press(refusals[0])
        refusals.append(refusals.pop(0))
        own.next()
    assert "Thank you for talking." in own.seen()
    notebook = own.window.ctx.open_notebook
    body = own.ask(lambda: sessions.session(notebook, session=session)).body
    assert not body.open
    given = {answer.response for key, answer in body.answers.items() if key != "ready"}
    assert given == REFUSALS
    assert lines(own) == ()


@pytest.mark.parametrize("no", ["dont_know", "dont_want_to_say", "option-not_today"])
def test_r3_without_a_yes_at_the_start_it_goes_home_politely(own: Driver, no: str) -> None:
    talk_together(own)
    go_to(own, "ready")
    own.next()
    assert own.step == "ready"
    assert "We start when you say so." in own.seen()
    own.press(no)
    assert own.window.route.screen == "home"


def test_a_refusal_is_taken_back_by_pressing_it_again_or_by_saying_something(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.press("dont_know")
    own.press("dont_know")
    assert "important" not in own.talk.session.body.answers
    own.press("not_today")
    say(own, "My cat.")
    assert "important" not in own.talk.session.body.answers


def test_a_board_left_without_a_yes_is_read_back_too(own: Driver) -> None:
    talk_together(own)
    go_to(own, "topics")
    own.press("topic-food")
    go_to(own, "sorting:food")
    pile = next(name for name in own.names() if name.startswith("pile-"))
    board = own.talk.board
    assert board is not None
    own.press(f"card-{board.body.cards[0].id}")
    own.press(pile)
    own.next()
    own.settle()
    assert "piles written down" in own.names_said()
    assert "confirmed" not in own.names_said()
    go_to(own, "read_back")
    assert board.body.cards[0].words in own.seen()


def test_r3_the_cards_of_a_board_say_nothing_when_the_person_does_not_want_to_say(
    own: Driver,
) -> None:
    talk_together(own)
    go_to(own, "topics")
    own.press("topic-food")
    go_to(own, "sorting:food")
    pile = next(name for name in own.names() if name.startswith("pile-"))
    board = own.talk.board
    assert board is not None
    own.press(f"card-{board.body.cards[0].id}")
    own.press(pile)
    own.press("dont_want_to_say")
    own.next()
    own.settle()
    assert "piles written down" not in own.names_said()
    assert lines(own) == ()
    own.press("back")
    dont = own.find("dont_want_to_say")
    assert dont is not None
    assert dont.isChecked()
    own.press(f"card-{board.body.cards[1].id}")
    own.press(pile)
    own.next()
    own.settle()
    assert "piles written down" in own.names_said()


def test_r4_what_is_said_is_a_draft_until_it_is_read_back_and_kept(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    say(own, "Bus 55 to the allotment.")
    assert [line.body.kept for line in lines(own)] == [False]
    go_to(own, "read_back")
    own.press("not_sure")
    assert [line.body.kept for line in lines(own)] == [False]


def test_r5_saying_it_differently_keeps_the_first_words(own: Driver) -> None:
    talk_together(own)
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
    talk_together(own)
    go_to(own, "important")
    own.write("I want to phone my sister on Su")
    own.qtbot.wait(KEEP_TYPING_MS + 100)
    own.press("stop")
    own.press("enough")
    assert own.window.route.screen == "home"
    talk_together(own)
    assert own.step == "important"
    assert own.talk.typing.words == "I want to phone my sister on Su"


def test_r15_not_safe_ends_the_questions_and_shows_who_to_tell(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.press("stop")
    own.press("not-safe")
    assert "?" not in own.seen()
    assert "9 9 9" in own.names_said()
    own.press("home")
    assert own.window.route.screen == "home"
    assert "You stopped at" not in own.seen()


def test_r1_the_next_words_of_somebody_else_do_not_become_the_persons(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.press("how-others")
    own.press(f"said-by-{own.window.ctx.writer}")
    say(own, "She needs her tablets at 8.")
    say(own, "She sleeps well.")
    own.write("She likes tea.")
    own.press("stop")
    own.press("carry-on")
    own.press("put-on-card")
    assert {line.body.voice for line in lines(own)} == {"staff"}
    assert len(lines(own)) == 3


def test_typing_without_a_pause_is_kept_too(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    session, step = own.talk.session.id, own.step
    words = ""
    for letter in "I want to phone my sister on Sunday after the big walk":
        words += letter
        own.write(words)
        own.qtbot.wait(30)
    notebook = own.window.ctx.open_notebook
    kept = own.ask(lambda: halfsaid.read(notebook, session=session, step=step))
    assert len(kept.words) > 10


def test_what_was_typed_stays_when_something_else_is_pressed(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.write("I am afraid of the stairs")
    own.press("dont_know")
    assert own.talk.typing.words == "I am afraid of the stairs"


def test_words_that_are_on_no_card_are_read_back_and_are_no_skip(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.write("I am afraid of the stairs")
    go_to(own, "read_back")
    assert "I am afraid of the stairs" in own.seen()
    assert "important" not in own.talk.session.body.answers
    own.press("keep")
    assert [line.body.original for line in lines(own)] == ["I am afraid of the stairs"]


def test_a_card_and_next_pressed_at_once_are_no_skip(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.write("My cat.")
    own.find("put-on-card").click()
    own.find("next").click()
    own.settle()
    assert [line.body.original for line in lines(own)] == ["My cat."]
    assert "important" not in own.talk.session.body.answers


def test_pressing_twice_writes_once(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.write("My cat.")
    button = own.find("put-on-card")
    button.click()
    button.click()
    own.settle()
    assert [line.body.original for line in lines(own)] == ["My cat."]


def test_r6_nobody_changes_somebody_elses_words_when_they_are_read_back(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.press("how-others")
    own.press(f"said-by-{own.window.ctx.writer}")
    say(own, "She must not go out alone.")
    go_to(own, "read_back")
    assert own.find("change") is None
    own.press("disagree")
    (line,) = lines(own)
    assert line.body.kept
    assert line.body.original == "She must not go out alone."
    own.press("stop")
    own.press("enough")
    own.press("plan")
    own.press(next(n for n in own.names() if n.startswith("section-")))
    assert "Amina does not agree" in own.names_said()


def test_nobody_starts_with_somebody_the_person_said_no_to(own: Driver) -> None:
    talk_together(own)
    go_to(own, "people_here")
    me = own.window.ctx.writer
    own.press(f"not_now-{me}")
    own.next()
    assert own.step == "people_here"
    assert "We start when Sam has gone out." in own.seen()
    own.press(f"gone-{me}")
    own.next()
    assert own.step != "people_here"


def test_a_helper_adds_at_most_two_topics_after_the_persons(own: Driver) -> None:
    talk_together(own)
    go_to(own, "topics")
    for topic in ("food", "mornings", "my_home"):
        if own.find(f"topic-{topic}") is None:
            continue
        own.press("helpers-turn")
        own.press(f"topic-{topic}")
    own.press(next(n for n in own.names() if n.startswith("topic-") and "Number" not in n))
    agenda = own.talk.session.body.agenda
    assert sum(each.added_by == "supporter" for each in agenda) <= 2
    assert [each.added_by for each in agenda] == sorted(
        (each.added_by for each in agenda), key=lambda by: by != "person"
    )


def test_something_else_opens_a_place_for_own_words(own: Driver) -> None:
    talk_together(own)
    go_to(own, "feeling_now")
    other = next(o for o in own.talk.conversation.step.moment.options if o.something_else)
    own.press(f"option-{other.id}")
    field = own.window.findChild(QLineEdit, "own-words")
    field.setText("Like a kettle")
    own.press("say-so")
    answer = own.talk.session.body.answers["feeling_now"]
    assert (answer.response, answer.words) == ("said", "Like a kettle")
    assert "Like a kettle" in own.seen()


def test_changing_ones_mind_about_when_takes_the_day_back(own: Driver) -> None:
    talk_together(own)
    go_to(own, "when_next")
    week = next(o for o in own.talk.conversation.step.moment.options if o.days)
    own.press(f"option-{week.id}")
    assert own.talk.session.body.next_on is not None
    assert own.talk.person.body.review_due == own.talk.session.body.next_on
    own.press("not_today")
    assert own.talk.session.body.next_on is None


def test_a_photo_lends_the_person_no_words(own: Driver, tmp_path: Path) -> None:
    talk_together(own)
    go_to(own, "important")
    photo = tmp_path / "IMG_20240312_Ward7.png"
    Image.new("RGB", (20, 20), "red").save(photo)
    own.press("answer-with-picture")
    own.take_photo(photo)
    assert lines(own) == ()
    own.write("My new coat.")
    own.press("put-on-card")
    (line,) = lines(own)
    assert (line.body.original, line.body.voice) == ("My new coat.", "own_made")
    assert line.body.symbols[0].startswith("photo:")


def test_r15_an_ended_talk_asks_nothing_more(own: Driver) -> None:
    talk_together(own)
    session = own.talk.session.id
    own.press("stop")
    own.press("not-safe")
    own.window.show_route(Route("talk", {"session": session, "person": own.person()}))
    own.settle()
    assert own.window.route.screen == "home"


def test_empty_and_far_too_long_words_get_one_plain_sentence(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    say(own, "   ")
    assert "There are no words yet." in own.seen()
    say(own, "x" * 100_000)
    assert "too long to read back" in own.seen()
    assert lines(own) == ()


def test_words_in_any_script_are_kept_as_they_were_said(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    said = ["مجھے چائے پسند ہے۔", "👩🏽‍🦽🏳️‍🌈👨‍👩‍👧", "tea\x00 \x07at 4"]
    for words in said:
        say(own, words)
    assert [line.body.original for line in lines(own)] == [said[0], said[1], "tea at 4"]


def test_a_photo_that_is_none_is_refused_in_plain_words(own: Driver, tmp_path: Path) -> None:
    talk_together(own)
    go_to(own, "important")
    broken = tmp_path / "photo.jpg"
    broken.write_bytes(b"not a photo")
    own.press("answer-with-picture")
    own.press("photo")
    own.choose(broken)
    notice = own.find("notice")
    assert notice is not None
    assert "photo" in notice.words or "picture" in notice.words


def test_a_picture_alone_is_an_answer_in_the_persons_own_voice(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.press("answer-with-picture")
    picture = next(name for name in own.names() if name.startswith("picture-"))
    own.press(picture)
    (line,) = lines(own)
    assert line.body.voice == "own_choice_symbol"
    assert line.body.symbols


def test_staff_words_need_a_name_and_do_not_become_own_words(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.press("how-others")
    say(own, "She needs her tablets at 8.")
    assert "whose words" in own.seen()
    own.press(f"said-by-{own.window.ctx.writer}")
    own.press("put-on-card")
    (line,) = lines(own)
    assert line.body.voice_group == "others"


def test_what_was_seen_needs_how_sure_we_are(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.press("how-shown_by_behaviour")
    say(own, "She turns to the window.")
    assert "how sure" in own.seen()
    own.press("sure-guess")
    own.press("put-on-card")
    (line,) = lines(own)
    assert line.body.meaning_confidence == "guess"


def test_going_back_keeps_every_answer(own: Driver) -> None:
    talk_together(own)
    go_to(own, "feeling_now")
    option = own.talk.conversation.step.moment.options[0].id
    own.press(f"option-{option}")
    own.next()
    own.press("back")
    assert own.step == "feeling_now"
    assert own.talk.session.body.answers["feeling_now"].choices == (option,)


def test_a_second_conversation_is_not_started_beside_an_open_one(own: Driver) -> None:
    talk_together(own)
    first = own.talk.session.id
    own.press("back")
    talk_together(own)
    assert own.talk.session.id == first


def test_r1_a_changed_mind_about_who_speaks_is_what_is_kept(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.press("how-others")
    own.press(f"said-by-{own.window.ctx.writer}")
    say(own, "She needs her tablets at 8.")
    chosen = own.find("how-others")
    assert chosen is not None
    assert chosen.isChecked()
    own.press("how-own_spoken")
    say(own, "I hate tea.")
    assert [line.body.voice for line in lines(own)] == ["own_spoken", "staff"]


def test_half_typed_words_stay_when_a_picture_answers(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.write("I like my mum and")
    own.press("answer-with-picture")
    own.press(next(n for n in own.names() if n.startswith("picture-")))
    assert own.talk.typing.words == "I like my mum and"
    assert own.window.findChild(QPlainTextEdit, "writing").toPlainText() == "I like my mum and"


def test_own_words_on_a_choice_count_when_next_is_pressed_right_after(own: Driver) -> None:
    talk_together(own)
    go_to(own, "feeling_now")
    other = next(o for o in own.talk.conversation.step.moment.options if o.something_else)
    own.press(f"option-{other.id}")
    own.window.findChild(QLineEdit, "own-words").setText("Like a kettle")
    own.next()
    assert own.talk.session.body.answers["feeling_now"].words == "Like a kettle"


def test_other_words_that_are_being_written_come_back(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    say(own, "Tea at 4.")
    go_to(own, "read_back")
    own.press("change")
    own.window.findChild(QPlainTextEdit, "new-words").setPlainText("Tea at 5 with my s")
    own.press("stop")
    own.press("carry-on")
    field = own.window.findChild(QPlainTextEdit, "new-words")
    assert field.toPlainText() == "Tea at 5 with my s"
    own.press("leave-it")
    assert own.find("keep") is not None


def test_other_words_that_are_refused_stay_in_their_place(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    say(own, "Tea at 4.")
    go_to(own, "read_back")
    own.press("change")
    words = "x" * (LONGEST_SENTENCE + 1)
    own.window.findChild(QPlainTextEdit, "new-words").setPlainText(words)
    own.press("say-so")
    assert own.window.findChild(QPlainTextEdit, "new-words").toPlainText() == words
    own.press("stop")
    own.press("carry-on")
    assert own.window.findChild(QPlainTextEdit, "new-words").toPlainText() == words


def test_undo_pressed_twice_undoes_one_thing(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    say(own, "One.")
    say(own, "Two.")
    undo = own.find("undo")
    assert undo is not None
    undo.click()
    undo.click()
    own.settle()
    assert [line.body.original for line in lines(own)] == ["One."]


def test_a_sentence_that_says_not_is_offered_its_picture_with_the_mark_for_it(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.write("I like coffee")
    own.settle()
    assert own.find("use-none") is not None
    assert own.find("use-with-not") is None
    own.write("I do not like coffee")
    own.settle()
    own.press("use-with-not")
    own.press("how-own_spoken")
    own.press("put-on-card")
    (line,) = lines(own)
    (shown,) = line.body.symbols
    assert has_not(shown)


def test_the_mark_for_not_is_never_put_on_by_itself(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.write("I do not like coffee")
    own.press("how-own_spoken")
    own.press("put-on-card")
    (line,) = lines(own)
    assert line.body.symbols == ()


def test_a_picture_that_says_no_itself_is_not_offered_with_the_mark_for_not(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.write("No sugar")
    own.settle()
    assert own.find("use-none") is not None
    assert own.find("use-with-not") is None


def test_what_is_said_after_something_that_was_seen_is_not_taken_for_seen(own: Driver) -> None:
    talk_together(own)
    go_to(own, "important")
    own.press("how-shown_by_behaviour")
    own.write("He smiles at dogs")
    own.press("sure-think")
    own.press("put-on-card")
    own.write("I like dogs")
    own.press("put-on-card")
    assert [line.body.original for line in lines(own)] == ["He smiles at dogs"]
    own.press("how-own_spoken")
    own.press("put-on-card")
    assert {line.body.voice for line in lines(own)} == {"shown_by_behaviour", "own_spoken"}


def with_three_to_read_back(driver: Driver) -> None:
    """At reading back, with three sentences of today."""
    talk_together(driver)
    go_to(driver, "important")
    for words in ("One.", "Two.", "Three."):
        say(driver, words)
    go_to(driver, "read_back")


def on_screen(driver: Driver) -> str:
    """The sentence that is read back now."""
    card = driver.find("sentence")
    return card.words if card is not None else ""


def test_r4_next_goes_from_sentence_to_sentence_and_what_was_passed_stays_a_draft(
    own: Driver,
) -> None:
    with_three_to_read_back(own)
    seen = []
    while own.step == "read_back":
        seen.append(on_screen(own))
        own.next()
    assert sorted(seen) == ["One.", "Three.", "Two."]
    assert [line.body.kept for line in lines(own)] == [False, False, False]
    own.press("back")
    assert on_screen(own) == seen[0]


def test_back_at_reading_back_goes_to_the_sentence_that_was_passed(own: Driver) -> None:
    with_three_to_read_back(own)
    first = on_screen(own)
    own.next()
    assert on_screen(own) != first
    own.press("back")
    assert on_screen(own) == first
    own.press("back")
    assert own.step != "read_back"


def test_r11_what_was_passed_stays_passed_where_the_screen_is_shown_anew(own: Driver) -> None:
    with_three_to_read_back(own)
    own.next()
    second = on_screen(own)
    own.window.rebuild()
    own.settle()
    assert on_screen(own) == second
    assert "3 sentences to read back" in own.seen()  # none of them is answered yet


def test_what_is_heard_of_a_sentence_ends_with_it(own: Driver) -> None:
    with_three_to_read_back(own)
    before = own.window.reach.place()
    own.press("sentence")
    assert own.window.hearing.underway
    own.next()
    assert own.window.reach.place() != before
    assert not own.window.hearing.underway


def test_an_answer_brings_the_next_sentence_and_none_that_was_passed(own: Driver) -> None:
    with_three_to_read_back(own)
    passed = on_screen(own)
    own.next()
    own.press("keep")
    assert on_screen(own) not in {"", passed}
    own.press("keep")
    assert "1 sentence waits to be read back another time." in own.seen()
    assert sorted(line.body.kept for line in lines(own)) == [False, True, True]
    own.press("back")
    assert on_screen(own) == passed
    own.press("keep")
    assert all(line.body.kept for line in lines(own))
