"""The list of parts that is made of a built program says of each part what it is."""

import json
import os
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
WITHOUT_VERSION = 6
"""Our own drawings, and five libraries inside a wheel that nowhere say it. Never more."""


@pytest.fixture
def parts() -> list[dict]:
    built = os.environ.get("ALONGSIDE_BUILT")
    bill = Path(built or "").absolute().parents[1] / "alongside.cdx.json"
    if not built or not bill.is_file() or sys.platform != "linux":
        pytest.skip("there is no list of parts of a program built on Linux")
    return json.loads(bill.read_text("utf-8"))["components"]


def test_of_every_part_the_licence_is_known(parts):
    unknown = {"license": {"name": "NOASSERTION"}}
    assert [each["name"] for each in parts if unknown in each.get("licenses", [unknown])] == []


def test_no_more_versions_are_unknown_than_were(parts):
    unknown = [each["name"] for each in parts if not each.get("version")]
    assert len(unknown) <= WITHOUT_VERSION, unknown
