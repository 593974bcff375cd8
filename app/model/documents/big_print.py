"""The booklet in large letters."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="big_print",
    title=N_("Big letters"),
    line="the booklet in letters of 24 points or more",
    place=16,
    group="other_ways",
    picture=PictureRef("openmoji:1F520"),
)
