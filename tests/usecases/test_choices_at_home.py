"""Questions ticked at home: they wait, and are answers once the person says that they mean it."""

import datetime

import pytest

from app.bootstrap import House
from app.model import home_questions, pack_marks, review_codes
from app.model.choice_sheets import ChoiceSheet
from app.model.errors import AlongsideError, NotFoundError
from app.model.guide import Guide
from app.model.home_questions import can_go_home
from app.model.home_sheets import SheetLaid, TickLine
from app.model.ids import RecordId, new_record_id
from app.model.packs import Area
from app.model.review_codes import BadCodeError
from app.model.session import Answer
from app.readback.protocol import CardBox, Opened, Page, Ticked
from app.usecases import choices_at_home, due, sessions, sheets_at_home, undo
from app.usecases.choices_at_home import FromHome, QuestionBack
from tests.helpers.guides import guide, moment

from .conftest import NOW, TODAY, Home
from .test_choices import FOUR, WORDS, Talk, option

AREA = Area(left=1, bottom=2, wide=3, high=4)
LATER = NOW + datetime.timedelta(hours=1)
OWN = option("else", something_else=True)


def asking(name: str = "here", **more: object) -> dict[str, object]:
    fields = {"kind": "choose", "options": FOUR, "section": "home", "says": "preference"}
    return moment(name, **(fields | more))


class Paper:
    """A page with one question, from the talk in which it goes home to the one after it."""

    def __init__(self, home: Home, asked: dict[str, object] | None = None) -> None:
        self.home = home
        self.guide = guide(asked or asking())
        self.talk = Talk(home, self.guide)
        self.sheet = self.print()

    def print(self) -> RecordId:
        sheet = new_record_id()
        questions = home_questions.of_guide(self.guide)
        lines = tuple(
            TickLine(card=each.id, page=at, row=AREA, squares=(AREA,) * (len(each.options) + 2))
            for at, each in enumerate(questions.moments, start=1)
        )
        body = choices_at_home.sheet_of(
            questions, SheetLaid(lines=lines, corners=(AREA,)), person=self.home.person, on=TODAY
        )
        sheets_at_home.put(
            self.home.notebook, sheet=sheet, body=body, by=self.home.by, write=lambda: None
        )
        return sheet

    def back(self, *inks: float, ticked: tuple[Ticked, ...] = ()) -> QuestionBack:
        """What a scan of it gives."""
        signs = pack_marks.pack_signs(self.sheet)
        page = Page(pack=signs, page=1, cards=(CardBox(signs, "here", b"png", inks),))
        return self.of(Opened((page,), ticked=ticked))

    def of(self, opened: Opened) -> QuestionBack:
        (back,) = choices_at_home.of_file(
            self.home.notebook, opened=opened, guides=self.guides, person=self.home.person
        )
        return back

    @property
    def guides(self) -> dict[str, Guide]:
        return {self.guide.id: self.guide}

    def keep(self, *chosen: str, own: str = "", at: datetime.datetime = NOW) -> None:
        choices_at_home.keep(
            self.home.notebook, back=self.back(), chosen=chosen, own=own,
            brought_by=self.home.person, words=WORDS, by=self.home.by, at=at,
        )  # fmt: skip

    def kept(self) -> ChoiceSheet:
        with self.home.notebook.unit_of_work() as work:
            return work.records.get(self.sheet, ChoiceSheet).body

    def waiting(self, session: RecordId | None = None) -> list[str]:
        with self.home.notebook.unit_of_work() as work:
            records = work.records.find(ChoiceSheet, person=self.home.person)
        found = due.of_person(records, name="Ann", today=TODAY, session=session)
        return [each.words for each in found if each.what == "ticked"]

    def next_talk(self) -> Talk:
        sessions.stop(self.home.notebook, session=self.talk.session, by=self.home.by, now=NOW)
        self.talk = Talk(self.home, self.guide)
        return self.talk

    def offered(self) -> FromHome | None:
        talk = self.talk
        return choices_at_home.for_step(
            self.home.notebook, session=talk.session, step=talk.step(), guide=self.guide
        )

    def mean_it(self) -> Answer:
        offered = self.offered()
        assert offered is not None
        answer = offered.as_answer(self.talk.step().moment, at=LATER)
        self.talk.answer(answer)
        return answer


@pytest.fixture
def paper(home: Home) -> Paper:
    return Paper(home)


@pytest.mark.parametrize(
    ("changed", "goes"),
    [
        ({}, True),
        ({"kind": "either_or"}, True),
        ({"section": ""}, False),
        ({"practice": True}, False),
        ({"options": [option("a"), option("b", ends=True)]}, False),
        ({"options": [option("a"), option("b", not_safe=True)]}, False),
        ({"options": [option("a"), option("b", stays=True)]}, False),
    ],
)
def test_what_can_go_home_is_what_the_plan_says_and_the_talk_does_not_hang_on(
    changed: dict[str, object], goes: bool
) -> None:
    asked = guide(asking(**changed))
    assert can_go_home(asked, asked.moments[0]) is goes


