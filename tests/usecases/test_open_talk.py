"""Nothing is written into a talk that is over, in whichever way."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.session import Answer, Session
from app.model.sharing import SharedWith
from app.model.wording import SourceWording
from app.usecases import due, profiles, recognition, rowchecks, sharing_choices, views
from app.usecases.sharing_choices import Wish
from tests.helpers.guides import moment

from .conftest import NOW, TODAY, Home
from .test_making import begun
from .test_statements import said

TO = SharedWith(role="family")
REFUSED = Answer(response="dont_know", at=NOW)

Write = Callable[[Home, RecordId, RecordId], Any]


def _in(home: Home, talk: RecordId) -> dict[str, Any]:
    return {"notebook": home.notebook, "session": talk, "step": "here", "by": home.by}


def _share(home: Home, talk: RecordId, line: RecordId) -> None:
    wish = Wish(to=TO, choice="yes", parts=(f"sentence:{line}",), purpose="family_life")
    sharing_choices.decide_in_talk(**_in(home, talk), wish=wish, at=NOW, words=SourceWording())


def _view(home: Home, talk: RecordId, line: RecordId) -> None:
    views.answer(
        **_in(home, talk), to=line, view="agree", words="Yes.", lang="en-GB", on=TODAY, at=NOW
    )


def _say(home: Home, talk: RecordId, line: RecordId) -> None:
    said(home, "After all.", session=talk, moment="refused")


def _check_row(home: Home, talk: RecordId, line: RecordId) -> None:
    rowchecks.check(**_in(home, talk), row=line, result="right", on=TODAY, seen_by=home.by, at=NOW)


WAYS: dict[str, Write] = {
    "share": _share,
    "refuse to share": lambda home, talk, _: sharing_choices.refuse_in_talk(
        **_in(home, talk), answer=REFUSED
    ),
    "a view": _view,
    "no view": lambda home, talk, line: views.no_answer(**_in(home, talk), to=line, answer=REFUSED),
    "say after a refusal": _say,
    "what is due": lambda home, talk, line: due.choose(
        **_in(home, talk), record=line, choice="not_today", at=NOW
    ),
    "a page": lambda home, talk, line: profiles.pick(
        **_in(home, talk), document="passport", statement=line, at=NOW
    ),
    "thanks": lambda home, talk, _: recognition.give(**_in(home, talk), on=TODAY, at=NOW),
    "a row that was seen": _check_row,
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_written_into_a_talk_that_is_over(home: Home, way: str) -> None:
    line = said(home, "I like tea.")
    talk, _ = begun(home, moment("here"))
    with home.notebook.unit_of_work() as work:
        now = work.records.get(talk, Session).body
        over = msgspec.structs.replace(now, ended=NOW, answers={"refused": REFUSED})
        work.records.revise(talk, over, by=home.by)
        work.commit()
    with pytest.raises(NotAllowedError, match="This talk is over"):
        WAYS[way](home, talk, line)
    with home.notebook.unit_of_work() as work:
        assert work.records.get(talk, Session).body == over
