"""Every document of the list: it prints whatever a plan holds, in every script, and whole."""

import dataclasses
import datetime
import importlib
import io
import pkgutil
import re
from collections.abc import Sequence
from typing import Any

import msgspec
import pypdf
import pypdfium2
import pytest

from app import resources
from app.bootstrap import House
from app.model import about_me as everything
from app.model import home_questions
from app.model.contents import Contents
from app.model.documents import document, documents
from app.model.documents.kind import DocumentKind
from app.model.errors import NotFoundError
from app.model.goals import Anchors, Goal, GoalStep
from app.model.ids import PictureRef, RecordId
from app.model.plan import Plan, arrange
from app.model.promises import Promise
from app.model.record import Record
from app.model.restrictions import Restriction
from app.model.session import Board, BoardCard, Session
from app.model.statement import ChartRow, ReadBack, Statement
from app.model.topics import Topics
from app.model.translation import Translated, Translation
from app.model.wording import Phrase, SourceWording, Wording
from app.paper.documents import make
from app.paper.flow import Placed
from app.paper.press import Press, Printed
from app.paper.sheet import PAPERS
from tests.helpers import packs, printing
from tests.helpers.guides import guide, moment
from tests.helpers.plans import the_sections
from tests.helpers.printing import DAY, job, record, supporter
from tests.helpers.spoken_pdf import faults
from tests.paper.test_booklet import flat

