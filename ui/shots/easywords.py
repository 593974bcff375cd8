"""The place where a sentence is put in easier words, with advice; hard words explained."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from app.model.ids import RecordId
from app.usecases import easy_words, plans, statements
from ui.parts.spelling import SpellingHelp
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_HARD = "Staff facilitate access to the community at 14:30."


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Words that were put easier once, opened again."""
    person = gallery.everyone()[0].id
    gallery.go("home", person=person)
    gallery.settle()
    ctx = gallery.window.ctx
    notebook, by = ctx.open_notebook, ctx.writer
    plan = gallery.ask(
        lambda: plans.plan(notebook, person=person, sections=ctx.house.sections, today=ctx.today)
    )
    line = next(x for x in plan.lines if x.statement.body.voice_group == "own")
    which, section = line.statement.id, line.statement.body.section
    show = {"person": person, "statement": which, "section": section}
    yield (
        "easier-advice",
        lambda: (
            gallery.ask(lambda: easy_words.write(notebook, statement=which, words=_HARD, by=by)),
            gallery.go("sentence", **show),
            gallery.settle(),
            gallery.press("easier"),
        ),
    )
    theirs = statements.Said(
        person=person,
        words="His deputy comes to the review, and his advocate.",
        lang="en-GB",
        section=section,
        kind="fact",
        voice="staff",
        by=by,
        said_by=by,
    )

    def explained() -> None:
        change = gallery.ask(lambda: statements.say(notebook, theirs))
        gallery.go("sentence", **{**show, "statement": change.last("statement")})
        gallery.settle()
        gallery.press("means-advocate")

    yield "hard-words", explained
    yield "hard-words-plan", lambda: gallery.go("plan", person=person, section=section)

    def spelled() -> None:
        gallery.go("sentence", **show)
        gallery.settle()
        gallery.press("easier")
        gallery.settle()
        (spelling,) = gallery.window.screen.findChildren(SpellingHelp)
        field = gallery.window.screen.findChild(QPlainTextEdit, "new-words")
        assert field is not None
        field.setPlainText("I like swiming, brekfast and my medecine.")
        spelling.look()
        gallery.settle()
        gallery.press("spelled-brekfast")

    yield "spelling", spelled

    yield from _whole_plan(gallery, person, which)


def _whole_plan(gallery: "Gallery", person: RecordId, which: RecordId) -> Iterator[Shot]:
    """The words of all of it, and who read it."""
    yield "to-words-check", lambda: gallery.go("print", person=person)
    yield "words-check", lambda: gallery.go("easy_words", person=person)

    def read_by() -> None:
        gallery.go("read_by", person=person)
        gallery.settle()

    yield "read-by", read_by

    def what_was_hard() -> None:
        read_by()
        gallery.press(f"reader-{person}")
        gallery.settle()
        gallery.press("uses-yes")
        gallery.settle()
        gallery.press(f"hard-{which}")

    yield "read-by-hard", what_was_hard

    def whether() -> None:
        read_by()
        gallery.press(f"reader-{person}")
        gallery.settle()

    yield "read-by-whether", whether

    def checked() -> None:
        what_was_hard()
        gallery.press("keep-reading")
        gallery.settle()

    yield "words-check-read", checked
