"""People and their supporters: adding them, and how each person likes the program."""

import datetime
from collections.abc import Mapping

import msgspec

from app.model import text
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import PictureRef, RecordId, new_record_id
from app.model.person import KnownLanguage, Person, Supporter, SupporterRole
from app.model.record import Record
from app.model.wording import N_
from app.usecases import photo_facts, worker_roles
from app.usecases.ports import Notebook

PAID: frozenset[SupporterRole] = frozenset(
    {
        "keyworker",
        "support_worker",
        "manager",
        "interpreter",
        "social_worker",
        "nurse",
        "slt",
        "advocate",
        "imca",
    }
)
INDEPENDENT: frozenset[SupporterRole] = frozenset({"advocate", "imca"})

WHO_IS_NOT_SAID = N_(
    "{worker} has not said yet who they are to {person}, so nothing was done. "
    "Please open the notebook in the window, and say it there."
)
"""Why a command does nothing for a worker for whom :func:`writer` finds nobody."""


def everyone(notebook: Notebook) -> tuple[Record[Person], ...]:
    """All people of the notebook, in the order in which they were added."""
    with notebook.unit_of_work() as work:
        return work.records.find(Person)


def person(notebook: Notebook, *, person: RecordId) -> Record[Person]:
    """One person.

    Raises:
        NotFoundError: there is none.

    """
    with notebook.unit_of_work() as work:
        return work.records.get(person, Person)


def supporters(notebook: Notebook, *, person: RecordId) -> tuple[Record[Supporter], ...]:
    """Who supports this person and has not left."""
    with notebook.unit_of_work() as work:
        found = work.records.find(Supporter, person=person)
    return tuple(each for each in found if each.body.left_on is None)


def add_person(
    notebook: Notebook,
    *,
    preferred_name: str,
    home_language: str,
    worker: str,
    worker_name: str,
    today: datetime.date,
) -> Change:
    """Add a person, with the worker who opens the notebook as their keyworker.

    Raises:
        BadWordsError: there is no name, or it is far too long.

    """
    person, keyworker = new_record_id(), new_record_id()
    body = Person(
        preferred_name=text.name(preferred_name),
        languages=(KnownLanguage(code=home_language, home=True),),
        plan_started=today,
    )
    with notebook.unit_of_work() as work:
        work.records.add(body, by=keyworker, record=person)
        work.records.add(
            Supporter(
                person=person,
                role="keyworker",
                name=text.name(worker_name),
                paid=True,
                worker=worker,
            ),
            by=keyworker,
            record=keyworker,
        )
        return work.commit()


def add_supporter(
    notebook: Notebook, *, person: RecordId, name: str, role: SupporterRole, by: RecordId
) -> Change:
    """Add somebody who helps this person.

    Raises:
        BadWordsError: there is no name, or it is far too long.

    """
    body = Supporter(
        person=person,
        role=role,
        name=text.name(name),
        paid=role in PAID,
        independent=role in INDEPENDENT,
    )
    with notebook.unit_of_work() as work:
        work.records.add(body, by=by)
        return work.commit(N_("helper added"))


def writer(
    notebook: Notebook,
    *,
    person: RecordId,
    worker: str,
    example: bool = False,
    read_only: bool = False,
) -> RecordId | None:
    """Who writes for this person when this worker has the notebook open.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        worker: the worker whose key opened the notebook.
        example: it is the example notebook, where one writes as the example's own keyworker.
        read_only: nothing can be written, so that nobody has to say who they are to look.

    Returns:
        The supporter this worker is to the person; None if they are nobody to them yet.

    """
    with notebook.unit_of_work() as work:
        for each in work.records.find(Supporter, person=person):
            if each.body.worker == worker or (example and each.body.role == "keyworker"):
                return each.id
    return person if read_only else None


def join(
    notebook: Notebook,
    *,
    person: RecordId,
    worker: str,
    worker_name: str,
    role: SupporterRole,
) -> Change:
    """Become one of the people around this person, by one's own hand.

    Raises:
        BadWordsError: there is no name, or it is far too long.
        NotAllowedError: sealed notes go to this role, and the notebook does not say that the
            worker has it: nobody gets to read them by calling themselves a manager here.

    """
    joining = new_record_id()
    body = Supporter(
        person=person,
        role=role,
        name=text.name(worker_name),
        paid=role in PAID,
        independent=role in INDEPENDENT,
        worker=worker,
    )
    with notebook.unit_of_work() as work:
        if not worker_roles.may_be(work, worker=worker, role=role):
            raise NotAllowedError(
                N_("Who is a manager or an advocate is said under “Who can open this notebook”.")
            )
        work.records.add(body, by=joining, record=joining)
        return work.commit()


def change_setting(
    notebook: Notebook, *, person: RecordId, field: str, value: object, by: RecordId
) -> Change:
    """Keep one thing that the person likes; everything else stays as it is.

    The language is chosen back where it was chosen: a window that turns to another one at a press
    on "Undo", meant for something else, would lose who reads only the one.
    """
    with notebook.unit_of_work() as work:
        now = work.records.get(person, Person)
        settings = msgspec.structs.replace(now.body.ui, **{field: value})
        work.records.revise(person, msgspec.structs.replace(now.body, ui=settings), by=by)
        return work.commit("" if field == "language" else N_("settings changed"))


def keep_hearing(
    notebook: Notebook,
    *,
    person: RecordId,
    by: RecordId,
    rate: float | None = None,
    voices: Mapping[str, str] | None = None,
) -> Change:
    """Keep what was chosen while something was read aloud; it is chosen back as it was chosen.

    Args:
        notebook: the open notebook.
        person: who listens.
        by: who writes.
        rate: how fast the voice is; None leaves it.
        voices: the key of a voice for each language for which another one was chosen.

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(person, Person)
        ui = now.body.ui
        settings = msgspec.structs.replace(
            ui,
            speech_rate=ui.speech_rate if rate is None else rate,
            voices={**ui.voices, **(voices or {})},
        )
        work.records.revise(person, msgspec.structs.replace(now.body, ui=settings), by=by)
        return work.commit()


def change_reaching(
    notebook: Notebook, *, person: RecordId, field: str, value: object, by: RecordId
) -> Change:
    """Keep one thing of how the person reaches what is on screen; the rest stays as it is."""
    with notebook.unit_of_work() as work:
        now = work.records.get(person, Person)
        reach = msgspec.structs.replace(now.body.ui.reach, **{field: value})
        settings = msgspec.structs.replace(now.body.ui, reach=reach)
        work.records.revise(person, msgspec.structs.replace(now.body, ui=settings), by=by)
        return work.commit(N_("settings changed"))


def change_photo(
    notebook: Notebook, *, person: RecordId, photo: PictureRef | None, by: RecordId
) -> Change:
    """Keep the picture that the person likes of themselves.

    Raises:
        NotAllowedError: somebody in it said no, and everybody who is here sees it.

    """
    with notebook.unit_of_work() as work:
        if photo in photo_facts.refused(work, person):
            raise NotAllowedError(
                N_(
                    "Somebody in that photo said no, and everybody who is here sees this picture. "
                    "Please choose another one."
                )
            )
        now = work.records.get(person, Person)
        work.records.revise(person, msgspec.structs.replace(now.body, photo=photo), by=by)
        return work.commit(N_("photo changed"))
