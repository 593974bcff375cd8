"""A copy in another language than that of a sentence: both are given, and who translated."""

import contextlib
import datetime
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pypdf
import pytest

from app.bootstrap import House
from app.model.ids import RecordId
from app.model.person import KnownLanguage
from app.model.sharing import SharedWith
from app.model.statement import Statement
from app.model.translation_told import not_translated
from app.model.wording import SourceWording
from app.speech.rendering import Rendering
from app.store.notebook import NotebookFile
from app.usecases import (
    events,
    people,
    sharing,
    sharing_choices,
    statements,
    translated,
    translations,
)
from app.usecases.translations import Interpreter, Put
from tests.helpers.commands import PIN, Run
from tests.helpers.plans import file_of, plan_data

TEA, HERBATA = "I like tea in my blue mug.", "Lubię herbatę w niebieskim kubku."
TODAY = datetime.date.today()  # noqa: DTZ011
BY_HER = Interpreter(method="professional", name="Sana Malik")
A_MACHINE = Interpreter(method="machine_offline")
NOBODY_CHECKED = "Tłumaczenie komputerowe, niesprawdzone"
"""As the Polish catalog has it."""


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Carries out a command on ``n``, in which Ann has a sister, Keisha, and Sam the notebook."""
    plan = plan_data()
    keisha = plan["supporters"][0] | {"id": "keisha", "name": "Keisha"}
    plan["supporters"].append({**keisha, "role": "family", "paid": False})
    (tmp_path / "ann.json").write_bytes(file_of(plan))
    assert run("new", "n.alongside", "--worker", "Sam")[0] == 0
    assert run("import", "n.alongside", "ann.json")[0] == 0
    return run


@contextlib.contextmanager
def opened() -> Iterator[tuple[NotebookFile, RecordId]]:
    with contextlib.closing(
        House.here().open_notebook(Path("n.alongside"), secret=PIN)
    ) as notebook:
        yield notebook, people.everyone(notebook)[0].id


def translate(who: Interpreter, *, answer: str = "", lang: str = "pl") -> None:
    with opened() as (notebook, ann):
        put = Put(
            statement=RecordId("tea"), lang=lang, who=who, by=ann, words=HERBATA,
            guarding=House.here().guard,
        )  # fmt: skip
        translations.put(notebook, put)
        (made,) = translated.every(notebook, statement=RecordId("tea"))
        if answer:
            translations.answer(
                notebook, translation=made.record.id, answer="yes", seen=HERBATA, on=TODAY, by=ann
            )


def share_tea_with_keisha() -> None:
    with opened() as (notebook, ann):
        found = sharing.sharing(notebook, person=ann)
        wish = sharing_choices.Wish(
            to=SharedWith(supporter=sharing.reader_named(found, "Keisha").supporter),
            choice="yes", parts=("sentence:tea",), purpose="family_life", how=("paper", "file"),
        )  # fmt: skip
        sharing_choices.decide(
            notebook, person=ann, wish=wish, on=TODAY, by=ann, words=SourceWording()
        )
        events.note(notebook, what="printed", person=ann, document="booklet", for_whom="person")
        people.join(
            notebook, person=ann, worker=notebook.worker.id, worker_name="Sam",
            role="support_worker",
        )  # fmt: skip


def printed(run: Run, kind: str, *more: str, lang: str = "pl") -> str:
    to = "out.txt" if kind == "plain-text" else "out.pdf"
    code, _, err = run(
        "print", "n.alongside", "Ann", "--as", kind, "--to", to, "--lang", lang, *more
    )
    assert code == 0, err
    if kind == "plain-text":
        read = Path(to).read_text("utf-8")
    else:
        read = " ".join(page.extract_text() for page in pypdf.PdfReader(to).pages)
    return " ".join(read.split())


KINDS = pytest.mark.parametrize("kind", ["booklet", "plain-text"])


@KINDS
def test_a_copy_in_another_language_has_both_and_who_translated(run: Run, kind: str) -> None:
    assert TEA in printed(run, kind)
    translate(BY_HER, answer="yes")
    made = printed(run, kind)
    assert made.index(TEA) < made.index(HERBATA) < made.index("Sana Malik")
    assert HERBATA not in printed(run, kind, lang="en-GB")


@KINDS
def test_a_copy_says_at_its_beginning_which_sentences_are_not_in_its_language(
    run: Run, kind: str
) -> None:
    polish = House.here().wording("pl")
    said = not_translated(polish, 2, "Polski")
    made = printed(run, kind)
    assert made.count(said) == 1
    assert made.index(said) < made.index(TEA)
    assert "Polski" not in printed(run, kind, lang="en-GB")
    translate(BY_HER, answer="yes")
    made = printed(run, kind)
    assert said not in made
    assert not_translated(polish, 1, "Polski") in made
    with opened() as (notebook, ann):
        known = KnownLanguage(code="en-GB", home=True), KnownLanguage(code="pl")
        translations.keep_languages(notebook, person=ann, languages=known, by=ann)
    in_two = printed(run, kind, "--second-lang", "pl", lang="en-GB")
    assert not_translated(SourceWording(), 1, "Polski") in in_two


@KINDS
def test_the_home_language_stands_first(run: Run, kind: str) -> None:
    translate(BY_HER, answer="yes")
    with opened() as (notebook, ann):
        translations.keep_languages(
            notebook, person=ann, languages=(KnownLanguage(code="pl", home=True),), by=ann
        )
    made = printed(run, kind)
    assert made.index(HERBATA) < made.index(TEA)


@KINDS
def test_r12_a_machine_s_draft_says_so_and_stands_beside_the_words_as_they_were_said(
    run: Run, kind: str
) -> None:
    translate(A_MACHINE)
    made = printed(run, kind)
    assert TEA in made
    assert HERBATA in made
    assert NOBODY_CHECKED in made


@KINDS
def test_r12_what_only_people_translate_by_now_is_not_printed_as_a_machine_wrote_it(
    run: Run, kind: str
) -> None:
    translate(A_MACHINE, answer="yes")
    with opened() as (notebook, ann), notebook.unit_of_work() as work:
        now = work.records.get(RecordId("tea"), Statement)
        work.records.revise(now.id, msgspec.structs.replace(now.body, must_know=True), by=ann)
        work.commit("must be known")
    made = printed(run, kind)
    assert TEA in made
    assert HERBATA not in made


@KINDS
def test_a_translation_of_other_words_is_not_printed(run: Run, kind: str) -> None:
    translate(BY_HER, answer="yes")
    with opened() as (notebook, ann):
        statements.change_words(notebook, statement=RecordId("tea"), words="I like no tea.", by=ann)
        statements.read_back(
            notebook, statement=RecordId("tea"), result="keep", method="read", on=TODAY, by=ann
        )
    made = printed(run, kind)
    assert "I like no tea." in made
    assert HERBATA not in made


@KINDS
def test_r4_others_are_given_a_translation_only_with_the_persons_yes(run: Run, kind: str) -> None:
    share_tea_with_keisha()
    translate(A_MACHINE)
    mine, hers = printed(run, kind), printed(run, kind, "--for", "Keisha")
    assert HERBATA in mine
    assert TEA in hers
    assert HERBATA not in hers


@KINDS
def test_r4_r12_with_the_persons_yes_others_read_that_a_machine_made_it(
    run: Run, kind: str
) -> None:
    share_tea_with_keisha()
    translate(A_MACHINE, answer="yes")
    made = printed(run, kind, "--for", "Keisha")
    assert HERBATA in made
    assert NOBODY_CHECKED in made


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Everything that the voice is given to say, and in which language."""
    said: list[tuple[str, str]] = []
    render = Rendering.render

    def listen(self, text, *, lang, **more):  # type: ignore[no-untyped-def]
        said.append((text, lang))
        return render(self, text, lang=lang, **more)

    monkeypatch.setattr(Rendering, "render", listen)
    return said


