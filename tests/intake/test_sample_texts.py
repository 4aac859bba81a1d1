import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from pressdesk.domain.contacts import OutletKind
from pressdesk.domain.enquiries import Channel, EnquiryType, Terms
from pressdesk.domain.office import DEFAULT_OUTCOMES
from pressdesk.domain.releases import words_in_order
from pressdesk.intake.releases import read_release

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
RELEASES = sorted((SAMPLE / "releases").glob("*.txt"))


def table(name):
    return tomllib.loads((SAMPLE / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_every_release_of_the_sample_is_read_whole(path):
    text = path.read_text(encoding="utf-8")
    release = read_release(text)
    assert words_in_order(release) == re.findall(r"\w+", text)
    assert path.name.startswith(f"{release.published_on:%Y-%m-%d}")
    assert all(quote.speaker and quote.lead_in for quote in release.quotes)
    assert [contact.out_of_hours for contact in release.contacts] == [False, True]


def test_enquiries_use_only_what_the_office_and_its_releases_have():
    office, enquiries = table("office"), table("enquiries")["enquiries"]
    assert {topic for one in enquiries for topic in one["topics"]} == set(office["topics"])
    releases = {path.name for path in (SAMPLE / "releases").glob("*.*")}
    assert {one["release"] for one in enquiries} == {"", *releases}
    assert {one["outcome"] for one in enquiries} <= {known.name for known in DEFAULT_OUTCOMES}
    for one in enquiries:
        Channel(one["channel"])
        EnquiryType(one["type"])
        Terms(one["terms"])
        assert 1 <= len(one["questions"]) <= 3
        assert all(OutletKind(kind) for kind in one["kinds"])


def test_nobody_in_the_sample_can_be_rung_or_written_to():
    outlets = table("journalists")["outlets"]
    people = [*chain.from_iterable(outlet["journalists"] for outlet in outlets)]
    people += table("office")["staff"]
    assert all(re.fullmatch(r"07700 900\d{3}", person["number"]) for person in people)
    assert all(re.fullmatch(r"[a-z.]+@[a-z]+\.example", person["email"]) for person in people)
    desks = {person.get("desk", "") for person in people} - {""}
    assert all(re.fullmatch(r"01632 960\d{3}", desk) for desk in desks)
    assert len({person["number"] for person in people}) == len(people)


def test_the_rota_names_people_of_the_office_and_covers_three_weeks():
    office = table("office")
    assert {shift["person"] for shift in office["rota"]} <= {one["name"] for one in office["staff"]}
    nights = [(week, shift["day"]) for shift in office["rota"] for week in shift["weeks"]]
    assert len(set(nights)) == len(nights) == 15


def test_the_embargoed_release_of_the_sample_is_read_whole():
    text = (SAMPLE / "embargoed.txt").read_text(encoding="utf-8")
    release = read_release(
        text.format(until="Tuesday 24 November 2026", published="24 November 2026")
    )
    assert release.embargo_words == "EMBARGOED UNTIL 00:01 Tuesday 24 November 2026"
    assert release.headline.startswith("Half of stalking victims")
    assert [contact.out_of_hours for contact in release.contacts] == [False, True]
    assert all(quote.speaker for quote in release.quotes)
