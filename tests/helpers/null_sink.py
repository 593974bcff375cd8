"""A real PulseAudio server of our own whose only output is recorded back, to hear what is played.

It plays to a null sink, needs no sound card, and touches no other server. Where PulseAudio is not
installed, nothing can be heard: ask ``can_listen``.
"""

import array
import contextlib
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

RATE = 44_100
_LOUD = 500
_STEP = RATE // 2_000
_SILENCE_SECONDS = 0.006
_SETTLE_SECONDS = 1.5
"""The first stream to an idle null sink begins late; another one keeps it awake."""


def can_listen() -> bool:
    """Whether PulseAudio and its tools are here."""
    return all(map(shutil.which, ("pulseaudio", "parec", "pacat")))


class Listener:
    """What comes out of the null sink, with when it did: about 10 ms are uncertain."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._chunks: list[tuple[float, bytes]] = []
        self._thread = threading.Thread(target=self._listen, name="listener", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        assert self._process.stdout
        self._process.stdout.close()

    def stretches(self) -> list[tuple[float, float]]:
        """From when to when something was heard, on the clock of ``time.monotonic``."""
        chunks = list(self._chunks)
        total, offsets = 0, []
        for arrived, data in chunks:
            total += len(data) // 2
            offsets.append(arrived - total / RATE)
        begin = sorted(offsets)[len(offsets) // 20]
        samples = array.array("h", b"".join(data for _, data in chunks))
        found: list[tuple[float, float]] = []
        for at in range(0, len(samples), _STEP):
            if max(map(abs, samples[at : at + _STEP])) <= _LOUD:
                continue
            when, until = begin + at / RATE, begin + (at + _STEP) / RATE
            if found and when - found[-1][1] < _SILENCE_SECONDS:
                found[-1] = (found[-1][0], until)
            else:
                found.append((when, until))
        return found

    def _listen(self) -> None:
        assert self._process.stdout
        while data := os.read(self._process.stdout.fileno(), 65_536):
            # Half a sample would shift all that follow.
            self._chunks.append((time.monotonic(), data[: len(data) // 2 * 2]))


@contextlib.contextmanager
def null_sink(folder: Path) -> Iterator[tuple[dict[str, str], Listener]]:
    """A server that lives as long as the block.

    Args:
        folder: a new one, for its files.

    Returns:
        The variables that a process needs to play to it, and what it plays.

    """
    socket = folder / "sound"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    away = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    server = subprocess.Popen(
        [
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            f"--load=module-native-protocol-unix auth-anonymous=1 socket={socket}",
            "--load=module-null-sink sink_name=heard",
        ],
        env=away,
        **quiet,
    )
    play = {"PULSE_SERVER": f"unix:{socket}", "PULSE_COOKIE": str(folder / "cookie")}
    deadline = time.monotonic() + 20
    while not socket.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    env = {**away, **play}
    awake = subprocess.Popen(["pacat", "--latency-msec=20", "/dev/zero"], env=env, **quiet)
    recorder = subprocess.Popen(
        ["parec", "-d", "heard.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1",
         "--latency-msec=5", "--raw"],
        env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    listener = Listener(recorder)
    try:
        time.sleep(_SETTLE_SECONDS)
        yield play, listener
    finally:
        listener.close()
        for process in (awake, server):
            process.kill()
            process.wait()
