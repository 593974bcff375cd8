"""Better words that a speaker suggests for the program: kept on this computer until sent back."""
# ruff: noqa: PLC0415 - Babel is loaded only where words are checked

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from app.model import text
from app.model.errors import CannotWriteError
from app.model.wording import N_, Wording
from app.shipped import Shipped

if TYPE_CHECKING:
    from app.words.finding import Entry
    from app.words.suggestions import Suggestion, Suggestions


_NOT_KEPT = N_("Your words cannot be kept in {folder}. Is the disk full?")
_DAMAGED = ".damaged"


class WordKeeper(Shipped):
    """A catalog of suggestions for each language, in the program's own folder.

    Attributes:
        home: what belongs to this computer alone.

    """

    home: Path

    def suggestions(self, lang: str) -> "tuple[Suggestion, ...]":
        """What was suggested for a language, in the order in which it was."""
        try:
            return self._known(lang).all
        except (OSError, ValueError):
            return ()

    def speaker(self, lang: str) -> str:
        """The name of who suggests words for a language; empty while nobody has said."""
        try:
            return self._known(lang).speaker
        except (OSError, ValueError):
            return ""

    def say_who_speaks(self, lang: str, name: str) -> None:
        """Keep the name of who suggests words; an empty one takes it away.

        Raises:
            BadWordsError: it is far too long.
            CannotWriteError: it cannot be kept.

        """
        known = self._to_change(lang)
        speaker = "" if text.is_blank(name) else text.name(name)
        self._keep(lang, dataclasses.replace(known, speaker=speaker))

    def suggestions_put_aside(self, lang: str) -> Path | None:
        """The newest file of suggestions that could not be read, and was put aside, if any."""
        self._known_or_put_aside(lang)
        file = self._suggested(lang)
        aside = list(file.parent.glob(f"{file.name}.*{_DAMAGED}"))
        return max(aside, key=lambda each: each.stat().st_mtime, default=None)

    def suggest(self, lang: str, entry: "Entry", *, form: int, words: str) -> None:
        """Keep other words for one form of a sentence of the program.

        Raises:
            BadWordsError: they cannot be used.
            CannotWriteError: they cannot be kept.

        """
        from app.words import suggestions

        before = self._to_change(lang)
        known = {each.ids: each for each in before.all}
        known[entry.ids] = suggestions.suggested(entry, form, words, before=known.get(entry.ids))
        self._keep(lang, dataclasses.replace(before, all=tuple(known.values())))

    def take_suggestion_back(self, lang: str, ids: tuple[str, ...]) -> None:
        """Forget what was suggested for a sentence.

        Raises:
            CannotWriteError: the rest cannot be kept.

        """
        known = self._to_change(lang)
        left = tuple(each for each in known.all if each.ids != ids)
        self._keep(lang, dataclasses.replace(known, all=left))

    def save_suggestions(self, lang: str, to: Path) -> None:
        """Write the suggestions for a language to a file that can be sent back.

        Raises:
            CannotWriteError: it cannot be written.

        """
        from app.usecases.printing import write_file
        from app.words import suggestions

        write_file(to, suggestions.as_po(lang, self._to_change(lang)))

    def wording_as_suggested(self, tag: str) -> Wording:
        """How the program speaks in a language with what was suggested for it."""
        from app.words import suggestions

        words = self.wording(tag)
        known = self.suggestions(words.lang)
        if not known:
            return words
        return self.catalogs.wording_with(suggestions.compiled(words.lang, known), tag)

    def _known(self, lang: str) -> "Suggestions":
        """What is kept.

        Raises:
            OSError: the file is there and cannot be reached just now.
            ValueError: it is damaged.

        """
        from app.words import suggestions

        try:
            data = self._suggested(lang).read_bytes()
        except FileNotFoundError:
            return suggestions.Suggestions()
        return suggestions.read(data, lang)

    def _known_or_put_aside(self, lang: str) -> "Suggestions | None":
        """The same; a damaged file is put aside. None where nothing may be written over."""
        from app.words import suggestions

        file = self._suggested(lang)
        try:
            return self._known(lang)
        except OSError:
            return None
        except ValueError:
            aside = file.with_name(f"{file.name}.{file.stat().st_mtime_ns}{_DAMAGED}")
        try:
            file.rename(aside)
        except OSError:
            return None
        return suggestions.Suggestions()

    def _to_change(self, lang: str) -> "Suggestions":
        known = self._known_or_put_aside(lang)
        if known is None:
            raise CannotWriteError(_NOT_KEPT, folder=self._suggested(lang).parent)
        return known

    def _keep(self, lang: str, known: "Suggestions") -> None:
        from app.store import files
        from app.words import suggestions

        file = self._suggested(lang)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            files.write_whole(file, suggestions.as_po(lang, known))
        except OSError as error:
            raise CannotWriteError(_NOT_KEPT, folder=file.parent) from error

    def _suggested(self, lang: str) -> Path:
        return self.home / "suggested words" / f"{lang}.po"
