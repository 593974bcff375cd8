"""What is made, charted, picked and thanked for in a talk."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from app.model.drawing import Stroke
from app.model.halfsaid import HalfRow, HalfSaid
from app.model.ids import PictureRef
from app.model.statement import Statement
from app.usecases import drawings, easy_words, halfsaid, plans, profiles
from ui.screens.moments.profile_pick import ProfilePickView
from ui.shots import Shot
from ui.shots.one_moment import at

if TYPE_CHECKING:
    from ui.gallery import Gallery

_MOMENT = """
[[moment]]
id = "{name}"
kind = "{kind}"
stage = "talk"
prompt = "{prompt}"
picture = "{picture}"
explain = "{explain}"
helper = "Take your time. A point, a sign or a look is an answer."
{more}
"""


def _moment(  # noqa: PLR0917 - a row of a table
    name: str, kind: str, prompt: str, picture: str, more: str, explain: str = ""
) -> str:
    return _MOMENT.format(
        name=name, kind=kind, prompt=prompt, picture=picture, more=more, explain=explain
    )


_SAYS = 'section = "important_to"\nsays = "important_to"'
_CHART = 'section = "communication"\nsays = "chart_row"'
_FROM, _TO = (f'{_CHART}\nabout = "{about}"' for about in ("from_person", "to_person"))

PHOTO = _moment("photo", "photo", "Which photo shows what you like?", "openmoji:1F4F7", _SAYS)
DRAWING = _moment("drawing", "drawing", "Draw what you like.", "openmoji:270F", _SAYS)
VOICE = _moment("voice", "voice", "Tell us about your favourite place.", "openmoji:1F4AC", _SAYS)
OBSERVE = _moment(
    "seen", "observe", "What do you see when there is music?", "openmoji:1F3B5",
    'section = "important_to"\nsays = "preference"',
)  # fmt: skip
ROW = _moment("row", "chart_row", "How do you tell us things?", "openmoji:1F4AC", _FROM)
TELL = _moment(
    "tell", "chart_row", "How can people tell you things?", "openmoji:1F442",
    _TO,
)  # fmt: skip
WEEK = _moment("week", "row_check", "Was this right?", "openmoji:1F50D", "")
VIEWS = _moment(
    "others", "others_say", "What do you think of what others say?", "openmoji:1F465",
    'for_each = "views"',
)  # fmt: skip
VIEW = VIEWS.replace('for_each = "views"', "")
PAGE = _moment(
    "page", "profile_pick", "What do you want on your page?", "openmoji:1F4C4",
    'about = "one_page_profile"',
)  # fmt: skip
_OFFERED = (
    ("none", "Nothing", "2796"),
    ("thanks", "A thank you", "1F64F"),
    ("certificate", "A certificate", "1F4DC"),
    ("reference", "A letter about my work", "1F4E8"),
    ("treat", "Something nice to do", "1F31F"),
    ("time_credit", "Time back", "23F3"),
    ("voucher", "A voucher", "1F39F"),
    ("payment", "Money", "1F4B7"),
    ("lower_payment", "Less money", "1FA99"),
    ("charity", "Money for a charity", "1F49D"),
)
_OPTIONS = "options = [\n{}\n]".format(
    "\n".join(
        f'{{ id = "{name}", words = "{words}", picture = "openmoji:{code}" }},'
        for name, words, code in _OFFERED
    )
    + '\n{ id = "other", words = "Something else", picture = "openmoji:2795", '
    "something_else = true },"
)
OFFER = _moment(
    "offer", "recognition", "What would you like for your time?", "openmoji:1F381",
    _OPTIONS, "This is yours, whatever you say today.",
)  # fmt: skip
THANKS = OFFER.replace('"recognition"', '"thanks"').replace('id = "offer"', 'id = "thank_you"')

_HOUSE = (
    Stroke(pen="blue", points=(300, 600, 300, 350, 500, 200, 700, 350, 700, 600, 300, 600)),
    Stroke(pen="green", points=(800, 600, 850, 450, 900, 600)),
    Stroke(pen="red", points=(450, 600, 450, 470, 550, 470, 550, 600)),
    Stroke(pen="brown", points=(850, 600, 850, 680)),
    Stroke(pen="black", points=(100, 690, 1100, 700)),
    Stroke(pen="rubber", points=(620, 600, 700, 620)),
)

_HALF_ROW = HalfRow(
    does="I pull my hood up.",
    means="I am being left out.",
    happening="People talk about me.",
    seen_count=3,
)


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """The moments in which something is made, seen, charted, answered, picked and thanked for."""
    gallery.like_person(gallery.everyone()[0])
    yield "photo", lambda: at(gallery, "photo", PHOTO)
    yield "photo-chosen", lambda: _with(gallery, "photo-chosen", PHOTO, "photo", _a_photo(gallery))
    house = HalfSaid(words="My house", how="own_made", drawing=_HOUSE)
    yield "drawing", lambda: _with(gallery, "drawing", DRAWING, "drawing", house)
    yield "voice", lambda: at(gallery, "voice", VOICE)
    seen = HalfSaid(words="Smiles.", how="shown_by_behaviour", row=HalfRow(does="Smiles, rocks."))
    yield "observe", lambda: _with(gallery, "observe", OBSERVE, "seen", seen)
    yield "observe-who", lambda: gallery.press("part-seen")
    yield "chart-row", lambda: at(gallery, "chart-row", ROW)
    half = HalfSaid(words="I pull my hood up.", how="", sure="think", row=_HALF_ROW)
    yield "chart-row-half", lambda: _with(gallery, "chart-half", ROW, "row", half)
    yield "chart-row-means", lambda: gallery.press("part-means")
    yield "chart-row-else", lambda: gallery.press("means-else")
    yield "chart-row-who", lambda: gallery.press("part-seen")
    yield "chart-row-whose", lambda: gallery.press("how-others")
    yield "chart-row-tell", lambda: at(gallery, "chart-tell", TELL)
    yield "row-check", lambda: at(gallery, "row-check", WEEK)
    yield "row-check-who", lambda: gallery.press("check-right")
    yield "row-check-right", lambda: _check_right(gallery)
    yield "others-say", lambda: at(gallery, "others-say", VIEW)
    yield "others-say-finer", lambda: gallery.press("something-else")
    yield "others-say-own", lambda: gallery.press("say-it")
    yield "others-say-both", lambda: _say_own(gallery)
    yield "profile-pick", lambda: at(gallery, "profile", PAGE)
    yield "profile-picked", lambda: _pick_some(gallery)
    yield "recognition", lambda: at(gallery, "recognition", OFFER)
    yield "recognition-money", lambda: gallery.press("option-voucher")
    yield "recognition-spent", lambda: gallery.press("spend")
    yield "thanks", lambda: at(gallery, "thanks", OFFER + THANKS)
    yield "thanks-given", lambda: _given(gallery)
    yield from _easier(gallery)


def _with(gallery: "Gallery", name: str, moment: str, step: str, said: HalfSaid) -> None:
    """A moment at which something stands half made."""
    session = at(gallery, name, moment)
    notebook, person = gallery.window.ctx.open_notebook, gallery.everyone()[0].id
    gallery.ask(lambda: halfsaid.keep(notebook, session=session, step=step, said=said))
    gallery.go("home", person=person)
    gallery.go("talk", session=session, person=person)


def _a_photo(gallery: "Gallery") -> HalfSaid:
    notebook = gallery.window.ctx.open_notebook

    def draw() -> PictureRef:
        with notebook.unit_of_work() as work:
            photo = work.media.put(drawings.as_picture(_HOUSE))
            work.commit()
        return photo

    return HalfSaid(how="own_made", picture=gallery.ask(draw))


def _say_own(gallery: "Gallery") -> None:
    fields = gallery.window.findChildren(QPlainTextEdit, "new-words")
    field = next(each for each in fields if each.isVisible())
    field.setPlainText("I like to do it by myself.")
    gallery.press("say-so")


def _check_right(gallery: "Gallery") -> None:
    gallery.press(f"seen-by-{gallery.window.ctx.writer}")
    gallery.press("check-right")


def _pick_some(gallery: "Gallery") -> None:
    view = gallery.window.findChild(ProfilePickView)
    assert view is not None
    offered = profiles.on_offer(view.talk.of(Statement), "one_page_profile")
    for each in offered[:4]:
        gallery.press(f"pick-{each.id}")
        gallery.settle()


def _given(gallery: "Gallery") -> None:
    gallery.press("option-voucher")
    gallery.settle()
    gallery.press("next")
    gallery.settle()
    gallery.press("given")
    gallery.settle()
    gallery.press("thank-somebody")


def _easier(gallery: "Gallery") -> Iterator[Shot]:
    ctx, person = gallery.window.ctx, gallery.everyone()[0].id
    notebook, by = ctx.open_notebook, ctx.writer
    plan = gallery.ask(
        lambda: plans.plan(notebook, person=person, sections=ctx.house.sections, today=ctx.today)
    )
    line = next(x for x in plan.lines if x.statement.body.voice_group == "own")
    which, section = line.statement.id, line.statement.body.section
    show = {"person": person, "statement": which, "section": section}
    yield (
        "easier",
        lambda: (gallery.go("sentence", **show), gallery.settle(), gallery.press("easier")),
    )
    words = "I like this. It is mine."
    yield (
        "easier-asked",
        lambda: (
            gallery.ask(lambda: easy_words.write(notebook, statement=which, words=words, by=by)),
            gallery.go("sentence", **show),
        ),
    )
