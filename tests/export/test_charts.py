"""Charts say what their tables say, in words, without colour, and the same each time."""

import re
import tomllib
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from pressdesk.domain.reports import Form, Row, Table
from pressdesk.domain.spans import parse_spans
from pressdesk.export.charts import share
from pressdesk.export.charts.drawing import can_draw, draw, height_of
from pressdesk.export.charts.fonts import mixed, width_of
from pressdesk.export.charts.heat import NOTHING, STEPS, by_day, step_of
from pressdesk.export.charts.look import Look, printed
from pressdesk.paths import resources
from tests.ui.test_theme import contrast, luminance

LOOK = printed(9)
WIDTH = 500.0
WEEK = (parse_spans("08:30-17:00"),) * 5 + ((), ())
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OUTLETS = Table(
    "outlets",
    "Outlets",
    Form.BARS,
    ("Outlet", "November 2026", "October 2026"),
    (Row("Humber Daily", (14, 9)), Row("Radio North", (5, 0)), Row("Echo", (0, 3))),
    "Humber Daily asked most.",
)
RECEIVED = replace(OUTLETS, form=Form.COLUMNS)
LINES = replace(OUTLETS, form=Form.SHARE)
HOURS = Table(
    "hours",
    "Hours",
    Form.HEAT,
    ("Day", *(str(hour) for hour in range(24))),
    tuple(Row(day, tuple(12 if hour == 8 else 0 for hour in range(24))) for day in DAYS),
    "Most come at eight.",
)
EVERY = pytest.mark.parametrize("table", [OUTLETS, RECEIVED, LINES, HOURS], ids=lambda t: t.form)


def words_of(svg):
    return [element.text for element in ET.fromstring(svg).iter() if is_text(element)]


def is_text(element):
    return element.tag.endswith("}text")


@EVERY
def test_the_same_table_is_the_same_bytes(table):
    assert draw(table, LOOK, WIDTH, WEEK).svg == draw(table, LOOK, WIDTH, WEEK).svg


@EVERY
def test_labels_stand_as_words(table):
    written = words_of(draw(table, LOOK, WIDTH, WEEK).svg)
    assert {row.label for row in table.rows} <= set(written)


@EVERY
def test_every_value_has_its_place_on_the_sheet(table):
    drawing = draw(table, LOOK, WIDTH)
    places = [(mark.row, mark.value) for mark in drawing.marks]
    columns = range(len(table.rows[0].values) if table.form is Form.HEAT else 1)
    assert places == [(row, value) for row in range(len(table.rows)) for value in columns]
    for mark in drawing.marks:
        assert -1 < mark.box.x <= mark.box.right < drawing.width + 1
        assert -1 < mark.box.y <= mark.box.y + mark.box.height < drawing.height + 1


@EVERY
def test_the_height_is_known_before_anything_is_drawn(table):
    assert draw(table, LOOK, WIDTH).height == height_of(table, LOOK)


@pytest.mark.parametrize("table", [OUTLETS, RECEIVED])
def test_values_and_what_the_outlines_are_stand_on_the_chart(table):
    written = words_of(draw(table, LOOK, WIDTH).svg)
    assert {"14", "5", "Outlined: October 2026"} <= set(written)


def test_without_a_period_before_nothing_is_outlined():
    alone = replace(OUTLETS, rows=(Row("Echo", (3,)),), head=("Outlet", "Enquiries"))
    assert not any("Outlined" in words for words in words_of(draw(alone, LOOK, WIDTH).svg))
    assert height_of(alone, LOOK) < height_of(replace(OUTLETS, rows=OUTLETS.rows[:1]), LOOK)


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("$a$ and $b$", "$a$ and $b$"),
        ("<b>&amp;", "<b>&amp;"),
        ("NUL\0 and a half \ud800", "NUL and a half \N{REPLACEMENT CHARACTER}"),
        ("two\nlines", "two lines"),
        ("中文报 عدد 🗞", "中文报 عدد 🗞"),
        ("", None),
    ],
)
def test_what_a_stranger_called_an_outlet_stands_as_it_is(label, shown):
    table = replace(OUTLETS, rows=(Row(label, (1, 0)), Row("Echo", (2, 0))))
    assert (shown in words_of(draw(table, LOOK, WIDTH).svg)) is (shown is not None)


def test_a_long_label_is_cut_and_leaves_most_of_the_width_to_the_bars():
    table = replace(OUTLETS, rows=(Row("Very long name " * 40, (1, 0)),))
    (label,) = [words for words in words_of(draw(table, LOOK, WIDTH).svg) if words[0] == "V"]
    assert label.endswith("…")
    assert len(label) < 60


