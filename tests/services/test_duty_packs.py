"""A duty pack: sealed, worked on at home, merged back; clashes are chosen by a person."""

from dataclasses import replace

import pytest

from pressdesk.bootstrap import open_services
from pressdesk.domain.duty_packs import Take
from pressdesk.domain.enquiries import EnquiryForm, LogQuery, Status
from pressdesk.errors import BadFile, Refused, Unavailable
from pressdesk.storage import sealing
from pressdesk.storage.enquiry_lists import Page
from tests.conftest import INSPECTORATE, MONDAY_14_06
from tests.services.at_home import correct, merge, taken_home

WORDS = "four words to keep"
CALL = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("Why is it slow?",))


@pytest.fixture(autouse=True)
def _quick_key(monkeypatch):
    monkeypatch.setattr(sealing, "COST", 2**4)


@pytest.fixture
def enquiry(services):
    return services.enquiries.log(CALL).id


@pytest.fixture
def home(services, enquiry):
    with taken_home(services) as at_home:
        yield at_home


@pytest.fixture
def pack(services, enquiry, tmp_path):
    path = tmp_path / "tonight.pressdesk-duty"
    services.duty_packs.make(path, WORDS, "Sam Okafor")
    return path


def opened(pack, clock, passphrase=WORDS):
    return open_services(pack, clock, "Sam Okafor", passphrase)


def notes(services, enquiry):
    return [note.words for note in services.enquiries.show(enquiry).notes]


def test_a_pack_holds_the_open_enquiries_the_office_and_its_releases_and_nothing_closed(services):
    release = services.releases.add_text("Boats\n\nThey sail.")
    kept, closed = (services.enquiries.log(CALL).id for _ in range(2))
    services.answering.close(closed, "Declined")
    with taken_home(services) as home:
        assert home.enquiries.show(kept).questions == CALL.questions
        assert [row.id for row in home.desk.page(LogQuery(), Page(20))] == [kept]
        assert home.releases.listed("boats")[0].id == release.id
        assert home.office.facts().staff == services.office.facts().staff
        assert [one.name for one in home.contacts.journalists("amery")] == ["Ruth Amery"]
        assert home.journal.check().findings == ()
        assert home.enquiries.timeline(kept) == services.enquiries.timeline(kept)


def test_a_pack_says_whose_it_is_and_an_office_is_none(services, home):
    assert services.duty_packs.here() is None
    here = home.duty_packs.here()
    assert (here.number, here.person, here.office) == (1, "Sam Okafor", INSPECTORATE.office.name)


def test_what_is_logged_at_home_has_a_reference_that_the_office_never_gives_out(services, home):
    at_home = home.enquiries.log(CALL).reference
    in_office = services.enquiries.log(CALL).reference
    assert (at_home, in_office) == ("ENQ-2026-D1-001", "ENQ-2026-00002")
    merge(services, home)
    assert services.enquiries.find(at_home).questions == CALL.questions
    assert services.enquiries.log(CALL).reference == "ENQ-2026-00003"


def test_what_was_done_at_home_comes_back_once_under_whoever_did_it(services, home, enquiry):
    home.answering.note(enquiry, "Rang back at ten")
    home.enquiries.log(replace(CALL, journalist="Dana Whitlock"))
    first = merge(services, home)
    again = merge(services, home)
    assert notes(services, enquiry) == ["Rang back at ten"]
    assert first.new > 0
    assert (again.new, again.changed) == (0, 0)
    told = services.enquiries.timeline(enquiry)[-1]
    assert told.actor == "Sam Okafor, merged from duty pack 1"


def test_a_pack_that_is_gone_on_with_after_a_merge_brings_only_what_is_new(services, home):
    logged = home.enquiries.log(CALL)
    merge(services, home)
    home.answering.note(logged.id, "Later")
    assert merge(services, home).new == 1
    assert notes(services, services.enquiries.find(logged.reference).summary.id) == ["Later"]


