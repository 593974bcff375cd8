"""You said, we did: what the person asked for and what came of it."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.promises import Promise
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="you_said",
    title=N_("You said, we did"),
    line="what the person asked for and what came of it",
    place=42,
    group="talks",
    picture=PictureRef("openmoji:1F4E3"),
    usual_for=("keyworker", "manager", "advocate"),
    tells_sentences=False,
    needs=(Promise,),
)
