"""Pages that nobody wrote on: nothing is made of them, however little there is to go by."""

import contextlib
from pathlib import Path

import pytest
from PIL import Image

from app.bootstrap import House
from app.model import pack_marks
from app.model.contents import Contents
from app.model.documents import document
from app.model.packs import Area
from app.model.wording import SourceWording
from app.paper.documents import make
from app.paper.job import Job
from app.readback import pages
from app.readback.protocol import Page, Sheet
from app.usecases import people, plans
from tests.helpers import scans
from tests.helpers.packs import PACK, laid, printed, told
from tests.helpers.printing import DAY, plan, sentence

WRITTEN = 0.004


def _nothing_is_ticked_on(found: Page) -> None:
    assert [box.marked for box in found.boxes if box.marked] == []


@pytest.mark.slow
@pytest.mark.parametrize("dpi", [200, 100])
def test_a_copy_of_an_example_person_as_it_was_printed_gives_nothing(
    tmp_path: Path, dpi: int
) -> None:
    house = House(tmp_path, tmp_path)
    with contextlib.closing(house.example_notebook(tmp_path)) as notebook:
        somebody = people.everyone(notebook)[0].id
        whole = plans.plan(notebook, person=somebody, sections=house.sections, today=DAY)
        kept = whole.only_kept()
        made = make(
            document("review_copy"),
            Job(
                contents=Contents(plan=kept, reader="Ruth", own=False, pack=told(kept)),
                made_on=DAY, words=SourceWording(), look=house.look, fonts=house.fonts,
                pictures=house.pictures(notebook),
            ),
        )  # fmt: skip
    where = laid(made)
    sheet = Sheet(
        pack_marks.plan_signs(somebody), pack_marks.pack_signs(PACK), where.lines,
        where.page_matrix,
    )  # fmt: skip
    for number, image in enumerate(scans.pages(made.pdf, dpi=dpi), start=1):
        found = pages.read(image, (sheet,))
        assert found.missed == ()
        assert len(found.boxes) == sum(line.page == number for line in where.lines)
        _nothing_is_ticked_on(found)
        assert [box.ink for box in found.boxes if box.ink > WRITTEN] == []


def _wiped(image: Image.Image, area: Area) -> None:
    dots = image.height / scans.A4_HIGH
    upper = scans.A4_HIGH - area.bottom - area.high
    place = (area.left, upper, area.left + area.wide, upper + area.high)
    image.paste(255, tuple(round(each * dots) for each in place))


@pytest.mark.parametrize("degrees", [0.0, 2.0, 7.0, 178.0])
@pytest.mark.parametrize("slant", [0.0, 0.06])
def test_a_page_of_which_one_code_is_left_never_gives_ticks(degrees: float, slant: float) -> None:
    made = printed(told(plan(sentence("Sit down."), name="Rosa")))
    where = laid(made)
    image = scans.pages(made.pdf)[0]
    _wiped(image, where.page_matrix)
    leaning = image.transform(
        image.size, Image.Transform.AFFINE, (1, slant, 0, 0, 1, 0), fillcolor=255
    )
    seen = leaning.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    sheet = Sheet("CHRMH5", pack_marks.pack_signs(PACK), where.lines, where.page_matrix)
    found = pages.read(seen, (sheet,))
    assert found.codes == (where.lines[0].code,)
    assert [box.code for box in found.boxes] == [where.lines[0].code]
    _nothing_is_ticked_on(found)
