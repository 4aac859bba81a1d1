"""The invented releases are ones that the program itself could have taken in."""

from tests.benchmarks.generate import SEED
from tests.benchmarks.invented import Language
from tests.benchmarks.library import fill
from tests.benchmarks.suggesting import typed_questions


def test_releases_are_read_in_parts_linked_and_found(services):
    fill(services.context, 12)
    assert len(services.releases.listed()) == 12
    assert len(services.releases.show(1).parts.notes) == 3
    assert services.releases.bearing_on(services.releases.show(5).parts.headline)[0].id == 5
    assert services.journal.check().findings == ()


def test_the_same_questions_are_typed_each_time():
    assert typed_questions() == typed_questions()
    assert set(typed_questions()[0].casefold().split()) <= set(Language(SEED).words.entries)
