"""Somebody's own voice: recorded only from a press to the next, and kept only when they say so."""

import sys

import pytest

from app.microphone.protocol import Microphone
from app.model.record import Record
from app.model.recordings import check, seconds
from app.model.statement import Statement
from app.speech.protocol import Utterance
from app.usecases import statements
from app.usecases.statements import Said
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.helpers.recorded import made_up_microphone, recording
from tests.helpers.tones import wav
from ui import microphone
from ui.microphone import Ear
from ui.parts.taborder import in_order
from ui.parts.voice_recorder import VoiceRecorder
from ui.reading import Reader
from ui.screens.base import Route

ASKED = guide(moment("likes", kind="question"))
HANGS = "import sys; sys.stdin.read()"
DIES = "import sys; sys.stdin.readline(); sys.exit(3)"


@pytest.fixture
def said(monkeypatch, tmp_path):
    """A microphone that hears something for three seconds."""
    monkeypatch.setenv("ALONGSIDE_MICROPHONE", str(made_up_microphone(tmp_path, letters=60)))


def at_recorder(driver: Driver) -> VoiceRecorder:
    begin(driver, ASKED)
    driver.press("answer-with-voice")
    return page(driver)


def page(driver: Driver) -> VoiceRecorder:
    (found,) = (w for w in driver.window.findChildren(VoiceRecorder) if w.isVisible())
    return found


def until(driver: Driver, name: str) -> None:
    driver.qtbot.waitUntil(lambda: driver.find(name) is not None, timeout=20_000)


def record(driver: Driver) -> VoiceRecorder:
    shown = page(driver)
    driver.press("record")
    driver.qtbot.waitUntil(lambda: shown.level.filled > 5, timeout=20_000)
    return shown


def finish(driver: Driver) -> None:
    driver.press("record-done")
    until(driver, "record-listen")


def keep(driver: Driver) -> None:
    """Listen to it, and keep it."""
    driver.press("record-listen")
    driver.press("record-keep")


def sentences(driver: Driver) -> list[Record[Statement]]:
    notebook = driver.window.ctx.open_notebook

    def find():
        with notebook.unit_of_work() as work:
            return list(work.records.find(Statement))

    return driver.ask(find)


def sounds(driver: Driver) -> list[bytes]:
    notebook = driver.window.ctx.open_notebook

    def find():
        with notebook._engine.connect() as connection:
            return list(connection.exec_driver_sql("SELECT data FROM media").scalars())

    return driver.ask(find)


def heard(driver: Driver, monkeypatch) -> list[Utterance]:
    """What is read aloud from now on."""
    told: list[Utterance] = []
    monkeypatch.setattr(Reader, "read", lambda _, utterances, **__: told.extend(utterances))
    return told


@pytest.mark.usefixtures("said")
def test_what_is_said_is_a_draft_whose_words_are_to_be_written(own: Driver) -> None:
    at_recorder(own)
    assert not own.window.ctx.ear.on
    record(own)
    assert "Recording" in own.seen()
    finish(own)
    assert not own.window.ctx.ear.on
    assert "not kept yet" in own.seen()
    assert sounds(own) == []
    keep(own)
    own.settle()
    (one,) = sentences(own)
    assert (one.body.original, one.body.kept, one.body.voice) == ("", False, "own_spoken")
    (sound,) = sounds(own)
    check(sound)
    assert "Words to be written" in own.seen()


@pytest.mark.usefixtures("said")
def test_the_helper_writes_the_words_beside_a_recording(own: Driver) -> None:
    at_recorder(own)
    record(own)
    finish(own)
    keep(own)
    own.settle()
    (one,) = sentences(own)
    own.press(f"statement-{one.id}")
    assert "Write the words of the recording" in own.seen()
    own.write("I like the sea.")
    own.press("put-on-card")
    own.settle()
    (now,) = sentences(own)
    assert (now.body.original, now.body.recording) == ("I like the sea.", one.body.recording)
    assert own.talk.typing.blank
    own.write("And boats.")
    own.press("put-on-card")
    own.settle()
    assert len(sentences(own)) == 2


