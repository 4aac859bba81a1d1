"""The log in a window with its menus."""

from datetime import timedelta

import pytest

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.ui.log.page import LogPage
from tests.conftest import MONDAY_14_06


@pytest.fixture
def log(services):
    """A function that logs an enquiry received some hours ago; returns its id."""

    def logged(subject, *, hours=1.0, **more):
        form = EnquiryForm(
            received_at=MONDAY_14_06 - timedelta(hours=hours),
            subject=subject,
            **{"journalist": "Dana Whitlock", "outlet": "Echo", "deadline_words": "none"} | more,
        )
        return services.enquiries.log(form).id

    return logged


@pytest.fixture
def settled(qtbot, tools):
    """A function that waits until all rows are read and counted."""

    def wait(page):
        def ready():
            return tools.runner.idle() and page.model.total is not None and not page.model._anew

        qtbot.waitUntil(ready)

    return wait


@pytest.fixture
def page(framed, services, tools, settled):
    """The page, shown before anything was logged or after, as the test asks."""
    return framed(LogPage(services, tools), 1150, 700, settled)


@pytest.fixture
def asked(tools):
    """Which enquiries were asked for, and what was said."""
    found: list[object] = []
    tools.navigator.enquiry_requested.connect(found.append)
    tools.navigator.said.connect(lambda message: found.append(message.sentence))
    return found


def subjects(page):
    """Return the subjects of all rows that have been read, in the order of the screen."""
    rows = [page.model.enquiry(row) for row in range(page.model.rowCount())]
    return [row.subject for row in rows if row]
