"""The easy-read booklet: the whole plan."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="booklet",
    title=N_("Booklet"),
    line="the whole plan in easy words and pictures",
    place=10,
    group="me",
    picture=PictureRef("openmoji:1F4D6"),
    usual_for=("keyworker", "support_worker", "manager", "family", "advocate"),
)
