"""What leaves on paper, as it is seen before: the person's own, and what is for the wall."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.ids import RecordId
from app.model.person import KnownLanguage
from app.model.promises import Promise
from app.model.session import Session
from app.usecases import translated, translations
from app.usecases.translations import Interpreter, Put
from ui.parts.pressable import Pressable
from ui.screens.on_paper import OnPaperScreen

if TYPE_CHECKING:
    from ui.gallery import Gallery
    from ui.shots import Shot


_FILE = Path("/media/usb-stick/My plan 2026-11-23 10.15.pdf")
_IN_POLISH = "Rano lubię najpierw wypić herbatę."


def shots(gallery: "Gallery") -> Iterator["Shot"]:
    """The first page, one further on, larger, as large as can be, and how it goes to a printer.

    Before that other documents, with the rest of what can be chosen, and a copy in two languages.
    """
    person = gallery.everyone()[0]
    gallery.like_person(person)
    gallery.go("home", person=person.id)
    gallery.settle()
    _prepare(gallery, person.id)
    yield "on-paper", lambda: gallery.go("print", person=person.id)
    yield "on-paper-text", lambda: _at(gallery, "print-plain-text", "print-plain-text")
    yield "on-paper-talk", lambda: _at(gallery, "print-changed-today", "print-changed-today")
    yield "on-paper-wall", lambda: _at(gallery, "print-home-board", "print-home-board")
    yield "on-paper-in-two", lambda: _in_two(gallery)
    yield "on-paper-languages", lambda: _press(gallery, "choose-print-in")
    yield "on-paper-ways", lambda: _at(gallery, "choose-print-in", "easy-words")
    yield "on-paper-further", lambda: _press(gallery, "next-page", "next-page", "next-page")
    yield "on-paper-larger", lambda: _press(gallery, "larger")
    yield "on-paper-largest", lambda: _press(gallery, "larger")
    yield "on-paper-passport", lambda: _press(gallery, "smaller", "smaller", "print-passport")
    yield "on-paper-no-printer", lambda: _press(gallery, "print-booklet", "print-it")
    yield "on-paper-printed", lambda: _left(gallery, None)
    yield "on-paper-saved", lambda: _left(gallery, _FILE)


def _prepare(gallery: "Gallery", person: RecordId) -> None:
    """Something was promised in the last talk, and a sentence is in two languages."""
    ctx = gallery.window.ctx
    notebook, by, on = ctx.open_notebook, ctx.writer, ctx.today
    known = (KnownLanguage(code="en-GB", home=True), KnownLanguage(code="pl"))

    def write() -> None:
        with notebook.unit_of_work() as work:
            talk = work.records.find(Session, person=person)[-1]
            board = Promise(
                person=person, words="Supper is at 7.", owner=by, due=on, session=talk.id,
                response="we_did", told_on=on, public_ok=True,
            )  # fmt: skip
            work.records.add(board, by=by)
            work.commit()
        translations.keep_languages(notebook, person=person, languages=known, by=by)
        plan = translated.in_language(notebook, person=person, lang="pl")
        line = next(x.statement for x in plan.lines if x.statement.body.kept)
        given = Put(
            statement=line.id, lang="pl", words=_IN_POLISH, by=by, guarding=ctx.house.guard,
            who=Interpreter(method="professional", name="Ewa Nowak"),
        )  # fmt: skip
        translations.put(notebook, given)

    gallery.ask(write)


def _in_two(gallery: "Gallery") -> None:
    """The booklet in two languages."""
    _at(gallery, "print-booklet", "choose-print-also-in")
    _press(gallery, "choose-print-also-in", "print-also-in-pl", "next-page", "next-page")


def _press(gallery: "Gallery", *names: str) -> None:
    """Press each that can be pressed."""
    for name in names:
        found = gallery.window.findChildren(Pressable, name)
        if any(each.isVisible() and each.isEnabled() for each in found):
            gallery.press(name)
            gallery.settle()


def _left(gallery: "Gallery", file: Path | None) -> None:
    """What is said once it left: to the printer, or as a file."""
    screen = gallery.window.screen
    assert isinstance(screen, OnPaperScreen)
    screen.told.emit("")
    screen.has_left(file)
    gallery.settle()


def _at(gallery: "Gallery", name: str, seen: str) -> None:
    """Press it, and move the page to what is to be seen."""
    _press(gallery, name)
    found = gallery.window.findChild(Pressable, seen)
    if found is not None:
        gallery.window.screen.page.ensureWidgetVisible(found)
    gallery.settle()
