"""A large notebook of made-up people, the same for the same seed.

Everybody has talks in turn, as in a service: each round, every person has one more talk, in which
they say new sentences, answer those, and change their mind about some older ones. Each person
comes to 1,000 revisions of 312 records, 300 of them sentences. Rows are made by the store's own
functions and written a handful of talks at a time; triggers keep the search, so that the file is
what the program itself would have made of it, talk by talk.
"""

import dataclasses
import datetime
import random
import uuid
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Engine, insert

from app.model.action import Action
from app.model.event import Event
from app.model.ids import ActionId, EventId, RecordId, RevisionId
from app.model.kinds import SCHEMA, kind_of
from app.model.person import KnownLanguage, Person, Supporter
from app.model.record import Body, Revision
from app.model.session import Answer, Board, BoardCard, Session
from app.model.statement import ReadBack, Statement
from app.store import actions, events, read_model, revisions, schema
from app.store.read_model import Standing
from tests.benchmarks.invented_words import Languages
from tests.helpers.plans import the_sections

REVISIONS_EACH = 1_000
SENTENCES_EACH = 300
RECORDS_EACH = 312

_TALKS = 6
_SAID_A_TALK = SENTENCES_EACH // _TALKS
_ANSWERS_A_TALK = 4
_CARDS = 7
_BOARD_TALKS = {1, 4}
_SETTINGS_TALKS = {0, 1, 2, 4}
_OTHER_REVISIONS = 1 + len(_SETTINGS_TALKS) + 4 + _TALKS * (1 + _ANSWERS_A_TALK) + 2 * (1 + _CARDS)
_SECOND_THOUGHTS = REVISIONS_EACH - _OTHER_REVISIONS - 2 * SENTENCES_EACH
"""How often a person comes back to a sentence that they have answered."""

_BEGUN = datetime.datetime(2023, 1, 2, 9, tzinfo=datetime.UTC)
_TALKS_AT_ONCE = 20


