"""A sorting board to be filled in with a pencil at home, and brought back."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.session import Board
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="board_to_fill",
    title=N_("Sorting board to fill in"),
    line="a sorting board with squares to tick at home; a scan or photo of it is read back",
    place=51,
    group="talks",
    picture=PictureRef("openmoji:270F"),
    tells_sentences=False,
    needs=(Board,),
    about="board",
    filled_in=True,
)
