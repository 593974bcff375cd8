"""What came of a promise, in words for the person, on screen and on paper."""

import datetime

from app.model.ids import PictureRef
from app.model.promises import Promise
from app.model.wording import N_, Wording

OUTCOMES: dict[str, tuple[str, PictureRef]] = {
    "we_will": (N_("We will"), PictureRef("openmoji:1F91D")),
    "we_did": (N_("We did"), PictureRef("openmoji:2705")),
    "trying": (N_("We are trying"), PictureRef("openmoji:1F6B6")),
    "not_yet": (N_("Not yet"), PictureRef("openmoji:23F3")),
    "could_not_change": (N_("We could not change this"), PictureRef("openmoji:1F6A7")),
}

COULD_NOT: dict[str, tuple[str, PictureRef]] = {
    "law": (N_("The law"), PictureRef("openmoji:2696")),
    "tenancy_or_landlord": (N_("The tenancy or the landlord"), PictureRef("openmoji:1F3E0")),
    "money": (N_("Money"), PictureRef("openmoji:1F4B7")),
    "another_persons_rights": (N_("The rights of somebody else"), PictureRef("openmoji:1F465")),
    "serious_safety_now": (N_("Serious danger just now"), PictureRef("openmoji:26A0")),
    "not_our_decision": (N_("It is not ours to decide"), PictureRef("openmoji:1F3E2")),
    "not_physically_possible": (N_("It cannot be done at all"), PictureRef("openmoji:1F9F1")),
    "other": (N_("Something else"), PictureRef("openmoji:1F4AC")),
}

REACTIONS: dict[str, tuple[str, PictureRef]] = {
    "like": (N_("I like it"), PictureRef("openmoji:1F642")),
    "not_sure": (N_("I am not sure"), PictureRef("openmoji:1F610")),
    "do_not_like": (N_("I do not like it"), PictureRef("openmoji:1F641")),
}

IMPACTS: dict[str, tuple[str, PictureRef]] = {
    "better": (N_("Better"), PictureRef("openmoji:1F44D")),
    "same": (N_("The same"), PictureRef("openmoji:270B")),
    "worse": (N_("Worse"), PictureRef("openmoji:1F44E")),
    "not_sure": (N_("Not sure"), PictureRef("openmoji:1F914")),
}
"""What answers about a promise are called, each with its picture."""


def late_words(words: Wording, due: datetime.date) -> str:
    """That a promise should have been kept by now: it is late, and nobody is blamed for it."""
    return words.t(N_("This should have been done by {day}."), day=words.date(due))


def outcome_words(words: Wording, body: Promise, *, name: str, today: datetime.date) -> list[str]:
    """What was done; or why not, what can be done instead, and what the person can do (R13).

    Of what is still to be done after its day that is said first. ``name`` is the person's; empty
    where nobody is named.
    """
    t = words.t
    said = [late_words(words, body.due)] if body.late(today) else []
    said += [body.what_changed] if body.what_changed else []
    if body.response == "could_not_change" and body.could_not_because is not None:
        reason = t(COULD_NOT[body.could_not_because][0])
        said += [
            t(N_("Why: {reason}. {words}"), reason=reason, words=body.because_plain),
            t(N_("What we can do instead: {words}"), words=body.instead),
            _if_not_agreed(words, body.how_to_challenge, name),
        ]
    return said


def _if_not_agreed(words: Wording, then: str, name: str) -> str:
    if name:
        return words.t(N_("If {name} does not agree: {words}"), name=name, words=then)
    label = words.t(N_("What I can do if I do not agree"))
    return words.t(N_("{label}: {value}"), label=label, value=then)