def test_where_columns_are_too_narrow_only_the_highest_is_told():
    rows = tuple(Row(f"{day}", (100 + day, 0)) for day in range(90))
    written = words_of(draw(replace(RECEIVED, rows=rows), LOOK, 200).svg)
    assert [words for words in written if len(words) == 3] == ["189"]


@pytest.mark.parametrize(
    ("table", "drawn"),
    [
        (OUTLETS, True),
        (replace(OUTLETS, rows=()), False),
        (replace(OUTLETS, rows=(Row("Echo", (0, 0)),)), False),
        (replace(OUTLETS, rows=(Row("Echo", (None,)),)), False),
        (replace(OUTLETS, form=Form.PLAIN), False),
    ],
)
def test_a_chart_needs_something_to_draw(table, drawn):
    assert can_draw(table) is drawn


def test_more_parts_than_can_be_told_apart_become_bars():
    many = replace(LINES, rows=tuple(Row(f"Line {n}", (n + 1,)) for n in range(5)))
    assert height_of(many, LOOK) == height_of(replace(many, form=Form.BARS), LOOK)


def test_parts_are_told_apart_without_colour():
    looks = {(bool(ink.fill == "accent"), ink.hatch) for ink in share._INKS}
    assert len(looks) >= len(share._INKS) - 1


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=4).filter(any), st.data())
def test_the_words_of_parts_never_run_into_each_other(counts, data):
    widths = [data.draw(st.floats(1, 100 / len(counts) - 9)) for _ in counts]
    begins = [sum(counts[:n]) / sum(counts) * 100 for n in range(len(counts) + 1)]
    places = share._places(widths, begins, 10)
    ends = [place + width for place, width in zip(places, widths, strict=True)]
    assert all(end < following for end, (_, following) in zip(ends, pairwise(places), strict=False))
    assert places[0] >= 0
    assert ends[-1] <= 100.001


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("step", STEPS)
def test_counts_can_be_read_on_every_shade(theme, step):
    colours = tomllib.loads((resources() / "themes" / f"{theme}.toml").read_text())["colours"]
    ground = mixed(colours["surface"], colours["accent"], step)
    words = colours["accent_text" if step > 0.5 else "text"]
    assert contrast(QColor(ground), QColor(words)) >= 4.5


def test_shades_are_told_apart_in_grey():
    greys = [
        luminance(QColor(mixed(LOOK.colour("surface"), LOOK.colour("accent"), some)))
        for some in (NOTHING, *STEPS)
    ]
    assert greys == sorted(greys, reverse=True)


@given(st.integers(1, 10_000), st.data())
def test_more_is_never_lighter(highest, data):
    less, more = sorted(data.draw(st.tuples(*[st.integers(1, highest)] * 2)))
    steps = [step_of(value, highest) or 0 for value in (1, less, more, highest)]
    assert steps == sorted(steps)
    assert steps[-1] == len(STEPS) - 1
    assert step_of(0, highest) is step_of(None, highest) is None


def test_the_opening_hours_are_outlined_once_for_days_that_share_them():
    svg = draw(HOURS, LOOK, WIDTH, WEEK).svg.decode()
    assert "Outlined: opening hours, 08:30–17:00" in words_of(svg.encode())
    assert len(re.findall(r"fill: none; stroke: #1b2430", svg)) == 1
    assert "Outlined" not in draw(HOURS, LOOK, WIDTH).svg.decode()


@pytest.mark.parametrize("count", [9, 999, 1_836, 24_000])
def test_counts_stay_within_their_cells_however_many_there_are(count):
    rows = tuple(replace(row, values=(count,) * 24) for row in HOURS.rows)
    drawing = draw(replace(HOURS, rows=rows), LOOK, WIDTH)
    said = f"{count:,}"
    sizes = {
        float(re.findall(r"font-size: ([\d.]+)px", element.get("style", ""))[0])
        for element in ET.fromstring(drawing.svg).iter()
        if is_text(element) and element.text == said
    }
    assert sizes
    assert all(width_of(said, size) <= drawing.marks[0].box.width for size in sizes)


def test_a_night_shift_ends_on_the_next_morning():
    friday = by_day(((), (), (), (), parse_spans("22:00-06:00"), (), ()))
    sunday = by_day(((),) * 6 + (parse_spans("22:00-06:00"),))
    assert [spans[0].shown for spans in friday if spans] == ["22:00–24:00", "00:00–06:00"]
    assert sunday[0][0].shown == "00:00–06:00"


def test_the_look_of_the_screen_colours_the_chart():
    look = Look({**LOOK.colours, "accent": "#123456"}, 9)
    assert "#123456" in draw(OUTLETS, look, WIDTH).svg.decode()
