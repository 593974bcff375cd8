"""A photo on its way into a plan: brought in, worked on, asked about, and used again."""

import io
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.model.ids import RecordId
from app.model.person import Supporter
from app.model.photo_facts import PhotoFacts
from app.model.pictures import Picture
from app.model.record import Record
from app.model.statement import Statement
from app.usecases import people, statements
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.parts.photo_frame import PhotoFrame
from ui.parts.picker import Picker
from ui.screens.base import Route


def bring(driver: Driver, path: Path) -> PhotoFrame:
    driver.press("photo")
    driver.choose(path)
    return frame(driver)


def frame(driver: Driver) -> PhotoFrame:
    (found,) = (w for w in driver.window.findChildren(PhotoFrame) if w.isVisible())
    return found


def facts(driver: Driver) -> list[PhotoFacts]:
    notebook = driver.window.ctx.open_notebook

    def find() -> list[PhotoFacts]:
        with notebook.unit_of_work() as work:
            return [each.body for each in work.records.find(PhotoFacts)]

    return driver.ask(find)


def stored(driver: Driver) -> list[Picture]:
    """Every photo in the notebook."""
    notebook = driver.window.ctx.open_notebook

    def find() -> list[Picture]:
        with notebook._engine.connect() as connection:
            query = "SELECT media_type, data FROM media"
            return [Picture(*row) for row in connection.exec_driver_sql(query).all()]

    return driver.ask(find)


def said(driver: Driver) -> list[Statement]:
    notebook = driver.window.ctx.open_notebook

    def find() -> list[Statement]:
        with notebook.unit_of_work() as work:
            return [each.body for each in work.records.find(Statement)]

    return driver.ask(find)


def image_of(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.data))


def nobody(driver: Driver, called: str = "") -> None:
    """Nobody is in it; it may be called something."""
    driver.press("in-photo-nobody")
    driver.press("photo-who-done")
    (line,) = (w for w in driver.window.findChildren(QLineEdit, "photo-name") if w.isVisible())
    line.setText(called)
    driver.press("photo-name-done")


# How it comes in


def test_nothing_is_stored_before_the_photo_was_taken_and_asked_about(
    picker: Driver, halves: Path
) -> None:
    bring(picker, halves)
    assert stored(picker) == []
    picker.press("take-photo")
    assert stored(picker) == []
    nobody(picker)
    (kept,) = stored(picker)
    assert b"SecretPlace" not in kept.data
    assert image_of(kept).size == (400, 200)


def test_not_this_one_and_back_leave_nothing_behind(picker: Driver, halves: Path) -> None:
    bring(picker, halves)
    picker.press("decline-photo")
    assert picker.find("my-photos") is not None
    bring(picker, halves)
    picker.press("take-photo")
    picker.press("back")
    assert picker.find("take-photo") is not None
    picker.press("back")
    assert picker.find("my-photos") is not None
    assert stored(picker) == []
    picker.press("back")
    assert picker.find("my-photos") is None


def test_a_picture_can_be_pasted_only_while_one_was_copied(picker: Driver) -> None:
    assert picker.find("paste-photo") is None
    QGuiApplication.clipboard().setText("Just words")
    picker.settle()
    assert picker.find("paste-photo") is None
    copied = QImage(60, 40, QImage.Format.Format_RGB32)
    copied.fill(Qt.GlobalColor.green)
    QGuiApplication.clipboard().setImage(copied)
    picker.settle()
    picker.press("paste-photo")
    picker.press("take-photo")
    nobody(picker)
    assert image_of(stored(picker)[0]).size == (60, 40)


def test_ctrl_v_pastes_a_picture_and_leaves_words_to_the_place_to_search(picker: Driver) -> None:
    (page,) = picker.window.findChildren(Picker)
    QGuiApplication.clipboard().setText("sea")
    QTest.keyClick(page.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.search.text() == "sea"
    copied = QImage(60, 40, QImage.Format.Format_RGB32)
    copied.fill(Qt.GlobalColor.green)
    QGuiApplication.clipboard().setImage(copied)
    QTest.keyClick(page.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    picker.settle()
    assert page.search.text() == "sea"
    assert picker.find("take-photo") is not None


def drop(driver: Driver, path: Path) -> None:
    """Drop a file on the page of pictures."""
    (page,) = driver.window.findChildren(Picker)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    given = (
        Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    entered = QDragEnterEvent(QPoint(5, 5), *given)
    QApplication.sendEvent(page, entered)
    if entered.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), *given, QEvent.Type.Drop))
    driver.settle()


