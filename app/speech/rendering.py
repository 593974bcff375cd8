"""Sentences as sound, made in a process of their own: engines crash and hang.

Whoever asks waits for the sound, on a thread on which waiting is no harm. A process that crashes or
hangs over a sentence is replaced, and the sentence tried once more with the bundled voice.
"""

import contextlib
import dataclasses
import os
import subprocess
from collections.abc import Mapping
from types import TracebackType
from typing import IO, Literal, Self, cast

import msgspec

from app import pipes
from app.speech.protocol import KnownVoice, Rate
from app.speech.sound import FRAMES_A_SECOND, RenderError, Sound

PATIENCE_SECONDS = 20.0
"""Longer than any engine takes over a sentence; without an answer for so long it hangs."""

_TRIES = 2


class Say(msgspec.Struct, frozen=True, omit_defaults=True):
    """One sentence to be rendered; the same fields as of :class:`app.speech.protocol.Speak`."""

    text: str
    lang: str
    rate: Rate = 1.0
    voices: Mapping[str, str] = {}
    names: Mapping[str, str] = {}
    bundled_only: bool = False


class Voices(msgspec.Struct, frozen=True):
    """What the process says first: the voices there are."""

    voices: tuple[KnownVoice, ...]


class Made(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer to a sentence; ``pcm`` is as in :class:`app.speech.sound.Sound`."""

    what: Literal["sound", "no_voice", "failed"]
    pcm: bytes = b""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How everything is said.

    Attributes:
        rate: times the usual speed.
        voices: the key of a voice for each language for which somebody chose one.
        names: each name and the spelling in which a voice says it right.

    """

    rate: float = 1.0
    voices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)


class Rendering:
    """The process, for as long as one wants something of it.

    Args:
        command: how it is started; as the program starts it if left out.
        patience: seconds without an answer after which it counts as hanging.

    """

    def __init__(
        self, command: tuple[str, ...] | None = None, *, patience: float = PATIENCE_SECONDS
    ) -> None:
        self._command = command or pipes.command_of(
            "app.speech.render_worker", packaged="--render-worker"
        )
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._voices: tuple[KnownVoice, ...] | None = None

    def __enter__(self) -> Self:
        """It starts when it is first asked for something."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        self._end()

    @property
    def voices(self) -> tuple[KnownVoice, ...]:
        """The voices there are; none if the process cannot be started."""
        if self._voices is None:
            with contextlib.suppress(OSError, msgspec.DecodeError):
                self._started()
        return self._voices or ()

    def render(self, text: str, *, lang: str, manner: Manner) -> Sound | None:
        """The sound of a sentence, None where its language has no voice.

        Raises:
            RenderError: it could not be made.

        """
        say = Say(text, lang, manner.rate, manner.voices, manner.names)
        for _ in range(_TRIES):
            try:
                made = self._asked(say)
            except (OSError, msgspec.DecodeError):
                self._end()
                say = msgspec.structs.replace(say, bundled_only=True)
                continue
            if made.what == "failed":
                break
            return Sound(made.pcm, FRAMES_A_SECOND) if made.what == "sound" else None
        raise RenderError("it could not be made")

    def _asked(self, say: Say) -> Made:
        asked, answers = self._started()
        asked.write(pipes.line(say))
        asked.flush()
        return msgspec.json.decode(self._line(answers), type=Made)

    def _started(self) -> tuple[IO[bytes], IO[bytes]]:
        """The pipes to and from the process, which is started if it is not there."""
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=pipes.root(),
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            told = self._line(_pipes(self._process)[1])
            self._voices = msgspec.json.decode(told, type=Voices).voices
        return _pipes(self._process)

    def _line(self, answers: IO[bytes]) -> bytes:
        """What it says next; nothing if it crashed, or hung and was ended."""
        with pipes.with_patience(self._patience, self._kill):
            return answers.readline()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            for pipe in _pipes(process):
                with contextlib.suppress(OSError):  # what it was not told any more
                    pipe.close()
            process.kill()
            process.wait()


def _pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    return cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)


def _environment() -> dict[str, str]:
    """Ours without the PIN, and with ``app`` where Python finds it."""
    environment = {name: value for name, value in os.environ.items() if name != "ALONGSIDE_PIN"}
    known = environment.get("PYTHONPATH")
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(pipes.root()), known)))
    return environment
