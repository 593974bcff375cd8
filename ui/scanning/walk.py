"""Where scanning is: which thing is offered now, and what comes next."""

from collections.abc import Hashable, Sequence

from ui.scanning.offers import Group, Offer, Thing


class Walk:
    """Goes round the things of one level; choosing a group goes into it.

    Attributes:
        rounds_left: how often it goes round before it leaves a group or rests; 0: it rests.

    """

    def __init__(self, offers: Sequence[Offer], *, rounds: int, out: str) -> None:
        """Begin at the first thing.

        Args:
            offers: what is there.
            rounds: how often everything is offered; 0 for without end.
            out: what the way out of a group is called.

        """
        self._rounds, self._out = rounds, out
        self._levels: list[tuple[Offer, ...]] = [tuple(offers)]
        self._places = [0]
        self._left = rounds

    @property
    def resting(self) -> bool:
        """Whether it waits: there is nothing, or everything was offered often enough."""
        return not self._levels[0] or (self._rounds > 0 and self._left == 0)

    @property
    def first(self) -> bool:
        """Whether the first thing of its level is offered."""
        return self._places[-1] == 0

    @property
    def deep(self) -> bool:
        """Whether it is inside of a group."""
        return len(self._levels) > 1

    @property
    def offered(self) -> Offer | None:
        """What is offered now."""
        return None if self.resting else self._levels[-1][self._places[-1]]

    def on(self, by: int = 1) -> None:
        """Go on to the next thing; after the last one to the first, for so many rounds.

        A group that was gone round often enough is left. Then, or at the end of the last round,
        it rests.
        """
        if self.resting:
            return
        place = self._places[-1] + by
        if 0 <= place < len(self._levels[-1]):
            self._places[-1] = place
            return
        self._places[-1] = place % len(self._levels[-1])
        if self._rounds == 0 or by < 0:
            return
        self._left -= 1
        if self._left == 0 and self.deep:
            self.leave()

    def choose(self) -> Thing | None:
        """Choose what is offered.

        Returns:
            The thing; None where a group was gone into or left, or where nothing is offered.

        """
        offered = self.offered
        if isinstance(offered, Group):
            self._enter(offered)
            return None
        if offered is not None and offered.key == "out":
            self.leave()
            return None
        return offered

    def leave(self) -> None:
        """Out of the group; it is offered again."""
        if self.deep:
            self._levels.pop()
            self._places.pop()
            self._left = self._rounds

    def begin_anew(self) -> None:
        """Back to the very first thing."""
        del self._levels[1:]
        self._places = [0]
        self._left = self._rounds

    def renew(self, offers: Sequence[Offer]) -> None:
        """The screen is another one, or things on it moved: go on at the same place if it is there.

        Where it is gone, it begins at the first thing.
        """
        path = [level[place].key for level, place in self._pairs()]
        left, resting = self._left, self.resting
        self._levels, self._places = [tuple(offers)], [0]
        for depth, key in enumerate(path):
            place = _place(self._levels[-1], key)
            if place is None:
                self.begin_anew()
                return
            self._places[-1] = place
            into = self._levels[-1][place]
            if depth < len(path) - 1:
                if not isinstance(into, Group):
                    self.begin_anew()
                    return
                self._enter(into)
        self._left = left
        if resting:
            self._left = 0 if self._rounds else left

    def _pairs(self) -> list[tuple[tuple[Offer, ...], int]]:
        return [pair for pair in zip(self._levels, self._places, strict=True) if pair[0]]

    def _enter(self, group: Group) -> None:
        out = Thing(key="out", name=self._out, box=group.box, choose=lambda: None, where="below")
        self._levels.append((*group.inside, out))
        self._places.append(0)
        self._left = self._rounds


def _place(level: tuple[Offer, ...], key: Hashable) -> int | None:
    return next((place for place, each in enumerate(level) if each.key == key), None)