def test_a_photo_can_be_dropped_on_the_pictures(picker: Driver, halves: Path) -> None:
    drop(picker, halves)
    assert picker.find("take-photo") is not None


def test_what_is_no_photo_is_not_taken_when_it_is_dropped(picker: Driver, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"Dear Jo")
    drop(picker, letter)
    broken = tmp_path / "photo.png"
    broken.write_bytes(b"Dear Jo")
    drop(picker, broken)
    assert picker.find("take-photo") is None
    assert picker.find("my-photos") is not None
    notice = picker.find("notice")
    assert notice is not None
    assert "not a picture" in notice.words


# What is done to it


def test_a_photo_is_framed_by_keys_alone_and_nothing_outside_is_kept(
    picker: Driver, halves: Path
) -> None:
    shown = bring(picker, halves)
    assert "The whole frame" in shown.accessibleName()
    for _ in range(3):
        QTest.keyClick(shown, Qt.Key.Key_Space)
    assert "Bottom right corner" in shown.accessibleName()
    for _ in range(14):
        QTest.keyClick(shown, Qt.Key.Key_Left)
    assert "44 percent across" in shown.accessibleDescription()
    picker.press("take-photo")
    nobody(picker)
    kept = image_of(stored(picker)[0])
    assert kept.size == (176, 200)
    assert max(blue for _, _, blue in kept.get_flattened_data()) < 60


def test_a_corner_that_is_pressed_goes_where_is_pressed_next(picker: Driver, halves: Path) -> None:
    shown = bring(picker, halves)
    box = shown._box()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(shown, left, pos=box.bottomRight().toPoint())
    assert shown.taken == "bottom_right"
    QTest.mouseClick(shown, left, pos=box.center().toPoint())
    assert shown.taken is None
    now = shown.work.frame
    assert (round(now.right, 1), round(now.bottom, 1)) == (0.5, 0.5)
    assert (now.left, now.top) == (0, 0)


def test_a_corner_and_the_frame_can_be_dragged(picker: Driver, halves: Path) -> None:
    shown = bring(picker, halves)
    box = shown._box()
    left = Qt.MouseButton.LeftButton

    def drag(start: QPointF, end: QPointF) -> None:
        QTest.mousePress(shown, left, pos=start.toPoint())
        QTest.mouseMove(shown, (start + (end - start) / 2).toPoint())
        QTest.mouseMove(shown, end.toPoint())
        QTest.mouseRelease(shown, left, pos=end.toPoint())

    drag(box.topLeft(), box.center())
    now = shown.work.frame
    assert (round(now.left, 1), round(now.top, 1)) == (0.5, 0.5)
    small = shown._box()
    drag(small.center(), small.center() - QPointF(box.width() / 2, box.height() / 2))
    moved = shown.work.frame
    assert (round(moved.left, 1), round(moved.top, 1)) == (0, 0)
    assert shown.taken is None


def test_the_frame_is_moved_by_presses_where_nothing_can_be_dragged(
    picker: Driver, halves: Path
) -> None:
    bring(picker, halves)
    assert picker.find("frame-part") is None
    settings = picker.window.ctx.settings
    picker.window.use_settings(msgspec.structs.replace(settings, input="two_switches"))
    picker.settle()
    picker.press("answer-with-picture")
    shown = bring(picker, halves)
    picker.press("frame-part")
    for _ in range(3):
        picker.press("frame-right")
        picker.press("frame-down")
    now = shown.work.frame
    assert shown.part == "top_left"
    assert now.left > 0.1
    assert now.top > 0.1
    picker.press("frame-up")
    picker.press("frame-left")
    assert (shown.work.frame.left, shown.work.frame.top) < (now.left, now.top)


