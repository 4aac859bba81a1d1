"""Which period is reported: by keys that stand on the buttons, or typed."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.periods import Period
from pressdesk.ui.acts import VIEW, Act
from pressdesk.ui.kit import FlowLayout, KeyButton
from pressdesk.ui.reports.days_form import DaysForm
from pressdesk.ui.reports.reading import Chosen, Shown, last_month, last_week
from pressdesk.ui.theme import current


class PeriodBar(QWidget):
    """``chosen`` is what was asked for last, this month at first.

    ``changed`` when another period is asked for, ``left`` when the form is put away.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Chosen = Period.month_of
        self.days = DaysForm()
        self._shown: Shown | None = None
        self._buttons = FlowLayout(spacing=current().px(0.6))
        self._arrange()
        self.days.chosen.connect(self.show_period)
        self.days.left.connect(self.left)

    def acts(self) -> tuple[Act, ...]:
        """Return what the menus offer."""
        return (
            Act(VIEW, "Report of this week", self.show_this_week, "W", apart=True),
            Act(VIEW, "Report of last week", self.show_last_week, "Shift+W"),
            Act(VIEW, "Report of this month", self.show_this_month, "M"),
            Act(VIEW, "Report of last month", self.show_last_month, "Shift+M"),
            Act(VIEW, "Report of this year", self.show_this_year, "Y"),
            Act(VIEW, "Report from a day to a day…", self.ask_days, "D"),
            Act(VIEW, "Period before", self.go_back, "Alt+Left; ["),
            Act(VIEW, "Period after", self.go_on, "Alt+Right; ]"),
        )

    def set_shown(self, shown: Shown) -> None:
        """Say what is shown: steps go on from there."""
        self._shown = shown

    def add_button(self, button: KeyButton) -> None:
        """Add a button at the end."""
        self._buttons.addWidget(button)

    def show_this_week(self) -> None:
        """Show the week that today is in."""
        self._choose(Period.week_of)

    def show_last_week(self) -> None:
        """Show the week before this one."""
        self._choose(last_week)

    def show_this_month(self) -> None:
        """Show the month that today is in."""
        self._choose(Period.month_of)

    def show_last_month(self) -> None:
        """Show the month before this one."""
        self._choose(last_month)

    def show_this_year(self) -> None:
        """Show the year that today is in."""
        self._choose(Period.year_of)

    @Slot(object)
    def show_period(self, period: Period) -> None:
        """Show one period, also when another day begins."""
        self._choose(lambda _today: period)

    @Slot()
    def go_back(self) -> None:
        """Show the period before, of the same length."""
        if self._shown is not None:
            self.show_period(self._shown.report.period.before())

    @Slot()
    def go_on(self) -> None:
        """Show the period after, of the same length."""
        if self._shown is not None:
            self.show_period(self._shown.report.period.after())

    def ask_days(self) -> None:
        """Ask for a period of one's own."""
        if self._shown is not None:
            self.days.open_on(self._shown.report.period, self._shown.today)

    def _arrange(self) -> None:
        buttons: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("This week", "W", self.show_this_week),
            ("This month", "M", self.show_this_month),
            ("This year", "Y", self.show_this_year),
            ("From–to", "D", self.ask_days),
            ("Before", "[", self.go_back),
            ("After", "]", self.go_on),
        )
        for words, key, act in buttons:
            button = KeyButton(words, key=key, binds=False)
            button.clicked.connect(act)
            self.add_button(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.8))
        column.addLayout(self._buttons)
        column.addWidget(self.days)

    def _choose(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.changed.emit()
