import contextlib
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from app.model.errors import (
    AlongsideError,
    BadSecretError,
    BadWordsError,
    CannotWriteError,
    InUseError,
    KeysError,
    NotAllowedError,
    TooSoonError,
    WrongKeyError,
)
from app.store import cipher, files, keyfile, keyring, keys, unlocking
from app.store.keyfile import KeyFile, key_file_of
from app.store.keys import Held, Worker
from app.store.opening import create, open_unlocked, open_with_secret
from app.store.recovery import RecoveryCode
from app.store.tries import FREE, Tries
from tests.helpers import change_keys
from tests.helpers.notebooks import add_person, add_statement

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ours(path, device):
    """A notebook of Ana and Ben, open by Ana."""
    made = create(path, worker_name="Ana", secret="4711", kind="pin", device=device)
    keyring.add_worker(made, name="Ben", secret="0815", kind="pin", device=device)
    yield made
    made.close()


def opened(path, secret, device, **more):
    return contextlib.closing(open_with_secret(path, secret=secret, device=device, **more))


def opens(path, secret, device):
    """The name of whoever opens it with this PIN, passphrase or code; None if nobody does."""
    with contextlib.suppress(WrongKeyError):
        if isinstance(secret, RecoveryCode):
            ways = unlocking.unlock(key_file_of(path), wrapping_key=secret.wrapping_key)
            found = contextlib.closing(open_unlocked(path, ways, device=device))
        else:
            found = opened(path, secret, device)
        with found as notebook:
            assert not keyfile.read(key_file_of(path)).in_between
            return notebook.worker.name
    return None


def worker(notebook, name):
    return keyring.named(keyring.workers(notebook), name).id


def events(notebook):
    with notebook.unit_of_work() as work:
        return [each.what for each in work.events.read()]


def test_a_worker_who_was_added_opens_the_notebook_as_themselves(ours, device):
    ours.close()
    assert opens(ours.path, "0815", device) == "Ben"
    assert opens(ours.path, "4711", device) == "Ana"


def test_workers_are_listed_in_their_order(ours, device):
    keyring.add_worker(
        ours, name="Cas", secret="three small words", kind="passphrase", device=device
    )
    assert [each.name for each in keyring.workers(ours)] == ["Ana", "Ben", "Cas"]


@pytest.mark.parametrize(("name", "secret"), [("ben", "1234"), ("Cas", "0815"), ("Cas", "٠٨١٥")])
def test_two_workers_have_neither_one_name_nor_one_pin(ours, device, name, secret):
    before = key_file_of(ours.path).read_bytes()
    with pytest.raises((BadWordsError, BadSecretError)) as refused:
        keyring.add_worker(ours, name=name, secret=secret, kind="pin", device=device)
    assert "0815" not in str(refused.value)
    assert key_file_of(ours.path).read_bytes() == before


def test_a_renamed_worker_keeps_their_pin_also_after_the_data_key_changed(ours, device):
    keyring.rename_worker(ours, worker=worker(ours, "ben"), name="Benedict")
    with pytest.raises(BadWordsError):
        keyring.rename_worker(ours, worker=worker(ours, "Ana"), name="benedict")
    keyring.make_recovery(ours)
    ours.close()
    assert opens(ours.path, "0815", device) == "Benedict"


def test_whoever_has_it_open_can_be_renamed(ours):
    keyring.rename_worker(ours, worker=ours.worker.id, name="Anna")
    assert ours.worker.name == "Anna"


@pytest.mark.parametrize("name", ["Ana", "Ben"])
def test_a_changed_pin_opens_and_the_old_one_does_not(ours, device, name):
    old = {"Ana": "4711", "Ben": "0815"}
    keyring.change_secret(
        ours,
        worker=worker(ours, name),
        secret="three small words",
        kind="passphrase",
        device=device,
    )
    assert [each.name for each in keyring.workers(ours)] == ["Ana", "Ben"]
    ours.close()
    other = "Ben" if name == "Ana" else "Ana"
    assert opens(ours.path, "three small words", device) == name
    assert opens(ours.path, old[name], device) is None
    assert opens(ours.path, old[other], device) == other


