"""The encoders of films are empty in the built program, and FFmpeg does all else as before."""

import shutil
import subprocess
import sys
from pathlib import Path

import av
import pytest

from resources.packaging import encoders

LIBRARIES = Path(av.__file__).parent.parent / "av.libs"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, ("as", "ld", "nm"))),
    reason="only made on Linux, with binutils",
)

_WRITE = """
import io, av
for name in ("libx265", "libsvtav1", "libmp3lame"):
    stream = io.BytesIO()
    box = av.open(stream, "w", format="matroska")
    try:
        made = box.add_stream(name, rate=8000 if name == "libmp3lame" else 25)
        if made.type == "video":
            made.width = made.height = 128
        made.codec_context.open()
        print(name, "writes")
    except (av.FFmpegError, OSError) as why:
        print(name, "cannot")
"""


@pytest.fixture
def emptied(tmp_path):
    users = list(LIBRARIES.glob("libav*"))
    whole = [each for each in LIBRARIES.iterdir() if encoders.is_one(each)]
    return [encoders.emptied(each, users, tmp_path) for each in whole]


def test_what_is_left_of_the_encoders_is_small(emptied):
    assert {each.name.partition("-")[0] for each in emptied} == {"libx265", "libSvtAv1Enc"}
    assert all(each.stat().st_size < 20_000 for each in emptied)


def test_ffmpeg_takes_them_for_encoders_that_are_not_there_and_writes_sound(emptied):
    before = {"LD_PRELOAD": ":".join(map(str, emptied))}
    said = subprocess.run(
        (sys.executable, "-c", _WRITE), env=before, capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines() == ["libx265 cannot", "libsvtav1 cannot", "libmp3lame writes"]


def test_a_library_that_is_no_such_encoder_stays(tmp_path):
    assert not encoders.is_one(tmp_path / "libavcodec-5e6b81c2.so.62")
    assert not encoders.is_one(tmp_path / "libx264-d6533a8d.so.165")
