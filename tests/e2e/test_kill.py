"""Nothing that was said to be kept is lost when the process is killed."""

import pytest

from tests.e2e.kill import kill_while_saving, kill_while_typing, start_office

pytestmark = pytest.mark.slow
TIMES = range(3)


@pytest.fixture
def office_file(tmp_path):
    path = tmp_path / "office.pressdesk"
    start_office(path)
    return path


@pytest.mark.parametrize("mode", ["draft", "window"])
def test_what_was_typed_is_back_after_a_kill(office_file, mode):
    for seed in TIMES:
        kill_while_typing(office_file, mode, seed)


def test_no_logged_enquiry_is_lost_to_a_kill(office_file):
    for seed in TIMES:
        kill_while_saving(office_file, seed)