def test_a_pin_can_be_changed_to_itself(ours, device):
    keyring.change_secret(ours, worker=ours.worker.id, secret="4711", kind="pin", device=device)
    ours.close()
    assert opens(ours.path, "4711", device) == "Ana"


def test_a_removed_worker_opens_nothing_not_even_with_an_old_key_file(ours, device):
    key_file, old = key_file_of(ours.path), key_file_of(ours.path).read_bytes()
    keyring.remove_worker(ours, worker=worker(ours, "Ben"))
    ours.close()
    assert opens(ours.path, "0815", device) is None
    now = key_file.read_bytes()
    key_file.write_bytes(old)
    with pytest.raises(AlongsideError):
        opened(ours.path, "0815", device)
    key_file.write_bytes(now)
    assert opens(ours.path, "4711", device) == "Ana"


def test_the_last_one_is_not_removed_unless_there_is_a_recovery_sheet(ours, device):
    keyring.remove_worker(ours, worker=worker(ours, "Ben"))
    with pytest.raises(KeysError, match=r"only key .* recovery sheet"):
        keyring.remove_worker(ours, worker=ours.worker.id)
    code = keyring.make_recovery(ours)
    keyring.remove_worker(ours, worker=ours.worker.id)
    assert keyring.workers(ours) == ()
    ours.close()
    assert opens(ours.path, "4711", device) is None
    assert opens(ours.path, code, device) == ""


def test_a_new_recovery_sheet_ends_the_old_one_and_nobody_elses_key(ours, device):
    assert not keyring.has_recovery_sheet(ours)
    old = keyring.make_recovery(ours)
    assert keyring.has_recovery_sheet(ours)
    key_file, with_old = key_file_of(ours.path), key_file_of(ours.path).read_bytes()
    new = keyring.make_recovery(ours)
    ours.close()
    assert opens(ours.path, old, device) is None
    assert opens(ours.path, new, device) == ""
    assert opens(ours.path, "0815", device) == "Ben"
    key_file.write_bytes(with_old)
    with pytest.raises(AlongsideError):
        opens(ours.path, old, device)


def test_what_was_written_is_there_after_the_data_key_changed_and_work_goes_on(ours):
    joe = add_person(ours).id
    said = add_statement(ours, joe, "I like jam.")
    waiting = ours.unit_of_work()
    keyring.make_recovery(ours)
    with waiting as work:
        assert work.records.get(said.id, type(said.body)) == said
    add_statement(ours, joe, "I like tea.")
    assert ours.check() == ()
    assert ours.held.generation == 2


@pytest.mark.parametrize("name", ["Ana", None])
def test_the_sheet_sets_a_new_pin_or_adds_somebody(ours, device, name):
    code = keyring.make_recovery(ours)
    ours.close()
    ways = unlocking.unlock(key_file_of(ours.path), wrapping_key=code.wrapping_key)
    with contextlib.closing(open_unlocked(ours.path, ways, device=device)) as again:
        name = name or "Dee"
        keyring.recover_as(again, name=name.upper(), secret="999999", kind="pin", device=device)
        assert again.worker.name in {"Ana", "DEE"}
        added = [] if name == "Ana" else ["worker_added"]
        assert events(again)[-1 - len(added) :] == ["recovered", *added]
    assert opens(ours.path, "999999", device) in {"Ana", "DEE"}
    assert opens(ours.path, "4711", device) == (None if name == "Ana" else "Ana")
    assert opens(ours.path, code, device) == ""


