"""The interpreter's screen: who, one sentence at a time, said back, and the person's answer."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.model.hard_days import HardDay
from app.model.ids import RecordId
from app.model.person import KnownLanguage
from app.model.record import Record
from app.model.sharing_rules import Asked
from app.model.statement import Statement
from app.model.translation import Translation
from app.usecases import people, sharing, statements, translated, translations
from app.usecases.statements import Said
from app.usecases.translations import Interpreter, Put
from tests.helpers.driver import Driver
from tests.helpers.recorded import recording
from tests.helpers.seeing import in_sight
from ui.parts.pinned import PinnedPage
from ui.parts.translation_card import TranslationCard
from ui.parts.voice_recorder import VoiceRecorder
from ui.parts.words import Words
from ui.scanning.finding import Finder
from ui.scanning.offers import flat
from ui.screens.base import Route

CHAI, KAFI = "مجھے چائے پسند ہے۔", "مجھے کافی پسند ہے۔"
TEA, BUS = "I like tea.", "I go by bus."


@pytest.fixture
def urdu(own: Driver) -> Driver:
    """Somebody whose home language is Urdu, and who said two things in English."""
    ctx, person = own.window.ctx, own.person()
    notebook, by = ctx.open_notebook, ctx.writer
    known = (KnownLanguage(code="ur", home=True), KnownLanguage(code="en-GB"))
    own.ask(lambda: translations.keep_languages(notebook, person=person, languages=known, by=by))
    for words in (TEA, BUS):
        said = Said(
            person=person, words=words, lang="en-GB", section="important_to", kind="preference",
            voice="own_spoken", by=by,
        )  # fmt: skip
        made = own.ask(lambda said=said: statements.say(notebook, said)).last("statement")
        own.ask(
            lambda made=made: statements.read_back(
                notebook, statement=made, result="keep", method="", on=ctx.today, by=by
            )
        )
    return own


def go(driver: Driver, screen: str, **about: object) -> None:
    driver.window.show_route(Route(screen, {"person": driver.person(), **about}))
    driver.settle()


def said(driver: Driver) -> list[Record[Statement]]:
    notebook = driver.window.ctx.open_notebook

    def read():
        with notebook.unit_of_work() as work:
            return list(work.records.find(Statement))

    return driver.ask(read)


def made(driver: Driver) -> list[Translation]:
    notebook = driver.window.ctx.open_notebook

    def read():
        with notebook.unit_of_work() as work:
            return [each.body for each in work.records.find(Translation)]

    return driver.ask(read)


def put(driver: Driver, statement: RecordId, **more: object) -> RecordId:
    ctx = driver.window.ctx
    who = Interpreter(method="professional", name="Sana Malik")
    given = Put(statement=statement, lang="ur", words=CHAI, who=who, by=ctx.writer)
    notebook = ctx.open_notebook
    record = driver.ask(lambda: translations.put(notebook, given)).last("translation")
    if more:
        driver.ask(
            lambda: translations.answer(
                notebook, translation=record, seen=CHAI, on=ctx.today, by=ctx.writer, **more
            )
        )
    return record


def write(driver: Driver, words: str) -> None:
    (field,) = (w for w in driver.window.findChildren(QPlainTextEdit, "new-words") if w.isVisible())
    field.setPlainText(words)


def interpreted_by(driver: Driver, method: str, name: str) -> None:
    driver.press(f"by-{method}")
    (line,) = (
        w for w in driver.window.findChildren(QLineEdit, "interpreter-name") if w.isVisible()
    )
    line.setText(name)
    driver.press("by-named")


def begin(driver: Driver, method: str = "professional", name: str = "Sana Malik") -> None:
    go(driver, "interpreting", lang="ur")
    interpreted_by(driver, method, name)


def test_from_a_sentence_to_its_translation_said_back_and_answered(urdu: Driver) -> None:
    tea = said(urdu)[0]
    go(urdu, "sentence", statement=tea.id, section="important_to")
    urdu.press("in-language")
    urdu.press("into-ur")
    interpreted_by(urdu, "professional", "Sana Malik")
    write(urdu, CHAI)
    urdu.press("put-translation")
    assert CHAI in urdu.seen()
    write(urdu, "Tea is what I like.")
    urdu.press("keep-said-back")
    assert "Tea is what I like." in urdu.seen()
    urdu.press("answer-yes")
    (body,) = made(urdu)
    assert (body.text, body.back_translation, body.answer) == (CHAI, "Tea is what I like.", "yes")
    assert (body.made_by_name, body.method) == ("Sana Malik", "professional")
    urdu.press("back")
    assert urdu.window.route.screen == "sentence"
    assert CHAI in urdu.seen()


def test_who_interprets_is_asked_once_in_a_sitting(urdu: Driver) -> None:
    begin(urdu)
    urdu.press("next")
    assert BUS in urdu.seen()
    go(urdu, "interpreting", lang="ur")
    assert urdu.find("put-translation") is not None
    assert "Sana Malik" in urdu.seen()
    urdu.window.holding.rest(urdu.window.route)
    assert urdu.window.ctx.interpreting is None


def test_r12_a_child_is_refused_plainly_and_kindly(urdu: Driver) -> None:
    go(urdu, "interpreting", lang="ur")
    urdu.press("by-child")
    assert "Please ask an interpreter. A child should not carry this." in urdu.seen()
    urdu.press("by-again")
    assert urdu.find("by-professional") is not None
    assert urdu.window.ctx.interpreting is None


def test_the_name_can_be_typed_at_once_and_enter_goes_on(urdu: Driver) -> None:
    go(urdu, "interpreting", lang="ur")
    urdu.press("by-professional")
    QTest.keyClicks(urdu.window.focusWidget(), "Sana Malik")
    QTest.keyClick(urdu.window.focusWidget(), Qt.Key.Key_Return)
    urdu.settle()
    assert "Sana Malik" in urdu.seen()
    assert urdu.find("put-translation") is not None


def test_after_a_note_whoever_wrote_writes_on(urdu: Driver) -> None:
    begin(urdu)
    write(urdu, "  ")
    field = urdu.window.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    put_beside = urdu.find("put-translation")
    put_beside.setFocus()
    urdu.press("put-translation")
    assert urdu.window.focusWidget() is urdu.find("notice")
    urdu.press("notice")
    assert urdu.window.focusWidget() is put_beside
    field.setFocus()
    urdu.press("put-translation")
    QTest.mouseClick(urdu.find("notice"), Qt.MouseButton.LeftButton)
    assert urdu.find("notice") is None
    assert urdu.window.focusWidget() is field


def test_the_place_in_the_round_stands_on_one_line(urdu: Driver) -> None:
    window = urdu.window
    window.resize(900, 600)
    window.use_settings(msgspec.structs.replace(window.ctx.settings, text_percent=200))
    begin(urdu)
    (told,) = (w for w in window.findChildren(Words) if w.words == "1 of 2")
    assert told.width() >= told.sizeHint().width()


def test_r12_the_page_says_why_family_cannot_be_used_for_decisions(urdu: Driver) -> None:
    begin(urdu, "family", "Aunt Rubi")
    assert "To decide something, please ask an interpreter" in urdu.seen()
    write(urdu, CHAI)
    urdu.press("put-translation")
    urdu.press("without-said-back")
    urdu.press("answer-yes")
    urdu.press("use-to-decide")
    assert "To decide something, please ask an interpreter" in urdu.seen()
    assert made(urdu)[0].use_for == "reading"


def test_nothing_counts_that_nobody_said_yes_to_and_anybody_may_stop(urdu: Driver) -> None:
    begin(urdu)
    write(urdu, CHAI)
    urdu.press("put-translation")
    urdu.press("without-said-back")
    urdu.press("next")
    notebook, person = urdu.window.ctx.open_notebook, urdu.person()
    plan = urdu.ask(lambda: translated.in_language(notebook, person=person, lang="ur"))
    assert (plan.there, plan.waiting, len(plan.open)) == (1, 1, 2)
    assert made(urdu)[0].answer == ""


def test_half_written_words_are_there_again_after_stopping(urdu: Driver) -> None:
    begin(urdu)
    write(urdu, "مجھے چا")
    urdu.press("next")
    urdu.press("back")
    fields = urdu.window.findChildren(QPlainTextEdit, "new-words")
    assert "مجھے چا" in [w.toPlainText() for w in fields if w.isVisible()]
    assert not made(urdu)


def test_half_written_words_are_there_when_it_is_begun_again(urdu: Driver) -> None:
    begin(urdu)
    write(urdu, "مجھے چا")
    go(urdu, "home")
    go(urdu, "interpreting", lang="ur")
    fields = urdu.window.findChildren(QPlainTextEdit, "new-words")
    assert [w.toPlainText() for w in fields if w.isVisible()] == ["مجھے چا"]


def test_a_sentence_that_is_undone_leaves_the_round(urdu: Driver) -> None:
    tea = said(urdu)[0]
    begin(urdu)
    assert TEA in urdu.seen()
    ctx = urdu.window.ctx
    notebook, by = ctx.open_notebook, ctx.writer
    urdu.ask(lambda: statements.withdraw(notebook, statement=tea.id, by=by))
    go(urdu, "interpreting", lang="ur", statement=tea.id)
    assert BUS in urdu.seen()
    assert TEA not in urdu.seen()


def test_everything_on_the_page_is_reached_by_switch(urdu: Driver) -> None:
    begin(urdu)
    finder = Finder(urdu.window.ctx, urdu.window, lambda _: None)
    offered = {thing.name for thing in flat(finder.find())}
    assert {"The same in Urdu", "Put it beside", "Say it into the computer", "Next"} <= offered
    assert any(TEA in name for name in offered)


def test_what_was_refused_stays_where_it_was_written(urdu: Driver) -> None:
    begin(urdu)
    write(urdu, "  ")
    urdu.press("put-translation")
    assert not made(urdu)
    assert urdu.find("put-translation") is not None


def test_a_translation_can_be_spoken(urdu: Driver) -> None:
    begin(urdu)
    urdu.press("speak-translation")
    (recorder,) = (w for w in urdu.window.findChildren(VoiceRecorder) if w.isVisible())
    recorder.kept.emit(recording())
    urdu.settle()
    (body,) = made(urdu)
    assert (body.text, body.recording is None) == ("", False)
    assert urdu.find("without-said-back") is not None


def test_a_no_brings_the_place_for_another_one(urdu: Driver) -> None:
    begin(urdu)
    write(urdu, CHAI)
    urdu.press("put-translation")
    urdu.press("without-said-back")
    urdu.press("answer-no")
    assert urdu.find("put-translation") is not None
    assert [each.answer for each in made(urdu)] == ["no"]


def test_somebody_else_checks_it_by_name_and_it_can_be_used_to_decide(urdu: Driver) -> None:
    record = put(urdu, said(urdu)[0].id, answer="yes")
    urdu.window.ctx.interpreting = urdu.person(), Interpreter(method="professional", name="Sana")
    go(urdu, "interpreting", lang="ur", statement=said(urdu)[0].id)
    urdu.press("check")
    interpreted_by(urdu, "bilingual_staff", "Omar Aziz")
    assert "checked by Omar Aziz" in urdu.names_said()
    urdu.press("use-to-decide")
    (body,) = made(urdu)
    assert (body.status, body.use_for) == ("checked", "decision")
    assert record


def test_the_list_says_how_much_there_is_and_opens_one(urdu: Driver) -> None:
    tea, bus = said(urdu)
    put(urdu, tea.id, answer="yes")
    go(urdu, "plan_languages")
    assert "1 of 2 sentences are in Urdu.\n1 is still to be put into it." in urdu.seen()
    add, other = urdu.find("add-language"), urdu.find("list-ur")
    assert add is not None
    assert other is not None
    assert add.mapTo(urdu.window, add.rect().topLeft()).y() >= (
        other.mapTo(urdu.window, other.rect().bottomLeft()).y()
    )
    urdu.press("list-ur")
    urdu.press(f"line-{bus.id}")
    assert urdu.window.route.screen == "interpreting"
    urdu.press("by-bilingual_staff")
    assert urdu.find("by-named") is not None


def test_the_list_shows_each_translation_as_one(urdu: Driver) -> None:
    tea, bus = said(urdu)
    put(urdu, tea.id, answer="yes")
    go(urdu, "in_language", lang="ur")
    (card,) = (w for w in urdu.window.findChildren(TranslationCard) if w.isVisible())
    assert (card.words, card.lang) == (CHAI, "ur")
    assert card in urdu.window.screen.readables()
    assert "not checked yet" in card.note
    assert CHAI not in urdu.find(f"line-{tea.id}").note
    assert urdu.find(f"line-{bus.id}").note == "not in this language yet"
    urdu.press(card.objectName())
    assert urdu.window.route.screen == "interpreting"


def test_another_one_is_put_beside_while_the_first_still_counts(urdu: Driver) -> None:
    tea = said(urdu)[0]
    first = put(urdu, tea.id, answer="yes")
    urdu.window.ctx.interpreting = urdu.person(), Interpreter(method="professional", name="Sana")
    go(urdu, "interpreting", lang="ur", statement=tea.id)
    urdu.press("translate-anew")
    write(urdu, KAFI)
    urdu.press("put-translation")
    urdu.press("without-said-back")
    assert CHAI in urdu.seen()
    assert KAFI in urdu.seen()
    go(urdu, "plan")
    assert urdu.find(f"translation-{first}") is not None
    assert KAFI not in urdu.seen()
    go(urdu, "interpreting", lang="ur", statement=tea.id)
    urdu.press("without-said-back")
    urdu.press("answer-yes")
    go(urdu, "plan")
    assert KAFI in urdu.seen()
    assert CHAI not in urdu.seen()


def test_r12_a_machine_s_is_shown_with_why_only_people_translate_it(urdu: Driver) -> None:
    tea, ctx = said(urdu)[0], urdu.window.ctx
    notebook, by = ctx.open_notebook, ctx.writer
    machine = Put(
        statement=tea.id, lang="ur", words=CHAI, who=Interpreter(method="machine_offline"), by=by,
        guarding=ctx.house.guard,
    )  # fmt: skip
    urdu.ask(lambda: translations.put(notebook, machine))
    go(urdu, "plan")
    why = "A machine does not translate it. Please ask an interpreter."
    assert why not in urdu.names_said()
    day = HardDay(person=urdu.person(), account=(tea.id,))

    def name_it() -> None:
        with notebook.unit_of_work() as work:
            work.records.add(day, by=by)
            work.commit("told")

    urdu.ask(name_it)
    for screen, about in (
        ("plan", {}),
        ("sentence", {"statement": tea.id, "section": "important_to"}),
        ("history", {"statement": tea.id, "section": "important_to"}),
        ("in_language", {"lang": "ur"}),
    ):
        go(urdu, "home")
        go(urdu, screen, **about)
        assert why in urdu.names_said(), screen


def test_a_language_is_added_that_the_person_speaks_and_does_not_read(urdu: Driver) -> None:
    go(urdu, "plan_languages")
    urdu.press("add-language")
    urdu.press("add-syl")
    urdu.press("how-speak")
    notebook, person = urdu.window.ctx.open_notebook, urdu.person()
    body = urdu.ask(lambda: people.person(notebook, person=person)).body
    assert body.languages[-1] == KnownLanguage(code="syl", speak="well", read="none")
    assert body.home_language == "ur"


def cards_of(driver: Driver) -> list[str]:
    """The sentence and its translation in the order in which they are heard."""
    assert driver.window.screen is not None
    return [each.words for each in driver.window.screen.readables() if each.words in {TEA, CHAI}]


@pytest.mark.parametrize(
    ("way", "expected"),
    [("both", [CHAI, TEA]), ("home", [CHAI]), ("original", [TEA])],
)
def test_the_plan_is_read_in_the_languages_the_person_likes(
    urdu: Driver, way: str, expected: list[str]
) -> None:
    ctx = urdu.window.ctx
    put(urdu, said(urdu)[0].id, answer="yes")
    notebook, person = ctx.open_notebook, urdu.person()
    urdu.ask(
        lambda: people.change_setting(
            notebook, person=person, field="plan_shown", value=way, by=ctx.writer
        )
    )
    go(urdu, "home")
    urdu.press("plan")
    assert cards_of(urdu) == expected


def test_what_nobody_said_yes_to_never_stands_without_the_original(urdu: Driver) -> None:
    ctx = urdu.window.ctx
    put(urdu, said(urdu)[0].id)
    notebook, person = ctx.open_notebook, urdu.person()
    urdu.ask(
        lambda: people.change_setting(
            notebook, person=person, field="plan_shown", value="home", by=ctx.writer
        )
    )
    go(urdu, "home")
    urdu.press("plan")
    assert cards_of(urdu) == [CHAI, TEA]
    assert "not checked yet" in urdu.names_said()


def test_each_is_heard_in_the_voice_of_its_own_language(urdu: Driver) -> None:
    put(urdu, said(urdu)[0].id)
    go(urdu, "plan")
    (card,) = (w for w in urdu.window.findChildren(TranslationCard) if w.isVisible())
    assert card.lang == "ur"
    assert card in urdu.window.screen.readables()


def test_out_of_date_is_said_in_words(urdu: Driver) -> None:
    tea = said(urdu)[0]
    put(urdu, tea.id, answer="yes")
    ctx = urdu.window.ctx
    notebook = ctx.open_notebook
    urdu.ask(
        lambda: statements.change_words(
            notebook, statement=tea.id, words="I like coffee.", by=ctx.writer
        )
    )
    go(urdu, "sentence", statement=tea.id, section="important_to")
    assert "out of date: the first words were changed" in urdu.names_said()


def test_where_the_person_does_not_read_it_saying_it_comes_first(urdu: Driver) -> None:
    ctx, person = urdu.window.ctx, urdu.person()
    notebook, by = ctx.open_notebook, ctx.writer
    known = (KnownLanguage(code="syl", home=True, read="none"), KnownLanguage(code="en-GB"))
    urdu.ask(lambda: translations.keep_languages(notebook, person=person, languages=known, by=by))
    ctx.interpreting = person, Interpreter(method="professional", name="Sana")
    go(urdu, "interpreting", lang="syl")
    names = urdu.names()
    assert names.index("speak-translation") < names.index("put-translation")


def test_the_keyboard_goes_through_it_as_it_is_read(urdu: Driver) -> None:
    put(urdu, said(urdu)[0].id)
    urdu.window.ctx.interpreting = urdu.person(), Interpreter(method="professional", name="Sana")
    go(urdu, "interpreting", lang="ur")
    urdu.press("without-said-back")
    found = []
    (each,) = (w for w in urdu.window.findChildren(TranslationCard) if w.isVisible())
    for _ in range(8):
        found.append(each.objectName())
        each = each.nextInFocusChain()
        while not (each.isVisible() and each.objectName() and each.focusPolicy()):
            each = each.nextInFocusChain()
    assert found == [
        *found[:1], "answer-yes", "answer-no", "answer-not_sure", "original", "translate-anew",
        "check", "reject",
    ]  # fmt: skip


def test_those_before_and_those_turned_down_stay_in_the_history(urdu: Driver) -> None:
    tea = said(urdu)[0].id
    put(urdu, tea, answer="no")
    put(urdu, tea)
    go(urdu, "history", statement=tea, section="important_to")
    assert urdu.seen().count(CHAI) == 2
    assert "not what was said" in urdu.names_said()


def test_who_is_shown_a_sentence_is_shown_its_translation_and_no_other(urdu: Driver) -> None:
    tea, bus = (each.id for each in said(urdu))
    put(urdu, tea, answer="yes")
    ctx, person = urdu.window.ctx, urdu.person()
    notebook, by = ctx.open_notebook, ctx.writer
    urdu.ask(lambda: statements.set_private(notebook, statement=bus, private=True, by=by))
    put(urdu, bus, answer="yes")
    reader = urdu.ask(lambda: sharing.sharing(notebook, person=person)).readers[0]
    asked = Asked(reader=reader, purpose="support", on=ctx.today)
    urdu.window.show_route(Route("shown", {"whose": person, "asked": asked}))
    urdu.settle()
    assert TEA in urdu.seen()
    assert urdu.seen().count(CHAI) == 1


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_original_stays_in_sight_beside_its_translation(urdu: Driver, text_size: int) -> None:
    window = urdu.window
    window.resize(1366, 768)
    window.use_settings(msgspec.structs.replace(window.ctx.settings, text_percent=text_size))
    begin(urdu)
    for name in ("new-words", "put-translation", "original"):
        assert in_sight(window.findChild(QWidget, name)), name
    window.findChild(PinnedPage).verticalScrollBar().setValue(10_000)
    assert in_sight(urdu.find("original"))
    finder = Finder(window.ctx, window, lambda _: None)
    assert TEA in " ".join(each.name for each in flat(finder.find()))


def test_words_too_long_to_stay_in_sight_scroll_with_the_rest(urdu: Driver) -> None:
    window = urdu.window
    window.resize(1366, 768)
    ctx, person = window.ctx, urdu.person()
    long = Said(
        person=person, words="I like it when somebody comes and sits down. " * 20, lang="en-GB",
        section="important_to", kind="preference", voice="own_spoken", by=ctx.writer,
    )  # fmt: skip
    which = urdu.ask(lambda: statements.say(ctx.open_notebook, long)).last("statement")
    begin(urdu)
    go(urdu, "interpreting", lang="ur", statement=which)
    page = window.findChild(PinnedPage)
    assert page.held is None
    assert page.inside.isAncestorOf(urdu.find("original"))


BACK = "I like tea in the morning."
MUM = "Mum read novels all her life."
ANSWERS = ("answer-yes", "answer-no", "answer-not_sure")


def to_answer(driver: Driver, words: str = TEA, *, text_size: int = 100, **more: object) -> None:
    """Bring the page on which a translation of a sentence, said back, is asked about."""
    window, ctx = driver.window, driver.window.ctx
    window.resize(1366, 768)
    window.use_settings(msgspec.structs.replace(ctx.settings, text_percent=text_size))
    if words not in {each.body.original for each in said(driver)}:
        about = Said(
            person=driver.person(), words=words, lang="en-GB", section="important_to",
            kind="preference", by=ctx.writer, **more,
        )  # fmt: skip
        driver.ask(lambda: statements.say(ctx.open_notebook, about))
    (which,) = (each.id for each in said(driver) if each.body.original == words)
    record, by = put(driver, which), ctx.writer
    driver.ask(
        lambda: translations.say_back(ctx.open_notebook, translation=record, words=BACK, by=by)
    )
    ctx.interpreting = driver.person(), Interpreter(method="professional", name="Sana")
    go(driver, "interpreting", lang="ur", statement=which)


def shown_card(driver: Driver) -> TranslationCard:
    (card,) = (w for w in driver.window.findChildren(TranslationCard) if w.isVisible())
    return card


@pytest.mark.parametrize("text_size", [100, 200])
def test_what_is_asked_about_is_seen_together_with_the_answers(
    urdu: Driver, text_size: int
) -> None:
    to_answer(urdu, text_size=text_size)
    (back,) = (w for w in urdu.window.findChildren(Words) if BACK in w.words)
    for each in (shown_card(urdu), back, *map(urdu.find, ANSWERS)):
        assert in_sight(each), each.accessibleName()
    assert shown_card(urdu).words == CHAI
    urdu.window.findChild(PinnedPage).verticalScrollBar().setValue(10_000)
    assert in_sight(shown_card(urdu))


def test_the_translation_is_the_largest_and_has_the_picture_and_the_marks(urdu: Driver) -> None:
    to_answer(urdu)
    assert shown_card(urdu).height() > urdu.find("original").height()
    assert "professional interpreter" in shown_card(urdu).accessibleName()


def test_a_say_back_that_lost_a_number_or_a_name_says_so(urdu: Driver) -> None:
    to_answer(urdu, "I like 2 teas with Halina.", voice="own_spoken")
    assert "A number is missing here: 2. Please look." in urdu.seen()
    assert "The name Halina is not in the translation" in urdu.seen()


def test_a_say_back_that_says_the_same_says_nothing_more(urdu: Driver) -> None:
    to_answer(urdu)
    assert "Please look." not in urdu.seen()


def test_r1_nobody_is_asked_whether_they_said_what_somebody_else_did(urdu: Driver) -> None:
    to_answer(urdu, MUM, voice="from_old_record")
    assert "Does this say the same?" in urdu.seen()
    assert "I said" not in urdu.seen()
    assert [urdu.find(each).words for each in ANSWERS] == ["Yes", "No", "I am not sure"]


def test_after_a_no_it_is_said_that_the_words_are_not_used(urdu: Driver) -> None:
    to_answer(urdu)
    urdu.press("answer-no")
    assert "You said no. This is not used." in urdu.seen()
    assert shown_card(urdu).words == CHAI
    assert "not what was said" in shown_card(urdu).accessibleName()
    write(urdu, CHAI)
    urdu.press("put-translation")
    assert "You said no. This is not used." not in urdu.seen()


def test_after_a_no_the_one_before_is_asked_about_and_the_refused_one_named(urdu: Driver) -> None:
    put(urdu, said(urdu)[0].id, answer="yes")
    to_answer(urdu)
    urdu.press("answer-no")
    assert "You said no. This is not used." in urdu.seen()
    for each in map(urdu.find, ANSWERS):
        assert in_sight(each), each.accessibleName()


@pytest.mark.parametrize("text_size", [100, 200])
def test_nobody_copies_the_first_words_while_it_is_said_back(urdu: Driver, text_size: int) -> None:
    window = urdu.window
    window.resize(1366, 768)
    window.use_settings(msgspec.structs.replace(window.ctx.settings, text_percent=text_size))
    put(urdu, said(urdu)[0].id)
    window.ctx.interpreting = urdu.person(), Interpreter(method="professional", name="Sana")
    go(urdu, "interpreting", lang="ur")
    assert TEA not in urdu.seen()
    assert TEA not in [each.words for each in window.screen.readables()]
    (field,) = (w for w in window.findChildren(QPlainTextEdit, "new-words") if w.isVisible())
    for each in (shown_card(urdu), field, urdu.find("keep-said-back")):
        assert in_sight(each), each.objectName()
    urdu.press("show-original")
    assert TEA in urdu.seen()
    urdu.press("show-original")
    assert TEA not in urdu.seen()


def test_r12_family_is_told_above_the_box_what_it_is_not_for(urdu: Driver) -> None:
    window = urdu.window
    window.resize(1366, 768)
    window.use_settings(msgspec.structs.replace(window.ctx.settings, text_percent=200))
    begin(urdu, "family", "Aunt Rubi")
    (told,) = (w for w in window.findChildren(Words) if "To decide something" in w.words)
    (field,) = (w for w in window.findChildren(QPlainTextEdit, "new-words") if w.isVisible())
    assert told.y() < field.y()
    assert in_sight(told)
    assert in_sight(urdu.find("original"))
