"""Tests of the window need no screen and no loudspeaker."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ALONGSIDE_SOUND", "null")
