"""Undo and redo, on a notebook in memory and on a real one that is opened again and again."""

import datetime
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap import House
from app.model.errors import NotAllowedError, NotFoundError
from app.model.ids import RecordId
from app.model.kinds import KINDS
from app.model.session import Answer
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.store.notebook import NotebookFile
from app.usecases import boards, people, sessions, statements, undo
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.notebooks import make_notebook, open_again

from .conftest import NOW, TODAY, Home


def say(home: Home, words: str, person: RecordId | None = None) -> RecordId:
    return statements.say(
        home.notebook,
        statements.Said(
            person=person or home.person,
            words=words,
            lang="en-GB",
            section="food",
            kind="preference",
            voice="own_spoken",
            by=home.by,
        ),
    ).last("statement")


def keep(home: Home, statement: RecordId) -> None:
    statements.read_back(
        home.notebook, statement=statement, result="keep", method="", on=TODAY, by=home.by
    )


def take_back(home: Home) -> None:
    undo.undo(home.notebook, person=home.person, by=home.by)


def do_again(home: Home) -> None:
    undo.redo(home.notebook, person=home.person, by=home.by)


def named(home: Home) -> tuple[str | None, str | None]:
    """What could be undone, and what could be done again."""
    back = undo.next_undo(home.notebook, person=home.person)
    again = undo.next_redo(home.notebook, person=home.person)
    return back and back.name, again and again.name


def sentence(home: Home, statement: RecordId) -> Statement:
    with home.notebook.unit_of_work() as work:
        return work.records.get(statement, Statement).body


def hidden(home: Home, statement: RecordId) -> bool:
    with home.notebook.unit_of_work() as work:
        return work.records.get(statement, Statement).withdrawn


def test_nothing_can_be_undone_at_first(home: Home) -> None:
    assert named(home) == (None, None)
    with pytest.raises(NotAllowedError, match="nothing to undo"):
        take_back(home)
    with pytest.raises(NotAllowedError, match="nothing to do again"):
        do_again(home)


def test_several_steps_back_and_forth_by_name(home: Home) -> None:
    tea = say(home, "Me tea.")
    statements.change_words(home.notebook, statement=tea, words="My tea.", by=home.by)
    keep(home, tea)
    names = ["sentence kept", "words changed", "sentence added"]
    for name in names:
        assert named(home)[0] == name
        take_back(home)
        assert named(home)[1] == name
    assert hidden(home, tea)
    assert sentence(home, tea).original == "Me tea."
    for name in reversed(names):
        assert named(home)[1] == name
        do_again(home)
        assert named(home)[0] == name
    assert sentence(home, tea).original == "My tea."
    assert sentence(home, tea).kept
    assert not hidden(home, tea)


def test_r4_undoing_changed_words_makes_the_kept_ones_count_again(home: Home) -> None:
    tea = say(home, "My tea.")
    keep(home, tea)
    before = sentence(home, tea)
    statements.change_words(home.notebook, statement=tea, words="Green tea.", by=home.by)
    take_back(home)
    assert sentence(home, tea) == before
    assert sentence(home, tea).kept


def test_r5_undo_and_redo_only_add_to_the_history(home: Home) -> None:
    tea = say(home, "Me tea.")
    statements.change_words(home.notebook, statement=tea, words="My tea.", by=home.by)
    with home.notebook.unit_of_work() as work:
        before = work.records.history(tea)
    for step in (take_back, take_back, do_again, do_again):
        step(home)
    with home.notebook.unit_of_work() as work:
        after = work.records.history(tea)
    assert after[:2] == before
    assert len(after) == 6


def test_something_new_ends_redo(home: Home) -> None:
    tea = say(home, "Tea.")
    take_back(home)
    bus = say(home, "The bus.")
    assert named(home) == ("sentence added", None)
    take_back(home)
    assert hidden(home, tea)
    assert hidden(home, bus)
    assert named(home) == (None, "sentence added")
    do_again(home)
    assert hidden(home, tea)
    assert not hidden(home, bus)


