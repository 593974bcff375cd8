"""The people circle and the days that were told, in the booklet."""

import pypdfium2
import pytest

from app.model.drawn import TIME_WORDS, Circle, DayStory, InCircle, PartOfDay
from app.model.ids import PictureRef, RecordId
from app.model.person import Person, Settings
from app.model.statement import ReadBack, Statement
from app.model.wording import SourceWording
from app.paper import drawn
from app.paper.blocks import SentenceBlock
from app.paper.press import Press, Printed
from tests.helpers.printing import (
    DAY,
    OpenMoji,
    RightToLeftWording,
    fonts,
    look,
    plan,
    printed,
    sentence,
    supporter,
)
from tests.paper.test_booklet import flat

PERSON = RecordId("person")
TEAM = {"k": supporter("Keisha")}
CUP = PictureRef("openmoji:2615")


def circle(*people: InCircle, confirmed: bool = True) -> dict[str, tuple[Circle, ...]]:
    return {"who_i_am": (Circle(person=PERSON, people=people, confirmed=confirmed),)}


def who(name: str, ring: str = "love", **fields: object) -> InCircle:
    return InCircle(name=name, ring=ring, **fields)  # type: ignore[arg-type]


def day(*parts: PartOfDay, which: str = "good", confirmed: bool = True) -> DayStory:
    return DayStory(person=PERSON, which=which, parts=parts, confirmed=confirmed)  # type: ignore[arg-type]


def told(time: str, *said: int, **fields: object) -> PartOfDay:
    """A part of a day with these sentences of the plan."""
    ids = tuple(RecordId(f"s{each}") for each in said)
    return PartOfDay(time=time, said=ids, **fields)  # type: ignore[arg-type]


def with_days(*stories: DayStory, said: tuple[Statement, ...] = (), **how: bool) -> Printed:
    return printed(plan(*said, supporters=TEAM, drawn={"support_well": stories}), **how)


def test_the_circle_is_printed_ring_by_ring_the_nearest_first() -> None:
    made = flat(printed(plan(drawn=circle(who("Sam", "paid"), who("Mum"), who("Ali", "like")))))
    words = ["Marcus", "I love them", "Mum", "I like them", "Ali", "Paid to help me", "Sam"]
    at = [made.index(each, made.index("The people in my life")) for each in words]
    assert at == sorted(at)


def test_rings_with_nobody_in_them_and_people_in_no_ring_are_left_out() -> None:
    made = flat(printed(plan(drawn=circle(who("Mum"), who("Bo", "")))))
    assert "Mum" in made
    for left_out in ("I know them", "Paid to help me", "Bo"):
        assert left_out not in made


@pytest.mark.parametrize(
    "empty", [circle(), circle(who("Mum", "")), circle(who("Mum"), confirmed=False)]
)
def test_r4_a_circle_that_is_empty_or_was_not_confirmed_is_not_printed(
    empty: dict[str, tuple[Circle, ...]],
) -> None:
    made = flat(printed(plan(drawn=empty)))
    assert "The people in my life" not in made
    assert "Mum" not in made


def test_a_large_circle_goes_on_over_the_page_and_nobody_is_lost() -> None:
    people = [who(f"Friend{number:02}") for number in range(60)]
    made = flat(printed(plan(settings=Settings(text_pt=24), drawn=circle(*people))))
    assert [each.name for each in people if each.name not in made] == []
    assert made.count("I love them") > 1


def test_a_face_that_is_missing_is_told_and_the_name_still_stands() -> None:
    made = printed(plan(drawn=circle(who("Mum", photo=PictureRef("photo:gone")))))
    assert made.left_out_pictures == (PictureRef("photo:gone"),)
    assert "Mum" in flat(made)


def test_without_pictures_names_stand_alone() -> None:
    made = printed(plan(settings=Settings(pictures="none"), drawn=circle(who("Zed"))))
    assert " Z " not in f"{flat(made)} "
    assert "Zed" in flat(made)


def left_edges(made: Printed, *words: str) -> list[float]:
    """How far from the left of its page each of some words begins."""
    document = pypdfium2.PdfDocument(made.pdf)
    found = []
    for word in words:
        for page in document:
            text = page.get_textpage()
            hit = text.search(word).get_next()
            if hit is not None:
                found.append(text.get_charbox(hit[0])[0])
                break
    document.close()
    return found


def test_from_right_to_left_the_first_name_of_a_row_is_on_the_right() -> None:
    which = plan(drawn=circle(who("Mum"), who("Des")))
    first, second = left_edges(printed(which), "Mum", "Des")
    assert first < second
    first, second = left_edges(printed(which, words=RightToLeftWording()), "Mum", "Des")
    assert first > second


def test_a_day_is_printed_from_waking_up_to_the_night_each_sentence_once() -> None:
    story = day(
        told("waking", 1, felt="sun"), told("midday", felt="cloud", picture=CUP), told("night", 0)
    )
    made = flat(with_days(story, said=(sentence("I sleep well."), sentence("I hear birds."))))
    words = ["A good day", "Waking up", "Sunny", "I hear birds.", "My words", "Midday", "Cloudy",
             "Night", "I sleep well."]  # fmt: skip
    at = [made.index(each) for each in words]
    assert at == sorted(at)
    assert made.count("I hear birds.") == made.count("I sleep well.") == 1
    assert "Evening" not in made


