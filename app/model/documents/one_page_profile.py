"""The one-page profile: what the person picked, on one page."""

from app.model.documents.kind import DocumentKind
from app.model.drawn import ProfilePick
from app.model.ids import PictureRef
from app.model.wording import N_

SECTIONS = ("appreciation", "important_to", "support_well")

DOCUMENT = DocumentKind(
    key="one_page_profile",
    title=N_("One-page profile"),
    line="what matters most, on one page",
    place=12,
    group="me",
    picture=PictureRef("openmoji:1F9D1"),
    usual_for=("keyworker", "support_worker", "family", "social_worker"),
    sections=SECTIONS,
    needs=(ProfilePick,),
)
