"""What is asked about a translation: the answers, and how large it stands beside them."""

from app.model.ids import PictureRef
from app.model.translation import Answer
from app.model.wording import N_
from ui.parts import refs

Answers = tuple[tuple[Answer, str, PictureRef], ...]

ANSWERS: Answers = (
    ("yes", N_("Yes, I said this"), refs.KEEP),
    ("no", N_("No, I did not say this"), refs.NOT_MINE),
    ("not_sure", N_("I am not sure"), refs.UNSURE),
)
SHORT_ANSWERS: Answers = (
    ("yes", N_("Yes"), refs.KEEP),
    ("no", N_("No"), refs.NOT_MINE),
    ("not_sure", N_("I am not sure"), refs.UNSURE),
)
"""What the person says in large words, and of words that were not theirs to begin with (R1)."""
LARGE: tuple[tuple[str, int, bool, bool], ...] = (
    ("question", 96, False, True),
    ("question", 64, True, True),
    ("sentence", 64, True, True),
    ("label", 44, True, True),
    ("label", 44, True, False),
)
"""What is asked about: its size, that of its picture, whether the answers are low so that there is
room, and whether who translated it stands with it or under what is pressed."""
