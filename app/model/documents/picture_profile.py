"""The profile in pictures alone."""

from app.model.documents.kind import DocumentKind
from app.model.documents.one_page_profile import SECTIONS
from app.model.drawn import ProfilePick
from app.model.ids import PictureRef
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="picture_profile",
    title=N_("Profile in pictures"),
    line="the one-page profile in pictures alone",
    place=18,
    group="other_ways",
    picture=PictureRef("openmoji:1F5BC"),
    sections=SECTIONS,
    needs=(ProfilePick,),
)
