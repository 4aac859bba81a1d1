"""What is chosen about an export besides its columns."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressdesk.clock import Clock
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.exports import People, Preset, What
from pressdesk.domain.local_time import local_day
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.export.csv import CsvStyle
from pressdesk.export.writing import Format
from pressdesk.services.exports import Order
from pressdesk.ui.inputs import Choice, DaysEdit
from pressdesk.ui.kit import Field, FlowLayout, Segmented
from pressdesk.ui.theme import current

NO_FILTER = "No filter is chosen. Save one in the log with Ctrl+Shift+J, then choose it here."
_STYLES = (
    (CsvStyle(), "Commas"),
    (CsvStyle(semicolon=True), "Semicolons"),
    (CsvStyle(mark=False), "Commas, no byte order mark"),
    (CsvStyle(semicolon=True, mark=False), "Semicolons, no byte order mark"),
)


class ExportChoices(QWidget):
    """``changed`` when the file would be another, ``preset_chosen`` carries a :class:`Preset`."""

    changed = Signal()
    preset_chosen = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(clock)
        self._arrange()
        self._connect()
        self._show_parts()

    def order(self, on_screen: What, columns: tuple[str, ...]) -> Order:
        """Return what is ordered, with these columns."""
        return Order(
            what=self._what(on_screen),
            format=self._format(),
            columns=columns,
            people=self._people(),
            style=self.style_of_csv.value() or CsvStyle(),
        )

    def problem(self) -> str:
        """Return what is wrong with the days typed or the filter chosen, or nothing."""
        match self.what.value():
            case "period":
                return " ".join(filter(None, (self.start.problem, self.end.problem)))
            case "filter" if self.saved.value() is None:
                return NO_FILTER
            case _:
                return ""

    def preset(self) -> Preset | None:
        """Return the preset that is chosen; None for columns of one's own."""
        chosen = self.presets.value()
        return chosen if isinstance(chosen, Preset) else None

    def show_presets(self, presets: Sequence[Preset], chosen: Preset | None) -> None:
        """Offer these presets, and show one as chosen, without telling."""
        self.presets.set_choices([(preset, preset.name) for preset in presets])
        quiet = self.presets.blockSignals(True)
        self.presets.set_value(chosen)
        self.presets.blockSignals(quiet)

    def show_saved(self, filters: Sequence[SavedFilter]) -> None:
        """Offer these saved filters; the one that was chosen stays, as it is now."""
        chosen = self.saved.value()
        quiet = self.saved.blockSignals(True)
        self.saved.set_value(None)
        self.saved.set_choices([(saved, saved.name) for saved in filters])
        same = [saved for saved in filters if chosen and saved.id == chosen.id]
        self.saved.set_value(same[0] if same else next(iter(filters), None))
        self.saved.blockSignals(quiet)

    def show_own(self) -> None:
        """Show that the columns are no preset's any more, without telling."""
        quiet = self.presets.blockSignals(True)
        self.presets.set_value(None)
        self.presets.blockSignals(quiet)

    def set_people(self, people: People) -> None:
        """Choose how people stand in the file, without telling."""
        self.people.set_value(people)

    def _build(self, clock: Clock) -> None:
        self._clock = clock
        sources = [("list", "The list on screen"), ("period", "A period")]
        self.what = Segmented("What", [*sources, ("filter", "A saved filter")])
        self.saved = Choice("Saved filter", "None chosen", [], self)
        self.start = DaysEdit("Received from", "From 1/11/2026", clock, self)
        self.end = DaysEdit("Received to", "To yesterday", clock, self)
        self.presets = Choice("Preset", "Columns of your own", [], self)
        self.format = Segmented("File", [(kind, kind.label) for kind in Format])
        self.style_of_csv = Choice("CSV", "", list(_STYLES), self)
        self.people = Segmented("People", [(people, people.label) for people in People])

    def _arrange(self) -> None:
        px = current().px
        self._fields = {
            widget: Field(label, widget)
            for widget, label in (
                (self.what, "&What"),
                (self.start, "From"),
                (self.end, "To"),
                (self.saved, "Saved &filter"),
                (self.presets, "&Preset"),
                (self.people, "People"),
                (self.format, "File"),
                (self.style_of_csv, "Apart by"),
            )
        }
        flow = FlowLayout(self, px(0.9))
        for field in self._fields.values():
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            flow.addWidget(field)

    def _connect(self) -> None:
        for choice in (self.what, self.format, self.people):
            choice.chosen.connect(self._on_chosen)
        for days in (self.start, self.end):
            days.settled.connect(self.changed)
        for one_of in (self.saved, self.style_of_csv):
            one_of.currentIndexChanged.connect(self.changed)
        self.presets.currentIndexChanged.connect(self._on_preset)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_parts()
        self.changed.emit()

    @Slot()
    def _on_preset(self) -> None:
        if (preset := self.preset()) is not None:
            self.preset_chosen.emit(preset)

    def _show_parts(self) -> None:
        for days in (self.start, self.end):
            self._fields[days].setVisible(self.what.value() == "period")
        self._fields[self.saved].setVisible(self.what.value() == "filter")
        self._fields[self.style_of_csv].setVisible(self._format() is Format.CSV)

    def _what(self, on_screen: What) -> What:
        saved = self.saved.value()
        match self.what.value():
            case "period":
                return self._period()
            case "filter" if isinstance(saved, SavedFilter):
                zone = self.start.zone
                return saved.query(local_day(self._clock.now(), zone), zone)
            case _:
                return on_screen

    def _period(self) -> LogQuery:
        return LogQuery(received_from=self.start.starts(), received_before=self.end.ends())

    def _format(self) -> Format:
        return Format(str(self.format.value()))

    def _people(self) -> People:
        return People(str(self.people.value()))
