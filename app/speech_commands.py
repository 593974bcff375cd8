"""The commands about the voice: what it says as a sound file, and which voices there are."""

import argparse
import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import House
from app.model.errors import CannotSayError
from app.model.wording import N_
from app.terminal import say

if TYPE_CHECKING:
    from app.speech.engines import Engines, Wish
    from app.speech.sound import Sound
    from app.speech.voices import Voice

LONGEST = 20_000
"""Characters that are said: more than an hour."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Put them on the command line."""
    about = "write a text, spoken by the voice of its language, to a sound file"
    spoken = commands.add_parser("say", help=about)
    spoken.add_argument("text", metavar="TEXT")
    spoken.add_argument("--lang", metavar="TAG", required=True, help="language of the text")
    spoken.add_argument(
        "--to", metavar="OUT.wav", type=Path, required=True, help="replaced if it is there"
    )
    spoken.add_argument(
        "--words", metavar="OUT.json", type=Path, help="also write when each word is said"
    )
    spoken.add_argument(
        "--rate", type=rate_given, default=1.0, help="0.6 (slower) to 1.2 (faster); 1 if left out"
    )
    spoken.add_argument("--voice", metavar="KEY", help="a voice as the command voices lists it")
    spoken.add_argument(
        "--name",
        metavar="NAME=SPELLING",
        type=_taught,
        action="append",
        default=[],
        help="a name and the spelling in which the voice says it right; may be given again",
    )
    spoken.set_defaults(command=say_text)
    listed = commands.add_parser(
        "voices",
        help="say which voices this computer has",
        description="Say which voices this computer has, one a line: its key, its name, the "
        "languages that it speaks. A star stands before the voice that is heard for a language "
        "unless somebody chose another one.",
    )
    listed.add_argument("--lang", metavar="TAG", help="only those of a language")
    listed.add_argument("--json", action="store_true", help="as JSON, for other programs")
    listed.set_defaults(command=voices)


def say_text(house: House, options: argparse.Namespace) -> int:  # noqa: ARG001
    """Write the sound, and when each word is said; both files are whole or as they were."""
    from app.speech import sound_files  # noqa: PLC0415 - a command loads only what it needs
    from app.speech.engines import Wish  # noqa: PLC0415
    from app.usecases.printing import write_file  # noqa: PLC0415

    text = _sayable(options.text)
    # espeak-ng may move this process to another folder.
    to, words_to = options.to.absolute(), options.words and options.words.absolute()
    if to == words_to:
        raise CannotSayError(N_("The sound and the words need two files. Please name another one."))
    if to.suffix.lower() != ".wav":
        raise CannotSayError(
            N_("The sound is written as WAV. Please give {file} a name that ends in .wav."),
            file=options.to,
        )
    with engines_here() as engines:
        voice = _voice(engines, options.lang, options.voice)
        wish = Wish(voices={options.lang: voice.key}, names=dict(options.name))
        sound = _spoken(engines, text, lang=options.lang, rate=options.rate, wish=wish)
    write_file(to, sound_files.as_wav(sound))
    if words_to:
        told = json.dumps(_words(text, sound), ensure_ascii=False, indent=2)
        write_file(words_to, f"{told}\n".encode())
    return 0


