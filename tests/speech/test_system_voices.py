"""The voices of Windows and macOS, with pyttsx3's own drivers upon fakes of both systems."""

import threading

import pytest
import pyttsx3

from app.speech.engines import Engines, Wish
from app.speech.sound import Rendered, RenderError
from app.speech.system_voices import SystemVoices
from app.speech.voices import Voice, voice_for
from tests.helpers import fake_mac, fake_windows
from tests.helpers.tones import RATE, SECONDS_A_LETTER

SENTENCES = ("I like tea.", "Not in the morning.", "With milk.", "I like tea.")


@pytest.fixture(params=["windows", "windows that tells the end at once", "mac"])
def system(request, monkeypatch):
    """A fake operating system, which knows the name of its engine."""
    if request.param == "mac":
        return request.getfixturevalue("mac")
    windows = fake_windows.Windows(tells_end_at_once=request.param != "windows")
    windows.install(monkeypatch)
    return windows


@pytest.fixture
def mac(monkeypatch):
    mac = fake_mac.Mac()
    mac.install(monkeypatch)
    return mac


def seconds(rendered):
    return len(rendered.pcm) / 2 / RATE


def named(voices, name):
    return next(each for each in voices.voices if each.name == name)


def test_every_sentence_is_whole_and_nothing_stays_on_disk(system, tmp_path):
    voices = SystemVoices(system.engine, tmp_path)
    voice = voice_for("en-GB", voices.voices)
    for sentence in SENTENCES:
        rendered = voices.render(sentence, voice=voice, pace=1.0)
        assert seconds(rendered) == pytest.approx(len(sentence) * SECONDS_A_LETTER, abs=0.01)
        assert rendered.begun is None
    assert [said[0] for said in system.said] == list(SENTENCES)
    assert list(tmp_path.iterdir()) == []


def test_one_engine_for_all_sentences_would_have_cut_the_second_off(mac, tmp_path):
    """The fault of the stock driver that a new engine for each sentence is for."""
    engine = pyttsx3.Engine("nsss")
    for sentence in ("One.", "Two."):
        engine.save_to_file(sentence, str(tmp_path / "said.aiff"))
        engine.runAndWait()
    assert mac.cut_off == ["Two."]


def test_a_voice_of_several_languages_hides_no_other_voice(monkeypatch, tmp_path):
    fake_windows.Windows(languages="809;9;zz").install(monkeypatch)
    with pytest.raises(ValueError, match="invalid literal"):
        pyttsx3.Engine("sapi5").getProperty("voices")
    voices = SystemVoices("sapi5", tmp_path).voices
    assert [(each.name, each.languages, each.gender) for each in voices] == [
        ("Hazel", ("en-GB",), "female"),
        ("Zira", ("en-US",), "female"),
        ("Paulina", ("pl-PL",), ""),
    ]


def test_voices_of_macos_tell_their_language_and_those_that_do_not_are_left_out(mac, tmp_path):
    voices = SystemVoices("nsss", tmp_path).voices
    assert [(each.key, each.languages, each.gender) for each in voices] == [
        (f"nsss:{fake_mac.DANIEL}", ("en_GB",), "male"),
        (f"nsss:{fake_mac.ZOSIA}", ("pl_PL",), "female"),
    ]


def test_voice_and_speed_are_those_asked_for(system, tmp_path):
    voices = SystemVoices(system.engine, tmp_path)
    voice = voice_for("pl", voices.voices)
    for pace in (0.6, 1.0, 1.2):
        voices.render("Herbata.", voice=voice, pace=pace)
    assert {said[1] for said in system.said} == {voice.id}
    rates = [said[2] for said in system.said]
    assert rates == sorted(set(rates))


def test_a_voice_that_is_gone_is_an_error(system, tmp_path):
    voices = SystemVoices(system.engine, tmp_path)
    with pytest.raises(RenderError):
        voices.render("Tea.", voice=Voice("gone", ("en",), system.engine), pace=1.0)
    assert voices.render("Tea.", voice=voice_for("en", voices.voices), pace=1.0).pcm


class Made:
    """An engine for tests: its voices, and what it does."""

    def __init__(self, *voices, does=None):
        self.voices = voices
        self.asked = []
        self._does = does

    def render(self, text, *, voice, pace):
        self.asked.append((text, voice.id, pace))
        if self._does:
            self._does()
        return Rendered(bytes(2 * RATE), None if voice.engine == "sapi5" else ((0, 0),))


