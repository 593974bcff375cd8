"""An advocate's pack: it tells what its reader may see, and may leave more than once (rule R7)."""

import datetime
from collections.abc import Callable

import msgspec
import pytest

from app.bootstrap import House
from app.model.documents import document, documents
from app.model.documents.kind import DocumentKind
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.packs import ReviewPack
from app.model.person import SupporterRole
from app.model.print_order import Giving, PrintOrder
from app.model.promises import Promise
from app.model.session import Answer, Attendee, Session
from app.model.wording import SourceWording
from app.printroom import SetDocument
from app.usecases import people
from app.usecases.field_words import name_of_kind
from tests.helpers.pdf_search import told

from .conftest import NOW, TODAY, Home
from .test_documents import everything_in, put
from .test_sharing import add, ask, copies, decide, print_own

NEXT_DAY = TODAY + datetime.timedelta(days=1)
KINDS = [
    pytest.param(kind, id=kind.key)
    for kind in documents()
    if kind.about == "person" and not kind.for_them_alone
]


def supporter(home: Home, name: str, role: SupporterRole) -> RecordId:
    return people.add_supporter(
        home.notebook, person=home.person, name=name, role=role, by=home.by
    ).last("supporter")


class Pack:
    """Grace may see all of Ann's plan but her health and who matters to her."""

    def __init__(self, house: House, home: Home) -> None:
        self.house, self.home = house, home
        self.grace = supporter(home, "Grace Bell", "advocate")
        self.friend = supporter(home, "Zqfriend Smith", "friend")
        self.tea = add(home, "I like tea.", scribed_by=self.friend)
        self.health = add(home, "I have zqill.", section="health", kind="fact")
        self.private = add(home, "Zqalone, this is mine.", private=True)
        add(home, "I nod to say yes.", section="communication", kind="fact")
        self.promise("We get zqordinary for you.", self.tea)
        self.promise("We get zqhealthy for you.", self.health)
        self.promise("We get zqsecretly for you.", self.private)
        decide(home, self.grace, "yes", purpose="speaking_up")
        for part in ("section:health", "section:people"):
            decide(home, self.grace, "no", part, purpose="speaking_up")
        print_own(home)

    def promise(self, words: str, said: RecordId) -> RecordId:
        return put(
            self.home,
            Promise(
                person=self.home.person, said=said, words=words, owner=self.friend, due=TODAY
            ),
        )  # fmt: skip

    def talk(self, answers: dict[str, Answer], *attendees: Attendee) -> None:
        talk = Session(
            person=self.home.person, type="first_plan", guide="first_plan", started=NOW, ended=NOW,
            answers=answers, attendees=attendees,
        )  # fmt: skip
        put(self.home, talk)

    def made(self, key: str = "review_copy") -> SetDocument:
        asked = ask(self.home, self.grace, document="", purpose="speaking_up")
        order = PrintOrder(
            kind=document(key),
            person=self.home.person,
            made_on=TODAY,
            words=SourceWording(),
            giving=Giving(asked=asked, by=self.home.by),
        )
        return self.house.set_document(self.home.notebook, order)

    def text(self) -> str:
        return told(self.made().printed.pdf)

    def give(self, made: SetDocument, put: Callable[[], object] = list) -> set[str]:
        return set(self.house.give_document(self.home.notebook, made, put=put).kinds)

    def packs(self) -> list[RecordId]:
        with self.home.notebook.unit_of_work() as work:
            return [each.id for each in work.records.find(ReviewPack, person=self.home.person)]


@pytest.fixture
def pack(house: House, home: Home) -> Pack:
    return Pack(house, home)


def full() -> None:
    raise OSError("no room")


@pytest.mark.parametrize("kind", KINDS)
def test_r7_all_but_one_part_is_shared_and_no_document_tells_of_that_part(
    pack: Pack, kind: DocumentKind
) -> None:
    pack.talk({}, Attendee(supporter=pack.friend, ok_by_person="yes"))
    try:
        found = everything_in(pack.made(kind.key))
    except NotAllowedError:
        assert kind.key == "goals"
        return
    withheld = ("zqill", "zqalone", "zqhealthy", "zqsecretly", "zqfriend")
    assert [word for word in withheld if word in found] == []


def test_r7_a_pack_tells_of_promises_about_what_its_reader_may_see_and_of_no_others(
    pack: Pack,
) -> None:
    found = pack.text()
    assert "zqordinary" in found
    assert "zqhealthy" not in found
    assert "zqsecretly" not in found
    assert "notherean" not in found


