"""A booklet in another language than the window's."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from app.model.person import Person
from app.model.record import Record
from tests.helpers.driver import Driver


@pytest.mark.parametrize(("lang", "pressed"), [("cy", "print-in-cy"), ("en-GB", "")])
def test_the_booklet_is_printed_in_the_language_that_is_chosen(
    examples: Driver, marcus: Record[Person], tmp_path: Path, lang: str, pressed: str
) -> None:
    assert marcus
    examples.press("rights")
    examples.press("print")
    if pressed:
        examples.press("choose-print-in")
        examples.press(pressed)
    examples.press("save")
    examples.choose(tmp_path)
    (file,) = tmp_path.glob("*.pdf")
    assert PdfReader(file).root_object["/Lang"] == lang
    assert examples.window.ctx.words.lang == "en-GB"
