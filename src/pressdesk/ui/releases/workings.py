"""What is done with the release that is read: its versions compared, its parts set right, its file.

Each stands in the place of the list or of the release while it lasts, and is made when first
wanted.
"""

from collections.abc import Callable
from functools import cached_property, partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.embargo import Use
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.releases import Original, OriginalKind, ReleaseParts
from pressdesk.domain.word_diff import Stretch
from pressdesk.errors import PressDeskError
from pressdesk.storage.release_versions import Version
from pressdesk.storage.releases import Release
from pressdesk.ui.asking import guarded
from pressdesk.ui.kit import Tone
from pressdesk.ui.releases.comparison import Comparison
from pressdesk.ui.releases.correct import CorrectPanel
from pressdesk.ui.releases.originals import OriginalActs
from pressdesk.ui.releases.pane import ReleasePane
from pressdesk.ui.releases.pdf_view import PdfView
from pressdesk.ui.releases.versions import VersionsPanel
from pressdesk.ui.tools import Message, Tools

Versions = tuple[tuple[Version, ...], ZoneInfo]


class Workings(QObject):
    """``ended`` when the list is to stand in its place again."""

    ended = Signal()

    def __init__(
        self,
        pane: ReleasePane,
        services: Services,
        tools: Tools,
        stacks: tuple[QStackedWidget, ...],
    ) -> None:
        """``stacks`` hold what stands at the left and at the right, the ``pane`` among it."""
        super().__init__(pane)
        self._services, self._tools = services, tools
        self._pane, self._reader = pane, pane.reader
        self._left, self._right = stacks
        self._release: Release | None = None
        self._title = ""
        self._originals = OriginalActs(pane, services, tools)
        self._reader.asked.connect(self.do)

    def read(self, release: Release) -> None:
        """Take the release that everything here is done with."""
        self._release = release

    @Slot(str)
    def do(self, key: str) -> None:
        """Do what a letter means that copies nothing."""
        acts = {
            "v": self.start_versions,
            "e": self.start_correcting,
            "o": self.show_original,
            "s": self.save_original,
        }
        if key in acts and self._left.currentIndex() == 0:
            acts[key]()

    @Slot()
    def start_versions(self) -> None:
        """Show the versions in the place of the list."""
        if self._release is not None:
            work = partial(_versions, self._services, self._release.id)
            self._tools.runner.run(self, work, self._show_versions, key="versions")

    @Slot()
    def start_correcting(self) -> None:
        """Show the parts in the place of the list."""
        if self._release is not None:
            self._correct(self._release, None)

    @Slot()
    def show_original(self) -> None:
        """Show a PDF page by page; open anything else."""
        if (original := self._original()) is None:
            return
        if original.kind is OriginalKind.PDF:
            self._right.setCurrentWidget(self._pdf)
            self._pdf.show_original(original, self._reader.view.held)
            self._pdf.setFocus()
        else:
            self._pass(self._originals.open, original)

    @Slot()
    def save_original(self) -> None:
        """Ask where to write the file."""
        if (original := self._original()) is not None:
            self._pass(self._originals.save, original)

    @Slot()
    def leave(self) -> None:
        """End what is under way; corrections that were not saved can be brought back."""
        begun, release = self._begun(), self._release
        self.ended.emit()
        if begun is not None and release is not None:
            go_on = partial(self._correct, release, begun)
            self._tools.navigator.say(
                Message("The corrections were not saved.", Tone.WARNING, "Bring them back", go_on)
            )

    def _pass(
        self, act: Callable[[Original], None], original: Original, despite: str | None = None
    ) -> None:
        """Give the file out of the program when no embargo is in the way, or the person insists."""
        if self._release is None:
            return
        work = partial(self._services.embargoes.use, self._release.id, Use.EXPORT, despite)
        passed = partial(_after, act, original)
        go_on = partial(self._pass, act, original, "")
        self._tools.runner.run(self, work, passed, partial(self._on_held, go_on))

    def _on_held(self, go_on: Callable[[], None], error: PressDeskError) -> None:
        self._tools.navigator.say(guarded(error, "Export", go_on))

    @cached_property
    def _panel(self) -> VersionsPanel:
        panel = VersionsPanel()
        self._left.addWidget(panel)
        panel.compared.connect(self._compare)
        panel.alone.connect(self._show_version)
        panel.left.connect(self.leave)
        return panel

    @cached_property
    def _comparison(self) -> Comparison:
        made = Comparison()
        self._right.addWidget(made)
        return made

    @cached_property
    def _pdf(self) -> PdfView:
        made = PdfView(self._services.releases, self._tools)
        self._right.addWidget(made)
        made.left.connect(self._leave_original)
        return made

    @cached_property
    def _editor(self) -> CorrectPanel:
        editor = CorrectPanel(self._tools.clock.now().date())
        self._left.addWidget(editor)
        editor.changed.connect(self._show_corrected)
        editor.accepted.connect(self._keep_corrected)
        editor.left.connect(self.leave)
        editor.copy_wished.connect(self._reader.copy_selected)
        return editor

    def _begun(self) -> ReleaseParts | None:
        panel = self._left.currentWidget()
        return panel.unsaved() if isinstance(panel, CorrectPanel) else None

    def _show_versions(self, found: Versions) -> None:
        versions, zone = found
        self._left.setCurrentWidget(self._panel)
        self._panel.start(versions, self._tools.clock.now(), zone)

    @Slot(int, int)
    def _compare(self, older: int, newer: int) -> None:
        if self._release is not None:
            self._title = f"Version {older} compared with version {newer}"
            work = partial(self._services.releases.compare, self._release.id, older, newer)
            self._tools.runner.run(self, work, self._show_comparison, key="compare")

    def _show_comparison(self, stretches: tuple[Stretch, ...]) -> None:
        if self._left.currentWidget() is self._panel:
            self._right.setCurrentWidget(self._comparison)
            self._comparison.show_stretches(stretches, self._title)
            self._comparison.hold(held=self._reader.view.held())

    @Slot(object)
    def _show_version(self, version: Version) -> None:
        self._reader.show_parts(version.parts, f"Version {version.number}", version.source_url)
        self._right.setCurrentWidget(self._pane)

    def _correct(self, release: Release, parts: ReleaseParts | None) -> None:
        self._release = release
        self._right.setCurrentWidget(self._pane)
        self._left.setCurrentWidget(self._editor)
        self._editor.start(release, parts, self._reader.view.held)
        self._show_corrected(parts or release.parts)

    @Slot(object)
    def _show_corrected(self, parts: ReleaseParts) -> None:
        self._reader.show_parts(parts, "As it will read when you save")

    @Slot(int, object, object)
    def _keep_corrected(self, release_id: int, before: ReleaseParts, after: ReleaseParts) -> None:
        work = partial(self._services.releases.correct, release_id, before, after)
        self._tools.runner.run(self, work, self._on_corrected, self._on_not_corrected)

    def _on_corrected(self, release: Release) -> None:
        self._release = release
        self.ended.emit()
        self._tools.navigator.say(Message("The release reads as you corrected it."))

    def _on_not_corrected(self, error: PressDeskError) -> None:
        self._editor.show_problem(str(error))

    @Slot()
    def _leave_original(self) -> None:
        self._right.setCurrentWidget(self._pane)
        self._reader.setFocus()

    def _original(self) -> Original | None:
        """Return the file the release came in, or say that there is none."""
        if self._release is None:
            return None
        if self._release.original is None:
            self._reader.say("This release was pasted as text, so there is no file of it.")
        return self._release.original


def _after(act: Callable[[Original], None], original: Original, _nothing: None) -> None:
    act(original)


def _versions(services: Services, release_id: int) -> Versions:
    zone = zone_named(services.office.facts().office.zone)
    return services.releases.versions(release_id), zone
