"""Picture sets of other programs: taking one in from a file, and letting one go."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.model.errors import AlongsideError
from app.model.picture_sets import PictureSet
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.pressable import Pressable
from ui.parts.progress import Progress
from ui.parts.refs import KEEP, OPEN, PICTURE, PLUS, TAKE_OUT
from ui.screens.base import Frame, Route
from ui.screens.paged import PageScreen

if TYPE_CHECKING:
    from app.usecases.picture_sets import Imported, Looked

_FILES = (".zip", ".obz", ".obf", ".svg", ".png", ".jpg", ".jpeg", ".webp")


class PictureSetsScreen(PageScreen):
    """For helpers: which sets there are, and the way of a file into the notebook."""

    def __init__(self, ctx: Context, *, file: Path | None = None) -> None:
        """Begin with the list, or with a file that was chosen."""
        super().__init__(ctx)
        self._progress: Progress | None = None
        self._fields: tuple[Field, Field] | None = None
        if file is None:
            self._load()
        else:
            self._look(file)

    def frame(self) -> Frame:
        """Back to keeping the notebook safe."""
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            first=(self.back_button(Route("keeping")), self.hear_button()),
        )

    def leave(self) -> None:
        """Stop an import that nobody waits for any more; what is taken in stays."""
        if self._progress is not None:
            self._progress.stop()

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
        for number, each in enumerate(sets):
            self._say_set(number, each)
        self.show_page(self.findChild(Pressable, "from-file"))

    def _say_set(self, number: int, each: PictureSet) -> None:
        ctx, details = self.ctx, each.details
        held = ctx.words.tn("{name}: {n} picture", "{name}: {n} pictures", each.pictures,
                            name=details.name)  # fmt: skip
        self.page.say(held)
        whose = " · ".join(filter(None, (details.author, details.licence)))
        if whose:
            self.page.say(whose, "label", "quiet_ink", bold=False)
        if not ctx.open_notebook.read_only:
            words = ctx.t(N_("Take out {name}"), name=details.name)
            out = Pressable(ctx, words, picture=TAKE_OUT, picture_px=40, size="button")
            out.setObjectName(f"take-out-{number}")
            out.clicked.connect(lambda: self._ask_to_take_out(each))
            self.page.put(out)

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

        self.ctx.desk.do(
            lambda: picture_sets.look_into(path),
            owner=self,
            then=lambda looked: self._ask(path, looked),
            failed=self._refused,
        )

    def _ask(self, path: Path, looked: "Looked") -> None:
        ctx, page, details = self.ctx, self.page, looked.details
        self._begin(details.name)
        page.say(ctx.words.tn("There is {n} picture in it.", "There are {n} pictures in it.",
                              looked.pictures))  # fmt: skip
        if looked.needs_licence:
            page.say(
                ctx.t(
                    N_(
                        "The file does not say who made the pictures, and how they may be used. "
                        "Please write it here. It is printed with the pictures."
                    )
                ),
                "label",
            )
            made_by = Field(ctx, ctx.t(N_("Who made the pictures?")), text=details.author)
            licence = Field(ctx, ctx.t(N_("Licence, or who said that you may use them")))
            page.add(made_by)
            page.add(licence)
            self._fields = made_by, licence
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

    def _take_in(self, path: Path) -> None:
        from app.usecases import picture_sets  # noqa: PLC0415

        ctx, notebook = self.ctx, self.ctx.open_notebook
        author, licence = (each.text for each in self._fields) if self._fields else ("", "")
        if self._fields and not licence.strip():
            self._fields[1].tell(ctx.t(N_("Please write it here first.")))
            return
        self._begin(ctx.t(N_("The pictures are being taken in")))
        self._progress = progress = Progress(ctx)
        self.page.add(progress)
        self.show_page(progress.button)
        ctx.desk.do(
            lambda: picture_sets.import_set(
                notebook,
                path=path,
                lang=ctx.words.lang,
                licence=licence,
                author=author,
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
        words = self.ctx.t(N_("Picture sets"))
        self.show_page(self.page.card("to-sets", words, PICTURE, self._load))

    def _stopped(self) -> None:
        self._load()
        self.told.emit(
            self.ctx.t(N_("Stopped. What is taken in stays. The same file goes on from there."))
        )

    def _refused(self, error: AlongsideError) -> None:
        self._load()
        self.told.emit(error.said(self.ctx.words))

    def _begin(self, title: str) -> None:
        """Begin a page with its title."""
        self._progress = self._fields = None
        self.page.begin_anew()
        self.page.say(title, "title")
