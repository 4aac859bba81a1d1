"""Feeds by address: looked at when due, taken in once, their trouble told and not insisted on."""

from datetime import timedelta

import pytest

from pressdesk.domain.feeds import Feed
from pressdesk.errors import NotFound, Refused
from tests.web_site import reply

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def rss(*entries):
    items = "".join(
        f"<item><title>{title}</title><link>https://a.example/{title}</link>"
        f"<description>{words}</description></item>"
        for title, words in entries
    )
    return f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>"


BOATS, KNIVES = ("Boats", "Crews have new boats."), ("Knives", "Fewer are carried.")


@pytest.fixture
def feed(services, site):
    """Keep the feed of the site; return its id."""
    address = site.put("/feed", rss(BOATS), content_type="application/rss+xml", etag='"1"')
    return services.feeds.save(Feed("Police news", address))


def headlines(services):
    return [release.headline for release in services.releases.listed()]


def last(services):
    return services.feeds.listed()[0].last


def test_what_is_in_a_feed_comes_in_as_releases(services, feed, clock):
    looked = services.feeds.look(feed)
    (release,) = looked.taken.releases
    assert (release.parts.headline, release.source_name) == ("Boats", "Police news, entry 1")
    assert release.added_by == "Feed “Police news”"
    assert last(services) == looked.look
    assert (looked.look.at, looked.look.new, looked.look.said) == (clock.now(), 1, "")


def test_a_look_takes_in_only_what_is_new(services, feed, site):
    services.feeds.look(feed)
    site.put("/feed", rss(KNIVES, BOATS))
    assert services.feeds.look(feed).look.new == 1
    assert sorted(headlines(services)) == ["Boats", "Knives"]


def test_an_entry_that_was_changed_is_a_new_version(services, feed, site):
    services.feeds.look(feed)
    site.put("/feed", rss((BOATS[0], "Crews have nine new boats.")))
    looked = services.feeds.look(feed)
    assert (looked.look.new, looked.look.changed) == (0, 1)
    (release,) = looked.taken.releases
    assert (release.number, release.source_url) == (2, "https://a.example/Boats")


def test_the_feed_itself_is_not_kept_each_time(services, feed):
    assert services.feeds.look(feed).taken.releases[0].original is None


def test_a_feed_that_has_not_changed_is_not_sent_again(services, feed, site):
    services.feeds.look(feed)
    site.answers["/feed"] = reply(status=304)
    assert services.feeds.look(feed).look.new == 0
    services.feeds.look(feed)
    assert [headers.get("If-None-Match") for _path, headers in site.asked] == [None, '"1"', '"1"']


def test_only_what_is_due_is_looked_at(services, feed, site, clock):
    assert len(list(services.feeds.look_at_due())) == 1
    clock.instant += timedelta(minutes=59)
    assert list(services.feeds.look_at_due()) == []
    clock.instant += timedelta(minutes=1)
    assert len(list(services.feeds.look_at_due())) == 1


TROUBLES = {
    "gone": (reply(status=404), "no such page"),
    "a page": (reply("<html><p>Hello"), "a web page, not a feed. Look for “RSS”"),
    "a page that names its feed": (
        reply("<html><link rel=alternate type='application/rss+xml' href=/rss><p>Hello"),
        "It names this feed: http://127.0.0.1:",
    ),
    "no words": (reply("<rss><channel><item/></channel></rss>"), "no release in it has any words"),
    "entities": (
        reply("<!DOCTYPE r [<!ENTITY a 'ha'>]>" + rss(BOATS)),
        "abbreviations of its own",
    ),
    "nothing": (reply(""), "empty"),
    "a file": (reply(status=302, location="file:///etc/passwd"), "not on the web"),
}


@pytest.mark.parametrize(("answer", "said"), TROUBLES.values(), ids=TROUBLES)
def test_the_trouble_of_a_feed_is_kept_as_a_sentence(services, feed, site, answer, said):
    site.answers["/feed"] = answer
    assert said in services.feeds.look(feed).look.said
    assert (last(services).failures, headlines(services)) == (1, [])


def test_a_feed_that_fails_is_asked_less_often_and_recovers(services, feed, site, clock):
    good, site.answers["/feed"] = site.answers["/feed"], reply(status=500)
    services.feeds.look(feed)
    clock.instant += timedelta(minutes=60)
    assert list(services.feeds.look_at_due()) == []
    clock.instant += timedelta(minutes=60)
    site.answers["/feed"] = good
    (looked,) = services.feeds.look_at_due()
    assert (looked.look.failures, looked.look.new) == (0, 1)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (rss(("Café", "Très bien.")).encode(), "text/xml; charset=ISO-8859-1"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?>" + rss(("Café", "A")).encode(), "text/xml"),
        (rss(("Café", "Très bien.")).encode("cp1252"), "text/xml; charset=windows-1252"),
        (b"<?xml version='1.0' encoding='cp1252'?>" + rss(("Café", "A")).encode("cp1252"), "x/y"),
        (rss(("Café", "Très bien.")).encode("utf-16"), "application/xml"),
    ],
)
def test_a_feed_is_read_in_its_own_alphabet_whatever_is_claimed(services, feed, site, body, kind):
    site.put("/feed", body, content_type=kind)
    services.feeds.look(feed)
    assert headlines(services) == ["Café"]


def test_the_sample_office_asks_nobody(services, feed, site):
    from dataclasses import replace

    office = services.office.find()
    services.office.save_office(replace(office, sample=True))
    assert list(services.feeds.look_at_due()) == []
    with pytest.raises(Refused, match="sample office"):
        services.feeds.look(feed)
    assert site.asked == []


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Feed("x", "file:///etc/passwd"), "address"),
        (Feed("x", "https://a.example/", 4), "minutes"),
        (Feed("x", "https://a.example/", 1_441), "minutes"),
    ],
)
def test_a_feed_that_cannot_be_is_refused_at_its_question(services, given, field):
    with pytest.raises(Refused) as refused:
        services.feeds.save(given)
    assert refused.value.field == field


def test_an_address_is_kept_once_and_a_feed_without_a_name_is_called_by_its_server(services):
    services.feeds.save(Feed("", "www.a.example/feed"))
    assert services.feeds.listed()[0].feed.name == "www.a.example"
    with pytest.raises(Refused, match=r"as “www\.a\.example”"):
        services.feeds.save(Feed("Again", "https://www.a.example/feed"))


def test_a_feed_that_moves_is_asked_afresh(services, feed, site):
    services.feeds.look(feed)
    services.feeds.save(Feed("Police news", site.put("/new", rss(KNIVES)), id=feed))
    assert last(services) is None
    services.feeds.look(feed)
    assert "If-None-Match" not in site.asked[-1][1]


def test_a_feed_that_is_removed_leaves_its_releases(services, feed):
    services.feeds.look(feed)
    services.feeds.remove(feed)
    assert (services.feeds.listed(), headlines(services)) == ((), ["Boats"])
    with pytest.raises(NotFound):
        services.feeds.look(feed)


def test_keeping_a_feed_is_journalled_and_looking_at_it_is_not(services, feed):
    before = services.journal.check().entries
    services.feeds.look(feed)
    services.feeds.look(feed)
    assert services.journal.check().entries == before + 1  # the release
    assert services.journal.check().findings == ()