ASKING = guide(
    moment(
        "say_yes", kind="choose", section="communication", says="fact",
        options=[{"id": x, "words": f"I {x}", "picture": "openmoji:2B50"} for x in ("nod", "sign")],
    )
)  # fmt: skip
KINDS = [pytest.param(kind, id=kind.key) for kind in documents()]
MANY, FEW = 1000, 24
LONG_SENTENCE = " ".join(f"word{n}" for n in range(400)) + "."
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 6
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
NOW = datetime.datetime(2026, 3, 4, 9, 30, tzinfo=datetime.UTC)
PERSON, JO, TALK, BOARD = (RecordId(each) for each in ("person", "jo", "talk", "board"))
SECTIONS = the_sections()
TOPICS = Topics.from_data(resources.read_toml("topics.toml"))
WHERE = (
    ("communication", "chart_row"),
    ("support_well", "please_do"),
    ("support_well", "please_dont"),
    ("important_to", "important_to"),
    ("health", "important_for"),
    ("goals", "hope"),
    ("worse_better", "trigger"),
    ("appreciation", "appreciation"),
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    nowhere = tmp_path_factory.mktemp("home")
    return House(nowhere, nowhere)


def said(words: str, at: int, lang: str = "en-GB") -> Statement:
    section, kind = WHERE[at % len(WHERE)]
    chart = ChartRow(does=words, means=words, please_do=words) if kind == "chart_row" else None
    return Statement(
        person=PERSON,
        section=section,
        kind=kind,  # type: ignore[arg-type]
        voice="own_spoken" if at % 3 else "staff",
        said_by=None if at % 3 else JO,
        original=words,
        original_lang=lang,
        read_back=ReadBack(result="keep", on=DAY),
        chart=chart,
        session=TALK,
        symbols=(PictureRef("openmoji:2615"),) if at % 2 else (),
        must_know=not at % 5,
    )


def filled(*words: str, lang: str = "en-GB", name: str = "Marcus", times: int = 1) -> Contents:
    """Contents in which these words stand wherever something can stand."""
    texts = [text for _ in range(times) for text in words]
    whose = printing.plan(name=name).person
    plan = arrange(
        person=whose,
        supporters=(record(supporter("Jo"), JO),),
        statements=tuple(record(said(text, at, lang), f"s{at}") for at, text in enumerate(texts)),
        sections=SECTIONS,
        today=DAY,
    )
    records = tuple(_records(words)) if words else (_talk(), _board())
    return Contents(
        plan=plan,
        reader=name,
        own=True,
        others=records,
        known={PERSON: name, JO: "Jo"},
        quoted={RecordId("promise0"): words[0]} if words else {},
        topics=TOPICS,
        everything=_about(plan),
    )


def _about(plan: Plan) -> everything.AboutMe:
    line = everything.Group(
        entries=tuple(everything.Entry(line=each, facts=()) for each in plan.lines[:40])
    )
    part = everything.Part(
        title=Phrase("What I said"),
        picture=PictureRef("openmoji:1F4AC"),
        groups=(line,),
        none=Phrase("No words are kept."),
    )
    return everything.AboutMe(plan=plan, parts=(part,))


def _talk() -> Record[Any]:
    return record(Session(person=PERSON, type="review", guide="review", started=NOW), TALK)


def _board(*words: str) -> Record[Any]:
    cards = tuple(
        BoardCard(id=f"c{at}", words=text, pile="going_well") for at, text in enumerate(words)
    )
    return record(
        Board(person=PERSON, session=TALK, moment="m", topic="food", scale="doing_ok", cards=cards),
        BOARD,
    )


def _records(words: tuple[str, ...]) -> list[Record[Any]]:
    made: list[Record[Any]] = [_talk(), _board(*words)]
    for at, text in enumerate(words):
        goal = RecordId(f"goal{at}")
        made += [
            record(
                Goal(person=PERSON, words=RecordId(f"s{at}"), anchors=Anchors(hoped=text[:2000])),
                goal,
            ),
            record(GoalStep(person=PERSON, goal=goal, words=text[:2000], who=PERSON), f"step{at}"),
            record(
                Promise(
                    person=PERSON, said=RecordId(f"s{at}"), words=text[:2000], owner=JO, due=DAY,
                    response="could_not_change", could_not_because="money",
                    because_plain=text[:2000], instead=text[:2000], how_to_challenge=text[:2000],
                    told_on=DAY, session=TALK,
                ),
                f"promise{at}",
            ),
            record(
                Restriction(person=PERSON, plain_title=text[:2000], end_when=text[:2000]),
                f"rule{at}",
            ),
        ]  # fmt: skip
    return made


@pytest.fixture(autouse=True)
def nothing_runs_into_the_footer(monkeypatch: pytest.MonkeyPatch) -> None:
    bind = Press.bind

    def looking(
        press: Press, pages: Sequence[Sequence[Placed]], footer: Any, *more: Any
    ) -> Printed:
        room = press.room(footer)
        for page in pages:
            for block, top in page:
                assert top + block.height <= room + 1, type(block)
        return bind(press, pages, footer, *more)

    monkeypatch.setattr(Press, "bind", looking)


def printed(
    kind: DocumentKind, contents: Contents, words: Wording | None = None, **values: Any
) -> Printed:
    about = {"board": BOARD, "talk": TALK}.get(kind.about)
    set_from = {"paper": kind.papers[0], **values}
    pack = packs.told(contents.plan) if kind.comes_back else None
    asks = home_questions.of_guide(ASKING) if kind.about == "question" else None
    contents = dataclasses.replace(contents, about=about, pack=pack, questions=asks)
    return make(
        kind, job(contents.plan, contents=contents, words=words or SourceWording(), **set_from)
    )


def inside(made: Printed, size: tuple[float, float]) -> bool:
    """Whether every letter stands on the paper, within its edges."""
    document = pypdfium2.PdfDocument(made.pdf)
    boxes = [
        textpage.get_rect(at)
        for page in document
        for textpage in (page.get_textpage(),)
        for at in range(textpage.count_rects())
    ]
    document.close()
    wide, high = size
    return all(
        left >= -0.5 and low >= -0.5 and right <= wide + 0.5 and top <= high + 0.5
        for left, low, right, top in boxes
    )


def test_every_document_has_a_module_that_sets_it_and_no_other_has() -> None:
    there = importlib.import_module("app.paper.documents")
    setters = {each.name for each in pkgutil.iter_modules(there.__path__)}
    assert setters == {kind.key for kind in documents()}


def test_a_document_is_found_by_its_name_however_it_is_spelt() -> None:
    assert document("handover-card") is document("handover_card")
    with pytest.raises(NotFoundError, match="handover-card"):
        document("leaflet")


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_prints_of_an_empty_plan(kind: DocumentKind) -> None:
    made = printed(kind, filled())
    assert made.missing == ()
    assert made.text or made.pages >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_prints_of_a_thousand_sentences(kind: DocumentKind) -> None:
    contents = filled(*(f"I like number {n}." for n in range(FEW)), times=MANY // FEW + 1)
    made = printed(kind, contents)
    assert made.text or inside(made, PAPERS[kind.papers[0]].size)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [LONG_SENTENCE, LONG_WORD], ids=["400 words", "a long word"])
def test_what_is_longer_than_a_page_or_a_line_is_printed_whole(
    kind: DocumentKind, text: str
) -> None:
    for paper in kind.papers:
        made = printed(kind, filled(text, times=len(WHERE)), paper=paper)
        if made.text:
            assert text in made.text
            return
        assert inside(made, PAPERS[paper].size)
        if kind.key not in {"picture_profile", "about_me", "choice_page"}:
            last = text.rstrip(".")[-30:].replace(" ", "")
            assert last in "".join(flat(made).split())


@pytest.mark.parametrize("kind", KINDS)
def test_a_very_long_name_leaves_room_for_the_rest(kind: DocumentKind) -> None:
    name = ("Maximiliana-Theodora " * 10)[:200].strip()
    for paper in kind.papers:
        made = printed(kind, filled("I like tea.", name=name), paper=paper)
        assert made.text or inside(made, PAPERS[paper].size)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ur", "مجھے صبح کی چائے پسند ہے۔ 10:30 پر۔"),
        ("pa", "ਮੈਨੂੰ ਸਵੇਰ ਦੀ ਚਾਹ ਪਸੰਦ ਹੈ। 10:30 ਵਜੇ।"),
    ],
)
def test_a_document_prints_in_every_script_with_no_letter_missing(
    house: House, kind: DocumentKind, lang: str, words: str
) -> None:
    made = printed(kind, filled(words, lang=lang, times=FEW), house.wording(lang))
    assert made.missing == ()
    assert made.text or inside(made, PAPERS[kind.papers[0]].size)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_contents_give_the_same_bytes(kind: DocumentKind) -> None:
    contents = filled("I like tea.", times=FEW)
    assert printed(kind, contents).file == printed(kind, contents).file


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_on_its_own_paper_and_says_whose_it_is(kind: DocumentKind) -> None:
    for size in kind.papers:
        made = printed(kind, filled("I like tea.", times=len(WHERE)), paper=size)
        if made.text:
            assert "Marcus" in made.text
            continue
        page = pypdf.PdfReader(io.BytesIO(made.pdf)).pages[0]
        expected = PAPERS[size].size
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(expected)
        if kind.about != "home":
            assert "Marcus" in flat(made)


