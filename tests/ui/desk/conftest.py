"""The desk in a window with its menus, on a Monday afternoon with some enquiries open."""

from datetime import timedelta
from typing import Any

import pytest

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.ui.desk.page import DeskPage
from tests.conftest import MONDAY_14_06


@pytest.fixture
def log(services):
    """A function that logs an enquiry with a subject and deadline words; returns its id."""

    def logged(subject, words="none", *, ago=timedelta(hours=3), **more):
        form = EnquiryForm(
            received_at=MONDAY_14_06 - ago,
            journalist="Dana Whitlock",
            outlet="Tees Valley Echo",
            subject=subject,
            deadline_words=words,
            **more,
        )
        return services.enquiries.log(form).id

    return logged


@pytest.fixture
def asked(tools):
    """What was asked of the main window, in order."""
    found: list[tuple[Any, ...]] = []
    navigator = tools.navigator
    navigator.enquiry_requested.connect(lambda number: found.append(("open", number)))
    navigator.answer_requested.connect(lambda number: found.append(("answer", number)))
    navigator.log_enquiry_requested.connect(lambda: found.append(("log",)))
    navigator.said.connect(lambda message: found.append(("said", message.sentence)))
    return found


@pytest.fixture
def desk(framed, services, tools):
    """A function that opens the desk and waits until it stands."""

    def opened():
        return framed(DeskPage(services, tools), 900, 700)

    return opened


def shown(page):
    """Return the rows on the screen in short: headings, and subjects with what stands at the left."""
    looks = [row.look for row in page.model._rows]
    return [getattr(look, "text", None) or f"{look.when} {look.subject}" for look in looks]
