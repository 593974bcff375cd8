"""You said, we did, for the wall at home: nothing on it tells whose words they are (rule R7)."""

import pytest

from app.bootstrap import House
from app.model.documents import document
from app.model.errors import NotFoundError
from app.model.ids import RecordId
from app.model.print_order import PrintOrder
from app.model.promises import Promise
from app.model.wording import SourceWording
from app.printroom import SetDocument
from app.usecases import people, promises
from tests.helpers.pdf_search import told
from tests.paper.test_booklet import flat

from .conftest import TODAY, Home
from .test_documents import put
from .test_sharing import add


@pytest.fixture
def priya(home: Home) -> RecordId:
    return people.add_supporter(
        home.notebook, person=home.person, name="Priya Nair", role="manager", by=home.by
    ).last("supporter")


def promised(home: Home, owner: RecordId, **fields: object) -> RecordId:
    values = {
        "person": home.person,
        "words": "Supper is at 7.",
        "owner": owner,
        "due": TODAY,
        "response": "we_did",
        "told_on": TODAY,
        "public_ok": True,
        **fields,
    }
    return put(home, Promise(**values))  # type: ignore[arg-type]


def hung_up(house: House, home: Home) -> SetDocument:
    order = PrintOrder(kind=document("home_board"), made_on=TODAY, words=SourceWording())
    return house.set_document(home.notebook, order)


def on_the_wall(house: House, home: Home) -> str:
    return told(hung_up(house, home).printed.pdf)


def test_r7_only_what_others_may_read_is_on_it(house: House, home: Home, priya: RecordId) -> None:
    hidden = promised(home, priya, words="A key for the front door.", public_ok=False)
    promised(home, priya)
    wall = on_the_wall(house, home)
    assert "supperisat7" in wall
    assert "akeyforthefrontdoor" not in wall
    promises.let_others_read(home.notebook, promise=hidden, may=True, by=home.by)
    assert "akeyforthefrontdoor" in on_the_wall(house, home)


def test_r7_no_name_of_anybody_is_on_it(house: House, home: Home, priya: RecordId) -> None:
    said = add(home, "Supper is too early for Ann.", section="my_day", kind="not_working")
    promised(home, priya, said=said, what_changed="Priya's staff come later.")
    seen = flat(hung_up(house, home).printed).casefold()
    assert "supper is at 7" in seen
    for word in ("ann", "obi", "priya", "nair", "too early", "come later"):
        assert word not in seen
    assert "priya" not in on_the_wall(house, home)


def test_a_sheet_with_nothing_on_it_is_refused(house: House, home: Home, priya: RecordId) -> None:
    promised(home, priya, public_ok=False)
    with pytest.raises(NotFoundError, match="nothing of that to print"):
        house.give_document(home.notebook, hung_up(house, home), put=lambda: None)


def test_r7_a_line_with_a_name_is_left_out_and_counted(
    house: House, home: Home, priya: RecordId
) -> None:
    promised(home, priya, words="Obi's supper is at 7.")
    made = hung_up(house, home)
    assert "supper" not in told(made.printed.pdf)
    assert made.contents.held_back == 1


def test_r13_a_no_of_which_a_reason_holds_a_name_is_left_out_whole(
    house: House, home: Home, priya: RecordId
) -> None:
    promised(
        home, priya, response="could_not_change", could_not_because="money",
        because_plain="There is no money.", instead="A second sitting.",
        how_to_challenge="Talk to Priya.",
    )  # fmt: skip
    assert "nomoney" not in on_the_wall(house, home)


def test_what_is_asked_for_is_quoted_if_the_person_kept_it_and_no_name_stands_in_it(
    house: House, home: Home, priya: RecordId
) -> None:
    said = add(home, "Supper is too early.", section="my_day", kind="not_working")
    secret = add(home, "I hate the stew.", section="my_day", private=True)
    promised(home, priya, said=said)
    promised(home, priya, said=secret, words="Other stew.")
    wall = on_the_wall(house, home)
    assert "supperistooearly" in wall
    assert "ihatethestew" not in wall
    assert "otherstew" in wall


def test_r1_what_one_person_thinks_of_it_is_not_everybody_s(
    house: House, home: Home, priya: RecordId
) -> None:
    promised(home, priya, reaction="do_not_like", impact_by_person="worse")
    promised(
        home, priya, response="could_not_change", could_not_because="money",
        because_plain="There is no money.", instead="A second sitting.",
        how_to_challenge="Talk to the manager.",
    )  # fmt: skip
    wall = flat(hung_up(house, home).printed)
    assert "I do not like it" not in wall
    assert "Worse" not in wall
    assert "For everybody here does not agree" not in wall
    assert "What I can do if I do not agree: Talk to the manager." in wall


def test_r7_that_it_was_printed_is_noted_for_everybody_of_whom_it_tells(
    house: House, home: Home, priya: RecordId
) -> None:
    promised(home, priya)
    promised(home, priya, words="The door is painted.")
    before = len(home.notebook.events)
    house.give_document(home.notebook, hung_up(house, home), put=lambda: None)
    (noted,) = home.notebook.events[before:]
    assert (noted.document, noted.person, noted.for_whom) == ("home_board", home.person, "")
