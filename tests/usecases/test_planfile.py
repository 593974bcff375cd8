import base64
import copy
import datetime
import json
from typing import Any

import hypothesis
import jsonschema
import pytest
from hypothesis import strategies as st

from app.model import halfsaid
from app.model.errors import BadPlanFileError, NewerVersionError
from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.model.kinds import LISTS
from app.model.person import Person, Supporter
from app.model.pictures import Picture
from app.model.planfile import photo_ref
from app.model.planschema import plan_file_schema
from app.model.record import Body, heads
from app.model.session import Board, Session
from app.model.statement import Statement
from app.usecases import planfile, statements, undo
from tests.helpers.bodies import NAMES, SOUNDS, SPOKEN, TIMES, bodies
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.plans import AT, ROOT, file_of, photo, plan_data, the_sections
from tests.helpers.recorded import recording

SECTIONS = the_sections()
SCHEMA = jsonschema.Draft202012Validator(plan_file_schema())
NOW = datetime.datetime(2026, 3, 4, 9, tzinfo=datetime.UTC)


def taken_in(plan: dict[str, Any]) -> FakeNotebook:
    notebook = FakeNotebook()
    planfile.import_plan(notebook, data=file_of(plan), sections=SECTIONS)
    return notebook


def refused(data: bytes, notebook: FakeNotebook | None = None) -> str:
    """The sentence with which a file is refused, after making sure that nothing was taken in."""
    notebook = notebook or FakeNotebook()
    before = list(notebook.revisions), dict(notebook.photos), dict(notebook.typing)
    with pytest.raises((BadPlanFileError, NewerVersionError)) as caught:
        planfile.import_plan(notebook, data=data, sections=SECTIONS)
    assert (notebook.revisions, notebook.photos, notebook.typing) == before
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith((".", '".'))
    return sentence


def spoilt(*path: Any, value: Any) -> bytes:
    """The plan file with one place changed."""
    plan = plan_data()
    place: Any = plan
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return file_of(plan)


TYPED = {"within": "talk", "moment": "food", "said": {"words": "I like te"}}


def typed(*given: Any) -> bytes:
    """The plan file with this unfinished typing in it; with none, its list is no list."""
    return spoilt("unfinished", value=list(given) or "none")


def test_import_takes_in_every_record_as_it_is_in_the_file() -> None:
    notebook = taken_in(plan_data())
    with notebook.unit_of_work() as work:
        person = work.records.get("ann", Person)
        assert (person.body.preferred_name, person.created_by) == ("Ann", "jo")
        assert person.created_at == datetime.datetime(2026, 3, 2, 10, tzinfo=datetime.UTC)
        assert [s.id for s in work.records.find(Statement, person="ann")] == [
            "tea", "bus", "jo-says",
        ]  # fmt: skip
        assert work.records.find(Board, session="talk")[0].body.cards[0].words == "My tea"
        assert work.media.get(person.body.photo) == Picture("image/png", photo())


def test_import_says_which_records_it_made() -> None:
    change = planfile.import_plan(FakeNotebook(), data=file_of(plan_data()), sections=SECTIONS)
    assert [t.record for t in change.touched if t.kind == "person"] == ["ann"]


def test_a_byte_order_mark_before_the_file_does_no_harm() -> None:
    change = planfile.import_plan(
        FakeNotebook(), data=b"\xef\xbb\xbf" + file_of(plan_data()), sections=SECTIONS
    )
    assert [t.record for t in change.touched if t.kind == "person"] == ["ann"]


def test_words_of_every_script_and_emoji_sequences_are_kept_as_they_are() -> None:
    words = "مجھے چائے پسند ہے \u200f👩🏽\u200d🦽 e\u0301"
    notebook = taken_in(json.loads(spoilt("statements", 0, "original", value=words)))
    with notebook.unit_of_work() as work:
        assert work.records.get("tea", Statement).body.original == words


def test_what_was_said_for_a_record_alone_names_no_section_and_is_taken_in() -> None:
    notebook = taken_in(json.loads(spoilt("statements", 0, "section", value="")))
    with notebook.unit_of_work() as work:
        assert work.records.get("tea", Statement).body.section == ""


def test_characters_that_nobody_can_see_are_left_out_of_words() -> None:
    plan = json.loads(spoilt("statements", 0, "original", value="I like\x00 tea\x07\r\nhere"))
    plan["statements"][1]["original"] = "half of a pair: \ud83d"
    notebook = taken_in(plan)
    with notebook.unit_of_work() as work:
        assert work.records.get("tea", Statement).body.original == "I like tea\nhere"
        assert work.records.get("bus", Statement).body.original == "half of a pair: "


