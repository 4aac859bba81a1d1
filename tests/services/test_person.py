"""Everything about one person: each part of the office's file, by identity and by words."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from pressdesk.bootstrap import Services
from pressdesk.clock import FixedClock
from pressdesk.domain.contacts import Journalist
from pressdesk.domain.embargo import Holder
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.person import How, Where, of_each
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.errors import NotFound, Refused
from pressdesk.export.sheet import Watch
from pressdesk.export.writing import Format
from pressdesk.services.clearance import Said
from pressdesk.services.person import Everything
from pressdesk.storage.tables.exports import ExportRow

RELEASE = "EMBARGOED until 00:01 on 24 November 2026\n\nNew boats\n\nRuth Amery saw them.\n"


@pytest.fixture
def ruth(services: Services) -> int:
    person = Journalist(
        "Ruth Amery", "Humber Daily", number="01632 960012", email="ruth@humber.example"
    )
    return services.contacts.save_journalist(person)


@pytest.fixture
def office(services: Services, clock: FixedClock, ruth: int, tmp_path: Path) -> Services:
    """One enquiry of hers, one that speaks of her, one that has nothing to do with her."""
    own = EnquiryForm(clock.now(), ruth, "Ruth Amery", "Humber Daily", questions=("Why so late?",))
    other = EnquiryForm(
        clock.now() - timedelta(days=1),
        journalist="Tom Price",
        questions=("Did you ring Amery, Ruth on +44 1632 960 012?",),
        notes="Friend of Ruth Amery.",
    )
    hers, his = (services.enquiries.log(form).id for form in (own, other))
    services.enquiries.log(EnquiryForm(clock.now(), journalist="Ada Cole", subject="Amery Road"))
    services.enquiries.log(EnquiryForm(clock.now(), journalist="Bo Dunn", subject="Custody"))
    services.answering.note(hers, "Rather cross.")
    given = Answer("Six.", Terms.ON_THE_RECORD, "Priya Nair", clock.now(), Channel.PHONE)
    services.answering.answer(hers, given)
    services.promises.make(his, "Tell Ruth Amery by 5pm")
    services.clearances.ask(his, "Ruth Amery is right.", "Statement")
    step = services.clearances.live(his)
    assert step is not None
    services.clearances.clear(step.steps[0].id, Said("Dr Amin", words="Ruth Amery agrees"))
    (tmp_path / "letter.txt").write_text("Dear Ms Amery")
    services.files.attach(hers, tmp_path / "letter.txt")
    services.drafts.keep("enquiry:new:1", '{"notes": "Ring ruth@humber.example"}')
    services.saved_filters.keep(SavedFilter("Cross calls", text="ruth amery"))
    boats = services.releases.add_text(RELEASE)
    gone = services.embargoes.add_holder(boats.id, Holder("Ruth Amery", "Humber Daily"))
    services.embargoes.remove_holder(gone, "By mistake")
    services.embargoes.add_holder(boats.id, Holder("Ruth Amery", "Humber Daily"))
    return services


@pytest.fixture
def found(office: Services) -> Everything:
    return office.people.look(office.people.sought("ruth amery"))


EXPECTED = (
    (Where.JOURNALISTS, How.IDENTITY, "01632 960012"),
    (Where.ENQUIRIES, How.IDENTITY, "Why so late?"),
    (Where.ENQUIRIES, How.PERHAPS, "Amery Road"),
    (Where.QUESTIONS, How.IDENTITY, "Why so late?"),
    (Where.QUESTIONS, How.WORDS, "Did you ring Amery, Ruth"),
    (Where.NOTES, How.IDENTITY, "Rather cross."),
    (Where.NOTES, How.WORDS, "Friend of Ruth Amery."),
    (Where.ANSWERS, How.IDENTITY, "Six."),
    (Where.PROMISES, How.WORDS, "Tell Ruth Amery"),
    (Where.CLEARANCE, How.WORDS, "Ruth Amery is right."),
    (Where.CLEARANCE, How.WORDS, "Ruth Amery agrees"),
    (Where.ATTACHMENTS, How.IDENTITY, "letter.txt"),
    (Where.DRAFTS, How.WORDS, "ruth@humber.example"),
    (Where.EMBARGOES, How.WORDS, "Ruth Amery · Humber Daily"),
    (Where.RELEASES, How.WORDS, "New boats"),
    (Where.FILTERS, How.WORDS, "ruth amery"),
    (Where.AUDIT, How.IDENTITY, "name: Ruth Amery"),
    (Where.AUDIT, How.WORDS, "Friend of Ruth Amery."),
    (Where.SEARCH, How.WORDS, "The words of 3 enquiries"),
)


def test_each_part_of_the_file_is_looked_through(found: Everything) -> None:
    places = of_each(found.places)
    missing = [
        (where, how, part)
        for where, how, part in EXPECTED
        if not any(one.how is how and part in one.words for one in places.get(where, ()))
    ]
    assert missing == []


def test_nothing_of_others_is_told(found: Everything) -> None:
    words = " ".join(place.words for place in found.places)
    assert "Custody" not in words
    assert found.total == 1
    assert not found.cut


def test_a_copy_that_was_taken_back_still_stands_in_the_audit_trail(found: Everything) -> None:
    audit = of_each(found.places)[Where.AUDIT]
    assert any("removed by" in place.field and "Ruth Amery" in place.words for place in audit)


def test_a_name_a_number_or_an_address_leads_to_the_person(services: Services, ruth: int) -> None:
    for typed in ("Ruth Amery", "01632960012", "RUTH@humber.example", "amery"):
        sought = services.people.sought(typed)
        assert sought.journalists == (ruth,)
        assert sought.emails[-1] == "ruth@humber.example"


def test_a_duplicate_that_was_merged_away_is_the_person_too(services: Services, ruth: int) -> None:
    other = services.contacts.save_journalist(Journalist("R. Amery-Cole", number="07700 900123"))
    services.contacts.merge_journalists(ruth, other)
    sought = services.people.journalist(ruth)
    assert set(sought.journalists) == {ruth, other}
    assert sought.names == ("Ruth Amery", "R. Amery-Cole")


def test_one_of_several_has_to_be_named(services: Services, ruth: int) -> None:
    second = services.contacts.save_journalist(Journalist("Ruth Amery", "Radio North"))
    with pytest.raises(Refused, match=f"{second} Ruth Amery, Radio North"):
        services.people.sought("Ruth Amery")
    with pytest.raises(NotFound):
        services.people.journalist(99)


def test_somebody_who_is_no_contact_is_found_by_words_alone(office: Services) -> None:
    found = office.people.look(office.people.sought("Dr Amin"))
    assert {place.how for place in found.places} == {How.WORDS}
    assert Where.CLEARANCE in of_each(found.places)


@pytest.mark.parametrize("kind", [Format.CSV, Format.JSON, Format.PDF])
def test_a_file_holds_what_is_on_screen_and_is_recorded(
    office: Services, tmp_path: Path, kind: Format
) -> None:
    target = tmp_path / f"ruth.{kind}"
    sought = office.people.sought("Ruth Amery")
    on_screen = len(office.people.look(sought).places)  # before this export is one more place
    count = office.people.write(sought, kind, target)
    assert count == on_screen
    assert _rows(target, kind) == count
    with office.context.database.reading() as session:
        kept = session.scalars(select(ExportRow)).one()
    assert kept.filters == "Everything about one person: Ruth Amery"
    assert (kept.made_by, kept.rows) == ("Priya Nair", count)


def _rows(path: Path, kind: Format) -> int:
    if kind is Format.PDF:
        words = " ".join(page.extract_text() for page in PdfReader(path).pages)
        assert "Not looked through" in words
        return int(words.split("Rows")[-1].split()[0])
    if kind is Format.JSON:
        return len(path.read_text("utf-8").splitlines()) - 1
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file)).index([]) - 1


def test_a_cancelled_file_leaves_nothing(office: Services, tmp_path: Path) -> None:
    target = tmp_path / "ruth.csv"
    sought = office.people.sought("Ruth Amery")
    with pytest.raises(Refused, match="cancelled"):
        office.people.write(sought, Format.CSV, target, Watch(cancelled=lambda: True))
    assert not target.exists()
