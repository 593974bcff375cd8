"""Everything that is written about a person, read back from its PDF."""

import contextlib
import datetime
import io
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pypdf
import pypdfium2
import pytest

from app.bootstrap import House
from app.model.ids import RecordId
from app.model.person import Person
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.paper.about_me import about_me
from app.paper.press import Printed
from app.store.notebook import NotebookFile
from app.usecases import people, statements
from tests.helpers.everything import everything

DAY = datetime.date(2026, 5, 4)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder = tmp_path_factory.mktemp("house")
    return House(folder, folder)


@pytest.fixture(scope="module")
def examples(house: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NotebookFile]:
    """The example people, with earlier words, something hidden and something for one alone."""
    folder = tmp_path_factory.mktemp("notebook")
    with contextlib.closing(house.example_notebook(folder)) as notebook:
        for person in people.everyone(notebook):
            first, second, third, *_ = sentences(notebook, person.id)
            by = person.id
            changed = f"{person.body.preferred_name} put this differently."
            statements.change_words(notebook, statement=first, words=changed, by=by)
            statements.withdraw(notebook, statement=second, by=by)
            statements.set_private(notebook, statement=third, private=True, by=by)
        yield notebook


def sentences(notebook: NotebookFile, person: RecordId) -> list[RecordId]:
    """The person's own sentences."""
    with notebook.unit_of_work() as work:
        found = work.records.find(Statement, person=person)
    return [each.id for each in found if each.body.voice_group == "own"]


def every_word(notebook: NotebookFile, person: RecordId) -> set[str]:
    """The words of every version of every sentence, hidden ones too."""
    with notebook.unit_of_work() as work:
        found = work.records.find(Statement, person=person, withdrawn=True)
        written = [each.body for one in found for each in work.records.history(one.id)]
    return {
        words
        for body in written
        if isinstance(body, Statement)
        for words in (body.original, body.easy, body.meaning)
        if words
    }


def name_of(notebook: NotebookFile, name: str) -> RecordId:
    return next(e.id for e in people.everyone(notebook) if e.body.preferred_name == name)


def pages_of(made: Printed) -> list[str]:
    document = pypdfium2.PdfDocument(made.pdf)
    pages = [flat(page.get_textpage().get_text_range()) for page in document]
    document.close()
    return pages


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module", params=["Marcus", "Halina"])
def printed(
    request: pytest.FixtureRequest, house: House, examples: NotebookFile
) -> tuple[str, Printed]:
    person = name_of(examples, request.param)
    words = SourceWording()
    return request.param, house.about_me(examples, person=person, made_on=DAY, words=words)


def test_every_word_of_every_version_is_printed(
    printed: tuple[str, Printed], examples: NotebookFile
) -> None:
    name, made = printed
    text = flat(" ".join(pages_of(made)))
    words = every_word(examples, name_of(examples, name))
    assert len(words) > 100
    assert [each for each in words if flat(each) not in text] == []
    assert f"{name} put this differently." in words
    assert "This is hidden: it is in no plan" in text
    assert (made.missing, made.left_out_pictures) == ((), ())


def test_nothing_of_another_person_is_printed(
    printed: tuple[str, Printed], examples: NotebookFile
) -> None:
    name, made = printed
    other = name_of(examples, "Halina" if name == "Marcus" else "Marcus")
    text = flat(" ".join(pages_of(made)))
    own = " ".join(every_word(examples, name_of(examples, name)))
    secret = [
        words for words in every_word(examples, other) if len(words) > 15 and words not in own
    ]
    assert len(secret) > 100
    assert [words for words in secret if flat(words) in text] == []


def test_the_contents_name_the_page_on_which_each_part_begins(
    printed: tuple[str, Printed], examples: NotebookFile, house: House
) -> None:
    name, made = printed
    pages = pages_of(made)
    about = everything(examples, name_of(examples, name), house)
    names = [*(part.title.sentence for part in about.parts), "If something is wrong"]
    assert {"About me", "What I said", "Rules about me"} <= set(names)
    contents = " ".join(pages[1:3]).partition("in here")[2]
    for each in names:
        found = re.search(rf"(?:^| ){re.escape(each)} (\d+)(?= |$)", contents)
        assert found, each
        assert pages[int(found[1]) - 1].startswith(each)


def test_no_page_holds_its_title_alone(printed: tuple[str, Printed], house: House) -> None:
    name, made = printed
    titles = {"What I said", "Our talks", "Photos", *(each.easy for each in house.sections)}
    held = [page.partition(f"{name} · everything")[0].strip() for page in pages_of(made)]
    assert [page for page in held if page in titles] == []


def test_no_name_of_the_code_is_printed(printed: tuple[str, Printed]) -> None:
    _, made = printed
    assert re.findall(r"\w+_\w+|019[0-9a-f]{5}-", " ".join(pages_of(made))) == []


def test_the_file_says_its_title_and_language_and_not_who_made_it(
    printed: tuple[str, Printed],
) -> None:
    name, made = printed
    document = pypdf.PdfReader(io.BytesIO(made.pdf))
    assert document.root_object["/Lang"] == "en-GB"
    assert document.metadata == {
        "/Title": f"Everything that is written about {name}",
        "/CreationDate": "D:20260504",
        "/ModDate": "D:20260504",
    }
    outline = document.outline
    assert outline[1]["/Title"] == "What is in here"  # type: ignore[index]


@pytest.mark.parametrize("tag", ["cy", "ur"])
def test_it_is_printed_in_other_languages_and_from_right_to_left(
    tag: str, house: House, examples: NotebookFile
) -> None:
    halina = name_of(examples, "Halina")
    made = house.about_me(examples, person=halina, made_on=DAY, words=house.wording(tag))
    assert (made.missing, made.left_out_pictures) == ((), ())
    document = pypdf.PdfReader(io.BytesIO(made.pdf))
    assert document.root_object["/Lang"] == tag
    direction = document.root_object["/ViewerPreferences"]["/Direction"]
    assert direction == ("/R2L" if tag == "ur" else "/L2R")
    printed = set(re.findall(r"\w+", " ".join(pages_of(made))))
    said = set(re.findall(r"\w+", " ".join(every_word(examples, halina))))
    assert said - printed == set()  # readers turn the order of words around on such a page


def test_letters_are_as_large_as_the_person_likes(house: House, tmp_path: Path) -> None:
    with contextlib.closing(house.example_notebook(tmp_path)) as notebook:
        marcus = name_of(notebook, "Marcus")
        words = SourceWording()
        usual = house.about_me(notebook, person=marcus, made_on=DAY, words=words)
        with notebook.unit_of_work() as work:
            now = work.records.get(marcus, Person)
            large = msgspec.structs.replace(now.body.ui, text_pt=24, pictures="none")
            work.records.revise(marcus, msgspec.structs.replace(now.body, ui=large), by=marcus)
            work.commit()
        larger = house.about_me(notebook, person=marcus, made_on=DAY, words=words)
    assert larger.pages > usual.pages
    assert "Before: How I like this program: Size of the letters on paper: 16" in flat(
        " ".join(pages_of(larger))
    )


def test_the_same_things_give_the_same_file(house: House, examples: NotebookFile) -> None:
    about = everything(examples, name_of(examples, "Marcus"), house)
    first, again = (
        about_me(
            about,
            made_on=DAY,
            words=SourceWording(),
            look=house.look,
            fonts=house.fonts,
            pictures=house.pictures(examples),
        )
        for _ in range(2)
    )
    assert first == again
