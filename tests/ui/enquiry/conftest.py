"""A panel that shows one enquiry, and what a person does to it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.services.files import Files
from pressdesk.ui.enquiry.panel import EnquiryPanel
from tests.conftest import MONDAY_14_06

CALL = EnquiryForm(
    MONDAY_14_06,
    journalist="Ruth Amery",
    outlet="Humber Daily",
    call_back="01632960012",
    questions=("Why is progress on child protection slow?",),
    subject="Humberside progress",
    deadline_words="5pm",
    topics=("child protection",),
)
RELEASE = (
    "Humberside progress is slow in some areas\n\n14 May 2018\n\nProgress on child protection."
)


@pytest.fixture
def services(services, tmp_path):
    """Services that keep files in a folder of the test."""
    return replace(services, files=Files(services.context, tmp_path / "office.files"))


@pytest.fixture
def enquiry(services):
    return services.enquiries.log(CALL).id


@pytest.fixture
def settled(tools):
    """Wait until everything that was asked for is done and shown."""

    def wait():
        assert tools.runner.wait_idle()
        assert tools.runner.wait_idle()

    return wait


@pytest.fixture
def said(tools):
    """What the window was told to say."""
    messages = []
    tools.navigator.said.connect(lambda message: messages.append(message.sentence))
    return messages


@pytest.fixture
def panel(qtbot, services, tools, enquiry, settled):
    shown = EnquiryPanel(services, tools)
    qtbot.addWidget(shown)
    shown.resize(460, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.show_enquiry(enquiry)
    settled()
    shown.focus_first()
    return shown


@pytest.fixture
def press(qtbot, panel, settled):
    """Press a key where the focus is, and wait for what it starts."""

    def pressed(key, modifier=None):
        target = panel.focusWidget() or panel
        if modifier is None:
            qtbot.keyClick(target, key)
        else:
            qtbot.keyClick(target, key, modifier)
        settled()

    return pressed


@pytest.fixture
def write(qtbot, panel, settled):
    """Type words where the focus is."""

    def typed(words):
        qtbot.keyClicks(panel.focusWidget(), words)
        settled()

    return typed


@pytest.fixture
def response(panel, press):
    """The Response tab of the panel, at work."""
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    return panel.response


@pytest.fixture
def shown(services, enquiry):
    """The enquiry as it is kept now."""
    return lambda: services.enquiries.show(enquiry)
