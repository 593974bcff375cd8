"""The words for what is known of photos: its fields, and the answers they hold."""

from app.model.wording import N_

FIELDS: dict[str, str] = {
    "PhotoFacts.picture": N_("The photo"),
    "taken_for": N_("What it shows"),
    "answer": N_("My answer"),
    "PhotoFacts.who": N_("Who is in it"),
    "InPhoto.supporter": N_("Who"),
    "InPhoto.agreed": N_("They said yes to the photo"),
    "PhotoFacts.removed": N_("The photo was taken out of my plan"),
}

ANSWERS: dict[str, str] = {
    "agreed.not_asked": N_("not asked yet"),
    "answer.said": N_("I said who is in it"),
}
