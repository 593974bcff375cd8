"""Draws the pictures of README.md, in so few colours that they can lie beside the code.

``python -m ui.readme`` makes them anew in ``resources/readme``, which is not packaged.
"""

import argparse
import datetime
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageQt
from PySide6.QtGui import QImage, QPixmap

from app import resources
from app.model.ids import RecordId
from app.usecases import people, statements, translations
from app.usecases.statements import Said
from app.usecases.translations import Interpreter, Put
from ui.gallery import Gallery, application
from ui.page_images import image_of

SCREENS = {
    "welcome": "start",
    "plan-marcus-support_well": "my-plan",
    "talk-writing": "conversation",
    "talk-read_back": "read-back",
}
"""Screens of the gallery, and how their pictures are called."""

NAMES = (*SCREENS.values(), "booklet", "two-languages")

_SECTION = "communication"
_MADE_ON = datetime.date(2026, 6, 1)
_PAGE_DOTS = 596
_COLOURS = 64
_STOCK = (
    ("I like music.", "openmoji:1F3B5"),
    ("I like the garden.", "openmoji:1F33B"),
)
"""Sentences of ``phrases.toml``, whose Urdu is that of the catalog."""

_Picture = tuple[str, QImage | QPixmap]


def main(arguments: list[str] | None = None) -> int:
    """Draw each of them."""
    parser = argparse.ArgumentParser(prog="python -m ui.readme", description=main.__doc__)
    parser.add_argument("--to", metavar="DIR", type=Path, default=resources.path("readme"))
    folder: Path = parser.parse_args(arguments).to
    folder.mkdir(parents=True, exist_ok=True)
    for lang, pictures in (("en-GB", _in_english), ("ur", _in_two_languages)):
        gallery = Gallery(application(), lang=lang, theme="paper", percent=100, pictures="usual")
        for name, picture in pictures(gallery):
            _save(picture, folder / f"{name}.png")
        gallery.close()
    return 0


def _in_english(gallery: Gallery) -> Iterator[_Picture]:
    left = dict(SCREENS)
    for numbered, picture in gallery.draw():
        if name := left.pop(numbered.partition("-")[2], ""):
            yield name, picture
        if not left:
            break
    yield "booklet", _page(gallery)


def _page(gallery: Gallery) -> QImage:
    """The page of the first person's booklet on which a section begins."""
    ctx = gallery.window.ctx
    notebook, house, words = ctx.open_notebook, ctx.house, ctx.house.wording("en-GB")
    title = words.t(house.sections[_SECTION].easy)
    person = gallery.everyone()[0].id
    printed = gallery.ask(
        lambda: house.booklet(notebook, person=person, copy_for="", made_on=_MADE_ON, words=words)
    )
    begins = (n for n, said in enumerate(printed.said) if any(each.words == title for each in said))
    return image_of(printed.pdf, next(begins), wide=_PAGE_DOTS)


def _in_two_languages(gallery: Gallery) -> Iterator[_Picture]:
    """The plan of somebody whose home language is written from right to left."""
    gallery.window.open_examples()
    gallery.settle()
    ctx = gallery.window.ctx
    notebook, worker, today = ctx.open_notebook, ctx.open_notebook.worker, ctx.today
    added = gallery.ask(
        lambda: people.add_person(
            notebook, preferred_name="Amina", home_language="ur", worker=worker.id,
            worker_name=worker.name, today=today,
        )
    )  # fmt: skip
    person = added.last("person")
    gallery.like_person(next(each for each in gallery.everyone() if each.id == person))
    gallery.go("home", person=person)
    gallery.settle()
    for words, picture in _STOCK:
        _say_in_both(gallery, person, words, picture)
    gallery.go("plan", person=person, section="important_to")
    gallery.settle()
    yield "two-languages", gallery.window.grab()


def _say_in_both(gallery: Gallery, person: RecordId, words: str, picture: str) -> None:
    """Have a sentence kept, and its translation too."""
    ctx = gallery.window.ctx
    notebook, by, on = ctx.open_notebook, ctx.writer, ctx.today
    urdu = ctx.house.wording("ur").t(words)
    said = Said(
        person=person, words=words, lang="en-GB", section="important_to", kind="preference",
        voice="own_spoken", by=by, symbols=(picture,),
    )  # fmt: skip
    line = gallery.ask(lambda: statements.say(notebook, said)).last("statement")
    gallery.ask(
        lambda: statements.read_back(
            notebook, statement=line, result="keep", method="spoken", on=on, by=by
        )
    )
    interpreter = Interpreter(method="professional", name="Sana Malik")
    put = Put(statement=line, lang="ur", who=interpreter, by=by, words=urdu, back_translation=words)
    made = gallery.ask(lambda: translations.put(notebook, put)).last("translation")
    gallery.ask(
        lambda: translations.answer(
            notebook, translation=made, answer="yes", seen=urdu, on=on, by=by
        )
    )


def _save(picture: QImage | QPixmap, file: Path) -> None:
    seen = ImageQt.fromqimage(picture).convert("RGB")
    seen.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    print(file)


if __name__ == "__main__":
    raise SystemExit(main())