def test_a_photo_is_turned_squared_and_cut_out_by_pressing(picker: Driver, halves: Path) -> None:
    bring(picker, halves)
    picker.press("turn-right")
    picker.press("square")
    assert picker.find("behind-white") is None
    picker.press("shape-oval")
    picker.press("behind-clear")
    picker.press("take-photo")
    nobody(picker)
    (kept,) = stored(picker)
    assert kept.media_type == "image/png"
    image = image_of(kept)
    assert image.size == (200, 200)
    assert image.getpixel((0, 0)) == (0, 0, 0, 0)
    assert image.getpixel((100, 60))[0] > 200


def test_all_of_it_takes_the_frame_off_again(picker: Driver, halves: Path) -> None:
    shown = bring(picker, halves)
    picker.press("square")
    assert shown.work.frame.width == 0.5
    picker.press("all-of-it")
    assert shown.work.frame.width == 1


@pytest.mark.parametrize("high", [768, 700])
def test_all_corners_of_the_frame_are_in_sight_in_a_low_window(
    picker: Driver, halves: Path, high: int
) -> None:
    picker.window.resize(1366, high)
    shown = bring(picker, halves)
    picker.qtbot.waitUntil(lambda: shown.visibleRegion().boundingRect() == shown.rect())
    assert picker.find("take-photo") is not None


def test_how_it_looks_on_a_card_is_shown_without_the_words_that_were_looked_for(
    picker: Driver, halves: Path
) -> None:
    (page,) = picker.window.findChildren(Picker)
    page.search.setText("nurse")
    bring(picker, halves)
    card = picker.find("preview")
    assert card is not None
    assert card.words == ""
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus


# Who is in it


def taken(driver: Driver, path: Path) -> None:
    bring(driver, path)
    driver.press("take-photo")


def helper_in(driver: Driver) -> Record[Supporter]:
    me, notebook = driver.person(), driver.window.ctx.open_notebook
    return driver.ask(lambda: people.supporters(notebook, person=me))[0]


def in_it(driver: Driver, *who: str) -> None:
    """Press these faces, and that this is right."""
    for each in who:
        driver.press(f"in-photo-{each}")
    driver.press("photo-who-done")


def type_name(driver: Driver, name: str) -> None:
    driver.press("in-photo-somebody")
    (line,) = (w for w in driver.window.findChildren(QLineEdit, "in-photo-name") if w.isVisible())
    line.setText(name)


def chosen(driver: Driver, begins: str) -> list[str]:
    """What is chosen among what begins so."""
    found = (driver.find(name) for name in driver.names() if name.startswith(begins))
    return [each.objectName() for each in found if each is not None and each.isChecked()]


def test_each_other_person_in_it_is_asked_about_on_a_page_of_their_own(
    picker: Driver, halves: Path
) -> None:
    me, helper = picker.person(), helper_in(picker)
    taken(picker, halves)
    assert "Who is in this photo?" in picker.seen()
    type_name(picker, "Auntie Bea")
    picker.press("in-photo-add")
    in_it(picker, me, helper.id)
    assert "Did Auntie Bea say yes to this photo?" in picker.seen()
    assert f"Did {helper.body.name} say" not in picker.seen()
    assert chosen(picker, "agreed-") == []
    assert "Did Auntie Bea say yes to this photo? No" in picker.names_said()
    picker.press("agreed-yes-name-Auntie Bea")
    assert f"Did {helper.body.name} say yes to this photo?" in picker.seen()
    picker.press(f"agreed-not_asked-{helper.id}")
    (kept,) = facts(picker)
    assert [(each.supporter or each.name, each.agreed) for each in kept.who] == [
        ("Auntie Bea", "yes"), (me, "yes"), (helper.id, "not_asked"),
    ]  # fmt: skip


def test_after_a_no_it_is_said_what_it_does_and_the_photo_can_be_kept(
    picker: Driver, halves: Path
) -> None:
    helper = helper_in(picker)
    taken(picker, halves)
    in_it(picker, helper.id)
    picker.press(f"agreed-no-{helper.id}")
    assert "Only you see this photo. Nobody else gets it." in picker.seen()
    assert facts(picker) == []
    picker.press("keep-for-me")
    assert [each.refused for each in facts(picker)] == [True]


