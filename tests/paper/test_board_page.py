"""The printed sorting board says whose its pictures are."""

import io

import pypdf

from app.model.ids import PictureRef, RecordId
from app.model.person import Person
from app.model.pictures import Credit, Picture
from app.model.session import Board, BoardCard
from app.model.wording import SourceWording
from app.paper.board_page import BoardToPrint, board_page
from app.shipped import Shipped
from tests.helpers.picture_files import drawing
from tests.helpers.printing import DAY, OpenMoji, fonts, look

MUG = PictureRef("set:1")
CREDIT = Credit(set_name="Made", author="Ada Example", licence="CC BY-SA 4.0")


def test_pictures_of_imported_sets_are_credited_at_the_foot() -> None:
    scale = Shipped().topics.scales[0]
    card = BoardCard(id="a", words="Tea", symbol=MUG, pile=scale.piles[0].id)
    board = Board(
        person=RecordId("p"), session=RecordId("s"), moment="m", topic="t", scale="s", cards=(card,)
    )
    made = board_page(
        Person(preferred_name="Marcus"),
        BoardToPrint(board=board, scale=scale, topic="Food", sorted_on=DAY),
        made_on=DAY,
        words=SourceWording(),
        look=look(),
        fonts=fonts(),
        pictures=OpenMoji({MUG: Picture("image/svg+xml", drawing(), CREDIT)}),
    )
    (page,) = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    said = " ".join(page.extract_text().split())
    assert "Tea" in said
    assert "Pictures from Made are by Ada Example. Their licence: CC BY-SA 4.0." in said
    assert "OpenMoji" in said
