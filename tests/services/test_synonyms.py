"""The office's own synonyms are used with the shipped ones, kept in the journal, and can be told."""

import pytest

from pressdesk.domain.synonyms import Group
from pressdesk.errors import NotFound, Refused
from pressdesk.intake.synonyms import shipped_groups
from pressdesk.services.journal import Checked

SHIPPED = shipped_groups()[0]


def own(services):
    return [group for group in services.synonyms.listed() if not group.shipped]


def told(services, question):
    return [one.matched for one in services.releases.bearing_on(question)]


def test_a_group_of_the_office_s_own_finds_a_release_and_is_the_reason(services):
    services.releases.add_text("Wombles of Wimbledon\n\nThey tidy the common.")
    assert told(services, "Who are the furry litter pickers?") == []
    services.synonyms.add("furry litter pickers=wombles")
    assert told(services, "Who are the furry litter pickers?") == [
        ("furry litter pickers = wombles",)
    ]


def test_a_group_is_kept_tidily_and_comes_before_those_that_ship(services):
    assert services.synonyms.add("  bobby =  peeler = bobby") == Group("bobby = peeler")
    assert services.synonyms.listed()[0] == Group("bobby = peeler")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "lorry",
        "lorry = lorries",
        "= =",
        "a = one two three four five six seven",
        "=".join(f"word{n}" for n in range(21)),
    ],
)
def test_what_is_no_group_is_refused_at_its_field(services, line):
    with pytest.raises(Refused) as refused:
        services.synonyms.add(line)
    assert refused.value.field == "words"


def test_the_same_group_twice_is_refused(services):
    services.synonyms.add("bobby = peeler")
    with pytest.raises(Refused, match="there already"):
        services.synonyms.add("bobby = peeler")
    with pytest.raises(Refused, match="there already"):
        services.synonyms.add(SHIPPED)


def test_a_group_is_changed_switched_off_and_removed(services):
    services.synonyms.add("bobby = peeler")
    services.synonyms.change("bobby = peeler", "bobby = rozzer", active=False)
    assert own(services) == [Group("bobby = rozzer", active=False)]
    services.synonyms.remove("bobby = rozzer")
    assert own(services) == []
    with pytest.raises(NotFound):
        services.synonyms.remove("bobby = rozzer")


def test_a_shipped_group_is_switched_off_and_on_and_never_changed(services):
    services.releases.add_text("A fairer deal for hauliers\n\nHauliers pay.")
    assert told(services, "truck") == [("truck = haulier",)]
    (lorry,) = (line for line in shipped_groups() if line.startswith("lorry ="))
    (trucker,) = (line for line in shipped_groups() if line.startswith("trucker ="))
    services.synonyms.remove(lorry)
    services.synonyms.remove(trucker)
    assert told(services, "truck") == []
    services.synonyms.change(lorry, lorry, active=True)
    assert told(services, "truck") == [("truck = haulier",)]
    with pytest.raises(Refused, match="ships with PressDesk"):
        services.synonyms.change(lorry, "lorry = train")


def test_what_was_added_and_taken_away_stands_in_the_journal(services):
    before = services.journal.check().entries
    services.synonyms.add("bobby = rozzer")
    services.synonyms.remove("bobby = rozzer")
    assert services.journal.check() == Checked(before + 2, ())