def test_another_persons_actions_cannot_be_reached(home: Home) -> None:
    other = people.add_person(
        home.notebook,
        preferred_name="Ben",
        home_language="en-GB",
        worker="worker-1",
        worker_name="Jo",
        today=TODAY,
    ).last("person")
    bens = say(home, "Snow.", person=other)
    assert named(home) == (None, None)
    tea = say(home, "Tea.")
    take_back(home)
    with pytest.raises(NotAllowedError):
        take_back(home)
    assert hidden(home, tea)
    assert not hidden(home, bens)


def test_an_answer_is_undone_where_the_talk_has_moved_on_since(home: Home, house: House) -> None:
    talk = sessions.start(
        home.notebook, person=home.person, guide=house.guides["review"], by=home.by, now=NOW
    ).last("session")
    given = Answer(response="said", words="Fine.", at=NOW)
    sessions.answer(home.notebook, session=talk, step="mood", answer=given, by=home.by)
    sessions.move(home.notebook, session=talk, to="important", by=home.by)
    sessions.pause(home.notebook, session=talk, by=home.by, now=NOW)
    assert named(home) == ("answer given", None)
    take_back(home)
    now = sessions.session(home.notebook, session=talk).body
    assert (now.answers, now.at_moment, now.pauses) == ({}, "important", (NOW,))
    do_again(home)
    now = sessions.session(home.notebook, session=talk).body
    assert (now.answers, now.at_moment, now.pauses) == ({"mood": given}, "important", (NOW,))


def test_confirmed_piles_are_undone_with_their_sentences(home: Home, house: House) -> None:
    talk = sessions.start(
        home.notebook, person=home.person, guide=house.guides["review"], by=home.by, now=NOW
    ).last("session")
    scale = next(each for each in house.topics.scales if any(pile.says for pile in each.piles))
    pile = next(each for each in scale.piles if each.says)
    moment = next(each for each in house.guides["review"].moments if each.scale)
    moment = msgspec.structs.replace(moment, scale=scale.id, practice=False, section="food")
    topic = next(each for each in house.topics.topics if each.cards)
    board = boards.lay_out(
        home.notebook,
        session=talk,
        step="sorting",
        moment=moment,
        topic=topic,
        words=SourceWording(),
        by=home.by,
    ).last("board")
    boards.place(home.notebook, board=board, card=topic.cards[0].id, pile=pile.id, by=home.by)
    said = boards.confirm(
        home.notebook,
        board=board,
        moment=moment,
        scale=scale,
        words=SourceWording(),
        by=home.by,
        at=NOW,
    ).last("statement")
    take_back(home)
    laid_out = boards.board(home.notebook, session=talk, step="sorting")
    assert laid_out is not None
    assert not laid_out.body.confirmed
    assert hidden(home, said)
    assert sessions.session(home.notebook, session=talk).body.answers == {}
    assert named(home) == ("card moved", "piles confirmed")
    do_again(home)
    assert not hidden(home, said)


def test_what_something_else_has_changed_since_is_left_alone(home: Home) -> None:
    tea = say(home, "Me tea.")
    statements.change_words(home.notebook, statement=tea, words="My tea.", by=home.by)
    body = msgspec.structs.replace(sentence(home, tea), original="From another laptop.")
    with home.notebook.unit_of_work() as work:
        work.records.revise(tea, body, by=home.by)
        work.commit()
    with pytest.raises(NotAllowedError, match="something else has changed it"):
        take_back(home)
    assert sentence(home, tea).original == "From another laptop."
    assert named(home) == ("words changed", None)
    say(home, "The bus.")
    take_back(home)  # what came after it can be undone as ever


