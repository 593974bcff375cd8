"""Who may see which sentences of a plan, for what, and on which day (rules R4 and R7).

Nothing here is kept: every time somebody is to see something, the person's choices are asked anew.
What is closest to the sentence and to the reader decides; where choices are equally close, or one
is closer to the sentence and another to the reader, the most careful one does.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator
from typing import Literal

from app.model.event import Document
from app.model.ids import RecordId
from app.model.person import SupporterRole
from app.model.record import Record
from app.model.sections import Sections
from app.model.sharing import How, Part, Purpose, SharedWith, SharingChoice
from app.model.statement import Statement
from app.model.wording import N_

TEAM: frozenset[SupporterRole] = frozenset({"keyworker", "support_worker", "manager"})
"""Who reads the plan to support the person, unless the person said no."""

FOR_THE_TEAM: frozenset[How] = frozenset({"see_here", "paper", "talk"})
"""How the team may see it without having been named: never as a file."""

ELSEWHERE = frozenset({"legal_duty", "vital_emergency"})
"""What sharing can rest on without the person's yes; each is written down with its reason."""

Why = Literal[
    "choice", "asked_now", "team", "legal_basis", "draft", "private", "line_by_line", "said_no",
    "ask_first", "not_decided", "some_only", "other_way", "other_purpose", "came_later", "ended",
    "left", "nothing_said",
]  # fmt: skip

