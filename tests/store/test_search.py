import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from app.model.person import Person
from app.store import search
from tests.helpers.notebooks import BY, add_person, add_statement, make_notebook, statement


def found(notebook, person, words):
    with notebook.unit_of_work() as work:
        return [each.id for each in work.records.search(words, person=person)]


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("I went swimming on Tuesday", "swim"),
        ("I went swimming on Tuesday", "tuesday SWIM"),
        ("My café is closed", "cafe"),
        ("My cafe\u0301 is closed", "café"),
        ("Lubię żółty ser i łóżko", "zolty lozko"),
        ("Lubię żółty ser i łóżko", "ŻÓŁ"),
        ("مجھے ٹھنڈا پانی پسند ہے", "پانی"),
        ("مجھے ٹھنڈا پانی پسند ہے", "پان"),
        ("كَتَبَ لي أخي", "كتب اخي"),
        ("ਮੈਨੂੰ ਪੰਜਾਬੀ ਖਾਣਾ ਪਸੰਦ ਹੈ", "ਪੰਜਾ"),
        ("আমি চা খাই", "চা"),
        ("Don't wake me", "don't"),
        ("Room 12b", "12"),
    ],
)
def test_beginnings_of_words_are_found_in_any_script(notebook, joe, said, typed):
    kept = add_statement(notebook, joe, said)
    assert found(notebook, joe, typed) == [kept.id]


def test_a_vowel_sign_makes_another_word(notebook, joe):
    add_statement(notebook, joe, "ਪੰਜਾਬੀ")
    assert found(notebook, joe, "ਪਾਜ") == []


def test_all_words_have_to_be_there(notebook, joe):
    both = add_statement(notebook, joe, "Tea with milk")
    add_statement(notebook, joe, "Tea alone")
    assert found(notebook, joe, "milk tea") == [both.id]


@pytest.mark.parametrize(
    "typed", ["", " ", '"', "*", "()", "^", "\0", "-", ":", "😀", '""*', "{}", "'", "\\"]
)
def test_a_search_for_no_letters_finds_nothing(notebook, joe, typed):
    add_statement(notebook, joe, "Tea")
    assert found(notebook, joe, typed) == []


@pytest.mark.parametrize(
    "typed", ["tea AND milk", "tea OR coffee", "NOT tea", "NEAR(tea milk)", "words:tea"]
)
def test_operators_are_only_words(notebook, joe, typed):
    add_statement(notebook, joe, "Tea with milk")
    assert found(notebook, joe, typed) == []


@pytest.mark.parametrize("typed", ['"tea"', "te*", "(tea)", "tea\0", "\0tea", 'milk "tea', "tea -"])
def test_what_surrounds_a_word_does_not_hide_it(notebook, joe, typed):
    kept = add_statement(notebook, joe, "Tea with milk")
    assert found(notebook, joe, typed) == [kept.id]


def test_nobody_elses_words_are_found(notebook, joe):
    ann = add_person(notebook, "Ann").id
    add_statement(notebook, ann, "Tea")
    assert found(notebook, joe, "tea") == []


def test_the_words_that_stand_now_are_searched(notebook, joe):
    kept = add_statement(notebook, joe, "Tea", easy="A hot drink")
    with notebook.unit_of_work() as work:
        work.records.revise(kept.id, statement(joe, "Coffee"), by=BY)
        work.commit()
    assert found(notebook, joe, "coffee") == [kept.id]
    assert found(notebook, joe, "tea") == found(notebook, joe, "drink") == []


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory):
    made = make_notebook(tmp_path_factory.mktemp("search") / "n.alongside")
    yield made
    made.close()


@given(typed=st.text(max_size=40), said=st.text(min_size=1, max_size=40))
def test_nothing_typed_breaks_the_search_and_words_find_themselves(long_lived, typed, said):
    said = said.encode(errors="ignore").decode() or "x"
    with long_lived.unit_of_work() as work:
        person = work.records.add(Person(preferred_name="Joe"), by=BY)
        kept = work.records.add(statement(person.id, said), by=BY)
        work.records.search(typed, person=person.id)
        if search.query(said) is not None:
            assert kept in work.records.search(said, person=person.id)


def test_a_search_over_everything_finds_the_newest_of_everybody_and_no_more_than_asked(notebook):
    people = [add_person(notebook, name).id for name in ("Joe", "Ann", "Bea")]
    kept = [add_statement(notebook, each, f"Tea {n}").id for n in range(2) for each in people]
    add_statement(notebook, people[0], "Coffee")
    with notebook.unit_of_work() as work:
        found = work.records.search("tea", most=4)
        assert [each.id for each in found] == kept[:1:-1]
        assert len(work.records.search("tea", most=None)) == len(kept)


def test_what_was_hidden_takes_no_place_among_those_asked_for(notebook, joe):
    kept = [add_statement(notebook, joe, "Tea") for _ in range(3)]
    with notebook.unit_of_work() as work:
        for each in kept[1:]:
            work.records.revise(each.id, each.body, by=BY, withdrawn=True)
        work.commit()
    with notebook.unit_of_work() as work:
        assert [each.id for each in work.records.search("tea", most=1)] == [kept[0].id]


def test_whose_a_record_is_cannot_be_searched_for(notebook, joe):
    add_statement(notebook, joe, "Tea")
    assert found(notebook, None, "ꙮ") == found(notebook, joe, f"ꙮ{joe}") == []
    assert found(notebook, None, joe.partition("-")[0]) == []


@pytest.mark.parametrize("other", ["ab", "A-B", 'a-b"', "a-b c", "a-b*"])
def test_people_whose_identifiers_are_alike_are_kept_apart(notebook, other):
    kept = {}
    with notebook.unit_of_work() as work:
        for person in ("a-b", other):
            work.records.add(Person(preferred_name="Joe"), by=BY, record=person)
            kept[person] = work.records.add(statement(person, "Tea"), by=BY).id
        work.commit()
    assert {person: found(notebook, person, "tea") for person in kept} == {
        person: [record] for person, record in kept.items()
    }


def test_a_record_that_comes_to_another_person_is_found_with_them_alone(notebook, joe):
    ann = add_person(notebook, "Ann").id
    kept = add_statement(notebook, joe, "Tea")
    with notebook.unit_of_work() as work:
        work.records.revise(kept.id, statement(ann, "Tea"), by=BY)
        work.commit()
    assert found(notebook, ann, "tea") == [kept.id]
    assert found(notebook, joe, "tea") == []
    assert notebook.check() == ()


@pytest.mark.parametrize("whose", ["everybody", "one person"])
def test_a_search_walks_the_index_alone_and_sorts_nothing(notebook, joe, whose):
    asked = []
    event.listen(notebook._engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
    found(notebook, None if whose == "everybody" else joe, "tea milk")
    statement, given = asked[-1]
    with notebook._engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given).all()
    first, second = (step.detail for step in plan)
    assert first.startswith("SCAN found VIRTUAL TABLE INDEX")
    assert second == "SEARCH current USING INTEGER PRIMARY KEY (rowid=?)"
