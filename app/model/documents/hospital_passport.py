"""The hospital passport: what must be known, what matters, what is liked."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="hospital_passport",
    title=N_("Hospital passport"),
    line="what hospital staff must know, should know, and what the person likes",
    place=32,
    group="carry",
    picture=PictureRef("openmoji:1F3E5"),
    usual_for=("nurse",),
    sections=(
        "health", "if_things_go_wrong", "wellness", "communication", "who_i_am", "decisions",
        "worse_better", "support_well", "important_to", "my_day", "people",
    ),
)  # fmt: skip
