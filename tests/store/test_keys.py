import msgspec
import pytest

from app.model.errors import BadSecretError, NewerVersionError, NotANotebookError, WrongKeyError
from app.store import keyfile, keys, unlocking
from app.store.keyfile import KeyFile
from app.store.keys import Held, Worker

KEY = bytes(range(32))
HELD = Held.first(KEY, "notebook-1")
ANA, BEN = Worker("a", "Ana"), Worker("b", "Ben")
PHRASE = "correct horse battery"


def slot(secret, kind, device, worker=ANA):
    made = keys.new_slot(worker=worker, secret=secret, kind=kind, device=device, held=HELD)
    return keys.sealed(made, HELD)


def unlock(slots, secret, device, notebook="notebook-1"):
    wrapping_key = keys.from_secret(secret, device)
    for way in keys.unlock(tuple(slots), notebook=notebook, wrapping_key=wrapping_key):
        return way.held.data_key, way.slot.worker
    raise WrongKeyError


def key_file(*slots):
    return KeyFile(notebook="notebook-1", slots=slots)


def test_each_worker_opens_the_same_key_with_their_own_secret(device):
    slots = [slot("4711", "pin", device), slot(PHRASE, "passphrase", device, BEN)]
    assert unlock(slots, "4711", device) == (KEY, ANA)
    assert unlock(slots, PHRASE, device) == (KEY, BEN)


@pytest.mark.parametrize("wrong", ["4712", "04711", "", "4711 ", "x" * 5_000, "4711\0", "\ud800"])
def test_a_wrong_secret_opens_nothing(device, wrong):
    slots = [slot("47110", "pin", device), slot(PHRASE, "passphrase", device)]
    with pytest.raises(WrongKeyError):
        unlock(slots, wrong, device)


def test_a_pin_needs_the_device_and_a_passphrase_does_not(device, other_device):
    slots = [slot("4711", "pin", device), slot(PHRASE, "passphrase", device)]
    with pytest.raises(WrongKeyError):
        unlock(slots, "4711", other_device)
    assert unlock(slots, PHRASE, other_device) == (KEY, ANA)


@pytest.mark.parametrize(
    "altered",
    [
        {"id": "b"},
        {"kind": "passphrase"},
        {"salt": b"x" * 16},
        {"nonce": b"x" * 12},
        {"public": b"x" * 32},
        {"public": bytes(32)},
        {"seals": ()},
    ],
)
def test_an_altered_slot_is_refused(device, altered):
    long_pin = "123456789012"
    forged = msgspec.structs.replace(slot(long_pin, "pin", device), **altered)
    with pytest.raises(WrongKeyError):
        unlock([forged], long_pin, device)


def test_swapped_slots_are_refused(device):
    ana, ben = slot("4711", "pin", device), slot("0815", "pin", device, BEN)
    swapped = [
        msgspec.structs.replace(ana, id=ben.id, name=ben.name),
        msgspec.structs.replace(ben, id=ana.id, name=ana.name),
    ]
    for secret in ("4711", "0815"):
        with pytest.raises(WrongKeyError):
            unlock(swapped, secret, device)


def test_a_slot_of_a_kind_not_known_yet_is_kept_and_passed_over(device):
    later = msgspec.structs.replace(slot("4711", "pin", device), kind="fingerprint", cost=None)
    slots = (later, slot("4711", "pin", device, BEN))
    assert unlock(slots, "4711", device) == (KEY, BEN)
    stored = msgspec.json.decode(keyfile.encode(key_file(*slots)))
    assert stored["slots"][0]["kind"] == "fingerprint"


def test_a_slot_of_another_notebook_is_refused(device):
    with pytest.raises(WrongKeyError):
        unlock([slot("4711", "pin", device)], "4711", device, notebook="notebook-2")


def test_a_seal_of_another_generation_or_slot_or_of_a_stranger_is_refused(device):
    ana, ben = slot("4711", "pin", device), slot("0815", "pin", device, BEN)
    (seal,) = ana.seals
    stranger = Held(data_key=b"?" * 32, generation=1, membership=b"?" * 32, notebook="notebook-1")
    for seals in (
        (msgspec.structs.replace(seal, generation=2),),
        (msgspec.structs.replace(seal, sender=bytes(32)),),
        ben.seals,
        keys.sealed(ana, stranger).seals,
    ):
        with pytest.raises(WrongKeyError):
            unlock([msgspec.structs.replace(ana, seals=seals)], "4711", device)


