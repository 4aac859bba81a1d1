"""The filters that the sample office has saved."""

from typing import Final

from pressdesk.domain.enquiries import Status
from pressdesk.domain.routing import Route
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.services.context import Context
from pressdesk.services.saved_filters import SavedFilters

FILTERS: Final = (
    SavedFilter("Custody, last month", text="custody", starts="last month", ends="last month"),
    SavedFilter("Out of hours this month", starts="this month", line=Route.OUT_OF_HOURS),
    SavedFilter("Waiting for clearance", status=Status.AWAITING_CLEARANCE),
)


def save_filters(context: Context) -> None:
    """Save them for everybody."""
    for saved in FILTERS:
        SavedFilters(context).keep(saved)