def test_r7_a_pack_tells_what_was_not_answered_only_in_parts_that_its_reader_may_see(
    pack: Pack,
) -> None:
    guide = pack.house.guides["first_plan"]
    asked = {moment.section: moment for moment in guide.moments if moment.section}
    no = Answer(response="dont_want_to_say")
    seen, unseen = asked["support_well"], asked["health"]
    nowhere = next(m for m in guide.moments if not m.section and m.kind == "sharing")
    pack.talk({seen.id: no, unseen.id: no, nowhere.id: no, "zqunknown": no})
    found = pack.text()
    assert _plain(seen.prompt) in found
    for each in (unseen.prompt, nowhere.prompt, "zqunknown"):
        assert _plain(each) not in found


def test_r7_a_pack_names_nobody_of_whom_its_reader_may_not_be_told(pack: Pack) -> None:
    ruth = supporter(pack.home, "Ruth Oyelaran", "family")
    decide(pack.home, pack.grace, "yes", f"sentence:{ruth}", purpose="speaking_up")
    decide(pack.home, pack.friend, "yes", "section:important_to")
    pack.talk(
        {}, Attendee(supporter=pack.friend, ok_by_person="yes"),
        Attendee(supporter=ruth, ok_by_person="yes"),
    )  # fmt: skip
    found = pack.text()
    assert "zqfriend" not in found
    assert "ruthoyelaran" in found
    assert _plain("something that is not here any more") not in found


def test_r7_a_choice_that_names_what_is_not_seen_is_not_told(pack: Pack) -> None:
    def many() -> int:
        lists = {each.title: each.items for each in pack.made().contents.gathered_pack.lists}
        return len(lists[name_of_kind("sharing_choice")])

    before = many()
    decide(pack.home, pack.grace, "no", f"sentence:{pack.health}", purpose="speaking_up")
    decide(pack.home, pack.friend, "yes", "section:important_to")
    assert many() == before
    decide(pack.home, pack.grace, "yes", f"sentence:{pack.tea}", purpose="speaking_up")
    assert many() == before + 1


def test_r7_the_cover_names_nobody_who_may_not_be_named(house: House, home: Home) -> None:
    friend, mum = supporter(home, "Zqfriend Smith", "friend"), supporter(home, "Mum", "family")
    add(home, "I like tea.", scribed_by=friend)
    decide(home, mum, "yes_some", "section:important_to")
    print_own(home)
    order = PrintOrder(
        kind=document("booklet"),
        person=home.person,
        made_on=TODAY,
        words=SourceWording(),
        giving=Giving(asked=ask(home, mum, document=""), by=home.by),
    )
    found = everything_in(house.set_document(home.notebook, order))
    assert "iliketea" in found
    assert "zqfriend" not in found
    assert _plain("I made it with") not in found


def test_a_pack_that_could_not_be_put_anywhere_can_be_put_elsewhere(pack: Pack) -> None:
    made = pack.made()
    with pytest.raises(OSError, match="no room"):
        pack.give(made, put=full)
    assert (pack.packs(), copies(pack.home)) == ([], [])
    pack.give(made)
    assert pack.packs() == [made.contents.gathered_pack.pack]
    assert len(copies(pack.home)) == 1


def test_a_pack_is_printed_and_then_saved_and_stays_one_pack(pack: Pack) -> None:
    made = pack.made()
    assert pack.give(made) == {"copy"}
    pack.give(made)
    assert pack.packs() == [made.contents.gathered_pack.pack]
    with pytest.raises(OSError, match="no room"):
        pack.give(made, put=full)
    assert pack.packs() == [made.contents.gathered_pack.pack]
    assert len(copies(pack.home)) == 2


def test_r7_a_pack_whose_lists_changed_since_does_not_leave(pack: Pack) -> None:
    made = pack.made()
    with pack.home.notebook.unit_of_work() as work:
        promise = work.records.find(Promise, person=pack.home.person)[0]
        words = msgspec.structs.replace(promise.body, words="We get something else.")
        work.records.revise(promise.id, words, by=pack.home.by)
        work.commit()
    left: list[str] = []
    with pytest.raises(NotAllowedError, match="This has changed"):
        pack.give(made, put=lambda: left.append("left"))
    assert (left, pack.packs()) == ([], [])


def test_r7_what_was_made_on_another_day_does_not_leave(pack: Pack) -> None:
    made = pack.made("booklet")
    notebook = pack.home.notebook
    with pytest.raises(NotAllowedError, match="This has changed"):
        pack.house.give_document(notebook, made, put=full, today=NEXT_DAY)
    pack.house.give_document(notebook, made, put=list, today=TODAY)
    assert len(copies(pack.home)) == 1


def _plain(words: str) -> str:
    return "".join(words.split()).casefold()
