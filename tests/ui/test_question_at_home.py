"""A question that goes home on paper: saved in a talk, ticked, scanned, meant, and answered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from app.model.choice_sheets import ChoiceSheet
from app.model.review_codes import of_sheet, shown
from app.model.session import Session
from app.model.statement import Statement
from tests.helpers import scans
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.parts.box_picture import BoxPicture
from ui.screens.base import Route

YES = guide(
    moment(
        "say_yes", kind="choose", stage="sort", section="communication", says="fact",
        prompt="How do you say yes?",
        options=[
            {"id": name, "words": f"I {name}", "picture": "openmoji:2B50"}
            for name in ("nod", "smile")
        ],
    )
)  # fmt: skip


TWO = guide(
    *(
        moment(
            name, kind="choose", stage="sort", section="communication", says="fact",
            prompt=f"How do you say {name}?",
            options=[{"id": "nod", "words": "I nod", "picture": "openmoji:2B50"}],
        )
        for name in ("yes", "no", "maybe")
    )
)  # fmt: skip


@pytest.fixture
def scan(own: Driver, tmp_path: Path) -> Path:
    """A scan of the page, on which "I smile" is ticked; what came back is on the screen."""
    begin(own, YES)
    own.press("tick-at-home")
    own.choose(tmp_path)
    (page,) = tmp_path.glob("*.pdf")
    (sheet,) = own.records(ChoiceSheet)
    (line,) = sheet.body.lines
    (image,) = scans.pages(page.read_bytes())
    scans.write(image, line.squares[1])
    (tmp_path / "scan.jpg").write_bytes(scans.scan(image))
    own.window.show_route(Route("came_back", {"person": own.talk.person.id}))
    own.settle()
    return tmp_path / "scan.jpg"


def test_what_was_ticked_is_shown_kept_and_an_answer_once_the_person_means_it(
    own: Driver, scan: Path
) -> None:
    own.press("open")
    own.choose(scan)
    assert "How do you say yes?" in own.seen()
    assert own.window.screen.findChild(BoxPicture) is not None
    marked = own.find("ticked-smile")
    assert marked is not None
    assert not marked.isChecked()
    own.press("ticked-smile")
    own.press("keep")
    assert "What is kept waits for the next talk." in own.seen()
    assert own.records(Statement) == []
    (talk,) = own.records(Session)
    own.window.show_route(Route("talk", {"session": talk.id, "person": talk.body.person}))
    own.settle()
    assert "At home you ticked: I smile" in own.names_said()
    own.press("mean-it")
    answer = own.talk.session.body.answers["say_yes"]
    assert answer.choices == ("smile",)
    assert answer.from_paper == own.records(ChoiceSheet)[0].id
    assert [each.body.original for each in own.records(Statement)] == ["I smile"]
    assert own.find("mean-it") is None


@pytest.mark.usefixtures("scan")
def test_a_code_is_typed_and_a_page_with_nothing_or_too_much_ticked_is_told(own: Driver) -> None:
    line = own.window.screen.findChild(QLineEdit, "code")
    line.setText(shown(of_sheet(own.records(ChoiceSheet)[0].id)))
    own.press("find")
    own.press("keep")
    assert "Nothing is written or ticked there." in own.seen()
    own.press("ticked-smile")
    own.press("ticked-nod")
    own.press("keep")
    assert "More is ticked than can be." in own.seen()
    assert own.records(ChoiceSheet)[0].body.questions[0].answer is None


def test_what_is_written_where_the_question_takes_no_words_is_for_the_talk(
    own: Driver, scan: Path
) -> None:
    own.press("open")
    own.choose(scan)
    assert own.window.screen.findChild(QLineEdit, "own-words") is None
    assert "Is something written there too? Please say it in the next talk." in own.seen()


def test_several_questions_go_home_on_one_sheet(own: Driver, tmp_path: Path) -> None:
    begin(own, TWO)
    own.press("tick-at-home")
    assert own.find("home-yes").isChecked()  # type: ignore[union-attr]
    own.press("home-yes")
    assert own.find("save") is None  # a sheet that asks nothing is not made
    own.press("home-maybe")
    own.press("home-yes")
    own.press("save")
    own.choose(tmp_path)
    (sheet,) = own.records(ChoiceSheet)
    assert [each.moment for each in sheet.body.questions] == ["yes", "maybe"]
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert "It is not locked." in own.seen()
    own.press("back")
    assert own.find("tick-at-home") is not None


def test_what_came_back_is_found_where_talks_begin_and_leads_back_there(own: Driver) -> None:
    begin(own, YES)
    person = own.talk.person.id
    own.window.show_route(Route("talks", {"person": person}))
    own.settle()
    own.press("came-back")
    assert "What came back on paper" in own.seen()
    own.press("back")
    assert own.window.route.screen == "talks"
