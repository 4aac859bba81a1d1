"""The settings page in a window with its menus; the person's own file stands in a fresh folder."""

import pytest

from pressdesk import paths
from pressdesk.ui.settings.page import SettingsPage


@pytest.fixture
def own_file(tmp_path, monkeypatch):
    file = tmp_path / "settings.toml"
    monkeypatch.setattr(paths, "settings_file", lambda: file)
    return file


@pytest.fixture
def page(framed, services, tools, own_file):
    return framed(SettingsPage(services, tools), 1090, 640)
