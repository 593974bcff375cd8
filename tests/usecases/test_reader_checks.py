"""Who uses easy read and read a plan, and for how long that holds (rule L24)."""

import pypdfium2
import pytest

from app.bootstrap import House
from app.model.checked_with import HardHere
from app.model.errors import AlongsideError, BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.wording import SourceWording
from app.usecases import easy_words, people, reader_checks, restrictions, statements
from app.usecases.reader_checks import LastReading, Reading

from .conftest import TODAY, Home
from .test_limits import limit
from .test_statements import keep, the_plan
from .test_statements import said as say


def read(home: Home, house: House, **told: object) -> None:
    given = {
        "name": "Sam",
        "uses_easy_read": True,
        "made_it": False,
        "seen": the_plan(home, house),
        "words": SourceWording(),
    }
    reader_checks.keep(
        home.notebook,
        person=home.person,
        told=Reading(**(given | told)),  # type: ignore[arg-type]
        on=TODAY,
        by=home.by,
    )


class Welsh(SourceWording):
    lang = "cy"


def last(home: Home, house: House, words: SourceWording | None = None) -> LastReading | None:
    return reader_checks.last(
        home.notebook, plan=the_plan(home, house), words=words or SourceWording()
    )


def checked(home: Home, house: House) -> bool:
    found = last(home, house)
    return found is not None and found.check is not None


def cover(home: Home, house: House) -> str:
    """The words of the first page of the booklet."""
    made = house.booklet(
        home.notebook,  # type: ignore[arg-type]
        person=home.person,
        copy_for="Ann Obi",
        made_on=TODAY,
        words=SourceWording(),
    )
    document = pypdfium2.PdfDocument(made.pdf)
    words = document[0].get_textpage().get_text_range()
    document.close()
    return " ".join(words.split())


@pytest.fixture
def tea(home: Home) -> RecordId:
    tea = say(home, "I like my tea hot.")
    keep(home, tea)
    return tea


def test_l24_who_read_it_and_on_which_day_is_kept(home: Home, house: House, tea: RecordId) -> None:
    assert last(home, house) is None
    read(home, house, hard=(HardHere(statement=tea, said=" hot? "),), said="Good.")
    found = last(home, house)
    assert found is not None
    assert (found.name, found.body.on, found.body.said) == ("Sam", TODAY, "Good.")
    assert found.body.hard == (HardHere(statement=tea, said="hot?"),)
    assert found.body.written_by == home.by


@pytest.mark.usefixtures("tea")
def test_l24_the_check_names_the_reader_and_the_day(home: Home, house: House) -> None:
    read(home, house)
    found = last(home, house)
    assert found is not None
    assert found.check is not None
    assert (found.check.reader, found.check.on) == ("Sam", TODAY)


def test_l24_nothing_is_easy_read_that_was_hard_and_stands_as_it_was(
    home: Home, house: House, tea: RecordId
) -> None:
    read(home, house, hard=(HardHere(statement=tea),))
    found = last(home, house)
    assert found is not None
    assert (found.check, found.still_hard) == (None, (tea,))
    assert "This copy is in easier words." in cover(home, house)


def test_l24_what_was_hard_is_read_again_once_it_is_said_differently(
    home: Home, house: House, tea: RecordId
) -> None:
    read(home, house, hard=(HardHere(statement=tea),))
    statements.change_words(home.notebook, statement=tea, words="I like hot tea.", by=home.by)
    found = last(home, house)
    assert found is not None
    assert (found.check, found.still_hard, found.other_words) == (None, (), (tea,))
    read(home, house)
    assert checked(home, house)


@pytest.mark.usefixtures("tea")
def test_l24_a_new_card_undoes_it_and_is_named(home: Home, house: House) -> None:
    first = limit(home)
    read(home, house)
    assert checked(home, house)
    new = limit(home, plain_title="The door is locked at night.")
    found = last(home, house)
    assert found is not None
    assert (found.check, found.other_words) == (None, (new,))
    read(home, house)
    assert checked(home, house)
    restrictions.revise(
        home.notebook, restriction=first, changes={"rationale": "They are sharp."}, by=home.by
    )
    found = last(home, house)
    assert found is not None
    assert (found.check, found.other_words) == (None, (first,))


@pytest.mark.usefixtures("tea")
def test_l24_a_new_sentence_undoes_it_and_is_named(home: Home, house: House) -> None:
    read(home, house)
    new = say(home, "I like it in the blue mug.")
    found = last(home, house)
    assert found is not None
    assert found.check is None
    assert found.other_words == (new,)


