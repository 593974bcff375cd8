"""The pyttsx3 driver for the bundled espeak-ng.

pyttsx3 has no setting for where espeak-ng lies; a driver of one's own is its documented way in
(``pyttsx3.drivers.dummy``). This one renders to a file, on the caller's thread, and tells where in
the sound each word begins. It raises where the stock driver would end the process or wait for ever.
It never plays sound itself.
"""
# ruff: noqa: N802 - pyttsx3's own names

import ctypes
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyttsx3.voice import Voice

from app.speech.bundle import Bundle, NoEngineError

NAME = "alongside_ng"

_SYNCHRONOUS = 2  # the callback comes on the caller's thread; the call returns when all is said
_DONT_EXIT = 0x8000  # without it missing data end the process with exit(1)
_UTF8, _PAUSE_AT_END, _POSITION_IN_CHARACTERS = 1, 0x1000, 1
_EVENTS_END, _EVENT_WORD = 0, 1
_PARAMETERS = {"rate": 1, "volume": 2, "pitch": 3}
_GENDERS = {1: "Male", 2: "Female"}


class _EventId(ctypes.Union):
    _fields_ = (
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    )


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


class _EspeakVoice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("reserved", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class _Engine:
    """espeak-ng itself: it can be loaded once in a process, from one place."""

    def __init__(self, bundle: Bundle) -> None:
        try:
            self.library = _with_types(ctypes.CDLL(str(bundle.library)))
        except OSError as error:
            raise NoEngineError("the espeak-ng library cannot be loaded") from error
        self.frames_per_second: int = self.library.espeak_Initialize(
            _SYNCHRONOUS, 0, bundle.data_argument(), _DONT_EXIT
        )
        if self.frames_per_second <= 0:
            raise NoEngineError("espeak-ng cannot use its data")


class _Loaded:
    """The one engine of this process, once there is one."""

    engine: _Engine | None = None


def register(bundle: Bundle) -> str:
    """Make the driver known to pyttsx3 and give the name to ask ``pyttsx3.init`` for.

    Raises:
        NoEngineError: the library or its data cannot be used.

    """
    if _Loaded.engine is None:
        _Loaded.engine = _Engine(bundle)
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]
    return NAME


def buildDriver(proxy: Any) -> "Driver":
    """What pyttsx3 calls to get the driver; ``register`` comes first."""
    if _Loaded.engine is None:
        raise NoEngineError("register() was not called")
    return Driver(proxy, _Loaded.engine)


