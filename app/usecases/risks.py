"""Things a person wants to do that have a risk: written down, and written on."""

from collections.abc import Mapping
from typing import Any

from app.model.change import Change
from app.model.errors import BadWordsError
from app.model.ids import RecordId
from app.model.risks import RiskPlan
from app.model.wording import N_
from app.usecases import saving
from app.usecases.ports import Notebook


def save(
    notebook: Notebook, *, risk_plan: RiskPlan, by: RecordId, session: RecordId | None = None
) -> Change:
    """Write down something with a risk.

    Raises:
        BadWordsError: nothing says what it is about.

    """
    _refuse_nameless(risk_plan.what)
    return saving.add(notebook, risk_plan, by=by, session=session, called=N_("risk written down"))


def revise(
    notebook: Notebook,
    *,
    risk_plan: RecordId,
    changes: Mapping[str, Any],
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Write something about it anew.

    Args:
        notebook: the open notebook.
        risk_plan: which.
        changes: by field of the record.
        by: who writes it.
        session: the talk in which it is written.

    Raises:
        BadWordsError: nothing would say what it is about.
        NotAllowedError: it is agreed while something is missing.

    """
    _refuse_nameless(changes.get("what", "something"))
    return saving.revise(
        notebook, risk_plan, RiskPlan, changes, by=by, session=session, called=N_("risk changed")
    )


def _refuse_nameless(words: str) -> None:
    if not words.strip():
        raise BadWordsError(N_("Please say what it is about: what do you want to do?"))
