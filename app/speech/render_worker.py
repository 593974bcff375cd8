"""The process that turns sentences into sound for a file: ``python -m app.speech.render_worker``.

The packaged program is the same with ``--render-worker``. It plays nothing and writes nothing: the
sound goes back through the pipe (:mod:`app.speech.rendering`), one sentence at a time. It ends when
its standard input does.
"""

import sys

import msgspec

from app import pipes, private_place
from app.speech import protocol
from app.speech.engines import Engines, Wish
from app.speech.protocol import KnownVoice
from app.speech.rendering import Made, Say, Voices
from app.speech.sound import RenderError

_PATIENCE_SECONDS = 1.0


def main() -> int:
    """Say what standard input says until it ends. Gives the exit code."""
    commands, output = pipes.commands(), pipes.Output()
    own = private_place.make()
    engines = Engines.here(own)
    try:
        output.write(pipes.line(Voices(tuple(_known(engines)))))
        for line in commands:
            output.write(pipes.line(_made(engines, msgspec.json.decode(line, type=Say))))
    finally:
        engines.close(_PATIENCE_SECONDS)
        private_place.discard(own)
    return 0


def _known(engines: Engines) -> list[KnownVoice]:
    return [
        KnownVoice(each.key, each.engine, each.name, each.languages, each.gender)
        for each in engines.voices
    ]


def _made(engines: Engines, say: Say) -> Made:
    wish = Wish(say.voices, say.names, say.bundled_only)
    try:
        spoken = engines.render(
            protocol.speakable(say.text), lang=say.lang, pace=say.rate, wish=wish
        )
    except RenderError:
        return Made("failed")
    if spoken is None:
        return Made("no_voice")
    return Made("sound", spoken.sound.pcm)


if __name__ == "__main__":
    sys.exit(main())
