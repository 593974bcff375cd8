"""The booklet as text alone."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="plain_text",
    title=N_("Plain text"),
    line="the booklet as text alone, for a reader of the person's own",
    place=20,
    group="other_ways",
    picture=PictureRef("openmoji:1F524"),
    ending=".txt",
)
