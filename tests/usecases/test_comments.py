"""What an advocate wrote: it finds its sentence, waits for the person, and is talked about."""

import datetime

import msgspec
import pytest

from app.bootstrap import House
from app.model import pack_marks
from app.model.errors import BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.packs import Area, PackComment, PackLine, ReviewPack
from app.model.person import Supporter
from app.model.record import Record
from app.model.review_codes import BadCodeError, codes, shown
from app.model.sharing import SharedWith
from app.model.statement import ReadBack, Statement
from app.model.wording import SourceWording, said
from app.readback.protocol import Box, Field, Opened, Page
from app.usecases import comments, due, people, sessions
from app.usecases.comments import CameBack

from .conftest import NOW, TODAY, Home

AREA = Area(left=1, bottom=2, wide=3, high=4)


@pytest.fixture
def grace(home: Home) -> RecordId:
    change = people.add_supporter(
        home.notebook, person=home.person, name="Grace", role="advocate", by=home.by
    )
    return change.last("supporter")


def say(home: Home, words: str) -> Record[Statement]:
    body = Statement(
        person=home.person, section="important_to", kind="important_to", voice="own_spoken",
        original=words, read_back=ReadBack(result="keep", on=TODAY),
    )  # fmt: skip
    with home.notebook.unit_of_work() as work:
        record = work.records.add(body, by=home.by)
        work.commit()
    return record


def give(home: Home, to: RecordId, *said: Record[Statement]) -> tuple[RecordId, list[str]]:
    """Print a pack: its record, and the codes on it."""
    found = codes([(each.id, each.revision) for each in said])
    lines = tuple(
        PackLine(
            statement=each.id, version=each.revision, code=found[each.id, each.revision], page=1,
            matrix=AREA, ticks=(AREA, AREA, AREA), box=AREA,
        )
        for each in said
    )  # fmt: skip
    pack = ReviewPack(
        person=home.person, to=SharedWith(supporter=to), on=TODAY, lines=lines, page_matrix=AREA
    )
    with home.notebook.unit_of_work() as work:
        record = work.records.add(pack, by=home.by).id
        work.commit()
    return record, [line.code for line in lines]


def kept(home: Home) -> list[PackComment]:
    with home.notebook.unit_of_work() as work:
        return [each.body for each in work.records.find(PackComment, person=home.person)]


def keep(home: Home, about: CameBack, words: str = "Ask her again.") -> RecordId:
    made = comments.keep(
        home.notebook, person=home.person, about=about, mark="unsure", words=words,
        commenter=about.commenter, on=TODAY, by=home.by,
    )  # fmt: skip
    return made.last("pack_comment")


def test_a_typed_code_leads_to_its_sentence(home: Home, grace: RecordId) -> None:
    tea, bus = say(home, "I like tea."), say(home, "I like the bus.")
    pack, printed = give(home, grace, bus, tea)
    found = comments.of_code(home.notebook, person=home.person, typed=shown(printed[1]).lower())
    assert (found.words, found.old, found.gone) == ("I like tea.", False, False)
    assert (found.pack, found.commenter) == (pack, grace)


def test_an_old_code_shows_what_was_said_then_and_now(home: Home, grace: RecordId) -> None:
    tea = say(home, "I like tea.")
    _, (code,) = give(home, grace, tea)
    with home.notebook.unit_of_work() as work:
        body = Statement(
            person=home.person, section="important_to", kind="important_to", voice="own_spoken",
            original="I like coffee.",
        )  # fmt: skip
        work.records.revise(tea.id, body, by=home.by)
        work.commit()
    found = comments.of_code(home.notebook, person=home.person, typed=code)
    assert (found.words, found.now, found.old) == ("I like tea.", "I like coffee.", True)


def test_a_code_of_a_sentence_that_was_hidden_says_so(home: Home, grace: RecordId) -> None:
    tea = say(home, "I like tea.")
    _, (code,) = give(home, grace, tea)
    with home.notebook.unit_of_work() as work:
        work.records.revise(tea.id, tea.body, by=home.by, withdrawn=True)
        work.commit()
    assert comments.of_code(home.notebook, person=home.person, typed=code).gone


def test_a_code_of_somebody_else_is_of_no_use(home: Home, grace: RecordId) -> None:
    _, (code,) = give(home, grace, say(home, "I like tea."))
    other = people.add_person(
        home.notebook, preferred_name="Bob", home_language="en-GB", worker="w", worker_name="Jo",
        today=TODAY,
    ).last("person")  # fmt: skip
    with pytest.raises(BadCodeError, match="not from the plan of Bob"):
        comments.of_code(home.notebook, person=other, typed=code)


