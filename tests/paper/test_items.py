"""Whose words things in a box are: one mark over all that it is true of, and no further (R1)."""

from typing import Any

from app.model.documents import document
from app.model.ids import RecordId
from app.model.plan import Plan
from app.model.statement import Statement
from app.paper.documents import make
from tests.helpers.printing import job, plan, sentence, supporter

JO, SAM = RecordId("jo"), RecordId("sam")
AROUND = {"jo": supporter("Jo"), "sam": supporter("Sam")}
MARKS = {"My words", "Shown by me", "We wrote this together", "Jo says", "Sam says"}


def mine(words: str, **fields: Any) -> Statement:
    return sentence(words, **fields)


def theirs(words: str, who: RecordId) -> Statement:
    return sentence(words, voice="staff", said_by=who)


def pages(which: Plan) -> list[list[str]]:
    """What is read out of each page of a document with boxes, from the first title on."""
    made = make(document("hospital_passport"), job(which))
    heard = [[each.words for each in page] for page in made.said]
    heard[0] = heard[0][2:]
    return heard


def told(*sentences: Statement, **values: Any) -> list[str]:
    """What is read out of a page, without its title and whose its pictures are."""
    (page,) = pages(plan(*sentences, supporters=AROUND, **values))
    return page[1:-1]


def test_one_mark_stands_over_sentences_that_follow_each_other_and_have_the_same() -> None:
    assert told(mine("Tea."), mine("Toast."), theirs("Knock.", JO), theirs("Wait.", JO)) == [
        "My words", "Tea.", "Toast.", "Jo says", "Knock.", "Wait.",
    ]  # fmt: skip


def test_r1_a_sentence_whose_mark_is_another_has_its_own() -> None:
    heard = told(
        mine("Tea."),
        mine("I smile.", voice="shown_by_behaviour", meaning_confidence="sure"),
        mine("Jam.", voice="joint_wording"),
        theirs("Knock.", JO),
        theirs("Wait.", SAM),
    )
    assert [each for each in heard if each in MARKS] == [
        "My words", "Shown by me", "We wrote this together", "Jo says", "Sam says",
    ]  # fmt: skip


def test_r1_two_people_of_one_name_do_not_share_a_mark() -> None:
    around = {"jo": supporter("Jo"), "sam": supporter("Jo")}
    (page,) = pages(plan(theirs("Knock.", JO), theirs("Wait.", SAM), supporters=around))
    assert page.count("Jo says") == 2


def test_r1_where_a_page_ends_under_a_mark_it_stands_on_the_next_once_more() -> None:
    found = pages(plan(*(theirs(f"Number {n}.", JO) for n in range(60)), supporters=AROUND))
    assert len(found) > 1
    for page in found:
        first = next(at for at, text in enumerate(page) if text.startswith("Number"))
        assert page[first - 1] == "Jo says"
        assert page.count("Jo says") == 1


def test_r6_each_of_two_views_has_a_mark_of_its_own() -> None:
    heard = told(
        theirs("Rest first.", JO),
        sentence("No tea.", voice="staff", said_by=JO, conflicts_with=(RecordId("s2"),)),
        theirs("Tea.", JO),
        theirs("Knock.", JO),
    )
    assert heard.count("Jo says") == 4
