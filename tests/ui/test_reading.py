"""Reading aloud from the window's side, with the real worker and with broken ones."""

import os
import signal
import sys
import textwrap

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QProcess

from app.speech import protocol
from ui.reading import NO_SOUND, NO_VOICE, NOT_WORKING, Reader, Utterance

TEA = Utterance("Tea.", "en-GB")
MILK = Utterance("Milk.", "en-GB")
LONG = Utterance("I like to go to the market on Saturdays with my brother.", "en-GB")


@pytest.fixture
def make_reader(qtbot):
    """Makes readers, ends their workers, and looks whether any process is left."""
    made = []

    def make(**settings):
        made.append(Reader(**settings))
        return made[-1]

    yield make
    for reader in made:
        reader.close()
        running = [
            process
            for process in reader.findChildren(QProcess)
            if process.state() != QProcess.ProcessState.NotRunning
        ]
        reader.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not running


@pytest.fixture
def reader(make_reader):
    return make_reader()


def heard(signal_of_a_reader):
    """A list that grows with what a signal says."""
    said = []
    signal_of_a_reader.connect(lambda *values: said.append(values))
    return said


def worker_doing(code):
    """A command for a worker that runs this code."""
    return (sys.executable, "-c", textwrap.dedent(code))


def process_of(reader):
    """The worker that reads; while it does, a spare one may wait beside it."""
    process, *_ = [
        process
        for process in reader.findChildren(QProcess)
        if process.state() == QProcess.ProcessState.Running
    ]
    return process


def test_nothing_is_started_before_it_is_asked_for(reader):
    assert not reader.reading
    assert reader.findChildren(QProcess) == []


def test_sentences_are_begun_one_after_the_other(reader, qtbot):
    started, words = heard(reader.started), heard(reader.word)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA, MILK])
        assert reader.reading
    assert started == [(0,), (1,)]
    assert words == [(0, 0, len("Tea.")), (1, 0, len("Milk."))]
    assert not reader.reading


def test_having_no_sound_is_said_once_and_the_sentences_are_still_lit(reader, qtbot):
    trouble, started = heard(reader.trouble), heard(reader.started)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA, MILK])
    assert trouble == [(NO_SOUND,)]
    assert len(started) == 2


def test_a_language_without_a_voice_is_said_once_and_the_rest_is_read(reader, qtbot):
    trouble, started = heard(reader.trouble), heard(reader.started)
    haa = Utterance("Waan jeclahay shaaha.", "so")
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([haa, haa, TEA])
    assert (NO_VOICE,) in trouble
    assert trouble.count((NO_VOICE,)) == 1
    assert started == [(2,)]


def test_stopping_is_felt_at_once_and_nothing_comes_after_it(reader, qtbot):
    with qtbot.waitSignal(reader.started, timeout=10_000):
        reader.read([LONG, TEA])
    started, words = heard(reader.started), heard(reader.word)
    with qtbot.waitSignal(reader.finished, timeout=0):
        reader.stop()
    assert not reader.reading
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([MILK])
    assert started == [(0,)]
    assert words == [(0, 0, len("Milk."))]


def test_reading_something_else_takes_the_place_of_what_was_read(reader, qtbot):
    with qtbot.waitSignal(reader.started, timeout=10_000):
        reader.read([LONG, LONG])
    started, finished = heard(reader.started), heard(reader.finished)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA])
    assert started == [(0,)]
    assert len(finished) == 1


def test_stopping_when_nothing_is_read_does_nothing(reader, qtbot):
    with qtbot.assertNotEmitted(reader.finished):
        reader.stop()
    assert reader.findChildren(QProcess) == []


def test_text_that_no_engine_can_say_is_read_without_it(reader, qtbot):
    words = heard(reader.word)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([Utterance("\0Tea\ud800 \x1bmilk.", "en-GB"), Utterance(" \n", "en-GB")])
    assert words == [(0, 1, 3), (0, 7, 5)]


