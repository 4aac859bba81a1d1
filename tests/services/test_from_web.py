"""A page, a PDF or a feed by its address comes in as a file does, its address kept."""

import pytest

from tests.intake.documents import made
from tests.web_site import reply

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
PAGE = "<html><h1>Boats</h1><p>Crews have new <img src='/dot.gif'>boats.<script src='/x.js'>"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (PAGE, "text/html"),
        ("<p>Boats</p><p>Crews have new boats.", "text/html"),
        (made.pdf("Boats", "", "", "Crews have new boats."), "application/pdf"),
        (made.word("Boats", "Crews have new boats."), "application/octet-stream"),
        ("# Boats\n\nCrews have new boats.", "text/markdown"),
        ("title,body\nBoats,Crews have new boats.", "text/csv"),
    ],
)
def test_what_an_address_gives_comes_in_and_nothing_else_is_asked_for(services, site, body, kind):
    site.put("/news/boats", body, content_type=kind)
    (release,) = services.from_web.take_in(site.at("/news/boats")).releases
    assert release.parts.headline == "Boats"
    assert release.source_name.startswith("127.0.0.1/boats")
    assert release.source_url == site.at("/news/boats")
    assert [path for path, _headers in site.asked] == ["/news/boats"]


def test_the_same_address_with_other_words_is_a_new_version(services, site):
    for words in ("Crews have new boats.", "Crews have nine new boats."):
        address = site.put("/boats", f"<html><h1>Boats</h1><p>{words}</html>")
        (release,) = services.from_web.take_in(address).releases
    assert (release.number, release.known) == (2, False)
    assert release.original.size == len(f"<html><h1>Boats</h1><p>{words}</html>")


def test_what_cannot_be_fetched_says_what_to_do_instead(services, site):
    (told,) = services.from_web.take_in(site.at("/none")).refused
    assert told.name == site.at("/none")
    assert told.sentence.endswith("Save the page and drag the file here.")


def test_a_page_without_words_is_refused(services, site):
    site.put("/", "<html><body></body></html>", content_type="text/html")
    assert "no words" in services.from_web.take_in(site.at("/")).refused[0].sentence


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://a.example/", "nonsense"])
def test_only_the_web_is_asked(services, address):
    assert "Type an address on the web" in services.from_web.take_in(address).refused[0].sentence


def test_a_server_that_sends_us_to_a_file_is_left(services, site):
    site.answers["/"] = reply(status=301, location="file:///etc/passwd")
    assert "not on the web" in services.from_web.take_in(site.at("/")).refused[0].sentence
