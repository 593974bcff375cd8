"""Draws every screen to PNG files, from the example notebook, without a screen."""

import argparse
import itertools
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ALONGSIDE_SOUND", "null")
os.environ.setdefault("ALONGSIDE_CAMERA", "none")
os.environ.setdefault("ALONGSIDE_MICROPHONE", "none")

import msgspec
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.bootstrap import House
from app.model.conversation import Conversation
from app.model.event import What
from app.model.ids import RecordId
from app.model.person import Person, PictureSize
from app.model.record import Record
from app.model.session import Session
from app.usecases import events, moving_on, people, plans, sessions
from ui.cutting import cut_off
from ui.parts.backup_door import BackupDoor
from ui.parts.pressable import Pressable
from ui.screens.base import Route
from ui.shots import MODULES, Shot, all_shots
from ui.window import Window

SIZE = (1366, 768)
_TURNS = 8
"""What came is shown, fitted to its room, and laid out again where that changed the room."""
PINS = ("2468", "1357")
"""Of a throw-away notebook."""


def main(arguments: list[str] | None = None) -> int:
    """Draw the gallery; exit code 0 only if every screen was drawn and nothing is cut off."""
    options = _parser().parse_args(arguments)
    folder = Path(options.to)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        print(f"The folder {folder} cannot be made. Please choose another.", file=sys.stderr)
        return 1
    look = {"lang": options.lang, "theme": options.theme, "percent": options.scale}
    gallery = Gallery(application(), **look, pictures=options.pictures)
    cut = False
    for name, picture in gallery.draw(options.only):
        target = folder / f"{name}.png"
        if not picture.save(str(target)):
            print(f"{target} cannot be written. Please choose another folder.", file=sys.stderr)
            return 1
        for problem in cut_off(gallery.window):
            cut = True
            print(f"{name}: {problem}", file=sys.stderr)
        print(target)
    gallery.close()
    return 1 if cut else 0


