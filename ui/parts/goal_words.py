"""What answers about goals, steps and promises are called, each with its picture."""

from app.model.goals import Point
from app.model.ids import PictureRef
from app.model.wording import N_
from app.usecases.due import What

Shown = tuple[str, PictureRef]


def _openmoji(code: str) -> PictureRef:
    return PictureRef(f"openmoji:{code}")


GOAL = _openmoji("1F3AF")
STEP = _openmoji("1F463")
MOVED = _openmoji("1F4C8")
WE_DID = _openmoji("1F4E3")
PROMISE = _openmoji("1F91D")
WHY = _openmoji("1F331")
COVERED = _openmoji("2709")
FACE = _openmoji("1F642")
WHO = _openmoji("1F465")
WHEN = _openmoji("1F5D3")
CELEBRATE = _openmoji("1F389")
AGAIN = _openmoji("1F504")
SURE = _openmoji("1F44D")
START = _openmoji("1F6A9")
LATER = _openmoji("23F3")

SURES: dict[str, Shown] = {
    "sure": (N_("Sure"), _openmoji("1F44D")),
    "not_sure": (N_("Not sure"), _openmoji("1F914")),
    "no": (N_("No"), _openmoji("1F44E")),
}

HELPS: dict[str, Shown] = {
    "do_myself": (N_("I do it myself"), _openmoji("1F9D1")),
    "bit_of_help": (N_("A bit of help"), _openmoji("1F91D")),
    "lots_of_help": (N_("Lots of help"), _openmoji("1F46B")),
}

STATUSES: dict[str, Shown] = {
    "to_do": (N_("Still to do"), _openmoji("1F4DD")),
    "doing": (N_("We are doing it"), _openmoji("1F6B6")),
    "done": (N_("Done"), _openmoji("2705")),
    "stuck": (N_("It is stuck"), _openmoji("1F6A7")),
    "dropped": (N_("Let it go"), _openmoji("1F343")),
}

STUCK: dict[str, Shown] = {
    "staff_not_there": (N_("Nobody was there to help"), _openmoji("1F465")),
    "money": (N_("Money"), _openmoji("1F4B7")),
    "transport": (N_("Getting there"), _openmoji("1F68C")),
    "health": (N_("My health"), _openmoji("1F3E5")),
    "risk_not_agreed": (N_("We have not agreed about a risk"), _openmoji("2696")),
    "waiting_for_others": (N_("We wait for somebody"), _openmoji("23F3")),
    "did_not_want": (N_("I did not want to"), _openmoji("1F645")),
    "place_not_accessible": (N_("The place does not work for me"), _openmoji("1F6AA")),
    "other": (N_("Something else"), _openmoji("1F4AC")),
}

GOAL_STATUSES: dict[str, str] = {
    "hoped": N_("A hope"),
    "planning": N_("We plan it"),
    "trying": N_("We are trying it"),
    "paused": N_("It has a rest"),
    "reached": N_("Reached"),
    "part_reached": N_("Partly reached"),
    "changed": N_("Changed"),
    "let_go": N_("Let go"),
}

LET_GO: dict[str, Shown] = {
    "mind_changed": (N_("I changed my mind"), _openmoji("1F504")),
    "done_another_way": (N_("It happened another way"), _openmoji("2705")),
    "not_now": (N_("Not now"), _openmoji("23F3")),
    "blocked_by_service": (N_("The service stands in the way"), _openmoji("1F6A7")),
    "health": (N_("My health"), _openmoji("1F3E5")),
    "other": (N_("Something else"), _openmoji("1F4AC")),
}

THEMES: dict[str, Shown] = {
    "food": (N_("Food"), _openmoji("1F37D")),
    "staff": (N_("The people who help me"), _openmoji("1F465")),
    "activity": (N_("Things to do"), _openmoji("26BD")),
    "privacy": (N_("Being private"), _openmoji("1F6AA")),
    "routine": (N_("How the day goes"), _openmoji("1F550")),
    "money": (N_("Money"), _openmoji("1F4B7")),
    "health": (N_("Health"), _openmoji("1F3E5")),
    "communication": (N_("Being understood"), _openmoji("1F4AC")),
    "home": (N_("My home"), _openmoji("1F3E0")),
    "relationships": (N_("People in my life"), _openmoji("1F46B")),
    "safety": (N_("Feeling safe"), _openmoji("1F511")),
    "information": (N_("Knowing things"), _openmoji("2139")),
    "other": (N_("Something else"), _openmoji("2B50")),
}

DUE_PICTURES: dict[What, PictureRef] = {
    "review": _openmoji("1F4D6"),
    "talk": _openmoji("1F4AC"),
    "goal": GOAL,
    "step": STEP,
    "promise": PROMISE,
    "to_tell": WE_DID,
    "risk_plan": _openmoji("2696"),
    "restriction": _openmoji("1F512"),
    "decision": _openmoji("1F914"),
    "row": _openmoji("1F440"),
    "query": _openmoji("2753"),
    "comment": _openmoji("1F5E8"),
    "sorted": _openmoji("1F5C2"),
    "ticked": _openmoji("2611"),
}

FURTHER: dict[str, tuple[str, tuple[Point, ...], str]] = {
    "same": (N_("Is it harder than before?"), ("harder",), N_("No, it is like before")),
    "hoped": (
        N_("Is it even better than you hoped?"),
        ("better", "much_better"),
        N_("No, it is as I hoped"),
    ),
}
"""Of three faces, what is asked further: the question, the points beyond, and none of them."""

FURTHER_WORDS: dict[Point, str] = {
    "harder": N_("Yes, it is harder"),
    "better": N_("Yes, even better"),
    "much_better": N_("Yes, much better"),
}