def test_after_a_no_the_photo_can_be_left_out_and_nothing_of_it_stays(
    picker: Driver, halves: Path
) -> None:
    helper = helper_in(picker)
    taken(picker, halves)
    in_it(picker, helper.id)
    picker.press(f"agreed-no-{helper.id}")
    picker.press("leave-photo-out")
    assert picker.find("my-photos") is not None
    assert facts(picker) == []
    assert stored(picker) == []


@pytest.mark.parametrize("answer", ["dont_know", "not_today", "dont_want_to_say"])
def test_r3_not_telling_whether_somebody_said_yes_is_one_press_and_an_answer(
    picker: Driver, halves: Path, answer: str
) -> None:
    helper = helper_in(picker)
    taken(picker, halves)
    in_it(picker, helper.id)
    picker.press(f"photo-{answer}")
    assert [each.agreed for each in facts(picker)[0].who] == [answer]


def test_r3_next_goes_past_whether_somebody_said_yes(picker: Driver, halves: Path) -> None:
    helper = helper_in(picker)
    taken(picker, halves)
    in_it(picker, helper.id)
    picker.next()
    assert [each.agreed for each in facts(picker)[0].who] == ["skip"]


def test_back_goes_question_by_question_and_keeps_what_was_answered(
    picker: Driver, halves: Path
) -> None:
    helper = helper_in(picker)
    taken(picker, halves)
    in_it(picker, helper.id)
    picker.press(f"agreed-no-{helper.id}")
    picker.press("back")
    assert chosen(picker, "agreed-") == [f"agreed-no-{helper.id}"]
    picker.press("back")
    assert chosen(picker, "in-photo-") == [f"in-photo-{helper.id}"]
    picker.press("photo-who-done")
    assert chosen(picker, "agreed-") == [f"agreed-no-{helper.id}"]
    picker.press("back")
    picker.press("back")
    assert picker.find("take-photo") is not None


@pytest.mark.parametrize("then", ["photo-who-done", "next", "face"])
def test_a_name_that_was_typed_and_not_added_counts(
    picker: Driver, halves: Path, then: str
) -> None:
    taken(picker, halves)
    type_name(picker, "Auntie Bea")
    if then == "face":
        in_it(picker, picker.person())
    else:
        picker.press(then)
    assert "Did Auntie Bea say yes to this photo?" in picker.seen()


# A no that was said before


def held_back(driver: Driver, path: Path) -> RecordId:
    """A photo to which the helper said no, looked at again; who that is."""
    helper = helper_in(driver).id
    taken(driver, path)
    in_it(driver, helper)
    driver.press(f"agreed-no-{helper}")
    driver.press("keep-for-me")
    open_picker(driver)
    driver.press("my-photos")
    driver.press(own_cards(driver)[0])
    return helper


@pytest.mark.parametrize("answer", ["dont_know", "not_today", "dont_want_to_say"])
def test_r7_not_telling_who_is_in_it_leaves_somebodys_no(
    picker: Driver, halves: Path, answer: str
) -> None:
    held_back(picker, halves)
    picker.press(f"photo-{answer}")
    assert facts(picker)[0].refused


@pytest.mark.parametrize("other", ["only-me", "nobody"])
def test_r7_who_said_no_is_left_out_only_when_they_are_said_not_to_be_in_it(
    picker: Driver, halves: Path, other: str
) -> None:
    helper = held_back(picker, halves)
    in_it(picker, other)
    assert "said no to this photo. Is" in picker.seen()
    picker.press("photo-not_today")
    assert facts(picker)[0].refused
    picker.press(own_cards(picker)[0])
    in_it(picker, other)
    picker.press(f"not-in-it-{helper}")
    if other == "nobody":
        picker.press("photo-name-done")
    assert not facts(picker)[0].refused


def test_r7_not_telling_whether_they_say_yes_now_leaves_somebodys_no(
    picker: Driver, halves: Path
) -> None:
    helper = held_back(picker, halves)
    picker.press("photo-who-done")
    assert chosen(picker, "agreed-") == [f"agreed-no-{helper}"]
    picker.press("photo-dont_know")
    assert facts(picker)[0].refused


# What it is called


