"""Goals and the steps towards them, to be ticked."""

from app.model.documents.kind import DocumentKind
from app.model.goals import Goal, GoalStep
from app.model.ids import PictureRef
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="goals",
    title=N_("What I want next"),
    line="each goal with its ladder, steps to tick, and room to draw",
    place=14,
    group="me",
    picture=PictureRef("openmoji:1F3AF"),
    usual_for=("keyworker", "support_worker", "family"),
    tells_sentences=False,
    needs=(Goal, GoalStep),
)
