"""The booklet as text alone."""

from app.model.documents.kind import DocumentKind
from app.model.wording import N_

DOCUMENT = DocumentKind(
    key="plain_text",
    title=N_("Plain text"),
    line="the booklet as text alone, for a reader of the person's own",
    place=14,
    ending=".txt",
)
