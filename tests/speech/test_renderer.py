"""The bundled voices: text in, sound out."""

import array
import math
import sys
from pathlib import Path

import pytest
import pyttsx3

from app.speech import bundle, espeak_driver
from app.speech.engines import Engines, Wish
from app.speech.renderer import BundledVoices
from app.speech.sound import RenderError
from app.speech.voices import Voice, voice_for

SENTENCES = {
    "en-GB": "I like to go to the market on Saturdays.",
    "cy": "Rwy'n hoffi mynd i'r farchnad ar ddydd Sadwrn.",
    "pl": "W soboty lubię chodzić na targ.",
    "ro": "Îmi place să merg la piață sâmbăta.",
    "ur": "مجھے ہفتے کے دن بازار جانا پسند ہے۔",
    "pa": "ਮੈਨੂੰ ਸ਼ਨੀਵਾਰ ਨੂੰ ਬਾਜ਼ਾਰ ਜਾਣਾ ਪਸੰਦ ਹੈ।",
    "bn": "শনিবার আমি বাজারে যেতে ভালোবাসি।",
    "gu": "મને શનિવારે બજારમાં જવું ગમે છે.",
    "ar": "أحب الذهاب إلى السوق يوم السبت.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def voices(folder):
    return BundledVoices(folder)


@pytest.fixture(scope="module")
def engines(voices):
    engines = Engines(lambda: voices)
    yield engines
    engines.close(patience=5)


@pytest.fixture
def say(engines):
    def say(text, lang="en-GB", pace=1.0, **wish):
        return engines.render(text, lang=lang, pace=pace, wish=Wish(**wish)).sound

    return say


def loudness(sound):
    samples = array.array("h", sound.pcm)
    return math.sqrt(sum(each * each for each in samples) / len(samples))


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_sentence_is_heard_in_its_language(say, lang):
    text = SENTENCES[lang]
    sound = say(text, lang)
    assert 1.5 < sound.frames / sound.rate < 8
    assert loudness(sound) > 500
    assert [text[w.start : w.start + w.length] for w in sound.words] == text.split()
    begun = [word.frame for word in sound.words]
    assert begun == sorted(begun)
    assert begun[-1] < sound.frames
    assert not sound.estimated


def test_a_welsh_voice_says_it_in_another_way_than_an_english_one(say):
    text = SENTENCES["cy"]
    assert say(text, "cy").pcm != say(text, "en-GB").pcm


def test_somali_has_no_voice(voices):
    assert voice_for("so", voices.voices) is None


def test_the_speed_can_be_changed_and_changed_back(say):
    usual = say(SENTENCES["en-GB"])
    slow = say(SENTENCES["en-GB"], pace=0.6)
    quick = say(SENTENCES["en-GB"], pace=1.2)
    assert slow.frames > 1.3 * usual.frames
    assert quick.frames < 0.95 * usual.frames
    assert say(SENTENCES["en-GB"]).frames == pytest.approx(usual.frames, rel=0.02)


@pytest.mark.parametrize(
    "text", ["", "  \n", "\u200f", "...", "\0", "🙂", "<b>", "[[x]]", "a" * 500]
)
def test_odd_texts_do_no_harm(say, text):
    say(text)
    assert say("Tea.").frames > 0


def test_nothing_of_what_was_said_stays_on_disk(folder, say):
    say("This is nobody else's business.")
    assert list(folder.iterdir()) == []


def test_an_unknown_voice_is_an_error_and_not_another_voice(voices, folder):
    with pytest.raises(RenderError):
        voices.render("Tea.", voice=Voice("no-such-voice", ("en",)), pace=1.0)
    assert list(folder.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told_and_hangs_nothing(voices, tmp_path):
    errors = []
    engine = pyttsx3.init(espeak_driver.NAME)
    token = engine.connect("error", lambda **values: errors.append(values["exception"]))
    engine.save_to_file("Tea.", str(tmp_path / "missing" / "tea.wav"))
    engine.runAndWait()
    engine.disconnect(token)
    assert isinstance(errors[0], FileNotFoundError)


def test_a_missing_engine_is_an_error_that_can_be_caught(monkeypatch):
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    with pytest.raises(bundle.NoEngineError):
        bundle.find()


def test_the_engine_inside_the_packaged_program_comes_first(monkeypatch, tmp_path):
    (tmp_path / bundle.DATA_NAME).mkdir()
    (tmp_path / bundle.DATA_NAME / "phontab").touch()
    (tmp_path / "espeak-ng.dll").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert bundle.find() == bundle.Bundle(tmp_path / "espeak-ng.dll", tmp_path)


@pytest.mark.parametrize("name", ["x" * 160, "Müller"])
def test_a_path_the_engine_cannot_take_is_walked_to(monkeypatch, tmp_path, name):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / name
    folder.mkdir()
    assert bundle.Bundle(folder / "lib", folder).data_argument() == b"espeak-ng-data"
    assert Path.cwd() == folder
