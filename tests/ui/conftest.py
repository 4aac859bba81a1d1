"""Windows without a screen, dressed in the daylight theme."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtWidgets import QApplication

from pressdesk.ui import theme


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Dress the application before the first widget of a test."""
    assert isinstance(qapp, QApplication)
    if qapp.property("pressdesk_theme") is None or theme.current().name != "light":
        theme.apply(qapp, "light")
    return qapp
