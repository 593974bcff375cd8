"""What is copied and searched in a printed booklet: the very words, in every language."""

import io

import pypdfium2
import pytest

from app import resources
from app.shipped import Shipped
from app.words.languages import Catalogs, Language
from tests.helpers.printing import plan, printed, sentence
from tests.helpers.spoken_pdf import spoken

CATALOGS = Catalogs(resources.root() / "translations")
LANGUAGES = CATALOGS.available()
JOINED = {"ar", "ur"}
"""What runs to the left readers sort in their own ways: they are told the words as well."""


def ids(language: Language) -> str:
    return language.tag


@pytest.mark.parametrize("language", LANGUAGES, ids=ids)
def test_every_sentence_is_found_by_whoever_searches_for_it(language: Language) -> None:
    words, sections = CATALOGS.wording(language.tag), Shipped().sections
    said = [text for each in sections for text in (words.t(each.easy) + ".", words.t(each.why))]
    made = printed(
        plan(*(sentence(each, original_lang=language.tag) for each in said)), words=words
    )
    if language.tag in JOINED:
        found = {each.text for each in spoken(made.pdf)}
        lost = [each for each in said if each not in found]
    else:
        text = read(made.pdf)
        lost = [each for each in said if in_a_row(each) not in text]
    assert lost == []


def read(pdf: bytes) -> str:
    """All pages as a reader of the file copies them, in one row."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return in_a_row(" ".join(pages))


def in_a_row(text: str) -> str:
    return " ".join(text.split())
