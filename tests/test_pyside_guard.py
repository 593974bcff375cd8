"""PySide6 6.12.0 takes a reference from ``None`` on every call that returns nothing.

Python 3.11 then aborts after some thousand calls; from 3.12 on ``None`` cannot die, and the same
fault is not to be seen. An ordinary test suite makes too few calls to find it.
"""

import sys

import PySide6
from PySide6.QtWidgets import QLabel


def test_calls_that_return_nothing_leave_none_alone(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("Marcus")
    assert abs(sys.getrefcount(None) - before) < 100


def test_the_version_is_the_one_that_was_found_sound():
    assert PySide6.__version__ == "6.11.3"
