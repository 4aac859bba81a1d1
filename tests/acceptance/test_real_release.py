import re

import pytest

from pressdesk.domain.releases import BlockKind, Link, from_json, to_json, words_in_order
from pressdesk.intake.releases import read_release
from pressdesk.intake.text import decode

TITLE = "Humberside Police – National child protection inspection post-inspection review"


@pytest.fixture
def release(real_releases):
    (path,) = real_releases.glob("000_*.txt")
    return read_release(decode(path.read_bytes()))


def test_the_headline_and_the_order_of_its_parts(release):
    assert release.headline == (
        "Humberside Police committed to improving child protection, but progress slow in some areas"
    )
    assert [block.kind for block in release.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.LINK,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.BULLETS,
        BlockKind.LINK,
    ]
    assert (release.front, release.after_notes, release.published_on) == ((), (), None)


def test_its_two_opening_paragraphs(release):
    first, second = release.paragraphs
    assert first.startswith("Humberside Police has made some improvements")
    assert first.endswith("Fire & Rescue Services (HMICFRS).")
    assert second.startswith("The review acknowledges")
    assert second.endswith("by control room teams.")


def test_its_one_quote_of_three_paragraphs(release):
    (quote,) = release.quotes
    assert (quote.speaker, quote.role) == ("Matt Parr", "HM Inspector of Constabulary")
    assert quote.lead_in == "HM Inspector of Constabulary Matt Parr said:"
    assert [text[:22] for text in quote.items] == [
        "Humberside Police reco",
        "The force still needs ",
        "Our inspection found t",
    ]
    assert quote.items[2].endswith("expect to see progress made.")


def test_its_lead_in_and_four_bullets(release):
    bullets = release.blocks[4]
    assert bullets.lead_in == "The report sets out that the force has made improvements in:"
    assert bullets.items == (
        "the way the force approaches its management of sex offenders;",
        "its assessment of risk and early referral;",
        "its approach to the recording and completion of protection documentation; and",
        "control room risk assessment and triage.",
    )


def test_it_names_the_report_twice(release):
    assert release.links == (Link(TITLE), Link(TITLE))


def test_its_nine_numbered_notes(release):
    assert release.notes_heading == "Notes"
    assert [note.label for note in release.notes] == list("123456789")
    assert release.notes[0].text.startswith("Although the sample size")
    assert release.notes[8].text.endswith("07836 217729")


def test_both_press_numbers_with_their_hours(release):
    by_day, by_night = release.contacts
    assert (by_day.number, by_day.out_of_hours) == ("020 3513 0600", False)
    assert by_day.hours == "8:30am – 5:00pm Monday – Friday"
    assert (by_night.number, by_night.out_of_hours) == ("07836 217729", True)
    assert "urgent media enquiries" in by_night.words


def test_no_word_of_any_real_release_is_lost_or_moved(real_releases):
    texts = [decode(path.read_bytes()) for path in sorted(real_releases.glob("*.txt"))]
    assert len(texts) >= 35
    for text in texts:
        release = read_release(text)
        assert words_in_order(release) == re.findall(r"\w+", text)
        assert from_json(to_json(release)) == release
