import msgspec
import pytest

from app.bootstrap import House
from app.model.errors import BadWordsError, NotAllowedError, NotFoundError
from app.model.halfsaid import HalfSaid, change_key, easier_key
from app.model.ids import RecordId
from app.model.plan import Plan
from app.model.record import Record
from app.model.statement import Statement
from app.usecases import easy_words, halfsaid, people, plans, statements

from .conftest import TODAY, Home


def said(home: Home, words: str, **more: object) -> RecordId:
    given = {
        "person": home.person,
        "words": words,
        "lang": "en-GB",
        "section": "important_to",
        "kind": "important_to",
        "voice": "own_spoken",
        "by": home.by,
    }
    return statements.say(home.notebook, statements.Said(**(given | more))).last("statement")  # type: ignore[arg-type]


def now(home: Home, statement: RecordId) -> Record[Statement]:
    with home.notebook.unit_of_work() as work:
        return work.records.get(statement, Statement)


def keep(home: Home, statement: RecordId) -> None:
    statements.read_back(
        home.notebook, statement=statement, result="keep", method="heard it", on=TODAY, by=home.by
    )


def the_plan(home: Home, house: House) -> Plan:
    return plans.plan(home.notebook, person=home.person, sections=house.sections, today=TODAY)


def test_words_are_kept_as_they_were_said(home: Home) -> None:
    words = "I likes me tea, like —  in the BLUE mug 👩🏽\u200d🦽"
    sentence = now(home, said(home, f"  {words}\x00 "))
    assert sentence.body.original == words
    assert sentence.body.scribed_by == home.by
    assert sentence.body.voice_group == "own"


@pytest.mark.parametrize("words", ["", " \t\n", "\u200b\u200f", "\x00", "a" * 2001, "a" * 100_000])
def test_no_words_and_far_too_many_are_refused(home: Home, words: str) -> None:
    with pytest.raises(BadWordsError):
        said(home, words)
    with pytest.raises(BadWordsError):
        statements.change_words(
            home.notebook, statement=said(home, "Tea."), words=words, by=home.by
        )


def test_r1_staff_words_are_never_own_words(home: Home, house: House) -> None:
    with pytest.raises(NotAllowedError):
        said(home, "Ann needs time.", voice="staff")
    said(home, "Ann needs time.", voice="staff", said_by=home.by, kind="important_for")
    said(home, "I like tea.", said_by=home.by)
    (section,) = the_plan(home, house).sections
    (own,), (other,) = section.own, section.others
    assert (own.statement.body.original, own.said_by) == ("I like tea.", "")
    assert (other.statement.body.original, other.said_by) == ("Ann needs time.", "Jo")
    assert other.statement.body.voice_group == "others"


def test_r4_a_sentence_is_a_draft_until_the_person_kept_it(home: Home, house: House) -> None:
    tea, bus, snow = (said(home, words) for words in ("Tea.", "The bus.", "Snow."))
    keep(home, tea)
    statements.read_back(
        home.notebook, statement=snow, result="not_mine", method="", on=TODAY, by=home.by
    )
    plan = the_plan(home, house)
    assert [line.statement.id for line in plan.lines] == [tea, bus]
    assert [line.statement.id for line in plan.only_kept().lines] == [tea]
    assert now(home, tea).body.read_back.method == "heard it"


def test_r4_changed_words_are_a_draft_again(home: Home) -> None:
    tea = said(home, "Tea.")
    keep(home, tea)
    statements.change_words(home.notebook, statement=tea, words="Green tea.", by=home.by)
    assert not now(home, tea).body.kept
    keep(home, tea)
    assert now(home, tea).body.read_back.result == "changed_then_keep"


def test_words_half_written_for_a_sentence_are_finished_only_once_they_are_written(
    home: Home,
) -> None:
    tea = said(home, "Tea.")
    key = change_key(tea)
    halfsaid.keep(home.notebook, session=home.person, step=key, said=HalfSaid(words="Green tea."))
    with pytest.raises(BadWordsError):
        statements.change_words(home.notebook, statement=tea, words=" ", by=home.by)
    assert halfsaid.read(home.notebook, session=home.person, step=key).words == "Green tea."
    statements.change_words(home.notebook, statement=tea, words="Green tea.", by=home.by)
    assert halfsaid.read(home.notebook, session=home.person, step=key).blank


def test_easier_words_half_written_are_finished_once_they_are_written(home: Home) -> None:
    tea = said(home, "Tea.")
    key = easier_key(tea)
    halfsaid.keep(home.notebook, session=home.person, step=key, said=HalfSaid(words="Hot tea."))
    easy_words.write(home.notebook, statement=tea, words="Hot tea.", by=home.by)
    assert halfsaid.read(home.notebook, session=home.person, step=key).blank


def test_r5_the_first_words_are_never_lost(home: Home) -> None:
    tea = said(home, "Me tea.")
    for words in ("My tea.", "I like my tea."):
        statements.change_words(home.notebook, statement=tea, words=words, by=home.by)
    statements.withdraw(home.notebook, statement=tea, by=home.by)
    with home.notebook.unit_of_work() as work:
        history = work.records.history(tea)
    assert [each.body.original for each in history] == [
        "Me tea.", "My tea.", "I like my tea.", "I like my tea.",
    ]  # fmt: skip


