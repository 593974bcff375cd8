"""Which backups are kept: one a day, one a week, one a month, fewer the older they are."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """How many days, weeks and months with a backup keep their last one."""

    days: int = 7
    weeks: int = 8
    months: int = 12


RULE = Rule()


def kept(made: Iterable[datetime.datetime], rule: Rule = RULE) -> frozenset[datetime.datetime]:
    """The times of those backups that are to stay; the newest is always among them.

    Days, weeks and months are counted where there are backups, not on the calendar: nothing
    goes because time passed without a new one, and a clock that was wrong for a while does no
    harm.

    Args:
        made: when each was made, all in one time zone: the one in which a day is a day.
        rule: how many of each.

    """
    newest_first = sorted(set(made), reverse=True)
    stays = set(newest_first[:1])
    for period, most in (
        (_day, rule.days),
        (_week, rule.weeks),
        (_month, rule.months),
    ):
        stays.update(_last_of_each(newest_first, period, most))
    return frozenset(stays)


def _last_of_each(
    newest_first: list[datetime.datetime],
    period: Callable[[datetime.datetime], tuple[int, ...]],
    most: int,
) -> list[datetime.datetime]:
    last: dict[tuple[int, ...], datetime.datetime] = {}
    for each in newest_first:
        last.setdefault(period(each), each)
    return list(last.values())[:most]


def _day(at: datetime.datetime) -> tuple[int, ...]:
    return at.year, at.month, at.day


def _week(at: datetime.datetime) -> tuple[int, ...]:
    return tuple(at.isocalendar()[:2])


def _month(at: datetime.datetime) -> tuple[int, ...]:
    return at.year, at.month