@pytest.mark.parametrize(("take", "stands"), [(Take.OURS, "In town"), (Take.THEIRS, "At home")])
def test_a_field_changed_on_both_sides_is_chosen_and_neither_wording_is_lost(
    services, home, enquiry, take, stands
):
    correct(home, enquiry, subject="At home")
    correct(services, enquiry, subject="In town", email="ruth@daily.example")
    (clash,) = merge(services, home).clashes
    (differing,) = clash.fields
    assert (differing.label, differing.ours, differing.theirs) == ("subject", "In town", "At home")
    merge(services, home, lambda _clash: take)
    shown = services.enquiries.show(enquiry)
    assert (shown.summary.subject, shown.email) == (stands, "ruth@daily.example")
    told = "".join(entry.changes for entry in services.enquiries.timeline(enquiry))
    assert "In town" in told
    assert "At home" in told
    assert services.journal.check().findings == ()


def test_a_choice_holds_for_the_words_that_were_seen(services, home, enquiry):
    correct(home, enquiry, subject="At home")
    correct(services, enquiry, subject="In town")
    (seen,) = merge(services, home).clashes
    correct(services, enquiry, subject="In town, again")
    choices = {seen: Take.THEIRS}
    (asked,) = services.duty_packs.merge_from(home.context.database, choices).clashes
    assert asked.fields[0].ours == "In town, again"


def test_a_status_and_its_outcome_are_chosen_together(services, home, enquiry):
    home.answering.move(enquiry, Status.AWAITING_CLEARANCE)
    services.answering.close(enquiry, "Declined", "They rang off")
    merge(services, home, lambda _clash: Take.THEIRS)
    shown = services.enquiries.show(enquiry)
    assert shown.summary.status is Status.AWAITING_CLEARANCE
    assert (shown.outcome_note, shown.closed_at) == ("", None)


def test_the_same_journalist_outlet_and_topic_of_both_sides_are_one(services, home):
    call = replace(CALL, journalist="Dana Whitlock", outlet="Echo", topics=("vans",))
    services.enquiries.log(call)
    logged = home.enquiries.log(call)
    assert merge(services, home).clashes == ()
    assert len(services.contacts.journalists("whitlock")) == 1
    assert len(services.contacts.outlets("echo")) == 1
    assert services.enquiries.find(logged.reference).topics == ("vans",)


def test_words_for_what_the_office_removed_meanwhile_stay_in_the_journal(services, enquiry):
    correct(services, enquiry, questions=("Why is it slow?", "And when?"))
    with taken_home(services) as home:
        correct(home, enquiry, questions=("Why is it slow?", "And exactly when?"))
        correct(services, enquiry, questions=("Why is it slow?",))
        merged = merge(services, home, lambda _clash: Take.OURS)
    assert services.enquiries.show(enquiry).questions == ("Why is it slow?",)
    assert len(merged.set_aside) == 1
    assert "exactly when" in "".join(one.changes for one in services.enquiries.timeline(enquiry))
    assert services.enquiries.story(enquiry)
    assert services.journal.check().findings == ()


def test_an_id_given_anew_in_the_office_is_not_taken_for_the_row_of_the_pack(services, enquiry):
    correct(services, enquiry, questions=("Why is it slow?", "And when?"))
    with taken_home(services) as home:
        correct(home, enquiry, questions=("Why is it slow?", "At home?"))
        correct(services, enquiry, questions=("Why is it slow?",))
        other = services.enquiries.log(replace(CALL, questions=("Another matter?",))).id
        merge(services, home, lambda _clash: Take.THEIRS)
    assert services.enquiries.show(other).questions == ("Another matter?",)
    assert services.enquiries.show(enquiry).questions == ("Why is it slow?", "At home?")


def test_what_was_merged_is_found_by_its_words(services, home):
    logged = home.enquiries.log(replace(CALL, questions=("Is the lifeboat late?",)))
    merge(services, home)
    found = services.search.find("lifeboat").groups[0].hits
    assert [hit.title for hit in found] == ["Is the lifeboat late?"]
    assert services.enquiries.find(logged.reference)


