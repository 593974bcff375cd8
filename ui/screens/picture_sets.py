"""Picture sets of other programs: taking one in from a file, and letting one go."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.errors import AlongsideError
from app.model.ids import PictureRef
from app.model.picture_sets import PictureSet
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.pressable import Pressable
from ui.parts.progress import Progress
from ui.parts.refs import CARRY_ON, KEEP, OPEN, PHOTOS, PICTURE, PLUS, TAKE_OUT
from ui.screens.taking_in import TakingInScreen

if TYPE_CHECKING:
    from app.usecases.picture_sets import Imported, Looked

_FILES = (".zip", ".obz", ".obf", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".heic")


class PictureSetsScreen(TakingInScreen):
    """For helpers: which sets there are, and the way of a file into the notebook."""

    def __init__(self, ctx: Context, *, file: Path | None = None) -> None:
        """Begin with the list, or with a file that was chosen."""
        super().__init__(ctx)
        self._fields: tuple[Field, Field] | None = None
        self._files: dict[str, Path] = {}
        if file is None:
            self._load()
        else:
            self._look(file)

    # Which there are

    def _load(self) -> None:
        from app.usecases import picture_sets  # noqa: PLC0415 - reading files loads on use

        notebook = self.ctx.open_notebook
        self.ctx.desk.do(lambda: picture_sets.imported_sets(notebook), owner=self, then=self._show)

    def _show(self, sets: tuple[PictureSet, ...]) -> None:
        ctx, page = self.ctx, self.page
        self._begin(ctx.t(N_("Picture sets")))
        page.say(ctx.t(N_("OpenMoji is always here. You can add pictures that people know.")))
        if not ctx.open_notebook.read_only:
            page.card("from-file", ctx.t(N_("Pictures from a file")), PLUS, self._choose_file)
            page.card("from-folder", ctx.t(N_("Pictures from a folder")), OPEN, self._choose_folder)
        for number, each in enumerate(sorted(sets, key=lambda each: not each.of)):
            self._say_set(number, each)
        self.show_page(self.findChild(Pressable, "from-file"))

    def _say_set(self, number: int, each: PictureSet) -> None:
        ctx, details = self.ctx, each.details
        self.page.say(self._held(each))
        whose = ctx.words.beside((details.author, details.licence))
        if whose:
            self.page.say(whose, "label", "quiet_ink", bold=False)
        if ctx.open_notebook.read_only:
            return
        if each.of:
            go_on = ctx.t(N_("Go on with {name}"), name=details.name)
            self._button(f"go-on-{number}", go_on, CARRY_ON, lambda: self._go_on(each))
        words = ctx.t(N_("Take out {name}"), name=details.name)
        self._button(f"take-out-{number}", words, TAKE_OUT, lambda: self._ask_to_take_out(each))

    def _held(self, each: PictureSet) -> str:
        """How many pictures a set has; of how many, if taking it in was stopped."""
        words, name = self.ctx.words, each.details.name
        if not each.of:
            return words.tn("{name}: {n} picture", "{name}: {n} pictures", each.pictures, name=name)
        return words.t(
            N_("{name}: {n} of {all} pictures are taken in."),
            name=name,
            n=each.pictures,
            all=each.of,
        )

    def _button(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> None:
        made = Pressable(self.ctx, words, picture=picture, picture_px=40, size="button")
        made.setObjectName(name)
        made.clicked.connect(press)
        self.page.put(made)

    def _go_on(self, each: PictureSet) -> None:
        """Take in the rest, from where the file was; else from where it is now."""
        path = self._files.get(each.details.id)
        if path is not None and path.exists():
            self._look(path)
            return
        ctx, name = self.ctx, each.details.source
        self._begin(ctx.t(N_("Go on with {name}"), name=each.details.name))
        self.page.say(
            ctx.t(N_("Please choose {file} once more. The rest is taken in from it."), file=name)
        )
        self.page.card("from-file", ctx.t(N_("Pictures from a file")), PLUS, self._choose_file)
        folder = ctx.t(N_("Pictures from a folder"))
        self.page.card("from-folder", folder, OPEN, self._choose_folder)
        self._back_to_sets()
        self.show_page(self.findChild(Pressable, "from-file"))

    def _ask_to_take_out(self, each: PictureSet) -> None:
        ctx, name = self.ctx, each.details.name
        self._begin(ctx.t(N_("Take out {name}"), name=name))
        self.page.say(
            ctx.t(N_("It is not offered any more. Pictures that are in a plan stay in the plan."))
        )
        words = ctx.t(N_("Take out {name}"), name=name)
        stay = self.page.card("leave-in", ctx.t(N_("Leave it in")), KEEP, self._load)
        self.page.card("take-out", words, TAKE_OUT, lambda: self._take_out(each.details.id))
        self.show_page(stay)

    def _take_out(self, set_id: str) -> None:
        from app.usecases import picture_sets  # noqa: PLC0415

        notebook = self.ctx.open_notebook
        self.ctx.desk.do(
            lambda: picture_sets.remove_set(notebook, set_id=set_id),
            owner=self,
            then=lambda _: self._load(),
        )

    # From a file into the notebook

    def _choose_file(self) -> None:
        title, kind = self.ctx.t(N_("Choose a picture set")), self.ctx.t(N_("Picture sets"))
        choosing.choose_file(self.ctx, self, title, kind=kind, ends=_FILES, then=self._look)

    def _choose_folder(self) -> None:
        title = self.ctx.t(N_("Choose a folder of pictures"))
        choosing.choose_folder(self.ctx, self, title, then=self._look)

    def _look(self, path: Path) -> None:
        from app.usecases import picture_sets  # noqa: PLC0415

        notebook = self.ctx.open_notebook
        progress = self._begin_work(N_("The pictures are being looked at"))

        def look() -> "tuple[Looked, PictureSet | None]":
            looked = picture_sets.look_into(path, progress=progress.told)
            sets = picture_sets.imported_sets(notebook)
            return looked, next((s for s in sets if s.details.id == looked.details.id), None)

        self.ctx.desk.do(
            look,
            owner=self,
            then=lambda found: self._looked(path, *found),
            failed=self._refused,
            stopped=self._stopped_looking,
        )

    def _looked(self, path: Path, looked: "Looked", known: PictureSet | None) -> None:
        """Ask what is to be asked: of a set that was begun before, it is known whose it is."""
        self._files[looked.details.id] = path

        def then() -> None:
            if known is None:
                self._ask(path, looked)
            else:
                self._take_in(path)

        if not looked.usable:
            self._say_useless(looked)
        elif looked.may_show_people and not (known and known.of):  # a folder may have got more
            self._ask_for_people(looked, then)
        else:
            then()

    def _say_useless(self, looked: "Looked") -> None:
        from app.usecases import picture_sets  # noqa: PLC0415

        self._begin(looked.details.name)
        for sentence in picture_sets.report_useless(looked.left_out, self.ctx.words):
            self.page.say(sentence)
        self.show_page(self._back_to_sets())

    def _ask_for_people(self, looked: "Looked", then: Callable[[], None]) -> None:
        ctx, page = self.ctx, self.page
        self._begin(looked.details.name)
        page.say(ctx.t(N_("Are there people in these pictures?")))
        page.say(ctx.t(N_("Whoever is in a photo is asked first whether it may be used.")), "label")
        none = ctx.t(N_("No, there is nobody in them"))
        yes = ctx.t(N_("Yes, or I do not know"))
        page.card("people", yes, PHOTOS, self._send_to_photos)
        page.card("no-people", none, PICTURE, then)
        self.show_page(self.findChild(Pressable, "people"))

    def _send_to_photos(self) -> None:
        ctx, page = self.ctx, self.page
        self._begin(ctx.t(N_("Photos of people come in one by one")))
        page.say(
            ctx.t(N_("In the plan or in a talk, where you choose a picture, press “My photos”."))
        )
        page.say(ctx.t(N_("There you say who is in it, and whether they said yes.")))
        page.say(ctx.t(N_("Nothing was taken in now.")), "label")
        self.show_page(self._back_to_sets())

    def _ask(self, path: Path, looked: "Looked") -> None:
        ctx, page, details = self.ctx, self.page, looked.details
        self._begin(details.name)
        page.say(ctx.words.tn("There is {n} picture in it.", "There are {n} pictures in it.",
                              looked.pictures))  # fmt: skip
        if looked.needs_licence:
            self._fields = self._ask_for_licence(details.author)
        elif details.author:
            page.say(
                ctx.t(
                    N_("Made by {author}. Their licence: {licence}."),
                    author=details.author,
                    licence=details.licence,
                ),
                "label",
            )
        take_in = ctx.t(N_("Take them in"))
        deed = page.put(main_deed(ctx, "take-in", take_in, PICTURE, lambda: self._take_in(path)))
        self.show_page(self._fields[0].line if self._fields else deed)

    def _ask_for_licence(self, author: str) -> tuple[Field, Field]:
        ctx = self.ctx
        self.page.say(
            ctx.t(
                N_(
                    "The file does not say who made the pictures, and how they may be used. "
                    "Please write it here. It is printed with the pictures."
                )
            ),
            "label",
        )
        made_by = Field(ctx, ctx.t(N_("Who made the pictures?")), text=author)
        licence = Field(ctx, ctx.t(N_("Licence, or who said that you may use them")))
        self.page.add(made_by)
        self.page.add(licence)
        return made_by, licence

    def _take_in(self, path: Path) -> None:
        from app.usecases import picture_sets  # noqa: PLC0415

        ctx, notebook = self.ctx, self.ctx.open_notebook
        author, licence = (each.text for each in self._fields) if self._fields else ("", "")
        if self._fields and not licence.strip():
            self._fields[1].tell(ctx.t(N_("Please write it here first.")))
            return
        progress = self._begin_work(N_("The pictures are being taken in"))
        ctx.desk.do(
            lambda: picture_sets.import_set(
                notebook,
                path=path,
                lang=ctx.words.lang,
                licence=licence,
                author=author,
                no_people=True,  # asked for on the page before, where nothing says so
                progress=progress.told,
            ),
            owner=self,
            then=self._report,
            failed=self._refused,
            stopped=self._stopped,
        )

    def _report(self, imported: "Imported") -> None:
        from app.usecases import picture_sets  # noqa: PLC0415

        self._begin(imported.details.name)
        for sentence in picture_sets.report(imported, self.ctx.words):
            self.page.say(sentence)
        self.show_page(self._back_to_sets())

    def _back_to_sets(self) -> Pressable:
        words = self.ctx.t(N_("Picture sets"))
        return self.page.card("to-sets", words, PICTURE, self._load)

    def _stopped_looking(self) -> None:
        self._load()
        self.told.emit(self.ctx.t(N_("Stopped. Nothing was taken in.")))

    def _stopped(self) -> None:
        self._load()
        self.told.emit(
            self.ctx.t(N_("Stopped. What is taken in stays. The same file goes on from there."))
        )

    def _refused(self, error: AlongsideError) -> None:
        self._load()
        self.told.emit(error.said(self.ctx.words))

    def _begin_work(self, title: str) -> Progress:
        """Begin a page on which one waits, and can stop what one waits for."""
        self._begin(self.ctx.t(title))
        self._progress = Progress(self.ctx)
        self.page.add(self._progress)
        self.show_page(self._progress.button)
        return self._progress

    def _begin(self, title: str) -> None:
        """Begin a page with its title."""
        self._progress = self._fields = None
        self.page.begin_anew()
        self.page.say(title, "title")
