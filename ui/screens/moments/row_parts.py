"""The parts of a row of the chart: each is a question of its own."""

import dataclasses

from app.model.ids import PictureRef
from app.model.wording import N_
from ui.parts.refs import EYES, PEOPLE, TALK, THOUGHT, TOGETHER, WHEN

WHO = "seen"
"""The last part: whose words it is, who saw it, and how often."""


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """One part of a row.

    Attributes:
        field: which part of the row it is; :data:`WHO` for the last.
        asks: the question.
        words: what it is called among the others.

    """

    field: str
    asks: str
    words: str
    picture: PictureRef


FROM_PERSON = (
    Part("does", N_("What do you do? What can people see?"), N_("What I do"), EYES),
    Part("means", N_("What does it mean?"), N_("What it means"), THOUGHT),
    Part("happening", N_("What is going on then?"), N_("What is happening"), WHEN),
    Part("please_do", N_("What should people do then?"), N_("Please do"), TOGETHER),
    Part(WHO, N_("Who says so, and how often was it seen?"), N_("Who says so"), PEOPLE),
)

TO_PERSON = (
    Part("happening", N_("What do people want to tell you?"), N_("What to tell me"), TALK),
    Part("does", N_("How do they tell you?"), N_("How to tell me"), EYES),
    Part("please_do", N_("What helps you understand it?"), N_("What helps"), TOGETHER),
    Part(WHO, N_("Who says so?"), N_("Who says so"), PEOPLE),
)
