"""The speech of Windows as pyttsx3 meets it, with the faults that people have reported of it.

Written after what is known of SAPI 5: a voice may have several languages ("809;9"), an attribute
that is not there is an error, everything belongs to the thread that made it, and the end of a
sentence is told either while it is written or when messages are next pumped.
"""

# ruff: noqa: N802, ARG002 - the names of Windows

import contextlib
import sys
import threading
import time
import types
from pathlib import Path

from tests.helpers.tones import wav

HAZEL = "HKEY_LOCAL_MACHINE\\Voices\\Tokens\\TTS_MS_EN-GB_HAZEL"
ZIRA = "HKEY_LOCAL_MACHINE\\Voices\\Tokens\\TTS_MS_EN-US_ZIRA"
PAULINA = "HKEY_LOCAL_MACHINE\\Voices\\Tokens\\TTS_MS_PL-PL_PAULINA"


class Windows:
    """What all of it shares.

    Attributes:
        tells_end_at_once: the end of a sentence is told while it is written.
        said: what was written to files, with voice and rate.
        takes: seconds that a sentence takes to be written.

    """

    engine = "sapi5"

    def __init__(self, *, tells_end_at_once=False, languages="809"):
        self.tells_end_at_once = tells_end_at_once
        self.tokens = [
            Token(HAZEL, {"Language": languages, "Gender": "Female"}),
            Token(ZIRA, {"Language": "409", "Gender": "Female", "Age": "Adult"}),
            Token(PAULINA, {"Language": "415"}),
        ]
        self.waiting = []
        self.said = []
        self.takes = 0.0

    def modules(self):
        """What pyttsx3's driver imports."""
        client = types.ModuleType("comtypes.client")
        client.CreateObject = self._made
        client.GetEvents = self._listen
        library = types.ModuleType("comtypes.gen.SpeechLib")
        library.SSFMCreateForWrite = 3
        gen = types.ModuleType("comtypes.gen")
        gen.SpeechLib = library
        com = types.ModuleType("comtypes")
        com.client, com.gen = client, gen
        python = types.ModuleType("pythoncom")
        python.PumpWaitingMessages = self._pump
        return {
            "comtypes": com,
            "comtypes.client": client,
            "comtypes.gen": gen,
            "comtypes.gen.SpeechLib": library,
            "pythoncom": python,
        }

    def install(self, monkeypatch):
        """Be Windows for a test."""
        for name, module in self.modules().items():
            monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.delitem(sys.modules, "pyttsx3.drivers.sapi5", raising=False)

    def _made(self, name):
        return Voice(self) if name.casefold() == "sapi.spvoice" else FileStream()

    def _listen(self, voice, sink):
        voice.sink = sink
        return object()

    def _pump(self):
        while self.waiting:
            self.waiting.pop(0)()


class Token:
    """A voice as it is registered."""

    def __init__(self, token, attributes):
        self.Id = token
        self._attributes = attributes

    def GetDescription(self):
        return self.Id.rsplit("_", maxsplit=1)[-1].title()

    def GetAttribute(self, name):
        if name not in self._attributes:
            raise OSError("the attribute is not there")
        return self._attributes[name]


class FileStream:
    """A sound file that is written to."""

    def Open(self, path, mode):
        self.path = path
        Path(path).touch()

    def close(self):
        pass


class Voice:
    """What says things."""

    def __init__(self, windows):
        self._windows = windows
        self._thread = threading.get_ident()
        self.Voice = windows.tokens[0]
        self.Rate, self.Volume, self.EventInterests = 0, 100, 0
        self.AudioOutputStream = "the loudspeaker"
        self.sink = None

    def GetVoices(self):
        return self._windows.tokens

    def Speak(self, text, flags=0):
        if threading.get_ident() != self._thread:
            raise OSError("RPC_E_WRONG_THREAD")
        if not text:
            return 0
        time.sleep(self._windows.takes)
        Path(self.AudioOutputStream.path).write_bytes(wav(len(text)))
        self._windows.said.append((text, self.Voice.Id, self.Rate))
        if self._windows.tells_end_at_once:
            self._end()
        else:
            self._windows.waiting.append(self._end)
        return 1

    def _end(self):
        with contextlib.suppress(ReferenceError):  # the engine is gone; COM swallows this as well
            self.sink._ISpeechVoiceEvents_EndStream(1, 0)
