"""The ways not to answer, which are answers: the same words and pictures everywhere (rule R3)."""

from app.model.ids import PictureRef
from app.model.session import Response
from app.model.wording import N_

REFUSAL_WORDS: dict[Response, str] = {
    "dont_know": N_("I don’t know"),
    "not_today": N_("Not today"),
    "dont_want_to_say": N_("I don’t want to say"),
}
REFUSAL_PICTURES: dict[Response, PictureRef] = {
    "dont_know": PictureRef("openmoji:1F937"),
    "not_today": PictureRef("openmoji:1F4C5"),
    "dont_want_to_say": PictureRef("openmoji:1F910"),
}
AT_HOME: tuple[Response, ...] = ("dont_know", "dont_want_to_say")
"""Those on a page that is filled in at home: whoever does not want to today leaves it empty."""
