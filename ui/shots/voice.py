"""Somebody's own voice: the recorder as it waits, hears, has heard and cannot, and its card."""

import array
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.microphone import samples
from app.microphone.protocol import Microphone
from app.model.recordings import FRAMES_A_SECOND
from app.usecases import name_sounds, recordings, statements
from app.usecases.statements import Said
from ui.microphone import NOT_THERE, NOTHING_HEARD
from ui.parts.voice_recorder import VoiceRecorder
from ui.shots import Shot
from ui.shots.one_moment import at

if TYPE_CHECKING:
    from ui.gallery import Gallery

_ASKED = """
[[moment]]
id = "voice"
stage = "talk"
kind = "question"
prompt = "What do you like to do?"
picture = "openmoji:1F4AC"
section = "important_to"
says = "important_to"
"""
_FELT = """
[[moment]]
id = "voice"
stage = "talk"
kind = "choose"
prompt = "How do you feel today?"
picture = "openmoji:1F642"
options = [
    { id = "good", words = "Good", picture = "openmoji:1F642" },
    { id = "tired", words = "Tired", picture = "openmoji:1F634" },
    { id = "sad", words = "Sad", picture = "openmoji:1F641" },
    { id = "else", words = "Something else", picture = "openmoji:2795", something_else = true },
]
"""
_SECONDS = 7


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Every state of the recorder, and a sentence that is a recording alone."""
    yield "voice-waits", lambda: _recorder(gallery, "voice-waits")
    yield "voice-which", lambda: _which(gallery)
    yield "voice-hears", lambda: _hears(gallery, "voice-hears", 0.62, 12.0)
    yield "voice-ends-soon", lambda: _hears(gallery, "voice-ends", 0.2, 171.0)
    yield "voice-heard", lambda: _heard(gallery)
    yield "voice-none", lambda: _trouble(gallery, "voice-none", NOT_THERE)
    yield "voice-silent", lambda: _trouble(gallery, "voice-silent", NOTHING_HEARD)
    yield "voice-card", lambda: _card(gallery)
    yield "voice-sentence", lambda: _sentence(gallery)
    yield "voice-delete", lambda: _delete(gallery)
    yield "voice-listened", lambda: _listened(gallery, "voice-listened")
    yield "voice-not-kept", lambda: _not_kept(gallery)
    yield "voice-name", lambda: _name(gallery)
    yield "voice-feeling", lambda: _feeling(gallery)


def _recorder(gallery: "Gallery", name: str) -> VoiceRecorder:
    at(gallery, name, _ASKED)
    gallery.press("answer-with-voice")
    gallery.settle()
    assert gallery.window.screen is not None
    return gallery.window.screen.findChildren(VoiceRecorder)[-1]


def _which(gallery: "Gallery") -> None:
    ear = gallery.window.ctx.ear
    ear.known = (Microphone("1", "Built-in microphone"), Microphone("2", "Headset of Amina"))
    _recorder(gallery, "voice-which")
    gallery.settle()
    ear.known = ()


def _hears(gallery: "Gallery", name: str, level: float, seconds: float) -> None:
    shown = _recorder(gallery, name)
    shown._begin()  # noqa: SLF001 - no microphone is turned on for a picture
    gallery.window.ctx.ear.close()
    gallery.window.ctx.ear.heard.emit(level, seconds)


def _heard(gallery: "Gallery") -> None:
    _recorder(gallery, "voice-heard")
    gallery.window.ctx.ear.recorded.emit(_flac(), False)


def _trouble(gallery: "Gallery", name: str, why: str) -> None:
    _recorder(gallery, name)
    gallery.window.ctx.ear.trouble.emit(why)


def _card(gallery: "Gallery") -> None:
    _recorder(gallery, "voice-card").kept.emit(_flac())
    gallery.settle()


def _sentence(gallery: "Gallery") -> None:
    window, person = gallery.window, gallery.everyone()[0]
    notebook, by = window.ctx.open_notebook, window.ctx.writer
    said = Said(
        person=person.id, words="I like the sea.", lang="en-GB", section="important_to",
        kind="important_to", voice="own_spoken", by=by,
    )  # fmt: skip
    change = gallery.ask(lambda: statements.say(notebook, said))
    made = change.last("statement")
    gallery.ask(lambda: recordings.keep(notebook, statement=made, sound=_flac(), by=by))
    gallery.go("sentence", person=person.id, statement=made, section="important_to")
    gallery.settle()


def _delete(gallery: "Gallery") -> None:
    _sentence(gallery)
    gallery.press("record-delete")
    gallery.settle()


def _listened(gallery: "Gallery", name: str) -> VoiceRecorder:
    shown = _recorder(gallery, name)
    gallery.window.ctx.ear.recorded.emit(_flac(), False)
    gallery.press("record-listen")
    gallery.window.hearing.stop()
    return shown


def _not_kept(gallery: "Gallery") -> None:
    shown = _listened(gallery, "voice-not-kept")
    shown.not_kept("There is not enough room on this disk. Make some room, then try again.")


def _feeling(gallery: "Gallery") -> None:
    at(gallery, "voice-feeling", _FELT)
    gallery.press("option-tired")
    gallery.settle()
    gallery.press("answer-with-voice")
    gallery.settle()
    assert gallery.window.screen is not None
    gallery.window.screen.findChildren(VoiceRecorder)[-1].kept.emit(_flac())
    gallery.settle()


def _name(gallery: "Gallery") -> None:
    window, person = gallery.window, gallery.everyone()[0].id
    notebook, by = window.ctx.open_notebook, window.ctx.writer
    gallery.ask(
        lambda: name_sounds.keep(notebook, person=person, record=person, sound=_flac(), by=by)
    )
    gallery.go("name_sounds", person=person)
    gallery.settle()


def _flac() -> bytes:
    """Something that is as long as a sentence."""
    made = (2_000 if n // 50 % 2 else -2_000 for n in range(_SECONDS * FRAMES_A_SECOND))
    return samples.as_flac(array.array("h", made))
