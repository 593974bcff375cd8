"""The words for what a person said into the computer."""

from app.model.wording import N_

FIELDS: dict[str, str] = {
    "recording": N_("How I said it"),
    "recordings": N_("My recordings are heard, where I made some"),
}

ANSWERS: dict[str, str] = {}