def test_boxes_and_fields_of_a_file_stand_together(home: Home, grace: RecordId) -> None:
    said = [say(home, f"Sentence {n}.") for n in range(3)]
    pack, (first, second, third) = give(home, grace, *said)
    signs = pack_marks.pack_signs(pack)
    boxes = tuple(
        Box(signs, code, b"png", ink, (0.0, 0.0, 0.2), ("no",))
        for code, ink in ((first, 0.02), (second, 0.0))
    )
    fields = (Field(first, ("yes",), "Typed"), Field(third, (), "Only typed"))
    opened = Opened((Page(pack=signs, page=1, boxes=boxes),), fields)
    one, two, three = comments.of_file(home.notebook, opened=opened, person=home.person)
    assert (one.code, one.ticked, one.typed, one.picture) == (first, ("yes",), "Typed", b"png")
    assert one.marks == ("no",)
    assert (two.code, two.marks, two.typed) == (second, ("no",), "")
    assert (three.code, three.typed, three.words) == (third, "Only typed", "Sentence 2.")


def test_a_page_of_another_plan_gives_nothing(home: Home) -> None:
    box = Box("CDFHJKM", "CD23456T", b"", 0.5, (), ())
    opened = Opened((Page(pack="CDFHJKM", page=1, boxes=(box,)),))
    assert comments.of_file(home.notebook, opened=opened, person=home.person) == ()


def test_only_what_a_person_typed_is_kept(home: Home, grace: RecordId) -> None:
    _, (code,) = give(home, grace, say(home, "I like tea."))
    about = comments.of_code(home.notebook, person=home.person, typed=code)
    keep(home, about, "  Ask her again. ")
    (comment,) = kept(home)
    assert (comment.words, comment.mark, comment.status) == ("Ask her again.", "unsure", "waiting")
    assert (comment.commenter, comment.version) == (grace, about.version)


def test_nothing_is_no_comment(home: Home, grace: RecordId) -> None:
    _, (code,) = give(home, grace, say(home, "I like tea."))
    about = comments.of_code(home.notebook, person=home.person, typed=code)
    with pytest.raises(BadWordsError):
        comments.keep(
            home.notebook, person=home.person, about=about, mark=None, words=" ",
            commenter=None, on=TODAY, by=home.by,
        )  # fmt: skip
    assert kept(home) == []


def test_the_same_box_read_once_more_is_told_and_not_taken_twice(
    home: Home, grace: RecordId
) -> None:
    _, (code,) = give(home, grace, say(home, "I like tea."))
    about = comments.of_code(home.notebook, person=home.person, typed=code)
    assert comments.kept_before(home.notebook, about=about) == ()
    keep(home, about)
    (before,) = comments.kept_before(home.notebook, about=about)
    assert (before.body.mark, before.body.words) == ("unsure", "Ask her again.")
    with pytest.raises(NotAllowedError, match="kept already"):
        keep(home, about, " Ask her again. ")
    assert len(kept(home)) == 1


def test_what_is_read_otherwise_takes_the_place_of_what_waited(home: Home, grace: RecordId) -> None:
    _, (code,) = give(home, grace, say(home, "I like tea."))
    about = comments.of_code(home.notebook, person=home.person, typed=code)
    first = keep(home, about, "Ask here again.")
    assert keep(home, about) == first
    assert [each.words for each in kept(home)] == ["Ask her again."]


def test_what_is_written_after_the_talk_is_a_comment_of_its_own(
    home: Home, house: House, grace: RecordId
) -> None:
    _, (code,) = give(home, grace, say(home, "I like tea."))
    about = comments.of_code(home.notebook, person=home.person, typed=code)
    comment = keep(home, about)
    comments.answer(home.notebook, comment=comment, reply="Yes.", on=TODAY, by=home.by)
    with pytest.raises(NotAllowedError, match="kept already"):
        keep(home, about)
    assert keep(home, about, "And coffee?") != comment
    assert [each.status for each in kept(home)] == ["answered", "waiting"]


def test_the_box_of_another_pack_is_another_box(home: Home, grace: RecordId) -> None:
    tea = say(home, "I like tea.")
    for _ in range(2):
        _, (code,) = give(home, grace, tea)
        keep(home, comments.of_code(home.notebook, person=home.person, typed=code))
    assert len(kept(home)) == 2


def below(home: Home) -> list[str]:
    """What is told below the words of the one comment there is."""
    words = SourceWording()
    with home.notebook.unit_of_work() as work:
        (lines,) = comments.told_below(work, person=home.person).values()
    return [words.beside(said(each, words) for each in line) for line in lines]


def reword(home: Home, sentence: Record[Statement], **fields: object) -> None:
    withdrawn = bool(fields.pop("withdrawn", False))
    with home.notebook.unit_of_work() as work:
        now = work.records.get(sentence.id, Statement).body
        changed = msgspec.structs.replace(now, **fields)
        work.records.revise(sentence.id, changed, by=home.by, withdrawn=withdrawn)
        work.commit()