REASONS: dict[Why, str] = {
    "choice": N_("{person} said yes."),
    "asked_now": N_("{person} was asked now, and said yes."),
    "team": N_("{name} is in the team that supports {person}."),
    "legal_basis": N_("The law or an emergency asks for it, and the reason is written down."),
    "draft": N_("It was not read back and kept yet."),
    "private": N_("It is only for {person}."),
    "line_by_line": N_("{person} says yes or no to each of these lines."),
    "said_no": N_("{person} said no."),
    "ask_first": N_("{person} wants to be asked each time."),
    "not_decided": N_("{person} has not decided yet."),
    "some_only": N_("{person} said: some of it. This is not in it."),
    "other_way": N_("{person} said yes to another way of seeing it."),
    "other_purpose": N_("{person} said yes for another reason."),
    "came_later": N_("{name} came after {person} said yes. {person} is asked again."),
    "ended": N_("The yes of {person} has ended."),
    "left": N_("{name} has left."),
    "nothing_said": N_("{person} was not asked about {name}."),
}
"""Why somebody may see a sentence or not, in plain words."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody else than the person.

    Attributes:
        supporter: who it is, if they are around the person.
        role: what they are to the person, and ``since`` when without a break.
        organisation: whom they are with, in words.
        left: they are not around the person any more.

    """

    name: str
    supporter: RecordId | None = None
    role: SupporterRole | None = None
    since: datetime.datetime | None = None
    organisation: str = ""
    left: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A sharing choice as it stands.

    Attributes:
        at: when it was given: a yes to a role is for those who had that role then.
        unsettled: two laptops say different things about it, and the person has not chosen yet.

    """

    id: RecordId
    choice: SharingChoice
    at: datetime.datetime
    unsettled: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the choices.

    Attributes:
        how: in which way the reader would see it.
        document: as what; empty for the sentences themselves.
        asked_now: the person was asked just now where they want to be asked, and said yes.

    """

    reader: Reader
    purpose: Purpose
    on: datetime.date
    how: How = "see_here"
    document: Document = ""
    asked_now: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a sentence may be seen, on which choice that rests, and why in one word."""

    seen: bool
    why: Why
    choice: RecordId | None = None


Says = Literal["yes", "ask", "no"]
_CAREFUL: dict[Says, int] = {"yes": 0, "ask": 1, "no": 2}
_WHOLE, _DOCUMENT, _SECTION, _SENTENCE = 1, 2, 3, 4
_BY_ORGANISATION, _BY_ROLE, _BY_NAME = 1, 2, 3


@dataclasses.dataclass(frozen=True, slots=True)
class _Voice:
    """What one choice says about one sentence and one reader, and how close it is to both."""

    says: Says
    part: int
    who: int
    given: Given

    def outdone_by(self, other: "_Voice") -> bool:
        """Whether another is at least as close to both, and closer to one."""
        no_farther = other.part >= self.part and other.who >= self.who
        return no_farther and (other.part, other.who) != (self.part, self.who)


def counts(choice: SharingChoice, on: datetime.date) -> bool:
    """Whether a choice counts on a day: begun, not over, not withdrawn.

    What was taken back counts for nothing, on whatever day: a clock that was set back brings
    nothing back.
    """
    over = choice.until is not None and on > choice.until
    return choice.withdrawn_on is None and choice.since <= on and not over


def verdict(
    statement: Record[Statement], *, sections: Sections, choices: Iterable[Given], asked: Asked
) -> Verdict:
    """Whether this reader may see this sentence.

    Args:
        statement: the sentence, as it stands.
        sections: which of them are shared line by line.
        choices: all that the person chose; those that do not count or are of others are ignored.
        asked: who is to see it, for what, in which way, and when.

    """
    if (never := _never(statement)) is not None:
        return Verdict(seen=False, why=never)
    section = statement.body.section
    return ruling(section, statement.id, sections=sections, choices=choices, asked=asked)


def ruling(
    section: str,
    record: RecordId,
    *,
    sections: Sections,
    choices: Iterable[Given],
    asked: Asked,
) -> Verdict:
    """Whether this reader may see what stands in a section under this name.

    A sentence, or anything else that stands there: a goal, a rule, somebody who is named.
    """
    on = asked.on
    if asked.reader.left:
        return Verdict(seen=False, why="left")
    mine = tuple(each for each in choices if _closeness(each.choice.to, asked.reader))
    line_by_line = section in sections and sections[section].private
    least = _SENTENCE if line_by_line else _WHOLE
    forced = next((x for x in mine if _forces(x, section, record, asked, least)), None)
    if forced is not None:
        return Verdict(seen=True, why="legal_basis", choice=forced.id)
    voices = [
        voice
        for each in mine
        if _is_asked_about(each.choice, asked) and counts(each.choice, on)
        for voice in _voices(each, section, record, asked)
    ]
    voices = _close_enough(voices, least, asked)
    closest = [each for each in voices if not any(each.outdone_by(other) for other in voices)]
    if closest:
        return _decided(max(closest, key=lambda each: _CAREFUL[each.says]), asked)
    if line_by_line:
        return Verdict(seen=False, why="line_by_line")
    if asked.reader.role in TEAM and asked.purpose == "support" and asked.how in FOR_THE_TEAM:
        return Verdict(seen=True, why="team")
    return _blocked_because(mine, section, record, asked)


def _close_enough(voices: list[_Voice], least: int, asked: Asked) -> list[_Voice]:
    """Those that say anything where only what is as close to the sentence as ``least`` lets see.

    Whoever is to be asked first is also asked before a yes to the sentence itself counts.
    """
    enough = [each for each in voices if each.says == "no" or each.part >= least]
    if asked.asked_now or all(each.says == "no" for each in enough):
        return enough
    return [each for each in voices if each in enough or each.says == "ask"]


def _never(statement: Record[Statement]) -> Why | None:
    """What no choice changes."""
    if not statement.body.kept or statement.withdrawn:
        return "draft"
    return "private" if statement.body.private else None


def _decided(voice: _Voice, asked: Asked) -> Verdict:
    match voice.says:
        case "yes":
            return Verdict(seen=True, why="choice", choice=voice.given.id)
        case "ask":
            why: Why = "asked_now" if asked.asked_now else "ask_first"
            return Verdict(seen=asked.asked_now, why=why, choice=voice.given.id)
        case "no":
            some = voice.given.choice.choice == "yes_some"
            return Verdict(
                seen=False, why="some_only" if some else "said_no", choice=voice.given.id
            )


def _voices(given: Given, section: str, statement: RecordId, asked: Asked) -> Iterator[_Voice]:
    """What a choice says about a sentence. "Some of it" also says: and not the rest."""
    choice, who = given.choice, _closeness(given.choice.to, asked.reader)
    some = choice.choice == "yes_some"
    reached = _closest(choice, section, statement, asked)
    says = _says(given, asked.reader)
    if says is not None and reached > (_WHOLE if some else 0):
        yield _Voice(says, reached, who, given)
    if some and any(not part.startswith("sentence:") for part in choice.parts):
        yield _Voice("no", _WHOLE, who, given)


def _says(given: Given, reader: Reader) -> Says | None:
    match given.choice.choice:
        case "no":
            return "no"
        case "ask_each_time":
            return "ask"
        case "yes" | "yes_some" if _may_say_yes(given, reader):
            return "ask" if given.unsettled else "yes"
        case _:
            return None


def _may_say_yes(given: Given, reader: Reader) -> bool:
    """A yes is the person's own, or rests on a decision; one to a role is for nobody new in it."""
    choice = given.choice
    if choice.basis in ELSEWHERE:
        return False
    if choice.basis == "best_interests" and choice.decision is None:
        return False
    return choice.to.role is None or _was_there(given, reader)


