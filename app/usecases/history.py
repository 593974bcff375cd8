"""The history of one sentence, in plain words, for everyone who may see the sentence."""

import dataclasses
import datetime
from collections.abc import Iterator
from typing import cast

from app.model.action import Action
from app.model.ids import RecordId, RevisionId
from app.model.person import Person, Supporter
from app.model.record import Body, Revision, heads
from app.model.session import Session
from app.model.statement import Statement, Voice, VoiceGroup
from app.model.wording import N_, Phrase, Wording
from app.usecases.ports import Notebook, UnitOfWork

UNDONE, DONE_AGAIN = N_("Undone: {action}"), N_("Done again: {action}")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A sentence as it was from one revision on.

    Attributes:
        now: whether this is how it stands; of several, each is somebody's view.
        words: the words as they were said, in the language ``lang``.
        easy: the same in easier words, if there are any.
        said_by: the name of the supporter whose words they are; empty for the person's own.
        written_by: the name of who wrote this version down; empty if they are not around the
            person.
        at: when it was written, in UTC; ``on`` is the day where the laptop is.
        session_on: the day of the session in which it was written, if it was in one.
        answer: what the person had answered about these words, if anything.
        answered_on: the day of that answer.
        changes: what is other than in the version before.
        withdrawn: whether it is hidden from here on.
        turned: whether it was made by undoing something, or doing it again; nobody wrote then.

    """

    revision: RevisionId
    now: bool
    words: str
    lang: str
    easy: str
    voice: Voice
    voice_group: VoiceGroup
    said_by: str
    written_by: str
    at: datetime.datetime
    on: datetime.date
    session_on: datetime.date | None
    answer: Phrase | None
    answered_on: datetime.date | None
    changes: tuple[Phrase, ...]
    withdrawn: bool
    turned: bool


_ANSWERS: dict[str, str] = {
    "keep": N_("You said: keep"),
    "changed_then_keep": N_("You said: keep"),
    "not_mine": N_("You said: not mine"),
    "not_sure": N_("You said: not sure"),
}

_CHANGED: dict[str, str] = {
    "easy": N_("The easy words were changed."),
    "meaning": N_("What it means was changed."),
    "meaning_confidence": N_("What it means was changed."),
    "recording": N_("The recording of it was changed."),
    "voice": N_("Whose words these are was changed."),
    "said_by": N_("Whose words these are was changed."),
    "section": N_("It moved to another part of the plan."),
    "audience": N_("Who may see it was changed."),
    "answer_to": N_("Your reply was changed."),
}
_TOLD_APART = frozenset({"original", "symbols", "key_words", "read_back", "private"})
_SAID_WITH_OTHERS = frozenset({"easy_by", "easy_ok_by_person", "easy_unsure_on"})


def history(notebook: Notebook, *, record: RecordId) -> tuple[Version, ...]:
    """Every version of a sentence, the first first.

    Names are those of the same person's circle, also of those who have left it.

    Raises:
        NotFoundError: there is no such sentence.

    """
    with notebook.unit_of_work() as work:
        person = work.records.get(record, Statement).body.person
        return versions(
            work.records.history(record),
            actions=work.actions.of_record(record),
            names=names_around(work, person),
            talks=days_of_talks(work, person),
        )


def versions(
    written: tuple[Revision[Body], ...],
    *,
    actions: dict[RevisionId, Action],
    names: dict[RecordId, str],
    talks: dict[RecordId, datetime.date],
) -> tuple[Version, ...]:
    """The same, from what a notebook keeps of the sentence.

    Args:
        written: every revision of the sentence, the first first.
        actions: the action that wrote each revision, where one did.
        names: of the person and of everybody around them.
        talks: the day of each of the person's sessions.

    """
    said = cast("tuple[Revision[Statement], ...]", written)
    by_id = {each.id: each for each in said}
    standing = {each.id for each in heads(said)}
    return tuple(
        _version(
            each,
            before=by_id.get(max(each.based_on)) if each.based_on else None,
            names=names,
            session_on=talks.get(each.session) if each.session else None,
            action=actions.get(each.id),
            now=each.id in standing,
        )
        for each in said
    )


def lines(version: Version, words: Wording) -> Iterator[str]:
    """A version in plain words, one line for each thing there is to say about it."""
    day = words.date(version.on)
    if version.written_by and version.turned:
        yield words.t("{day}, {name}:", day=day, name=version.written_by)
    elif version.written_by:
        yield words.t("{day}, {name} wrote this down:", day=day, name=version.written_by)
    else:
        yield words.t("On {day}:", day=day)
    yield f"  {' '.join(version.words.split())}"
    if version.said_by:
        yield f"  {words.t('Whose words: {name}', name=version.said_by)}"
    if version.session_on is not None:
        yield f"  {words.t('In the talk of {day}', day=words.date(version.session_on))}"
    for each in version.changes:
        yield f"  {' '.join(each.said(words).split())}"


def as_data(version: Version, words: Wording) -> dict[str, object]:
    """A version as what JSON can hold, its phrases said in the language of ``words``."""
    fields = {each.name: getattr(version, each.name) for each in dataclasses.fields(version)}
    return fields | {
        "at": version.at.isoformat(),
        "on": version.on.isoformat(),
        "session_on": version.session_on and version.session_on.isoformat(),
        "answer": version.answer and version.answer.said(words),
        "answered_on": version.answered_on and version.answered_on.isoformat(),
        "changes": [each.said(words) for each in version.changes],
    }


def names_around(work: UnitOfWork, person: RecordId) -> dict[RecordId, str]:
    """The names of a person and of everybody around them, also of those who have left."""
    circle = work.records.find(Supporter, person=person, withdrawn=True)
    names = {each.id: each.body.name for each in circle}
    return names | {person: work.records.get(person, Person).body.preferred_name}


def days_of_talks(work: UnitOfWork, person: RecordId) -> dict[RecordId, datetime.date]:
    """The day of each session of a person."""
    found = work.records.find(Session, person=person, withdrawn=True)
    return {each.id: _day(each.body.started) for each in found}


def _day(at: datetime.datetime) -> datetime.date:
    return at.astimezone().date()


def _version(
    revision: Revision[Statement],
    *,
    before: Revision[Statement] | None,
    names: dict[RecordId, str],
    session_on: datetime.date | None,
    action: Action | None,
    now: bool,
) -> Version:
    body = revision.body
    answer = _ANSWERS.get(body.read_back.result)
    return Version(
        revision=revision.id,
        now=now,
        words=body.original,
        lang=body.original_lang,
        easy=body.easy,
        voice=body.voice,
        voice_group=body.voice_group,
        said_by=names.get(body.said_by, "") if body.said_by else "",
        written_by=names.get(revision.by, ""),
        at=revision.at,
        on=_day(revision.at),
        session_on=session_on,
        answer=Phrase(answer) if answer else None,
        answered_on=body.read_back.on if answer else None,
        turned=action is not None and bool(action.undoes or action.redoes),
        changes=(*undone_or_again(action), *_changes(before, revision)),
        withdrawn=revision.withdrawn,
    )


def undone_or_again(action: Action | None) -> Iterator[Phrase]:
    """That something was undone, by the name that the undo button showed."""
    if action is not None and action.undoes:
        yield Phrase(UNDONE, (("action", Phrase(action.name)),))
    if action is not None and action.redoes:
        yield Phrase(DONE_AGAIN, (("action", Phrase(action.name)),))


def _changes(before: Revision[Statement] | None, after: Revision[Statement]) -> Iterator[Phrase]:
    if before is None:
        yield Phrase(N_("It was written down."))
        return
    if len(after.based_on) > 1:
        yield Phrase(N_("Different views were settled."))
    if before.withdrawn != after.withdrawn:
        yield Phrase(N_("It was hidden.") if after.withdrawn else N_("It was shown again."))
    yield from differences(before.body, after.body)


def differences(before: Statement, after: Statement) -> Iterator[Phrase]:
    """What is other about a sentence than it was before, a phrase for each thing."""
    yield from _told_apart(before, after)
    changed = (
        field
        for field in after.__struct_fields__
        if field not in _TOLD_APART and getattr(before, field) != getattr(after, field)
    )
    sentences = dict.fromkeys(
        _CHANGED.get(field, N_("Something else about it was changed."))
        for field in changed
        if field not in _SAID_WITH_OTHERS or before.easy == after.easy
    )
    yield from map(Phrase, sentences)


def _told_apart(before: Statement, after: Statement) -> Iterator[Phrase]:
    if before.original != after.original and not before.original:
        yield Phrase(N_("Its words were written down."))
    elif before.original != after.original:
        was = (("before", before.original),)
        yield Phrase(N_('The words were changed. Before: "{before}"'), was)
    if (before.symbols, before.key_words) != (after.symbols, after.key_words):
        yield Phrase(_picture(before, after))
    if before.read_back != after.read_back:
        waiting = N_("It waits to be read to you again.")
        yield Phrase(_ANSWERS.get(after.read_back.result, waiting))
    if before.private != after.private:
        alone = N_("It is for you alone now.")
        yield Phrase(alone if after.private else N_("It is not for you alone any more."))


def _picture(before: Statement, after: Statement) -> str:
    if not before.symbols:
        return N_("A picture was added.")
    return N_("The picture was changed.") if after.symbols else N_("The picture was taken away.")
