"""The facts of an enquiry on a command line: typed when it is logged, named to correct them."""

from dataclasses import dataclass, field
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from pressdesk.cli.times import instant
from pressdesk.domain.enquiries import Channel, EnquiryType

Many = typer.Option(help="Repeat for more.")


@dataclass(frozen=True)
class Facts:
    """What is None, or empty where there may be several, is not said."""

    journalist: str | None = None
    outlet: str | None = None
    question: Annotated[list[str], Many] = field(default_factory=list)
    subject: str | None = None
    deadline: Annotated[
        str | None, typer.Option(help="The journalist's words, like “tonight 9.30”.")
    ] = None
    call_back: str | None = None
    email: str | None = None
    channel: Channel | None = None
    kind: Annotated[EnquiryType | None, typer.Option("--type")] = None
    topic: Annotated[list[str], Many] = field(default_factory=list)
    received: Annotated[str, typer.Option(help="When it came in.")] = ""
    publication: str | None = None

    def said(self, zone: ZoneInfo) -> dict[str, Any]:
        """Return the fields of an EnquiryForm that were said; raise Refused for what is no time."""
        typed = {
            "journalist": self.journalist,
            "outlet": self.outlet,
            "questions": tuple(self.question) or None,
            "subject": self.subject,
            "deadline_words": self.deadline,
            "call_back": self.call_back,
            "email": self.email,
            "channel": self.channel,
            "type": self.kind,
            "topics": tuple(self.topic) or None,
            "received_at": instant(self.received, zone) if self.received else None,
            "publication": self.publication,
        }
        return {name: value for name, value in typed.items() if value is not None}
