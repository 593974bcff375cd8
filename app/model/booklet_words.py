"""What a copy of a plan says around the person's sentences, on paper and as it is heard."""

import datetime
from collections.abc import Iterator, Sequence

from app.model.person import Person
from app.model.plan import Plan
from app.model.wording import N_, Wording

WHAT = N_("This is my plan. It says what matters to me and how to support me well.")
IF_WRONG = N_("If something is wrong")
MEANINGS = N_("What these words mean")

_HELPERS = {
    "keyworker": N_("{name} is my keyworker."),
    "advocate": N_("{name} is my advocate. An advocate speaks up with me."),
    "imca": N_("{name} is my advocate. An advocate speaks up with me."),
}


def facts(
    plan: Plan,
    *,
    copy_for: str,
    made_on: datetime.date,
    words: Wording,
    called: str = "",
    lacking: Sequence[str] = (),
) -> Iterator[str]:
    """Who it is for, when and with whom it was made (rule W26).

    ``called`` says what kind of reading it is, where that is known (easy-read rule L24), and
    ``lacking`` that sentences of it are not in its language.
    """
    t, person = words.t, plan.person.body
    yield t(N_("This copy is for {reader}."), reader=copy_for)
    yield t(N_("Made on {day}."), day=words.date(made_on))
    if helpers := made_with(plan):
        yield t(N_("I made it with {names}."), names=words.listed(helpers))
    if person.review_due and person.review_due >= made_on:
        yield t(N_("We look at it again on {day}."), day=words.date(person.review_due))
    yield from if_example(person, words)
    if called:
        yield called
    yield from lacking


def if_example(person: Person, words: Wording) -> Iterator[str]:
    """That the person is made up, where they are."""
    if person.example:
        sentence = N_("This is an example. {name} is not a real person.")
        yield words.t(sentence, name=person.preferred_name)


def made_with(plan: Plan) -> tuple[str, ...]:
    """Who wrote the sentences down, as far as they may be named; if nobody did, the keyworkers."""
    wrote = [line.scribed_by for line in plan.lines if line.statement.body.scribed_by]
    keyworkers = [each.body.name for each in plan.supporters if each.body.role == "keyworker"]
    names = dict.fromkeys(wrote or keyworkers)
    return tuple(name for name in names if name not in {"", plan.person.body.preferred_name})


def advice(plan: Plan, words: Wording) -> tuple[str, str, str, str]:
    """If something is not right; if it is to change; who helps with that; and how to complain."""
    t = words.t
    return (
        t(N_("I can say that something is not right. I can say it at any time.")),
        t(N_("I can change my plan. We change it together and read it again.")),
        " ".join(_helpers(plan, words)),
        t(N_("If I am not happy with my support, I can complain. Somebody can help me with that.")),
    )


def _helpers(plan: Plan, words: Wording) -> list[str]:
    """Keyworkers, then advocates, who are there now."""
    here = [each.body for each in plan.supporters if not each.withdrawn and not each.body.left_on]
    found = [
        words.t(sentence, name=each.name)
        for role, sentence in _HELPERS.items()
        for each in here
        if each.role == role
    ]
    return [*found, words.t(N_("I can ask anyone I trust to help me."))]