def test_every_change_is_written_down_without_a_name(ours, device):
    keyring.rename_worker(ours, worker=worker(ours, "Ben"), name="Bob")
    keyring.change_secret(
        ours, worker=worker(ours, "Bob"), secret="2222", kind="pin", device=device
    )
    keyring.make_recovery(ours)
    keyring.remove_worker(ours, worker=worker(ours, "Bob"))
    assert events(ours) == [
        *("worker_added", "worker_renamed", "key_changed"),
        *("recovery_sheet_made", "worker_removed"),
    ]


def test_while_another_program_has_the_file_open_no_data_key_is_changed(ours):
    before = key_file_of(ours.path).read_bytes()
    other = contextlib.closing(cipher.open_connection(ours.path, ours.key, mode="rw"))
    with other, pytest.raises(InUseError):
        keyring.make_recovery(ours)
    assert key_file_of(ours.path).read_bytes() == before
    assert ours.held.generation == 1
    assert ours.check() == ()


def test_what_is_open_to_read_only_changes_no_keys(ours, device):
    ours.close()
    before = key_file_of(ours.path).read_bytes()
    with opened(ours.path, "4711", device, read_only=True) as reading:
        assert len(keyring.workers(reading)) == 2
        for change in (
            lambda: keyring.make_recovery(reading),
            lambda: keyring.rename_worker(reading, worker=reading.worker.id, name="Eve"),
            lambda: keyring.add_worker(
                reading, name="Eve", secret="6666", kind="pin", device=device
            ),
        ):
            with pytest.raises(NotAllowedError):
                change()
    assert key_file_of(ours.path).read_bytes() == before


def test_an_example_has_no_keys(path, device):
    made = create(path, worker_name="Sam", secret="4711", kind="pin", device=device, example=True)
    with contextlib.closing(made):
        assert keyring.workers(made) == (made.worker,)
        with pytest.raises(KeysError, match="example"):
            keyring.make_recovery(made)


def test_a_slot_slipped_into_the_key_file_gets_no_new_data_key(ours, device):
    file, key_file = keyfile.read(key_file_of(ours.path)), key_file_of(ours.path)
    stranger = Held(data_key=b"?" * 32, generation=1, membership=b"?" * 32, notebook=ours.id)
    eve = keys.new_slot(
        worker=Worker("e", "Eve"), secret="6666", kind="pin", device=device, held=stranger
    )
    ana, ben = file.slots
    forged = (
        KeyFile(notebook=file.notebook, slots=(ana, ben, keys.sealed(eve, stranger))),
        KeyFile(
            notebook=file.notebook, slots=(ana, msgspec.structs.replace(ben, public=eve.public))
        ),
    )
    for each in forged:
        keyfile.write(key_file, each)
        with pytest.raises(KeysError, match="altered"):
            keyring.make_recovery(ours)
        assert ours.held.generation == 1
    keyfile.write(key_file, forged[0])
    keyring.remove_worker(ours, worker="e")
    assert [each.name for each in keyring.workers(ours)] == ["Ana", "Ben"]


# Version 1


def as_version_1(ours, device):
    """Ana's and Ben's key file as the first version of this program wrote it."""
    made = []
    for each, pin in ((ours.worker, "4711"), (keyring.workers(ours)[1], "0815")):
        salt, nonce = keys.new_salt(), b"n" * 12
        bare = keys.Slot(id=each.id, name=each.name, kind="pin", cost=keys.COST, salt=salt,
                         nonce=nonce, wrapped=b"")  # fmt: skip
        wrapping = keys.from_secret(pin, device)(bare)
        wrapped = keys.AESGCM(wrapping).encrypt(nonce, ours.key, f"pin|{each.id}|1".encode())
        made.append(msgspec.structs.replace(bare, wrapped=wrapped))
    data = msgspec.json.encode({"version": 1, "slots": made})
    key_file_of(ours.path).write_bytes(data)
    return data