def test_a_photo_is_called_after_who_is_in_it_and_not_after_what_was_looked_for(
    picker: Driver, halves: Path
) -> None:
    (page,) = picker.window.findChildren(Picker)
    page.search.setText("nurse")
    me, helper = picker.person(), helper_in(picker)
    taken(picker, halves)
    in_it(picker, me, helper.id)
    picker.press(f"agreed-yes-{helper.id}")
    called = facts(picker)[0].taken_for
    assert helper.body.name in called
    assert "nurse" not in called


def test_a_photo_nobody_is_in_is_called_as_the_person_says_or_nothing(
    picker: Driver, halves: Path
) -> None:
    (page,) = picker.window.findChildren(Picker)
    page.search.setText("nurse")
    taken(picker, halves)
    nobody(picker, "My garden")
    assert [each.taken_for for each in facts(picker)] == ["My garden"]


@pytest.mark.parametrize("answer", ["dont_know", "not_today", "dont_want_to_say"])
def test_r3_not_saying_who_is_in_it_is_one_press_and_an_answer(
    picker: Driver, halves: Path, answer: str
) -> None:
    taken(picker, halves)
    picker.press(f"photo-{answer}")
    assert [each.answer for each in facts(picker)] == [answer]
    assert picker.find("my-photos") is None


def test_r3_next_without_an_answer_is_a_skip_and_keeps_the_photo(
    picker: Driver, halves: Path
) -> None:
    taken(picker, halves)
    picker.next()
    assert [each.answer for each in facts(picker)] == ["skip"]
    assert len(stored(picker)) == 1


def test_done_with_nobody_pressed_says_what_to_press(picker: Driver, halves: Path) -> None:
    taken(picker, halves)
    picker.press("photo-who-done")
    assert "Please press everybody who is in it" in picker.seen()
    assert facts(picker) == []


def test_nobody_is_asked_twice_about_the_same_photo(picker: Driver, halves: Path) -> None:
    taken(picker, halves)
    nobody(picker)
    open_picker(picker)
    taken(picker, halves)
    assert "Who is in this photo?" not in picker.seen()
    assert len(facts(picker)) == 1


def test_where_somebodys_name_is_written_their_photo_does_not_change_it(
    own: Driver, halves: Path
) -> None:
    begin(own, guide(moment("here", kind="circle")))
    own.press("somebody-else")
    (page,) = own.window.findChildren(Picker)
    page.search.setText("Keisha")
    helper = helper_in(own).id
    taken(own, halves)
    in_it(own, helper)
    own.press(f"agreed-yes-{helper}")
    assert own.find("who-Keisha") is not None


# Photos of one's own


def open_picker(driver: Driver, looked_for: str = "") -> Picker:
    driver.press("answer-with-picture")
    (page,) = (each for each in driver.window.findChildren(Picker) if each.isVisible())
    page.search.setText(looked_for)
    driver.settle()
    return page


def own_cards(driver: Driver) -> list[str]:
    return [name for name in driver.names() if name.startswith("own-")]


def test_a_photo_of_ones_own_stands_before_symbols_and_is_used_without_asking_again(
    picker: Driver, halves: Path
) -> None:
    taken(picker, halves)
    nobody(picker, "The sea")
    open_picker(picker, "tea")
    assert own_cards(picker) == []
    picker.press("back")
    open_picker(picker, "sea")
    names = picker.names()
    (own_card,) = own_cards(picker)
    assert names.index(own_card) < min(
        names.index(each) for each in names if each.startswith("picture-")
    )
    picker.press(own_card)
    assert picker.find("my-photos") is None
    assert len(facts(picker)) == 1


def test_a_photo_somebody_said_no_to_is_offered_again_only_when_that_changes(
    picker: Driver, halves: Path
) -> None:
    helper = held_back(picker, halves)
    picker.press("back")
    assert "Not offered any more, because somebody in it said no" in picker.seen()
    picker.press("back")
    (page,) = (each for each in picker.window.findChildren(Picker) if each.isVisible())
    page.search.setText(helper_in(picker).body.name)
    picker.settle()
    assert own_cards(picker) == []
    picker.press("my-photos")
    (held,) = own_cards(picker)
    picker.press(held)
    picker.press("photo-who-done")
    picker.press(f"agreed-yes-{helper}")
    assert "said no" not in picker.seen()
    picker.press(held)
    assert picker.find("my-photos") is None