def test_r6_different_views_are_not_settled_by_undoing(home: Home) -> None:
    tea = say(home, "My tea.")
    keep(home, tea)
    with home.notebook.unit_of_work() as work:
        first, last = work.records.history(tea)
        work.records.revise(tea, first.body, by=home.by, based_on=(first.id,))
        work.commit()
    with pytest.raises(NotAllowedError):
        take_back(home)
    with home.notebook.unit_of_work() as work:
        now = work.records.get(tea, Statement)
    assert last.id in (now.revision, *now.others)
    assert len(now.others) == 1


def test_it_is_undone_by_whoever_asks_and_in_their_session(home: Home) -> None:
    tea = say(home, "My tea.")
    undo.undo(home.notebook, person=home.person, by=home.person, session=RecordId("talk"))
    with home.notebook.unit_of_work() as work:
        last = work.records.history(tea)[-1]
    assert (last.by, last.session, last.withdrawn) == (home.person, "talk", True)


# A stack, and what undo makes of a notebook

ACTIONS = ("say", "words", "keep", "picture", "private", "hide", "reply", "settings", "answer")
SMALL = ("move", "pause")
STEPS = st.lists(
    st.tuples(
        st.sampled_from([*ACTIONS, *SMALL, "undo", "undo", "undo", "redo", "redo", "reopen"]),
        st.integers(0, 50),
    ),
    min_size=10,
    max_size=40,
)


class Walk:
    """Does things to a notebook, and knows from a stack what it must look like."""

    def __init__(self, home: Home, guide: Any, reopen: Callable[[Any], Any]) -> None:
        self.home = home
        self.reopen = reopen
        self.talk = sessions.start(
            home.notebook, person=home.person, guide=guide, by=home.by, now=NOW
        ).last("session")
        self.said: list[RecordId] = []
        self.done = [self.state()]
        self.undone: list[Any] = []
        self.revisions = self.history()

    def take(self, step: tuple[str, int]) -> None:
        what, number = step
        if what == "undo":
            self._turn(undo.undo, self.done, self.undone, last=len(self.done) == 1)
        elif what == "redo":
            self._turn(undo.redo, self.undone, self.done, last=not self.undone)
        elif what == "reopen":
            self.home.notebook = self.reopen(self.home.notebook)
        elif what in SMALL:
            self.small(what, number)
        elif self.act(what, number):
            self.done.append(self.state())
            self.undone.clear()

    def _turn(self, turn: Any, here: list[Any], there: list[Any], *, last: bool) -> None:
        if last:
            with pytest.raises(NotAllowedError):
                turn(self.home.notebook, person=self.home.person, by=self.home.by)
            return
        turn(self.home.notebook, person=self.home.person, by=self.home.by)
        there.append(here.pop())

    def is_where_the_stack_says(self) -> bool:
        """Whether what counts is the top of the stack, and the history was only added to."""
        there, expected = self.state(), self.done[-1]
        before, self.revisions = self.revisions, self.history()
        back, again = named(self.home)
        return (
            {key: there[key] for key in expected} == expected
            and all(there[key][1] for key in there.keys() - expected.keys())  # hidden
            and self.revisions[: len(before)] == before
            and (back is None, again is None) == (len(self.done) == 1, not self.undone)
        )

    def state(self) -> dict[RecordId, tuple[Any, bool]]:
        """Every record's body and whether it is hidden; where a talk stands is left out."""
        found = {}
        with self.home.notebook.unit_of_work() as work:
            for kind in KINDS.values():
                for each in work.records.find(kind, person=self.home.person, withdrawn=True):
                    body = each.body
                    if kind.__name__ == "Session":
                        body = msgspec.structs.replace(body, at_moment="", pauses=())
                    found[each.id] = (body, each.withdrawn)
        return found

    def history(self) -> list[Any]:
        """Every revision about the person."""
        with self.home.notebook.unit_of_work() as work:
            found = [
                revision
                for kind in KINDS.values()
                for each in work.records.find(kind, person=self.home.person, withdrawn=True)
                for revision in work.records.history(each.id)
            ]
        return sorted(found, key=lambda each: each.id)

    def small(self, what: str, number: int) -> None:
        notebook, by = self.home.notebook, self.home.by
        if what == "move":
            sessions.move(notebook, session=self.talk, to=f"moment-{number}", by=by)
        else:
            at = NOW + datetime.timedelta(minutes=number)
            sessions.pause(notebook, session=self.talk, by=by, now=at)

    def act(self, what: str, number: int) -> bool:
        """Do something that can be undone; False if there was nothing to do it with."""
        notebook, by = self.home.notebook, self.home.by
        if what == "say":
            self.said.append(say(self.home, f"Words {number}."))
        elif what == "settings":
            people.change_setting(
                notebook, person=self.home.person, field="text_percent", value=100 + number, by=by
            )
        elif what == "answer":
            given = Answer(response="said", words=str(number))
            before = sessions.session(notebook, session=self.talk).body.answers
            step = f"step-{number % 3}"
            sessions.answer(notebook, session=self.talk, step=step, answer=given, by=by)
            return before.get(step) != given
        else:
            return self.act_on_a_sentence(what, number)
        return True

    def act_on_a_sentence(self, what: str, number: int) -> bool:
        notebook, by = self.home.notebook, self.home.by
        shown = [each for each in self.said if not hidden(self.home, each)]
        if not shown:
            return False
        one = shown[number % len(shown)]
        if what == "words":
            statements.change_words(notebook, statement=one, words=f"New {number}.", by=by)
        elif what == "keep":
            keep(self.home, one)
        elif what == "picture":
            symbols = ("openmoji:2615",) * (number % 2)
            statements.change_pictures(notebook, statement=one, symbols=symbols, by=by)  # type: ignore[arg-type]
        elif what == "private":
            statements.set_private(notebook, statement=one, private=bool(number % 2), by=by)
        elif what == "hide":
            statements.withdraw(notebook, statement=one, by=by)
        else:
            statements.reply(
                notebook, to=one, view="agree", words=f"Yes {number}.", lang="en-GB", on=TODAY,
                by=by,
            )  # fmt: skip
        return True


