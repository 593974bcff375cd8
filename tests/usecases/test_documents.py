"""Every document for every reader: what was not shared is in no byte of it (rule R7)."""

import dataclasses
import functools
import io
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from app.bootstrap import House
from app.model import home_questions
from app.model.documents import documents
from app.model.documents.kind import DocumentKind
from app.model.errors import NotAllowedError, NotFoundError
from app.model.goals import Anchors, Goal, GoalStep
from app.model.ids import PictureRef, RecordId
from app.model.pictures import Picture
from app.model.print_order import Giving, PrintOrder
from app.model.promises import Promise
from app.model.record import Body
from app.model.restrictions import Restriction
from app.model.session import Board, BoardCard, Session
from app.model.statement import ChartRow, ReadBack
from app.model.wording import SourceWording
from app.paper.photos import read_photo
from app.printroom import SetDocument
from app.usecases import documents as gathering
from app.usecases import people, sharing
from tests.helpers.guides import guide, moment
from tests.helpers.pdf_search import pictures, told

from .conftest import NOW, TODAY, Home, new_home
from .test_sharing import add, ask, decide, print_own

ASKED = home_questions.of_guide(
    guide(
        moment(
            "news", kind="choose", section="home", says="preference",
            options=[{"id": x, "words": x, "picture": "openmoji:2B50"} for x in ("a", "b")],
        )
    )
)  # fmt: skip
KINDS = [pytest.param(kind, id=kind.key) for kind in documents() if not kind.comes_back]
"""What a person can have for themselves."""
SHAREABLE = [
    pytest.param(kind, id=kind.key)
    for kind in documents()
    if kind.about != "home" and not kind.own_only
]
OPEN = ("important_to", "support_well", "communication")
"""What Mum may see; everything in any other section is withheld."""
WITHHELD = ("health", "worse_better", "my_day", "goals", "restrictions", "identity_culture")


def put(home: Home, body: Body) -> RecordId:
    with home.notebook.unit_of_work() as work:
        added = work.records.add(body, by=home.by)
        work.commit()
    return added.id


def photo() -> bytes:
    """A photo like no other."""
    image = Image.frombytes("RGB", (60, 40), random.Random(8).randbytes(60 * 40 * 3))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def drawn(photo: bytes) -> bytes:
    """What a small photo is in a PDF."""
    return read_photo(photo, longest=1000.0).content


def keep_photo(home: Home, data: bytes) -> PictureRef:
    with home.notebook.unit_of_work() as work:
        ref = work.media.put(Picture("image/png", data))
        work.commit()
    return ref


class Secrets:
    """A plan in which everything that Mum may not see has a word of its own, and a photo.

    Attributes:
        lang: of the sentences that hold such a word.

    """

    lang = "en-GB"

    def __init__(self, home: Home) -> None:
        self.home = home
        self.words: list[str] = []
        self.photo = photo()
        self.mum = people.add_supporter(
            home.notebook, person=home.person, name="Mum", role="family", by=home.by
        ).last("supporter")
        friend = people.add_supporter(
            home.notebook, person=home.person, name=self.word("friend"), role="friend", by=home.by
        ).last("supporter")
        self.talk = put(
            home,
            Session(person=home.person, type="review", guide="review", started=NOW, ended=NOW),
        )
        self.seen()
        self.hidden(keep_photo(home, self.photo))
        self.records(friend)

    def word(self, about: str) -> str:
        """A word that stands nowhere else."""
        self.words.append(f"zq{about.replace('_', '')}xw{len(self.words)}")
        return self.words[-1]

    def seen(self) -> None:
        """What is shared."""
        add(self.home, "I like tea.", session=self.talk, symbols=(PictureRef("openmoji:2615"),))
        add(self.home, "Knock first.", section="support_well", kind="please_do")
        add(
            self.home, "I nod to say yes.", section="communication", kind="fact",
            moment="say_yes", must_know=True,
        )  # fmt: skip

    def hidden(self, picture: PictureRef) -> None:
        """A sentence in each section that is not shared; a private one; a draft; a disowned one."""
        for section in WITHHELD:
            add(
                self.home, f"The word is {self.word(section)}.", section=section,
                kind="please_dont", symbols=(picture,), easy=f"It is {self.word('easy')}.",
                easy_ok_by_person=True, meaning=self.word("meaning"), session=self.talk,
                meaning_confidence="sure", must_know=True,
                chart=ChartRow(does=self.word("does"), please_do=self.word("please")),
                original_lang=self.lang,
            )  # fmt: skip
        own = functools.partial(add, self.home, original_lang=self.lang)
        own(f"Mine alone: {self.word('private')}.", private=True, symbols=(picture,))
        own(f"Perhaps {self.word('draft')}.", read_back=ReadBack())
        own(f"No: {self.word('disowned')}.", read_back=ReadBack(result="not_mine"))

    def records(self, friend: RecordId) -> None:
        """A goal, a step, a promise, a rule and a board that are not shared."""
        home, person = self.home, self.home.person
        wish = add(home, f"I want {self.word('wish')}.", section="goals", kind="hope")
        goal = put(
            home,
            Goal(
                person=person, words=wish, why_matters=self.word("why"),
                anchors=Anchors(same=self.word("same"), hoped=self.word("hoped")),
            ),
        )  # fmt: skip
        put(
            home,
            GoalStep(
                person=person, goal=goal, words=self.word("step"), who=friend,
                when=self.word("when"),
            ),
        )  # fmt: skip
        put(
            home,
            Promise(
                person=person, said=wish, words=self.word("promise"), owner=friend, due=TODAY,
                response="we_did", what_changed=self.word("changed"), told_on=TODAY,
                session=self.talk, public_ok=False,
            ),
        )  # fmt: skip
        put(
            home,
            Restriction(
                person=person, plain_title=self.word("rule"), rationale=self.word("reason"),
                end_when=self.word("end"),
            ),
        )  # fmt: skip
        self.board = put(
            home,
            Board(
                person=person, session=self.talk, moment="sorting:food", topic="food",
                scale="doing_ok",
                cards=(BoardCard(id="a", words=self.word("card"), pile="going_well"),),
            ),
        )  # fmt: skip

    def order(self, kind: DocumentKind, *, own: bool, **fields: object) -> PrintOrder:
        about = {"board": self.board, "talk": self.talk}.get(kind.about)
        how = "paper" if kind.ending == ".pdf" else "file"
        asked = ask(self.home, self.mum, how=how, document="")
        return PrintOrder(
            kind=kind,
            person=self.home.person,
            made_on=TODAY,
            about=about,
            questions=ASKED if kind.about == "question" else None,
            giving=None if own else Giving(asked=asked, by=self.home.by),
            **({"words": SourceWording()} | fields),  # type: ignore[arg-type]
        )


