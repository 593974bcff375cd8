"""Who may see which sentences (rules R4 and R7)."""

import dataclasses
import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.ids import RecordId
from app.model.record import Record
from app.model.sharing import Override, SharedWith, SharingChoice
from app.model.sharing_rules import REASONS, Asked, Given, Reader, Verdict, seen_by, verdict
from app.model.statement import AnswerTo, ReadBack, Statement
from tests.helpers.bodies import bodies
from tests.helpers.plans import the_sections
from tests.model.test_plan import NOW, TODAY, statement

SECTIONS = the_sections()
DAY = datetime.timedelta(days=1)
PERSON = RecordId("marcus")

MUM = Reader(name="Yvonne", supporter=RecordId("mum"), role="family", since=NOW)
DELE = Reader(name="Dele", supporter=RecordId("dele"), role="keyworker", since=NOW)
GP = Reader(name="The surgery", organisation="The  Surgery")
READERS = (MUM, DELE, GP)

TO_MUM = SharedWith(supporter=RecordId("mum"))
TO_FAMILY = SharedWith(role="family")
LINE = statement("bus")


def said(answer: str, to: SharedWith = TO_MUM, *parts: str, **fields: object) -> Given:
    """What the person chose, for the whole plan if no parts are named."""
    at = fields.pop("at", NOW)
    unsettled = bool(fields.pop("unsettled", False))
    name = f"{answer}-{to.supporter or to.role or to.organisation}-{'-'.join(parts)}"
    return Given(
        id=RecordId(name),
        choice=SharingChoice(
            person=PERSON,
            to=to,
            parts=parts or ("plan",),
            choice=answer,
            **{"since": TODAY, **fields},
        ),
        at=at,
        unsettled=unsettled,
    )


def asked(reader: Reader = MUM, **fields: object) -> Asked:
    return Asked(**{"reader": reader, "purpose": "support", "on": TODAY, **fields})


def look(
    *choices: Given, line: Record[Statement] = LINE, reader: Reader = MUM, **fields: object
) -> Verdict:
    return verdict(line, sections=SECTIONS, choices=choices, asked=asked(reader, **fields))


def test_nobody_outside_the_team_sees_anything_of_a_new_person() -> None:
    assert look() == Verdict(seen=False, why="nothing_said")
    assert look(reader=GP).why == "nothing_said"


def test_the_team_reads_the_plan_to_support_the_person_and_for_nothing_else() -> None:
    assert look(reader=DELE) == Verdict(seen=True, why="team")
    assert not look(reader=DELE, purpose="learning").seen
    assert not look(reader=DELE, how="file").seen


def test_a_no_to_somebody_of_the_team_is_kept() -> None:
    no = said("no", SharedWith(supporter=RecordId("dele")))
    assert look(no, reader=DELE) == Verdict(seen=False, why="said_no", choice=no.id)


def test_a_yes_names_its_choice() -> None:
    yes = said("yes")
    assert look(yes) == Verdict(seen=True, why="choice", choice=yes.id)


@pytest.mark.parametrize(
    ("closer", "farther"),
    [
        (("sentence:bus",), ("section:support_well",)),
        (("section:support_well",), ("document:booklet",)),
        (("document:booklet",), ("plan",)),
    ],
)
def test_what_is_closer_to_the_sentence_decides(
    closer: tuple[str, ...], farther: tuple[str, ...]
) -> None:
    as_booklet = {"document": "booklet"}
    assert look(said("yes", TO_MUM, *closer), said("no", TO_MUM, *farther), **as_booklet).seen
    assert not look(said("no", TO_MUM, *closer), said("yes", TO_MUM, *farther), **as_booklet).seen


def test_a_named_supporter_comes_before_their_role_and_that_before_their_organisation() -> None:
    nurse = Reader(
        name="N", supporter=RecordId("n"), role="nurse", since=NOW, organisation="The Surgery"
    )
    by_name = SharedWith(supporter=RecordId("n"))
    by_role = SharedWith(role="nurse")
    by_organisation = SharedWith(organisation="the surgery")
    for closer, farther in ((by_name, by_role), (by_role, by_organisation)):
        assert look(said("yes", closer), said("no", farther), reader=nurse).seen
        assert not look(said("no", closer), said("yes", farther), reader=nurse).seen


def test_a_no_beats_a_yes_of_the_same_reach() -> None:
    assert not look(said("yes"), said("no")).seen
    assert not look(said("no"), said("yes")).seen


def test_where_one_is_closer_to_the_reader_and_one_to_the_sentence_the_no_stands() -> None:
    assert not look(said("no"), said("yes", TO_FAMILY, "sentence:bus")).seen
    assert not look(said("yes"), said("no", TO_FAMILY, "sentence:bus")).seen


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"withdrawn_on": TODAY}, "ended"),
        ({"withdrawn_on": TODAY + DAY}, "ended"),
        ({"since": TODAY + DAY}, "ended"),
        ({"until": TODAY - DAY}, "ended"),
        ({"purpose": "family_life"}, "other_purpose"),
        ({"how": ("paper",)}, "other_way"),
    ],
)
def test_a_yes_that_does_not_count_says_why(fields: dict[str, object], why: str) -> None:
    assert look(said("yes", **fields)).why == why