@settings(max_examples=60)
@given(steps=STEPS)
def test_undo_and_redo_are_a_stack(steps: list[tuple[str, int]], house: House) -> None:
    notebook = FakeNotebook()
    walk = Walk(ann(notebook), house.guides["review"], lambda same: same)
    for step in steps:
        walk.take(step)
        assert walk.is_where_the_stack_says(), step


@settings(max_examples=12)
@given(steps=STEPS)
def test_undo_and_redo_are_a_stack_in_a_file_that_is_opened_again(
    steps: list[tuple[str, int]], house: House
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = ann(make_notebook(Path(folder) / "n.alongside"))
        try:
            walk = Walk(home, house.guides["review"], opened_again)
            for step in steps:
                walk.take(step)
                assert walk.is_where_the_stack_says(), step
            assert home.notebook.check() == ()  # type: ignore[attr-defined]
        finally:
            home.notebook.close()  # type: ignore[attr-defined]


def opened_again(notebook: NotebookFile) -> NotebookFile:
    notebook.close()
    return open_again(notebook.path)


def ann(notebook: Any) -> Home:
    change = people.add_person(
        notebook,
        preferred_name="Ann",
        home_language="cy",
        worker="worker-1",
        worker_name="Jo",
        today=TODAY,
    )
    return Home(notebook, change.last("person"), change.last("supporter"))


def test_an_unknown_person_has_nothing_to_undo(home: Home) -> None:
    nobody = RecordId("nobody")
    assert undo.next_undo(home.notebook, person=nobody) is None
    with pytest.raises((NotAllowedError, NotFoundError)):
        undo.undo(home.notebook, person=nobody, by=home.by)
