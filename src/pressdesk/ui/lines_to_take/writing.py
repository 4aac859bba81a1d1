"""What happens while a line is written: kept as a draft, saved, or left."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from pressdesk.bootstrap import Services
from pressdesk.domain.lines_to_take import LineForm, LineToTake
from pressdesk.errors import Conflict, PressDeskError
from pressdesk.services.office import Facts
from pressdesk.storage.releases import ReleaseSummary
from pressdesk.ui.drafts import DraftKeeper
from pressdesk.ui.kit import Proposal, Tone
from pressdesk.ui.lines_to_take.form import LineEditor
from pressdesk.ui.tools import Message, Tools

_PROPOSED = 8  # releases


@dataclass(frozen=True)
class Begun:
    """What the editor begins with: a line or None for a new one, and what was kept of it."""

    line: LineToTake | None
    facts: Facts
    kept: str


class Writing(QObject):
    """``began`` when the editor stands, ``saved`` carries the id of the line, or ``left``."""

    began = Signal()
    saved = Signal(int)
    left = Signal()

    def __init__(self, home: tuple[Services, Tools], editor: LineEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = home
        self._editor = editor
        self._keeper: DraftKeeper | None = None
        editor.accepted.connect(self._save)
        editor.edited.connect(self._on_edited)
        editor.release_asked.connect(self._find_release)
        editor.left.connect(self._leave)

    def begin(self, line_id: int | None, facts: Facts) -> None:
        """Begin with a line or a new one, as it was last typed."""
        work = partial(_begun, self._services, line_id, facts)
        self._tools.runner.run(self, work, self._on_begun, self._say)

    def _on_begun(self, begun: Begun) -> None:
        self._let_go()
        line_id = begun.line.summary.id if begun.line else None
        key = _draft_key(self._services, line_id)
        self.began.emit()
        self._editor.start(begun.line, begun.facts, begun.kept)
        drafts = self._services.drafts
        self._keeper = DraftKeeper(drafts, self._tools, key, self, content=begun.kept)

    def _let_go(self) -> None:
        if self._keeper is not None:
            self._keeper.flush()
            self._keeper.deleteLater()
            self._keeper = None

    @Slot()
    def _on_edited(self) -> None:
        if self._keeper is not None:
            self._keeper.keep(self._editor.content())

    @Slot(str)
    def _find_release(self, words: str) -> None:
        work = partial(self._services.releases.listed, words)
        self._tools.runner.run(self, work, self._on_releases, self._say, key="releases")

    def _on_releases(self, found: tuple[ReleaseSummary, ...]) -> None:
        proposals = [Proposal(one.headline, "", one.id) for one in found[:_PROPOSED]]
        self._editor.show_releases(proposals)

    @Slot(object)
    def _save(self, form: LineForm) -> None:
        draft = self._keeper.key if self._keeper else ""
        if self._keeper is not None:
            self._keeper.hold()
        work = partial(_keep, self._services, self._editor.line, form, draft)
        self._tools.runner.run(self, work, self._on_saved, self._on_not_saved)

    def _on_saved(self, line_id: int) -> None:
        self._let_go()  # it holds: the draft went with the saving
        self.saved.emit(line_id)

    def _on_not_saved(self, error: PressDeskError) -> None:
        if self._keeper is not None:
            self._keeper.go_on()
        if isinstance(error, Conflict) and self._editor.line is not None:
            work = partial(self._services.lines_to_take.show, self._editor.line.summary.id)
            self._tools.runner.run(self, work, self._editor.show_theirs, self._say)
        else:
            self._editor.show_problem(error)

    @Slot()
    def _leave(self) -> None:
        if self._keeper is not None:
            self._keeper.keep("")
        self._let_go()
        self.left.emit()

    def _say(self, error: PressDeskError) -> None:
        self._tools.navigator.say(Message(str(error), Tone.WARNING))


def _draft_key(services: Services, line_id: int | None) -> str:
    return f"line_to_take:{line_id or 'new'}:{services.context.actor}"


def _keep(services: Services, line: LineToTake | None, form: LineForm, draft: str) -> int:
    if line is None:
        return services.lines_to_take.add(form, draft=draft)
    line_id = line.summary.id
    return services.lines_to_take.edit(line_id, line.version, form, draft=draft).summary.id


def _begun(services: Services, line_id: int | None, facts: Facts) -> Begun:
    key = _draft_key(services, line_id)
    kept = next((one.content for one in services.drafts.waiting(key) if one.key == key), "")
    line = services.lines_to_take.show(line_id) if line_id is not None else None
    return Begun(line, facts, kept)