def everything_in(made: SetDocument) -> str:
    printed = made.printed
    return told(printed.pdf) if printed.pdf else "".join(printed.text.split()).casefold()


@pytest.fixture
def secrets(home: Home) -> Secrets:
    made = Secrets(home)
    decide(home, made.mum, "yes", *(f"section:{each}" for each in OPEN))
    print_own(home)
    return made


@pytest.mark.parametrize("kind", SHAREABLE)
def test_r7_what_was_not_shared_is_in_no_byte_of_a_copy(
    house: House, secrets: Secrets, kind: DocumentKind
) -> None:
    try:
        made = house.set_document(secrets.home.notebook, secrets.order(kind, own=False))
    except NotAllowedError:
        assert kind.key in {"goals", "you_said", "changed_today", "board"}
        return
    found = everything_in(made)
    assert [word for word in secrets.words if word in found] == []
    if made.printed.pdf:
        assert drawn(secrets.photo) not in pictures(made.printed.pdf)


@pytest.mark.parametrize("kind", KINDS)
def test_the_search_finds_in_the_persons_own_copy_what_it_would_miss(
    house: House, secrets: Secrets, kind: DocumentKind
) -> None:
    home = secrets.home
    supper = Promise(
        person=home.person, words="Supper is at 7.", owner=home.by, due=TODAY,
        response="we_did", told_on=TODAY, public_ok=True,
    )  # fmt: skip
    put(home, supper)
    found = everything_in(house.set_document(home.notebook, secrets.order(kind, own=True)))
    there = [word for word in secrets.words if word in found]
    if kind.key in {"one_page_profile", "home_board", "picture_profile", "choice_page"}:
        assert there == []
    else:
        assert there
    private = next(word for word in secrets.words if "private" in word)
    assert (private in found) == kind.for_them_alone


def test_a_photo_is_found_where_it_is_printed(house: House, secrets: Secrets) -> None:
    whole = house.set_document(secrets.home.notebook, secrets.order(_kind("booklet"), own=True))
    assert drawn(secrets.photo) in pictures(whole.printed.pdf)


def test_the_making_of_a_document_can_be_left_off(house: House, secrets: Secrets) -> None:
    paused = []

    def leave_off() -> None:
        paused.append(True)
        if len(paused) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        house.set_document(
            secrets.home.notebook, secrets.order(_kind("booklet"), own=True), pause=leave_off
        )
    assert len(paused) == 3


@pytest.mark.parametrize("kind", SHAREABLE)
def test_r7_without_any_choice_no_document_is_made(
    house: House, home: Home, kind: DocumentKind
) -> None:
    made = Secrets(home)
    print_own(home)
    with pytest.raises(NotAllowedError, match="has not chosen to share"):
        house.set_document(home.notebook, made.order(kind, own=False))
    assert sharing.sharing(home.notebook, person=home.person).copies == ()


