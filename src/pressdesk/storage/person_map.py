"""Which fields of which tables may speak of a person: the map that a search for one follows.

A test holds it against the tables: a new field in words stands here, or among those of which it is
said that they tell of nobody.
"""

from dataclasses import dataclass
from typing import Any

from pressdesk.domain.person import Where
from pressdesk.storage.tables.clearance import (
    ClearanceRow,
    ClearanceStepRow,
    ClearanceTemplateRow,
)
from pressdesk.storage.tables.contacts import OutletRow
from pressdesk.storage.tables.drafts import DraftRow
from pressdesk.storage.tables.duty_packs import DutyPackRow
from pressdesk.storage.tables.embargoes import EmbargoEventRow
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    AttachmentRow,
    DecisionRow,
    EnquiryRow,
    NoteRow,
    PromiseRow,
    QuestionRow,
)
from pressdesk.storage.tables.exports import ExportRow
from pressdesk.storage.tables.handover import HandoverRow
from pressdesk.storage.tables.informing import InformedRow
from pressdesk.storage.tables.lines_to_take import LineToTakeRow, LineVersionRow
from pressdesk.storage.tables.office import StaffRow
from pressdesk.storage.tables.packs import PackRow
from pressdesk.storage.tables.releases import ReleaseRow, ReleaseVersionRow
from pressdesk.storage.tables.rota import ShiftRow
from pressdesk.storage.tables.saved_filters import SavedFilterRow


@dataclass(frozen=True)
class Part:
    """A table of an enquiry's parts: its fields in words, and which of them no index holds.

    ``at`` is when; ``own`` says whether what belongs to the person's own enquiries is told whole.
    """

    where: Where
    row: Any
    fields: dict[str, str]
    unindexed: tuple[str, ...]
    at: str
    own: bool = True


@dataclass(frozen=True)
class Shelf:
    """A small table that is looked through whole; ``what`` is the field that names a row."""

    where: Where
    row: Any
    what: str
    fields: dict[str, str]
    at: str = ""


CONTACT = ("name", "number", "other_number", "email", "notes")
HOLDER = ("name", "outlet", "number", "agreed_how")
"""The fields of a journalist, and of who holds an embargoed copy."""

PARTS = (
    Part(
        Where.ENQUIRIES,
        EnquiryRow,
        {
            "subject": "Subject",
            "call_back": "Call-back number",
            "email": "Email",
            "publication": "Planned publication",
            "deadline_words": "Deadline",
            "outcome_note": "Note on the outcome",
        },
        ("outcome_note", "publication"),
        "received_at",
    ),
    Part(
        Where.QUESTIONS,
        QuestionRow,
        {"words": "Words", "note": "Note", "settled_by": "Settled by"},
        ("note",),
        "settled_at",
    ),
    Part(Where.NOTES, NoteRow, {"words": "Words", "author": "Author"}, (), "written_at"),
    Part(
        Where.ANSWERS,
        AnswerRow,
        {
            "words": "Words",
            "given_by": "Given by",
            "cleared_by": "Cleared by",
            "difference": "Why other words were given",
            "sources": "Where it came from",
        },
        ("cleared_by", "difference"),
        "given_at",
    ),
    Part(
        Where.PROMISES,
        PromiseRow,
        {"words": "Words", "made_by": "Made by", "settled_by": "Settled by"},
        ("words",),
        "made_at",
    ),
    Part(
        Where.CLEARANCE,
        ClearanceRow,
        {"words": "Words", "asked_by": "Asked by", "informs": "Informs"},
        ("words", "informs"),
        "asked_at",
    ),
    Part(
        Where.CLEARANCE,
        ClearanceStepRow,
        {"words": "What was said", "by": "Settled by", "name": "Step", "noted_by": "Noted by"},
        ("words", "by", "name"),
        "settled_at",
    ),
    Part(
        Where.CLEARANCE,
        InformedRow,
        {"name": "Told for information", "how": "How", "told_by": "Told by"},
        ("name", "how"),
        "told_at",
    ),
    Part(
        Where.DECISIONS,
        DecisionRow,
        {"reason": "Reason", "override_reason": "Why another", "urgent_reason": "Why it is urgent"},
        (),
        "decided_for",
        own=False,
    ),
    Part(
        Where.ATTACHMENTS,
        AttachmentRow,
        {"name": "Name of the file", "added_by": "Added by"},
        ("name",),
        "added_at",
    ),
    Part(
        Where.EMBARGOES, EmbargoEventRow, {"words": "What happened", "by": "By"}, ("words",), "at"
    ),
)

SHELVES = (
    Shelf(
        Where.STAFF,
        StaffRow,
        "name",
        {"name": "Name", "role": "Role", "number": "Number", "email": "Email"},
    ),
    Shelf(Where.OUTLETS, OutletRow, "name", {"name": "Name", "notes": "Notes"}),
    Shelf(Where.DRAFTS, DraftRow, "person", {"content": "What is being typed"}, "updated_at"),
    Shelf(
        Where.CLEARANCE,
        ClearanceTemplateRow,
        "name",
        {"steps": "Usual steps", "informs": "Informs"},
    ),
    Shelf(
        Where.RELEASES,
        ReleaseRow,
        "headline",
        {
            "added_by": "Added by",
            "corrected_by": "Corrected by",
            "source_name": "Came from",
            "embargo_reason": "Why its embargo",
        },
        "added_at",
    ),
    Shelf(
        Where.RELEASES,
        ReleaseVersionRow,
        "source_name",
        {
            "source_text": "Words of an earlier version",
            "added_by": "Added by",
            "corrected_by": "Corrected by",
            "source_name": "Came from",
        },
        "added_at",
    ),
    Shelf(
        Where.LINES,
        LineVersionRow,
        "number",
        {"words": "Words", "written_by": "Written by", "cleared_by": "Cleared by"},
        "written_at",
    ),
    Shelf(Where.LINES, LineToTakeRow, "title", {"withdrawn_reason": "Why it was withdrawn"}),
    Shelf(Where.PACKS, PackRow, "name", {"name": "Name", "made_by": "Gathered by"}, "made_at"),
    Shelf(
        Where.HANDOVERS,
        HandoverRow,
        "kind",
        {"words": "Words", "taken_by": "Taken over by"},
        "taken_at",
    ),
    Shelf(
        Where.ROTA,
        ShiftRow,
        "person",
        {"person": "On duty", "instead_of": "Instead of", "number": "Number"},
        "starts_at",
    ),
    Shelf(
        Where.DUTY_PACKS, DutyPackRow, "code", {"person": "For", "made_by": "Made by"}, "made_at"
    ),
    Shelf(
        Where.EXPORTS, ExportRow, "file", {"filters": "Filters", "made_by": "Made by"}, "made_at"
    ),
    Shelf(
        Where.FILTERS,
        SavedFilterRow,
        "name",
        {"name": "Name", "text": "Words", "owner": "Owner", "topic": "Topic"},
    ),
)
