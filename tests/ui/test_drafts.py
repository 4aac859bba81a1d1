"""The keeper of drafts: one write at a time, the latest state last."""

from typing import Any

import pytest

from pressdesk.bootstrap import open_services
from pressdesk.ui.drafts import DraftKeeper

KEY = "note:7"


@pytest.fixture
def keep(services, tools, qapp):
    """A keeper of the draft of a note."""
    keeper = DraftKeeper(services.drafts, tools, KEY, qapp)
    yield keeper
    keeper.deleteLater()


def kept(services):
    return [draft.content for draft in services.drafts.waiting(KEY)]


def test_what_is_typed_during_a_write_goes_with_the_next_one(keep, services, tools):
    told: list[Any] = []
    keep.kept.connect(told.append)
    for content in ("a", "ab", "abc"):
        keep.keep(content)
    tools.runner.wait_idle()
    assert kept(services) == ["abc"]
    assert told == [tools.clock.now()]


def test_an_empty_content_throws_the_draft_away(keep, services, tools):
    keep.keep("a")
    tools.runner.wait_idle()
    keep.keep("")
    tools.runner.wait_idle()
    assert kept(services) == []


def test_a_keeper_that_is_held_writes_nothing_until_it_goes_on(keep, services, tools):
    keep.hold()
    keep.keep("a")
    keep.flush()
    tools.runner.wait_idle()
    assert kept(services) == []
    keep.go_on()
    tools.runner.wait_idle()
    assert kept(services) == ["a"]


@pytest.mark.parametrize("typed", [("a", "ab"), ("a", "ab", "a"), ("a", "")])
def test_the_last_letters_are_written_also_when_the_keeper_goes(keep, services, tools, typed):
    for content in typed:
        keep.keep(content)
    keep.flush()
    tools.runner.close()
    assert kept(services) == [content for content in typed[-1:] if content]


def test_a_full_disk_is_said_and_the_next_change_tries_again(tmp_path, clock, tools, qapp):
    services = open_services(tmp_path / "office.db", clock, "Priya Nair")
    engine = services.context.database.engine
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    keeper = DraftKeeper(services.drafts, tools, KEY, qapp)
    problems: list[Any] = []
    keeper.failed.connect(problems.append)
    keeper.keep("x" * 1_000_000)
    tools.runner.wait_idle()
    assert len(problems) == 1
    assert keeper.problem == problems[0]
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    keeper.keep("y" * 1_000_000)
    tools.runner.wait_idle()
    assert keeper.problem == ""
    assert len(kept(services)) == 1
    services.close()
    keeper.deleteLater()
