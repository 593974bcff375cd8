"""Going out before something is said: whoever supports the person day by day is not to hear it.

A moment that lets them stay if the person wants it (an option that ``stays``) does not go on while
they are here. Refusing to answer and pressing Next are no yes to their staying.
"""

from collections.abc import Iterable

import msgspec

from app.model.conversation import Step
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.person import DAY_BY_DAY, Supporter
from app.model.record import Record
from app.model.session import REFUSALS, Answer, Attendee, Session
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import UnitOfWork


def who_goes(
    body: Session, step: Step, supporters: Iterable[Record[Supporter]]
) -> tuple[Record[Supporter], ...]:
    """Who is here and goes out before this step is left; nobody where the person lets them stay."""
    answer = body.answers.get(step.key)
    if step.moment.lets_stay(answer.choices if answer is not None else ()):
        return ()
    here = {each.supporter for each in body.attendees}
    return tuple(s for s in supporters if s.id in here and s.body.role in DAY_BY_DAY)


def refuse_who_is_here(work: UnitOfWork, body: Session, step: Step) -> None:
    """Do not leave a step while somebody is here who goes out at it.

    Raises:
        NotAllowedError: somebody is.

    """
    around = work.records.find(Supporter, person=body.person)
    for each in who_goes(body, step, around):
        raise NotAllowedError(
            N_("We go on when {name} has gone out, or when you choose that {name} stays."),
            name=each.body.name,
        )


def keep_who_stays(
    work: UnitOfWork, session: RecordId, step: Step, answer: Answer | None, *, by: RecordId
) -> None:
    """Note of whoever is here that the person lets them stay, or does not.

    Whoever writes is here again where they went out and are asked in. Where the answer was taken
    back, or the person did not say, nobody was given leave: no earlier yes is left of it.
    """
    if not step.moment.sends_out:
        return
    said = answer is not None and answer.response not in REFUSALS
    stays = answer is not None and step.moment.lets_stay(answer.choices)
    body = work.records.get(session, Session).body
    asked = {
        each.id
        for each in work.records.find(Supporter, person=body.person)
        if each.body.role in DAY_BY_DAY
    }
    here = {each.supporter: each for each in body.attendees}
    if stays and by in asked:
        here.setdefault(by, Attendee(supporter=by))
    for supporter in asked & here.keys():
        leave = "yes" if stays else "not_now" if said else "not_asked"
        here[supporter] = msgspec.structs.replace(here[supporter], ok_by_person=leave)
    open_talk.revise(work, session, by, attendees=tuple(here.values()))