def test_r12_a_plan_that_is_heard_says_before_a_translation_who_made_it_and_then_the_words(
    run: Run, heard: list[tuple[str, str]]
) -> None:
    translate(A_MACHINE, answer="yes")
    assert run("read", "n.alongside", "Ann", "--to", "sound", "--lang", "pl")[0] == 0
    at = heard.index((HERBATA, "pl"))
    assert heard[at - 1] == (f"{NOBODY_CHECKED}:", "pl")
    assert heard[at + 2] == (TEA, "en-GB")
    assert run("read", "n.alongside", "Ann", "--to", "english")[0] == 0
    assert heard.count((HERBATA, "pl")) == 1


def test_r4_others_hear_a_translation_only_with_the_persons_yes(
    run: Run, heard: list[tuple[str, str]]
) -> None:
    share_tea_with_keisha()
    translate(A_MACHINE)
    for_keisha = ("read", "n.alongside", "Ann", "--lang", "pl", "--for", "Keisha", "--to")
    assert run(*for_keisha, "sound")[0] == 0
    assert (HERBATA, "pl") not in heard
    assert (TEA, "en-GB") in heard


def test_r7_whom_a_listener_may_not_know_is_not_named_as_the_translator(
    run: Run, heard: list[tuple[str, str]]
) -> None:
    share_tea_with_keisha()
    translate(BY_HER, answer="yes")
    assert (
        run("read", "n.alongside", "Ann", "--lang", "pl", "--for", "Keisha", "--to", "sound")[0]
        == 0
    )
    assert (HERBATA, "pl") in heard
    assert not any("Sana" in text for text, _ in heard)
    assert run("read", "n.alongside", "Ann", "--lang", "pl", "--to", "mine")[0] == 0
    assert any("Sana" in text for text, _ in heard)
