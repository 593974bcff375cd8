"""The fonts that ship with the program."""

from pathlib import Path

import pytest
import uharfbuzz as hb

from app import resources
from app.model.errors import BadDataError
from app.paper.text.fonts import FontBook, script_of
from app.paper.text.items import itemise
from app.paper.text.layout import Setting, Typesetter
from tests.helpers.printing import font_file, fonts

NARROW = 200.0
LETTERS = {
    "en": "Il1 0O ’“”…–—£€½°•·",
    "cy": "âêîôûŵŷÂÊÎÔÛŴŶ",
    "pl": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "ro": "ăâîșțĂÂÎȘȚ",
    "pt": "ãõçáéíóúâêôà",
    "es": "ñ¿¡áéíóúü",
    "so": "abcdefghijklmnopqrstuwxy'",
    "ur": "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے۔،؟۰۱۲۳۴۵۶۷۸۹",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؟٠١٢٣٤٥٦٧٨٩",
    "bn": "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎংঃঁ০১২৩৪৫৬৭৮৯।",
    "pa": "ੳਅੲਸਹਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜਸ਼ਖ਼ਗ਼ਜ਼ਫ਼ਲ਼੦੧੨੩੪੫੬੭੮੯।",
    "gu": "અઆઇઈઉઊઋએઐઓઔકખગઘઙચછજઝઞટઠડઢણતથદધનપફબભમયરલવશષસહળ૦૧૨૩૪૫૬૭૮૯",
}


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("lang", LETTERS)
def test_every_letter_of_a_language_is_there(lang: str, bold: bool) -> None:
    setter = Typesetter(fonts())
    setter.set(LETTERS[lang], Setting(size=16, width=NARROW, lang=lang, bold=bold))
    assert setter.missing == {}


def test_every_font_lies_beside_its_licence() -> None:
    data = resources.read_toml("fonts", "fonts.toml")
    for family in data["families"].values():
        for weight in ("regular", "bold"):
            assert font_file(family[weight]).is_file()
    assert "SIL OPEN FONT LICENSE" in resources.path("fonts", "OFL.txt").read_text("utf-8")


def test_the_first_font_of_a_script_is_the_one_its_data_names() -> None:
    book = fonts()
    firsts = {
        (script, lang): book.faces(script=script, lang=lang, bold=True)[0].name
        for script, lang in (("Latn", "en-GB"), ("Latn", "cy"), ("Arab", "ur"), ("Arab", "ur-Aran"))
    }
    assert list(firsts.values()) == [
        "AtkinsonHyperlegible-Bold",
        "NotoSans-Bold",
        "NotoSansArabic-Bold",
        "AlongsideNastaliq-Bold",
    ]


@pytest.mark.parametrize(("ending", "weight"), [("Regular", 400), ("Bold", 700)])
def test_every_font_says_of_itself_how_heavy_it_is(ending: str, weight: int) -> None:
    """Where one says it wrong, Qt takes the one for the other."""
    files = list(resources.path("fonts").glob(f"*-{ending}.ttf"))
    at = {each.name: hb.Face(each.read_bytes()).reference_table("OS/2").data[4:6] for each in files}
    assert {name: int.from_bytes(said, "big") for name, said in at.items()} == dict.fromkeys(
        at, weight
    )


def test_the_script_of_a_sign_that_many_share_is_not_told() -> None:
    assert [script_of(sign) for sign in "aчب1 .،"] == ["Latn", "Cyrl", "Arab", "", "", "", ""]


def test_a_list_of_fonts_that_names_an_unknown_family_is_refused() -> None:
    with pytest.raises(BadDataError, match="fonts"):
        FontBook.load({"families": {}, "scripts": {"default": ["none"]}}, font_file)


def test_a_font_file_that_is_none_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttf"
    bad.write_bytes(b"not a font")
    family = {"name": "x", "regular": "bad.ttf", "bold": "bad.ttf"}
    data = {"families": {"x": family}, "scripts": {"default": ["x"]}}
    book = FontBook.load(data, lambda _: bad)
    with pytest.raises(BadDataError, match=r"bad\.ttf"):
        Typesetter(book).set("a", Setting(size=16, width=NARROW))


def test_a_bracket_that_a_script_lacks_does_not_take_the_word_into_another_style() -> None:
    book = fonts()
    items = itemise(
        "کی)",
        [1, 1, 1],
        book=book,
        lang="ur",
        bold=False,
        find_picture=lambda _sign: None,
        report=lambda sign: pytest.fail(f"missing: {sign}"),
    )
    names = [item.face.name for item in items]
    assert "Arabic" in names[0]
    assert not any("Nastaliq" in name for name in names)


def test_no_word_that_was_set_is_kept_once_it_is_forgotten() -> None:
    book = fonts()
    setting = Setting(size=16, width=300, lang="en-GB")
    Typesetter(book).set("Zqsecret words.", setting)
    faces = book.faces(script="Latn", lang="en-GB", bold=False)
    kept = lambda: str([book.remembered, *(vars(face)["_shaped"] for face in faces)])  # noqa: E731
    assert "Zqsecret" in kept()
    book.forget()
    assert "Zqsecret" not in kept()
