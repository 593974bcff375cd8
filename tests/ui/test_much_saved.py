"""A thousand sentences, endless ones among them, and two hundred photos, saved from the window."""

from pathlib import Path

import pypdfium2
import pytest

from app.model.person import Person
from app.model.record import Record
from tests.helpers.driver import Driver
from tests.helpers.much import LONG_SENTENCE, LONG_WORD, SENTENCES, write_much
from ui.screens.base import Route


@pytest.mark.slow
def test_all_of_it_is_saved(examples: Driver, marcus: Record[Person], tmp_path: Path) -> None:
    notebook = examples.window.ctx.open_notebook
    examples.ask(lambda: write_much(notebook, marcus.id, by=marcus.id))
    examples.window.show_route(Route("print", {"person": marcus.id}))
    examples.settle()
    examples.press("save")
    examples.choose(tmp_path)
    (file,) = tmp_path.glob("*.pdf")
    document = pypdfium2.PdfDocument(file.read_bytes())
    letters = "".join("".join(x.get_textpage().get_text_range().split()) for x in document)
    document.close()
    assert f"Ilikenumber{SENTENCES - 3}." in letters
    assert LONG_WORD in letters
    assert [word for word in LONG_SENTENCE.split() if word not in letters] == []
