"""The recovery sheet, read back from its PDF."""

from pathlib import Path

import pypdf
import pypdfium2
import pytest

from app import resources
from app.model.look import Look
from app.model.wording import SourceWording, Wording
from app.paper import recovery_sheet as paper
from app.paper.recovery_sheet import recovery_sheet
from app.paper.sheet import A4, PAPERS
from app.paper.text.fonts import FontBook
from tests.helpers import printing
from tests.helpers.printing import DAY, OpenMoji, RightToLeftWording

GROUPS = ("7K3M", "0123", "WWWW", "MMMM", "Q8QQ", "ZX9V", "HJKN", "PRST", "8")


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    return printing.fonts()


def made(fonts: FontBook, words: Wording, groups: tuple[str, ...] = GROUPS) -> bytes:
    return recovery_sheet(
        groups,
        notebook="Rose House",
        made_on=DAY,
        words=words,
        look=Look.from_data(resources.read_toml("look.toml")),
        fonts=fonts,
        pictures=OpenMoji(),
    )


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(words.split())


@pytest.mark.parametrize("words", [SourceWording(), RightToLeftWording()])
def test_every_group_stands_on_one_page_with_its_number(fonts: FontBook, words: Wording) -> None:
    pdf = made(fonts, words)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    document.close()
    # What reads the file back turns digits and letters around where lines begin on the right.
    found = {"".join(sorted(word)) for word in text_of(pdf).split()}
    assert {"".join(sorted(group)) for group in GROUPS} <= found


def test_the_groups_can_be_read_back_in_their_order(fonts: FontBook) -> None:
    numbered = " ".join(f"{n} {group}" for n, group in enumerate(GROUPS, start=1))
    assert numbered in text_of(made(fonts, SourceWording()))


def test_it_says_what_it_is_where_to_keep_it_and_what_ends_it(fonts: FontBook) -> None:
    words = text_of(made(fonts, SourceWording()))
    for said in (
        "opens the notebook Rose House",
        "Made on Wednesday 4 March 2026",
        "When the PIN is forgotten",
        "in a locked place",
        "this one does not work any more",
    ):
        assert said in words


def test_the_code_is_in_neither_the_title_nor_the_bookmarks(
    fonts: FontBook, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(made(fonts, SourceWording()))
    reader = pypdf.PdfReader(file)
    titles = [each.title for each in reader.outline if not isinstance(each, list)]
    told = " ".join([*map(str, (reader.metadata or {}).values()), *map(str, titles)])
    assert not any(group in told for group in GROUPS if len(group) == 4)
    assert "Recovery sheet" in told


def test_the_widest_group_stays_on_its_card(fonts: FontBook) -> None:
    document = pypdfium2.PdfDocument(made(fonts, SourceWording(), ("WWWW",) * 8 + ("8",)))
    page = document[0].get_textpage()
    right = max(page.get_charbox(at)[2] for at in range(page.count_chars()))
    document.close()
    assert right < A4[0] - PAPERS["A4"].end - paper._CARD_LINE