@pytest.mark.usefixtures("said")
def test_words_that_the_helper_wrote_stand_beside_it(own: Driver) -> None:
    begin(own, ASKED)
    own.write("I like the sea.")
    own.press("answer-with-voice")
    record(own)
    finish(own)
    keep(own)
    own.settle()
    (one,) = sentences(own)
    assert one.body.original == "I like the sea."
    assert one.body.recording is not None


@pytest.mark.usefixtures("said")
def test_a_recording_that_is_not_wanted_leaves_nothing(own: Driver) -> None:
    at_recorder(own)
    record(own)
    finish(own)
    own.press("record-drop")
    assert own.find("record-keep") is None
    own.press("record-not-now")
    own.settle()
    assert (sentences(own), sounds(own)) == ([], [])
    assert own.find("answer-with-voice") is not None


@pytest.mark.usefixtures("said")
def test_it_can_be_listened_to_before_it_is_kept(own: Driver, monkeypatch) -> None:
    at_recorder(own)
    record(own)
    finish(own)
    told = heard(own, monkeypatch)
    own.press("record-listen")
    (only,) = told
    assert seconds(only.recording) > 0


@pytest.mark.usefixtures("said")
def test_a_sentence_is_heard_in_the_voice_of_whoever_said_it(own: Driver, monkeypatch) -> None:
    at_recorder(own)
    record(own)
    finish(own)
    keep(own)
    own.settle()
    own.window.aloud.stop()
    told = heard(own, monkeypatch)
    own.press("hear")
    own.qtbot.waitUntil(lambda: bool(told))
    assert [each.recording for each in told if each.recording] == sounds(own)


@pytest.mark.usefixtures("said")
@pytest.mark.parametrize("way", ["home", "lock", "close"])
def test_the_microphone_goes_off_when_the_page_is_left_or_locked(own: Driver, way: str) -> None:
    at_recorder(own)
    record(own)
    window = own.window
    if way == "home":
        window.show_route(Route("people"))
    elif way == "lock":
        window.holding.lock()
    else:
        window.close()
    assert not window.ctx.ear.on


@pytest.mark.usefixtures("said")
def test_the_microphone_goes_off_when_nobody_can_see_it(own: Driver) -> None:
    at_recorder(own)
    record(own)
    own.window.hide()
    own.qtbot.waitUntil(lambda: not own.window.ctx.ear.on)
    own.window.show()
    assert "because nobody could see" in own.seen()


def test_without_a_microphone_one_sentence_says_what_to_do(own: Driver) -> None:
    at_recorder(own)
    own.press("record")
    own.qtbot.waitUntil(lambda: microphone.NOT_THERE in own.seen(), timeout=20_000)
    until(own, "record-from-file")


@pytest.mark.parametrize("code", [HANGS, DIES])
def test_a_process_that_hangs_or_dies_costs_a_sentence(qtbot, code: str) -> None:
    ear = Ear(command=[sys.executable, "-c", code], first_patience_ms=300)
    with qtbot.waitSignal(ear.trouble, timeout=20_000) as told:
        ear.listen()
    assert told.args == [microphone.NO_ANSWER]
    assert not ear.on
    ear.wait_until_gone()


def test_a_sound_file_is_taken_in_and_another_file_is_refused(own: Driver, tmp_path) -> None:
    shown = at_recorder(own)
    wrong = tmp_path / "letter.wav"
    wrong.write_bytes(b"Dear Amina, no sound at all")
    shown.take_in(wrong)
    own.qtbot.waitUntil(lambda: microphone.NOT_A_SOUND in own.seen(), timeout=20_000)
    right = tmp_path / "said.wav"
    right.write_bytes(wav(30))
    shown.take_in(right)
    until(own, "record-listen")
    shown.take_in(tmp_path / "gone.wav")
    assert own.find("record-keep") is None
    own.qtbot.waitUntil(lambda: microphone.NOT_READ in own.seen(), timeout=20_000)


