"""What is made, seen and charted in a talk: drawings, things that were seen, rows of the chart."""

import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.bootstrap import House
from app.model import drawing
from app.model import halfsaid as halfsaid_
from app.model.agreements import RowCheck
from app.model.conversation import Conversation, Step
from app.model.drawing import Stroke
from app.model.errors import BadWordsError, NotAllowedError
from app.model.guide import Guide
from app.model.halfsaid import HalfRow, HalfSaid
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import Answer, Session
from app.model.statement import Statement
from app.usecases import drawings, halfsaid, rowchecks, rows, sessions, statements, undo
from tests.helpers.everything import everything, told
from tests.helpers.guides import guide, moment

from .conftest import NOW, TODAY, Home

CHART = moment(
    "row", kind="chart_row", section="communication", says="chart_row", about="from_person"
)
TO_PERSON = CHART | {"id": "tell", "about": "to_person"}
DRAW = moment("draw", kind="drawing")
OBSERVE = moment("seen", kind="observe", says="preference")
CHECK = moment("week", kind="row_check", section="communication")
HOOD = HalfRow(
    happening="People talk about me.",
    does="I pull my hood up.",
    means="I am being left out.",
    please_do="Stop. Sit down.",
)


def begun(home: Home, *moments: dict[str, object]) -> tuple[RecordId, Guide]:
    """A talk along a guide of these moments."""
    talk = guide(*moments)
    change = sessions.start(home.notebook, person=home.person, guide=talk, by=home.by, now=NOW)
    return change.last("session"), talk


def step_of(talk: Guide, name: str) -> Step:
    found = talk.moment(name)
    assert found is not None
    return Step(found)


def said(home: Home) -> list[Record[Statement]]:
    with home.notebook.unit_of_work() as work:
        return list(work.records.find(Statement, person=home.person))


def session_of(home: Home, session: RecordId) -> Session:
    with home.notebook.unit_of_work() as work:
        return work.records.get(session, Session).body


def put(home: Home, row: HalfRow, **more: object) -> list[Record[Statement]]:
    """What stands in the plan after this row was put on a card in a talk of its own."""
    session, talk = begun(home, CHART, TO_PERSON)
    half = HalfSaid(**({"words": "x", "sure": "think", "row": row} | more))  # type: ignore[arg-type]
    name = "tell" if row.happening and not row.does else "row"
    rows.say(
        home.notebook, session=session, step=step_of(talk, name), said=half, by=home.by, at=NOW
    )
    return said(home)


# Drawings

strokes = st.builds(
    Stroke,
    pen=st.sampled_from(["black", "red", "rubber", "clear"]),
    points=st.just((10, 10, 500, 400)),
)


@given(st.lists(strokes, max_size=12).map(tuple), strokes)
def test_whatever_is_drawn_or_cleared_last_can_be_taken_back(
    before: drawing.Drawing, stroke: Stroke
) -> None:
    assert drawing.taken_back(drawing.with_stroke(before, stroke)) == before
    if drawing.seen(before):
        assert drawing.is_blank(drawing.cleared(before))
        assert drawing.taken_back(drawing.cleared(before)) == before


def test_a_drawing_becomes_a_picture_on_white_paper_in_the_colours_it_was_drawn_in() -> None:
    line = Stroke(pen="red", points=(100, 400, 1100, 400))
    picture = drawings.as_picture((line,))
    image = Image.open(io.BytesIO(picture.data)).convert("RGB")
    assert (picture.media_type, image.size) == ("image/png", drawing.SHEET)
    assert image.getpixel((600, 400)) == (0xB3, 0x26, 0x1E)
    assert image.getpixel((600, 100)) == (255, 255, 255)
    rubbed = (line, Stroke(pen="rubber", points=(600, 300, 600, 500)))
    image = Image.open(io.BytesIO(drawings.as_picture(rubbed).data)).convert("RGB")
    assert image.getpixel((600, 400)) == (255, 255, 255)


