"""The kit: the small widgets that every page is made of, so that all pages look alike."""

from pressdesk.ui.kit.card import Card
from pressdesk.ui.kit.centred import CentredColumn
from pressdesk.ui.kit.chip import Avatar, Chip
from pressdesk.ui.kit.chip_edit import ChipEdit
from pressdesk.ui.kit.elided_label import ElidedLabel
from pressdesk.ui.kit.empty_state import EmptyState
from pressdesk.ui.kit.facts import Fact, KeyValue
from pressdesk.ui.kit.field import Field
from pressdesk.ui.kit.find_box import FindBox
from pressdesk.ui.kit.flow import FlowLayout
from pressdesk.ui.kit.inline_form import Inline, InlineForm
from pressdesk.ui.kit.key_button import KeyButton, Kind
from pressdesk.ui.kit.left_with_esc import LeftWithEsc
from pressdesk.ui.kit.marked import MarkedLabel
from pressdesk.ui.kit.message_strip import MessageStrip, Tone
from pressdesk.ui.kit.page_header import PageHeader
from pressdesk.ui.kit.paint import ChipLook
from pressdesk.ui.kit.plain_edit import PlainEdit
from pressdesk.ui.kit.plain_table import PlainTable, TableColumn
from pressdesk.ui.kit.progress_strip import ProgressStrip
from pressdesk.ui.kit.rows import LOOK_ROLE, HeadingLook, RowDelegate, RowLook
from pressdesk.ui.kit.scrolled import Scrolled
from pressdesk.ui.kit.segmented import Segmented
from pressdesk.ui.kit.suggest import Proposal, Suggest
from pressdesk.ui.kit.text import GrowingLabel, Look, SectionCaption, one_line, plain

__all__ = [
    "LOOK_ROLE",
    "Avatar",
    "Card",
    "CentredColumn",
    "Chip",
    "ChipEdit",
    "ChipLook",
    "ElidedLabel",
    "EmptyState",
    "Fact",
    "Field",
    "FindBox",
    "FlowLayout",
    "GrowingLabel",
    "HeadingLook",
    "Inline",
    "InlineForm",
    "KeyButton",
    "KeyValue",
    "Kind",
    "LeftWithEsc",
    "Look",
    "MarkedLabel",
    "MessageStrip",
    "PageHeader",
    "PlainEdit",
    "PlainTable",
    "ProgressStrip",
    "Proposal",
    "RowDelegate",
    "RowLook",
    "Scrolled",
    "SectionCaption",
    "Segmented",
    "Suggest",
    "TableColumn",
    "Tone",
    "one_line",
    "plain",
]
