"""A plan as sound files: said sentence by sentence, written as it is said, put in place whole."""

import contextlib
import dataclasses
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import regex

from app import private_place
from app.model.errors import CannotSayError, CannotWriteError
from app.model.record import Record
from app.model.statement import Statement
from app.model.translation import Translation
from app.model.wording import N_, Wording
from app.speech.script import Chapter, Passage
from app.speech.sound import BYTES_PER_FRAME, FRAMES_A_SECOND, RenderError, Sound
from app.speech.sound_writer import HOLDS_CHAPTERS, Form, Mark, SoundFile
from app.store import faults, files
from app.words.languages import name_in
from app.words.splitting import sentences

Render = Callable[[str, str], Sound | None]
"""The sound of a sentence and its language, None where no voice speaks it; or RenderError."""

RecordingOf = Callable[[Record[Statement] | Record[Translation]], Sound | None]
"""What was recorded of a sentence or its translation, where that is heard instead of a voice."""

Progress = Callable[[int, int], None]
"""Is told how much is done, of how much; what it raises ends the work."""

_AFTER_A_SENTENCE = 0.35
_AFTER_A_TITLE = 0.9
"""Seconds of silence."""

_ENDINGS = frozenset({".wav", ".mp3", ".ogg"})

_NOT_IN_NAMES = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_LONGEST_NAME = 40


@dataclasses.dataclass(frozen=True, slots=True)
class Unsaid:
    """Words that could not be said, and their language."""

    text: str
    lang: str


class Waiting:
    """Files in a private place, until they are put into the folder that they are for.

    They can be heard by whoever finds them: what a killed program leaves must not lie about there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self._names: list[str] = []
        self._made_folder = False

    def __enter__(self) -> Self:
        """Make sure of the folder.

        Raises:
            CannotWriteError: it cannot be made, or there is sound in it that may be for others.

        """
        try:
            self.folder.mkdir()
            self._made_folder = True
        except FileExistsError:
            self._refuse_unless_free()
        except FileNotFoundError:
            raise CannotWriteError(
                N_("There is no folder {folder}. Please make it first, or choose another."),
                folder=self.folder.parent,
            ) from None
        except OSError as error:
            raise faults.from_system(error, self.folder.parent) from error
        self._place = private_place.make()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is left of what was not put in its place."""
        private_place.discard(self._place)
        if self._made_folder:
            with contextlib.suppress(OSError):  # there is something in it
                self.folder.rmdir()

    def file(self, name: str) -> Path:
        """Where a file of this name is written until then."""
        self._names.append(name)
        return self._place / name

    def place(self) -> tuple[Path, ...]:
        """Put every file into the folder; all of them are there then, or none is.

        Raises:
            CannotWriteError: one cannot be.

        """
        places = [self.folder / name for name in self._names]
        copies = [files.beside(place) for place in places]
        try:
            for name, copy in zip(self._names, copies, strict=True):
                shutil.copyfile(self._place / name, copy)
            for copy, place in zip(copies, places, strict=True):
                copy.replace(place)
        except OSError as error:
            for each in (*copies, *places):
                each.unlink(missing_ok=True)
            raise faults.from_system(error, self.folder) from error
        files.settle(self.folder)
        return tuple(places)

    def _refuse_unless_free(self) -> None:
        """Files of another copy would be heard with this one by whoever gets the folder (R7)."""
        if not self.folder.is_dir():
            raise CannotWriteError(
                N_("{file} is a file, so no sound can be put there. Please choose a folder."),
                file=self.folder,
            )
        if any(each.suffix.lower() in _ENDINGS for each in self.folder.iterdir()):
            raise CannotWriteError(
                N_("There is sound in the folder {folder} already. Please choose another folder."),
                folder=self.folder,
            )


def write(
    chapters: Sequence[Chapter],
    *,
    waiting: Waiting,
    form: Form,
    title: str,
    words: Wording,
    render: Render,
    recording_of: RecordingOf | None = None,
    progress: Progress | None = None,
) -> tuple[Unsaid, ...]:
    """Say the chapters into files that wait for their place, and tell what could not be said.

    Words in a language without a voice are named aloud, in their place.

    Args:
        chapters: what is said.
        waiting: where the files wait.
        form: what they are.
        title: what the file with all chapters is called.
        words: the language of what the program says.
        render: makes the sound of one sentence.
        recording_of: what is heard in place of a voice.
        progress: told after each sentence.

    Raises:
        CannotSayError: there is nothing, or nothing of it can be said.
        CannotWriteError: the files cannot be written there.

    """
    if not any(each.passages for each in chapters):
        raise CannotSayError(N_("There are no words here to say."))
    saying = _Saying(chapters, words, render, recording_of, progress)
    try:
        if form in HOLDS_CHAPTERS:
            _write_one(chapters, waiting, form, title, saying)
        else:
            _write_each(chapters, waiting, form, saying)
    except OSError as error:
        raise faults.from_system(error, waiting.folder) from error
    if not saying.heard:
        raise CannotSayError(
            N_(
                "No voice on this computer speaks the languages of these words, "
                "so no sound was made."
            )
        )
    return tuple(saying.unsaid)


