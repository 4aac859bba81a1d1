"""The rota page in a window with its menus, so that its keys are those of the program."""

from datetime import UTC, datetime

import pytest

from pressdesk.domain.rota import Shift
from pressdesk.ui.rota.page import RotaPage


def utc(words):
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def shift(person, start, end):
    return Shift(None, person, utc(start), utc(end), "07836 217729")


@pytest.fixture
def page(framed, services, tools):
    return framed(RotaPage(services, tools), 1090, 610)
