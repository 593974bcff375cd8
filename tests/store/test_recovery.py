import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.errors import BadSecretError
from app.store import keyfile, keys, recovery
from app.store.keys import Held, Worker
from app.store.recovery import LENGTH, SIGNS, RecoveryCode

HELD = Held.first(bytes(range(32)), "notebook-1")
codes = (
    st.integers(0, 2**recovery.BITS - 1)
    .filter(lambda number: number % 37 < 32)
    .map(lambda number: RecoveryCode(recovery._signs(number)))
)


def is_accepted(signs):
    try:
        RecoveryCode.typed(signs)
    except BadSecretError:
        return False
    return True


def test_a_code_has_eight_groups_of_four_and_a_check_sign():
    groups = RecoveryCode.new().groups
    assert [len(group) for group in groups] == [4] * 8 + [1]
    assert set("".join(groups)) <= set(SIGNS)
    assert not set("ILOU") & set(SIGNS)


def test_codes_are_not_made_twice():
    assert len({RecoveryCode.new().signs for _ in range(200)}) == 200


def test_every_single_wrong_sign_is_noticed():
    for code in (RecoveryCode.new() for _ in range(5)):
        for at, wrong in itertools.product(range(LENGTH), SIGNS):
            if wrong != code.signs[at]:
                assert not is_accepted(code.signs[:at] + wrong + code.signs[at + 1 :])


@given(code=codes)
def test_every_swap_of_neighbours_is_noticed(code):
    signs = code.signs
    for at in range(LENGTH - 1):
        swapped = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
        assert swapped == signs or not is_accepted(swapped)


@given(code=codes, data=st.data())
def test_a_sign_left_out_or_typed_twice_is_noticed(code, data):
    at = data.draw(st.integers(0, LENGTH - 1))
    assert not is_accepted(code.signs[:at] + code.signs[at + 1 :])
    assert not is_accepted(code.signs[:at] + code.signs[at] + code.signs[at:])


@given(code=codes, data=st.data())
def test_case_gaps_dashes_and_letters_that_look_like_digits_do_not_matter(code, data):
    looks = {"0": "0oO０٠", "1": "1iIlL１١ı"}
    typed = ""
    for sign in code.signs:
        alike = looks.get(sign, sign + sign.lower())
        gap = data.draw(st.sampled_from(["", " ", "-", "–", "\n", "\u00a0", ". ", "\u200b"]))
        typed += gap + data.draw(st.sampled_from(alike))
    assert RecoveryCode.typed(typed) == code


@given(st.text())
def test_whatever_else_is_typed_is_refused_in_a_sentence(text):
    assert not is_accepted(text)


def test_the_number_of_signs_is_said():
    with pytest.raises(BadSecretError, match="33 letters and digits, and you wrote 4"):
        RecoveryCode.typed("ABCD")


def test_a_code_opens_its_slot_and_no_other():
    code, other = RecoveryCode.new(), RecoveryCode.new()
    slot = keys.sealed(code.new_slot(HELD), HELD)
    (way,) = keys.unlock((slot,), notebook="notebook-1", wrapping_key=code.wrapping_key)
    assert way.held == HELD
    assert not list(keys.unlock((slot,), notebook="notebook-1", wrapping_key=other.wrapping_key))
    assert not list(keys.unlock((slot,), notebook="notebook-2", wrapping_key=code.wrapping_key))


def test_a_code_opens_no_workers_slot():
    code = RecoveryCode.new()
    slot = keys.wrapped_slot(
        Worker("a", "Ana"), kind="pin", salt=b"", cost=None, wrapping=b"k" * 32, held=HELD
    )
    assert slot.kind != keyfile.RECOVERY
    assert code.wrapping_key(slot) is None


def test_a_code_is_never_shown_by_accident():
    code = RecoveryCode.new()
    shown = f"{code!r} {code} {[code]} {vars(type(code))!r}"
    assert not any(group in shown for group in code.groups[:-1])
