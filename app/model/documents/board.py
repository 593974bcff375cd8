"""A sorting board as the person left it."""

from app.model.documents.kind import DocumentKind
from app.model.session import Board
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="board",
    title=N_("Sorting board"),
    line="a sorting board as the person left it",
    place=50,
    tells_sentences=False,
    needs=(Board,),
    about="board",
)