def test_r5_earlier_words_come_in_as_history() -> None:
    plan = plan_data()
    plan["statements"][0]["earlier"] = [
        {
            "at": "2026-03-02T10:00:00Z",
            "by": "jo",
            "original": "Tea, blue mug.",
            "read_back": {"result": "not_done"},
        }
    ]
    notebook = taken_in(plan)
    with notebook.unit_of_work() as work:
        first, now = work.records.history("tea")
    assert first.body.original == "Tea, blue mug."
    assert not first.body.kept
    assert now.body.original == "I like tea in my blue mug."
    assert (now.at, now.by) == (datetime.datetime(2026, 3, 3, 9, tzinfo=datetime.UTC), "jo")


def test_r6_versions_that_nothing_replaces_come_in_side_by_side() -> None:
    plan = plan_data()
    plan["statements"][0] |= {
        "earlier": [
            {"at": AT, "by": "jo", "original": "Tea."},
            {"at": AT, "by": "jo", "original": "Tea, weak.", "written_in": "talk"},
        ],
        "changed_at": AT,
        "replaces": [1],
    }
    notebook = taken_in(plan)
    with notebook.unit_of_work() as work:
        history = work.records.history(RecordId("tea"))
    standing = {each.body.original: each.session for each in heads(history)}
    assert standing == {"I like tea in my blue mug.": None, "Tea, weak.": "talk"}


def test_r5_what_is_hidden_in_a_file_without_earlier_words_was_written_and_then_hidden() -> None:
    notebook = taken_in(json.loads(spoilt("statements", 0, "withdrawn", value=True)))
    with notebook.unit_of_work() as work:
        assert [each.withdrawn for each in work.records.history("tea")] == [False, True]
        assert "tea" not in [each.id for each in work.records.find(Statement)]
        assert work.records.search("blue mug") == ()


def test_r5_everybody_and_every_talk_come_with_what_they_were_called_before() -> None:
    plan = plan_data()
    plan["people"][0]["earlier"] = [{"at": AT, "by": "jo", "preferred_name": " Annie \n Obi"}]
    plan["supporters"][0]["earlier"] = [{"at": AT, "by": "jo", "role": "friend", "paid": False}]
    plan["sessions"][0]["earlier"] = [{"at": AT, "by": "jo", "at_moment": ""}]
    notebook = taken_in(plan)
    with notebook.unit_of_work() as work:
        names = [each.body.preferred_name for each in work.records.history("ann")]
        roles = [each.body.role for each in work.records.history("jo")]
        moments = [each.body.at_moment for each in work.records.history("talk")]
    assert names == ["Annie Obi", "Ann"]
    assert roles == ["friend", "keyworker"]
    assert moments == ["", "important"]


NOT_PLANS = {
    "empty": b"",
    "a picture": photo(),
    "words": b"Dear Jo, ",
    "a list": b"[]",
    "another JSON": b'{"format": "other", "version": 1}',
    "not UTF-8": "{'é".encode("latin-1"),
    "very deep": b'{"a":' * 50_000,
    "deep and whole": b'{"people":' + b"[" * 900 + b"]" * 900 + b"}",
    "not a number": b'{"format": "alongside-plan", "version": NaN}',
    "said twice": b'{"format": "alongside-plan", "format": "alongside-plan"}',
}


@pytest.mark.parametrize("data", NOT_PLANS.values(), ids=NOT_PLANS)
def test_what_is_not_a_plan_file_is_refused(data: bytes) -> None:
    assert "plan file" in refused(data)


@hypothesis.given(st.integers(1, len(file_of(plan_data())) - 1))
def test_a_plan_file_that_is_cut_off_anywhere_is_refused(length: int) -> None:
    assert "cut off or damaged at line" in refused(file_of(plan_data())[:length])


def test_a_plan_file_of_a_newer_version_says_to_update() -> None:
    assert "update this program" in refused(spoilt("version", value=2))
    with pytest.raises(NewerVersionError):
        planfile.import_plan(
            FakeNotebook(),
            data=file_of({"format": "alongside-plan", "version": 7, "zebras": []}),
            sections=SECTIONS,
        )