def test_what_can_be_heard_is_the_page_of_the_photo(picker: Driver, halves: Path) -> None:
    taken(picker, halves)
    heard = [each.words for each in picker.window.screen.readables()]
    assert heard[0] == "Who is in this photo?"
    assert "Nobody" in heard


def test_a_photo_of_the_person_goes_the_same_way(own: Driver, halves: Path) -> None:
    own.window.show_route(Route("likes", {"person": own.person()}))
    own.settle()
    own.press("my-picture")
    bring(own, halves)
    own.press("square")
    own.press("take-photo")
    assert own.window.screen.readables()[0].words == "Who is in this photo?"
    own.press("in-photo-only-me")
    own.press("photo-who-done")
    notebook, me = own.window.ctx.open_notebook, own.person()
    ref = own.ask(lambda: people.person(notebook, person=me)).body.photo
    assert ref == facts(own)[0].picture
    assert image_of(stored(own)[0]).size == (200, 200)


def removing(driver: Driver, path: Path) -> None:
    """A photo beside nothing, of which it is asked whether it is to go."""
    taken(driver, path)
    nobody(driver)
    open_picker(driver)
    driver.press("my-photos")
    driver.press("take-photo-away")
    assert "Press the photo that you do not want any more." in driver.seen()
    (card,) = own_cards(driver)
    driver.press(card)
    assert "It cannot be brought back." in driver.seen()


def test_a_photo_that_stands_beside_nothing_can_be_taken_out_for_good(
    picker: Driver, halves: Path
) -> None:
    removing(picker, halves)
    picker.press("remove-photo")
    assert own_cards(picker) == []
    assert "There are no photos in this plan yet." in picker.seen()
    assert facts(picker) == []
    assert stored(picker) == []


def test_a_photo_is_taken_out_only_after_being_asked(picker: Driver, halves: Path) -> None:
    removing(picker, halves)
    picker.press("keep-photo")
    assert len(own_cards(picker)) == 1
    assert len(stored(picker)) == 1


def test_the_button_that_pastes_can_be_heard_while_there_is_something_to_paste(
    picker: Driver,
) -> None:
    picker.press("my-photos")

    def heard() -> list[str]:
        return [each.words for each in picker.window.screen.readables()]

    assert "Paste a picture" not in heard()
    QGuiApplication.clipboard().setImage(QImage(10, 10, QImage.Format.Format_RGB32))
    picker.settle()
    assert "Paste a picture" in heard()


# On the other screens with pictures


def one_sentence(driver: Driver) -> Route:
    notebook, me, by = driver.window.ctx.open_notebook, driver.person(), helper_in(driver).id
    change = driver.ask(
        lambda: statements.say(
            notebook,
            statements.Said(
                person=me, by=by, words="I swim.", lang="en-GB",
                section="important_to", kind="important_to", voice="own_spoken",
            ),
        )
    )  # fmt: skip
    about = {"person": me, "statement": change.last("statement"), "section": "important_to"}
    return Route("sentence", about)


@pytest.mark.parametrize("screen", ["likes", "sentence"])
def test_back_within_a_photo_goes_one_page_back_on_every_screen(
    own: Driver, halves: Path, screen: str
) -> None:
    likes = Route("likes", {"person": own.person()})
    own.window.show_route(likes if screen == "likes" else one_sentence(own))
    own.settle()
    way_in = "my-picture" if screen == "likes" else "picture"
    own.press(way_in)
    taken(own, halves)
    own.press("back")
    assert own.find("take-photo") is not None
    own.press("back")
    assert own.find("my-photos") is not None
    own.press("back")
    assert own.find(way_in) is not None
    assert own.window.ctx.pixmaps._held == {}


def test_an_untaken_photo_is_let_go_when_the_screen_is_left(own: Driver, halves: Path) -> None:
    own.window.show_route(Route("likes", {"person": own.person()}))
    own.settle()
    own.press("my-picture")
    bring(own, halves)
    assert own.window.ctx.pixmaps._held
    own.window.show_route(Route("home", {"person": own.person()}))
    own.settle()
    assert own.window.ctx.pixmaps._held == {}
