import datetime

from hypothesis import given
from hypothesis import strategies as st

from app.model.retention import RULE, Rule, kept

NOON = datetime.datetime(2026, 4, 18, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)

TIMES = st.lists(
    st.datetimes(
        min_value=datetime.datetime(2024, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
        max_value=datetime.datetime(2027, 1, 1),  # noqa: DTZ001
        timezones=st.just(datetime.UTC),
    ),
    max_size=60,
)


@given(TIMES)
def test_the_newest_always_stays(made):
    assert not made or max(made) in kept(made)


@given(TIMES, st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
def test_the_newest_stays_whatever_the_rule(made, days, weeks, months):
    assert not made or max(made) in kept(made, Rule(days, weeks, months))


@given(TIMES)
def test_only_what_there_is_stays_and_no_more_than_the_rule_counts(made):
    stays = kept(made)
    assert stays <= set(made)
    assert len(stays) <= RULE.days + RULE.weeks + RULE.months


@given(TIMES)
def test_what_stays_once_stays_when_it_is_asked_again(made):
    stays = kept(made)
    assert kept(stays) == stays


@given(TIMES)
def test_each_of_the_last_twelve_months_with_a_backup_keeps_its_last_one(made):
    months = sorted({(each.year, each.month) for each in made})[-RULE.months :]
    for month in months:
        assert max(each for each in made if (each.year, each.month) == month) in kept(made)


def test_a_year_of_daily_backups_comes_down_to_days_weeks_and_months():
    made = [NOON - number * DAY for number in range(365)]
    stays = sorted(kept(made), reverse=True)
    assert stays[:7] == made[:7]
    assert len(stays) == 7 + 6 + 11  # the last weeks begin in the days, the months in the weeks
    assert [each.month for each in stays[-4:]] == [8, 7, 6, 5]


def test_of_several_in_a_day_the_last_stays():
    made = [NOON, NOON - DAY / 24, NOON - DAY, NOON - DAY - DAY / 24]
    assert kept(made, Rule(days=2, weeks=0, months=0)) == {NOON, NOON - DAY}


def test_nothing_goes_because_time_passed_without_a_backup():
    made = [NOON - 400 * DAY, NOON - 800 * DAY]
    assert kept(made) == set(made)
    assert kept([]) == frozenset()
