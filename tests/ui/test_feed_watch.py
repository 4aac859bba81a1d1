"""Feeds are looked at by the clock, beside other work; news is told, trouble told once."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from pressdesk.domain.feeds import Feed
from pressdesk.ui.feed_watch import EVERY, SETTLING, FeedWatch
from pressdesk.ui.kit import Tone
from pressdesk.ui.tools import Message
from tests.services.test_feeds import BOATS, KNIVES, rss
from tests.web_site import reply

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@pytest.fixture
def feed(services, site):
    return services.feeds.save(Feed("Police news", site.put("/feed", rss(BOATS))))


@pytest.fixture
def told(services, tools):
    """What a watch on the feeds says."""
    owner, messages = QObject(), list[Message]()
    watch = FeedWatch(services, tools, owner)
    watch.told.connect(messages.append)
    yield messages
    owner.deleteLater()


@pytest.fixture
def after(clock, tools):
    """Let time go by, and the work end that it begins."""

    def go_on(time):
        clock.instant += time
        tools.ticker.ticked.emit(clock.now())
        assert tools.runner.wait_idle()

    return go_on


def test_a_little_after_the_start_what_is_new_comes_in_and_is_told(feed, told, after, services):
    after(SETTLING - timedelta(seconds=1))
    assert services.releases.listed() == ()
    after(timedelta(seconds=1))
    assert [(m.sentence, m.tone) for m in told] == [("1 new release from Police news.", Tone.INFO)]
    assert services.releases.listed()[0].headline == "Boats"


def test_later_only_what_is_new_since_is_told(feed, told, after, site):
    after(SETTLING)
    after(timedelta(minutes=59))
    assert len(site.asked) == 1
    site.put("/feed", rss(BOATS, KNIVES))
    after(timedelta(minutes=1))
    after(timedelta(hours=9))  # asleep; nothing new in the morning
    assert len(site.asked) == 3
    assert [m.sentence for m in told] == ["1 new release from Police news."] * 2


def test_a_clock_that_was_set_back_does_not_stop_the_looking(feed, told, after, site):
    after(SETTLING)
    after(-timedelta(days=2))
    assert len(site.asked) == 2


def test_trouble_is_told_once_however_long_it_lasts(feed, told, after, site):
    site.answers["/feed"] = reply(status=500)
    after(SETTLING)
    for _ in range(3):
        after(timedelta(days=1))
    (message,) = told
    assert message.tone is Tone.WARNING
    assert message.sentence.startswith("The feed “Police news” could not be read: 127.0.0.1 could")
    assert len(site.asked) == 4


def test_feeds_that_fail_together_are_told_together(feed, told, after, services, site):
    services.feeds.save(Feed("Fire news", site.at("/none")))
    site.answers["/feed"] = reply(status=500)
    after(SETTLING)
    (message,) = told
    assert message.sentence.startswith("The feeds “Fire news” and “Police news” could not be read.")


def test_trouble_from_before_the_start_is_not_told_again(feed, told, after, services, site):
    site.answers["/feed"] = reply(status=500)
    services.feeds.look(feed)
    after(timedelta(days=1))
    assert (told, len(site.asked)) == ([], 2)


def test_a_round_that_is_under_way_is_not_begun_again(feed, told, site, clock, tools):
    site.answers["/feed"] = site.silent
    clock.instant += SETTLING
    tools.ticker.ticked.emit(clock.now())
    clock.instant += 2 * EVERY
    tools.ticker.ticked.emit(clock.now())
    tools.runner.close()  # stops it at once
    assert len(site.asked) <= 1


def test_an_open_office_says_it_in_the_strip(at_work, site, tools, clock):
    at_work.centralWidget().services.feeds.save(Feed("Police news", site.put("/feed", rss(BOATS))))
    clock.instant += SETTLING
    tools.ticker.ticked.emit(clock.now())
    tools.runner.wait_idle()
    assert at_work.centralWidget().messages.text() == "1 new release from Police news."