def application() -> QApplication:
    """What a window needs before it is made."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    return app


class Gallery:
    """The window with the example people, walked through screen by screen."""

    def __init__(
        self, app: QApplication, *, lang: str, theme: str, percent: int, pictures: PictureSize
    ) -> None:
        self._app = app
        self._theme, self._percent, self._lang = theme, percent, lang
        self._pictures = pictures
        # A home of its own: the notebooks of whoever runs this are nobody's business.
        self._home = tempfile.TemporaryDirectory(prefix="alongside-gallery-")
        home = Path(self._home.name)
        self.window = Window(House(home, home), lang=lang)
        self.window.resize(*SIZE)
        self._like({})
        self.window.show()

    def draw(self, only: str = "") -> Iterator[tuple[str, object]]:
        """Each screen's name and its picture; of one subject alone, if it is named."""
        if only:
            self.window.open_examples()
            self.settle()
            for person in self.everyone():
                self.like_person(person)
        own = (self._before, self._around, self._conversation, self._afterwards)
        last = (self._keys, self._backups)
        taken = (
            *(shots() for shots in own if not only),
            *(shots(self) for shots in all_shots(only)),
            *(shots() for shots in last if not only),
        )
        for number, (name, show) in enumerate(itertools.chain.from_iterable(taken), 1):
            show()
            self.settle()
            yield f"{number:02d}-{name}", self.window.grab()

    def close(self) -> None:
        """Put everything away."""
        self.window.close()
        self.window.deleteLater()
        # Not the event loop alone: that leaves what is to be deleted until it is begun anew.
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._home.cleanup()

    def settle(self) -> None:
        """Wait until everything asked for has come and been laid out, which takes some turns."""
        for _ in range(_TURNS):
            while self.window.desk.busy:
                self._app.processEvents()
            self._app.processEvents()

    # The shots

    def _before(self) -> Iterator[Shot]:
        yield "welcome", lambda: self.go("welcome")
        yield "new-notebook", lambda: self.go("new")
        ours = Path("Our notebook.alongside")
        for why in ("", "rested", "handed_over"):
            name = f"unlock-{why}".strip("-").replace("_", "-")
            yield name, lambda why=why: self.go("unlock", path=ours, why=why)
        yield "people", self.window.open_examples
        yield "add-person", lambda: self.go("add_person")
        yield "join", lambda: self.go("join", person=self.everyone()[0].id)
        yield "sheet", lambda: self.go("sheet", first=True)
        yield "recover", lambda: self.go("recover", path=Path("Our notebook.alongside"))
        yield "keeping", lambda: self.go("keeping")
        yield "retention", self._to_retention
        yield "leaving", lambda: self.go("leaving")

    def _around(self) -> Iterator[Shot]:
        for person in self.everyone():
            name = person.body.preferred_name.split()[0].lower()
            self.like_person(person)
            yield f"home-{name}", lambda who=person.id: self.go("home", person=who)
            for section in ("important_to", "support_well", "working_not_working"):
                yield (
                    f"plan-{name}-{section}",
                    lambda who=person.id, section=section: self.go(
                        "plan", person=who, section=section
                    ),
                )
        first = self.everyone()[0].id
        for group in ("own", "others"):
            yield f"sentence-{group}", lambda group=group: self._go_to_sentence(first, group)
        yield "history", lambda: self.press("history")
        yield "likes", lambda: self.go("likes", person=first)
        yield "print", lambda: self.go("print", person=first)
        to = Route("keeping")
        yield "confirm", lambda: self.go("confirm", to=to, back=to)
        for screen in ("rights", "moving_on", "erase"):
            yield screen, lambda screen=screen: self.go(screen, person=first)
        backups = (Path("backups") / "Our notebook.alongside-backup",)
        yield "erased", lambda: self.go("erased", told="", backups=backups, perhaps_more=False)
        behind = {"behind": {"screen": "home", "person": first}}
        for screen in ("stop", "rest", "speak_up", "not_safe"):
            yield screen, lambda screen=screen: self.go(screen, **behind)

    def _conversation(self) -> Iterator[Shot]:
        person = self.everyone()[0]
        self.go("home", person=person.id)
        self.settle()
        session = self._half_done(person.id)
        guide = self.window.house.guides[session.body.guide]
        walk = Conversation(guide, session.body)
        for step in walk.steps:
            yield (
                f"talk-{step.key.replace(':', '-')}",
                lambda step=step: self.stand_at(person.id, session.id, step.key),
            )
            if step.moment.id == "important":
                yield "talk-writing", self._write
                yield "talk-picture", lambda: self.press("look-for-picture")
            if step.moment.kind == "people_here":
                about = {"person": person.id, "session": session.id}
                yield "add-supporter", lambda about=about: self.go("add_supporter", **about)
            if step.moment.kind == "read_back":
                yield "talk-change", lambda: self.press("change")

    def _afterwards(self) -> Iterator[Shot]:
        person = self.everyone()[0].id
        yield "thank-you", lambda: self.go("thank_you", person=person, spoke=True)
        yield "thank-you-silent", lambda: self.go("thank_you", person=person, spoke=False)
        self._note("printed", person=person, document="booklet", for_whom="person")
        self._note("exported", person=person, document="plan_file")
        yield "doings-person", lambda: self.go("doings", person=person)
        yield "workers-of-an-example", lambda: self.go("workers")

    def _keys(self) -> Iterator[Shot]:
        """What an example does not have: workers with keys of their own."""
        house = self.window.house
        notebook = self.ask(
            lambda: house.create_notebook(
                house.notebook_path("Fern Court"), worker_name="Sam", secret=PINS[0], kind="pin"
            )
        )
        other = self.ask(
            lambda: house.add_worker(notebook, name="Amina", secret=PINS[1], kind="pin")
        )
        self.window.holding.take(notebook)
        yield "workers", lambda: self.go("workers")
        for worker, name in ((notebook.worker.id, "you"), (other.id, "other")):
            for screen in ("worker", "worker_secret", "worker_end"):
                yield (
                    f"{screen.replace('_', '-')}-{name}",
                    lambda screen=screen, worker=worker: self.go(screen, worker=worker),
                )
        yield "worker-name", lambda: self.go("worker_name", worker=other.id)
        yield "add-worker", lambda: self.go("add_worker")
        yield "doings", lambda: self.go("doings")

    def _backups(self) -> Iterator[Shot]:
        file = self._backup()
        bad = file.with_name(f"bad{file.suffix}")
        bad.write_bytes(file.read_bytes()[:-1])
        yield "restore", lambda: self.go("restore", file=file)
        yield "restore-working", self._at_work
        yield "restore-unusable", lambda: self.go("restore", file=bad)
        yield "take-back", lambda: self.go("take_back", file=file)
        yield "take-back-who", lambda: self._open_backup("see")
        name = f"back-{self._missing}"
        yield "take-back-surely", lambda: self.press(name)
        yield "restore-look", lambda: (self.go("restore", file=file), self._open_backup("look"))

    # How to get there

    def _to_retention(self) -> None:
        """Somebody moved on eight years ago, which is how long words are kept here."""
        ctx = self.window.ctx
        notebook, person = ctx.open_notebook, self.everyone()[1].id
        long_ago = ctx.today.replace(year=ctx.today.year - 8, day=1)
        self.ask(lambda: moving_on.move_on(notebook, person=person, on=long_ago, by=person))
        self.ask(lambda: moving_on.decide_keep_years(notebook, years=8))
        self.go("retention")
        self.settle()
        self.ask(lambda: moving_on.move_on(notebook, person=person, on=None, by=person))

    def _backup(self) -> Path:
        """A backup with somebody who is not in the notebook that is open now."""
        house = self.window.house
        with_somebody, without = (
            house.create_notebook(
                house.notebook_path(name), worker_name="Sam", secret=PINS[0], kind="pin"
            )
            for name in ("Rose House", "Our notebook")
        )
        change = people.add_person(
            with_somebody,
            preferred_name="Amina",
            home_language="en-GB",
            worker=with_somebody.worker.id,
            worker_name="Sam",
            today=self.window.ctx.today,
        )
        self._missing = change.last("person")
        file = house.backup(with_somebody, house.notebooks_folder).file
        with_somebody.close()
        self.window.holding.take(without)
        self._like({})
        self.settle()
        return file

    def _open_backup(self, deed: str) -> None:
        self.settle()
        self._door().key.line.setText(PINS[0])
        self.press(deed)

    def _at_work(self) -> None:
        self._door().at_work().told(4, 10)

    def _door(self) -> BackupDoor:
        door = self.window.screen.findChild(BackupDoor)
        assert door is not None
        return door

    def _go_to_sentence(self, person: RecordId, group: str) -> None:
        ctx = self.window.ctx
        notebook, sections = ctx.open_notebook, ctx.house.sections
        plan = self.ask(
            lambda: plans.plan(notebook, person=person, sections=sections, today=ctx.today)
        )
        line = next(x for x in plan.lines if x.statement.body.voice_group == group)
        section = line.statement.body.section
        self.go("sentence", person=person, statement=line.statement.id, section=section)

    def go(self, screen: str, **about: object) -> None:
        """Show a screen."""
        self.window.show_route(Route(screen, about))

    def everyone(self) -> tuple[Record[Person], ...]:
        """The people of the notebook."""
        notebook = self.window.ctx.open_notebook
        return self.ask(lambda: people.everyone(notebook))

    def _half_done(self, person: RecordId) -> Record[Session]:
        ctx = self.window.ctx
        notebook = ctx.open_notebook
        session = self.ask(lambda: sessions.open_session(notebook, person=person))
        assert session is not None
        for topic in session.body.agenda:
            self._pick(session.id, topic.topic)
        for topic in ctx.house.topics.topics[1:3]:
            self._pick(session.id, topic.id)
        return self.ask(lambda: sessions.session(notebook, session=session.id))

    def _pick(self, session: RecordId, topic: str) -> None:
        ctx = self.window.ctx
        notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()
        self.ask(
            lambda: sessions.pick_topic(
                notebook,
                session=session,
                step="topics",
                topic=topic,
                added_by="person",
                by=by,
                at=now,
            )
        )

    def stand_at(self, person: RecordId, session: RecordId, step: str) -> None:
        """Show one step of a talk."""
        ctx = self.window.ctx
        notebook, by = ctx.open_notebook, ctx.writer
        self.ask(lambda: sessions.move(notebook, session=session, to=step, by=by))
        self.go("talk", session=session, person=person)

    def _write(self) -> None:
        field = self.window.findChild(QPlainTextEdit, "writing")
        assert field is not None
        field.setPlainText("Bus 55 to the allotment.")

    def _note(self, what: What, **about: str) -> None:
        notebook = self.window.ctx.open_notebook
        self.ask(lambda: events.note(notebook, what=what, **about))

    def press(self, name: str) -> None:
        """Press what can be seen under this name."""
        found = self.window.findChildren(Pressable, name)
        button = next((each for each in found if each.isVisible()), None)
        assert button is not None, name
        button.click()

    def _like(self, changes: dict[str, object]) -> None:
        settings = msgspec.structs.replace(
            self.window.ctx.settings,
            theme=self._theme,
            text_percent=self._percent,
            language=self._lang,
            picture_size=self._pictures,
            **changes,
        )
        self.window.use_settings(settings)

    def like_person(self, person: Record[Person]) -> None:
        """Every person here likes what the gallery is drawn in."""
        ctx = self.window.ctx
        notebook = ctx.open_notebook
        wanted = self.window.ctx.settings
        for field in ("theme", "text_percent", "language", "picture_size"):
            value = getattr(wanted, field)
            self.ask(
                lambda field=field, value=value: people.change_setting(
                    notebook, person=person.id, field=field, value=value, by=person.id
                )
            )

    def ask(self, work: Callable[[], object]) -> object:
        """Ask the notebook something, and wait for the answer."""
        answers: list[object] = []
        self.window.desk.do(work, owner=self.window, then=answers.append)
        self.settle()
        return answers[0]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ui.gallery", description="Draw every screen to PNG files."
    )
    parser.add_argument("--to", required=True, metavar="DIR", help="the folder for the pictures")
    parser.add_argument("--scale", type=int, default=100, choices=[100, 125, 150, 200, 250, 300])
    parser.add_argument(
        "--theme", default="paper", choices=["paper", "white", "dark", "black_yellow"]
    )
    parser.add_argument("--lang", default="en-GB", help="cy, ur-Aran, en-XA, en-XL (longest), ...")
    parser.add_argument("--pictures", default="usual", choices=get_args(PictureSize))
    parser.add_argument("--only", default="", choices=["", *MODULES], help="one subject alone")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
