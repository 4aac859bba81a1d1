"""Draw every widget of the kit into a picture, to be looked at.

python tests/ui/gallery.py PICTURE.png [light|dark] [SCALE]
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from pressdesk.ui import kit, theme
from pressdesk.ui.kit import ChipLook, HeadingLook, Kind, Look, RowLook

MAIN, OUT = ChipLook("Main line", "accent"), ChipLook("Out of hours", "out_of_hours")
ROWS: list[RowLook | HeadingLook] = [
    HeadingLook("Overdue"),
    RowLook(
        "−25 min",
        "Stop and search figures for Cleveland",
        "ENQ-2026-0418 · Dana Whitlock, Tees Valley Echo",
        (MAIN, ChipLook("In progress")),
        "Priya Nair",
        "overdue",
        first=True,
        last=True,
    ),
    HeadingLook("Due today"),
    RowLook(
        "42 min",
        "Why is Humberside's child protection progress slow, and what will the inspectors do about it?",
        "ENQ-2026-0421 · Ruth Amery, Humber Daily · for the 6 pm bulletin",
        (MAIN, ChipLook("Awaiting clearance", "warning")),
        "Priya Nair",
        "due_soon",
        first=True,
    ),
    RowLook(
        "2 h 10 min",
        "عدد القوات التي تم تفتيشها",
        "ENQ-2026-0419 · Lena Fox, The Policing Review",
        (OUT, ChipLook("Held to 8:30", "held")),
        "",
        last=True,
    ),
]


def rows(fixed_height: int) -> QListView:
    view, model = QListView(), QStandardItemModel()
    for look in ROWS:
        item = QStandardItem(look.sentence())
        item.setData(look, kit.LOOK_ROLE)
        model.appendRow(item)
    view.setModel(model)
    model.setParent(view)
    kit.RowDelegate(view)
    view.setCurrentIndex(model.index(3, 0))
    view.setMinimumHeight(fixed_height)
    return view


def chips() -> QWidget:
    holder = QWidget()
    flow = kit.FlowLayout(holder)
    for role in (
        "neutral",
        "accent",
        "overdue",
        "due_soon",
        "open",
        "held",
        "warning",
        "cleared",
        "gap",
        "out_of_hours",
    ):
        flow.addWidget(kit.Chip(role.replace("_", " ").capitalize(), role))
    return holder


def cards() -> tuple[kit.Card, kit.Card, kit.Card]:
    plain_card, panel, office = kit.Card(), kit.Card(panel="out_of_hours"), kit.Card(panel="open")
    plain_card.set_chosen(True)
    plain_card.body.addWidget(
        kit.GrowingLabel(
            "Humberside Police committed to improving child protection, but progress slow in some areas",
            Look.STRONG,
        )
    )
    plain_card.body.addWidget(
        kit.GrowingLabel("Published 14 May 2018 · <b>7</b> notes to editors", Look.SECONDARY)
    )
    marked = kit.MarkedLabel()
    marked.set_marked("matches child protection · <i>inspectors</i>", [(8, 24), (30, 40)])
    plain_card.body.addWidget(marked)
    panel.body.addWidget(
        kit.GrowingLabel("Goes to the out-of-hours line, 07836 217729 · Sam Okafor", Look.STRONG)
    )
    panel.body.addWidget(
        kit.GrowingLabel(
            "Saturday 19:42 is outside Monday–Friday 08:30–17:00, and the deadline comes before the office next opens.",
            Look.SECONDARY,
        )
    )
    office.body.addWidget(kit.GrowingLabel("Office open", Look.STRONG))
    return plain_card, panel, office


def buttons() -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(kit.KeyButton("Log enquiry", Kind.PRIMARY, "Ctrl+N"))
    row.addWidget(kit.KeyButton("Save and answer now"))
    row.addWidget(kit.KeyButton("Link", Kind.QUIET))
    off = kit.KeyButton("Not now", Kind.PRIMARY)
    off.setEnabled(False)
    row.addWidget(off)
    row.addWidget(kit.Avatar("Priya Nair"))
    row.addWidget(kit.Avatar())
    row.addStretch()
    return row


def form() -> QVBoxLayout:
    column = QVBoxLayout()
    names = kit.Field(
        "&Journalist", QLineEdit("Ruth Amery"), "Humber Daily · regional · 6 earlier enquiries"
    )
    numbers = kit.Field("Call &back on", QLineEdit("01632"))
    numbers.set_problem("This number is too short. Add the missing digits.")
    question = kit.PlainEdit("What is asked?")
    question.setPlainText("Readers are asking when inspectors will go back to Humberside.")
    topics = kit.ChipEdit(["child protection", "Humberside"])
    topics.set_values(["child protection", "Humberside"])
    combo = QComboBox()
    combo.addItems(["Regional", "National"])
    pair = QHBoxLayout()
    for field in (names, numbers):
        pair.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    column.addLayout(pair)
    for name, widget in (
        ("Question", question),
        (
            "Came in by",
            kit.Segmented(
                "Came in by", [(w, w) for w in ("Phone", "Email", "In person", "Social")]
            ),
        ),
        ("Topics", topics),
        ("Outlet's kind", combo),
    ):
        column.addWidget(kit.Field(name, widget))
    box = QCheckBox("Urgent")
    box.setChecked(True)
    column.addWidget(box)
    return column


def gallery() -> QWidget:
    window = QWidget()
    window.setObjectName("page")
    strip = kit.MessageStrip(window)
    strip.show_message(
        "Someone else saved this first. Look at both and choose.", kit.Tone.WARNING, "Compare"
    )
    error = kit.MessageStrip(window)
    error.show_message("The disk is full. Make room, then save again.", kit.Tone.ERROR)
    header = kit.PageHeader("Desk", "7 open · 1 overdue · 2 due within the hour")
    header.add_action(kit.KeyButton("Export", key="Ctrl+E"))
    tabs = QTabBar()
    for name in ("Enquiry", "Response", "Releases 1"):
        tabs.addTab(name)
    left, right = QVBoxLayout(), QVBoxLayout()
    left.addWidget(header)
    left.addWidget(rows(theme.current().px(24)))
    left.addWidget(kit.SectionCaption("States"))
    left.addWidget(chips())
    left.addLayout(buttons())
    left.addWidget(
        kit.EmptyState(
            "log", "Nothing matches.", "Take a word out of the filter.", "Clear the filter"
        ),
        1,
    )
    right.addWidget(tabs)
    right.addWidget(
        kit.KeyValue(
            [
                kit.Fact("Journalist", "Ruth Amery · Humber Daily (regional)"),
                kit.Fact("Deadline", "15:29 today · 42 min left", "due_soon"),
                kit.Fact("Call back", ""),
            ]
        )
    )
    for card in cards():
        right.addWidget(card)
    right.addLayout(form())
    right.addStretch()
    column, both = QVBoxLayout(window), QHBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    both.setContentsMargins(20, 12, 20, 20)
    both.setSpacing(24)
    both.addLayout(left, 5)
    both.addLayout(right, 4)
    for widget in (strip, error):
        column.addWidget(widget)
    column.addLayout(both, 1)
    return window


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    name, scale = [*sys.argv[2:], "light"][0], float([*sys.argv[3:], "1"][0])
    theme.apply(app, name, scale)
    shown = gallery()
    shown.resize(round(1340 * scale), round(960 * scale))
    shown.show()
    app.processEvents()
    shown.grab().save(sys.argv[1])
