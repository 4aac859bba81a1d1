"""A press officer at the keyboard of a log-enquiry window."""

from datetime import UTC, datetime
from typing import Any

import pytest
from shiboken6 import isValid

from pressdesk.domain.contacts import Journalist, OutletKind
from pressdesk.domain.rota import Shift
from pressdesk.ui.log_enquiry.window import LogEnquiryWindow
from tests.ui.typist import Typist

SATURDAY_19_42 = datetime(2026, 11, 21, 19, 42, tzinfo=UTC)


@pytest.fixture
def typist(tools):
    return Typist(tools.runner)


@pytest.fixture
def opened(qtbot, services, tools, typist):
    """Open a window with the focus in it; it is closed at the end of the test."""
    windows: list[Any] = []

    def open_window(draft=None, services=services):
        window = LogEnquiryWindow(services, tools, draft)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        typist.settle()
        return window

    yield open_window
    typist.settle()
    for window in filter(isValid, windows):
        window.close()  # as a person does: Qt takes it apart before Python does
    typist.settle()
    windows.clear()


@pytest.fixture
def window(opened):
    return opened()


@pytest.fixture
def logged(window):
    """Collect what the window says it has logged."""
    receipts: list[Any] = []
    window.logged.connect(receipts.append)
    return receipts


@pytest.fixture
def ruth(services):
    """Ruth Amery of the Humber Daily, whom everybody knows."""
    person = Journalist(
        "Ruth Amery",
        "Humber Daily",
        OutletKind.REGIONAL,
        "01632 960012",
        email="ruth.amery@humberdaily.example",
    )
    return services.contacts.save_journalist(person)


@pytest.fixture
def saturday(clock, services):
    """Saturday evening, Sam Okafor on duty."""
    services.rota.save(
        Shift(
            id=None,
            person="Sam Okafor",
            starts_at=datetime(2026, 11, 20, 17, tzinfo=UTC),
            ends_at=datetime(2026, 11, 23, 8, 30, tzinfo=UTC),
            number="07836 217729",
        )
    )
    clock.instant = SATURDAY_19_42