class _Clock:
    """The time of the story, and identifiers that sort by it."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._stamp = int(_BEGUN.timestamp() * 1_000) << 12

    @property
    def now(self) -> datetime.datetime:
        """When it is, to the millisecond."""
        return datetime.datetime.fromtimestamp((self._stamp >> 12) / 1_000, datetime.UTC)

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self._stamp += int(seconds * 1_000) << 12

    def identifier(self) -> str:
        """A version 7 UUID of now, after all earlier ones."""
        self._stamp += 1
        value = (self._stamp >> 12) << 80 | 0x7 << 76 | (self._stamp & 0xFFF) << 64
        return str(uuid.UUID(int=value | 0b10 << 62 | self._chance.getrandbits(62)))


class _Batch:
    """What a handful of talks wrote, until it is put into the file."""

    def __init__(self) -> None:
        self.revisions: list[Revision[Body]] = []
        self.actions: list[tuple[Action, RevisionId]] = []
        self.events: list[Event] = []
        self.added: dict[RecordId, Standing] = {}
        self.changed: dict[RecordId, Standing] = {}

    def put(self, connection: Connection) -> None:
        """Write it, and what is true after it."""
        connection.execute(insert(schema.revision), [revisions.to_row(r) for r in self.revisions])
        read_model.save(connection, *self.added.values(), new=True)
        if self.changed:
            read_model.save(connection, *self.changed.values(), new=False)
        connection.execute(insert(schema.action), [actions.to_row(a) for a, _ in self.actions])
        connection.execute(
            insert(schema.action_revision),
            [{"revision": revision, "action": action.id} for action, revision in self.actions],
        )
        connection.execute(insert(schema.event), [events.to_row(event) for event in self.events])


@dataclasses.dataclass(slots=True)
class _Life:
    """One person: what was said so far, and what they will come back to in which talk."""

    chance: random.Random
    lang: str
    id: RecordId
    keyworker: RecordId
    sister: RecordId
    comes_back: list[int]
    said: list[RecordId] = dataclasses.field(default_factory=list)


class Story:
    """Writes the whole notebook; :meth:`batches` gives it bit by bit."""

    def __init__(self, *, people: int, seed: int) -> None:
        self._seed = seed
        self._people = people
        self._clock = _Clock(seed)
        self._languages = Languages(seed)
        self._sections = tuple(section.id for section in the_sections())
        self._now: dict[RecordId, tuple[Standing, Body]] = {}
        self._batch = _Batch()

    def write(self, engine: Engine) -> None:
        """Put everything into an empty notebook's file."""
        for batch in self._batches():
            with engine.begin() as connection:
                batch.put(connection)

    def _batches(self) -> Iterator[_Batch]:
        lives = [self._begin(number) for number in range(self._people)]
        for talk in range(_TALKS):
            for at, life in enumerate(lives, 1):
                self._talk(life, talk)
                if at % _TALKS_AT_ONCE == 0 or at == len(lives):
                    yield self._batch
                    self._batch = _Batch()

    def _begin(self, number: int) -> _Life:
        chance = random.Random(f"{self._seed}:{number}")
        person, keyworker, sister, nurse = (RecordId(self._clock.identifier()) for _ in range(4))
        lang = self._languages.draw(chance)
        life = _Life(
            chance=chance,
            lang=lang,
            id=person,
            keyworker=keyworker,
            sister=sister,
            comes_back=[chance.randrange(_TALKS) for _ in range(_SECOND_THOUGHTS)],
        )
        name, *names = (self._languages[lang].name(chance) for _ in range(7))
        languages = (KnownLanguage(code=lang, home=True),)
        self._write(life, person, Person(preferred_name=f"{name} {names[0]}", languages=languages))
        for who, role, called in (
            (keyworker, "keyworker", f"{names[1]} {names[2]}"),
            (sister, "family", f"{names[3]} {names[0]}"),
            (nurse, "nurse", f"{names[4]} {names[5]}"),
        ):
            body = Supporter(person=person, role=role, name=called, paid=role != "family")
            self._write(life, who, body, action="helper added")
        body = msgspec.structs.replace(body, left_on=self._clock.now.date())
        self._write(life, nurse, body, action="helper changed")
        return life

    def _talk(self, life: _Life, number: int) -> None:
        self._clock.wait(3_600)
        self._note(life, "opened")
        session = RecordId(self._clock.identifier())
        guide = Session(
            person=life.id, type="review", guide="review", started=self._clock.now, at_moment="mood"
        )
        self._write(life, session, guide)
        for step in range(_ANSWERS_A_TALK):
            answer = Answer(response="chosen", choices=("good",), at=self._clock.now)
            guide = msgspec.structs.replace(guide, answers={**guide.answers, f"m{step}": answer})
            self._write(life, session, guide, session=session, action="answer given")
        if number in _BOARD_TALKS:
            self._sort_cards(life, session)
        if number in _SETTINGS_TALKS:
            person = self._body(life.id)
            larger = msgspec.structs.replace(person.ui, text_percent=100 + 25 * (number + 1))
            changed = msgspec.structs.replace(person, ui=larger)
            self._write(life, life.id, changed, action="settings changed")
        for _ in range(_SAID_A_TALK):
            self._say(life, session)
        for _ in range(life.comes_back.count(number)):
            self._think_again(life, session)
        self._note(life, "printed")

    def _say(self, life: _Life, session: RecordId) -> None:
        """A new sentence, and the person's answer to it."""
        others = life.chance.random() < 0.15
        body = Statement(
            person=life.id,
            section=life.chance.choice(self._sections),
            kind="preference",
            voice="family" if others else "own_spoken",
            original=self._languages[life.lang].sentence(life.chance),
            original_lang=life.lang,
            said_by=life.sister if others else None,
            scribed_by=life.keyworker,
            symbols=("openmoji:2615",) if life.chance.random() < 0.5 else (),
            session=session,
            moment="m1",
        )
        said = RecordId(self._clock.identifier())
        life.said.append(said)
        self._write(life, said, body, session=session, action="sentence added")
        kept = ReadBack(result="keep", method="heard it", on=self._clock.now.date())
        body = msgspec.structs.replace(body, read_back=kept)
        self._write(life, said, body, session=session, action="sentence kept")

    def _think_again(self, life: _Life, session: RecordId) -> None:
        """Other words, another picture, or a sentence taken out, in the way people do."""
        which = life.chance.choice(life.said)
        body, what = self._body(which), life.chance.random()
        if what < 0.45:
            body = msgspec.structs.replace(body, symbols=("openmoji:1F3CA",))
            self._write(life, which, body, session=session, action="picture changed")
        elif what < 0.95:
            words = self._languages[life.lang].sentence(life.chance)
            body = msgspec.structs.replace(body, original=words)
            self._write(life, which, body, session=session, action="words changed")
        else:
            self._write(
                life, which, body, session=session, action="sentence hidden", withdrawn=True
            )

    def _sort_cards(self, life: _Life, session: RecordId) -> None:
        words = self._languages[life.lang].draw(life.chance, _CARDS)
        cards = tuple(BoardCard(id=f"c{number}", words=each) for number, each in enumerate(words))
        board = RecordId(self._clock.identifier())
        body = Board(
            person=life.id, session=session, moment="m2", topic="food", scale="feel", cards=cards
        )
        self._write(life, board, body, session=session)
        for number in range(_CARDS):
            placed = msgspec.structs.replace(cards[number], pile="good", order=number)
            cards = (*cards[:number], placed, *cards[number + 1 :])
            body = msgspec.structs.replace(body, cards=cards)
            self._write(life, board, body, session=session, action="card moved")

    def _body(self, record: RecordId) -> Body:
        return self._now[record][1]

    def _write(
        self,
        life: _Life,
        record: RecordId,
        body: Body,
        *,
        session: RecordId | None = None,
        action: str = "",
        withdrawn: bool = False,
    ) -> None:
        self._clock.wait(2)
        before = self._now[record][0] if record in self._now else None
        kind = kind_of(body)
        revision = Revision(
            id=RevisionId(self._clock.identifier()),
            record=record,
            kind=kind,
            based_on=before.heads if before else (),
            session=session,
            by=life.keyworker,
            device="laptop",
            at=self._clock.now,
            schema=SCHEMA[kind],
            withdrawn=withdrawn,
            body=body,
        )
        now = read_model.after(before, revision)
        self._now[record] = (now, body)
        self._batch.revisions.append(revision)
        if before is None or record in self._batch.added:
            self._batch.added[record] = now
        else:
            self._batch.changed[record] = now
        if action:
            self._name(life, revision, action)

    def _name(self, life: _Life, revision: Revision[Body], name: str) -> None:
        done = Action(
            id=ActionId(self._clock.identifier()),
            name=name,
            by=revision.by,
            at=revision.at,
            person=life.id,
            session=revision.session,
        )
        self._batch.actions.append((done, revision.id))

    def _note(self, life: _Life, what: str) -> None:
        self._batch.events.append(
            Event(
                id=EventId(self._clock.identifier()),
                at=self._clock.now,
                what=what,
                worker="worker-ana",
                device="laptop",
                person=life.id if what == "printed" else None,
                document="booklet" if what == "printed" else "",
                for_whom="person" if what == "printed" else "",
            )
        )
