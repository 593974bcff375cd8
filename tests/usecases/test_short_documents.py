"""The documents that hold some sections: whose words each is, who sees it differently, and R12."""

import datetime

import pytest

from app.bootstrap import House
from app.model.documents import document, documents
from app.model.print_order import Giving, PrintOrder
from app.model.restrictions import Restriction
from app.model.statement import ChartRow
from app.model.wording import SourceWording, Wording
from app.usecases import people, statements
from tests.helpers import translations as said
from tests.paper.test_booklet import flat

from .conftest import TODAY, Home
from .test_documents import put
from .test_sharing import add, ask, decide, print_own

SHORT = [kind.key for kind in documents() if kind.sections and kind.key != "picture_profile"]
"""Those that hold words; the profile in pictures has none."""
EACH_SHORT = pytest.mark.parametrize("key", SHORT)
TEA, EASY, HERBATA = "I like tea very much indeed.", "Tea is good.", "Bardzo lubię herbatę."


def printed(house: House, home: Home, key: str, words: Wording | None = None) -> str:
    order = PrintOrder(
        kind=document(key), person=home.person, made_on=TODAY, words=words or SourceWording()
    )
    return flat(house.set_document(home.notebook, order).printed)


def stands_in(key: str) -> str:
    """A section that this document holds."""
    sections = document(key).sections
    return "support_well" if "support_well" in sections else sections[0]


def box(page: str, title: str, until: str) -> str:
    """What stands in a box, up to the title of the next one."""
    return page[page.index(title) + len(title) : page.rindex(until)]


@EACH_SHORT
def test_r12_a_machine_s_words_are_named_and_the_easy_words_stay(
    house: House, home: Home, key: str
) -> None:
    tea = add(
        home, TEA, section=stands_in(key), kind="please_do", easy=EASY, easy_ok_by_person=True
    )
    said.put(home, tea, HERBATA, lang="pl", who=said.MACHINE, guarding=house.guard)
    polish = house.wording("pl")
    made = printed(house, home, key, polish)
    assert HERBATA in made
    assert EASY in made
    assert polish.t("Computer translation, not checked") in made


@EACH_SHORT
def test_r6_what_somebody_sees_differently_is_printed_with_its_name(
    house: House, home: Home, key: str
) -> None:
    cook = add(home, "I can cook alone.", section=stands_in(key), kind="please_do")
    assert "Two different views" not in printed(house, home, key)
    add(
        home, "Ann needs help at the stove.", section="working_not_working", kind="not_working",
        voice="staff", said_by=home.by, conflicts_with=(cook,),
    )  # fmt: skip
    made = printed(house, home, key)
    mine, theirs = made.index("I can cook alone."), made.index("Ann needs help at the stove.")
    assert made.index("Two different views") < made.index("My words · Ann") < mine < theirs
    assert " says" in made[mine:theirs]


@EACH_SHORT
def test_r1_each_sentence_says_whose_it_is_and_the_page_only_what_is_so(
    house: House, home: Home, key: str
) -> None:
    add(home, "I like it quiet.", section=stands_in(key), kind="please_do")
    made = printed(house, home, key)
    if key != "handover_card":
        assert "In my own words." in made
    if key != "one_page_profile":
        assert "My words" in made
    add(
        home, "Quiet is best.", section=stands_in(key), kind="please_do",
        voice="staff", said_by=home.by,
    )  # fmt: skip
    made = printed(house, home, key)
    if "Quiet is best." in made:
        assert "In my own words." not in made


