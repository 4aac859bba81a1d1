"""Both themes can be read, and everything grows with the text."""

import re

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from pressdesk.paths import resources
from pressdesk.ui import theme

STATES = (
    "neutral",
    "overdue",
    "due_soon",
    "open",
    "held",
    "warning",
    "cleared",
    "gap",
    "out_of_hours",
    "accent",
)
PAIRS = [
    *(
        (words, sheet)
        for words in ("text", "text_muted")
        for sheet in ("ground", "surface", "surface_raised", "hover", "accent_soft")
    ),
    *((state, f"{state}_soft") for state in STATES),
    *((state, sheet) for state in STATES for sheet in ("surface", "ground", "accent_soft")),
    *(("text", f"{soft}_soft") for soft in ("overdue", "warning")),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("avatar_text", "avatar"),
    ("text_muted", "neutral_soft"),
    ("match_text", "match"),
    ("out_of_hours_panel_text", "out_of_hours_panel"),
    ("out_of_hours_panel_muted", "out_of_hours_panel"),
]


def luminance(colour):
    channels = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]
    )
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("words", "sheet"), PAIRS)
def test_words_stand_out_from_what_they_lie_on(name, words, sheet):
    look = theme.load(name, 10)
    assert contrast(look.colour(words), look.colour(sheet)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("sheet", ["surface", "ground"])
def test_the_ring_of_focus_stands_out(name, sheet):
    look = theme.load(name, 10)
    assert contrast(look.colour("focus"), look.colour(sheet)) >= 3


def test_both_themes_know_the_same_roles():
    assert theme.load("light", 10).colours.keys() == theme.load("dark", 10).colours.keys()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_has_no_gap_left(name):
    assert "@" not in theme.load(name, 10).style_sheet()


def test_colours_stand_in_the_theme_files_alone():
    elsewhere = [*resources().glob("icons/*.svg"), *resources().glob("themes/*.qss")]
    elsewhere += (resources().parent / "src" / "pressdesk" / "ui").rglob("*.py")
    assert elsewhere
    assert not [p.name for p in elsewhere if re.search(r"#[0-9a-fA-F]{6}\b", p.read_text("utf-8"))]


@pytest.mark.parametrize(
    "path", sorted(resources().glob("icons/*.svg")), ids=lambda path: path.stem
)
def test_every_icon_draws_something(path):
    drawn = theme.current().icon(path.stem).pixmap(24, 24).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_an_icon_takes_the_colour_of_its_role():
    drawn = theme.current().icon("dot", "overdue").pixmap(24, 24).toImage()
    assert drawn.pixelColor(12, 12) == theme.current().colour("overdue")


def test_a_larger_text_enlarges_lengths_and_inputs(dressed, qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    line.ensurePolished()
    usual, em = line.sizeHint().height(), theme.current().px(1)
    try:
        assert theme.apply(dressed, "light", 1.5).px(1) == pytest.approx(em * 1.5, abs=1)
        assert line.sizeHint().height() > usual * 1.3
    finally:
        theme.apply(dressed, "light")


def test_a_size_chosen_while_open_gives_the_room_around_and_takes_it_back(dressed, qtbot):
    keeper = theme.ThemeKeeper(dressed, "light")
    outer, inner, page = QVBoxLayout(), QHBoxLayout(), QWidget()
    qtbot.addWidget(page)
    page.setLayout(outer)
    outer.addLayout(inner)
    outer.setContentsMargins(0, 13, 7, 0)
    inner.setSpacing(5)
    for scale, room in ((1.5, (20, 11, 8)), (1.15, (15, 8, 6)), (1.0, (13, 7, 5))):
        keeper.choose("light", scale)
        margins = outer.contentsMargins()
        assert (margins.top(), margins.right(), inner.spacing()) == room
        assert (margins.left(), margins.bottom()) == (0, 0)


def test_the_body_is_never_smaller_than_the_system_asks(dressed):
    assert theme.current().points >= theme.body_points(dressed)
    assert theme.current().px(1) >= 13


def test_inter_ships_with_the_program():
    assert QFontInfo(theme.current().font()).family() == "Inter"


def test_system_follows_the_computer(dressed):
    keeper = theme.ThemeKeeper(dressed, "dark")
    assert theme.current().name == "dark"
    keeper.choose(theme.SYSTEM, 1.0)
    assert theme.current().name == "light"


def test_a_role_colours_a_label(qtbot):
    label = QLabel("late")
    qtbot.addWidget(label)
    label.setProperty("role", "overdue")
    label.ensurePolished()
    assert label.palette().windowText().color() == theme.current().colour("overdue")
