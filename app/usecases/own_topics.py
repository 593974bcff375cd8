"""Topics and cards of somebody's own: made at the table, and there again next time."""

import datetime
from collections.abc import Iterable
from typing import Literal

import msgspec

from app.model import text
from app.model.change import Change
from app.model.drawn import OwnCard, OwnTopic
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.session import Session
from app.model.topics import Topic, TopicCard
from app.model.wording import N_
from app.usecases import sessions
from app.usecases.ports import Notebook, UnitOfWork

OWN = PictureRef("openmoji:1F4AC")
"""Stands for a topic for which nobody chose a picture."""


def with_own(topics: Iterable[Topic], own: Iterable[Record[OwnTopic]]) -> tuple[Topic, ...]:
    """The program's topics with the person's cards added, and the topics of their own.

    A topic of their own is called by its words.
    """
    bodies = [each.body for each in own]
    added: dict[str, tuple[TopicCard, ...]] = {}
    for body in bodies:
        if body.topic:
            added[body.topic] = (*added.get(body.topic, ()), *_cards(body))
    known = tuple(
        msgspec.structs.replace(topic, cards=(*topic.cards, *added.get(topic.id, ())))
        for topic in topics
    )
    made = {
        body.words: Topic(
            id=body.words, words=body.words, picture=body.picture or OWN, cards=_cards(body)
        )
        for body in bodies
        if not body.topic
    }
    return (*known, *made.values())


def bring(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    words: str,
    picture: PictureRef | None,
    added_by: Literal["person", "supporter"],
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Put a topic of one's own on the table, and keep it for next time.

    Raises:
        BadWordsError: there are no words, or far too many for a topic.
        NotAllowedError: a third topic of a supporter.

    """
    name = text.name(words)
    with notebook.unit_of_work() as work:
        person = work.records.get(session, Session).body.person
        if not any(each.body.words == name for each in _own(work, person)):
            work.records.add(OwnTopic(person=person, words=name, picture=picture), by=by)
        if all(each.topic != name for each in work.records.get(session, Session).body.agenda):
            sessions.put_on_table(
                work, session=session, step=step, topic=name, added_by=added_by, by=by, at=at
            )
        return work.commit(N_("topic added"))


def keep_card(
    work: UnitOfWork,
    *,
    person: RecordId,
    topic: str,
    words: str,
    picture: PictureRef | None,
    by: RecordId,
) -> None:
    """Have a card of somebody's own there again when this topic comes up."""
    own = _own(work, person)
    found = next((each for each in own if topic == (each.body.topic or each.body.words)), None)
    if found is None:
        card = OwnCard(id="kept-1", words=words, picture=picture)
        body = OwnTopic(person=person, words=topic, topic=topic, cards=(card,))
        work.records.add(body, by=by)
    elif all(card.words.casefold() != words.casefold() for card in found.body.cards):
        card = OwnCard(id=f"kept-{len(found.body.cards) + 1}", words=words, picture=picture)
        grown = msgspec.structs.replace(found.body, cards=(*found.body.cards, card))
        work.records.revise(found.id, grown, by=by)


def _own(work: UnitOfWork, person: RecordId) -> tuple[Record[OwnTopic], ...]:
    return work.records.find(OwnTopic, person=person)


def _cards(body: OwnTopic) -> tuple[TopicCard, ...]:
    return tuple(TopicCard(id=c.id, words=c.words, picture=c.picture) for c in body.cards)
