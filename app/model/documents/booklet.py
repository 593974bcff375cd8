"""The easy-read booklet: the whole plan."""

from app.model.documents.kind import DocumentKind
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="booklet",
    title=N_("Booklet"),
    line="the whole plan in easy words and pictures",
    place=10,
    usual_for=("keyworker", "support_worker", "manager", "family", "advocate"),
)
