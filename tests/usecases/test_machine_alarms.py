"""What is said beside a machine's translation, so that somebody looks."""

import pytest

from app.bootstrap import House
from app.model.wording import SourceWording
from app.usecases import machine_alarms as alarm


def said(
    house: House,
    original: str,
    translation: str,
    *,
    source: str = "en-GB",
    target: str = "cy",
    names: tuple[str, ...] = (),
) -> list[str]:
    found = alarm.alarms(
        original, translation, source=source, target=target, ideas=house.ideas,
        numbers=house.number_words, names=names,
    )  # fmt: skip
    return [each.sentence for each in found]


RIGHT_NUMBERS = [
    ("I have two cats.", "Mae gen i ddwy gath.", "cy"),
    ("I take three tablets.", "Biorę 3 tabletki.", "pl"),
    ("I have twenty-two books.", "Mam dwadzieścia dwie książki.", "pl"),
    ("I have two cats.", "عندي قطتان.", "ar"),
    ("I get up at nine.", "Je me lève à neuf heures.", "fr"),
    ("I have a book.", "J'ai un livre neuf.", "fr"),
    ("Both of us go.", "Wir gehen.", "de"),
    ("I eat two apples.", "Io mangio due mele.", "it"),
    ("You are here.", "Sei qui.", "it"),
]


@pytest.mark.parametrize(("original", "translation", "target"), RIGHT_NUMBERS)
def test_numbers_in_words_that_are_right_raise_no_alarm(
    house: House, original: str, translation: str, target: str
) -> None:
    found = said(house, original, translation, target=target)
    assert not {alarm.NUMBERS, alarm.NUMBERS_GONE, alarm.NUMBERS_NEW} & {*found}


@pytest.mark.parametrize(
    ("original", "translation", "target", "what"),
    [
        ("I have two cats.", "Mae gen i dair cath.", "cy", alarm.NUMBERS),
        ("I walk three times a day.", "Chodzę codziennie.", "pl", alarm.NUMBERS_GONE),
        ("I have cats.", "Ho quattro gatti.", "it", alarm.NUMBERS_NEW),
        ("I eat five times.", "আমি ছয়বার, ছয়টি খাই।", "bn", alarm.NUMBERS),
        ("I see Ann in 2 days.", "Veo a Ann en tres días.", "es", alarm.NUMBERS),
    ],
)
def test_a_number_in_words_that_went_astray(
    house: House, original: str, translation: str, target: str, what: str
) -> None:
    assert what in said(house, original, translation, target=target)


@pytest.mark.parametrize(
    ("original", "translation", "target"),
    [
        ("I like tea.", "Rwy'n hoffi te.", "cy"),
        ("I do not like tea.", "Dydw i ddim yn hoffi te.", "cy"),
        ("I don't like noise.", "Nie lubię hałasu.", "pl"),
        ("I drink 2 cups of tea.", "میں 2 کپ چائے پیتا ہوں۔", "ur"),
        ("Bus 1,000 comes.", "Autobus 1.000 jedzie.", "pl"),
        ("We meet on 4 March.", "আমরা ৪ মার্চ দেখা করি।", "bn"),
        ("I go on Sunday with Halina.", "Idę w niedzielę z Haliną.", "pl"),
        ("I speak Welsh.", "Rwy'n siarad Cymraeg.", "cy"),
        ("Yes.", "Ie.", "cy"),
    ],
)
def test_a_right_translation_raises_no_alarm(
    house: House, original: str, translation: str, target: str
) -> None:
    assert said(house, original, translation, target=target) == []


def test_other_numbers(house: House) -> None:
    (found,) = alarm.alarms(
        "I drink 3 cups of tea.", "Rwy'n yfed 2 gwpanaid o de.",
        source="en", target="cy", ideas=house.ideas, numbers=house.number_words,
    )  # fmt: skip
    assert found.said(SourceWording()) == (
        "The numbers are not the same: 3 here, 2 there. Please look."
    )


def test_a_number_that_went_or_came(house: House) -> None:
    assert said(house, "Come at 10, please.", "Dewch, os gwelwch.") == [alarm.NUMBERS_GONE]
    assert said(house, "Come here, please.", "Dewch yma 10, plis.") == [alarm.NUMBERS_NEW]


@pytest.mark.parametrize(
    ("original", "translation", "target", "found"),
    [
        ("I do not like tea.", "Rwy'n hoffi te.", "cy", alarm.NOT_GONE),
        ("I like tea.", "Dydw i ddim yn hoffi te.", "cy", alarm.NOT_NEW),
        ("Never leave me alone.", "Lassen Sie mich immer allein.", "de", alarm.NOT_UNSEEN),
        ("I do not like tea.", "J'aime le thé.", "fr", alarm.NOT_GONE),
        ("I do not like tea.", "Me gusta el té.", "es", alarm.NOT_GONE),
    ],
)
def test_not_is_looked_for_in_every_language_whose_words_are_known(
    house: House, original: str, translation: str, target: str, found: str
) -> None:
    assert said(house, original, translation, target=target) == [found]