def _was_there(given: Given, reader: Reader) -> bool:
    return reader.since is not None and reader.since <= given.at


def _forces(given: Given, section: str, statement: RecordId, asked: Asked, least: int) -> bool:
    """Whether the law or an emergency asks for it; the reason stands in the choice."""
    choice = given.choice
    return (
        choice.basis in ELSEWHERE
        and choice.choice in {"yes", "yes_some"}
        and not given.unsettled
        and counts(choice, asked.on)
        and _is_asked_about(choice, asked)
        and _closest(choice, section, statement, asked) >= least
        and (choice.to.role is None or _was_there(given, asked.reader))
    )


def _is_asked_about(choice: SharingChoice, asked: Asked) -> bool:
    return choice.purpose == asked.purpose and (not choice.how or asked.how in choice.how)


def _closeness(to: SharedWith, reader: Reader) -> int:
    """How closely a choice names a reader; 0 where it does not."""
    if to.supporter is not None:
        return _BY_NAME if to.supporter == reader.supporter else 0
    if to.role is not None:
        return _BY_ROLE if to.role == reader.role else 0
    named = _plain(to.organisation)
    return _BY_ORGANISATION if named == _plain(reader.organisation) else 0


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _closest(choice: SharingChoice, section: str, statement: RecordId, asked: Asked) -> int:
    return max((_reach(part, section, statement, asked) for part in choice.parts), default=0)


def _reach(part: Part, section: str, statement: RecordId, asked: Asked) -> int:
    """How closely a part holds a sentence; 0 where it does not."""
    kind, _, name = part.partition(":")
    match kind:
        case "plan":
            return _WHOLE
        case "document":
            return _DOCUMENT if asked.document and name == asked.document else 0
        case "section":
            return _SECTION if name == section else 0
        case _:
            return _SENTENCE if name == statement else 0


def _blocked_because(
    mine: tuple[Given, ...], section: str, statement: RecordId, asked: Asked
) -> Verdict:
    """Why nothing covers a sentence, from the last choice that comes near it."""
    for given in reversed(mine):
        choice = given.choice
        if not _closest(choice, section, statement, asked):
            continue
        why: Why | None = None
        if choice.choice == "not_decided":
            why = "not_decided" if counts(choice, asked.on) else None
        elif choice.choice in {"yes", "yes_some"}:
            why = _yes_does_not_cover(given, asked)
        if why is not None:
            return Verdict(seen=False, why=why, choice=given.id)
    return Verdict(seen=False, why="nothing_said")


def _yes_does_not_cover(given: Given, asked: Asked) -> Why | None:
    choice = given.choice
    if not counts(choice, asked.on):
        return "ended"
    if choice.purpose != asked.purpose:
        return "other_purpose"
    if choice.how and asked.how not in choice.how:
        return "other_way"
    if choice.to.role is not None and not _was_there(given, asked.reader):
        return "came_later"
    return None


def seen_by(
    statements: Iterable[Record[Statement]],
    *,
    sections: Sections,
    choices: Iterable[Given],
    asked: Asked,
) -> tuple[tuple[Record[Statement], Verdict], ...]:
    """Each sentence with its verdict, the person's replies among them.

    A reply is seen where what it answers is seen, unless it is private, a draft, or spoken about
    by itself.
    """
    choices, statements = tuple(choices), tuple(statements)
    verdicts = {
        each.id: verdict(each, sections=sections, choices=choices, asked=asked)
        for each in statements
    }
    for each in statements:
        answered = each.body.answer_to
        if answered is not None and verdicts[each.id].seen:
            about = verdicts.get(answered.statement)
            if about is None or not about.seen:
                verdicts[each.id] = about or Verdict(seen=False, why="nothing_said")
    return tuple((each, verdicts[each.id]) for each in statements)