SYSTEM = Voice("hazel", ("en-GB",), "sapi5", "Hazel")
BUNDLED = Voice("gmw/en", ("en-gb", "en"))
WELSH = Voice("cel/cy", ("cy",))


def fails():
    raise RenderError("refused")


@pytest.fixture
def make_engines():
    """Makes engines and sees that they end."""
    made = []

    def make(*args, **settings):
        made.append(Engines(*args, **settings))
        return made[-1]

    yield make
    ended = [each.close(patience=5) for each in made]
    assert all(ended)


@pytest.fixture
def hanging(make_engines):
    """What hangs until the test is over."""
    over = threading.Event()
    yield over.wait
    over.set()


def test_a_voice_of_the_system_comes_first_and_the_bundled_one_for_other_languages(make_engines):
    system, bundled = Made(SYSTEM), Made(BUNDLED, WELSH)
    engines = make_engines(lambda: bundled, lambda: system)
    assert [each.key for each in engines.voices] == [
        "sapi5:hazel",
        "espeak-ng:gmw/en",
        "espeak-ng:cel/cy",
    ]
    english = engines.render("Tea.", lang="en-GB", pace=1.0, wish=Wish())
    assert (english.voice, english.sound.estimated, english.instead) == (SYSTEM, True, None)
    assert engines.render("Te.", lang="cy", pace=1.0, wish=Wish()).voice == WELSH
    assert engines.render("Haa.", lang="so", pace=1.0, wish=Wish()) is None


def test_the_voice_that_the_person_chose_is_used(make_engines):
    engines = make_engines(lambda: Made(BUNDLED), lambda: Made(SYSTEM))
    wish = Wish(voices={"en": "espeak-ng:gmw/en"})
    assert engines.render("Tea.", lang="en-GB", pace=1.0, wish=wish).voice == BUNDLED


def test_where_a_system_voice_fails_the_bundled_one_says_it(make_engines):
    engines = make_engines(lambda: Made(BUNDLED), lambda: Made(SYSTEM, does=fails))
    spoken = engines.render("Tea.", lang="en", pace=1.0, wish=Wish())
    assert (spoken.voice, spoken.instead) == (BUNDLED, "voice")
    assert not spoken.sound.estimated


def test_a_system_voice_that_hangs_is_waited_for_once(make_engines, hanging):
    system = Made(SYSTEM, does=hanging)
    engines = make_engines(lambda: Made(BUNDLED), lambda: system, patience=0.1)
    for _ in range(2):
        assert engines.render("Tea.", lang="en", pace=1.0, wish=Wish()).voice == BUNDLED
    assert len(system.asked) == 1
    assert engines.hang


def test_a_list_of_voices_that_hangs_or_fails_leaves_the_bundled_ones(make_engines, hanging):
    for does in (hanging, fails):
        engines = make_engines(lambda: Made(BUNDLED), does, patience=0.1)
        assert engines.voices == (BUNDLED,)


def test_after_a_crash_no_system_voice_is_asked(make_engines):
    system = Made(SYSTEM)
    engines = make_engines(lambda: Made(BUNDLED), lambda: system)
    spoken = engines.render("Tea.", lang="en", pace=1.0, wish=Wish(bundled_only=True))
    assert spoken.voice == BUNDLED
    assert system.asked == []


def test_a_sentence_said_before_is_remembered_for_its_voice_and_speed(make_engines):
    bundled = Made(BUNDLED, WELSH)
    engines = make_engines(lambda: bundled)
    for lang, pace in [("en", 1.0), ("en", 0.8), ("en", 1.0), ("cy", 1.0), ("cy", 1.0)]:
        engines.render("Tea.", lang=lang, pace=pace, wish=Wish())
    assert bundled.asked == [
        ("Tea.", "gmw/en", 1.0),
        ("Tea.", "gmw/en", 0.8),
        ("Tea.", "cel/cy", 1.0),
    ]


def test_what_was_said_long_ago_is_forgotten(make_engines, monkeypatch):
    monkeypatch.setattr("app.speech.engines._REMEMBERED_BYTES", 5 * RATE)
    bundled = Made(BUNDLED)
    engines = make_engines(lambda: bundled)
    for text in ("One.", "Two.", "Three.", "Three.", "One."):
        engines.render(text, lang="en", pace=1.0, wish=Wish())
    assert [text for text, *_ in bundled.asked] == ["One.", "Two.", "Three.", "One."]
