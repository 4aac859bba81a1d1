"""These tests need the collection of real documents, which stands beside the project."""

from pathlib import Path

import pytest

from tests.e2e.conftest import journey

__all__ = ["journey"]  # the fixture, borrowed

DATA = Path(__file__).parents[2].parent / "shared" / "data"

collect_ignore_glob = [] if DATA.is_dir() else ["test_*.py"]


@pytest.fixture(scope="session")
def real_releases():
    return DATA / "releases"
