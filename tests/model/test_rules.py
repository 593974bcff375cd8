"""The rules that the forms of the records themselves have to keep."""

import ast
import datetime
import typing
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.model.decisions import CapacityAssessment, Decision
from app.model.ids import RecordId
from app.model.kinds import KINDS
from app.model.person import Person, Supporter
from app.model.promises import Promise
from app.model.session import Session
from app.model.statement import Statement
from app.model.translation import Translation

ROOT = Path(__file__).resolve().parents[2]
ANN = RecordId("ann")

NUMBERS = {
    "DecisionProfile": {"max_choices"},
    "Goal": {"priority"},
    "Session": {"guide_version", "keyworker_out_minutes"},
    "Statement": {"importance"},
    "ChartRow": {"seen_count"},
    "BoardCard": {"order"},
    "Translation": {"source_version"},
    "WeighedOption": {"less_restrictive_rank"},
    "Reaching": {
        "scan_seconds",
        "rounds",
        "hold_ms",
        "ignore_ms",
        "dwell_seconds",
        "pointer",
    },
    "PackLine": {"page"},
    "TickLine": {"page"},
    "Area": {"left", "bottom", "wide", "high"},
    "Settings": {"text_percent", "text_pt", "skin_tone", "speech_rate", "choices_per_screen"},
}
"""Every number in a record. None of them is worked out, and none says how risky anything is."""

FOUND_BY_PEOPLE = {"outcome", "conclusion", "considered", "raised_on", "severity", "quadrant"}
"""Fields in which somebody says what they found or decided."""


def found_in_code(code: str) -> list[str]:
    """Which of these fields code names to set them, whether to a constant or to anything else."""
    given = [
        keyword
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call)
        for keyword in call.keywords
    ]
    spread = [
        key.value
        for keyword in given
        if keyword.arg is None and isinstance(keyword.value, ast.Dict)
        for key in keyword.value.keys
        if isinstance(key, ast.Constant)
    ]
    names = [str(name) for name in (*(keyword.arg for keyword in given), *spread) if name]
    return [name for name in names if name in FOUND_BY_PEOPLE]


def forms(*kinds: object) -> Iterator[tuple[type[msgspec.Struct], str, object]]:
    """Every field of these records, however deep, with its type."""
    seen: set[object] = set()
    todo = list(kinds or KINDS.values())
    while todo:
        form = todo.pop()
        if isinstance(form, type) and issubclass(form, msgspec.Struct):
            if form in seen:
                continue
            seen.add(form)
            for field, hint in typing.get_type_hints(form).items():
                yield form, field, hint
                todo.append(hint)
        todo += typing.get_args(form)


def within(hint: object) -> set[object]:
    """A type and all that it is made of."""
    return {hint}.union(*(within(each) for each in typing.get_args(hint)))


def test_r8_an_assessment_belongs_to_one_decision_and_to_nothing_else() -> None:
    holders = {(form, field) for form, field, hint in forms() if CapacityAssessment in within(hint)}
    assert holders == {(Decision, "assessment")}


def test_r8_no_field_anywhere_else_is_called_by_capacity() -> None:
    names = {f"{form.__name__}.{field}" for form, field, _ in forms()}
    assert len(names) > 200
    called = {name for name in names if "capacity" in name.lower()}
    assert {name.partition(".")[0] for name in called} == {"CapacityAssessment"}


@pytest.mark.parametrize("kind", [each for each in KINDS.values() if each is not Decision])
def test_r8_nothing_but_a_decision_leads_to_an_assessment(kind: type) -> None:
    assert CapacityAssessment not in {form for form, _, _ in forms(kind)}


@pytest.mark.parametrize("kind", [Person, Supporter, Session, Statement])
def test_r8_nobody_is_marked_as_able_or_not_able_to_decide(kind: type) -> None:
    names = [field for _, field, _ in forms(kind)]
    flags = ("capac", "lacks", "able_to", "competen", "conclusion", "assess", "impair")
    assert [name for name in names if any(flag in name for flag in flags)] == []


