"""Words being typed on the panel, kept per enquiry and person until they are saved."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from pressdesk.bootstrap import Services
from pressdesk.ui.drafts import DraftKeeper
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.tools import Tools


class Drafted(QObject):
    """Keeps one thing typed under ``enquiry:ID:NAME:PERSON`` and brings it back.

    ``read`` returns what is typed (empty for nothing), ``put`` shows what was kept.
    """

    def __init__(
        self,
        home: tuple[Services, Tools],
        name: str,
        read: Callable[[], str],
        put: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services, self._tools = home
        self._name, self._read, self._put = name, read, put
        self._keeper: DraftKeeper | None = None

    @property
    def key(self) -> str:
        """The key under which it is kept now; empty before the first enquiry."""
        return self._keeper.key if self._keeper else ""

    def show_view(self, view: View) -> bool:
        """Bring back what was typed for this enquiry; False while the enquiry is the same."""
        key = f"enquiry:{view.id}:{self._name}:{view.me}"
        if key == self.key:
            return False
        self.leave()
        content = view.drafts.get(key, "")
        self._put(content)
        self._keeper = DraftKeeper(self._services.drafts, self._tools, key, self, content=content)
        return True

    def leave(self) -> None:
        """Write what is left to write and let go of the enquiry."""
        if self._keeper is not None:
            self._keeper.flush()
            self._keeper.deleteLater()
            self._keeper = None

    def on_typed(self) -> None:
        """Keep what is typed now; connect it to the edits."""
        if self._keeper is not None:
            self._keeper.keep(self._read())

    def hold(self) -> None:
        """Write no more: the same words are being saved for good."""
        if self._keeper is not None:
            self._keeper.hold()

    def go_on(self) -> None:
        """Keep again what is typed: saving has ended."""
        if self._keeper is not None:
            self._keeper.keep(self._read())
            self._keeper.go_on()


def read_typed(content: str) -> dict[str, Any]:
    """Return what a draft of an answer kept, whatever of it can be read; else it is the words."""
    try:
        typed = json.loads(content)
    except ValueError:
        return {"words": content}
    if not isinstance(typed, dict):
        return {"words": content}
    known = {name: value for name, value in typed.items() if isinstance(value, str)}
    lists = {name: typed.get(name) for name in ("unticked", "names")}
    return known | {name: value for name, value in lists.items() if isinstance(value, list)}
