"""The people circle: everybody in one ring at most, moved at any time, confirmed by the person."""

import msgspec
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap import House
from app.model.drawn import Circle
from app.model.errors import BadWordsError, NotAllowedError, NotFoundError
from app.model.person import Supporter
from app.model.plan import Drawn
from app.model.record import Record
from app.model.sharing_rules import Asked, Reader
from app.usecases import circles, plans, sessions, sharing, undo
from tests.helpers.guides import guide, moment

from .conftest import NOW, TODAY, Home, new_home

GUIDE = guide(moment("circle", kind="circle"))


class Talk:
    """A talk that stands at the people circle."""

    def __init__(self, home: Home) -> None:
        self.home = home
        start = sessions.start(home.notebook, person=home.person, guide=GUIDE, by=home.by, now=NOW)
        self.session = start.last("session")
        self.at = {"session": self.session, "step": "circle", "by": home.by, "at": NOW}

    def place(self, who: str, ring: str) -> None:
        circles.place(self.home.notebook, who=who, ring=ring, **self.at)

    def add(self, name: str) -> None:
        circles.add(self.home.notebook, name=name, photo=None, **self.at)

    def take_out(self, who: str) -> None:
        circles.take_out(self.home.notebook, who=who, **self.at)

    def confirm(self) -> None:
        circles.confirm(self.home.notebook, **self.at)

    def circles(self) -> tuple[Record[Circle], ...]:
        with self.home.notebook.unit_of_work() as work:
            return work.records.find(Circle, person=self.home.person)

    def rings(self) -> dict[str, str]:
        return {each.name: each.ring for each in self.circles()[0].body.people}

    def answered(self) -> tuple[str, ...] | None:
        answers = sessions.session(self.home.notebook, session=self.session).body.answers
        return answers["circle"].choices if "circle" in answers else None


@pytest.fixture
def talk(home: Home) -> Talk:
    return Talk(home)


def test_somebody_placed_is_in_the_circle_and_is_the_answer(talk: Talk) -> None:
    talk.place(talk.home.by, "paid")
    (circle,) = talk.circles()
    (jo,) = circle.body.people
    assert (jo.name, jo.supporter, jo.ring) == ("Jo", talk.home.by, "paid")
    assert talk.answered() == (talk.home.by,)


def test_there_is_one_circle_which_the_next_talk_changes(talk: Talk) -> None:
    talk.place(talk.home.by, "paid")
    talk.confirm()
    sessions.not_safe(talk.home.notebook, session=talk.session, by=talk.home.by, now=NOW, guides={})
    later = Talk(talk.home)
    later.place(talk.home.by, "like")
    (circle,) = later.circles()
    assert (circle.version, circle.body.session) == (3, later.session)


def test_moving_somebody_has_to_be_confirmed_again(talk: Talk) -> None:
    talk.add("Keisha")
    talk.place("Keisha", "love")
    talk.confirm()
    assert talk.circles()[0].body.confirmed
    talk.place("Keisha", "like")
    assert talk.rings() == {"Keisha": "like"}
    assert not talk.circles()[0].body.confirmed


def test_whoever_is_taken_out_of_the_last_ring_takes_the_answer_back(talk: Talk) -> None:
    talk.place(talk.home.by, "paid")
    talk.place(talk.home.by, "")
    assert talk.rings() == {}
    assert talk.answered() is None


def test_somebody_added_waits_to_be_placed_and_can_be_taken_out(talk: Talk) -> None:
    talk.add("  Keisha   B ")
    assert talk.rings() == {"Keisha B": ""}
    assert talk.answered() is None
    talk.take_out("Keisha B")
    assert talk.rings() == {}


@pytest.mark.parametrize("name", ["Keisha", " keisha ", "Jo"])
def test_nobody_is_in_it_twice(talk: Talk, name: str) -> None:
    talk.add("Keisha")
    with pytest.raises(NotAllowedError, match="there already"):
        talk.add(name)


def test_a_card_needs_a_name_and_a_ring_somebody_who_is_there(talk: Talk) -> None:
    with pytest.raises(BadWordsError):
        talk.add(" ")
    with pytest.raises(NotFoundError):
        talk.place("nobody", "love")
    assert talk.circles() == ()


def test_placing_can_be_undone_by_its_name(talk: Talk) -> None:
    talk.place(talk.home.by, "paid")
    talk.place(talk.home.by, "love")
    undo.undo(talk.home.notebook, person=talk.home.person, by=talk.home.by)
    assert talk.rings() == {"Jo": "paid"}


MOVES = st.tuples(st.sampled_from("abc"), st.sampled_from([*circles.RINGS, ""]))


@given(st.lists(MOVES, max_size=8))
def test_everybody_is_where_they_were_put_last(moves: list[tuple[str, str]]) -> None:
    talk = Talk(new_home())
    for name in "abc":
        talk.add(name)
    for name, ring in moves:
        talk.place(name, ring)
    assert talk.rings() == {**dict.fromkeys("abc", ""), **dict(moves)}
    inside = [name for name, ring in talk.rings().items() if ring]
    assert sorted(talk.answered() or ()) == sorted(inside)


def read(talk: Talk, house: House, *, with_drawn: bool) -> dict[str, tuple[Drawn, ...]]:
    plan = plans.plan(
        talk.home.notebook, person=talk.home.person, sections=house.sections, today=TODAY,
        with_drawn=with_drawn,
    )  # fmt: skip
    return {each.section.id: each.drawn for each in plan.sections if each.drawn}


def test_the_circle_stands_in_the_plan_with_the_names_of_today(talk: Talk, house: House) -> None:
    talk.place(talk.home.by, "paid")
    talk.add("Zed")
    with talk.home.notebook.unit_of_work() as work:
        known = work.records.get(talk.home.by, Supporter).body
        renamed = msgspec.structs.replace(known, name="Joanna")
        work.records.revise(talk.home.by, renamed, by=talk.home.by)
        work.commit()
    (circle,) = read(talk, house, with_drawn=True)["people"]
    assert isinstance(circle, Circle)
    assert [(each.name, each.ring) for each in circle.people] == [("Joanna", "paid"), ("Zed", "")]


def test_r7_what_was_drawn_is_for_the_persons_own_copy_alone(talk: Talk, house: House) -> None:
    talk.place(talk.home.by, "paid")
    talk.confirm()
    assert read(talk, house, with_drawn=False) == {}
    asked = Asked(
        reader=Reader(name="Jo", supporter=talk.home.by, role="keyworker"), purpose="support",
        on=TODAY, how="paper", document="booklet",
    )  # fmt: skip
    shared = sharing.shared_plan(
        talk.home.notebook, person=talk.home.person, asked=asked, sections=house.sections
    )
    assert not any(each.drawn for each in shared.plan.sections)


def test_the_persons_own_booklet_holds_their_circle(talk: Talk, house: House) -> None:
    talk.place(talk.home.by, "paid")
    talk.confirm()
    made = house.booklet(
        talk.home.notebook, person=talk.home.person, copy_for="Ann Obi", made_on=TODAY,
        words=house.wording("en-GB"),
    )  # fmt: skip
    document = pypdfium2.PdfDocument(made.pdf)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "Paid to help me" in words
