"""The real cost of guessing, which the other tests do not pay."""

from app.store import keys
from app.store.keys import Worker

SHIPPED = keys.COST  # before a test has it made cheap


def test_a_slot_costs_four_passes_over_128_mib_in_two_lanes(device, monkeypatch):
    monkeypatch.setattr(keys, "COST", SHIPPED)
    held = keys.Held.first(bytes(32), "notebook-1")
    slot = keys.new_slot(
        worker=Worker("a", "Ana"), secret="4711", kind="pin", device=device, held=held
    )
    assert slot.cost == keys.Cost(passes=4, memory_kib=131_072, lanes=2)
    sealed = keys.sealed(slot, held)
    wrapping_key = keys.from_secret("4711", device)
    (way,) = keys.unlock((sealed,), notebook="notebook-1", wrapping_key=wrapping_key)
    assert way.held.data_key == bytes(32)