def test_only_what_is_not_to_be_done_stands_under_please_do_not(house: House, home: Home) -> None:
    worse = {"section": "worse_better", "kind": "trigger"}
    add(
        home, "I cover my ears at the bell.", **worse,
        meaning="It is too loud. Warn me first.", meaning_confidence="sure",
    )  # fmt: skip
    add(home, "Shouting next door upsets me.", **worse)
    add(home, "Do not touch my radio.", section="support_well", kind="please_dont")
    tap = ChartRow(does="I tap my wrist.", means="What is next?", please_do="Show me the clock.")
    add(
        home, "I tap my wrist.", section="communication", kind="chart_row", chart=tap,
        must_know=True,
    )  # fmt: skip
    card = printed(house, home, "handover_card")
    dont = box(card, "Please do not", "What makes it worse")
    assert "Do not touch my radio." in dont
    for other in ("ears", "Shouting", "wrist"):
        assert other not in dont
    means = box(card, "What it means", "Please do not")
    assert means.index("ears at the bell.") < means.index("Warn me first.")
    assert "Please do: Show me the clock." in means
    assert "Shouting next door upsets me." in card[card.index("What makes it worse") :]


def test_nothing_that_the_person_disagreed_with_stands_under_what_they_like(
    house: House, home: Home
) -> None:
    music = add(home, "I like music at 7.", section="my_day", kind="preference")
    alone = add(
        home, "Ann loves the choir.", section="important_to", kind="preference",
        voice="staff", said_by=home.by,
    )  # fmt: skip
    sleep = add(
        home, "The music could wait till 9.", section="my_day", kind="preference",
        voice="staff", said_by=home.by, conflicts_with=(music,),
    )  # fmt: skip
    assert "Ann loves the choir." in printed(house, home, "hospital_passport")
    for each in (alone, sleep):
        statements.reply(
            home.notebook, to=each, view="disagree", words="No.", lang="en-GB", on=TODAY, by=home.by
        )
    made = printed(house, home, "hospital_passport")
    assert "Ann loves the choir." not in made
    assert made.index("I like music at 7.") < made.index("The music could wait till 9.")
    assert "Ann Obi disagrees" in made


def test_a_limit_that_should_have_been_looked_at_says_so_on_the_card(
    house: House, home: Home
) -> None:
    due = TODAY - datetime.timedelta(days=30)
    limit = Restriction(person=home.person, plain_title="The kitchen is locked.", review_due=due)
    put(home, limit)
    made = printed(house, home, "handover_card")
    assert "This should have been done by" in made
    assert "We look at it again" not in made


def test_a_card_that_is_not_whole_says_what_is_not_on_it(house: House, home: Home) -> None:
    add(home, "I like it quiet.", section="support_well", kind="please_do")
    lacking = "Not on this card: How I say it · Please do not · What matters today"
    card = printed(house, home, "handover_card")
    assert lacking in card
    assert card.index(lacking) < card.index("I like it quiet.")
    assert "Rules about me" not in card
    for section, kind in (
        ("communication", "fact"),
        ("support_well", "please_dont"),
        ("important_to", "important_to"),
    ):
        add(home, f"About {kind}.", section=section, kind=kind, must_know=True)
    assert "Not on this card" not in printed(house, home, "handover_card")


def test_r7_a_reader_is_told_the_same_whether_anything_was_held_back_or_is_not_there(
    house: House, home: Home
) -> None:
    mum = people.add_supporter(
        home.notebook, person=home.person, name="Mum", role="family", by=home.by
    ).last("supporter")
    decide(home, mum, "yes", "section:support_well")
    print_own(home)

    def for_mum() -> str:
        asked = ask(home, mum, document="handover_card")
        order = PrintOrder(
            kind=document("handover_card"), person=home.person, made_on=TODAY,
            words=SourceWording(), giving=Giving(asked=asked, by=home.by),
        )  # fmt: skip
        return flat(house.set_document(home.notebook, order).printed)

    add(home, "I like it quiet.", section="support_well", kind="please_do")
    before = for_mum()
    add(home, "I love the choir.", section="important_to", kind="important_to")
    add(home, "I nod for yes.", section="communication", kind="please_do", must_know=True)
    assert for_mum() == before
    assert "These are the sentences that Ann Obi shares with you." in before
    assert "What matters today · Rules about me" in before
