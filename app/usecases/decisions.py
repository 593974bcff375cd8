"""Decisions: one thing at one time, written down with the help that was given to decide it."""

from collections.abc import Mapping
from typing import Any

from app.model.change import Change
from app.model.decisions import Decision
from app.model.errors import BadWordsError
from app.model.ids import RecordId
from app.model.wording import N_
from app.usecases import saving
from app.usecases.ports import Notebook


def save(
    notebook: Notebook, *, decision: Decision, by: RecordId, session: RecordId | None = None
) -> Change:
    """Write down a decision that is to be made, or was.

    Raises:
        BadWordsError: nothing says what it is about.

    """
    _refuse_nameless(decision.question)
    return saving.add(
        notebook, decision, by=by, session=session, called=N_("decision written down")
    )


def revise(
    notebook: Notebook,
    *,
    decision: RecordId,
    changes: Mapping[str, Any],
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Write something about it anew. What was found and decided is always somebody's (R9).

    Args:
        notebook: the open notebook.
        decision: which.
        changes: by field of the record.
        by: who writes it.
        session: the talk in which it is written.

    Raises:
        BadWordsError: nothing would say what it is about.
        NotAllowedError: somebody is to decide for the person before help was given to decide.

    """
    _refuse_nameless(changes.get("question", "something"))
    return saving.revise(
        notebook, decision, Decision, changes, by=by, session=session, called=N_("decision changed")
    )


def _refuse_nameless(words: str) -> None:
    if not words.strip():
        raise BadWordsError(N_("Please say what is to be decided."))
