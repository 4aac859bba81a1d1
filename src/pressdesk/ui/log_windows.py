"""The log-enquiry windows that are open: several calls may be on the line at once."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import Logged
from pressdesk.domain.enquiry_drafts import PREFIX
from pressdesk.storage.drafts import Draft
from pressdesk.ui.tools import Message, Tools

if TYPE_CHECKING:
    from pressdesk.ui.log_enquiry.window import LogEnquiryWindow

RESUME_KEY = "Ctrl+R"
_NONE_WAITING = "No unfinished enquiry is waiting."


class LogWindows(QObject):
    """Opens them, and offers once more what was unfinished when the program ended.

    ``answer_requested`` carries an enquiry's id, ``reminded`` a :class:`Message`.
    """

    answer_requested = Signal(int)
    reminded = Signal(object)

    def __init__(self, services: Services, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._open: list[LogEnquiryWindow] = []

    @Slot()
    def open_new(self) -> None:
        """Open an empty one: the moment of opening is the moment of receipt."""
        self._show(None)

    def offer_drafts(self) -> None:
        """Offer what was being typed when the program ended."""
        work = partial(self._services.drafts.waiting, PREFIX)
        self._tools.runner.run(self, work, self._offer)

    @Slot()
    def resume_all(self) -> None:
        """Open every kept draft that does not stand in a window; come to the front where all do."""
        work = partial(self._services.drafts.waiting, PREFIX)
        self._tools.runner.run(self, work, self._open_all)

    @Slot(str)
    def resume(self, key: str) -> None:
        """Open a kept draft again by its key, once whatever is being written to it is there."""
        work = partial(self._services.drafts.waiting, key)
        self._tools.runner.run(self, work, self._open_drafts)

    def windows(self) -> tuple["LogEnquiryWindow", ...]:
        """Return the windows that are open."""
        self._open = [window for window in self._open if isValid(window) and window.isVisible()]
        return tuple(self._open)

    def close_all(self) -> None:
        """Close them; what was typed in them is kept as drafts."""
        for window in self.windows():
            window.close()

    def _offer(self, drafts: tuple[Draft, ...]) -> None:
        if kept := self._not_shown(drafts):
            count = len(kept)
            those = (
                "1 unfinished enquiry was" if count == 1 else f"{count} unfinished enquiries were"
            )
            self.reminded.emit(Message(f"{those} kept.", action="Resume", act=self.resume_all))

    def _open_all(self, drafts: tuple[Draft, ...]) -> None:
        if self._not_shown(drafts):
            self._open_drafts(drafts)
        elif shown := self.windows():
            _bring_forward(shown[-1])
        else:
            self._tools.navigator.say(Message(_NONE_WAITING))

    def _open_drafts(self, drafts: tuple[Draft, ...]) -> None:
        for draft in self._not_shown(drafts):
            self._show(draft)

    def _not_shown(self, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
        shown = {window.draft_key for window in self.windows()}
        return tuple(draft for draft in drafts if draft.key not in shown)

    @Slot(object)
    def _say_logged(self, logged: Logged) -> None:
        said = f"{logged.reference} is saved."
        self._tools.navigator.say(Message(said))

    def _show(self, draft: Draft | None) -> None:
        from pressdesk.ui.log_enquiry.window import LogEnquiryWindow

        window = LogEnquiryWindow(self._services, self._tools, draft)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.answer_requested.connect(self.answer_requested)
        window.logged.connect(self._say_logged)
        self._open = [*self.windows(), window]
        window.show()
        _bring_forward(window)


def _bring_forward(window: QWidget) -> None:
    window.raise_()
    window.activateWindow()