def test_a_key_file_of_version_1_opens_and_is_renewed_worker_by_worker(ours, device):
    as_version_1(ours, device)
    ours.close()
    with opened(ours.path, "4711", device) as again:
        assert again.worker.name == "Ana"
        with pytest.raises(KeysError, match="Ben has to open the notebook once"):
            keyring.make_recovery(again)
    assert [each.public is None for each in keyfile.read(key_file_of(ours.path)).slots] == [
        False,
        True,
    ]
    assert opens(ours.path, "0815", device) == "Ben"
    with opened(ours.path, "4711", device) as again:
        keyring.make_recovery(again)
    assert opens(ours.path, "0815", device) == "Ben"


def test_a_key_file_of_version_1_that_cannot_be_renewed_opens_all_the_same(
    ours, device, monkeypatch
):
    data = as_version_1(ours, device)
    ours.close()

    def full(*args):
        raise OSError(28, "no room")

    monkeypatch.setattr(files, "write_whole", full)
    assert opens(ours.path, "4711", device) == "Ana"
    assert key_file_of(ours.path).read_bytes() == data


# Faults


@pytest.mark.parametrize("call", [1, 2])
def test_a_key_file_that_cannot_be_written_leaves_a_notebook_that_opens(
    ours, device, monkeypatch, call
):
    real, calls = files.write_whole, []

    def fill_up(*args):
        calls.append(args)
        if len(calls) == call:
            raise OSError(28, "no room")
        real(*args)

    monkeypatch.setattr(files, "write_whole", fill_up)
    refused = pytest.raises(CannotWriteError, match="disk is full")
    with refused if call == 1 else contextlib.nullcontext():
        keyring.remove_worker(ours, worker=worker(ours, "Ben"))
    assert ours.check() == ()
    add_person(ours)
    ours.close()
    assert opens(ours.path, "4711", device) == "Ana"
    assert opens(ours.path, "0815", device) == ("Ben" if call == 1 else None)


def test_a_disk_that_fills_up_while_pages_are_encrypted_leaves_the_old_keys(ours, device):
    joe = add_person(ours).id
    for number in range(200):
        add_statement(ours, joe, f"Sentence {number} " + "and so on " * 20)
    ours.close()
    code = (
        "import resource, sys; from pathlib import Path; from tests.helpers import change_keys; "
        "p = Path(sys.argv[1]); resource.setrlimit(resource.RLIMIT_FSIZE, "
        "(p.stat().st_size - 40_960, resource.RLIM_INFINITY)); change_keys.main()"
    )
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", code, ours.path, "4711", "change", "2222"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "CannotWriteError" in done.stderr, done.stderr
    assert opens(ours.path, "2222", device) is None
    assert opens(ours.path, "0815", device) == "Ben"
    with opened(ours.path, "4711", device) as again:
        assert again.check() == ()


OLD_CODE, NEW_CODE = RecoveryCode.new(), RecoveryCode.new()
WHATS = {
    "change": ("2222", {"2222": "Ana", "4711": None}),
    "remove": ("-", {"0815": None}),
    "recovery": (NEW_CODE.signs, {NEW_CODE: "", OLD_CODE: None}),
}


def ready(ours, monkeypatch):
    monkeypatch.setattr(RecoveryCode, "new", lambda: OLD_CODE)
    keyring.make_recovery(ours)
    joe = add_person(ours).id
    for number in range(30):
        add_statement(ours, joe, f"Sentence {number} " + "and so on " * 20)
    ours.close()


def who_opens(path, device):
    secrets = ("2222", "4711", "0815", NEW_CODE, OLD_CODE)
    return {each: opens(path, each, device) for each in secrets}


def killed(path, what, *more, after=None):
    """Change keys in another process that is killed, of itself or after so many seconds.

    Returns how many seconds it lived after it had begun to change them.
    """
    command = [sys.executable, "-m", "tests.helpers.change_keys", path, "4711", what]
    command += [WHATS[what][0], *more]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "begins\n"
        begun = time.monotonic()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=after)
        lived = time.monotonic() - begun
        process.kill()
    assert process.returncode == -9
    return lived


