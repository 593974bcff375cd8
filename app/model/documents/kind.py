"""What a document is: its name, its paper, what of a plan it holds, and for whom it usually is."""

import dataclasses
from typing import Literal

from app.model.ids import PictureRef
from app.model.person import SupporterRole
from app.model.record import Body
from app.model.wording import N_

PaperSize = Literal["A4", "A5", "A5 landscape", "A6 landscape"]

Group = Literal["me", "carry", "other_ways", "talks", "wall", "advocate"]

GROUPS: dict[Group, str] = {
    "me": N_("My plan"),
    "carry": N_("To carry with me"),
    "other_ways": N_("In another way"),
    "talks": N_("For talks and meetings"),
    "wall": N_("For the wall"),
    "advocate": N_("My advocate"),
}
"""What documents are for, in the words of the person, in the order in which they are offered."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """One document that can be printed.

    Attributes:
        key: its name in choices, in the list of what was given, and in commands.
        title: what people call it.
        line: what it is, in a line for whoever types commands.
        place: the lower comes the earlier where documents are offered.
        group: what it is for, among those with which it is offered.
        picture: what stands for it where it is offered.
        papers: on what it can be printed, the usual one first.
        usual_for: whom it is usually made for besides the person: a suggestion.
        sections: of which sections it holds sentences; all if none is named.
        tells_sentences: it prints sentences by themselves, and not only what rests on them.
        needs: what kinds of record it holds beside sentences.
        about: of what one has to be named: a board, a talk, or nothing but the person; ``home``
            where it is about everybody in the notebook and names nobody; ``question`` where it asks
            what a guide asks.
        for_them_alone: it holds also what is hidden, and no choice covers it (rule R7).
        comes_back: somebody else writes on it, and each sentence has a code by which that finds its
            way back; so it is never the person's own copy.
        filled_in: the person fills it in at home, and the codes of its pages lead it back; so it is
            never somebody else's copy.
        ending: of the name of its file.

    """

    key: str
    title: str
    line: str
    place: int
    group: Group
    picture: PictureRef
    papers: tuple[PaperSize, ...] = ("A4",)
    usual_for: tuple[SupporterRole, ...] = ()
    sections: tuple[str, ...] = ()
    tells_sentences: bool = True
    needs: tuple[type[Body], ...] = ()
    about: Literal["person", "board", "talk", "home", "question"] = "person"
    for_them_alone: bool = False
    comes_back: bool = False
    filled_in: bool = False
    ending: str = ".pdf"

    @property
    def own_only(self) -> bool:
        """Whether nobody but the person gets it."""
        return self.for_them_alone or self.filled_in

    @property
    def spelt(self) -> str:
        """As it is typed."""
        return self.key.replace("_", "-")
