import pytest

from app.model.errors import BadWordsError, NotFoundError
from app.model.person import Settings
from app.usecases import people

from .conftest import TODAY, Home


def test_a_new_person_has_a_home_language_and_the_worker_as_keyworker(home: Home) -> None:
    ann = people.person(home.notebook, person=home.person)
    assert ann.body.preferred_name == "Ann Obi"
    assert ann.body.home_language == "cy"
    assert ann.body.plan_started == TODAY
    (jo,) = people.supporters(home.notebook, person=home.person)
    assert (jo.body.role, jo.body.name, jo.body.worker) == ("keyworker", "Jo", "worker-1")
    assert ann.created_by == jo.id


@pytest.mark.parametrize("name", ["", " \n", "\u200b\x00", "a" * 201])
def test_a_person_without_a_usable_name_is_not_added(home: Home, name: str) -> None:
    with pytest.raises(BadWordsError):
        people.add_person(
            home.notebook,
            preferred_name=name,
            home_language="en-GB",
            worker="w",
            worker_name="Jo",
            today=TODAY,
        )
    assert len(people.everyone(home.notebook)) == 1


def test_who_is_not_there_is_not_found(home: Home) -> None:
    with pytest.raises(NotFoundError):
        people.person(home.notebook, person="nobody")
    with pytest.raises(NotFoundError):
        people.person(home.notebook, person=home.by)


def test_the_worker_whose_key_opened_the_notebook_writes(home: Home) -> None:
    assert people.writer(home.notebook, person=home.person, worker="worker-1") == home.by


def test_looking_makes_nobody_part_of_the_circle(home: Home) -> None:
    assert people.writer(home.notebook, person=home.person, worker="worker-2") is None
    names = [each.body.name for each in people.supporters(home.notebook, person=home.person)]
    assert names == ["Jo"]


def test_another_worker_joins_the_circle_by_their_own_hand(home: Home) -> None:
    people.join(
        home.notebook,
        person=home.person,
        worker="worker-2",
        worker_name="Mo",
        role="support_worker",
    )
    mo = people.supporters(home.notebook, person=home.person)[-1]
    assert (mo.body.name, mo.body.role, mo.created_by) == ("Mo", "support_worker", mo.id)
    assert people.writer(home.notebook, person=home.person, worker="worker-2") == mo.id


def test_only_the_example_notebook_lets_one_write_as_somebody_else(home: Home) -> None:
    assert people.writer(home.notebook, person=home.person, worker="x", example=True) == home.by


def test_supporters_know_whether_they_are_paid_and_independent(home: Home) -> None:
    for name, role in (("Rae", "advocate"), ("Mum", "family")):
        people.add_supporter(home.notebook, person=home.person, name=name, role=role, by=home.by)
    _, rae, mum = people.supporters(home.notebook, person=home.person)
    assert (rae.body.paid, rae.body.independent) == (True, True)
    assert (mum.body.paid, mum.body.independent) == (False, False)


def test_settings_and_photo_follow_the_person(home: Home) -> None:
    for field, value in (("text_percent", 200), ("theme", "dark")):
        people.change_setting(
            home.notebook, person=home.person, field=field, value=value, by=home.by
        )
    people.change_photo(home.notebook, person=home.person, photo="openmoji:1F431", by=home.by)
    ann = people.person(home.notebook, person=home.person)
    assert ann.body.ui == Settings(text_percent=200, theme="dark")
    assert ann.body.photo == "openmoji:1F431"
    assert ann.version == 4
