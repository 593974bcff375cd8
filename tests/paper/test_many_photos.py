"""Two hundred photos of a person's own in one document."""

from app.model.ids import PictureRef
from app.model.pictures import Picture
from tests.helpers.printing import OpenMoji, plan, printed, sentence
from tests.paper.test_booklet import reader
from tests.paper.test_photos import jpeg

PHOTOS = 200
MOST_BYTES = 60_000
"""Of a photo: two hundred of them can still be carried on any stick and sent."""


def test_each_of_two_hundred_photos_is_in_the_file_once_and_no_larger_than_print_needs() -> None:
    data = [jpeg(400 + at, 300) for at in range(PHOTOS)]
    refs = [PictureRef(f"photo:{at}") for at in range(PHOTOS)]
    pictures = {ref: Picture("image/jpeg", each) for ref, each in zip(refs, data, strict=True)}
    said = (sentence(f"This is number {at}.", symbols=(ref,)) for at, ref in enumerate(refs))
    made = printed(plan(*said), pictures=OpenMoji(pictures))
    assert made.left_out_pictures == ()
    assert len(made.pdf) < PHOTOS * MOST_BYTES
    assert made.pdf.count(b"/Subtype /Image") == PHOTOS
    assert len(reader(made).pages) == made.pages
