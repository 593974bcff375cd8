"""A plan as it is read."""

import datetime
import tomllib
from pathlib import Path

from app.model.ids import RecordId, RevisionId
from app.model.person import Person, Supporter
from app.model.plan import Plan, arrange
from app.model.record import Record, Revision, heads
from app.model.sections import Sections
from app.model.statement import AnswerTo, ReadBack, Statement

SECTIONS = Sections.from_data(tomllib.loads(Path("resources/sections.toml").read_text("utf-8")))
NOW = datetime.datetime(2026, 3, 4, 10, tzinfo=datetime.UTC)
TODAY = NOW.date()
KEPT = ReadBack(result="keep", on=TODAY)


def record(name: str, body: object) -> Record:
    return Record(
        id=RecordId(name),
        kind="",
        revision=RevisionId(name),
        others=(),
        version=1,
        created_at=NOW,
        created_by=RecordId("dele"),
        changed_at=NOW,
        changed_by=RecordId("dele"),
        session=None,
        withdrawn=False,
        body=body,
    )


def statement(name: str, **fields: object) -> Record[Statement]:
    values = {
        "person": RecordId("marcus"),
        "section": "support_well",
        "kind": "please_do",
        "voice": "own_spoken",
        "original": f"Words of {name}.",
        "read_back": KEPT,
        **fields,
    }
    return record(name, Statement(**values))


def plan(*statements: Record[Statement]) -> Plan:
    dele = Supporter(person=RecordId("marcus"), role="keyworker", name="Dele", paid=True)
    return arrange(
        person=record("marcus", Person(preferred_name="Marcus")),
        supporters=(record("dele", dele),),
        statements=statements,
        sections=SECTIONS,
        today=TODAY,
    )


def test_own_words_stand_before_shown_before_joint_before_others() -> None:
    read = plan(
        statement("a", voice="staff", said_by=RecordId("dele")),
        statement("b", voice="joint_wording"),
        statement("c", voice="shown_by_behaviour", meaning_confidence="think"),
        statement("d"),
    )
    assert [line.statement.id for line in read.lines] == ["d", "c", "b", "a"]
    assert [line.said_by for line in read.sections[0].others] == ["Dele"]


def test_sections_come_in_the_order_of_the_plan_and_only_when_they_hold_something() -> None:
    read = plan(statement("a"), statement("b", section="important_to", kind="important_to"))
    assert [s.section.id for s in read.sections] == ["important_to", "support_well"]


def test_r4_drafts_are_not_among_what_is_kept() -> None:
    read = plan(statement("a"), statement("b", read_back=ReadBack()))
    assert [line.statement.id for line in read.only_kept().lines] == ["a"]


def test_what_is_not_mine_is_not_in_the_plan() -> None:
    assert not plan(statement("a", read_back=ReadBack(result="not_mine"))).lines


def test_private_lines_are_printed_only_when_asked_for() -> None:
    read = plan(statement("a", private=True))
    assert not read.only_kept().lines
    assert read.only_kept(with_private=True).lines


def test_r6_views_that_differ_point_at_each_other() -> None:
    read = plan(
        statement("a", conflicts_with=(RecordId("b"),)),
        statement("b", voice="staff", said_by=RecordId("dele")),
    )
    assert [line.differs_from for line in read.lines] == [("b",), ("a",)]


def test_a_reply_is_shown_with_what_it_replies_to() -> None:
    reply = AnswerTo(statement=RecordId("a"), view="disagree")
    read = plan(
        statement("a", voice="staff", said_by=RecordId("dele")),
        statement("b", kind="quote", answer_to=reply),
    )
    assert [(line.statement.id, line.view) for line in read.lines] == [("a", "disagree")]


def test_what_was_said_for_a_record_alone_stands_in_no_section_and_is_still_told_of() -> None:
    said = statement("a", section="")
    assert plan(said, statement("b")).lines == plan(statement("b")).lines
    everything = arrange(
        person=record("marcus", Person(preferred_name="Marcus")),
        supporters=(),
        statements=(said,),
        sections=SECTIONS,
        today=TODAY,
        everything=True,
    )
    assert [line.statement for line in everything.lines] == [said]


def test_a_sentence_of_a_section_no_longer_known_is_still_shown() -> None:
    read = plan(statement("a", section="dancing"))
    assert [line.statement.id for line in read.lines] == ["a"]


def test_two_revisions_based_on_the_same_one_are_both_heads() -> None:
    def revision(name: str, *based_on: str) -> Revision:
        return Revision(
            id=RevisionId(name),
            record=RecordId("a"),
            kind="statement",
            based_on=tuple(RevisionId(each) for each in based_on),
            session=None,
            by=RecordId("dele"),
            device="",
            at=NOW,
            schema=1,
            withdrawn=False,
            body=statement("a").body,
        )

    chain = (revision("1"), revision("2", "1"), revision("3", "1"))
    assert [each.id for each in heads(chain)] == ["3", "2"]
    settled = (*chain, revision("4", "2", "3"))
    assert [each.id for each in heads(settled)] == ["4"]
