"""One answer that was given: its words, how, by whom; what differs from what was cleared."""

from PySide6.QtWidgets import QWidget

from pressdesk.domain.enquiries import Answer
from pressdesk.domain.said import when_said
from pressdesk.domain.word_diff import compared
from pressdesk.ui.enquiry.tab import Tab
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Card, GrowingLabel, Look
from pressdesk.ui.kit.changed import ChangedLabel


def answer_card(answer: Answer, view: View, tab: Tab) -> QWidget:
    """Return a card with the words of an answer and how they were given."""
    when = when_said(answer.given_at, tab.tools.clock.now(), view.zone)
    how = answer.channel.label.lower()
    cleared = f" · cleared by {answer.cleared_by}" if answer.cleared_by else ""
    lines = "".join(f" · from the line to take “{line.title}”" for line in answer.lines)
    card = Card()
    card.body.addWidget(GrowingLabel(f"{answer.kind.label} · {answer.terms.label}", Look.LABEL))
    if answer.cleared_words:
        changed = ChangedLabel()
        changed.show_change(compared(answer.cleared_words, answer.words))
        card.body.addWidget(changed)
        why = f"Not the words that were cleared: {answer.difference}"
        card.body.addWidget(GrowingLabel(why, Look.LABEL))
    else:
        card.body.addWidget(GrowingLabel(answer.words))
    card.body.addWidget(
        GrowingLabel(f"{answer.given_by}, {when} · {how}{cleared}{lines}", Look.SECONDARY)
    )
    if answer.sources:
        names = " · ".join(answer.sources)
        card.body.addWidget(GrowingLabel(f"From {names}", Look.SECONDARY))
    return card
