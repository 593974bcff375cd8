import contextlib
import datetime
import json

import msgspec
import pytest

from app.bootstrap import House
from app.model.errors import BadWordsError, NotAllowedError, WrongKeyError
from app.model.feedback import SealedWords
from app.model.ids import PictureRef
from app.model.person import Supporter
from app.model.wording import SourceWording
from app.store import keyfile, keyring, keys
from app.store.keyfile import key_file_of
from app.usecases import about_me, advocate_keys, people, planfile, sealed_notes, undo, worker_roles
from app.usecases.doings import doings

TODAY = datetime.date(2026, 3, 4)
SECRET = "Zebra Zacharias frightens me at night"
SAID = SealedWords(words=SECRET, pictures=(PictureRef("openmoji:1F628"),))


@pytest.fixture
def house(tmp_path):
    return House(tmp_path / "home", tmp_path / "notebooks")


@pytest.fixture
def ours(house):
    """A notebook of Kit, Joe's keyworker, who has it open, and of Max and Mia, two managers."""
    made = house.create_notebook(
        house.notebook_path("Ours"), worker_name="Kit", secret="1111", kind="pin"
    )
    for name, pin in (("Max", "2222"), ("Mia", "3333")):
        manager = house.add_worker(made, name=name, secret=pin, kind="pin")
        worker_roles.give(made, worker=manager.id, role="manager", giver=made.worker.id, workers=())
    yield made
    made.close()


@pytest.fixture
def joe(ours):
    change = people.add_person(
        ours,
        preferred_name="Joe",
        home_language="en-GB",
        worker=ours.worker.id,
        worker_name="Kit",
        today=TODAY,
    )
    return change.last("person")


def seal(house, notebook, person, to="manager", said=SAID):
    by = people.supporters(notebook, person=person)[0].id
    return house.seal_note(notebook, person=person, to=to, said=said, on=TODAY, by=by)


@contextlib.contextmanager
def as_worker(house, ours, pin):
    """The notebook, open by somebody else."""
    ours.close()
    again = house.open_notebook(ours.path, secret=pin)
    try:
        yield again
    finally:
        again.close()


def words(house, notebook, pin):
    return [
        each.said.words if each.said else None
        for each in house.open_notes(notebook, secret=pin, on=TODAY)
    ]


def everything_in(notebook):
    """Every row of every table, as a program with the data key reads them."""
    with notebook._engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        return "\n".join(
            repr(row)
            for (table,) in tables.all()
            for row in connection.exec_driver_sql(f"SELECT * FROM [{table}]")  # noqa: S608
        )


def test_r14_nothing_of_a_sealed_note_can_be_read_with_the_keyworkers_key(house, ours, joe):
    seal(house, ours, joe)
    for part in (SECRET, "Zacharias", "frightens", "1F628"):
        assert ours.look_for(part).pieces == frozenset()
        assert part not in everything_in(ours)
    assert ours.look_for("sealed_note").pieces, "the note is there, and would be found"
    for file in ours.path.parent.rglob("*"):
        assert file.is_dir() or b"Zacharias" not in file.read_bytes()


def test_r14_a_keyworkers_pin_opens_no_note(house, ours, joe):
    seal(house, ours, joe)
    assert words(house, ours, "1111") == []
    with pytest.raises(WrongKeyError):
        house.open_notes(ours, secret="2222", on=TODAY)  # the manager's, but Kit has it open


def test_r14_nothing_else_that_is_told_or_written_out_holds_the_words(house, ours, joe):
    seal(house, ours, joe)
    told = about_me.about_me(
        ours, person=joe, sections=house.sections, guides=house.guides,
        topics=house.topics, today=TODAY,
    )  # fmt: skip
    at = datetime.datetime(2026, 3, 4, tzinfo=datetime.UTC)
    exported = planfile.export_plan(ours, person=joe, at=at).decode()
    (note,) = sealed_notes.told(ours, person=joe)
    for all_of_it in (repr(told), exported):
        assert "Zacharias" not in all_of_it
    assert note.body.boxes[0].sealed in exported, "it stays sealed in a plan file"
    assert note.body.boxes[0].sealed not in repr(told), "nobody can read this on paper"
    with ours.unit_of_work() as work:
        assert work.records.search("Zacharias") == ()
    assert undo.next_undo(ours, person=joe) is None, "whoever sits beside could undo it"


def test_every_manager_opens_it_with_their_own_pin(house, ours, joe):
    seal(house, ours, joe)
    for pin in ("2222", "3333"):
        with as_worker(house, ours, pin) as theirs:
            (opened,) = house.open_notes(theirs, secret=pin, on=TODAY)
            assert opened.said == SAID
            assert opened.person.body.preferred_name == "Joe"


