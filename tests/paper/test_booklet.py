"""The booklet, read back from its PDF."""

import dataclasses
import datetime
import io
import re

import pypdf
import pypdfium2
import pytest

from app.model import not_mark
from app.model.facts import Card, Fact
from app.model.ids import PictureRef, RecordId
from app.model.person import Settings
from app.model.pictures import Credit, Picture, with_not
from app.model.statement import AnswerTo, ReadBack, Statement
from app.model.wording import Phrase, SourceWording
from app.paper.press import Printed
from app.words.easyread.glossary import HardWord
from tests.helpers.picture_files import drawing
from tests.helpers.printing import (
    OpenMoji,
    RightToLeftWording,
    plan,
    printed,
    sentence,
    supporter,
)
from tests.paper.test_photos import PLACE, jpeg

KEISHA = RecordId("k")
TEAM = {"k": supporter("Keisha"), "a": supporter("Ala", "advocate")}


def text_of(made: Printed) -> str:
    """All words, as a reader program finds them."""
    document = pypdfium2.PdfDocument(made.pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "\n".join(pages).replace("\r\n", "\n")


def flat(made: Printed) -> str:
    return " ".join(text_of(made).split())


def reader(made: Printed) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made.pdf))


def staff(words: str, **fields: object) -> Statement:
    return sentence(words, voice="staff", said_by=KEISHA, **fields)


def test_r4_drafts_are_not_printed() -> None:
    made = printed(
        plan(
            sentence("Kept words."),
            sentence("Draft words.", read_back=ReadBack()),
            sentence("Unsure words.", read_back=ReadBack(result="not_sure")),
            sentence("Not mine.", read_back=ReadBack(result="not_mine")),
        )
    )
    assert "Kept words." in flat(made)
    for left_out in ("Draft", "Unsure", "Not mine"):
        assert left_out not in flat(made)


def test_r1_staff_words_do_not_carry_the_own_words_mark() -> None:
    made = flat(printed(plan(staff("Tablets with squash."), supporters=TEAM)))
    assert "Tablets with squash. Keisha says" in made
    assert "My words" not in made
    assert "Others add" in made


@pytest.mark.parametrize(
    ("voice", "mark"),
    [
        ("own_spoken", "My words"),
        ("own_made", "My words"),
        ("shown_by_behaviour", "Shown by me"),
        ("joint_wording", "We wrote this together"),
        ("family", "My family says"),
        ("from_old_record", "From an old record"),
    ],
)
def test_r1_every_sentence_says_whose_words_it_is(voice: str, mark: str) -> None:
    words = sentence("I stop at the gate.", voice=voice, meaning_confidence="sure")
    assert f"I stop at the gate. {mark}" in flat(printed(plan(words)))


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("agree", "Keisha says · Marcus agrees"),
        ("disagree", "Keisha says · Marcus disagrees"),
        ("part", "Keisha says · Marcus agrees with part of it"),
        ("no_view", "Keisha says Page"),
    ],
)
def test_the_persons_view_of_others_words_stands_in_their_mark(view: str, said: str) -> None:
    reply = sentence("My view.", answer_to=AnswerTo(statement=RecordId("s0"), view=view))  # type: ignore[arg-type]
    made = printed(plan(staff("Tablets with squash."), reply, supporters=TEAM))
    pages = text_of(made).replace("Marcus · this copy", "Page").split()
    assert said in " ".join(pages)


def test_r6_views_that_differ_both_print_with_both_names() -> None:
    made = flat(
        printed(
            plan(
                staff("Marcus is in bed by ten.", conflicts_with=(RecordId("s1"),)),
                sentence("I go to bed after the film."),
                sentence("I have a lamp."),
                supporters=TEAM,
            )
        )
    )
    together = (
        "Two different views I go to bed after the film. My words · Marcus "
        "Marcus is in bed by ten. Keisha says"
    )
    assert together in made
    assert made.index("I have a lamp.") < made.index("Two different views")


def test_r6_a_view_from_another_section_stands_beside_the_one_it_differs_from() -> None:
    made = flat(
        printed(
            plan(
                sentence("I like the bus.", section="important_to"),
                staff("The bus is too loud.", conflicts_with=(RecordId("s0"),)),
                supporters=TEAM,
            )
        )
    )
    assert made.count("The bus is too loud.") == 1
    assert "I like the bus. My words · Marcus The bus is too loud. Keisha says" in made


