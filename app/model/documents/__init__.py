"""What can be printed of a plan: a module here says what a document is, what it holds, for whom.

A module of the same name in :mod:`app.paper.documents` says how it is set. A new document is these
two; nothing else names them.
"""

import functools
import importlib
import pkgutil

from app.model.documents.kind import DocumentKind
from app.model.errors import NotFoundError
from app.model.wording import N_


@functools.cache
def documents() -> tuple[DocumentKind, ...]:
    """Every document, in the order in which they are offered."""
    names = (each.name for each in pkgutil.iter_modules(__path__) if each.name != "kind")
    found = (importlib.import_module(f"{__name__}.{name}").DOCUMENT for name in names)
    return tuple(sorted(found, key=lambda kind: (kind.place, kind.key)))


def document(key: str) -> DocumentKind:
    """The document of this name; a dash may stand where its name has a stroke.

    Raises:
        NotFoundError: there is none.

    """
    for kind in documents():
        if kind.key == key.replace("-", "_"):
            return kind
    known = ", ".join(kind.spelt for kind in documents())
    raise NotFoundError(
        N_("There is no document {name}. There are: {known}."), name=key, known=known
    )