def file_name(title: str) -> str:
    """A title as the name of a file, in its own script."""
    plain = _NOT_IN_NAMES.sub("-", title.casefold()).strip("-")
    return plain[:_LONGEST_NAME].strip("-") or "alongside"


def _write_one(
    chapters: Sequence[Chapter],
    waiting: Waiting,
    form: Form,
    title: str,
    saying: "_Saying",
) -> None:
    path = waiting.file(f"{file_name(title)}.{form}")
    with contextlib.closing(SoundFile(path, form, title=title, lang=saying.lang)) as file:
        marks = []
        for chapter in chapters:
            marks.append(Mark(file.frames, chapter.title))
            saying.chapter(chapter, file)
        file.finish(marks)


def _write_each(
    chapters: Sequence[Chapter],
    waiting: Waiting,
    form: Form,
    saying: "_Saying",
) -> None:
    for number, chapter in enumerate(chapters, start=1):
        path = waiting.file(f"{number:02}-{file_name(chapter.title)}.{form}")
        about = {"title": chapter.title, "lang": saying.lang}
        with contextlib.closing(SoundFile(path, form, **about)) as file:
            saying.chapter(chapter, file)
            file.finish()


class _Saying:
    """Says passages into a file, and knows what could not be said."""

    def __init__(
        self,
        chapters: Sequence[Chapter],
        words: Wording,
        render: Render,
        recording_of: RecordingOf | None,
        progress: Progress | None,
    ) -> None:
        self._words, self._render, self._recording_of = words, render, recording_of
        self._progress, self._letters = progress, 0
        self._of = sum(len(each.text) for chapter in chapters for each in chapter.passages)
        self.unsaid: list[Unsaid] = []
        self.heard = False

    @property
    def lang(self) -> str:
        return self._words.lang

    def chapter(self, chapter: Chapter, file: SoundFile) -> None:
        pause = _AFTER_A_TITLE
        for passage in chapter.passages:
            if not self._recorded(passage, file):
                self._passage(passage, file)
            file.write(_silence(pause))
            pause = _AFTER_A_SENTENCE
            self._letters += len(passage.text)
            self._tell()

    def _tell(self) -> None:
        if self._progress is not None:
            self._progress(self._letters, self._of)

    def _recorded(self, passage: Passage, file: SoundFile) -> bool:
        if passage.statement is None or self._recording_of is None:
            return False
        sound = self._recording_of(passage.statement)
        if sound is None:
            return False
        file.write(sound.pcm)
        self.heard = True
        return True

    def _passage(self, passage: Passage, file: SoundFile) -> None:
        for text in sentences(passage.text):
            self._tell()
            try:
                sound = self._render(text, passage.lang)
            except RenderError:
                self._instead(Unsaid(text, passage.lang), file, _COULD_NOT)
                continue
            if sound is None:
                self._instead(Unsaid(passage.text, passage.lang), file, _NO_VOICE)
                return
            file.write(sound.pcm)
            file.write(_silence(_AFTER_A_SENTENCE))
            self.heard = True

    def _instead(self, unsaid: Unsaid, file: SoundFile, sentence: str) -> None:
        """Say that here are words that are not heard, if that can be said."""
        self.unsaid.append(unsaid)
        language = name_in(unsaid.lang, self.lang) or unsaid.lang
        with contextlib.suppress(RenderError):
            sound = self._render(self._words.t(sentence, language=language), self.lang)
            file.write(sound.pcm if sound else b"")


_NO_VOICE = N_("Here are words in {language}. No voice on this computer speaks it.")
_COULD_NOT = N_("Here are words in {language} that the voice could not say.")


def _silence(seconds: float) -> bytes:
    return bytes(round(seconds * FRAMES_A_SECOND) * BYTES_PER_FRAME)