def test_r6_a_view_that_is_a_draft_does_not_print_and_leaves_no_trace() -> None:
    draft = staff("Bed by ten.", conflicts_with=(RecordId("s0"),), read_back=ReadBack())
    made = flat(printed(plan(sentence("After the film."), draft, supporters=TEAM)))
    assert "different views" not in made
    assert "Bed by ten" not in made


def test_r5_easy_wording_stands_first_and_the_own_words_under_it() -> None:
    both = sentence("Me and Pip, every morning.", easy="Pip is my bird.", easy_ok_by_person=True)
    made = flat(printed(plan(both)))
    assert "Pip is my bird. My own words Me and Pip, every morning. My words" in made


def test_r1_staff_words_in_easy_form_are_not_called_own_words() -> None:
    both = staff("Administer with squash.", easy="Tablets with squash.", easy_ok_by_person=True)
    made = flat(printed(plan(both, supporters=TEAM)))
    assert "Tablets with squash. The words as they were said Administer with squash." in made
    assert "own words" not in made


def test_what_was_shown_says_how_sure_its_meaning_is() -> None:
    shown = sentence(
        "I pull my hood up.",
        voice="shown_by_behaviour",
        meaning="I have had enough.",
        meaning_confidence="guess",
    )
    assert "We guess that this means: I have had enough." in flat(printed(plan(shown)))


def test_easy_wording_that_the_person_did_not_agree_to_is_not_printed() -> None:
    made = flat(printed(plan(sentence("Me and Pip.", easy="Pip is my bird."))))
    assert "Pip is my bird" not in made


def test_private_sentences_print_only_in_the_persons_own_copy() -> None:
    secret = plan(sentence("I am in love.", private=True), sentence("I like tea."))
    assert "in love" not in flat(printed(secret))
    assert "in love" in flat(printed(secret, with_private=True))


def test_a_plan_with_nothing_kept_says_so() -> None:
    made = printed(plan(sentence("Draft.", read_back=ReadBack())))
    assert "Nothing is printed here yet" in flat(made)
    assert "If something is wrong" in flat(made)


def test_the_cover_says_whose_for_whom_when_and_with_whom() -> None:
    made = printed(
        plan(
            sentence("Knock.", scribed_by=KEISHA),
            supporters=TEAM,
            review_due=datetime.date(2026, 9, 1),
            example=True,
        ),
        copy_for="Ala",
    )
    cover = reader(made).pages[0].extract_text()
    for said in (
        "Marcus",
        "This is my plan.",
        "This copy is for Ala.",
        "Made on Wednesday 4 March 2026.",
        "I made it with Keisha.",
        "Tuesday 1 September 2026",
        "This is an example.",
    ):
        assert said in cover


def test_the_last_page_says_who_can_help_and_whose_pictures_they_are() -> None:
    gone = supporter("Rhys", left_on=datetime.date(2025, 1, 1))
    made = printed(plan(sentence("Knock."), supporters=TEAM | {"r": gone}))
    last = " ".join(reader(made).pages[-1].extract_text().split())
    assert "Keisha is my keyworker." in last
    assert "Ala is my advocate." in last
    assert "OpenMoji" in last
    assert "Rhys" not in last


def test_every_page_is_numbered_out_of_all() -> None:
    made = printed(plan(*(sentence(f"This is sentence {n}.") for n in range(30))))
    pages = reader(made).pages
    assert made.pages == len(pages) > 3
    for number, page in enumerate(pages, start=1):
        text = " ".join(page.extract_text().split())
        assert f"Page {number} of {made.pages}" in text
        assert "this copy is for Marcus" in text


def test_a_section_that_goes_on_says_its_title_again() -> None:
    made = printed(plan(*(sentence(f"This is sentence {n}.") for n in range(30))))
    pages = [page.extract_text() for page in reader(made).pages]
    assert all("How to support me well" in page for page in pages[1:-1])


def test_readers_can_jump_to_each_section() -> None:
    made = printed(plan(sentence("Tea.", section="important_to"), sentence("Knock.")))
    titles = [entry.title for entry in reader(made).outline]  # type: ignore[union-attr]
    assert titles == [
        "My plan",
        "What matters to me",
        "How to support me well",
        "If something is wrong",
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en-GB", "Let me do my own hearing aid."),
        ("cy", "Dw i'n hoffi'r Ŵyl a'r môr yn yr haf, a llŷn."),
        ("pl", "Zażółć gęślą jaźń, proszę."),
        ("ro", "Îmi place să stau în grădină și să ascult țambal."),
        ("pa", "ਮੈਨੂੰ ਚਾਹ ਪਸੰਦ ਹੈ"),
        ("gu", "મને ચા ગમે છે"),
        ("ur", "میں چائے پیتا ہوں اور لاہور سے آیا تھا۔"),
        ("ar", "أحب القهوة في الصباح ولا أحب الشاي"),
        ("bn", "আমি চা খাই"),
    ],
)
def test_words_come_back_out_exactly_as_they_were_said(lang: str, words: str) -> None:
    made = printed(plan(sentence(words, original_lang=lang)))
    assert made.missing == ()
    assert words in flat(made)


