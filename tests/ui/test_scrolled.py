"""A column that keeps in sight what has the focus."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from pressdesk.ui.kit import Scrolled


@pytest.fixture
def column(qtbot):
    """A column of 300 pixels in sight with a line above, and one at its foot that has the focus."""
    content = QWidget()
    rows = QVBoxLayout(content)
    above, line = QLabel("Above"), QLineEdit()
    above.setFixedHeight(250)
    rows.addWidget(above)
    rows.addWidget(line)
    rows.addStretch(1)
    shown = Scrolled(content)
    qtbot.addWidget(shown)
    shown.resize(200, 330)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    line.setFocus()
    return shown


@pytest.fixture
def grow(column, qtbot):
    """Have what stands above the line be so high."""

    def to(height):
        column.findChild(QLabel).setFixedHeight(height)
        qtbot.waitUntil(lambda: column.widget().height() > height)
        QApplication.processEvents()

    return to


def whole(line):
    return line.visibleRegion().boundingRect().height() == line.height()


def test_it_stays_in_sight_when_the_column_above_it_grows(column, grow):
    grow(900)
    assert whole(column.findChild(QLineEdit))


def test_a_person_who_looks_elsewhere_stays_there(column, grow):
    grow(900)
    column.verticalScrollBar().setValue(0)
    grow(1200)
    assert column.verticalScrollBar().value() == 0
