"""``pressdesk feeds``: kept, listed, looked at, removed."""

import json

import pytest

from tests.cli.conftest import Run
from tests.web_site import Site

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
FEED = "<rss><channel><item><title>Boats</title><description>Ready.</description></item></channel></rss>"


def test_a_feed_is_kept_looked_at_and_removed(office: Run, site: Site) -> None:
    address = site.put("/feed", FEED)
    assert office("feeds", "add", address, "--name", "Police", "--every", "30")[1] == "1  Police\n"
    assert "every 30 min  not looked at yet" in office("feeds", "list")[1]
    assert office("feeds", "check") == (0, "Police: 1 new\n", "")
    (row,) = json.loads(office("feeds", "check", "--json")[1])
    assert (row["new"], row["releases"][0]["known"]) == (0, True)
    (state,) = json.loads(office("feeds", "list", "--json")[1])
    assert (state["feed"]["name"], state["last"]["failures"]) == ("Police", 0)
    assert office("feeds", "remove", "1")[0] == 0
    assert office("feeds", "list")[1] == "No feeds are kept.\n"


def test_a_feed_that_cannot_be_read_is_told(office: Run, site: Site) -> None:
    office("feeds", "add", site.at("/none"), "--name", "Police")
    code, out, _ = office("feeds", "check", "1")
    assert code == 6
    assert out.startswith("Police: 127.0.0.1 has no such page (404)")


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (("add", "file:///etc/passwd"), 3),
        (("add", "https://a.example/", "--every", "1"), 2),
        (("remove", "7"), 4),
        (("check", "7"), 4),
    ],
)
def test_what_cannot_be_done_leaves_with_its_code(
    office: Run, argv: tuple[str, ...], code: int
) -> None:
    assert office("feeds", *argv)[0] == code
