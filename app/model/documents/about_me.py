"""Everything that is written about a person."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="about_me",
    title=N_("Everything about me"),
    line="everything that is written about the person, for them alone",
    place=60,
    group="me",
    picture=PictureRef("openmoji:1F5C2"),
    for_them_alone=True,
)
