"""How something is told: in which voice, with its words and its picture."""

from typing import Literal

from app.model.halfsaid import OTHERS
from app.model.wording import N_

HOW_TOLD: tuple[tuple[str, str, str], ...] = (
    ("own_spoken", N_("Said it"), "openmoji:1F4AC"),
    ("own_signed", N_("Signed"), "openmoji:1F91F"),
    ("own_choice_symbol", N_("Pointed"), "openmoji:1F449"),
    ("own_written", N_("Wrote it"), "openmoji:270F"),
    ("own_made", N_("Made or showed"), "openmoji:1F4F7"),
    ("shown_by_behaviour", N_("We saw it"), "openmoji:1F440"),
    ("joint_wording", N_("Together"), "openmoji:1F91D"),
    (OTHERS, N_("Someone else"), "openmoji:1F465"),
)
"""How something can be told: the voice, its words and its picture."""

SURE: tuple[tuple[Literal["sure", "think", "guess"], str], ...] = (
    ("sure", N_("We are sure")),
    ("think", N_("We think so")),
    ("guess", N_("It is a guess")),
)
"""How sure anybody is what something means."""