def test_that_it_was_read_is_kept_with_the_day_on_which_it_was_read_first(house, ours, joe):
    seal(house, ours, joe)
    later = TODAY + datetime.timedelta(days=5)
    with as_worker(house, ours, "2222") as theirs:
        for on in (TODAY, later):
            house.open_notes(theirs, secret="2222", on=on)
        (note,) = sealed_notes.told(theirs, person=joe)
        assert note.body.read_on == TODAY
        with theirs.unit_of_work() as work:
            max_ = work.records.get(note.changed_by, Supporter).body
        assert (max_.name, max_.role, max_.worker) == ("Max", "other", "")
        assert "Max" not in {each.body.name for each in people.supporters(theirs, person=joe)}


def test_r14_a_stopped_advocate_who_opens_an_old_note_gets_nothing_else_back(house, ours, joe):
    ruth = house.add_worker(ours, name="Ruth", secret="4444", kind="pin")
    workers = [each.id for each in house.workers(ours)]
    max_ = keyring.named(house.workers(ours), "Max").id
    worker_roles.give(ours, worker=ruth.id, role="advocate", giver=max_, workers=workers)

    def speaks_up(yes):
        advocate_keys.name_advocate(
            ours, person=joe, worker=ruth.id, name="Ruth", speaks_up=yes,
            giver=max_, workers=workers, by=None,
        )  # fmt: skip

    speaks_up(yes=True)
    seal(house, ours, joe, to="advocate")
    speaks_up(yes=False)
    with as_worker(house, ours, "4444") as theirs:
        assert words(house, theirs, "4444") == [SECRET]
        assert advocate_keys.people_for(theirs, worker=ruth.id) == ()
        assert house.note_readers(theirs, person=joe)["advocate"] == ()


@pytest.mark.parametrize("role", ["manager", "advocate", "imca"])
def test_r14_what_a_plan_says_of_somebody_makes_them_no_reader(house, ours, joe, role):
    eve = house.add_worker(ours, name="Eve", secret="4444", kind="pin")
    with ours.unit_of_work() as work:
        body = Supporter(person=joe, role=role, name="Eve", paid=True, worker=eve.id)
        work.records.add(body, by=joe)
        work.commit()
    assert house.note_readers(ours, person=joe) == {"manager": ("Max", "Mia"), "advocate": ()}


@pytest.mark.parametrize("role", ["keyworker", "support_worker"])
def test_r14_nobody_who_supports_the_person_is_their_reader_too(house, ours, joe, role):
    for name, to in (("Max", "manager"), ("Eve", "advocate")):
        worker = (
            keyring.named(house.workers(ours), name)
            if name == "Max"
            else house.add_worker(ours, name=name, secret="4444", kind="pin")
        )
        worker_roles.give(ours, worker=worker.id, role=to, giver="", workers=())
        with ours.unit_of_work() as work:
            for each in {role, to}:
                body = Supporter(person=joe, role=each, name=name, paid=True, worker=worker.id)
                work.records.add(body, by=joe)
            work.commit()
    assert house.note_readers(ours, person=joe) == {"manager": ("Mia",), "advocate": ()}


def test_r14_a_plan_file_gives_nobody_a_key(house, ours, joe):
    at = datetime.datetime(2026, 3, 4, tzinfo=datetime.UTC)
    data = planfile.export_plan(ours, person=joe, at=at)
    kit = ours.worker.id
    assert kit in data.decode()
    house.erase(ours, person=joe)
    planfile.import_plan(ours, data=data, sections=house.sections)
    (keyworker,) = people.supporters(ours, person=joe)
    assert (keyworker.body.name, keyworker.body.worker) == ("Kit", "")
    assert people.writer(ours, person=joe, worker=kit) is None


def test_a_note_still_opens_after_its_reader_changed_their_pin(house, ours, joe):
    seal(house, ours, joe)
    with as_worker(house, ours, "2222") as theirs:
        house.change_secret(
            theirs, worker=theirs.worker.id, secret="5555", kind="pin", present="2222"
        )
        seal(house, theirs, joe, said=SealedWords(words="Another"))
        assert words(house, theirs, "5555") == ["Another", SECRET]


def test_whoever_sets_a_managers_pin_cannot_read_what_was_sealed_before(house, ours, joe):
    seal(house, ours, joe)
    max_ = keyring.named(house.workers(ours), "Max").id
    house.change_secret(ours, worker=max_, secret="6666", kind="pin")
    with as_worker(house, ours, "6666") as posing:
        assert words(house, posing, "6666") == [None]


def test_changing_a_pin_with_a_wrong_present_one_changes_nothing(house, ours, joe):
    with pytest.raises(WrongKeyError):
        house.change_secret(ours, worker=ours.worker.id, secret="5555", kind="pin", present="2222")
    assert not ours.example
    house.confirm(ours, secret="1111")


def test_a_new_manager_reads_what_is_sealed_from_then_on_and_nothing_older(house, ours, joe):
    seal(house, ours, joe)
    for name in ("Max", "Mia"):
        house.remove_worker(ours, worker=keyring.named(house.workers(ours), name).id)
    new = house.add_worker(ours, name="Nia", secret="4444", kind="pin")
    worker_roles.give(ours, worker=new.id, role="manager", giver=ours.worker.id, workers=())
    seal(house, ours, joe, said=SealedWords(words="Another"))
    with as_worker(house, ours, "4444") as theirs:
        assert words(house, theirs, "4444") == ["Another"]