def voices(house: House, options: argparse.Namespace) -> int:  # noqa: ARG001
    """Say the voices, one a line; the one that is used for its language has a star."""
    from app.speech.voices import NONE_AT_ALL, speaks, voice_for  # noqa: PLC0415

    with engines_here() as engines:
        known = engines.voices
    if not known:
        raise CannotSayError(NONE_AT_ALL)
    wanted = [each for each in known if not options.lang or speaks(each, options.lang)]
    if not wanted:
        raise _no_voice(options.lang)
    asked = [options.lang] if options.lang else [tag for each in wanted for tag in each.languages]
    used = {voice_for(tag, known) for tag in asked}
    if options.json:
        told = [{**_told(each), "used": each in used} for each in wanted]
        say(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    for each in wanted:
        mark = "*" if each in used else " "
        say(f"{mark} {each.key}  {each.name}  {', '.join(each.languages)}  {each.gender}".rstrip())
    return 0


def rate_given(given: str) -> float:
    """A speed that is within what all voices can do."""
    from app.speech.protocol import FASTEST, SLOWEST  # noqa: PLC0415

    rate = float(given)
    if not SLOWEST <= rate <= FASTEST:
        raise argparse.ArgumentTypeError(f"{given} is not between {SLOWEST} and {FASTEST}")
    return rate


def _taught(given: str) -> tuple[str, str]:
    name, is_so, spelling = given.partition("=")
    if not (is_so and name.strip() and spelling.strip()):
        raise argparse.ArgumentTypeError(f"{given} is not NAME=SPELLING")
    return name.strip(), spelling.strip()


def _sayable(text: str) -> str:
    from app.speech.protocol import speakable  # noqa: PLC0415

    if len(text) > LONGEST:
        raise CannotSayError(
            N_("This text is longer than {most} characters. Please give a part of it."),
            most=LONGEST,
        )
    text = speakable(text)
    if not text.strip():
        raise CannotSayError(N_("There are no words here to say."))
    return text


@contextlib.contextmanager
def engines_here() -> "Iterator[Engines]":
    """The engines, with a folder for their sound that is gone afterwards."""
    from app import private_place  # noqa: PLC0415
    from app.speech.engines import Engines  # noqa: PLC0415

    own, here = private_place.make(), Path.cwd()
    engines = Engines.here(own)
    try:
        yield engines
    finally:
        engines.close(patience=1.0)
        private_place.discard(own)
        os.chdir(here)


def _voice(engines: "Engines", lang: str, key: str | None) -> "Voice":
    """The voice that is to say it: the one asked for, or the best of the language."""
    from app.speech.voices import NONE_AT_ALL, voice_for  # noqa: PLC0415

    known = engines.voices
    if not known:
        raise CannotSayError(NONE_AT_ALL)
    voice = voice_for(lang, known, {lang: key} if key else None)
    if voice is None:
        raise _no_voice(lang)
    if key and voice.key != key:
        raise CannotSayError(
            N_(
                "There is no voice {voice} that says “{lang}” on this computer. "
                "The command voices says which there are."
            ),
            voice=key,
            lang=lang,
        )
    return voice


def _no_voice(lang: str) -> CannotSayError:
    from app.speech.voices import NO_VOICE_ANYWHERE, language_of  # noqa: PLC0415

    if nowhere := NO_VOICE_ANYWHERE.get(language_of(lang)):
        return CannotSayError(nowhere)
    return CannotSayError(
        N_(
            "There is no voice for “{lang}” on this computer. "
            "The command voices says which languages can be heard."
        ),
        lang=lang,
    )


def _spoken(engines: "Engines", text: str, *, lang: str, rate: float, wish: "Wish") -> "Sound":
    """The whole text, sentence after sentence."""
    from app.speech.sound import RenderError, joined  # noqa: PLC0415
    from app.words.splitting import sentences  # noqa: PLC0415

    parts, end = [], 0
    for sentence in sentences(text):
        start = text.index(sentence, end)
        end = start + len(sentence)
        try:
            spoken = engines.render(sentence, lang=lang, pace=rate, wish=wish)
        except RenderError as error:
            raise CannotSayError(
                N_("The voice could not say this. Please try another text or another voice.")
            ) from error
        if spoken:
            parts.append((start, spoken.sound))
    return joined(parts)


def _words(text: str, sound: "Sound") -> list[dict[str, object]]:
    return [
        {
            "word": text[each.start : each.start + each.length],
            "start": each.start,
            "length": each.length,
            "at_ms": round(each.frame * 1000 / sound.rate),
            "exact": not sound.estimated,
        }
        for each in sound.words
    ]


def _told(voice: "Voice") -> dict[str, object]:
    return {
        "id": voice.key,
        "engine": voice.engine,
        "name": voice.name,
        "languages": voice.languages,
        "gender": voice.gender or None,
    }
