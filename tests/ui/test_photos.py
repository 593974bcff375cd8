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

from app.model.photo_facts import PhotoFacts
from app.model.pictures import Picture
from app.model.statement import Statement
from app.usecases import people
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from ui.parts.photo_frame import PhotoFrame
from ui.parts.picker import Picker
from ui.screens.base import Route

ASKED = guide(moment("likes", kind="question"))


@pytest.fixture
def picker(own: Driver) -> Driver:
    """At the page of pictures; nothing was copied before."""
    QGuiApplication.clipboard().clear()
    begin(own, ASKED)
    own.press("answer-with-picture")
    yield own
    QGuiApplication.clipboard().clear()


@pytest.fixture
def halves(tmp_path: Path) -> Path:
    """A photo that is red on the left and blue on the right."""
    image = Image.new("RGB", (400, 200), "red")
    image.paste("blue", (200, 0, 400, 200))
    exif = Image.Exif()
    exif.get_ifd(0x8825)[27] = "SecretPlace"
    path = tmp_path / "IMG_1234 Ward 7.jpg"
    image.save(path, exif=exif)
    return path


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


def nobody(driver: Driver) -> None:
    driver.press("in-photo-nobody")
    driver.press("photo-who-done")


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


def test_how_it_looks_on_a_card_is_shown_with_the_words_that_were_looked_for(
    picker: Driver, halves: Path
) -> None:
    (page,) = picker.window.findChildren(Picker)
    page.search.setText("The sea")
    bring(picker, halves)
    card = picker.find("preview")
    assert card is not None
    assert card.words == "The sea"
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus


# Who is in it


def taken(driver: Driver, path: Path) -> None:
    bring(driver, path)
    driver.press("take-photo")


def test_everybody_in_it_can_be_pressed_and_each_other_is_asked_about(
    picker: Driver, halves: Path
) -> None:
    me, notebook = picker.person(), picker.window.ctx.open_notebook
    helper = picker.ask(lambda: people.supporters(notebook, person=me))[0]
    taken(picker, halves)
    assert "Who is in this photo?" in picker.seen()
    picker.press(f"in-photo-{me}")
    assert "say yes to the photo" not in picker.seen()
    picker.press(f"in-photo-{helper.id}")
    assert f"Did {helper.body.name} say yes to the photo?" in picker.seen()
    picker.press(f"agreed-yes-{helper.id}")
    picker.press("in-photo-somebody")
    (line,) = picker.window.findChildren(QLineEdit, "in-photo-name")
    line.setText("Auntie Bea")
    picker.press("in-photo-add")
    picker.press("agreed-no-name-Auntie Bea")
    assert "It is not shown or printed for others" in picker.seen()
    assert "Did Auntie Bea say yes to the photo? No" in picker.names_said()
    picker.press("photo-who-done")
    (kept,) = facts(picker)
    assert [(each.supporter or each.name, each.agreed) for each in kept.who] == [
        (me, "yes"), (helper.id, "yes"), ("Auntie Bea", "no"),
    ]  # fmt: skip


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
    (page,) = picker.window.findChildren(Picker)
    page.search.setText("sea")
    taken(picker, halves)
    nobody(picker)
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
    me, notebook = picker.person(), picker.window.ctx.open_notebook
    helper = picker.ask(lambda: people.supporters(notebook, person=me))[0].id
    (page,) = picker.window.findChildren(Picker)
    page.search.setText("sea")
    taken(picker, halves)
    picker.press(f"in-photo-{helper}")
    picker.press(f"agreed-no-{helper}")
    picker.press("photo-who-done")
    open_picker(picker, "sea")
    assert own_cards(picker) == []
    picker.press("my-photos")
    assert "Not used, because somebody in it said no" in picker.seen()
    (held,) = own_cards(picker)
    picker.press(held)
    picker.press(f"agreed-yes-{helper}")
    picker.press("photo-who-done")
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


def test_a_photo_that_stands_beside_nothing_can_be_taken_away(picker: Driver, halves: Path) -> None:
    taken(picker, halves)
    nobody(picker)
    open_picker(picker)
    picker.press("my-photos")
    picker.press("take-photo-away")
    assert "Press the photo that you do not want any more." in picker.seen()
    (card,) = own_cards(picker)
    picker.press(card)
    assert own_cards(picker) == []
    assert "There are no photos in this plan yet." in picker.seen()
    assert facts(picker) == []
