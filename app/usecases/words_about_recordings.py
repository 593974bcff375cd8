"""The words for what a person said into the computer."""

from app.model.wording import N_

FIELDS: dict[str, str] = {
    "RecordingRemoved.recording": N_("What was deleted"),
    "recording": N_("How I said it"),
    "recordings": N_("My recordings are heard, where I made some"),
}

ANSWERS: dict[str, str] = {}
