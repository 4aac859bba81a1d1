"""The weekly report writes itself once, into the folder that was chosen."""

from datetime import UTC, datetime, timedelta

import pytest

from pressdesk.bootstrap import services_on
from pressdesk.errors import Refused, Unavailable
from pressdesk.settings import Settings

FRIDAY_16_00 = datetime(2026, 11, 27, 16, tzinfo=UTC)
EVERY_FRIDAY = {"formats": "json,xlsx", "day": 4, "time": "16:00"}


@pytest.fixture
def chosen(services, tmp_path):
    return services.weekly.choose(Settings(), folder=str(tmp_path), **EVERY_FRIDAY)


@pytest.fixture
def write(services, chosen):
    """Write what is due; say the names of the files."""

    def names(of=services):
        return [path.name for path in of.weekly.write_due(of.weekly.chosen(chosen))]

    return names


def test_it_is_written_when_due_and_never_twice(write, clock, tmp_path):
    clock.instant = FRIDAY_16_00 - timedelta(seconds=1)
    assert write() == []
    clock.instant = FRIDAY_16_00
    assert write() == ["report-2026-W48.json", "report-2026-W48.xlsx"]
    (tmp_path / "report-2026-W48.json").unlink()  # filed elsewhere
    clock.instant += timedelta(days=3)
    assert write() == []
    clock.instant = FRIDAY_16_00 + timedelta(days=7)
    assert write() == ["report-2026-W49.json", "report-2026-W49.xlsx"]


def test_another_person_with_the_same_office_does_not_write_it_again(write, services, clock):
    clock.instant = FRIDAY_16_00
    colleague = services_on(services.context.database, clock, "Sam Okafor")
    assert len(write()) == 2
    assert write(colleague) == []


def test_a_folder_that_went_away_is_said_and_tried_again(write, clock, tmp_path):
    clock.instant = FRIDAY_16_00
    away = tmp_path.with_name("away")
    tmp_path.rename(away)
    with pytest.raises(Unavailable, match="there is no such folder"):
        write()
    away.rename(tmp_path)
    assert len(write()) == 2


def test_it_belongs_to_the_office_it_was_chosen_for(chosen, services):
    assert services.weekly.chosen(chosen) is not None
    elsewhere = Settings(**{**vars(chosen), "weekly_office": "/another/office.pressdesk"})
    assert services.weekly.chosen(elsewhere) is None


@pytest.mark.parametrize("nonsense", [{"weekly_time": "noon"}, {"weekly_since": "lately"}])
def test_nonsense_in_the_file_of_choices_switches_it_off(chosen, services, nonsense):
    assert services.weekly.chosen(Settings(**{**vars(chosen), **nonsense})) is None


def test_a_folder_that_is_not_there_is_refused_at_its_field(services):
    with pytest.raises(Refused, match="no such folder") as refused:
        services.weekly.choose(Settings(), folder="/no/such/folder", **EVERY_FRIDAY)
    assert refused.value.field == "folder"
