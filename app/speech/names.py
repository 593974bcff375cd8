"""Names as the person taught them: said in one spelling, shown in another.

Where the words stand in what is shown stays known, so that the right one can be lit.
"""

import bisect
import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping

from app.speech.sound import WordAt

_WORD = re.compile(r"\S+")


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """A text in the spelling in which it is said.

    Attributes:
        shown: the text as people read it.
        text: the text for the voice.

    """

    shown: str
    text: str
    _pieces: tuple[tuple[int, int, int, int], ...] = ()
    """For each name that is spelt otherwise: beginning and end when said, then when shown."""

    def shown_at(self, position: int) -> int:
        """Where in what is shown that stands which is said here; within a name, the name."""
        place = bisect.bisect_right(self._pieces, position, key=lambda piece: piece[0]) - 1
        if place < 0:
            return position
        _, said_end, shown_start, shown_end = self._pieces[place]
        return shown_start if position < said_end else shown_end + position - said_end

    def words(self, begun: Iterable[tuple[int, int]]) -> Iterator[WordAt]:
        """The words as they are shown, from what an engine says has begun.

        An engine reports the parts of "don't" and of "2025" one by one; people see one word. A name
        in two words that is said as one is lit as one.

        Args:
            begun: position in what is said and frame of the sound, in the order of the sound.

        """
        spans = list(self._spans())
        starts = [start for start, _ in spans]
        last = -1
        for position, frame in begun:
            place = bisect.bisect_right(starts, self.shown_at(position)) - 1
            if place > last:
                start, end = spans[place]
                yield WordAt(start, end - start, frame)
                last = place

    def _spans(self) -> Iterator[tuple[int, int]]:
        """What stands between spaces in what is shown, never in the middle of a taught name."""
        start, end = -1, -1
        for match in _WORD.finditer(self.shown):
            if start >= 0 and not any(a < match.start() < b for *_, a, b in self._pieces):
                yield start, end
                start = -1
            start, end = (match.start() if start < 0 else start), match.end()
        if start >= 0:
            yield start, end


def as_said(text: str, names: Mapping[str, str]) -> Said:
    """A text as it is to be said.

    A name is replaced where it stands as a word of its own in these very letters: "Will" is, and
    "will" and "Willow" are not. Of two that begin at the same place the longer one is.

    Args:
        text: what is shown.
        names: each name and its spelling for the voice; one without letters is left as it is.

    """
    wanted = {name: said for name, said in names.items() if name.strip() and said.strip()}
    if not wanted:
        return Said(text, text)
    longest_first = sorted(wanted, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    out, pieces, shown, said = [], [], 0, 0
    for match in pattern.finditer(text):
        before = text[shown : match.start()]
        spelt = wanted[match.group()]
        said += len(before)
        pieces.append((said, said + len(spelt), match.start(), match.end()))
        out += [before, spelt]
        said += len(spelt)
        shown = match.end()
    return Said(text, "".join([*out, text[shown:]]), tuple(pieces))
