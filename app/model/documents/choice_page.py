"""Questions of a conversation to be ticked with a pencil at home, and brought back."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="choice_page",
    title=N_("Questions to tick at home"),
    line="questions of a guide, each with its choices to tick; a scan or photo is read back",
    place=52,
    group="talks",
    picture=PictureRef("openmoji:2611"),
    tells_sentences=False,
    about="question",
    filled_in=True,
)
