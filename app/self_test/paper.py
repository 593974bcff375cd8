"""Whether a booklet prints in three scripts, and the words can be found in it again."""

import contextlib
import datetime
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from app.bootstrap import House
from app.model.ids import RecordId
from app.paper import pages
from app.self_test import AGAIN
from app.store.notebook import NotebookFile
from app.usecases import people, statements
from app.usecases.statements import Said
from app.words.languages import english_name

SAID = {"en": "My café opens at 9.", "ur": "میں چائے پیتا ہوں۔", "bn": "চা আমার পছন্দ।"}
"""In each language, a sentence of a plan."""


def problems(house: House, folder: Path) -> Iterator[str]:
    """What is wrong."""
    today = datetime.datetime.now(datetime.UTC).date()
    with contextlib.closing(house.example_notebook(folder)) as notebook:
        for lang, words in SAID.items():
            person = _said(notebook, words, lang=lang, today=today)
            to = folder / f"{lang}.pdf"
            printed = house.booklet(
                notebook,
                person=person,
                copy_for="",
                made_on=today,
                words=house.wording(lang),
                to=to,
            )
            for missing in printed.missing:
                signs = " ".join(sign for part in missing.signs for sign in part)
                yield f"No font has {signs}, which {english_name(lang)} needs. {AGAIN}"
            for ref in printed.left_out_pictures:
                yield f"The picture {ref} could not be printed. {AGAIN}"
            if not _holds(pages.words(to.read_bytes()), words):
                yield f"A booklet in {english_name(lang)} did not hold the words written in it."


def _said(notebook: NotebookFile, words: str, *, lang: str, today: datetime.date) -> RecordId:
    """Somebody whose plan holds these words, read back and kept; their id."""
    added = people.add_person(
        notebook,
        preferred_name="Ann",
        home_language=lang,
        worker="",
        worker_name="Jo",
        today=today,
    )
    person, by = added.last("person"), added.last("supporter")
    said = Said(
        person=person,
        words=words,
        lang=lang,
        section="important_to",
        kind="important_to",
        voice="own_spoken",
        by=by,
    )
    made = statements.say(notebook, said).last("statement")
    statements.read_back(notebook, statement=made, result="keep", method="", on=today, by=by)
    return person


def _holds(text: str, words: str) -> bool:
    """Whether each word is there; right-to-left ones lie in a PDF the other way round."""
    found = _plain(text)
    return all(
        _plain(word) in found or _plain(word)[::-1] in found for word in words.strip(".۔।").split()
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.split()))