def test_an_emoji_in_own_words_is_drawn_and_comes_back_out() -> None:
    made = printed(plan(sentence("I like cake 🎂 and music.")))
    assert made.missing == ()
    assert " ".join(reader(made).pages[1].extract_text().split()).count("cake 🎂 and music.") == 1


def test_an_emoji_in_a_name_is_drawn_wherever_the_name_stands() -> None:
    plain = printed(plan(sentence("Knock."), name="Marcus"))
    merry = printed(plan(sentence("Knock."), name="Marcus 🎂"))
    assert merry.pdf.count(b"/Subtype /Form") == plain.pdf.count(b"/Subtype /Form") + 1
    for page in reader(merry).pages:
        content = page.get_contents()
        assert content is not None
        assert b"/FormXob" in content.get_data()


def test_no_font_is_named_that_is_not_inside() -> None:
    made = printed(plan(sentence("Tea, چائے, চা, ਚਾਹ, ચા, Gŵyl")))
    assert b"Helvetica" not in made.pdf
    fonts = [
        font.get_object()
        for page in reader(made).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    for font in fonts:
        (descendant,) = font["/DescendantFonts"]
        assert font["/Encoding"] == "/Identity-H"
        assert "/ToUnicode" in font
        assert "/FontFile2" in descendant.get_object()["/FontDescriptor"]
        assert re.match(r"/[A-Z]{6}\+", font["/BaseFont"])


def test_the_file_says_its_language_and_title_and_nobody_else() -> None:
    made = reader(printed(plan(sentence("Knock."))))
    assert made.root_object["/Lang"] == "en-GB"
    assert made.metadata == {
        "/Title": "The plan of Marcus",
        "/CreationDate": "D:20260304",
        "/ModDate": "D:20260304",
    }


def test_the_same_plan_gives_the_same_bytes() -> None:
    same = plan(sentence("Knock. Wait.", symbols=(PictureRef("openmoji:1F6AA"),)))
    assert printed(same).pdf == printed(same).pdf


def test_a_photo_is_printed_without_what_it_says_of_its_place() -> None:
    ref = PictureRef("photo:1")
    source = OpenMoji({ref: Picture("image/jpeg", jpeg())})
    made = printed(plan(sentence("My dog.", symbols=(ref,)), photo=ref), pictures=source)
    assert made.left_out_pictures == ()
    assert PLACE.encode() not in made.pdf
    assert b"Exif" not in made.pdf
    assert made.pdf.count(b"/Subtype /Image") == 1


def test_all_of_a_photo_is_printed_with_round_corners_as_on_screen() -> None:
    ref = PictureRef("photo:1")
    source = OpenMoji({ref: Picture("image/jpeg", jpeg(1200, 400))})
    made = printed(plan(sentence("My dog.", symbols=(ref,))), pictures=source)
    (drawn,) = (
        found.groups()
        for page in reader(made).pages
        for found in re.finditer(
            rb" W n ([\d.]+) 0 0 ([\d.]+) [\d. ]+ cm /\S+ Do", page.get_contents().get_data()
        )
    )
    wide, high = map(float, drawn)
    assert wide / high == pytest.approx(3, rel=0.02)


def test_an_author_is_named_also_where_nobody_says_the_licence() -> None:
    credit = Credit(set_name="Made", author="Ada Example", licence="")
    mug = PictureRef("set:mug")
    source = OpenMoji({mug: Picture("image/jpeg", jpeg(), credit)})
    made = printed(plan(sentence("My mug.", symbols=(mug,))), pictures=source)
    last = " ".join(reader(made).pages[-1].extract_text().split())
    assert "Pictures from Made are by Ada Example." in last
    assert "licence" not in last


def test_the_last_page_says_whose_the_pictures_of_imported_sets_are_once() -> None:
    credit = Credit(set_name="Made", author="Ada Example", licence="CC BY-SA 4.0")
    refs = tuple(PictureRef(f"set:{n}") for n in range(3))
    drawn = Picture("image/svg+xml", drawing("<style>.a{fill:red}</style>"), credit)
    source = OpenMoji({refs[0]: drawn, refs[1]: Picture("image/jpeg", jpeg(), credit)})
    made = printed(plan(*(sentence("My mug.", symbols=(each,)) for each in refs)), pictures=source)
    last = " ".join(reader(made).pages[-1].extract_text().split())
    assert last.count("Pictures from Made are by Ada Example. Their licence: CC BY-SA 4.0.") == 1
    assert made.left_out_pictures == (refs[2],)


def test_pictures_that_cannot_be_drawn_are_left_out_and_named() -> None:
    broken, unknown = PictureRef("photo:broken"), PictureRef("openmoji:NONE")
    source = OpenMoji({broken: Picture("image/svg+xml", b"<svg><text>x</text></svg>")})
    made = printed(
        plan(sentence("One.", symbols=(broken,)), sentence("Two.", symbols=(unknown,))),
        pictures=source,
    )
    assert set(made.left_out_pictures) == {broken, unknown}
    assert "One. My words" in flat(made)


def test_each_picture_is_in_the_file_once() -> None:
    door = (PictureRef("openmoji:1F6AA"),)
    one = printed(plan(sentence("Knock.", symbols=door)))
    many = printed(plan(*(sentence("Knock.", symbols=door) for _ in range(20))))
    assert many.pdf.count(b"/Subtype /Form") == one.pdf.count(b"/Subtype /Form")


def test_a_person_who_wants_no_pictures_gets_none() -> None:
    settings = Settings(pictures="none")
    made = printed(
        plan(sentence("Knock.", symbols=(PictureRef("openmoji:1F6AA"),)), settings=settings)
    )
    kept = printed(plan(sentence("Knock."), settings=settings))
    assert made.pdf.count(b"/Subtype /Form") == kept.pdf.count(b"/Subtype /Form")
    assert "Knock. My words" in flat(made)


def places(made: Printed, page: int) -> tuple[float, float]:
    """The middle of the picture and of the words of the first block, across the page."""
    content = reader(made).pages[page].get_contents()
    assert content is not None
    drawn = re.findall(rb"q (\S+) 0 0 (\S+) (\S+) (\S+) cm /FormXob", content.get_data())
    wide = [(float(w), float(x)) for w, _, x, _ in drawn if float(w) > 80]
    document = pypdfium2.PdfDocument(made.pdf)
    words = document[page].get_textpage()
    found = words.search("Knock").get_next()
    assert found is not None
    left, _, right, _ = words.get_charbox(found[0])
    document.close()
    return wide[0][1] + wide[0][0] / 2, (left + right) / 2


def test_the_picture_stands_where_lines_begin() -> None:
    which = plan(sentence("Knock.", symbols=(PictureRef("openmoji:1F6AA"),)))
    picture, words = places(printed(which), 1)
    assert picture < words
    picture, words = places(printed(which, words=RightToLeftWording()), 1)
    assert picture > words


def everything_is_on_its_page(made: Printed) -> bool:
    """Whether each letter stands within the margins of 20 mm that every page keeps."""
    margin = 20 / 25.4 * 72 - 3
    document = pypdfium2.PdfDocument(made.pdf)
    inside = []
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(at)
            across = margin <= left <= right <= width - margin
            inside.append(across and margin <= bottom <= top <= height - margin)
    document.close()
    return all(inside)


def test_larger_text_makes_more_pages_and_nothing_runs_off_them() -> None:
    which = [sentence("I like it when people wait. " * 3) for _ in range(12)]
    usual = printed(plan(*which))
    large = printed(plan(*which, settings=Settings(text_pt=24)))
    assert large.pages > usual.pages
    assert everything_is_on_its_page(large)


@pytest.mark.parametrize(
    "words",
    [
        "x" * 2_000,
        "word " * 400,
        "👩‍👩‍👧‍👦" * 50,
        "a\0b\x07c\x1b[31m\ufffe",
        "مرحبا" * 300,
        "\u202e\u2067\u2066backwards",
        "line\nline\r\nline\u2028line",
        "x\u0301" * 500,
        "\u200b\u200d\ufe0f!",
    ],
)
def test_strange_words_are_printed_without_harm(words: str) -> None:
    made = printed(plan(sentence(words[:2_000])))
    assert everything_is_on_its_page(made)


def test_signs_that_no_font_has_are_named_with_their_sentence() -> None:
    made = printed(plan(sentence("My word is \ue000.")))
    assert [(each.sentence, each.signs) for each in made.missing] == [
        ("My word is \ue000.", ("\ue000",))
    ]


def test_a_very_long_name_is_printed_on_every_page_and_pushes_nothing_off() -> None:
    made = printed(plan(sentence("Knock."), name="Anna Maria " * 18), copy_for="Keisha " * 28)
    assert flat(made).count("Page ") == made.pages
    assert nothing_overlaps_the_footer(made)


def nothing_overlaps_the_footer(made: Printed) -> bool:
    """Whether on each page the last words come after all others from top to bottom."""
    document = pypdfium2.PdfDocument(made.pdf)
    clear = []
    for page in document:
        text = page.get_textpage()
        found = text.search("Page ").get_next()
        assert found is not None
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        whole = text.get_text_range()
        footer = whole.rindex("Made on") if whole.count("Made on") else found[0]
        clear.append(min(box[1] for box in boxes) >= boxes[footer][1] - 5)
    document.close()
    return all(clear)


def test_words_are_said_in_the_language_of_the_printout() -> None:
    class Shouting(SourceWording):
        def t(self, sentence: str, /, **values: object) -> str:
            return super().t(sentence, **values).upper()

    made = flat(printed(plan(sentence("Knock.")), words=Shouting()))
    for said in ("MY WORDS", "HOW TO SUPPORT ME WELL", "IF SOMETHING IS WRONG", "MADE ON"):
        assert said in made
    assert "Knock." in made


def test_r10_a_rule_that_is_not_complete_is_printed_first_and_says_what_is_missing() -> None:
    why = Fact(label=Phrase("Why there is this rule"), items=(("Somebody was cut.",),))
    card = Card(
        record=RecordId("knives"),
        kind="restriction",
        title="The knives are locked away.",
        status=Phrase("not complete"),
        mark=PictureRef("openmoji:1F6A9"),
        missing=(Phrase("what was tried instead"),),
        facts=(Fact(label=Phrase("How often"), items=(("Every day",),)),),
        brief=(why,),
    )
    whole = plan(sentence("Knives locked. I want to chop."))
    (section,) = whole.sections
    with_card = dataclasses.replace(section, cards=(card,))
    read = flat(printed(dataclasses.replace(whole, sections=(with_card,))))
    standing = "The knives are locked away. Not complete. Still missing: what was tried instead"
    assert f"{standing} Why there is this rule Somebody was cut." in read
    assert read.index("Somebody was cut.") < read.index("I want to chop.")
    assert "Every day" not in read


def test_a_section_that_holds_only_a_card_is_printed() -> None:
    card = Card(
        record=RecordId("key"), kind="decision", title="A front door key?",
        status=Phrase("I decided"), mark=PictureRef("openmoji:2705"),
    )  # fmt: skip
    whole = plan(sentence("A draft.", read_back=ReadBack()))
    (section,) = whole.sections
    with_card = dataclasses.replace(section, cards=(card,))
    read = flat(printed(dataclasses.replace(whole, sections=(with_card,))))
    assert "A front door key? I decided" in read
    assert "A draft." not in read


def test_the_mark_for_not_is_drawn_over_the_picture_and_its_set_is_still_named() -> None:
    cup = PictureRef("openmoji:2615")
    plain = printed(plan(sentence("I like coffee.", symbols=(cup,))))
    marked = printed(plan(sentence("I do not like coffee.", symbols=(with_not(cup),))))
    bar = _rgb(not_mark.INK)
    assert [_drawn(each, bar) for each in (plain, marked)] == [False, True]
    assert marked.left_out_pictures == ()
    assert "OpenMoji" in flat(marked)


def _drawn(made: Printed, colour: tuple[int, ...]) -> bool:
    document = pypdfium2.PdfDocument(made.pdf)
    pages = (page.render().to_pil().convert("RGB") for page in document)
    return any(colour in {dot for _, dot in page.getcolors(1 << 24)} for page in pages)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def test_hard_words_are_explained_with_their_pictures_on_the_last_page() -> None:
    which = plan(sentence("An advocate comes."))
    assert "What these words mean" not in flat(printed(which))
    hard = HardWord(
        word="advocate", means="A person who helps you speak up.",
        picture=PictureRef("openmoji:1F5E3"),
    )  # fmt: skip
    made = printed(which, hard_words=[hard])
    assert "What these words mean advocate A person who helps you speak up." in flat(made)