def test_the_first_and_the_last_day_of_a_yes_count() -> None:
    assert look(said("yes", since=TODAY, until=TODAY)).seen


def test_asking_each_time_means_asking_now() -> None:
    ask = said("ask_each_time")
    assert look(ask) == Verdict(seen=False, why="ask_first", choice=ask.id)
    assert look(ask, asked_now=True) == Verdict(seen=True, why="asked_now", choice=ask.id)
    assert not look(said("no"), asked_now=True).seen


def test_what_is_not_decided_is_no_yes() -> None:
    assert look(said("not_decided")).why == "not_decided"


def test_some_of_it_is_what_was_named_and_not_the_rest_also_for_the_team() -> None:
    some = said("yes_some", SharedWith(role="support_worker"), "section:communication")
    night = Reader(name="Kit", supporter=RecordId("kit"), role="support_worker", since=NOW)
    page = statement("talk", section="communication")
    assert look(some, reader=night, line=page).seen
    assert look(some, reader=night).why == "some_only"
    later = Reader(name="Bo", supporter=RecordId("bo"), role="support_worker", since=NOW + DAY)
    assert look(some, reader=later).why == "some_only"
    assert not look(said("yes_some")).seen


def test_some_lines_are_those_lines_and_say_nothing_of_the_others() -> None:
    some = said("yes_some", SharedWith(supporter=RecordId("dele")), "sentence:bus")
    assert look(some, reader=DELE).why == "choice"
    assert look(some, reader=DELE, line=statement("tea")).why == "team"


def test_a_yes_to_a_role_is_not_carried_over_to_whoever_comes_later() -> None:
    yes, no = said("yes", TO_FAMILY), said("no", TO_FAMILY)
    keisha = Reader(name="Keisha", supporter=RecordId("keisha"), role="family", since=NOW + DAY)
    assert look(yes).seen
    assert look(yes, reader=keisha) == Verdict(seen=False, why="came_later", choice=yes.id)
    assert look(no, reader=keisha).why == "said_no"


def test_whoever_has_left_sees_nothing() -> None:
    gone = Reader(name="Dele", supporter=RecordId("dele"), role="keyworker", since=NOW, left=True)
    assert look(said("yes", SharedWith(supporter=RecordId("dele"))), reader=gone).why == "left"


def test_sensitive_sections_are_shared_line_by_line_only() -> None:
    faith = statement("faith", section="identity_culture")
    for choice in (said("yes"), said("yes", TO_MUM, "section:identity_culture")):
        assert look(choice, line=faith).why == "line_by_line"
    assert look(reader=DELE, line=faith).why == "line_by_line"
    assert look(said("yes", TO_MUM, "sentence:faith"), line=faith).seen


def test_a_yes_when_asked_opens_no_section_that_is_shared_line_by_line() -> None:
    faith = statement("faith", section="identity_culture")
    ask = said("ask_each_time")
    assert look(ask, line=faith, asked_now=True).why == "line_by_line"
    assert look(ask, line=faith).why == "line_by_line"
    line = said("ask_each_time", TO_MUM, "sentence:faith")
    assert look(line, line=faith, asked_now=True).why == "asked_now"


def test_whoever_wants_to_be_asked_is_asked_before_a_line_is_shown_to_a_role() -> None:
    faith = statement("faith", section="identity_culture")
    choices = (said("ask_each_time"), said("yes", TO_FAMILY, "sentence:faith"))
    assert look(*choices, line=faith).why == "ask_first"
    assert look(*choices, line=faith, asked_now=True).seen


def test_what_two_laptops_say_differently_is_asked_again() -> None:
    assert look(said("yes", unsettled=True)).why == "ask_first"


def test_best_interests_need_their_decision() -> None:
    basis = {"basis": "best_interests", "given_by": "best_interests_decision"}
    assert not look(said("yes", **basis)).seen
    assert look(said("yes", **basis, decision=RecordId("d"))).seen


def test_the_law_is_named_where_it_goes_before_a_no() -> None:
    why = Override(
        what="What happened.", why="Section 42.", by=PERSON, on=TODAY, told_person_on=TODAY
    )
    law = said("yes", TO_MUM, "sentence:bus", basis="legal_duty", override=(why,))
    assert look(said("no"), law) == Verdict(seen=True, why="legal_basis", choice=law.id)
    assert not look(law, line=statement("tea")).seen
    assert not look(law, line=statement("bus", private=True)).seen


