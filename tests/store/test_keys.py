import msgspec
import pytest

from app.model.errors import BadSecretError, NewerVersionError, NotANotebookError, WrongKeyError
from app.store import keys
from app.store.keys import Worker

KEY = bytes(range(32))
ANA, BEN = Worker("a", "Ana"), Worker("b", "Ben")
PHRASE = "correct horse battery"

pytestmark = pytest.mark.usefixtures("quick_keys")


def slot(secret, kind, device, worker=ANA):
    return keys.new_slot(KEY, worker=worker, secret=secret, kind=kind, device=device)


def unlock(slots, secret, device):
    return keys.unlock(tuple(slots), secret=secret, device=device)


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
    "altered", [{"id": "b"}, {"kind": "passphrase"}, {"salt": b"x" * 16}, {"nonce": b"x" * 12}]
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
    later = msgspec.structs.replace(slot("4711", "pin", device), kind="recovery", cost=None)
    slots = (later, slot("4711", "pin", device, BEN))
    assert unlock(slots, "4711", device) == (KEY, BEN)
    assert msgspec.json.decode(keys.encode(slots))["slots"][0]["kind"] == "recovery"


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
    slots = (slot("47110815", "pin", device), slot(PHRASE, "passphrase", device, BEN))
    path.write_bytes(keys.encode(slots))
    assert keys.read(path) == slots
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
        keys.read(path)


def test_a_missing_key_file_and_a_folder_are_said_to_be_none(path, tmp_path):
    for where in (path, tmp_path):
        with pytest.raises(NotANotebookError, match="key file"):
            keys.read(where)


def test_a_key_file_cut_off_anywhere_is_refused(path, device):
    data = keys.encode((slot("4711", "pin", device),))
    for length in range(0, len(data), 7):
        path.write_bytes(data[:length])
        with pytest.raises(NotANotebookError):
            keys.read(path)


def test_a_key_file_that_would_use_up_the_computer_is_refused(path, device):
    path.write_bytes(
        keys.encode((slot("4711", "pin", device),)).replace(b'"passes": 1', b'"passes": 1000000')
    )
    with pytest.raises(NotANotebookError):
        keys.read(path)


def test_a_key_file_of_a_newer_program_is_refused(path):
    path.write_bytes(b'{"version": 2, "slots": "in another form"}')
    with pytest.raises(NewerVersionError):
        keys.read(path)
