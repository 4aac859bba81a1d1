"""The main job, by keys alone, on the inspectorate's real release."""

from pathlib import Path

from tests.e2e.journey import Journey
from tests.e2e.test_main_job import walk


def test_an_afternoon_with_the_real_release(
    journey: Journey, real_releases: Path, tmp_path: Path
) -> None:
    (release,) = real_releases.glob("000_*.txt")
    journey.start_office()
    journey.paste_release(release.read_text("utf-8"))
    walk(journey, "When will inspectors go back to Humberside?", tmp_path / "log.csv")
