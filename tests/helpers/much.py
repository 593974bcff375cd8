"""A plan that is far too much: a thousand sentences, endless ones among them, and many photos."""

import io

from PIL import Image

from app.model.ids import RecordId
from app.model.pictures import Picture
from app.model.statement import ReadBack, Statement
from app.store.notebook import NotebookFile

SENTENCES, PHOTOS = 1000, 200
LONG_SENTENCE = " ".join(f"w{n}" for n in range(400)) + "."
"""As many words as the longest sentence can hold that a notebook keeps."""
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 6


def write_much(notebook: NotebookFile, person: RecordId, *, by: RecordId) -> None:
    """Keep it all as the person's own words: the endless ones last, a photo each on the first."""
    words = [f"I like number {n}." for n in range(SENTENCES - 2)]
    with notebook.unit_of_work() as work:
        photos = [work.media.put(_photo(n)) for n in range(PHOTOS)]
        for at, text in enumerate((*words, LONG_WORD, LONG_SENTENCE)):
            said = Statement(
                person=person, section="important_to", kind="important_to", voice="own_spoken",
                original=text, original_lang="en-GB", read_back=ReadBack(result="keep"),
                symbols=tuple(photos[at : at + 1]),
            )  # fmt: skip
            work.records.add(said, by=by)
        work.commit()


def _photo(number: int) -> Picture:
    """One like no other, also when it is made smaller."""
    out = io.BytesIO()
    image = Image.new("RGB", (400, 300), (40, 90, 120))
    image.paste((250, 240, 230), (0, 0, 2 * number, 200))
    image.save(out, "JPEG")
    return Picture("image/jpeg", out.getvalue())
