"""The one main window: the menu bar, and whatever stands beneath it now."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QWidget
from shiboken6 import isValid
from typing_extensions import override

from pressdesk.settings import THEMES, WindowOptions
from pressdesk.ui.acts import FILE, HELP, VIEW, Act, Menus
from pressdesk.ui.choices import Choices
from pressdesk.ui.duty_pack.unlock import Locked, Unlock
from pressdesk.ui.kit import Look, Tone
from pressdesk.ui.kit.on_screen import open_at
from pressdesk.ui.opener import Opener
from pressdesk.ui.opening import Opened
from pressdesk.ui.palette import PALETTE_KEY, Palette, offered
from pressdesk.ui.tools import Message, Tools

if TYPE_CHECKING:
    from pressdesk.ui.workspace import Workspace

LEAST_SIZE, USUAL_SIZE = (1024, 640), (1280, 800)
SHARED = (
    "This office lies on a network share, where a database can be damaged. "
    "Move it to a disk of this computer."
)
_SUFFIX = " — PressDesk"
_THEME_WORDS = {"system": "As the computer", "light": "Light", "dark": "Dark"}


class MainWindow(QMainWindow):
    """Shown before any office is open, and leads to one.

    ``settled`` each time something else stands in it: an office, a question, a trouble.
    """

    settled = Signal()

    def __init__(self, tools: Tools, choices: Choices, geometry: QSettings) -> None:
        super().__init__()
        self._tools, self._choices, self._geometry = tools, choices, geometry
        self._opener = Opener(tools, self)
        self._menus = Menus(self.menuBar())
        self._workspace: Workspace | None = None
        self._aside: QWidget | None = None
        self._manual: QWidget | None = None
        self._build()
        self.palette_of_acts = Palette(self)
        self._connect()

    def begin(self, options: WindowOptions) -> None:
        """Open what was asked for."""
        chosen = self._choices.settings
        self._opener.begin(options, chosen.person, self._usual_file())

    def close_office(self) -> None:
        """Let go of the file, once nobody works on it any more."""
        self._opener.close()

    def content(self) -> QWidget | None:
        """Return what stands in the window: the workspace of an office, or a question."""
        return self.centralWidget()

    def open_palette(self) -> None:
        """List every act; computed anew, since a panel may have opened meanwhile."""
        self.palette_of_acts.open(
            offered(self._acts(), self.centralWidget()), self.menuBar().height()
        )

    def show_manual(self) -> QWidget:
        """Open the manual."""
        from pressdesk.ui.manual import Manual

        self._manual = Manual()
        self._manual.show()
        return self._manual

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._geometry.setValue("window", self.saveGeometry())
        self._leave()
        if self._manual is not None and isValid(self._manual):
            self._manual.close()
        super().closeEvent(event)

    def _build(self) -> None:
        self.setMinimumSize(*LEAST_SIZE)
        kept = self._geometry.value("window")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            open_at(self, *USUAL_SIZE)
        self._cover("Opening…")

    def _connect(self) -> None:
        self._opener.begun.connect(self._cover)
        self._opener.opened.connect(self._show_office)
        self._opener.office_missing.connect(self._show_first_start)
        self._opener.person_missing.connect(self._show_who)
        self._opener.locked.connect(self._show_unlock)
        self._opener.failed.connect(self._show_trouble)
        self._tools.runner.refused.connect(self._say_refused)
        self._tools.navigator.manual_requested.connect(self.show_manual)
        self._tools.theme.changed.connect(self._offer_acts)

    def _cover(self, words: str) -> None:
        """Say what is under way, in the place of everything else."""
        self._leave()
        cover = QLabel(words)
        cover.setProperty("look", Look.MUTED.value)
        cover.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._settle(cover, words.removesuffix("…"))

    def _show_office(self, opened: Opened) -> None:
        from pressdesk.ui.workspace import Workspace

        assert opened.office is not None
        self._leave()
        office = opened.office
        workspace = self._workspace = Workspace(opened.services, self._tools, office)
        workspace.acts_changed.connect(self._offer_acts)
        workspace.person_change_requested.connect(self._opener.change_person)
        if opened.pack is not None:
            workspace.show_pack(opened.pack)
        self._settle(workspace, _title(opened))
        workspace.page().focus_first()
        if opened.on_share:
            workspace.messages.remind(Message(SHARED, Tone.WARNING))
        if not office.sample:
            self._choices.keep(person=opened.services.context.actor)

    def _show_first_start(self, _opened: Opened) -> None:
        from pressdesk.ui.first_start.view import FirstStart

        view = FirstStart()
        view.sample_requested.connect(self._opener.open_sample)
        view.office_given.connect(self._opener.start)
        self._opener.refused.connect(view.show_refused)
        self._settle(view, "Welcome")
        view.setFocus()

    def _show_who(self, opened: Opened) -> None:
        from pressdesk.ui.who import WhoIsThere

        view = WhoIsThere()
        view.chosen.connect(self._opener.sit_down)
        view.left.connect(self._return)
        aside = self._aside or self.takeCentralWidget()
        self._settle(view, self.windowTitle().removesuffix(_SUFFIX))
        self._aside = aside
        view.offer(opened)

    def _return(self) -> None:
        """Put back what stood aside while the person at the desk was asked for."""
        if (workspace := self._workspace) is not None and self._aside is workspace:
            self._aside = None
            self._settle(workspace, self.windowTitle().removesuffix(_SUFFIX))
            workspace.page().focus_first()

    def _show_unlock(self, locked: Locked) -> None:
        view = Unlock(locked)
        view.given.connect(self._opener.unlock)
        view.left.connect(self._choose_file)
        self._settle(view, locked.path.name)
        view.setFocus()

    def _show_trouble(self, sentence: str) -> None:
        from pressdesk.ui.trouble import Trouble

        view = Trouble()
        view.again_requested.connect(self._opener.try_again)
        view.other_requested.connect(self._choose_file)
        view.sample_requested.connect(self._opener.open_sample)
        view.quit_requested.connect(self.close)
        self._settle(view, "Not opened")
        view.set_sentence(sentence)

    def _settle(self, content: QWidget, title: str) -> None:
        if self._aside is not None:
            self._aside.deleteLater()
            self._aside = None
        self.setCentralWidget(content)
        content.show()  # at once, so that it can take the focus and its keys
        self.setWindowTitle(f"{title}{_SUFFIX}")
        self._offer_acts()
        self.settled.emit()

    def _leave(self) -> None:
        """Let the office that was open put its own windows away, with what is typed in them."""
        if self._workspace is not None:
            self._workspace.leave()
            self._workspace = None

    def _offer_acts(self) -> None:
        self._menus.show(self._acts())

    def _acts(self) -> tuple[Act, ...]:
        office = self._workspace
        in_sight = office is not None and self.centralWidget() is office
        return (
            *self._file_acts(),
            *(office.acts() if office is not None and in_sight else ()),
            Act(FILE, "Quit", self.close, "Ctrl+Q", apart=True),
            *self._view_acts(),
            Act(HELP, "Everything that can be done…", self.open_palette, PALETTE_KEY),
            Act(HELP, "Manual", self.show_manual, "F1"),
        )

    def _file_acts(self) -> tuple[Act, ...]:
        sit = Act(FILE, "Change person…", self._opener.change_person, "Ctrl+Shift+M", apart=True)
        return (
            Act(FILE, "Open another file…", self._choose_file, "Ctrl+O"),
            Act(FILE, "Open our office", self._open_usual, "Ctrl+Shift+H"),
            Act(FILE, "Look round the sample office", self._opener.open_sample, "Ctrl+Shift+L"),
            *((sit,) if self._workspace is not None else ()),
        )

    def _view_acts(self) -> tuple[Act, ...]:
        chosen, scale = self._choices.settings.theme, self._choices.scale_by
        themes = tuple(
            Act(
                VIEW,
                _THEME_WORDS[name],
                partial(self._choices.keep, theme=name),
                checked=name == chosen,
                apart=number == 0,
            )
            for number, name in enumerate(THEMES)
        )
        return (
            *themes,
            Act(VIEW, "Larger text", partial(scale, 1), "Ctrl++; Ctrl+=", apart=True),
            Act(VIEW, "Smaller text", partial(scale, -1), "Ctrl+-"),
            Act(VIEW, "Usual text size", partial(scale, 0), "Ctrl+0"),
        )

    def _choose_file(self) -> None:
        """Ask for another file, without holding up the window: somebody may be on the phone."""
        dialog = QFileDialog(self, "Open another office")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            ["PressDesk offices and duty packs (*.pressdesk *.pressdesk-duty)", "All files (*)"]
        )
        dialog.fileSelected.connect(self._open_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_chosen(self, name: str) -> None:
        self._opener.open_file(Path(name))

    def _open_usual(self) -> None:
        self._opener.open_file(self._usual_file())

    def _usual_file(self) -> Path | None:
        chosen = self._choices.settings.database
        return Path(chosen) if chosen else None

    def _say_refused(self, sentence: str) -> None:
        self._tools.navigator.say(Message(sentence, Tone.ERROR))


def _title(opened: Opened) -> str:
    """Return what the window is called: by its office, and what kind of file it is."""
    assert opened.office is not None
    name = "Sample office" if opened.office.sample else opened.office.name
    return f"Duty pack {opened.pack.number} of {name}" if opened.pack else name
