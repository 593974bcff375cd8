"""The real cost of guessing, which the other tests do not pay."""

from app.store import keys
from app.store.keys import Worker


def test_a_slot_costs_four_passes_over_128_mib_in_two_lanes(device):
    slot = keys.new_slot(
        bytes(32), worker=Worker("a", "Ana"), secret="4711", kind="pin", device=device
    )
    assert slot.cost == keys.Cost(passes=4, memory_kib=131_072, lanes=2)
    assert keys.unlock((slot,), secret="4711", device=device)[0] == bytes(32)
