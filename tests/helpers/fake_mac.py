"""The speech of macOS as pyttsx3 meets it, with the faults that people have reported of it.

Written after what is known of NSSpeechSynthesizer: it speaks while a run loop turns, it writes AIFF
whatever the name of the file is, and it is cut off when somebody says stop, also when that is the
run loop of the sentence before.
"""

# ruff: noqa: N802, ARG002, ARG003, ARG004, ARG005 - the names of macOS

import sys
import time
import types
from pathlib import Path

from tests.helpers.tones import aiff

DANIEL = "com.apple.voice.compact.en-GB.Daniel"
ZOSIA = "com.apple.voice.compact.pl-PL.Zosia"
VOICES = {
    DANIEL: {
        "VoiceIdentifier": DANIEL,
        "VoiceName": "Daniel",
        "VoiceLocaleIdentifier": "en_GB",
        "VoiceGender": "VoiceGenderMale",
    },
    ZOSIA: {
        "VoiceIdentifier": ZOSIA,
        "VoiceName": "Zosia",
        "VoiceLocaleIdentifier": "pl_PL",
        "VoiceGender": "VoiceGenderFemale",
    },
    "odd": {"VoiceIdentifier": "odd", "VoiceName": "Odd"},
}


class Mac:
    """What all of it shares.

    Attributes:
        said: sentences that were written whole, with voice and rate.
        cut_off: sentences that were not.

    """

    engine = "nsss"

    def __init__(self):
        self.timers = []
        self.said = []
        self.cut_off = []
        self.stopper = None

    def turn(self):
        """Do what is due in the run loop."""
        now = time.monotonic()
        for timer in [each for each in self.timers if each[0] <= now]:
            self.timers.remove(timer)
            timer[1]()

    def later(self, seconds, does):
        """Have something done when the run loop turns."""
        self.timers.append((time.monotonic() + seconds, does))

    def install(self, monkeypatch):
        """Be macOS for a test."""
        for name, module in self.modules().items():
            monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.delitem(sys.modules, "pyttsx3.drivers.nsss", raising=False)

    def modules(self):
        """What pyttsx3's driver imports."""
        objc = types.ModuleType("objc")
        objc.python_method = lambda function: function
        objc.super = lambda kind, it: types.SimpleNamespace(init=lambda: it)
        appkit = types.ModuleType("AppKit")
        appkit.NSSpeechSynthesizer = type("NSSpeechSynthesizer", (Synthesizer,), {"mac": self})
        helper = types.ModuleType("PyObjCTools.AppHelper")
        helper.PyObjCAppHelperRunLoopStopper = stopper(self)
        helper.stopEventLoop = lambda: self.stopper and self.stopper.stop()
        tools = types.ModuleType("PyObjCTools")
        tools.AppHelper = helper
        return {
            "objc": objc,
            "AppKit": appkit,
            "Foundation": foundation(self),
            "PyObjCTools": tools,
            "PyObjCTools.AppHelper": helper,
        }


class NSObject:
    @classmethod
    def alloc(cls):
        return cls.__new__(cls)

    def init(self):
        return self


class Date(float):
    @staticmethod
    def dateWithTimeIntervalSinceNow_(seconds):
        return Date(time.monotonic() + seconds)

    def earlierDate_(self, other):
        return min(self, other)


def stopper(mac):
    """What ends a run loop."""

    class Stopper(NSObject):
        def shouldRun(self):
            return not self.shouldStop

        @classmethod
        def addRunLoopStopper_toRunLoop_(cls, one, loop):
            mac.stopper = one
            one.shouldStop = False

        @classmethod
        def removeRunLoopStopperFromRunLoop_(cls, loop):
            mac.stopper = None

    return Stopper


def foundation(mac):
    """Run loop, timers and names of files."""

    class RunLoop:
        def limitDateForMode_(self, mode):
            mac.turn()
            return Date(time.monotonic() + 0.01)

        def runMode_beforeDate_(self, mode, date):
            mac.turn()
            time.sleep(0.001)
            return True

    class Timer:
        @staticmethod
        def scheduledTimerWithTimeInterval_target_selector_userInfo_repeats_(
            seconds, target, selector, info, repeats
        ):
            mac.later(seconds, lambda: getattr(target, selector.replace(":", "_"))(None))

    module = types.ModuleType("Foundation")
    module.NSObject, module.NSDate, module.NSTimer = NSObject, Date, Timer
    module.NSDefaultRunLoopMode = "mode"
    module.NSRunLoop = types.SimpleNamespace(currentRunLoop=RunLoop)
    module.NSURL = types.SimpleNamespace(fileURLWithPath_=lambda path: path)
    return module


class Synthesizer:
    """What says things."""

    mac: Mac

    @classmethod
    def alloc(cls):
        return cls()

    def initWithVoice_(self, voice):
        self._voice, self._rate, self._volume, self._now = DANIEL, 175, 1.0, None
        self._delegate = None
        return self

    @staticmethod
    def availableVoices():
        return list(VOICES)

    @staticmethod
    def attributesForVoice_(voice):
        return VOICES[voice]

    def setDelegate_(self, delegate):
        self._delegate = delegate

    def voice(self):
        return self._voice

    def setVoice_(self, voice):
        if voice not in VOICES:
            raise ValueError("no such voice")
        self._voice, self._rate = voice, 175

    def rate(self):
        return self._rate

    def setRate_(self, rate):
        self._rate = rate

    def volume(self):
        return self._volume

    def setVolume_(self, volume):
        self._volume = volume

    def startSpeakingString_toURL_(self, text, path):
        said = (text, self._voice, self._rate)
        self._now = said

        def end():
            if self._now is said:
                self._now = None
                Path(path).write_bytes(aiff(len(text)))
                self.mac.said.append(said)
                self._delegate.speechSynthesizer_didFinishSpeaking_(self, True)

        self.mac.later(0.03, end)

    def stopSpeaking(self):
        if self._now:
            self.mac.cut_off.append(self._now[0])
            self._now = None
            delegate = self._delegate
            self.mac.later(0, lambda: delegate.speechSynthesizer_didFinishSpeaking_(self, False))
