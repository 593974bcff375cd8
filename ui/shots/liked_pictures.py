"""Pictures as a person likes them: key words, sizes, photos only, what is clear to them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from app.model.ids import PictureRef, RecordId
from app.model.statement import Statement
from app.usecases import clear_pictures, people, picture_sets, statements
from ui.shots import Shot
from ui.shots.one_moment import at
from ui.shots.picture_sets import made_set

if TYPE_CHECKING:
    from ui.gallery import Gallery

_WORDS = "I like a cup of tea in bed before anybody talks to me, and then a bath."
_KEYS = (("openmoji:1FAD6", "cup of tea"), ("openmoji:1F6CF", "bed"), ("openmoji:1F6C0", "bath"))
_ASK = """
[[moment]]
id = "mornings"
kind = "question"
stage = "talk"
says = "preference"
section = "important_to"
prompt = "What makes a good morning?"
picture = "openmoji:1F305"
"""


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """The choices, then a sentence in each way, then the question whether a picture is clear."""
    person = gallery.everyone()[0]
    gallery.like_person(person)
    gallery.go("home", person=person.id)
    gallery.settle()
    section, said = _sentence(gallery, person.id)
    show = {"person": person.id, "statement": said, "section": section}
    file = gallery.window.ctx.house.home / "pictures we know.zip"
    ours = made_set(file, more={"LICENSE.txt": "CC0, our own"})

    def likes() -> None:
        notebook = gallery.window.ctx.open_notebook
        gallery.ask(lambda: picture_sets.import_set(notebook, path=ours))
        gallery.go("likes", person=person.id)

    yield "likes", likes
    for mode, size in (("key_words", "usual"), ("key_words", "biggest"), ("photo", "biggest")):
        like = {"pictures": mode, "picture_size": size}
        name = f"{mode.replace('_', '-')}-{size}"
        yield f"sentence-{name}", lambda like=like: _see(gallery, like, "sentence", **show)
        about = {"person": person.id, "section": section, "at": said}
        yield f"plan-{name}", lambda like=like, about=about: _see(gallery, like, "plan", **about)
    writing = {"pictures": "key_words", "picture_size": "biggest"}
    yield "writing", lambda: _write(gallery, writing)
    yield "clear-asked", lambda: _see(gallery, writing, "clear_pictures", person=person.id)
    yield "clear-end", lambda: _end(gallery, person.id)

    def another() -> None:
        about = {**show, "statement": _denied(gallery, person.id, section)}
        _see(gallery, writing, "sentence", **about)
        gallery.settle()
        gallery.press("picture")

    yield "another-with-not", another


def _see(gallery: "Gallery", like: dict[str, str], screen: str, **about: object) -> None:
    person = about["person"]
    assert isinstance(person, str)
    notebook = gallery.window.ctx.open_notebook
    for field, value in like.items():
        gallery.ask(
            lambda field=field, value=value: people.change_setting(
                notebook, person=RecordId(person), field=field, value=value, by=RecordId(person)
            )
        )
    settings = gallery.ask(lambda: people.person(notebook, person=RecordId(person))).body.ui
    gallery.window.use_settings(settings)
    gallery.go(screen, **about)


def _write(gallery: "Gallery", like: dict[str, str]) -> None:
    person = gallery.everyone()[0].id
    _see(gallery, like, "home", person=person)
    gallery.settle()
    at(gallery, "mornings", _ASK)
    gallery.settle()
    field = gallery.window.findChild(QPlainTextEdit, "writing")
    if field is not None:
        field.setPlainText(_WORDS)


def _end(gallery: "Gallery", person: RecordId) -> None:
    ctx = gallery.window.ctx
    notebook, by, ideas = ctx.open_notebook, ctx.writer, ctx.house.ideas
    found = gallery.ask(lambda: clear_pictures.of_plan(notebook, person=person, ideas=ideas))
    for each in found.shown[:2]:
        gallery.ask(
            lambda each=each: clear_pictures.say(
                notebook, person=person, picture=each.picture, clear="not_clear", word=each.word,
                by=by, on=ctx.today,
            )
        )  # fmt: skip
    gallery.go("clear_pictures", person=person)
    gallery.settle()
    gallery.press("picture-stop")


def _denied(gallery: "Gallery", person: RecordId, section: str) -> RecordId:
    """A sentence that says "not", with the mark for it over its picture."""
    ctx = gallery.window.ctx
    notebook, by = ctx.open_notebook, ctx.writer
    said = statements.Said(
        person=person, words="I do not like coffee.", lang="en-GB", section=section,
        kind="preference", voice="own_spoken", by=by,
        symbols=(PictureRef("not:openmoji:2615"),), key_words=("coffee",),
    )  # fmt: skip
    return gallery.ask(lambda: statements.say(notebook, said)).last("statement")


def _sentence(gallery: "Gallery", person: RecordId) -> tuple[str, RecordId]:
    """A sentence of the plan with three key words."""
    ctx = gallery.window.ctx
    notebook, by = ctx.open_notebook, ctx.writer

    def written() -> Statement:
        with notebook.unit_of_work() as work:
            return work.records.find(Statement, person=person)[0].body

    section = gallery.ask(written).section
    said = statements.Said(
        person=person, words=_WORDS, lang="en-GB", section=section, kind="preference",
        voice="own_spoken", by=by, symbols=tuple(ref for ref, _ in _KEYS),
        key_words=tuple(word for _, word in _KEYS),
    )  # fmt: skip
    return section, gallery.ask(lambda: statements.say(notebook, said)).last("statement")
