"""The saved filters of the log: opened from a list, saved under a name, changed and removed."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.errors import PressDeskError
from pressdesk.services.saved_filters import MOST_LETTERS
from pressdesk.ui.kit import InlineForm, KeyButton, Kind, Tone
from pressdesk.ui.log.filters import FilterBar
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.tools import Message, Tools

_HINT = "A name that is there already is kept with the filters as they are now."


class SavedFilterForm(InlineForm):
    """``given`` carries the name the filters are to be saved under, ``removed`` nothing."""

    given = Signal(str)
    removed = Signal()

    def __init__(self) -> None:
        self.called = LineField("&Name of the filter", limit=MOST_LETTERS)
        self.remove = KeyButton("Remove this filter", Kind.QUIET, "Alt+Delete")
        super().__init__([(self.called,)], "Save", (self.remove,))
        self.called.set_hint(_HINT)
        self.called.edited.connect(self._clear_problem)
        self.remove.clicked.connect(self.removed)

    def open(self, name: str) -> None:
        """Ask for a name; that of the filter last opened stands there to be kept or typed over."""
        self.called.set_text(name)
        self.called.set_problem("")
        self.remove.setVisible(bool(name))
        self.come(self.called)

    def show_problem(self, error: PressDeskError) -> None:
        """Say what is wrong."""
        self.called.set_problem(str(error))
        self.called.setFocus()

    @override
    def enter(self) -> None:
        self.given.emit(self.called.text())

    @Slot()
    def _clear_problem(self) -> None:
        self.called.set_problem("")


class SavedFilterList(QObject):
    """Fills the list of the bar and does what is asked of it; ``form`` stands in the page."""

    def __init__(self, services: Services, tools: Tools, bar: FilterBar) -> None:
        super().__init__(bar)
        self._saved, self._tools, self._bar = services.saved_filters, tools, bar
        self._opened: SavedFilter | None = None
        self.form = SavedFilterForm()
        bar.kept.currentIndexChanged.connect(self._open_chosen)
        bar.saving.clicked.connect(self.ask)
        bar.changed.connect(self._on_changed)
        self.form.given.connect(self._save)
        self.form.removed.connect(self._remove)

    def refresh(self) -> None:
        """Read the saved filters."""
        self._tools.runner.run(self, self._saved.listed, self._show_all, key="saved")

    @Slot()
    def choose(self) -> None:
        """Open the list, to be gone through by keys."""
        self._bar.kept.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.kept.showPopup()

    @Slot()
    def ask(self) -> None:
        """Ask for the name to save the filters under."""
        if self._bar.can_be_saved():
            self.form.open(self._opened.name if self._opened else "")

    def open(self, filter_id: int) -> None:
        """Open the saved filter with this id."""
        done = partial(self._open_one, filter_id)
        self._tools.runner.run(self, self._saved.listed, done)

    def _open_one(self, filter_id: int, listed: tuple[SavedFilter, ...]) -> None:
        self._show_all(listed)
        for saved in listed:
            if saved.id == filter_id:
                self._show(saved)

    @Slot()
    def _open_chosen(self) -> None:
        if (saved := self._bar.kept.value()) is not None:
            self._show(saved)

    def _show(self, saved: SavedFilter) -> None:
        self._opened = saved
        self._bar.show_saved(saved)
        self._show_chosen(saved)

    @Slot(object)
    def _on_changed(self, _query: object) -> None:
        """Show whether the bar still asks for what was opened; forget it when nothing is asked."""
        if not self._bar.is_narrow():
            self._opened = None
        self._show_chosen(self._opened)

    def _show_chosen(self, saved: SavedFilter | None) -> None:
        as_saved = saved is not None and self._as_now(saved) == saved
        quiet = self._bar.kept.blockSignals(True)
        self._bar.kept.set_value(saved if as_saved else None)
        self._bar.kept.blockSignals(quiet)

    def _as_now(self, saved: SavedFilter) -> SavedFilter:
        return self._bar.saved(saved.name, saved.id)

    def _show_all(self, listed: tuple[SavedFilter, ...]) -> None:
        quiet = self._bar.kept.blockSignals(True)
        self._bar.kept.set_value(None)
        self._bar.kept.set_choices([(saved, saved.name) for saved in listed])
        self._bar.kept.blockSignals(quiet)
        self._show_chosen(self._opened)

    @Slot(str)
    def _save(self, name: str) -> None:
        work = partial(self._saved.keep, self._bar.saved(name))
        self._tools.runner.run(self, work, self._on_saved, self.form.show_problem)

    def _on_saved(self, saved: SavedFilter) -> None:
        self._opened = saved
        self.form.put_away()
        self.refresh()
        self._tools.navigator.say(Message(f"“{saved.name}” is saved for everybody."))

    @Slot()
    def _remove(self) -> None:
        if (gone := self._opened) is not None:
            work = partial(self._saved.remove, gone.name)
            self._tools.runner.run(self, work, partial(self._on_removed, gone))

    def _on_removed(self, gone: SavedFilter, _done: None) -> None:
        self._opened = None
        self.form.put_away()
        self.refresh()
        undo = partial(self._bring_back, gone)
        said = f"“{gone.name}” is removed; the log still shows what it asked for."
        self._tools.navigator.say(Message(said, Tone.INFO, "Undo", undo))

    def _bring_back(self, gone: SavedFilter) -> None:
        self._tools.runner.run(self, partial(self._saved.keep, gone), self._on_saved)