def test_a_plan_file_that_is_too_large_is_refused_without_reading_it(tmp_path: Any) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(BadPlanFileError, match="too large"):
        planfile.read_file(path)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (spoilt("zebra", value=1), ["zebra"]),
        (spoilt("statements", 0, "colour", value="blue"), ["colour", '"tea"']),
        (spoilt("statements", 0, "read_back", "mood", value="x"), ["read_back.mood", '"tea"']),
        (spoilt("statements", 0, "original", value=3), ["original", "a whole number"]),
        (spoilt("statements", 0, "voice", value="robot"), ["robot", '"tea"']),
        (spoilt("statements", 0, "voice", value="shown_by_behaviour"), ["meaning_confidence"]),
        (spoilt("statements", 0, "original", value=" \u200b"), ["original", '"tea"']),
        (spoilt("statements", 0, "original", value="a" * 100_000), ["too long", "2000"]),
        (spoilt("statements", 0, "original", value="a" * 2_001), ["2000", '"tea"']),
        (spoilt("statements", 0, "easy", value="a" * 100_000), ["too long", "easy", '"tea"']),
        (spoilt("statements", 0, "original", value="\x00\x07"), ["nothing", "original"]),
        (spoilt("statements", 0, "section", value="zoo"), ["zoo", '"tea"']),
        (spoilt("statements", 0, "earlier", value=3), ["earlier", '"tea"']),
        (spoilt("statements", 0, "changed_by", value="jo"), ["changed_by", '"tea"']),
        (
            spoilt("statements", 0, "earlier", value=[{"at": "2026-03-01T10:00:00Z", "by": "jo"}]),
            ["earlier", "created", '"tea"'],
        ),
        (
            spoilt("statements", 0, "earlier", value=[{"at": AT, "by": "jo", "colour": "blue"}]),
            ["colour", '"tea"'],
        ),
        (
            spoilt(
                "statements", 0, "earlier", value=[{"at": AT, "by": "jo", "withdrawn": "perhaps"}]
            ),
            ["withdrawn", "true or false", '"tea"'],
        ),
        (spoilt("statements", 0, "withdrawn", value=3), ["withdrawn", '"tea"']),
        (spoilt("statements", 0, "replaces", value=[1]), ["replaces", '"tea"']),
        (
            spoilt("statements", 0, "earlier", value=[{"at": AT, "by": "jo", "replaces": [2]}]),
            ["replaces", '"tea"'],
        ),
        (spoilt("statements", 0, "written_in", value="ann"), ["written_in", "sessions", "tea"]),
        (spoilt("supporters", 0, "earlier", value=[{"by": "jo"}]), ["at", '"jo"']),
        (
            spoilt("supporters", 0, "earlier", value=[{"at": AT, "by": "jo", "person": "ben"}]),
            ["person", "ben", '"jo"'],
        ),
        (spoilt("statements", 0, "id", value="../x y"), ["id", "../x y"]),
        (spoilt("statements", 0, "id", value=3), ["id", "number 1"]),
        (spoilt("statements", 0, "id", value="bus"), ["bus", "two records"]),
        (spoilt("statements", 0, "created_at", value="yesterday"), ["created_at", '"tea"']),
        (spoilt("statements", 0, "created_at", value="2026-03-02T10:00:00"), ["created_at"]),
        (spoilt("statements", 0, "created_at", value="0001-01-01T00:00:00+14:00"), ["time"]),
        (spoilt("statements", 0, "created_by", value="sam"), ["created_by", "sam", "tea"]),
        (spoilt("statements", 0, "person", value="ben"), ["person", "ben", '"tea"']),
        (spoilt("statements", 0, "person", value="jo"), ["person", "jo", '"tea"']),
        (spoilt("statements", 0, "said_by", value="sam"), ["said_by", "sam"]),
        (spoilt("statements", 0, "session", value="sam"), ["session", "sam"]),
        (spoilt("statements", 0, "conflicts_with", value=["sam"]), ["conflicts_with", "sam"]),
        (spoilt("statements", 0, "symbols", value=["photo:" + "0" * 64]), ["photo:000", "tea"]),
        (spoilt("statements", 0, "symbols", value=["../../secret"]), ["../../secret", "tea"]),
        (spoilt("statements", 0, value=7), ["number 1"]),
        (spoilt("statements", value={}), ["statements", "list"]),
        (spoilt("people", value=[]), ["nobody"]),
        (spoilt("people", 0, "preferred_name", value=" "), ["preferred_name", '"ann"']),
        (spoilt("sessions", 0, "started", value="2026-03-02T10:00:00"), ["time zone", '"talk"']),
        (spoilt("sessions", 0, "attendees", value=[{"supporter": "x"}]), ["attendees", "x"]),
        (spoilt("boards", 0, "session", value="ann"), ["session", "ann", "cards"]),
        (typed(), ["list"]),
        (typed(3), ["unfinished[0]"]),
        (typed({**TYPED, "colour": "blue"}), ["unfinished[0].colour"]),
        (typed({**TYPED, "moment": ""}), ["unfinished[0].moment", "nothing"]),
        (typed({**TYPED, "within": "tea"}), ["within", "tea", "people or sessions"]),
        (typed({**TYPED, "said": {"how": "robot"}}), ["unfinished[0].said.how", "robot"]),
        (typed({**TYPED, "said": {"lang": "x"}}), ["unfinished[0].said.lang"]),
        (typed({**TYPED, "said": {"said_by": "ann"}}), ["said_by", "ann", "supporters"]),
        (typed({**TYPED, "said": {"picture": "photo:0"}}), ["photo:0", "pictures"]),
        (typed(TYPED, TYPED), ["number 2", "same place"]),
        (spoilt("made_at", value=None), ["made_at"]),
        (spoilt("version", value="1"), ["version"]),
        (spoilt("version", value=True), ["version"]),
        (spoilt("pictures", value=[]), ["pictures"]),
        (spoilt("pictures", "photo:" + "0" * 64, value={}), ["pictures"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(data: bytes, named: list[str]) -> None:
    sentence = refused(data)
    for each in named:
        assert each in sentence


def test_a_picture_must_be_a_picture_of_its_own_name() -> None:
    ref = next(iter(plan_data()["pictures"]))
    assert "Base64" in refused(spoilt("pictures", ref, "data", value="%%"))
    other = base64.b64encode(photo("red")).decode()
    assert "SHA-256" in refused(spoilt("pictures", ref, "data", value=other))
    plan = plan_data()
    plan["pictures"][photo_ref(b"no picture")] = {
        "media_type": "image/png",
        "data": base64.b64encode(b"no picture").decode(),
    }
    assert "picture that cannot be used" in refused(file_of(plan))
    assert "media_type" in refused(spoilt("pictures", ref, "media_type", value="text/html"))


def test_a_record_of_one_person_cannot_name_what_belongs_to_another() -> None:
    plan = plan_data()
    plan["people"].append({**plan["people"][0], "id": "ben", "created_by": "ben"})
    plan["statements"][0] |= {"person": "ben", "created_by": "ben", "said_by": "jo"}
    assert "somebody else" in refused(file_of(plan))


def test_a_plan_that_is_there_already_is_refused() -> None:
    notebook = taken_in(plan_data())
    assert "already" in refused(file_of(plan_data()), notebook)
    plan = plan_data()
    plan["people"][0]["id"] = "other"
    for name in ("supporters", "sessions", "statements", "boards"):
        for each in plan[name]:
            each["person"] = "other"
    assert '"jo"' in refused(file_of(plan), notebook)


@st.composite
def notebooks(draw: st.DrawFn) -> FakeNotebook:
    """Notebooks with one person's records, made up from their types."""
    circle = st.sampled_from(["p", "s1", "s2"])
    perhaps = st.none() | circle
    data = photo()
    pictures = st.sampled_from(["openmoji:2615", "mulberry:tea.cup", photo_ref(data)])
    fields = {
        "person": st.just("p"),
        "recorded_by": perhaps,
        "appropriate_individual_id": perhaps,
        "supporter": circle,
        "said_by": perhaps,
        "scribed_by": perhaps,
        "interpreter_id": perhaps,
        "easy_by": perhaps,
        "seen_by": perhaps,
        "session": st.just("t1"),
        "told_in": st.none() | st.just("t1"),
        "from_paper": st.none(),
        "statement": st.sampled_from(["w1", "w2"]),
        "conflicts_with": st.lists(st.sampled_from(["w1", "w2"]), max_size=2).map(tuple),
        "photo": st.none() | pictures,
        "symbols": st.lists(pictures, max_size=2).map(tuple),
        "symbol": st.none() | pictures,
        "picture": st.none() | pictures,
        "section": st.sampled_from([section.id for section in SECTIONS]),
        "original": SPOKEN,
        "recording": SOUNDS,
        "preferred_name": NAMES,
    }
    notebook = FakeNotebook()
    with notebook.unit_of_work() as work:
        work.media.put(Picture("image/png", data))
        work.media.put_sound(recording())

        def write(record: str, kind: type[Body], **more: Any) -> None:
            made = bodies(kind, **(fields | more))
            work.records.add(draw(made), by=draw(circle), record=record, at=draw(TIMES))
            for _ in range(draw(st.integers(0, 2))):
                work.records.revise(
                    record,
                    draw(made),
                    by=draw(circle),
                    at=draw(TIMES),
                    withdrawn=draw(st.booleans()),
                )

        write("p", Person, said=SOUNDS)
        write("s1", Supporter, name=NAMES, worker=st.just(""), said=SOUNDS)
        write("s2", Supporter, name=NAMES, worker=st.just(""), said=SOUNDS)
        write("t1", Session)
        for name in ("w1", "w2"):
            write(name, Statement)
        write("b1", Board)
        half = bodies(
            HalfSaid,
            said_by=st.none() | st.sampled_from(["s1", "s2"]),
            lang=st.sampled_from(["", "cy"]),
            picture=st.none() | pictures,
            ref=pictures,
            seen_by=perhaps,
            changes=st.none() | st.sampled_from(["w1", "w2"]),
            owner=perhaps,
            said=st.sampled_from(["w1", "w2"]),
        )
        for within in ("p", "t1"):
            said = halfsaid.write(draw(half))
            work.unfinished.keep(session=within, moment="food", words=said)
        work.commit()
    return notebook


def content(notebook: FakeNotebook) -> list[Any]:
    """What two notebooks must have in common to hold the same: each record's versions in order."""
    revisions = sorted(notebook.revisions, key=lambda revision: revision.record)
    said = [(r.record, r.kind, r.at, r.by, r.withdrawn, r.body) for r in revisions]
    return [*said, notebook.typing]


@pytest.mark.timeout(600)
@hypothesis.settings(max_examples=20, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(notebooks())
def test_r5_import_then_export_gives_the_same_records_back(notebook: FakeNotebook) -> None:
    data = planfile.export_plan(notebook, person="p", at=NOW)
    again = FakeNotebook()
    planfile.import_plan(again, data=data, sections=SECTIONS)
    assert content(again) == content(notebook)
    assert planfile.export_plan(again, person="p", at=NOW) == data
    SCHEMA.validate(json.loads(data))


def there_and_back(notebook: FakeNotebook) -> FakeNotebook:
    """Another notebook with Ann's plan as her plan file has it."""
    again = FakeNotebook()
    data = planfile.export_plan(notebook, person="ann", at=NOW)
    planfile.import_plan(again, data=data, sections=SECTIONS)
    return again


def test_r5_what_the_person_hid_comes_along_with_the_reply_to_it_and_stays_hidden() -> None:
    plan = plan_data()
    plan["statements"][0]["conflicts_with"] = ["jo-says", "bus"]
    plan["statements"].append(
        {**plan["statements"][0], "id": "reply", "conflicts_with": [],
         "answer_to": {"statement": "jo-says", "view": "disagree"}}
    )  # fmt: skip
    notebook = taken_in(plan)
    statements.withdraw(notebook, statement="jo-says", by="jo")
    again = there_and_back(notebook)
    assert content(again) == content(notebook)
    with again.unit_of_work() as work:
        shown = [each.id for each in work.records.find(Statement, person="ann")]
        assert shown == ["tea", "bus", "reply"]
        assert work.records.get("tea", Statement).body.conflicts_with == ("jo-says", "bus")
        assert [each.withdrawn for each in work.records.history("jo-says")] == [False, True]
        assert work.records.search("needs time") == ()


def test_r5_what_was_undone_and_whoever_was_hidden_come_along() -> None:
    notebook = taken_in(plan_data())
    statements.say(
        notebook,
        statements.Said(
            person="ann",
            words="Snow.",
            lang="en-GB",
            section="important_to",
            kind="preference",
            voice="own_spoken",
            by="jo",
            session="talk",
            moment="food",
        ),
    )
    undo.undo(notebook, person="ann", by="jo")
    with notebook.unit_of_work() as work:
        for record, kind in (("cards", Board), ("talk", Session), ("jo", Supporter)):
            body = work.records.get(record, kind).body
            work.records.revise(record, body, by="jo", withdrawn=True)
        work.commit()
    again = there_and_back(notebook)
    assert content(again) == content(notebook)
    with again.unit_of_work() as work:
        assert len(work.records.find(Statement)) == 3
        assert len(work.records.find(Statement, withdrawn=True)) == 4
        assert work.records.find(Supporter) == ()


def test_r5_typing_that_nobody_finished_comes_along_with_its_picture_however_long() -> None:
    notebook = taken_in(plan_data())
    blue = Picture("image/png", photo("blue"))
    half = HalfSaid(words="tea " * 5_000, how="others", said_by="jo", picture=photo_ref(blue.data))
    with notebook.unit_of_work() as work:
        work.media.put(blue)
        work.unfinished.keep(session="talk", moment="food", words=halfsaid.write(half))
        work.unfinished.keep(session="talk", moment="home", words="only words")
        differently = halfsaid.write(HalfSaid(words="I like tea in"))
        work.unfinished.keep(session="ann", moment="change:tea", words=differently)
        work.commit()
    with there_and_back(notebook).unit_of_work() as work:
        assert halfsaid.read(work.unfinished.get(session="talk", moment="food")) == half
        home = work.unfinished.get(session="talk", moment="home")
        assert halfsaid.read(home) == HalfSaid(words="only words")
        assert work.unfinished.of(session="ann") == {"change:tea": differently}
        assert work.media.get(photo_ref(blue.data)) == blue


def test_export_holds_one_person_alone() -> None:
    notebook = taken_in(plan_data())
    other = file_of(plan_data())
    for name in ("ann", "jo", "talk", "tea", "bus", "jo-says", "cards"):
        other = other.replace(f': "{name}"'.encode(), f': "{name}-2"'.encode())
    planfile.import_plan(notebook, data=other, sections=SECTIONS)
    exported = json.loads(planfile.export_plan(notebook, person="ann", at=NOW))
    ids = [each["id"] for name in LISTS for each in exported[name]]
    assert ids == ["ann", "jo", "talk", "tea", "bus", "jo-says", "cards"]


def test_the_schema_that_ships_is_the_one_of_the_types() -> None:
    shipped = json.loads((ROOT / "resources/plan-file.schema.json").read_text("utf-8"))
    assert shipped == plan_file_schema()
    jsonschema.Draft202012Validator.check_schema(shipped)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "resources/examples").glob("*.json")), ids=lambda path: path.stem
)
def test_an_example_plan_fits_the_schema_and_comes_back_the_same(path: Any) -> None:
    plan = json.loads(path.read_bytes())
    SCHEMA.validate(plan)
    notebook = taken_in(plan)
    for each in plan["people"]:
        again = taken_in(json.loads(planfile.export_plan(notebook, person=each["id"], at=NOW)))
        assert content(again) == content(notebook)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
    | st.sampled_from(["ann", "jo", "tea", "talk", AT, "2026-03-02", "photo:", "a" * 3000]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["id", "result", "at", "by"]) | st.text(), inner, max_size=3),
    max_leaves=4,
)  # fmt: skip


