"""Telling somebody else unseen, reading it, what a worker is, and an advocate's look at a plan."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.model.agreements import FormalReport
from app.model.feedback import SealedWords
from app.model.ids import PictureRef, RecordId
from app.model.person import Supporter
from app.model.sharing import SharedWith, SharingChoice
from app.resources import path
from app.usecases import advocate_keys, advocates, planfile, worker_roles
from ui.shots import Shot, one_moment

if TYPE_CHECKING:
    from ui.gallery import Gallery

_TELL = """
[[moment]]
id = "tell"
kind = "sealed"
stage = "talk"
prompt = "Is there something that only somebody else should hear?"
explain = "Whoever sits beside you looks away. Nobody here can read it."
picture = "openmoji:1F510"
helper = "Please turn round now. You will not be told what it was."
"""
_HEARS = """
[[moment]]
id = "hears"
kind = "choose"
stage = "talk"
prompt = "Who should hear this?"
explain = "What you say to the manager or an advocate is sealed. Nobody else can read it."
picture = "openmoji:1F442"
options = [
    { id = "open", words = "The team may hear it", picture = "openmoji:1F465" },
    { id = "manager_sealed", words = "Only the manager", picture = "openmoji:1F4BC" },
    { id = "advocate_sealed", words = "Only an advocate", picture = "openmoji:1F5E3" },
    { id = "just_me", words = "Nobody: it stays with me", picture = "openmoji:1F512" },
]
"""
_PINS = ("2468", "1357", "9753")


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """First with the examples, where nobody holds a key; then in a notebook of three workers."""
    for each in gallery.everyone():
        gallery.like_person(each)
    yield "hears-nobody", lambda: one_moment.at(gallery, "hears", _HEARS)
    yield "hears-pressed", lambda: gallery.press("option-manager_sealed")
    yield "sealed-nobody", lambda: _moment(gallery, "a")
    person = gallery.everyone()[0].id
    behind = {"person": person}
    yield "tell-nobody", lambda: gallery.go("tell", behind=behind)
    yield "stop", lambda: gallery.go("stop", behind=behind)
    yield "not-safe", lambda: gallery.go("not_safe", behind=behind)
    others = _notebook(gallery)
    yield "sealed", lambda: _moment(gallery, "b")
    yield "sealed-writing", lambda: _write(gallery)
    person = gallery.everyone()[0].id
    behind = {"person": person}
    yield "tell-told", lambda: _told(gallery, behind)
    yield "sealed-notes", lambda: gallery.go("sealed_notes")
    yield "sealed-notes-read", lambda: _read(gallery)
    yield "workers-roles", lambda: gallery.go("workers")
    yield "worker-role", lambda: gallery.go("worker_role", worker=others[0])
    yield "worker-advocate", lambda: gallery.go("worker", worker=others[1])
    yield "worker-people", lambda: gallery.go("worker_people", worker=others[1])
    yield "worker-people-faces", lambda: _faces(gallery)
    yield "worker-secret-you", lambda: gallery.go("worker_secret", worker=others[2])
    yield "join-roles", lambda: gallery.go("join", person=person)
    yield "advocate-asks", lambda: gallery.go("advocate_review", person=person)
    yield "advocate-before", lambda: gallery.press("may-look")
    yield "advocate-line", lambda: _mark(gallery)
    yield "advocate-end", lambda: gallery.go("advocate_review", person=person, line=10_000)
    yield "advocate-queries", lambda: _asked(gallery, person)
    yield "advocate-queries-below", lambda: _to_end(gallery)
    yield "people-unheard", lambda: _unheard(gallery, person, *others[:2])


def _faces(gallery: "Gallery") -> None:
    """Somebody else is let in as an advocate, and may be one whom the person has already."""
    ctx, house, person = gallery.window.ctx, gallery.window.house, gallery.everyone()[0].id
    notebook = ctx.open_notebook
    new = gallery.ask(
        lambda: house.add_worker(notebook, name="Bea", secret=_PINS[0][::-1], kind="pin")
    )
    gallery.ask(
        lambda: worker_roles.give(
            notebook, worker=new.id, role="advocate", giver=notebook.worker.id, workers=()
        )
    )
    gallery.go("worker_people", worker=new.id)
    gallery.settle()
    gallery.press(f"of-{person}")
    gallery.settle()


def _moment(gallery: "Gallery", name: str) -> None:
    one_moment.at(gallery, f"sealed-{name}", _TELL)


def _notebook(gallery: "Gallery") -> tuple[str, str, str]:
    """Sam, who has it open, a manager and an advocate, around the first example person."""
    house = gallery.window.house
    made = gallery.ask(
        lambda: house.create_notebook(
            house.notebook_path("Beech House"), worker_name="Sam", secret=_PINS[0], kind="pin"
        )
    )
    data = path("examples", "marcus.json").read_bytes()
    gallery.ask(lambda: planfile.import_plan(made, data=data, sections=house.sections))
    found = []
    for name, pin, role in (("Amina", _PINS[1], "manager"), ("Ruth", _PINS[2], "advocate")):
        worker = gallery.ask(
            lambda name=name, pin=pin: house.add_worker(made, name=name, secret=pin, kind="pin")
        )
        gallery.ask(
            lambda worker=worker, role=role: worker_roles.give(
                made, worker=worker.id, role=role, giver=made.worker.id, workers=()
            )
        )
        found.append(worker.id)
    gallery.window.holding.take(made)
    gallery.settle()
    first = gallery.everyone()[0]
    gallery.like_person(first)
    person = first.id
    gallery.go("home", person=person)
    gallery.settle()
    gallery.press("role-other")
    gallery.settle()
    gallery.ask(
        lambda: advocate_keys.name_advocate(
            made,
            person=person,
            worker=found[1],
            name="Ruth",
            speaks_up=True,
            giver=found[0],
            workers=(made.worker.id, *found),
            by=None,
        )
    )
    gallery.ask(lambda: _share(gallery, person))
    return found[0], found[1], made.worker.id


def _share(gallery: "Gallery", person: RecordId) -> None:
    """The person says that whoever speaks up with them may read the plan."""
    with gallery.window.ctx.open_notebook.unit_of_work() as work:
        yes = SharingChoice(
            person=person,
            to=SharedWith(role="advocate"),
            parts=("plan",),
            purpose="speaking_up",
            how=("see_here",),
            since=gallery.window.ctx.today,
            choice="yes",
        )
        work.records.add(yes, by=person)
        work.commit()


def _write(gallery: "Gallery") -> None:
    gallery.press("to-manager")
    gallery.settle()
    field = gallery.window.findChild(QPlainTextEdit, "sealed-writing")
    assert field is not None
    field.setPlainText("Somebody shouts at me at night. I am scared to say it here.")
    gallery.press("say-1F641")


def _told(gallery: "Gallery", behind: dict[str, RecordId]) -> None:
    ctx, house = gallery.window.ctx, gallery.window.house
    notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
    said = SealedWords(
        words="Somebody shouts at me at night.", pictures=(PictureRef("openmoji:1F641"),)
    )
    # Sealed to Sam, who reads it in the next pictures: for them alone Sam is a manager here.
    gallery.ask(
        lambda: worker_roles.give(
            notebook, worker=notebook.worker.id, role="manager", giver="", workers=()
        )
    )
    gallery.ask(
        lambda: house.seal_note(
            notebook, person=behind["person"], to="manager", said=said, on=today, by=by
        )
    )
    gallery.go("tell", behind=behind)


def _read(gallery: "Gallery") -> None:
    for line in gallery.window.findChildren(QLineEdit):
        line.setText(_PINS[0])
    gallery.press("open-notes")


def _mark(gallery: "Gallery") -> None:
    gallery.press("alone")
    gallery.settle()
    gallery.press("mark-unsure")


def _asked(gallery: "Gallery", person: RecordId) -> None:
    ctx = gallery.window.ctx
    notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
    review = gallery.ask(
        lambda: advocates.look(notebook, person=person, may_see=lambda _: False)
    ).reviews[-1]
    gallery.ask(
        lambda: advocates.report(
            notebook, review=review.id, report=FormalReport(sent_on=today), on=today, by=by
        )
    )
    for text in ("Who holds the key to the kitchen at night?", "When is the next trip?"):
        gallery.ask(
            lambda text=text: advocates.ask(
                notebook,
                review=review.id,
                text=text,
                about=review.body.lines[0].statement,
                due=today,
                on=today,
                by=by,
            )
        )
    gallery.ask(
        lambda: advocates.reply(
            notebook,
            review=review.id,
            place=0,
            text="Nobody from now on. The kitchen stays open.",
            on=today,
            by=by,
        )
    )
    gallery.go("advocate_queries", person=person)


def _unheard(gallery: "Gallery", person: RecordId, *workers: str) -> None:
    """Whoever could read the person's sealed words supports them day by day now."""

    def support() -> None:
        with gallery.window.ctx.open_notebook.unit_of_work() as work:
            for each in (*workers, gallery.window.ctx.open_notebook.worker.id):
                body = Supporter(
                    person=person, role="support_worker", name="Amina", paid=True, worker=each
                )
                work.records.add(body, by=person)
            work.commit()

    gallery.ask(support)
    gallery.go("people")


def _to_end(gallery: "Gallery") -> None:
    page = gallery.window.screen.page
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