def with_one_more(plan: Plan, body: Statement) -> Plan:
    first, *others = plan.sections
    line = dataclasses.replace(first.lines[0], statement=record(body, "more"))
    first = dataclasses.replace(first, lines=(line, *first.lines))
    return dataclasses.replace(plan, sections=(first, *others))


def test_the_card_tells_how_to_say_yes_what_to_do_and_what_not_to_do() -> None:
    contents = filled(*(f"Number {n}." for n in range(len(WHERE))))
    nod = msgspec.structs.replace(said("I nod to say yes.", 0), moment="say_yes")
    contents = dataclasses.replace(contents, plan=with_one_more(contents.plan, nod))
    made = flat(printed(document("handover_card"), contents))
    assert "I nod to say yes." in made
    for title in ("How I say it", "Please do", "Please do not", "Rules about me"):
        assert title in made


def test_what_does_not_fit_onto_the_card_is_not_dropped_in_silence() -> None:
    made = flat(printed(document("handover_card"), filled("I like tea.", times=2 * FEW)))
    assert "More is in my plan." in made


def test_a_passport_tells_what_can_be_seen_before_what_it_may_mean() -> None:
    row = said("I tap my wrist.", 0)
    chart = ChartRow(
        does="I tap my wrist.", means="What is next?", happening="It is late.", please_do="Tell me."
    )
    body = msgspec.structs.replace(row, chart=chart)
    plan = arrange(
        person=printing.plan().person, supporters=(), statements=(record(body, "s0"),),
        sections=SECTIONS, today=DAY,
    )  # fmt: skip
    contents = dataclasses.replace(filled(), plan=plan)
    made = flat(printed(document("passport"), contents))
    places = [
        made.index(part) for part in ("I tap my wrist", "What is next", "It is late", "Tell me")
    ]
    assert places == sorted(places)


def test_a_colour_is_never_alone_in_the_hospital_passport() -> None:
    contents = filled(*(f"Number {n}." for n in range(len(WHERE))))
    made = flat(printed(document("hospital_passport"), contents))
    for word in ("Red: ", "Amber: ", "Green: "):
        assert word in made


def test_r13_we_could_not_change_this_is_printed_with_all_of_its_reasons() -> None:
    for key in ("you_said", "home_board", "changed_today"):
        contents = filled("I want a key.")
        promises = [
            dataclasses.replace(
                each,
                body=msgspec.structs.replace(
                    each.body,
                    because_plain="No money.",
                    instead="A code.",
                    how_to_challenge="Ask Jo.",
                ),
            )
            if isinstance(each.body, Promise)
            else each
            for each in contents.others
        ]
        made = flat(printed(document(key), dataclasses.replace(contents, others=tuple(promises))))
        assert "We could not change this" in made
        for reason in ("Money", "No money.", "A code.", "Ask Jo."):
            assert reason in made


