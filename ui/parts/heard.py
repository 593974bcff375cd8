"""What is heard of a card: whose words they are, the words, and what else its note says."""

import dataclasses
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from ui.context import Context
from ui.parts.textblock import TextBlock

NoteHeard = Literal["after", "around", "no"]
"""When the note of a card is said: after its words; its first part, which says whose words they
are, before them; or not at all, where it tells how to hear it or what is said already."""

_PART = re.compile(r"[^·\n]+")
_SIGNS = " ✓●"


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A stretch of what can be heard, in one language.

    Attributes:
        start: where it stands in all of it.
        words: what stands there.
        lang: its language, a BCP 47 tag.
        mark: how a voice ends it, where that is not written.

    """

    start: int
    words: str
    lang: str
    mark: str = ""


class HeardCard:
    """The part of a card that is heard: its words and, after a line break, its note."""

    ctx: Context
    lang: str
    _words: TextBlock
    _note: TextBlock
    _note_heard: NoteHeard
    update: Callable[..., None]

    @property
    def words(self) -> str:
        """The words on it."""
        return self._words.text

    @property
    def all_words(self) -> str:
        """The words and the note, as :meth:`parts` and :meth:`light` count them."""
        return f"{self._words.text}\n{self._note.text}"

    def parts(self) -> tuple[Part, ...]:
        """What is said of it, in the order in which it is said."""
        words = Part(0, self.words, self.lang)
        note = tuple(self._parts_of_note()) if self._note_heard != "no" else ()
        if self._note_heard == "after" or not note:
            return words, *note
        return dataclasses.replace(note[0], mark=":"), words, *note[1:]

    def dot(self, spans: Sequence[tuple[int, int]]) -> None:
        """Put a dotted line under hard words."""
        self._words.dot(spans)

    def light(self, start: int, length: int) -> None:
        """Light a stretch of the words or the note while it is said; length 0 for none."""
        colours = self.ctx.look.lit()
        self._words.light(0, 0, *colours)
        self._note.light(0, 0, *colours)
        block, at = self._block_at(start)
        block.light(at, length, *colours)
        self.update()

    def light_word(self, start: int, length: int) -> None:
        """Mark the one word of it that is said now; length 0 for none."""
        block, at = self._block_at(start)
        block.light_word(at, length)
        self.update()

    def _block_at(self, start: int) -> tuple[TextBlock, int]:
        note = len(self._words.text) + 1
        return (self._note, start - note) if start >= note else (self._words, start)

    def _parts_of_note(self) -> Iterator[Part]:
        """What stands between its dots; signs are seen, not said."""
        begin, lang = len(self._words.text) + 1, self.ctx.words.lang
        for found in _PART.finditer(self._note.text):
            said = found[0].strip(_SIGNS)
            if any(map(str.isalnum, said)):
                yield Part(begin + found.start() + found[0].index(said), said, lang)
