"""What the four tabs of the panel share."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.errors import Embargoed, PressDeskError
from pressdesk.ui.asking import asked_first
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Scrolled, Tone
from pressdesk.ui.known.kinds import EARLIER, LINES, RELEASES
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

Act = Callable[[], None]
Failed = Callable[[PressDeskError], object]


class Tab(Scrolled):
    """One tab: a column that scrolls, what it shows, and acts off the GUI thread.

    ``line_wanted`` carries the id of the line to take whose words are to be put into the answer.
    """

    line_wanted = Signal(int)

    def __init__(self, services: Services, tools: Tools) -> None:
        self.sheet = sheet = QWidget()
        super().__init__(sheet)
        self.services, self.tools = services, tools
        self.view: View | None = None
        sheet.setProperty("surface", True)
        self.column = QVBoxLayout(sheet)
        px = current().px
        self.column.setContentsMargins(px(1.2), px(1), px(1.2), px(1.2))
        self.column.setSpacing(px(0.8))
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_view(self, view: View) -> None:
        """Show an enquiry, or the same one again; words being typed stay as they are."""
        self.view = view

    def focus_first(self) -> None:
        """Put the focus where one would start on this tab."""
        self.sheet.setFocus()

    def act(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Do one act on the enquiry; what is refused is said at the top of the window."""
        self.tools.runner.run(self, work, done or ignore, failed or self.say)

    def guarded(
        self,
        name: str,
        work: Callable[..., Any],
        done: Callable[[Any], object] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Do an act that an embargo may stand against; ``name`` (“Link”) asks whether to go on."""
        again = partial(self.act, partial(work, despite=""), done, failed)
        self.act(work, done, partial(self.on_guarded, name, again, failed or self.say))

    def on_guarded(self, name: str, again: Act, failed: Failed, error: PressDeskError) -> None:
        """Ask whether to go on despite an embargo; anything else that failed is ``failed``."""
        if isinstance(error, Embargoed):
            self.tools.navigator.say(asked_first(error, name, again))
        else:
            failed(error)

    def link(self, release_id: int) -> None:
        """Show a release beside the enquiry; one under embargo is asked about first."""
        if self.view is not None:
            self.guarded("Link", partial(self.services.answering.link, self.view.id, release_id))

    def use(self, kind: str, found: int) -> None:
        """Take a finding: link a release, answer with a line, open an earlier enquiry."""
        if kind == RELEASES.name:
            self.link(found)
        elif kind == LINES.name:
            self.line_wanted.emit(found)
        elif kind == EARLIER.name:
            self.tools.navigator.enquiry_requested.emit(found)

    def read(self, kind: str, found: int) -> None:
        """Show a finding where it can be read whole."""
        if kind == RELEASES.name:
            self.tools.navigator.release_requested.emit(found)
        elif kind == LINES.name:
            self.tools.navigator.line_to_take_requested.emit(found)

    def unlink(self, release_id: int) -> None:
        """Take a release away from the enquiry."""
        if self.view is not None:
            self.act(partial(self.services.answering.unlink, self.view.id, release_id))

    def say(self, error: PressDeskError) -> None:
        """Show an expected error at the top of the window."""
        self.tools.navigator.say(Message(str(error), Tone.WARNING))


def ignore(_result: object) -> None:
    """Take a result that nobody waits for: the change bus tells what was saved."""


def bind(key: str, owner: QWidget, act: Callable[[], object]) -> QShortcut:
    """Make a key do an act while the focus is inside ``owner``."""
    shortcut = QShortcut(QKeySequence(key), owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
    shortcut.activatedAmbiguously.connect(act)  # a page beside it may have the same key
    return shortcut


Layout = TypeVar("Layout", bound=QLayout)


def emptied(layout: Layout) -> Layout:
    """Return a layout after everything in it was taken away."""
    while item := layout.takeAt(0):
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    return layout


def holder(parent: QObject | None = None, spacing: float = 0.5) -> tuple[QWidget, QVBoxLayout]:
    """Return an empty widget and its column without margins, for lists that are made again."""
    widget = QWidget(parent if isinstance(parent, QWidget) else None)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(spacing))
    return widget, column
