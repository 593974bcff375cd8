"""The guides of conversations that there are: those of the program, then one's own.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""

import functools
from pathlib import Path

from app import own_guides
from app.model.guide import Guide
from app.model.guide_file import Fault
from app.own_guides import OwnGuides
from app.shipped import Shipped


class Conversations(Shipped):
    """What a house talks along.

    Attributes:
        home: what belongs to this computer alone; the guides of one's own lie in it.

    """

    home: Path

    @functools.cached_property
    def guides(self) -> dict[str, Guide]:
        """Every conversation there is, by its name: those of the program, then one's own."""
        return {**self.shipped_guides, **self.own_guides.guides}

    @functools.cached_property
    def own_guides(self) -> OwnGuides:
        """Those that somebody added on this computer."""
        return OwnGuides(
            self.home / own_guides.FOLDER,
            shipped=self.shipped_guides,
            parts=self.guide_parts,
            known=self.known_to_guides,
            is_drawn=lambda ref: self.symbols.picture(ref) is not None,
        )

    @property
    def guide_faults(self) -> tuple[Fault, ...]:
        """What is wrong with guides of one's own that are not offered."""
        return self.own_guides.faults