def test_below_a_comment_stands_what_was_ticked_and_when_the_sentence_was_changed_since(
    home: Home, grace: RecordId
) -> None:
    tea = say(home, "I like tea.")
    _, (code,) = give(home, grace, tea)
    keep(home, comments.of_code(home.notebook, person=home.person, typed=code))
    ticked = "Is this what Ann Obi means? · Not sure"
    assert below(home) == [ticked]
    reword(home, tea, must_know=True)
    assert below(home) == [ticked]
    reword(home, tea, original="I like coffee.")
    reword(home, tea, must_know=False)
    day = SourceWording().date(datetime.datetime.now(datetime.UTC).astimezone().date())
    assert below(home) == [ticked, f"This sentence was changed since, on {day}."]
    reword(home, tea, original="I like tea.")
    assert below(home) == [ticked]
    reword(home, tea, withdrawn=True)
    assert below(home) == [ticked, "This sentence is not in the plan any more."]


def test_easier_words_that_were_on_the_paper_and_changed_since_are_told(
    home: Home, grace: RecordId
) -> None:
    tea = say(home, "I like tea.")
    reword(home, tea, easy="Tea is nice.", easy_ok_by_person=True)
    with home.notebook.unit_of_work() as work:
        printed = work.records.get(tea.id, Statement)
    _, (code,) = give(home, grace, printed)
    keep(home, comments.of_code(home.notebook, person=home.person, typed=code))
    assert len(below(home)) == 1
    reword(home, tea, easy="I love tea.")
    assert "This sentence was changed since" in below(home)[-1]


def test_easier_words_that_were_not_on_the_paper_change_nothing_of_what_was_read(
    home: Home, grace: RecordId
) -> None:
    tea = say(home, "I like tea.")
    _, (code,) = give(home, grace, tea)
    keep(home, comments.of_code(home.notebook, person=home.person, typed=code))
    before = below(home)
    reword(home, tea, easy="Tea is nice.", easy_ok_by_person=True)
    assert below(home) == before


def test_easier_words_without_a_yes_never_were_on_the_paper(home: Home, grace: RecordId) -> None:
    tea = say(home, "I like tea.")
    reword(home, tea, easy="Tea is nice.")
    with home.notebook.unit_of_work() as work:
        printed = work.records.get(tea.id, Statement)
    _, (code,) = give(home, grace, printed)
    keep(home, comments.of_code(home.notebook, person=home.person, typed=code))
    before = below(home)
    reword(home, tea, easy="I love tea.")
    assert below(home) == before


def test_the_card_of_a_comment_says_who_wrote_it(home: Home) -> None:
    mum = people.add_supporter(
        home.notebook, person=home.person, name="Mum", role="family", by=home.by
    ).last("supporter")
    _, (code,) = give(home, mum, say(home, "I like tea."))
    keep(home, comments.of_code(home.notebook, person=home.person, typed=code))
    with home.notebook.unit_of_work() as work:
        records = (
            *work.records.find(Supporter, person=home.person),
            *work.records.find(PackComment, person=home.person),
        )
    (card,) = due.of_person(records, name="Ann", today=TODAY)
    assert card.kind_in_words(SourceWording()) == "What Mum wrote about my plan"


def test_a_comment_waits_for_the_next_talk_and_refusing_it_leaves_it_waiting(
    home: Home, house: House, grace: RecordId
) -> None:
    _, (code,) = give(home, grace, say(home, "I like tea."))
    comment = keep(home, comments.of_code(home.notebook, person=home.person, typed=code))
    guide = house.guides["review"]
    talk = sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW).last(
        "session"
    )

    def waits() -> list[str]:
        with home.notebook.unit_of_work() as work:
            records = (
                *work.records.find(Statement, person=home.person),
                *work.records.find(PackComment, person=home.person),
            )
        found = due.of_person(records, name="Ann", today=TODAY)
        return [each.words for each in found if each.what == "comment"]

    assert waits() == ["I like tea. · Ask her again."]
    for choice in ("not_today", "now"):
        due.choose(
            home.notebook, record=comment, choice=choice, session=talk, step="due", by=home.by,
            at=NOW,
        )  # fmt: skip
        assert bool(waits()) is (choice == "not_today")
    assert kept(home)[0].status == "shown"
    comments.answer(home.notebook, comment=comment, reply="Yes, tea.", on=TODAY, by=home.by)
    assert (kept(home)[0].status, kept(home)[0].reply) == ("answered", "Yes, tea.")


def test_advocates_are_named_first(home: Home, grace: RecordId) -> None:
    assert comments.commenters(home.notebook, person=home.person)[0].id == grace
