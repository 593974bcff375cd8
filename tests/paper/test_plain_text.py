"""The booklet as text alone: nothing of the printed one is missing in it (rule R10)."""

import dataclasses

from app.model.documents import document
from app.model.drawn import Circle, DayStory, InCircle, PartOfDay
from app.model.facts import Card, Fact
from app.model.ids import PictureRef, RecordId
from app.model.plan import Plan
from app.model.wording import Phrase
from app.paper.documents import make
from app.paper.press import Printed
from tests.helpers.printing import job, plan, sentence, supporter

PERSON = RecordId("person")
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
OF_PICTURES = "The pictures are from"
"""There are none in a text."""
LOCK = Card(
    record=RecordId("lock"),
    kind="restriction",
    title="The kitchen is locked at night.",
    status=Phrase("in place"),
    mark=PictureRef("openmoji:1F512"),
    missing=(Phrase("why it is needed"),),
    brief=(Fact(label=Phrase("Until"), items=(("I use the oven safely.",),)),),
    written=Phrase("Written by Jo"),
)


def everything() -> Plan:
    circle = Circle(person=PERSON, people=(InCircle(name="Mum", ring="love"),), confirmed=True)
    part = PartOfDay(time="evening", said=(RecordId("s1"),), felt="sun")
    made = plan(
        sentence("Please knock."),
        sentence("Music at 7."),
        sentence("I cook alone."),
        sentence(
            "He needs help to cook.", voice="staff", said_by=RecordId("jo"),
            conflicts_with=(RecordId("s2"),),
        ),
        sentence("He laughs a lot.", voice="staff", said_by=RecordId("jo")),
        supporters={"jo": supporter("Jo")},
        drawn={
            "who_i_am": (circle,),
            "support_well": (DayStory(person=PERSON, which="good", parts=(part,)),),
        },
    )  # fmt: skip
    first, *others = made.sections
    return dataclasses.replace(made, sections=(dataclasses.replace(first, cards=(LOCK,)), *others))


def printed(which: Plan, key: str) -> Printed:
    return make(document(key), job(which))


def test_r10_every_text_of_the_booklet_is_in_the_plain_text() -> None:
    which = everything()
    plain = printed(which, "plain_text").text
    said = [each.words for page in printed(which, "booklet").said for each in page]
    lost = [words for words in said if words.translate(ISOLATES) not in plain]
    assert [words for words in lost if not words.startswith(OF_PICTURES)] == []
