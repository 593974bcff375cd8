"""A person's rights over what is written, and what becomes of it when they move on or leave."""

from pathlib import Path

import pytest

from app.bootstrap import House
from app.model.person import Person
from app.model.record import Record
from app.usecases import moving_on, people
from tests.helpers.driver import Driver, confirm, fill
from tests.helpers.notebooks import add_person
from ui.screens.base import Route


@pytest.fixture
def amina(new_notebook: Driver) -> Driver:
    """A window with a new notebook, on the home of Amina, who is alone in it."""
    new_notebook.press("add-person")
    fill(new_notebook, "Amina")
    new_notebook.press("add")
    return new_notebook


def everyone(driver: Driver) -> list[str]:
    notebook = driver.window.ctx.open_notebook
    return [each.body.preferred_name for each in driver.ask(lambda: people.everyone(notebook))]


def to_erasing(driver: Driver) -> None:
    for name in ("rights", "moving-on", "erase"):
        driver.press(name)
    confirm(driver)


def test_moving_on_is_written_down_and_can_be_undone_or_taken_back(amina: Driver) -> None:
    amina.press("rights")
    amina.press("moving-on")
    amina.press("moved-on")
    assert "Amina moved on" in amina.seen()
    amina.press("undo")
    assert "Amina moved on" not in amina.seen()
    amina.press("moved-on")
    amina.press("is-back")
    assert amina.find("moved-on") is not None


def test_who_moved_on_stands_last_among_the_people_and_says_so(
    examples: Driver, marcus: Record[Person]
) -> None:
    window = examples.window
    notebook, by = window.ctx.open_notebook, window.ctx.writer
    examples.ask(lambda: moving_on.move_on(notebook, person=marcus.id, on=window.ctx.today, by=by))
    examples.press("lock")
    cards = [name for name in examples.names() if name.startswith("person-")]
    assert cards[-1] == f"person-{marcus.id}"
    assert "Moved on" in examples.names_said()


def test_the_answer_in_focus_keeps_everything(amina: Driver) -> None:
    to_erasing(amina)
    focus = amina.window.screen.first_focus()
    assert focus is amina.find("keep-everything")
    amina.press("keep-everything")
    assert amina.window.route.screen == "moving_on"
    assert everyone(amina) == ["Amina"]


@pytest.mark.parametrize("written", ["", "amin", "Erase everything"])
def test_without_the_name_nothing_is_erased(amina: Driver, written: str) -> None:
    to_erasing(amina)
    fill(amina, written)
    amina.press("erase-everything")
    assert "Nothing was erased" in amina.seen()
    assert everyone(amina) == ["Amina"]


def test_after_erasing_it_is_said_how_that_was_made_sure_of_and_the_notebook_is_locked(
    amina: Driver,
) -> None:
    to_erasing(amina)
    assert "No copy was saved" in amina.seen()
    fill(amina, " amina ")
    amina.press("erase-everything")
    assert "Nothing is left" in amina.seen()
    assert "Amina" not in amina.seen()
    assert everyone(amina) == []
    assert amina.find("undo") is None
    amina.press("done")
    assert amina.window.route.screen == "welcome"


def test_nobody_gets_to_erasing_without_the_pin(amina: Driver) -> None:
    for name in ("rights", "moving-on", "erase"):
        amina.press(name)
    fill(amina, "1357")
    amina.press("confirm")
    assert amina.window.route.screen == "confirm"
    assert "does not open this notebook" in amina.seen()
    amina.press("back")
    assert amina.window.route.screen == "moving_on"


