"""What a printed document says of its own parts, as a screen reader comes to them."""

import io

import pypdf
import pytest
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from app import resources
from app.model.ids import PictureRef, RecordId
from app.model.pictures import Picture, with_not
from app.model.statement import Statement
from app.model.wording import SourceWording, Wording
from app.paper.booklet import Printed
from app.paper.sheet import Sheets
from app.paper.symbols import Shown
from app.paper.tagging import UntaggedError
from app.paper.text.layout import SetText, Setting, Typesetter
from app.shipped import Shipped
from app.words.languages import Catalogs
from tests.helpers.documents import long_sentence
from tests.helpers.picture_files import dots
from tests.helpers.printing import (
    DAY,
    OpenMoji,
    RightToLeftWording,
    fonts,
    plan,
    printed,
    sentence,
    supporter,
)
from tests.helpers.spoken_pdf import Spoken, faults, spoken

CUP = PictureRef("openmoji:2615")
FACE = PictureRef("photo:face")
FACES = OpenMoji({FACE: Picture("image/jpeg", dots(kind="JPEG", size=(40, 30)))})
CATALOGS = Catalogs(resources.root() / "translations")
LANGUAGES = [each.tag for each in CATALOGS.available()]


def booklet(
    *statements: Statement, words: Wording | None = None, **fields: object
) -> tuple[Printed, list[Spoken]]:
    """A booklet, and what is heard of it."""
    made = printed(plan(*statements, **fields), words=words, pictures=FACES)  # type: ignore[arg-type]
    return made, spoken(made.pdf)


def the(heard: list[Spoken], text: str) -> Spoken:
    """The only element that says this."""
    (found,) = (each for each in heard if each.text == text)
    return found


def test_a_picture_is_heard_before_its_words_and_its_mark_after_them() -> None:
    _, heard = booklet(sentence("I like tea.", symbols=(CUP,)))
    at = heard.index(the(heard, "I like tea."))
    said = [(each.role, each.alt or each.text) for each in heard[at - 1 : at + 3]]
    assert said == [
        ("Figure", "hot beverage"), ("P", "I like tea."), ("P", "My words"), ("Figure", "kept ✓"),
    ]  # fmt: skip


def test_sentences_are_a_list_under_the_heading_of_their_section() -> None:
    _, heard = booklet(sentence("I like tea."), sentence("I like cake."))
    for words in ("I like tea.", "I like cake."):
        assert the(heard, words).within == ("Document", "Sect", "L", "LI", "LBody")
    headings = [(each.role, each.text) for each in heard if each.role.startswith("H")]
    assert headings == [
        ("H1", "Marcus"), ("H2", "How to support me well"), ("H2", "If something is wrong"),
    ]  # fmt: skip


def test_a_heading_under_the_title_of_a_section_is_one_level_deeper() -> None:
    staff = sentence("With squash.", voice="staff", said_by=RecordId("k"))
    _, heard = booklet(sentence("Tea."), staff, supporters={"k": supporter("Keisha")})
    assert the(heard, "Others add").role == "H3"


def test_every_sentence_has_its_own_language() -> None:
    _, heard = booklet(sentence("I like tea."), sentence("Rwy’n hoffi te.", original_lang="cy"))
    assert the(heard, "I like tea.").lang == "en-GB"
    assert the(heard, "Rwy’n hoffi te.").lang == "cy"


def test_words_and_what_they_mean_may_be_in_two_languages() -> None:
    _, heard = booklet(
        sentence(
            "Tynnu’r hwd.", original_lang="cy", voice="shown_by_behaviour",
            meaning="Enough.", meaning_confidence="sure",
        )
    )  # fmt: skip
    means = next(each for each in heard if "Enough." in each.text)
    assert (the(heard, "Tynnu’r hwd.").lang, means.lang) == ("cy", "en-GB")


def test_a_sentence_that_goes_on_over_pages_is_one_and_is_heard_in_one_go() -> None:
    long = " ".join(f"This is part {number} of a very long sentence." for number in range(90))
    made, heard = booklet(sentence(long))
    assert made.pages > 4
    assert the(heard, long).role == "P"


def test_what_is_repeated_on_each_page_is_heard_once() -> None:
    made, heard = booklet(*(sentence(f"This is sentence {n}.") for n in range(30)))
    assert made.pages > 4
    assert the(heard, "How to support me well").role == "H2"
    assert [each.text for each in heard if "Page" in each.text] == []


def test_a_picture_with_the_mark_for_not_is_heard_as_not() -> None:
    _, heard = booklet(sentence("I do not like tea.", symbols=(with_not(CUP),)))
    assert "not: hot beverage" in [each.alt for each in heard]


def test_a_face_is_heard_by_its_name() -> None:
    k = supporter("Keisha", photo=FACE)
    staff = sentence("With squash.", voice="staff", said_by=RecordId("k"))
    _, heard = booklet(sentence("Tea."), staff, supporters={"k": k}, photo=FACE)
    faces = [each.alt for each in heard if each.alt in {"Keisha", "The photo of me"}]
    assert faces == ["The photo of me", "Keisha"]


def test_r7_words_about_a_photo_are_not_in_what_is_heard_of_it() -> None:
    _, heard = booklet(sentence("My garden.", symbols=(FACE,)))
    at = heard.index(the(heard, "My garden."))
    assert heard[at - 1].alt == "A photo of mine"


def test_a_picture_without_a_name_in_the_language_is_heard_in_english() -> None:
    class Kurdish(SourceWording):
        lang = "ku"

    made = printed(plan(sentence("Tea.", symbols=(CUP,))), words=Kurdish(), pictures=FACES)
    (cup,) = (each for each in spoken(made.pdf) if each.alt == "hot beverage")
    assert cup.lang == "en"


