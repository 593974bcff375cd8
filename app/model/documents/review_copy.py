"""The advocate's review pack: every sentence with a code, and room to write what is meant."""

from app.model.agreements import PlanAgreement
from app.model.decisions import Decision
from app.model.documents.kind import DocumentKind
from app.model.ids import PictureRef
from app.model.promises import Promise
from app.model.restrictions import Restriction
from app.model.session import Session
from app.model.sharing import SharingChoice
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="review_copy",
    title=N_("A copy to look through"),
    line="an advocate's review pack: each sentence with a code, ticks and a box to write in",
    place=70,
    group="advocate",
    picture=PictureRef("openmoji:1F50D"),
    usual_for=("advocate",),
    needs=(PlanAgreement, Restriction, Decision, Promise, SharingChoice, Session),
    comes_back=True,
)