class Driver:
    """The driver interface of pyttsx3 2.99 for rendering to WAV files.

    ``started-word`` notifications come after the file is written, with ``location`` and ``length``
    in characters from 0 and one more value than pyttsx3 documents: ``frame``, the word's
    beginning in the file.
    """

    def __init__(self, proxy: Any, engine: _Engine) -> None:
        self._proxy = proxy
        self._engine = engine
        self._espeak = engine.library
        self._pcm = bytearray()
        self._words: list[tuple[int, int, int]] = []
        self._stopped = False
        self._callback = _Callback(self._take)
        self._espeak.espeak_SetSynthCallback(self._callback)

    def destroy(self) -> None:
        """Let go of the callback."""
        self._espeak.espeak_SetSynthCallback(_Callback())

    def say(self, text: str) -> None:
        """Refuse: sound is played by the player, so that it can be stopped at once."""
        raise NotImplementedError("this driver renders to files")

    def stop(self) -> None:
        """End what is being rendered; may be called from another thread."""
        self._stopped = True

    def save_to_file(self, text: str, filename: str) -> None:
        """Render a text to a WAV file of one 16-bit channel.

        Raises:
            RuntimeError: espeak-ng refused.
            OSError: the file cannot be written.

        """
        self._proxy.setBusy(True)
        self._stopped = False
        self._pcm.clear()
        self._words.clear()
        completed = False
        try:
            self._proxy.notify("started-utterance")
            self._synthesise(text)
            with Path(filename).open("wb") as raw, wave.open(raw, "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(self._engine.frames_per_second)
                file.writeframes(bytes(self._pcm))
            for start, length, frame in self._words:
                self._proxy.notify("started-word", location=start, length=length, frame=frame)
            completed = not self._stopped
        finally:
            self._pcm.clear()
            self._proxy.notify("finished-utterance", completed=completed)
            self._proxy.setBusy(False)

    def getProperty(self, name: str) -> object:
        """A property by pyttsx3's name.

        Raises:
            KeyError: there is none of this name.

        """
        if name == "voices":
            return list(self._voices())
        if name == "voice":
            current = self._espeak.espeak_GetCurrentVoice()
            return current.contents.identifier.decode() if current else None
        value: int = self._espeak.espeak_GetParameter(_PARAMETERS[name], 1)
        return value / 100 if name == "volume" else value

    def setProperty(self, name: str, value: Any) -> None:
        """Set a property by pyttsx3's name; ``rate`` is in words a minute, at least 80.

        Raises:
            KeyError: there is none of this name.
            ValueError: there is no such voice.

        """
        if name == "voice":
            if self._espeak.espeak_SetVoiceByName(str(value).encode()):
                raise ValueError(f"espeak-ng has no voice {value}")
            return
        number = round(value * 100) if name == "volume" else int(value)
        self._espeak.espeak_SetParameter(_PARAMETERS[name], number, 0)

    def startLoop(self) -> None:
        """Do all that is queued, on this thread; the last command ends the loop."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        """Nothing is left to end: ``startLoop`` has returned or is about to."""

    def iterate(self) -> Iterator[None]:
        """Do all that is queued when somebody else runs the loop."""
        self._proxy.setBusy(False)
        yield

    def _synthesise(self, text: str) -> None:
        # A NUL would end the text for espeak-ng; in its place a space keeps the words' positions.
        words = text.replace("\0", " ").encode("utf-8", "replace") + b"\0"
        refused = self._espeak.espeak_Synth(
            words,
            len(words),
            0,
            _POSITION_IN_CHARACTERS,
            0,
            _UTF8 | _PAUSE_AT_END,
            None,
            None,
        )
        if refused:
            raise RuntimeError(f"espeak-ng refused with {refused}")

    def _take(self, samples: Any, count: int, events: Any) -> int:
        """Collect a piece of sound with its events; any other answer than 0 ends the synthesis."""
        if count > 0 and samples:
            self._pcm += ctypes.string_at(samples, 2 * count)
        place = 0
        while (event := events[place]).type != _EVENTS_END:
            if event.type == _EVENT_WORD:
                frame = event.audio_position * self._engine.frames_per_second // 1000
                self._words.append((event.text_position - 1, event.length, frame))
            place += 1
        return int(self._stopped)

    def _voices(self) -> Iterator[Voice]:
        listed = self._espeak.espeak_ListVoices(None)
        place = 0
        while listed[place]:
            each = listed[place].contents
            yield Voice(
                each.identifier.decode(),
                each.name.decode(),
                list(_languages(each.languages)),
                _GENDERS.get(each.gender),
                each.age or None,
            )
            place += 1


def _languages(address: int) -> Iterator[str]:
    """Read espeak-ng's list: a priority byte and a NUL-ended tag each, and an empty priority."""
    while address and ctypes.string_at(address, 1) != b"\0":
        tag = ctypes.string_at(address + 1)
        yield tag.decode()
        address += len(tag) + 2


def _with_types(library: Any) -> Any:
    library.espeak_Initialize.argtypes = [
        ctypes.c_int,
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_int,
    ]
    library.espeak_ListVoices.argtypes = [ctypes.c_void_p]
    library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_EspeakVoice))
    library.espeak_GetCurrentVoice.restype = ctypes.POINTER(_EspeakVoice)
    library.espeak_SetVoiceByName.argtypes = [ctypes.c_char_p]
    library.espeak_SetSynthCallback.argtypes = [_Callback]
    library.espeak_SetSynthCallback.restype = None
    library.espeak_Synth.argtypes = [
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_uint,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,
        ctypes.c_void_p,
        ctypes.c_void_p,
    ]
    return library