def test_a_drawing_that_nobody_finished_is_read_back_as_the_persons_own(home: Home) -> None:
    session, talk = begun(home, DRAW)
    half = HalfSaid(
        words="My garden", how="own_made", drawing=(Stroke(pen="green", points=(5, 5, 50, 50)),)
    )
    halfsaid.keep(home.notebook, session=session, step="draw", said=half)
    assert halfsaid.read(home.notebook, session=session, step="draw") == half
    sessions.go_on(
        home.notebook,
        session=session,
        guide=talk,
        step=step_of(talk, "draw"),
        by=home.by,
        now=NOW,
    )
    (made,) = said(home)
    assert (made.body.original, made.body.voice, made.body.kept) == ("My garden", "own_made", False)
    assert home.notebook.photos[made.body.symbols[0]].media_type == "image/png"
    assert halfsaid.read(home.notebook, session=session, step="draw") == HalfSaid()


def test_a_stroke_too_many_is_not_taken_and_the_drawing_stays() -> None:
    full = (Stroke(pen="black", points=(1,) * (2 * drawing.MOST_POINTS)),)
    assert drawing.with_stroke(full, Stroke(pen="black", points=(1, 1))) == full


# Rows of the communication chart


def test_a_row_keeps_each_part_and_says_what_it_may_mean_beside_the_words(home: Home) -> None:
    (row,) = put(home, HOOD, how="own_spoken")
    assert row.body.kind == "chart_row"
    assert row.body.original == "People talk about me.\nI pull my hood up.\nStop. Sit down."
    assert (row.body.meaning, row.body.meaning_confidence) == ("I am being left out.", "think")
    assert row.body.chart is not None
    assert row.body.chart.means == "I am being left out."
    assert row.body.read_back.result == "not_done"


def test_nobody_has_to_know_what_it_means(home: Home) -> None:
    unknown = HalfRow(does="I hum.", means="half a thought", unsure=True, please_do="Wait.")
    (row,) = put(home, unknown, how="shown_by_behaviour", sure=None)
    assert (row.body.meaning, row.body.meaning_confidence) == ("", "guess")
    assert row.body.chart is not None
    assert row.body.chart.means == ""


def test_r6_two_meanings_are_two_rows_side_by_side(home: Home) -> None:
    row = HalfRow(does="I hum.", means="I am happy.", means_else="It is too loud.")
    first, second = put(home, row, how="shown_by_behaviour")
    assert (first.body.meaning, second.body.meaning) == ("I am happy.", "It is too loud.")
    assert second.body.conflicts_with == (first.id,)


def test_what_we_tell_the_person_is_a_row_the_other_way(home: Home) -> None:
    (row,) = put(home, HalfRow(happening="It is time to go.", please_do="Show the keys."))
    assert row.body.chart is not None
    assert row.body.chart.direction == "to_person"
    assert row.body.meaning_confidence is None


@pytest.mark.parametrize(
    ("row", "more"),
    [
        (HalfRow(), {}),
        (HalfRow(means="Happy."), {}),
        (HalfRow(does="I hum.", means="Happy."), {"sure": None}),
        (HalfRow(does="I hum."), {"how": "others"}),
    ],
)
def test_a_row_that_lacks_something_is_refused_and_nothing_is_written(
    home: Home, row: HalfRow, more: dict[str, object]
) -> None:
    with pytest.raises(NotAllowedError):
        put(home, row, **more)
    assert said(home) == []


def test_a_row_that_lacks_something_waits_in_its_writing_place(home: Home) -> None:
    session, talk = begun(home, CHART)
    half = HalfSaid(words="I hum.", row=HalfRow(does="I hum.", means="Happy.", part="means"))
    halfsaid.keep(home.notebook, session=session, step="row", said=half)
    sessions.go_on(
        home.notebook, session=session, guide=talk, step=step_of(talk, "row"), by=home.by, now=NOW
    )
    assert said(home) == []
    assert halfsaid.read(home.notebook, session=session, step="row") == half


def test_r5_a_row_that_is_put_differently_keeps_its_first_words(home: Home) -> None:
    (row,) = put(home, HOOD)
    statements.read_back(
        home.notebook, statement=row.id, result="keep", method="", on=TODAY, by=home.by
    )
    session, talk = begun_again(home, row)
    half = rows.half(row.id, row.body)
    assert half.row is not None
    other = HalfSaid(row=HalfRow(does="I pull my hood down.", changes=row.id), sure="sure")
    rows.say(
        home.notebook, session=session, step=step_of(talk, "row"), said=other, by=home.by, at=NOW
    )
    (now,) = said(home)
    assert (now.id, now.body.original, now.body.kept) == (row.id, "I pull my hood down.", False)
    with home.notebook.unit_of_work() as work:
        first = work.records.history(row.id)[0].body
    assert isinstance(first, Statement)
    assert first.original == row.body.original
    assert session_of(home, session).answers["row"].response == "said"


