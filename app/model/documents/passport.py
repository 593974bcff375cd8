"""The communication passport: how the person says things, what it means, how to talk with them."""

from app.model.documents.kind import DocumentKind
from app.model.drawn import ProfilePick
from app.model.ids import PictureRef
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="passport",
    title=N_("Communication passport"),
    line="how the person says things, what it means, and how to talk with them",
    place=30,
    group="carry",
    picture=PictureRef("openmoji:1F4AC"),
    papers=("A5 landscape", "A6 landscape", "A4"),
    usual_for=("keyworker", "support_worker", "nurse", "slt", "family"),
    sections=("communication", "decisions", "worse_better", "who_i_am"),
    needs=(ProfilePick,),
)