def test_a_name_that_became_another(house: House) -> None:
    assert said(house, "My name is Marcus.", "Fy enw i yw Sam.") == [
        alarm.NAME,
        alarm.NAME_NEW,
    ]


def test_a_name_that_is_known_here_is_looked_for_also_without_a_capital(house: House) -> None:
    assert said(house, "Ask mum first.", "Gofynnwch yn gyntaf.", names=("mum",)) == [alarm.NAME]
    assert said(house, "Ask mum first.", "Gofynnwch i mum.", names=("mum", "Jo")) == []


def test_a_name_in_another_script_is_to_be_looked_at(house: House) -> None:
    found = said(house, "I live with Karim.", "میں کریم کے ساتھ رہتا ہوں۔", target="ur")
    assert found == [alarm.NAME]


def test_a_name_that_is_known_here_is_looked_for_where_the_sentence_begins(house: House) -> None:
    names = ("Halina Nowak", "Peter")
    found = said(house, "Halina helps me.", "Mae Pedr yn fy helpu.", names=names)
    assert found == [alarm.NAME, alarm.NAME_NEW]
    found = said(
        house, "حلینہ یہاں میری مدد کرتی ہے۔", "Peter is helping me here.",
        source="ur", target="en-GB", names=("حلینہ", "Peter"),
    )  # fmt: skip
    assert found == [alarm.NAME, alarm.NAME_NEW]
    assert said(house, "Halina helps me.", "Pomaga mi Halina.", target="pl", names=names) == []


def test_a_name_that_nobody_said_is_found_by_its_capital(house: House) -> None:
    assert said(house, "My friend helps me.", "Mae Pedr yn fy helpu.") == [alarm.NAME_NEW]


def test_days_are_no_names_also_when_there_are_many(house: House) -> None:
    assert said(house, "I swim on Mondays.", "Pływam w poniedziałki.", target="pl") == []


def test_digits_without_end_are_numbers_like_others(house: House) -> None:
    many = "7" * 5_000
    (found,) = alarm.alarms(
        f"It is {many}.",
        "Mae.",
        source="en",
        target="cy",
        ideas=house.ideas,
        numbers=house.number_words,
    )[:1]
    assert found.sentence == alarm.NUMBERS_GONE
    assert len(found.said(SourceWording())) < 100
    assert said(house, "Bus 007.", "Bws 7.") == []


def test_other_letters_than_those_of_the_language(house: House) -> None:
    found = said(house, "I like tea.", "ਮੈਨੂੰ ਚਾਹ ਪਸੰਦ ਹੈ।", target="pa-Arab")
    assert found == [alarm.OTHER_LETTERS]
    assert said(house, "I like tea.", "مجھے چائے پسند ہے۔", target="ur-Aran") == []


def test_nothing_written(house: House) -> None:
    assert said(house, "I like tea.", " \u200f") == [alarm.EMPTY]


@pytest.mark.parametrize("left", ["I like swimming.", "Rwy'n like swimming."])
def test_left_as_it_was(house: House, left: str) -> None:
    assert said(house, "I like swimming.", left) == [alarm.UNTRANSLATED]


def test_names_and_numbers_alone_are_not_left_untranslated(house: House) -> None:
    assert said(house, "With Halina.", "Gyda Halina.") == []


def test_words_that_the_machine_did_not_know(house: House) -> None:
    assert said(house, "I like kayaking.", "Rwy'n hoffi \u2047.") == [alarm.UNKNOWN_WORDS]


def test_far_too_short_and_far_too_long(house: House) -> None:
    assert said(house, "I drink cups of tea with milk.", "Rwy'n.") == [alarm.TOO_SHORT]
    long = "Hoffwn i fynd i'r siop gyda fy mrawd bob bore cyn i'r haul godi dros y mynydd."
    assert said(house, "I like tea.", long) == [alarm.TOO_LONG]


def test_the_same_again_and_again(house: House) -> None:
    assert said(house, "I like my old dog.", "ci ci ci ci ci") == [alarm.AGAIN_AND_AGAIN]


def test_an_alarm_is_words_and_never_a_score(house: House) -> None:
    found = alarm.alarms(
        "I do not see Marcus at 10.",
        "Ie ie ie ie",
        source="en",
        target="cy",
        ideas=house.ideas,
        numbers=house.number_words,
    )
    spoken = [each.said(SourceWording()) for each in found]
    assert spoken[0].startswith("Here it says “not”")
    assert not any("%" in each or "score" in each for each in spoken)