@st.composite
def spoilt_somewhere(draw: st.DrawFn) -> bytes:
    """The plan file with one or two places that hold something else."""
    plan: Any = plan_data()
    plan["statements"][0]["earlier"] = [{"at": AT, "by": "jo", "original": "Tea."}]
    plan["statements"][1]["withdrawn"] = True
    plan["unfinished"] = [copy.deepcopy(TYPED)]
    for _ in range(draw(st.integers(1, 2))):
        place = plan
        while True:
            keys = sorted(place) if isinstance(place, dict) else range(len(place))
            key = draw(st.sampled_from(keys))
            inner = place[key]
            if not isinstance(inner, dict | list) or not inner or draw(st.booleans()):
                place[key] = draw(JSON)
                break
            place = inner
    return file_of(plan)


@hypothesis.settings(max_examples=300)
@hypothesis.given(spoilt_somewhere())
def test_whatever_stands_in_a_plan_file_it_is_taken_in_or_refused_plainly(data: bytes) -> None:
    notebook = FakeNotebook()
    try:
        planfile.import_plan(notebook, data=data, sections=SECTIONS)
    except (BadPlanFileError, NewerVersionError):
        assert (notebook.revisions, notebook.typing) == ([], {})
        return
    for each in json.loads(data)["people"]:
        planfile.import_plan(
            FakeNotebook(),
            data=planfile.export_plan(notebook, person=each["id"], at=NOW),
            sections=SECTIONS,
        )
