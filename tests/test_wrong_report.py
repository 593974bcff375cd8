"""The report of what went wrong holds what mends a program, and no word of a plan."""

import datetime
import typing

from hypothesis import given
from hypothesis import strategies as st

from app import __version__
from app.mishaps import MOST, Mishaps
from app.model.errors import AlongsideError
from app.model.event import Event
from app.model.ids import EventId, RecordId
from app.model.person import LikedSet, Settings
from app.model.reaching import Reaching
from app.wrong_report import WhereItRuns, with_own_words, wrong_report

NOW = datetime.datetime(2026, 3, 4, 12, 0, tzinfo=datetime.UTC)
SECRET = "Zacharias Quillfeather"


def report(**given: typing.Any) -> str:
    usual = {
        "where": WhereItRuns(),
        "settings": Settings(),
        "mishaps": (),
        "done": (),
        "at": NOW,
    }
    return wrong_report(**{**usual, **given})


def fail_with(words: str) -> AlongsideError:
    """An error that says these words, raised and caught."""
    try:
        try:
            {}[words]
        except KeyError as error:
            raise AlongsideError("There is no {name}.", name=words) from error
    except AlongsideError as error:
        return error


def test_versions_and_settings_are_in_it():
    made = report(
        where=WhereItRuns(screen="talk", lang="cy", facts={"Screen": "1366x768"}),
        settings=Settings(text_percent=250, theme="dark"),
    )
    for told in (__version__, "talk", "cy", "1366x768", "text_percent: 250", "theme: dark"):
        assert told in made


def test_an_error_is_told_by_kind_and_place():
    mishaps = Mishaps()
    mishaps.note(fail_with(SECRET))
    made = report(mishaps=mishaps.latest)
    assert "app.model.errors.AlongsideError < builtins.KeyError" in made
    assert "fail_with" in made


def report_of_somebody_who_wrote(words: str) -> str:
    """A report where these words stand in everything that somebody can write."""
    mishaps = Mishaps()
    mishaps.note(fail_with(words))
    mishaps.note(OSError(2, words, words))
    settings = Settings(
        sets=(LikedSet(id=words, name=words),),
        voices={"en": words},
        reach=Reaching(first_switch=words[:40], second_switch=words[:40]),
        language=words[:35],
        aloud_in=words[:35],
    )
    event = Event(
        id=EventId(1),
        at=NOW,
        what="printed",
        worker=words,
        device=words,
        person=RecordId(words),
        document="booklet",
    )
    return report(settings=settings, mishaps=mishaps.latest, done=(event, event))


@given(words=st.text(alphabet=st.characters(categories=("L",)), min_size=9, max_size=80))
def test_nothing_that_somebody_wrote_is_in_it(words):
    made = report_of_somebody_who_wrote(f"§{words}")
    assert "§" not in made
    assert made == report_of_somebody_who_wrote(SECRET)
    assert SECRET not in made
    assert "printed booklet: 2" in made


def test_only_the_last_errors_are_kept():
    mishaps = Mishaps()
    for _ in range(MOST + 5):
        mishaps.note(ValueError())
    assert len(mishaps.latest) == MOST


def test_what_nobody_caught_is_noted_and_told_on(monkeypatch):
    told = []
    monkeypatch.setattr("sys.excepthook", lambda *error: told.append(error))
    monkeypatch.setattr("threading.excepthook", told.append)
    mishaps = Mishaps()
    mishaps.listen()
    import sys  # noqa: PLC0415 - as it is now

    error = ValueError(SECRET)
    sys.excepthook(ValueError, error, None)
    assert mishaps.latest[0].kinds == ("builtins.ValueError",)
    assert told == [(ValueError, error, None)]


def test_a_run_that_was_cut_off_is_in_it():
    assert "Cut off before it was closed\nnone" in report()
    made = report(cut_off=[NOW - datetime.timedelta(hours=1)])
    assert "Cut off before it was closed\nStarted 2026-03-04 11:00 UTC\n" in made


def test_without_words_of_their_own_nothing_is_added():
    assert with_own_words(report(), " \n") == report()


def test_what_no_file_can_hold_is_left_out_of_words_of_their_own():
    assert with_own_words("Report\n", "a\ud800b ").endswith("\na?b\n")
