"""The place where a sentence is put in easier words, with advice; hard words explained."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.model.ids import RecordId
from app.usecases import easy_words, plans, statements
from ui.parts.easy_advice import EasyAdvice
from ui.parts.pressable import Pressable
from ui.parts.spelling import SpellingHelp
from ui.shots import Shot
from ui.shots.one_moment import at

if TYPE_CHECKING:
    from ui.gallery import Gallery

About = dict[str, RecordId | str]
"""What a screen is shown with."""

_READ_BACK = """
[[moment]]
id = "read"
stage = "talk"
kind = "read_back"
prompt = "I read back what was said. Is it right?"
picture = "openmoji:1F50A"
"""
_QUESTION = """
[[moment]]
id = "it"
stage = "talk"
kind = "question"
prompt = "What is important to you?"
picture = "openmoji:2B50"
section = "important_to"
says = "fact"
"""
_HARD = "Staff facilitate access to the community at 14:30."


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Words that were put easier once, opened again."""
    person = gallery.everyone()[0].id
    gallery.go("home", person=person)
    gallery.settle()
    ctx = gallery.window.ctx
    plan = gallery.ask(
        lambda: plans.plan(
            ctx.open_notebook, person=person, sections=ctx.house.sections, today=ctx.today
        )
    )
    line = next(x for x in plan.lines if x.statement.body.voice_group == "own")
    which, section = line.statement.id, line.statement.body.section
    show = {"person": person, "statement": which, "section": section}
    yield "easier-waiting", lambda: _waiting(gallery, show)
    yield "easier-advice", lambda: _put_easier(gallery, show)
    yield from _hard_words(gallery, show)
    yield "spelling", lambda: _spelled(gallery, show)
    hard = "His capacity to consent was assessed by the MDT, and the outcome was documented."
    yield "easier-what-is-hard", lambda: _put_easier(gallery, _said(gallery, show, hard))
    yield "read-back-easier", lambda: _read_back(gallery, which)
    yield "advice-writing", lambda: _advised(gallery)
    yield "read-back-seen", lambda: _seen(gallery)

    yield from _whole_plan(gallery, person, which)


def _waiting(gallery: "Gallery", show: About) -> None:
    """Easier words beside a sentence, which the person was not sure about today."""
    ctx = gallery.window.ctx
    gallery.ask(
        lambda: easy_words.write(
            ctx.open_notebook, statement=show["statement"], words=_HARD, by=ctx.writer
        )
    )
    gallery.go("sentence", **show)
    gallery.settle()
    gallery.press("easier-unsure")


def _put_easier(gallery: "Gallery", show: About) -> None:
    """The place where a sentence is put in easier words."""
    gallery.go("sentence", **show)
    gallery.settle()
    gallery.press("easier")


def _said(gallery: "Gallery", show: About, words: str) -> About:
    """Have somebody else say it; how to show it."""
    ctx = gallery.window.ctx
    said = statements.Said(
        person=show["person"], words=words, lang="en-GB", section=show["section"], kind="fact",
        voice="staff", by=ctx.writer, said_by=ctx.writer,
    )  # fmt: skip
    change = gallery.ask(lambda: statements.say(ctx.open_notebook, said))
    return {**show, "statement": change.last("statement")}


def _hard_words(gallery: "Gallery", show: About) -> Iterator[Shot]:
    """Words of others that are explained, at the sentence and in the plan."""

    def explained() -> None:
        words = "His deputy comes to the review, and his advocate."
        gallery.go("sentence", **_said(gallery, show, words))
        gallery.settle()
        gallery.press("means-advocate")

    yield "hard-words", explained
    where = {"person": show["person"], "section": show["section"]}
    yield "hard-words-plan", lambda: gallery.go("plan", **where)


def _spelled(gallery: "Gallery", show: About) -> None:
    """Words that nobody knows, and what may have been meant."""
    _put_easier(gallery, show)
    gallery.settle()
    (spelling,) = gallery.window.screen.findChildren(SpellingHelp)
    field = gallery.window.screen.findChild(QPlainTextEdit, "new-words")
    assert field is not None
    field.setPlainText("I like swiming, brekfast and my medecine.")
    spelling.look()
    gallery.settle()
    gallery.press("spelled-brekfast")


def _read_back(gallery: "Gallery", which: RecordId) -> None:
    """Easier words that wait for the person's yes, after all else was read back."""
    ctx = gallery.window.ctx
    words = "I like my tea hot."
    gallery.ask(
        lambda: easy_words.write(ctx.open_notebook, statement=which, words=words, by=ctx.writer)
    )
    at(gallery, "shot-easier", _READ_BACK)
    while gallery.window.screen.findChild(Pressable, "easier-yes") is None:
        gallery.press("not_sure")
        gallery.settle()


def _advised(gallery: "Gallery") -> None:
    """Somebody else's words being written."""
    at(gallery, "shot-advised", _QUESTION)
    gallery.press("how-others")
    gallery.settle()
    field = gallery.window.screen.findChild(QPlainTextEdit, "writing")
    (advice,) = gallery.window.screen.findChildren(EasyAdvice)
    assert field is not None
    field.setPlainText("He suffers from epilepsy. Staff monitor his fluid intake.")
    advice.look()
    gallery.settle()


def _seen(gallery: "Gallery") -> None:
    """What was seen today, as it is read back."""
    session = at(gallery, "shot-seen", _READ_BACK)
    ctx = gallery.window.ctx
    said = statements.Said(
        person=gallery.everyone()[0].id, words="He smiles when the train comes.", lang="en-GB",
        section="important_to", kind="fact", voice="shown_by_behaviour", by=ctx.writer,
        session=session, meaning="He likes trains.", meaning_confidence="think",
    )  # fmt: skip
    gallery.ask(lambda: statements.say(ctx.open_notebook, said))
    gallery.go("talk", session=session, person=said.person)
    gallery.settle()


def _whole_plan(gallery: "Gallery", person: RecordId, which: RecordId) -> Iterator[Shot]:
    """The words of all of it, and who read it."""
    yield "to-words-check", lambda: gallery.go("print", person=person)
    yield "words-check", lambda: gallery.go("easy_words", person=person)

    def read_by() -> None:
        gallery.go("read_by", person=person)
        gallery.settle()

    yield "read-by", read_by

    yield "read-by-name", lambda: (read_by(), _by_name(gallery))

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


def _by_name(gallery: "Gallery") -> None:
    """Somebody who is nobody around the person, asked whether they are paid."""
    line = gallery.window.screen.findChild(QLineEdit, "reader-name")
    assert line is not None
    line.setText("Sam Fletcher")
    gallery.press("this-name")
    gallery.settle()
