"""The words for who read a plan to see whether it is easy."""

from app.model.wording import N_

FIELDS: dict[str, str] = {
    "CheckedWith.reader": N_("Who read it"),
    "CheckedWith.named": N_("Who read it"),
    "CheckedWith.lang": N_("In which language"),
    "CheckedWith.hard": N_("What was hard to read"),
    "CheckedWith.said": N_("What they said about it"),
    "HardHere.statement": N_("The sentence"),
    "HardHere.said": N_("What they said about it"),
}

ANSWERS: dict[str, str] = {}
