"""Every kind of record goes into a plan file and comes out again, with every version."""

import datetime
import json

import hypothesis
import jsonschema
import msgspec
import pytest
from hypothesis import strategies as st

from app.model.ids import RecordId
from app.model.kinds import KINDS, LISTS, kind_of
from app.model.pictures import Picture
from app.model.planfile import EarlierEnvelope, Envelope, LaterEnvelope, photo_ref
from app.model.planschema import plan_file_schema
from app.model.record import Body
from app.usecases import planfile
from tests.helpers.bodies import NAMES, SPOKEN, TIMES, naming, without_key
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.one_of_each import one_of_each
from tests.helpers.plans import photo, the_sections
from tests.helpers.recorded import recording

SECTIONS = the_sections()
SCHEMA = jsonschema.Draft202012Validator(plan_file_schema())
NOW = datetime.datetime(2026, 3, 4, 9, tzinfo=datetime.UTC)
PHOTO = photo()
STANDING = {name: (kind_of(body),) for name, body in LISTS.items()}
"""In the notebook, one record of each kind is called by its kind."""

_PICTURES = st.sampled_from(["openmoji:2615", photo_ref(PHOTO)])
FIELDS = {
    "section": st.sampled_from([section.id for section in SECTIONS]),
    "lang": st.sampled_from(["cy", "pl", "ur"]),
    "original": SPOKEN,
    "preferred_name": NAMES,
    "name": NAMES,
}


def full() -> FakeNotebook:
    """A notebook with one person, and one record of every kind that says something of them."""
    notebook = FakeNotebook()
    person, helper = RecordId("person"), RecordId("supporter")
    each = one_of_each(
        person, by=helper, now=NOW, sentence=RecordId("statement"), goal=RecordId("goal"),
        talk=RecordId("session"), board=RecordId("board"),
    )  # fmt: skip
    with notebook.unit_of_work() as work:
        work.media.put(Picture("image/png", PHOTO))
        work.media.put_sound(recording())
        for kind, body in each.items():
            work.records.add(body, by=helper, record=RecordId(kind), at=NOW)
        work.commit()
    return notebook


def held(notebook: FakeNotebook) -> list[tuple[object, ...]]:
    """Each record's versions in order."""
    revisions = sorted(notebook.revisions, key=lambda revision: revision.record)
    return [(r.record, r.kind, r.at, r.by, r.withdrawn, without_key(r.body)) for r in revisions]


def there_and_back(notebook: FakeNotebook) -> FakeNotebook:
    """A notebook into which everything was carried in a plan file, as its schema has it."""
    data = planfile.export_plan(notebook, person=RecordId("person"), at=NOW)
    again = FakeNotebook()
    planfile.import_plan(again, data=data, sections=SECTIONS)
    SCHEMA.validate(json.loads(data))
    return again


def test_r5_one_of_every_kind_comes_back_as_it_was() -> None:
    notebook = full()
    assert {revision.kind for revision in notebook.revisions} == set(KINDS)
    assert held(there_and_back(notebook)) == held(notebook)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_no_field_of_a_record_is_called_as_what_a_plan_file_says_about_its_versions(
    kind: type[Body],
) -> None:
    about = {
        field
        for form in (Envelope, LaterEnvelope, EarlierEnvelope)
        for field in form.__struct_fields__
    }
    assert {field.encode_name for field in msgspec.structs.fields(kind)} & about == set()


@pytest.mark.parametrize("kind", LISTS.values(), ids=LISTS)
@hypothesis.settings(max_examples=8, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(data=st.data())
def test_r5_whatever_a_record_holds_each_of_its_versions_comes_back(
    kind: type[Body], data: st.DataObject
) -> None:
    notebook = full()
    record = RecordId(kind_of(kind))
    made = naming(kind, STANDING, _PICTURES, **FIELDS)
    with notebook.unit_of_work() as work:
        for _ in range(data.draw(st.integers(1, 2))):
            work.records.revise(
                record,
                data.draw(made),
                by=data.draw(st.sampled_from(["person", "supporter"])),
                at=data.draw(TIMES),
                withdrawn=data.draw(st.booleans()),
            )
        work.commit()
    assert held(there_and_back(notebook)) == held(notebook)
