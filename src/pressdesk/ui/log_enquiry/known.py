"""What we already know, beside the form: it follows the question as it is typed."""

from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.ui.kit import GrowingLabel, Look
from pressdesk.ui.known.asked import Asked, words_asked
from pressdesk.ui.known.kinds import EARLIER, LINES, RELEASES, Known, look_up
from pressdesk.ui.known.sections import NOTHING_FITS, KnownSections
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

NOTHING_ASKED = (
    "Releases, lines to take and earlier enquiries that bear on the question appear here."
)


class KnownPanel(QWidget):
    """Follows the form as it is typed.

    ``edited`` when something was taken or let go, ``found`` when what fits was found and is shown.
    ``embargoed`` carries the :class:`KnownLook` of a release to be linked that is under embargo;
    once the person has said so, :meth:`link_anyway` links it.
    """

    edited = Signal()
    found = Signal()
    embargoed = Signal(object)

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._asked = Asked()
        self._known: Known = {}
        self._linked: tuple[int, ...] = ()
        self._said_so: frozenset[int] = frozenset()
        self._lines: tuple[int, ...] = ()
        self.sections = KnownSections()
        self._arrange()
        self.sections.acted.connect(self._on_acted)
        self.sections.opened.connect(self._on_opened)
        tools.ticker.ticked.connect(self.sections.tick)
        self._show()

    def put(self, form: EnquiryForm) -> None:
        """Show the releases and lines to take that a form has."""
        self._linked, self._lines = form.release_ids, form.line_to_take_ids

    def take(self, form: EnquiryForm) -> EnquiryForm:
        """Return the form with the releases and lines to take."""
        return replace(form, release_ids=self._linked, line_to_take_ids=self._lines)

    def follow(self, form: EnquiryForm, zone: ZoneInfo) -> None:
        """Look again when the form asks something else than before."""
        words = words_asked(form.subject, form.questions)
        asked = Asked(words, form.journalist_id, self._linked, lines=self._lines)
        if asked != self._asked:
            self._asked = asked
            work = partial(look_up, self._services, asked, zone)
            self._tools.runner.run(self, work, self._on_known, key="known")

    def link_anyway(self, release_id: int) -> None:
        """Link a release although it is under embargo."""
        self._said_so |= {release_id}
        if release_id not in self._linked:
            self._link(release_id)

    def said_so(self) -> bool:
        """Say whether the person was asked about every linked release under embargo."""
        now = self._tools.clock.now()
        looks = self._known.get(RELEASES.name, ())
        free = {look.id for look in looks if not look.embargo.holds(now)}
        return (self._said_so | free).issuperset(self._linked)

    def text(self) -> str:
        """Return all that it shows."""
        return self.sections.text()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(current().px(e) for e in (1.7, 1.3, 1.7, 1.3)))
        column.setSpacing(current().px(1.1))
        head = QVBoxLayout()
        head.setSpacing(current().px(0.2))
        head.addWidget(GrowingLabel("What we already know", Look.TITLE))
        head.addWidget(GrowingLabel("as you type", Look.MUTED))
        column.addLayout(head)
        column.addWidget(self.sections)
        column.addStretch(1)

    def _on_known(self, known: Known) -> None:
        self._known = known
        self._show()
        self.found.emit()

    def _on_acted(self, kind: str, found: int) -> None:
        if kind == RELEASES.name:
            self._ask_or_link(found)
        elif kind == LINES.name:
            self._lines = _toggled(self._lines, found)
            self._show_edited()
        elif kind == EARLIER.name:
            self._tools.navigator.enquiry_requested.emit(found)

    def _on_opened(self, _kind: str, release_id: int) -> None:
        self._tools.navigator.release_requested.emit(release_id)

    def _ask_or_link(self, release_id: int) -> None:
        look = next(one for one in self._known[RELEASES.name] if one.id == release_id)
        held = look.embargo.holds(self._tools.clock.now()) and release_id not in self._linked
        if held and release_id not in self._said_so:
            self.embargoed.emit(look)
        else:
            self._link(release_id)

    def _link(self, release_id: int) -> None:
        self._linked = _toggled(self._linked, release_id)
        self._show_edited()

    def _show_edited(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        nothing = NOTHING_FITS if self._asked.words else NOTHING_ASKED
        taken = {RELEASES.name: self._linked, LINES.name: self._lines}
        self.sections.show_known(self._known, taken, nothing)


def _toggled(ids: tuple[int, ...], one: int) -> tuple[int, ...]:
    """Return the ids with one more, or without it when it was there."""
    return tuple(kept for kept in ids if kept != one) if one in ids else (*ids, one)
