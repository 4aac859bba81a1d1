"""The banner changes by itself, at the second, whatever the clock does."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from pressdesk.domain.hours import SpecialDay
from pressdesk.domain.rota import Shift
from pressdesk.ui import theme
from pressdesk.ui.banner import Banner
from pressdesk.ui.kit import ElidedLabel
from pressdesk.ui.search.box import SearchBox

LONDON = ZoneInfo("Europe/London")
MAIN, OUT = "020 3513 0600", "07836 217729"


def london(year, month, day, hour, minute=0, second=0):
    return datetime(year, month, day, hour, minute, second, tzinfo=LONDON).astimezone(UTC)


@pytest.fixture
def banner(qtbot, services, tools):
    banner = Banner(services, tools)
    qtbot.addWidget(banner)
    banner.show()
    tools.runner.wait_idle()
    return banner


@pytest.fixture
def passes(clock, tools):
    """Let the clock say another instant, as the ticker notices it."""

    def pass_to(instant):
        clock.instant = instant
        tools.ticker.look()
        tools.runner.wait_idle()

    yield pass_to
    tools.ticker.stop()


def test_it_says_how_the_office_stands(banner):
    assert banner.words() == (
        "Office open · 020 3513 0600 · main line · closes 17:00, in 2 h 54 min · "
        "Nobody on the rota tonight · out-of-hours line 07836 217729 · urgent only"
    )


def test_it_closes_at_17_00_00_exactly(banner, passes):
    passes(london(2026, 11, 23, 16, 59, 59))
    assert banner.words().startswith(f"Office open · {MAIN}")
    passes(london(2026, 11, 23, 17))
    assert banner.words().startswith(f"Out of hours · {OUT} · out-of-hours line · opens Tuesday")


@pytest.mark.parametrize(
    ("before", "opening"),
    [
        (london(2026, 3, 27, 17), london(2026, 3, 30, 8, 30)),
        (london(2026, 10, 23, 17), london(2026, 10, 26, 8, 30)),
    ],
)
def test_it_opens_at_half_past_eight_after_the_clocks_change(banner, passes, before, opening):
    passes(before)
    passes(opening - timedelta(seconds=1))
    assert banner.number() == OUT
    passes(opening)
    assert banner.number() == MAIN


def test_the_countdown_over_a_clock_change_is_real_time(banner, passes):
    passes(london(2026, 3, 28, 20, 30))
    assert "opens Monday 08:30, in 1 day 11 h" in banner.words()


def test_it_is_right_at_once_after_a_night_of_sleep(banner, passes):
    passes(london(2026, 11, 23, 16, 50))
    passes(london(2026, 11, 24, 9, 15))
    assert f"Office open · {MAIN} · main line · closes 17:00, in 7 h 45 min" in banner.words()


def test_a_clock_set_back_counts_too(banner, passes):
    passes(london(2026, 11, 23, 18))
    passes(london(2026, 11, 23, 12))
    assert banner.number() == MAIN


def test_a_new_shift_shows_by_itself(banner, services, tools):
    night = Shift(None, "Sam Okafor", london(2026, 11, 23, 17), london(2026, 11, 24, 8, 30), "")
    services.rota.save(night)
    tools.runner.wait_idle()
    assert "Tonight: Sam Okafor" in banner.words()


def test_the_rota_of_days_to_come_is_read_after_a_long_sleep(banner, services, passes):
    later = Shift(None, "Priya Nair", london(2026, 12, 21, 17), london(2026, 12, 22, 8, 30), "")
    services.rota.save(later)
    passes(london(2026, 12, 21, 20))
    assert "On duty: Priya Nair" in banner.words()


def test_a_closure_entered_now_closes_the_banner(banner, services, tools):
    services.office.save_special_day(SpecialDay(date(2026, 11, 23), (), "Power cut"))
    tools.runner.wait_idle()
    assert banner.number() == OUT


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_on_the_number_asks_to_copy_it(banner, qtbot, key):
    number = banner.findChild(QPushButton, "number")
    with qtbot.waitSignal(banner.copy_requested) as copied:
        qtbot.keyClick(number, key)
    assert copied.args == [MAIN]


def test_a_click_on_the_number_asks_to_copy_it(banner, qtbot):
    with qtbot.waitSignal(banner.copy_requested):
        qtbot.mouseClick(banner.findChild(QPushButton, "number"), Qt.MouseButton.LeftButton)


def test_the_ring_around_the_number_is_whole(banner, qtbot):
    banner.activateWindow()
    number = banner.findChild(QPushButton, "number")
    number.setFocus()
    qtbot.waitUntil(number.hasFocus)
    picture, middle = number.grab().toImage(), number.height() // 2
    ring = theme.current().colour("focus")
    assert [picture.pixelColor(x, middle) for x in (0, number.width() - 1)] == [ring, ring]


@pytest.mark.parametrize("width", range(600, 1500, 50))
def test_the_search_box_gives_way_before_a_word_is_cut(banner, width):
    banner.resize(width, banner.height())
    said = banner.findChildren(ElidedLabel)
    cut = [label.text() for label in said if label.width() < label.sizeHint().width()]
    assert not cut or banner.findChild(SearchBox).isHidden()


def test_the_search_box_says_its_key_where_there_is_room(banner):
    box = banner.findChild(SearchBox)
    banner.resize(1600, banner.height())
    assert box.words() == "Search everything…   Ctrl K"
    box.resize(box.minimumWidth(), box.height())
    assert box.words() == "Search everything…"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_search_box_asks_for_the_search(banner, qtbot, key):
    banner.resize(1600, banner.height())
    with qtbot.waitSignal(banner.search_requested):
        qtbot.keyClick(banner.findChild(SearchBox), key)


def test_a_narrow_banner_shows_the_whole_number_and_no_search(banner):
    banner.resize(700, banner.height())
    assert banner.findChild(SearchBox).isHidden()
    assert banner.search_corner().x() == banner.width()
