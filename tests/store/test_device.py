import os
import stat

import pytest

from app.model.errors import BadDataError, CannotWriteError
from app.store.device import Device


def test_a_device_is_made_once_and_stays_the_same(tmp_path):
    folder = tmp_path / "new" / "folder"
    first = Device.load(folder)
    assert Device.load(folder) == first
    assert len(first.secret) == 32
    assert first.name
    assert [each.name for each in folder.iterdir()] == ["device.json"]


def test_two_devices_have_different_secrets(tmp_path):
    assert Device.load(tmp_path / "a").secret != Device.load(tmp_path / "b").secret


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights another way")
def test_only_its_owner_may_read_it(tmp_path):
    Device.load(tmp_path)
    file = tmp_path / "device.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    Device.load(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_its_secret_is_not_shown(tmp_path):
    device = Device.load(tmp_path)
    assert repr(device) == f"Device(name={device.name!r})"


@pytest.mark.parametrize("content", [b"", b"{}", b'{"name": "x", "secret": "c2hvcnQ="}'])
def test_a_damaged_one_is_said_and_never_made_anew(tmp_path, content):
    file = tmp_path / "device.json"
    file.write_bytes(content)
    with pytest.raises(BadDataError, match="damaged"):
        Device.load(tmp_path)
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWriteError):
        Device.load(tmp_path / "file" / "folder")