def test_a_reply_is_seen_only_with_what_it_answers() -> None:
    theirs = statement("theirs", voice="family", said_by=RecordId("mum"))
    answer = AnswerTo(statement=theirs.id, view="disagree")
    reply = statement("reply", answer_to=answer)
    choices = (said("yes"), said("no", TO_MUM, "sentence:theirs"))
    found = seen_by((theirs, reply), sections=SECTIONS, choices=choices, asked=asked())
    assert [each.seen for _, each in found] == [False, False]
    found = seen_by((theirs, reply), sections=SECTIONS, choices=choices[:1], asked=asked())
    assert [each.seen for _, each in found] == [True, True]


# Whatever is chosen

IDS = st.sampled_from([RecordId("mum"), RecordId("dele"), RecordId("somebody")])
TO = st.one_of(
    IDS.map(lambda each: SharedWith(supporter=each)),
    st.sampled_from(["family", "keyworker", "nurse"]).map(lambda each: SharedWith(role=each)),
    st.just(SharedWith(organisation="the surgery")),
)
PART = st.sampled_from(
    ["plan", "document:booklet", "section:support_well", "section:home", "sentence:bus",
     "sentence:tea"]
)  # fmt: skip
NEAR = st.dates(TODAY - 3 * DAY, TODAY + 3 * DAY)
CHOICES = st.builds(
    lambda choice, at, unsettled: Given(
        id=RecordId("c"), choice=choice, at=NOW + at * DAY, unsettled=unsettled
    ),
    bodies(
        SharingChoice,
        to=TO,
        parts=st.lists(PART, min_size=1, max_size=3).map(tuple),
        since=NEAR,
        until=st.none() | NEAR,
        withdrawn_on=st.none() | NEAR,
        purpose=st.sampled_from(["support", "family_life"]),
        how=st.sampled_from([(), ("see_here",), ("paper",)]),
    ),
    st.integers(-2, 2),
    st.booleans(),
)
ASKED = st.builds(
    Asked,
    reader=st.sampled_from(READERS),
    purpose=st.sampled_from(["support", "family_life"]),
    on=st.just(TODAY),
    how=st.sampled_from(["see_here", "paper"]),
    document=st.sampled_from(["", "booklet"]),
    asked_now=st.booleans(),
)
LISTS = st.lists(CHOICES, max_size=5)


@given(LISTS, ASKED, st.sampled_from([{"private": True}, {"read_back": ReadBack()}]))
def test_r4_r7_private_lines_and_drafts_are_never_seen(choices, asked, fields) -> None:
    line = statement("bus", **fields)
    assert not verdict(line, sections=SECTIONS, choices=choices, asked=asked).seen


@given(LISTS, ASKED)
def test_the_order_of_choices_decides_nothing(choices, asked) -> None:
    ways = {
        verdict(LINE, sections=SECTIONS, choices=order, asked=asked).seen
        for order in (choices, choices[::-1])
    }
    assert len(ways) == 1


@given(LISTS, ASKED, CHOICES)
def test_a_choice_taken_back_is_as_if_it_had_never_been(choices, asked, more) -> None:
    gone = msgspec.structs.replace(more.choice, withdrawn_on=TODAY)
    gone_one = Given(id=more.id, choice=gone, at=more.at, unsettled=more.unsettled)
    without = verdict(LINE, sections=SECTIONS, choices=choices, asked=asked)
    with_it = verdict(LINE, sections=SECTIONS, choices=[*choices, gone_one], asked=asked)
    assert without.seen == with_it.seen


@given(LISTS, ASKED, CHOICES)
def test_a_further_no_never_lets_anybody_see_more(choices, asked, more) -> None:
    no = msgspec.structs.replace(more.choice, choice="no")
    with_it = [*choices, Given(id=more.id, choice=no, at=more.at)]
    if verdict(LINE, sections=SECTIONS, choices=with_it, asked=asked).seen:
        assert verdict(LINE, sections=SECTIONS, choices=choices, asked=asked).seen


@given(LISTS, ASKED)
def test_what_is_seen_rests_on_a_choice_that_counts_or_on_the_team(choices, asked) -> None:
    found = verdict(LINE, sections=SECTIONS, choices=choices, asked=asked)
    assert found.why in REASONS
    if found.seen and found.why != "team":
        assert any(
            each.choice.withdrawn_on is None
            and each.choice.since <= TODAY
            and each.choice.purpose == asked.purpose
            for each in choices
        )
    if found.why == "team":
        assert asked.reader is DELE


@given(LISTS, ASKED)
def test_a_yes_to_a_role_alone_never_reaches_somebody_who_came_later(choices, asked) -> None:
    for_roles = [each for each in choices if each.choice.to.role is not None]
    late = Reader(name="New", supporter=RecordId("new"), role="family", since=NOW + 9 * DAY)
    found = verdict(
        LINE, sections=SECTIONS, choices=for_roles,
        asked=dataclasses.replace(asked, reader=late, asked_now=False),
    )  # fmt: skip
    assert not found.seen