@pytest.mark.parametrize("rate", [0.0, 99.0])
def test_a_speed_out_of_range_is_held_within_it(reader, qtbot, rate):
    with qtbot.waitSignal(reader.finished, timeout=20_000):
        reader.read([TEA], rate=rate)


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process in another way")
def test_a_worker_killed_in_the_middle_is_replaced_and_no_sentence_is_lost(reader, qtbot):
    with qtbot.waitSignal(reader.started, timeout=10_000, check_params_cb=lambda place: place == 1):
        reader.read([TEA, Utterance("I like tea.", "en-GB"), MILK])
    started, trouble = heard(reader.started), heard(reader.trouble)
    with qtbot.waitSignal(reader.finished, timeout=20_000):
        os.kill(process_of(reader).processId(), signal.SIGKILL)
    assert started == [(1,), (2,)]
    assert (NOT_WORKING,) not in trouble


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process in another way")
def test_a_worker_that_dies_unused_is_replaced_when_it_is_needed(reader, qtbot):
    reader.warm_up()
    (process,) = reader.findChildren(QProcess)
    qtbot.waitUntil(lambda: process.state() == QProcess.ProcessState.Running, timeout=10_000)
    with qtbot.waitSignal(process.finished, timeout=10_000):
        os.kill(process.processId(), signal.SIGKILL)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA])


def test_a_program_that_is_not_there_is_said_plainly(make_reader, qtbot):
    reader = make_reader(command=("no-such-program-here",))
    trouble = heard(reader.trouble)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA])
    assert trouble == [(NOT_WORKING,)]
    assert not reader.reading


def test_a_missing_engine_is_said_plainly(make_reader, qtbot):
    reader = make_reader(
        command=worker_doing(
            """
            import sys
            sys.modules["espeakng_loader"] = None
            from app.speech.worker import main
            sys.exit(main())
            """
        )
    )
    trouble = heard(reader.trouble)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA])
    assert trouble == [(NOT_WORKING,)]


def test_a_worker_that_always_crashes_is_tried_twice(make_reader, qtbot, tmp_path):
    tries = tmp_path / "tries"
    reader = make_reader(
        command=worker_doing(f"open({str(tries)!r}, 'a').write('x'); import os; os.abort()")
    )
    trouble = heard(reader.trouble)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA])
    assert trouble == [(NOT_WORKING,)]
    assert tries.read_text() == "xx"


def test_a_worker_that_hangs_is_tried_twice_and_killed(make_reader, qtbot):
    reader = make_reader(
        command=worker_doing("import threading; threading.Event().wait()"), patience_ms=200
    )
    trouble = heard(reader.trouble)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA])
    assert trouble == [(NOT_WORKING,)]


def test_a_worker_that_talks_nonsense_hurts_nothing(make_reader, qtbot):
    reader = make_reader(
        command=worker_doing(
            r"""
            import sys
            sys.stdout.write("nonsense\n[]\n")
            sys.stdout.flush()
            from app.speech.worker import main
            sys.exit(main())
            """
        )
    )
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA])


def test_closing_ends_a_worker_in_the_middle_of_a_sentence(make_reader, qtbot):
    reader = make_reader()
    with qtbot.waitSignal(reader.started, timeout=10_000):
        reader.read([LONG])
    process = process_of(reader)
    reader.close()
    assert process.state() == QProcess.ProcessState.NotRunning
    assert not reader.reading


def test_closing_ends_a_worker_that_hangs(make_reader, qtbot):
    reader = make_reader(command=worker_doing("import threading; threading.Event().wait()"))
    reader.warm_up()
    (process,) = reader.findChildren(QProcess)
    reader.close()
    assert process.state() == QProcess.ProcessState.NotRunning


