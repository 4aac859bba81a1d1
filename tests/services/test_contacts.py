"""Contacts: kept once, checked, and merged without losing a number or an enquiry."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pressdesk.domain.contacts import (
    Journalist,
    Outlet,
    OutletKind,
    counted,
    what_merging_does,
    what_merging_outlets_does,
)
from pressdesk.domain.enquiries import EnquiryForm, LogQuery
from pressdesk.errors import Conflict, NotFound, Refused
from pressdesk.storage.enquiry_lists import Page

DANA = Journalist("Dana Whitlock", "Tees Valley Echo", number="01632 960012")
SHORT = Journalist("D. Whitlock", "Echo", number="01632 960013", email="dana@echo.example")


def log(services, person, outlet="", subject="Figures"):
    received = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
    form = EnquiryForm(received, journalist=person, outlet=outlet, subject=subject)
    return services.enquiries.log(replace(form, questions=(subject,), finished=False)).id


def found(services, text):
    return [row.id for row in services.desk.page(LogQuery(text=text), Page(20))]


@pytest.fixture
def dana(services):
    return services.contacts.save_journalist(DANA)


@pytest.fixture
def short(services):
    return services.contacts.save_journalist(SHORT)


def test_a_journalist_is_found_by_the_start_of_any_word_of_name_or_outlet(services, dana):
    assert [p.id for p in services.contacts.journalists("tees whit")] == [dana]
    assert services.contacts.journalists("tees smith") == ()


def test_numbers_are_shaped_and_the_outlet_is_made(services, dana):
    kept = services.contacts.journalist(dana)
    assert (kept.number, kept.outlet) == ("01632 960012", "Tees Valley Echo")
    assert [outlet.name for outlet in services.contacts.outlets()] == ["Tees Valley Echo"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"number": "ask the desk"}, "number"),
        ({"other_number": "12"}, "other_number"),
        ({"email": "dana at echo"}, "email"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(services, change, field):
    with pytest.raises(Refused) as caught:
        services.contacts.save_journalist(replace(DANA, **change))
    assert caught.value.field == field


def test_a_stale_save_is_refused_and_changes_nothing(services, dana):
    stale = services.contacts.journalist(dana)
    services.contacts.save_journalist(replace(stale, email="dana@echo.example"))
    with pytest.raises(Conflict, match="Dana Whitlock"):
        services.contacts.save_journalist(replace(stale, email=""))
    assert services.contacts.journalist(dana).email == "dana@echo.example"


def test_saving_someone_who_is_not_there_makes_nobody_new(services):
    with pytest.raises(NotFound):
        services.contacts.save_journalist(replace(DANA, id=99))
    assert services.contacts.journalists() == ()


def test_merging_gives_the_enquiries_to_the_one_who_is_kept(services, dana, short):
    enquiry = log(services, "D. Whitlock", "Echo")
    services.contacts.merge_journalists(dana, short)
    assert services.contacts.journalist(dana).enquiries == 1
    assert [p.name for p in services.contacts.journalists()] == ["Dana Whitlock"]
    assert found(services, "dana whitlock") == [enquiry]


def test_merging_loses_no_number_email_or_outlet(services, dana, short):
    third = services.contacts.save_journalist(replace(SHORT, email="d@echo.example", number=""))
    fourth = services.contacts.save_journalist(Journalist("Dana W", number="07700 900222"))
    for duplicate in (short, third, fourth):
        services.contacts.merge_journalists(dana, duplicate)
    kept = services.contacts.journalist(dana)
    assert (kept.number, kept.other_number) == ("01632 960012", "01632 960013")
    assert kept.email == "dana@echo.example"
    assert kept.notes.splitlines() == [
        "Also listed at Echo",
        "Another email: d@echo.example",
        "Also listed at Echo",
        "Another number: 07700 900222",
    ]


def test_each_moved_enquiry_stands_in_the_journal(services, dana, short):
    enquiry = log(services, "D. Whitlock", "Echo")
    services.contacts.merge_journalists(dana, short)
    last = services.enquiries.timeline(enquiry)[-1]
    assert last.fields()["journalist_id"] == (short, dana)


def test_merging_into_someone_who_was_merged_is_refused(services, dana, short):
    third = services.contacts.save_journalist(Journalist("Dana W"))
    services.contacts.merge_journalists(dana, short)
    with pytest.raises(NotFound, match="merged into Dana Whitlock"):
        services.contacts.merge_journalists(short, third)
    with pytest.raises(NotFound, match="merged into Dana Whitlock"):
        services.contacts.merge_journalists(third, short)
    with pytest.raises(Refused, match="two different"):
        services.contacts.merge_journalists(dana, dana)


def test_merging_again_leads_the_first_duplicate_to_the_last_one_kept(services, dana, short):
    third = services.contacts.save_journalist(Journalist("Dana Whitlock-Hale"))
    services.contacts.merge_journalists(dana, short)
    services.contacts.merge_journalists(third, dana)
    with pytest.raises(NotFound, match="merged into Dana Whitlock-Hale"):
        services.contacts.save_journalist(replace(SHORT, id=short))


def test_what_merging_does_is_said_before_it_is_done():
    kept = replace(DANA, id=1, outlet_id=1)
    gone = replace(SHORT, id=2, outlet_id=2, enquiries=12)
    assert what_merging_does(kept, gone) == (
        "12 enquiries of D. Whitlock will go to Dana Whitlock; "
        "01632 960013 is kept as the other number; dana@echo.example is kept as the email; "
        "the rest is kept in the notes. This cannot be undone."
    )
    assert what_merging_outlets_does(Outlet("Echo"), Outlet("The Echo", journalists=1)) == (
        "No enquiries and 1 journalist of The Echo will go to Echo, "
        "and The Echo leaves the contacts. This cannot be undone."
    )


def test_merging_outlets_moves_people_and_enquiries_and_keeps_what_is_known(services):
    echo = services.contacts.save_outlet(Outlet("Tees Valley Echo", notes="Weekly"))
    twin = services.contacts.save_outlet(Outlet("The Echo", OutletKind.REGIONAL, "Press at 6"))
    enquiry = log(services, "Dana Whitlock", "The Echo")
    services.contacts.merge_outlets(echo, twin)
    kept = services.contacts.outlet(echo)
    assert (kept.kind, kept.notes) == (OutletKind.REGIONAL, "Weekly\nPress at 6")
    assert (kept.journalists, kept.enquiries) == (1, 1)
    assert found(services, "tees valley") == [enquiry]
    with pytest.raises(NotFound):
        services.contacts.outlet(twin)
    with pytest.raises(NotFound):
        services.contacts.merge_outlets(echo, twin)


def test_an_outlet_name_is_given_once(services):
    services.contacts.save_outlet(Outlet("Tees Valley Echo"))
    with pytest.raises(Refused, match="already") as caught:
        services.contacts.save_outlet(Outlet("tees  valley ECHO"))
    assert caught.value.field == "name"


def test_the_journalists_of_an_outlet_are_listed(services, dana, short):
    echo = services.contacts.journalist(dana).outlet_id
    assert [p.name for p in services.contacts.journalists(outlet_id=echo)] == ["Dana Whitlock"]


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no enquiries"), (1, "1 enquiry"), (1204, "1,204 enquiries")]
)
def test_counts_agree_with_their_word(number, words):
    assert counted(number, "enquiry") == words