@pytest.mark.parametrize("code", [HANGS, DIES])
def test_a_file_that_hangs_or_kills_what_reads_it_is_not_said_to_be_the_microphone(
    qtbot, tmp_path, code: str
) -> None:
    ear = Ear(command=[sys.executable, "-c", code], first_patience_ms=300)
    with qtbot.waitSignal(ear.trouble, timeout=20_000) as told:
        ear.take_in(tmp_path / "said.m4a")
    assert told.args == [microphone.NOT_A_SOUND]
    with qtbot.waitSignal(ear.trouble, timeout=20_000) as told:
        ear.listen()
    assert told.args == [microphone.NO_ANSWER]
    ear.wait_until_gone()


@pytest.mark.usefixtures("said")
def test_a_sentence_of_the_plan_is_recorded_and_the_words_stay(own: Driver) -> None:
    begin(own, ASKED)
    own.write("I like the sea.")
    own.press("put-on-card")
    own.settle()
    (one,) = sentences(own)
    about = {"person": one.body.person, "statement": one.id, "section": one.body.section}
    own.window.show_route(Route("sentence", about))
    own.settle()
    own.press("record-it")
    record(own)
    finish(own)
    keep(own)
    own.settle()
    (now,) = sentences(own)
    assert (now.body.original, now.body.recording is not None) == ("I like the sea.", True)
    own.press("record-off")
    own.settle()
    assert sentences(own)[0].body.recording is None


def test_r6_there_is_no_way_to_record_over_somebody_elses_words(marcus, examples) -> None:
    ctx, person = examples.window.ctx, marcus.id
    notebook, by = ctx.open_notebook, ctx.writer
    said = Said(
        person=person, words="He likes it quiet.", lang="en-GB", section="important_to",
        kind="important_to", voice="professional", said_by=by, by=by, recording=recording(),
    )  # fmt: skip
    made = examples.ask(lambda: statements.say(notebook, said)).last("statement")
    about = {"person": person, "statement": made, "section": "important_to"}
    examples.window.show_route(Route("sentence", about))
    examples.settle()
    assert "He likes it quiet." in examples.seen()
    assert (examples.find("record-it"), examples.find("record-off")) == (None, None)


@pytest.mark.parametrize("screen", ["plan", "home", "sentence", "history", "rights", "easy_words"])
def test_a_recording_without_words_can_be_met_on_every_screen(marcus, examples, screen) -> None:
    ctx, person = examples.window.ctx, marcus.id
    notebook, by = ctx.open_notebook, ctx.writer
    said = Said(
        person=person, words="", lang="so", section="important_to", kind="important_to",
        voice="own_spoken", by=by, recording=recording(),
    )  # fmt: skip
    made = examples.ask(lambda: statements.say(notebook, said)).last("statement")
    answer = {"result": "keep", "method": "heard it", "on": ctx.today, "by": by}
    examples.ask(lambda: statements.read_back(notebook, statement=made, **answer))
    about = {"statement": made, "section": "important_to"}
    more = {"section": "important_to"} if screen == "plan" else {}
    wants = about if screen in {"sentence", "history"} else more
    examples.window.show_route(Route(screen, {"person": person, **wants}))
    examples.settle()
    assert examples.window.route.screen == screen
    if screen in {"plan", "sentence"}:
        assert "Words to be written" in examples.seen()


def test_which_microphone_is_asked_only_where_there_are_several(own: Driver, monkeypatch, tmp_path):
    one = made_up_microphone(tmp_path, letters=60)
    monkeypatch.setenv("ALONGSIDE_MICROPHONE", str(one))
    ear = own.window.ctx.ear
    at_recorder(own)
    own.qtbot.waitUntil(lambda: len(ear.known) == 1, timeout=20_000)
    assert own.find("microphone-0") is None
    assert not ear.on


def test_the_microphone_that_is_chosen_hears(own: Driver, monkeypatch, tmp_path) -> None:
    silent, loud = tmp_path / "silent.wav", made_up_microphone(tmp_path, letters=60)
    silent.write_bytes(wav(60)[:44] + bytes(len(wav(60)) - 44))
    monkeypatch.setenv("ALONGSIDE_MICROPHONE", f"{silent}|{loud}")
    at_recorder(own)
    until(own, "microphone-2")
    assert "Which microphone?" in own.seen()
    assert own.find("microphone-0").isChecked()
    own.press("microphone-2")
    assert own.find("microphone-2").isChecked()
    record(own)
    finish(own)
    own.press("record-again")
    own.qtbot.waitUntil(lambda: page(own).level.filled > 5, timeout=20_000)
    page(own).leave()


