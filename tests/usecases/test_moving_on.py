import datetime

import pytest

from app.usecases import events, moving_on, people, undo

LEFT = datetime.date(2018, 3, 4)


def left(home, on=LEFT):
    return moving_on.move_on(home.notebook, person=home.person, on=on, by=home.by)


def decided(home, years):
    moving_on.decide_keep_years(home.notebook, years=years)


def due(home, *today):
    return moving_on.due(home.notebook, today=datetime.date(*today))


def test_who_moved_on_is_still_there_and_the_day_is_written_down(home):
    left(home)
    assert [p.body.left_on for p in people.everyone(home.notebook)] == [LEFT]


def test_moving_on_can_be_undone_and_taken_back_by_name(home):
    left(home)
    assert undo.next_undo(home.notebook, person=home.person).name == "moving on written down"
    undo.undo(home.notebook, person=home.person, by=home.by)
    assert people.person(home.notebook, person=home.person).body.left_on is None
    left(home)
    left(home, on=None)
    assert people.person(home.notebook, person=home.person).body.left_on is None


def test_the_same_day_again_changes_nothing(home):
    left(home)
    assert left(home).touched == ()


def test_nothing_is_proposed_until_somebody_decided_how_long(home):
    left(home)
    assert moving_on.keep_years(home.notebook) is None
    assert due(home, 2100, 1, 1) == ()


def test_whoever_moved_on_long_enough_ago_is_proposed_and_nothing_is_erased(home):
    left(home)
    decided(home, 8)
    assert due(home, 2026, 3, 3) == ()
    (found,) = due(home, 2026, 3, 4)
    assert (found.person.id, found.since) == (home.person, datetime.date(2026, 3, 4))
    assert people.person(home.notebook, person=home.person)


def test_who_has_not_moved_on_is_never_proposed(home):
    decided(home, 1)
    assert due(home, 2100, 1, 1) == ()


def test_a_leap_day_ends_the_day_after_the_28th(home):
    left(home, on=datetime.date(2024, 2, 29))
    decided(home, 1)
    assert due(home, 2025, 2, 28) == ()
    assert [each.since for each in due(home, 2025, 3, 1)] == [datetime.date(2025, 3, 1)]


def test_the_decision_can_be_taken_back_and_is_written_down_each_time(home):
    decided(home, 6)
    assert moving_on.keep_years(home.notebook) == 6
    decided(home, None)
    assert moving_on.keep_years(home.notebook) is None
    assert [each.what for each in events.read(home.notebook)] == ["retention_decided"] * 2


def test_years_to_choose_from_are_data(house):
    assert house.retention_years == tuple(sorted(house.retention_years))
    assert all(isinstance(each, int) and each > 0 for each in house.retention_years)


@pytest.mark.parametrize("value", ["", "eight", "-1"])
def test_what_cannot_be_a_number_of_years_counts_as_not_decided(home, value):
    with home.notebook.unit_of_work() as work:
        work.facts.keep(moving_on.KEEP_YEARS, value)
        work.commit()
    assert moving_on.keep_years(home.notebook) is None