def test_a_new_data_key_is_sealed_without_anybodys_secret(device):
    new = HELD.with_new_key()
    both = keys.sealed(slot("4711", "pin", device), new)
    wrapping_key = keys.from_secret("4711", device)
    found = keys.unlock((both,), notebook="notebook-1", wrapping_key=wrapping_key)
    assert [way.held for way in found] == [new, HELD]
    (alone,) = key_file(both).only(2).slots
    assert unlock([alone], "4711", device) == (new.data_key, ANA)
    assert keys.is_vouched_for(alone, new)
    assert not keys.is_vouched_for(alone, HELD)


def test_a_slot_is_vouched_for_as_it_is(device):
    made = slot("4711", "pin", device)
    assert keys.is_vouched_for(made, HELD)
    for altered in ({"name": "Eve"}, {"public": b"x" * 32}, {"wrapped": b"x"}, {"id": "e"}):
        assert not keys.is_vouched_for(msgspec.structs.replace(made, **altered), HELD)


def test_digits_of_any_keyboard_make_the_same_pin(device):
    assert unlock([slot("٤٧١١", "pin", device)], "4711", device) == (KEY, ANA)


def test_a_passphrase_is_the_same_however_it_is_spaced_or_composed(device):
    slots = [slot("Zoë  likes jam", "passphrase", device)]
    assert unlock(slots, " Zoe\u0308 likes jam ", device) == (KEY, ANA)


@pytest.mark.parametrize(
    ("secret", "kind"),
    [
        ("123", "pin"),
        ("1234567890123", "pin"),
        ("12a4", "pin"),
        ("12 34", "pin"),
        ("", "pin"),
        ("eleven char", "passphrase"),
        ("a" + " " * 20, "passphrase"),
        ("x" * 1_001, "passphrase"),
    ],
)
def test_secrets_that_are_too_short_or_of_the_wrong_form_are_refused(device, secret, kind):
    with pytest.raises(BadSecretError) as refused:
        slot(secret, kind, device)
    assert not secret or secret not in str(refused.value)


def test_the_cost_is_kept_with_each_slot(device, monkeypatch):
    old = slot("4711", "pin", device)
    monkeypatch.setattr(keys, "COST", keys.Cost(passes=2, memory_kib=128, lanes=1))
    assert unlock([old], "4711", device) == (KEY, ANA)
    assert slot("4711", "pin", device).cost.passes == 2


def test_the_key_file_reads_back_and_holds_neither_key_nor_secret(device, path):
    file = key_file(slot("47110815", "pin", device), slot(PHRASE, "passphrase", device, BEN))
    keyfile.write(path, file)
    assert keyfile.read(path) == file
    data = path.read_bytes()
    for hidden in (KEY, KEY.hex().encode(), b"47110815", PHRASE.encode(), device.secret):
        assert hidden not in data


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"version": 1}', b'{"version": 1, "slots": [{}]}', b"null"],
)
def test_a_damaged_key_file_is_said_to_be_one(path, content):
    path.write_bytes(content)
    with pytest.raises(NotANotebookError, match="key file"):
        keyfile.read(path)


def test_a_missing_key_file_and_a_folder_are_said_to_be_none(path, tmp_path):
    for where in (path, tmp_path):
        with pytest.raises(NotANotebookError, match="key file"):
            keyfile.read(where)


def test_a_key_file_cut_off_anywhere_is_refused(path, device):
    data = keyfile.encode(key_file(slot("4711", "pin", device)))
    for length in range(0, len(data), 7):
        path.write_bytes(data[:length])
        with pytest.raises(NotANotebookError):
            keyfile.read(path)


def test_a_key_file_that_would_use_up_the_computer_is_refused(path, device):
    path.write_bytes(
        keyfile.encode(key_file(slot("4711", "pin", device))).replace(
            b'"passes": 1', b'"passes": 1000000'
        )
    )
    with pytest.raises(NotANotebookError):
        keyfile.read(path)


def test_a_key_file_of_a_newer_program_is_refused(path):
    path.write_bytes(b'{"version": 4, "slots": "in another form"}')
    with pytest.raises(NewerVersionError):
        keyfile.read(path)


def test_a_secret_that_opens_nothing_is_refused_before_the_database_is_needed(path, device):
    keyfile.write(path, key_file(slot("4711", "pin", device)))
    with pytest.raises(WrongKeyError):
        unlocking.unlock(path, wrapping_key=keys.from_secret("0815", device))
    (way,) = unlocking.unlock(path, wrapping_key=keys.from_secret("4711", device))
    assert way.held == HELD