def test_it_speaks_from_whatever_folder_the_program_was_started_in(
    make_reader, qtbot, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.py").write_text("raise SystemExit('the wrong app')")
    reader = make_reader()
    with qtbot.waitSignal(reader.started, timeout=10_000):
        reader.read([TEA])


def test_whoever_is_told_of_trouble_may_read_something_else_at_once(make_reader, qtbot):
    broken = make_reader(command=("no-such-program-here",))
    working = make_reader()
    broken.trouble.connect(lambda _: working.read([TEA]))
    with qtbot.waitSignal(working.finished, timeout=10_000):
        broken.read([TEA])


def test_another_reading_after_closing_starts_a_new_worker(reader, qtbot):
    for _ in range(2):
        with qtbot.waitSignal(reader.started, timeout=10_000):
            reader.read([TEA])
        reader.close()


def test_a_pause_is_felt_at_once_and_the_rest_comes_after_it(make_reader, qtbot):
    reader = make_reader(patience_ms=1_000)
    with qtbot.waitSignal(reader.word, timeout=10_000):
        reader.read([LONG, TEA])
    reader.pause()
    assert reader.paused
    words = heard(reader.word)
    qtbot.wait(1_500)  # longer than the patience with a worker that hangs
    assert len(words) <= 1, "what was on its way when the pause began"
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.resume()
    assert words[-1] == (1, 0, 4)


def test_again_and_another_sentence_end_a_pause(reader, qtbot):
    with qtbot.waitSignal(reader.started, timeout=10_000):
        reader.read([TEA, LONG, MILK])
    started = heard(reader.started)
    reader.pause()
    with qtbot.waitSignal(reader.started, timeout=10_000):
        reader.again()
    assert started == [(0,)]
    reader.pause()
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.go(2)
    assert started == [(0,), (2,)]


def test_a_reading_begins_where_it_is_asked_to(reader, qtbot):
    started, timing = heard(reader.started), heard(reader.timing)
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([LONG, MILK], start=1, names={"Milk": "Milk"}, voices={"en": "gone"})
    assert started == [(1,)]
    assert timing == [("exact",)]


def test_the_speed_is_changed_in_the_middle_of_a_sentence(reader, qtbot):
    words = heard(reader.word)
    with qtbot.waitSignal(reader.word, timeout=10_000):
        reader.read([LONG])
    with qtbot.waitSignal(reader.finished, timeout=20_000):
        reader.set_rate(9.0)
    assert len(words) == len(LONG.text.split())


def test_the_voices_that_can_be_chosen_are_known_once_the_worker_is_there(reader, qtbot):
    with qtbot.waitSignal(reader.voices_known, timeout=10_000):
        reader.warm_up()
    assert "cy" in {language for voice in reader.voices for language in voice.languages}


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process in another way")
def test_a_worker_that_dies_in_a_pause_is_replaced_when_somebody_goes_on(reader, qtbot):
    with qtbot.waitSignal(reader.started, timeout=10_000, check_params_cb=lambda place: place == 1):
        reader.read([TEA, LONG, MILK])
    reader.pause()
    process = process_of(reader)
    with qtbot.waitSignal(process.finished, timeout=10_000):
        os.kill(process.processId(), signal.SIGKILL)
    started = heard(reader.started)
    QCoreApplication.processEvents()
    assert started == []
    with qtbot.waitSignal(reader.finished, timeout=20_000):
        reader.resume()
    assert started == [(1,), (2,)]


def test_moving_about_when_nothing_is_read_does_nothing(reader, qtbot):
    with qtbot.assertNotEmitted(reader.started):
        reader.pause()
        reader.resume()
        reader.again()
        reader.go(0)
        reader.set_rate(1.0)
    assert reader.findChildren(QProcess) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process in another way")
def test_a_spare_worker_that_died_is_not_asked_to_read(reader, qtbot):
    with qtbot.waitSignal(reader.started, timeout=10_000):
        reader.read([TEA, LONG])
    worker, spare = reader.findChildren(QProcess)
    qtbot.waitUntil(lambda: spare.state() == QProcess.ProcessState.Running, timeout=10_000)
    with qtbot.waitSignal(spare.finished, timeout=10_000):
        os.kill(spare.processId(), signal.SIGKILL)
    started = heard(reader.started)
    with qtbot.waitSignal(reader.finished, timeout=20_000):
        os.kill(worker.processId(), signal.SIGKILL)
    assert started[-1] == (1,)


def test_after_a_crash_no_voice_of_the_operating_system_is_asked(make_reader, qtbot, tmp_path):
    asked = tmp_path / "asked"
    reader = make_reader(
        command=worker_doing(
            f"""
            import os, sys
            open({str(asked)!r}, "a").write(sys.stdin.readline())
            os.abort()
            """
        )
    )
    with qtbot.waitSignal(reader.finished, timeout=10_000):
        reader.read([TEA], voices={"en": "sapi5:hazel"})
    first, second = map(protocol.read_command, asked.read_bytes().splitlines())
    assert (first.bundled_only, second.bundled_only) == (False, True)
    assert first.voices == second.voices == {"en": "sapi5:hazel"}
