"""The advocate's pack on paper: where everything stands, and that it can be filled in."""

import dataclasses
import io

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from app.model import pack_marks
from app.model.pack_marks import PageMark, SentenceMark
from app.model.packs import Area
from app.model.review_codes import shown
from app.model.telling import ONLY_HEARD
from app.model.wording import SourceWording, Wording
from app.paper.matrix import matrix
from app.paper.press import Printed
from app.paper.sheet import MM
from tests.helpers.packs import PACK, laid, printed, told
from tests.helpers.printing import RightToLeftWording, plan, sentence, supporter
from tests.helpers.spoken_pdf import spoken

SCALE = 200 / 72


def pack(*more: str, words: Wording | None = None) -> Printed:
    texts = more or ("I like tea in my blue mug.", "I go out with Dele on Fridays.")
    said = (sentence(text) for text in texts)
    whose = plan(*said, supporters={"d": supporter("Dele")}, name="Rosa")
    return printed(told(whose), words=words)


@pytest.mark.parametrize("words", [SourceWording(), RightToLeftWording()])
def test_every_code_is_where_the_layout_says(words: Wording) -> None:
    made = pack(*(f"Sentence number {n}, and more." for n in range(12)), words=words)
    document = pypdfium2.PdfDocument(made.pdf)
    assert len(laid(made).lines) == 12
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        image = page.render(scale=SCALE, grayscale=True).to_pil()
        found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.DataMatrix)
        marks = {pack_marks.read(each.text): each for each in found}
        wanted = {
            SentenceMark(pack_marks.pack_signs(PACK), line.code): line.matrix
            for line in laid(made).lines
            if line.page == number
        }
        wanted[PageMark(pack_marks.plan_signs("person"), pack_marks.pack_signs(PACK), number)] = (  # type: ignore[arg-type]
            laid(made).page_matrix
        )
        assert set(marks) == set(wanted)
        for mark, area in wanted.items():
            corner = marks[mark].position.bottom_left
            assert corner.x == pytest.approx(area.left * SCALE, abs=2)
            assert image.height - corner.y == pytest.approx(area.bottom * SCALE, abs=2)


@pytest.mark.parametrize(
    "text", ["AL186263K5TY427676", "AL1222222222222222", "ALP2222222222222001", "AL1" + "C" * 19]
)
def test_every_code_has_the_same_pattern_however_many_digits_are_in_it(text: str) -> None:
    dots = matrix(text)
    assert (len(dots), len(dots[0])) == (pack_marks.DOTS_HIGH, pack_marks.DOTS_WIDE)
    image = Image.new("L", (len(dots[0]) + 4, len(dots) + 4), 255)
    for y, row in enumerate(dots, start=2):
        for x, dot in enumerate(row, start=2):
            image.putpixel((x, y), 255 if dot == " " else 0)
    (read,) = zxingcpp.read_barcodes(image.resize((image.width * 8, image.height * 8)))
    assert read.text == text


def test_a_code_as_it_is_typed_stands_beside_it() -> None:
    made = pack()
    text = PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    for line in laid(made).lines:
        assert shown(line.code) in text


def _inside(inner: Area, outer: tuple[float, ...]) -> bool:
    left, bottom, right, top = outer
    return (left, bottom, right, top) == pytest.approx(
        (inner.left, inner.bottom, inner.left + inner.wide, inner.bottom + inner.high), abs=0.01
    )


@pytest.mark.parametrize("words", [SourceWording(), RightToLeftWording()])
def test_fields_lie_over_the_boxes_named_by_code(words: Wording) -> None:
    made = pack(words=words)
    reader = PdfReader(io.BytesIO(made.pdf))
    areas = {}
    for page in reader.pages:
        for each in page.get("/Annots", ()):
            field = each.get_object()
            areas[field["/T"]] = tuple(float(side) for side in field["/Rect"])
            assert field["/TU"].startswith(shown(str(field["/T"]).partition(".")[0]))
    assert len(areas) == 4 * len(laid(made).lines)
    for line in laid(made).lines:
        assert _inside(line.box, areas[line.code])
        for mark, area in zip(("yes", "unsure", "no"), line.ticks, strict=True):
            assert _inside(area, areas[f"{line.code}.{mark}"])


def test_a_sentence_longer_than_a_page_has_one_code_and_one_box() -> None:
    made = pack(" ".join(["word"] * 900), "Short.")
    assert made.pages > 2
    assert len(laid(made).lines) == 2
    assert len({line.code for line in laid(made).lines}) == 2


def test_what_is_new_is_said() -> None:
    whose = plan(sentence("I like tea."), name="Rosa")
    first = told(whose)
    changed = {
        each: dataclasses.replace(known, news="changed", changes=("Before: coffee",))
        for each, known in first.sentences.items()
    }
    made = printed(dataclasses.replace(first, sentences=changed))
    text = PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    assert "Changed since the last pack" in text
    assert "Before: coffee" in text


def test_easier_words_stand_beside_what_was_said_once_the_person_agreed() -> None:
    agreed = sentence("I cannot abide noise.", easy="I hate noise.", easy_ok_by_person=True)
    open_yet = sentence("I adore trains.", easy="I like trains.")
    made = printed(told(plan(agreed, open_yet, name="Rosa")))
    text = PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    assert "I cannot abide noise." in text
    assert "In easier words\nI hate noise." in text
    assert "I like trains." not in text


def test_what_the_pack_says_is_tagged_with_its_language_and_the_words_with_theirs() -> None:
    polish = sentence(
        "Lubię herbatę.", original_lang="pl", easy="Herbata.", easy_ok_by_person=True
    )  # fmt: skip
    heard = sentence("", original_lang="pl", recording="sound:1")
    made = printed(told(plan(polish, heard, name="Rosa")))
    tagged = {each.text: each.lang for each in spoken(made.pdf)}
    assert tagged["Lubię herbatę."] == tagged["Herbata."] == "pl"
    assert tagged["In easier words"] == tagged[ONLY_HEARD] == "en-GB"


def test_others_are_asked_about_otherwise_than_the_person() -> None:
    theirs = sentence("Rosa needs time.", voice="staff", said_by="d")
    made = printed(told(plan(theirs, supporters={"d": supporter("Dele")}, name="Rosa")))
    text = PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    assert "Is this right for Rosa?" in text
    assert "Is this what Rosa means?" not in text


def test_the_same_pack_is_the_same_bytes() -> None:
    assert pack().pdf == pack().pdf


def test_every_box_holds_two_lines_of_a_pencil_and_the_boxes_share_the_room_of_a_page() -> None:
    made = pack(*(f"Sentence number {n}, and more." for n in range(12)))
    lines = laid(made).lines
    heights = {
        page: {round(x.box.high / MM, 2) for x in lines if x.page == page} for page in (1, 2)
    }
    assert all(len(same) == 1 for same in heights.values())
    assert all(13 <= x.box.high / MM <= 24.01 for x in lines)
    assert max(x.box.high / MM for x in lines) > 14