def begun_again(home: Home, row: Record[Statement]) -> tuple[RecordId, Guide]:
    assert row.body.session is not None
    return row.body.session, guide(CHART, TO_PERSON)


def test_r6_nobody_puts_somebody_elses_row_differently(home: Home) -> None:
    (row,) = put(home, HOOD, how="others", said_by=home.by)
    assert row.body.voice == "staff"
    session, talk = begun_again(home, row)
    other = HalfSaid(row=HalfRow(does="I wave.", changes=row.id), sure="sure")
    with pytest.raises(NotAllowedError):
        rows.say(
            home.notebook,
            session=session,
            step=step_of(talk, "row"),
            said=other,
            by=home.by,
            at=NOW,
        )
    assert said(home) == [row]


def test_a_row_far_too_long_is_refused(home: Home) -> None:
    with pytest.raises(BadWordsError):
        put(home, HalfRow(does="a" * 1500, please_do="b" * 1500))
    assert said(home) == []


def test_what_was_seen_keeps_how_often_and_by_whom(home: Home) -> None:
    session, talk = begun(home, OBSERVE)
    row = HalfRow(does="Smiles at the music.", seen_count=3, seen_by=home.by, unsure=True)
    half = HalfSaid(how="shown_by_behaviour", row=row)
    rows.say(
        home.notebook, session=session, step=step_of(talk, "seen"), said=half, by=home.by, at=NOW
    )
    (seen,) = said(home)
    assert (seen.body.kind, seen.body.voice) == ("preference", "shown_by_behaviour")
    assert seen.body.chart is not None
    assert (seen.body.chart.seen_count, seen.body.chart.seen_by) == (3, home.by)


def test_typing_of_an_older_program_is_still_read() -> None:
    assert halfsaid_.read('{"words":"Tea","how":"own_signed"}') == HalfSaid(
        words="Tea", how="own_signed"
    )


# The try-out week


@pytest.fixture
def week(home: Home) -> tuple[RecordId, RecordId]:
    """A talk about the try-out week, and the row that is tried out."""
    (row,) = put(home, HOOD)
    assert row.body.session is not None
    sessions.go_on(
        home.notebook,
        session=row.body.session,
        guide=guide(CHART, TO_PERSON),
        step=step_of(guide(CHART, TO_PERSON), "row"),
        by=home.by,
        now=NOW,
    )
    return row.body.session, row.id


def checks(home: Home) -> list[Record[RowCheck]]:
    with home.notebook.unit_of_work() as work:
        return list(work.records.find(RowCheck, person=home.person))


def check(home: Home, week: tuple[RecordId, RecordId], result: str, **more: object) -> None:
    given = {
        "session": week[0],
        "step": "week",
        "row": week[1],
        "result": result,
        "on": TODAY,
        "seen_by": home.by,
        "by": home.by,
        "at": NOW,
    }
    rowchecks.check(home.notebook, **(given | more))  # type: ignore[arg-type]


def test_what_was_seen_of_a_row_is_finished_with_its_check(
    home: Home, week: tuple[RecordId, RecordId]
) -> None:
    session, row = week
    key = halfsaid_.seen_key(row)
    halfsaid.keep(home.notebook, session=session, step=key, said=HalfSaid(words="In the car."))
    check(home, week, "right", note="In the car.")
    assert halfsaid.read(home.notebook, session=session, step=key).blank


def test_a_row_that_was_right_was_seen_once_more(
    home: Home, week: tuple[RecordId, RecordId]
) -> None:
    check(home, week, "right")
    (row,) = said(home)
    assert row.body.chart is not None
    assert (row.body.chart.seen_count, row.body.chart.last_row_check) == (1, TODAY)
    (done,) = checks(home)
    assert (done.body.result, done.body.seen_by) == ("right", home.by)
    assert session_of(home, week[0]).answers["week"].choices == ("right",)


def test_saying_it_again_for_the_same_day_counts_once(
    home: Home, week: tuple[RecordId, RecordId]
) -> None:
    check(home, week, "right")
    check(home, week, "right")
    (row,) = said(home)
    assert row.body.chart is not None
    assert row.body.chart.seen_count == 1
    check(home, week, "wrong")
    (row,) = said(home)
    assert row.body.chart is not None
    assert row.body.chart.seen_count == 0
    assert [each.body.result for each in checks(home)] == ["wrong"]


