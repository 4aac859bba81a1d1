"""What the web may do to us is bounded: time, size, redirects, certificates, packing."""

import gzip
from urllib.parse import urlsplit

import pytest

from pressdesk.errors import BadFile, PressDeskError, Refused, Unavailable
from pressdesk.intake.web import Limits, Stamp, Web, checked_address, only_address
from tests.web_site import PROOF, reply, serving

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
SHORT = Limits(connect=1, read=0.1, overall=0.2)
PATIENT = Limits(largest=100_000, redirects=3)


def sent_on(address):
    return reply(status=302, location=address)


def test_a_page_comes_with_what_the_server_says_of_it(site):
    site.put("/news", "Boats", content_type="text/html; charset=ISO-8859-1", etag='"1"')
    got = Web().fetch(site.at("/news#top"))
    assert (got.data, got.charset, got.ending) == (b"Boats", "iso-8859-1", ".html")
    assert (got.address, got.stamp) == (site.at("/news"), Stamp('"1"'))


def test_what_has_not_changed_is_not_sent_again(site):
    stamp = Stamp('"1"', "Mon, 23 Nov 2026 09:00:00 GMT")
    site.answers["/feed"] = reply(status=304)
    got = Web().fetch(site.at("/feed"), stamp)
    ((_path, headers),) = site.asked
    assert (got.unchanged, got.data) == (True, b"")
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == (stamp.etag, stamp.modified)


def test_nothing_tells_who_is_asking_but_the_program(site):
    site.put("/", "x")
    Web().fetch(site.at("/"))
    ((_path, headers),) = site.asked
    assert set(headers) == {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"}
    assert headers["User-Agent"].startswith("PressDesk/")


def test_what_has_moved_is_found_where_it_is_now(site):
    site.put("/new", "Boats")
    site.answers["/old"] = sent_on("/new")
    assert Web().fetch(site.at("/old")).address == site.at("/new")


def test_a_packed_page_is_unpacked(site):
    site.put("/", gzip.compress(b"Boats"), content_encoding="gzip")
    assert Web().fetch(site.at("/")).data == b"Boats"


ANSWERS = {
    "not there": (reply(status=404), Unavailable, "has no such page"),
    "gone": (reply(status=410), Unavailable, "has no such page"),
    "locked": (reply(status=403), Unavailable, "does not show this page to everyone"),
    "broken": (reply(status=500), Unavailable, "could not give the page"),
    "a picture": (reply(b"x", content_type="image/png"), BadFile, "holds no release"),
    "too large": (reply(bytes(100_001)), BadFile, "far larger than a release"),
    "a bomb": (
        reply(gzip.compress(bytes(50_000_000)), content_encoding="gzip"),
        BadFile,
        "unpacks to far more",
    ),
    "packed twice": (reply(b"x", content_encoding="gzip, gzip"), BadFile, "did not ask for"),
    "packed badly": (reply(b"no", content_encoding="gzip"), BadFile, "packed and damaged"),
    "cut short": (
        reply(gzip.compress(b"Boats")[:-5], content_encoding="gzip"),
        BadFile,
        "breaks off",
    ),
    "no web": (lambda handler: handler.wfile.write(b"SSH-2.0"), Unavailable, "makes no sense"),
    "sent to a file": (sent_on("file:///etc/passwd"), Unavailable, "not on the web"),
    "sent nowhere": (sent_on("http://:x"), Unavailable, "makes no sense"),
}


@pytest.mark.parametrize(("answer", "kind", "said"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_that_is_no_page_is_refused_in_words(site, answer, kind, said):
    site.answers["/"] = answer
    with pytest.raises(kind, match=said):
        Web(PATIENT).fetch(site.at("/"))


def test_a_circle_of_redirects_ends(site):
    site.answers |= {"/a": sent_on("/b"), "/b": sent_on("/a")}
    with pytest.raises(Unavailable, match="round in a circle"):
        Web(PATIENT).fetch(site.at("/a"))
    assert len(site.asked) == PATIENT.redirects + 1


def test_a_body_without_end_is_left(site):
    site.answers["/"] = site.without_end
    with pytest.raises(BadFile, match="far larger"):
        Web(PATIENT).fetch(site.at("/"))


@pytest.mark.parametrize("way", ["in_drops", "silent"])
def test_a_server_that_is_slow_is_left(site, way):
    site.answers["/"] = getattr(site, way)
    with pytest.raises(Unavailable, match="takes too long"):
        Web(SHORT).fetch(site.at("/"))


def test_the_person_may_stop_it(site):
    class Stopped(Exception):
        pass

    def stop():
        raise Stopped

    site.answers["/"] = site.silent
    with pytest.raises(Stopped):
        Web().fetch(site.at("/"), step=stop)


def test_a_server_that_cannot_prove_who_it_is_is_not_read():
    with serving(proof=PROOF) as site:
        site.put("/", "Boats")
        with pytest.raises(Unavailable, match="certificate is not good"):
            Web().fetch(site.at("/"))
        assert site.asked == []


def test_a_server_that_is_not_there_is_said_to_be_out_of_reach(site):
    closed = site.at("/")
    site.stop()
    with pytest.raises(Unavailable, match="cannot be reached"):
        Web(PATIENT).fetch(closed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" https://a.example/x?y=1#z ", "https://a.example/x?y=1"),
        ("www.a.example/news", "https://www.a.example/news"),
        ("a.example:8080/news", "https://a.example:8080/news"),
        ("HTTP://a.example", "http://a.example/"),
    ],
)
def test_an_address_is_asked_for_as_typed_or_by_https(typed, address):
    assert checked_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        *("", "boats for crews", "file:///etc/passwd", "ftp://a.example/", "javascript:x()"),
        *(
            "https://",
            "https://a b.example/",
            "https://u:p@a.example/",
            "https://[::1",
            "http://a:x/",
        ),
        f"https://a.example/{'x' * 2_000}",
    ],
)
def test_what_is_no_web_address_is_refused_before_anything_is_asked(typed):
    with pytest.raises(Refused) as refused:
        checked_address(typed)
    assert refused.value.field == "address"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("https://a.example/x\n", True),
        ("See https://a.example/x", False),
        ("https://a.example/x and more", False),
        ("www.a.example", False),
        ("Boats", False),
        ("", False),
    ],
)
def test_an_address_alone_is_told_from_words(words, found):
    assert only_address(words) == (words.strip() if found else "")


def test_every_trouble_is_a_sentence_for_a_person(site):
    with pytest.raises(PressDeskError) as trouble:
        Web().fetch(site.at("/none"))
    assert str(trouble.value).startswith(urlsplit(site.address).hostname or "")
