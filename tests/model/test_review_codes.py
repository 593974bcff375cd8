"""Codes that are typed from paper: no slip leads to another sentence, no edit takes one away."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import review_codes
from app.model.ids import RecordId, RevisionId
from app.model.review_codes import SIGNS, BadCodeError, Given, Version, codes, meant, shown, typed

identifiers = st.uuids(version=4).map(str)


def version(record: str, revision: str) -> Version:
    return RecordId(record), RevisionId(revision)


def code_of(record: str, revision: str) -> str:
    one = version(record, revision)
    return codes([one])[one]


versions = st.lists(st.builds(version, identifiers, identifiers), unique=True, max_size=40)


@given(identifiers, identifiers)
def test_a_code_is_read_as_it_is_printed(record: str, revision: str) -> None:
    code = code_of(record, revision)
    assert typed(shown(code)) == code


@given(identifiers, identifiers)
def test_small_letters_spaces_and_dashes_are_forgiven(record: str, revision: str) -> None:
    code = code_of(record, revision)
    assert typed(f"  {' '.join(code.lower())} ") == code
    assert typed(f"{code[:2]}–{code[2:6].lower()} - {code[6:]}") == code


@settings(max_examples=60)
@given(identifiers, identifiers)
def test_every_single_wrong_sign_is_caught(record: str, revision: str) -> None:
    code = code_of(record, revision)
    for at, right in enumerate(code):
        for sign in set(SIGNS) - {right}:
            with pytest.raises(BadCodeError):
                typed(code[:at] + sign + code[at + 1 :])


@settings(max_examples=200)
@given(identifiers, identifiers)
def test_every_swap_of_two_signs_is_caught(record: str, revision: str) -> None:
    code = code_of(record, revision)
    for one in range(len(code)):
        for other in range(one + 1, len(code)):
            swapped = list(code)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            if "".join(swapped) != code:
                with pytest.raises(BadCodeError):
                    typed("".join(swapped))


@pytest.mark.parametrize("text", ["", "C", "CD23-456", "CD23-45678", "O0I1-LQUA", "здравей", "①②③"])
def test_what_is_no_code_is_said_in_one_plain_sentence(text: str) -> None:
    with pytest.raises(BadCodeError, match=r"There is a slip in this code\. Please look at it"):
        typed(text)


def test_no_two_signs_look_alike() -> None:
    for alike in ("0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV"):
        assert len(set(alike) & set(SIGNS)) <= 1


def test_the_example_in_the_sentence_is_a_code() -> None:
    assert shown(typed(review_codes._EXAMPLE)) == review_codes._EXAMPLE


@given(versions)
def test_no_two_versions_of_a_plan_have_the_same_code(plan: list[Version]) -> None:
    found = codes(plan)
    assert len(set(found.values())) == len(found) == len(plan)


@given(versions, st.randoms(use_true_random=False))
def test_order_does_not_change_a_code(plan: list[Version], random: object) -> None:
    shuffled = list(plan)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert codes(plan) == codes(shuffled)


@given(versions, versions)
def test_a_printed_code_stays_whatever_is_written_later(
    before: list[Version], after: list[Version]
) -> None:
    printed = codes(before)
    given_codes = [Given(code, one) for one, code in printed.items()]
    later = codes([*before, *after], given_codes)
    assert {one: later[one] for one in before} == printed


def test_versions_of_a_sentence_begin_alike_and_end_otherwise() -> None:
    first, second = code_of("sentence", "one"), code_of("sentence", "two")
    assert first[:5] == second[:5]
    assert first[5:] != second[5:]


def _alike() -> tuple[str, str]:
    """Two identifiers that have the same first signs."""
    seen: dict[str, str] = {}
    for number in range(1_000_000):
        identifier = hashlib.sha256(str(number).encode()).hexdigest()
        other = seen.setdefault(review_codes.signs_of(identifier, 5), identifier)
        if other != identifier:
            return other, identifier
    raise AssertionError


def test_two_sentences_that_would_have_the_same_code_get_two() -> None:
    one, other = sorted(_alike())
    earlier, later = version(one, "a"), version(other, "a")
    found = codes([earlier, later])
    assert found[earlier][:5] != found[later][:5]
    # the later one was printed first, when the earlier was on another laptop: it keeps its code
    printed = [Given(code_of(other, "a"), later)]
    assert codes([earlier, later], printed)[later] == printed[0].code


def test_many_versions_of_one_sentence_differ() -> None:
    plan = [version("sentence", str(number)) for number in range(300)]
    assert len(set(codes(plan).values())) == 300


def _meant(code: str, **more: object) -> review_codes.Meant:
    heads = {RecordId("tea"): RevisionId("2"), RecordId("bus"): RevisionId("1")}
    plan = [version("tea", "1"), version("tea", "2"), version("bus", "1")]
    told = {"person": "Rosa", "heads": heads, "versions": plan, **more}
    return meant(code, **told)  # type: ignore[arg-type]


def test_a_code_of_today_names_its_sentence() -> None:
    found = _meant(code_of("tea", "2"))
    assert found.version == version("tea", "2")
    assert not found.old


def test_a_code_of_an_older_version_says_so() -> None:
    found = _meant(code_of("tea", "1"))
    assert found.version == version("tea", "1")
    assert found.old
    assert found.now == "2"


def test_a_code_of_another_plan_is_said_to_be_one() -> None:
    with pytest.raises(BadCodeError, match="This code is not from the plan of Rosa"):
        _meant(code_of("somebody else's", "1"))


def test_a_code_that_two_laptops_gave_is_not_guessed() -> None:
    code = code_of("tea", "1")
    both = [Given(code, version("tea", "1")), Given(code, version("bus", "1"))]
    with pytest.raises(BadCodeError, match="Two sentences have this code"):
        _meant(code, given=both)
