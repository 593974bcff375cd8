"""Moments that are laid out in pictures: scales, orders, a body, a circle, a day."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from app.usecases import people
from ui.shots import Shot, one_moment

if TYPE_CHECKING:
    from ui.gallery import Gallery

_MOMENT = """
[[moment]]
id = "here"
stage = "talk"
"""

_EITHER_OR = """
kind = "either_or"
prompt = "What helps when you are upset?"
picture = "openmoji:1F327"
section = "worse_better"
says = "helps"
helper = "Point to each card as you say it. Then wait."
options = [
    { id = "near", words = "Somebody near me", picture = "openmoji:1F465" },
    { id = "alone", words = "Time on my own", picture = "openmoji:E141" },
    { id = "both", words = "Both", picture = "openmoji:1F501" },
    { id = "other", words = "Something else", picture = "openmoji:2795", something_else = true },
]
"""

_SCALE = """
kind = "scale"
prompt = "How do you feel about going on the bus?"
picture = "openmoji:1F914"
section = "work_learn_out"
says = "preference"
scale = "feeling"
explain = "There is no right answer."
others = ["Show me: the bus. Where does it go?"]
helper = "Wait. A look at one of the faces is an answer."
options = [{ id = "bus", words = "The bus", picture = "openmoji:1F68C" }]
"""

_ORDER = """
kind = "order"
prompt = "What matters most when you choose your staff?"
picture = "openmoji:1F9D1-200D-1F91D-200D-1F9D1"
section = "right_staff"
says = "important_to"
explain = "There is no wrong order."
options = [
    { id = "listens", words = "Listens to me", picture = "openmoji:1F442" },
    { id = "on_time", words = "Comes on time", picture = "openmoji:23F0" },
    { id = "signs", words = "Can sign", picture = "openmoji:1F91F" },
    { id = "fun", words = "Is fun to be with", picture = "openmoji:1F604" },
    { id = "calm", words = "Stays calm", picture = "openmoji:1F60C" },
    { id = "music", words = "Likes my music", picture = "openmoji:1F3B5" },
]
"""

_PICK = """
kind = "pick"
prompt = "Which of these should go on your page?"
picture = "openmoji:1F4C4"
explain = "Choose up to 3."
section = "important_to"
says = "important_to"
most = 3
"""

_PICK_PEOPLE = """
kind = "pick_people"
prompt = "Who should have your page?"
picture = "openmoji:1F465"
"""

_ABOUT = """
kind = "question"
prompt = "What is OK to talk about with them?"
picture = "openmoji:1F4AC"
section = "people"
says = "preference"
for_each = "answer:here"
"""

_BODY = """
kind = "body"
prompt = "Where do you feel worry in your body?"
picture = "openmoji:1F61F"
section = "wellness"
says = "illness_sign"
helper = "You can point on your own body too."
options = [
    { id = "head", words = "My head", picture = "openmoji:1F9D1" },
    { id = "chest", words = "My chest", picture = "openmoji:2764" },
    { id = "tummy", words = "My tummy", picture = "openmoji:1F9D1" },
    { id = "back", words = "My back", picture = "openmoji:1F9D1" },
    { id = "arms", words = "My arms", picture = "openmoji:1F4AA" },
    { id = "hands", words = "My hands", picture = "openmoji:270B" },
    { id = "legs", words = "My legs", picture = "openmoji:1F9B5" },
    { id = "feet", words = "My feet", picture = "openmoji:1F9B6" },
    { id = "all_over", words = "All over", picture = "openmoji:1F9CD" },
    { id = "nowhere", words = "Nowhere", picture = "openmoji:2796" },
]
"""

_CIRCLE = """
kind = "circle"
prompt = "Who is in your life?"
picture = "openmoji:1F465"
"""

_DAY = """
kind = "day"
about = "hard"
prompt = "Tell me about a hard day."
picture = "openmoji:1F327"
section = "good_days"
says = "worry"
others = ["What happened first?", "What was different?"]
"""


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Each kind, first untouched and then answered."""

    def show(name: str, moment: str, *presses: str) -> None:
        one_moment.at(gallery, name, _MOMENT + moment)
        for press in presses:
            gallery.press(press)
            gallery.settle()

    yield "either-or", lambda: show("either-or", _EITHER_OR, "option-alone")
    yield "scale", lambda: show("scale", _SCALE, "place-like")
    practice = _SCALE.replace(
        'section = "work_learn_out"\nsays = "preference"', "practice = true"
    ).replace('explain = "There is no right answer."\n', "")
    yield "scale-practice", lambda: show("scale-practice", practice)
    yield "order", lambda: show("order", _ORDER)
    pressed = ("option-listens", "option-signs", "option-calm", "earlier-signs")
    yield "order-made", lambda: show("order-made", _ORDER, *pressed)
    yield "pick", lambda: show("pick", _PICK)
    yield "pick-people", lambda: show("pick-people", _PICK_PEOPLE)
    yield "for-each", lambda: _for_each(gallery)
    yield "body", lambda: show("body", _BODY)
    yield "body-chosen", lambda: show("body-chosen", _BODY, "option-tummy", "option-back")
    yield "circle", lambda: show("circle", _CIRCLE)
    yield "circle-made", lambda: show("circle-made", _CIRCLE, *_placing(gallery))
    yield "day", lambda: show("day", _DAY)
    told = ("felt-sun", "time-morning", "felt-rain")
    yield "day-told", lambda: (show("day-told", _DAY, *told), _tell(gallery))


def _for_each(gallery: "Gallery") -> None:
    """A question that comes once for each of the people who were picked."""
    asked = _PICK_PEOPLE + _MOMENT.replace("here", "about") + _ABOUT
    one_moment.at(gallery, "for-each", _MOMENT + asked)
    person, notebook = gallery.everyone()[0].id, gallery.window.ctx.open_notebook
    around = gallery.ask(lambda: people.supporters(notebook, person=person))
    gallery.press(f"pick-{around[1].id}")
    gallery.settle()
    gallery.press("next")


def _placing(gallery: "Gallery") -> Iterator[str]:
    """Press each of the people, then a ring."""
    person = gallery.everyone()[0].id
    notebook = gallery.window.ctx.open_notebook
    around = gallery.ask(lambda: people.supporters(notebook, person=person))
    rings = ("paid", "love", "love", "like", "know", "paid")
    for supporter, ring in zip(around, rings, strict=False):
        yield f"who-{supporter.id}"
        yield f"ring-{ring}"


def _tell(gallery: "Gallery") -> None:
    gallery.settle()
    found = gallery.window.findChildren(QPlainTextEdit, "writing")
    field = next(each for each in found if each.isVisible())
    field.setPlainText("New worker. No signs.")
    gallery.press("put-on-card")
    gallery.settle()
