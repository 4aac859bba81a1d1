"""Handing an answer to the person's own mail program."""

import re
import tempfile
from pathlib import Path

from pressdesk.errors import Unavailable
from pressdesk.export.mail import Mail, eml, mailto
from pressdesk.services.context import Context
from pressdesk.storage import enquiry_view


class Sending:
    """Makes messages; sending them is left to the mail program and the person."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def mail(self, enquiry_id: int, words: str) -> Mail:
        """Return the message that answers an enquiry with these words; raise NotFound."""
        with self._context.database.reading() as session:
            enquiry = enquiry_view.whole(session, enquiry_id)
        summary, person = enquiry.summary, enquiry.journalist
        to = enquiry.email or (person.email if person else "")
        return Mail(to, f"{summary.subject} ({summary.reference})", words)

    def ready(self, enquiry_id: int, words: str) -> str:
        """Return what opens the message as a draft: a mailto: address, or the path of a file."""
        mail = self.mail(enquiry_id, words)
        if address := mailto(mail):
            return address
        name = re.sub(r"[^\w-]", "", mail.subject.rsplit("(", 1)[-1]) or "answer"
        try:
            path = Path(tempfile.mkdtemp(prefix="pressdesk-")) / f"{name}.eml"
            path.write_bytes(eml(mail))
        except OSError as error:
            raise Unavailable(
                f"The message could not be written: {error.strerror or error}. Copy the words."
            ) from error
        return str(path)

    def write_eml(self, enquiry_id: int, words: str, path: Path) -> None:
        """Write the message as a draft into a file. Raises Unavailable."""
        self._context.check_target(path)
        try:
            path.write_bytes(eml(self.mail(enquiry_id, words)))
        except OSError as error:
            raise Unavailable(
                f"{path.name} cannot be written: {error.strerror or error}. Choose another folder."
            ) from error
