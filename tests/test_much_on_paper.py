"""A thousand sentences, endless ones among them, and two hundred photos, printed by the command."""

import contextlib
import io
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from app.bootstrap import House
from app.usecases import people
from tests.helpers.commands import PIN, Run
from tests.helpers.much import LONG_SENTENCE, LONG_WORD, PHOTOS, SENTENCES, write_much
from tests.helpers.plans import file_of, plan_data

pytestmark = pytest.mark.slow


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann has said all that."""
    (tmp_path / "ann.json").write_bytes(file_of(plan_data()))
    assert run("new", "n", "--worker", "Jo")[0] == 0
    assert run("import", "n", "ann.json")[0] == 0
    with contextlib.closing(House.here().open_notebook(tmp_path / "n", secret=PIN)) as notebook:
        ann = people.everyone(notebook)[0].id
        write_much(notebook, ann, by=ann)
    return run


def all_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


@pytest.mark.parametrize("document", ["booklet", "about-me", "big-print"])
def test_all_of_it_is_printed_and_every_photo_once(run: Run, tmp_path: Path, document: str) -> None:
    assert run("print", "n", "Ann", "--as", document, "--to", "out.pdf") == (0, "", "")
    pdf = (tmp_path / "out.pdf").read_bytes()
    text = all_text(pdf)
    words = set(text.split())
    assert words >= {f"{n}." for n in range(SENTENCES - 2)}
    assert words >= set(LONG_SENTENCE.split())
    assert LONG_WORD in "".join(text.split())
    assert images_in(pdf) >= PHOTOS


def images_in(pdf: bytes) -> int:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    images = (x for x in objects if isinstance(x, dict) and x.get("/Subtype") == "/Image")
    return len({each._data for each in images})


def test_all_of_it_is_written_as_plain_text(run: Run, tmp_path: Path) -> None:
    assert run("print", "n", "Ann", "--as", "plain-text", "--to", "out.txt") == (0, "", "")
    text = (tmp_path / "out.txt").read_text("utf-8")
    assert text.count("I like number ") == SENTENCES - 2
    assert LONG_WORD in text
    assert LONG_SENTENCE in text
