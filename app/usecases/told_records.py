"""What is kept of a person as entries to be read, each with its story and nothing left out."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast

from app.model import shape
from app.model.about_me import Earlier, Entry, Group
from app.model.action import Action
from app.model.drawing import is_blank
from app.model.event import Event
from app.model.facts import Fact
from app.model.guide import Guide
from app.model.halfsaid import HalfSaid
from app.model.ids import PictureRef, RecordId, RevisionId
from app.model.person import Person, Supporter
from app.model.plan import Line
from app.model.record import Body, Record, Revision
from app.model.session import Board, Session
from app.model.statement import Statement
from app.model.wording import N_, Phrase, Told
from app.usecases import doings, history
from app.usecases.field_words import name_of_kind
from app.usecases.plain_words import Teller
from app.usecases.titles import title_of

_SHOWN_WITH_A_SENTENCE = frozenset({"original", "section"})
_SHOWN_WITH_A_BOARD = frozenset({"topic", "session"})
_TITLES = frozenset({"Person.preferred_name", "Supporter.name"})
_ONLY_WHERE_IT_STANDS = frozenset({"at_moment"})
"""Fields whose earlier values say only how far a talk had come."""

_TOLD_BY_HISTORY = frozenset({"original", "private"})
"""Fields of a sentence whose changes its history says with what was there before."""

BodyT = TypeVar("BodyT", bound=Body)
Typing = Mapping[RecordId, Mapping[str, HalfSaid]]
"""What stands unfinished in each talk, by step."""


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """One record with every version of it, and what wrote each of them."""

    record: Record[Body]
    written: tuple[Revision[Body], ...]
    actions: dict[RevisionId, Action]


class Telling:
    """Turns what was gathered into entries."""

    def __init__(
        self,
        kept: dict[str, tuple[Kept, ...]],
        names: dict[RecordId, str],
        talks: dict[RecordId, datetime.date],
        guides: Mapping[str, Guide],
        teller: Teller,
    ) -> None:
        self._kept = kept
        self._names = names
        self._talks = talks
        self._guides = guides
        self._teller = teller
        self._by_id = {each.record.id: each for every in kept.values() for each in every}

    def group(self, records: Iterable[Kept]) -> tuple[Group, ...]:
        """One group of these records, or none."""
        entries = tuple(
            self._entry(each, title=_title(each.record), without=_TITLES) for each in records
        )
        return (Group(entries=entries),) if entries else ()

    def sentence(self, line: Line) -> Entry:
        """A sentence with whose words it is, the answer to it, and every version."""
        kept = self._by_id[line.statement.id]
        body = line.statement.body
        beside = _SHOWN_WITH_A_SENTENCE
        if body.easy and body.easy_ok_by_person:
            beside |= {"easy", "easy_ok_by_person"}
        if body.meaning and body.meaning_confidence:
            beside |= {"meaning", "meaning_confidence"}
        if body.scribed_by == kept.record.created_by:
            beside |= {"scribed_by"}
        waits = body.read_back.result == "not_done"
        notes = (Phrase(N_("You have not said yes or no to these words yet.")),) if waits else ()
        entry = self._entry(kept, notes=notes, without=beside)
        return dataclasses.replace(entry, line=line, pictures=body.symbols)

    def talks(self) -> Iterator[Group]:
        """Every talk, each with its boards."""
        for each in self._kept["session"]:
            body = cast("Session", each.record.body)
            boards = [
                board
                for board in self._kept["board"]
                if cast("Board", board.record.body).session == each.record.id
            ]
            entries = [self._entry(each, notes=_how_long(body))]
            for board in boards:
                topic = self._teller.topic(cast("Board", board.record.body).topic)
                title = Phrase(N_("Sorting cards: {topic}"), (("topic", topic),))
                entries.append(self._entry(board, title=title, without=_SHOWN_WITH_A_BOARD))
            yield Group(title=_talk_title(body.started.astimezone().date()), entries=tuple(entries))
        lost = [b for b in self._kept["board"] if _session_of(b.record.body) not in self._by_id]
        yield from self.group(lost)

    def not_finished(self, typing: Typing) -> Iterator[Group]:
        """Words that were typed and never put on a card, by talk."""
        for session, stands in typing.items():
            teller = self._in_talk(session if session in self._talks else None)
            entries = tuple(
                Entry(
                    title=self._place_of(step, teller),
                    pictures=(said.picture,) if said.picture else (),
                    notes=_half_drawn(said),
                    facts=teller.facts(said),
                )
                for step, said in stands.items()
            )
            if entries and session in self._talks:
                yield Group(title=_talk_title(self._talks[session]), entries=entries)
            elif entries:
                yield Group(entries=entries)

    def _place_of(self, step: str, teller: Teller) -> Told:
        """What was being answered, or the sentence that was being changed."""
        kept = self._by_id.get(RecordId(step))
        if kept is not None and isinstance(kept.record.body, Statement):
            return kept.record.body.original
        return teller.question(step)

    def photos(self, typing: Typing) -> Iterator[Group]:
        """Every photo that any version of anything shows, once, with what it belongs to."""
        found: dict[PictureRef, dict[Told, None]] = {}
        for each in self._by_id.values():
            for revision in each.written:
                for ref in shape.pictures(revision.body):
                    found.setdefault(ref, {})[self._belongs_to(each.record)] = None
        for stands in typing.values():
            for said in stands.values():
                for ref in shape.pictures(said):
                    found.setdefault(ref, {})[said.words] = None
        entries = tuple(
            Entry(pictures=(ref,), notes=tuple(what))
            for ref, what in found.items()
            if ref.startswith("photo:")
        )
        if entries:
            yield Group(entries=entries)

    def done(self, events: tuple[Event, ...]) -> Iterator[Group]:
        """What was printed or given away, and what was taken back."""
        if events:
            workers = {
                body.worker: body.name
                for body in (each.body for each in records_of(self._kept["supporter"], Supporter))
                if body.worker
            }
            lines = tuple(Entry(notes=_done(each, workers, self._names)) for each in events)
            yield Group(title=Phrase(N_("Printed, written out and shared")), entries=lines)
        actions = {
            action.id: action for each in self._by_id.values() for action in each.actions.values()
        }
        undone = [actions[each] for each in sorted(actions) if _turned(actions[each])]
        if undone:
            lines = tuple(
                Entry(notes=(_undoing(each, self._names.get(each.by, "")),)) for each in undone
            )
            yield Group(title=Phrase(N_("Undone")), entries=lines)

    def _entry(
        self,
        kept: Kept,
        *,
        title: Told = "",
        notes: tuple[Told, ...] = (),
        without: frozenset[str] = frozenset(),
    ) -> Entry:
        record = kept.record
        teller = self._in_talk(_talk_of(record))
        hidden = (Phrase(N_("This is hidden: it is in no plan and on no other paper.")),)
        by = self._names.get(record.created_by, "")
        written = written_down(record.created_at, by)
        return Entry(
            title=title,
            pictures=shape.pictures(record.body)[:1] if record.kind != "board" else (),
            notes=(*(hidden if record.withdrawn else ()), *notes, written),
            facts=teller.facts(record.body, without=without),
            earlier=tuple(self._earlier(kept, teller)),
        )

    def _earlier(self, kept: Kept, teller: Teller) -> Iterator[Earlier]:
        by_id = {each.id: each for each in kept.written}
        changes = self._changes(kept)
        for each in kept.written:
            before = by_id.get(max(each.based_on)) if each.based_on else None
            lost = _lost(teller, before.body, each.body) if before else ()
            notes: tuple[Told, ...] = changes[each.id] if before else ()
            if each.id in kept.record.others:
                notes = (*notes, Phrase(N_("This is a different view. Both stand:")))
                lost = teller.facts(each.body)
            if notes or lost:
                by = self._names.get(each.by, "")
                yield Earlier(at=each.at, by=by, notes=notes, before=lost)

    def _changes(self, kept: Kept) -> dict[RevisionId, tuple[Told, ...]]:
        """What each version changed; of sentences as their history says it."""
        if kept.record.kind == "statement":
            told = history.versions(
                kept.written, actions=kept.actions, names=self._names, talks=self._talks
            )
            return {each.revision: each.changes for each in told}
        return {
            each.id: (
                *history.undone_or_again(kept.actions.get(each.id)),
                *_hidden_or_shown(before, each),
            )
            for before, each in zip((None, *kept.written), kept.written, strict=False)
        }

    def _belongs_to(self, record: Record[Body]) -> Told:
        return self._teller.names.get(record.id) or _title(record)

    def _in_talk(self, session: RecordId | None) -> Teller:
        """Says things with the questions of a talk."""
        kept = self._by_id.get(session) if session else None
        if kept is None:
            return self._teller
        guide = self._guides.get(cast("Session", kept.record.body).guide)
        return dataclasses.replace(self._teller, guide=guide)


def _half_drawn(said: HalfSaid) -> tuple[Told, ...]:
    """That a drawing is begun: it becomes a picture when it is put on a card."""
    return () if is_blank(said.drawing) else (Phrase(N_("A drawing that is not finished")),)


def records_of(kept: Iterable[Kept], kind: type[BodyT]) -> tuple[Record[BodyT], ...]:
    """What is true now of each record of one kind."""
    return tuple(
        cast("Record[BodyT]", each.record) for each in kept if isinstance(each.record.body, kind)
    )


def what_is_named(
    kept: dict[str, tuple[Kept, ...]],
    names: dict[RecordId, str],
    talks: dict[RecordId, datetime.date],
) -> dict[RecordId, Told]:
    """What the records of a person are called where others name them."""
    known: dict[RecordId, Told] = {**names, **talks}
    sentences = {
        each.id: title_of(each.body, known) for each in records_of(kept["statement"], Statement)
    }
    known |= sentences
    for every in kept.values():
        for each in every:
            known.setdefault(each.record.id, title_of(each.record.body, sentences))
    return known


def _title(record: Record[Body]) -> Told:
    match record.body:
        case Person(preferred_name=name) | Supporter(name=name):
            return name
    return name_of_kind(record.kind)


def _talk_title(day: datetime.date) -> Told:
    return Phrase(N_("The talk of {day}"), (("day", day),))


def _how_long(body: Session) -> tuple[Told, ...]:
    if body.ended is None:
        return (Phrase(N_("This talk is not finished.")),)
    minutes = round((body.ended - body.started).total_seconds() / 60)
    return (Phrase(N_("Minutes from its beginning to its end: {n}"), (("n", str(minutes)),)),)


def written_down(at: datetime.datetime, by: Told) -> Told:
    """When something was written, and by whom if they are around the person."""
    if by:
        return Phrase(N_("Written down on {day} by {name}"), (("day", at), ("name", by)))
    return Phrase(N_("Written down on {day}"), (("day", at),))


def _talk_of(record: Record[Body]) -> RecordId | None:
    return record.id if record.kind == "session" else _session_of(record.body)


def _session_of(body: Body) -> RecordId | None:
    return getattr(body, "session", None)


def _turned(action: Action) -> bool:
    return bool(action.undoes or action.redoes)


def _hidden_or_shown(before: Revision[Body] | None, after: Revision[Body]) -> Iterator[Told]:
    if before is not None and before.withdrawn != after.withdrawn:
        yield Phrase(N_("It was hidden.") if after.withdrawn else N_("It was shown again."))


def _lost(teller: Teller, before: Body, after: Body) -> tuple[Fact, ...]:
    """What was known before and is not any more; words are told by their own change."""
    told_apart = _ONLY_WHERE_IT_STANDS
    if isinstance(after, Statement):
        told_apart |= _TOLD_BY_HISTORY
    still = {each.label: each.items for each in teller.facts(after, without=told_apart)}
    lost = []
    for each in teller.facts(before, without=told_apart):
        gone = tuple(item for item in each.items if item not in still.get(each.label, ()))
        if gone:
            lost.append(dataclasses.replace(each, items=gone))
    return tuple(lost)


def _done(
    event: Event, workers: Mapping[str, str], people: Mapping[RecordId, str]
) -> tuple[Told, ...]:
    """One line of the list of what was done, with its day and time."""
    at = event.at.astimezone()
    when = Phrase(N_("{day}, {time}."), (("day", at.date()), ("time", f"{at:%H:%M}")))
    return (when, *doings.sentences(event, workers=workers, people=people))


def _undoing(action: Action, name: str) -> Told:
    """That something was taken back or done again.

    Args:
        action: the undoing.
        name: of who did it; empty if they are not around the person.

    """
    values: tuple[tuple[str, Told], ...] = (
        ("day", action.at),
        ("name", name),
        ("action", Phrase(action.name)),
    )
    return Phrase(_UNDO_LINES[bool(name), bool(action.undoes)], values)


_UNDO_LINES: dict[tuple[bool, bool], str] = {
    (True, True): N_("{day}, {name} took this back: {action}"),
    (True, False): N_("{day}, {name} did this again: {action}"),
    (False, True): N_("{day}, this was taken back: {action}"),
    (False, False): N_("{day}, this was done again: {action}"),
}