def test_r6_different_views_stand_side_by_side_with_names(home: Home, house: House) -> None:
    people.add_supporter(home.notebook, person=home.person, name="Mum", role="family", by=home.by)
    mum = people.supporters(home.notebook, person=home.person)[-1].id
    own = said(home, "I can go out on my own.")
    other = said(home, "Ann needs someone with her.", voice="family", said_by=mum)
    for each in (own, other):
        keep(home, each)
    with home.notebook.unit_of_work() as work:
        body = work.records.get(other, Statement).body
        changed = Statement(**{f: getattr(body, f) for f in body.__struct_fields__}
                            | {"conflicts_with": (own,)})  # fmt: skip
        work.records.revise(other, changed, by=home.by)
        work.commit()
    statements.reply(
        home.notebook, to=other, view="disagree", words="No.", lang="en-GB", on=TODAY, by=home.by
    )
    lines = {line.statement.id: line for line in the_plan(home, house).only_kept().lines}
    assert set(lines) == {own, other}
    assert lines[own].differs_from == (other,)
    assert lines[other].differs_from == (own,)
    assert (lines[other].said_by, lines[other].view) == ("Mum", "disagree")
    assert now(home, other).body.original == "Ann needs someone with her."


def test_pictures_and_privacy_can_be_changed_without_asking_again(home: Home, house: House) -> None:
    tea = said(home, "Tea.", symbols=("openmoji:2615",))
    keep(home, tea)
    statements.change_pictures(home.notebook, statement=tea, symbols=(), by=home.by)
    statements.set_private(home.notebook, statement=tea, private=True, by=home.by)
    assert now(home, tea).body.symbols == ()
    assert now(home, tea).body.kept
    assert the_plan(home, house).only_kept().lines == ()
    assert len(the_plan(home, house).only_kept(with_private=True).lines) == 1


def test_a_sentence_can_be_found_by_its_words_until_it_is_hidden(home: Home) -> None:
    tea = said(home, "Tea in my blue mug.")
    found = plans.search(home.notebook, person=home.person, words="blu te")
    assert [each.id for each in found] == [tea]
    statements.withdraw(home.notebook, statement=tea, by=home.by)
    assert plans.search(home.notebook, person=home.person, words="blue") == ()


def test_the_plan_of_nobody_is_not_found(home: Home, house: House) -> None:
    with pytest.raises(NotFoundError):
        plans.plan(home.notebook, person="nobody", sections=house.sections, today=TODAY)


def staff_words(home: Home) -> RecordId:
    return statements.say(
        home.notebook,
        statements.Said(
            person=home.person,
            words="She likes tea.",
            lang="en-GB",
            section="important_to",
            kind="important_for",
            voice="staff",
            said_by=home.by,
            by=home.by,
        ),
    ).last("statement")


def test_r6_nobody_changes_somebody_elses_words(home: Home) -> None:
    theirs = staff_words(home)
    with pytest.raises(NotAllowedError, match="somebody else"):
        statements.change_words(
            home.notebook, statement=theirs, words="She must not go out.", by=home.by
        )


def test_an_answer_counts_only_for_the_words_that_were_seen(home: Home) -> None:
    mine = said(home, "Tea at 4.")
    statements.change_words(home.notebook, statement=mine, words="Tea at 5.", by=home.by)
    with pytest.raises(NotAllowedError, match="changed meanwhile"):
        statements.read_back(
            home.notebook, statement=mine, result="keep", method="pressed", on=TODAY, by=home.by,
            seen="Tea at 4.",
        )  # fmt: skip


def test_a_sentence_that_was_taken_out_does_not_come_back_by_being_changed(home: Home) -> None:
    mine = said(home, "Tea at 4.")
    statements.withdraw(home.notebook, statement=mine, by=home.by)
    with pytest.raises(NotFoundError, match="taken out"):
        statements.change_pictures(home.notebook, statement=mine, symbols=(), by=home.by)


def test_other_words_do_not_keep_the_easy_wording_of_the_words_before(home: Home) -> None:
    mine = said(home, "Tea at 4.")
    with home.notebook.unit_of_work() as work:
        body = work.records.get(mine, Statement).body
        easy = msgspec.structs.replace(body, easy="I drink tea.", easy_ok_by_person=True)
        work.records.revise(mine, easy, by=home.by)
        work.commit()
    statements.change_words(home.notebook, statement=mine, words="Tea at 5.", by=home.by)
    with home.notebook.unit_of_work() as work:
        now = work.records.get(mine, Statement).body
    assert (now.easy, now.easy_ok_by_person) == ("", False)


def test_a_reply_counts_at_once_and_is_the_persons_own(home: Home) -> None:
    theirs = staff_words(home)
    change = statements.reply(
        home.notebook, to=theirs, view="agree", words="I agree.", lang="en-GB", on=TODAY, by=home.by
    )
    with home.notebook.unit_of_work() as work:
        reply = work.records.get(change.last("statement"), Statement).body
    assert reply.kept
    assert reply.read_back.on == TODAY
    assert reply.voice_group == "own"