def test_a_note_is_bound_to_itself_and_cannot_be_passed_off_as_another(house, ours, joe):
    seal(house, ours, joe)
    (note,) = sealed_notes.told(ours, person=joe)
    with ours.unit_of_work() as work:
        work.records.add(note.body, by=joe)
        work.commit()
    with as_worker(house, ours, "2222") as theirs:
        assert words(house, theirs, "2222") == [None, SECRET]


def test_how_long_a_note_is_does_not_show(house, ours, joe):
    seal(house, ours, joe, said=SealedWords(words="Yes"))
    seal(house, ours, joe)
    lengths = {len(box.sealed) for n in sealed_notes.told(ours, person=joe) for box in n.body.boxes}
    assert len(lengths) == 1


def test_nobody_of_a_role_with_a_key_means_that_nothing_is_kept(house, ours, joe):
    with pytest.raises(NotAllowedError, match="not kept"):
        seal(house, ours, joe, to="advocate")
    with pytest.raises(BadWordsError):
        seal(house, ours, joe, said=SealedWords(words="  "))
    assert sealed_notes.told(ours, person=joe) == ()


def test_nothing_can_be_sealed_to_a_slot_that_was_slipped_into_the_key_file(house, ours, joe):
    key_file = key_file_of(ours.path)
    data = json.loads(key_file.read_bytes())
    kit, max_, _mia = data["slots"]
    max_["note_keys"] = kit["note_keys"]
    key_file.write_text(json.dumps(data), "utf-8")
    assert house.note_readers(ours, person=joe)["manager"] == ("Mia",)


def test_a_keyworker_is_never_the_reader_even_where_they_are_the_manager_too(house, ours, joe):
    for name in ("Max", "Mia"):
        house.remove_worker(ours, worker=keyring.named(house.workers(ours), name).id)
    kit = ours.worker.id
    worker_roles.give(ours, worker=kit, role="manager", giver=kit, workers=(kit,))
    assert house.note_readers(ours, person=joe) == {"manager": (), "advocate": ()}


def test_nor_is_whoever_was_the_keyworker_before(house, ours, joe):
    for name in ("Max", "Mia"):
        house.remove_worker(ours, worker=keyring.named(house.workers(ours), name).id)
    kit = ours.worker.id
    worker_roles.give(ours, worker=kit, role="manager", giver=kit, workers=(kit,))
    with ours.unit_of_work() as work:
        (was,) = (x for x in work.records.find(Supporter, person=joe) if x.body.worker == kit)
        left = msgspec.structs.replace(was.body, left_on=datetime.date(2026, 3, 1))
        work.records.revise(was.id, left, by=was.id)
        work.commit()
    assert house.note_readers(ours, person=joe)["manager"] == ()


def test_who_makes_themselves_a_manager_is_seen(house, ours):
    kit = ours.worker.id
    workers = {each.id: each.name for each in house.workers(ours)}
    with pytest.raises(NotAllowedError, match="Only a manager"):
        worker_roles.give(ours, worker=kit, role="manager", giver=kit, workers=workers)
    worker_roles.give(ours, worker=kit, role="manager", giver=kit, workers=(kit,))
    said = [each.said(SourceWording()) for each in doings(ours, workers=workers)]
    assert said[0] == "Kit said what they themselves are here: Manager."
    assert "Kit said what somebody who opens the notebook is here: Manager." in said


def test_a_slot_from_before_there_were_sealed_notes_gets_its_keys_at_the_next_opening(house, ours):
    key_file, held = key_file_of(ours.path), ours.held
    file = keyfile.read(key_file)
    bare = (msgspec.structs.replace(slot, seals=(), note_keys=()) for slot in file.slots)
    before = tuple(keys.sealed(slot, held) for slot in bare)
    keyfile.write(key_file, msgspec.structs.replace(file, slots=before))
    with as_worker(house, ours, "1111") as again:
        kit, *others = keyfile.read(key_file).slots
        assert kit.note_keys
        assert not any(each.note_keys for each in others)
        keyring.make_recovery(again)  # every slot is still vouched for


def test_a_restored_backup_opens_its_notes_with_the_pins_of_that_day(house, ours, joe, tmp_path):
    seal(house, ours, joe)
    stick = tmp_path / "stick"
    stick.mkdir()
    made = house.backup(ours, stick)
    ours.close()
    restored = house.restore(made.file, tmp_path / "again.alongside", secret="2222")
    with contextlib.closing(restored):
        assert words(house, restored, "2222") == [SECRET]
    with contextlib.closing(house.look_into(made.file, secret="2222")) as looked:
        assert words(house, looked, "2222") == [SECRET]


def test_the_recovery_sheet_opens_no_note(house, ours, joe):
    seal(house, ours, joe)
    code = house.make_recovery(ours)
    ours.close()
    again = house.recover(ours.path, sheet=code.signs, worker_name="Max", secret="9999", kind="pin")
    with contextlib.closing(again):
        assert words(house, again, "9999") == [None]