def test_what_is_not_for_the_keyworker_never_goes_home_through_their_hands(house: House) -> None:
    feedback = house.guides["feedback"]
    assert not any(can_go_home(feedback, each) for each in feedback.moments)
    assert any(can_go_home(house.guides["passport"], x) for x in house.guides["passport"].moments)


def test_questions_are_named_by_their_guide_and_a_wrong_name_is_told_with_those_there_are(
    house: House,
) -> None:
    found = home_questions.named(house.guides, "passport:say_yes,say_no")
    assert [each.id for each in found.moments] == ["say_yes", "say_no"]
    with pytest.raises(NotFoundError, match="passport:say_stop"):
        home_questions.named(house.guides, "passport:say_nothing")
    with pytest.raises(NotFoundError, match="first_plan:news, passport:say_yes"):
        home_questions.named(house.guides, "")


def test_what_ink_is_there_decides_nothing(paper: Paper) -> None:
    back = paper.back(0.0, 0.3)
    assert (back.picture, back.inks["b"], back.ticked) == (b"png", 0.3, ())
    assert paper.offered() is None


def test_what_was_ticked_on_screen_comes_with_it(home: Home) -> None:
    paper = Paper(home, asking(options=[*FOUR, OWN]))
    ticked = Ticked(review_codes.of_sheet(paper.sheet), 1, (0, 4, 99), "My cat")
    for back in (paper.back(ticked=(ticked,)), paper.of(Opened((), ticked=(ticked,)))):
        assert (back.ticked, back.words) == (("a", "else"), "My cat")


def test_a_page_that_was_scanned_twice_is_shown_twice(paper: Paper) -> None:
    signs = pack_marks.pack_signs(paper.sheet)
    pages = tuple(
        Page(pack=signs, page=1, cards=(CardBox(signs, "here", png, ()),))
        for png in (b"ticked", b"blank")
    )
    found = choices_at_home.of_file(
        paper.home.notebook, opened=Opened(pages), guides=paper.guides, person=paper.home.person
    )
    assert [back.picture for back in found] == [b"ticked", b"blank"]


def test_numbers_that_no_page_has_are_passed_over(paper: Paper) -> None:
    code = review_codes.of_sheet(paper.sheet)
    wrong = tuple(Ticked(code, line, (0,)) for line in (0, -7, 2))
    assert paper.back(ticked=(*wrong, Ticked(code, 1, (-1, 1)))).ticked == ("b",)


def test_a_typed_code_finds_its_question_and_one_with_a_slip_is_told(paper: Paper) -> None:
    def typed(code: str) -> tuple[QuestionBack, ...]:
        return choices_at_home.of_code(
            paper.home.notebook, typed=code, guides=paper.guides, person=paper.home.person
        )

    code = review_codes.of_sheet(paper.sheet)
    (found,) = typed(review_codes.shown(code).lower())
    assert (found.question.moment, found.picture) == ("here", b"")
    slip = code[:-1] + next(sign for sign in review_codes.SIGNS if sign != code[-1])
    with pytest.raises(BadCodeError, match="slip"):
        typed(slip)
    assert typed(review_codes.of_sheet(RecordId("another"))) == ()


@pytest.mark.parametrize(
    ("chosen", "own", "told"),
    [
        ((), "", "Nothing is written or ticked"),
        (("a", "b"), "", "More is ticked than can be"),
        (("a", "dont_know"), "", "More is ticked than can be"),
        (("a",), "My cat", "More is ticked than can be"),
        (("else",), " ", "There are no words yet"),
    ],
)
def test_a_page_that_says_nothing_or_too_much_is_told_and_not_kept(
    home: Home, chosen: tuple[str, ...], own: str, told: str
) -> None:
    paper = Paper(home, asking(options=[*FOUR, OWN]))
    with pytest.raises(AlongsideError, match=told):
        paper.keep(*chosen, own=own)
    assert paper.kept().questions[0].answer is None


def test_as_many_as_the_question_allows_may_be_ticked(home: Home) -> None:
    paper = Paper(home, asking(most=2))
    paper.keep("a", "b")
    assert paper.waiting() == ["The a · The b"]
    with pytest.raises(AlongsideError, match="More is ticked"):
        paper.keep("a", "b", "c")


