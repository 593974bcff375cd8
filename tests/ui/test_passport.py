"""How I say yes, no and stop: pressed with pictures, several at once, or told in any other way."""

import pytest

from app.model.statement import Statement
from app.usecases import sessions
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import READ_BACK, data, moment, read
from ui.parts.pressable import Pressable
from ui.parts.telling import HOW_TOLD
from ui.screens.base import Route


def said(driver: Driver) -> list[tuple[str, str, bool]]:
    """What was said in this talk: the words, in whose voice, and whether it may stay."""
    notebook, session = driver.window.ctx.open_notebook, driver.talk.session.id

    def find() -> list[tuple[str, str, bool]]:
        with notebook.unit_of_work() as work:
            found = work.records.find(Statement, session=session)
        return [(each.body.original, each.body.voice, each.body.kept) for each in found]

    return driver.ask(find)


@pytest.fixture
def yes(own: Driver) -> Driver:
    """At the question how the person says yes."""
    window = own.window
    notebook, by, person = window.ctx.open_notebook, window.ctx.writer, own.person()
    begin(own, window.house.guides["passport"])
    session = own.talk.session.id
    window.show_route(Route("home", {"person": person}))
    own.ask(lambda: sessions.move(notebook, session=session, to="say_yes", by=by))
    window.show_route(Route("talk", {"session": session, "person": person}))
    own.settle()
    return own


def test_several_pictures_are_true_at_once_and_are_drafts_until_the_person_says_yes(
    yes: Driver,
) -> None:
    yes.press("option-nod")
    yes.press("option-smile")
    assert yes.talk.session.body.answers["say_yes"].choices == ("nod", "smile")
    assert said(yes) == [
        ("I nod to say yes.", "own_choice_symbol", False),
        ("I smile to say yes.", "own_choice_symbol", False),
    ]
    yes.press("option-nod")
    assert [words for words, _, _ in said(yes)] == ["I smile to say yes."]
    yes.press("option-smile")
    assert "say_yes" not in yes.talk.session.body.answers


def test_something_else_says_nothing_itself_and_asks_in_any_way(yes: Driver) -> None:
    yes.press("option-nod")
    yes.press("option-something_else")
    assert [words for words, _, _ in said(yes)] == ["I nod to say yes."]
    yes.next()
    assert yes.step == "say_yes_own"
    yes.press("back")
    yes.press("option-something_else")
    yes.next()
    assert yes.step == "say_no"


def test_r1_how_it_was_told_is_chosen_by_nobody_but_those_who_were_there(yes: Driver) -> None:
    yes.press("option-something_else")
    yes.next()
    hows = [yes.find(f"how-{how}") for how, _, _ in HOW_TOLD]
    assert not any(each.isChecked() for each in hows if isinstance(each, Pressable))
    yes.write("I lift my chin.")
    yes.press("put-on-card")
    assert said(yes) == []
    yes.next()
    assert yes.step == "say_yes_own"
    assert "Please choose how Amina told you." in yes.seen()
    yes.press("how-own_signed")
    yes.press("put-on-card")
    assert said(yes) == [("I lift my chin.", "own_signed", False)]
    yes.next()
    assert yes.step == "say_no"


def test_finish_stands_only_where_nothing_can_follow(own: Driver) -> None:
    tea = {"id": "tea", "words": "Tea", "picture": "openmoji:2615"}
    asked = moment("drink", kind="choose", options=[tea])
    begin(own, read(data(READ_BACK, asked, moment("which", only_if="drink:tea"))))
    own.next()
    assert (own.step, on_the_way(own)) == ("drink", "Next")
    own.press("option-tea")
    own.next()
    assert (own.step, on_the_way(own)) == ("which", "Finish")


def on_the_way(driver: Driver) -> str:
    """What stands on the button that goes on."""
    button = driver.find("next")
    assert button is not None
    return button.words
