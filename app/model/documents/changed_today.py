"""What changed in one talk."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.promises import Promise
from app.model.session import Session
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="changed_today",
    title=N_("What changed today"),
    line="what one talk brought: new words, and who does what",
    place=46,
    group="talks",
    picture=PictureRef("openmoji:1F4C6"),
    usual_for=("keyworker", "support_worker"),
    tells_sentences=False,
    needs=(Session, Promise),
    about="talk",
)