@pytest.mark.slow
@pytest.mark.parametrize("what", WHATS)
@pytest.mark.parametrize("step", change_keys.STEPS)
def test_killed_before_a_step_exactly_the_right_secrets_open_it(
    ours, device, monkeypatch, what, step
):
    ready(ours, monkeypatch)
    old = who_opens(ours.path, device)
    assert old == {"2222": None, "4711": "Ana", "0815": "Ben", NEW_CODE: None, OLD_CODE: ""}
    killed(ours.path, what, step)
    is_new = step in {"write new", "end"}
    assert who_opens(ours.path, device) == (old | WHATS[what][1] if is_new else old)
    last = "2222" if is_new and what == "change" else "4711"
    with opened(ours.path, last, device) as again:
        assert again.check() == ()
        keyring.make_recovery(again)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("what", WHATS)
def test_killed_at_any_moment_either_the_old_or_the_new_secrets_open_it(
    ours, device, monkeypatch, what
):
    ready(ours, monkeypatch)
    key_file = key_file_of(ours.path)
    start = {each: each.read_bytes() for each in (ours.path, key_file)}
    old = who_opens(ours.path, device)
    new = old | WHATS[what][1]
    for moment in range(25):
        for each, data in start.items():
            each.write_bytes(data)
        if moment == 0:  # it ends by itself, and shows how long a change takes here
            whole = killed(ours.path, what)
        else:
            killed(ours.path, what, after=whole * (moment - 1) / 20)
        now = who_opens(ours.path, device)
        assert now == new if moment == 0 else now in (old, new)
        with opened(ours.path, "2222" if now["4711"] is None else "4711", device) as again:
            assert again.check() == ()


# Wrong tries


def test_wrong_pins_are_counted_over_a_restart_and_a_right_one_clears_them(ours, device, tmp_path):
    ours.close()
    file = tmp_path / "home" / "tries.json"
    for _ in range(FREE + 1):
        with pytest.raises(WrongKeyError):
            opened(ours.path, "908172635445", device, tries=Tries(file))
    for secret in ("908172635445", "4711"):
        with pytest.raises(TooSoonError):
            opened(ours.path, secret, device, tries=Tries(file))
    later = Tries(file, ticks=lambda: Tries(file)._ticks() + 10, clock=lambda: 9e9)
    with opened(ours.path, "4711", device, tries=later):
        pass
    with pytest.raises(WrongKeyError):
        opened(ours.path, "908172635445", device, tries=Tries(file))
    assert b"908172635445" not in file.read_bytes()


def test_a_copy_in_another_folder_does_not_start_anew(ours, device, tmp_path):
    ours.close()
    file, other = tmp_path / "tries.json", tmp_path / "other" / "n.alongside"
    for _ in range(FREE + 1):
        with pytest.raises(WrongKeyError):
            opened(ours.path, "1111", device, tries=Tries(file))
    other.parent.mkdir()
    for source, target in ((ours.path, other), (key_file_of(ours.path), key_file_of(other))):
        target.write_bytes(source.read_bytes())
    with pytest.raises(TooSoonError):
        opened(other, "4711", device, tries=Tries(file))


def test_no_key_and_no_secret_is_seen_in_what_python_shows(ours, device):
    code = keyring.make_recovery(ours)
    file = keyfile.read(key_file_of(ours.path))
    wrapping_key = keys.from_secret("4711", device)
    (way,) = keys.unlock(file.slots, notebook=file.notebook, wrapping_key=wrapping_key)
    shown = f"{ours!r} {ours.held!r} {way!r} {device!r} {code!r} {file!r} {ours.worker!r}"
    with pytest.raises(WrongKeyError) as refused:
        opened(ours.path, "987654", device)
    shown += repr(refused.value) + repr(refused.value.__context__)
    hidden = [ours.key, way.held.membership, way.wrapping, device.secret]
    for each in (*hidden, *(part.hex() for part in hidden), code.signs, "987654"):
        assert str(each) not in shown
