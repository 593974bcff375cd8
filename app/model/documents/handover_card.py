"""The handover card: what whoever comes next needs, on half a page."""

from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.restrictions import Restriction
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="handover_card",
    title=N_("Handover card"),
    line="yes, no and stop; what to do; what not to do; what matters; limits in place",
    place=34,
    group="carry",
    picture=PictureRef("openmoji:1F4CB"),
    papers=("A5",),
    usual_for=("support_worker", "keyworker", "manager"),
    sections=("communication", "support_well", "worse_better", "important_to", "my_day"),
    needs=(Restriction,),
)
