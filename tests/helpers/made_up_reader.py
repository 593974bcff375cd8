"""A reader that says nothing and does what a test tells it to have heard."""

from PySide6.QtCore import QObject, Signal

from app.speech.protocol import KnownVoice

VOICES = (
    KnownVoice("espeak-ng:gmw/en", "espeak-ng", "English", ("en-GB",)),
    KnownVoice("espeak-ng:gmw/en-Scotland", "espeak-ng", "Scottish", ("en-GB",)),
    KnownVoice("espeak-ng:cel/cy", "espeak-ng", "Welsh", ("cy",)),
)


class MadeUpReader(QObject):
    """Stands in for ``ui.reading.Reader``.

    Attributes:
        done: what it was told, in order.
        given: what each ``read`` was given.

    """

    started = Signal(int)
    word = Signal(int, int, int)
    timing = Signal(str)
    finished = Signal()
    trouble = Signal(str)
    voices_known = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.voices = VOICES
        self.reading = self.paused = False
        self.done = []
        self.given = []
        self.warm = False

    @property
    def texts(self):
        """What is being read, or was read last."""
        return [each.text for each in self.given[-1]["utterances"]]

    def read(self, utterances, **how):
        self.reading, self.paused = True, False
        self.given.append({"utterances": utterances, **how})

    def hear(self, index, words="exact"):
        """The sentence at this place begins to be heard."""
        self.started.emit(index)
        self.timing.emit(words)

    def end(self):
        """The last sentence was heard."""
        self.reading = self.paused = False
        self.finished.emit()

    def pause(self):
        self.paused = True

    def resume(self):
        self.paused = False
        self.done.append("resume")

    def again(self):
        self.paused = False
        self.done.append("again")

    def go(self, place):
        self.paused = False
        self.done.append(("go", place))

    def set_rate(self, rate):
        self.done.append(rate)

    def stop(self):
        if self.reading:
            self.end()

    def warm_up(self):
        self.warm = True

    def close(self):
        self.stop()