def test_r7_what_holds_everything_is_for_the_person_alone(house: House, secrets: Secrets) -> None:
    with pytest.raises(NotAllowedError):
        house.set_document(secrets.home.notebook, secrets.order(_kind("about_me"), own=False))
    with pytest.raises(NotAllowedError):
        house.set_document(
            secrets.home.notebook, secrets.order(_kind("booklet"), own=False, with_private=True)
        )


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    shared=st.sets(st.sampled_from((*OPEN, *WITHHELD)), min_size=1),
    key=st.sampled_from(["plain_text", "handover_card", "hospital_passport", "goals"]),
)
def test_r7_whatever_is_shared_nothing_else_is_told(
    house: House, shared: set[str], key: str
) -> None:
    made = Secrets(new_home())
    decide(made.home, made.mum, "yes", *(f"section:{each}" for each in sorted(shared)))
    print_own(made.home)
    try:
        printed = house.set_document(made.home.notebook, made.order(_kind(key), own=False))
    except NotAllowedError:
        return
    found = everything_in(printed)
    for section in set(WITHHELD) - shared | {"identity_culture"}:
        word = next(each for each in made.words if section.replace("_", "") in each)
        assert word not in found


def test_a_copy_is_looked_at_first_and_given_as_it_was_seen(house: House, secrets: Secrets) -> None:
    home = secrets.home
    made = house.set_document(home.notebook, secrets.order(_kind("passport"), own=False))
    assert sharing.sharing(home.notebook, person=home.person).copies == ()
    left: list[bytes] = []
    house.give_document(home.notebook, made, put=lambda: left.append(made.printed.file))
    (copy,) = sharing.sharing(home.notebook, person=home.person).copies
    assert (copy.body.document, copy.body.how) == ("passport", "paper")
    assert left == [made.printed.pdf]
    assert home.notebook.events[-1].document == "passport"


def test_r7_what_does_not_leave_is_not_on_the_list(house: House, secrets: Secrets) -> None:
    made = house.set_document(
        secrets.home.notebook, secrets.order(_kind("handover_card"), own=False)
    )

    def full() -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        house.give_document(secrets.home.notebook, made, put=full)
    assert sharing.sharing(secrets.home.notebook, person=secrets.home.person).copies == ()


def test_r7_a_yes_to_one_document_covers_that_one(house: House, home: Home) -> None:
    made = Secrets(home)
    decide(home, made.mum, "yes", "document:handover_card")
    print_own(home)
    card = house.set_document(home.notebook, made.order(_kind("handover_card"), own=False))
    assert "knockfirst" in everything_in(card)
    with pytest.raises(NotAllowedError):
        house.set_document(home.notebook, made.order(_kind("passport"), own=False))


def test_r10_a_rule_in_force_stands_on_the_card_of_whoever_may_see_rules(
    house: House, home: Home
) -> None:
    made = Secrets(home)
    rule = next(word for word in made.words if "rule" in word)
    decide(home, made.mum, "yes", "section:support_well", "section:restrictions")
    print_own(home)
    card = house.set_document(home.notebook, made.order(_kind("handover_card"), own=False))
    assert rule in everything_in(card)


def test_r7_a_name_that_is_not_shared_is_not_told_by_way_of_a_step(
    house: House, home: Home
) -> None:
    made = Secrets(home)
    decide(home, made.mum, "yes", "section:goals")
    print_own(home)
    goals = everything_in(house.set_document(home.notebook, made.order(_kind("goals"), own=False)))
    assert next(word for word in made.words if "step" in word) in goals
    assert next(word for word in made.words if "friend" in word) not in goals


def test_the_latest_board_or_talk_is_the_one_that_is_printed(secrets: Secrets) -> None:
    home = secrets.home
    talk = gathering.latest(home.notebook, _kind("changed_today"), person=home.person, named="")
    assert talk == secrets.talk
    board = gathering.latest(home.notebook, _kind("board"), person=home.person, named=secrets.board)
    assert board == secrets.board


def test_a_talk_of_which_nothing_was_kept_is_not_printed_as_if_nothing_ever_was(
    house: House, secrets: Secrets
) -> None:
    home, kind = secrets.home, _kind("changed_today")
    later = put(home, Session(person=home.person, type="review", guide="review", started=NOW))
    order = dataclasses.replace(secrets.order(kind, own=True), about=later)
    with pytest.raises(NotFoundError, match="nothing of that to print"):
        house.give_document(
            home.notebook, house.set_document(home.notebook, order), put=lambda: None
        )


def _kind(key: str) -> DocumentKind:
    return next(kind for kind in documents() if kind.key == key)
