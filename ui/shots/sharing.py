"""Who may see what, and agreeing: the moments, and the screens about it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.model.ids import RecordId
from app.model.sharing import CopyMade, SharedWith
from app.usecases import events, people, plans, sharing_choices, statements
from app.usecases.sharing_choices import Wish
from ui.parts.pressable import Pressable
from ui.shots import one_moment

if TYPE_CHECKING:
    from ui.gallery import Gallery
    from ui.shots import Shot

_SHARING = """
[[moment]]
id = "who"
kind = "sharing"
stage = "talk"
prompt = "Who can see these words?"
picture = "openmoji:1F441"
explain = "Press a face, then say what they can see. You can change it on any day."
helper = "One person at a time. Nobody new is covered by an old yes. Wait for each answer."
"""

_AGREE = """
[[moment]]
id = "agree"
kind = "agree"
stage = "talk"
prompt = "Do you agree with your plan?"
picture = "openmoji:1F91D"
explain = "You can leave parts open. Nobody signs it for you."
helper = "A no is a good answer. Write down what would have to change."
"""

_NEW = (
    ("important_to", "important_to", "Ska night at the club, every month."),
    ("support_well", "please_do", "Text me before you come."),
    ("identity_culture", "fact", "I want to meet somebody to go out with."),
)


def shots(gallery: "Gallery") -> Iterator["Shot"]:
    """Each with the first example person."""
    person = gallery.everyone()[0].id
    yield "sharing-nothing-new", lambda: _none_new(gallery)
    yield "sharing-faces", lambda: _sharing(gallery)
    yield "sharing-yes", lambda: _press(gallery, _face(gallery, "family"), "say-yes")
    yield "sharing-some", lambda: _some(gallery)
    yield "sharing-reasons", lambda: _press(gallery, "other-purpose")
    yield "agree", lambda: _agree(gallery)
    yield "agree-yes", lambda: _press(gallery, "agrees-yes")
    yield "agree-part", lambda: _press(gallery, "part-money", "part-home")
    yield "who-sees-new", lambda: _go(gallery, "who_sees", person=person)
    yield "share-with", lambda: _share_with(gallery, person)
    yield "share-with-until", lambda: _until(gallery)
    yield "share-with-days", lambda: _press(gallery, "until")
    yield "share-with-role", lambda: _role(gallery, person)
    yield "share-with-roles", lambda: _press(gallery, "by-role")
    yield "share-with-outside", lambda: _outside(gallery, person)
    yield "who-sees", lambda: _who_sees(gallery, person)
    yield "who-sees-open", lambda: _press(gallery, _face(gallery, "family"))
    yield "who-sees-line", lambda: _line(gallery, person)
    yield "show-to", lambda: _go(gallery, "show_to", person=person)
    yield "show-to-preview", lambda: _press(gallery, _face(gallery, "family"))
    yield "show-to-own-first", lambda: _press(gallery, "paper")
    yield "show-to-on-paper", lambda: _press(gallery, "no-own-copy")
    yield "show-to-shown", lambda: _press(gallery, "back", "show")
    yield "copies", lambda: _copies(gallery, person)
    yield "show-to-blocked", lambda: _blocked(gallery, person)
    yield "show-to-ask", lambda: _ask_each_time(gallery, person)
    yield "override", lambda: _override(gallery, person)


def _go(gallery: "Gallery", screen: str, **about: object) -> None:
    gallery.go(screen, **about)
    gallery.settle()


def _press(gallery: "Gallery", *names: str) -> None:
    for name in names:
        found = gallery.window.findChildren(Pressable, name)
        if any(each.isVisible() for each in found):
            gallery.press(name)
            gallery.settle()


def _around(gallery: "Gallery", role: str) -> RecordId:
    notebook, person = gallery.window.ctx.open_notebook, gallery.everyone()[0].id
    found = gallery.ask(lambda: people.supporters(notebook, person=person))
    return next(each.id for each in found if each.body.role == role)


def _face(gallery: "Gallery", role: str) -> str:
    return f"reader-{_around(gallery, role)}"


def _none_new(gallery: "Gallery") -> None:
    one_moment.at(gallery, "sharing-none", _SHARING)


def _sharing(gallery: "Gallery") -> None:
    session = one_moment.at(gallery, "sharing", _SHARING)
    person, ctx = gallery.everyone()[0].id, gallery.window.ctx
    notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
    for section, kind, words in _NEW:
        said = gallery.ask(
            lambda section=section, kind=kind, words=words: statements.say(
                notebook,
                statements.Said(
                    person=person,
                    words=words,
                    lang="en-GB",
                    section=section,
                    kind=kind,
                    voice="own_spoken",
                    by=by,
                    session=session,
                    moment="earlier",
                ),
            )
        ).last("statement")
        gallery.ask(
            lambda said=said: statements.read_back(
                notebook, statement=said, result="keep", method="heard it", on=today, by=by,
                session=session,
            )
        )  # fmt: skip
    _go(gallery, "talk", session=session, person=person)


def _some(gallery: "Gallery") -> None:
    _press(gallery, _face(gallery, "advocate"), "say-yes_some")
    found = gallery.window.findChildren(Pressable)
    item = next(x.objectName() for x in found if x.objectName().startswith("item-sentence"))
    _press(gallery, item)


def _agree(gallery: "Gallery") -> None:
    one_moment.at(gallery, "agree", _AGREE)


def _share_with(gallery: "Gallery", person: RecordId) -> None:
    _go(gallery, "share_with", person=person, reader=_around(gallery, "family"))
    _press(gallery, "say-yes_some")
    found = gallery.window.findChildren(Pressable)
    items = [x.objectName() for x in found if x.objectName().startswith("item-section")]
    _press(gallery, *items[:3])


def _until(gallery: "Gallery") -> None:
    found = gallery.window.findChild(Pressable, "until")
    assert found is not None
    gallery.window.screen.page.ensureWidgetVisible(found)
    gallery.settle()


def _role(gallery: "Gallery", person: RecordId) -> None:
    _go(gallery, "share_with", person=person, role="nurse")
    _press(gallery, "say-ask_each_time")


def _outside(gallery: "Gallery", person: RecordId) -> None:
    _go(gallery, "share_with", person=person)
    _press(gallery, "outside")


def _who_sees(gallery: "Gallery", person: RecordId) -> None:
    ctx = gallery.window.ctx
    notebook, by, today, words = ctx.open_notebook, ctx.writer, ctx.today, ctx.words
    for role, choice, parts in (
        ("advocate", "ask_each_time", ("plan",)),
        ("friend", "no", ("plan",)),
    ):
        wish = Wish(
            to=SharedWith(supporter=_around(gallery, role)),
            choice=choice,
            parts=parts,
            purpose="speaking_up" if role == "advocate" else "family_life",
        )
        gallery.ask(
            lambda wish=wish: sharing_choices.decide(
                notebook, person=person, wish=wish, on=today, by=by, words=words
            )
        )
    _go(gallery, "who_sees", person=person)


def _line(gallery: "Gallery", person: RecordId) -> None:
    ctx = gallery.window.ctx
    notebook, sections = ctx.open_notebook, ctx.house.sections
    plan = gallery.ask(
        lambda: plans.plan(notebook, person=person, sections=sections, today=ctx.today)
    )
    line = plan.only_kept().lines[0].statement
    _go(
        gallery,
        "who_sees_line",
        person=person,
        statement=line.id,
        section=line.body.section,
    )


def _copies(gallery: "Gallery", person: RecordId) -> None:
    """Who got what: shown above, and on paper to two, of whom one gave it back."""
    ctx = gallery.window.ctx
    notebook, by, on = ctx.open_notebook, ctx.writer, ctx.today
    around = [SharedWith(supporter=_around(gallery, role)) for role in ("family", "nurse")]

    def write() -> None:
        with notebook.unit_of_work() as work:
            for to, document, back in zip(around, ("booklet", "passport"), (None, on), strict=True):
                made = CopyMade(person=person, document=document, to=to, on=on, collected_on=back)
                work.records.add(made, by=by)
            work.commit()
        events.note(notebook, what="printed", person=person, document="booklet", for_whom="person")

    gallery.ask(write)
    _go(gallery, "copies", person=person)


def _blocked(gallery: "Gallery", person: RecordId) -> None:
    _go(gallery, "show_to", person=person)
    _press(gallery, _face(gallery, "friend"))


def _ask_each_time(gallery: "Gallery", person: RecordId) -> None:
    _go(gallery, "show_to", person=person)
    _press(gallery, _face(gallery, "nurse"))


def _override(gallery: "Gallery", person: RecordId) -> None:
    notebook = gallery.window.ctx.open_notebook
    gallery.ask(lambda: events.read(notebook, person=person))
    _go(gallery, "override", person=person)
    _press(gallery, "told-no")
