"""What a house says into files: a plan as sound, for the person and for whom they share it with.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

import dataclasses
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.conversations import Conversations
from app.model.errors import BadSoundError, CannotSayError, NotFoundError
from app.model.ids import RecordId
from app.model.statement import Statement
from app.model.wording import N_, SourceWording, Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model.plan import Plan
    from app.model.record import Record
    from app.model.sharing_rules import Asked
    from app.model.translation import Translation
    from app.speech.protocol import KnownVoice
    from app.speech.rendering import Manner, Rendering
    from app.speech.script import Chapter
    from app.speech.sound import Sound
    from app.speech.sound_writer import Form
    from app.store.notebook import NotebookFile
    from app.usecases.plan_sound import Progress, RecordingOf, Unsaid, Waiting


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SoundWanted:
    """What is to be made of a plan.

    Attributes:
        folder: where the files are to lie; it is made if it is not there.
        form: an MP3 or Ogg file holds all parts as chapters; of WAV there is a file for each.
        section: only this one, by its identifier or its title; empty for the whole plan.
        rate: times the usual speed; that of the person if left out.
        voice: the key of a voice; where it speaks, it is taken rather than the person's.
        progress: is told how much is done, of how much; what it raises ends the work.

    """

    folder: Path
    form: "Form" = "mp3"
    section: str = ""
    rate: float | None = None
    voice: str = ""
    progress: "Progress | None" = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SoundMade:
    """What was made.

    Attributes:
        files: where it lies, in the order in which it is heard.
        unsaid: what could not be said, for want of a voice that speaks its language.
        frame_lang: the language of titles and of what else the program says.

    """

    files: tuple[Path, ...]
    unsaid: "tuple[Unsaid, ...]"
    frame_lang: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Listener:
    """For whom it is said, and what of the plan they are to hear."""

    kept: "Plan"
    name: str
    made_on: datetime.date
    words: Wording
    recording_of: "RecordingOf | None" = None


class SoundRoom(Conversations):
    """What is made for people to hear, each thing written down as it leaves."""

    def plan_sound(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        copy_for: str,
        made_on: datetime.date,
        words: Wording,
        wanted: SoundWanted,
        with_private: bool = False,
    ) -> SoundMade:
        """Write a person's own plan as sound: what stands in their own booklet, and no draft (R4).

        Where they recorded a sentence and wish to hear that, it is heard in their own voice. That
        the files were made is written down once they lie there.

        Args:
            notebook: open, to be written to.
            person: whose plan it is.
            copy_for: the name that it is made for; empty for the person.
            made_on: the day.
            words: the language of what the program says in it.
            wanted: what is to be made.
            with_private: sentences that are only for the person are heard too.

        Raises:
            CannotSayError: nothing was kept, or there is no voice for it.
            CannotWriteError: the files cannot be written there.
            NotAllowedError: it is for somebody else: see :meth:`share_plan_sound` (rule R7).
            NotFoundError: there is no such person, section or voice.

        """
        from app.usecases import events, plan_sound, plans, printing

        plan = plans.plan(
            notebook,
            person=person,
            sections=self.sections,
            today=made_on,
            with_drawn=True,
            guarding=self.guard,
        )
        listener = _Listener(
            kept=plan.only_kept(with_private=with_private),
            name=printing.own_copy(notebook, plan.person, for_whom=copy_for),
            made_on=made_on,
            words=words,
            recording_of=_recordings(notebook, plan),
        )
        wanted = self._found(wanted, words)
        with plan_sound.Waiting(wanted.folder) as waiting:
            made = self._said(notebook, listener, wanted, waiting)
            placed = waiting.place()
        events.note(notebook, what="printed", person=person, document="sound", for_whom="person")
        return dataclasses.replace(made, files=placed)

    def share_plan_sound(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        asked: "Asked",
        by: RecordId,
        words: Wording,
        wanted: SoundWanted,
        own_declined: bool = False,
    ) -> SoundMade:
        """Write a plan as sound for somebody else, with exactly what they may see (rule R7).

        It leaves as a file: a yes to paper does not cover it. No recording is in it: the person
        chose who sees their words, and was not asked about their voice. What was given is written
        down with the choice on which it rests, before it lies there.

        Args:
            notebook: open, to be written to.
            person: whose plan it is.
            asked: for whom, for what, on which day.
            by: who gives it.
            words: the language of what the program says in it.
            wanted: what is to be made.
            own_declined: the person was offered their own copy just now, and did not want one.

        Raises:
            NotAllowedError: no choice covers it, or the person's own copy comes first.
            CannotSayError: there is no voice for it, or nothing of that section is shared.
            CannotWriteError: the files cannot be written there.
            NotFoundError: there is no such section or voice.

        """
        from app.usecases import handing_over, plan_sound

        asked = dataclasses.replace(asked, how="file", document="sound")
        shared = handing_over.allowed(
            notebook,
            person=person,
            asked=asked,
            sections=self.sections,
            guides=self.guides,
            own_declined=own_declined,
            guarding=self.guard,
        )
        listener = _Listener(
            kept=shared.plan.only_kept(), name=asked.reader.name, made_on=asked.on, words=words
        )
        placed: list[Path] = []
        wanted = self._found(wanted, words)
        with plan_sound.Waiting(wanted.folder) as waiting:
            made = self._said(notebook, listener, wanted, waiting)
            handing_over.give(
                notebook,
                shared=shared,
                asked=asked,
                by=by,
                put=lambda: placed.extend(waiting.place()),
                own_declined=own_declined,
            )
        return dataclasses.replace(made, files=tuple(placed))

    def _said(
        self,
        notebook: "NotebookFile",
        listener: _Listener,
        wanted: SoundWanted,
        waiting: "Waiting",
    ) -> SoundMade:
        """Say it into files that wait for their place."""
        from app.speech.rendering import Rendering
        from app.usecases import plan_sound

        with Rendering() as rendering:
            words = _spoken(listener.words, rendering.voices)
            manner = _manner(notebook, listener.kept, wanted, rendering)
            chapters = self._chapters(dataclasses.replace(listener, words=words), wanted.section)
            unsaid = plan_sound.write(
                chapters,
                waiting=waiting,
                form=wanted.form,
                title=chapters[0].title,
                words=words,
                render=lambda text, lang: rendering.render(text, lang=lang, manner=manner),
                recording_of=listener.recording_of,
                progress=wanted.progress,
            )
        return SoundMade(files=(), unsaid=unsaid, frame_lang=words.lang)

    def _found(self, wanted: SoundWanted, words: Wording) -> SoundWanted:
        """With the identifier of a section that was named by that, or by one of its titles."""
        plain = " ".join(wanted.section.split()).casefold()
        for each in self.sections:
            titles = (each.id, each.title, each.easy, words.t(each.easy))
            if plain in {title.casefold() for title in titles}:
                return dataclasses.replace(wanted, section=each.id)
        if plain:
            raise NotFoundError(
                N_("There is no section {section}. The sections are: {sections}."),
                section=wanted.section,
                sections=", ".join(each.id for each in self.sections),
            )
        return dataclasses.replace(wanted, section="")

    def _chapters(self, listener: _Listener, section: str) -> "Sequence[Chapter]":
        from app.speech import script
        from app.usecases import easy_read
        from app.words.languages import typed_in

        kept, words = listener.kept, listener.words
        hard = easy_read.hard_words(kept, self.glossary, lang=words.lang)
        told = script.Told(
            copy_for=listener.name,
            made_on=listener.made_on,
            hard_words=tuple((each.word, each.means) for each in hard),
            lang_of=typed_in,
        )
        if section:
            found = script.one_section(kept, section, told, words)
        else:
            found = script.chapters(kept, told, words) if kept.sections else ()
        if not found:
            raise CannotSayError(
                N_("There are no words here that were read back and kept, so no sound was made.")
            )
        return found


def _spoken(words: Wording, voices: "Sequence[KnownVoice]") -> Wording:
    """How the program speaks in it: English where no voice speaks the language asked for."""
    from app.speech.voices import NONE_AT_ALL, speaks

    if not voices:
        raise CannotSayError(NONE_AT_ALL)
    return words if any(speaks(each, words.lang) for each in voices) else SourceWording()


def _manner(
    notebook: "NotebookFile", plan: "Plan", wanted: SoundWanted, rendering: "Rendering"
) -> "Manner":
    """The person's own speed and voices, unless others were asked for; names as they are taught."""
    from app.speech.rendering import Manner
    from app.usecases import name_sounds

    settings = plan.person.body.ui
    voices = dict(settings.voices)
    if wanted.voice:
        asked = next((each for each in rendering.voices if each.key == wanted.voice), None)
        if asked is None:
            raise NotFoundError(
                N_(
                    "There is no voice {voice} on this computer. "
                    "The command voices says which there are."
                ),
                voice=wanted.voice,
            )
        voices |= {tag.split("-")[0]: asked.key for tag in asked.languages}
        voices |= dict.fromkeys(asked.languages, asked.key)
    return Manner(
        rate=wanted.rate or settings.speech_rate,
        voices=voices,
        names=name_sounds.taught(notebook, person=plan.person.id),
    )


def _recordings(notebook: "NotebookFile", plan: "Plan") -> "RecordingOf":
    """What was recorded, where the person wishes to hear it or nobody has written its words."""

    def recording_of(said: "Record[Statement] | Record[Translation]") -> "Sound | None":
        from app.speech import sound_files
        from app.usecases import recordings

        body = said.body
        written = body.original if isinstance(body, Statement) else body.text
        if body.recording is None or (written and not plan.person.body.ui.recordings):
            return None
        try:
            data = recordings.sound(notebook, body.recording)
            return sound_files.read_recording(data) if data else None
        except (BadSoundError, sound_files.UnreadableSoundError):
            return None  # the voice says the words

    return recording_of
