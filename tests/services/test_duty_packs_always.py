"""Whatever 200 things were done in the office and at home: nothing is lost, nothing is doubled."""

import itertools
import os
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pressdesk.bootstrap import open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.contacts import Outlet
from pressdesk.domain.duty_packs import Take
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Status, Terms
from pressdesk.domain.rota import Shift
from pressdesk.errors import PressDeskError
from pressdesk.storage import duty_packs
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import AnswerRow, EnquiryRow, NoteRow
from pressdesk.storage.tables.journal import JournalRow
from tests.conftest import INSPECTORATE, MONDAY_14_06
from tests.services.at_home import correct, merge, taken_home

_names = itertools.count()
PEOPLE = ("Ruth Amery", "Dana Whitlock", "Ola Berg")
OUTLETS = ("Humber Daily", "Tees Valley Echo", "")


def log(office, pick, words):
    office.enquiries.log(
        EnquiryForm(
            MONDAY_14_06,
            journalist=PEOPLE[pick % 3],
            outlet=OUTLETS[pick % 2],
            questions=(words, f"{words}?"),
            topics=("new topic",) if pick % 2 else (),
            release_ids=(1,) if pick % 3 else (),
        )
    )


def answer(office, enquiry, words):
    given_now = (Terms.ON_THE_RECORD, "Sam Okafor", MONDAY_14_06, Channel.PHONE, "M. Reyes")
    office.answering.answer(enquiry, Answer(words, *given_now))


def edit_outlet(office, pick, words):
    every = office.contacts.outlets()
    office.contacts.save_outlet(replace(every[pick % len(every)], notes=words))


ACTS = {
    "log": lambda office, _one, pick, words: log(office, pick, words),
    "note": lambda office, one, _pick, words: office.answering.note(one, words),
    "answer": lambda office, one, _pick, words: answer(office, one, words),
    "subject": lambda office, one, _pick, words: correct(office, one, subject=words),
    "deadline": lambda office, one, pick, _words: correct(
        office, one, deadline_words=f"{pick + 1}pm", deadline_at=None
    ),
    "questions": lambda office, one, pick, words: correct(
        office, one, questions=(words, "Why?", "When?")[: 1 + pick % 3], topics=("stop and search",)
    ),
    "assign": lambda office, one, pick, _words: office.answering.assign(
        one, ("Sam Okafor", "Priya Nair", "")[pick % 3]
    ),
    "move": lambda office, one, pick, _words: office.answering.move(
        one, (Status.IN_PROGRESS, Status.AWAITING_CLEARANCE)[pick % 2]
    ),
    "close": lambda office, one, _pick, words: office.answering.close(one, "Declined", words),
    "link": lambda office, one, pick, _words: office.answering.link(one, 1 + pick % 2),
    "unlink": lambda office, one, pick, _words: office.answering.unlink(one, 1 + pick % 2),
    "release": lambda office, _one, pick, _words: office.releases.add_text(
        f"Vans number {pick}\n\nThey drive."
    ),
    "outlet": lambda office, _one, pick, _words: office.contacts.save_outlet(
        Outlet(f"The Daily {pick % 4}")
    ),
    "outlet's notes": lambda office, _one, pick, words: edit_outlet(office, pick, words),
    "shift": lambda office, _one, pick, words: office.rota.save(
        Shift(None, words, MONDAY_14_06, MONDAY_14_06.replace(hour=15 + pick % 8), "")
    ),
    "unshift": lambda office, _one, pick, _words: office.rota.remove(1 + pick % 3),
}


def some_of(chance, count):
    """Return things to do: whether at home, what, and with which of the things there are."""
    acts = list(ACTS)
    return [
        (chance.random() < 0.5, chance.choice(acts), chance.randrange(10)) for _ in range(count)
    ]


def do(office, act, pick, words):
    """Do one thing, as far as the rules of the office let it be done."""
    with office.context.database.reading() as session:
        enquiries = [row.id for row in session.query(EnquiryRow).order_by(EnquiryRow.id)]
    # Closed already, no such shift, one like this already.
    with suppress(PressDeskError):
        ACTS[act](office, enquiries[pick % len(enquiries)], pick, words)


def started():
    clock = FixedClock(MONDAY_14_06)
    office = open_services(f":memory:pack-{os.getpid()}-{next(_names)}", clock, "Priya Nair")
    office.office.start(INSPECTORATE)
    for number in range(2):
        office.releases.add_text(f"Boats number {number}\n\nThey sail.")
        log(office, number, f"from before {number}")
        do(office, "shift", number, f"before {number}")
    return office


def words_of(office, *columns):
    with office.context.database.reading() as session:
        return Counter(words for column in columns for (words,) in session.query(column))


def journal(office):
    with office.context.database.reading() as session:
        return "\n".join(changes for (changes,) in session.query(JournalRow.changes))


def entries(office):
    with office.context.database.reading() as session:
        return duty_packs.entries(session)


def people(office):
    with office.context.database.reading() as session:
        return Counter(session.query(JournalistRow.key, JournalistRow.outlet_id).all())


# By a seed, without shrinking: each example takes seconds, and is the same again by its seed.
@settings(
    max_examples=2,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(st.integers(0, 2**32))
def test_two_hundred_changes_on_both_sides_merge_with_nothing_lost_or_doubled(seed):
    office, chance = started(), Random(seed)
    with taken_home(office) as home:
        for number, (at_home, act, pick) in enumerate(some_of(chance, 200)):
            do(home if at_home else office, act, pick, f"words {number:03d} said")
        kept = (NoteRow.words, AnswerRow.words, EnquiryRow.reference)
        wanted = {words for side in (home, office) for words in words_of(side, *kept)}
        typed_at_home = {
            words
            for words in (f"words {number:03d} said" for number in range(200))
            if words in journal(home)
        }
        before = entries(office)
        if merge(office, home).clashes:
            assert entries(office) == before, "nothing is changed before a person chose"
        merged = merge(office, home, lambda _clash: chance.choice(list(Take)))
        after = entries(office)
        again = merge(office, home)
    assert words_of(office, *kept) == Counter(dict.fromkeys(wanted, 1))
    assert {words for words in typed_at_home if words not in journal(office)} == set()
    assert max(people(office).values()) == max(words_of(office, OutletRow.key).values()) == 1
    assert office.journal.check().findings == ()
    assert (again.new, again.changed, again.clashes, entries(office)) == (0, 0, (), after)
    assert merged.clashes == ()
    office.close()