def sizes(made: Printed) -> set[float]:
    """Of all letters, in points."""
    reader = pypdf.PdfReader(io.BytesIO(made.pdf))
    drawn = b"".join(page.get_contents().get_data() for page in reader.pages)  # type: ignore[union-attr]
    return {float(size) for size in re.findall(rb"/T\d+ ([\d.]+) Tf", drawn)}


def test_big_print_is_never_smaller_than_it_says() -> None:
    contents = filled("I like tea.", times=3)
    usual, big = (printed(document(key), contents) for key in ("booklet", "big_print"))
    assert min(sizes(usual)) < 24
    assert min(sizes(big)) >= 24


def test_what_a_first_page_in_big_print_has_no_room_for_goes_on_on_the_next_one() -> None:
    told = tuple(f"This is the line with the number {n} of many." for n in range(12))
    made = printed(document("big_print"), filled("I like tea."), lacking=told)
    first, second, *_ = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    assert min(sizes(made)) >= 24
    assert inside(made, PAPERS["A4"].size)
    on_first, on_second = (
        [n for n, line in enumerate(told) if line in text]
        for text in (" ".join(page.extract_text().split()) for page in (first, second))
    )
    assert on_first
    assert on_second
    assert [*on_first, *on_second] == [*range(12)]
    assert faults(made.pdf) == []


def test_two_languages_stand_together_and_say_who_translated(house: House) -> None:
    contents = filled("I like tea.")
    tea = Translation(
        person=PERSON, source=RecordId("s0"), source_version=1, lang="pl", text="Lubię herbatę.",
        method="machine_offline",
    )  # fmt: skip
    line = dataclasses.replace(
        contents.plan.lines[0], translated=(Translated(record=record(tea, "t"), why_not=""),)
    )
    section = dataclasses.replace(contents.plan.sections[0], lines=(line,))
    plan = dataclasses.replace(contents.plan, sections=(section,))
    both = dataclasses.replace(contents, plan=plan)
    kind = document("booklet")
    assert "Lubię" not in flat(printed(kind, both))
    english_first = flat(printed(kind, both, second_lang="pl"))
    assert english_first.index("I like tea.") < english_first.index("Lubię herbatę.")
    assert "Computer translation" in english_first
    polish_first = flat(printed(kind, both, house.wording("pl"), second_lang="en-GB"))
    assert polish_first.index("Lubię herbatę.") < polish_first.index("I like tea.")
    plain = printed(document("plain_text"), both, second_lang="pl").text
    assert "Lubię herbatę." in plain


def test_a_picture_profile_is_read_out_as_its_sentences() -> None:
    contents = filled("I like tea.", times=len(WHERE))
    made = printed(document("picture_profile"), contents)
    assert "I like tea." not in flat(made)
    assert b"I like tea." in _unpacked(made)


def _unpacked(made: Printed) -> bytes:
    reader = pypdf.PdfReader(io.BytesIO(made.pdf))
    found = (reader.get_object(n) for n in range(1, reader.trailer["/Size"]))
    return b"".join(str(each).encode() for each in found if each is not None)


def test_r12_a_picture_profile_in_two_languages_is_read_out_in_both() -> None:
    contents = filled("I like tea.", times=2)
    tea = Translation(
        person=PERSON, source=RecordId("s1"), source_version=1, lang="pl", text="Lubię herbatę.",
        method="machine_offline",
    )  # fmt: skip
    section = next(each for each in contents.plan.sections if each.section.id == WHERE[1][0])
    line = dataclasses.replace(
        section.lines[0], translated=(Translated(record=record(tea, "t"), why_not=""),)
    )
    section = dataclasses.replace(section, lines=(line,))
    both = dataclasses.replace(
        contents, plan=dataclasses.replace(contents.plan, sections=(section,))
    )
    kind = document("picture_profile")
    assert _alternatives(printed(kind, both)) == ["I like tea."]
    (heard,) = _alternatives(printed(kind, both, second_lang="pl"))
    assert heard.startswith("I like tea. Lubię herbatę. · Computer translation, not checked")


def _alternatives(made: Printed) -> list[str]:
    """What is read out of each picture that is no ornament and no face."""
    reader = pypdf.PdfReader(io.BytesIO(made.pdf))
    found = (reader.get_object(n) for n in range(1, reader.trailer["/Size"]))
    figures = (each for each in found if isinstance(each, dict) and each.get("/S") == "/Figure")
    return [str(each["/Alt"]).translate(_ISOLATES) for each in figures if "tea" in each["/Alt"]]