def test_r9_no_record_holds_a_number_that_nobody_has_thought_about() -> None:
    found: dict[str, set[str]] = {}
    for form, field, hint in forms():
        if {int, float} & within(hint):
            found.setdefault(form.__name__, set()).add(field)
    assert found == NUMBERS


def test_r9_a_worry_is_said_in_words() -> None:
    worries = [hint for form, _, hint in forms() if form.__name__ == "Worry"]
    assert not any({int, float, bool} & within(hint) for hint in worries)


@pytest.mark.parametrize("module", sorted((ROOT / "app").rglob("*.py")), ids=lambda path: path.stem)
def test_r9_no_code_path_sets_what_people_found_or_decided(module: Path) -> None:
    assert found_in_code(module.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "code",
    ["replace(x, outcome=worked_out(x))", 'Bad(severity="big")', 'f(**{"conclusion": x})'],
)
def test_r9_whatever_code_sets_such_a_field_to_is_noticed(code: str) -> None:
    assert len(found_in_code(code)) == 1


@pytest.mark.parametrize("module", sorted((ROOT / "app").rglob("*.py")), ids=lambda path: path.stem)
def test_r9_no_name_in_the_code_works_out_what_the_law_calls_a_limit(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    names = {
        name.lower()
        for node in ast.walk(tree)
        for name in (getattr(node, "name", None), getattr(node, "id", None))
        if isinstance(name, str)
    }
    worked_out = ("deprivation", "dols", "liberty", "acid_test", "risk_score", "threshold")
    assert [name for name in names if any(each in name for each in worked_out)] == []


def translated(**fields: object) -> Translation:
    values = {
        "person": ANN, "source": RecordId("tea"), "source_version": 1, "lang": "pl",
        "text": "Herbata.", "method": "machine_offline",
    }  # fmt: skip
    return Translation(**values | fields)


def test_r12_nothing_is_decided_on_what_a_machine_made() -> None:
    assert not translated().may_be_decided_on
    with pytest.raises(ValueError, match="named checker"):
        translated(use_for="decision")


def test_r12_a_checker_is_named() -> None:
    with pytest.raises(ValueError, match="names who checked"):
        translated(status="checked", checker=" ")
    checked = translated(status="checked", checker="Ewa Lis", use_for="decision")
    assert checked.may_be_decided_on


def test_r12_nothing_is_decided_on_what_family_translated_even_when_it_was_checked() -> None:
    family = translated(method="family", status="checked", checker="Ewa Lis")
    assert not family.may_be_decided_on
    with pytest.raises(ValueError, match="never family"):
        translated(method="family", status="checked", checker="Ewa Lis", use_for="decision")


def test_r12_what_was_rejected_is_not_decided_on_whoever_made_it() -> None:
    assert not translated(method="professional", status="rejected").may_be_decided_on
    assert translated(method="professional", use_for="decision").may_be_decided_on


@pytest.mark.parametrize(
    "lacking", ["could_not_because", "because_plain", "instead", "how_to_challenge"]
)
def test_r13_what_could_not_be_changed_has_each_of_its_reasons(lacking: str) -> None:
    reasons = {
        "could_not_because": "law", "because_plain": "The law.", "instead": "Nothing yet.",
        "how_to_challenge": "Ask Ruth.",
    }  # fmt: skip
    values = {
        "person": ANN, "words": "A dog.", "owner": RecordId("jo"),
        "due": datetime.date(2026, 4, 1), "response": "could_not_change",
    }  # fmt: skip
    assert Promise(**values | reasons).missing_reasons == ()
    blank = None if lacking == "could_not_because" else "  "
    with pytest.raises(ValueError, match="needs a reason"):
        Promise(**values | reasons | {lacking: blank})
