"""The words to whoever writes a guide say everything that a guide can have."""

import re
import typing

import pytest

from app import resources
from app.model import filling
from app.model.guide import KINDS_OF_MOMENTS, Guide, Moment, Option, Stage
from app.model.guide_file import GuideFile
from app.model.guide_reading import check_guide
from app.model.session import SessionType
from app.model.statement import StatementKind
from tests.helpers.content import SHIPPED

README = resources.path("guides", "README.md").read_text("utf-8")
BY_ITSELF = {"stages", "moments", "part"}


def chapter(title: str) -> str:
    _, _, after = README.partition(f"\n## {title}\n")
    assert after, title
    return after.partition("\n## ")[0]


def rows(title: str) -> list[str]:
    return re.findall(r"^\| `(\w+)`", chapter(title), re.MULTILINE)


@pytest.mark.parametrize(
    ("title", "kind"), [("`[guide]`", Guide), ("`[[moment]]`", Moment), ("Options", Option)]
)
def test_every_field_has_a_line_and_no_line_is_of_none(title: str, kind: type) -> None:
    assert sorted(rows(title)) == sorted(set(kind.__annotations__) - BY_ITSELF)


def test_every_kind_of_moment_has_a_line() -> None:
    assert sorted(rows("Kinds of moments")) == sorted(KINDS_OF_MOMENTS)


def test_what_a_stage_has_is_said() -> None:
    assert set(re.findall(r"`(\w+)`", chapter("`[[stage]]`"))) == set(Stage.__annotations__)


def test_the_answers_of_each_field_are_named() -> None:
    named = set(re.findall(r"`(\w+)`", README))
    assert named >= set(typing.get_args(SessionType)) | set(typing.get_args(StatementKind))
    assert named >= {scale.id for scale in SHIPPED.topics.scales}
    assert named >= set(filling.fillable())


def test_the_guide_that_it_shows_can_be_used_as_it_stands() -> None:
    found = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert found
    file = GuideFile(found[1], name="garden.toml")
    guide, faults = check_guide(file, parts=SHIPPED.guide_parts, known=SHIPPED.known_to_guides)
    assert faults == []
    assert guide is not None
    assert guide.moment("which_flowers") is not None
