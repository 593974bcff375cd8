"""What is chosen at a moment: kept as pressed, said as drafts, changed only by choosing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.conversation import Conversation, Step
from app.model.guide import Guide
from app.model.record import Record
from app.model.session import Answer
from app.model.statement import Statement
from app.model.topics import Scale
from app.model.wording import SourceWording
from app.usecases import choices, easy_words, sessions, statements, undo
from tests.helpers.guides import KNOWN, guide, moment

from .conftest import NOW, TODAY, Home, new_home

WORDS = SourceWording()


class Welsh(SourceWording):
    """Another language of the window."""

    lang = "cy"

    def t(self, sentence: str, /, **values: object) -> str:
        return f"cy: {super().t(sentence, **values)}"


def option(name: str, **more: object) -> dict[str, object]:
    return {"id": name, "words": f"The {name}", "picture": "openmoji:2B50", **more}


FOUR = [option(name) for name in "abcd"]


def choosing(kind: str = "choose", **more: object) -> dict[str, object]:
    return moment("here", **{"kind": kind, "options": FOUR, **more})


SCALE = moment("here", kind="scale", scale="feeling", options=[option("bus")], says="preference")


class Talk:
    """A talk along one guide, answered by choosing."""

    def __init__(self, home: Home, guide: Guide) -> None:
        self.home, self.guide = home, guide
        start = sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW)
        self.session = start.last("session")

    def step(self, name: str = "here") -> Step:
        body = sessions.session(self.home.notebook, session=self.session).body
        return next(s for s in Conversation(self.guide, body).steps if s.key == name)

    def choose(self, *chosen: str, at: str = "here", words: str = "", **more: Any) -> None:
        response = "said" if words else "chosen"
        answer = Answer(response=response, choices=chosen, words=words, at=NOW)
        self.answer(answer if chosen else None, at=at, **more)

    def answer(self, answer: Answer | None, *, at: str = "here", **more: Any) -> None:
        step = self.step(at)
        scale: Scale | None = None
        if step.moment.kind == "scale":
            scale = KNOWN.topics.scale(step.moment.scale)
        choices.answer(
            self.home.notebook, session=self.session, step=step, guide=self.guide, answer=answer,
            words=more.pop("wording", WORDS), by=self.home.by, scale=scale, thing="The bus",
        )  # fmt: skip

    def drafts(self) -> list[Record[Statement]]:
        with self.home.notebook.unit_of_work() as work:
            return list(work.records.find(Statement, session=self.session))

    def said(self) -> list[str]:
        return [each.body.original for each in self.drafts()]

    def keep(self) -> None:
        for each in self.drafts():
            statements.read_back(
                self.home.notebook, statement=each.id, result="keep", method="", on=TODAY,
                by=self.home.by,
            )  # fmt: skip

    def put_differently(self, words: str) -> None:
        statements.change_words(
            self.home.notebook, statement=self.drafts()[0].id, words=words, by=self.home.by
        )


def test_what_is_chosen_is_said_as_a_draft_in_the_persons_voice(home: Home) -> None:
    talk = Talk(home, guide(choosing(options=[option("a", sentence="I like a."), option("b")])))
    talk.choose("a")
    (draft,) = talk.drafts()
    assert (draft.body.original, draft.body.voice) == ("I like a.", "own_choice_symbol")
    assert (draft.body.card, draft.body.symbols) == ("a", ("openmoji:2B50",))
    assert not draft.body.kept


def test_choosing_differently_changes_what_was_said(home: Home) -> None:
    talk = Talk(home, guide(choosing()))
    talk.choose("a")
    talk.choose("b")
    assert talk.said() == ["The b"]


@pytest.mark.parametrize("answer", [None, Answer(response="dont_want_to_say", at=NOW)])
def test_refusing_or_taking_back_takes_the_draft_away(home: Home, answer: Answer | None) -> None:
    talk = Talk(home, guide(choosing()))
    talk.choose("a")
    talk.answer(answer)
    assert talk.said() == []


def test_words_put_differently_stay_when_something_else_is_chosen(home: Home) -> None:
    talk = Talk(home, guide(choosing()))
    talk.choose("a")
    talk.put_differently("Only a on Sundays.")
    talk.choose("b")
    assert sorted(talk.said()) == ["Only a on Sundays.", "The b"]


def test_what_was_kept_and_is_not_chosen_any_more_is_read_back_anew(home: Home) -> None:
    talk = Talk(home, guide(choosing()))
    talk.choose("a")
    talk.keep()
    talk.choose("b")
    assert talk.said() == ["The a", "The b"]
    assert not any(each.body.kept for each in talk.drafts())


def test_words_of_the_persons_own_are_their_spoken_words(home: Home) -> None:
    options = [option("a"), option("else", something_else=True)]
    talk = Talk(home, guide(choosing(options=options)))
    talk.choose("else", words="My drum.")
    (draft,) = talk.drafts()
    assert (draft.body.original, draft.body.voice) == ("My drum.", "own_spoken")
    talk.choose("else", words="My new drum.")
    talk.choose("else", words="My red drum.")
    assert talk.said() == ["My red drum."]
    talk.choose("a")
    assert talk.said() == ["The a"]


def test_r7_what_is_private_stays_so_when_something_else_is_chosen(home: Home) -> None:
    options = [option("a"), option("else", something_else=True)]
    own = Talk(home, guide(choosing(options=options)))
    own.choose("else", words="My drum.")
    (said,) = own.drafts()
    statements.set_private(home.notebook, statement=said.id, private=True, by=home.by)
    easy_words.write(home.notebook, statement=said.id, words="Drum.", by=home.by)
    own.choose("else", words="My secret drum.")
    (now,) = own.drafts()
    assert (now.id, now.body.original, now.body.private) == (said.id, "My secret drum.", True)
    assert (now.body.easy, now.body.kept) == ("", False)


def test_another_language_of_the_window_changes_no_words(home: Home) -> None:
    talk = Talk(home, guide(choosing()))
    talk.choose("a")
    talk.keep()
    talk.choose("a", wording=Welsh())
    assert talk.said() == ["The a"]
    assert talk.drafts()[0].body.kept


def test_choosing_is_one_thing_to_undo(home: Home) -> None:
    talk = Talk(home, guide(choosing()))
    talk.choose("a")
    undo.undo(home.notebook, person=home.person, by=home.by)
    assert talk.said() == []
    assert sessions.session(home.notebook, session=talk.session).body.answers == {}


def test_what_comes_first_in_an_order_is_the_most_important(home: Home) -> None:
    talk = Talk(home, guide(choosing("order")))
    talk.choose("c", "a", "d", "b")
    assert {e.body.card: e.body.importance for e in talk.drafts()} == {
        "c": 3, "a": 2, "d": 1, "b": None,
    }  # fmt: skip


def test_another_order_leaves_what_was_kept_kept(home: Home) -> None:
    talk = Talk(home, guide(choosing("order")))
    talk.choose("c", "a")
    talk.keep()
    talk.choose("a", "c")
    assert {e.body.card: e.body.importance for e in talk.drafts()} == {"a": 3, "c": 2}
    assert all(each.body.kept for each in talk.drafts())


@given(st.lists(st.lists(st.sampled_from("abcd"), unique=True), min_size=1, max_size=5))
def test_whatever_was_pressed_before_the_drafts_say_the_last_order(orders: list[list[str]]) -> None:
    talk = Talk(new_home(), guide(choosing("order")))
    for order in orders:
        talk.choose(*order)
    places = {name: place for place, name in enumerate(orders[-1])}
    said = {each.body.card: each.body.importance for each in talk.drafts()}
    assert said == {name: max(0, 3 - place) or None for name, place in places.items()}


def test_a_place_on_a_scale_says_its_sentence_of_the_thing(home: Home) -> None:
    talk = Talk(home, guide(SCALE))
    talk.choose("like")
    assert talk.said() == ["The bus: I like it."]
    talk.choose("do_not_like")
    assert talk.said() == ["The bus: I do not like it."]
    talk.choose("not_sure")
    assert talk.said() == []


def test_a_practice_run_says_nothing(home: Home) -> None:
    talk = Talk(home, guide({**SCALE, "practice": True}))
    talk.choose("like")
    assert talk.said() == []
    assert talk.step().key in sessions.session(home.notebook, session=talk.session).body.answers


@pytest.mark.parametrize(
    ("again", "found"),
    [("like", "same_twice"), ("do_not_like", "unsure"), ("", "not_checked")],
)
def test_asking_the_other_way_round_is_kept_with_what_was_said(
    home: Home, again: str, found: str
) -> None:
    other = {**SCALE, "id": "check", "section": "", "again": "here"}
    talk = Talk(home, guide(SCALE, other))
    talk.choose("like")
    talk.choose(*filter(None, [again]), at="check")
    assert [each.body.consistency for each in talk.drafts()] == [found]


def test_choosing_differently_at_first_is_compared_anew(home: Home) -> None:
    other = {**SCALE, "id": "check", "section": "", "again": "here"}
    talk = Talk(home, guide(SCALE, other))
    talk.choose("like")
    talk.choose("do_not_like", at="check")
    talk.choose("do_not_like")
    assert [each.body.consistency for each in talk.drafts()] == ["same_twice"]
    talk.answer(Answer(response="dont_know", at=NOW), at="check")
    assert [each.body.consistency for each in talk.drafts()] == ["not_checked"]


def test_of_several_each_says_its_sentence_and_something_else_says_none(home: Home) -> None:
    other = option("other", unsaid=True)
    asked = choosing(most=3, options=[*FOUR[:2], other])
    talk = Talk(home, guide(asked, moment("own", only_if="here:other")))
    talk.choose("a", "other", "b")
    assert talk.said() == ["The a", "The b"]
    assert talk.step("own").key == "own"
    talk.choose("b")
    assert talk.said() == ["The b"]


def test_undo_says_what_kind_of_answer_it_takes_back(home: Home) -> None:
    talk = Talk(home, guide(choosing(most=2)))
    told = []

    def note() -> None:
        found = undo.next_undo(home.notebook, person=home.person)
        told.append(found.name if found else "")

    for chosen in (("a",), ("a", "b"), ("b",), ()):
        talk.choose(*chosen)
        note()
    talk.answer(Answer(response="dont_know", at=NOW))
    note()
    assert told == [
        "picture chosen", "picture chosen", "choice taken back", "choice taken back",
        "said: I don’t know",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "chosen", "name"),
    [
        (choosing("order"), "a", "order changed"),
        (choosing("body"), "a", "place on the body chosen"),
        (SCALE, KNOWN.topics.scale("feeling").piles[0].id, "feeling chosen"),
    ],
)
def test_undo_names_what_was_chosen(
    home: Home, asked: dict[str, object], chosen: str, name: str
) -> None:
    Talk(home, guide(asked)).choose(chosen)
    found = undo.next_undo(home.notebook, person=home.person)
    assert found is not None
    assert found.name == name