def test_l24_other_words_undo_it_and_the_same_words_bring_it_back(
    home: Home, house: House, tea: RecordId
) -> None:
    read(home, house)
    statements.change_words(home.notebook, statement=tea, words="Tea must be hot.", by=home.by)
    assert not checked(home, house)
    statements.change_words(home.notebook, statement=tea, words="I like my tea hot.", by=home.by)
    assert checked(home, house)


def test_l24_easier_words_count_once_the_person_said_yes(
    home: Home, house: House, tea: RecordId
) -> None:
    read(home, house)
    easy_words.write(home.notebook, statement=tea, words="Hot tea, please.", by=home.by)
    assert checked(home, house)
    easy_words.answer(home.notebook, statement=tea, ok=True, seen="Hot tea, please.", by=home.by)
    assert not checked(home, house)


def test_l24_a_picture_is_no_word(home: Home, house: House, tea: RecordId) -> None:
    read(home, house)
    statements.change_pictures(
        home.notebook,
        statement=tea,
        symbols=("openmoji:2615",),
        by=home.by,  # type: ignore[arg-type]
    )
    assert checked(home, house)


@pytest.mark.usefixtures("tea")
def test_l24_it_holds_for_the_language_it_was_read_in(home: Home, house: House) -> None:
    read(home, house)
    assert last(home, house, Welsh()) is None


@pytest.mark.usefixtures("tea")
def test_l24_the_person_may_be_the_reader(home: Home, house: House) -> None:
    read(home, house, reader=home.person, name="")
    found = last(home, house)
    assert found is not None
    assert found.name == "Ann Obi"


@pytest.mark.usefixtures("tea")
@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"name": "\u200b "}, BadWordsError),
        ({"name": ""}, BadWordsError),
        ({"uses_easy_read": False}, NotAllowedError),
        ({"name": " jo "}, NotAllowedError),
        ({"name": "Jo."}, NotAllowedError),
        ({"name": "Jo Smith"}, NotAllowedError),
        ({"name": "smith, JO (keyworker)"}, NotAllowedError),
        ({"made_it": True}, NotAllowedError),
    ],
)
def test_l24_no_reader_is_assumed(
    home: Home, house: House, told: dict[str, object], refusal: type[AlongsideError]
) -> None:
    with pytest.raises(refusal):
        read(home, house, **told)
    assert last(home, house) is None


def test_l24_whoever_wrote_some_of_it_is_no_reader(home: Home, house: House) -> None:
    friend = people.add_supporter(
        home.notebook, person=home.person, name="Kim", role="friend", by=home.by
    ).last("supporter")
    assert [each.id for each in reader_checks.may_read(the_plan(home, house))] == [friend]
    say(home, "Ann likes tea.", voice="family", said_by=friend)
    assert reader_checks.may_read(the_plan(home, house)) == ()
    with pytest.raises(NotAllowedError):
        read(home, house, reader=friend, name="")


@pytest.mark.usefixtures("tea")
def test_l24_a_writer_who_is_around_somebody_else_is_no_reader_by_name(
    home: Home, house: House
) -> None:
    bo = people.add_person(
        home.notebook,
        preferred_name="Bo",
        home_language="en-GB",
        worker="worker-2",
        worker_name="Alex Hill",
        today=TODAY,
    ).last("supporter")
    read(home, house, name="Alex Hill")
    statements.change_words(
        home.notebook, statement=say(home, "I like toast."), words="I like hot toast.", by=bo
    )
    say(home, "Ann likes tea.", voice="staff", said_by=bo)
    with pytest.raises(NotAllowedError):
        read(home, house, name="Hill, Alex")
    with pytest.raises(NotAllowedError):
        read(home, house, name="Alex Hill (a friend)")


@pytest.mark.usefixtures("tea")
def test_l24_a_longer_name_of_somebody_around_the_person_is_theirs(
    home: Home, house: House
) -> None:
    friend = people.add_supporter(
        home.notebook, person=home.person, name="Jo Brown", role="friend", by=home.by
    ).last("supporter")
    read(home, house, name="jo brown.")
    found = last(home, house)
    assert found is not None
    assert found.body.reader == friend


@pytest.mark.usefixtures("tea")
def test_l24_the_cover_says_who_read_it_until_there_are_other_words(
    home: Home, house: House
) -> None:
    read(home, house)
    assert "Easy read. Checked with Sam on Wednesday 4 March 2026." in cover(home, house)
    keep(home, say(home, "I like it in the blue mug."))
    assert "This copy is in easier words." in cover(home, house)
