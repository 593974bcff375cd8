"""The ways not to answer, which are answers: the same words and pictures everywhere (rule R3)."""

from app.model.session import Response
from app.model.wording import N_

REFUSAL_WORDS: dict[Response, str] = {
    "dont_know": N_("I don’t know"),
    "not_today": N_("Not today"),
    "dont_want_to_say": N_("I don’t want to say"),
}
