"""When somebody moves on: how long their words are kept, and whose time it is to look at.

How long records have to be kept is for law and contracts, which differ and change: the service
says it, in years after the day on which somebody moved on. The program proposes to look at what
is older, and never erases anything by itself.
"""

import dataclasses
import datetime
from typing import Final

import msgspec

from app.model.change import Change
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases.ports import Notebook

KEEP_YEARS: Final = "keep_years"
"""The name of the fact that says how many years."""


@dataclasses.dataclass(frozen=True, slots=True)
class Due:
    """Somebody who moved on longer ago than their words are to be kept.

    Attributes:
        since: from which day on that is so.

    """

    person: Record[Person]
    since: datetime.date


def move_on(
    notebook: Notebook, *, person: RecordId, on: datetime.date | None, by: RecordId
) -> Change:
    """Write down on which day somebody moved on; None if they are back. Everything is kept."""
    with notebook.unit_of_work() as work:
        now = work.records.get(person, Person)
        if now.body.left_on == on:
            return Change()
        work.records.revise(person, msgspec.structs.replace(now.body, left_on=on), by=by)
        return work.commit(N_("moving on written down") if on else N_("coming back written down"))


def keep_years(notebook: Notebook) -> int | None:
    """For how many years words are kept after somebody moved on; None if nobody decided it."""
    with notebook.unit_of_work() as work:
        decided = work.facts.get(KEEP_YEARS)
    return int(decided) if decided.isdecimal() else None


def decide_keep_years(notebook: Notebook, *, years: int | None) -> None:
    """Keep what the service decided. That it was decided is written down.

    Raises:
        NotAllowedError: the notebook is open to read only.

    """
    with notebook.unit_of_work() as work:
        work.facts.keep(KEEP_YEARS, "" if years is None else str(years))
        work.events.note("retention_decided")
        work.commit()


def due(notebook: Notebook, *, today: datetime.date) -> tuple[Due, ...]:
    """Whose words have been kept for as long as was decided, the longest ago first."""
    years = keep_years(notebook)
    if years is None:
        return ()
    with notebook.unit_of_work() as work:
        everyone = work.records.find(Person)
    ends = (
        Due(each, _years_after(each.body.left_on, years))
        for each in everyone
        if each.body.left_on is not None
    )
    return tuple(sorted((d for d in ends if d.since <= today), key=lambda d: d.since))


def _years_after(day: datetime.date, years: int) -> datetime.date:
    """The same day of a later year; the day after 28 February where there is no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return datetime.date(day.year + years, 3, 1)
