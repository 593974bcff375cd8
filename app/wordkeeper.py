"""Better words that a speaker suggests for the program: kept on this computer until sent back."""
# ruff: noqa: PLC0415 - Babel is loaded only where words are checked

from pathlib import Path
from typing import TYPE_CHECKING

from app.model.errors import CannotWriteError
from app.model.wording import N_, Wording
from app.shipped import Shipped

if TYPE_CHECKING:
    from app.words.finding import Entry
    from app.words.suggestions import Suggestion


class WordKeeper(Shipped):
    """A catalog of suggestions for each language, in the program's own folder.

    Attributes:
        home: what belongs to this computer alone.

    """

    home: Path

    def suggestions(self, lang: str) -> "tuple[Suggestion, ...]":
        """What was suggested for a language, in the order in which it was."""
        from app.words import suggestions

        try:
            return suggestions.read(self._suggested(lang).read_bytes(), lang)
        except OSError:
            return ()

    def suggest(self, lang: str, entry: "Entry", *, form: int, words: str) -> None:
        """Keep other words for one form of a sentence of the program.

        Raises:
            BadWordsError: they cannot be used.
            CannotWriteError: they cannot be kept.

        """
        from app.words import suggestions

        known = {each.ids: each for each in self.suggestions(lang)}
        known[entry.ids] = suggestions.suggested(entry, form, words, before=known.get(entry.ids))
        self._keep(lang, tuple(known.values()))

    def take_suggestion_back(self, lang: str, ids: tuple[str, ...]) -> None:
        """Forget what was suggested for a sentence.

        Raises:
            CannotWriteError: the rest cannot be kept.

        """
        self._keep(lang, tuple(each for each in self.suggestions(lang) if each.ids != ids))

    def save_suggestions(self, lang: str, to: Path) -> None:
        """Write the suggestions for a language to a file that can be sent back.

        Raises:
            CannotWriteError: it cannot be written.

        """
        from app.usecases.printing import write_file
        from app.words import suggestions

        write_file(to, suggestions.as_po(lang, self.suggestions(lang)))

    def wording_as_suggested(self, tag: str) -> Wording:
        """How the program speaks in a language with what was suggested for it."""
        from app.words import suggestions

        words = self.wording(tag)
        known = self.suggestions(words.lang)
        if not known:
            return words
        return self.catalogs.wording_with(suggestions.compiled(words.lang, known), tag)

    def _keep(self, lang: str, known: "tuple[Suggestion, ...]") -> None:
        from app.store import files
        from app.words import suggestions

        file = self._suggested(lang)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            files.write_whole(file, suggestions.as_po(lang, known))
        except OSError as error:
            raise CannotWriteError(
                N_("Your words cannot be kept in {folder}. Is the disk full?"), folder=file.parent
            ) from error

    def _suggested(self, lang: str) -> Path:
        return self.home / "suggested words" / f"{lang}.po"