def test_what_could_not_be_finished_is_said_where_it_is_said_that_it_is_erased(
    amina: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.erasing._write_anew", lambda *_: None)
    monkeypatch.setattr("app.store.remains.are_loose", lambda *_: True)
    to_erasing(amina)
    fill(amina, "Amina")
    amina.press("erase-everything")
    assert "something of it is still in the file" in amina.seen()
    assert "Nothing is left" not in amina.seen()
    assert everyone(amina) == []


def test_backups_that_nobody_can_look_at_now_are_not_forgotten(
    amina: Driver, house: House, tmp_path: Path
) -> None:
    house.set_backup_folder(tmp_path)
    notebook = amina.window.ctx.open_notebook
    amina.ask(lambda: house.backup(notebook))
    house.set_backup_folder(tmp_path / "stick")
    to_erasing(amina)
    fill(amina, "Amina")
    amina.press("erase-everything")
    assert "Older backups may still hold the plan" in amina.seen()


def test_a_lock_leaves_a_backup_behind_too(amina: Driver, house: House, tmp_path: Path) -> None:
    house.set_backup_folder(tmp_path)
    amina.window.holding.idle.nobody_there.emit()
    amina.settle()
    assert amina.window.route.screen == "unlock"
    assert len(list(tmp_path.glob("*.alongside-backup"))) == 1


def test_what_comes_back_after_the_lock_is_told_to_nobody(amina: Driver) -> None:
    amina.press("rights")
    amina.window.show_route(Route("moving_on", {"person": amina.person()}))
    amina.window.holding.idle.nobody_there.emit()
    amina.settle()
    assert amina.window.route.screen == "unlock"
    assert "Amina" not in amina.names_said()


def test_the_second_wish_to_close_is_not_kept_waiting(
    new_notebook: Driver, house: House, tmp_path: Path
) -> None:
    house.set_backup_folder(tmp_path / "stick")
    add_person(new_notebook.window.ctx.open_notebook)
    new_notebook.window.close()
    new_notebook.settle()
    assert "The backup could not be made" in new_notebook.seen()
    assert new_notebook.window.isVisible()
    new_notebook.window.close()
    assert not new_notebook.window.isVisible()


def test_who_wanted_to_leave_can_stay(new_notebook: Driver, house: House, tmp_path: Path) -> None:
    house.set_backup_folder(tmp_path / "stick")
    add_person(new_notebook.window.ctx.open_notebook)
    new_notebook.press("back")
    new_notebook.press("stay")
    assert new_notebook.window.route.screen == "people"
    assert new_notebook.window.ctx.notebook is not None


def test_backups_that_still_hold_the_plan_are_named(
    amina: Driver, house: House, tmp_path: Path
) -> None:
    house.set_backup_folder(tmp_path)
    notebook = amina.window.ctx.open_notebook
    amina.ask(lambda: house.backup(notebook))
    to_erasing(amina)
    fill(amina, "Amina")
    amina.press("erase-everything")
    assert f"1 older backup still holds the plan. It is in {tmp_path}." in amina.seen()


def test_how_long_words_are_kept_is_asked_and_whoever_is_due_is_shown_and_kept(
    amina: Driver,
) -> None:
    window = amina.window
    notebook, by, person = window.ctx.open_notebook, window.ctx.writer, amina.person()
    long_ago = window.ctx.today.replace(year=window.ctx.today.year - 9, day=1)
    amina.ask(lambda: moving_on.move_on(notebook, person=person, on=long_ago, by=by))
    amina.press("lock")
    fill(amina, "2468")
    amina.press("open")
    amina.press("keeping")
    amina.press("retention")
    assert "Amina" not in amina.seen()
    amina.press("years-8")
    assert "Amina moved on" in amina.seen()
    amina.press("back")
    amina.press("back")
    amina.press("retention")
    assert "Amina moved on" in amina.seen()
    amina.press("years-0")
    assert "Amina" not in amina.seen()
    assert everyone(amina) == ["Amina"]


def test_between_two_people_the_laptop_is_handed_over_locked(amina: Driver) -> None:
    add_person(amina.window.ctx.open_notebook, "Joe")
    amina.press("lock")
    assert "Time for the next person" in amina.seen()
    for name in ("Amina", "Joe"):
        assert name not in amina.names_said()
    fill(amina, "2468")
    amina.press("open")
    assert amina.window.route.screen == "people"


def test_on_leaving_a_backup_is_made_where_a_folder_was_chosen(
    new_notebook: Driver, house: House, tmp_path: Path
) -> None:
    house.set_backup_folder(tmp_path)
    add_person(new_notebook.window.ctx.open_notebook)
    new_notebook.press("back")
    assert new_notebook.window.route.screen == "welcome"
    assert len(list(tmp_path.glob("*.alongside-backup"))) == 1


def test_closing_the_window_makes_the_backup_too(
    new_notebook: Driver, house: House, tmp_path: Path
) -> None:
    house.set_backup_folder(tmp_path)
    add_person(new_notebook.window.ctx.open_notebook)
    new_notebook.window.close()
    new_notebook.qtbot.waitUntil(lambda: not new_notebook.window.isVisible(), timeout=20_000)
    assert len(list(tmp_path.glob("*.alongside-backup"))) == 1


def test_without_the_stick_one_can_leave_all_the_same(
    new_notebook: Driver, house: House, tmp_path: Path
) -> None:
    house.set_backup_folder(tmp_path / "stick")
    add_person(new_notebook.window.ctx.open_notebook)
    new_notebook.press("back")
    assert "The backup could not be made" in new_notebook.seen()
    assert new_notebook.window.ctx.notebook is not None
    new_notebook.press("without")
    assert new_notebook.window.route.screen == "welcome"
    assert new_notebook.window.ctx.notebook is None
