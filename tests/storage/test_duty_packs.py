"""What a merge must know of the tables, so that a new one cannot slip through it unseen."""

import pytest

from pressdesk.storage import duty_packs
from pressdesk.storage.duty_pack_clashes import TOGETHER
from pressdesk.storage.duty_pack_lives import refers_to
from pressdesk.storage.journal import told_columns


@pytest.mark.parametrize("kind", sorted(duty_packs.kinds()))
def test_every_field_that_names_another_thing_is_known_to_name_it(kind):
    mapper = duty_packs.kinds()[kind]
    names = [name for name in told_columns(mapper) if name.endswith("_id")]
    assert [name for name in names if not refers_to(mapper, name)] == []


@pytest.mark.parametrize("kind", sorted(TOGETHER.keys() & duty_packs.kinds().keys()))
def test_a_field_belongs_to_one_group_of_its_table(kind):
    named = [name for group in TOGETHER[kind] for name in group]
    assert len(named) == len(set(named))
