"""A sorting board as the person left it."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.session import Board
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="board",
    title=N_("Sorting board"),
    line="a sorting board as the person left it",
    place=50,
    group="talks",
    picture=PictureRef("openmoji:1F5C3"),
    tells_sentences=False,
    needs=(Board,),
    about="board",
)
