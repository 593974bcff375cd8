"""Whether those in a photo said yes: asked again at any time, and heeded at once."""

from pathlib import Path

from app.model.ids import PictureRef, RecordId
from app.model.photo_facts import InPhoto, SaidYes
from app.usecases import people, photo_facts
from tests.helpers.driver import Driver
from tests.ui.test_photos import (
    chosen,
    facts,
    helper_in,
    in_it,
    open_picker,
    own_cards,
    taken,
)
from ui.parts.writing import Writing


def with_helper(driver: Driver, path: Path, agreed: str) -> RecordId:
    """A photo with the helper in it, and what they said to it; who that is."""
    helper = helper_in(driver).id
    taken(driver, path)
    in_it(driver, helper)
    driver.press(f"agreed-{agreed}-{helper}")
    return helper


def ask_who_again(driver: Driver) -> None:
    open_picker(driver)
    driver.press("my-photos")
    driver.press("who-is-in-photos")
    assert "Press a photo to say who is in it" in driver.seen()
    driver.press(own_cards(driver)[0])


def test_r7_somebody_who_said_yes_to_a_photo_can_say_no_later(picker: Driver, halves: Path) -> None:
    helper = with_helper(picker, halves, "yes")
    ask_who_again(picker)
    in_it(picker)
    assert chosen(picker, "agreed-") == [f"agreed-yes-{helper}"]
    picker.press(f"agreed-no-{helper}")
    picker.press("keep-for-me")
    assert [each.refused for each in facts(picker)] == [True]
    assert "Not offered any more, because somebody in it said no" in picker.seen()


def test_r7_a_later_no_counts_also_where_the_photo_is_left_out(
    picker: Driver, halves: Path
) -> None:
    helper = with_helper(picker, halves, "yes")
    ask_who_again(picker)
    in_it(picker)
    picker.press(f"agreed-no-{helper}")
    picker.press("leave-photo-out")
    assert [each.refused for each in facts(picker)] == [True]
    assert "Not offered any more, because somebody in it said no" in picker.seen()


def test_going_through_it_again_with_next_leaves_a_yes(picker: Driver, halves: Path) -> None:
    with_helper(picker, halves, "yes")
    ask_who_again(picker)
    picker.next()
    picker.next()
    assert [each.agreed for each in facts(picker)] == [True]
    assert "Only you see these" not in picker.seen()


def test_pressing_the_way_twice_uses_photos_again(picker: Driver, halves: Path) -> None:
    with_helper(picker, halves, "yes")
    open_picker(picker)
    picker.press("my-photos")
    picker.press("who-is-in-photos")
    picker.press("who-is-in-photos")
    picker.press(own_cards(picker)[0])
    assert picker.find("my-photos") is None


def test_r7_it_is_said_that_nobody_else_sees_a_photo_before_everybody_said_yes(
    picker: Driver, halves: Path
) -> None:
    helper = helper_in(picker)
    taken(picker, halves)
    in_it(picker, helper.id)
    assert f"Until {helper.body.name} says yes, only you see this photo." in picker.seen()
    picker.press(f"agreed-not_asked-{helper.id}")
    open_picker(picker)
    picker.press("my-photos")
    assert "Only you see these, until everybody in them says yes." in picker.seen()
    picker.press(own_cards(picker)[0])
    assert picker.find("my-photos") is None


def test_the_same_photo_asks_again_until_everybody_in_it_said_yes(
    picker: Driver, halves: Path
) -> None:
    helper = with_helper(picker, halves, "not_asked")
    open_picker(picker)
    taken(picker, halves)
    in_it(picker)
    picker.press(f"agreed-yes-{helper}")
    assert [each.agreed for each in facts(picker)] == [True]
    open_picker(picker)
    taken(picker, halves)
    assert "Who is in this photo?" not in picker.seen()


# Photos that are offered while somebody writes


def my_face(driver: Driver, path: Path) -> RecordId:
    """The person's own photo with the helper in it, who said yes; who the helper is."""
    helper, me = with_helper(driver, path, "yes"), driver.person()
    notebook, by, ref = driver.window.ctx.open_notebook, driver.window.ctx.writer, photo_of(driver)
    driver.ask(lambda: people.change_photo(notebook, person=me, photo=ref, by=by))
    return helper


def photo_of(driver: Driver) -> PictureRef:
    return facts(driver)[0].picture


def say_of_photo(driver: Driver, who: RecordId, said: SaidYes) -> None:
    ctx, me, ref = driver.window.ctx, driver.person(), photo_of(driver)
    notebook, by, today = ctx.open_notebook, ctx.writer, ctx.today
    answer = photo_facts.Told(who=(InPhoto(supporter=who, agreed=said),))
    driver.ask(
        lambda: photo_facts.keep(notebook, person=me, photo=ref, told=answer, by=by, on=today)
    )


def write_my_name(driver: Driver) -> None:
    notebook, me = driver.window.ctx.open_notebook, driver.person()
    name = driver.ask(lambda: people.person(notebook, person=me)).body.preferred_name
    driver.write(f"{name} likes tea.")
    driver.settle()


def test_r7_a_photo_that_somebody_says_no_to_meanwhile_is_offered_no_more(
    picker: Driver, halves: Path
) -> None:
    helper = my_face(picker, halves)
    picker.press("use-none")
    write_my_name(picker)
    assert f"use-{photo_of(picker)}" in picker.names()
    say_of_photo(picker, helper, "no")
    assert f"use-{photo_of(picker)}" not in picker.names()


def test_r7_a_photo_beside_half_written_words_goes_when_somebody_says_no_to_it(
    picker: Driver, halves: Path
) -> None:
    helper = my_face(picker, halves)
    write_my_name(picker)
    (writing,) = picker.window.findChildren(Writing)
    assert writing.standing.picture == photo_of(picker)
    say_of_photo(picker, helper, "no")
    assert writing.standing.picture is None
    assert writing.standing.words.endswith("likes tea.")


def test_a_photo_that_is_kept_for_me_alone_stays_beside_the_words(
    picker: Driver, halves: Path
) -> None:
    with_helper(picker, halves, "no")
    picker.press("keep-for-me")
    picker.settle()
    (writing,) = picker.window.findChildren(Writing)
    assert writing.standing.picture == photo_of(picker)


def test_a_face_that_is_new_is_offered_at_once(picker: Driver, halves: Path) -> None:
    with_helper(picker, halves, "yes")
    picker.press("use-none")
    write_my_name(picker)
    assert f"use-{photo_of(picker)}" not in picker.names()
    me, ref = picker.person(), photo_of(picker)
    notebook, by = picker.window.ctx.open_notebook, picker.window.ctx.writer
    picker.ask(lambda: people.change_photo(notebook, person=me, photo=ref, by=by))
    assert f"use-{ref}" in picker.names()