def test_files_go_along_and_come_back_and_lie_nowhere_in_plain(
    services, pack, clock, enquiry, tmp_path
):
    (tmp_path / "photo.txt").write_bytes(b"seen at night")
    home = opened(pack, clock)
    home.files.attach(enquiry, tmp_path / "photo.txt")
    home.close()
    (tmp_path / "photo.txt").unlink()
    assert not any(b"seen at night" in one.read_bytes() for one in tmp_path.iterdir())
    services.duty_packs.merge(pack, WORDS)
    (file,) = services.enquiries.show(enquiry).files
    assert services.files.content(file) == b"seen at night"


def test_a_pack_keeps_what_was_saved_and_shows_nothing_of_it_on_the_disk(pack, clock, enquiry):
    home = opened(pack, clock)
    home.answering.note(enquiry, "Rang back at ten")
    home.close()
    assert b"Rang back" not in pack.read_bytes()
    assert b"Ruth Amery" not in pack.read_bytes()
    assert [one.name for one in pack.parent.iterdir()] == [pack.name]
    again = opened(pack, clock)
    assert notes(again, enquiry) == ["Rang back at ten"]
    again.close()


def test_a_pack_is_open_in_one_window_at_a_time(pack, clock):
    home = opened(pack, clock)
    with pytest.raises(Unavailable, match="another PressDesk"):
        opened(pack, clock)
    home.close()
    opened(pack, clock).close()


def _cut(whole: bytes) -> bytes:
    return whole[:-20]


def _altered(whole: bytes) -> bytes:
    return whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:]


def _altered_head(whole: bytes) -> bytes:
    return whole[:50] + bytes([whole[50] ^ 1]) + whole[51:]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_cut, "was cut"),
        (_altered, "was altered or damaged"),
        (_altered_head, "was altered or damaged"),
        (lambda whole: whole[:40], "not a duty pack"),
        (lambda _whole: b"Dear Sir", "not a duty pack"),
    ],
)
def test_a_spoilt_pack_is_refused_in_words_and_changes_nothing(services, pack, spoil, said):
    pack.write_bytes(spoil(pack.read_bytes()))
    before = services.journal.check().entries
    with pytest.raises(BadFile, match=said):
        services.duty_packs.merge(pack, WORDS)
    assert services.journal.check().entries == before


def test_a_wrong_passphrase_opens_and_merges_nothing(services, pack, clock):
    with pytest.raises(Refused, match="does not open tonight"):
        services.duty_packs.merge(pack, "four other words")
    with pytest.raises(Refused, match="Type its passphrase"):
        opened(pack, clock, "")
    opened(pack, clock).close()


@pytest.mark.parametrize(
    ("passphrase", "person", "field"),
    [("short", "Sam Okafor", "passphrase"), (WORDS, "  ", "person")],
)
def test_a_pack_needs_a_long_passphrase_and_somebody(services, tmp_path, passphrase, person, field):
    with pytest.raises(Refused) as refused:
        services.duty_packs.make(tmp_path / "p.pressdesk-duty", passphrase, person)
    assert refused.value.field == field
    assert list(tmp_path.iterdir()) == []


def test_another_offices_pack_is_not_merged(home, clock):
    other = open_services(":memory:another-office", clock, "Priya Nair")
    other.office.start(INSPECTORATE)
    with pytest.raises(Refused, match="another office"):
        merge(other, home)
    other.close()


def test_a_pack_neither_makes_nor_merges_packs(home, tmp_path):
    with pytest.raises(Refused, match="duty pack itself"):
        home.duty_packs.make(tmp_path / "p.pressdesk-duty", WORDS, "Sam Okafor")
    with pytest.raises(Refused, match="duty pack itself"):
        home.duty_packs.merge(tmp_path / "p.pressdesk-duty", WORDS)
