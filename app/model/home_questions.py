"""Which questions of a guide can be taken home on paper, and how many answers each may have."""

import dataclasses
from collections.abc import Iterable, Mapping

from app.model.errors import NotFoundError
from app.model.guide import Guide, Moment, Option
from app.model.wording import N_

_KINDS = frozenset({"choose", "either_or", "body"})
"""The kinds of moments whose answers are ticked among pictures with words."""
_MOST_OPTIONS = 12
"""So many squares have room on one page, however large its words are."""


_NONE = N_("There is no question {name} to take home. There are: {known}.")


@dataclasses.dataclass(frozen=True, slots=True)
class HomeQuestions:
    """One or a few questions of one guide."""

    guide: Guide
    moments: tuple[Moment, ...]


def can_go_home(guide: Guide, moment: Moment) -> bool:
    """Whether a question can be answered on paper and without anybody there.

    It can where its answer is said in the plan, in the person's own voice, and hangs on nothing
    else of the talk. What is not for the keyworker's ears does not go through their hands either
    (rule R14), and nobody tells a sheet of paper that they are not safe (rule R15).
    """
    return (
        moment.kind in _KINDS
        and bool(moment.section)
        and 0 < len(moment.options) <= _MOST_OPTIONS
        and not (moment.part or moment.practice or moment.for_each or moment.whose or moment.fills)
        and not guide.without_keyworker
        and not any(_goes_on(option) for option in moment.options)
    )


def _goes_on(option: Option) -> bool:
    """Whether pressing it does something in the talk itself."""
    return bool(option.ends or option.not_safe or option.stays or option.days)


def most_answers(moment: Moment) -> int:
    """How many of its choices may be ticked."""
    if moment.several or moment.kind == "body":
        return moment.most or len(moment.options)
    return 1


def own_words(moment: Moment) -> Option | None:
    """The choice beside which words of one's own are written, if there is one."""
    return next((option for option in moment.options if option.something_else), None)


def of_guide(guide: Guide, names: Iterable[str] = ()) -> HomeQuestions:
    """The questions of a guide that can go home: those of these names, or all.

    Raises:
        NotFoundError: there is not one of these names.

    """
    there = {each.id: each for each in guide.moments if can_go_home(guide, each)}
    wanted = tuple(names) or tuple(there)
    missing = [name for name in wanted if name not in there]
    if missing:
        raise NotFoundError(_NONE, name=", ".join(missing), known=_known((guide,)))
    return HomeQuestions(guide, tuple(there[name] for name in wanted))


def named(guides: Mapping[str, Guide], name: str) -> HomeQuestions:
    """The questions that a command names: ``passport``, or ``passport:say_yes,say_no``.

    Raises:
        NotFoundError: none is named, or there are none of these names; it says which there are.

    """
    which, _, moments = name.partition(":")
    known = _known(guides.values())
    if not which:
        raise NotFoundError(
            N_("Please say with --about which questions. There are: {known}."), known=known
        )
    found = guides.get(which)
    if found is None or not of_guide(found).moments:
        raise NotFoundError(_NONE, name=name, known=known)
    return of_guide(found, filter(None, moments.split(",")))


def _known(guides: Iterable[Guide]) -> str:
    """Every question that can go home, as a command names it."""
    return ", ".join(
        f"{guide.id}:{moment.id}" for guide in guides for moment in of_guide(guide).moments
    )
