"""The small widgets, driven by keys and clicks."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pressdesk.ui import kit, theme
from pressdesk.ui.kit.entries import Entry, EntryList
from pressdesk.ui.kit.paint import initials

Key = Qt.Key


@pytest.fixture
def shown(qtbot):
    """Put widgets into a window, one above the other, and show it with the first in focus."""

    windows = []  # a window that nobody holds is destroyed at once

    def show(*widgets):
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        window.resize(700, 400)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        widgets[0].setFocus()
        QApplication.processEvents()
        return window

    yield show
    windows.clear()


@pytest.fixture
def told():
    """Collect what signals carry."""
    return []


def focus():
    return QApplication.focusWidget()


def press(*keys):
    for key in keys:
        QTest.keyClick(focus(), key)


def write(words):
    QTest.keyClicks(focus(), words)


EVERY_WIDGET = [
    kit.Card,
    kit.ChipEdit,
    kit.KeyValue,
    kit.MessageStrip,
    kit.PlainEdit,
    kit.Suggest,
    lambda: kit.EmptyState("log", "Nothing matches.", action="Clear"),
    lambda: kit.Field("Subject", QLineEdit()),
    lambda: kit.KeyButton("Save", key="Ctrl+S"),
    lambda: kit.PageHeader("Desk", "7 open"),
    lambda: kit.Segmented("Came in by", [(1, "Phone"), (2, "Email")]),
]


@pytest.mark.parametrize("make", EVERY_WIDGET)
def test_a_widget_nobody_holds_is_freed(qapp, make):
    widget = make()
    seen = weakref.ref(widget)
    del widget
    gc.collect()
    assert seen() is None


# text from outside


@pytest.mark.parametrize(
    ("given", "shown_as"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("nul\0 and bell\x07", "nul and bell"),
        ("tab\tstays", "tab\tstays"),
        ("مرحبا 👋", "مرحبا 👋"),
    ],
)
def test_text_is_freed_of_control_characters(given, shown_as):
    assert kit.plain(given) == shown_as


@pytest.mark.parametrize("given", ["a\nb", "a   b", "a\u202e b", "a\0 b"])
def test_a_row_is_one_line_the_right_way_round(given):
    assert kit.one_line(given) == "a b"


def test_a_pasted_megabyte_is_short_in_a_row():
    assert len(kit.one_line("x" * 1_000_000)) == 500


def test_a_label_never_reads_markup(qtbot):
    label = kit.GrowingLabel("<img src='http://example.org/x.png'><b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text().startswith("<img")


def test_matches_are_marked_and_markup_from_outside_is_not_markup(qtbot):
    label = kit.MarkedLabel()
    qtbot.addWidget(label)
    label.set_marked("<b>26</b> percent & more", [(3, 5)])
    markup = QLabel.text(label)
    shown_as = QTextDocumentFragment.fromHtml(markup).toPlainText()
    assert shown_as == label.text() == "<b>26</b> percent & more"
    assert theme.current().colours["match"] in markup
    label.changeEvent(QEvent(QEvent.Type.StyleChange))
    assert QLabel.text(label) == markup


def test_a_label_grows_when_its_column_is_narrow(qtbot):
    label = kit.GrowingLabel("Why is progress slow, and what will inspectors do about it? " * 3)
    qtbot.addWidget(label)
    assert label.heightForWidth(150) > label.heightForWidth(600)


def test_a_caption_is_read_as_written(qtbot):
    caption = kit.SectionCaption("Due today")
    qtbot.addWidget(caption)
    assert (caption.text(), caption.accessibleName()) == ("DUE TODAY", "Due today")


# chips, avatars, cards, facts


@pytest.mark.parametrize(
    "role", ["overdue", "due_soon", "open", "held", "warning", "cleared", "gap", "out_of_hours"]
)
def test_a_state_has_a_shape_besides_its_colour(role):
    assert kit.ChipLook("Word", role).shape()


def test_a_chip_has_room_for_its_words_and_says_them(qtbot):
    chip = kit.Chip("Awaiting clearance", "warning")
    qtbot.addWidget(chip)
    words = QLabel("Awaiting clearance").fontMetrics().horizontalAdvance("Awaiting")
    assert chip.sizeHint().width() > words
    assert chip.accessibleName() == "Awaiting clearance"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Priya Nair", "PN"), ("Sam", "S"), ("Ann van der Berg", "AB"), ("", "–"), ("  ", "–")],
)
def test_an_avatar_shows_initials(name, letters):
    assert initials(name) == letters


def test_facts_keep_their_rows_and_hide_those_left_over(qtbot):
    facts = kit.KeyValue(
        [kit.Fact("Journalist", "Ruth Amery"), kit.Fact("Deadline", "", "overdue")]
    )
    qtbot.addWidget(facts)
    facts.set_facts([kit.Fact("Journalist", "Owen Price")])
    texts = [label.text() for label in facts.findChildren(QLabel) if not label.isHidden()]
    assert texts == ["Journalist", "Owen Price"]


def test_a_panel_card_turns_its_words_light(qtbot):
    card = kit.Card()
    qtbot.addWidget(card)
    words = kit.GrowingLabel("Goes to the out-of-hours line")
    card.body.addWidget(words)
    card.set_panel("out_of_hours")
    words.ensurePolished()
    assert words.palette().windowText().color() == theme.current().colour("out_of_hours_panel_text")


# segmented


@pytest.fixture
def segmented(shown):
    choice = kit.Segmented("Came in by", [(w.lower(), w) for w in ("Phone", "Email", "Social")])
    shown(choice, QLineEdit())
    return choice


def test_arrow_keys_move_the_choice(segmented, told):
    segmented.chosen.connect(told.append)
    press(Key.Key_Right, Key.Key_Right)
    assert segmented.value() == "social"
    assert told == ["email", "social"]


def test_a_choice_is_one_stop_of_the_tab_key(segmented):
    press(Key.Key_Tab)
    assert isinstance(focus(), QLineEdit)


def test_setting_a_choice_says_nothing_and_leads_focus_there(segmented, told):
    segmented.chosen.connect(told.append)
    segmented.set_value("social")
    segmented.setFocus()
    assert (told, segmented.value()) == ([], "social")
    assert focus().accessibleName() == "Came in by: Social"


def test_a_label_of_a_choice_can_carry_its_reason(segmented):
    segmented.set_label("email", "Email & web")
    segmented.set_value("email")
    segmented.setFocus()
    assert focus().accessibleName() == "Came in by: Email & web"


# field


def test_the_letter_of_a_label_leads_to_the_input(shown):
    field = kit.Field("&Journalist", QLineEdit())
    other = QLineEdit()
    shown(other, field)
    QTest.keyClick(other, Key.Key_J, Qt.KeyboardModifier.AltModifier)
    assert focus() is field.input
    assert field.input.accessibleName() == "Journalist"


def test_a_problem_goes_before_the_hint_and_leaves_it_there(shown):
    field = kit.Field("Deadline", QLineEdit(), "tonight 21:30")
    shown(field)
    field.set_problem("This time has passed. Choose a later one.")
    assert "has passed" in field.input.accessibleDescription()
    assert field.input.property("problem") is True
    field.set_problem("")
    assert field.input.accessibleDescription() == "tonight 21:30"


# buttons, strip, empty state, header


@pytest.mark.parametrize("kind", list(kit.Kind))
def test_a_button_does_what_its_key_does(shown, told, kind):
    button = kit.KeyButton("Log enquiry", kind, "Ctrl+L")
    button.clicked.connect(lambda: told.append("logged"))
    window = shown(QLineEdit(), button)
    QTest.keyClick(window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["logged", "logged"]
    assert button.accessibleDescription() == "Shortcut Ctrl L"


def test_enter_presses_the_button_in_focus(shown, told):
    button = kit.KeyButton("Open")
    button.clicked.connect(lambda: told.append("opened"))
    shown(button)
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        QTest.keyClick(button, key)
    QTest.keyClick(button, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == ["opened"] * 3


def test_a_key_that_is_only_shown_is_not_bound(qtbot):
    button = kit.KeyButton("Log enquiry", key="Ctrl+L", binds=False)
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()


def test_the_button_in_focus_looks_different(shown):
    button = kit.KeyButton("Save")
    shown(button, QLineEdit())
    with_focus = button.grab().toImage()
    press(Key.Key_Tab)
    assert button.grab().toImage() != with_focus


def test_escape_puts_a_message_away(shown, told):
    strip = kit.MessageStrip()
    shown(QLineEdit(), strip)
    strip.dismissed.connect(lambda: told.append("away"))
    strip.show_message("The disk is full. Make room, then save again.", kit.Tone.ERROR)
    assert strip.isVisible()
    assert strip.accessibleName().startswith("Problem: The disk")
    press(Key.Key_Escape)
    assert not strip.isVisible()
    assert told == ["away"]


def test_a_message_takes_no_focus_and_offers_its_action(shown, told):
    strip, line = kit.MessageStrip(), QLineEdit()
    shown(line, strip)
    strip.action_requested.connect(lambda: told.append("acted"))
    strip.show_message("Someone else saved first.", kit.Tone.WARNING, "Compare")
    assert focus() is line
    QTest.mouseClick(strip.findChildren(kit.KeyButton)[0], Qt.MouseButton.LeftButton)
    assert told == ["acted"]


def test_the_act_of_a_message_has_a_key_that_leaves_the_focus_where_it_is(shown, told):
    strip, line = kit.MessageStrip(), QLineEdit()
    shown(line, strip)
    strip.action_requested.connect(lambda: told.append("acted"))
    strip.show_message("This release is under embargo.", kit.Tone.WARNING, "Copy anyway")
    QTest.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert (told, strip.isVisible(), focus()) == (["acted"], False, line)
    QTest.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert told == ["acted"]


def test_an_empty_page_says_what_to_do(shown, told):
    empty = kit.EmptyState("log", "Nothing matches.", "Take a word out.", "Clear the filter")
    empty.action_requested.connect(lambda: told.append("cleared"))
    shown(empty)
    assert empty.accessibleName() == "Nothing matches. Take a word out."
    QTest.mouseClick(empty.findChildren(kit.KeyButton)[0], Qt.MouseButton.LeftButton)
    assert told == ["cleared"]


def test_a_header_without_a_subtitle_takes_no_room_for_it(shown):
    header = kit.PageHeader("Desk", "7 open")
    shown(header)
    height = header.sizeHint().height()
    header.set_subtitle("")
    QApplication.processEvents()
    assert header.sizeHint().height() < height


def test_a_long_address_wraps_and_is_copied_as_it_was(shown, qtbot):
    address = "winifred.stanhoe@calderhythe-telegraph-and-echo.example"
    label = kit.GrowingLabel(address)
    shown(label)
    narrow = label.fontMetrics().horizontalAdvance(address) // 2
    assert label.heightForWidth(narrow) > label.heightForWidth(narrow * 3)
    for key in (Key.Key_A, Key.Key_C):
        qtbot.keyClick(label, key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == label.text() == address


# chip edit


@pytest.fixture
def topics(shown):
    edit = kit.ChipEdit(["Child protection", "Stop and search"])
    shown(edit, QLineEdit())
    return edit


def test_typing_and_enter_make_chips_in_the_offices_spelling(topics):
    write("child PROTECTION")
    press(Key.Key_Return)
    write("Humberside,")
    assert topics.values() == ("Child protection", "Humberside")


def test_a_part_of_a_word_completes(topics, qtbot):
    write("searc")
    popup = topics.findChild(QLineEdit).completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    qtbot.waitUntil(lambda: topics.values() == ("Stop and search",))


@pytest.mark.parametrize(
    ("keys", "taken"),
    [([Key.Key_Return], "Child protection"), ([Key.Key_Escape, Key.Key_Return], "child")],
)
def test_enter_completes_what_is_begun_and_escape_keeps_it_as_typed(topics, qtbot, keys, taken):
    write("child")
    popup = topics.findChild(QLineEdit).completer().popup()
    qtbot.waitUntil(popup.isVisible)
    for key in keys:
        QTest.keyClick(popup if popup.isVisible() else topics.findChild(QLineEdit), key)
    assert topics.values() == (taken,)


def test_backspace_on_an_empty_line_takes_the_last_chip_back(topics, told):
    topics.set_values(["one", "two"])
    topics.changed.connect(lambda: told.append(topics.values()))
    press(Key.Key_Backspace)
    assert told == [("one",)]


def test_a_chip_stands_once(topics):
    write("Humberside,humberside,")
    assert topics.values() == ("Humberside",)


def test_leaving_takes_the_words_typed(topics):
    write("Cleveland")
    press(Key.Key_Tab)
    assert topics.values() == ("Cleveland",)


def test_only_known_words_are_taken_where_the_office_says_so(shown):
    edit = kit.ChipEdit(["Rota"], only_known=True)
    shown(edit)
    write("unheard of,rota")
    assert (edit.values(), edit.pending()) == ((), "unheard of,rota".replace(",", ""))


# suggest


@pytest.fixture
def suggest(shown, told):
    line = kit.Suggest("Journalist")
    line.asked.connect(lambda words: told.append(("asked", words)))
    line.chosen.connect(lambda value: told.append(("chosen", value)))
    shown(line, QLineEdit())
    return line


def test_it_asks_as_one_types_and_on_down(suggest, told):
    write("ru")
    press(Key.Key_Down)
    assert told == [("asked", "r"), ("asked", "ru"), ("asked", "ru")]


def test_a_proposal_is_taken_with_the_keys(suggest, told, qtbot):
    write("ru")
    suggest.set_choices(
        [kit.Proposal("Ruth Amery", "Humber Daily", 7), kit.Proposal("Rudi", "", 8)]
    )
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert suggest.text() == "Ruth Amery"
    assert told[-1] == ("chosen", 7)


def test_an_answer_that_comes_after_leaving_opens_nothing(suggest):
    write("ru")
    press(Key.Key_Tab)
    suggest.set_choices([kit.Proposal("Ruth Amery")])
    assert QApplication.activePopupWidget() is None


# plain edit


@pytest.fixture
def words(shown, told):
    edit = kit.PlainEdit("What is asked?", lines=(2, 5), limit=100)
    edit.shortened.connect(told.append)
    shown(edit, QLineEdit())
    return edit


def paste(edit, text):
    data = QMimeData()
    data.setHtml(f"<b>{text}</b>")
    data.setText(text)
    edit.insertFromMimeData(data)


def test_tab_moves_on(words):
    press(Key.Key_Tab)
    assert isinstance(focus(), QLineEdit)


def test_it_grows_with_its_words_up_to_its_most(words):
    heights = []
    for lines in (1, 2, 4, 5, 30):
        words.setPlainText("x\n" * (lines - 1))
        heights.append(words.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_pasted_text_comes_plain_and_clean(words):
    paste(words, "one\0\r\ntwo")
    assert words.text() == "one\ntwo"


def test_what_does_not_fit_is_left_out_kindly(words, told):
    paste(words, "x" * 1_000_000)
    assert len(words.text()) == 100
    assert told == [
        "Only the first 100 characters fit here. Keep longer text as a file beside the enquiry."
    ]


def test_typing_stops_at_the_limit(words, told):
    words.setPlainText("x" * 99)
    words.moveCursor(words.textCursor().MoveOperation.End)
    write("yz")
    assert words.text() == "x" * 99 + "y"
    assert told


# rows


def row(**changes):
    given = {
        "when": "42 min",
        "subject": "Why is progress slow?",
        "second": "ENQ-2026-0421 · Ruth Amery",
        "chips": (kit.ChipLook("Main line", "accent"), kit.ChipLook("New")),
        "owner": "Priya Nair",
    }
    return kit.RowLook(**{**given, **changes})


@pytest.fixture
def rows(shown):
    def show(*looks, width=900, direction=Qt.LayoutDirection.LeftToRight):
        view = QListView()
        model = QStandardItemModel(view)
        for look in looks:
            item = QStandardItem(look.sentence())
            item.setData(look, kit.LOOK_ROLE)
            model.appendRow(item)
        view.setModel(model)
        kit.RowDelegate(view)
        view.setLayoutDirection(direction)
        shown(view)
        view.resize(width, 300)
        return view

    return show


def height_of(view, number, width=900):
    option = QStyleOptionViewItem()
    option.rect.setSize(QSize(width, 100))
    return view.itemDelegate().sizeHint(option, view.model().index(number, 0)).height()


def test_a_row_says_everything_in_words():
    assert (
        row().sentence()
        == "42 min. Why is progress slow?. ENQ-2026-0421 · Ruth Amery. Main line, New. Priya Nair"
    )
    assert row(owner="").sentence().endswith("nobody's yet")


def test_a_mark_without_words_beside_it_has_a_line_of_its_own(shown):
    view = EntryList("Releases")
    marked = kit.ChipLook("Embargoed 2 h", "warning", "lock")
    view.set_entries(
        [Entry(1, "Boats"), Entry(2, "Boats", "No date"), Entry(3, "Boats", "", marked)]
    )
    shown(view)
    bare, told, only_marked = (height_of(view, number) for number in range(3))
    assert bare < told == only_marked


def test_a_narrow_row_makes_room_for_its_chips_beneath(rows):
    view = rows(row())
    assert height_of(view, 0, width=300) > height_of(view, 0, width=900)


def test_rows_grow_with_the_text(rows, dressed):
    view = rows(row(), kit.HeadingLook("Due today"))
    usual = [height_of(view, number) for number in (0, 1)]
    try:
        theme.apply(dressed, "light", 1.5)
        larger = [height_of(view, number, width=1400) for number in (0, 1)]
    finally:
        theme.apply(dressed, "light")
    assert all(big > small * 1.35 for big, small in zip(larger, usual, strict=True))


def test_the_row_in_focus_and_the_row_chosen_can_be_told_apart_from_others(rows):
    view = rows(row(), row())
    in_focus = view.grab().toImage()
    view.setCurrentIndex(view.model().index(0, 0))
    chosen = view.grab().toImage()
    view.clearFocus()
    view.clearSelection()
    neither = view.grab().toImage()
    assert in_focus != neither
    assert chosen not in (in_focus, neither)


def test_a_right_to_left_window_begins_at_the_right(rows):
    view = rows(
        row(when="9", subject="", second="", chips=(), owner="", when_role="overdue"),
        direction=Qt.LayoutDirection.RightToLeft,
    )
    drawn, ink = view.grab().toImage(), theme.current().colour("overdue")
    found = [x for x in range(drawn.width()) for y in range(60) if drawn.pixelColor(x, y) == ink]
    assert found
    assert min(found) > drawn.width() // 2


@pytest.mark.parametrize(
    "subject", ["", "x" * 1_000_000, "\0\r\n\t", "مرحبا", "👩‍🚒" * 200, "<b>no</b>"]
)
def test_hostile_subjects_are_drawn_without_harm(rows, subject):
    view = rows(row(subject=subject, second=subject, when=subject, owner=subject), width=320)
    assert not view.grab().isNull()
