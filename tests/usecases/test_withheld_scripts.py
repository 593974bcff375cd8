"""What was not shared is in no byte of a copy in any script either (rule R7)."""

import pytest

from app.bootstrap import House
from app.model.documents.kind import DocumentKind
from app.model.errors import NotAllowedError

from .conftest import Home
from .test_documents import KINDS, OPEN, SHAREABLE, Secrets, everything_in
from .test_sharing import decide, print_own

SIGNS = {
    "pl": (*"ąćęłńóśź",),
    "ur": (*"ٹڈڑںہھےگ",),
    "ar": (*"صضطظعغقث",),
    "pa": ("ਕਾ", "ਖਿ", "ਗੀ", "ਚੁ", "ਜੂ", "ਟੇ", "ਤੈ", "ਪੋ"),
    "bn": ("কা", "খি", "গী", "চু", "জূ", "টে", "তৈ", "পো"),
}
"""Eight of each script, with vowels that stand before, above or below their letter."""


class InScript(Secrets):
    """The same plan, with words of one script that stand nowhere else."""

    def __init__(self, home: Home, lang: str) -> None:
        self.lang = lang
        super().__init__(home)

    def word(self, about: str) -> str:  # noqa: ARG002
        """Six signs, the last two of which count."""
        signs, at = SIGNS[self.lang], len(self.words)
        self.words.append("".join((*signs[4:], signs[at // 8], signs[at % 8])))
        return self.words[-1]

    def found_in(self, told: str) -> list[str]:
        """Which of the words are there, also where letters were put down as they are seen."""
        return [word for word in self.words if word in told or word[::-1] in told]


@pytest.fixture(params=SIGNS)
def script(request: pytest.FixtureRequest, home: Home) -> InScript:
    made = InScript(home, request.param)
    decide(home, made.mum, "yes", *(f"section:{each}" for each in OPEN))
    print_own(home)
    return made


@pytest.mark.slow
@pytest.mark.parametrize("kind", SHAREABLE)
def test_r7_what_was_not_shared_is_in_no_byte_of_a_copy(
    house: House, script: InScript, kind: DocumentKind
) -> None:
    order = script.order(kind, own=False, words=house.wording(script.lang))
    try:
        made = house.set_document(script.home.notebook, order)
    except NotAllowedError:
        assert kind.key in {"goals", "you_said", "changed_today", "board"}
        return
    assert script.found_in(everything_in(made)) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_search_finds_in_the_persons_own_copy_what_it_would_miss(
    house: House, script: InScript, kind: DocumentKind
) -> None:
    order = script.order(kind, own=True, words=house.wording(script.lang))
    there = script.found_in(everything_in(house.set_document(script.home.notebook, order)))
    if kind.key in {"one_page_profile", "home_board", "picture_profile", "choice_page"}:
        assert there == []
    elif kind.for_them_alone:
        assert there == script.words
    else:
        assert there
