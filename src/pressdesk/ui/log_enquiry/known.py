"""What we already know: releases that bear on the question, and who asked it before."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import EnquiryForm, EnquirySummary
from pressdesk.domain.local_time import local_day
from pressdesk.domain.said import MONTHS
from pressdesk.errors import NotFound
from pressdesk.storage.releases import ReleaseSummary
from pressdesk.ui.kit import GrowingLabel, Look
from pressdesk.ui.log_enquiry.known_card import KnownLook
from pressdesk.ui.log_enquiry.known_section import KnownSection
from pressdesk.ui.matches import match_said
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

MOST = 3
NOTHING_ASKED = "Releases and earlier enquiries that bear on the question appear here."
NOTHING_FITS = "No release and no earlier enquiry fits this question yet."


@dataclass(frozen=True)
class Asked:
    """What is looked for."""

    words: str = ""
    journalist_id: int | None = None
    linked: tuple[int, ...] = ()


@dataclass(frozen=True)
class Known:
    """What was found."""

    releases: tuple[ReleaseSummary, ...] = ()
    earlier: tuple[EnquirySummary, ...] = ()


def look_up(services: Services, asked: Asked) -> Known:
    """Find what bears on a question; releases linked already come first, whatever is asked."""
    found = {release.id: release for release in services.releases.bearing_on(asked.words, MOST)}
    linked = (found.pop(one, None) or _summary(services, one) for one in asked.linked)
    return Known(
        (*filter(None, linked), *found.values()),
        services.desk.asked_before(asked.words, asked.journalist_id, MOST),
    )


class KnownPanel(QWidget):
    """Follows the form as it is typed. ``edited`` when a release was linked or let go."""

    edited = Signal()

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._asked = Asked()
        self._known = Known()
        self._linked: tuple[int, ...] = ()
        self._zone: ZoneInfo | None = None
        self._build()
        self._arrange()
        self._releases.acted.connect(self._on_link)
        self._earlier.acted.connect(tools.navigator.enquiry_requested)

    def put(self, form: EnquiryForm) -> None:
        """Show the releases a form is linked to."""
        self._linked = form.release_ids

    def take(self, form: EnquiryForm) -> EnquiryForm:
        """Return the form with the releases that are linked."""
        return replace(form, release_ids=self._linked)

    def follow(self, form: EnquiryForm, zone: ZoneInfo) -> None:
        """Look again when the form asks something else than before."""
        self._zone = zone
        words = "\n".join((form.subject, *form.questions)).strip()
        asked = Asked(words, form.journalist_id, self._linked)
        if asked != self._asked:
            self._asked = asked
            work = partial(look_up, self._services, asked)
            self._tools.runner.run(self, work, self._on_known, key="known")

    def text(self) -> str:
        """Return all that it shows."""
        sections = (self._releases.text(), self._earlier.text())
        return "\n".join(filter(None, (*sections, self._nothing.text())))

    def _build(self) -> None:
        self._nothing = GrowingLabel(NOTHING_ASKED, Look.MUTED)
        self._releases = KnownSection("Press releases", "Alt")
        self._earlier = KnownSection("Asked before", "Ctrl")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(current().px(e) for e in (1.7, 1.3, 1.7, 1.3)))
        column.setSpacing(current().px(1.1))
        head = QVBoxLayout()
        head.setSpacing(current().px(0.2))
        head.addWidget(GrowingLabel("What we already know", Look.TITLE))
        head.addWidget(GrowingLabel("as you type", Look.MUTED))
        column.addLayout(head)
        for part in (self._nothing, self._releases, self._earlier):
            column.addWidget(part)
        column.addStretch(1)

    def _on_known(self, known: Known) -> None:
        self._known = replace(known, releases=self._in_their_places(known.releases))
        self._show()

    def _in_their_places(self, found: tuple[ReleaseSummary, ...]) -> tuple[ReleaseSummary, ...]:
        """Return the releases in the order they stood in when they are the same, so none jumps."""
        places = {release.id: place for place, release in enumerate(self._known.releases)}
        if {release.id for release in found} != set(places):
            return found
        return tuple(sorted(found, key=lambda release: places[release.id]))

    def _on_link(self, release_id: int) -> None:
        if release_id in self._linked:
            self._linked = tuple(one for one in self._linked if one != release_id)
        else:
            self._linked = (*self._linked, release_id)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        known = self._known
        self._releases.show_looks([_of_release(r, r.id in self._linked) for r in known.releases])
        if self._zone is not None:
            self._earlier.show_looks([_of_enquiry(one, self._zone) for one in known.earlier])
        nothing = NOTHING_FITS if self._asked.words else NOTHING_ASKED
        self._nothing.setText("" if known.releases or known.earlier else nothing)
        self._nothing.setVisible(bool(self._nothing.text()))


def _summary(services: Services, release_id: int) -> ReleaseSummary | None:
    try:
        parts = services.releases.show(release_id).parts
    except NotFound:  # taken away since the draft was kept
        return None
    return ReleaseSummary(release_id, parts.headline, parts.published_on, 0)


def _of_release(release: ReleaseSummary, linked: bool) -> KnownLook:
    day = f"Published {_day(release.published_on)}" if release.published_on else ""
    detail, marks = match_said(release, day)
    action = "Linked ✓" if linked else "Link"
    return KnownLook(release.id, release.headline, detail, action, linked, tuple(marks))


def _of_enquiry(one: EnquirySummary, zone: ZoneInfo) -> KnownLook:
    who = ", ".join(filter(None, (one.journalist, one.outlet))) or "No name"
    state = one.outcome or one.status.label
    day = _day(local_day(one.received_at, zone))
    subject = one.subject or "Not finished"
    return KnownLook(one.id, f"{one.reference} · {subject}", f"{who}, {day} · {state}", "Open")


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
