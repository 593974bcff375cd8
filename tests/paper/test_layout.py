"""Words set into lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.ids import PictureRef
from app.paper.text.layout import Line, SetText, Setting, Typesetter
from tests.helpers.printing import fonts

BOOK = fonts()
NARROW = 200.0
ANY_TEXT = st.text(
    st.sampled_from(
        "ab ŵ ąz.!\n\t\0\u200b\u200d\ufe0f😀👩👧اب ۔میক্ষি ਪੰ1٣()\u2067\u2069\ue000漢\ud800-"
    ),
    max_size=80,
)


def lines_of(text: str, **setting: object) -> tuple[Line, ...]:
    return laid(text, **setting)[0].lines


def laid(text: str, **setting: object) -> tuple[SetText, Typesetter]:
    setter = Typesetter(BOOK)
    values = {"size": 16.0, "width": NARROW} | setting
    return setter.set(text, Setting(**values)), setter  # type: ignore[arg-type]


def read(line: Line) -> str:
    """What stands on a line, from left to right."""
    return "".join(piece.text for piece in line.pieces)


def test_lines_break_at_spaces() -> None:
    lines = lines_of("I like it when people wait and listen to me")
    assert len(lines) > 1
    assert " ".join(read(line) for line in lines) == "I like it when people wait and listen to me"


def test_each_sentence_starts_a_new_line_when_asked() -> None:
    text = "Knock. Wait. Come in."
    assert [read(line) for line in lines_of(text, by_sentence=True)] == [
        "Knock.",
        "Wait.",
        "Come in.",
    ]
    assert len(lines_of(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["Est-ce que tu viens ? Oui !", "Sie sagt « bon mot » oft", "Use a file in .json (all )"],
)
def test_no_line_begins_with_a_closing_sign(text: str) -> None:
    for width in range(60, 200, 4):
        lines = [read(line) for line in lines_of(text, width=float(width))]
        assert not [line for line in lines if line[0] in "?!.)»"]


def test_a_closing_sign_after_a_gap_tears_no_word_apart() -> None:
    assert [read(line) for line in lines_of("whose end is .argosmodel", width=90.0)] == [
        "whose end",
        "is ",
        ".argosmodel",
    ]


@pytest.mark.parametrize("sign", ["x", "ا", "ক্ষি", "👩‍👧", "漢", "é"])
def test_a_word_longer_than_the_line_is_cut_between_signs(sign: str) -> None:
    text = sign * 300
    lines = lines_of(text)
    assert "".join("".join(p.text for p in line.pieces) for line in lines).count(sign) == 300
    assert max(line.width for line in lines) <= NARROW + 0.1


@given(ANY_TEXT)
@settings(deadline=None)
def test_nothing_ever_runs_out_of_its_column(text: str) -> None:
    for line in lines_of(text):
        assert line.width <= NARROW + 0.1


@given(st.text(st.sampled_from("ab ŵ ąz.!اب ۔میক্ষি ਪੰ1٣()"), max_size=80))
@settings(deadline=None)
def test_every_letter_is_set_once(text: str) -> None:
    found = "".join(read(line) for line in lines_of(text))
    assert sorted(found.replace(" ", "")) == sorted("".join(text.split()))


def test_urdu_words_run_from_right_to_left() -> None:
    (line,) = lines_of("میں چائے پیتا ہوں۔", width=400.0, lang="ur", rtl=True)
    assert read(line).split() == ["ہوں۔", "پیتا", "چائے", "میں"]


def test_a_telephone_number_in_urdu_keeps_its_order() -> None:
    (line,) = lines_of("فون +44 20 7946 0958 ہے", width=400.0, lang="ur", rtl=True)
    assert "+44 20 7946 0958" in read(line)


def test_a_name_in_latin_letters_stands_whole_in_an_arabic_line() -> None:
    (line,) = lines_of("اسمي \u2068Keisha Brown\u2069.", width=400.0, lang="ar", rtl=True)
    assert "Keisha Brown" in read(line)


def test_bengali_letters_join_into_one_shape() -> None:
    (line,) = lines_of("ক্ষি", lang="bn")
    (piece,) = line.pieces
    assert len(piece.glyphs) < len("ক্ষি")
    assert 0 not in {glyph.gid for glyph in piece.glyphs}


def test_a_script_that_reaches_further_gets_more_room() -> None:
    latin, _ = laid("Tea")
    nastaliq, _ = laid("چائے", lang="ur-Aran")
    assert latin.line_height == pytest.approx(24)
    assert nastaliq.line_height >= 32


def test_a_word_is_set_in_one_font_where_one_has_all_of_it() -> None:
    (line,) = lines_of("Gŵyl")
    assert {piece.face.name for piece in line.pieces} == {"NotoSans-Regular"}


def test_what_no_font_has_is_reported_with_its_sentence_and_shown_as_a_replacement() -> None:
    text, setter = laid("I like \ue000 and 漢.")
    assert setter.missing == {"I like \ue000 and 漢.": {"\ue000": None, "漢": None}}
    shown = [piece for piece in text.lines[0].pieces if piece.shown]
    assert [piece.text for piece in shown] == ["\ue000", "漢"]
    assert all(glyph.gid for piece in shown for glyph in piece.glyphs)


def test_controls_and_marks_without_shape_are_neither_set_nor_reported() -> None:
    text, setter = laid("a\0b\x07\u200e\u2066c\u2069\u00ad\ufeffd")
    assert [read(line) for line in text.lines] == ["abcd"]
    assert setter.missing == {}


def test_an_emoji_is_a_picture_in_the_line_and_an_unknown_one_is_reported() -> None:
    known = {"😀": PictureRef("openmoji:1F600")}
    setter = Typesetter(BOOK, known.get)
    text = setter.set("Yes 😀 👻", Setting(size=16, width=NARROW))
    pictures = [piece.picture for piece in text.lines[0].pieces if piece.picture]
    assert pictures == ["openmoji:1F600"]
    assert setter.missing == {"Yes 😀 👻": {"👻": None}}


def test_a_sign_that_a_font_has_is_a_letter_unless_it_is_written_as_an_emoji() -> None:
    setter = Typesetter(BOOK, lambda _: PictureRef("openmoji:2122"))
    text = setter.set("™ ™\ufe0f", Setting(size=16, width=NARROW))
    assert [bool(piece.picture) for piece in text.lines[0].pieces] == [False, False, True]


def test_an_emoji_sequence_without_a_picture_shows_its_parts() -> None:
    known = {"👩": PictureRef("w"), "👧": PictureRef("g")}
    setter = Typesetter(BOOK, known.get)
    text = setter.set("👩‍👧", Setting(size=16, width=NARROW))
    assert [piece.picture for piece in text.lines[0].pieces] == ["w", "g"]
    assert setter.missing == {}


@pytest.mark.parametrize("text", ["word " * 20_000, "x" * 100_000])
def test_a_hundred_thousand_characters_are_set(text: str) -> None:
    assert len(lines_of(text)) > 1_000


def test_an_empty_text_has_no_lines() -> None:
    assert lines_of("") == lines_of(" \n ") == ()


def test_a_text_that_is_set_again_looks_the_same_and_is_another_text() -> None:
    book = fonts()
    first, again = (
        Typesetter(book).set("I like tea.", Setting(size=16, width=NARROW)) for _ in range(2)
    )
    assert again.lines == first.lines
    assert again.source is not first.source


def test_what_no_font_has_is_reported_each_time_it_is_set() -> None:
    book = fonts()
    for _ in range(2):
        setter = Typesetter(book)
        setter.set("I like 漢.", Setting(size=16, width=NARROW))
        assert setter.missing == {"I like 漢.": {"漢": None}}


def test_a_sign_is_looked_up_anew_in_each_document() -> None:
    book = fonts()
    setting = Setting(size=16, width=NARROW)
    assert "Yes 😀" in _missing_of(Typesetter(book), setting)
    known = {"😀": PictureRef("openmoji:1F600")}
    assert _missing_of(Typesetter(book, known.get), setting) == {}


def _missing_of(setter: Typesetter, setting: Setting) -> dict[str, dict[str, None]]:
    setter.set("Yes 😀", setting)
    return setter.missing
