"""How each document is set: one module a document, called as in :mod:`app.model.documents`."""

import importlib

from app.model.documents.kind import DocumentKind
from app.paper.job import Job
from app.paper.press import Printed


def make(kind: DocumentKind, job: Job) -> Printed:
    """Set a document. The same contents, day and language give the same bytes.

    Raises:
        BadDataError: a font file is missing or damaged.

    """
    setter = importlib.import_module(f"{__name__}.{kind.key}")
    printed: Printed = setter.make(job)
    return printed