def test_looking_for_microphones_takes_the_keyboard_from_nothing(own: Driver) -> None:
    own.window.activateWindow()
    shown = at_recorder(own)
    own.find("record-from-file").setFocus()
    ear = own.window.ctx.ear
    ear._know((Microphone("a", "Desk"), Microphone("b", "Headset")))
    assert own.window.focusWidget() is own.find("record-from-file")
    own.find("microphone-1").setFocus()
    own.press("microphone-1")
    assert own.window.focusWidget() is own.find("microphone-1")
    ear._know(())
    assert own.window.focusWidget() is shown.main


def test_a_process_that_dies_while_it_looks_says_nothing(qtbot) -> None:
    ear = Ear(command=[sys.executable, "-c", DIES])
    ear.known = (Microphone("a", "Desk"),)
    troubles: list[str] = []
    ear.trouble.connect(troubles.append)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("ALONGSIDE_MICROPHONE", raising=False)
        with qtbot.waitSignal(ear.found, timeout=20_000) as told:
            ear.find()
    assert (told.args, ear.known, troubles) == ([()], (), [])
    ear.wait_until_gone()


def names_in_order(shown: VoiceRecorder) -> list[str]:
    return [each.objectName() for each in in_order(shown) if each.isVisible()]


def test_keyboard_and_switches_come_to_the_large_button_first(own: Driver) -> None:
    own.window.activateWindow()
    shown = at_recorder(own)
    own.window.ctx.ear._know((Microphone("a", "Desk"), Microphone("b", "Headset")))
    order = names_in_order(shown)
    assert order == [
        "record", "record-from-file", "record-not-now", "microphone-0", "microphone-1",
        "microphone-2",
    ]  # fmt: skip
    own.window.ctx.ear.recorded.emit(recording(), False)
    order = names_in_order(shown)
    assert order == ["record-listen", "record-again", "record-drop"]
    own.press("record-listen")
    order = names_in_order(shown)
    assert order == ["record-listen", "record-keep", "record-again", "record-drop"]


@pytest.mark.usefixtures("said")
def test_next_turns_no_microphone_on_and_keeps_nothing(own: Driver) -> None:
    at_recorder(own)
    own.press("next")
    own.settle()
    assert not own.window.ctx.ear.on
    assert own.find("record") is None
    assert sounds(own) == []


@pytest.mark.usefixtures("said")
@pytest.mark.parametrize("way", ["next", "back"])
def test_what_was_said_is_neither_kept_nor_dropped_by_going_on_or_back(
    own: Driver, way: str
) -> None:
    at_recorder(own)
    record(own)
    own.press(way)
    until(own, "record-listen")
    own.press(way)
    own.settle()
    assert "First say what is to be done" in own.seen()
    assert sounds(own) == []
    own.press("record-drop")
    own.press(way)
    own.settle()
    assert own.find("record") is None


@pytest.mark.usefixtures("said")
def test_it_can_be_kept_only_once_it_was_listened_to(own: Driver) -> None:
    at_recorder(own)
    record(own)
    finish(own)
    assert own.find("record-keep") is None
    own.press("record-listen")
    assert own.find("record-keep") is not None


@pytest.mark.usefixtures("said")
def test_pressing_listen_once_more_in_the_same_place_keeps_nothing(own: Driver) -> None:
    shown = at_recorder(own)
    own.window.ctx.ear.recorded.emit(recording(), False)
    own.settle()
    listen = own.find("record-listen")
    place = listen.mapTo(shown, listen.rect().center())
    own.press("record-listen")
    own.settle()
    now = shown.childAt(place)
    assert now.objectName() == "record-listen"
    assert own.window.focusWidget() is now
    assert sounds(own) == []
