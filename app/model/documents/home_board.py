"""You said, we did, for everybody at home: no line of it tells who asked."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.promises import Promise
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="home_board",
    title=N_("For everybody here"),
    line="what people here asked for and what came of it, without anybody's name",
    place=44,
    group="wall",
    picture=PictureRef("openmoji:1F4CC"),
    tells_sentences=False,
    needs=(Promise,),
    about="home",
)
