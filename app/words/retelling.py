"""What the program shows in one language, said in another: for who reads one and hears another."""

from collections.abc import Collection

from app.model.wording import SourceWording
from app.words.finding import Finder, entries
from app.words.languages import Catalogs


class Retelling:
    """Says sentences of the program again in another language.

    Args:
        catalogs: of all languages.
        never: sentences of the catalogs that people say for themselves: those are heard as said.

    """

    def __init__(self, catalogs: Catalogs, *, never: Collection[str] = ()) -> None:
        self._catalogs = catalogs
        self._never = frozenset(never)
        self._finders: dict[tuple[str, bool], Finder] = {}

    def finder(self, shown: str, wanted: str = "") -> Finder:
        """What finds the program's sentences in the language that is shown.

        Args:
            shown: tag of the language on the screen.
            wanted: tag of a language whose catalog has the sentences, where English is shown: that
                has no catalog.

        """
        in_english = shown == SourceWording.lang
        key = (wanted if in_english else shown, in_english)
        if key not in self._finders:
            held = entries(self._catalogs.compiled(key[0]))
            sentences = [each for each in held if each.ids[0] not in self._never]
            self._finders[key] = Finder(sentences, in_english=in_english)
        return self._finders[key]

    def retold(self, text: str, *, shown: str, wanted: str) -> str:
        """The sentence in the wanted language; empty where it is none of the program's."""
        words = self._catalogs.wording(wanted)
        if words.lang == shown or not text:
            return ""
        found = self.finder(shown, words.lang).find(text)
        if found is None:
            return ""
        ids, values = found.entry.ids, dict(found.values)
        if not words.knows(ids[0]) and len(ids) == 1:
            return ""
        if len(ids) == 1:
            return words.t(ids[0], **values)
        count = found.count
        values.pop("n", None)
        return words.tn(ids[0], ids[1], 1 if count is None else count, **values)