def test_words_from_right_to_left_are_said_whole() -> None:
    words = "مجھے چائے (گرم) پسند ہے، +44 20 7946 0958 پر فون کریں۔"
    _, heard = booklet(sentence(words, original_lang="ur"), words=RightToLeftWording())
    found = the(heard, words)
    assert (found.said, found.lang) == (words, "ur")
    assert the(heard, "Marcus").said == ""


def test_an_emoji_among_words_is_in_what_is_heard() -> None:
    _, heard = booklet(sentence("I have a 🐕 and a cat."))
    assert the(heard, "I have a 🐕 and a cat.").role == "P"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_comes_back_exactly_as_it_was_said(lang: str) -> None:
    words = CATALOGS.wording(lang)
    sections = Shipped().sections
    said = [words.t(each.why) for each in sections][:12]
    said.append(long_sentence(words, sections))
    _, heard = booklet(*(sentence(each, original_lang=lang) for each in said), words=words)
    found = [each.text for each in heard if each.lang == lang]
    assert [each for each in said if each not in found] == []


@pytest.mark.parametrize("lang", ["en-GB", "ur", "pa"])
def test_the_same_words_give_the_same_bytes(lang: str) -> None:
    words = CATALOGS.wording(lang)
    first, second = (booklet(sentence(words.t("I agree.")), words=words)[0] for _ in range(2))
    assert first.pdf == second.pdf


def test_the_file_says_its_title_its_language_and_that_it_can_be_read_aloud() -> None:
    made, _ = booklet(sentence("Tea."))
    reader = pypdf.PdfReader(io.BytesIO(made.pdf), strict=True)
    about = reader.root_object["/Metadata"].get_object().get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert "The plan of Marcus" in about
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value


# Nothing can be drawn that belongs to nothing


def sheets() -> Sheets:
    return Sheets(title="A page", lang="en-GB", rtl=False, day=DAY)


def set_text(words: str, lang: str = "en-GB") -> SetText:
    return Typesetter(fonts()).set(words, Setting(size=16, width=400, lang=lang))


@pytest.mark.parametrize(
    "draw",
    [
        lambda page: page.rect(10, 10, 50, 50),
        lambda page: page.line(10, 10, 50, 50),
        lambda page: page.drawString(10, 10, "Words"),
        lambda page: page.addLiteral("0 0 50 50 re f"),
        lambda page: page.roundRect(0, 0, 50, 50, 4),
    ],
)
def test_drawing_outside_of_every_element_is_refused(draw) -> None:
    with pytest.raises(UntaggedError):
        draw(sheets())


def test_the_same_is_drawn_where_it_is_passed_over() -> None:
    page = sheets()
    with page.passed_over():
        page.rect(10, 10, 50, 50)
    page.words(set_text("Words"), start=50, top=50, colour="#000000", role="H")
    page.showPage()
    pdf = page.finished()
    assert faults(pdf) == []
    assert [each.text for each in spoken(pdf)] == ["Words"]


def test_a_picture_that_only_adorns_is_passed_over() -> None:
    page = sheets()
    page.words(set_text("Words"), start=50, top=50, colour="#000000", role="H")
    page.picture(Shown("gone", 1.0), start=0, top=0, side=50, high=50)
    page.hold("gone", PDFArray([]))
    page.showPage()
    assert [each.role for each in spoken(page.finished())] == ["H1"]


def test_an_element_in_which_nothing_is_drawn_leaves_no_trace() -> None:
    page = sheets()
    page.words(set_text("Title"), start=50, top=50, colour="#000000", role="H")
    with page.item():
        page.words(set_text(""), start=50, top=80, colour="#000000")
    with page.item():
        page.words(set_text("Words"), start=50, top=90, colour="#000000")
    page.showPage()
    pdf = page.finished()
    assert faults(pdf) == []
    assert pdf.count(b"/LBody") == 0  # it is packed away
    assert [each.text for each in spoken(pdf)] == ["Title", "Words"]


def test_the_label_of_an_item_stands_before_its_words() -> None:
    page = sheets()
    page.words(set_text("Title"), start=50, top=50, colour="#000000", role="H")
    with page.item():
        page.words(set_text("Words"), start=150, top=90, colour="#000000")
        page.words(set_text("7"), start=50, top=90, colour="#000000", role="Lbl")
    page.showPage()
    pdf = page.finished()
    assert [(each.role, each.within[-1]) for each in spoken(pdf)] == [
        ("H1", "Document"), ("Lbl", "LI"), ("P", "LBody"),
    ]  # fmt: skip


def test_a_form_field_over_the_page_is_part_of_the_document() -> None:
    page = sheets()
    page.words(set_text("Title"), start=50, top=50, colour="#000000", role="H")
    with page.item():
        page.words(set_text("What do you think?"), start=50, top=90, colour="#000000")
        with page.within("Form"):
            field = page.lay_over(
                {
                    "Subtype": PDFName("Widget"), "FT": PDFName("Tx"), "T": PDFString("S1"),
                    "TU": PDFString("What do you think?"), "F": 4,
                    "Rect": PDFArray([50, 500, 300, 600]),
                }
            )  # fmt: skip
    page.showPage()
    form = PDFDictionary({"Fields": PDFArray([field])})
    page._doc.Catalog.AcroForm = form
    pdf = page.finished()
    assert faults(pdf) == []
    assert pypdf.PdfReader(io.BytesIO(pdf)).get_fields()
