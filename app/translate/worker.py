"""The translating process: ``python -m app.translate.worker``.

The packaged program is the same with ``--translate-worker``. A translator is a large file of
somebody else's making, read by large libraries. Here that can hurt nobody: the window talks to this
process in lines of JSON (:mod:`app.translate.protocol`), and nothing in it can reach a network. It
ends when the window does, because its standard input ends then. No word is written anywhere.
"""

import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from app import pipes
from app.translate import engine, protocol
from app.translate.engine import Engine
from app.translate.protocol import Event, Failed, Load, Loaded, Quit, Translate, Translated

_PATIENCE_SECONDS = 1.0
_SENTENCES_AT_ONCE = 8
"""More go faster by a little, and the first of them comes later."""
_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")
_A_WORD = "a"


def main() -> int:
    """Do what standard input says until it ends. Gives the exit code."""
    commands, output = pipes.commands(), pipes.Output()
    pipes.end_on_mistakes()
    sys.addaudithook(_stay_offline)
    to_do: queue.SimpleQueue[Load | Translate | None] = queue.SimpleQueue()
    thread = threading.Thread(
        target=_work,
        args=(to_do, lambda event: output.write(pipes.line(event))),
        name="translator",
        daemon=True,
    )
    thread.start()
    _obey(commands, to_do)
    to_do.put(None)
    thread.join(_PATIENCE_SECONDS)
    if thread.is_alive():
        os._exit(1)  # it is in the middle of a sentence that nobody waits for any more
    return 0


def _stay_offline(event: str, _arguments: tuple[object, ...]) -> None:
    """Refuse whatever in this process asks for a network: words about people stay here."""
    if event.startswith(_NETWORK):
        raise PermissionError(f"translating needs no network: {event}")


def _obey(commands: Iterable[bytes], to_do: "queue.SimpleQueue[Load | Translate | None]") -> None:
    for command in pipes.understood(commands, protocol.read_command):
        if isinstance(command, Quit):
            return
        to_do.put(command)


def _work(
    to_do: "queue.SimpleQueue[Load | Translate | None]", tell: Callable[[Event], None]
) -> None:
    """Load once, then translate whatever comes, in its order."""
    loaded: Engine | None = None
    while (command := to_do.get()) is not None:
        match command:
            case Load() if loaded is None:
                loaded = _load(command, tell)
            case Translate() if loaded is not None:
                _translate(loaded, command, tell)
            case _:
                pass


def _load(command: Load, tell: Callable[[Event], None]) -> Engine | None:
    if not engine.is_installed():
        tell(Failed("not_installed"))
        return None
    try:
        made = Engine(Path(command.folder), prefix=command.prefix)
        made.translate([_A_WORD])
    except Exception:  # noqa: BLE001 - libraries that read a stranger's file raise anything
        traceback.print_exc()
        tell(Failed("cannot_load"))
        return None
    tell(Loaded())
    return made


def _translate(loaded: Engine, command: Translate, tell: Callable[[Event], None]) -> None:
    try:
        for group in _groups(command.texts):
            done = iter(loaded.translate([each for at in group for each in command.texts[at]]))
            for at in group:
                sentences = tuple(next(done) for _ in command.texts[at])
                tell(Translated(command.number, at, sentences))
    except Exception:  # noqa: BLE001 - as above
        traceback.print_exc()
        tell(Failed("no_answer"))


def _groups(texts: tuple[tuple[str, ...], ...]) -> Iterator[list[int]]:
    """Texts that are translated at once: so many sentences, or one text that has more."""
    group: list[int] = []
    size = 0
    for at, sentences in enumerate(texts):
        if group and size + len(sentences) > _SENTENCES_AT_ONCE:
            yield group
            group, size = [], 0
        group.append(at)
        size += len(sentences)
    if group:
        yield group


if __name__ == "__main__":
    sys.exit(main())
