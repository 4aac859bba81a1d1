"""The feeds in the settings, by keys: kept, looked at, removed and put back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pressdesk.domain.feeds import Feed
from pressdesk.ui.settings.page import SECTIONS
from tests.services.test_feeds import BOATS, rss
from tests.web_site import reply

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def press(qtbot, tools, page):
    """Press keys where the focus is and wait for what they do."""

    def act(key, hold=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, hold)
        assert tools.runner.wait_idle()
        assert tools.runner.wait_idle()

    return act


@pytest.fixture
def section(page, tools, press):
    number = [section.title for section in SECTIONS].index("Feeds")
    page._list.choose(number)
    page._enter()
    return page.section()


@pytest.fixture
def kept(services, site, page, tools):
    feed = services.feeds.save(Feed("Police news", site.put("/feed", rss(BOATS)), 30))
    tools.runner.wait_idle()
    return feed


def listed(section):
    return [(entry.title, entry.second) for entry in section._list.entries()]


def fill(section, qtbot, **answers):
    for name, words in answers.items():
        field = section.form.questions[name].input
        field.selectAll()
        qtbot.keyClicks(field, words)


def test_a_feed_is_added_by_keys(section, press, qtbot, services):
    press(Qt.Key.Key_A, ALT)
    fill(section, qtbot, name="Fire news", address="www.fire.example/rss", minutes="1,000")
    press(Qt.Key.Key_S, CTRL)
    (state,) = services.feeds.listed()
    assert state.feed == Feed("Fire news", "https://www.fire.example/rss", 1_000, id=1)
    assert listed(section) == [("Fire news", "Not read yet")]


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("address", "file:///etc/passwd", "Type an address on the web"),
        ("address", "", "Type an address on the web"),
        ("minutes", "now and then", "from 5 to 1,440"),
        ("minutes", "2", "from 5 to 1,440"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_question(
    section, press, qtbot, services, name, typed, said
):
    press(Qt.Key.Key_A, ALT)
    fill(section, qtbot, **{"address": "https://a.example/", "minutes": "60", name: typed})
    if not typed:
        section.form.questions[name].input.clear()
    press(Qt.Key.Key_S, CTRL)
    assert said in section.form.questions[name].problem()
    assert services.feeds.listed() == ()


def test_read_now_says_what_came(kept, section, press, services):
    press(Qt.Key.Key_L, ALT)
    assert section._last.text() == "Today 14:06: 1 new."
    assert listed(section) == [("Police news", "Today 14:06: 1 new")]
    press(Qt.Key.Key_L, ALT)
    assert section._last.text() == "Today 14:06: nothing new."


def test_trouble_is_said_beside_the_feed_and_marked_in_the_list(kept, section, press, site):
    site.answers["/feed"] = reply(status=404)
    press(Qt.Key.Key_L, ALT)
    assert section._last.text().startswith("⚠ Today 14:06: 127.0.0.1 has no such page")
    assert listed(section) == [("Police news", "⚠ cannot be read")]


def test_a_feed_is_removed_and_put_back_with_one_press_each(kept, section, press, services, said):
    press(Qt.Key.Key_Delete, ALT)
    assert (services.feeds.listed(), listed(section)) == ((), [])
    said[0].act()
    section.tools.runner.wait_idle()
    assert services.feeds.listed()[0].feed.name == "Police news"
