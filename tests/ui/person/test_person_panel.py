"""Everything about one person, from the journalist's card, by keys."""

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.contacts import Journalist
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.ui.contacts.page import ContactsPage
from tests.ui.file_dialog import save_as

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(services, tools, clock, qtbot):
    ruth = services.contacts.save_journalist(Journalist("Ruth Amery", "Humber Daily"))
    form = EnquiryForm(clock.now(), ruth, "Ruth Amery", "Humber Daily", questions=("Why?",))
    services.enquiries.log(form)
    made = ContactsPage(services, tools)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.refresh()
    made.focus_first()
    for _ in range(2):
        assert tools.runner.wait_idle()
    qtbot.keyClick(made._list, Key.Key_D)
    assert tools.runner.wait_idle()
    return made


@pytest.fixture
def panel(page):
    return page._person


def test_a_key_on_the_card_finds_everything(panel):
    assert panel.said.text().endswith("1 enquiry of their own.")
    assert panel.groups.text().startswith("Journalists 1 · Enquiries 1 · Questions 1")
    model = panel.places.model()
    assert [model.index(0, column).data() for column in (0, 1)] == ["Journalists", "by identity"]
    assert panel.places.hasFocus()


def test_another_person_is_typed_and_a_problem_is_said(panel, tools, qtbot):
    panel.who.setFocus()
    panel.who.clear()
    qtbot.keyClicks(panel.who, "12")
    qtbot.keyClick(panel.who, Key.Key_Return)
    assert tools.runner.wait_idle()
    assert panel.said.text().startswith("⚠ Type a name")
    assert not panel.write.isEnabled()


def test_a_file_is_written_of_what_is_seen(panel, tools, qtbot, said, tmp_path):
    panel.format.set_value("json")
    qtbot.keyClick(panel, Key.Key_Return, Mod.ControlModifier)
    proposed = save_as(qtbot, panel, tmp_path / "ruth.json")
    assert proposed == "Everything about Ruth Amery.json"
    assert tools.runner.wait_idle()
    assert said[-1].sentence.endswith("places to ruth.json.")


def test_enter_opens_the_enquiry_and_escape_leads_back_to_the_card(page, panel, tools, qtbot):
    for _ in range(2):
        qtbot.keyClick(panel.places, Key.Key_Down)
    with qtbot.waitSignal(tools.navigator.enquiry_requested):
        qtbot.keyClick(panel.places, Key.Key_Return)
    qtbot.keyClick(panel.places, Key.Key_Escape)
    assert tools.runner.wait_idle()
    assert page._sheet.isVisible()
