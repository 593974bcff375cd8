"""What stands in writing places: kept as it is typed, and put on a card before it can be lost."""

import msgspec

from app.model import halfsaid, text
from app.model.change import Change
from app.model.conversation import Step
from app.model.halfsaid import OTHERS, HalfSaid
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.session import Session
from app.model.statement import Statement, Voice, voice_of
from app.usecases import days
from app.usecases.ports import Notebook, UnitOfWork


def keep(notebook: Notebook, *, session: RecordId, step: str, said: HalfSaid) -> Change:
    """Keep what stands in a writing place now, so that a power cut does not lose it."""
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=session, moment=step, words=halfsaid.write(said))
        return work.commit()


def read(notebook: Notebook, *, session: RecordId, step: str) -> HalfSaid:
    """What stood in a writing place when it was last kept."""
    with notebook.unit_of_work() as work:
        return at(work, session=session, step=step)


def at(work: UnitOfWork, *, session: RecordId, step: str) -> HalfSaid:
    """The same, within a unit of work."""
    return halfsaid.read(work.unfinished.get(session=session, moment=step))


def put_on_card(work: UnitOfWork, *, session: RecordId, step: Step, by: RecordId) -> None:
    """Make a draft of what stands at a step, if whose words they are is known.

    What is still missing (whose words, how sure we are) is not made up: such words stay in their
    writing place.
    """
    said = at(work, session=session, step=step.key)
    moment = step.moment
    if said.blank or moment.says is None or len(said.words) > text.LONGEST_SENTENCE:
        return
    voice: Voice
    if said.how == OTHERS:
        if said.said_by is None:
            return
        voice = voice_of(work.records.get(said.said_by, Supporter).body.role)
    elif said.how == "shown_by_behaviour" and said.sure is None:
        return
    else:
        voice = msgspec.convert(said.how, Voice)
    person = work.records.get(session, Session).body.person
    body = Statement(
        person=person,
        section=moment.section,
        kind=moment.says,
        voice=voice,
        original=text.spoken_words(said.words),
        original_lang=said.lang or work.records.get(person, Person).body.home_language,
        said_by=said.said_by if said.how == OTHERS else None,
        scribed_by=by,
        symbols=(said.picture,) if said.picture else (),
        meaning=said.meaning if voice == "shown_by_behaviour" else "",
        meaning_confidence=said.sure if voice == "shown_by_behaviour" else None,
        session=session,
        moment=step.key,
    )
    written = work.records.add(body, by=by, session=session)
    if said.part:
        days.say(work, session=session, step=step, time=said.part, said=written, by=by, at=None)
    work.unfinished.keep(session=session, moment=step.key, words="")