def test_r4_it_is_no_answer_before_the_person_says_that_they_mean_it(paper: Paper) -> None:
    paper.keep("b")
    talk = paper.next_talk()
    assert talk.said() == []
    answer = paper.mean_it()
    assert (answer.choices, answer.from_paper) == (("b",), paper.sheet)
    assert talk.said() == ["The b"]
    assert not talk.drafts()[0].body.kept
    body = sessions.session(paper.home.notebook, session=talk.session).body
    assert body.answers["here"] == answer
    assert paper.kept().questions[0].answer is not None
    assert paper.kept().questions[0].answer.brought_by == paper.home.person
    assert paper.offered() is None


def test_own_words_are_the_persons_own(home: Home) -> None:
    paper = Paper(home, asking(options=[*FOUR, OWN]))
    paper.keep(own="My cat")
    talk = paper.next_talk()
    assert paper.mean_it().response == "said"
    assert talk.said() == ["My cat"]


def test_r3_not_wanting_to_say_is_an_answer_from_home_too(paper: Paper) -> None:
    paper.keep("dont_want_to_say")
    talk = paper.next_talk()
    answer = paper.mean_it()
    assert (answer.response, answer.choices, talk.said()) == ("dont_want_to_say", (), [])


def test_it_waits_as_a_card_until_the_person_was_asked_about_it(paper: Paper) -> None:
    paper.keep("b")
    assert paper.waiting() == ["The b"]
    talk = paper.next_talk()
    for choice in ("not_today", "now"):
        due.choose(
            paper.home.notebook, record=paper.sheet, choice=choice, session=talk.session,
            step="due", by=paper.home.by, at=NOW,
        )  # fmt: skip
        assert bool(paper.waiting()) is (choice == "not_today")
    assert paper.waiting(talk.session) == ["The b"]
    assert paper.offered() is not None


def test_saying_yes_takes_the_card_away_and_undo_brings_both_back(paper: Paper) -> None:
    paper.keep("b")
    talk = paper.next_talk()
    paper.mean_it()
    assert paper.waiting() == []
    undo.undo(paper.home.notebook, person=paper.home.person, by=paper.home.by)
    assert (paper.waiting(), talk.said()) == (["The b"], [])


def test_what_was_answered_in_a_talk_since_counts_more(paper: Paper) -> None:
    paper.keep("b", at=NOW - datetime.timedelta(days=1))
    paper.talk.choose("a")
    paper.next_talk()
    assert paper.offered() is None


def test_a_page_that_comes_back_once_more_replaces_what_waited(paper: Paper) -> None:
    paper.keep("b")
    paper.keep("c", at=LATER)
    assert paper.waiting() == ["The c"]


def test_an_old_version_is_told_and_never_taken_for_an_answer_to_the_new_question(
    paper: Paper,
) -> None:
    paper.keep("b")
    paper.guide = guide(asking(options=[*FOUR[:1], option("b", words="Never")]))
    back = paper.back()
    assert back.old
    assert back.question.choices[1].words == "The b"
    paper.next_talk()
    assert paper.offered() is None
    assert paper.waiting() == ["The b"]


def test_an_older_answer_is_not_offered_where_the_newest_is_to_other_words(paper: Paper) -> None:
    first, asked = paper.sheet, paper.guide
    paper.guide = guide(asking(prompt="And here?"))
    other = paper.print()
    paper.keep("a")
    paper.sheet = other
    paper.guide = guide(asking(prompt="And here?"))
    back = paper.back()
    choices_at_home.keep(
        paper.home.notebook, back=back, chosen=("b",), own="", brought_by=paper.home.person,
        words=WORDS, by=paper.home.by, at=LATER,
    )  # fmt: skip
    paper.sheet, paper.guide = first, asked
    paper.next_talk()
    assert paper.offered() is None


def test_words_beside_a_choice_that_takes_none_any_more_are_kept(home: Home) -> None:
    paper = Paper(home, asking(options=[*FOUR, OWN]))
    paper.guide = guide(asking(options=[*FOUR, option("else", words="Another")]))
    assert paper.back().may_hold_words
    paper.keep("else", own="My cat")
    answer = paper.kept().questions[0].answer
    assert answer is not None
    assert (answer.choices, answer.words) == (("else",), "My cat")


def test_a_choice_of_the_same_words_that_takes_none_of_its_own_any_more_has_no_place_for_them(
    home: Home,
) -> None:
    paper = Paper(home, asking(options=[*FOUR, OWN]))
    paper.guide = guide(asking(options=[*FOUR, option("else")]))
    assert not paper.back().may_hold_words


def test_a_question_that_is_not_asked_any_more_is_told_and_not_kept(paper: Paper) -> None:
    paper.guide = guide(asking("other"))
    assert paper.back().now is None
    with pytest.raises(AlongsideError, match="not asked any more"):
        paper.keep("a")
