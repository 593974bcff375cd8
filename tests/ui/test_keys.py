"""Who can open the notebook, and what was done with it, in the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import House
from app.model.errors import WrongKeyError
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.usecases import events, people
from tests.helpers.driver import Driver, confirm, fill
from ui.parts.column import Column
from ui.parts.fields import Field
from ui.screens.base import Route


@pytest.fixture
def two(new_notebook: Driver, house: House) -> Driver:
    """The workers of a notebook that Sam (2468) has open and Amina (1357) can open."""
    notebook = new_notebook.window.ctx.open_notebook
    new_notebook.ask(lambda: house.add_worker(notebook, name="Amina", secret="1357", kind="pin"))
    new_notebook.press("keeping")
    new_notebook.press("workers")
    confirm(new_notebook)
    return new_notebook


def workers(driver: Driver) -> list[str]:
    return [name for name in driver.names() if name.startswith("worker-")]


def opens(driver: Driver, secret: str) -> bool:
    """Whether a secret opens the notebook that the window has open."""
    house, path = driver.window.house, driver.window.ctx.open_notebook.path
    try:
        house.open_notebook(path, secret=secret, read_only=True).close()
    except WrongKeyError:
        return False
    return True


def add_person(driver: Driver, name: str) -> RecordId:
    ctx = driver.window.ctx
    notebook = ctx.open_notebook
    return driver.ask(
        lambda: people.add_person(
            notebook,
            preferred_name=name,
            home_language="en-GB",
            worker=notebook.worker.id,
            worker_name="Sam",
            today=ctx.today,
        )
    ).last("person")


def test_somebody_else_is_added_with_a_pin_of_their_own(new_notebook: Driver) -> None:
    new_notebook.press("keeping")
    new_notebook.press("workers")
    confirm(new_notebook)
    assert "This is you" in new_notebook.names_said()
    new_notebook.press("add-worker")
    assert "on this computer alone" in new_notebook.seen()
    fill(new_notebook, "Amina", "1357", "1357")
    new_notebook.press("add")
    assert "Amina can open the notebook now." in new_notebook.seen()
    assert "What is Amina here?" in new_notebook.seen()
    new_notebook.press("role-manager")
    assert "Manager" in new_notebook.names_said()
    assert len(workers(new_notebook)) == 2
    assert opens(new_notebook, "1357")
    assert opens(new_notebook, "2468")


def test_somebody_is_added_with_a_passphrase(two: Driver) -> None:
    two.press("add-worker")
    two.press("passphrase")
    fill(two, "Bryn", "three small words", "three small words")
    two.press("add")
    assert opens(two, "three small words")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("", "1111", "1111"), "Please write a name."),
        (("amina", "1111", "1111"), "There is somebody called Amina already."),
        (("Bryn", "1111", "1112"), "The two are not the same."),
        (("Bryn", "11", "11"), "A PIN"),
        (("Bryn", "1357", "1357"), "That one cannot be used here."),
    ],
)
def test_what_is_wrong_is_said_under_the_field_and_nobody_is_added(
    two: Driver, words: tuple[str, ...], told: str
) -> None:
    two.press("add-worker")
    fill(two, *words)
    two.press("add")
    assert told in two.seen()
    assert two.find("add") is not None
    two.press("back")
    assert len(workers(two)) == 2


def test_while_keys_change_nothing_is_pressed_twice_and_the_wait_is_said(two: Driver) -> None:
    two.press("add-worker")
    fill(two, "Bryn", "1111", "1111")
    add = two.find("add")
    assert add is not None
    add.click()
    assert "This takes a moment." in two.seen()
    assert two.find("add") is None
    two.settle()
    two.press("back")
    two.press("back")
    assert len(workers(two)) == 3


def test_a_worker_is_called_something_else(two: Driver) -> None:
    two.press(workers(two)[1])
    two.press("worker_name")
    fill(two, "Amina Khan")
    two.press("keep")
    assert "Amina Khan" in two.seen()
    assert opens(two, "1357")


def test_a_name_that_somebody_has_is_refused(two: Driver) -> None:
    two.press(workers(two)[1])
    two.press("worker_name")
    fill(two, "Sam")
    two.press("keep")
    assert "There is somebody called Sam already." in two.seen()
    assert two.window.route.screen == "worker_name"


@pytest.mark.parametrize(("which", "old"), [(0, "2468"), (1, "1357")])
def test_a_new_pin_ends_the_one_before(two: Driver, which: int, old: str) -> None:
    two.press(workers(two)[which])
    two.press("worker_secret")
    if which == 0:  # one's own: what was sealed for one stays open to one
        fill(two, old, "998877", "998877")
    else:
        assert "Words that were sealed for Amina before" in two.seen()
        fill(two, "998877", "998877")
    two.press("change")
    assert "opens the notebook in the new way now." in two.seen()
    assert opens(two, "998877")
    assert not opens(two, old)


def test_ending_a_managers_key_says_what_becomes_of_words_sealed_for_them(two: Driver) -> None:
    two.press(workers(two)[1])
    two.press("worker_end")
    assert "sealed for Amina" not in two.seen()
    two.press("back")
    two.press("worker_role")
    two.press("role-manager")
    two.press(workers(two)[1])
    two.press("worker_end")
    assert "sealed for Amina can then be opened by nobody else." in two.seen()


def test_ending_a_key_asks_once_more_with_the_safe_answer_first(two: Driver) -> None:
    two.press(workers(two)[1])
    two.press("worker_end")
    assert two.window.focusWidget() is two.find("stay")
    assert "Everything that was written stays." in two.seen()
    two.press("stay")
    assert two.window.route.screen == "worker"
    assert opens(two, "1357")


def test_who_was_removed_can_no_longer_open_it(two: Driver) -> None:
    two.press(workers(two)[1])
    two.press("worker_end")
    two.press("end")
    assert "Amina cannot open the notebook any more." in two.seen()
    assert len(workers(two)) == 1
    assert not opens(two, "1357")
    assert opens(two, "2468")


def test_the_last_one_is_refused_politely(new_notebook: Driver) -> None:
    new_notebook.press("keeping")
    new_notebook.press("workers")
    confirm(new_notebook)
    new_notebook.press(workers(new_notebook)[0])
    new_notebook.press("worker_end")
    new_notebook.press("end")
    assert "This is the only key to the notebook." in new_notebook.seen()
    assert new_notebook.find("stay") is not None
    assert opens(new_notebook, "2468")


def test_who_ends_their_own_key_leaves_the_notebook_closed(two: Driver, house: House) -> None:
    path = two.window.ctx.open_notebook.path
    two.press(workers(two)[0])
    two.press("worker_end")
    two.press("end")
    assert two.window.route.screen == "welcome"
    assert two.window.ctx.notebook is None
    with pytest.raises(WrongKeyError):
        house.open_notebook(path, secret="2468")
    house.open_notebook(path, secret="1357").close()


def test_the_last_one_hears_that_only_the_recovery_sheet_is_left(
    new_notebook: Driver, house: House
) -> None:
    notebook = new_notebook.window.ctx.open_notebook
    new_notebook.ask(lambda: house.make_recovery(notebook))
    new_notebook.window.show_route(Route("worker_end", {"worker": notebook.worker.id}))
    new_notebook.settle()
    assert "only the recovery sheet will" in new_notebook.seen()


def test_where_it_is_open_only_to_read_the_workers_are_a_list_and_no_cards(
    two: Driver, open_window: Callable[..., Driver]
) -> None:
    second = open_window()
    second.window.show_route(Route("unlock", {"path": two.window.ctx.open_notebook.path}))
    second.settle()
    fill(second, "1357")
    second.press("open")
    second.press("read-only")
    second.press("keeping")
    second.press("workers")
    assert "Sam" in second.seen()
    assert "Amina" in second.seen()
    assert second.names() == ["back", "hear", "how"]


def test_an_example_has_nobody_to_change(examples: Driver) -> None:
    examples.window.show_route(Route("workers"))
    examples.settle()
    assert "Sam" in examples.seen()
    assert examples.names() == ["back", "hear", "how"]


def test_what_was_done_is_said_the_newest_first(two: Driver) -> None:
    two.press("back")
    two.press("doings")
    said = two.seen()
    assert "day " in said
    assert said.index("Sam let somebody else") < said.index("Sam opened the notebook.")


def test_of_a_long_list_the_older_lines_are_shown_when_asked_for(new_notebook: Driver) -> None:
    notebook = new_notebook.window.ctx.open_notebook

    def note_many() -> None:
        for _ in range(205):
            events.note(notebook, what="backed_up")

    new_notebook.ask(note_many)
    new_notebook.window.show_route(Route("doings"))
    new_notebook.settle()
    assert new_notebook.seen().count("made a backup") == 200
    assert "opened the notebook" not in new_notebook.seen()
    new_notebook.press("more")
    assert new_notebook.seen().count("made a backup") == 205
    assert "Sam opened the notebook." in new_notebook.seen()
    assert new_notebook.find("more") is None


def test_a_long_list_is_moved_with_the_keyboard(new_notebook: Driver) -> None:
    notebook = new_notebook.window.ctx.open_notebook

    def note_many() -> None:
        for _ in range(60):
            events.note(notebook, what="backed_up")

    new_notebook.ask(note_many)
    new_notebook.window.show_route(Route("doings"))
    new_notebook.settle()
    column = new_notebook.window.focusWidget()
    assert isinstance(column, Column)
    assert column.accessibleName() == "What was done with this notebook"
    new_notebook.qtbot.keyClick(column, Qt.Key.Key_PageDown)
    assert column.verticalScrollBar().value() > 0


def test_in_a_persons_own_list_nobody_else_can_be_reached(new_notebook: Driver) -> None:
    amina, bryn = add_person(new_notebook, "Amina"), add_person(new_notebook, "Bryn")
    notebook = new_notebook.window.ctx.open_notebook

    def note() -> None:
        for person, document in ((amina, "booklet"), (bryn, "booklet"), (None, "backup")):
            events.note(notebook, what="printed", person=person, document=document)

    new_notebook.ask(note)
    new_notebook.press(f"person-{amina}")
    new_notebook.window.show_route(Route("doings", {"person": amina}))
    new_notebook.settle()
    assert new_notebook.seen().count("printed") == 1
    assert "Sam printed the booklet of Amina." in new_notebook.seen()
    assert "Bryn" not in new_notebook.names_said()
    assert new_notebook.names() == ["home", "hear", "stop"]
    new_notebook.press("home")
    assert "Hello Amina" in new_notebook.seen()


def test_a_persons_list_with_nothing_in_it_says_so(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.window.show_route(Route("doings", {"person": marcus.id}))
    examples.settle()
    assert "Nothing yet." in examples.seen()


def told_under(driver: Driver) -> list[str]:
    """The labels of the lines under which something is said."""
    fields = (each for each in driver.window.findChildren(Field) if each.isVisible())
    return [each.line.accessibleName() for each in fields if each._told is not None]


def test_what_is_wrong_is_said_under_the_line_in_which_it_can_be_mended(
    new_notebook: Driver,
) -> None:
    for name in ("keeping", "workers"):
        new_notebook.press(name)
    confirm(new_notebook)
    new_notebook.press("add-worker")
    for written, label in (
        (("", "1357", "1357"), "What is their name?"),
        (("Ana", "12", "12"), "Their PIN"),
        (("Ana", "1357", "1358"), "Write it once more"),
        (("Sam", "1357", "1357"), "What is their name?"),
        (("Ana", "2468", "2468"), "Their PIN"),
    ):
        fill(new_notebook, *written)
        new_notebook.press("add")
        assert told_under(new_notebook) == [label], written


def test_a_mistyped_sheet_is_told_under_the_line_for_the_sheet(new_notebook: Driver) -> None:
    path = new_notebook.window.ctx.open_notebook.path
    new_notebook.press("back")
    new_notebook.window.show_route(Route("recover", {"path": path}))
    new_notebook.settle()
    fill(new_notebook, "AAAA BBBB", "Sam", "1357", "1357")
    new_notebook.press("open")
    assert told_under(new_notebook) == ["The letters and digits on your sheet"]