def test_r1_others_words_within_a_day_carry_their_name() -> None:
    theirs = sentence("He hums.", voice="staff", said_by=RecordId("k"))
    made = flat(with_days(day(told("waking", 0)), said=(theirs,)))
    assert "He hums. Keisha says" in made
    assert "Others add" not in made


def test_r6_a_sentence_of_a_day_that_somebody_sees_differently_stands_with_the_other_view() -> None:
    mine = sentence("Noise is bad.")
    theirs = sentence(
        "He likes noise.", voice="staff", said_by=RecordId("k"), conflicts_with=(RecordId("s0"),)
    )
    made = flat(with_days(day(told("waking", 0)), said=(mine, theirs)))
    assert made.count("Noise is bad.") == made.count("Two different views") == 2
    assert made.rindex("Noise is bad.") < made.index("He likes noise.")


@pytest.mark.parametrize(
    "hidden", [sentence("Not now.", read_back=ReadBack()), sentence("Not now.", private=True)]
)
def test_r4_a_part_of_a_day_with_words_that_are_not_printed_is_left_out(hidden: Statement) -> None:
    story = day(told("waking", 0, felt="rain", picture=CUP), told("night", felt="sun"))
    made = with_days(story, said=(hidden,))
    for left_out in ("Not now.", "Waking up", "Rainy"):
        assert left_out not in flat(made)
    assert "Night" in flat(made)


def test_r4_a_part_without_words_is_printed_only_once_the_person_said_the_day_is_right() -> None:
    story = day(told("waking", felt="rain", picture=CUP), told("night", 0), confirmed=False)
    made = flat(with_days(story, said=(sentence("I sleep well."),)))
    assert "I sleep well." in made
    assert "Waking up" not in made
    assert "Rainy" not in made


def test_what_is_only_for_the_person_is_in_their_own_copy_where_they_want_it() -> None:
    hidden = sentence("Not now.", private=True)
    made = flat(with_days(day(told("waking", 0)), said=(hidden,), with_private=True))
    assert "Waking up Not now." in made


def test_a_day_of_which_nothing_can_be_printed_has_no_title() -> None:
    made = flat(with_days(day(told("waking", 0)), said=(sentence("No.", read_back=ReadBack()),)))
    assert "A good day" not in made


def test_the_latest_good_day_and_the_latest_hard_day_are_printed() -> None:
    old, new = day(told("waking", felt="rain")), day(told("night", felt="sun"))
    hard = day(told("evening", felt="cloud"), which="hard")
    made = flat(with_days(old, hard, new))
    assert made.index("A good day") < made.index("Night") < made.index("A hard day")
    assert "Waking up" not in made


def test_a_picture_chosen_for_a_part_that_cannot_be_printed_is_told() -> None:
    gone = PictureRef("photo:gone")
    made = with_days(day(told("waking", 0, picture=gone)), said=(sentence("I wake."),))
    assert made.left_out_pictures == (gone,)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ([()], ["usual", "part"]),
        ([("own",)], ["part", "own"]),
        ([("own",), ()], ["part", "own", ""]),
        ([(), ("part",)], ["usual", "", "part"]),
    ],
)
def test_a_sentence_keeps_its_own_picture_and_the_part_shows_its_beside_it(
    said: list[tuple[str, ...]], shown: list[str]
) -> None:
    pictures = {
        "": None, "part": CUP, "own": PictureRef("openmoji:1F3E0"), "usual": TIME_WORDS["waking"][1]
    }  # fmt: skip
    press = Press(
        Person(preferred_name="Marcus"), title="", made_on=DAY, words=SourceWording(),
        look=look(), fonts=fonts(), pictures=OpenMoji(),
    )  # fmt: skip
    desk = press.desk

    def block(name: RecordId) -> SentenceBlock:
        own = tuple(pictures[each] for each in said[int(name[1:])])
        return SentenceBlock(theme=desk.theme, start=0, parts=(), picture=desk.picture(own))

    _, *blocks = drawn.day(desk, day(told("waking", *range(len(said)), picture=CUP)), block)
    found = {desk.picture((ref,)) if ref else None: name for name, ref in pictures.items()}
    assert [found[each.picture] for each in blocks] == shown


def test_a_part_shows_its_picture_even_where_a_hidden_sentence_was_said_too() -> None:
    seen, hidden = sentence("Tea.", symbols=(CUP,)), sentence("Draft.", read_back=ReadBack())
    other = PictureRef("openmoji:1F3E0")
    stories = [day(told("waking", 0, 1, picture=each)) for each in (CUP, other)]
    which = [plan(seen, hidden, drawn={"support_well": (each,)}) for each in stories]
    kept = [each.only_kept().sections[0].drawn[0] for each in which]
    assert [each.parts[0].picture for each in kept if isinstance(each, DayStory)] == [CUP, None]
