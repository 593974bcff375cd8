"""Words of every script that we bring letters for go round unchanged, whichever way they take."""

import contextlib
import datetime
import io
from pathlib import Path

import pypdf
import pytest

from app.bootstrap import House
from app.model.record import Record
from app.model.statement import Statement
from app.store.notebook import NotebookFile
from app.usecases import people, planfile, plans, statements
from app.usecases.statements import Said
from tests.helpers.notebooks import make_notebook, open_again

NOW = datetime.datetime(2026, 3, 4, 9, 30, tzinfo=datetime.UTC)

SAID = {
    "Latin": ("cy", "Dw i'n hoffi'r Ŵyl a'r môr, ęść, ș ț.", "hoffi'r"),
    "Cyrillic": ("uk", "Їжак п’є чай щоранку.", "чай"),
    "Greek": ("el", "Μου αρέσει ο καφές το πρωί.", "καφές"),
    "Arabic": ("ar", "أحب القهوة في الصباح", "القهوة"),
    "Arabic of Urdu": ("ur", "میں چائے پیتا ہوں اور لاہور سے آیا تھا۔", "چائے"),
    "Gurmukhi": ("pa", "ਮੈਨੂੰ ਚਾਹ ਪਸੰਦ ਹੈ", "ਚਾਹ"),
    "Bengali": ("bn", "আমি চা খাই", "চা"),
    "Gujarati": ("gu", "મને ચા ગમે છે", "ચા"),
    "Devanagari": ("hi", "मुझे सुबह की चाय पसंद है", "चाय"),
    "Tamil": ("ta", "எனக்கு தேநீர் பிடிக்கும்", "தேநீர்"),
}
LATIN, *_ = SAID


@pytest.fixture(scope="module")
def house() -> House:
    nowhere = Path("/nonexistent")
    return House(nowhere, nowhere)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A notebook in which one person said something in each script, and kept it; closed."""
    path = tmp_path / "scripts.alongside"
    with contextlib.closing(make_notebook(path)) as notebook:
        made = people.add_person(
            notebook, preferred_name="Ann", home_language="en-GB", worker="", worker_name="Jo",
            today=NOW.date(),
        )  # fmt: skip
        by = made.last("supporter")
        for lang, words, _ in SAID.values():
            said = Said(
                person=made.last("person"), words=words, lang=lang, section="important_to",
                kind="important_to", voice="own_spoken", by=by,
            )  # fmt: skip
            which = statements.say(notebook, said).last("statement")
            statements.read_back(
                notebook, statement=which, result="keep", method="", on=NOW.date(), by=by
            )
    return path


def originals(notebook: NotebookFile) -> set[str]:
    with notebook.unit_of_work() as work:
        return {each.body.original for each in work.records.find(Statement)}


ALL = {words for _, words, _ in SAID.values()}


def test_through_the_notebook(path: Path) -> None:
    with contextlib.closing(open_again(path)) as notebook:
        assert originals(notebook) == ALL


def test_through_a_plan_file(path: Path, tmp_path: Path, house: House) -> None:
    with contextlib.closing(open_again(path)) as notebook:
        (person,) = people.everyone(notebook)
        file = planfile.export_plan(notebook, person=person.id, at=NOW)
    with contextlib.closing(make_notebook(tmp_path / "other.alongside")) as other:
        planfile.import_plan(other, data=file, sections=house.sections)
        assert originals(other) == ALL


@pytest.mark.parametrize("script", SAID)
def test_one_word_finds_its_sentence(path: Path, script: str) -> None:
    _, words, word = SAID[script]
    with contextlib.closing(open_again(path)) as notebook:
        (person,) = people.everyone(notebook)
        found: tuple[Record[Statement], ...] = plans.search(notebook, person=person.id, words=word)
    assert [each.body.original for each in found] == [words]


def test_through_print_and_back_as_text(path: Path, house: House) -> None:
    with contextlib.closing(open_again(path)) as notebook:
        (person,) = people.everyone(notebook)
        made = house.booklet(
            notebook, person=person.id, copy_for="", made_on=NOW.date(),
            words=house.wording("en-GB"),
        )  # fmt: skip
    assert made.missing == ()
    pages = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert [words for words in ALL if words not in text] == []
