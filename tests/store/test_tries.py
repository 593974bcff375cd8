import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.errors import TooSoonError
from app.model.wording import SourceWording
from app.store.tries import FREE, WAITS, Tries

LOCK = "notebook"


class Computer:
    """A clock that can be set, and ticks that begin anew when the computer is started."""

    def __init__(self, folder):
        self.file = folder / "home" / "tries.json"
        self.clock = 1_800_000_000.0
        self.ticks = 5_000.0

    def tries(self):
        """As the program is started: nothing is known but what is in the file."""
        return Tries(self.file, clock=lambda: self.clock, ticks=lambda: self.ticks)

    def passes(self, seconds):
        self.clock += seconds
        self.ticks += seconds

    def wrong(self):
        """Seconds to wait, or None if the try could be made."""
        try:
            self.tries().begin(LOCK)
        except TooSoonError as error:
            return error.seconds
        return None

    def wrong_times(self, count):
        for _ in range(count):
            while (wait := self.wrong()) is not None:
                self.passes(wait)


@pytest.fixture
def computer(tmp_path):
    return Computer(tmp_path)


def test_the_first_tries_are_free_and_then_each_waits_longer(computer):
    for _ in range(FREE + 1):
        assert computer.wrong() is None
    waits = []
    for _ in range(len(WAITS) + 3):
        waits.append(computer.wrong())
        computer.passes(waits[-1])
        assert computer.wrong() is None
    assert waits == [*WAITS, WAITS[-1], WAITS[-1], WAITS[-1]]


def test_it_is_remembered_over_a_restart_of_the_program_and_of_the_computer(computer):
    computer.wrong_times(FREE + 5)
    assert computer.wrong() is not None
    computer.ticks = 12.0
    assert computer.wrong() is not None
    computer.passes(WAITS[4])
    assert computer.wrong() is None


def test_it_is_counted_before_it_is_tried(computer):
    computer.wrong_times(FREE + 3)
    computer.tries()  # as if the program had been ended in the middle of each try
    assert computer.wrong() is not None


def test_a_right_one_makes_it_forget(computer):
    computer.wrong_times(FREE + 3)
    computer.tries().succeeded(LOCK)
    assert [computer.wrong() for _ in range(FREE + 1)] == [None] * (FREE + 1)
    assert computer.wrong() is not None


def test_waiting_does_not_count_as_trying(computer):
    computer.wrong_times(FREE + 1)
    waits = {computer.wrong() for _ in range(50)}
    assert waits == {WAITS[0]}


def test_each_notebook_has_its_own(computer):
    computer.wrong_times(FREE + 2)
    computer.tries().begin("another notebook")
    assert computer.wrong() is not None


@pytest.mark.parametrize("year", [-1, 1])
def test_setting_the_clock_wins_nothing_and_costs_nothing(computer, year):
    computer.wrong_times(FREE + 4)
    computer.clock += year * 365 * 86_400
    wait = computer.wrong()
    assert 0 < wait <= WAITS[3]
    computer.passes(wait)
    assert computer.wrong() is None


def test_clock_and_computer_both_set_back_wait_once_more_and_not_for_ever(computer):
    computer.wrong_times(FREE + 4)
    computer.clock -= 365 * 86_400
    computer.ticks = 1.0
    wait = computer.wrong()
    assert wait == WAITS[3]
    computer.passes(wait)
    assert computer.wrong() is None


@settings(max_examples=200)
@given(data=st.data())
def test_nobody_is_ever_shut_out_for_longer_than_the_longest_wait(data, tmp_path_factory):
    computer = Computer(tmp_path_factory.mktemp("computer"))
    for _ in range(data.draw(st.integers(0, 15))):
        computer.wrong()
        computer.passes(data.draw(st.floats(0, 400)))
        computer.clock += data.draw(st.sampled_from([0, 0, -1e8, 1e8, 3e9]))
        if data.draw(st.booleans()):
            computer.ticks = data.draw(st.floats(0, 1000))
    computer.wrong()
    computer.passes(WAITS[-1])
    computer.passes(1)  # what adding up large and small numbers loses
    assert computer.wrong() is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"notebook": {"count": 0}}', b"\xff"])
def test_a_damaged_file_counts_as_empty(computer, content):
    computer.file.parent.mkdir()
    computer.file.write_bytes(content)
    assert computer.wrong() is None


def test_where_nothing_can_be_written_nobody_is_shut_out(tmp_path):
    (tmp_path / "home").write_text("a file")
    computer = Computer(tmp_path)
    assert [computer.wrong() for _ in range(20)] == [None] * 20


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "1 second,"), (2, "2 seconds,"), (90, "90 seconds,"), (91, "2 minutes,"), (300, "5 min")],
)
def test_the_sentence_says_how_long(seconds, said):
    assert said in TooSoonError(seconds).said(SourceWording())