def test_a_check_is_undone_as_one(home: Home, week: tuple[RecordId, RecordId]) -> None:
    before = said(home)
    check(home, week, "right")
    undo.undo(home.notebook, person=home.person, by=home.by)
    assert checks(home) == []
    assert [each.body for each in said(home)] == [each.body for each in before]
    assert "week" not in session_of(home, week[0]).answers


def test_a_wrong_row_keeps_its_words(home: Home, week: tuple[RecordId, RecordId]) -> None:
    (before,) = said(home)
    check(home, week, "wrong", note="He was cold.")
    (row,) = said(home)
    assert row.body.original == before.body.original
    assert checks(home)[0].body.note == "He was cold."


def test_answered_views_stay_in_the_talk(home: Home) -> None:
    views = moment("others", kind="others_say", for_each="views")
    talk = guide(views)
    body = Session(person=home.person, type="review", guide="g", started=NOW, at_moment="others:a")
    answered = body.answers | {"others:a": Answer(response="chosen", choices=("agree",))}
    done = msgspec.structs.replace(body, answers=answered)
    walk = Conversation(talk, done, {"views": ("b",)})
    assert [step.key for step in walk.steps] == ["others:a", "others:b", "read_back"]
    assert walk.step.key == "others:a"


def test_a_drawing_that_is_not_finished_is_told_without_its_points(
    home: Home, house: House
) -> None:
    session, _ = begun(home, DRAW)
    half = HalfSaid(
        words="My garden", how="own_made", drawing=(Stroke(pen="green", points=(517, 518)),)
    )
    halfsaid.keep(home.notebook, session=session, step="draw", said=half)
    found = told(everything(home.notebook, home.person, house))
    assert "A drawing that is not finished" in found
    assert "517" not in found


def test_r1_other_words_half_written_for_what_was_seen_stay_what_was_seen(home: Home) -> None:
    session, talk = begun(home, OBSERVE, moment("last"))
    seen = statements.say(
        home.notebook,
        statements.Said(
            person=home.person,
            words="Pulls the hood up.",
            lang="en-GB",
            section="communication",
            kind="preference",
            voice="shown_by_behaviour",
            meaning="Too loud.",
            meaning_confidence="guess",
            by=home.by,
            session=session,
        ),
    ).last("statement")
    half = HalfSaid(words="Pulls the hood right down.")
    halfsaid.keep(home.notebook, session=session, step=halfsaid_.change_key(seen), said=half)
    to_the_end(home, session, talk)
    draft = said(home)[-1].body
    assert (draft.original, draft.voice) == (half.words, "shown_by_behaviour")
    assert (draft.meaning, draft.meaning_confidence) == ("Too loud.", "guess")


def test_words_kept_under_the_name_of_no_sentence_do_not_hold_a_talk_up(home: Home) -> None:
    session, talk = begun(home, OBSERVE, moment("last"))
    half = HalfSaid(words="Tea.")
    for name in (home.person, "food"):
        key = halfsaid_.change_key(RecordId(name))
        halfsaid.keep(home.notebook, session=session, step=key, said=half)
    to_the_end(home, session, talk)
    assert not said(home)


def to_the_end(home: Home, session: RecordId, talk: Guide) -> None:
    """Go on from step to step until the talk is over."""
    while (body := session_of(home, session)).open:
        step = Conversation(talk, body).step
        sessions.go_on(home.notebook, session=session, guide=talk, step=step, by=home.by, now=NOW)


def test_half_said_words_become_a_sentence_like_any_that_is_put_on_a_card(home: Home) -> None:
    session, talk = begun(home, OBSERVE, moment("last"))
    half = HalfSaid(
        words="Pulls the hood up.", how="shown_by_behaviour", meaning=" Too loud. ", sure="guess"
    )
    halfsaid.keep(home.notebook, session=session, step="seen", said=half)
    with home.notebook.unit_of_work() as work:
        halfsaid.put_on_card(work, session=session, step=step_of(talk, "seen"), by=home.person)
        work.commit()
    (made,) = said(home)
    assert (made.body.meaning, made.body.scribed_by) == ("Too loud.", None)
    assert halfsaid.read(home.notebook, session=session, step="seen").blank
